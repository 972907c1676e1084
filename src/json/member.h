/* A property of an object, found in its text without reading the rest of it. */
#ifndef CP_JSON_MEMBER_H
#define CP_JSON_MEMBER_H

#include "base/buf.h"

/* The value of the property `name`, which needs no escapes, of the object that `text` is; of
 * several the first. False where there is none, or the text is no JSON up to there. What is found
 * need not be JSON itself. */
bool cp_json_member(cp_str text, const char *name, cp_str *value);

/* Appends the text that `json`, a string with its quotes, stands for. False where it is none. */
bool cp_json_unquote(cp_str json, cp_buf *out);

/* Is it a whole number, as JSON has them? */
bool cp_json_is_integer(cp_str json);

#endif
