/* Folding: text as it is compared, with a way back to the text as it is.
 *
 * Folded text has straight quotation marks, plain hyphens, three dots for an ellipsis, one
 * space for any white space, no soft hyphens or zero-width characters, and is otherwise
 * decomposed and case folded (NFKC_Casefold). It serves only for finding: what is found is
 * always a span of the original. */
#ifndef CP_TEXT_FOLD_H
#define CP_TEXT_FOLD_H

#include "base/str.h"

#include <stdint.h>

typedef struct cp_folded {
	cp_str source;    /* the original, borrowed */
	cp_str text;      /* folded, in the arena */
	uint32_t *origin; /* of each folded byte and of the end: the byte of
	                                 * the original it comes from */
} cp_folded;

/* Valid text of less than 4 GiB. Linear; ASCII takes a short way. */
cp_folded cp_fold(cp_arena *arena, cp_str text);

#endif
