/* Sets of arguments, sought with a SAT solver.
 *
 * Variables x_a (a is in the set) and y_a (a is attacked by it), and clauses for each
 * definition on top of those of the weaker one, as in the solvers of the ICCMA competitions:
 * A. Niskanen, M. Järvisalo, μ-toksia: an efficient abstract argumentation reasoner, KR 2020.
 * Largest sets are found by growing one until nothing can be added; W. Dvořák, M. Järvisalo,
 * J. P. Wallner, S. Woltran, Complexity-sensitive decision procedures for abstract
 * argumentation, Artificial Intelligence 206 (2014). */
#ifndef CP_GRAPH_SET_SEARCH_H
#define CP_GRAPH_SET_SEARCH_H

#include "graph/af.h"
#include "graph/sat.h"

/* What the sets are; each definition is stricter than the one before. */
typedef enum cp_set_kind {
	CP_CONFLICT_FREE, /* no member attacks one */
	CP_ADMISSIBLE,    /* … and attackers of members are attacked */
	CP_COMPLETE_SET,  /* … and whatever is defended so is a member */
	CP_STABLE_SET,    /* conflict-free, and whatever is no member is attacked */
} cp_set_kind;

/* Which of them: any, or those where this is as large as can be. */
typedef enum cp_set_aim {
	CP_ANY,
	CP_LARGEST_SET,
	CP_LARGEST_RANGE, /* members, and what they attack */
} cp_set_aim;

typedef struct cp_set_search {
	const cp_af *af;
	cp_set_aim aim;
	struct cp_trial *trial; /* of few arguments: all sets, and no solver; else NULL */
	cp_sat *sat;
	int variables;    /* how many are in use */
	uint8_t *found;   /* of each argument: is it in the set found last? */
	uint8_t *reached; /* … and in what is to be large: the set itself, or its range */
} cp_set_search;

/* Sets in a list, each as the ascending numbers of its members. */
typedef CP_ARRAY(cp_list) cp_sets;

/* `barred` says of each argument whether it is in no set; NULL: of none. What the search has
 * is in the arena; framework and kit outlive it. The kit may be NULL: then a search among
 * more than a few arguments finds nothing out. */
void cp_set_search_init(cp_arena *arena, cp_set_search *search, const cp_sat_kit *kit,
	const cp_af *af, cp_set_kind kind, cp_set_aim aim, const uint8_t *barred);
void cp_set_search_clear(cp_set_search *search);

/* Finds a set, into `found`. `literal` says what it must have: argument a for a + 1, not
 * argument a for -(a + 1), anything for 0. */
cp_answer cp_set_search_next(cp_set_search *search, int literal);

/* Of a search for the largest admissible sets. Finds an admissible set that attacks part of
 * each admissible set with the argument: so that none with both is free of conflict, and the
 * largest sets that have the one have not the other. These are not looked for themselves, of
 * which there may be very many: M. Thimm, F. Cerutti, M. Vallati, Skeptical reasoning with
 * preferred semantics in abstract argumentation without computing preferred extensions,
 * IJCAI 2021. */
cp_answer cp_set_search_against(cp_set_search *search, uint32_t argument);

/* No set is found from now on that is the last one or, where the largest are sought, that
 * reaches no more than it does. */
void cp_set_search_exclude(cp_set_search *search);

/* The members of the set found last. */
cp_list cp_set_search_found(cp_arena *arena, const cp_set_search *search);

/* All sets, but no more than `most`: CP_YES if these are all, CP_NO if there are more. */
cp_answer cp_set_search_list(
	cp_arena *arena, cp_set_search *search, size_t most, cp_sets *sets);

#endif
