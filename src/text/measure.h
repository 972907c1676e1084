/* How wide text is, and where its lines break.
 *
 * Widths are those of Liberation Sans, which Arial and Helvetica share, compiled in: the
 * same on every machine, whatever fonts it has. */
#ifndef CP_TEXT_MEASURE_H
#define CP_TEXT_MEASURE_H

#include "base/array.h"
#include "base/str.h"

/* The width of valid text in points, at `size` points. Italics are as wide as upright. */
double cp_text_width(cp_str text, double size, bool bold);

typedef struct cp_lines {
	CP_ARRAY(cp_str) list; /* parts of the text, without the spaces between */
	bool cut;              /* text was left over: the last line wants an "…" */
} cp_lines;

/* Breaks valid text into at most `max` lines no wider than `width` points: greedily, at
 * spaces, after hyphens, dashes and slashes, and beside wide characters (a part of
 * UAX #14); a word too long for a line is broken between grapheme clusters. */
cp_lines cp_text_wrap(
	cp_arena *arena, cp_str text, double width, double size, bool bold, size_t max);

#endif
