/* A part of a graph: a graph as well. */
#ifndef CP_GRAPH_PART_H
#define CP_GRAPH_PART_H

#include "graph/reach.h"

/* The claims that are wanted, and the steps between them, in the arena. The motion is there
 * anyway. Stances, distances and sides stay those of the whole, as the part has lost the
 * reasons for them. Each claim that is left out is counted (`folded`) at the nearest one above
 * it that is not, by `reach`, which has reached all. `part_of`, or NULL, becomes the part's
 * claim of each claim of the whole; CP_NONE: left out. */
cp_graph *cp_graph_take(cp_arena *arena, const cp_graph *whole, const cp_reach *reach,
	const bool *want, uint32_t *part_of);

/* Wants all that a step needs to be there: its premises and its target; of an undercut, also
 * the step that it attacks. The claim that it ends at. */
uint32_t cp_part_want_step(const cp_graph *whole, uint32_t step, bool *want);

#endif
