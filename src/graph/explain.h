/* Why something stands, is defeated or unresolved, told to people: a paragraph and a tree, or
 * JSON. Nothing in it goes beyond why.h and crux.h. */
#ifndef CP_GRAPH_EXPLAIN_H
#define CP_GRAPH_EXPLAIN_H

#include "graph/crux.h"
#include "graph/why.h"

typedef struct cp_explanation {
	const cp_why *why;
	uint32_t subject; /* a claim or a step */
	cp_cruxes cruxes;
	cp_mover mover; /* looked for where there is no crux */
	uint32_t depth; /* of the tree, in steps; CP_NONE: any; 0: a few, and not too
	                 * many */
} cp_explanation;

/* In the arena, borrowing from an evaluation that was decided. */
const cp_explanation *cp_explanation_new(cp_arena *arena, const cp_evaluation *evaluation,
	uint32_t subject, uint32_t depth);

/* Appends it as lines of text, or as JSON. */
void cp_explanation_write_text(cp_buf *out, const cp_explanation *explanation);
void cp_explanation_write_json(cp_buf *out, const cp_explanation *explanation);

/* Parts of these: a paragraph, not yet in lines; and the tree, which has each claim once. */
void cp_explanation_put_words(cp_buf *out, const cp_explanation *explanation);
void cp_explanation_put_tree(cp_buf *out, const cp_explanation *explanation);

#endif
