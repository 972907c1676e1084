#include "cli/verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *format = "text", *unit = "codepoint";
static bool write_back, accept_fuzzy;

struct cli_option cli_anchor_options[] = {
	{"format", 'f', "FORMAT", "text (the default) or json", .value = &format},
	{"write", 0, NULL,
		"write into ANNOTATION where its items were found: start, end, prefix and "
		"suffix; all else stays as it is",
		.set = &write_back, .single = true},
	{"accept-fuzzy", 0, NULL,
		"with --write, take what was found only nearly, too, and its words as the quote",
		.set = &accept_fuzzy, .single = true},
	{"unit", 0, "UNIT",
		"what start and end count in ANNOTATION: codepoint (the default), utf8 (bytes) "
		"or utf16; written back are code points",
		.value = &unit},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const formats[] = {"text", "json", NULL};
static const char *const units[] = {"codepoint", "utf8", "utf16", NULL};

static int report(const counterpoint_debate *debate)
{
	size_t len;
	char *text = counterpoint_debate_anchors(debate, format, &len);
	int status = cli_write(NULL, text, len);
	free(text);
	return status;
}

static int repair(const counterpoint_debate *debate, const char *path)
{
	size_t len;
	char *changes = NULL;
	char *text = counterpoint_debate_reanchor(debate, accept_fuzzy, &changes, &len);
	int status = text ? cli_write(path, text, len) : CLI_OK;
	if (status == CLI_OK && changes)
		fprintf(stderr, "%s", changes);
	free(changes);
	free(text);
	return status;
}

static counterpoint_debate *read_debate(
	const counterpoint_input *input, counterpoint_findings *findings)
{
	counterpoint_input in_unit = *input;
	in_unit.unit = unit;
	return counterpoint_debate_read(&in_unit, findings);
}

static int anchor(const char *path)
{
	counterpoint_findings *findings = cli_findings_new();
	counterpoint_debate *debate =
		read_debate(&(counterpoint_input){.path = path}, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	if (debate)
		status = cli_worse(status, report(debate));
	if (debate && write_back)
		status = cli_worse(status, repair(debate, path));
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
	return status;
}

static int prepare(const struct cli_verb *verb)
{
	if (cli_check_choice(verb, "format", format, formats) != CLI_OK
		|| cli_check_choice(verb, "unit", unit, units) != CLI_OK)
		return CLI_USAGE;
	if (accept_fuzzy && !write_back)
		return cli_usage_error(verb, "--accept-fuzzy goes with --write");
	return CLI_OK;
}

static char *tell_anchors(
	const counterpoint_input *input, size_t *len, counterpoint_findings *findings)
{
	counterpoint_debate *debate = read_debate(input, findings);
	char *text = debate ? counterpoint_debate_anchors(debate, format, len) : NULL;
	counterpoint_debate_free(debate);
	return text;
}

const struct cli_work cli_anchor_work = {
	.operand = "ANNOTATION",
	.format = &format,
	.prepare = prepare,
	.of_input = tell_anchors,
};

int cli_anchor(const struct cli_verb *verb, int operands, char **operand)
{
	int status = prepare(verb);
	if (operands == 0)
		return cli_usage_error(verb, "ANNOTATION is missing");
	if (status != CLI_OK)
		return status;
	for (int i = 0; i < operands; i++) {
		if (write_back && strcmp(operand[i], "-") == 0)
			return cli_usage_error(
				verb, "the standard input cannot be written");
		status = cli_worse(status, anchor(operand[i]));
	}
	return status;
}
