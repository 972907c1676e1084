/* The compiled form of a schema, shared by its compiler, its checker and its reporter.
 *
 * Each subschema is one cp_schema. What it says of objects, arrays, texts and numbers stands
 * in a part of its own, which is there only where something is said. A subschema that says
 * nothing but `$ref` is not made: who refers to it, refers to its target. */
#ifndef CP_JSON_SCHEMA_MODEL_H
#define CP_JSON_SCHEMA_MODEL_H

#include "base/array.h"
#include "base/map.h"
#include "json/schema.h"
#include "json/schema_pattern.h"
#include "json/schema_value.h"

/* Where the values of an object's members are kept, so that all subschemas that bear on the
 * object find them without a search: a slot for each name that one of them mentions. */
typedef struct cp_shape {
	cp_map map; /* name to slot */
	CP_ARRAY(cp_str) names;
	uint8_t *table; /* up to CP_MOST_SLOTS names: from a hash to a slot + 1 */
	uint32_t mask, multiplier;
} cp_shape;
#define CP_MOST_SLOTS 64

typedef struct cp_schema_list {
	const cp_schema **at;
	size_t len;
} cp_schema_list;

/* A schema for what a name or a pattern selects. */
typedef struct cp_selected {
	cp_str name;
	const cp_pattern *pattern; /* of patternProperties */
	const cp_schema *schema;   /* of dependentSchemas; or NULL, and … */
	cp_str *required;          /* … of dependentRequired */
	size_t required_len;
} cp_selected;

typedef CP_ARRAY(cp_selected) cp_selection;

typedef struct cp_object_rules {
	cp_shape *shape;
	const cp_schema **values; /* of `properties`, by slot; NULL: nothing is said */
	size_t values_len;
	uint64_t valued;   /* the slots below CP_MOST_SLOTS that have such a schema */
	uint64_t required; /* the slots that must be there */
	cp_str *names;     /* the same, by name */
	size_t names_len;
	uint64_t apart; /* the slots whose names no pattern fits */
	bool every;     /* each member must be looked at, whatever its name */
	cp_selection patterns;
	const cp_schema *additional; /* of other members; NULL: anything */
	const cp_schema *member_names;
	cp_selection dependent;
	size_t least, most;
} cp_object_rules;

typedef struct cp_array_rules {
	cp_schema_list prefix;
	const cp_schema *items; /* of those after the prefix; NULL: anything */
	const cp_schema *contains;
	size_t least_contained, most_contained;
	size_t least, most;
	bool unique;
} cp_array_rules;

typedef struct cp_string_rules {
	size_t least, most; /* in code points */
	const cp_pattern *pattern;
	cp_str pattern_text;
	const struct cp_format *format;
} cp_string_rules;

typedef struct cp_number_rules { /* NULL where there is none */
	const json_t *minimum, *maximum, *above, *below, *multiple_of;
} cp_number_rules;

typedef struct cp_constants { /* of `enum` or `const` */
	const json_t **at;
	size_t len;
	cp_map texts; /* those that are texts, where they are many */
} cp_constants;

typedef struct cp_branches {
	const cp_schema *ref, *dynamic_ref;
	cp_str dynamic; /* the name that dynamic_ref is looked for by in the dynamic scope */
	cp_schema_list all_of, any_of, one_of;
	const cp_schema *not_, *if_, *then, *else_;
} cp_branches;

enum { CP_ON_THE_WAY = 1, CP_DONE };

struct cp_schema {
	unsigned char types;    /* allowed; of the schema `false`, none */
	unsigned char possible; /* those of them that the schemas inside allow as well */
	bool plain;             /* nothing is said but that */
	bool never;             /* the schema `false` */
	unsigned char mark;     /* CP_ON_THE_WAY or CP_DONE, of the search for circles */
	const struct cp_resource *resource;
	cp_object_rules *object;
	cp_array_rules *array;
	cp_string_rules *string;
	cp_number_rules *number;
	cp_constants *enumeration, *constant;
	cp_branches *branches;
	const cp_schema *unevaluated_properties, *unevaluated_items;
	const json_t *json; /* what it was made from; it is found by this address */
};

/* ---- Formats ---- */

typedef struct cp_format {
	const char *name;
	bool (*fits)(cp_str text, cp_patterns *patterns);
	const char *wanted; /* "a date, as in 2010-08-10" */
} cp_format;

/* NULL where it is not known. */
const cp_format *cp_format_find(cp_str name);

/* ---- Shapes ---- */

uint32_t cp_shape_add(cp_arena *arena, cp_shape *shape, cp_str name);

/* Where the search for a name begins: told by its length and three of its bytes, with a
 * multiplier that was chosen so that few names of the shape meet. */
static inline uint32_t cp_shape_hash(uint32_t multiplier, const char *name, size_t len)
{
	unsigned char first = (unsigned char)name[0];
	unsigned char middle = (unsigned char)name[len / 2];
	unsigned char last = (unsigned char)name[len - (len > 0)];
	uint32_t hash = (uint32_t)len ^ (uint32_t)first << 8 ^ (uint32_t)middle << 13
		^ (uint32_t)last << 19;
	return hash * multiplier >> 20;
}

/* Names are mostly of 2 to 16 bytes: two loads that may overlap compare them. */
static inline bool cp_is_name(cp_str known, const char *name, size_t len)
{
	uint64_t a[2] = {0}, b[2] = {0};
	size_t part = len >= 8 ? 8 : len >= 4 ? 4 : len >= 2 ? 2 : len;
	if (known.len != len)
		return false;
	if (len > 16)
		return memcmp(known.at, name, len) == 0;
	switch (part) {
#define LOAD(size) \
	case size: \
		memcpy(&a[0], known.at, size); \
		memcpy(&b[0], name, size); \
		memcpy(&a[1], known.at + len - size, size); \
		memcpy(&b[1], name + len - size, size); \
		break;
		LOAD(8)
		LOAD(4)
		LOAD(2)
		LOAD(1)
#undef LOAD
	default:
		break;
	}
	return a[0] == b[0] && a[1] == b[1];
}

/* The slot of a name, which a 0 follows; or CP_NONE. */
static inline uint32_t cp_shape_find(const cp_shape *shape, const char *name, size_t len)
{
	if (!shape->table)
		return shape->names.len ? cp_map_find(&shape->map, (cp_str){name, len})
					: CP_NONE;
	for (uint32_t at = cp_shape_hash(shape->multiplier, name, len);; at++) {
		uint32_t slot = shape->table[at & shape->mask];
		if (!slot)
			return CP_NONE;
		if (cp_is_name(shape->names.at[slot - 1], name, len))
			return slot - 1;
	}
}

#endif
