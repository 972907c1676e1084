/* What the compiler of schemas and the table of its keywords share. */
#ifndef CP_JSON_SCHEMA_COMPILE_H
#define CP_JSON_SCHEMA_COMPILE_H

#include "json/schema_files.h"

typedef struct cp_compile_job {
	cp_schema *schema;
	cp_resource *resource;
	cp_shape *
		shape; /* of the schema that this one stands in for the same value; or NULL */
} cp_compile_job;

typedef struct cp_compiler {
	cp_schemas *schemas;
	cp_arena *arena;
	cp_diags *diags;
	CP_ARRAY(cp_compile_job) jobs;
	cp_compile_job now;  /* what is filled in … */
	const char *keyword; /* … from this keyword */
} cp_compiler;

typedef struct cp_keyword {
	const char *name;
	void (*read)(cp_compiler *compiler, const json_t *json); /* NULL: it is no rule */
	unsigned char vocabulary, inside;
} cp_keyword;

/* NULL where it is not known. */
const cp_keyword *cp_keyword_find(const char *name);

/* The schema made of `json`, which stands in `outer`; `shape` is that of the schema around it
 * for the same value, or NULL. */
const cp_schema *cp_compile(
	cp_compiler *compiler, const json_t *json, cp_resource *outer, cp_shape *shape);

/* The same of a value of the keyword that is read: for a part of the instance, or for the
 * instance itself; then the slots of its members are shared, unless they are very many. */
const cp_schema *cp_compile_part(cp_compiler *compiler, const json_t *json);
const cp_schema *cp_compile_same(cp_compiler *compiler, const json_t *json);

/* What the value `reference` of a keyword of `json` in `from` leads to; a fault, if nowhere. */
cp_schema_target cp_compile_resolve(cp_compiler *compiler, cp_resource *from,
	const json_t *json, const char *keyword, const json_t *reference);

/* Faults of the schema: at a place, at the keyword that is read, and that its value must be
 * something else. */
void cp_fail_at(cp_compiler *compiler, cp_place place, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
#define cp_fail(compiler, ...) \
	cp_fail_at((compiler), cp_place_here(compiler), __VA_ARGS__)
void cp_fail_kind(cp_compiler *compiler, const char *wanted);

/* The place of that keyword, and of a property of its value. */
cp_place cp_place_here(const cp_compiler *compiler);
cp_place cp_place_inside(const cp_compiler *compiler, cp_str key);

#endif
