/* Small plots of the measures, drawn as SVG: contributions over time, the balance of the sides,
 * and the strength of the motion and of the key points. Colours are those of a theme; a side is
 * told by its pattern, too. */
#ifndef CP_DIAGRAM_PLOTS_H
#define CP_DIAGRAM_PLOTS_H

#include "diagram/theme.h"
#include "graph/measures.h"

typedef enum cp_plot {
	CP_PLOT_TIME,
	CP_PLOT_BALANCE,
	CP_PLOT_STRENGTH,
	CP_PLOTS
} cp_plot;

extern const char *const cp_plot_names[CP_PLOTS]; /* "time", "balance", "strength" */

/* Appends one plot as an SVG by itself, with its title, a description with the numbers, and a
 * legend. */
void cp_plot_write_svg(
	cp_buf *out, const cp_measures *measures, cp_plot plot, const cp_theme *theme);

/* Appends a section of the page of a report: the plots, in the colours of the page, each with
 * its numbers as a table. Nothing, where there are no comments. */
void cp_plots_write_html(cp_buf *out, const cp_graph *graph);

#endif
