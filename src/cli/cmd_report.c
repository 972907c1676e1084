#include "cli/verbs.h"

static const char *output;

struct cli_option cli_report_options[] = {
	{"output", 'o', "FILE", "write the page to FILE", .value = &output,
		.single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

const struct cli_work cli_report_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.of_debate = counterpoint_debate_report,
};
