#include "unit.h"

#include <math.h>

#include "text/measure.h"
#include "text/utf8.h"

static void widths_are_those_of_the_font(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		double size;
		bool bold;
		double want;
	} rows[] = {
		{"", 12, false, 0},
		{"The moon is made of green cheese", 14, false, 220.2},
		{"The moon is made of green cheese", 14, true, 233.4},
		{"i", 2048, false, 455},
		{"W", 2048, false, 1933},
		{"W", 2048, true, 1933},
		{"漢字", 10, false, 20},
		{"🙂", 10, false, 10},
		{"e\xcc\x81", 2048, false, 1139},
		{"é", 2048, false, 1139},
		{"…", 2048, false, 2048},
		{" ", 2048, false, 569},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		double width = cp_text_width(
			cp_str_of(rows[i].text), rows[i].size, rows[i].bold);
		if (fabs(width - rows[i].want) > 0.051)
			print_error("%s: got %f want %f\n", rows[i].text, width,
				rows[i].want);
		assert_true(fabs(width - rows[i].want) <= 0.051);
	}
}

static void a_cluster_is_as_wide_as_it_looks(void **state)
{
	(void)state;
	static const char *const one[] = {"🇩🇪", "👩‍👧‍👦", "👍🏽"};
	for (size_t i = 0; i < COUNT(one); i++)
		expect(one[i],
			fabs(cp_text_width(cp_str_of(one[i]), 10, false) - 10) < 0.01);
}

static void lines_break_where_they_may(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
		double width;
		const char *want; /* lines, with | between */
	} rows[] = {
		{"fits", "one two", 500, "one two"},
		{"nothing", "", 50, ""},
		{"blank", "   \n ", 50, ""},
		{"words", "alpha beta gamma", 41, "alpha|beta|gamma"},
		{"spaces at the break", "alpha     beta", 40, "alpha|beta"},
		{"after a hyphen", "well-known", 35, "well-|known"},
		{"not before a full stop", "aaaa bbbb.", 28, "aaaa|bbbb|."},
		{"a number range stays", "10-12 x", 32, "10-12|x"},
		{"after a slash", "and/or/not", 40, "and/or/|not"},
		{"a long word", "aaaaaaaaaaaa", 27, "aaaa|aaaa|aaaa"},
		{"no break space",
			"a b\xc2\xa0"
			"c",
			21,
			"a|b\xc2\xa0"
			"c"},
		{"ideographs", "漢字漢字", 24, "漢字|漢字"},
		{"not before 。", "漢字漢。", 36, "漢字|漢。"},
		{"not after 「", "漢「字」", 24, "漢|「字|」"},
		{"clusters stay whole", "👩‍👧‍👦👩‍👧‍👦", 12,
			"👩‍👧‍👦|👩‍👧‍👦"},
		{"a line break is a space", "one\ntwo", 500, "one\ntwo"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_lines lines = cp_text_wrap(&arena, cp_str_of(rows[i].text),
			rows[i].width, 12, false, SIZE_MAX);
		cp_buf joined = {0};
		for (size_t l = 0; l < lines.list.len; l++)
			cp_buf_printf(&joined, "%s%.*s", l ? "|" : "",
				CP_FMT(lines.list.at[l]));
		expect_str(rows[i].name, cp_buf_str(&joined), rows[i].want);
		expect(rows[i].name, !lines.cut);
		cp_buf_clear(&joined);
	}
	cp_arena_clear(&arena);
}

static void no_more_lines_than_asked_for(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_lines lines =
		cp_text_wrap(&arena, CP_LIT("alpha beta gamma"), 40, 12, false, 2);
	assert_int_equal(lines.list.len, 2);
	assert_true(lines.cut);
	lines = cp_text_wrap(&arena, CP_LIT("alpha beta gamma"), 41, 12, false, 3);
	assert_int_equal(lines.list.len, 3);
	assert_false(lines.cut);
	cp_arena_clear(&arena);
}

static void put_without_spaces(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c = cp_utf8_next(text, &i);
		if (!cp_is_space(c))
			cp_utf8_put(out, c);
	}
}

static size_t count_clusters(cp_str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i = cp_utf8_grapheme_end(text, i))
		count++;
	return count;
}

static void check_lines(cp_str text, double width, double size, bool bold)
{
	cp_arena arena = {0};
	cp_buf before = {0}, after = {0};
	cp_lines lines = cp_text_wrap(&arena, text, width, size, bold, SIZE_MAX);
	put_without_spaces(&before, text);
	for (size_t i = 0; i < lines.list.len; i++) {
		cp_str line = lines.list.at[i];
		assert_true(line.len > 0);
		put_without_spaces(&after, line);
		double got = cp_text_width(line, size, bold);
		if (got > width + 0.001 && count_clusters(line) > 1) {
			print_error("“%.*s” of “%.*s” is %f wide, not %f\n", CP_FMT(line),
				CP_FMT(text), got, width);
			fail();
		}
	}
	assert_true(cp_str_eq(cp_buf_str(&before), cp_buf_str(&after)));
	cp_buf_clear(&before);
	cp_buf_clear(&after);
	cp_arena_clear(&arena);
}

static void nothing_is_lost_and_nothing_too_wide(void **state)
{
	(void)state;
	static const char *const pieces[] = {"a", "word", " ", " ", "  ", "\n", "\t", "-",
		"—", "/", "漢", "字", "。", "「", "🙂", "🇩🇪", "e\xcc\x81", "…", ".",
		",", "(", ")", "\xc2\xa0", "incomprehensibilities", "Ж", "\r\n", "한",
		"’", "\xe3\x80\x80", "\xe2\x80\x83", "👩‍👧‍👦", "1"};
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 4000; round++) {
		cp_buf text = {0};
		for (uint32_t n = random_below(&random, 40); n-- > 0;)
			cp_buf_puts(&text, pieces[random_below(&random, COUNT(pieces))]);
		double size = 6 + random_below(&random, 20);
		double width = size * (1 + random_below(&random, 20));
		check_lines(cp_buf_str(&text), width, size, random_below(&random, 2));
		cp_buf_clear(&text);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(widths_are_those_of_the_font),
	cmocka_unit_test(a_cluster_is_as_wide_as_it_looks),
	cmocka_unit_test(lines_break_where_they_may),
	cmocka_unit_test(no_more_lines_than_asked_for),
	cmocka_unit_test(nothing_is_lost_and_nothing_too_wide),
};

GROUP(measure);
