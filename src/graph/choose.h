/* Choosing what of a debate to show: a graph with fewer claims. */
#ifndef CP_GRAPH_CHOOSE_H
#define CP_GRAPH_CHOOSE_H

#include "graph/graph.h"

typedef struct cp_names {
	const cp_str *at;
	size_t len;
} cp_names;

/* What is wanted; all that are given hold together. */
typedef struct cp_choice {
	cp_str until; /* the id of the last comment: the debate so far */
	cp_str focus; /* the id of an item: its way to the motion, and what bears on it */
	cp_str issue; /* a number or an id: see issues.h; its way, and what bears on it */
	cp_str speaker; /* a name: his points, and what they answer */
	cp_names tags;  /* items that have any of them, and their ways to the motion */
	cp_names collapsed; /* ids of items: what is below them is left out */
	uint32_t depth; /* steps from the motion, the focus or the issue; CP_NONE: any */
} cp_choice;

static const cp_choice cp_choice_of_all = {.depth = CP_NONE};

/* The chosen part of a debate, in the arena; the whole, where nothing is chosen. Stances and
 * sides are those of the whole debate, or of the debate so far. A part may have the motion
 * alone. NULL, with a finding, where there is no such comment, item, issue, speaker or tag. */
const cp_graph *cp_graph_choose(cp_arena *arena, const cp_annotation *annotation,
	const cp_choice *choice, cp_diags *diags);

#endif
