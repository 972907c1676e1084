/* Where the values of a JSON text stand.
 *
 * The text has been accepted by jansson, so it is only scanned, never judged: what does
 * not fit ends the scan. One pass lists every value in the order of the text with the end
 * of what is inside it; a pointer is then followed from value to next sibling. */
#include "json/values.h"

#include "text/utf8.h"

#include <stdlib.h>

struct index {
	CP_ARRAY(cp_json_value) values;
	/* The element found last: findings come in order, and go on from there. */
	uint32_t array, element;
	unsigned long number;
};

struct scanner {
	cp_str text;
	size_t at;
	cp_arena *arena;
	struct index *index;
	CP_ARRAY(uint32_t) open; /* containers that have not ended yet */
	uint32_t key, key_end;   /* of the value to come */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_string(struct scanner *scan)
{
	for (scan->at++; scan->at < scan->text.len; scan->at++) {
		char c = scan->text.at[scan->at];
		if (c == '\\')
			scan->at++;
		else if (c == '"')
			break;
	}
	scan->at = scan->at < scan->text.len ? scan->at + 1 : scan->text.len;
}

static void skip_scalar(struct scanner *scan)
{
	while (scan->at < scan->text.len && !is_blank(scan->text.at[scan->at])
		&& !strchr(",:]}[{\"", scan->text.at[scan->at]))
		scan->at++;
}

static uint32_t add_value(struct scanner *scan)
{
	cp_json_value *value = cp_push(scan->arena, &scan->index->values);
	*value = (cp_json_value){
		.start = (uint32_t)scan->at, .key = scan->key, .key_end = scan->key_end};
	scan->key = scan->key_end = 0;
	return (uint32_t)scan->index->values.len - 1;
}

static void end_value(struct scanner *scan, uint32_t which)
{
	scan->index->values.at[which].end = (uint32_t)scan->at;
	scan->index->values.at[which].after = (uint32_t)scan->index->values.len;
}

/* A string is a name if a colon follows; else it is a value. */
static void scan_string(struct scanner *scan)
{
	size_t start = scan->at, next;
	skip_string(scan);
	for (next = scan->at; next < scan->text.len && is_blank(scan->text.at[next]);)
		next++;
	if (next < scan->text.len && scan->text.at[next] == ':') {
		scan->key = (uint32_t)start;
		scan->key_end = (uint32_t)scan->at;
		scan->at = next + 1;
		return;
	}
	size_t end = scan->at;
	scan->at = start;
	uint32_t which = add_value(scan);
	scan->at = end;
	end_value(scan, which);
}

static void scan_one(struct scanner *scan)
{
	char c = scan->text.at[scan->at];
	if (is_blank(c) || c == ',' || c == ':') {
		scan->at++;
	} else if (c == '{' || c == '[') {
		uint32_t which = add_value(scan);
		*cp_push(scan->arena, &scan->open) = which;
		scan->at++;
	} else if (c == '}' || c == ']') {
		scan->at++;
		if (scan->open.len)
			end_value(scan, scan->open.at[--scan->open.len]);
	} else if (c == '"') {
		scan_string(scan);
	} else {
		uint32_t which = add_value(scan);
		size_t start = scan->at;
		skip_scalar(scan);
		scan->at += scan->at == start;
		end_value(scan, which);
	}
}

static struct index *scan_values(cp_source *source)
{
	struct index *index = CP_NEW(source->arena, struct index);
	struct scanner scan = {
		.text = source->text, .arena = source->arena, .index = index};
	while (scan.at < scan.text.len)
		scan_one(&scan);
	while (scan.open.len)
		end_value(&scan, scan.open.at[--scan.open.len]);
	return index;
}

/* One code unit of an escape "\uXXXX" at `*i`, which moves past it. */
static uint32_t read_unit(cp_str raw, size_t *i)
{
	char digits[5] = {0};
	memcpy(digits, raw.at + *i, raw.len - *i < 4 ? raw.len - *i : 4);
	*i += strlen(digits);
	return (uint32_t)strtoul(digits, NULL, 16);
}

static uint32_t read_escape(cp_str raw, size_t *i)
{
	static const char letters[] = "bfnrt", meaning[] = "\b\f\n\r\t";
	char c = raw.at[(*i)++];
	const char *letter = c ? strchr(letters, c) : NULL;
	if (c != 'u')
		return letter ? (unsigned char)meaning[letter - letters]
			      : (unsigned char)c;
	uint32_t unit = read_unit(raw, i);
	if (unit < 0xd800 || unit > 0xdbff || *i + 2 > raw.len)
		return unit;
	*i += 2;
	return 0x10000 + ((unit & 0x3ff) << 10) + (read_unit(raw, i) & 0x3ff);
}

/* Is the name in the text, between quotation marks, `key`? */
static bool is_key(cp_str raw, cp_str key)
{
	if (!memchr(raw.at, '\\', raw.len))
		return cp_str_eq(raw, key);
	cp_buf name = {0};
	for (size_t i = 0; i < raw.len;) {
		if (raw.at[i] != '\\') {
			cp_buf_putc(&name, raw.at[i++]);
		} else if (++i < raw.len) {
			cp_utf8_put(&name, read_escape(raw, &i));
		}
	}
	bool same = cp_str_eq(cp_buf_str(&name), key);
	cp_buf_clear(&name);
	return same;
}

static uint32_t find_property(
	const struct index *index, cp_str text, uint32_t object, cp_str key)
{
	for (uint32_t child = object + 1; child < index->values.at[object].after;
		child = index->values.at[child].after) {
		const cp_json_value *value = &index->values.at[child];
		if (value->key_end
			&& is_key(cp_str_part(text, value->key + 1, value->key_end - 1),
				key))
			return child;
	}
	return CP_NONE;
}

static uint32_t find_element(struct index *index, uint32_t array, cp_str step)
{
	char *end = NULL;
	unsigned long number = strtoul(step.at, &end, 10), at = 0;
	uint32_t child = array + 1;
	if (!step.len || *end)
		return CP_NONE;
	if (index->element && index->array == array && index->number <= number) {
		child = index->element;
		at = index->number;
	}
	for (; child < index->values.at[array].after; at++) {
		if (at == number) {
			index->array = array;
			index->element = child;
			index->number = number;
			return child;
		}
		child = index->values.at[child].after;
	}
	return CP_NONE;
}

static uint32_t find_child(struct index *index, cp_str text, uint32_t parent, cp_str step)
{
	return text.at[index->values.at[parent].start] == '{'
		? find_property(index, text, parent, step)
		: find_element(index, parent, step);
}

/* The next step of a pointer at `*i`, unescaped, into `step`. */
static void next_step(cp_str pointer, size_t *i, cp_buf *step)
{
	step->len = 0;
	for ((*i)++; *i < pointer.len && pointer.at[*i] != '/'; (*i)++) {
		if (pointer.at[*i] == '~' && *i + 1 < pointer.len)
			cp_buf_putc(step, pointer.at[++*i] == '1' ? '/' : '~');
		else
			cp_buf_putc(step, pointer.at[*i]);
	}
	*cp_buf_room(step, 0) = '\0';
}

static struct index *index_of(cp_source *source)
{
	if (!source->index)
		source->index = scan_values(source);
	return source->index;
}

/* Goes along the pointer, from the first value on, as far as it leads. True if that is to
 * its end. */
static bool follow(cp_source *source, cp_str pointer, uint32_t *at)
{
	struct index *index = index_of(source);
	cp_buf step = {0};
	uint32_t child = 0;
	*at = 0;
	for (size_t i = 0; i < pointer.len && child != CP_NONE;) {
		next_step(pointer, &i, &step);
		child = find_child(index, source->text, *at, cp_buf_str(&step));
		if (child != CP_NONE)
			*at = child;
	}
	cp_buf_clear(&step);
	return child != CP_NONE;
}

const cp_json_value *cp_json_values(cp_source *source, size_t *len)
{
	const struct index *index = index_of(source);
	if (len)
		*len = index->values.len;
	return index->values.at;
}

uint32_t cp_json_find(cp_source *source, cp_str pointer)
{
	uint32_t at;
	return index_of(source)->values.len && follow(source, pointer, &at) ? at
									    : CP_NONE;
}

bool cp_json_locate(
	cp_source *source, cp_str pointer, bool key, size_t *start, size_t *end)
{
	uint32_t at;
	if (!index_of(source)->values.len)
		return false;
	key = follow(source, pointer, &at) && key;
	const cp_json_value *value = &index_of(source)->values.at[at];
	key = key && value->key_end;
	*start = key ? value->key : value->start;
	*end = key ? value->key_end : value->end;
	return true;
}
