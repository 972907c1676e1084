/* JSON Schema 2020-12: schemas compiled once, values checked many times, and findings
 * that say where the value stands.
 *
 * What is known of the standard so far is in the table `keywords` of schema_compile.c; a
 * schema that uses anything else is refused, never half obeyed. */
#ifndef CP_JSON_SCHEMA_H
#define CP_JSON_SCHEMA_H

#include "json/document.h"

typedef struct cp_schema cp_schema;

/* Compiles schemas that may `$ref` one another by their `$id`, into `schemas`, which belong
 * to the arena. False, with the reason in `error`, where one of them cannot be used. */
bool cp_schema_compile(cp_arena *arena, const cp_str texts[], const cp_schema *schemas[],
	size_t count, cp_buf *error) CP_MUST_USE;

/* Checks a document; adds a finding for each fault. True if there was none. */
bool cp_schema_check(const cp_schema *schema, cp_document *document, cp_diags *diags);

#endif
