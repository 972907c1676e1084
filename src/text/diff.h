/* What differs between two texts, word by word: the shortest way to make the one of the other
 * (Myers, Algorithmica 1, 1986). Words are compared folded, so that typography, capitals and
 * white space are no difference. */
#ifndef CP_TEXT_DIFF_H
#define CP_TEXT_DIFF_H

#include "base/buf.h"
#include "text/find.h"

/* What stands in the one text and what in its stead in the other; either may be empty. */
typedef struct cp_change {
	cp_span before, after; /* bytes of each text */
} cp_change;

typedef struct cp_changes {
	cp_change *at; /* in the arena, in order, with words that are the same between */
	size_t len;
} cp_changes;

/* Valid texts. Linear in their length times the number of words that differ; texts that
 * differ in more than a few hundred words become one change. */
cp_changes cp_diff(cp_arena *arena, cp_str before, cp_str after);

/* The text before with what differs in brackets, on one line: “a law to [protect→help] people”.
 * What is put in is “[→so]”, what is left out “[not→]”. Only the first changes are shown, with
 * a few words around each; “…” stands for the rest. */
void cp_diff_write(cp_buf *out, cp_str before, cp_str after);

#endif
