/* What the debate comes to as it is: the status and the strength of its claims and steps. */
#ifndef CP_GRAPH_EVALUATE_H
#define CP_GRAPH_EVALUATE_H

#include "base/buf.h"
#include "graph/flatten.h"
#include "graph/strength.h"
#include "graph/votes.h"

typedef struct cp_evaluation {
	const cp_graph *graph;
	cp_semantics semantics;
	cp_support support;
	cp_strength strength;
	cp_answer answer; /* CP_NO: there is no extension, so that nothing is resolved */
	cp_status *statuses;    /* of the claims, then of the steps */
	cp_strengths strengths; /* numbered alike */
	bool by_votes;          /* claims start by the votes for their comments … */
	cp_votes votes;         /* … and these they were */
	double uncertainty; /* how far initial strengths may be off, from 0 to 1; then … */
	cp_strengths bounds; /* … what cp_weighted_bounds has; `of` is NULL if it is 0 */
} cp_evaluation;

/* The semantics, readings of support and measures by their names; false where there is none
 * of one name. */
bool cp_evaluation_choose(cp_evaluation *evaluation, const char *semantics,
	const char *support, const char *strength);

/* Fills the rest in, as `by_votes` and `uncertainty` have it, all of it in the arena. An answer of CP_UNDECIDED has a finding, and the
 * statuses say nothing. */
void cp_evaluate(cp_arena *arena, cp_evaluation *evaluation, const cp_graph *graph,
	cp_diags *diags);

const char *cp_evaluation_semantics(const cp_evaluation *evaluation); /* its name */

void cp_evaluation_write_text(cp_buf *out, const cp_evaluation *evaluation);
void cp_evaluation_write_json(cp_buf *out, const cp_evaluation *evaluation);

/* For the above: is the strength one that can be shown? */
static inline bool cp_evaluation_is_known(const cp_evaluation *evaluation, size_t index)
{
	return evaluation->strengths.at_rest[index]
		&& evaluation->statuses[index] != CP_STATUS_NOT_ASSERTED;
}

/* The bounds of a strength in so many parts of 1, rounded away from one another, so that they
 * still hold; half-way both where there are none. */
typedef struct cp_bounds {
	double low, high;
} cp_bounds;
cp_bounds cp_evaluation_bounds(
	const cp_evaluation *evaluation, size_t index, double parts);

/* The id of a claim: of the item it is best known by, or of the motion. */
cp_str cp_claim_id(const cp_graph *graph, uint32_t claim);

#endif
