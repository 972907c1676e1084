#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FINDINGS = 100 }; /* shown; a file with more has one root cause */

static bool wants_colour(void)
{
	const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
	return isatty(STDERR_FILENO) && !(no_colour && *no_colour)
		&& !(terminal && strcmp(terminal, "dumb") == 0);
}

static void put_counts(const counterpoint_findings *findings)
{
	const struct {
		size_t count;
		const char *one, *several;
	} rows[] = {
		{counterpoint_findings_errors(findings), "error", "errors"},
		{counterpoint_findings_warnings(findings), "warning", "warnings"},
		{counterpoint_findings_hints(findings), "hint", "hints"},
		{cli_show_allowed ? counterpoint_findings_allowed(findings) : 0,
			"allowed", "allowed"},
	};
	bool any = false;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].count) {
			fprintf(stderr, "%s%zu %s", any ? ", " : "", rows[i].count,
				rows[i].count == 1 ? rows[i].one : rows[i].several);
			any = true;
		}
	if (any)
		fputc('\n', stderr);
}

void cli_put_findings(counterpoint_findings *findings)
{
	size_t len;
	counterpoint_text_options options = {
		wants_colour(), cli_show_allowed, MOST_FINDINGS};
	char *text = counterpoint_findings_text(findings, &options, &len);
	fwrite(text, 1, len, stderr);
	free(text);
	put_counts(findings);
}

/* ---- Switches ---- */

bool cli_show_allowed;

static const char **switches;
static size_t switches_len;

int cli_take_switch(const struct cli_verb *verb, const char *text)
{
	counterpoint_findings *trial = counterpoint_findings_new();
	char *why = counterpoint_findings_switch(trial, text);
	counterpoint_findings_free(trial);
	if (why) {
		cli_usage_error(verb, "%s", why);
		free(why);
		return CLI_USAGE;
	}
	const char **more = realloc(switches, (switches_len + 1) * sizeof *switches);
	if (!more)
		abort();
	switches = more;
	switches[switches_len++] = text;
	return CLI_OK;
}

int cli_hide_warnings(const struct cli_verb *verb, const char *unused)
{
	(void)unused;
	return cli_take_switch(verb, "no-all");
}

void cli_apply_switches(counterpoint_findings *findings)
{
	for (size_t i = 0; i < switches_len; i++)
		free(counterpoint_findings_switch(findings, switches[i]));
}

counterpoint_findings *cli_findings_new(void)
{
	counterpoint_findings *findings = counterpoint_findings_new();
	cli_apply_switches(findings);
	return findings;
}

/* ---- Files ---- */

bool cli_is_there(const char *path)
{
	struct stat info;
	return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

const char *cli_installed_schema(void)
{
	static char address[4096] = "file://";
	char *path = address + strlen(address);
	size_t room = sizeof address - strlen(address) - 100;
	ssize_t len = readlink("/proc/self/exe", path, room);
	if (len <= 0 || (size_t)len == room)
		return NULL;
	for (int up = 0; up < 2; up++)
		while (len > 0 && path[--len] != '/')
			;
	strcpy(path + len, "/share/counterpoint/schemas/annotation.schema.json");
	return access(path, R_OK) == 0 && !strpbrk(path, " %#?") ? address : NULL;
}

int cli_write(const char *path, const char *data, size_t len)
{
	int error = counterpoint_write_file(path ? path : "-", data, len);
	if (!error)
		return CLI_OK;
	fprintf(stderr, "counterpoint: cannot write %s%s%s: %s\n", path ? "\"" : "",
		path ? path : "the standard output", path ? "\"" : "", strerror(error));
	return CLI_IO;
}

int cli_make_folder(const char *folder)
{
	if (mkdir(folder, 0777) == 0 || errno == EEXIST)
		return CLI_OK;
	fprintf(stderr, "counterpoint: cannot make the folder \"%s\": %s\n", folder,
		strerror(errno));
	return CLI_IO;
}

int cli_write_in(const char *folder, const char *name, const char *data, size_t len)
{
	size_t size = strlen(folder) + strlen(name) + 2;
	char *path = malloc(size);
	if (!path)
		abort();
	snprintf(path, size, "%s/%s", folder, name);
	int status = cli_write(path, data, len);
	free(path);
	return status;
}

int cli_end_output(void)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return CLI_OK;
	fprintf(stderr, "counterpoint: cannot write the standard output: %s\n",
		strerror(errno ? errno : EIO));
	return CLI_IO;
}

const char *cli_ending(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;
	const char *dot = path ? strrchr(slash ? slash : path, '.') : NULL;
	return dot ? dot + 1 : NULL;
}

static const char *find_format(const char *ending, const struct cli_formats *formats)
{
	if (!ending)
		return formats->usual;
	for (size_t i = 0; formats->endings[i][0]; i++)
		if (strcmp(ending, formats->endings[i][0]) == 0)
			return formats->endings[i][1];
	return NULL;
}

int cli_choose_format(const struct cli_verb *verb, const char **format, const char *path,
	const struct cli_formats *formats)
{
	if (!*format && !(*format = find_format(cli_ending(path), formats)))
		return cli_usage_error(verb,
			"the ending of \"%s\" is no format; say which with --format",
			path);
	return cli_check_choice(verb, "format", *format, formats->names);
}

bool cli_would_overwrite(
	const struct cli_verb *verb, const char *input, const char *output)
{
	struct stat in, out;
	if (!output || stat(input, &in) != 0 || stat(output, &out) != 0
		|| !S_ISREG(in.st_mode) || in.st_dev != out.st_dev
		|| in.st_ino != out.st_ino)
		return false;
	cli_usage_error(
		verb, "\"%s\" is the file that is read: it would be lost", output);
	return true;
}

char *cli_make(const struct cli_work *work, const counterpoint_input *input, size_t *len,
	counterpoint_findings *findings)
{
	if (work->of_input)
		return work->of_input(input, len, findings);
	counterpoint_input debated = *input;
	debated.bare = work->bare;
	counterpoint_debate *debate = counterpoint_debate_read(&debated, findings);
	char *made = debate ? work->of_debate(debate, len, findings) : NULL;
	counterpoint_debate_free(debate);
	return made;
}

int cli_produce(const struct cli_verb *verb, int operands, char **operand)
{
	const struct cli_work *work = verb->work;
	const char *path = cli_one_operand(verb, operands, operand, work->operand);
	if (!path || (work->prepare && work->prepare(verb) != CLI_OK)
		|| cli_would_overwrite(verb, path, *work->output))
		return CLI_USAGE;
	counterpoint_findings *findings = cli_findings_new();
	size_t len;
	char *made = cli_make(work, &(counterpoint_input){.path = path}, &len, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	if (made)
		status = cli_worse(status, cli_write(*work->output, made, len));
	free(made);
	counterpoint_findings_free(findings);
	return status;
}

int cli_worse(int a, int b)
{
	return a > b ? a : b;
}
