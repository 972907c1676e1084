#include "diagram/page.h"

#include "graph/lists.h"
#include "graph/words.h"
#include "text/xml.h"

#include <inttypes.h>
#include <stdlib.h>

static const char style[] =
	":root{color-scheme:light}"
	"body{font:16px/1.5 \"Liberation Sans\",Arial,Helvetica,sans-serif;color:#1a1a1a;"
	"background:#fff;overflow-wrap:anywhere;margin:0 auto;max-width:110rem;padding:0 1.5rem 4rem}"
	"h1{font-size:1.7rem;line-height:1.2;margin:1.5rem 0 .3rem}"
	"h2{font-size:1.3rem;border-bottom:2px solid #d5dce5;padding-bottom:.2rem;"
	"margin-top:2.2rem}h3{font-size:1.05rem;margin-top:1.6rem}"
	"a{color:#1f5fa8}nav a{margin-right:1.2rem}"
	".motion{font-size:1.15rem}"
	"figure{margin:1rem 0;border:1px solid #d5dce5;border-radius:6px;overflow:auto;"
	"max-height:92vh}"
	"figure svg{display:block;width:100%;height:auto}"
	"#full:checked~figure svg{width:auto;max-width:none}"
	".columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);gap:2.5rem}"
	"@media(max-width:70rem){.columns{display:block}}"
	".columns li{margin:.45rem 0}"
	"article{border-left:4px solid #d5dce5;padding:.1rem 0 .1rem 1rem;margin:1.4rem 0}"
	"article:target,article:has(:target){border-color:#1f5fa8}"
	"article header{font-weight:bold}article header small{font-weight:normal;color:#4a5568}"
	".inferred{font-style:italic}"
	".text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.3rem 0}"
	"mark{color:inherit;background:#eef0f3;text-decoration:underline #4a5568 2px;"
	"text-underline-offset:3px}"
	"mark.pro{background:#e3f4f0;text-decoration-color:#00695c}"
	"mark.contra{background:#fde9e6;text-decoration:underline dashed #b3261e 2px}"
	"mark.quotation{font-style:italic}"
	".quoted{border-left:3px solid #9aa5b5;padding-left:.4rem;color:#4a5568;"
	"-webkit-box-decoration-break:clone;box-decoration-break:clone}"
	".missing{font-style:italic;color:#4a5568}"
	"mark:target,mark:has(:target){outline:3px solid #1f5fa8}"
	"sup{font-size:.68rem;line-height:0}sup a{text-decoration:none;margin-left:1px}"
	"svg g:target>.box{stroke-width:4}"
	"label,input{vertical-align:middle}"
	"@media print{figure{max-height:none;border:0}nav,#full,#full+label{display:none}"
	".columns{display:block}}";

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
		cp_buf_printf(marker->out, "\">%s", sign_of(claim->stance));
		cp_buf_put_xml(marker->out, item->id);
		cp_buf_puts(marker->out, "</a></sup>");
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
	cp_buf_printf(marker->out, " class=\"%s %s%s\">", cp_stance_name(claim->stance),
		cp_kind_names[item->kind], quoted ? " quoted" : "");
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
		cp_buf_put_xml(out, comment->time);
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

static void put_thread(cp_buf *out, const cp_graph *graph)
{
	cp_arena arena = {0};
	const cp_annotation *annotation = graph->annotation;
	size_t comments = graph->thread->comments.len;
	struct cp_lists items = cp_lists_new(&arena, comments);
	for (size_t i = 0; i < annotation->items.len; i++)
		if (cp_item_is_anchored(&annotation->items.at[i]))
			cp_lists_count(&items, annotation->items.at[i].comment);
	cp_lists_ready(&arena, &items, comments);
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (cp_item_is_anchored(&annotation->items.at[i]))
			cp_lists_add(&items, annotation->items.at[i].comment, i);
	for (uint32_t c = 0; c < comments; c++)
		put_comment(&arena, out, graph, c, cp_lists_of(&items, c));
	cp_arena_clear(&arena);
}

/* ---- The whole ---- */

void cp_page_write(cp_buf *out, const cp_graph *graph, cp_str map, cp_str summary)
{
	cp_str title = graph->annotation->title.len ? graph->annotation->title
						    : graph->claims[CP_MOTION].text;
	cp_buf_puts(out, "<!DOCTYPE html>\n<html lang=\"");
	cp_buf_put_xml(out,
		graph->thread->language.len ? graph->thread->language : CP_LIT("en"));
	cp_buf_puts(out,
		"\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'\">\n<title>");
	cp_buf_put_xml(out, title);
	cp_buf_printf(
		out, "</title>\n<style>%s</style>\n</head>\n<body>\n<header><h1>", style);
	cp_buf_put_xml(out, title);
	cp_buf_puts(out, "</h1>\n<p class=\"motion\">Motion: <strong>");
	cp_buf_put_xml(out, graph->claims[CP_MOTION].text);
	cp_buf_puts(out,
		"</strong></p>\n<nav><a href=\"#map\">Map</a><a href=\"#summary\">Summary</a>"
		"<a href=\"#thread\">Thread</a></nav></header>\n<main>\n"
		"<section id=\"map\"><h2>Map</h2>\n"
		"<input type=\"checkbox\" id=\"full\"><label for=\"full\"> in full size</label>\n"
		"<figure tabindex=\"0\">\n");
	cp_buf_put(out, map);
	cp_buf_puts(out,
		"</figure></section>\n<div class=\"columns\">\n"
		"<section id=\"summary\"><h2>Summary</h2>\n");
	cp_buf_put(out, summary);
	cp_buf_puts(out,
		"</section>\n<section id=\"thread\"><h2>Thread</h2>\n"
		"<p>Marked passages lead to their boxes on the map: + tells for the motion, "
		"− against it. Names in <span class=\"inferred\">italics</span> are not on the page; "
		"they are the annotator’s attribution.</p>\n");
	put_thread(out, graph);
	cp_buf_puts(out, "</section>\n</div>\n</main>\n</body>\n</html>\n");
}
