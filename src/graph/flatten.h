/* The argument graph as an abstract framework, and back: which claims and steps stand.
 *
 * Claims and steps are arguments. A rebuttal attacks its target and an undercut its step. A
 * step works only while its premises stand: each premise p has an argument beside it, “p has
 * fallen”, that p attacks and that attacks the steps from p. So attacks may aim at attacks,
 * as in P. Baroni, F. Cerutti, M. Giacomin, G. Guida, AFRA: argumentation framework with
 * recursive attacks, IJAR 52 (2011), and the framework grows with the graph, no faster.
 *
 * What nobody asserts or grants has no part in it: neither have the steps from it. */
#ifndef CP_GRAPH_FLATTEN_H
#define CP_GRAPH_FLATTEN_H

#include "graph/graph.h"
#include "graph/semantics.h"

/* What a support says beyond being a reason. The last three are for teaching: mostly a claim
 * does not fall with one of its reasons. A support that is undercut says nothing. */
typedef enum cp_support {
	CP_SUPPORT_NONE, /* nothing: whether a claim stands depends on attacks alone */
	CP_SUPPORT_NECESSARY,  /* the claim stands only if each premise of it does
	                          (F. Nouioua, V. Risch, ICTAI 2010) */
	CP_SUPPORT_DEDUCTIVE,  /* a premise stands only if what it alone supports does
	                          (G. Boella and others, COMMA 2010) */
	CP_SUPPORT_EVIDENTIAL, /* a claim that has been given support stands only if one of
	                          its supports does (N. Oren, T. Norman, COMMA 2008) */
	CP_SUPPORT_READINGS
} cp_support;

extern const char *const cp_support_names[CP_SUPPORT_READINGS];

typedef enum cp_status {
	CP_STATUS_STANDS,
	CP_STATUS_DEFEATED,     /* as the debate stands */
	CP_STATUS_UNRESOLVED,   /* neither */
	CP_STATUS_NOT_ASSERTED, /* nobody says it for his own, or grants it */
	CP_STATUSES
} cp_status;

extern const char *const cp_status_names[CP_STATUSES]; /* in words: "not asserted" */

/* What is taken for granted of a claim or a step, whatever the debate says of it. */
typedef enum cp_assumed { CP_ASSUMED_NOTHING, CP_ASSUMED_IN, CP_ASSUMED_OUT } cp_assumed;

typedef struct cp_flat {
	const cp_graph *graph;
	const cp_af *af; /* claim c is argument c, step s is claims_len + s; others
	                  * follow */
	uint8_t *held;   /* of claims and steps: is it part of the framework? */
} cp_flat;

/* Does whoever says the item hold it: for his own, or as a point granted? */
bool cp_item_is_held(const cp_item *item);

/* Lives in the arena and borrows from the graph. */
const cp_flat *cp_flat_new(cp_arena *arena, const cp_graph *graph, cp_support support);

/* The same where something is assumed (a cp_assumed for each claim, then each step; NULL:
 * nothing is): nothing attacks what is assumed in, and what is assumed out has an attacker
 * that nothing answers. */
const cp_flat *cp_flat_assuming(cp_arena *arena, const cp_graph *graph,
	cp_support support, const uint8_t *assumed);

/* The status of claims and steps, numbered as in the framework: stands what is in every
 * extension, is defeated what every extension attacks. CP_NO, and all unresolved, where
 * there is no extension; CP_UNDECIDED where it was not found out in time, or there are more
 * than `most` extensions. `kit` is NULL where there is no solver. */
cp_answer cp_flat_judge(cp_arena *arena, const cp_flat *flat, cp_semantics semantics,
	size_t most, const cp_sat_kit *kit, cp_status **statuses);

/* What the extensions say of each argument of the framework. */
typedef struct cp_tally {
	size_t extensions;
	size_t *in, *out; /* of each argument: how many have it, how many attack it */
} cp_tally;

/* The same, with the tally that it is read from. */
cp_answer cp_flat_count(cp_arena *arena, const cp_flat *flat, cp_semantics semantics,
	size_t most, const cp_sat_kit *kit, cp_tally *tally, cp_status **statuses);

#endif
