/* Comments in other programs' JSON. Most have one object a comment and differ in how they call
 * its parts; what they call them is a row of data.
 *
 * Properties of another kind than expected count as not there. */
#ifndef CP_THREAD_FOREIGN_H
#define CP_THREAD_FOREIGN_H

#include "thread/import.h"

/* How the text of a comment is written. In plain text and, by custom, in the HTML of Hacker
 * News lines that begin with ">" are quotations. */
typedef enum cp_markup { CP_PLAIN, CP_HTML, CP_HTML_QUOTING, CP_MARKDOWN } cp_markup;

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

/* A comment of that thread and shape. Its place goes on from that of the comment `inside`,
 * unless that is CP_NONE. */
cp_found cp_foreign_comment(cp_import *import, const cp_found_thread *thread,
	const struct json_t *object, const cp_foreign_shape *shape, uint32_t inside,
	cp_place place);

/* Sets the text and the marks of a comment. */
void cp_foreign_set_text(
	cp_import *import, cp_found *found, cp_str text, cp_markup markup);

/* Makes of a comment a place without text, for the reason `missing`. */
void cp_foreign_set_missing(cp_found *found, cp_str missing);

/* A place for comments that the source names and does not have: `count` answers to `parent`,
 * or, with parent.at NULL, to nothing that is known. */
cp_found cp_foreign_not_loaded(
	cp_str parent, size_t count, uint32_t inside, cp_place place);

/* A title in which HTML's references stand: "Tom &amp; Jerry". */
cp_str cp_foreign_unescape(cp_arena *arena, cp_str text);

/* An article of which there is but a title: that is taken for its text, which is reported. */
void cp_foreign_set_title(cp_import *import, cp_found *article, cp_str title);

/* Puts an address at the end of the text, as a link, unless it stands there or is the
 * comment's own. */
void cp_foreign_add_link(cp_import *import, cp_found *found, cp_str url);

/* An object that has a line of its own. */
typedef struct cp_foreign_line {
	const struct json_t *value; /* in the memory of the page */
	cp_place place;             /* the line */
} cp_foreign_line;

typedef CP_ARRAY(cp_foreign_line) cp_foreign_lines;

/* The objects of a page with one a line. Lines that are none are reported. */
cp_foreign_lines cp_foreign_read_lines(cp_import *import);

/* Is the first line, or all there is, an object of some kind? For whoever recognises such a page. */
bool cp_foreign_begins_with(
	const cp_page *page, bool (*is_kind)(const struct json_t *value));

/* The place of a JSON pointer, "/comments/7", which lives as long as the findings. */
cp_place cp_foreign_place(cp_import *import, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
