#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

static const char *explain, *format, *output;

static const char *const formats[] = {"text", "json", "sarif", NULL};

struct cli_option cli_check_options[] = {
	{"explain", 0, "CODE",
		"tell what a code in a message means (\"all\": every code); more codes may follow",
		.value = &explain},
	{"format", 'f', "FORMAT",
		"text (the default), json, or sarif, for other programs",
		.value = &format},
	{"output", 'o', "FILE", "write the findings to FILE; its ending tells the format",
		.value = &output},
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

static counterpoint_findings *find(const char *path)
{
	counterpoint_findings *findings = cli_findings_new();
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
	counterpoint_findings **lists = calloc((size_t)operands, sizeof *lists);
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

int cli_check(const struct cli_verb *verb, int operands, char **operand)
{
	if (explain)
		return explain_codes(verb, operands, operand);
	if (operands == 0)
		return cli_usage_error(verb, "ANNOTATION is missing");
	if (!format && cli_ending(output) && cli_is_one_of(cli_ending(output), formats))
		format = cli_ending(output);
	if (format && !cli_is_one_of(format, formats))
		return cli_usage_error(verb,
			"there is no format \"%s\"; the formats are: text, json, sarif",
			format);
	for (int i = 0; i < operands; i++)
		if (cli_would_overwrite(verb, operand[i], output))
			return CLI_USAGE;
	bool text = !format || strcmp(format, "text") == 0;
	return text && !output ? check_aloud(operands, operand)
			       : check_for_programs(operands, operand);
}
