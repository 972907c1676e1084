/* Text with marks: what its author quoted, linked, listed or set as code. */
#ifndef CP_TEXT_RICH_H
#define CP_TEXT_RICH_H

#include "base/array.h"
#include "base/str.h"

typedef struct cp_mark {
	cp_str kind;       /* "quotation", "code", "list", "link", "emphasis" */
	size_t start, end; /* bytes of the text, half-open */
	cp_str target;     /* what is quoted or linked to; at == NULL: not stated */
} cp_mark;

typedef CP_ARRAY(cp_mark) cp_marks;

typedef struct cp_rich {
	cp_str text; /* valid UTF-8 */
	cp_marks marks;
} cp_rich;

#endif
