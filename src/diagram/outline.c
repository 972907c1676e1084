/* A drawing in words: its boxes as a nested outline, numbered in the order of reading, each
 * with what ties it to others by their numbers. It says all that the drawing shows.
 *
 * Deep outlines go on at the same margin: what a box bears on is said by number as well. */
#include "diagram/view.h"

#include "text/markdown.h"
#include "text/utf8.h"
#include "text/xml.h"

enum {
	MOST_DEPTH = 12,
	MOST_NAMED = 12, /* of those that are linked with a box */
	MOST_NAME =
		160, /* bytes of a box's words; a name, where it stands in full elsewhere */
};

struct outline;

/* What the kinds of text differ in. */
struct kind {
	const char *name;
	void (*begin)(struct outline *outline);
	void (*entry)(struct outline *outline, uint32_t box);
	void (*end)(struct outline *outline);
	void (*words)(cp_buf *out, cp_str text);                  /* of the user's */
	void (*reference)(struct outline *outline, uint32_t box); /* to another box */
};

struct outline {
	cp_buf *out;
	const cp_drawing *drawing;
	const struct kind *kind;
	unsigned *depth;      /* of each box */
	uint32_t *first_line; /* that leaves each box, as a chain */
	uint32_t *next_line;
	unsigned open; /* lists that are open, of HTML */
};

/* ---- Words of the user's ---- */

/* ---- References to other boxes ---- */

static void put_number_of(struct outline *outline, uint32_t box)
{
	cp_buf_printf(outline->out, "%u", (unsigned)box + 1);
}

static void put_linked_number_of(struct outline *outline, uint32_t box)
{
	cp_buf_printf(outline->out, "<a href=\"#outline-%u\">%u</a>", (unsigned)box + 1,
		(unsigned)box + 1);
}

static void begin_link_to_box(struct outline *outline, uint32_t box)
{
	const cp_box *it = &outline->drawing->boxes.at[box];
	cp_buf_puts(outline->out, "<a href=\"");
	cp_buf_put_xml(outline->out, it->href);
	if (!it->href.len)
		cp_buf_printf(outline->out, "#%s-%u", cp_box_names[it->kind],
			(unsigned)it->subject);
	cp_buf_puts(outline->out, "\">");
}

static void put_name_of(struct outline *outline, uint32_t box)
{
	const cp_box *it = &outline->drawing->boxes.at[box];
	cp_str name = it->kind == CP_BOX_CLAIM
		? outline->drawing->graph->claims[it->subject].text
		: it->title;
	cp_str shown = cp_utf8_head(name, MOST_NAME);
	cp_buf_puts(outline->out, "“");
	begin_link_to_box(outline, box);
	cp_buf_put_xml(outline->out, shown);
	cp_buf_puts(outline->out, shown.len < name.len ? " …</a>”" : "</a>”");
}

/* ---- Ties ---- */

static uint32_t first_premise(const cp_drawing *drawing, uint32_t joint)
{
	return drawing->lines.at[drawing->joints.at[joint].line].from;
}

/* What the arrow of a joint points at: a box, or the step of another joint, which is said by
 * its first premise and, of a step that is itself aimed at a box, by that. */
static void put_target(struct outline *outline, uint32_t end)
{
	const cp_drawing *drawing = outline->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	if (end < boxes) {
		outline->kind->reference(outline, end);
		return;
	}
	const cp_joint *joint = &drawing->joints.at[end - boxes];
	uint32_t to = drawing->lines.at[joint->line + joint->lines_len - 1].to;
	cp_buf_puts(outline->out, "the step from ");
	outline->kind->reference(outline, first_premise(drawing, end - boxes));
	if (to < boxes) {
		cp_buf_puts(outline->out, " to ");
		outline->kind->reference(outline, to);
	}
}

/* What leaves a box by a line to a joint, and by which others it does so together. */
static void put_tie(struct outline *outline, const cp_line *line)
{
	const cp_drawing *drawing = outline->drawing;
	const cp_joint *joint = &drawing->joints.at[line->to - drawing->boxes.len];
	const cp_line *lines = drawing->lines.at + joint->line;
	uint32_t named = 0;
	cp_buf_printf(outline->out, "%s ",
		joint->tie == CP_TIE_REPLIES ? "replies to" : cp_tie_names[joint->tie]);
	put_target(outline, lines[joint->lines_len - 1].to);
	for (uint32_t i = 0; i + 1 < joint->lines_len && named < MOST_NAMED; i++) {
		if (&lines[i] == line)
			continue;
		cp_buf_puts(outline->out, named++ ? ", " : " together with ");
		outline->kind->reference(outline, lines[i].from);
	}
	if (named && named + 2 < joint->lines_len)
		cp_buf_printf(outline->out, " and %u more",
			(unsigned)(joint->lines_len - 2 - named));
	if (joint->standing.shown && joint->standing.status != CP_STATUS_STANDS)
		cp_buf_printf(
			outline->out, " (%s)", cp_status_names[joint->standing.status]);
	if (joint->counts)
		cp_buf_printf(outline->out, " (%u %s)", (unsigned)joint->counts,
			joint->counts == 1 ? "time" : "times");
}

static bool put_ties(struct outline *outline, uint32_t box)
{
	bool any = false;
	for (uint32_t i = outline->first_line[box]; i != CP_NONE;
		i = outline->next_line[i]) {
		cp_buf_puts(outline->out, any ? "; " : "");
		put_tie(outline, &outline->drawing->lines.at[i]);
		any = true;
	}
	return any;
}

/* Of a claim, what its words leave out: others who say it, grants, how it is said. */
static bool has_small_print(const cp_box *box)
{
	for (size_t i = 0; box->kind == CP_BOX_CLAIM && i < box->lines.len; i++)
		if (box->lines.at[i].type == CP_TYPE_FOOT)
			return true;
	return false;
}

static void put_small_print(struct outline *outline, const cp_box *box)
{
	bool any = false;
	for (size_t i = 0; i < box->lines.len; i++) {
		if (box->lines.at[i].type != CP_TYPE_FOOT)
			continue;
		cp_buf_puts(outline->out,
			!any                              ? ""
				: box->lines.at[i].begins ? "; "
							  : " ");
		outline->kind->words(outline->out, box->lines.at[i].text);
		any = true;
	}
}

static void put_title(struct outline *outline, uint32_t box)
{
	outline->kind->words(outline->out, outline->drawing->boxes.at[box].title);
}

static bool has_more(const struct outline *outline, uint32_t box)
{
	const cp_box *it = &outline->drawing->boxes.at[box];
	return has_small_print(it) || it->description.len
		|| outline->first_line[box] != CP_NONE;
}

static void put_more(struct outline *outline, uint32_t box)
{
	const cp_box *it = &outline->drawing->boxes.at[box];
	bool any = put_ties(outline, box);
	if (has_small_print(it)) {
		cp_buf_puts(outline->out, any ? "; " : "");
		put_small_print(outline, it);
		any = true;
	}
	if (any)
		cp_buf_putc(outline->out, '.');
	if (it->description.len) {
		cp_buf_puts(outline->out, any ? " " : "");
		outline->kind->words(outline->out, it->description);
	}
}

/* ---- Plain text ---- */

static void indent(struct outline *outline, unsigned columns)
{
	for (; columns; columns--)
		cp_buf_putc(outline->out, ' ');
}

static void begin_text(struct outline *outline)
{
	cp_buf_put_line(outline->out, outline->drawing->title);
	cp_buf_puts(outline->out, "\n\n");
	cp_buf_put_line(outline->out, outline->drawing->description);
	cp_buf_puts(outline->out, "\n\n");
}

static void put_text_entry(struct outline *outline, uint32_t box)
{
	indent(outline, 2 * outline->depth[box]);
	cp_buf_printf(outline->out, "%u. ", (unsigned)box + 1);
	put_title(outline, box);
	cp_buf_putc(outline->out, '\n');
	if (!has_more(outline, box))
		return;
	indent(outline, 2 * outline->depth[box] + 2);
	put_more(outline, box);
	cp_buf_putc(outline->out, '\n');
}

static void end_nothing(struct outline *outline)
{
	(void)outline;
}

/* ---- Markdown ---- */

static void begin_markdown(struct outline *outline)
{
	cp_buf_puts(outline->out, "# ");
	cp_buf_put_markdown(outline->out, outline->drawing->title);
	cp_buf_puts(outline->out, "\n\n");
	cp_buf_put_markdown(outline->out, outline->drawing->description);
	cp_buf_puts(outline->out, "\n\n");
}

static void put_markdown_entry(struct outline *outline, uint32_t box)
{
	indent(outline, 2 * outline->depth[box]);
	cp_buf_printf(outline->out, "- **%u** ", (unsigned)box + 1);
	put_title(outline, box);
	if (has_more(outline, box)) {
		cp_buf_puts(outline->out, " — ");
		put_more(outline, box);
	}
	cp_buf_putc(outline->out, '\n');
}

/* ---- HTML: a fragment ---- */

static void begin_html(struct outline *outline)
{
	cp_buf_puts(outline->out, "<section class=\"outline\"><h2>");
	cp_buf_put_xml(outline->out, outline->drawing->title);
	cp_buf_puts(outline->out, "</h2>\n<p>");
	cp_buf_put_xml(outline->out, outline->drawing->description);
	cp_buf_puts(outline->out, "</p>\n");
}

static void close_lists(struct outline *outline, unsigned depth)
{
	for (; outline->open > depth; outline->open--)
		cp_buf_puts(outline->out, "</li></ul>\n");
}

static void begin_html_entry(struct outline *outline, uint32_t box)
{
	unsigned lists = outline->depth[box] + 1;
	close_lists(outline, lists);
	if (outline->open == lists)
		cp_buf_puts(outline->out, "</li>\n");
	for (; outline->open < lists; outline->open++)
		cp_buf_puts(outline->out, "<ul>\n");
}

static void end_html_entry(struct outline *outline, uint32_t box)
{
	if (has_more(outline, box)) {
		cp_buf_puts(outline->out, "<div>");
		put_more(outline, box);
		cp_buf_puts(outline->out, "</div>");
	}
	cp_buf_putc(outline->out, '\n');
}

static void put_html_entry(struct outline *outline, uint32_t box)
{
	begin_html_entry(outline, box);
	cp_buf_printf(outline->out, "<li id=\"outline-%u\"><strong>%u</strong> ",
		(unsigned)box + 1, (unsigned)box + 1);
	put_title(outline, box);
	end_html_entry(outline, box);
}

static void end_html(struct outline *outline)
{
	close_lists(outline, 0);
	cp_buf_puts(outline->out, "</section>\n");
}

/* ---- On the page around the drawing: each entry leads to its box ---- */

static void begin_page(struct outline *outline)
{
	cp_buf_puts(outline->out, "<p>");
	cp_buf_put_xml(outline->out, outline->drawing->description);
	cp_buf_puts(outline->out, "</p>\n");
}

static void put_page_entry(struct outline *outline, uint32_t box)
{
	begin_html_entry(outline, box);
	cp_buf_puts(outline->out, "<li>");
	begin_link_to_box(outline, box);
	put_title(outline, box);
	cp_buf_puts(outline->out, "</a>");
	end_html_entry(outline, box);
}

static void end_page(struct outline *outline)
{
	close_lists(outline, 0);
}

/* ---- The whole ---- */

static const struct kind kinds[] = {
	{"text", begin_text, put_text_entry, end_nothing, cp_buf_put_line, put_number_of},
	{"markdown", begin_markdown, put_markdown_entry, end_nothing, cp_buf_put_markdown,
		put_number_of},
	{"html", begin_html, put_html_entry, end_html, cp_buf_put_xml,
		put_linked_number_of},
	{"page", begin_page, put_page_entry, end_page, cp_buf_put_xml, put_name_of},
};

static void find_depths(struct outline *outline)
{
	const cp_drawing *drawing = outline->drawing;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		uint32_t parent = drawing->boxes.at[i].parent;
		if (parent == CP_NONE)
			continue;
		outline->depth[i] =
			outline->depth[parent] + (outline->depth[parent] < MOST_DEPTH);
	}
}

static void chain_lines(struct outline *outline)
{
	const cp_drawing *drawing = outline->drawing;
	for (size_t i = 0; i < drawing->boxes.len; i++)
		outline->first_line[i] = CP_NONE;
	for (uint32_t i = (uint32_t)drawing->lines.len; i-- > 0;) {
		uint32_t box = drawing->lines.at[i].from;
		if (box >= drawing->boxes.len)
			continue;
		outline->next_line[i] = outline->first_line[box];
		outline->first_line[box] = i;
	}
}

void cp_drawing_write_outline(cp_buf *out, const cp_drawing *drawing, const char *kind)
{
	cp_arena arena = {0};
	size_t boxes = drawing->boxes.len;
	struct outline outline = {.out = out,
		.drawing = drawing,
		.kind = kinds,
		.depth = CP_NEW_ARRAY(&arena, unsigned, boxes),
		.first_line = CP_NEW_ARRAY(&arena, uint32_t, boxes),
		.next_line = CP_NEW_ARRAY(&arena, uint32_t, drawing->lines.len)};
	while (strcmp(outline.kind->name, kind) != 0)
		outline.kind++;
	find_depths(&outline);
	chain_lines(&outline);
	outline.kind->begin(&outline);
	for (uint32_t i = 0; i < boxes; i++)
		outline.kind->entry(&outline, i);
	outline.kind->end(&outline);
	cp_arena_clear(&arena);
}
