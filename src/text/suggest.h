/* "Did you mean …?" */
#ifndef CP_TEXT_SUGGEST_H
#define CP_TEXT_SUGGEST_H

#include "base/diag.h"

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
	bool spent;      /* nothing is looked for */
} cp_suggestion;

cp_suggestion cp_suggestion_for(cp_str wanted);
void cp_suggestion_see(cp_suggestion *suggestion, cp_str name);

/* The same for a finding: after some dozens in one list no more are looked for, as each
 * takes a look at every name. Then nothing is ever the best. */
cp_suggestion cp_suggestion_in(cp_diags *diags, cp_str wanted);

/* Is the best certain enough to be taken without asking? It differs by one slip, not in a
 * digit, in a word of four letters at least; or in capitals alone. */
bool cp_suggestion_is_safe(const cp_suggestion *suggestion);

/* Adds the hint "did you mean …?", if there is a best, and if that is safe the fix, for a
 * finding whose place is that of what was written. */
void cp_suggestion_hint(cp_diags *diags, cp_diag *diag, const cp_suggestion *suggestion);

#endif
