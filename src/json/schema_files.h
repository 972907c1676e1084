/* Where schemas are from: files, what in them has a URI of its own, and what references mean. */
#ifndef CP_JSON_SCHEMA_FILES_H
#define CP_JSON_SCHEMA_FILES_H

#include "json/schema_model.h"

typedef struct cp_schema_file {
	json_t *root;
	cp_source *source; /* NULL: the program's own */
	size_t resources;  /* how many it has */
} cp_schema_file;

struct cp_schema_anchor;

/* A schema that references name by a URI of its own: a file's root, or what has `$id`. */
typedef struct cp_resource {
	cp_str uri; /* absolute, if anything is, and without fragment */
	const json_t *json;
	cp_schema_file *file;
	unsigned draft;                              /* 2020, 2019, 7, 6 or 4 */
	unsigned vocabularies;                       /* bits */
	CP_ARRAY(struct cp_schema_anchor *) dynamic; /* its `$dynamicAnchor`s */
} cp_resource;

typedef struct cp_schema_anchor {
	cp_str name, key; /* "name", "uri#name" */
	const json_t *json;
	cp_resource *resource;
	bool dynamic;
	const cp_schema *schema; /* of dynamic ones, once a reference may reach them */
} cp_schema_anchor;

typedef struct cp_schema_path { /* a file that was read by its path, and its own URI */
	cp_str path, uri;
} cp_schema_path;

enum { /* bits of `vocabularies` */
	VOCABULARY_CORE = 1,
	VOCABULARY_APPLICATOR = 2,
	VOCABULARY_UNEVALUATED = 4,
	VOCABULARY_VALIDATION = 8,
	VOCABULARY_FORMAT = 16,
	VOCABULARY_FORMAT_ASSERTION = 32,
	VOCABULARY_ALL = 31, /* of the standard's own metaschema */
};

struct cp_schemas {
	cp_arena arena;
	cp_schema_options options;
	cp_patterns patterns;
	CP_ARRAY(cp_document *) documents; /* of the files that users gave */
	CP_ARRAY(cp_resource *) resources;
	CP_ARRAY(cp_schema_anchor *) anchors;
	cp_map by_uri, by_json; /* to an index of `resources` */
	cp_map by_anchor;       /* key to an index of `anchors` */
	cp_map compiled;        /* address of the JSON to an index of … */
	CP_ARRAY(cp_schema *) made;
	CP_ARRAY(cp_shape *) shapes;
	cp_map dynamic; /* the names that some `$dynamicRef` looks for */
	CP_ARRAY(cp_schema_path) paths;
	CP_ARRAY(cp_resource *) own; /* the program's */
	CP_ARRAY(const cp_resource *)
	unchecked; /* found, not held against a metaschema */
	cp_schema *always, *never;
	bool draft_noted; /* that one is of an older draft */
	bool failed;      /* one cannot be used, so that none is */
};

/* An address as the key of a map; it is kept where `json` is. */
static inline cp_str cp_key_of(const json_t *const *json)
{
	return (cp_str){(const char *)json, sizeof *json};
}

/* The resource of a URI without fragment, added if it can be found; or NULL. */
cp_resource *cp_schemas_find(cp_schemas *schemas, cp_str uri, cp_diags *diags);

/* The file that a URI means, beside those that were read by their paths; or NULL. */
cp_source *cp_schemas_find_file(cp_schemas *schemas, cp_str uri, cp_diags *diags);

/* Holds a file against its metaschema. */
bool cp_schemas_judge(cp_schemas *schemas, const cp_resource *resource, cp_diags *diags);

/* What a reference in `from` means; json == NULL: there is nothing. */
typedef struct cp_schema_target {
	const json_t *json;
	cp_resource *resource;
	cp_schema_anchor *anchor; /* by which it was found; or NULL */
} cp_schema_target;
cp_schema_target cp_schemas_resolve(
	cp_schemas *schemas, cp_resource *from, cp_str reference, cp_diags *diags);

/* The resource that the subschema `json` of `outer` begins, or `outer`. */
cp_resource *cp_schemas_resource_of(
	cp_schemas *schemas, cp_resource *outer, const json_t *json);

/* The place in a schema's file of a keyword of `json`, or, without one, of itself. */
cp_place cp_schema_place(cp_diags *diags, const cp_schema_file *file, const json_t *json,
	const char *keyword);

/* Where a keyword has schemas inside. */
enum cp_inside {
	CP_INSIDE_NOTHING,
	CP_INSIDE_ONE,
	CP_INSIDE_LIST,
	CP_INSIDE_MAP,
	CP_INSIDE_ONE_OR_LIST,
	CP_INSIDE_MIXED_MAP, /* of schemas, and of other things */
};

/* By the name of a keyword; CP_INSIDE_NOTHING of those that are not known. */
enum cp_inside cp_schema_inside(cp_str keyword);

/* The metaschemas of the standard, compiled in from metaschemas/ by embed.c. */
struct cp_metaschema {
	const char *uri, *text;
};
extern const struct cp_metaschema cp_metaschemas[]; /* ends with a uri of NULL */

#endif
