/* From the JSON of schemas to their compiled form.
 *
 * Each subschema becomes one cp_schema, made when it is first referred to and found again by
 * its address, so that schemas that refer to one another, or to themselves, end. What was
 * made is filled in from a list of jobs, not by recursion, as chains of references may be as
 * long as a file. */
#include "json/schema_compile.h"
#include "json/schema_uri.h"

#include <stdarg.h>
#include <stdlib.h>

enum { MOST_HOPS = 1000 }; /* from a `$ref` that stands alone to another one */

/* ---- Faults ---- */

cp_place cp_place_here(const cp_compiler *compiler)
{
	return cp_schema_place(compiler->diags, compiler->now.resource->file,
		compiler->now.schema->json, compiler->keyword);
}

cp_place cp_place_inside(const cp_compiler *compiler, cp_str key)
{
	cp_place place = cp_place_here(compiler);
	cp_buf pointer = {0};
	cp_buf_put(&pointer, place.pointer);
	cp_pointer_add_key(&pointer, key);
	place.pointer = cp_str_copy(&compiler->diags->arena, cp_buf_str(&pointer));
	place.key = true;
	cp_buf_clear(&pointer);
	return place;
}

void cp_fail_at(cp_compiler *compiler, cp_place place, const char *format, ...)
{
	cp_buf message = {0};
	va_list args;
	va_start(args, format);
	cp_buf_vprintf(&message, format, args);
	va_end(args);
	compiler->schemas->failed = true;
	cp_diag_add(compiler->diags, CP_BAD_SCHEMA, place, "%s", message.at);
	cp_buf_clear(&message);
}

void cp_fail_kind(cp_compiler *compiler, const char *wanted)
{
	cp_fail(compiler, "\"%s\" of a schema must be %s", compiler->keyword, wanted);
}

/* ---- Subschemas ---- */

static cp_schema *make(
	cp_compiler *compiler, const json_t *json, cp_resource *resource, cp_shape *shape)
{
	cp_schemas *schemas = compiler->schemas;
	cp_schema *schema = CP_NEW(compiler->arena, cp_schema);
	schema->types = schema->possible = TYPE_ANY;
	schema->json = json;
	schema->resource = resource;
	cp_map_add(compiler->arena, &schemas->compiled, cp_key_of(&schema->json),
		(uint32_t)schemas->made.len);
	*cp_push(compiler->arena, &schemas->made) = schema;
	*cp_push(compiler->arena, &compiler->jobs) =
		(cp_compile_job){schema, resource, shape};
	return schema;
}

/* Is this keyword one that a value must obey? */
static bool is_rule(const char *name)
{
	const cp_keyword *keyword = cp_keyword_find(name);
	return keyword && keyword->read;
}

/* The reference of a schema that says nothing else, or that is of a draft in which nothing
 * else counts then; NULL of others. */
static const json_t *lone_reference(const cp_resource *resource, const json_t *json)
{
	const json_t *ref = json_object_get(json, "$ref");
	const char *key;
	json_t *value;
	if (!json_is_string(ref) || resource->draft <= 7)
		return json_is_string(ref) ? ref : NULL;
	json_object_foreach((json_t *)json, key, value)
	{
		if (value != ref && is_rule(key))
			return NULL;
	}
	return ref;
}

cp_schema_target cp_compile_resolve(cp_compiler *compiler, cp_resource *from,
	const json_t *json, const char *keyword, const json_t *reference)
{
	cp_schema_target target = cp_schemas_resolve(
		compiler->schemas, from, cp_value_text(reference), compiler->diags);
	if (!target.json)
		cp_fail_at(compiler,
			cp_schema_place(compiler->diags, from->file, json, keyword),
			"there is no schema at \"%s\"", json_string_value(reference));
	return target;
}

const cp_schema *cp_compile(
	cp_compiler *compiler, const json_t *json, cp_resource *outer, cp_shape *shape)
{
	cp_schemas *schemas = compiler->schemas;
	cp_schema_target target = {json, outer, NULL};
	for (unsigned hops = 0;; hops++) {
		if (json_is_boolean(target.json))
			return json_is_true(target.json) ? schemas->always
							 : schemas->never;
		if (!json_is_object(target.json)) {
			cp_fail(compiler, "a schema must be an object, true or false");
			return schemas->always;
		}
		target.resource =
			cp_schemas_resource_of(schemas, target.resource, target.json);
		const json_t *ref = lone_reference(target.resource, target.json);
		if (!ref || hops == MOST_HOPS)
			break;
		cp_schema_target next = cp_compile_resolve(
			compiler, target.resource, target.json, "$ref", ref);
		if (!next.json)
			return schemas->always;
		/* Where another resource is entered, that is to be seen. */
		if (next.resource != target.resource || next.resource != outer)
			break;
		target = next;
		shape = NULL;
	}
	uint32_t known = cp_map_find(&schemas->compiled, cp_key_of(&target.json));
	return known != CP_NONE ? schemas->made.at[known]
				: make(compiler, target.json, target.resource, shape);
}

const cp_schema *cp_compile_part(cp_compiler *compiler, const json_t *json)
{
	return cp_compile(compiler, json, compiler->now.resource, NULL);
}

const cp_schema *cp_compile_same(cp_compiler *compiler, const json_t *json)
{
	cp_shape *shape = compiler->now.shape;
	return cp_compile(compiler, json, compiler->now.resource,
		shape->names.len < CP_MOST_SLOTS ? shape : NULL);
}

/* ---- Filling in ---- */

/* Known names are held against the patterns once, here. */
static void set_apart(cp_object_rules *rules)
{
	for (size_t i = 0; i < rules->values_len && i < CP_MOST_SLOTS; i++) {
		bool apart = rules->values[i] && !rules->member_names;
		for (size_t j = 0; apart && j < rules->patterns.len; j++)
			apart = rules->patterns.at[j].pattern
				&& cp_pattern_match(rules->patterns.at[j].pattern,
					   rules->shape->names.at[i])
					== CP_NO_MATCH;
		rules->apart |= (uint64_t)apart << i;
	}
}

static void fill(cp_compiler *compiler)
{
	cp_schema *schema = compiler->now.schema;
	const char *key;
	json_t *value;
	if (!compiler->now.shape) {
		compiler->now.shape = CP_NEW(compiler->arena, cp_shape);
		*cp_push(compiler->arena, &compiler->schemas->shapes) =
			compiler->now.shape;
	}
	json_object_foreach((json_t *)schema->json, key, value)
	{
		const cp_keyword *keyword = cp_keyword_find(key);
		compiler->keyword = key;
		if (keyword && keyword->read
			&& (keyword->vocabulary & compiler->now.resource->vocabularies))
			keyword->read(compiler, value);
	}
	schema->plain = !schema->object && !schema->array && !schema->string
		&& !schema->number && !schema->enumeration && !schema->constant
		&& !schema->branches && !schema->unevaluated_items
		&& !schema->unevaluated_properties;
	schema->possible = schema->types;
	if (schema->object && schema->object->every)
		set_apart(schema->object);
	compiler->keyword = NULL;
}

/* Whatever a `$dynamicRef` may reach is compiled as well. True if there was something. */
static bool compile_dynamic(cp_compiler *compiler)
{
	cp_schemas *schemas = compiler->schemas;
	bool found = false;
	for (size_t i = 0; i < schemas->anchors.len; i++) {
		cp_schema_anchor *anchor = schemas->anchors.at[i];
		if (!anchor->dynamic || anchor->schema
			|| cp_map_find(&schemas->dynamic, anchor->name) == CP_NONE)
			continue;
		anchor->schema =
			cp_compile(compiler, anchor->json, anchor->resource, NULL);
		found = true;
	}
	return found;
}

static void run_jobs(cp_compiler *compiler)
{
	do {
		for (size_t i = 0; i < compiler->jobs.len; i++) {
			compiler->now = compiler->jobs.at[i];
			fill(compiler);
		}
		compiler->jobs.len = 0;
	} while (compile_dynamic(compiler));
}

/* ---- Circles ---- */

/* A schema that always applies itself to the same value has no meaning (Core, section
 * 9.4.1). Each schema leads to its `$ref` and `allOf`; whoever is met again on the way
 * there is in a circle. */
struct visit {
	cp_schema *schema;
	size_t next; /* edge to follow */
};

static const cp_schema *edge(const cp_schema *schema, size_t i)
{
	static const cp_branches none;
	const cp_branches *branches = schema->branches ? schema->branches : &none;
	if (i == 0)
		return branches->ref;
	if (i == 1)
		return branches->dynamic.at ? NULL : branches->dynamic_ref;
	return i - 2 < branches->all_of.len ? branches->all_of.at[i - 2] : NULL;
}

static bool has_edges(const cp_schema *schema, size_t i)
{
	return schema->branches && i < schema->branches->all_of.len + 2;
}

static void fail_circle(cp_compiler *compiler, cp_schema *schema)
{
	compiler->now.schema = schema;
	compiler->now.resource = (cp_resource *)schema->resource;
	cp_fail(compiler, "this schema refers to itself for the same value, without end");
}

static void walk_from(cp_compiler *compiler, cp_schema *schema)
{
	CP_ARRAY(struct visit) way = {0};
	*cp_push(compiler->arena, &way) = (struct visit){schema, 0};
	schema->mark = CP_ON_THE_WAY;
	while (way.len) {
		struct visit *last = &way.at[way.len - 1];
		if (!has_edges(last->schema, last->next)) {
			last->schema->mark = CP_DONE;
			way.len--;
			continue;
		}
		cp_schema *next = (cp_schema *)edge(last->schema, last->next++);
		if (next && next->mark == CP_ON_THE_WAY)
			fail_circle(compiler, next);
		if (!next || next->mark)
			continue;
		next->mark = CP_ON_THE_WAY;
		*cp_push(compiler->arena, &way) = (struct visit){next, 0};
	}
}

static void find_circles(cp_compiler *compiler)
{
	for (size_t i = 0; i < compiler->schemas->made.len; i++)
		if (!compiler->schemas->made.at[i]->mark)
			walk_from(compiler, compiler->schemas->made.at[i]);
}

/* ---- Shapes ---- */

uint32_t cp_shape_add(cp_arena *arena, cp_shape *shape, cp_str name)
{
	uint32_t slot = cp_map_add(arena, &shape->map, name, (uint32_t)shape->names.len);
	if (slot == shape->names.len)
		*cp_push(arena, &shape->names) = name;
	return slot;
}

/* Puts the names into the table; how many did not find their first place free. */
static size_t fill_table(cp_shape *shape, uint32_t multiplier)
{
	size_t missed = 0;
	shape->multiplier = multiplier;
	memset(shape->table, 0, shape->mask + 1);
	for (size_t i = 0; i < shape->names.len; i++) {
		cp_str name = shape->names.at[i];
		uint32_t at = cp_shape_hash(multiplier, name.at, name.len);
		missed += shape->table[at & shape->mask] != 0;
		while (shape->table[at & shape->mask])
			at++;
		shape->table[at & shape->mask] = (uint8_t)(i + 1);
	}
	return missed;
}

static void finish_shape(cp_arena *arena, cp_shape *shape)
{
	enum { TRIES = 8 };
	size_t size = 8, fewest = SIZE_MAX;
	uint32_t best = 0, multiplier = 0x9e3779b1;
	if (!shape->names.len || shape->names.len > CP_MOST_SLOTS || shape->table)
		return;
	while (size < shape->names.len * 3)
		size *= 2;
	shape->table = CP_NEW_ARRAY(arena, uint8_t, size);
	shape->mask = (uint32_t)size - 1;
	for (int i = 0; fewest && i < TRIES; i++, multiplier += 0x3c6ef372) {
		size_t missed = fill_table(shape, multiplier);
		best = missed < fewest ? multiplier : best;
		fewest = missed < fewest ? missed : fewest;
	}
	fill_table(shape, best);
}

/* ---- Types ---- */

static unsigned possible_of_any(const cp_schema_list *list)
{
	unsigned types = list->len ? 0 : TYPE_ANY;
	for (size_t i = 0; i < list->len; i++)
		types |= list->at[i]->possible;
	return types;
}

/* What the schemas for the same value allow narrows down what this one does. */
static bool narrow(cp_schema *schema)
{
	const cp_branches *branches = schema->branches;
	unsigned types = schema->possible;
	if (!branches)
		return false;
	if (branches->ref)
		types &= branches->ref->possible;
	for (size_t i = 0; i < branches->all_of.len; i++)
		types &= branches->all_of.at[i]->possible;
	types &= possible_of_any(&branches->any_of);
	types &= possible_of_any(&branches->one_of);
	bool changed = types != schema->possible;
	schema->possible = (unsigned char)types;
	return changed;
}

static void narrow_all(cp_schemas *schemas)
{
	enum { ROUNDS = 8 }; /* each is right by itself; more only help more */
	bool changed = true;
	for (int round = 0; changed && round < ROUNDS; round++) {
		changed = false;
		for (size_t i = schemas->made.len; i-- > 0;)
			changed |= narrow(schemas->made.at[i]);
	}
}

/* ---- From outside ---- */

static bool judge_found(cp_schemas *schemas, cp_diags *diags)
{
	bool good = true;
	while (schemas->unchecked.len) {
		const cp_resource *resource =
			schemas->unchecked.at[--schemas->unchecked.len];
		good &= cp_schemas_judge(schemas, resource, diags);
	}
	return good;
}

const cp_schema *cp_schemas_compile(cp_schemas *schemas, cp_str uri, cp_diags *diags)
{
	cp_compiler compiler = {
		.schemas = schemas, .arena = &schemas->arena, .diags = diags};
	cp_resource *resource =
		cp_schemas_find(schemas, cp_uri_without_fragment(uri), diags);
	if (!resource)
		return NULL;
	cp_schema entry = {.json = resource->json};
	compiler.now = (cp_compile_job){&entry, resource, NULL};
	cp_schema_target target =
		cp_schemas_resolve(schemas, resource, cp_uri_hash(uri), diags);
	if (!target.json)
		return NULL;
	const cp_schema *schema =
		cp_compile(&compiler, target.json, target.resource, NULL);
	run_jobs(&compiler);
	find_circles(&compiler);
	narrow_all(schemas);
	for (size_t i = 0; i < schemas->shapes.len; i++)
		finish_shape(&schemas->arena, schemas->shapes.at[i]);
	schemas->shapes.len = 0;
	return judge_found(schemas, diags) && !schemas->failed ? schema : NULL;
}

static cp_schema *make_boolean(cp_schemas *schemas, bool value)
{
	cp_schema *schema = CP_NEW(&schemas->arena, cp_schema);
	schema->types = schema->possible = value ? TYPE_ANY : 0;
	schema->plain = true;
	schema->never = !value;
	return schema;
}

cp_schemas *cp_schemas_new(cp_schema_options options)
{
	cp_schemas *schemas = cp_xmalloc(sizeof *schemas);
	*schemas = (cp_schemas){.options = options};
	schemas->always = make_boolean(schemas, true);
	schemas->never = make_boolean(schemas, false);
	return schemas;
}

void cp_schemas_free(cp_schemas *schemas)
{
	if (!schemas)
		return;
	for (size_t i = 0; i < schemas->documents.len; i++)
		cp_document_clear(schemas->documents.at[i]);
	cp_patterns_clear(&schemas->patterns);
	cp_arena_clear(&schemas->arena);
	free(schemas);
}
