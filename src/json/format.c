/* Writing a JSON text anew.
 *
 * The list of its values is gone through with a stack of the containers that are open, so that
 * depth costs nothing. How long each value is on one line is added up before, from the
 * innermost outwards. */
#include "json/format.h"

#include "json/values.h"
#include "text/utf8.h"

#include <stdlib.h>

enum mode { ONE_LINE, LINES, ENTRY };

struct child {
	uint32_t value;
	uint32_t rank; /* in the shape; those that it does not know come last */
	const cp_shape_member *member;
};

/* A container that is being written. */
struct open {
	uint32_t value;
	const cp_shape *shape;
	enum mode mode;
	size_t first;        /* of its own in the stack of children, and … */
	size_t next;         /* … the one to be written next */
	size_t indent;       /* of what is around it */
	size_t column;       /* of an entry: what its last line holds */
	bool alone, started; /* of an entry: that line is full; something was written */
};

struct writer {
	cp_buf *out;
	cp_arena arena;
	cp_str text;
	const cp_json_value *values;
	uint32_t *widths; /* of each value on one line, without its name */
	cp_buf indent;    /* what lines begin with now */
	CP_ARRAY(struct open) open;
	CP_ARRAY(struct child) children; /* of all that are open */
};

static const cp_json_value *value_at(const struct writer *writer, uint32_t value)
{
	return &writer->values[value];
}

static char bracket_of(const struct writer *writer, uint32_t value)
{
	return writer->text.at[value_at(writer, value)->start];
}

static bool is_container(const struct writer *writer, uint32_t value)
{
	char c = bracket_of(writer, value);
	return c == '{' || c == '[';
}

static bool is_empty(const struct writer *writer, uint32_t value)
{
	return value_at(writer, value)->after == value + 1;
}

static cp_str name_of(const struct writer *writer, uint32_t value)
{
	return cp_str_part(writer->text, value_at(writer, value)->key,
		value_at(writer, value)->key_end);
}

/* ---- Widths ---- */

static uint32_t count_columns(cp_str text)
{
	size_t columns = cp_utf8_count(text);
	return columns < CP_JSON_WIDTH ? (uint32_t)columns : CP_JSON_WIDTH + 1;
}

/* Of a value with its name and the comma after it. No longer than can matter, so that sums
 * stay small. */
static uint32_t width_of(const struct writer *writer, uint32_t value)
{
	cp_str name = name_of(writer, value);
	return writer->widths[value] + (name.len ? count_columns(name) + 2 : 0) + 1;
}

static uint32_t measure_container(const struct writer *writer, uint32_t value)
{
	uint32_t width =
		bracket_of(writer, value) == '{' && !is_empty(writer, value) ? 4 : 2;
	uint32_t after = value_at(writer, value)->after;
	for (uint32_t i = value + 1; i < after && width <= CP_JSON_WIDTH;
		i = value_at(writer, i)->after)
		width += width_of(writer, i) + (i > value + 1);
	/* The last one has no comma. */
	return width - (width > 2);
}

/* Values follow what they are in, so that backwards the parts come first. */
static void measure(struct writer *writer, size_t len)
{
	writer->widths = CP_NEW_ARRAY(&writer->arena, uint32_t, len);
	for (uint32_t i = (uint32_t)len; i-- > 0;)
		writer->widths[i] = is_container(writer, i)
			? measure_container(writer, i)
			: count_columns(cp_str_part(writer->text,
				value_at(writer, i)->start, value_at(writer, i)->end));
}

/* ---- Order ---- */

static void find_member(
	const struct writer *writer, const cp_shape *shape, struct child *child)
{
	cp_str name = name_of(writer, child->value);
	const cp_shape_member *member = shape->members;
	for (; member->name; member++, child->rank++)
		if (name.len >= 2
			&& cp_str_is(cp_str_part(name, 1, name.len - 1), member->name)) {
			child->member = member;
			return;
		}
}

static int compare_children(const void *left, const void *right)
{
	const struct child *a = left, *b = right;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return (a->value > b->value) - (a->value < b->value);
}

static void push_children(struct writer *writer, const struct open *open)
{
	bool ordered = open->shape && open->shape->members
		&& bracket_of(writer, open->value) == '{';
	uint32_t after = value_at(writer, open->value)->after;
	for (uint32_t i = open->value + 1; i < after; i = value_at(writer, i)->after) {
		struct child *child = cp_push(&writer->arena, &writer->children);
		*child = (struct child){.value = i};
		if (ordered)
			find_member(writer, open->shape, child);
	}
	if (ordered)
		qsort(writer->children.at + open->first,
			writer->children.len - open->first, sizeof(struct child),
			compare_children);
}

/* ---- Writing ---- */

static enum mode choose_mode(
	const struct writer *writer, uint32_t value, const cp_shape *shape)
{
	const struct open *parent =
		writer->open.len ? &writer->open.at[writer->open.len - 1] : NULL;
	if (is_empty(writer, value) || (parent && parent->mode == ONE_LINE)
		|| writer->open.len >= CP_JSON_DEEPEST)
		return ONE_LINE;
	if (shape && shape->style == CP_ENTRY && bracket_of(writer, value) == '{')
		return ENTRY;
	if (shape && shape->style != CP_FITTING)
		return LINES;
	return width_of(writer, value) <= CP_JSON_WIDTH ? ONE_LINE : LINES;
}

static void put_line_break(struct writer *writer)
{
	cp_buf_putc(writer->out, '\n');
	cp_buf_put(writer->out, cp_buf_str(&writer->indent));
}

/* Inside of an entry, columns are counted in pairs, as its own are. */
static void indent_more(struct writer *writer)
{
	char last = writer->indent.len ? writer->indent.at[writer->indent.len - 1] : 0;
	cp_buf_puts(&writer->indent, last == ' ' ? "  " : "\t");
}

static void begin_container(struct writer *writer, uint32_t value, const cp_shape *shape)
{
	struct open open = {.value = value,
		.shape = shape,
		.mode = choose_mode(writer, value, shape),
		.first = writer->children.len,
		.next = writer->children.len,
		.indent = writer->indent.len};
	cp_buf_putc(writer->out, bracket_of(writer, value));
	push_children(writer, &open);
	if (open.mode == LINES)
		indent_more(writer);
	else if (open.mode == ENTRY)
		cp_buf_puts(&writer->indent, "  ");
	*cp_push(&writer->arena, &writer->open) = open;
}

static void end_container(struct writer *writer)
{
	struct open *open = &writer->open.at[--writer->open.len];
	bool object = bracket_of(writer, open->value) == '{';
	writer->indent.len = open->indent;
	writer->children.len = open->first;
	if (open->mode == LINES)
		put_line_break(writer);
	else if (object && !is_empty(writer, open->value))
		cp_buf_putc(writer->out, ' ');
	cp_buf_putc(writer->out, object ? '}' : ']');
}

static const cp_shape *shape_of(
	const struct writer *writer, const struct open *parent, const struct child *child)
{
	if (child->member)
		return child->member->shape;
	bool element = bracket_of(writer, parent->value) == '[';
	return element && parent->shape ? parent->shape->elements : NULL;
}

/* Does an empty line stand before the value? */
static bool has_gap(const struct writer *writer, uint32_t value)
{
	const cp_json_value *here = value_at(writer, value);
	size_t i = here->key_end ? here->key : here->start, lines = 0;
	while (i > 0 && strchr(" \t\r\n,", writer->text.at[i - 1]))
		lines += writer->text.at[--i] == '\n';
	return lines > 1;
}

/* Does a part of an entry begin a new line? Notes what the line holds then. */
static bool breaks_line(struct writer *writer, struct open *open, struct child *child)
{
	cp_line_use use = child->member ? child->member->line : CP_ALONE;
	const cp_shape *shape = shape_of(writer, open, child);
	bool alone = use == CP_ALONE
		|| (is_container(writer, child->value)
			&& choose_mode(writer, child->value, shape) != ONE_LINE);
	uint32_t width = width_of(writer, child->value) + 1;
	bool breaks = open->started
		&& (alone || open->alone
			|| (use == CP_JOINS && open->column + width > CP_JSON_WIDTH + 1));
	open->column = breaks ? width : open->column + width;
	open->alone = alone;
	open->started = true;
	return breaks;
}

static void put_separator(struct writer *writer, struct open *open, struct child *child)
{
	bool first = open->next == open->first;
	if (!first)
		cp_buf_putc(writer->out, ',');
	if (open->mode == ENTRY ? breaks_line(writer, open, child)
				: open->mode == LINES) {
		if (!first && open->mode == LINES && has_gap(writer, child->value))
			cp_buf_putc(writer->out, '\n');
		put_line_break(writer);
	} else if (!first || bracket_of(writer, open->value) == '{') {
		cp_buf_putc(writer->out, ' ');
	}
}

static void put_value(struct writer *writer, uint32_t value, const cp_shape *shape)
{
	if (is_container(writer, value))
		begin_container(writer, value, shape);
	else
		cp_buf_put(writer->out,
			cp_str_part(writer->text, value_at(writer, value)->start,
				value_at(writer, value)->end));
}

static void put_child(struct writer *writer)
{
	struct open *open = &writer->open.at[writer->open.len - 1];
	struct child child = writer->children.at[open->next];
	cp_str name = name_of(writer, child.value);
	put_separator(writer, open, &child);
	open->next++;
	if (name.len) {
		cp_buf_put(writer->out, name);
		cp_buf_puts(writer->out, ": ");
	}
	put_value(writer, child.value, shape_of(writer, open, &child));
}

void cp_json_format(cp_buf *out, cp_source *source, const cp_shape *shape)
{
	struct writer writer = {.out = out, .text = source->text};
	size_t len;
	writer.values = cp_json_values(source, &len);
	if (!len)
		return;
	measure(&writer, len);
	put_value(&writer, 0, shape);
	while (writer.open.len) {
		if (writer.open.at[writer.open.len - 1].next < writer.children.len)
			put_child(&writer);
		else
			end_container(&writer);
	}
	cp_buf_putc(out, '\n');
	cp_buf_clear(&writer.indent);
	cp_arena_clear(&writer.arena);
}
