#include "cli/verbs.h"

#include <string.h>

static const char *output, *format, *length;

struct cli_option cli_summary_options[] = {
	{"output", 'o', "FILE", "write the summary to FILE", .value = &output,
		.single = true},
	{"format", 'f', "FORMAT",
		"markdown (the default), text, or html, a fragment for a page; else the ending "
		".txt or .html of FILE tells",
		.value = &format},
	{"length", 'l', "LENGTH",
		"short (about 120 words), medium (about 350) or long (the default): whole items "
		"are left out, and how many is said",
		.value = &length},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const lengths[] = {"short", "medium", "long", NULL};
static const char *const formats[] = {"markdown", "text", "html", NULL};

static const char *format_of_file(const char *path)
{
	const char *ending = cli_ending(path);
	return !ending                        ? "markdown"
		: strcmp(ending, "html") == 0 ? "html"
		: strcmp(ending, "txt") == 0  ? "text"
					      : "markdown";
}

static char *summarise(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	(void)findings;
	return counterpoint_debate_summary(
		debate, &(counterpoint_summary_options){format, length}, len);
}

static int prepare(const struct cli_verb *verb)
{
	if (!format)
		format = format_of_file(output);
	if (!cli_is_one_of(format, formats))
		return cli_usage_error(verb,
			"there is no format \"%s\"; the formats are: markdown, "
			"text, html",
			format);
	if (length && !cli_is_one_of(length, lengths))
		return cli_usage_error(verb,
			"there is no length \"%s\"; the lengths are: short, medium, long",
			length);
	return CLI_OK;
}

const struct cli_work cli_summary_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &format,
	.bare = true,
	.prepare = prepare,
	.of_debate = summarise,
};
