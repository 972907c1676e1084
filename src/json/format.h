/* The canonical layout of a JSON text. Only blanks change, and the order of properties where
 * a shape gives one: the text of every string and number stays as it was written. Formatting
 * what was formatted changes nothing.
 *
 * What is no longer than CP_JSON_WIDTH stands on one line, `{ "a": 1 }`, `[1, 2]`; what is, has
 * each of its parts on a line of its own, behind a tab more. Shapes say otherwise. An empty
 * line between two parts stays, if they stay on lines of their own. */
#ifndef CP_JSON_FORMAT_H
#define CP_JSON_FORMAT_H

#include "json/document.h"

enum {
	CP_JSON_WIDTH = 100, /* code points and a comma, without what indents the line */
	CP_JSON_DEEPEST = 32 /* values nested deeper stand on one line, however long */
};

typedef struct cp_shape cp_shape;

/* How a property stands among those of a CP_ENTRY. */
typedef enum cp_line_use {
	CP_ALONE, /* on a line of its own */
	CP_JOINS, /* on the line of the one before it, if that is not alone and has room */
	CP_HEAD,  /* on that line in any case, if nothing is alone on it */
} cp_line_use;

typedef struct cp_shape_member {
	const char *name;
	cp_line_use line;
	const cp_shape *shape; /* of its value; NULL: any */
} cp_shape_member;

typedef enum cp_shape_style {
	CP_FITTING, /* as any JSON */
	CP_LINES,   /* a part a line, even if all would fit on one */
	CP_ENTRY, /* `{ ` and the properties, those on further lines two columns in, ` }` */
} cp_shape_style;

/* How a kind of value is set out: its properties in their order, unknown ones after them; or
 * the shape of its elements, if it is an array. */
struct cp_shape {
	cp_shape_style style;
	const cp_shape_member *members; /* ends with a name of NULL; or NULL */
	const cp_shape *elements;       /* NULL: any */
};

/* Appends the text of `source`, which jansson has accepted, in the canonical layout of `shape`
 * (NULL: of any JSON). It takes time in proportion to the text. */
void cp_json_format(cp_buf *out, cp_source *source, const cp_shape *shape);

#endif
