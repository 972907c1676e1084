#define _GNU_SOURCE /* memmem */
#include "json/allow.h"

#include "base/map.h"
#include "text/suggest.h"

#include <jansson.h>

enum { DEEPEST = 16 }; /* objects of the format are nested half as deep */

/* One code in the x-allow of one object. */
struct entry {
	cp_code code;
	cp_place place; /* of the code */
	bool used;
	uint32_t next; /* of the same object, or CP_NONE */
};

struct allower {
	const cp_document *document;
	cp_diags *diags;
	cp_arena arena;
	CP_ARRAY(struct entry) entries;
	cp_map objects; /* from an object's pointer to its last entry */
};

/* ---- What is allowed ---- */

static void report_unknown(struct allower *allower, cp_str code, cp_place place)
{
	cp_suggestion near = cp_suggestion_in(allower->diags, code);
	for (size_t i = 0; i < CP_CODES; i++)
		cp_suggestion_see(&near, cp_str_of(cp_code_infos[i].code));
	cp_diag *diag = cp_diag_add(allower->diags, CP_UNKNOWN_CODE, place,
		"there is no code \"%.*s\"", CP_FMT(code));
	cp_suggestion_hint(allower->diags, diag, &near);
}

static struct entry *find_entry(struct allower *allower, cp_str object, cp_code code)
{
	uint32_t i = cp_map_find(&allower->objects, object);
	while (i != CP_NONE && allower->entries.at[i].code != code)
		i = allower->entries.at[i].next;
	return i == CP_NONE ? NULL : &allower->entries.at[i];
}

/* A code that an object names twice is kept once, so that an object has few entries. */
static void add_entry(
	struct allower *allower, cp_str object, cp_code code, cp_place place)
{
	if (find_entry(allower, object, code))
		return;
	uint32_t new = (uint32_t)allower->entries.len;
	uint32_t first = cp_map_find(&allower->objects, object);
	if (first == CP_NONE)
		cp_map_add(&allower->arena, &allower->objects,
			cp_str_copy(&allower->arena, object), new);
	struct entry *entry = cp_push(&allower->arena, &allower->entries);
	*entry = (struct entry){.code = code, .place = place, .next = CP_NONE};
	if (first != CP_NONE) {
		entry->next = allower->entries.at[first].next;
		allower->entries.at[first].next = new;
	}
}

static void read_code(
	struct allower *allower, cp_str object, const json_t *value, cp_place place)
{
	if (!json_is_string(value))
		return; /* the schema says so */
	cp_str name = {json_string_value(value), json_string_length(value)};
	cp_code code = cp_code_named(name);
	if (code == CP_CODES)
		report_unknown(allower, name, place);
	else if (cp_code_infos[code].severity == CP_ERROR)
		cp_diag_add(allower->diags, CP_CANNOT_ALLOW, place,
			"\"%.*s\" is an error, which cannot be allowed", CP_FMT(name));
	else
		add_entry(allower, object, code, place);
}

static void read_codes(struct allower *allower, cp_str object, const json_t *codes)
{
	cp_source *source = allower->document->source;
	for (size_t i = 0; i < json_array_size(codes); i++)
		read_code(allower, object, json_array_get(codes, i),
			cp_place_json(allower->diags, source, "%.*s/x-allow/%zu",
				CP_FMT(object), i));
	if (json_is_string(codes))
		read_code(allower, object, codes,
			cp_place_json(
				allower->diags, source, "%.*s/x-allow", CP_FMT(object)));
}

static void read_value(
	struct allower *allower, json_t *value, cp_buf *pointer, unsigned depth)
{
	size_t len = pointer->len, i;
	const char *key;
	json_t *inner;
	if (depth == DEEPEST)
		return;
	read_codes(allower, cp_buf_str(pointer), json_object_get(value, "x-allow"));
	json_object_foreach(value, key, inner)
	{
		cp_pointer_add_key(pointer, cp_str_of(key));
		/* What is inside x-… is the user's own, whatever it is named. */
		if (strncmp(key, "x-", 2) != 0)
			read_value(allower, inner, pointer, depth + 1);
		pointer->len = len;
	}
	json_array_foreach(value, i, inner)
	{
		cp_pointer_add_index(pointer, i);
		read_value(allower, inner, pointer, depth + 1);
		pointer->len = len;
	}
}

/* ---- What is reported ---- */

/* The innermost object that allows a finding counts as used. */
static void allow_one(struct allower *allower, cp_diag *diag)
{
	cp_str object = diag->place.pointer;
	if (diag->place.source != allower->document->source || diag->severity == CP_ERROR)
		return;
	for (;;) {
		struct entry *entry = find_entry(allower, object, diag->code);
		if (entry) {
			entry->used = diag->allowed = true;
			return;
		}
		if (!object.len)
			return;
		while (object.at[--object.len] != '/')
			;
	}
}

/* Those of needless-allow itself come last: they may allow the others. */
static void report_needless(struct allower *allower, bool last)
{
	for (size_t i = 0; i < allower->entries.len; i++) {
		const struct entry *entry = &allower->entries.at[i];
		if (entry->used || (entry->code == CP_NEEDLESS_ALLOW) != last)
			continue;
		cp_diag *diag = cp_diag_add(allower->diags, CP_NEEDLESS_ALLOW,
			entry->place, "nothing here is reported as \"%s\"",
			cp_code_infos[entry->code].code);
		if (!last)
			allow_one(allower, diag);
	}
}

void cp_allow_apply(const cp_document *document, cp_diags *diags)
{
	cp_str text = document->source ? document->source->text : (cp_str){0};
	cp_buf pointer = {0};
	/* Hardly any file has one: looking costs less than a walk through the document. */
	if (!document->root || !memmem(text.at, text.len, "\"x-allow\"", 9))
		return;
	struct allower allower = {.document = document, .diags = diags};
	read_value(&allower, document->root, &pointer, 0);
	for (size_t i = 0; i < diags->list.len; i++)
		allow_one(&allower, &diags->list.at[i]);
	if (!diags->count[CP_ERROR]) {
		report_needless(&allower, false);
		report_needless(&allower, true);
	}
	cp_buf_clear(&pointer);
	cp_arena_clear(&allower.arena);
}
