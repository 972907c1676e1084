/* A large graph in pages that lead to one another.
 *
 * The first page has the motion and what bears on it at once. Each of these points that has
 * anything below it has a page, with all that is below it; where that is too much, the largest
 * branches go on on pages of their own. So each claim is at home on one page. A page shows
 * also what its claims are tied to on others, as boxes that lead there. */
#ifndef CP_GRAPH_SPLIT_H
#define CP_GRAPH_SPLIT_H

#include "graph/reach.h"

typedef struct cp_split_page {
	uint32_t root;  /* the claim that it is about */
	uint32_t above; /* the page that leads here; CP_NONE: this is the first */
} cp_split_page;

typedef struct cp_split {
	const cp_graph *whole;
	cp_reach reach;
	uint32_t *home; /* of each claim: its page */
	CP_ARRAY(cp_split_page) pages;
} cp_split;

/* Pages of about `most` claims (2 at least); more where one claim alone has so many reasons.
 * Lives in the arena and borrows from the graph. Takes time in proportion, but for sorting. */
const cp_split *cp_split_new(cp_arena *arena, const cp_graph *whole, size_t most);

/* The graph of a page. Of each of its claims that is at home elsewhere, `page` says where.
 * `part_of`, or NULL, becomes its claim of each claim of the whole, or CP_NONE. */
cp_graph *cp_split_part(
	cp_arena *arena, const cp_split *split, uint32_t page, uint32_t *part_of);

#endif
