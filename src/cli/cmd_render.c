#include "cli/verbs.h"

#include <string.h>

static const char *output, *view = "map", *format, *layout = "auto";

struct cli_option cli_render_options[] = {
	{"output", 'o', "FILE", "write the drawing to FILE; its ending tells the format",
		.value = &output},
	{"view", 0, "VIEW", "what to draw: map, the argument map (the default)",
		.value = &view},
	{"format", 'f', "FORMAT",
		"svg (the default), html, a page to explore, png, pdf, json, with every place, or "
		"dot, Graphviz's language",
		.value = &format},
	{"layout", 0, "LAYOUT",
		"who lays it out: dot, which is Graphviz; tree, for maps of any size; or auto "
		"(the default), dot while that is fast",
		.value = &layout},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const formats[] = {"svg", "html", "png", "pdf", "json", "dot", NULL};
static const char *const layouts[] = {"auto", "dot", "tree", NULL};

/* What the ending of the file's name says; NULL if it says nothing that is known. */
static const char *format_of_file(const char *path)
{
	const char *ending = cli_ending(path);
	return !ending ? "svg" : cli_is_one_of(ending, formats) ? ending : NULL;
}

static char *render(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	return counterpoint_debate_render(debate,
		&(counterpoint_render_options){view, format, layout}, len, findings);
}

int cli_render(const struct cli_verb *verb, int operands, char **operand)
{
	const char *path = cli_one_operand(verb, operands, operand, "ANNOTATION");
	if (!path)
		return CLI_USAGE;
	if (strcmp(view, "map") != 0)
		return cli_usage_error(
			verb, "there is no view \"%s\"; the views are: map", view);
	if (format && !cli_is_one_of(format, formats))
		return cli_usage_error(verb,
			"there is no format \"%s\"; the formats are: svg, html, "
			"png, pdf, json, dot",
			format);
	if (!cli_is_one_of(layout, layouts))
		return cli_usage_error(verb,
			"there is no layout \"%s\"; the layouts are: auto, dot, tree",
			layout);
	if (!format && !(format = format_of_file(output)))
		return cli_usage_error(verb,
			"the ending of \"%s\" is no format; say which with "
			"--format",
			output);
	return cli_produce(path, output, render);
}
