#include "cli/verbs.h"

#include <string.h>

static counterpoint_stats_options options;
static const char *output;

struct cli_option cli_stats_options[] = {
	{"format", 'f', "FORMAT",
		"text (the default), csv, json, or svg, a plot; else the ending .txt, .csv, .json or "
		".svg of FILE tells",
		.value = &options.format},
	{"table", 't', "NAME",
		"one table alone: overview, sides, speakers, moves, pairs, points, clashes, "
		"unanswered, concessions, shared, burden, minority, questions, past, time, "
		"quotations, coverage, schemes or claims",
		.value = &options.table},
	{"explain", 0, NULL, "say above each table, as text, how its numbers come about",
		.set = &options.explain},
	{"plot", 0, "NAME",
		"draw a plot, as svg: time (contributions over time), balance (of the sides) or "
		"strength (of the motion and the key points)",
		.value = &options.plot},
	{"theme", 0, "NAME",
		"colours of the plot: default, high-contrast, greyscale or dark",
		.value = &options.theme},
	{"output", 'o', "FILE", "write the result to FILE", .value = &output,
		.single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const formats[] = {"text", "csv", "json", "svg", NULL};
static const char *const endings[][2] = {
	{"txt", "text"}, {"csv", "csv"}, {"json", "json"}, {"svg", "svg"}, {0}};
static const char *const plots[] = {"time", "balance", "strength", NULL};

static char *count(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	(void)findings;
	return counterpoint_debate_stats(debate, &options, len);
}

static const char *table_at(size_t index)
{
	return counterpoint_stats_table(index, NULL);
}

static int prepare_plot(const struct cli_verb *verb)
{
	bool svg = strcmp(options.format, "svg") == 0;
	if (cli_check_choice(verb, "plot", options.plot, plots) != CLI_OK
		|| cli_check_choice(verb, "theme", options.theme, cli_themes) != CLI_OK)
		return CLI_USAGE;
	if (svg && !options.plot)
		return cli_usage_error(
			verb, "svg needs --plot time, balance or strength");
	if (!svg && (options.plot || options.theme))
		return cli_usage_error(verb, "--plot and --theme are for svg");
	if (svg && (options.table || options.explain))
		return cli_usage_error(
			verb, "a plot has no tables: leave --table and --explain out");
	return CLI_OK;
}

static int prepare(const struct cli_verb *verb)
{
	const char *tables[CLI_MOST_NAMES + 1];
	const struct cli_formats all = {formats, endings, options.plot ? "svg" : "text"};
	cli_list_names(tables, table_at);
	if (cli_choose_format(verb, &options.format, output, &all) != CLI_OK
		|| cli_check_choice(verb, "table", options.table, tables) != CLI_OK)
		return CLI_USAGE;
	return prepare_plot(verb);
}

const struct cli_work cli_stats_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &options.format,
	.prepare = prepare,
	.of_debate = count,
};
