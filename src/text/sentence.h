/* Sentences.
 *
 * cp_sentence_break is the default algorithm of Unicode (UAX #29, section 5, rules SB1 to
 * SB998). cp_sentences_find is that algorithm made for comments: no sentence ends after an
 * abbreviation, an initial or the number of a list; one does end at an empty line, at the end
 * of a line that the next one does not go on with a small letter, and after an ellipsis
 * before a capital; smileys after the full stop belong to the sentence. */
#ifndef CP_TEXT_SENTENCE_H
#define CP_TEXT_SENTENCE_H

#include "base/array.h"
#include "text/find.h"

/* The first sentence break after byte `i` of valid text: the length of the text at last. */
size_t cp_sentence_break(cp_str text, size_t i);

typedef struct cp_sentences {
	CP_ARRAY(cp_span) list; /* in order, without the white space around them */
} cp_sentences;

cp_sentences cp_sentences_find(cp_arena *arena, cp_str text);

#endif
