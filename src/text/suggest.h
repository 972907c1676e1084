/* "Did you mean …?" */
#ifndef CP_TEXT_SUGGEST_H
#define CP_TEXT_SUGGEST_H

#include "base/str.h"

/* The fewest insertions, deletions, replacements and swaps of neighbouring code points
 * that make `a` into `b` (Damerau 1964, optimal string alignment); `limit + 1` where it
 * takes more than `limit`. */
size_t cp_edit_distance(cp_str a, cp_str b, size_t limit);

/* Keeps the nearest of the names shown to it, if it is near enough to be meant and no other
 * one is as near. */
typedef struct cp_suggestion {
	cp_str wanted;   /* what was written */
	cp_str best;     /* nearest name so far; at == NULL: none, or several */
	size_t distance; /* a name must be nearer than this to be the best */
} cp_suggestion;

cp_suggestion cp_suggestion_for(cp_str wanted);
void cp_suggestion_see(cp_suggestion *suggestion, cp_str name);

#endif
