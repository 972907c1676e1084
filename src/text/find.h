/* Finding words in a text: to the letter, and by their folded form. */
#ifndef CP_TEXT_FIND_H
#define CP_TEXT_FIND_H

#include "text/fold.h"

typedef struct cp_span {
	size_t start, end; /* bytes of the original, half-open */
} cp_span;

/* Every place of `words` in a text, in order, overlapping ones too: the first `max` go to
 * `spans`. How many there are. Linear. Empty words are nowhere. */
size_t cp_find_exact(cp_str text, cp_str words, cp_span *spans, size_t max);
size_t cp_find_folded(
	const cp_folded *text, const cp_folded *words, cp_span *spans, size_t max);

/* The byte of the first `words` in `text` at or after `from`; SIZE_MAX where there is none. */
size_t cp_find_bytes(cp_str text, cp_str words, size_t from);

#endif
