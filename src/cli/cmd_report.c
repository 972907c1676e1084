#include "cli/verbs.h"

static const char *output;

struct cli_option cli_report_options[] = {
	{"output", 'o', "FILE", "write the page to FILE", .value = &output},
	CLI_FINDING_OPTIONS,
	{0},
};

int cli_report(const struct cli_verb *verb, int operands, char **operand)
{
	const char *path = cli_one_operand(verb, operands, operand, "ANNOTATION");
	return path ? cli_produce(path, output, counterpoint_debate_report) : CLI_USAGE;
}
