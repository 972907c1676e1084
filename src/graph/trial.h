/* Sets of few arguments, found by trying all: a part of searching. Most components of a
 * debate have two or three arguments, and this is faster than to set up a solver. */
#ifndef CP_GRAPH_TRIAL_H
#define CP_GRAPH_TRIAL_H

#include "graph/set_search.h"

enum { CP_MOST_TRIED = 8 }; /* arguments: 256 sets */

typedef struct cp_trial {
	unsigned sets[1 << CP_MOST_TRIED];  /* as masks of bits */
	unsigned reach[1 << CP_MOST_TRIED]; /* of each: what is to be large */
	size_t len;
} cp_trial;

/* The sets of that kind and aim; `barred` as for cp_set_search_init. */
void cp_trial_init(cp_trial *trial, const cp_af *af, cp_set_kind kind, cp_set_aim aim,
	const uint8_t *barred);

/* Leaves out the sets that reach nothing beyond `reach`; with CP_ANY, that one set. */
void cp_trial_exclude(cp_trial *trial, unsigned reach, cp_set_aim aim);

#endif
