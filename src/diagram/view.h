/* The views: what a drawing shows of a debate. A new one is a row in view.c. */
#ifndef CP_DIAGRAM_VIEW_H
#define CP_DIAGRAM_VIEW_H

#include "diagram/drawing.h"

typedef struct cp_view {
	const char *name;    /* "map" */
	const char *help;    /* one line */
	const char *role;    /* what it is called to those who do not see it */
	const char *reading; /* how it is to be read: the title of the legend */
	bool of_people;      /* sides are those of people, not of claims */
	bool has_direction;  /* it is a tree, which may grow to any side */
	/* Boxes, joints and lines, in the arena, which borrow from the graph. */
	cp_drawing *(*make)(cp_arena *arena, const cp_graph *graph, const cp_look *look);
	/* Gives them their places; NULL: layout.c does. */
	void (*arrange)(cp_arena *arena, cp_drawing *drawing);
} cp_view;

extern const cp_view cp_views[]; /* ends with a name of NULL; the first is the default */

/* The view of this name (NULL: the default); NULL where there is none. */
const cp_view *cp_view_named(const char *name);

/* What the view shows of the graph, not yet laid out. `look` may be NULL: as usual. */
cp_drawing *cp_view_new(
	cp_arena *arena, const cp_graph *graph, const cp_view *view, const cp_look *look);

/* The argument map, which is the default. */
cp_drawing *cp_map_new(cp_arena *arena, const cp_graph *graph);

#endif
