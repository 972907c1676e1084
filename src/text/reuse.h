/* Reuse of words: passages that one text takes from an earlier one.
 *
 * Every run of five words is hashed; runs that occur twice are looked up in what came before,
 * compared word by word and extended both ways as far as the words agree. Pieces of one
 * origin that follow one another closely, or with an ellipsis, are one passage. In passages
 * that the text itself marks as quoted, runs of three words are enough, and both of two.
 * Linear in the length of all texts; near 10 million words a second.
 *
 * After Manber, "Finding similar files in a large file system" (1994), and the maximal
 * matches of MUMmer (Delcher and others, Nucleic Acids Research 27, 1999), on words. */
#ifndef CP_TEXT_REUSE_H
#define CP_TEXT_REUSE_H

#include "base/array.h"
#include "base/map.h"
#include "text/quoted.h"

typedef struct cp_reuse_text {
	cp_str text;             /* valid */
	uint32_t voice;          /* whose it is: equal numbers, one person */
	uint32_t answers;        /* the earlier text that it answers, or CP_NONE */
	const cp_quoted *quoted; /* passages marked as quoted, in order, apart */
	size_t quoted_len;
	bool work; /* only taken from: takes nothing itself */
} cp_reuse_text;

typedef enum cp_reuse_fidelity {
	CP_REUSE_VERBATIM,  /* the same but for typography, spaces, case */
	CP_REUSE_ALTERED,   /* some words or punctuation differ */
	CP_REUSE_TRUNCATED, /* words were left out, and an ellipsis says so */
	CP_REUSE_FIDELITIES
} cp_reuse_fidelity;

extern const char *const cp_reuse_fidelity_names[CP_REUSE_FIDELITIES];

typedef struct cp_reuse {
	uint32_t text, origin;     /* indices */
	cp_span span, origin_span; /* from word to word, and the punctuation after it */
	uint32_t quoted;  /* which of the text's marked passages; CP_NONE: an echo */
	uint32_t words;   /* that are the same */
	uint32_t origins; /* texts that have as many of them */
	cp_reuse_fidelity fidelity;
} cp_reuse;

typedef struct cp_reuses {
	CP_ARRAY(cp_reuse) list; /* in the order of the texts */
} cp_reuses;

/* What each text takes from those before it. Of several origins that have as much of it, the
 * one that the text answers is chosen, else the first. Words of `topic`, which is what all
 * speak about, count for as little as "the". Left out: echoes of less than six words, of the
 * speaker's own words, and what three voices say. The result lives in the arena and borrows
 * nothing; all texts together have less than 4 Gi words. */
cp_reuses cp_reuse_find(
	cp_arena *arena, const cp_reuse_text *texts, size_t count, cp_str topic);

#endif
