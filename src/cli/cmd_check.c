#include "cli/verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *explain, *format, *output;
static bool fix, dry_run;
static int writing; /* how it ended to write what was mended */

static const char *const formats[] = {"text", "json", "sarif", NULL};

struct cli_option cli_check_options[] = {
	{"explain", 0, "CODE",
		"tell what a code in a message means (\"all\": every code); more codes may follow",
		.value = &explain, .single = true},
	{"format", 'f', "FORMAT",
		"text (the default), json, or sarif, for other programs",
		.value = &format, .single = true},
	{"output", 'o', "FILE", "write the findings to FILE; its ending tells the format",
		.value = &output, .single = true},
	{"fix", 0, NULL,
		"mend what can be mended without asking, tell what, and check again; \"-\" is "
		"mended to the standard output",
		.set = &fix},
	{"dry-run", 0, NULL, "with --fix: tell what would be mended, and write nothing",
		.set = &dry_run, .single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

static int explain_code(const struct cli_verb *verb, const char *code)
{
	char *text = counterpoint_explain(strcmp(code, "all") == 0 ? NULL : code);
	if (!text)
		return cli_unknown_code(verb, code);
	int status = cli_write(NULL, text, strlen(text));
	free(text);
	return status;
}

/* The code of the option, and those that follow it. */
static int explain_codes(const struct cli_verb *verb, int operands, char **operand)
{
	int status = explain_code(verb, explain);
	for (int i = 0; i < operands && status == CLI_OK; i++) {
		status = cli_write(NULL, "\n", 1);
		if (status == CLI_OK)
			status = explain_code(verb, operand[i]);
	}
	return status;
}

/* Where the mended text goes: into the file if it changed, and on from the standard input in
 * any case. */
static int write_mended(const char *path, const char *text, size_t len, bool changed)
{
	bool from_stdin = strcmp(path, "-") == 0;
	return dry_run || (!changed && !from_stdin) ? CLI_OK : cli_write(path, text, len);
}

static void mend(const char *path, counterpoint_findings *findings)
{
	char *changes;
	size_t len;
	char *text = counterpoint_fix(
		&(counterpoint_input){.path = path}, &changes, &len, findings);
	if (changes)
		fputs(changes, stderr);
	if (text)
		writing = cli_worse(
			writing, write_mended(path, text, len, changes != NULL));
	free(changes);
	free(text);
}

static counterpoint_findings *find(const char *path)
{
	counterpoint_findings *findings = cli_findings_new();
	if (fix)
		mend(path, findings);
	else
		counterpoint_debate_free(counterpoint_debate_load(path, findings));
	return findings;
}

/* One file after the other, for people. */
static int check_aloud(int operands, char **operand)
{
	int status = CLI_OK;
	for (int i = 0; i < operands; i++) {
		counterpoint_findings *findings = find(operand[i]);
		cli_put_findings(findings);
		status = cli_worse(status, counterpoint_findings_status(findings));
		counterpoint_findings_free(findings);
	}
	return status;
}

/* All files in one result, for programs. */
static int check_for_programs(int operands, char **operand)
{
	counterpoint_findings **lists = calloc((unsigned)operands, sizeof *lists);
	if (!lists)
		abort();
	int status = CLI_OK;
	size_t len;
	for (int i = 0; i < operands; i++) {
		lists[i] = find(operand[i]);
		status = cli_worse(status, counterpoint_findings_status(lists[i]));
	}
	char *data = counterpoint_findings_data(
		lists, (size_t)operands, format ? format : "text", &len);
	status = cli_worse(status, cli_write(output, data, len));
	free(data);
	for (int i = 0; i < operands; i++)
		counterpoint_findings_free(lists[i]);
	free(lists);
	return status;
}

static bool is_text(void)
{
	return !format || strcmp(format, "text") == 0;
}

/* CLI_OK, or what there is to say against the options and files. */
static int check_usage(const struct cli_verb *verb, int operands, char **operand)
{
	if (operands == 0)
		return cli_usage_error(verb, "ANNOTATION is missing");
	if (cli_check_choice(verb, "format", format, formats) != CLI_OK)
		return CLI_USAGE;
	if (dry_run && !fix)
		return cli_usage_error(verb, "--dry-run goes with --fix");
	for (int i = 0; i < operands; i++) {
		if (cli_would_overwrite(verb, operand[i], output))
			return CLI_USAGE;
		if (fix && !is_text() && !output && strcmp(operand[i], "-") == 0)
			return cli_usage_error(verb,
				"\"-\" is mended to the standard output: give a file for "
				"the findings with -o");
	}
	return CLI_OK;
}

/* Of a line there are the findings; and with --fix, the document as it is without them. */
static char *check_input(
	const counterpoint_input *input, size_t *len, counterpoint_findings *findings)
{
	char *changes, *text = NULL;
	if (fix) {
		text = counterpoint_fix(input, &changes, len, findings);
		free(changes);
	} else
		counterpoint_debate_free(counterpoint_debate_read(input, findings));
	return text;
}

static const char *const mended_format = "json";

const struct cli_work cli_check_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &mended_format,
	.of_input = check_input,
};

int cli_check(const struct cli_verb *verb, int operands, char **operand)
{
	if (explain)
		return explain_codes(verb, operands, operand);
	if (!format && cli_ending(output) && cli_is_one_of(cli_ending(output), formats))
		format = cli_ending(output);
	int status = check_usage(verb, operands, operand);
	if (status != CLI_OK)
		return status;
	status = is_text() && !output ? check_aloud(operands, operand)
				      : check_for_programs(operands, operand);
	return cli_worse(status, writing);
}
