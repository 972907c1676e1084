/* Passages that a text itself marks as somebody's words: in quotation marks, on lines that
 * begin with ">", after "X said:".
 *
 * A mark that can close what is open closes it, else it opens: so “…”, „…“, »…«, « … » and
 * ‘…’ are told apart without knowing the language. Straight marks go by the spaces around
 * them, and an apostrophe is no mark. What is not closed in its paragraph is no passage, but
 * for one whose mark the next paragraph repeats. */
#ifndef CP_TEXT_QUOTED_H
#define CP_TEXT_QUOTED_H

#include "base/array.h"
#include "text/find.h"

typedef enum cp_quoted_kind {
	CP_QUOTED_MARKS, /* in quotation marks */
	CP_QUOTED_LINES, /* on lines with ">" */
	CP_QUOTED_SAID,  /* after a name and "said:", "wrote:" … */
} cp_quoted_kind;

typedef struct cp_quoted {
	cp_span span;  /* the words */
	cp_span whole; /* with their marks */
	cp_quoted_kind kind;
} cp_quoted;

typedef struct cp_quoted_list {
	CP_ARRAY(cp_quoted) list;
} cp_quoted_list;

/* The passages of a valid text in its order, none within another. Linear. */
cp_quoted_list cp_quoted_find(cp_arena *arena, cp_str text);

#endif
