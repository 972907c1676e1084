/* Where the values of a JSON text stand.
 *
 * The text has been accepted by jansson, so it is only scanned, never judged: what does
 * not fit ends the scan. One pass lists every value in the order of the text with the end
 * of what is inside it; a pointer is then followed from value to next sibling. */
#include "json/values.h"

#include "base/map.h"
#include "text/utf8.h"

#include <stdlib.h>

enum { NEAR = 16 }; /* children of a value that are looked through one by one */

/* The children of one large array or object, so that each is found at once. */
struct table {
	uint32_t parent;
	CP_ARRAY(uint32_t) children;
	cp_map names; /* of an object's, to their indices */
};

struct index {
	CP_ARRAY(cp_json_value) values;
	CP_ARRAY(struct table *) tables;
	cp_map by_parent; /* from the bytes of `parent` to the table */
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

/* A property's name: `raw` as it stands between quotation marks, or, unescaped, in `name`. */
static cp_str read_name(cp_str raw, cp_buf *name)
{
	if (!memchr(raw.at, '\\', raw.len))
		return raw;
	name->len = 0;
	for (size_t i = 0; i < raw.len;) {
		if (raw.at[i] != '\\') {
			cp_buf_putc(name, raw.at[i++]);
		} else if (++i < raw.len) {
			cp_utf8_put(name, read_escape(raw, &i));
		}
	}
	return cp_buf_str(name);
}

bool cp_json_is_text(cp_str raw, cp_str text)
{
	cp_buf unescaped = {0};
	bool same =
		cp_str_eq(read_name(cp_str_part(raw, 1, raw.len - 1), &unescaped), text);
	cp_buf_clear(&unescaped);
	return same;
}

static cp_str name_of(const cp_source *source, uint32_t child, cp_buf *name)
{
	const struct index *index = source->index;
	const cp_json_value *value = &index->values.at[child];
	return value->key_end
		? read_name(cp_str_part(source->text, value->key + 1, value->key_end - 1),
			name)
		: (cp_str){0};
}

static struct table *make_table(cp_source *source, uint32_t parent)
{
	struct index *index = source->index;
	struct table *table = CP_NEW(source->arena, struct table);
	cp_buf name = {0};
	table->parent = parent;
	for (uint32_t child = parent + 1; child < index->values.at[parent].after;
		child = index->values.at[child].after) {
		cp_str key = name_of(source, child, &name);
		if (key.at)
			cp_map_add(source->arena, &table->names,
				key.at == name.at ? cp_str_copy(source->arena, key) : key,
				child);
		*cp_push(source->arena, &table->children) = child;
	}
	cp_buf_clear(&name);
	return table;
}

static struct table *table_of(cp_source *source, uint32_t parent)
{
	struct index *index = source->index;
	cp_str key = {(const char *)&parent, sizeof parent};
	uint32_t found = cp_map_find(&index->by_parent, key);
	if (found != CP_NONE)
		return index->tables.at[found];
	struct table *table = make_table(source, parent);
	key.at = (const char *)&table->parent;
	cp_map_add(source->arena, &index->by_parent, key, (uint32_t)index->tables.len);
	*cp_push(source->arena, &index->tables) = table;
	return table;
}

/* The number that a step to an element is, or CP_NONE. */
static uint32_t read_number(cp_str step)
{
	char *end = NULL;
	unsigned long number = step.len ? strtoul(step.at, &end, 10) : CP_NONE;
	return !end || *end || number > CP_NONE ? CP_NONE : (uint32_t)number;
}

static bool is_named(const cp_source *source, uint32_t child, cp_str key)
{
	cp_buf name = {0};
	cp_str found = name_of(source, child, &name);
	bool same = found.at && cp_str_eq(found, key);
	cp_buf_clear(&name);
	return same;
}

static uint32_t find_far(
	cp_source *source, uint32_t parent, cp_str key, uint32_t number, bool object)
{
	const struct table *table = table_of(source, parent);
	if (object)
		return cp_map_find(&table->names, key);
	return number < table->children.len ? table->children.at[number] : CP_NONE;
}

/* The child of an array or object that `step` leads to, or CP_NONE. */
static uint32_t find_child(cp_source *source, uint32_t parent, cp_str step)
{
	const cp_json_value *values = ((struct index *)source->index)->values.at;
	bool object = source->text.at[values[parent].start] == '{';
	uint32_t number = object ? CP_NONE : read_number(step), seen = 0;
	uint32_t child = parent + 1, end = values[parent].after;
	for (; child < end && seen < NEAR; child = values[child].after, seen++)
		if (object ? is_named(source, child, step) : seen == number)
			return child;
	return child < end ? find_far(source, parent, step, number, object) : CP_NONE;
}

void cp_pointer_step(cp_str pointer, size_t *i, cp_buf *step)
{
	step->len = 0;
	for ((*i)++; *i < pointer.len && pointer.at[*i] != '/'; (*i)++) {
		cp_str rest = cp_str_part(pointer, *i, pointer.len);
		bool tilde = cp_str_starts(rest, CP_LIT("~0"));
		bool slash = cp_str_starts(rest, CP_LIT("~1"));
		cp_buf_putc(step, slash ? '/' : pointer.at[*i]);
		*i += tilde || slash;
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
	cp_buf step = {0};
	uint32_t child = 0;
	*at = 0;
	for (size_t i = 0; i < pointer.len && child != CP_NONE;) {
		cp_pointer_step(pointer, &i, &step);
		child = find_child(source, *at, cp_buf_str(&step));
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
	if (!index_of(source)->values.len || (pointer.len && pointer.at[0] != '/'))
		return CP_NONE;
	return follow(source, pointer, &at) ? at : CP_NONE;
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
