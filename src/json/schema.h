/* JSON Schema 2020-12: schemas compiled once, values checked many times, and findings
 * that say where the value stands.
 *
 * All of the standard is known (json-schema.org, draft 2020-12, Core and Validation), held
 * against its official test suite. Keywords of older drafts that still mean what they meant
 * are read as they were. Nothing is ever fetched from a network. */
#ifndef CP_JSON_SCHEMA_H
#define CP_JSON_SCHEMA_H

#include "json/document.h"

typedef struct cp_schema cp_schema;   /* one that is compiled */
typedef struct cp_schemas cp_schemas; /* those that may refer to one another */

typedef struct cp_schema_options {
	bool assert_format; /* `format` is a rule, not only a remark */
	/* The text of the schema with this absolute URI, in `diags`; NULL: there is none.
	 * Asked for what was not added. NULL: files beside those that were added are. */
	cp_source *(*find)(void *context, cp_str uri, cp_diags *diags);
	void *context;
} cp_schema_options;

cp_schemas *cp_schemas_new(cp_schema_options options) CP_MUST_USE;

/* The compiled schemas go with it. */
void cp_schemas_free(cp_schemas *schemas);

/* Adds one of the program's own schemas under a URI. It is known to be right, and to have no
 * `$id` and anchors but at its root. A reference to a file of its name that is not there
 * means it, too. */
void cp_schemas_add(cp_schemas *schemas, cp_str uri, cp_str text);

/* Adds a user's schema under the URI where it was found; references may also name it by its
 * `$id`. It is held against its metaschema. False, with findings in `source`, where it is
 * not JSON, or no schema. */
bool cp_schemas_add_source(
	cp_schemas *schemas, cp_str uri, cp_source *source, cp_diags *diags) CP_MUST_USE;

/* The schema at a URI, compiled; NULL, with findings where the fault is, if it or one that
 * it refers to cannot be used. The URI may end with a fragment. */
const cp_schema *cp_schemas_compile(
	cp_schemas *schemas, cp_str uri, cp_diags *diags) CP_MUST_USE;

/* Adds a user's schema from a file, or from a text that has been read from one, so that it
 * may refer to files beside it; and compiles one that was added so. */
bool cp_schemas_add_file(
	cp_schemas *schemas, const char *path, cp_diags *diags) CP_MUST_USE;
bool cp_schemas_add_text(cp_schemas *schemas, const char *path, cp_source *source,
	cp_diags *diags) CP_MUST_USE;
const cp_schema *cp_schemas_compile_file(
	cp_schemas *schemas, const char *path, cp_diags *diags) CP_MUST_USE;

/* Checks a document; adds a finding for each fault. True if there was none. */
bool cp_schema_check(const cp_schema *schema, cp_document *document, cp_diags *diags);

/* Is the document valid? As cp_schema_check(), without saying why not. */
bool cp_schema_accepts(const cp_schema *schema, const cp_document *document);

#endif
