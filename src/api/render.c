/* Drawings and the page. */
#include "api/render.h"

#include "diagram/page.h"
#include "diagram/raster.h"
#include "graph/issues.h"
#include "summary/summary.h"

/* What a diagram is made of, and for whom. */
struct picture {
	cp_arena *arena;
	cp_drawing *drawing;
	cp_layout layout;
	bool linked;
	unsigned dpi;          /* of a PNG */
	const cp_paper *paper; /* of a PDF … */
	bool sheets;           /* … as many as it takes */
	cp_diags *diags;
};

static bool lay_out(struct picture *picture)
{
	return cp_drawing_lay_out(
		picture->arena, picture->drawing, picture->layout, picture->diags);
}

static bool write_svg(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_svg(out, picture->drawing, picture->linked);
	return true;
}

/* With what `convert` makes of the SVG. */
static bool write_converted(cp_buf *out, struct picture *picture,
	bool (*convert)(cp_buf *out, cp_str svg, struct picture *picture))
{
	cp_buf svg = {0};
	cp_drawing_write_svg(&svg, picture->drawing, picture->linked);
	bool written = convert(out, cp_buf_str(&svg), picture);
	cp_buf_clear(&svg);
	return written;
}

static bool convert_to_svgz(cp_buf *out, cp_str svg, struct picture *picture)
{
	(void)picture;
	return cp_svg_to_svgz(out, svg);
}

static bool convert_to_png(cp_buf *out, cp_str svg, struct picture *picture)
{
	cp_drawing_check_fonts(picture->drawing, picture->diags);
	return cp_svg_to_png(out, svg, picture->dpi, picture->diags);
}

static bool convert_to_pdf(cp_buf *out, cp_str svg, struct picture *picture)
{
	cp_drawing_check_fonts(picture->drawing, picture->diags);
	return cp_svg_to_pdf(out, svg, picture->paper, picture->sheets,
		picture->drawing->title, picture->diags);
}

static bool write_svgz(cp_buf *out, struct picture *picture)
{
	return write_converted(out, picture, convert_to_svgz);
}

static bool write_png(cp_buf *out, struct picture *picture)
{
	return write_converted(out, picture, convert_to_png);
}

static bool write_pdf(cp_buf *out, struct picture *picture)
{
	return write_converted(out, picture, convert_to_pdf);
}

static bool write_json(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_json(out, picture->drawing);
	return true;
}

static bool write_dot(cp_buf *out, struct picture *picture)
{
	return cp_drawing_write_dot(out, picture->drawing, picture->diags);
}

static bool write_mermaid(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_mermaid(out, picture->drawing, picture->diags);
	return true;
}

static bool write_graphml(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_graphml(out, picture->drawing, false);
	return true;
}

static bool write_graphml_yed(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_graphml(out, picture->drawing, true);
	return true;
}

/* The map alone, on a page to explore. */
static bool write_page(cp_buf *out, struct picture *picture)
{
	cp_buf map = {0};
	picture->drawing->standing_toggle = CP_TOGGLE_ON;
	cp_drawing_write_svg(&map, picture->drawing, picture->linked);
	cp_page_write(out, picture->drawing, cp_buf_str(&map), (cp_str){0});
	cp_buf_clear(&map);
	return true;
}

static bool write_outline(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_outline(out, picture->drawing, "text");
	return true;
}

static bool write_outline_markdown(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_outline(out, picture->drawing, "markdown");
	return true;
}

static bool write_outline_html(cp_buf *out, struct picture *picture)
{
	cp_drawing_write_outline(out, picture->drawing, "html");
	return true;
}

/* The first is the default. Help, manual and completions have these names and endings. */
static const struct picture_format {
	const char *name;
	const char *ending; /* of a file; NULL: none tells this format */
	const char *help;
	bool (*write)(cp_buf *out, struct picture *picture);
	bool placed; /* its boxes have places */
	bool still;  /* a picture, to be looked at as it is */
	bool map;    /* only of the argument map */
} picture_formats[] = {
	{"svg", "svg", "a drawing for pages and screen readers", .write = write_svg,
		.placed = true, .still = true},
	{"svgz", "svgz", "the same, compressed", .write = write_svgz, .placed = true,
		.still = true},
	{"html", "html", "a page to explore", .write = write_page, .placed = true,
		.map = true},
	{"png", "png", "a picture", .write = write_png, .placed = true, .still = true},
	{"pdf", "pdf", "a sheet for print, with text that can be searched",
		.write = write_pdf, .placed = true, .still = true},
	{"mermaid", "mmd", "a flowchart of Mermaid's, for pages in Markdown",
		.write = write_mermaid},
	{"graphml", "graphml", "the graph, for programs that analyse networks",
		.write = write_graphml},
	{"graphml-yed", NULL, "the same with looks and places, for the editor yEd",
		.write = write_graphml_yed, .placed = true},
	{"dot", "dot", "Graphviz's language", .write = write_dot},
	{"json", "json", "every box and line with its place", .write = write_json,
		.placed = true},
	{"outline", "txt", "the drawing in words", .write = write_outline},
	{"outline-markdown", "md", "the same in Markdown",
		.write = write_outline_markdown},
	{"outline-html", NULL, "the same as a fragment of a page",
		.write = write_outline_html},
};

static const struct picture_format *picture_format_named(const char *name)
{
	for (size_t i = 0; i < sizeof picture_formats / sizeof *picture_formats; i++)
		if (strcmp(picture_formats[i].name, name) == 0)
			return &picture_formats[i];
	return NULL;
}

const char *counterpoint_picture_format(
	size_t index, const char **ending, const char **help)
{
	if (index >= sizeof picture_formats / sizeof *picture_formats)
		return NULL;
	if (ending)
		*ending = picture_formats[index].ending;
	if (help)
		*help = picture_formats[index].help;
	return picture_formats[index].name;
}

const char *counterpoint_paper(size_t index)
{
	size_t count = 0;
	while (cp_papers[count].name)
		count++;
	return index < count ? cp_papers[index].name : NULL;
}

const char *counterpoint_view(size_t index, const char **help)
{
	for (size_t i = 0; cp_views[i].name; i++)
		if (i == index) {
			if (help)
				*help = cp_views[i].help;
			return cp_views[i].name;
		}
	return NULL;
}

static unsigned index_of(const char *name, const char *const names[], unsigned count)
{
	return name ? cp_api_index(name, names, count) : 0;
}

cp_picture_look cp_api_look(const counterpoint_render_options *options)
{
	return (cp_picture_look){
		.look = {.wording = (cp_wording)index_of(
				 options->label, cp_wording_names, CP_WORDINGS),
			.width = options->width,
			.numbers = options->numbers,
			.direction = options->direction
				? (cp_direction)cp_api_index(options->direction,
					cp_direction_names, CP_DIRECTIONS)
				: CP_DIRECTION_USUAL},
		.layout =
			(cp_layout)index_of(options->layout, cp_layout_names, CP_LAYOUTS),
		.view = cp_view_named(options->view),
		.theme = cp_theme_named(options->theme),
	};
}

bool cp_api_look_is_known(const cp_picture_look *look)
{
	return look->view && look->theme && look->look.wording != CP_WORDINGS
		&& look->layout != CP_LAYOUTS && look->look.direction != CP_DIRECTIONS
		&& (look->look.direction == CP_DIRECTION_USUAL
			|| look->view->has_direction);
}

/* A list that ends with NULL, or NULL. */
static cp_names names_of(cp_arena *arena, const char *const *list)
{
	size_t len = 0;
	while (list && list[len])
		len++;
	cp_str *names = CP_NEW_ARRAY(arena, cp_str, len);
	for (size_t i = 0; i < len; i++)
		names[i] = cp_str_of(list[i]);
	return (cp_names){names, len};
}

cp_choice cp_api_choice(cp_arena *arena, const counterpoint_render_options *options)
{
	return (cp_choice){
		.until = cp_str_of(options->until),
		.focus = cp_str_of(options->focus),
		.issue = cp_str_of(options->issue),
		.speaker = cp_str_of(options->speaker),
		.tags = names_of(arena, options->tags),
		.collapsed = names_of(arena, options->collapse),
		.depth = options->depth ? options->depth : CP_NONE,
	};
}

/* What is about a step is about the item that makes it. */
static cp_str item_of(cp_arena *arena, const cp_annotation *annotation, cp_str id)
{
	if (!id.len || cp_map_find(&annotation->nodes_by_id, id) != CP_NONE)
		return id;
	const cp_graph *graph = cp_graph_new(arena, annotation);
	for (size_t s = 0; s < graph->steps_len; s++)
		if (cp_str_eq(graph->steps[s].id, id))
			return annotation->items.at[graph->steps[s].item].id;
	return id;
}

/* What stands in the whole debate, or the debate so far, with the numbers of the part of it that
 * is drawn; NULL, with a finding, where it was not found out. */
static const cp_evaluation *evaluate_for(cp_arena *arena, const cp_annotation *annotation,
	const cp_choice *choice, const cp_graph *part,
	const counterpoint_evaluate_options *by, cp_diags *diags)
{
	cp_choice so_far = cp_choice_of_all;
	cp_evaluation evaluation;
	so_far.until = choice->until;
	return cp_api_evaluate(arena, &evaluation,
		       cp_graph_choose(arena, annotation, &so_far, diags), by, diags)
		? cp_evaluation_of_part(arena, &evaluation, part)
		: NULL;
}

/* Nothing is left out without being asked for. */
static void note_size(const cp_drawing *drawing, cp_diags *diags)
{
	enum { MOST = 100 }; /* boxes: with more, few can be read where all are seen */
	if (drawing->view != &cp_views[0] || drawing->boxes.len <= MOST)
		return;
	cp_diag *diag = cp_diag_add(diags, CP_LARGE_MAP, (cp_place){0},
		"the map has %zu boxes, more than can be read at once",
		drawing->boxes.len);
	cp_diag_hint(diags, diag,
		"\"--depth 2\" shows less of it, \"--split DIR\" makes linked pages");
}

/* Pixels are neither too few nor too many. */
static bool has_possible_dpi(const counterpoint_render_options *options)
{
	return !options->dpi
		|| (options->dpi >= CP_LEAST_DPI && options->dpi <= CP_MOST_DPI);
}

static bool draw(
	cp_buf *out, struct picture *picture, const struct picture_format *format)
{
	if (format->still)
		note_size(picture->drawing, picture->diags);
	return (!format->placed || lay_out(picture)) && format->write(out, picture);
}

char *counterpoint_debate_render(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_render_options none;
	options = options ? options : &none;
	const struct picture_format *format =
		picture_format_named(options->format ? options->format : "svg");
	const cp_paper *paper = cp_paper_named(options->page);
	cp_picture_look look = cp_api_look(options);
	if (!format || !paper || !cp_api_look_is_known(&look)
		|| !has_possible_dpi(options)
		|| (format->map && look.view != &cp_views[0]))
		return NULL;
	cp_arena arena = {0};
	cp_buf out = {0};
	cp_choice choice = cp_api_choice(&arena, options);
	choice.focus = item_of(&arena, debate->loaded.annotation, choice.focus);
	const cp_graph *graph =
		cp_graph_choose(&arena, debate->loaded.annotation, &choice, findings);
	bool written = false;
	if (graph && options->status)
		look.look.standing = evaluate_for(&arena, debate->loaded.annotation,
			&choice, graph, options->status, findings);
	if (graph && (look.look.standing || !options->status)) {
		struct picture picture = {.arena = &arena,
			.drawing = cp_view_new(&arena, graph, look.view, &look.look),
			.layout = look.layout,
			.dpi = options->dpi ? options->dpi : CP_USUAL_DPI,
			.paper = paper,
			.sheets = options->sheets,
			.diags = findings};
		picture.drawing->theme = look.theme;
		written = draw(&out, &picture, format);
	}
	cp_arena_clear(&arena);
	return cp_api_detach(&out, written, len);
}

char *counterpoint_debate_issues(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t *len,
	counterpoint_findings *findings)
{
	cp_arena arena = {0};
	cp_buf out = {0};
	cp_choice choice = cp_choice_of_all;
	choice.until = cp_str_of(options ? options->until : NULL);
	const cp_graph *graph =
		cp_graph_choose(&arena, debate->loaded.annotation, &choice, findings);
	if (graph)
		cp_issues_write(&out, graph);
	cp_arena_clear(&arena);
	return cp_api_detach(&out, graph != NULL, len);
}

char *counterpoint_debate_report(
	const counterpoint_debate *debate, size_t *len, counterpoint_findings *findings)
{
	cp_arena arena = {0};
	cp_buf out = {0}, map = {0}, summary = {0};
	const cp_graph *graph = cp_api_graph(debate, &arena);
	cp_evaluation evaluation;
	bool decided = cp_api_evaluate(&arena, &evaluation, graph, NULL, findings);
	const cp_look look = {.standing = decided ? &evaluation : NULL};
	struct picture picture = {.arena = &arena,
		.drawing = cp_view_new(&arena, graph, cp_views, &look),
		.linked = true,
		.diags = findings};
	picture.drawing->standing_toggle = CP_TOGGLE_OFF;
	if (lay_out(&picture))
		cp_drawing_write_svg(&map, picture.drawing, true);
	else
		cp_buf_puts(&map, "<p>The map could not be drawn.</p>\n");
	cp_prose_write_html(&summary,
		cp_summary_new(&arena, graph, &cp_summary_in_full, findings), 0);
	cp_page_write(&out, picture.drawing, cp_buf_str(&map), cp_buf_str(&summary));
	cp_buf_clear(&map);
	cp_buf_clear(&summary);
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, len);
}
