#include "diagram/page.h"

#include "diagram/label.h"
#include "diagram/page_data.h"
#include "diagram/plots.h"
#include "graph/lists.h"
#include "graph/words.h"
#include "text/xml.h"

#include <inttypes.h>
#include <stdlib.h>

/* ---- Marks ---- */

struct marker {
	cp_arena *arena;
	const cp_graph *graph;
	cp_buf *out;
	cp_str text;
	cp_list items;         /* anchored in the comment */
	CP_ARRAY(size_t) cuts; /* where any of them begins or ends, in order */
	cp_marks marks;        /* what the comment's author set apart */
	size_t next_mark;      /* the first that begins after the last stretch */
	size_t quoted;         /* how far the quotations reach that began before it */
};

static const cp_item *item_at(const cp_graph *graph, uint32_t index)
{
	return &graph->annotation->items.at[index];
}

static int by_size(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;
	return (a > b) - (a < b);
}

/* Of the items that cover a stretch of text, the shortest is the one that it is about. */
static uint32_t covering(const struct marker *marker, size_t start, size_t end)
{
	uint32_t best = CP_NONE;
	size_t best_len = SIZE_MAX;
	for (size_t i = 0; i < marker->items.len; i++) {
		cp_span span = item_at(marker->graph, marker->items.at[i])->anchor.span;
		if (span.start <= start && span.end >= end
			&& span.end - span.start < best_len) {
			best = marker->items.at[i];
			best_len = span.end - span.start;
		}
	}
	return best;
}

static const char *sign_of(cp_stance stance)
{
	static const char *const signs[] = {"·", "+", "−", "±"};
	return signs[stance];
}

static void put_references(struct marker *marker, size_t end)
{
	for (size_t i = 0; i < marker->items.len; i++) {
		uint32_t index = marker->items.at[i];
		const cp_item *item = item_at(marker->graph, index);
		const cp_claim *claim =
			&marker->graph->claims[marker->graph->claim_of[index]];
		if (item->anchor.span.end != end)
			continue;
		cp_buf_printf(marker->out, "<sup><a href=\"#claim-%u\" title=\"",
			(unsigned)marker->graph->claim_of[index]);
		cp_buf_put_xml(marker->out, claim->text);
		cp_buf_printf(marker->out, "%s\">%s",
			item->automatic ? " (drafted, not confirmed)" : "",
			sign_of(claim->stance));
		cp_buf_put_xml(marker->out, item->id);
		cp_buf_puts(marker->out, item->automatic ? "?</a></sup>" : "</a></sup>");
	}
}

/* Where several items begin, the mark is one's own; the others are in it as empty places, so
 * that links to them lead there. */
static void put_other_places(struct marker *marker, size_t start, uint32_t own)
{
	for (size_t i = 0; i < marker->items.len; i++) {
		uint32_t index = marker->items.at[i];
		if (index != own
			&& item_at(marker->graph, index)->anchor.span.start == start)
			cp_buf_printf(marker->out, "<span id=\"item-%u\"></span>",
				(unsigned)index);
	}
}

static bool is_quotation(const cp_mark *mark)
{
	return cp_str_is(mark->kind, "quotation");
}

/* Is the stretch in a quotation that the comment's author marked? Stretches come in order. */
static bool is_quoted(struct marker *marker, size_t start, size_t end)
{
	for (; marker->next_mark < marker->marks.len
		&& marker->marks.at[marker->next_mark].start <= start;
		marker->next_mark++) {
		const cp_mark *mark = &marker->marks.at[marker->next_mark];
		if (is_quotation(mark) && mark->end > marker->quoted)
			marker->quoted = mark->end;
	}
	return marker->quoted >= end;
}

static void put_stretch(struct marker *marker, size_t start, size_t end)
{
	uint32_t index = covering(marker, start, end);
	bool quoted = is_quoted(marker, start, end);
	if (index == CP_NONE) {
		cp_buf_puts(marker->out, quoted ? "<span class=\"quoted\">" : "");
		cp_buf_put_xml(marker->out, cp_str_part(marker->text, start, end));
		cp_buf_puts(marker->out, quoted ? "</span>" : "");
		return;
	}
	const cp_item *item = item_at(marker->graph, index);
	const cp_claim *claim = &marker->graph->claims[marker->graph->claim_of[index]];
	cp_buf_puts(marker->out, "<mark");
	if (item->anchor.span.start == start)
		cp_buf_printf(marker->out, " id=\"item-%u\"", (unsigned)index);
	cp_buf_printf(marker->out, " data-item=\"%u\" class=\"%s %s%s%s\">",
		(unsigned)index, cp_stance_name(claim->stance), cp_kind_names[item->kind],
		quoted ? " quoted" : "", item->automatic ? " drafted" : "");
	put_other_places(marker, start, index);
	cp_buf_put_xml(marker->out, cp_str_part(marker->text, start, end));
	cp_buf_puts(marker->out, "</mark>");
	put_references(marker, end);
}

static void add_cut(struct marker *marker, size_t at)
{
	*cp_push(marker->arena, &marker->cuts) = at;
}

static void put_marked(struct marker *marker)
{
	add_cut(marker, 0);
	add_cut(marker, marker->text.len);
	for (size_t i = 0; i < marker->items.len; i++) {
		add_cut(marker,
			item_at(marker->graph, marker->items.at[i])->anchor.span.start);
		add_cut(marker,
			item_at(marker->graph, marker->items.at[i])->anchor.span.end);
	}
	for (size_t i = 0; i < marker->marks.len; i++)
		if (is_quotation(&marker->marks.at[i])) {
			add_cut(marker, marker->marks.at[i].start);
			add_cut(marker, marker->marks.at[i].end);
		}
	qsort(marker->cuts.at, marker->cuts.len, sizeof *marker->cuts.at, by_size);
	for (size_t i = 0; i + 1 < marker->cuts.len; i++)
		if (marker->cuts.at[i] < marker->cuts.at[i + 1])
			put_stretch(marker, marker->cuts.at[i], marker->cuts.at[i + 1]);
}

/* ---- Comments ---- */

static void put_author(cp_buf *out, const cp_graph *graph, uint32_t comment)
{
	if (graph->author_of[comment] == CP_NONE) {
		cp_buf_puts(out, "<span class=\"missing\">missing</span>");
		return;
	}
	const cp_person *person = &graph->people[graph->author_of[comment]];
	cp_str author = graph->thread->comments.at[comment].author;
	bool stated = author.len && cp_str_eq(author, person->name);
	cp_buf_printf(out, "<span class=\"%s\">", stated ? "stated" : "inferred");
	cp_buf_put_xml(out,
		person->origin == CP_ORIGIN_UNKNOWN ? CP_LIT("unnamed") : person->name);
	cp_buf_puts(out, "</span>");
	if (!stated && person->origin != CP_ORIGIN_UNKNOWN) {
		cp_buf_puts(out, " <small title=\"");
		cp_buf_put_xml(out, person->because);
		cp_buf_puts(out, "\">(the annotator’s attribution)</small>");
	}
}

static void put_missing(cp_buf *out, const cp_comment *comment)
{
	if (!comment->missing.at)
		return;
	cp_buf_puts(out, "<span class=\"missing\">");
	if (comment->count)
		cp_buf_printf(out, "%" PRIu32 " comments, ", comment->count);
	cp_buf_put_xml(out, comment->missing);
	cp_buf_puts(out, "</span>");
}

static void put_time(cp_buf *out, cp_str time)
{
	cp_buf text = {0};
	cp_put_time(&text, time);
	cp_buf_put_xml(out, cp_buf_str(&text));
	cp_buf_clear(&text);
}

static void put_comment(cp_arena *arena, cp_buf *out, const cp_graph *graph,
	uint32_t index, cp_list items)
{
	const cp_comment *comment = &graph->thread->comments.at[index];
	cp_buf_printf(out, "<article id=\"comment-%u\"><header>", (unsigned)index);
	cp_buf_put_xml(out, comment->id);
	cp_buf_puts(out, " · ");
	put_author(out, graph, index);
	cp_buf_puts(out, "<small>");
	if (comment->time.len) {
		cp_buf_puts(out, " · ");
		put_time(out, comment->time);
	}
	if (comment->reply != CP_NONE) {
		cp_buf_printf(out, " · answers <a href=\"#comment-%u\">",
			(unsigned)comment->reply);
		cp_buf_put_xml(out, comment->reply_to);
		cp_buf_puts(out, "</a>");
	}
	cp_buf_puts(out, "</small></header>\n<div class=\"text\">");
	struct marker marker = {.arena = arena,
		.graph = graph,
		.out = out,
		.text = comment->text,
		.marks = comment->marks,
		.items = items};
	put_missing(out, comment);
	put_marked(&marker);
	cp_buf_puts(out, "</div>");
	if (comment->byline.len) {
		cp_buf_puts(out, "<p><small>");
		cp_buf_put_xml(out, comment->byline);
		cp_buf_puts(out, "</small></p>");
	}
	cp_buf_puts(out, "</article>\n");
}

/* Of a part, only what it has. */
static bool is_marked(const cp_graph *graph, uint32_t item)
{
	return graph->claim_of[item] != CP_NONE
		&& cp_item_is_anchored(item_at(graph, item));
}

static void put_thread(cp_buf *out, const cp_graph *graph)
{
	cp_arena arena = {0};
	const cp_annotation *annotation = graph->annotation;
	size_t comments = graph->thread->comments.len;
	struct cp_lists items = cp_lists_new(&arena, comments);
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (is_marked(graph, i))
			cp_lists_count(&items, annotation->items.at[i].comment);
	cp_lists_ready(&arena, &items, comments);
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (is_marked(graph, i))
			cp_lists_add(&items, annotation->items.at[i].comment, i);
	for (uint32_t c = 0; c < comments; c++)
		put_comment(&arena, out, graph, c, cp_lists_of(&items, c));
	cp_arena_clear(&arena);
}

static bool has_drafted(const cp_graph *graph)
{
	for (size_t i = 0; i < graph->annotation->items.len; i++)
		if (graph->annotation->items.at[i].automatic)
			return true;
	return false;
}

/* ---- The parts ---- */

/* Without scripts, a box that is ticked shows the map in full size; with them, the tools. */
static const char before_map[] =
	"<section id=\"map\" aria-labelledby=\"map-heading\">"
	"<h2 id=\"map-heading\">Map</h2>\n"
	"<input type=\"checkbox\" id=\"full\"><label for=\"full\"> in full size</label>\n";

static const char after_switches[] =
	"<div id=\"tools\" role=\"group\" aria-label=\"Map\" hidden>\n"
	"<span><button id=\"out\" aria-label=\"Smaller\" title=\"Smaller (−)\">−</button>"
	"<button id=\"in\" aria-label=\"Larger\" title=\"Larger (+)\">+</button>"
	"<button id=\"fit\" title=\"The whole map (0)\">Fit</button></span>\n"
	"<span><button id=\"unfold\">Unfold all</button>"
	"<button id=\"fold\">Fold</button></span>\n"
	"<span role=\"search\"><input type=\"search\" id=\"find\" placeholder=\"Search ( / )\" "
	"aria-label=\"Search claims, speakers and words\">"
	"<button id=\"previous\" aria-label=\"Previous hit\">‹</button>"
	"<button id=\"next\" aria-label=\"Next hit\">›</button> "
	"<output id=\"hits\" aria-live=\"polite\"></output></span>\n"
	"<span><select id=\"speaker\" aria-label=\"Speaker\">"
	"<option value=\"\">all speakers</option></select>"
	"<select id=\"side\" aria-label=\"Side\"><option value=\"\">both sides</option>"
	"<option value=\"pro\">for the motion</option>"
	"<option value=\"contra\">against it</option></select></span>\n"
	"<button id=\"theme\">Dark</button>\n</div>\n"
	"<div id=\"stage\">\n<figure tabindex=\"0\" role=\"group\" "
	"aria-label=\"Argument map\">\n";

static const char after_map[] =
	"</figure>\n"
	"<section id=\"panel\" aria-label=\"Chosen claim\" tabindex=\"-1\" hidden></section>\n"
	"</div>\n<p id=\"keys\" hidden>Keys on the map: <kbd>↑</kbd> to what a claim bears on, "
	"<kbd>↓</kbd> to its first reason, <kbd>←</kbd> <kbd>→</kbd> to its neighbours, "
	"<kbd>Enter</kbd> opens, <kbd>Esc</kbd> closes, <kbd>f</kbd> folds; <kbd>+</kbd> "
	"<kbd>−</kbd> <kbd>0</kbd> zoom, <kbd>Shift</kbd> with arrows moves, <kbd>/</kbd> "
	"searches.</p>\n"
	"<details id=\"outline\"><summary>The map in words</summary>";

static const char before_thread[] =
	"<section id=\"thread\"><h2>Thread</h2>\n"
	"<p>Marked passages lead to their boxes on the map: + tells for the motion, "
	"− against it. Names in <span class=\"inferred\">italics</span> are not on the page; "
	"they are the annotator’s attribution.</p>\n";

void cp_page_put_head(
	cp_buf *out, const cp_graph *graph, cp_str title, const char *policy)
{
	cp_buf_puts(out, "<!DOCTYPE html>\n<html lang=\"");
	cp_buf_put_xml(out,
		graph->thread->language.len ? graph->thread->language : CP_LIT("en"));
	cp_buf_printf(out,
		"\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n<title>",
		policy);
	cp_buf_put_xml(out, title);
	cp_buf_puts(out, "</title>\n");
}

static void put_heading(cp_buf *out, const cp_graph *graph, cp_str title, bool whole)
{
	cp_buf_puts(out, "<header><h1>");
	cp_buf_put_xml(out, title);
	cp_buf_puts(out, "</h1>\n<p class=\"motion\">Motion: <strong>");
	cp_buf_put_xml(out, graph->claims[CP_MOTION].text);
	cp_buf_puts(out, "</strong></p>\n");
	if (whole)
		cp_buf_puts(out,
			"<nav aria-label=\"Parts\"><a href=\"#map\">Map</a>"
			"<a href=\"#summary\">Summary</a><a href=\"#thread\">Thread</a>"
			"<a href=\"#plots\">Numbers</a></nav>");
	cp_buf_puts(out, "</header>\n<main>\n");
}

static void put_switch(cp_buf *out, const cp_drawing *drawing)
{
	if (!drawing->standing)
		return;
	cp_buf_printf(out,
		"<input type=\"checkbox\" id=\"standing\"%s><label for=\"standing\"> "
		"what stands, and how strong it is</label>\n",
		drawing->standing_toggle == CP_TOGGLE_ON ? " checked" : "");
}

static void put_map(cp_buf *out, const cp_drawing *drawing, cp_str map)
{
	cp_buf_puts(out, before_map);
	put_switch(out, drawing);
	cp_buf_puts(out, after_switches);
	cp_buf_put(out, map);
	cp_buf_puts(out, after_map);
	cp_drawing_write_outline(out, drawing, "page");
	cp_buf_puts(out, "</details>\n</section>\n");
}

static void put_words(cp_buf *out, const cp_graph *graph, cp_str summary)
{
	cp_buf_puts(out,
		"<div class=\"columns\">\n<section id=\"summary\"><h2>Summary</h2>\n");
	cp_buf_put(out, summary);
	cp_buf_puts(out, "</section>\n");
	cp_buf_puts(out, before_thread);
	if (has_drafted(graph))
		cp_buf_puts(out,
			"<p>A ? marks what the program drafted and nobody has confirmed "
			"yet.</p>\n");
	put_thread(out, graph);
	cp_buf_puts(out, "</section>\n</div>\n");
	cp_plots_write_html(out, graph);
}

static void put_script(cp_buf *out, const cp_graph *graph)
{
	cp_buf_puts(out, "<script type=\"application/json\" id=\"data\">\n");
	cp_page_write_data(out, graph);
	cp_buf_printf(out, "\n</script>\n<script>\n%s</script>\n", cp_page_script);
}

void cp_page_write(cp_buf *out, const cp_drawing *drawing, cp_str map, cp_str summary)
{
	const cp_graph *graph = drawing->graph;
	cp_str title = graph->annotation->title.len ? graph->annotation->title
						    : graph->claims[CP_MOTION].text;
	bool whole = summary.at != NULL;
	cp_page_put_head(out, graph, title,
		"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
		"img-src data:");
	cp_buf_printf(out, "<style>\n%s</style>\n</head>\n<body>\n", cp_page_style);
	put_heading(out, graph, title, whole);
	put_map(out, drawing, map);
	if (whole)
		put_words(out, graph, summary);
	cp_buf_puts(out, "</main>\n");
	put_script(out, graph);
	cp_buf_puts(out, "</body>\n</html>\n");
}
