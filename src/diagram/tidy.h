/* What the parts of the tidy layout share: the tree whose walks are in tidy.c, the rows that
 * tidy_rows.c sets, and the lines that tidy_lines.c draws when every box has its place. */
#ifndef CP_DIAGRAM_TIDY_H
#define CP_DIAGRAM_TIDY_H

#include "diagram/drawing.h"

enum {
	CP_TIDY_GAP = 62,      /* between a box and those that hang from it */
	CP_TIDY_SPACE = 16,    /* between boxes side by side */
	CP_TIDY_CORRIDOR = 22, /* beside a box, for the undercuts of its steps */
};

/* A box in the tree; the names are those of the paper's figures. */
struct cp_tidy_node {
	uint32_t first, last; /* children; CP_NONE: there are none */
	uint32_t before;      /* the sibling at the left */
	uint32_t next;        /* the sibling at the right */
	uint32_t number;      /* among its siblings */
	double y, width, height;
	double prelim, mod, shift, change;
	uint32_t left_thread, right_thread;
	uint32_t left_end, right_end; /* where the outlines of the subtree end */
	double left_mods, right_mods; /* sums of `mod` on the way there */
};

/* The siblings whose right outlines can still be met, lowest last: a linked list. */
struct cp_tidy_lowest {
	double y;
	uint32_t child;
	uint32_t next; /* in the list of all */
};

/* A tree by itself, below a root that is not drawn: one for all, or one for the motion, two a
 * row, and one for what hangs from nothing. */
struct cp_tidy_group {
	double left, right, low; /* its bounds */
	double dx, dy;           /* where it goes */
};

typedef struct cp_tidy {
	cp_arena *arena;
	cp_drawing *drawing;
	struct cp_tidy_node *nodes; /* of each box, and then the roots of the groups */
	struct cp_tidy_group *groups;
	uint32_t *group_of; /* of each box */
	uint32_t groups_len, rows;
	double trunk; /* its x */
	CP_ARRAY(struct cp_tidy_lowest) lowest;
	uint32_t *above; /* joints above each box so far */
} cp_tidy;

/* Whether the box hangs from the motion. */
bool cp_tidy_is_branch(const cp_drawing *drawing, const cp_box *box);

/* How many rows there are to be, and in which group each of their boxes goes: all boxes, or,
 * in rows, those that hang from the motion or from nothing. */
void cp_tidy_choose_rows(cp_tidy *tidy);

/* Puts the groups, laid out each by itself, where they belong in the drawing. */
void cp_tidy_set_rows(cp_tidy *tidy);

/* Joints and lines, between boxes that have their places. */
void cp_tidy_draw_lines(cp_tidy *tidy);

#endif
