/* From the tree of a page to its text, by the rules of docs/import.md.
 *
 * Line breaks and spaces are never written when they are met, but owed, until something
 * that shows follows: so they collapse, and none is left at the end. */
#include "text/html.h"

#include "base/buf.h"

#include <stdlib.h>

enum {
	MOST_INDENT = 10, /* lists in one another, beyond which no more spaces are put */
	LONGEST_STYLE = 1000,
};

/* What elements do to the text; those that are not here are part of their line. */
enum effect {
	IN_LINE,
	LINE,
	PARAGRAPH,
	LIST,
	ITEM,
	CELL,
	KEPT,
	BREAK,
	IMAGE,
	QUOTE,
	GONE
};

static const struct element {
	const char *name;
	enum effect effect;
	const char *mark; /* its kind; NULL: none */
	const char *link; /* the attribute that says where it leads or comes from */
} elements[] = {
	/* In the order of their names, for bsearch. */
	{"a", IN_LINE, "link", "href"},
	{"address", LINE, NULL, NULL},
	{"article", LINE, NULL, NULL},
	{"aside", PARAGRAPH, NULL, NULL},
	{"audio", GONE, NULL, NULL},
	{"b", IN_LINE, "emphasis", NULL},
	{"blockquote", PARAGRAPH, "quotation", "cite"},
	{"body", LINE, NULL, NULL},
	{"br", BREAK, NULL, NULL},
	{"button", GONE, NULL, NULL},
	{"canvas", GONE, NULL, NULL},
	{"caption", PARAGRAPH, NULL, NULL},
	{"center", LINE, NULL, NULL},
	{"code", IN_LINE, "code", NULL},
	{"datalist", GONE, NULL, NULL},
	{"dd", LINE, NULL, NULL},
	{"details", PARAGRAPH, NULL, NULL},
	{"dir", LIST, "list", NULL},
	{"div", LINE, NULL, NULL},
	{"dl", PARAGRAPH, "list", NULL},
	{"dt", LINE, NULL, NULL},
	{"em", IN_LINE, "emphasis", NULL},
	{"embed", GONE, NULL, NULL},
	{"fieldset", PARAGRAPH, NULL, NULL},
	{"figcaption", LINE, NULL, NULL},
	{"figure", PARAGRAPH, NULL, NULL},
	{"footer", LINE, NULL, NULL},
	{"form", LINE, NULL, NULL},
	{"h1", PARAGRAPH, NULL, NULL},
	{"h2", PARAGRAPH, NULL, NULL},
	{"h3", PARAGRAPH, NULL, NULL},
	{"h4", PARAGRAPH, NULL, NULL},
	{"h5", PARAGRAPH, NULL, NULL},
	{"h6", PARAGRAPH, NULL, NULL},
	{"head", GONE, NULL, NULL},
	{"header", LINE, NULL, NULL},
	{"hr", PARAGRAPH, NULL, NULL},
	{"i", IN_LINE, "emphasis", NULL},
	{"iframe", GONE, NULL, NULL},
	{"img", IMAGE, NULL, NULL},
	{"kbd", IN_LINE, "code", NULL},
	{"legend", LINE, NULL, NULL},
	{"li", ITEM, NULL, NULL},
	{"main", LINE, NULL, NULL},
	{"menu", LIST, "list", NULL},
	{"nav", LINE, NULL, NULL},
	{"noembed", GONE, NULL, NULL},
	{"noframes", GONE, NULL, NULL},
	{"noscript", GONE, NULL, NULL},
	{"object", GONE, NULL, NULL},
	{"ol", LIST, "list", NULL},
	{"optgroup", GONE, NULL, NULL},
	{"option", GONE, NULL, NULL},
	{"p", PARAGRAPH, NULL, NULL},
	{"pre", KEPT, "code", NULL},
	{"q", QUOTE, "quotation", "cite"},
	{"samp", IN_LINE, "code", NULL},
	{"script", GONE, NULL, NULL},
	{"section", LINE, NULL, NULL},
	{"select", GONE, NULL, NULL},
	{"strong", IN_LINE, "emphasis", NULL},
	{"style", GONE, NULL, NULL},
	{"summary", LINE, NULL, NULL},
	{"svg", GONE, NULL, NULL},
	{"table", PARAGRAPH, NULL, NULL},
	{"td", CELL, NULL, NULL},
	{"template", GONE, NULL, NULL},
	{"textarea", GONE, NULL, NULL},
	{"th", CELL, NULL, NULL},
	{"title", GONE, NULL, NULL},
	{"tr", LINE, NULL, NULL},
	{"tt", IN_LINE, "code", NULL},
	{"ul", LIST, "list", NULL},
	{"video", GONE, NULL, NULL},
};

struct open {
	uint32_t node;
	enum effect effect;
	struct element mark; /* with `mark` NULL where it makes none */
	cp_str target;       /* of the mark */
	size_t index;        /* of the mark; SIZE_MAX: nothing of it shows yet */
	unsigned number;     /* of a list: the next item's; 0: it has bullets */
};

struct writer {
	cp_arena *arena;
	const cp_html *html;
	cp_html_lines lines;
	cp_rich *rich;
	cp_buf text;
	CP_ARRAY(struct open) open;
	size_t shown;    /* how many of them something shows of: the outermost ones */
	size_t lists;    /* how many of them are lists … */
	size_t kept;     /* … and how many keep white space */
	bool fresh;      /* nothing of the last of those was seen yet */
	size_t breaks;   /* line breaks that are owed … */
	bool space;      /* … and a space … */
	bool tab;        /* … and a tab, between cells … */
	bool bullet;     /* … and the sign of an item … */
	unsigned number; /* … or its number */
};

static int compare_element(const void *key, const void *element)
{
	const cp_str *name = key;
	const char *other = ((const struct element *)element)->name;
	return cp_str_cmp(*name, cp_str_of(other));
}

static struct element element_of(cp_str name)
{
	const struct element *found = bsearch(&name, elements,
		sizeof elements / sizeof *elements, sizeof *elements, compare_element);
	return found ? *found : (struct element){.effect = IN_LINE};
}

/* ---- What shows ---- */

static bool has_rule(cp_str style, const char *rule)
{
	size_t len = strlen(rule), matched = 0;
	for (size_t i = 0; i < style.len && i < LONGEST_STYLE; i++) {
		char c = style.at[i];
		if (strchr(" \t\n\r", c))
			continue;
		c = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
		matched = c == rule[matched] ? matched + 1 : c == rule[0];
		if (matched == len)
			return true;
	}
	return false;
}

static bool is_hidden(const cp_html *html, uint32_t node)
{
	static const char *const classes[] = {
		"screen-reader-text", "sr-only", "visually-hidden"};
	if (html->nodes.at[node].left_out)
		return true;
	if (!html->nodes.at[node].count)
		return false;
	cp_str style = cp_html_attribute_of(html, node, "style");
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (cp_html_has_word(html, node, "class", classes[i]))
			return true;
	return cp_html_attribute_of(html, node, "hidden").at
		|| has_rule(style, "display:none")
		|| has_rule(style, "visibility:hidden");
}

/* ---- Writing ---- */

/* Of the elements `from` up to `end`, of which nothing showed so far. */
static void start_marks(struct writer *writer, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++) {
		struct open *open = &writer->open.at[i];
		if (!open->mark.mark)
			continue;
		open->index = writer->rich->marks.len;
		*cp_push(writer->arena, &writer->rich->marks) = (cp_mark){
			.kind = cp_str_of(open->mark.mark),
			.start = writer->text.len,
			.target = open->target,
		};
	}
}

/* The sign of an item belongs to what the item is in, not to what is in it. */
static void start_item_marks(struct writer *writer)
{
	size_t item = writer->open.len;
	while (item > writer->shown && writer->open.at[item - 1].effect != ITEM)
		item--;
	start_marks(writer, writer->shown, item);
	writer->shown = item;
}

static void put_indent(struct writer *writer, size_t lists)
{
	for (size_t i = 0; i < lists && i < MOST_INDENT; i++)
		cp_buf_puts(&writer->text, "  ");
}

/* What is owed, now that something shows. */
static void settle(struct writer *writer)
{
	bool item = writer->bullet || writer->number, first = !writer->text.len;
	size_t breaks = first ? 0 : writer->breaks;
	for (size_t i = 0; i < breaks; i++)
		cp_buf_putc(&writer->text, '\n');
	if (breaks)
		put_indent(writer, writer->lists - (item && writer->lists));
	else if (writer->tab && !first)
		cp_buf_putc(&writer->text, '\t');
	else if (writer->space && !first)
		cp_buf_putc(&writer->text, ' ');
	if (item)
		start_item_marks(writer);
	if (writer->number)
		cp_buf_printf(&writer->text, "%u. ", writer->number);
	else if (writer->bullet)
		cp_buf_puts(&writer->text, "- ");
	start_marks(writer, writer->shown, writer->open.len);
	writer->shown = writer->open.len;
	writer->breaks = writer->number = 0;
	writer->space = writer->tab = writer->bullet = false;
}

static void owe_breaks(struct writer *writer, size_t count)
{
	if (writer->breaks < count)
		writer->breaks = count;
	writer->tab = false;
}

static void put(struct writer *writer, cp_str text)
{
	if (!text.len)
		return;
	settle(writer);
	cp_buf_put(&writer->text, text);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* White space that collapses; the byte after it. */
static size_t skip_blank(struct writer *writer, cp_str text, size_t i)
{
	size_t lines = 0;
	for (; i < text.len && is_blank(text.at[i]); i++)
		lines += text.at[i] == '\n';
	writer->space = true;
	if (writer->lines == CP_HTML_LINES && lines)
		owe_breaks(writer, lines > 1 ? 2 : 1);
	return i;
}

static void put_flowing(struct writer *writer, cp_str text)
{
	for (size_t i = 0; i < text.len;) {
		size_t start = i;
		while (i < text.len && !is_blank(text.at[i]))
			i++;
		put(writer, cp_str_part(text, start, i));
		if (i < text.len)
			i = skip_blank(writer, text, i);
	}
}

/* Within <pre>. Its line breaks are owed too, so that none is left at its end. */
static void put_kept(struct writer *writer, cp_str text)
{
	size_t i = writer->fresh && cp_str_starts(text, CP_LIT("\n"));
	writer->fresh = false;
	while (i < text.len) {
		size_t start = i;
		while (i < text.len && text.at[i] != '\n')
			i++;
		size_t end = i > start && text.at[i - 1] == '\r' ? i - 1 : i;
		put(writer, cp_str_part(text, start, end));
		for (; i < text.len && text.at[i] == '\n'; i++)
			writer->breaks++;
	}
}

static void put_text(struct writer *writer, cp_str text)
{
	if (writer->kept)
		put_kept(writer, text);
	else
		put_flowing(writer, text);
}

/* ---- Elements ---- */

static unsigned number_in(cp_str text, unsigned otherwise)
{
	unsigned number = 0;
	size_t i = 0;
	for (; i < text.len && i < 6 && text.at[i] >= '0' && text.at[i] <= '9'; i++)
		number = number * 10 + (unsigned)(text.at[i] - '0');
	return i && i == text.len ? number : otherwise;
}

static struct open *innermost_list(struct writer *writer)
{
	for (size_t i = writer->open.len; i-- > 0;)
		if (writer->open.at[i].effect == LIST)
			return &writer->open.at[i];
	return NULL;
}

static void start_item(struct writer *writer, uint32_t node)
{
	owe_breaks(writer, 1);
	struct open *list = innermost_list(writer);
	writer->bullet = !list || !list->number;
	writer->number = 0;
	if (writer->bullet)
		return;
	list->number = number_in(
		cp_html_attribute_of(writer->html, node, "value"), list->number);
	writer->number = list->number++;
}

/* A list in an item of another is not set off by an empty line. */
static void start_list(struct writer *writer, struct open *open)
{
	cp_str name = writer->html->nodes.at[open->node].name;
	owe_breaks(writer, writer->lists ? 1 : 2);
	writer->lists++;
	if (cp_str_is(name, "ol")) {
		open->number = number_in(
			cp_html_attribute_of(writer->html, open->node, "start"), 1);
		open->number += !open->number;
	}
}

/* Discourse: <aside class="quote" data-username data-post data-topic>, whose target is as
 * in its own form, [quote="Ann, post:3, topic:87"]. */
static cp_str target_of_aside(struct writer *writer, uint32_t node)
{
	static const char *const parts[][2] = {
		{"data-username", ""}, {"data-post", "post:"}, {"data-topic", "topic:"}};
	cp_buf target = {0};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		cp_str value = cp_html_attribute_of(writer->html, node, parts[i][0]);
		if (value.len)
			cp_buf_printf(&target, "%s%s%.*s", target.len ? ", " : "",
				parts[i][1], CP_FMT(value));
	}
	bool any = target.len > 0;
	cp_str settled = cp_buf_settle(writer->arena, &target);
	return any ? settled : (cp_str){0};
}

static bool is_quote_aside(const cp_html *html, uint32_t node)
{
	return cp_str_is(html->nodes.at[node].name, "aside")
		&& cp_html_has_word(html, node, "class", "quote");
}

/* The mark that a node makes, if it makes one where it is. */
static void find_mark(struct writer *writer, struct open *open)
{
	const cp_html *html = writer->html;
	uint32_t node = open->node, parent = html->nodes.at[node].parent;
	if (is_quote_aside(html, node)) {
		open->mark.mark = "quotation";
		open->target = target_of_aside(writer, node);
		return;
	}
	if (open->mark.link)
		open->target = cp_html_attribute_of(html, node, open->mark.link);
	bool link = cp_str_is(html->nodes.at[node].name, "a");
	bool nowhere = link
		&& (open->target.len == 0 || open->target.at[0] == '#'
			|| cp_str_starts(open->target, CP_LIT("javascript:")));
	bool twice = (writer->kept && open->effect == IN_LINE && !link)
		|| (open->effect == PARAGRAPH && is_quote_aside(html, parent));
	if (nowhere || twice)
		open->mark.mark = NULL;
	if (!open->target.len)
		open->target = (cp_str){0};
}

/* The line above a quotation in Discourse names whom it is by, which the mark does. */
static bool is_title_of_aside(const cp_html *html, uint32_t node)
{
	return cp_html_has_word(html, node, "class", "title")
		&& is_quote_aside(html, html->nodes.at[node].parent);
}

static void start_effect(struct writer *writer, struct open *open)
{
	switch (open->effect) {
	case LINE:
		owe_breaks(writer, 1);
		break;
	case PARAGRAPH:
		owe_breaks(writer, 2);
		break;
	case LIST:
		start_list(writer, open);
		break;
	case ITEM:
		start_item(writer, open->node);
		break;
	case KEPT:
		owe_breaks(writer, 2);
		writer->kept++;
		writer->fresh = true;
		break;
	case QUOTE:
		put(writer, CP_LIT("“"));
		break;
	default:
		break;
	}
}

static void start_element(struct writer *writer, uint32_t node, struct element element)
{
	struct open open = {.node = node,
		.effect = element.effect,
		.mark = element,
		.index = SIZE_MAX};
	find_mark(writer, &open);
	start_effect(writer, &open);
	*cp_push(writer->arena, &writer->open) = open;
}

/* `showed`: there is something of the element in the text. */
static void end_effect(struct writer *writer, enum effect effect, bool showed)
{
	switch (effect) {
	case LINE:
	case ITEM:
		owe_breaks(writer, 1);
		break;
	case PARAGRAPH:
		owe_breaks(writer, 2);
		break;
	case LIST:
		writer->lists--;
		owe_breaks(writer, writer->lists ? 1 : 2);
		break;
	case KEPT:
		writer->kept--;
		owe_breaks(writer, 2);
		break;
	case CELL:
		writer->breaks = showed ? 0 : writer->breaks;
		writer->tab = writer->tab || showed;
		break;
	case QUOTE:
		cp_buf_puts(&writer->text, "”");
		break;
	default:
		break;
	}
}

static void end_element(struct writer *writer)
{
	struct open open = writer->open.at[--writer->open.len];
	if (open.index != SIZE_MAX)
		writer->rich->marks.at[open.index].end = writer->text.len;
	bool showed = writer->shown > writer->open.len;
	if (showed)
		writer->shown = writer->open.len;
	if (open.effect == ITEM) {
		writer->bullet = false;
		writer->number = 0;
	}
	end_effect(writer, open.effect, showed);
}

/* The node after this one, or after all that is in it. */
static uint32_t write_node(struct writer *writer, uint32_t node)
{
	const cp_html_node *at = &writer->html->nodes.at[node];
	if (!at->name.at) {
		if (!at->left_out)
			put_text(writer, at->text);
		return node + 1;
	}
	struct element element = element_of(at->name);
	if (element.effect == GONE || is_hidden(writer->html, node)
		|| is_title_of_aside(writer->html, node))
		return at->end;
	if (element.effect == BREAK)
		owe_breaks(writer, writer->breaks + 1);
	else if (element.effect == IMAGE)
		put_flowing(writer, cp_html_attribute_of(writer->html, node, "alt"));
	else
		start_element(writer, node, element);
	return node + 1;
}

void cp_html_text(cp_arena *arena, const cp_html *html, uint32_t node,
	cp_html_lines lines, cp_rich *out)
{
	*out = (cp_rich){0};
	struct writer writer = {
		.arena = arena, .html = html, .lines = lines, .rich = out};
	uint32_t end = html->nodes.at[node].end;
	start_element(&writer, node, (struct element){.effect = IN_LINE});
	put_text(&writer, html->nodes.at[node].text);
	for (uint32_t i = node + 1; i < end;) {
		while (writer.open.len
			&& html->nodes.at[writer.open.at[writer.open.len - 1].node].end
				<= i)
			end_element(&writer);
		i = write_node(&writer, i);
	}
	while (writer.open.len)
		end_element(&writer);
	out->text = cp_buf_settle(arena, &writer.text);
}

/* Without a <body>, libxml2 would put what a fragment begins with into a <p>. */
static bool read_text(cp_arena *arena, cp_str fragment, cp_html_lines lines, cp_rich *out)
{
	cp_buf text = {0};
	cp_buf_puts(&text, "<body>");
	cp_buf_put(&text, fragment);
	const cp_html *html = cp_html_parse(arena, cp_buf_str(&text));
	cp_buf_clear(&text);
	cp_html_text(arena, html, 0, lines, out);
	return !html->fault;
}

bool cp_html_read(cp_arena *arena, cp_str html, cp_rich *out)
{
	return read_text(arena, html, CP_HTML_FLOW, out);
}

bool cp_html_read_lines(cp_arena *arena, cp_str html, cp_rich *out)
{
	return read_text(arena, html, CP_HTML_LINES, out);
}
