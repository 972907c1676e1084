#include "diagram/plotter.h"

#include "text/measure.h"
#include "text/xml.h"

enum { TITLE_ROOM = 28, LEGEND_ROOM = 26 };

const char *const cp_plot_names[CP_PLOTS] = {
	[CP_PLOT_TIME] = "time",
	[CP_PLOT_BALANCE] = "balance",
	[CP_PLOT_STRENGTH] = "strength",
};

const char *const cp_plot_side_words[CP_STANCES] = {
	[CP_STANCE_PRO] = "for the motion",
	[CP_STANCE_CONTRA] = "against it",
	[CP_STANCE_BOTH] = "on both sides",
	[CP_STANCE_NONE] = "on no clear side",
};

/* The page has the same rules with its own colours, in page.css. */
static const char style[] =
	"text{font:12px \"Liberation Sans\",Arial,Helvetica,sans-serif;fill:@T}"
	".plot-title{font-size:15px;font-weight:bold}.plot-head{font-weight:bold}"
	".plot-small{fill:@F}.plot-ground{fill:@B}"
	".plot-axis{stroke:@F;fill:none}.plot-grid{stroke:@R;stroke-dasharray:2 3;fill:none}"
	".plot-pro{fill:@P;stroke:@P}.plot-contra-ground{fill:@c;stroke:@C}"
	".plot-contra-lines{stroke:@C;stroke-width:2.5;fill:none}"
	".plot-both-ground{fill:@N;stroke:@U}.plot-both-dots{fill:@U}"
	".plot-none{fill:@B;stroke:@F}.plot-motion{fill:@T;stroke:@T}"
	".plot-way-pro{stroke:@P}.plot-way-contra{stroke:@C;stroke-dasharray:5 3}"
	".plot-way-motion{stroke:@T}.plot-way{stroke-width:2;fill:none}";

/* ---- A plot while it is drawn ---- */

void cp_plot_put_place(cp_buf *out, const char *name, double value)
{
	cp_buf_printf(out, " %s=\"", name);
	cp_buf_number(out, value);
	cp_buf_putc(out, '"');
}

void cp_plot_put_text(cp_plotter *plotter, double x, double y, const char *class,
	const char *anchor, cp_str text)
{
	cp_buf *out = &plotter->out;
	cp_buf_puts(out, "<text");
	cp_plot_put_place(out, "x", x);
	cp_plot_put_place(out, "y", y);
	cp_buf_printf(out, "%s%s%s text-anchor=\"%s\">", class ? " class=\"" : "",
		class ? class : "", class ? "\"" : "", anchor);
	cp_buf_put_xml(out, text);
	cp_buf_puts(out, "</text>\n");
}

void cp_plot_put_count(cp_plotter *plotter, double x, double y, const char *class,
	const char *anchor, size_t count)
{
	cp_buf text = {0};
	cp_buf_printf(&text, "%zu", count);
	cp_plot_put_text(plotter, x, y, class, anchor, cp_buf_str(&text));
	cp_buf_clear(&text);
}

void cp_plot_put_line(
	cp_plotter *plotter, const char *class, double x, double y, double dx, double dy)
{
	cp_buf *out = &plotter->out;
	cp_buf_printf(out, "<path class=\"%s\" d=\"M", class);
	cp_buf_number(out, x);
	cp_buf_putc(out, ' ');
	cp_buf_number(out, y);
	cp_buf_putc(out, 'l');
	cp_buf_number(out, dx);
	cp_buf_putc(out, ' ');
	cp_buf_number(out, dy);
	cp_buf_puts(out, "\"/>\n");
}

void cp_plot_put_bar(cp_plotter *plotter, cp_stance side, double x, double y,
	double width, double height)
{
	cp_buf *out = &plotter->out;
	cp_buf_puts(out, "<rect");
	cp_plot_put_place(out, "x", x);
	cp_plot_put_place(out, "y", y);
	cp_plot_put_place(out, "width", width);
	cp_plot_put_place(out, "height", height);
	if (side == CP_STANCE_PRO || side == CP_STANCE_NONE)
		cp_buf_printf(out, " class=\"plot-%s\"/>\n", cp_stance_name(side));
	else
		cp_buf_printf(out,
			" class=\"plot-%s-ground\" style=\"fill:url(#plot-%s-%s)\"/>\n",
			cp_stance_name(side), cp_plot_names[plotter->plot],
			cp_stance_name(side));
	plotter->used[side] = true;
}

static void put_patterns(cp_buf *out, cp_plot plot)
{
	cp_buf_printf(out,
		"<defs><pattern id=\"plot-%s-contra\" width=\"6\" height=\"6\" "
		"patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" "
		"class=\"plot-contra-ground\" stroke-width=\"0\"/>"
		"<path class=\"plot-contra-lines\" d=\"M-1 7L7 -1M-1 1L1 -1M5 7L7 5\"/></pattern>"
		"<pattern id=\"plot-%s-both\" width=\"6\" height=\"6\" "
		"patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" "
		"class=\"plot-both-ground\" stroke-width=\"0\"/>"
		"<circle class=\"plot-both-dots\" cx=\"3\" cy=\"3\" r=\"1.5\"/></pattern></defs>\n",
		cp_plot_names[plot], cp_plot_names[plot]);
}

void cp_plot_put_legend(cp_plotter *plotter)
{
	enum { SWATCH = 14, GAP = 6, BETWEEN = 22 };
	double x = CP_PLOT_MARGIN;
	bool used[CP_STANCES];
	memcpy(used, plotter->used, sizeof used);
	plotter->y += LEGEND_ROOM;
	for (size_t i = 0; i < CP_STANCES; i++) {
		if (!used[cp_stance_order[i]])
			continue;
		cp_str words = cp_str_of(cp_plot_side_words[cp_stance_order[i]]);
		cp_plot_put_bar(plotter, cp_stance_order[i], x, plotter->y - SWATCH + 3,
			SWATCH, SWATCH - 1);
		cp_plot_put_text(
			plotter, x + SWATCH + GAP, plotter->y, NULL, "start", words);
		x += SWATCH + GAP + cp_text_width(words, CP_PLOT_SIZE, false) + BETWEEN;
	}
	if (plotter->gaps) {
		cp_plot_put_line(plotter, "plot-axis", x + 4, plotter->y + 1,
			SWATCH / 2.0, -(double)SWATCH + 3);
		cp_plot_put_text(plotter, x + SWATCH + GAP, plotter->y, NULL, "start",
			CP_LIT("nothing in between"));
	}
	plotter->y += CP_PLOT_MARGIN;
}

/* ---- The whole ---- */

static const struct {
	const cp_table *table;
	void (*draw)(cp_plotter *plotter);
} plots[CP_PLOTS] = {
	[CP_PLOT_TIME] = {&cp_plot_time_table, cp_plot_draw_time},
	[CP_PLOT_BALANCE] = {&cp_plot_balance_table, cp_plot_draw_balance},
	[CP_PLOT_STRENGTH] = {&cp_plot_strength_table, cp_plot_draw_strength},
};

static void put_svg(cp_buf *out, cp_plotter *plotter)
{
	const char *name = cp_plot_names[plotter->plot];
	cp_str title = cp_str_of(plots[plotter->plot].table->title);
	if (plotter->theme) {
		cp_plot_put_text(plotter, CP_PLOT_MARGIN, TITLE_ROOM - 6, "plot-title",
			"start", title);
		plotter->y = TITLE_ROOM;
	}
	plots[plotter->plot].draw(plotter);
	cp_buf_puts(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
	cp_buf_printf(out,
		" aria-labelledby=\"plot-%s-title\" aria-describedby=\"plot-%s-words\"",
		name, name);
	cp_plot_put_place(out, "width", CP_PLOT_WIDTH);
	cp_plot_put_place(out, "height", plotter->y);
	cp_buf_printf(out, " viewBox=\"0 0 %d ", CP_PLOT_WIDTH);
	cp_buf_number(out, plotter->y);
	cp_buf_printf(out, "\">\n<title id=\"plot-%s-title\">", name);
	cp_buf_put_xml(out, title);
	cp_buf_printf(out, "</title>\n<desc id=\"plot-%s-words\">", name);
	cp_buf_put_xml(out, cp_buf_str(&plotter->words));
	cp_buf_puts(out, "</desc>\n");
	if (plotter->theme) {
		cp_buf_puts(out, "<style>");
		cp_theme_put_style(out, plotter->theme, style);
		cp_buf_puts(out, "</style>\n");
	}
	put_patterns(out, plotter->plot);
	if (plotter->theme)
		cp_buf_puts(out,
			"<rect class=\"plot-ground\" width=\"100%\" height=\"100%\"/>\n");
	cp_buf_put(out, cp_buf_str(&plotter->out));
	cp_buf_puts(out, "</svg>\n");
	cp_buf_clear(&plotter->out);
	cp_buf_clear(&plotter->words);
}

void cp_plot_write_svg(
	cp_buf *out, const cp_measures *measures, cp_plot plot, const cp_theme *theme)
{
	cp_arena arena = {0};
	cp_plotter plotter = {.arena = &arena,
		.measures = measures,
		.theme = theme,
		.plot = plot,
		.cells = {.arena = &arena}};
	put_svg(out, &plotter);
	cp_arena_clear(&arena);
}

void cp_plots_write_html(cp_buf *out, const cp_graph *graph)
{
	cp_arena arena = {0};
	const cp_measures *measures = cp_measures_new(&arena, graph);
	cp_buf_puts(out,
		"<section id=\"plots\"><h2>In numbers</h2>\n<div class=\"plots\">\n");
	for (cp_plot plot = 0; plot < CP_PLOTS; plot++) {
		cp_plotter plotter = {.arena = &arena,
			.measures = measures,
			.plot = plot,
			.cells = {.arena = &arena}};
		if (plot == CP_PLOT_TIME && !measures->periods.len)
			continue;
		cp_buf_printf(out, "<div class=\"plot\"><h3>%s</h3>\n",
			plots[plot].table->title);
		put_svg(out, &plotter);
		cp_buf_puts(out, "<details><summary>The numbers</summary>\n");
		cp_table_write_html(out, plots[plot].table, &plotter.cells);
		cp_buf_puts(out, "</details></div>\n");
	}
	cp_buf_puts(out, "</div></section>\n");
	cp_arena_clear(&arena);
}
