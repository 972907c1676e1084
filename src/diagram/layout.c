/* Who lays a drawing out: Graphviz, whose maps are compact and have few crossings, while it is
 * fast; a tidy tree where it is not. And to which side it grows. */
#include "diagram/view.h"

enum {
	MOST_BOXES =
		300,  /* dot takes 0.1 s for so many, and 0.5 s for three times as many */
	PATIENCE = 5, /* seconds, where there is another way */
	MOST_SECONDS = 60,
};

const char *const cp_layout_names[CP_LAYOUTS] = {"auto", "dot", "tree"};

static void report_fallback(cp_diags *diags, const char *why)
{
	cp_diag *diag = cp_diag_add(diags, CP_LAYOUT_CHANGED, (cp_place){0},
		"%s: the map is laid out as a tree", why);
	cp_diag_hint(diags, diag, "\"--layout dot\" gives Graphviz a minute");
}

static bool report_failure(cp_diags *diags, const char *why)
{
	cp_diag *diag = cp_diag_add(diags, CP_DRAWING, (cp_place){0}, "%s", why);
	cp_diag_hint(diags, diag,
		"\"--layout tree\" does without it, and \"--format dot\" writes the graph "
		"for other programs to lay out");
	return false;
}

/* ---- Directions ----
 *
 * Layouts know one direction: down from the root. For the others the drawing is turned: its
 * axes are swapped before, so that boxes are as wide as they will be high, and everything is put
 * back, and mirrored, afterwards. */

static void swap(double *a, double *b)
{
	double old = *a;
	*a = *b;
	*b = old;
}

static void swap_boxes(cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes.len; i++)
		swap(&drawing->boxes.at[i].width, &drawing->boxes.at[i].height);
}

/* Does something with every point of the drawing. */
static void visit_points(
	cp_drawing *drawing, void (*visit)(void *with, cp_point *point), void *with)
{
	for (size_t i = 0; i < drawing->boxes.len; i++)
		visit(with, &drawing->boxes.at[i].centre);
	for (size_t i = 0; i < drawing->joints.len; i++)
		visit(with, &drawing->joints.at[i].centre);
	for (size_t i = 0; i < drawing->lines.len; i++) {
		visit(with, &drawing->lines.at[i].tip);
		for (size_t p = 0; p < drawing->lines.at[i].points_len; p++)
			visit(with, &drawing->lines.at[i].points[p]);
	}
}

static void turn_point(void *with, cp_point *point)
{
	const cp_drawing *drawing = with;
	if (cp_is_across(drawing->direction))
		swap(&point->x, &point->y);
	if (drawing->direction == CP_DIRECTION_BT)
		point->y = drawing->height - point->y;
	if (drawing->direction == CP_DIRECTION_RL)
		point->x = drawing->width - point->x;
}

static void turn(cp_drawing *drawing)
{
	if (cp_is_across(drawing->direction)) {
		swap_boxes(drawing);
		swap(&drawing->width, &drawing->height);
	}
	visit_points(drawing, turn_point, drawing);
}

/* ---- Steps above the top ---- */

static void reach_up(void *with, cp_point *point)
{
	double *top = with;
	*top = point->y - CP_JOINT_SIZE < *top ? point->y - CP_JOINT_SIZE : *top;
}

static void move_down(void *with, cp_point *point)
{
	point->y += *(double *)with;
}

/* The step of a box that hangs from none, as of one that undercuts another in a circle, may
 * stand above all boxes of a tree. */
static void make_room_above(cp_drawing *drawing)
{
	double top = 0;
	visit_points(drawing, reach_up, &top);
	top = -top;
	drawing->height += top;
	visit_points(drawing, move_down, &top);
}

/* ---- The choice ---- */

static void lay_out_as_tree(cp_arena *arena, cp_drawing *drawing)
{
	cp_drawing_lay_out_tidily(arena, drawing);
	make_room_above(drawing);
}

static bool lay_out_upright(
	cp_arena *arena, cp_drawing *drawing, cp_layout layout, cp_diags *diags)
{
	bool automatic = layout == CP_LAYOUT_AUTO, laid_out = true;
	cp_buf error = {0};
	if (layout == CP_LAYOUT_TREE || (automatic && drawing->boxes.len > MOST_BOXES)) {
		lay_out_as_tree(arena, drawing);
	} else if (!cp_drawing_lay_out_by_dot(
			   arena, drawing, automatic ? PATIENCE : MOST_SECONDS, &error)) {
		laid_out = automatic || report_failure(diags, error.at);
		if (automatic) {
			report_fallback(diags, error.at);
			lay_out_as_tree(arena, drawing);
		}
	}
	cp_buf_clear(&error);
	return laid_out;
}

bool cp_drawing_lay_out(
	cp_arena *arena, cp_drawing *drawing, cp_layout layout, cp_diags *diags)
{
	const cp_view *view = drawing->view;
	if (view->arrange
		&& (!view->has_direction || drawing->direction == CP_DIRECTION_USUAL)) {
		view->arrange(arena, drawing);
		return true;
	}
	/* Replies in the order in which they came, which Graphviz does not keep. */
	if (view->arrange && layout == CP_LAYOUT_AUTO)
		layout = CP_LAYOUT_TREE;
	if (cp_is_across(drawing->direction))
		swap_boxes(drawing);
	if (!lay_out_upright(arena, drawing, layout, diags))
		return false;
	turn(drawing);
	return true;
}
