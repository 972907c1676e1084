/* Finding words in a text: to the letter, and by their folded form. */
#ifndef CP_TEXT_FIND_H
#define CP_TEXT_FIND_H

#include "text/fold.h"

typedef struct cp_span {
	size_t start, end; /* bytes of the original, half-open */
} cp_span;

/* Finds one place after the other, in order, overlapping ones too; linear in all. What is
 * searched must outlive the finder. Empty words are nowhere. */
typedef struct cp_finder {
	cp_str text, words;
	const cp_folded *folded; /* NULL: to the letter */
	size_t next;             /* byte of the next place; SIZE_MAX: there is none */
	bool begun;              /* `next` is known */
	size_t step;             /* from the place before it */
} cp_finder;

cp_finder cp_finder_exact(cp_str text, cp_str words);
cp_finder cp_finder_folded(const cp_folded *text, const cp_folded *words);
bool cp_finder_next(cp_finder *finder, cp_span *span);

/* The place that begins at byte `start` of the text, if the words stand there; of a finder
 * that was not used yet. Takes the time to compare them. */
bool cp_finder_at(const cp_finder *finder, size_t start, cp_span *span);

/* From folded words and texts to the original: without the blanks at either end, and the whole
 * of all code points from which a part of the folded text comes. */
cp_str cp_trim_blanks(cp_str text);
cp_span cp_folded_span(const cp_folded *folded, cp_span span);

/* Every place of `words` in a text, in order, overlapping ones too: the first `max` go to
 * `spans`. How many there are. Linear. Empty words are nowhere. */
size_t cp_find_exact(cp_str text, cp_str words, cp_span *spans, size_t max);
size_t cp_find_folded(
	const cp_folded *text, const cp_folded *words, cp_span *spans, size_t max);

/* The byte of the first `words` in `text` at or after `from`; SIZE_MAX where there is none. */
size_t cp_find_bytes(cp_str text, cp_str words, size_t from);

#endif
