/* What the parts of the tidy layout share: the tree whose walks are in tidy.c, and what the
 * others of these files do before and after them. */
#ifndef CP_DIAGRAM_TIDY_H
#define CP_DIAGRAM_TIDY_H

#include "diagram/drawing.h"

enum {
	CP_TIDY_WIDE = 2,      /* so many times as wide as high is wide enough */
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
	uint32_t *order;      /* the boxes, parents first, siblings from left to right */
	uint32_t *seat;       /* of each joint: the premise above which it stands */
	uint32_t *group_of;   /* of each box */
	bool *leaf;           /* of each box: it may stand in a column */
	uint32_t *column_of;  /* of each box: the top one of its column; CP_NONE: none */
	uint32_t *stacked_on; /* the one above it there; CP_NONE: none */
	double *column_width; /* of the top ones */
	uint32_t groups_len, rows;
	double trunk; /* its x */
	CP_ARRAY(struct cp_tidy_lowest) lowest;
} cp_tidy;

/* Above which premise each joint stands: one that hangs from what the step bears on, if there
 * is one. */
void cp_tidy_find_seats(cp_tidy *tidy);

/* The box at that end of a line: of a joint, its seat. */
uint32_t cp_tidy_box_at(const cp_tidy *tidy, uint32_t end);

/* Finds the order in which boxes stand, so that lines across the tree cross few others; where
 * there are none, that of reading. Another `start` than 0 may end in another order. Needs the
 * seats. Gives how many lines run across. */
size_t cp_tidy_sort(cp_tidy *tidy, uint32_t start);

/* How often lines cross, as straight from middle to middle, of which one is not of the tree. */
size_t cp_tidy_crossings(const cp_tidy *tidy);

/* Whether the box hangs from the motion. */
bool cp_tidy_is_branch(const cp_drawing *drawing, const cp_box *box);

/* How many rows there are to be, and in which group each of their boxes goes: all boxes, or,
 * in rows, those that hang from the motion or from nothing. */
void cp_tidy_choose_rows(cp_tidy *tidy);

/* The node from which a box hangs: a box, or the root of its group, counted on from them. In
 * rows, the branches below the motion have roots of their own. */
uint32_t cp_tidy_parent(const cp_tidy *tidy, uint32_t index);

/* Sets leaves that stand side by side below one another, `most` in a column. */
void cp_tidy_set_columns(cp_tidy *tidy, uint32_t most);

/* Puts the groups, laid out each by itself, where they belong in the drawing. */
void cp_tidy_set_rows(cp_tidy *tidy);

/* Joints, when the boxes have their places, and then the lines. */
void cp_tidy_place_joints(cp_tidy *tidy);
void cp_tidy_draw_lines(cp_tidy *tidy);

#endif
