/* How it was decided where an item's words are; for anchor.c and the findings about it. */
#ifndef CP_ANNOTATION_ANCHOR_H
#define CP_ANNOTATION_ANCHOR_H

#include "annotation/search.h"

/* A place that may be meant, and how well it answers to all that the item says. */
typedef struct cp_candidate {
	cp_span span;
	double likeness; /* of the words */
	double score;    /* see cp_anchor_score */
} cp_candidate;

typedef struct cp_verdict {
	cp_anchor_state state;
	cp_candidate best, next; /* where places were weighed */
	size_t weighed;          /* how many, of these two */
	bool nearly;             /* the words themselves are nowhere */
} cp_verdict;

/* What is found out of a place, each from 0 to 1; NAN: the item does not say. */
typedef struct cp_evidence {
	double words;          /* how much of them stands there */
	double prefix, suffix; /* how much of those stands beside it */
	double position;       /* how near to `start`, of the length of the text */
} cp_evidence;

/* How well a place answers to what the item says, 0 to 1: the mean of the evidence, in which
 * the words weigh 50, prefix and suffix 20 each, and the position 2. These are the weights of
 * Hypothesis (client, match-quote.ts); but there, what the item does not say counts as if it
 * agreed, and here it does not count. */
double cp_anchor_score(const cp_evidence *evidence);

/* Finds the place of an item's words. */
cp_verdict cp_anchor_find(cp_search *search, const cp_item *item, cp_words *words);

/* Does the item's `prefix` (or `suffix`) stand beside a place? Where there is none, yes. */
bool cp_anchor_has_context(
	cp_search *search, const cp_item *item, cp_span span, bool before);

/* Adds the findings about it; those about places that do not fit set `anchor.moved`. */
void cp_anchor_report(
	cp_search *search, cp_item *item, cp_words *words, const cp_verdict *verdict);

#endif
