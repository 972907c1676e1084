/* A SAT solver: is there an assignment that makes all clauses true?
 *
 * Literals are as in DIMACS: variable v is v, its negation -v, and 0 ends a clause. Clauses
 * stay; assumptions hold for the next question alone. */
#ifndef CP_GRAPH_SAT_H
#define CP_GRAPH_SAT_H

#include "base/memory.h"

#include <stdbool.h>

typedef enum cp_answer { CP_NO, CP_YES, CP_UNDECIDED } cp_answer;

/* What solvers are made with: the library, and when time is up for all of them together. */
typedef struct cp_sat_kit cp_sat_kit;
typedef struct cp_sat cp_sat;

/* Solvers may work for so many seconds from now. NULL where the library is not installed. */
const cp_sat_kit *cp_sat_kit_open(cp_arena *arena, double seconds);

/* A solver without clauses; cp_sat_free takes it, and NULL too. */
cp_sat *cp_sat_new(const cp_sat_kit *kit) CP_MUST_USE;
void cp_sat_free(cp_sat *sat);

void cp_sat_add(cp_sat *sat, int literal);
void cp_sat_assume(cp_sat *sat, int literal);

/* CP_UNDECIDED once time is up. */
cp_answer cp_sat_solve(cp_sat *sat);

/* After CP_YES: the value of a variable. */
bool cp_sat_is_true(cp_sat *sat, int variable);

#endif
