#include "markup.h"

#include "diagram/plots.h"

/* Opens a debate of comments by A, B, … at these times; A says that the motion holds. */
static void open_times(struct debate *debate, const char *const *times, size_t len)
{
	cp_buf comments = {0};
	for (size_t i = 0; i < len; i++)
		cp_buf_printf(&comments,
			"%s{'id':'c%zu','author':'%c','text':'one','time':'%s'}",
			i ? "," : "", i, (char)('A' + i % 26), times[i]);
	debate_open_items(debate, comments.len ? comments.at : "",
		len ? "{'id':'a','kind':'claim','comment':'c0','quote':'one','supports':'m'}"
		    : "");
	cp_buf_clear(&comments);
}

static cp_str plot_of(struct debate *debate, cp_plot plot)
{
	cp_buf out = {0};
	cp_plot_write_svg(&out, cp_measures_new(&debate->arena, debate->graph), plot,
		&cp_themes[0]);
	return cp_buf_settle(&debate->arena, &out);
}

static size_t count_of(cp_str text, const char *words)
{
	size_t count = 0;
	for (const char *at = text.at; (at = strstr(at, words)); at++)
		count++;
	return count;
}

static void plots_are_well_formed(void **state)
{
	(void)state;
	static const char *const debates[] = {"", "a@c1", "a@c1 supports m",
		"a@c1:reported rebuts m", "a@c1 supports m, rebuts m",
		"a@c1 rebuts b\nb@c2 rebuts a\nc@c3 supports m\nd@c2 rebuts m"};
	for (size_t i = 0; i < COUNT(debates); i++) {
		struct debate debate;
		debate_open_rows(&debate, debates[i]);
		for (cp_plot plot = 0; plot < CP_PLOTS; plot++) {
			cp_str svg = plot_of(&debate, plot);
			expect_well_formed(svg);
			expect(debates[i], !strstr(svg.at, "nan"));
		}
		debate_close(&debate);
	}
}

/* The description has each period with its comments; a stroke marks what is left out. */
static void periods_are_few_enough(void **state)
{
	(void)state;
	static const struct {
		const char *times[4];
		size_t len;
		const char *want; /* at the end of the description */
		size_t gaps;
	} rows[] = {
		{{"2024-01-01T10:00", "2024-01-01T11:59"}, 2,
			": 2 of 2. 2024-01-01T10: 1. 2024-01-01T11: 1.</desc>", 0},
		{{"2024-01-01T10:00", "2024-01-01T12:00"}, 2,
			": 2 of 2. 2024-01-01T10: 1. 2024-01-01T12: 1.</desc>", 1},
		{{"2024-02-28", "2024-02-29", "2024-03-01"}, 3,
			": 3 of 3. 2024-02-28: 1. 2024-02-29: 1. 2024-03-01: 1.</desc>",
			0},
		{{"2023-02-28", "soon", "2024-03-01"}, 3,
			": 2 of 3. 2023-02-28: 1. 2024-03-01: 1.</desc>", 1},
		{{"soon"}, 1, ": 0 of 1.</desc>", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		open_times(&debate, rows[i].times, rows[i].len);
		cp_str svg = plot_of(&debate, CP_PLOT_TIME);
		if (!strstr(svg.at, rows[i].want))
			fail_msg("no \"%s\" in %.600s", rows[i].want, svg.at);
		/* One stroke of the axis itself, one for each gap, one in the legend. */
		expect(rows[i].want,
			count_of(svg, "<path class=\"plot-axis\"")
				== 1 + rows[i].gaps + (rows[i].gaps > 0));
		debate_close(&debate);
	}
}

static void many_days_become_months_and_years(void **state)
{
	(void)state;
	enum { MOST = 600 };
	static char texts[MOST][16];
	static const char *times[MOST];
	static const struct {
		size_t len;
		bool by_month; /* a comment a month; or else a day, 28 a month */
		const char *first;
		size_t gaps;
	} rows[] = {
		{48, false, " 2001-01-01: 1. 2001-01-02: 1.", 1},
		{60, false, " 2001-01: 28. 2001-02: 28. 2001-03: 4.", 0},
		{48, true, " 2001-01-01: 1. 2001-02-11: 1.", 47},
		{600, true, " 2001: 12. 2002: 12.", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		for (size_t c = 0; c < rows[i].len; c++) {
			size_t month = rows[i].by_month ? c : c / 28;
			size_t day = rows[i].by_month ? 1 + c % 2 * 10 : 1 + c % 28;
			snprintf(texts[c], sizeof texts[c], "%04u-%02u-%02u",
				(unsigned)(2001 + month / 12) % 10000,
				(unsigned)(month % 12 + 1), (unsigned)day % 32);
			times[c] = texts[c];
		}
		open_times(&debate, times, rows[i].len);
		cp_str svg = plot_of(&debate, CP_PLOT_TIME);
		if (!strstr(svg.at, rows[i].first))
			fail_msg("no \"%s\" in %.600s", rows[i].first, svg.at);
		expect(rows[i].first,
			count_of(svg, "<path class=\"plot-axis\"")
				== 1 + rows[i].gaps + (rows[i].gaps > 0));
		debate_close(&debate);
	}
}

static void bars_are_shares_of_the_whole(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c2 rebuts m\nc@c1 supports m\nd@c1 supports m");
	cp_str svg = plot_of(&debate, CP_PLOT_BALANCE);
	/* Three claims for and one against: of 408 points, 306 and 102. */
	if (!strstr(svg.at, " Claims: 3 for the motion, 1 against it.")
		|| !strstr(svg.at, "width=\"306\"") || !strstr(svg.at, "width=\"102\""))
		fail_msg("%s", svg.at);
	debate_close(&debate);
}

/* 0.6 of 256 points from 256 on; the strengths are those of the measures. */
static void dots_stand_at_strengths(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate, "a@c1 supports m\nb@c1 supports a\nc@c2 rebuts m");
	cp_str svg = plot_of(&debate, CP_PLOT_STRENGTH);
	if (!strstr(svg.at, " A: stands, 0.60.") || !strstr(svg.at, "cx=\"409.6\""))
		fail_msg("%s", svg.at);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(plots_are_well_formed),
	cmocka_unit_test(periods_are_few_enough),
	cmocka_unit_test(many_days_become_months_and_years),
	cmocka_unit_test(bars_are_shares_of_the_whole),
	cmocka_unit_test(dots_stand_at_strengths),
};

GROUP(plots);
