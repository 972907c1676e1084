/* From the text of a schema to its compiled form.
 *
 * Each subschema becomes one `cp_schema`, made when it is first met and found again by its
 * address, so that schemas that refer to one another, or to themselves, end. */
#include "json/schema_model.h"

#include <jansson.h>
#include <math.h>

struct made {
	const json_t *json;
	cp_schema *schema;
};

struct compiler {
	cp_arena *arena;
	cp_buf *error;
	json_t **roots; /* the schemas given */
	size_t roots_len;
	const json_t *root; /* of which "#/…" is said at the moment */
	CP_ARRAY(struct made) made;
};

static cp_schema *compile(struct compiler *compiler, const json_t *json);

static void fail(struct compiler *compiler, const char *message, const char *what)
{
	if (!compiler->error->len)
		cp_buf_printf(compiler->error, "%s: %s", message, what);
}

cp_str cp_schema_text_of(const json_t *string)
{
	return (cp_str){json_string_value(string), json_string_length(string)};
}

/* Doubles of 2^53 and more have no fraction. Without floor(), the program needs no libm,
 * which would be loaded at every start. */
static bool is_whole(double number)
{
	const double limit = 9007199254740992.0;
	return number >= limit || number <= -limit || (double)(long long)number == number;
}

unsigned cp_schema_type_of(const json_t *json)
{
	static const unsigned bits[] = {
		[JSON_OBJECT] = TYPE_OBJECT,
		[JSON_ARRAY] = TYPE_ARRAY,
		[JSON_STRING] = TYPE_STRING,
		[JSON_INTEGER] = TYPE_INTEGER,
		[JSON_REAL] = TYPE_NUMBER,
		[JSON_TRUE] = TYPE_BOOLEAN,
		[JSON_FALSE] = TYPE_BOOLEAN,
		[JSON_NULL] = TYPE_NULL,
	};
	/* 1.0 is an integer too (JSON Schema Validation, section 6.1.1). */
	if (json_is_real(json) && is_whole(json_real_value(json)))
		return TYPE_NUMBER | TYPE_INTEGER;
	return bits[json_typeof(json)];
}

struct cp_schema_constant cp_schema_constant_of(const json_t *json)
{
	struct cp_schema_constant constant = {.type = cp_schema_type_of(json)};
	if (json_is_string(json))
		constant.text = cp_schema_text_of(json);
	constant.number =
		json_is_boolean(json) ? json_is_true(json) : json_number_value(json);
	return constant;
}

static struct cp_schema_list compile_list(struct compiler *compiler, const json_t *array)
{
	struct cp_schema_list list = {.len = json_array_size(array)};
	list.at = CP_NEW_ARRAY(compiler->arena, const cp_schema *, list.len);
	for (size_t i = 0; i < list.len; i++)
		list.at[i] = compile(compiler, json_array_get(array, i));
	return list;
}

static void read_properties(
	struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	size_t count = json_object_size(json), i = 0;
	schema->properties = CP_NEW_ARRAY(compiler->arena, cp_str, count);
	schema->values.at = CP_NEW_ARRAY(compiler->arena, const cp_schema *, count);
	schema->values.len = count;
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)json, key, value)
	{
		cp_str name = cp_str_copy(compiler->arena, cp_str_of(key));
		schema->properties[i] = name;
		schema->values.at[i] = compile(compiler, value);
		cp_map_add(compiler->arena, &schema->names, name, (uint32_t)i++);
	}
}

/* Only a literal prefix, "^x-", so far. */
static void read_patterns(
	struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	size_t count = json_object_size(json), i = 0;
	schema->prefixes = CP_NEW_ARRAY(compiler->arena, cp_str, count);
	schema->prefixed.at = CP_NEW_ARRAY(compiler->arena, const cp_schema *, count);
	schema->prefixed.len = count;
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)json, key, value)
	{
		if (key[0] != '^' || strpbrk(key + 1, "\\^$.|?*+()[]{}"))
			fail(compiler, "this pattern is not supported", key);
		cp_str prefix = cp_str_of(key[0] ? key + 1 : key);
		schema->prefixes[i] = cp_str_copy(compiler->arena, prefix);
		schema->prefixed.at[i++] = compile(compiler, value);
	}
}

static void read_required(
	struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	schema->required_len = json_array_size(json);
	schema->required = CP_NEW_ARRAY(compiler->arena, cp_str, schema->required_len);
	for (size_t i = 0; i < schema->required_len; i++)
		schema->required[i] = cp_str_copy(
			compiler->arena, cp_schema_text_of(json_array_get(json, i)));
}

static unsigned type_named(struct compiler *compiler, const json_t *name)
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
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (cp_str_is(cp_schema_text_of(name), types[i].name))
			return types[i].bits;
	fail(compiler, "this is no type",
		json_is_string(name) ? json_string_value(name) : "?");
	return 0;
}

static void read_type(struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	if (!json_is_array(json))
		schema->types = type_named(compiler, json);
	for (size_t i = 0; i < json_array_size(json); i++)
		schema->types |= type_named(compiler, json_array_get(json, i));
}

static void add_constant(struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	if (json_is_object(json) || json_is_array(json)) {
		fail(compiler, "objects and arrays are not supported in",
			"enum and const");
		return;
	}
	struct cp_schema_constant constant = cp_schema_constant_of(json);
	if (constant.text.at)
		constant.text = cp_str_copy(compiler->arena, constant.text);
	schema->constants[schema->constants_len++] = constant;
}

static void read_enum(struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	schema->constants = CP_NEW_ARRAY(
		compiler->arena, struct cp_schema_constant, json_array_size(json));
	for (size_t i = 0; i < json_array_size(json); i++)
		add_constant(compiler, schema, json_array_get(json, i));
}

static void read_const(struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	schema->constants = CP_NEW(compiler->arena, struct cp_schema_constant);
	add_constant(compiler, schema, json);
}

static const json_t *find_root(struct compiler *compiler, cp_str id)
{
	for (size_t i = 0; i < compiler->roots_len; i++)
		if (cp_str_eq(
			    cp_schema_text_of(json_object_get(compiler->roots[i], "$id")),
			    id))
			return compiler->roots[i];
	return NULL;
}

/* Along "/$defs/name", whose steps are names without "~". */
static const json_t *follow(const json_t *target, cp_str pointer)
{
	for (size_t i = 0, end; target && i < pointer.len; i = end) {
		const char *slash = memchr(pointer.at + i + 1, '/', pointer.len - i - 1);
		end = slash ? (size_t)(slash - pointer.at) : pointer.len;
		target = json_object_getn(target, pointer.at + i + 1, end - i - 1);
	}
	return target;
}

/* "#", "#/$defs/name", "urn:…" and "urn:…#/$defs/name". */
static void read_ref(struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	cp_str ref = cp_schema_text_of(json);
	const char *hash = ref.at ? memchr(ref.at, '#', ref.len) : NULL;
	cp_str id = {ref.at, hash ? (size_t)(hash - ref.at) : ref.len};
	const json_t *outer = compiler->root;
	const json_t *target = id.len ? find_root(compiler, id) : outer;
	compiler->root = target ? target : outer;
	target = follow(
		target, hash ? cp_str_part(ref, id.len + 1, ref.len) : (cp_str){0});
	if (target)
		schema->ref = compile(compiler, target);
	else
		fail(compiler, "there is no schema at this $ref", ref.at ? ref.at : "?");
	compiler->root = outer;
}

#define READ(name, expression) \
	static void read_##name( \
		struct compiler *compiler, cp_schema *schema, const json_t *json) \
	{ \
		(void)compiler; \
		schema->expression; \
	}

READ(additional, additional = compile(compiler, json))
READ(items, items = compile(compiler, json))
READ(min_items, min_items = (size_t)json_integer_value(json))
READ(min_length, min_length = (size_t)json_integer_value(json))
READ(minimum, minimum = json_number_value(json))
READ(maximum, maximum = json_number_value(json))
READ(all_of, all_of = compile_list(compiler, json))
READ(any_of, any_of = compile_list(compiler, json))
READ(one_of, one_of = compile_list(compiler, json))
READ(if, if_ = compile(compiler, json))
READ(then, then = compile(compiler, json))
READ(else, else_ = compile(compiler, json))

static void ignore(struct compiler *compiler, cp_schema *schema, const json_t *json)
{
	(void)compiler, (void)schema, (void)json;
}

static const struct keyword {
	const char *name;
	void (*read)(struct compiler *compiler, cp_schema *schema, const json_t *json);
} keywords[] = {
	{"$schema", ignore},
	{"$id", ignore},
	{"$defs", ignore},
	{"$comment", ignore},
	{"title", ignore},
	{"description", ignore},
	{"examples", ignore},
	{"default", ignore},
	{"defaultSnippets", ignore},
	{"$ref", read_ref},
	{"type", read_type},
	{"enum", read_enum},
	{"const", read_const},
	{"properties", read_properties},
	{"patternProperties", read_patterns},
	{"additionalProperties", read_additional},
	{"required", read_required},
	{"items", read_items},
	{"minItems", read_min_items},
	{"minLength", read_min_length},
	{"minimum", read_minimum},
	{"maximum", read_maximum},
	{"allOf", read_all_of},
	{"anyOf", read_any_of},
	{"oneOf", read_one_of},
	{"if", read_if},
	{"then", read_then},
	{"else", read_else},
};

static const struct keyword *find_keyword(const char *name)
{
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (strcmp(keywords[i].name, name) == 0)
			return &keywords[i];
	return NULL;
}

static cp_schema *compile(struct compiler *compiler, const json_t *json)
{
	for (size_t i = 0; i < compiler->made.len; i++)
		if (compiler->made.at[i].json == json && json_is_object(json))
			return compiler->made.at[i].schema;
	cp_schema *schema = CP_NEW(compiler->arena, cp_schema);
	schema->minimum = -INFINITY;
	schema->maximum = INFINITY;
	schema->never = json_is_false(json);
	if (!json_is_object(json) && !json_is_boolean(json))
		fail(compiler, "a schema must be", "an object, true or false");
	*cp_push(compiler->arena, &compiler->made) = (struct made){json, schema};
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)json, key, value)
	{
		const struct keyword *keyword = find_keyword(key);
		if (keyword)
			keyword->read(compiler, schema, value);
		else
			fail(compiler, "this keyword is not supported", key);
	}
	return schema;
}

bool cp_schema_compile(cp_arena *arena, const cp_str texts[], const cp_schema *schemas[],
	size_t count, cp_buf *error)
{
	struct compiler compiler = {.arena = arena, .error = error, .roots_len = count};
	compiler.roots = CP_NEW_ARRAY(arena, json_t *, count);
	for (size_t i = 0; i < count; i++) {
		json_error_t where;
		compiler.roots[i] = json_loadb(
			texts[i].at, texts[i].len, JSON_REJECT_DUPLICATES, &where);
		if (!compiler.roots[i])
			fail(&compiler, "a schema is not JSON", where.text);
	}
	for (size_t i = 0; i < count && !error->len; i++) {
		compiler.root = compiler.roots[i];
		schemas[i] = compile(&compiler, compiler.roots[i]);
	}
	for (size_t i = 0; i < count; i++)
		json_decref(compiler.roots[i]);
	return !error->len;
}
