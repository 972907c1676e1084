/* What the files share that draw the plots of plots.h. */
#ifndef CP_DIAGRAM_PLOTTER_H
#define CP_DIAGRAM_PLOTTER_H

#include "diagram/plots.h"
#include "graph/table.h"
#include "graph/words.h"

enum {
	CP_PLOT_WIDTH = 560,
	CP_PLOT_MARGIN = 12,
	CP_PLOT_SIZE = 12,    /* of text */
	CP_PLOT_LEADING = 15, /* … and from one line to the next */
};

/* By stance; cp_stance_order is that in which they are stacked. */
extern const char *const cp_plot_side_words[CP_STANCES];

/* A plot while it is drawn. */
typedef struct cp_plotter {
	cp_arena *arena;
	const cp_measures *measures;
	const cp_theme *theme; /* NULL: the page has the style */
	cp_plot plot;
	cp_buf out;   /* shapes */
	cp_buf words; /* the description */
	double y;     /* so far */
	bool used[CP_STANCES];
	bool gaps; /* periods are left out, which is marked */
	cp_cells cells;
} cp_plotter;

/* Each draws one plot from `y` on, which it moves below, and tells it: in `words`, and by the
 * cells of its table. */
void cp_plot_draw_time(cp_plotter *plotter);
void cp_plot_draw_balance(cp_plotter *plotter);
void cp_plot_draw_strength(cp_plotter *plotter);
extern const cp_table cp_plot_time_table, cp_plot_balance_table, cp_plot_strength_table;

/* An attribute that is a number. */
void cp_plot_put_place(cp_buf *out, const char *name, double value);

/* Text or a number that begins, ends or has its middle at x, by `anchor` as in SVG. */
void cp_plot_put_text(cp_plotter *plotter, double x, double y, const char *class,
	const char *anchor, cp_str text);
void cp_plot_put_count(cp_plotter *plotter, double x, double y, const char *class,
	const char *anchor, size_t count);

/* A line from x and y to a place so far away. */
void cp_plot_put_line(
	cp_plotter *plotter, const char *class, double x, double y, double dx, double dy);

/* A bar of one side, plain, hatched, dotted or empty. */
void cp_plot_put_bar(cp_plotter *plotter, cp_stance side, double x, double y,
	double width, double height);

/* The sides of the bars that were drawn; and what a gap is, where there is one. */
void cp_plot_put_legend(cp_plotter *plotter);

#endif
