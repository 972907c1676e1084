#include "cli/verbs.h"

#include <stdio.h>
#include <string.h>

static counterpoint_stats_options options;
static const char *output;

struct cli_option cli_stats_options[] = {
	{"format", 'f', "FORMAT",
		"text (the default), csv, json, or svg, a plot; else the ending .csv or .json of "
		"FILE tells",
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
static const char *const plots[] = {"time", "balance", "strength", NULL};
static const char *const themes[] = {
	"default", "high-contrast", "greyscale", "dark", NULL};

static char *count(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	(void)findings;
	return counterpoint_debate_stats(debate, &options, len);
}

static bool is_table(const char *name)
{
	const char *known;
	for (size_t i = 0; (known = counterpoint_stats_table(i, NULL)); i++)
		if (strcmp(known, name) == 0)
			return true;
	return false;
}

static int report_table(const struct cli_verb *verb)
{
	char list[512] = "";
	const char *name;
	for (size_t i = 0; (name = counterpoint_stats_table(i, NULL)); i++)
		snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s",
			i ? ", " : "", name);
	return cli_usage_error(verb, "there is no table \"%s\"; the tables are: %s",
		options.table, list);
}

static const char *format_of_file(const char *path)
{
	const char *ending = cli_ending(path);
	return ending && strcmp(ending, "txt") != 0 && cli_is_one_of(ending, formats)
		? ending
		: "text";
}

static int prepare_plot(const struct cli_verb *verb)
{
	bool svg = strcmp(options.format, "svg") == 0;
	if (options.plot && !cli_is_one_of(options.plot, plots))
		return cli_usage_error(verb,
			"there is no plot \"%s\"; the plots are: time, balance, strength",
			options.plot);
	if (options.theme && !cli_is_one_of(options.theme, themes))
		return cli_usage_error(verb,
			"there is no theme \"%s\"; the themes are: default, high-contrast, "
			"greyscale, dark",
			options.theme);
	if (svg && !options.plot)
		return cli_usage_error(
			verb, "svg needs --plot time, balance or strength");
	if (!svg && (options.plot || options.theme))
		return cli_usage_error(verb, "--plot and --theme are for svg");
	return CLI_OK;
}

static int prepare(const struct cli_verb *verb)
{
	if (!options.format)
		options.format = options.plot ? "svg" : format_of_file(output);
	if (!cli_is_one_of(options.format, formats))
		return cli_usage_error(verb,
			"there is no format \"%s\"; the formats are: text, csv, json, svg",
			options.format);
	if (options.table && !is_table(options.table))
		return report_table(verb);
	return prepare_plot(verb);
}

const struct cli_work cli_stats_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &options.format,
	.prepare = prepare,
	.of_debate = count,
};
