#include "unit.h"

#include "text/find.h"
#include "text/utf8.h"

static void exact_places(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
		size_t count, first;
	} rows[] = {
		{"abcabc", "abc", 2, 0},
		{"aaaa", "aa", 3, 0},
		{"abc", "", 0, 0},
		{"", "a", 0, 0},
		{"abc", "abcd", 0, 0},
		{"xxabc", "abc", 1, 2},
		{"Abc", "abc", 0, 0},
		{"é e", "e", 1, 3},
		{"don’t", "don't", 0, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_span spans[2] = {0};
		size_t count = cp_find_exact(
			cp_str_of(rows[i].text), cp_str_of(rows[i].words), spans, 2);
		expect(rows[i].text, count == rows[i].count);
		if (count)
			expect(rows[i].text,
				spans[0].start == rows[i].first
					&& spans[0].end
						== rows[i].first + strlen(rows[i].words));
	}
}

/* Against a search at every byte, in texts that repeat themselves. */
static void every_place_is_found(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 5000; round++) {
		char text[48];
		size_t len = random_below(&random, sizeof text + 1), count = 0;
		uint32_t letters = 1 + random_below(&random, 3);
		for (size_t i = 0; i < len; i++)
			text[i] = (char)('a'
				+ (random_below(&random, 9) ? i % letters
							    : random_below(&random, 3)));
		size_t start = random_below(&random, (uint32_t)len + 1);
		cp_str words = {
			text + start, random_below(&random, (uint32_t)(len - start) + 1)};
		cp_span spans[sizeof text];
		size_t found =
			cp_find_exact((cp_str){text, len}, words, spans, COUNT(spans));
		for (size_t i = 0; words.len && i + words.len <= len; i++)
			if (memcmp(text + i, words.at, words.len) == 0) {
				assert_true(count < found);
				assert_int_equal(spans[count++].start, i);
			}
		assert_int_equal(count, found);
		for (size_t i = 0, next = 0; i <= len; i++) {
			cp_span span;
			cp_finder finder = cp_finder_exact((cp_str){text, len}, words);
			bool is = next < found && spans[next].start == i;
			assert_int_equal(cp_finder_at(&finder, i, &span), is);
			next += is;
		}
	}
}

/* At each byte, what is found there is what is found by going through all places. */
static void folded_places_at_a_byte(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
	} rows[] = {
		{"Ab ab AB", "ab"},
		{"a… a... a…", "a..."},
		{"a… b", "."},
		{"one  two one\ntwo", "ONE TWO"},
		{"don’t don't", "don't"},
		{"\u00adab \u00adab", "ab"},
		{"", "x"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_folded text = cp_fold(&arena, cp_str_of(rows[i].text));
		cp_folded words = cp_fold(&arena, cp_str_of(rows[i].words));
		cp_span spans[8] = {0}, at;
		size_t found = cp_find_folded(&text, &words, spans, 8), next = 0;
		for (size_t b = 0; b <= text.source.len; b++) {
			cp_finder finder = cp_finder_folded(&text, &words);
			bool is = next < found && spans[next].start == b;
			expect(rows[i].text, cp_finder_at(&finder, b, &at) == is);
			expect(rows[i].text, !is || at.end == spans[next].end);
			next += is;
		}
		cp_arena_clear(&arena);
	}
}

static void no_more_spans_than_asked_for(void **state)
{
	(void)state;
	cp_span spans[3] = {{0, 0}, {0, 0}, {77, 77}};
	assert_int_equal(cp_find_exact(CP_LIT("ababab"), CP_LIT("ab"), spans, 2), 3);
	assert_int_equal(spans[1].start, 2);
	assert_int_equal(spans[2].start, 77);
	assert_int_equal(cp_find_exact(CP_LIT("ababab"), CP_LIT("ab"), NULL, 0), 3);
}

static void bytes_from_somewhere(void **state)
{
	(void)state;
	cp_str text = CP_LIT("abcabc");
	assert_int_equal(cp_find_bytes(text, CP_LIT("abc"), 1), 3);
	assert_int_equal(cp_find_bytes(text, CP_LIT("abc"), 4), SIZE_MAX);
	assert_int_equal(cp_find_bytes(text, CP_LIT("abc"), 7), SIZE_MAX);
	assert_int_equal(cp_find_bytes(text, CP_LIT(""), 0), SIZE_MAX);
}

static void folded_places(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words, *want; /* the part that is found */
		size_t count;
	} rows[] = {
		{"He said “No”.", "\"no\"", "“No”", 1},
		{"it’s late", "It's", "it’s", 1},
		{"so… then", "so...", "so…", 1},
		{"so… then", "so..", "", 0},
		{"so… then", "so.", "", 0},
		{"so… then", ". then", "", 0},
		{"so… then", "... THEN", "… then", 1},
		{"a  \n b", "a b", "a  \n b", 1},
		{"Straße", "strasse", "Straße", 1},
		{"Straße", "stras", "", 0},
		{"ﬁsh", "ish", "", 0},
		{"ﬁsh", "fish", "ﬁsh", 1},
		{"café", "cafe\xcc\x81", "café", 1},
		{"café", "cafe", "", 0},
		{"cafe\xcc\x81!", "café", "cafe\xcc\x81", 1},
		{"x — y", "x - y", "x — y", 1},
		{"İstanbul", "i\xcc\x87stanbul", "İstanbul", 1},
		{"one two", " two ", "two", 1},
		{"abc", "   ", "", 0},
		{"aAa", "a", "a", 3},
		{"über", "UBER", "", 0},
		{"co\xc2\xadop", "coop", "co\xc2\xadop", 1},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_folded text = cp_fold(&arena, cp_str_of(rows[i].text));
		cp_folded words = cp_fold(&arena, cp_str_of(rows[i].words));
		cp_span span = {0};
		expect(rows[i].words,
			cp_find_folded(&text, &words, &span, 1) == rows[i].count);
		if (rows[i].count)
			expect_str(rows[i].words,
				cp_str_part(text.source, span.start, span.end),
				rows[i].want);
	}
	cp_arena_clear(&arena);
}

/* Whatever is cut from a text at its code points is found in it, and folds alike. */
static void every_part_of_a_text_is_in_it(void **state)
{
	(void)state;
	static const char *const letters[] = {
		"a", "B", " ", "…", "ß", "ﬁ", "é", "’", "\xc2\xa0", "\n", "İ", "漢", "."};
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 2000; round++) {
		cp_arena arena = {0};
		cp_buf text = {0};
		for (uint32_t n = 2 + random_below(&random, 12); n-- > 0;)
			cp_buf_puts(
				&text, letters[random_below(&random, COUNT(letters))]);
		size_t count = cp_utf8_count(cp_buf_str(&text));
		size_t from = random_below(&random, (uint32_t)count);
		size_t to = from + 1 + random_below(&random, (uint32_t)(count - from));
		cp_str part = cp_str_part(cp_buf_str(&text),
			cp_utf8_offset(cp_buf_str(&text), from),
			cp_utf8_offset(cp_buf_str(&text), to));
		cp_folded whole = cp_fold(&arena, cp_buf_str(&text)),
			  words = cp_fold(&arena, part);
		cp_span span = {0};
		bool blank = words.text.len == 0 || cp_str_is(words.text, " ");
		size_t found = cp_find_folded(&whole, &words, &span, 1);
		assert_int_equal(found > 0, !blank);
		cp_arena_clear(&arena);
		cp_buf_clear(&text);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(exact_places),
	cmocka_unit_test(every_place_is_found),
	cmocka_unit_test(folded_places_at_a_byte),
	cmocka_unit_test(no_more_spans_than_asked_for),
	cmocka_unit_test(bytes_from_somewhere),
	cmocka_unit_test(folded_places),
	cmocka_unit_test(every_part_of_a_text_is_in_it),
};

GROUP(find);
