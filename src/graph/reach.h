/* What bears on a claim, nearest first, and by which steps it does.
 *
 * A claim is reached from another by a step with that as its target, or by an undercut of a
 * step that the other takes; one that is a reason for nothing also from what it grants, as it
 * hangs from that on the map. Each is reached once, so that together they are a tree. */
#ifndef CP_GRAPH_REACH_H
#define CP_GRAPH_REACH_H

#include "graph/lists.h"

typedef struct cp_reach {
	const cp_graph *graph;
	const bool *closed; /* of each claim: what is below stays out; NULL: of none */
	uint32_t most;      /* steps from the start; CP_NONE: any */
	uint32_t *queue;    /* claims, in the order in which they were reached */
	size_t len;
	uint32_t *steps; /* of each claim, from its start; CP_NONE: not reached */
	uint32_t *above; /* of each: from which it was reached; CP_NONE: from none … */
	uint32_t *via;   /* … and by which step; CP_NONE: by none, or by a grant */
	struct cp_lists grants; /* of each: claims that do no more than to grant it */
	bool *done;             /* of each step: its undercuts were gone through */
} cp_reach;

/* Nothing is reached yet; lives in the arena. */
cp_reach cp_reach_new(cp_arena *arena, const cp_graph *graph);

/* Reaches a claim, unless it was, and what bears on it. */
void cp_reach_from(cp_reach *reach, uint32_t claim);

/* Reaches all claims: from the motion, then from each that bears on nothing, and from the first
 * of each circle that is left. */
void cp_reach_all(cp_reach *reach);

#endif
