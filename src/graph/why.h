/* Why a claim or a step stands, is defeated or unresolved.
 *
 * In the grounded extension, reasons can be followed to their end: what is defeated is so by an
 * attack that was decided before it, and what stands after all attacks on it were (the ranks
 * of af.h). The other semantics decide more; what is beyond the grounded extension is given
 * what holds in all extensions, or in some. */
#ifndef CP_GRAPH_WHY_H
#define CP_GRAPH_WHY_H

#include "graph/evaluate.h"

typedef enum cp_ground_kind {
	CP_GROUND_NOT_ATTACKED, /* it stands */
	CP_GROUND_ANSWERED,     /* it stands: all that attacks it, in `by`, is defeated */
	CP_GROUND_ATTACKED,     /* it is defeated by steps that stand */
	CP_GROUND_PREMISE,      /* a step: a premise is defeated */
	CP_GROUND_SUPPORT,      /* a claim, by the reading of support: what it hangs on is
	                       defeated */
	CP_GROUND_EITHER, /* it is defeated in each extension, not by the same in all */
	CP_GROUND_OPEN,   /* it is unresolved, as what is in `by` is */
	CP_GROUND_ASSUMED,
	CP_GROUND_NOT_ASSERTED,
	CP_GROUND_NO_EXTENSION, /* so that nothing is resolved */
	CP_GROUNDS
} cp_ground_kind;

extern const char *const cp_ground_names[CP_GROUNDS]; /* "not attacked", … */

typedef struct cp_ground {
	cp_ground_kind kind;
	cp_list by; /* claims and steps; the first one decides, where one does */
} cp_ground;

typedef struct cp_why {
	const cp_evaluation *evaluation;
	uint8_t *labels; /* of each argument of the framework: what is so in all
	                  * extensions */
	uint32_t *ranks; /* … and how deep that lies; 0: not in the grounded extension */
} cp_why;

/* In the arena, borrowing from an evaluation that was decided. */
const cp_why *cp_why_new(cp_arena *arena, const cp_evaluation *evaluation);

/* Why a claim or a step has the status that it has; its list is in the arena. */
cp_ground cp_why_ground(cp_arena *arena, const cp_why *why, uint32_t argument);

/* Of an argument of the framework that is out: the attacker that decides it, which is in, and
 * decided before it; CP_NONE where it is not the same in all extensions. */
uint32_t cp_why_decider(const cp_why *why, uint32_t argument);

/* Claims, or else steps, that depend on one another in a circle for which the argument is
 * unresolved; nothing where there is none. */
cp_list cp_why_circle(cp_arena *arena, const cp_why *why, uint32_t argument);

#endif
