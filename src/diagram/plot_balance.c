/* The balance of the sides: a bar for each thing that is counted, shared among them. */
#include "diagram/plotter.h"

#include "text/measure.h"

enum { BALANCE_LEFT = 104, BALANCE_RIGHT = 48, BAR = 20, BAR_GAP = 8 };

const cp_table cp_plot_balance_table = {"balance", "Balance of the sides", "",
	.columns = {"what", "for_the_motion", "against_it", "on_both_sides",
		"on_no_clear_side"}};

struct balance {
	cp_str name;
	size_t parts[CP_STANCES];
};

/* A number over a hatched bar is read on ground of its own. */
static void put_number_on(cp_plotter *plotter, double x, double width, size_t count)
{
	cp_buf text = {0};
	cp_buf_printf(&text, "%zu", count);
	double room = cp_text_width(cp_buf_str(&text), CP_PLOT_SIZE, false) + 6;
	if (width > room + 2) {
		cp_buf_puts(&plotter->out, "<rect class=\"plot-ground\" rx=\"3\"");
		cp_plot_put_place(&plotter->out, "x", x + (width - room) / 2);
		cp_plot_put_place(&plotter->out, "y", plotter->y - BAR + 3);
		cp_plot_put_place(&plotter->out, "width", room);
		cp_plot_put_place(&plotter->out, "height", BAR - 6);
		cp_buf_puts(&plotter->out, "/>\n");
		cp_plot_put_text(plotter, x + width / 2, plotter->y - 6, NULL, "middle",
			cp_buf_str(&text));
	}
	cp_buf_clear(&text);
}

static void draw_row(cp_plotter *plotter, const struct balance *row)
{
	size_t all = 0;
	double x = BALANCE_LEFT;
	for (size_t s = 0; s < CP_STANCES; s++)
		all += row->parts[s];
	plotter->y += BAR + BAR_GAP;
	cp_plot_put_text(
		plotter, CP_PLOT_MARGIN, plotter->y - 6, NULL, "start", row->name);
	cp_plot_put_count(plotter, CP_PLOT_WIDTH - CP_PLOT_MARGIN, plotter->y - 6,
		"plot-small", "end", all);
	cp_buf_printf(&plotter->words, " %.*s:", CP_FMT(row->name));
	cp_cells_text(&plotter->cells, row->name);
	for (size_t s = 0; s < CP_STANCES; s++) {
		size_t part = row->parts[cp_stance_order[s]];
		double width = all
			? (double)(CP_PLOT_WIDTH - BALANCE_LEFT - BALANCE_RIGHT)
				* (double)part / (double)all
			: 0;
		cp_cells_count(&plotter->cells, part);
		if (!part)
			continue;
		cp_plot_put_bar(
			plotter, cp_stance_order[s], x, plotter->y - BAR, width, BAR);
		put_number_on(plotter, x, width, part);
		x += width;
		cp_buf_printf(&plotter->words, " %zu %s,", part,
			cp_plot_side_words[cp_stance_order[s]]);
	}
	if (plotter->words.at[plotter->words.len - 1] == ',')
		plotter->words.len--;
	cp_buf_puts(&plotter->words, all ? "." : " none.");
}

void cp_plot_draw_balance(cp_plotter *plotter)
{
	struct balance rows[] = {{.name = CP_LIT("Speakers")},
		{.name = CP_LIT("Comments")}, {.name = CP_LIT("Words")},
		{.name = CP_LIT("Claims")}, {.name = CP_LIT("Key points")},
		{.name = CP_LIT("Not answered")}};
	for (size_t s = 0; s < CP_STANCES; s++) {
		const cp_side_measure *side = &plotter->measures->sides[s];
		const size_t values[] = {side->speakers, side->comments, side->words,
			side->claims, side->points, side->open};
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			rows[i].parts[s] = values[i];
	}
	cp_buf_puts(&plotter->words,
		"Speakers, their comments and words by the side on which they are; claims by the "
		"side for which they tell.");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		draw_row(plotter, &rows[i]);
	cp_plot_put_legend(plotter);
}
