/* The argument graph with initial strengths: claims and steps are arguments, numbered as in
 * flatten.h.
 *
 * A claim starts with the largest `confidence` of the items that hold it, a step with its
 * `strength`; where the annotator gives none, a claim starts half-way and a step in full. The
 * motion, which is what is debated, always starts half-way. A step passes on no more than the
 * weakest of its premises allows. What nobody holds counts for nothing. */
#ifndef CP_GRAPH_WEIGH_H
#define CP_GRAPH_WEIGH_H

#include "graph/graph.h"
#include "graph/strength.h"

/* In the arena. `held` as cp_flat has it. */
const cp_weighted *cp_graph_weigh(
	cp_arena *arena, const cp_graph *graph, const uint8_t *held);

/* The same where something is assumed, as cp_flat_assuming has it: whatever bears on that,
 * its strength is 1 or 0. */
const cp_weighted *cp_graph_weigh_assuming(cp_arena *arena, const cp_graph *graph,
	const uint8_t *held, const uint8_t *assumed);

/* Does the annotator say how sure it is? */
bool cp_claim_has_confidence(const cp_graph *graph, uint32_t claim);

/* Bounds as of cp_weighted_bounds, where the initial strength of each claim and step that is
 * held may be off by `by`, or by what `off` has for the claim, if that is not 0 (NULL: all by
 * the same). That of the motion is not off: it is set, not estimated. */
cp_strengths cp_graph_bounds(cp_arena *arena, const cp_graph *graph, const uint8_t *held,
	const cp_weighted *weighted, cp_strength strength, double by, const double *off);

#endif
