/* Contributions over time: a column for each period, by the side of the authors. */
#include "diagram/plotter.h"

#include "text/measure.h"
#include "thread/time.h"

enum {
	TIME_LEFT = 36,
	TIME_HEIGHT = 110,
	MOST_SLOT = 44,  /* of a period, in points */
	MOST_SLOTS = 48, /* more periods than these become longer ones */
};

struct slot {
	cp_str name;
	uint32_t parts[CP_STANCES];
	uint32_t comments;
	bool gap; /* periods before it are left out, as nothing was written in them */
};

/* The lengths of names: hours, days, months, years. */
static const size_t lengths[] = {13, 10, 7, 4};

/* Which period of its length it is. */
static long number_of(cp_str name)
{
	cp_buf day = {0};
	cp_buf_put(&day, name);
	cp_buf_puts(&day, name.len == 4 ? "-01-01" : name.len == 7 ? "-01" : "");
	long minutes = cp_time_minutes(cp_buf_str(&day));
	cp_buf_clear(&day);
	/* Months and years have 28 to 31 and 365 or 366 days: half-way, rounding is right. */
	return name.len == 13    ? minutes / 60
		: name.len == 10 ? minutes / 1440
		: name.len == 7  ? (minutes / 1440 + 15) * 100 / 3044
				 : (minutes / 1440 + 180) * 100 / 36525;
}

static size_t fill_slots(
	const cp_measures *measures, struct slot *slots, size_t most, size_t letters)
{
	size_t len = 0;
	for (size_t i = 0; i < measures->periods.len; i++) {
		const cp_period *period = &measures->periods.at[i];
		cp_str name = period->name;
		name.len = name.len < letters ? name.len : letters;
		if (!len || !cp_str_eq(slots[len - 1].name, name)) {
			if (len == most)
				return most + 1;
			slots[len] = (struct slot){.name = name};
			slots[len].gap = len > 0
				&& number_of(name) - number_of(slots[len - 1].name) > 1;
			len++;
		}
		slots[len - 1].comments += period->comments;
		for (size_t s = 0; s < CP_STANCES; s++)
			slots[len - 1].parts[s] += period->by_side[s];
	}
	return len;
}

/* The finest periods of which there are not too many; of years, the first. */
static size_t find_slots(const cp_measures *measures, struct slot *slots)
{
	size_t len = 0;
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		len = fill_slots(measures, slots, MOST_SLOTS, lengths[i]);
		if (len <= MOST_SLOTS)
			return len;
	}
	return MOST_SLOTS;
}

/* Below each period what tells it from the one before, and below that what they share. */
static void put_period_names(
	cp_plotter *plotter, const struct slot *slots, size_t len, double slot)
{
	static const struct {
		size_t own, shared; /* where the name begins, and the shared part ends */
		const char *after;
	} parts[] = {[13] = {11, 10, ":00"},
		[10] = {8, 7, ""},
		[7] = {5, 4, ""},
		[4] = {0, 0, ""}};
	double end[2] = {0, 0};
	cp_str last = {0};
	for (size_t i = 0; i < len; i++) {
		cp_str name = slots[i].name, shared = name;
		double x = TIME_LEFT + slot * ((double)i + 0.5);
		cp_buf own = {0};
		cp_buf_put(&own, cp_str_part(name, parts[name.len].own, name.len));
		cp_buf_puts(&own, parts[name.len].after);
		double half = cp_text_width(cp_buf_str(&own), CP_PLOT_SIZE, false) / 2;
		if (x - half > end[0] + 4) {
			cp_plot_put_text(plotter, x, plotter->y + CP_PLOT_LEADING,
				"plot-small", "middle", cp_buf_str(&own));
			end[0] = x + half;
		}
		cp_buf_clear(&own);
		shared.len = parts[name.len].shared;
		double left = x - slot * 0.35;
		if (shared.len && !cp_str_eq(shared, last) && left > end[1] + 8) {
			cp_plot_put_text(plotter, left, plotter->y + 2 * CP_PLOT_LEADING,
				"plot-small", "start", shared);
			end[1] = left + cp_text_width(shared, CP_PLOT_SIZE, false);
			last = shared;
		}
	}
	plotter->y += 2 * CP_PLOT_LEADING;
}

static void put_slot(
	cp_plotter *plotter, const struct slot *slot, double x, double width, double unit)
{
	double y = plotter->y;
	for (size_t s = 0; s < CP_STANCES; s++) {
		double height = slot->parts[cp_stance_order[s]] * unit;
		if (height <= 0)
			continue;
		y -= height;
		cp_plot_put_bar(plotter, cp_stance_order[s], x, y, width, height);
	}
	cp_plot_put_count(plotter, x + width / 2, y - 4, NULL, "middle", slot->comments);
}

const cp_table cp_plot_time_table = {"time", "Contributions over time", "",
	.columns = {"period", "comments", "for_the_motion", "against_it", "on_both_sides",
		"on_no_clear_side"}};

static void tell_slot(cp_plotter *plotter, const struct slot *slot)
{
	cp_buf_printf(&plotter->words, " %.*s: %u.", CP_FMT(slot->name), slot->comments);
	cp_cells_text(&plotter->cells, slot->name);
	cp_cells_count(&plotter->cells, slot->comments);
	for (size_t s = 0; s < CP_STANCES; s++)
		cp_cells_count(&plotter->cells, slot->parts[cp_stance_order[s]]);
}

/* Few bars may be few comments, or few that have a time. */
static void say_dated(cp_plotter *plotter)
{
	uint32_t dated = plotter->measures->dated;
	uint32_t all = plotter->measures->coverage.comments;
	if (dated && dated >= all)
		return;
	cp_buf text = {0};
	if (dated)
		cp_buf_printf(&text, "The page dates %u of %u comments.", dated, all);
	else
		cp_buf_puts(&text, "The page dates no comment.");
	plotter->y += dated ? CP_PLOT_LEADING + 4 : 0;
	cp_plot_put_text(plotter, CP_PLOT_MARGIN, plotter->y, "plot-small", "start",
		cp_buf_str(&text));
	cp_buf_clear(&text);
}

void cp_plot_draw_time(cp_plotter *plotter)
{
	struct slot slots[MOST_SLOTS];
	size_t len = find_slots(plotter->measures, slots), most = 1;
	for (size_t i = 0; i < len; i++)
		most = slots[i].comments > most ? slots[i].comments : most;
	double slot = len
		? (double)(CP_PLOT_WIDTH - CP_PLOT_MARGIN - TIME_LEFT) / (double)len
		: 0;
	slot = slot < MOST_SLOT ? slot : MOST_SLOT;
	cp_buf_printf(&plotter->words,
		"Comments by the side of their authors, as far as the page dates them: %u of %u.",
		plotter->measures->dated, plotter->measures->coverage.comments);
	plotter->y += CP_PLOT_LEADING + TIME_HEIGHT;
	cp_plot_put_line(
		plotter, "plot-axis", TIME_LEFT, plotter->y, slot * (double)len, 0);
	for (size_t i = 0; i < len; i++) {
		double x = TIME_LEFT + slot * ((double)i + 0.15);
		put_slot(plotter, &slots[i], x, slot * 0.7,
			(double)TIME_HEIGHT / (double)most);
		plotter->gaps |= slots[i].gap;
		if (slots[i].gap)
			cp_plot_put_line(plotter, "plot-axis", x - slot * 0.15 - 3,
				plotter->y + 5, 6, -10);
		tell_slot(plotter, &slots[i]);
	}
	put_period_names(plotter, slots, len, slot);
	say_dated(plotter);
	cp_plot_put_legend(plotter);
}
