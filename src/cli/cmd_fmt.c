#include "cli/verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *output;
static bool check;

struct cli_option cli_fmt_options[] = {
	{"output", 'o', "FILE", "write to FILE, and leave the one that is read",
		.value = &output, .single = true},
	{"check", 0, NULL,
		"change nothing; name the files that would change, and end with 1 if there "
		"are any",
		.set = &check, .single = true},
	{0},
};

static bool is_stdin(const char *path)
{
	return strcmp(path, "-") == 0;
}

static int settle(const char *path, bool changed, const char *text, size_t len)
{
	if (!check && (output || is_stdin(path)))
		return cli_write(output, text, len);
	if (!changed)
		return CLI_OK;
	int status = check ? CLI_FINDINGS : cli_write(path, text, len);
	if (status != CLI_IO)
		puts(is_stdin(path) ? "<stdin>" : path);
	return status;
}

static int format(const char *path)
{
	counterpoint_findings *findings = counterpoint_findings_new();
	bool changed;
	size_t len;
	char *text = counterpoint_format(
		&(counterpoint_input){.path = path}, &changed, &len, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	if (text)
		status = settle(path, changed, text, len);
	free(text);
	counterpoint_findings_free(findings);
	return status;
}

static char *format_input(
	const counterpoint_input *input, size_t *len, counterpoint_findings *findings)
{
	return counterpoint_format(input, NULL, len, findings);
}

static const char *const result_format = "json";

const struct cli_work cli_fmt_work = {
	.operand = "FILE",
	.output = &output,
	.format = &result_format,
	.of_input = format_input,
};

int cli_fmt(const struct cli_verb *verb, int operands, char **operand)
{
	int status = CLI_OK;
	if (operands == 0)
		return cli_usage_error(verb, "FILE is missing");
	if (check && output)
		return cli_usage_error(verb, "--check writes nothing, so there is no -o");
	for (int i = 0; operands > 1 && i < operands; i++)
		if (output || is_stdin(operand[i]))
			return cli_usage_error(verb, "%s goes with one FILE alone",
				output ? "-o" : "\"-\"");
	for (int i = 0; i < operands; i++)
		status = cli_worse(status, format(operand[i]));
	return status;
}
