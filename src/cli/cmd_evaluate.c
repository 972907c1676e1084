#include "cli/verbs.h"
#include "cli/weighing.h"

#include <stdlib.h>

static const char *output, *uncertainty;

struct cli_option cli_evaluate_options[] = {
	CLI_WEIGHING_OPTIONS,
	{"uncertainty", 0, "NUMBER",
		"also give the least and the most that each strength may be, if what it "
		"starts from is off by up to NUMBER",
		.value = &uncertainty},
	{"votes", 0, NULL,
		"let claims start by the votes for their comments, which tell what is "
		"popular, not what is well argued",
		.set = &cli_weighing.votes},
	{"format", 'f', "FORMAT",
		"text (the default) or json; else the ending .txt or .json of FILE tells",
		.value = &cli_weighing.format},
	{"output", 'o', "FILE", "write the result to FILE", .value = &output,
		.single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const formats[] = {"text", "json", NULL};
static const char *const endings[][2] = {{"txt", "text"}, {"json", "json"}, {0}};

static char *evaluate(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	return counterpoint_debate_evaluate(debate, &cli_weighing, len, findings);
}

static bool read_uncertainty(void)
{
	char *end;
	if (!uncertainty)
		return true;
	cli_weighing.uncertainty = strtod(uncertainty, &end);
	return end != uncertainty && !*end && cli_weighing.uncertainty >= 0.01
		&& cli_weighing.uncertainty <= 1;
}

static int prepare(const struct cli_verb *verb)
{
	static const struct cli_formats all = {formats, endings, "text"};
	if (cli_check_weighing(verb) != CLI_OK
		|| cli_choose_format(verb, &cli_weighing.format, output, &all) != CLI_OK)
		return CLI_USAGE;
	if (!read_uncertainty())
		return cli_usage_error(verb,
			"\"%s\" is no uncertainty: it goes from 0.01 to 1", uncertainty);
	return CLI_OK;
}

const struct cli_work cli_evaluate_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &cli_weighing.format,
	.prepare = prepare,
	.of_debate = evaluate,
};
