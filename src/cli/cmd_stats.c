#include "cli/verbs.h"

#include <assert.h>
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
static const char *const themes[] = {
	"default", "high-contrast", "greyscale", "dark", NULL};

static char *count(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	(void)findings;
	return counterpoint_debate_stats(debate, &options, len);
}

/* CLI_OK, or CLI_USAGE with a message. */
static int check_table(const struct cli_verb *verb)
{
	const char *names[32] = {0};
	for (size_t i = 0; (names[i] = counterpoint_stats_table(i, NULL)); i++)
		assert(i + 1 < sizeof names / sizeof *names);
	return !options.table || cli_is_one_of(options.table, names)
		? CLI_OK
		: cli_unknown_choice(verb, "table", options.table, names);
}

static int prepare_plot(const struct cli_verb *verb)
{
	bool svg = strcmp(options.format, "svg") == 0;
	if (options.plot && !cli_is_one_of(options.plot, plots))
		return cli_unknown_choice(verb, "plot", options.plot, plots);
	if (options.theme && !cli_is_one_of(options.theme, themes))
		return cli_unknown_choice(verb, "theme", options.theme, themes);
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
	if (!options.format
		&& !(options.format = cli_format_of_file(
			     verb, output, endings, options.plot ? "svg" : "text")))
		return CLI_USAGE;
	if (!cli_is_one_of(options.format, formats))
		return cli_unknown_choice(verb, "format", options.format, formats);
	return check_table(verb) == CLI_OK ? prepare_plot(verb) : CLI_USAGE;
}

const struct cli_work cli_stats_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &options.format,
	.prepare = prepare,
	.of_debate = count,
};
