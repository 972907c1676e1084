#include "text/rank.h"

#include <math.h>

static const double damping = .85;
static const double settled = 1e-10;
static const double least_likeness = 1e-9; /* below it are errors of rounding */
enum { MOST_ROUNDS = 1000 }; /* .85 to the power of that is far below what is settled */

/* As fmax(), which is in the mathematical library: to load that takes long. */
static double greater(double a, double b)
{
	return a > b ? a : b;
}

void cp_vector_normalise(cp_vector *vector)
{
	double square = 0;
	for (size_t i = 0; i < vector->len; i++)
		square += vector->at[i].weight * vector->at[i].weight;
	for (size_t i = 0; i < vector->len; i++)
		vector->at[i].weight /= sqrt(square);
}

double cp_vector_cosine(const cp_vector *a, const cp_vector *b)
{
	double sum = 0;
	for (size_t i = 0, j = 0; i < a->len && j < b->len;) {
		uint32_t left = a->at[i].term, right = b->at[j].term;
		if (left == right)
			sum += a->at[i].weight * b->at[j].weight;
		i += left <= right;
		j += right <= left;
	}
	return sum;
}

/* ---- LexRank ---- */

struct ranking {
	const cp_vector *vectors;
	size_t count, terms;
	double *by_term; /* for one product */
	double *sums;    /* of the similarities of each */
};

/* The similarities of all pairs, times `values`, into `product`. Each is like itself; that is
 * left out. */
static void multiply(const struct ranking *ranking, const double *values, double *product)
{
	for (size_t t = 0; t < ranking->terms; t++)
		ranking->by_term[t] = 0;
	for (size_t i = 0; i < ranking->count; i++)
		for (size_t k = 0; k < ranking->vectors[i].len; k++) {
			const cp_term *term = &ranking->vectors[i].at[k];
			ranking->by_term[term->term] += term->weight * values[i];
		}
	for (size_t i = 0; i < ranking->count; i++) {
		product[i] = ranking->vectors[i].len ? -values[i] : 0;
		for (size_t k = 0; k < ranking->vectors[i].len; k++) {
			const cp_term *term = &ranking->vectors[i].at[k];
			product[i] += term->weight * ranking->by_term[term->term];
		}
	}
}

/* One round; by how much a score moves at most. What is like nothing hands its score to all
 * alike. */
static double iterate(
	const struct ranking *ranking, double *scores, double *shares, double *next)
{
	double moved = 0, loose = 0, count = (double)ranking->count;
	for (size_t i = 0; i < ranking->count; i++) {
		bool alone = ranking->sums[i] < least_likeness;
		shares[i] = alone ? 0 : scores[i] / ranking->sums[i];
		loose += alone ? scores[i] : 0;
	}
	multiply(ranking, shares, next);
	for (size_t i = 0; i < ranking->count; i++) {
		next[i] = (1 - damping) / count + damping * (next[i] + loose / count);
		moved = greater(moved, fabs(next[i] - scores[i]));
	}
	for (size_t i = 0; i < ranking->count; i++)
		scores[i] = next[i];
	return moved;
}

void cp_lexrank(cp_arena *arena, const cp_vector *vectors, size_t count, size_t terms,
	double *scores)
{
	struct ranking ranking = {vectors, count, terms,
		CP_NEW_ARRAY(arena, double, terms), CP_NEW_ARRAY(arena, double, count)};
	double *shares = CP_NEW_ARRAY(arena, double, count);
	double *next = CP_NEW_ARRAY(arena, double, count);
	for (size_t i = 0; i < count; i++)
		next[i] = 1;
	multiply(&ranking, next, ranking.sums);
	for (size_t i = 0; i < count; i++)
		scores[i] = 1 / (double)count;
	for (int round = 0; round < MOST_ROUNDS && count; round++)
		if (iterate(&ranking, scores, shares, next) <= settled)
			break;
}

/* ---- Maximal marginal relevance ---- */

/* So that what differs by the order of additions alone is equal. */
static int64_t rounded(double value)
{
	return (int64_t)(value * 1e9 + (value < 0 ? -.5 : .5));
}

size_t cp_mmr_next(cp_mmr *mmr)
{
	size_t best = SIZE_MAX;
	int64_t most = 0;
	for (size_t i = 0; i < mmr->count; i++) {
		int64_t worth = rounded(mmr->lambda * mmr->relevance[i]
			- (1 - mmr->lambda) * mmr->nearest[i]);
		if (!mmr->out[i] && mmr->nearest[i] < mmr->limit
			&& (best == SIZE_MAX || worth > most)) {
			best = i;
			most = worth;
		}
	}
	if (best == SIZE_MAX)
		return best;
	mmr->out[best] = true;
	for (size_t i = 0; i < mmr->count; i++)
		if (!mmr->out[i])
			mmr->nearest[i] = greater(
				mmr->nearest[i], mmr->similar(mmr->context, best, i));
	return best;
}
