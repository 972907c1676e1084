#include "cli/verbs.h"

#include <string.h>

static bool assert_format;
static const char *with[CLI_MOST_TIMES + 1];

static int take_file(const struct cli_verb *verb, const char *path)
{
	return cli_take_more(verb, with, "--with", path);
}

struct cli_option cli_schema_options[] = {
	{"assert-format", 0, NULL, "validate: take \"format\" for a rule, not a remark",
		.set = &assert_format},
	{"with", 0, "FILE",
		"validate: a further schema, to which SCHEMA may refer by its \"$id\"; may be "
		"given several times",
		.take = take_file},
	CLI_FINDING_OPTIONS,
	{0},
};

static int print(const struct cli_verb *verb, const char *name)
{
	static const char *const names[] = {"thread", "annotation", NULL};
	if (cli_check_choice(verb, "schema", name, names) != CLI_OK)
		return CLI_USAGE;
	const char *schema = counterpoint_schema(name);
	return cli_write(NULL, schema, strlen(schema));
}

static int check(const counterpoint_validator *validator, const char *path)
{
	counterpoint_findings *findings = cli_findings_new();
	counterpoint_validator_check(validator, path, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	counterpoint_findings_free(findings);
	return status;
}

static int validate(const char *schema, int count, char **paths)
{
	counterpoint_findings *findings = cli_findings_new();
	const counterpoint_validator_options options = {assert_format, with};
	counterpoint_validator *validator =
		counterpoint_validator_load(schema, &options, findings);
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	for (int i = 0; validator && i < count; i++)
		status = cli_worse(status, check(validator, paths[i]));
	counterpoint_validator_free(validator);
	counterpoint_findings_free(findings);
	return status;
}

int cli_schema(const struct cli_verb *verb, int operands, char **operand)
{
	if (operands == 0 || strcmp(operand[0], "validate") != 0) {
		const char *name = cli_one_operand(
			verb, operands, operand, "thread, annotation or validate");
		return name ? print(verb, name) : CLI_USAGE;
	}
	if (operands < 3)
		return cli_usage_error(
			verb, "%s is missing", operands < 2 ? "SCHEMA" : "FILE");
	return validate(operand[1], operands - 2, operand + 2);
}
