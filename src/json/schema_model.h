/* The compiled form of a schema, shared by its compiler and its checker. */
#ifndef CP_JSON_SCHEMA_MODEL_H
#define CP_JSON_SCHEMA_MODEL_H

#include "base/map.h"
#include "json/schema.h"

enum { /* bits of `types` */
	TYPE_NULL = 1,
	TYPE_BOOLEAN = 2,
	TYPE_OBJECT = 4,
	TYPE_ARRAY = 8,
	TYPE_NUMBER = 16,
	TYPE_STRING = 32,
	TYPE_INTEGER = 64,
};

struct cp_schema_list {
	const cp_schema **at;
	size_t len;
};

struct cp_schema_constant {
	unsigned type;
	cp_str text;   /* of a string */
	double number; /* of a number; 0 or 1 of a boolean */
};

struct cp_schema {
	bool never;     /* the schema `false` */
	unsigned types; /* allowed types; 0: any */
	const cp_schema *ref;

	/* of objects */
	cp_map names;                 /* property to index in … */
	cp_str *properties;           /* … these, */
	struct cp_schema_list values; /* … whose values these describe */
	cp_str *prefixes;             /* of patternProperties "^prefix": the prefixes */
	struct cp_schema_list prefixed;
	const cp_schema *additional; /* of other properties; NULL: anything */
	cp_str *required;
	size_t required_len;

	/* of arrays */
	const cp_schema *items;
	size_t min_items;

	/* of strings and numbers */
	size_t min_length;       /* in code points */
	double minimum, maximum; /* infinite where there is none */

	/* of any value */
	struct cp_schema_constant *constants; /* one of these */
	size_t constants_len;
	struct cp_schema_list all_of, any_of, one_of;
	const cp_schema *if_, *then, *else_;
};

/* The type bit of a value, and a string of it. */
unsigned cp_schema_type_of(const struct json_t *json);
cp_str cp_schema_text_of(const struct json_t *string);

/* A null, boolean, number or string as a constant. */
struct cp_schema_constant cp_schema_constant_of(const struct json_t *json);

#endif
