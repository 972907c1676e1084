#include "cli/verbs.h"

#include <string.h>

static const char *output;
static counterpoint_summary_options options;

struct cli_option cli_summary_options[] = {
	{"output", 'o', "FILE", "write the summary to FILE", .value = &output,
		.single = true},
	{"format", 'f', "FORMAT",
		"markdown (the default), text, html, a fragment for a page, or json, with what each "
		"sentence rests on; else the ending .md, .txt, .html or .json of FILE tells",
		.value = &options.format},
	{"length", 'l', "LENGTH",
		"short (about 120 words), medium (about 350) or long (the default): whole items "
		"are left out, and how many is said",
		.value = &options.length},
	{"for", 0, "READER",
		"who reads it: newcomer, moderator, teacher, or participant=NAME, a speaker; each "
		"is told other things, and other things first",
		.value = &options.reader},
	{"as-of", 0, "COMMENT", "tell the debate as it was after the comment of this id",
		.value = &options.as_of},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const lengths[] = {"short", "medium", "long", NULL};
static const char *const formats[] = {"markdown", "text", "html", "json", NULL};
static const char *const readers[] = {
	"anyone", "newcomer", "participant", "moderator", "teacher", NULL};

static const char *const endings[][2] = {{"md", "markdown"}, {"markdown", "markdown"},
	{"txt", "text"}, {"html", "html"}, {"json", "json"}, {0}};

static char *summarise(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	return counterpoint_debate_summary(debate, &options, len, findings);
}

/* A reader is a word, of which participant alone has a name after it. */
static int check_reader(const struct cli_verb *verb)
{
	char word[32] = "";
	const char *name = options.reader ? strchr(options.reader, '=') : NULL;
	if (!options.reader)
		return CLI_OK;
	strncat(word, options.reader,
		name && (size_t)(name - options.reader) < sizeof word
			? (size_t)(name - options.reader)
			: sizeof word - 1);
	if (strcmp(word, "participant") == 0 && (!name || !name[1]))
		return cli_usage_error(
			verb, "say which participant: --for participant=NAME");
	if (cli_is_one_of(word, readers) && !(name && strcmp(word, "participant") != 0))
		return CLI_OK;
	const char *near = counterpoint_name_near(word, readers);
	return cli_usage_error(verb,
		"there is no reader \"%s\"; %s%s%s readers are: newcomer, "
		"participant=NAME, moderator, teacher, anyone",
		options.reader, near ? "did you mean \"" : "", near ? near : "",
		near ? "\"? The" : "the");
}

static int prepare(const struct cli_verb *verb)
{
	static const struct cli_formats all = {formats, endings, "markdown"};
	if (cli_choose_format(verb, &options.format, output, &all) != CLI_OK
		|| cli_check_choice(verb, "length", options.length, lengths) != CLI_OK)
		return CLI_USAGE;
	return check_reader(verb);
}

const struct cli_work cli_summary_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &options.format,
	.bare = true,
	.prepare = prepare,
	.of_debate = summarise,
};
