/* Drawings and the page. */
#include "api/render.h"

#include "diagram/page.h"
#include "graph/issues.h"
#include "summary/summary.h"

/* What a diagram is made of, and for whom. */
struct picture {
	cp_arena *arena;
	cp_drawing *drawing;
	cp_layout layout;
	bool linked;
	cp_diags *diags;
};

static bool write_svg(cp_buf *out, struct picture *picture)
{
	if (!cp_drawing_lay_out(
		    picture->arena, picture->drawing, picture->layout, picture->diags))
		return false;
	cp_drawing_write_svg(out, picture->drawing, picture->linked);
	return true;
}

static bool write_raster(cp_buf *out, struct picture *picture,
	bool (*convert)(cp_buf *out, cp_str svg, cp_diags *diags))
{
	cp_buf svg = {0};
	bool written = write_svg(&svg, picture)
		&& convert(out, cp_buf_str(&svg), picture->diags);
	cp_buf_clear(&svg);
	return written;
}

static bool write_png(cp_buf *out, struct picture *picture)
{
	return write_raster(out, picture, cp_svg_to_png);
}

static bool write_pdf(cp_buf *out, struct picture *picture)
{
	return write_raster(out, picture, cp_svg_to_pdf);
}

static bool write_json(cp_buf *out, struct picture *picture)
{
	if (!cp_drawing_lay_out(
		    picture->arena, picture->drawing, picture->layout, picture->diags))
		return false;
	cp_drawing_write_json(out, picture->drawing);
	return true;
}

static bool write_dot(cp_buf *out, struct picture *picture)
{
	return cp_drawing_write_dot(out, picture->drawing, picture->diags);
}

/* The map alone, on a page to explore. */
static bool write_page(cp_buf *out, struct picture *picture)
{
	cp_buf map = {0};
	bool written = write_svg(&map, picture);
	if (written)
		cp_page_write(out, picture->drawing, cp_buf_str(&map), (cp_str){0});
	cp_buf_clear(&map);
	return written;
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

static const struct picture_format {
	const char *name;
	bool (*write)(cp_buf *out, struct picture *picture);
	bool map;   /* only of the argument map */
	bool still; /* a picture, to be looked at as it is */
} picture_formats[] = {
	{"svg", write_svg, false, true},
	{"html", write_page, true, false},
	{"png", write_png, false, true},
	{"pdf", write_pdf, false, true},
	{"json", write_json, false, false},
	{"dot", write_dot, false, false},
	{"outline", write_outline, false, false},
	{"outline-markdown", write_outline_markdown, false, false},
	{"outline-html", write_outline_html, false, false},
};

static const struct picture_format *picture_format_named(const char *name)
{
	for (size_t i = 0; i < sizeof picture_formats / sizeof *picture_formats; i++)
		if (strcmp(picture_formats[i].name, name) == 0)
			return &picture_formats[i];
	return NULL;
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
			.numbers = options->numbers},
		.layout =
			(cp_layout)index_of(options->layout, cp_layout_names, CP_LAYOUTS),
		.view = cp_view_named(options->view),
		.theme = cp_theme_named(options->theme),
	};
}

bool cp_api_look_is_known(const cp_picture_look *look)
{
	return look->view && look->theme && look->look.wording != CP_WORDINGS
		&& look->layout != CP_LAYOUTS;
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

char *counterpoint_debate_render(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_render_options none;
	options = options ? options : &none;
	const struct picture_format *format =
		picture_format_named(options->format ? options->format : "svg");
	cp_picture_look look = cp_api_look(options);
	if (!format || !cp_api_look_is_known(&look)
		|| (format->map && look.view != &cp_views[0]))
		return NULL;
	cp_arena arena = {0};
	cp_buf out = {0};
	cp_choice choice = cp_api_choice(&arena, options);
	const cp_graph *graph =
		cp_graph_choose(&arena, debate->loaded.annotation, &choice, findings);
	bool written = false;
	if (graph) {
		struct picture picture = {&arena,
			cp_view_new(&arena, graph, look.view, &look.look), look.layout,
			false, findings};
		picture.drawing->theme = look.theme;
		if (format->still)
			note_size(picture.drawing, findings);
		written = format->write(&out, &picture);
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
	struct picture picture = {
		&arena, cp_map_new(&arena, graph), CP_LAYOUT_AUTO, true, findings};
	if (!write_svg(&map, &picture))
		cp_buf_puts(&map, "<p>The map could not be drawn.</p>\n");
	cp_prose_write_html(&summary, cp_summary_new(&arena, graph, CP_LONG), 0);
	cp_page_write(&out, picture.drawing, cp_buf_str(&map), cp_buf_str(&summary));
	cp_buf_clear(&map);
	cp_buf_clear(&summary);
	cp_arena_clear(&arena);
	return cp_buf_detach(&out, len);
}
