/* The keywords of schemas: what each puts into the compiled form. */
#include "json/schema_compile.h"

#include <stdlib.h>

/* ---- Lists of schemas ---- */

static cp_schema_list compile_list(cp_compiler *compiler, const json_t *array,
	const cp_schema *(*compile_one)(cp_compiler *compiler, const json_t *json))
{
	cp_schema_list list = {.len = json_array_size(array)};
	if (!json_is_array(array) || !list.len)
		cp_fail_kind(compiler, "an array of schemas");
	list.at = CP_NEW_ARRAY(compiler->arena, const cp_schema *, list.len);
	for (size_t i = 0; i < list.len; i++)
		list.at[i] = compile_one(compiler, json_array_get(array, i));
	return list;
}

/* ---- The parts of a schema, made when they are first needed ---- */

static cp_object_rules *object_of(cp_compiler *compiler)
{
	cp_schema *schema = compiler->now.schema;
	if (!schema->object) {
		schema->object = CP_NEW(compiler->arena, cp_object_rules);
		schema->object->shape = compiler->now.shape;
		schema->object->most = SIZE_MAX;
	}
	return schema->object;
}

static cp_array_rules *array_of(cp_compiler *compiler)
{
	cp_schema *schema = compiler->now.schema;
	if (!schema->array) {
		schema->array = CP_NEW(compiler->arena, cp_array_rules);
		schema->array->most = schema->array->most_contained = SIZE_MAX;
		schema->array->least_contained = 1;
	}
	return schema->array;
}

static cp_string_rules *string_of(cp_compiler *compiler)
{
	cp_schema *schema = compiler->now.schema;
	if (!schema->string) {
		schema->string = CP_NEW(compiler->arena, cp_string_rules);
		schema->string->most = SIZE_MAX;
	}
	return schema->string;
}

static cp_number_rules *number_of(cp_compiler *compiler)
{
	cp_schema *schema = compiler->now.schema;
	if (!schema->number)
		schema->number = CP_NEW(compiler->arena, cp_number_rules);
	return schema->number;
}

static cp_branches *branches_of(cp_compiler *compiler)
{
	cp_schema *schema = compiler->now.schema;
	if (!schema->branches)
		schema->branches = CP_NEW(compiler->arena, cp_branches);
	return schema->branches;
}

/* ---- Keywords of any value ---- */

static unsigned type_named(cp_compiler *compiler, const json_t *name)
{
	static const struct {
		const char *name;
		unsigned bits;
	} types[] = {
		{"null", TYPE_NULL},
		{"boolean", TYPE_BOOLEAN},
		{"object", TYPE_OBJECT},
		{"array", TYPE_ARRAY},
		{"number", TYPE_NUMBER | TYPE_INTEGER},
		{"string", TYPE_STRING},
		{"integer", TYPE_INTEGER},
	};
	for (size_t i = 0; json_is_string(name) && i < sizeof types / sizeof *types; i++)
		if (cp_str_is(cp_value_text(name), types[i].name))
			return types[i].bits;
	cp_fail(compiler, "\"%s\" is no type",
		json_is_string(name) ? json_string_value(name) : "this");
	return TYPE_ANY;
}

static void read_type(cp_compiler *compiler, const json_t *json)
{
	unsigned types = json_is_array(json) ? 0 : type_named(compiler, json);
	for (size_t i = 0; i < json_array_size(json); i++)
		types |= type_named(compiler, json_array_get(json, i));
	compiler->now.schema->types &= (unsigned char)types;
}

static cp_constants *make_constants(cp_compiler *compiler, size_t count)
{
	cp_constants *constants = CP_NEW(compiler->arena, cp_constants);
	constants->at = CP_NEW_ARRAY(compiler->arena, const json_t *, count);
	return constants;
}

static void read_enum(cp_compiler *compiler, const json_t *json)
{
	enum { MANY = 8 };
	size_t count = json_array_size(json);
	cp_constants *constants = make_constants(compiler, count);
	if (!json_is_array(json))
		cp_fail_kind(compiler, "an array");
	for (size_t i = 0; i < count; i++) {
		const json_t *value = json_array_get(json, i);
		constants->at[constants->len++] = value;
		if (count > MANY && json_is_string(value))
			cp_map_add(compiler->arena, &constants->texts,
				cp_value_text(value), (uint32_t)i);
	}
	compiler->now.schema->enumeration = constants;
}

static void read_const(cp_compiler *compiler, const json_t *json)
{
	cp_constants *constants = make_constants(compiler, 1);
	constants->at[constants->len++] = json;
	compiler->now.schema->constant = constants;
}

static void read_all_of(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->all_of = compile_list(compiler, json, cp_compile_same);
}

static void read_any_of(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->any_of = compile_list(compiler, json, cp_compile_same);
}

static void read_one_of(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->one_of = compile_list(compiler, json, cp_compile_same);
}

static void read_not(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->not_ = cp_compile_same(compiler, json);
}

static void read_if(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->if_ = cp_compile_same(compiler, json);
}

static void read_then(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->then = cp_compile_same(compiler, json);
}

static void read_else(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->else_ = cp_compile_same(compiler, json);
}

struct destination {
	const cp_schema *schema;
	const cp_schema_anchor *anchor; /* by which it was found; or NULL */
};

static struct destination read_target(cp_compiler *compiler, const json_t *json)
{
	if (!json_is_string(json)) {
		cp_fail_kind(compiler, "a reference");
		return (struct destination){0};
	}
	cp_schema_target target = cp_compile_resolve(compiler, compiler->now.resource,
		compiler->now.schema->json, compiler->keyword, json);
	return (struct destination){target.json
			? cp_compile(compiler, target.json, target.resource, NULL)
			: NULL,
		target.anchor};
}

static void read_ref(cp_compiler *compiler, const json_t *json)
{
	branches_of(compiler)->ref = read_target(compiler, json).schema;
}

/* Core, section 8.2.3.2: it is dynamic if it leads to a `$dynamicAnchor` by its name. */
static void read_dynamic_ref(cp_compiler *compiler, const json_t *json)
{
	struct destination to = read_target(compiler, json);
	cp_branches *branches = branches_of(compiler);
	branches->dynamic_ref = to.schema;
	if (!to.anchor || !to.anchor->dynamic)
		return;
	branches->dynamic = to.anchor->name;
	cp_map_add(compiler->arena, &compiler->schemas->dynamic, to.anchor->name, 1);
}

/* ---- Keywords of objects ---- */

static bool is_map(cp_compiler *compiler, const json_t *json)
{
	if (!json_is_object(json))
		cp_fail_kind(compiler, "an object");
	return json_is_object(json);
}

static void read_properties(cp_compiler *compiler, const json_t *json)
{
	cp_object_rules *rules = object_of(compiler);
	const char *key;
	size_t len;
	json_t *value;
	CP_ARRAY(uint32_t) slots = {0};
	if (!is_map(compiler, json))
		return;
	json_object_keylen_foreach((json_t *)json, key, len, value)
	{
		uint32_t slot =
			cp_shape_add(compiler->arena, rules->shape, (cp_str){key, len});
		*cp_push(compiler->arena, &slots) = slot;
		if (slot >= rules->values_len)
			rules->values_len = slot + 1;
		if (slot < CP_MOST_SLOTS)
			rules->valued |= (uint64_t)1 << slot;
	}
	rules->values =
		CP_NEW_ARRAY(compiler->arena, const cp_schema *, rules->values_len);
	size_t i = 0;
	json_object_foreach((json_t *)json, key, value) rules->values[slots.at[i++]] =
		cp_compile_part(compiler, value);
}

static void read_patterns(cp_compiler *compiler, const json_t *json)
{
	cp_object_rules *rules = object_of(compiler);
	const char *key;
	size_t len;
	json_t *value;
	if (!is_map(compiler, json))
		return;
	rules->every |= json_object_size(json) > 0;
	json_object_keylen_foreach((json_t *)json, key, len, value)
	{
		cp_buf error = {0};
		cp_selected *selected = cp_push(compiler->arena, &rules->patterns);
		selected->name = (cp_str){key, len};
		selected->pattern = cp_pattern_new(compiler->arena,
			&compiler->schemas->patterns, selected->name, &error);
		selected->schema = cp_compile_part(compiler, value);
		if (!selected->pattern)
			cp_fail_at(compiler, cp_place_inside(compiler, selected->name),
				"the pattern \"%s\" cannot be used: %s", key, error.at);
		cp_buf_clear(&error);
	}
}

static void read_additional(cp_compiler *compiler, const json_t *json)
{
	object_of(compiler)->additional = cp_compile_part(compiler, json);
	object_of(compiler)->every = true;
}

static void read_member_names(cp_compiler *compiler, const json_t *json)
{
	object_of(compiler)->member_names = cp_compile_part(compiler, json);
	object_of(compiler)->every = true;
}

static cp_str *read_names(cp_compiler *compiler, const json_t *json, size_t *len)
{
	cp_str *names = CP_NEW_ARRAY(compiler->arena, cp_str, json_array_size(json));
	size_t i;
	json_t *value;
	*len = 0;
	if (!json_is_array(json))
		cp_fail_kind(compiler, "an array of names");
	json_array_foreach(json, i, value)
	{
		if (json_is_string(value))
			names[(*len)++] = cp_value_text(value);
		else
			cp_fail_kind(compiler, "an array of names");
	}
	return names;
}

static void read_required(cp_compiler *compiler, const json_t *json)
{
	if (compiler->now.resource->draft == 4 && json_is_boolean(json))
		return;
	cp_object_rules *rules = object_of(compiler);
	rules->names = read_names(compiler, json, &rules->names_len);
	for (size_t i = 0; i < rules->names_len; i++) {
		uint32_t slot =
			cp_shape_add(compiler->arena, rules->shape, rules->names[i]);
		if (slot < CP_MOST_SLOTS)
			rules->required |= (uint64_t)1 << slot;
	}
}

static void add_dependent(cp_compiler *compiler, cp_str name, const json_t *json)
{
	cp_object_rules *rules = object_of(compiler);
	cp_selected selected = {.name = name};
	if (json_is_array(json))
		selected.required = read_names(compiler, json, &selected.required_len);
	else
		selected.schema = cp_compile_same(compiler, json);
	*cp_push(compiler->arena, &rules->dependent) = selected;
}

static void read_dependent(cp_compiler *compiler, const json_t *json)
{
	const char *key;
	size_t len;
	json_t *value;
	if (!is_map(compiler, json))
		return;
	object_of(compiler);
	json_object_keylen_foreach((json_t *)json, key, len, value)
		add_dependent(compiler, (cp_str){key, len}, value);
}

/* ---- Keywords of arrays ---- */

static void read_prefix(cp_compiler *compiler, const json_t *json)
{
	array_of(compiler)->prefix = compile_list(compiler, json, cp_compile_part);
}

/* An array of schemas up to draft 2019-09; then `additionalItems` are the others. */
static void read_items(cp_compiler *compiler, const json_t *json)
{
	cp_array_rules *rules = array_of(compiler);
	const json_t *others =
		json_object_get(compiler->now.schema->json, "additionalItems");
	if (!json_is_array(json) || compiler->now.resource->draft == 2020) {
		rules->items = cp_compile_part(compiler, json);
		return;
	}
	if (json_array_size(json))
		read_prefix(compiler, json);
	rules->items = others ? cp_compile_part(compiler, others) : NULL;
}

static void read_contains(cp_compiler *compiler, const json_t *json)
{
	array_of(compiler)->contains = cp_compile_part(compiler, json);
}

static void read_unique(cp_compiler *compiler, const json_t *json)
{
	array_of(compiler)->unique = json_is_true(json);
}

static void read_unevaluated_items(cp_compiler *compiler, const json_t *json)
{
	compiler->now.schema->unevaluated_items = cp_compile_part(compiler, json);
}

static void read_unevaluated_properties(cp_compiler *compiler, const json_t *json)
{
	compiler->now.schema->unevaluated_properties = cp_compile_part(compiler, json);
}

/* ---- Keywords that are numbers ---- */

static size_t read_count(cp_compiler *compiler, const json_t *json)
{
	double number = json_number_value(json);
	if (json_is_number(json) && number >= 0 && cp_is_whole(number))
		return number < (double)((size_t)1 << 53) ? (size_t)number : SIZE_MAX;
	cp_fail_kind(compiler, "a whole number from 0");
	return 0;
}

#define COUNT(name, part, member) \
	static void read_##name(cp_compiler *compiler, const json_t *json) \
	{ \
		part(compiler)->member = read_count(compiler, json); \
	}

COUNT(min_properties, object_of, least)
COUNT(max_properties, object_of, most)
COUNT(min_items, array_of, least)
COUNT(max_items, array_of, most)
COUNT(min_contains, array_of, least_contained)
COUNT(max_contains, array_of, most_contained)
COUNT(min_length, string_of, least)
COUNT(max_length, string_of, most)
#undef COUNT

static const json_t *read_limit(cp_compiler *compiler, const json_t *json)
{
	if (json_is_number(json))
		return json;
	cp_fail_kind(compiler, "a number");
	return NULL;
}

static void read_minimum(cp_compiler *compiler, const json_t *json)
{
	bool above = json_is_true(
		json_object_get(compiler->now.schema->json, "exclusiveMinimum"));
	const json_t *limit = read_limit(compiler, json);
	*(above ? &number_of(compiler)->above : &number_of(compiler)->minimum) = limit;
}

static void read_maximum(cp_compiler *compiler, const json_t *json)
{
	bool below = json_is_true(
		json_object_get(compiler->now.schema->json, "exclusiveMaximum"));
	const json_t *limit = read_limit(compiler, json);
	*(below ? &number_of(compiler)->below : &number_of(compiler)->maximum) = limit;
}

/* In draft 4 it says only how `minimum` is meant, which was read there. */
static bool is_switch(const cp_compiler *compiler, const json_t *json)
{
	return compiler->now.resource->draft == 4 && json_is_boolean(json);
}

static void read_above(cp_compiler *compiler, const json_t *json)
{
	if (!is_switch(compiler, json))
		number_of(compiler)->above = read_limit(compiler, json);
}

static void read_below(cp_compiler *compiler, const json_t *json)
{
	if (!is_switch(compiler, json))
		number_of(compiler)->below = read_limit(compiler, json);
}

static void read_multiple_of(cp_compiler *compiler, const json_t *json)
{
	number_of(compiler)->multiple_of = read_limit(compiler, json);
	if (json_is_number(json) && json_number_value(json) <= 0)
		cp_fail_kind(compiler, "more than 0");
}

/* ---- Keywords of texts ---- */

static void read_pattern(cp_compiler *compiler, const json_t *json)
{
	cp_string_rules *rules = string_of(compiler);
	cp_buf error = {0};
	if (!json_is_string(json)) {
		cp_fail_kind(compiler, "a regular expression");
		return;
	}
	rules->pattern_text = cp_value_text(json);
	rules->pattern = cp_pattern_new(compiler->arena, &compiler->schemas->patterns,
		rules->pattern_text, &error);
	if (!rules->pattern)
		cp_fail(compiler, "the pattern \"%s\" cannot be used: %s",
			json_string_value(json), error.at);
	cp_buf_clear(&error);
}

static void read_format(cp_compiler *compiler, const json_t *json)
{
	bool asserted = compiler->schemas->options.assert_format
		|| (compiler->now.resource->vocabularies & VOCABULARY_FORMAT_ASSERTION);
	const cp_format *format =
		json_is_string(json) ? cp_format_find(cp_value_text(json)) : NULL;
	if (asserted && format)
		string_of(compiler)->format = format;
}

/* ---- The table ---- */

/* Sorted by their names. What only names or remarks has no function. */
static const cp_keyword keywords[] = {
	{"$defs", NULL, VOCABULARY_CORE, CP_INSIDE_MAP},
	{"$dynamicRef", read_dynamic_ref, VOCABULARY_CORE, 0},
	{"$recursiveRef", read_dynamic_ref, VOCABULARY_CORE, 0},
	{"$ref", read_ref, VOCABULARY_CORE, 0},
	{"additionalItems", NULL, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"additionalProperties", read_additional, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"allOf", read_all_of, VOCABULARY_APPLICATOR, CP_INSIDE_LIST},
	{"anyOf", read_any_of, VOCABULARY_APPLICATOR, CP_INSIDE_LIST},
	{"const", read_const, VOCABULARY_VALIDATION, 0},
	{"contains", read_contains, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"contentSchema", NULL, VOCABULARY_CORE, CP_INSIDE_ONE},
	{"definitions", NULL, VOCABULARY_CORE, CP_INSIDE_MAP},
	{"dependencies", read_dependent, VOCABULARY_APPLICATOR, CP_INSIDE_MIXED_MAP},
	{"dependentRequired", read_dependent, VOCABULARY_VALIDATION, 0},
	{"dependentSchemas", read_dependent, VOCABULARY_APPLICATOR, CP_INSIDE_MAP},
	{"else", read_else, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"enum", read_enum, VOCABULARY_VALIDATION, 0},
	{"exclusiveMaximum", read_below, VOCABULARY_VALIDATION, 0},
	{"exclusiveMinimum", read_above, VOCABULARY_VALIDATION, 0},
	{"format", read_format, VOCABULARY_FORMAT, 0},
	{"if", read_if, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"items", read_items, VOCABULARY_APPLICATOR, CP_INSIDE_ONE_OR_LIST},
	{"maxContains", read_max_contains, VOCABULARY_VALIDATION, 0},
	{"maxItems", read_max_items, VOCABULARY_VALIDATION, 0},
	{"maxLength", read_max_length, VOCABULARY_VALIDATION, 0},
	{"maxProperties", read_max_properties, VOCABULARY_VALIDATION, 0},
	{"maximum", read_maximum, VOCABULARY_VALIDATION, 0},
	{"minContains", read_min_contains, VOCABULARY_VALIDATION, 0},
	{"minItems", read_min_items, VOCABULARY_VALIDATION, 0},
	{"minLength", read_min_length, VOCABULARY_VALIDATION, 0},
	{"minProperties", read_min_properties, VOCABULARY_VALIDATION, 0},
	{"minimum", read_minimum, VOCABULARY_VALIDATION, 0},
	{"multipleOf", read_multiple_of, VOCABULARY_VALIDATION, 0},
	{"not", read_not, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"oneOf", read_one_of, VOCABULARY_APPLICATOR, CP_INSIDE_LIST},
	{"pattern", read_pattern, VOCABULARY_VALIDATION, 0},
	{"patternProperties", read_patterns, VOCABULARY_APPLICATOR, CP_INSIDE_MAP},
	{"prefixItems", read_prefix, VOCABULARY_APPLICATOR, CP_INSIDE_LIST},
	{"properties", read_properties, VOCABULARY_APPLICATOR, CP_INSIDE_MAP},
	{"propertyNames", read_member_names, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"required", read_required, VOCABULARY_VALIDATION, 0},
	{"then", read_then, VOCABULARY_APPLICATOR, CP_INSIDE_ONE},
	{"type", read_type, VOCABULARY_VALIDATION, 0},
	{"unevaluatedItems", read_unevaluated_items, VOCABULARY_UNEVALUATED,
		CP_INSIDE_ONE},
	{"unevaluatedProperties", read_unevaluated_properties, VOCABULARY_UNEVALUATED,
		CP_INSIDE_ONE},
	{"uniqueItems", read_unique, VOCABULARY_VALIDATION, 0},
};

static int compare_keyword(const void *name, const void *keyword)
{
	return strcmp(name, ((const cp_keyword *)keyword)->name);
}

const cp_keyword *cp_keyword_find(const char *name)
{
	return bsearch(name, keywords, sizeof keywords / sizeof *keywords,
		sizeof *keywords, compare_keyword);
}

enum cp_inside cp_schema_inside(cp_str name)
{
	const cp_keyword *keyword = cp_keyword_find(name.at);
	return keyword ? keyword->inside : CP_INSIDE_NOTHING;
}
