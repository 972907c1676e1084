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

#endif
