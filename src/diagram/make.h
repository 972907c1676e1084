/* What the constructors of views share: parts of a drawing, added one by one, and the boxes
 * of the argument map, which several views set in other ways. */
#ifndef CP_DIAGRAM_MAKE_H
#define CP_DIAGRAM_MAKE_H

#include "diagram/label.h"

/* An empty drawing that has the debate's title. */
cp_drawing *cp_drawing_new(cp_arena *arena, const cp_graph *graph);

/* Adds a box; its index. */
uint32_t cp_drawing_add_box(cp_arena *arena, cp_drawing *drawing, cp_box box);

/* Adds words of the drawing's own, with their left top corner there. */
cp_note *cp_drawing_add_note(
	cp_arena *arena, cp_drawing *drawing, cp_str text, cp_type type, cp_point corner);

void cp_drawing_add_line(cp_arena *arena, cp_drawing *drawing, uint32_t from, uint32_t to,
	cp_tie tie, bool arrow);

/* Adds a joint with its two lines, from box to box. Only when all boxes are there. */
cp_joint *cp_drawing_tie(cp_arena *arena, cp_drawing *drawing, uint32_t from, uint32_t to,
	cp_tie tie, cp_str title);

/* Adds the claims, steps and grants of the argument map, in the order of reading. What hangs
 * from a claim comes in the order of the file, or kind by kind in that of `order`, which has
 * supports, rebuts, undercuts and concedes; the reasons for the motion come first then. */
void cp_drawing_add_argument(
	cp_drawing *drawing, const cp_labels *labels, const cp_tie *order);

/* A line along straight pieces from corner to corner. If it ends with an arrow, that takes
 * the end of the last piece. */
void cp_line_route(cp_arena *arena, cp_line *line, const cp_point *corners, size_t count);

/* A line in one curve, which leaves and arrives level. */
void cp_line_bend(cp_arena *arena, cp_line *line, cp_point from, cp_point to,
	double reach_from, double reach_to);

/* The width and height of all boxes and lines, and room to the right. */
void cp_drawing_measure(cp_drawing *drawing);

#endif
