#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

static const char *explain;

struct cli_option cli_check_options[] = {
	{"explain", 0, "CODE",
		"tell what a code in a message means (\"all\": every code); more codes may follow",
		&explain, NULL},
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

static int check(const char *path)
{
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = counterpoint_debate_load(path, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
	return status;
}

int cli_check(const struct cli_verb *verb, int operands, char **operand)
{
	if (explain)
		return explain_codes(verb, operands, operand);
	if (operands == 0)
		return cli_usage_error(verb, "ANNOTATION is missing");
	int status = CLI_OK;
	for (int i = 0; i < operands; i++)
		status = cli_worse(status, check(operand[i]));
	return status;
}
