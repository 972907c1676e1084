/* Which arguments of a framework can be accepted together, and which are accepted in any
 * case: the semantics of Dung and those that came after.
 *
 * All but stage semantics keep the grounded extension and look only at what it leaves
 * undecided. What does not hang together is looked at apart. A preferred extension is built
 * from strongly connected component to component, so that the solver gets small questions:
 * P. Baroni, M. Giacomin, G. Guida, SCC-recursiveness: a general schema for argumentation
 * semantics, Artificial Intelligence 168 (2005). */
#ifndef CP_GRAPH_SEMANTICS_H
#define CP_GRAPH_SEMANTICS_H

#include "graph/set_search.h"

typedef enum cp_semantics {
	CP_GROUNDED,
	CP_COMPLETE,
	CP_PREFERRED,
	CP_STABLE,
	CP_SEMI_STABLE,
	CP_STAGE,
	CP_IDEAL,
	CP_SEMANTICS
} cp_semantics;

/* An answer, and an extension that shows it: the one that was asked for; one with the
 * argument for CP_YES to `credulous`; one without it for CP_NO to `sceptical`. Where there
 * is none, its `at` is NULL. */
typedef struct cp_af_verdict {
	cp_answer answer;
	cp_list witness;
} cp_af_verdict;

/* One extension; CP_NO where there is none, as happens to stable ones. `kit` may be NULL,
 * here and below: then what needs a solver is CP_UNDECIDED, as it is once time is up. Where
 * the semantics is CP_GROUNDED, the framework may be one of targets alone. */
cp_af_verdict cp_af_extension(
	cp_arena *arena, const cp_af *af, cp_semantics semantics, const cp_sat_kit *kit);

/* Is the argument in some extension? In all? */
cp_af_verdict cp_af_credulous(cp_arena *arena, const cp_af *af, cp_semantics semantics,
	uint32_t argument, const cp_sat_kit *kit);
cp_af_verdict cp_af_sceptical(cp_arena *arena, const cp_af *af, cp_semantics semantics,
	uint32_t argument, const cp_sat_kit *kit);

/* The extensions, to be gone through: for each part of the framework the sets to choose
 * from, as the extensions are all ways to choose. */
typedef struct cp_extensions {
	cp_answer answer; /* CP_YES: these are all; CP_NO: there are more in some part */
	cp_list in_all;   /* what the grounded extension has */
	cp_sets *choices; /* of each part */
	size_t *chosen;   /* of each part, for the next extension */
	size_t parts;
	bool ended;
} cp_extensions;

/* No part is given more than `most` sets. */
cp_extensions cp_af_extensions(cp_arena *arena, const cp_af *af, cp_semantics semantics,
	size_t most, const cp_sat_kit *kit);

/* How many there are; SIZE_MAX stands for that and more. */
size_t cp_extensions_count(const cp_extensions *extensions);

/* The next one, its members in ascending order; false past the last. */
bool cp_extensions_next(cp_arena *arena, cp_extensions *extensions, cp_list *extension);

#endif
