/* A JSON document: its text, its values, and where each value stands in the text.
 *
 * jansson keeps no positions, so when a finding is shown the text, which jansson has
 * accepted, is scanned once more and each value's place noted (locate.c). */
#ifndef CP_JSON_DOCUMENT_H
#define CP_JSON_DOCUMENT_H

#include "base/diag.h"

struct json_t; /* jansson's; only *_json.c and this room use them */
struct json_error_t;

typedef struct cp_document {
	cp_source *source;   /* the name and text, which findings own */
	struct json_t *root; /* NULL where the text is not JSON */
	cp_arena values;     /* where the root's memory is: it is not to be freed */
} cp_document;

/* Reads a text of the list `diags` as JSON. What is wrong with it goes to `diags`; then
 * `root` is NULL. The values do not borrow from the text. */
void cp_document_init(cp_document *document, cp_source *source, cp_diags *diags);

/* The same where a lone number, text, true, false or null is welcome, too. */
void cp_document_init_any(cp_document *document, cp_source *source, cp_diags *diags);
void cp_document_clear(cp_document *document);

/* What jansson makes of a text, in memory of the arena: it must not be freed, and lives as
 * long as that. As json_loadb() in all else. */
struct json_t *cp_json_parse(
	cp_arena *arena, cp_str text, size_t flags, struct json_error_t *error);

/* The range of bytes of the value (or, with `key`, of the property's name) at a JSON
 * pointer (RFC 6901). Of a pointer to nothing, the nearest value that has it inside.
 * False where the text holds no JSON at all. */
bool cp_json_locate(
	cp_source *source, cp_str pointer, bool key, size_t *start, size_t *end);

/* Appends one step to a JSON pointer: a property, escaped as it must be, or an index. */
void cp_pointer_add_key(cp_buf *pointer, cp_str key);
void cp_pointer_add_index(cp_buf *pointer, size_t index);

/* Puts the step of a pointer that begins at `*i`, unescaped and 0-terminated, into `step`; `*i`
 * moves on to the next. */
void cp_pointer_step(cp_str pointer, size_t *i, cp_buf *step);

/* Appends `text` as a JSON string, with only what must be escaped escaped. */
void cp_json_put_string(cp_buf *out, cp_str text);

#endif
