#define _POSIX_C_SOURCE 200809L
#include "cli/verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MEGABYTE ((size_t)1 << 20)

static counterpoint_batch batch = {.stop = -1, .longest = 64 * MEGABYTE, .seconds = 300};
static bool wants_progress, wants_none;

/* ---- Options ---- */

/* A whole number from `least` up, and what follows it in the text. False where there is none. */
static bool take_number(const char **text, size_t least, size_t *number)
{
	char *end;
	unsigned long long read = strtoull(*text, &end, 10);
	if (**text < '0' || **text > '9' || read < least || read > (size_t)1 << 52)
		return false;
	*text = end;
	*number = (size_t)read;
	return true;
}

static int take_jobs(const struct cli_verb *verb, const char *text)
{
	size_t number;
	const char *rest = text;
	if (!take_number(&rest, 1, &number) || *rest || number > 1024)
		return cli_usage_error(
			verb, "\"%s\" is no number of processes, from 1 to 1024", text);
	batch.workers = (unsigned)number;
	return CLI_OK;
}

/* "17", "17-", "-17" or "17-29". */
static int take_lines(const struct cli_verb *verb, const char *text)
{
	const char *rest = text;
	bool from = take_number(&rest, 1, &batch.first);
	bool open = *rest == '-';
	rest += open;
	bool to = open && take_number(&rest, 1, &batch.last);
	if (from && !open)
		batch.last = batch.first;
	if (*rest || (!from && !to) || (to && batch.last < batch.first))
		return cli_usage_error(
			verb, "\"%s\" are no lines such as 17, 17-, -29 or 17-29", text);
	return CLI_OK;
}

static int take_part(const struct cli_verb *verb, const char *text)
{
	const char *rest = text;
	if (!take_number(&rest, 1, &batch.part) || *rest++ != '/'
		|| !take_number(&rest, batch.part, &batch.parts) || *rest)
		return cli_usage_error(
			verb, "\"%s\" is no part such as 1/4, the first of four", text);
	return CLI_OK;
}

static int take_longest(const struct cli_verb *verb, const char *text)
{
	size_t number;
	const char *rest = text;
	if (!take_number(&rest, 1, &number) || *rest || number > 1024)
		return cli_usage_error(
			verb, "\"%s\" is no number of megabytes, from 1 to 1024", text);
	batch.longest = number * MEGABYTE;
	return CLI_OK;
}

static int take_timeout(const struct cli_verb *verb, const char *text)
{
	char *end;
	batch.seconds = strtod(text, &end);
	if (end == text || *end || !(batch.seconds >= 0 && batch.seconds <= 1e6))
		return cli_usage_error(verb, "\"%s\" is no number of seconds", text);
	return CLI_OK;
}

struct cli_option cli_batch_options[] = {
	{"jobs", 'j', "N", "work in N processes; else in as many as there are processors",
		.take = take_jobs},
	{"field", 0, "NAME",
		"the document is what this property of the line holds, not the whole line",
		.value = &batch.field},
	{"id", 0, "NAME",
		"the property of the line that its record has as \"id\"; else \"id\" or \"x-id\"",
		.value = &batch.id},
	{"thread-root", 0, "DIR",
		"annotations may name files in DIR as their threads; else they may name none",
		.value = &batch.root},
	{"lines", 0, "FROM-TO", "do these lines alone; FROM or TO may be left out",
		.take = take_lines},
	{"part", 0, "K/N", "do each N-th line alone, from the K-th on",
		.take = take_part},
	{"timeout", 0, "SECONDS", "give a line up after so long (300); 0: never",
		.take = take_timeout},
	{"longest", 0, "MEGABYTES", "give lines up that are longer (64)",
		.take = take_longest},
	{"progress", 0, NULL,
		"tell how far it is on the standard error, even if that is no terminal",
		.set = &wants_progress},
	{"no-progress", 0, NULL, "do not tell, not even on a terminal",
		.set = &wants_none},
	{0},
};

/* ---- Progress ---- */

static struct {
	counterpoint_batch_counts before; /* of the files before this one */
	struct timespec started, told;
} news;

static double seconds_since(const struct timespec *then)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec)
		+ (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

static counterpoint_batch_counts add_counts(const counterpoint_batch_counts *more)
{
	counterpoint_batch_counts sum = *more;
	sum.records += news.before.records;
	sum.errors += news.before.errors;
	sum.failures += news.before.failures;
	sum.status = cli_worse(sum.status, news.before.status);
	return sum;
}

static void put_counts(const counterpoint_batch_counts *counts)
{
	fprintf(stderr, "%zu record%s", counts->records, counts->records == 1 ? "" : "s");
	if (counts->errors)
		fprintf(stderr, ", %zu with errors", counts->errors);
	if (counts->failures)
		fprintf(stderr, ", %zu not done", counts->failures);
	double seconds = seconds_since(&news.started);
	if (batch.progress && seconds > 0)
		fprintf(stderr, ", %.0f a second", (double)counts->records / seconds);
}

static void tell(void *context, const counterpoint_batch_counts *counts)
{
	(void)context;
	if (seconds_since(&news.told) < 0.2)
		return;
	counterpoint_batch_counts sum = add_counts(counts);
	fputc('\r', stderr);
	put_counts(&sum);
	fputs("\033[K", stderr);
	clock_gettime(CLOCK_MONOTONIC, &news.told);
}

static void tell_end(const counterpoint_batch_counts *counts)
{
	if (batch.progress)
		fputs("\r\033[K", stderr);
	put_counts(counts);
	if (counts->stopped)
		fprintf(stderr, "; stopped after line %zu", counts->line);
	fputc('\n', stderr);
}

/* ---- Signals: what was begun to be written is written to the end of its line ---- */

static volatile sig_atomic_t caught;
static int wake = -1;

static void catch_signal(int signal)
{
	int error = errno;
	caught = signal;
	if (write(wake, "", 1) < 0) {
		/* The pipe is full, so there is enough to wake by. */
	}
	errno = error;
}

static const int signals[] = {SIGHUP, SIGINT, SIGTERM};

/* The first signal stops it in order, and a second one at once. What was ignored stays so. */
static int catch_signals(void)
{
	int ends[2];
	struct sigaction old, action = {.sa_handler = catch_signal};
	if (pipe(ends) != 0) {
		fprintf(stderr, "counterpoint: cannot make a pipe: %s\n",
			strerror(errno));
		return CLI_IO;
	}
	batch.stop = ends[0];
	wake = ends[1];
	action.sa_flags = (int)SA_RESETHAND;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
	return CLI_OK;
}

/* As whoever started it expects of a program that was stopped. */
static void end_by_signal(void)
{
	signal(caught, SIG_DFL);
	raise(caught);
}

/* ---- The work ---- */

static char *make(void *work, const counterpoint_input *input, size_t *len,
	counterpoint_findings *findings)
{
	cli_apply_switches(findings);
	return cli_make(work, input, len, findings);
}

/* What could not be done in the end, and why; a file has its name then. */
static int report(const char *what, int error)
{
	bool named = strcmp(what, "read") == 0 && batch.in != STDIN_FILENO;
	fprintf(stderr, "counterpoint: cannot %s%s%s%s: %s\n", what, named ? " \"" : "",
		named ? batch.name : "", named ? "\"" : "", strerror(error));
	return CLI_IO;
}

static int run_file(const char *path, counterpoint_batch_counts *counts)
{
	bool is_stdin = strcmp(path, "-") == 0;
	batch.name = is_stdin ? "<stdin>" : path;
	batch.in = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (batch.in < 0)
		return report("read", errno);
	int error = counterpoint_batch_run(&batch, counts);
	int status = error ? report(counts->failed, error) : counts->status;
	if (!is_stdin)
		close(batch.in);
	news.before = *counts = add_counts(counts);
	return status;
}

static int run_files(int count, char **paths)
{
	static char standard_input[] = "-", *only[] = {standard_input};
	counterpoint_batch_counts counts = {0};
	int status = catch_signals();
	if (count == 0) {
		count = 1;
		paths = only;
	}
	batch.out = STDOUT_FILENO;
	clock_gettime(CLOCK_MONOTONIC, &news.started);
	for (int i = 0; i < count && !counts.stopped && !counts.failed; i++) {
		batch.file = count > 1 ? paths[i] : NULL;
		status = cli_worse(status, run_file(paths[i], &counts));
	}
	tell_end(&counts);
	if (counts.stopped)
		end_by_signal();
	return status;
}

/* What the verb makes must be text, to stand in a record. */
static int check_format(const struct cli_verb *verb)
{
	static const char *const binary[] = {"png", "pdf", "svgz", NULL};
	const char *format = verb->work->format ? *verb->work->format : NULL;
	if (format && cli_is_one_of(format, binary))
		return cli_usage_error(verb, "%s is no text, which a record has", format);
	batch.is_json = format && strcmp(format, "json") == 0;
	return CLI_OK;
}

static int prepare(const struct cli_verb *verb)
{
	if (verb->work->prepare && verb->work->prepare(verb) != CLI_OK)
		return CLI_USAGE;
	batch.make = make;
	batch.context = (void *)verb->work;
	if ((wants_progress || isatty(STDERR_FILENO)) && !wants_none)
		batch.progress = tell;
	return check_format(verb);
}

static int refuse(const struct cli_verb *verb, const struct cli_verb *wrong)
{
	char list[256] = "";
	for (const struct cli_verb *row = cli_verbs; row->name; row++)
		if (row->work)
			snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s",
				*list ? ", " : "", row->name);
	return cli_usage_error(
		verb, "\"%s\" is no verb for batches; there are: %s", wrong->name, list);
}

int cli_batch(const struct cli_verb *verb, int operands, char **operand)
{
	if (operands == 0)
		return cli_usage_error(verb, "VERB is missing");
	const struct cli_verb *work = cli_verb_named(operand[0]);
	if (!work)
		return cli_unknown_verb(operand[0]);
	if (!work->work)
		return refuse(verb, work);
	int first, status = cli_parse(work, operands, operand, true, &first);
	if (status >= 0)
		return status;
	if (prepare(work) != CLI_OK)
		return CLI_USAGE;
	return run_files(operands - first, operand + first);
}
