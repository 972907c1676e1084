/* Finding words in a text that has them only nearly: with letters put in, left out or changed.
 *
 * Gene Myers' bit-parallel form of the edit distance (J. ACM 46:3, 1999), 64 code points of the
 * words a step, in blocks as there and in Hyyrö (2003), with Ukkonen's cut-off (1985): blocks
 * in which every value is above the limit are not computed. So a text costs its length
 * times the blocks that are alive, most often one or two.
 *
 * Errors are code points, as people count them, and not bytes: to change one letter is one
 * error in Greek, too, and no place begins or ends within a code point. */
#ifndef CP_TEXT_APPROX_H
#define CP_TEXT_APPROX_H

#include "text/find.h"

enum {
	CP_APPROX_MOST = 1 << 14
}; /* code points of the words; their table grows with them */

typedef struct cp_approx cp_approx;

/* The words made ready for searching; they may be forgotten afterwards. NULL where there are
 * none or more than CP_APPROX_MOST. */
cp_approx *cp_approx_new(cp_arena *arena, cp_str words, bool backwards);

/* Starts to search a valid text, which must outlive the search, for ends of places with at
 * most so many errors; fewer than the words are long. Backwards, it begins at the end of
 * the text and gives the starts of places. `anchored`: the places begin where the text does. */
void cp_approx_start(cp_approx *approx, cp_str text, size_t most_errors, bool anchored);

/* The next end: the byte after it, and the fewest errors of a place that ends there. */
bool cp_approx_next(cp_approx *approx, size_t *end, size_t *errors);

/* How many code points the words have. */
size_t cp_approx_len(const cp_approx *approx);

/* A place that is nearly the words. */
typedef struct cp_near {
	cp_span span;  /* bytes of the text */
	size_t errors; /* code points put in, left out or changed */
} cp_near;

/* The places with the fewest errors, at most `most_errors`: the best `max` of them, best
 * first, then in the order of the text. Places that overlap count as one, the best. How
 * many were put into `places`. */
size_t cp_find_near(cp_arena *scratch, cp_str text, cp_str words, size_t most_errors,
	cp_near *places, size_t max);

/* How much of `words` is in a text, as one part of it: 1 all, to the letter; 0 nothing. Of no
 * words, 1. */
double cp_likeness(cp_arena *scratch, cp_str text, cp_str words);

#endif
