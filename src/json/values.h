/* The values of a JSON text in its order, each with its place: what locate.c finds, for those
 * that go through the text itself. */
#ifndef CP_JSON_VALUES_H
#define CP_JSON_VALUES_H

#include "base/map.h"
#include "json/document.h"

typedef struct cp_json_value {
	uint32_t start, end;   /* bytes of the value */
	uint32_t key, key_end; /* bytes of the property's name, with its quotes; or 0 */
	uint32_t after;        /* index of the first value that is not inside */
} cp_json_value;

/* All of them, as long as the source lives; those inside of a value follow it. Of a text
 * that jansson has accepted they are right; of any other they lie inside the text. */
const cp_json_value *cp_json_values(cp_source *source, size_t *len);

/* Is the JSON string `raw`, which has its quotes, `text`? */
bool cp_json_is_text(cp_str raw, cp_str text);

/* The index of the value at a JSON pointer; CP_NONE where there is nothing. */
uint32_t cp_json_find(cp_source *source, cp_str pointer);

#endif
