/* Votes for comments as initial strengths of their claims.
 *
 * Only on request: votes tell what is popular, not what is well argued. With u votes for it
 * and d against, a claim starts with (u + 1) / (u + d + 2), which is half-way without votes
 * (the mean of what Bayes's rule makes of an even chance; P. S. de Laplace, 1774). A page
 * gives only the difference, so that it is all for or all against.
 *
 * A vote is for a comment as a whole. Where that has several claims, they share it. */
#ifndef CP_GRAPH_VOTES_H
#define CP_GRAPH_VOTES_H

#include "graph/graph.h"

typedef struct cp_votes {
	size_t claims; /* how many start by votes */
	size_t shared; /* comments whose votes are shared among several claims */
	double *off;   /* of each claim that starts by votes: how far that may be off, one
	                * standard deviation; of others 0 */
} cp_votes;

/* Sets the initial strengths of claims that are held, of comments with votes, and for which
 * the annotator gives no confidence; never that of the motion. `held` as cp_flat has it. */
cp_votes cp_votes_weigh(
	cp_arena *arena, const cp_graph *graph, const uint8_t *held, double *initial);

#endif
