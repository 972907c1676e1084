/* Comments in other programs' JSON. Most have one object a comment and differ in how they call
 * its parts; what they call them is a row of data.
 *
 * Properties of another kind than expected count as not there. */
#ifndef CP_THREAD_FOREIGN_H
#define CP_THREAD_FOREIGN_H

#include "thread/import.h"

/* How the text of a comment is written. */
typedef enum cp_markup { CP_PLAIN, CP_HTML, CP_MARKDOWN } cp_markup;

/* The names of a comment's properties; NULL: there is none. "owner/name" is the property
 * `name` of the object `owner`. */
typedef struct cp_foreign_shape {
	const char *id, *parent, *author, *time, *edited, *score, *url, *text;
	cp_markup markup;
} cp_foreign_shape;

/* A property as text (at == NULL: it is none); as a name, which may be a number, too; as a
 * time in ISO 8601, from text or seconds since 1970; as a number, 0 if it is none. */
cp_str cp_foreign_text(const struct json_t *object, const char *name);
cp_str cp_foreign_name(cp_arena *arena, const struct json_t *object, const char *name);
cp_str cp_foreign_time(cp_arena *arena, const struct json_t *object, const char *name);
double cp_foreign_number(const struct json_t *object, const char *name);

/* A property, or what is in an object that is one: "data/children". NULL: there is none. */
const struct json_t *cp_foreign_at(const struct json_t *object, const char *name);

/* A comment of that shape. Its place is `pointer`, relative to that of the comment `inside`,
 * unless that is CP_NONE. */
cp_found cp_foreign_comment(cp_import *import, const struct json_t *object,
	const cp_foreign_shape *shape, uint32_t inside, cp_str pointer);

/* A JSON pointer in the import's arena: "/comments/7". */
cp_str cp_foreign_pointer(cp_import *import, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
