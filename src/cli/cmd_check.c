#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

static const char *explain;

struct cli_option cli_check_options[] = {
	{"explain", 0, "CODE",
		"tell what a code in a message means (\"all\": every code)", &explain,
		NULL},
	{0},
};

static int explain_code(const struct cli_verb *verb)
{
	char *text = counterpoint_explain(strcmp(explain, "all") == 0 ? NULL : explain);
	if (!text)
		return cli_usage_error(verb, "there is no code \"%s\"", explain);
	int status = cli_write(NULL, text, strlen(text));
	free(text);
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
		return explain_code(verb);
	if (operands == 0)
		return cli_usage_error(verb, "ANNOTATION is missing");
	int status = CLI_OK;
	for (int i = 0; i < operands; i++)
		status = cli_worse(status, check(operand[i]));
	return status;
}
