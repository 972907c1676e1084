/* Who lays a drawing out: Graphviz, whose maps are compact and have few crossings, while it is
 * fast; a tidy tree where it is not. */
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

bool cp_drawing_lay_out(
	cp_arena *arena, cp_drawing *drawing, cp_layout layout, cp_diags *diags)
{
	bool automatic = layout == CP_LAYOUT_AUTO, laid_out = true;
	cp_buf error = {0};
	if (drawing->view->arrange) {
		drawing->view->arrange(arena, drawing);
		return true;
	}
	if (layout == CP_LAYOUT_TREE || (automatic && drawing->boxes.len > MOST_BOXES)) {
		cp_drawing_lay_out_tidily(arena, drawing);
	} else if (!cp_drawing_lay_out_by_dot(
			   arena, drawing, automatic ? PATIENCE : MOST_SECONDS, &error)) {
		laid_out = automatic || report_failure(diags, error.at);
		if (automatic) {
			report_fallback(diags, error.at);
			cp_drawing_lay_out_tidily(arena, drawing);
		}
	}
	cp_buf_clear(&error);
	return laid_out;
}
