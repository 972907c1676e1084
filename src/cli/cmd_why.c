#include "cli/verbs.h"
#include "cli/weighing.h"

#include <string.h>

static const char *output;
static counterpoint_why_options options = {.by = &cli_weighing};
static counterpoint_render_options picture = {.status = &cli_weighing};

static int take_depth(const struct cli_verb *verb, const char *argument)
{
	options.depth = cli_number_in(verb, argument, "depth", 1, 1000000);
	return options.depth ? CLI_OK : CLI_USAGE;
}

struct cli_option cli_why_options[] = {
	{"depth", 0, "N",
		"go so many steps down; otherwise four, and not too many in all",
		.take = take_depth},
	CLI_WEIGHING_OPTIONS,
	{"format", 'f', "FORMAT",
		"text (the default) or json; or, as a drawing of what bears on it, svg, png, pdf, "
		"dot, outline, outline-markdown or outline-html",
		.value = &cli_weighing.format},
	{"theme", 0, "THEME",
		"colours of a drawing: default, high-contrast, greyscale or dark",
		.value = &picture.theme},
	{"output", 'o', "FILE", "write the result to FILE; its ending tells the format",
		.value = &output, .single = true},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const formats[] = {"text", "json", "svg", "png", "pdf", "dot",
	"outline", "outline-markdown", "outline-html", NULL};

static const char *const endings[][2] = {{"txt", "text"}, {"json", "json"},
	{"svg", "svg"}, {"png", "png"}, {"pdf", "pdf"}, {"dot", "dot"},
	{"md", "outline-markdown"}, {0}};

static bool is_drawing(const char *format)
{
	return strcmp(format, "text") != 0 && strcmp(format, "json") != 0;
}

static char *explain(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	return is_drawing(cli_weighing.format)
		? counterpoint_debate_render(debate, &picture, len, findings)
		: counterpoint_debate_why(debate, &options, len, findings);
}

static int prepare(const struct cli_verb *verb)
{
	static const struct cli_formats all = {formats, endings, "text"};
	if (cli_check_weighing(verb) != CLI_OK
		|| cli_choose_format(verb, &cli_weighing.format, output, &all) != CLI_OK
		|| cli_check_choice(verb, "theme", picture.theme, cli_themes) != CLI_OK)
		return CLI_USAGE;
	picture.format = cli_weighing.format;
	picture.depth = options.depth;
	return CLI_OK;
}

const struct cli_work cli_why_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &cli_weighing.format,
	.prepare = prepare,
	.of_debate = explain,
};

int cli_why(const struct cli_verb *verb, int operands, char **operand)
{
	if (operands == 2 && !cli_is_there(operand[0]) && cli_is_there(operand[1]))
		return cli_usage_error(verb, "ANNOTATION stands before ID");
	if (operands == 2)
		options.id = picture.focus = operand[--operands];
	return cli_produce(verb, operands, operand);
}
