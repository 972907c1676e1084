/* The issues of a debate: where its sides clash, as measures.h has it, the sharpest first. */
#ifndef CP_GRAPH_ISSUES_H
#define CP_GRAPH_ISSUES_H

#include "graph/graph.h"

/* What an issue is about: a claim, or a step with its premises. */
typedef struct cp_issue {
	cp_list claims;
	uint32_t step; /* CP_NONE: it is a claim */
	cp_str id;     /* of the claim or the step */
} cp_issue;

/* The issue that is named by its number, from 1; by the id of an item or a step where the sides
 * clash; or by the id of an item that bears on the motion at once. An id comes before a number.
 * In the arena. False, with a finding, where there is none. */
bool cp_issue_find(cp_arena *arena, const cp_graph *graph, cp_str name, cp_issue *issue,
	cp_diags *diags);

/* Appends the issues, a line each: number, id, the claim, and how many speak for and against
 * it. */
void cp_issues_write(cp_buf *out, const cp_graph *graph);

#endif
