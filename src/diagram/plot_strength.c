/* How strong the motion and the key points are, and how far that may be off. */
#include "diagram/plotter.h"

#include "text/measure.h"

#include <stdio.h>

enum {
	STRENGTH_LEFT = 256,
	STRENGTH_RIGHT = 48,
	AXIS = CP_PLOT_WIDTH - STRENGTH_LEFT - STRENGTH_RIGHT,
	MOST_LINES = 2,
	MOST_POINTS = 8,
	ROW_GAP = 8,
};

const cp_table cp_plot_strength_table = {"strength", "Strength of the key points", "",
	.columns = {"claim", "side", "status", "strength", "at_least", "at_most"}};

/* Behind what is there already. */
static void put_axis(cp_plotter *plotter, double top)
{
	static const char *const marks[] = {"0", "0.25", "0.5", "0.75", "1"};
	cp_buf above = plotter->out;
	plotter->out = (cp_buf){0};
	for (size_t i = 0; i < 5; i++) {
		double x = STRENGTH_LEFT + AXIS * (double)i / 4;
		cp_plot_put_line(plotter, i ? "plot-grid" : "plot-axis", x, top, 0,
			plotter->y - top);
		cp_plot_put_text(plotter, x, plotter->y + CP_PLOT_LEADING, "plot-small",
			"middle", cp_str_of(marks[i]));
	}
	cp_buf_put(&plotter->out, cp_buf_str(&above));
	cp_buf_clear(&above);
	plotter->y += CP_PLOT_LEADING;
}

/* For the motion's side a disc, for the other one a diamond that is empty. */
static void put_dot(cp_plotter *plotter, const char *kind, double x, double y)
{
	cp_buf *out = &plotter->out;
	if (strcmp(kind, "contra") == 0) {
		cp_buf_puts(out,
			"<path class=\"plot-contra-ground\" stroke-width=\"2\" d=\"M");
		cp_buf_number(out, x - 6);
		cp_buf_putc(out, ' ');
		cp_buf_number(out, y);
		cp_buf_puts(out, "l6 -6 6 6 -6 6z\"/>\n");
		return;
	}
	cp_buf_printf(out, "<circle class=\"plot-%s\" r=\"5\"", kind);
	cp_plot_put_place(out, "cx", x);
	cp_plot_put_place(out, "cy", y);
	cp_buf_puts(out, "/>\n");
}

static void put_label(cp_plotter *plotter, cp_str text, double *height)
{
	cp_lines lines = cp_text_wrap(plotter->arena, text,
		STRENGTH_LEFT - CP_PLOT_MARGIN - ROW_GAP, CP_PLOT_SIZE, false,
		MOST_LINES);
	for (size_t i = 0; i < lines.list.len; i++) {
		cp_buf line = {0};
		cp_buf_put(&line, lines.list.at[i]);
		if (lines.cut && i + 1 == lines.list.len)
			cp_buf_puts(&line, "…");
		cp_plot_put_text(plotter, CP_PLOT_MARGIN,
			plotter->y + CP_PLOT_LEADING * (double)(i + 1) - 3, NULL, "start",
			cp_buf_str(&line));
		cp_buf_clear(&line);
	}
	*height = CP_PLOT_LEADING * (double)(lines.list.len ? lines.list.len : 1);
}

static void put_interval(cp_plotter *plotter, const cp_claim_measure *measure, double y)
{
	enum { CAP = 8 };
	double low = STRENGTH_LEFT + AXIS * measure->low;
	double high = STRENGTH_LEFT + AXIS * measure->high;
	cp_plot_put_line(plotter, "plot-axis", low, y, high - low, 0);
	cp_plot_put_line(plotter, "plot-axis", low, y - CAP / 2.0, 0, CAP);
	cp_plot_put_line(plotter, "plot-axis", high, y - CAP / 2.0, 0, CAP);
}

static void draw_strength_of(cp_plotter *plotter, uint32_t claim, const char *kind)
{
	const cp_claim *it = &plotter->measures->graph->claims[claim];
	const cp_claim_measure *measure = &plotter->measures->claims[claim];
	char class[32];
	double height;
	put_label(plotter, it->text, &height);
	double y = plotter->y + height / 2, x = STRENGTH_LEFT + AXIS * measure->strength;
	cp_buf number = {0};
	if (measure->weighed)
		cp_put_strength(&number, measure->strength);
	else
		cp_buf_puts(&number, "–");
	snprintf(class, sizeof class, "plot-way plot-way-%s", kind);
	if (measure->weighed) {
		cp_plot_put_line(
			plotter, class, STRENGTH_LEFT, y, AXIS * measure->strength, 0);
		put_interval(plotter, measure, y);
		put_dot(plotter, kind, x, y);
	}
	cp_plot_put_text(plotter, CP_PLOT_WIDTH - CP_PLOT_MARGIN, y + 4, NULL, "end",
		cp_buf_str(&number));
	cp_buf_printf(&plotter->words, " %.*s: %s, %.*s.", CP_FMT(it->text),
		cp_status_names[measure->status], CP_FMT(cp_buf_str(&number)));
	cp_buf_clear(&number);
	cp_cells_text(&plotter->cells, it->text);
	cp_cells_text(&plotter->cells, cp_str_of(cp_stance_name(it->stance)));
	cp_cells_text(&plotter->cells, cp_str_of(cp_status_names[measure->status]));
	const double scores[] = {measure->strength, measure->low, measure->high};
	for (size_t i = 0; i < 3; i++)
		if (measure->weighed)
			cp_cells_score(&plotter->cells, scores[i]);
		else
			cp_cells_none(&plotter->cells);
	plotter->y += height + ROW_GAP;
}

static void put_group(cp_plotter *plotter, const char *text)
{
	plotter->y += CP_PLOT_LEADING + 2;
	cp_plot_put_text(plotter, CP_PLOT_MARGIN, plotter->y, "plot-head", "start",
		cp_str_of(text));
	plotter->y += ROW_GAP;
}

void cp_plot_draw_strength(cp_plotter *plotter)
{
	static const char *const heads[] = {[CP_STANCE_PRO] = "Points for the motion",
		[CP_STANCE_CONTRA] = "Points against it"};
	double top = plotter->y + ROW_GAP;
	cp_buf_puts(&plotter->words,
		"Strength from 0 to 1 of the motion and of the key points of either side, by the "
		"reasons for and against each (quadratic energy), with their status. The lines across "
		"show how far it may be off if the initial strengths are off by 0.1.");
	put_group(plotter, "The motion");
	draw_strength_of(plotter, CP_MOTION, "motion");
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		const cp_key_points *points = &plotter->measures->points[side];
		if (points->list.len)
			put_group(plotter, heads[side]);
		for (size_t i = 0; i < points->list.len && i < MOST_POINTS; i++)
			draw_strength_of(plotter, points->list.at[i].claim,
				cp_stance_name((cp_stance)side));
	}
	put_axis(plotter, top);
	plotter->y += CP_PLOT_LEADING + 4;
	cp_plot_put_text(plotter, CP_PLOT_MARGIN, plotter->y, "plot-small", "start",
		CP_LIT("├─┤ how far it may be off, if initial strengths are off by 0.1"));
	plotter->y += CP_PLOT_MARGIN;
}
