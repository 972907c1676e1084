/* Boxes in columns, as in a list whose entries have entries of their own: each stands below
 * the box that it is read after, further in, or beside it in the next column. Lines are level
 * and upright, so that a column is as quiet as a text. */
#ifndef CP_DIAGRAM_COLUMNS_H
#define CP_DIAGRAM_COLUMNS_H

#include "diagram/make.h"

enum {
	CP_INDENT = 46,     /* from the left edge of a box to that of a box below it */
	CP_ENTRY_GAP = 16,  /* between boxes one below the other */
	CP_STUB = 26,       /* room at the left of a box for its sign */
	CP_COLUMN_GAP = 84, /* between columns whose boxes are tied */
	CP_LEVEL = 17,      /* from the top of a box to the line that leaves it */
};

/* How a box is tied to the one that it is read after. */
typedef enum cp_stand {
	CP_STAND_BELOW,
	CP_STAND_BESIDE,
	CP_STAND_ALONE, /* its sign alone says it: no line leads to the other box */
} cp_stand;

typedef struct cp_columns {
	cp_arena *arena;
	cp_drawing *drawing;
	uint32_t *tie;   /* of each box: the joint by which it is read after its parent */
	cp_stand *stand; /* of each box: to be set */
	unsigned *lane;  /* of each box: where lines from boxes beside it climb */
	unsigned *more;  /* of each box: its signs of steps by which it is not read */
	unsigned detours;
} cp_columns;

/* Finds the ties of a drawing that has all its parts but no places. */
cp_columns cp_columns_new(cp_arena *arena, cp_drawing *drawing);

/* The tie of a box; CP_TIES: none. */
cp_tie cp_columns_tie(const cp_columns *columns, uint32_t box);

/* Is the box the first one of its tie, not one that is linked with another? */
bool cp_columns_begins(const cp_columns *columns, uint32_t box);

/* Puts a box with its left top corner there. */
void cp_box_place(cp_box *box, double left, double top);
double cp_box_left(const cp_box *box);
double cp_box_right(const cp_box *box);
double cp_box_top(const cp_box *box);
double cp_box_bottom(const cp_box *box);

/* Once all boxes have their places: gives joints and lines theirs, and measures all. */
void cp_columns_draw(cp_columns *columns);

#endif
