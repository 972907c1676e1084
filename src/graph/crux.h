/* On what it depends: the claims and steps of which each alone, if it fell, would give a claim
 * or a step another status; and, where there is none, what moves its strength most. */
#ifndef CP_GRAPH_CRUX_H
#define CP_GRAPH_CRUX_H

#include "graph/evaluate.h"

typedef struct cp_crux {
	uint32_t argument; /* a claim or a step … */
	cp_status status;  /* … and the status that the subject would have without it */
} cp_crux;

typedef struct cp_cruxes {
	CP_ARRAY(cp_crux) list; /* those nearest to the subject first */
	size_t wanted, tried;   /* how many had to be tried; how many were: the nearest */
} cp_cruxes;

/* What the status of a claim or a step depends on, as things are in an evaluation that was
 * decided; in the arena. The list is whole if as many were tried as wanted. Work is bounded:
 * of debates with tens of thousands of claims that hang on one another, only the nearest ones
 * may be tried. */
cp_cruxes cp_cruxes_find(
	cp_arena *arena, const cp_evaluation *evaluation, uint32_t subject);

typedef struct cp_mover {
	uint32_t claim;  /* whose fall moves the subject's strength most; CP_NONE: none
	                  * does */
	double strength; /* of the subject without it */
	size_t wanted, tried; /* as above; of claims */
} cp_mover;

/* What moves the strength of a claim or a step most. By removal, as in T. Kampik and others,
 * Contribution functions for quantitative bipolar argumentation graphs, International Journal
 * of Approximate Reasoning 173 (2024). Nothing, where the strength is not known. */
cp_mover cp_mover_find(const cp_evaluation *evaluation, uint32_t subject);

#endif
