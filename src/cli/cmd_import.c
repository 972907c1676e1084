#define _POSIX_C_SOURCE 200809L
#include "cli/verbs.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SUBTAG "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static counterpoint_import_options options;
static const char *output, *folder, *format, *report;
static bool list, quiet;

struct cli_option cli_import_options[] = {
	{"output", 'o', "FILE", "write the thread to FILE", .value = &output,
		.single = true},
	{"from", 0, "FORMAT",
		"read the page as FORMAT, one of those above, instead of recognising it",
		.value = &options.format},
	{"list", 0, NULL, "show which threads there are: id, comments, title",
		.set = &list, .single = true},
	{"format", 'f', "FORMAT", "show them as text or json; text by default",
		.value = &format, .single = true},
	{"thread", 0, "ID", "take this one of several threads", .value = &options.thread},
	{"all", 0, "DIR", "write every thread to a file in DIR, named after its id",
		.value = &folder, .single = true},
	{"report", 0, "FILE",
		"write what was left out and guessed to FILE as JSON, all of it",
		.value = &report, .single = true},
	{"title", 0, "TEXT", "the title, if the page does not give the right one",
		.value = &options.title},
	{"url", 0, "URL", "where the page was found", .value = &options.url},
	{"retrieved", 0, "DATE", "the day on which it was saved, as 2010-08-10",
		.value = &options.retrieved},
	{"language", 0, "TAG", "the language of the text, as en or de-AT",
		.value = &options.language},
	{"pseudonymise", 0, NULL,
		"call the authors Speaker 1, Speaker 2 and so on, in the texts as well",
		.set = &options.pseudonymise},
	{"key", 0, "FILE", "write who is who to FILE, which must not be there yet",
		.value = &options.key, .single = true},
	{"quiet", 'q', NULL, "do not report what was left out and guessed",
		.set = &quiet},
	CLI_FINDING_OPTIONS,
	{0},
};

static bool is_date(const char *text)
{
	const char *pattern = "0000-00-00";
	for (; *pattern && *text; pattern++, text++)
		if (*pattern == '0' ? !isdigit((unsigned char)*text) : *text != '-')
			return false;
	return !*pattern && !*text;
}

/* A BCP 47 tag: subtags of up to eight letters and digits; the first, the language, has two
 * or three letters. */
static bool is_tag(const char *text)
{
	size_t first = strcspn(text, "-"), len;
	for (const char *part = text;; part += len + 1) {
		len = strcspn(part, "-");
		if (len < 1 || len > 8 || strspn(part, SUBTAG) < len)
			return false;
		if (!part[len])
			return first == 2 || first == 3;
	}
}

static const char *format_at(size_t index)
{
	return counterpoint_import_format(index, NULL);
}

/* One thread, a list of them, or all: what else is asked for must fit that. */
static int check_mode(const struct cli_verb *verb)
{
	static const char *const list_formats[] = {"text", "json", NULL};
	if (format && !list)
		return cli_usage_error(verb, "--format is for --list");
	if (cli_check_choice(verb, "format", format, list_formats) != CLI_OK)
		return CLI_USAGE;
	if (list + !!options.thread + !!folder > 1)
		return cli_usage_error(
			verb, "only one of --list, --thread and --all can be meant");
	if (folder && (output || options.title || options.url))
		return cli_usage_error(verb, "%s is for one thread, not for --all",
			output                  ? "--output"
				: options.title ? "--title"
						: "--url");
	return CLI_OK;
}

static int check_options(const struct cli_verb *verb)
{
	const char *formats[CLI_MOST_NAMES + 1];
	cli_list_names(formats, format_at);
	if (cli_check_choice(verb, "format", options.format, formats) != CLI_OK)
		return CLI_USAGE;
	if (options.retrieved && !is_date(options.retrieved))
		return cli_usage_error(
			verb, "\"%s\" is no date such as 2010-08-10", options.retrieved);
	if (options.language && !is_tag(options.language))
		return cli_usage_error(verb,
			"\"%s\" is no language tag such as en or de-AT",
			options.language);
	if (options.key && !options.pseudonymise)
		return cli_usage_error(verb, "--key is for --pseudonymise");
	if (options.key && output && strcmp(options.key, output) == 0)
		return cli_usage_error(verb, "the key and the thread need a file each");
	if (options.pseudonymise && list)
		return cli_usage_error(verb, "--list writes no thread to pseudonymise");
	return check_mode(verb);
}

/* ---- What is made ---- */

static int write_in_folder(const counterpoint_threads *threads, size_t index)
{
	size_t len;
	char *thread = counterpoint_threads_json(threads, index, &len);
	int status = cli_write_in(
		folder, counterpoint_threads_file(threads, index), thread, len);
	free(thread);
	return status;
}

static int write_all(const counterpoint_threads *threads)
{
	size_t count = counterpoint_threads_count(threads);
	int status = cli_make_folder(folder);
	for (size_t i = 0; status == CLI_OK && i < count; i++)
		status = write_in_folder(threads, i);
	if (status == CLI_OK && !quiet)
		fprintf(stderr, "%zu thread%s in \"%s\"\n", count, count == 1 ? "" : "s",
			folder);
	return status;
}

static int write_list(const counterpoint_threads *threads)
{
	size_t len;
	char *text = counterpoint_threads_list(threads, format ? format : "text", &len);
	int status = cli_write(output, text, len);
	free(text);
	return status;
}

/* Whether anything was made goes to `made`. */
static int import_many(const char *path, counterpoint_findings *findings, bool *made)
{
	counterpoint_threads *threads = counterpoint_threads_read(
		&(counterpoint_input){.path = path}, &options, findings);
	*made = threads != NULL;
	int status = !threads ? CLI_OK : list ? write_list(threads) : write_all(threads);
	counterpoint_threads_free(threads);
	return status;
}

static int import_one(const char *path, counterpoint_findings *findings, bool *made)
{
	size_t len;
	char *thread = counterpoint_import(
		&(counterpoint_input){.path = path}, &options, &len, findings);
	*made = thread != NULL;
	int status = thread ? cli_write(output, thread, len) : CLI_OK;
	free(thread);
	return status;
}

static int write_report(counterpoint_findings *findings)
{
	size_t len;
	char *json = counterpoint_findings_data(&findings, 1, "json", &len);
	int status = cli_write(report, json, len);
	free(json);
	return status;
}

static char *import_input(
	const counterpoint_input *input, size_t *len, counterpoint_findings *findings)
{
	return counterpoint_import(input, &options, len, findings);
}

static const char *const thread_format = "json";

const struct cli_work cli_import_work = {
	.operand = "PAGE",
	.output = &output,
	.format = &thread_format,
	.prepare = check_options,
	.of_input = import_input,
};

int cli_import(const struct cli_verb *verb, int operands, char **operand)
{
	const char *path = cli_one_operand(verb, operands, operand, "PAGE");
	bool made;
	if (!path || check_options(verb) != CLI_OK
		|| cli_would_overwrite(verb, path, output)
		|| cli_would_overwrite(verb, path, report))
		return CLI_USAGE;
	counterpoint_findings *findings = cli_findings_new();
	int status = (list || folder ? import_many : import_one)(path, findings, &made);
	if (!quiet || !made || counterpoint_findings_errors(findings))
		cli_put_findings(findings);
	if (report)
		status = cli_worse(status, write_report(findings));
	status = cli_worse(status, counterpoint_findings_status(findings));
	counterpoint_findings_free(findings);
	return status;
}
