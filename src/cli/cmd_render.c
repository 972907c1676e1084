#define _DEFAULT_SOURCE
#include "cli/verbs.h"
#include "cli/weighing.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *output, *folder;
static unsigned boxes;
static bool with_status;
static const char *tags[CLI_MOST_TIMES + 1], *collapsed[CLI_MOST_TIMES + 1];
static counterpoint_render_options options = {
	.view = "map", .layout = "auto", .tags = tags, .collapse = collapsed};

static int take_depth(const struct cli_verb *verb, const char *argument)
{
	options.depth = cli_number_in(verb, argument, "depth", 1, 1000000);
	return options.depth ? CLI_OK : CLI_USAGE;
}

static int take_width(const struct cli_verb *verb, const char *argument)
{
	unsigned width = cli_number_in(verb, argument, "width", 60, 2000);
	options.width = width;
	return width ? CLI_OK : CLI_USAGE;
}

static int take_boxes(const struct cli_verb *verb, const char *argument)
{
	boxes = cli_number_in(verb, argument, "number of boxes", 2, 100000);
	return boxes ? CLI_OK : CLI_USAGE;
}

static int take_tag(const struct cli_verb *verb, const char *argument)
{
	return cli_take_more(verb, tags, "--tag", argument);
}

static int take_collapsed(const struct cli_verb *verb, const char *argument)
{
	return cli_take_more(verb, collapsed, "--collapse", argument);
}

static int take_dpi(const struct cli_verb *verb, const char *argument)
{
	options.dpi = cli_number_in(verb, argument, "number of pixels", 36, 1200);
	return options.dpi ? CLI_OK : CLI_USAGE;
}

static void put_formats(void)
{
	const char *name, *ending, *help;
	puts("\nFormats, and the endings of files that tell them:");
	for (size_t i = 0; (name = counterpoint_picture_format(i, &ending, &help)); i++)
		printf("  %-18s%-9s %s\n", name, ending ? ending : "", help);
}

struct cli_option cli_render_options[] = {
	{"output", 'o', "FILE", "write the drawing to FILE; its ending tells the format",
		.value = &output, .single = true},
	{"view", 0, "VIEW",
		"what to draw: map (the default), procon, flow, speakers, quotes, replies or "
		"timeline",
		.value = &options.view},
	{"format", 'f', "FORMAT", "svg (the default) or another one of the formats below",
		.value = &options.format, .put_list = put_formats},
	{"layout", 0, "LAYOUT",
		"who lays a map out: dot, which is Graphviz; tree, for maps of any size; or auto "
		"(the default), dot while that is fast",
		.value = &options.layout},
	{"direction", 0, "DIRECTION",
		"where a map, or replies as a tree, grow to from the motion: TB (down), BT, LR or RL",
		.value = &options.direction},
	{"dpi", 0, "N", "of a PNG: pixels to the inch, 36 to 1200 (96)",
		.take = take_dpi},
	{"page", 0, "PAGE",
		"of a PDF: fit (the default), as large as the drawing, A5 to A0, letter, legal or "
		"tabloid, turned as fits best",
		.value = &options.page},
	{"sheets", 0, NULL,
		"with --page: on as many sheets as it takes to be read, to be glued together",
		.set = &options.sheets},
	{"theme", 0, "THEME", "colours: default, high-contrast, greyscale or dark",
		.value = &options.theme},
	{"until", 0, "COMMENT", "show the debate as it was after the comment of this id",
		.value = &options.until},
	{"focus", 0, "ID",
		"show the item or step of this id, its way to the motion, and what bears on it",
		.value = &options.focus},
	{"issue", 0, "N|ID|list",
		"show one issue, its way to the motion, and all that bears on it: the N-th clash "
		"of the sides, or an item by its id; list lists them",
		.value = &options.issue},
	{"depth", 0, "N",
		"show what is at most N steps from the motion, or from what --focus or --issue "
		"names, and count the rest",
		.take = take_depth},
	{"speaker", 0, "NAME", "show what somebody says, and what that answers",
		.value = &options.speaker},
	{"tag", 0, "TAG",
		"show the items with this tag, and their ways to the motion; may be given several "
		"times, for items with any of the tags",
		.take = take_tag},
	{"collapse", 0, "ID",
		"only count what is below the item of this id; may be given several times",
		.take = take_collapsed},
	{"split", 0, "DIR",
		"draw the map as linked pages in DIR: an overview, a page for each point with "
		"what is below it, and an index.html",
		.value = &folder, .single = true},
	{"boxes", 0, "N",
		"with --split, put at most N boxes on a page (40) where that is possible",
		.take = take_boxes, .single = true},
	{"label", 0, "LABEL",
		"what is in a box: gist (the default), quote, the words of the comment, or both",
		.value = &options.label},
	{"width", 0, "POINTS", "break the text of boxes at this width, in points",
		.take = take_width},
	{"status", 0, NULL,
		"show what stands as the debate is, and how strong it is; with --semantics, "
		"--support, --strength and --assume as for evaluate",
		.set = &with_status},
	CLI_WEIGHING_OPTIONS,
	{"numbers", 0, NULL, "number the boxes in the order of reading",
		.set = &options.numbers},
	CLI_FINDING_OPTIONS,
	{0},
};

static const char *const layouts[] = {"auto", "dot", "tree", NULL};

static const char *const labels[] = {"gist", "quote", "both", NULL};
static const char *const directions[] = {"TB", "BT", "LR", "RL", NULL};

static const char *view_at(size_t index)
{
	return counterpoint_view(index, NULL);
}

static const char *format_at(size_t index)
{
	return counterpoint_picture_format(index, NULL, NULL);
}

/* Names that are capitals elsewhere may be typed as they come: "a4", "lr". */
static void take_any_case(const char **value, const char *const names[])
{
	for (size_t i = 0; *value && names[i]; i++)
		if (strcasecmp(*value, names[i]) == 0)
			*value = names[i];
}

/* What the ending of the file's name says; NULL if it says nothing that is known. */
static const char *format_of_file(const char *path)
{
	const char *ending = cli_ending(path), *name, *of_format;
	if (!ending)
		return "svg";
	for (size_t i = 0; (name = counterpoint_picture_format(i, &of_format, NULL)); i++)
		if (of_format && strcmp(ending, of_format) == 0)
			return name;
	return NULL;
}

static bool lists_issues(void)
{
	return options.issue && strcmp(options.issue, "list") == 0;
}

static char *render(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	return lists_issues()
		? counterpoint_debate_issues(debate, &options, len, findings)
		: counterpoint_debate_render(debate, &options, len, findings);
}

/* ---- Pages ---- */

static int write_pages(const counterpoint_pages *pages)
{
	size_t count = counterpoint_pages_count(pages), len;
	int status = cli_make_folder(folder);
	for (size_t i = 0; status == CLI_OK && i < count; i++) {
		const char *text = counterpoint_pages_text(pages, i, &len);
		status = cli_write_in(
			folder, counterpoint_pages_file(pages, i), text, len);
	}
	if (status == CLI_OK)
		fprintf(stderr, "%zu %s; \"%s/%s\" leads to %s\n", count - 1,
			count == 2 ? "page" : "pages", folder,
			counterpoint_pages_file(pages, 0), count == 2 ? "it" : "them");
	return status;
}

static int split(const char *path)
{
	counterpoint_findings *findings = cli_findings_new();
	counterpoint_debate *debate = counterpoint_debate_load(path, findings);
	counterpoint_pages *pages = debate
		? counterpoint_debate_split(debate, &options, boxes, findings)
		: NULL;
	cli_put_findings(findings);
	int status = counterpoint_findings_status(findings);
	if (pages)
		status = cli_worse(status, write_pages(pages));
	counterpoint_pages_free(pages);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
	return status;
}

static int check_pages(const struct cli_verb *verb)
{
	if (boxes && !folder)
		return cli_usage_error(verb, "--boxes is for --split");
	if (folder && output)
		return cli_usage_error(verb,
			"--split writes files of its own into \"%s\": it has no --output",
			folder);
	if (folder
		&& (strcmp(options.view, "map") != 0
			|| (options.format && strcmp(options.format, "svg") != 0)))
		return cli_usage_error(verb,
			"--split makes pages of the map, as SVG: it has no other view or "
			"format");
	return CLI_OK;
}

/* What only some views and formats have. */
static int check_together(const struct cli_verb *verb)
{
	bool map = strcmp(options.view, "map") == 0;
	if (options.direction && !map && strcmp(options.view, "replies") != 0)
		return cli_usage_error(verb,
			"only the views map and replies have a direction, and this is \"%s\"",
			options.view);
	if (options.dpi && strcmp(options.format, "png") != 0)
		return cli_usage_error(
			verb, "--dpi is of png, and this is %s", options.format);
	if (options.page && strcmp(options.format, "pdf") != 0)
		return cli_usage_error(
			verb, "--page is of pdf, and this is %s", options.format);
	if (options.sheets && (!options.page || strcmp(options.page, "fit") == 0))
		return cli_usage_error(verb, "--sheets wants a --page, such as A4");
	if (strcmp(options.format, "html") == 0 && !map)
		return cli_usage_error(
			verb, "html is a page of the map: it has no other view");
	return CLI_OK;
}

static int check_choices(const struct cli_verb *verb)
{
	const char *views[CLI_MOST_NAMES + 1], *formats[CLI_MOST_NAMES + 1],
		*pages[CLI_MOST_NAMES + 1];
	const struct {
		const char *what, **value;
		const char *const *names;
	} choices[] = {
		{"view", &options.view, views},
		{"format", &options.format, formats},
		{"layout", &options.layout, layouts},
		{"direction", &options.direction, directions},
		{"page", &options.page, pages},
		{"theme", &options.theme, cli_themes},
		{"label", &options.label, labels},
	};
	cli_list_names(views, view_at);
	cli_list_names(formats, format_at);
	cli_list_names(pages, counterpoint_paper);
	take_any_case(&options.page, pages);
	take_any_case(&options.direction, directions);
	for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
		if (cli_check_choice(
			    verb, choices[i].what, *choices[i].value, choices[i].names)
			!= CLI_OK)
			return CLI_USAGE;
	return CLI_OK;
}

static int prepare(const struct cli_verb *verb)
{
	if (check_choices(verb) != CLI_OK || cli_check_weighing(verb) != CLI_OK
		|| check_pages(verb) != CLI_OK)
		return CLI_USAGE;
	options.status = with_status ? &cli_weighing : NULL;
	if (!options.format && !(options.format = format_of_file(output)))
		return cli_usage_error(verb,
			"the ending of \"%s\" is no format; say which with "
			"--format",
			output);
	return check_together(verb);
}

const struct cli_work cli_render_work = {
	.operand = "ANNOTATION",
	.output = &output,
	.format = &options.format,
	.prepare = prepare,
	.of_debate = render,
};

int cli_render(const struct cli_verb *verb, int operands, char **operand)
{
	if (!folder)
		return cli_produce(verb, operands, operand);
	const char *path = cli_one_operand(verb, operands, operand, "ANNOTATION");
	return path && prepare(verb) == CLI_OK ? split(path) : CLI_USAGE;
}
