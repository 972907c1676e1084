#include "unit.h"

#include "text/utf8.h"

static void what_is_not_utf8_is_found(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		cp_str text;
		size_t bad; /* SIZE_MAX: valid */
	} rows[] = {
		{"empty", BYTES(""), SIZE_MAX},
		{"ascii", BYTES("abc"), SIZE_MAX},
		{"two bytes", BYTES("a\xc3\xa9"), SIZE_MAX},
		{"three bytes", BYTES("\xe2\x80\xa6"), SIZE_MAX},
		{"four bytes", BYTES("\xf0\x9f\x99\x82"), SIZE_MAX},
		{"the last code point", BYTES("\xf4\x8f\xbf\xbf"), SIZE_MAX},
		{"a zero byte", BYTES("a\0b"), SIZE_MAX},
		{"past the last code point", BYTES("\xf4\x90\x80\x80"), 0},
		{"a lone continuation", BYTES("ab\x80"), 2},
		{"cut short", BYTES("ab\xe2\x80"), 2},
		{"a lead before ascii", BYTES("\xc3(ab"), 0},
		{"overlong slash", BYTES("\xc0\xaf"), 0},
		{"overlong of three", BYTES("\xe0\x80\xaf"), 0},
		{"overlong of four", BYTES("\xf0\x80\x80\xaf"), 0},
		{"a surrogate", BYTES("x\xed\xa0\x80"), 1},
		{"no lead", BYTES("\xff\xfe"), 0},
		{"five bytes", BYTES("\xf8\x88\x80\x80\x80"), 0},
		{"latin 1", BYTES("caf\xe9"), 3},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t bad = SIZE_MAX;
		bool valid = cp_utf8_valid(rows[i].text, &bad);
		expect(rows[i].name, valid == (rows[i].bad == SIZE_MAX));
		expect(rows[i].name, bad == rows[i].bad);
	}
}

static void repairing_gives_valid_text(void **state)
{
	(void)state;
	static const struct {
		cp_str text;
		const char *want;
		size_t replaced;
	} rows[] = {
		{BYTES("fine é"), "fine é", 0},
		{BYTES("caf\xe9 au lait"), "caf\xef\xbf\xbd au lait", 1},
		{BYTES("\xff\xfe"), "\xef\xbf\xbd\xef\xbf\xbd", 2},
		{BYTES("a\xe2\x80"), "a\xef\xbf\xbd\xef\xbf\xbd", 2},
		{BYTES("\xc3(é"), "\xef\xbf\xbd(é", 1},
		{BYTES(""), "", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		assert_int_equal(cp_utf8_repair(&out, rows[i].text), rows[i].replaced);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
	}
}

static void any_bytes_can_be_repaired(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 2000; round++) {
		char bytes[24];
		size_t len = random_below(&random, sizeof bytes + 1), bad;
		for (size_t i = 0; i < len; i++)
			bytes[i] = (char)random_below(&random, 256);
		cp_buf out = {0}, again = {0};
		cp_utf8_repair(&out, (cp_str){bytes, len});
		assert_true(cp_utf8_valid(cp_buf_str(&out), &bad));
		assert_int_equal(cp_utf8_repair(&again, cp_buf_str(&out)), 0);
		assert_true(cp_str_eq(cp_buf_str(&out), cp_buf_str(&again)));
		cp_buf_clear(&out);
		cp_buf_clear(&again);
	}
}

static void every_code_point_goes_there_and_back(void **state)
{
	(void)state;
	cp_buf out = {0};
	for (uint32_t c = 0; c <= 0x10ffff; c += c < 0x3000 ? 1 : 97) {
		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		size_t i = 0;
		out.len = 0;
		cp_utf8_put(&out, c);
		assert_int_equal(cp_utf8_next(cp_buf_str(&out), &i), c);
		assert_int_equal(i, out.len);
	}
	cp_buf_clear(&out);
}

static void code_points_are_counted_and_found(void **state)
{
	(void)state;
	cp_str text = CP_LIT("aé…🙂b");
	static const size_t offsets[] = {0, 1, 3, 6, 10, 11, 11, 11};
	assert_int_equal(cp_utf8_count(text), 5);
	for (size_t i = 0; i < COUNT(offsets); i++)
		assert_int_equal(cp_utf8_offset(text, i), offsets[i]);
	assert_int_equal(cp_utf8_count(CP_LIT("")), 0);
	assert_int_equal(cp_utf8_offset(CP_LIT(""), 3), 0);
}

static void graphemes_stay_whole(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
		size_t first; /* bytes of the first cluster */
	} rows[] = {
		{"ascii", "ab", 1},
		{"line break", "\r\nx", 2},
		{"combining", "e\xcc\x81x", 3},
		{"two combining", "o\xcc\xa3\xcc\x82.", 5},
		{"flag",
			"\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa\xf0\x9f\x87\xab\xf0\x9f\x87\xb7",
			8},
		{"family", "👩‍👧‍👦!", 18},
		{"skin", "👍🏽x", 8},
		{"heart", "❤️x", 6},
		{"jamo", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xe1\x84\x80", 9},
		{"syllables", "한글", 3},
		{"last", "é", 2},
		{"keycap", "1️⃣2", 7},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].name,
			cp_utf8_grapheme_end(cp_str_of(rows[i].text), 0)
				== rows[i].first);
	/* The first cluster is split by a cut in it, wherever it stands, and not by one after. */
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t before = 0; before < 2; before++) {
			cp_buf text = {0};
			cp_buf_puts(&text, before ? "漢 x\n" : "");
			size_t start = text.len;
			cp_buf_puts(&text, rows[i].text);
			cp_str whole = cp_buf_str(&text);
			for (size_t b = 1; b <= rows[i].first; b++)
				if (start + b == whole.len
					|| cp_starts_code_point(whole.at[start + b]))
					expect(rows[i].name,
						cp_utf8_splits_grapheme(whole, start + b)
							== (b < rows[i].first));
			cp_buf_clear(&text);
		}
}

static void whole_words(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t most;
		const char *head, *tail;
	} rows[] = {
		{"one two three", 20, "one two three", "one two three"},
		{"one two three", 9, "one two", "two three"},
		{"one two three", 7, "one two", "three"},
		{"one two three", 3, "one", "ree"},
		{"漢字漢字", 7, "漢字", "漢字"},
		{" abcdefgh ", 5, " abcd", "efgh "},
		{"one", 0, "", ""},
		{"", 3, "", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_str text = cp_str_of(rows[i].text);
		expect_str(rows[i].text, cp_words_head(text, rows[i].most), rows[i].head);
		expect_str(rows[i].text, cp_words_tail(text, rows[i].most), rows[i].tail);
	}
}

static void kinds_of_code_points(void **state)
{
	(void)state;
	static const uint32_t spaces[] = {' ', '\t', '\n', '\r', 0, 0x7f, 0xa0, 0x85,
		0x2003, 0x2028, 0x202f, 0x3000};
	for (size_t i = 0; i < COUNT(spaces); i++)
		assert_true(cp_is_space(spaces[i]));
	assert_false(cp_is_space('x') || cp_is_space(0x200b) || cp_is_space(0xe9));
	assert_true(cp_is_letter('z') && cp_is_letter('A') && cp_is_letter(0xe9)
		&& cp_is_letter(0x6f22) && cp_is_letter(0x301));
	assert_false(cp_is_letter('[') || cp_is_letter('@') || cp_is_letter('`')
		|| cp_is_letter('{') || cp_is_letter('5') || cp_is_letter(0x2019));
	assert_true(cp_is_digit('0') && cp_is_digit(0x0665) && !cp_is_digit('a'));
	assert_true(cp_is_upper('A') && cp_is_upper(0xc9) && !cp_is_upper('a'));
	assert_true(cp_is_wide(0x6f22) && cp_is_wide(0x1f642) && !cp_is_wide('w'));
	assert_true(cp_is_mark(0x301) && cp_is_mark(0x200d) && !cp_is_mark('a'));
	assert_int_equal(cp_to_lower(0xc9), 0xe9);
	assert_int_equal(cp_to_upper(0xe9), 0xc9);
	assert_int_equal(cp_to_lower('1'), '1');
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(what_is_not_utf8_is_found),
	cmocka_unit_test(repairing_gives_valid_text),
	cmocka_unit_test(any_bytes_can_be_repaired),
	cmocka_unit_test(every_code_point_goes_there_and_back),
	cmocka_unit_test(code_points_are_counted_and_found),
	cmocka_unit_test(graphemes_stay_whole),
	cmocka_unit_test(whole_words),
	cmocka_unit_test(kinds_of_code_points),
};

GROUP(utf8);
