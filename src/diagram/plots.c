#include "diagram/plots.h"

#include "graph/evaluate.h"
#include "graph/table.h"
#include "graph/words.h"
#include "text/measure.h"
#include "text/xml.h"
#include "thread/time.h"

#include <stdio.h>

enum {
	WIDTH = 560,
	MARGIN = 12,
	SIZE = 12,    /* of text */
	LEADING = 15, /* … and from one line to the next */
	TITLE_ROOM = 28,
	LEGEND_ROOM = 26,
	SIDES = CP_STANCE_BOTH + 1,
};

const char *const cp_plot_names[CP_PLOTS] = {
	[CP_PLOT_TIME] = "time",
	[CP_PLOT_BALANCE] = "balance",
	[CP_PLOT_STRENGTH] = "strength",
};

/* In the order in which they are stacked. */
static const cp_stance order[SIDES] = {
	CP_STANCE_PRO, CP_STANCE_CONTRA, CP_STANCE_BOTH, CP_STANCE_NONE};

static const char *const side_words[SIDES] = {
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

struct drawer {
	cp_arena *arena;
	const cp_measures *measures;
	const cp_theme *theme; /* NULL: the page has the style */
	cp_plot plot;
	cp_buf out;   /* shapes */
	cp_buf words; /* the description */
	double y;     /* so far */
	bool used[SIDES];
	bool gaps; /* periods are left out, which is marked */
	cp_cells cells;
};

static void put_place(cp_buf *out, const char *name, double value)
{
	cp_buf_printf(out, " %s=\"", name);
	cp_buf_number(out, value);
	cp_buf_putc(out, '"');
}

static void put_text(struct drawer *drawer, double x, double y, const char *class,
	const char *anchor, cp_str text)
{
	cp_buf *out = &drawer->out;
	cp_buf_puts(out, "<text");
	put_place(out, "x", x);
	put_place(out, "y", y);
	cp_buf_printf(out, "%s%s%s text-anchor=\"%s\">", class ? " class=\"" : "",
		class ? class : "", class ? "\"" : "", anchor);
	cp_buf_put_xml(out, text);
	cp_buf_puts(out, "</text>\n");
}

static void put_count(struct drawer *drawer, double x, double y, const char *class,
	const char *anchor, size_t count)
{
	cp_buf text = {0};
	cp_buf_printf(&text, "%zu", count);
	put_text(drawer, x, y, class, anchor, cp_buf_str(&text));
	cp_buf_clear(&text);
}

static void put_line(struct drawer *drawer, const char *class, double x, double y,
	double dx, double dy)
{
	cp_buf *out = &drawer->out;
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

/* A bar of one side, plain, hatched, dotted or empty. */
static void put_bar(struct drawer *drawer, cp_stance side, double x, double y,
	double width, double height)
{
	cp_buf *out = &drawer->out;
	cp_buf_puts(out, "<rect");
	put_place(out, "x", x);
	put_place(out, "y", y);
	put_place(out, "width", width);
	put_place(out, "height", height);
	if (side == CP_STANCE_PRO || side == CP_STANCE_NONE)
		cp_buf_printf(out, " class=\"plot-%s\"/>\n", cp_stance_name(side));
	else
		cp_buf_printf(out,
			" class=\"plot-%s-ground\" style=\"fill:url(#plot-%s-%s)\"/>\n",
			cp_stance_name(side), cp_plot_names[drawer->plot],
			cp_stance_name(side));
	drawer->used[side] = true;
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

static void put_legend(struct drawer *drawer)
{
	enum { SWATCH = 14, GAP = 6, BETWEEN = 22 };
	double x = MARGIN;
	bool used[SIDES];
	memcpy(used, drawer->used, sizeof used);
	drawer->y += LEGEND_ROOM;
	for (size_t i = 0; i < SIDES; i++) {
		if (!used[order[i]])
			continue;
		cp_str words = cp_str_of(side_words[order[i]]);
		put_bar(drawer, order[i], x, drawer->y - SWATCH + 3, SWATCH, SWATCH - 1);
		put_text(drawer, x + SWATCH + GAP, drawer->y, NULL, "start", words);
		x += SWATCH + GAP + cp_text_width(words, SIZE, false) + BETWEEN;
	}
	if (drawer->gaps) {
		put_line(drawer, "plot-axis", x + 4, drawer->y + 1, SWATCH / 2.0,
			-(double)SWATCH + 3);
		put_text(drawer, x + SWATCH + GAP, drawer->y, NULL, "start",
			CP_LIT("nothing in between"));
	}
	drawer->y += MARGIN;
}

/* ---- Time ---- */

enum {
	TIME_LEFT = 36,
	TIME_HEIGHT = 110,
	MOST_SLOT = 44,  /* of a period, in points */
	MOST_SLOTS = 48, /* more periods than these become longer ones */
};

struct slot {
	cp_str name;
	uint32_t parts[SIDES];
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
		for (size_t s = 0; s < SIDES; s++)
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
	struct drawer *drawer, const struct slot *slots, size_t len, double slot)
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
		double half = cp_text_width(cp_buf_str(&own), SIZE, false) / 2;
		if (x - half > end[0] + 4) {
			put_text(drawer, x, drawer->y + LEADING, "plot-small", "middle",
				cp_buf_str(&own));
			end[0] = x + half;
		}
		cp_buf_clear(&own);
		shared.len = parts[name.len].shared;
		double left = x - slot * 0.35;
		if (shared.len && !cp_str_eq(shared, last) && left > end[1] + 8) {
			put_text(drawer, left, drawer->y + 2 * LEADING, "plot-small",
				"start", shared);
			end[1] = left + cp_text_width(shared, SIZE, false);
			last = shared;
		}
	}
	drawer->y += 2 * LEADING;
}

static void put_slot(struct drawer *drawer, const struct slot *slot, double x,
	double width, double unit)
{
	double y = drawer->y;
	for (size_t s = 0; s < SIDES; s++) {
		double height = slot->parts[order[s]] * unit;
		if (height <= 0)
			continue;
		y -= height;
		put_bar(drawer, order[s], x, y, width, height);
	}
	put_count(drawer, x + width / 2, y - 4, NULL, "middle", slot->comments);
}

static const cp_table time_table = {"time", "Contributions over time", "",
	.columns = {"period", "comments", "for_the_motion", "against_it", "on_both_sides",
		"on_no_clear_side"}};

static void tell_slot(struct drawer *drawer, const struct slot *slot)
{
	cp_buf_printf(&drawer->words, " %.*s: %u.", CP_FMT(slot->name), slot->comments);
	cp_cells_text(&drawer->cells, slot->name);
	cp_cells_count(&drawer->cells, slot->comments);
	for (size_t s = 0; s < SIDES; s++)
		cp_cells_count(&drawer->cells, slot->parts[order[s]]);
}

static void draw_time(struct drawer *drawer)
{
	struct slot slots[MOST_SLOTS];
	size_t len = find_slots(drawer->measures, slots), most = 1;
	for (size_t i = 0; i < len; i++)
		most = slots[i].comments > most ? slots[i].comments : most;
	double slot = len ? (double)(WIDTH - MARGIN - TIME_LEFT) / (double)len : 0;
	slot = slot < MOST_SLOT ? slot : MOST_SLOT;
	cp_buf_printf(&drawer->words,
		"Comments by the side of their authors, as far as the page dates them: %u of %u.",
		drawer->measures->dated, drawer->measures->coverage.comments);
	drawer->y += LEADING + TIME_HEIGHT;
	put_line(drawer, "plot-axis", TIME_LEFT, drawer->y, slot * (double)len, 0);
	for (size_t i = 0; i < len; i++) {
		double x = TIME_LEFT + slot * ((double)i + 0.15);
		put_slot(drawer, &slots[i], x, slot * 0.7,
			(double)TIME_HEIGHT / (double)most);
		drawer->gaps |= slots[i].gap;
		if (slots[i].gap)
			put_line(drawer, "plot-axis", x - slot * 0.15 - 3, drawer->y + 5,
				6, -10);
		tell_slot(drawer, &slots[i]);
	}
	put_period_names(drawer, slots, len, slot);
	if (!len)
		put_text(drawer, MARGIN, drawer->y, "plot-small", "start",
			CP_LIT("The page dates no comment."));
	put_legend(drawer);
}

/* ---- Balance ---- */

enum { BALANCE_LEFT = 104, BALANCE_RIGHT = 48, BAR = 20, BAR_GAP = 8 };

static const cp_table balance_table = {"balance", "Balance of the sides", "",
	.columns = {"what", "for_the_motion", "against_it", "on_both_sides",
		"on_no_clear_side"}};

struct balance {
	const char *name;
	size_t parts[SIDES];
};

/* A number over a hatched bar is read on ground of its own. */
static void put_number_on(struct drawer *drawer, double x, double width, size_t count)
{
	cp_buf text = {0};
	cp_buf_printf(&text, "%zu", count);
	double room = cp_text_width(cp_buf_str(&text), SIZE, false) + 6;
	if (width > room + 2) {
		cp_buf_puts(&drawer->out, "<rect class=\"plot-ground\" rx=\"3\"");
		put_place(&drawer->out, "x", x + (width - room) / 2);
		put_place(&drawer->out, "y", drawer->y - BAR + 3);
		put_place(&drawer->out, "width", room);
		put_place(&drawer->out, "height", BAR - 6);
		cp_buf_puts(&drawer->out, "/>\n");
		put_text(drawer, x + width / 2, drawer->y - 6, NULL, "middle",
			cp_buf_str(&text));
	}
	cp_buf_clear(&text);
}

static void draw_row(struct drawer *drawer, const struct balance *row)
{
	size_t all = 0;
	double x = BALANCE_LEFT;
	for (size_t s = 0; s < SIDES; s++)
		all += row->parts[s];
	drawer->y += BAR + BAR_GAP;
	put_text(drawer, MARGIN, drawer->y - 6, NULL, "start", cp_str_of(row->name));
	put_count(drawer, WIDTH - MARGIN, drawer->y - 6, "plot-small", "end", all);
	cp_buf_printf(&drawer->words, " %s:", row->name);
	cp_cells_text(&drawer->cells, cp_str_of(row->name));
	for (size_t s = 0; s < SIDES; s++) {
		size_t part = row->parts[order[s]];
		double width = all ? (double)(WIDTH - BALANCE_LEFT - BALANCE_RIGHT)
				* (double)part / (double)all
				   : 0;
		cp_cells_count(&drawer->cells, part);
		if (!part)
			continue;
		put_bar(drawer, order[s], x, drawer->y - BAR, width, BAR);
		put_number_on(drawer, x, width, part);
		x += width;
		cp_buf_printf(&drawer->words, " %zu %s,", part, side_words[order[s]]);
	}
	if (drawer->words.at[drawer->words.len - 1] == ',')
		drawer->words.len--;
	cp_buf_puts(&drawer->words, all ? "." : " none.");
}

static void draw_balance(struct drawer *drawer)
{
	struct balance rows[] = {{.name = "Speakers"}, {.name = "Comments"},
		{.name = "Words"}, {.name = "Claims"}, {.name = "Key points"},
		{.name = "Not answered"}};
	for (size_t s = 0; s < SIDES; s++) {
		const cp_side_measure *side = &drawer->measures->sides[s];
		const size_t values[] = {side->speakers, side->comments, side->words,
			side->claims, side->points, side->open};
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			rows[i].parts[s] = values[i];
	}
	cp_buf_puts(&drawer->words,
		"Speakers, their comments and words by the side on which they are; claims by the "
		"side for which they tell.");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		draw_row(drawer, &rows[i]);
	put_legend(drawer);
}

/* ---- Strength ---- */

enum {
	STRENGTH_LEFT = 256,
	STRENGTH_RIGHT = 48,
	AXIS = WIDTH - STRENGTH_LEFT - STRENGTH_RIGHT,
	MOST_LINES = 2,
	MOST_POINTS = 8,
	ROW_GAP = 8,
};

static const cp_table strength_table = {"strength", "Strength of the key points", "",
	.columns = {"claim", "side", "status", "strength", "at_least", "at_most"}};

/* Behind what is there already. */
static void put_axis(struct drawer *drawer, double top)
{
	static const char *const marks[] = {"0", "0.25", "0.5", "0.75", "1"};
	cp_buf above = drawer->out;
	drawer->out = (cp_buf){0};
	for (size_t i = 0; i < 5; i++) {
		double x = STRENGTH_LEFT + AXIS * (double)i / 4;
		put_line(drawer, i ? "plot-grid" : "plot-axis", x, top, 0,
			drawer->y - top);
		put_text(drawer, x, drawer->y + LEADING, "plot-small", "middle",
			cp_str_of(marks[i]));
	}
	cp_buf_put(&drawer->out, cp_buf_str(&above));
	cp_buf_clear(&above);
	drawer->y += LEADING;
}

/* For the motion's side a disc, for the other one a diamond that is empty. */
static void put_dot(struct drawer *drawer, const char *kind, double x, double y)
{
	cp_buf *out = &drawer->out;
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
	put_place(out, "cx", x);
	put_place(out, "cy", y);
	cp_buf_puts(out, "/>\n");
}

static void put_label(struct drawer *drawer, cp_str text, double *height)
{
	cp_lines lines = cp_text_wrap(drawer->arena, text,
		STRENGTH_LEFT - MARGIN - ROW_GAP, SIZE, false, MOST_LINES);
	for (size_t i = 0; i < lines.list.len; i++) {
		cp_buf line = {0};
		cp_buf_put(&line, lines.list.at[i]);
		if (lines.cut && i + 1 == lines.list.len)
			cp_buf_puts(&line, "…");
		put_text(drawer, MARGIN, drawer->y + LEADING * (double)(i + 1) - 3, NULL,
			"start", cp_buf_str(&line));
		cp_buf_clear(&line);
	}
	*height = LEADING * (double)(lines.list.len ? lines.list.len : 1);
}

static void put_interval(struct drawer *drawer, const cp_claim_measure *measure, double y)
{
	enum { CAP = 8 };
	double low = STRENGTH_LEFT + AXIS * measure->low;
	double high = STRENGTH_LEFT + AXIS * measure->high;
	put_line(drawer, "plot-axis", low, y, high - low, 0);
	put_line(drawer, "plot-axis", low, y - CAP / 2.0, 0, CAP);
	put_line(drawer, "plot-axis", high, y - CAP / 2.0, 0, CAP);
}

static void draw_strength_of(struct drawer *drawer, uint32_t claim, const char *kind)
{
	const cp_claim *it = &drawer->measures->graph->claims[claim];
	const cp_claim_measure *measure = &drawer->measures->claims[claim];
	char class[32];
	double height;
	put_label(drawer, it->text, &height);
	double y = drawer->y + height / 2, x = STRENGTH_LEFT + AXIS * measure->strength;
	cp_buf number = {0};
	cp_buf_puts(&number, measure->weighed ? "" : "–");
	if (measure->weighed)
		cp_buf_printf(&number, "%u.%02u",
			(unsigned)(measure->strength * 100 + 0.5) / 100,
			(unsigned)(measure->strength * 100 + 0.5) % 100);
	snprintf(class, sizeof class, "plot-way plot-way-%s", kind);
	if (measure->weighed) {
		put_line(drawer, class, STRENGTH_LEFT, y, AXIS * measure->strength, 0);
		put_interval(drawer, measure, y);
		put_dot(drawer, kind, x, y);
	}
	put_text(drawer, WIDTH - MARGIN, y + 4, NULL, "end", cp_buf_str(&number));
	cp_buf_printf(&drawer->words, " %.*s: %s, %.*s.", CP_FMT(it->text),
		cp_status_names[measure->status], CP_FMT(cp_buf_str(&number)));
	cp_buf_clear(&number);
	cp_cells_text(&drawer->cells, it->text);
	cp_cells_text(&drawer->cells, cp_str_of(cp_stance_name(it->stance)));
	cp_cells_text(&drawer->cells, cp_str_of(cp_status_names[measure->status]));
	const double scores[] = {measure->strength, measure->low, measure->high};
	for (size_t i = 0; i < 3; i++)
		if (measure->weighed)
			cp_cells_score(&drawer->cells, scores[i]);
		else
			cp_cells_none(&drawer->cells);
	drawer->y += height + ROW_GAP;
}

static void put_group(struct drawer *drawer, const char *text)
{
	drawer->y += LEADING + 2;
	put_text(drawer, MARGIN, drawer->y, "plot-head", "start", cp_str_of(text));
	drawer->y += ROW_GAP;
}

static void draw_strength(struct drawer *drawer)
{
	static const char *const heads[] = {[CP_STANCE_PRO] = "Points for the motion",
		[CP_STANCE_CONTRA] = "Points against it"};
	double top = drawer->y + ROW_GAP;
	cp_buf_puts(&drawer->words,
		"Strength from 0 to 1 of the motion and of the key points of either side, by the "
		"reasons for and against each (quadratic energy), with their status. The lines across "
		"show how far it may be off if the initial strengths are off by 0.1.");
	put_group(drawer, "The motion");
	draw_strength_of(drawer, CP_MOTION, "motion");
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		const cp_key_points *points = &drawer->measures->points[side];
		if (points->list.len)
			put_group(drawer, heads[side]);
		for (size_t i = 0; i < points->list.len && i < MOST_POINTS; i++)
			draw_strength_of(drawer, points->list.at[i].claim,
				cp_stance_name((cp_stance)side));
	}
	put_axis(drawer, top);
	drawer->y += LEADING + 4;
	put_text(drawer, MARGIN, drawer->y, "plot-small", "start",
		CP_LIT("├─┤ how far it may be off, if initial strengths are off by 0.1"));
	drawer->y += MARGIN;
}

/* ---- The whole ---- */

static const struct {
	const cp_table *table;
	void (*draw)(struct drawer *drawer);
} plots[CP_PLOTS] = {
	[CP_PLOT_TIME] = {&time_table, draw_time},
	[CP_PLOT_BALANCE] = {&balance_table, draw_balance},
	[CP_PLOT_STRENGTH] = {&strength_table, draw_strength},
};

static void put_svg(cp_buf *out, struct drawer *drawer)
{
	const char *name = cp_plot_names[drawer->plot];
	cp_str title = cp_str_of(plots[drawer->plot].table->title);
	if (drawer->theme) {
		put_text(drawer, MARGIN, TITLE_ROOM - 6, "plot-title", "start", title);
		drawer->y = TITLE_ROOM;
	}
	plots[drawer->plot].draw(drawer);
	cp_buf_puts(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
	cp_buf_printf(out,
		" aria-labelledby=\"plot-%s-title\" aria-describedby=\"plot-%s-words\"",
		name, name);
	put_place(out, "width", WIDTH);
	put_place(out, "height", drawer->y);
	cp_buf_printf(out, " viewBox=\"0 0 %d ", WIDTH);
	cp_buf_number(out, drawer->y);
	cp_buf_printf(out, "\">\n<title id=\"plot-%s-title\">", name);
	cp_buf_put_xml(out, title);
	cp_buf_printf(out, "</title>\n<desc id=\"plot-%s-words\">", name);
	cp_buf_put_xml(out, cp_buf_str(&drawer->words));
	cp_buf_puts(out, "</desc>\n");
	if (drawer->theme) {
		cp_buf_puts(out, "<style>");
		cp_theme_put_style(out, drawer->theme, style);
		cp_buf_puts(out, "</style>\n");
	}
	put_patterns(out, drawer->plot);
	if (drawer->theme)
		cp_buf_puts(out,
			"<rect class=\"plot-ground\" width=\"100%\" height=\"100%\"/>\n");
	cp_buf_put(out, cp_buf_str(&drawer->out));
	cp_buf_puts(out, "</svg>\n");
	cp_buf_clear(&drawer->out);
	cp_buf_clear(&drawer->words);
}

void cp_plot_write_svg(
	cp_buf *out, const cp_measures *measures, cp_plot plot, const cp_theme *theme)
{
	cp_arena arena = {0};
	struct drawer drawer = {.arena = &arena,
		.measures = measures,
		.theme = theme,
		.plot = plot,
		.cells = {.arena = &arena}};
	put_svg(out, &drawer);
	cp_arena_clear(&arena);
}

void cp_plots_write_html(cp_buf *out, const cp_graph *graph)
{
	cp_arena arena = {0};
	const cp_measures *measures = cp_measures_new(&arena, graph);
	cp_buf_puts(out,
		"<section id=\"plots\"><h2>In numbers</h2>\n<div class=\"plots\">\n");
	for (cp_plot plot = 0; plot < CP_PLOTS; plot++) {
		struct drawer drawer = {.arena = &arena,
			.measures = measures,
			.plot = plot,
			.cells = {.arena = &arena}};
		if (plot == CP_PLOT_TIME && !measures->periods.len)
			continue;
		cp_buf_printf(out, "<div class=\"plot\"><h3>%s</h3>\n",
			plots[plot].table->title);
		put_svg(out, &drawer);
		cp_buf_puts(out, "<details><summary>The numbers</summary>\n");
		cp_table_write_html(out, plots[plot].table, &drawer.cells);
		cp_buf_puts(out, "</details></div>\n");
	}
	cp_buf_puts(out, "</div></section>\n");
	cp_arena_clear(&arena);
}
