/* How strong claims are: gradual semantics.
 *
 * Each argument has an initial strength between 0 and 1. Its attackers and supporters move
 * it, each by its own strength. Where arguments depend on one another in a circle, their
 * strengths are sought as the balance that the movement comes to rest in: N. Potyka,
 * Continuous dynamical systems for weighted bipolar argumentation, KR 2018. On some circles
 * it does not come to rest, which is said.
 *
 * Numbers are the same on every machine: nothing here calls a library. */
#ifndef CP_GRAPH_STRENGTH_H
#define CP_GRAPH_STRENGTH_H

#include "graph/lists.h"

typedef enum cp_strength {
	CP_QUADRATIC, /* quadratic energy: Potyka 2018, as above */
	CP_DFQUAD,    /* A. Rago, F. Toni, M. Aurisicchio, P. Baroni, KR 2016 */
	CP_SD_DFQUAD, /* DF-QuAD for circles: N. Potyka, AAMAS 2018 */
	CP_EULER,     /* L. Amgoud, J. Ben-Naim, ECSQARU 2017 */
	CP_EULER_TOP, /* … the strongest attacker and the strongest supporter alone */
	CP_MLP,       /* as a neural network: N. Potyka, AAAI 2021 */
	CP_CATEGORISER, /* weighted h-categoriser, and the two below, for attacks alone: … */
	CP_MAX_BASED, /* … L. Amgoud, J. Ben-Naim, D. Doder, S. Vesic, IJCAI 2017 */
	CP_CARD_BASED,
	CP_STRENGTHS
} cp_strength;

extern const char *const cp_strength_names[CP_STRENGTHS]; /* "quadratic", "df-quad" … */

/* Does support count? The last three look at attacks alone. */
bool cp_strength_has_support(cp_strength strength);

typedef enum cp_link_kind {
	CP_ATTACKED_BY,
	CP_SUPPORTED_BY,
	CP_PREMISE,
	CP_LINKS
} cp_link_kind;

typedef struct cp_link {
	cp_link_kind kind;
	uint32_t of,
		by; /* argument `of` is attacked or supported by `by`, or rests on it */
} cp_link;

/* Arguments with initial strengths. What rests on premises passes on no more than the
 * weakest of them allows: its own strength times theirs. */
typedef struct cp_weighted {
	size_t len;
	double *initial;                 /* of each argument, from 0 to 1 */
	struct cp_lists links[CP_LINKS]; /* of each argument, by kind: by what */
} cp_weighted;

/* In the arena; `initial` is borrowed. */
const cp_weighted *cp_weighted_new(cp_arena *arena, size_t len, double *initial,
	const cp_link *links, size_t links_len);

typedef struct cp_strengths {
	double *of;       /* of each argument: what it passes on, from 0 to 1 */
	uint8_t *at_rest; /* … and is that a balance, also of all it depends on? */
	size_t restless;  /* how many are not at rest */
	size_t rounds;    /* most rounds that a circle took; 0: there is none */
	double unrest;    /* largest difference that the last round of one made */
} cp_strengths;

/* Without circles, exact and in one pass. */
cp_strengths cp_weighted_solve(
	cp_arena *arena, const cp_weighted *weighted, cp_strength strength);

/* The bounds of each strength where initial strengths lie anywhere from `low` to `high`:
 * `of` has the lower bounds, and after these, from `weighted->len` on, the upper ones. They
 * hold, as a claim never loses by its own initial strength, its supporters', or a weaker
 * attacker's; but they may be wider than need be where an argument counts by several ways.
 * Without circles they take twice the time of the strengths. Of a circle they enclose all
 * balances that there are, whether or not the movement comes to rest in one. */
cp_strengths cp_weighted_bounds(cp_arena *arena, const cp_weighted *weighted,
	cp_strength strength, const double *low, const double *high);

#endif
