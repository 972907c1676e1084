/* What was answered, what was not, and where the sides clash. */
#ifndef CP_GRAPH_EXCHANGE_H
#define CP_GRAPH_EXCHANGE_H

#include "graph/graph.h"

/* An answer to a claim: a rebuttal of it, or an undercut of a step that it is a premise of. */
typedef struct cp_answers {
	CP_ARRAY(uint32_t) steps; /* in the order of the file */
} cp_answers;

cp_answers cp_claim_answers(cp_arena *arena, const cp_graph *graph, uint32_t claim);

/* Was the claim answered by somebody else than who makes it: itself, a step that it takes,
 * or a reason given for it? */
bool cp_claim_is_answered(const cp_graph *graph, uint32_t claim);

/* Is the claim said by the person, and not only quoted? */
bool cp_claim_is_said_by(const cp_graph *graph, uint32_t claim, uint32_t person);

/* Did somebody of the other side write after the claim was made? If not, that it was not
 * answered says nothing. A branch is a comment on the article with all that replies to it,
 * and to that; a thread in which nothing replies is one branch. */
typedef enum cp_chance {
	CP_CHANCE_NONE,
	CP_CHANCE_DEBATE, /* somewhere in the thread */
	CP_CHANCE_BRANCH, /* in the same branch */
} cp_chance;

/* Who wrote last, in each branch and in all: made once for all claims of a graph. */
typedef struct cp_chances cp_chances;

const cp_chances *cp_chances_new(cp_arena *arena, const cp_graph *graph);
cp_chance cp_claim_chance(const cp_chances *chances, uint32_t claim);

/* Is the claim made by somebody who is himself on the side that it tells against? */
bool cp_claim_is_dissent(const cp_graph *graph, uint32_t claim);

/* How many claims hang from each claim, itself included: what the map shows below it. */
uint32_t *cp_graph_weights(cp_arena *arena, const cp_graph *graph);

/* One move in an exchange: a step, or the reason given for the move before. */
typedef struct cp_move {
	uint32_t claim;
	uint32_t step; /* how it bears on the move before; CP_NONE: the first */
} cp_move;

/* An exchange: a claim, and what was answered to it, and answered to that, along the
 * longest chain of answers. */
typedef struct cp_exchange {
	CP_ARRAY(cp_move) moves;
	size_t answers;     /* along the chain */
	size_t all_answers; /* in all that hangs from the claim */
} cp_exchange;

typedef struct cp_exchanges {
	CP_ARRAY(cp_exchange) list; /* the most answers first */
} cp_exchanges;

/* The exchanges about claims that are not themselves answers in a longer one: those with
 * the most answers, `most` at most. */
cp_exchanges cp_graph_exchanges(cp_arena *arena, const cp_graph *graph, size_t most);

#endif
