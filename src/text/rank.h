/* Which of many short texts say most of what all say, and which of those differ. */
#ifndef CP_TEXT_RANK_H
#define CP_TEXT_RANK_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>

/* A text as its words, weighted: a vector of length 1, or without any words. */
typedef struct cp_term {
	uint32_t term;
	double weight;
} cp_term;

typedef struct cp_vector {
	cp_term *at; /* by ascending term */
	size_t len;
} cp_vector;

/* Makes the length 1. */
void cp_vector_normalise(cp_vector *vector);

/* The cosine of two such vectors: 0 to 1, where no weight is negative. */
double cp_vector_cosine(const cp_vector *a, const cp_vector *b);

/* How central each vector is, into `scores`; they sum to 1. Continuous LexRank (Erkan and
 * Radev, Journal of Artificial Intelligence Research 22, 2004, section 3.3) with damping .85,
 * by power iteration until no score moves by more than 1e-10. That each is like itself does
 * not count, or what is like nothing else would be as central as the average. As similarities
 * are products of vectors, the matrix of all pairs is never made: each round is linear in the
 * words. The terms of the vectors are less than `terms`. */
void cp_lexrank(cp_arena *arena, const cp_vector *vectors, size_t count, size_t terms,
	double *scores);

/* Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): what is relevant, and unlike
 * what was chosen before. Ties go to the first. */
typedef struct cp_mmr {
	size_t count;
	const double *relevance; /* 0 to 1 */
	double lambda;           /* how much relevance counts, against novelty: 0 to 1 */
	double (*similar)(const void *context, size_t a, size_t b); /* 0 to 1 */
	const void *context;
	double limit;    /* what is as like one that was chosen is never chosen */
	double *nearest; /* of each: how like it is what was chosen, at most; from 0 */
	bool *out;       /* of each: chosen, or not to be chosen */
} cp_mmr;

/* Chooses the next; SIZE_MAX where none is left. */
size_t cp_mmr_next(cp_mmr *mmr);

#endif
