/* Abstract argumentation frameworks: arguments without content, and attacks between them.
 *
 * P. M. Dung, On the acceptability of arguments and its fundamental role in nonmonotonic
 * reasoning, logic programming and n-person games, Artificial Intelligence 77 (1995).
 * Labels as in M. Caminada, On the issue of reinstatement in argumentation, JELIA 2006: an
 * argument is in if all its attackers are out, out if one of them is in, else undecided.
 *
 * Made once and never changed. Arguments are numbers below `len`. */
#ifndef CP_GRAPH_AF_H
#define CP_GRAPH_AF_H

#include "graph/lists.h"

typedef struct cp_attack {
	uint32_t from, to;
} cp_attack;

typedef struct cp_af {
	size_t len;                         /* how many arguments */
	struct cp_lists attackers, targets; /* of each argument */
} cp_af;

/* The framework of these attacks, in the arena; an attack given twice counts once. */
const cp_af *cp_af_new(
	cp_arena *arena, size_t len, const cp_attack *attacks, size_t attacks_len);

/* The same with lists of targets alone, in which an attack given twice is there twice. The
 * grounded labelling needs no more, and this is half the work. */
const cp_af *cp_af_outward(
	cp_arena *arena, size_t len, const cp_attack *attacks, size_t attacks_len);

/* All of a framework of which there are the targets. */
const cp_af *cp_af_whole(cp_arena *arena, const cp_af *outward);

static inline cp_list cp_af_attackers(const cp_af *af, uint32_t argument)
{
	return cp_lists_of(&af->attackers, argument);
}

static inline cp_list cp_af_targets(const cp_af *af, uint32_t argument)
{
	return cp_lists_of(&af->targets, argument);
}

/* ---- Labels ---- */

typedef enum cp_label { CP_UNDEC, CP_IN, CP_OUT } cp_label;

/* A complete labelling in the making: what is in and out, with all that follows from it. */
typedef struct cp_labelling {
	const cp_af *af;
	uint8_t *labels; /* a cp_label for each argument */
	uint32_t *open;  /* of each argument: its attackers that are not out */
	uint32_t *queue; /* all that are in; those from `head` on are to be followed up */
	size_t head, tail;
} cp_labelling;

/* The grounded labelling, in time linear in arguments and attacks. The framework may be one
 * of targets alone. */
void cp_labelling_init(cp_arena *arena, cp_labelling *labelling, const cp_af *af);

/* Of a grounded labelling, how deep each argument's being in or out lies; 0: it is undecided.
 * What is in lies deeper than each of its attackers, what is out just one deeper than the
 * attacker that is in and lies least deep. So whoever follows these attackers comes to an end:
 * M. Caminada, Strong admissibility revisited, COMMA 2014 (the min-max numbering). */
uint32_t *cp_labelling_ranks(cp_arena *arena, const cp_labelling *labelling);

/* Takes in a set of undecided arguments, and what follows from it. The set is admissible
 * given what is in already, so that the result is a complete labelling again. */
void cp_labelling_accept(cp_labelling *labelling, cp_list set);

/* The arguments with a label, in their order. */
cp_list cp_labelling_with(cp_arena *arena, const cp_labelling *labelling, cp_label label);

/* ---- Parts ---- */

/* Arguments put into disjoint parts. */
typedef struct cp_parts {
	uint32_t *start; /* of each part, in `all`; one more at the end */
	uint32_t *all;
	size_t len;
	uint32_t *part; /* of each argument; CP_NONE: in none */
} cp_parts;

static inline cp_list cp_parts_of(const cp_parts *parts, size_t part)
{
	return (cp_list){parts->all + parts->start[part],
		parts->start[part + 1] - parts->start[part]};
}

/* The strongly connected components of the undecided arguments, none before those that
 * attack it (R. Tarjan, Depth-first search and linear graph algorithms, 1972). */
cp_parts cp_af_strong_parts(cp_arena *arena, const cp_labelling *labelling);

/* What hangs together by undecided arguments, whichever way the attacks go. */
cp_parts cp_af_weak_parts(cp_arena *arena, const cp_labelling *labelling);

/* The undecided arguments from which a way of attacks leads to `argument`, itself included. */
cp_list cp_af_ancestors(
	cp_arena *arena, const cp_labelling *labelling, uint32_t argument);

/* The framework of some of the arguments, in their order: argument i of it is members.at[i].
 * `scratch` has room for one number for each argument of `af`, of any value. */
const cp_af *cp_af_restrict(
	cp_arena *arena, const cp_af *af, cp_list members, uint32_t *scratch);

#endif
