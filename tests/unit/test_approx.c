#include "unit.h"

#include "text/approx.h"
#include "text/utf8.h"

/* The plain way: a table of all prefixes of the words (rows) by all of the text (columns). */
enum { MOST = 256 };

static size_t smallest(size_t a, size_t b, size_t c)
{
	return a < b ? (a < c ? a : c) : (b < c ? b : c);
}

static size_t decode(cp_str text, uint32_t *out)
{
	size_t len = 0;
	for (size_t i = 0; i < text.len;)
		out[len++] = cp_utf8_next(text, &i);
	return len;
}

/* The fewest errors at each end; `anchored`: of places that begin where the text does. */
static size_t fill(cp_str text, cp_str words, bool anchored, size_t *errors)
{
	uint32_t letters[MOST], wanted[MOST];
	size_t columns = decode(text, letters), rows = decode(words, wanted);
	size_t above[MOST + 1], column[MOST + 1];
	for (size_t i = 0; i <= rows; i++)
		column[i] = i;
	for (size_t j = 0; j < columns; j++) {
		memcpy(above, column, sizeof column);
		column[0] = anchored ? j + 1 : 0;
		for (size_t i = 1; i <= rows; i++)
			column[i] = smallest(above[i] + 1, column[i - 1] + 1,
				above[i - 1] + (letters[j] != wanted[i - 1]));
		errors[j] = column[rows];
	}
	return columns;
}

/* The distance of two texts. */
static size_t distance(cp_str a, cp_str b)
{
	size_t errors[MOST] = {0};
	size_t len = fill(a, b, true, errors);
	return len ? errors[len - 1] : cp_utf8_count(b);
}

static void put_random(cp_buf *out, uint32_t *random, size_t len, uint32_t letters)
{
	static const uint32_t alphabet[] = {'a', 'b', 'c', ' ', 0xe9, 0x1f600};
	out->len = 0;
	cp_buf_puts(out, "");
	for (size_t i = 0; i < len; i++)
		cp_utf8_put(out, alphabet[random_below(random, letters)]);
}

/* Words that are, in half of the cases, a part of the text with a few changes. */
static void put_words(cp_buf *out, uint32_t *random, cp_str text, uint32_t letters)
{
	size_t len = 1 + random_below(random, random_below(random, 2) ? 200 : 12);
	put_random(out, random, len, letters);
	if (!text.len || random_below(random, 2))
		return;
	size_t count = cp_utf8_count(text), from = random_below(random, (uint32_t)count);
	size_t start = cp_utf8_offset(text, from);
	cp_str part = cp_str_part(text, start, text.len);
	part = cp_str_part(part, 0, cp_utf8_offset(part, len));
	out->len = 0;
	for (size_t i = 0; i < part.len;) {
		uint32_t letter = cp_utf8_next(part, &i);
		if (random_below(random, 12))
			cp_utf8_put(out, letter);
		if (!random_below(random, 12))
			cp_utf8_put(out, 'a');
	}
	if (!out->len)
		cp_buf_puts(out, "b");
}

static void compare_ends(
	cp_approx *approx, cp_str text, cp_str words, size_t most, bool anchored)
{
	size_t want[MOST], end, errors, at = 0;
	size_t columns = fill(text, words, anchored, want), j = 0;
	if (most >= cp_approx_len(approx))
		most = cp_approx_len(approx) - 1;
	cp_approx_start(approx, text, most, anchored);
	while (cp_approx_next(approx, &end, &errors)) {
		for (; at < end; j++) {
			cp_utf8_next(text, &at);
			assert_true(at == end || want[j] > most);
		}
		assert_int_equal(want[j - 1], errors);
	}
	for (; j < columns; j++)
		assert_true(want[j] > most);
}

/* What is found backwards are the same places: so say the texts and words written backwards. */
static void compare_backwards(cp_arena *arena, cp_str text, cp_str words, size_t most)
{
	cp_buf turned[2] = {{0}, {0}};
	const cp_str straight[] = {text, words};
	for (int t = 0; t < 2; t++) {
		cp_buf_puts(&turned[t], "");
		for (size_t i = cp_utf8_count(straight[t]); i-- > 0;) {
			size_t at = cp_utf8_offset(straight[t], i);
			cp_utf8_put(&turned[t], cp_utf8_next(straight[t], &at));
		}
	}
	cp_approx *back = cp_approx_new(arena, words, true);
	cp_approx *forth = cp_approx_new(arena, cp_buf_str(&turned[1]), false);
	size_t start, end, errors[2];
	cp_approx_start(back, text, most, false);
	cp_approx_start(forth, cp_buf_str(&turned[0]), most, false);
	while (cp_approx_next(forth, &end, &errors[0])) {
		assert_true(cp_approx_next(back, &start, &errors[1]));
		assert_int_equal(start, text.len - end);
		assert_int_equal(errors[0], errors[1]);
	}
	assert_false(cp_approx_next(back, &start, &errors[1]));
	cp_buf_clear(&turned[0]);
	cp_buf_clear(&turned[1]);
}

static void compare_places(cp_arena *arena, cp_str text, cp_str words, size_t most)
{
	cp_near places[4];
	size_t want[MOST], fewest = SIZE_MAX;
	size_t columns = fill(text, words, false, want);
	for (size_t j = 0; j < columns; j++)
		if (want[j] < fewest)
			fewest = want[j];
	size_t found = cp_find_near(arena, text, words, most, places, COUNT(places));
	size_t allowed = most < cp_utf8_count(words) ? most : cp_utf8_count(words) - 1;
	assert_int_equal(found > 0, fewest <= allowed);
	for (size_t i = 0; i < found; i++) {
		cp_span span = places[i].span;
		assert_true(span.start < span.end && span.end <= text.len);
		assert_int_equal(distance(cp_str_part(text, span.start, span.end), words),
			places[i].errors);
		assert_true(i == 0 || places[i - 1].errors <= places[i].errors);
	}
	if (found)
		assert_int_equal(places[0].errors, fewest);
}

static void is_what_the_plain_way_gives(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	cp_arena arena = {0};
	cp_buf text = {0}, words = {0};
	for (int round = 0; round < 6000; round++) {
		uint32_t letters = 1 + random_below(&random, 6);
		put_random(&text, &random, random_below(&random, 250), letters);
		put_words(&words, &random, cp_buf_str(&text), letters);
		size_t most = random_below(&random, 1 + random_below(&random, 90));
		cp_approx *approx = cp_approx_new(&arena, cp_buf_str(&words), false);
		compare_ends(approx, cp_buf_str(&text), cp_buf_str(&words), most, false);
		compare_ends(approx, cp_buf_str(&text), cp_buf_str(&words), most, true);
		compare_backwards(&arena, cp_buf_str(&text), cp_buf_str(&words), most);
		compare_places(&arena, cp_buf_str(&text), cp_buf_str(&words), most);
		cp_arena_clear(&arena);
	}
	cp_buf_clear(&text);
	cp_buf_clear(&words);
}

static void near_places(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
		size_t most, errors;
		const char *want; /* the places, with | between */
	} rows[] = {
		{"I think that liberty of thought is essential. Mill said liberty of "
		 "thought is everything.",
			"liberty of thoughts is", 8, 1,
			"liberty of thought is|liberty of thought is"},
		{"the whole foobaz and", "the whole foobar", 4, 1, "the whole foobaz"},
		{"the cat! sat", "the cat.", 3, 1, "the cat!"},
		{"abc de ghi", "abc def", 3, 1, "abc de"},
		{"ένα δύο τρία", "ένα δίο", 2, 1, "ένα δύο"},
		{"a 👍🏽 b", "a 👍 b", 2, 1, "a 👍🏽 b"},
		{"nothing of this", "quite another", 4, 0, ""},
		{"", "a", 0, 0, ""},
		{"abc", "", 3, 0, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_buf got = {0};
		cp_near places[4] = {0};
		cp_str text = cp_str_of(rows[i].text);
		size_t found = cp_find_near(&arena, text, cp_str_of(rows[i].words),
			rows[i].most, places, COUNT(places));
		cp_buf_puts(&got, "");
		for (size_t p = 0; p < found; p++) {
			cp_buf_puts(&got, p ? "|" : "");
			cp_buf_put(&got,
				cp_str_part(
					text, places[p].span.start, places[p].span.end));
		}
		expect_str(rows[i].words, cp_buf_str(&got), rows[i].want);
		expect(rows[i].words, !found || places[0].errors == rows[i].errors);
		cp_buf_clear(&got);
		cp_arena_clear(&arena);
	}
}

static void likeness(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
		double want;
	} rows[] = {
		{"abcd", "abcd", 1},
		{"abcd", "abxd", 0.75},
		{"abcd", "xyz", 0},
		{"", "xyz", 0},
		{"abcd", "", 1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		expect(rows[i].words,
			cp_likeness(
				&arena, cp_str_of(rows[i].text), cp_str_of(rows[i].words))
				== rows[i].want);
		cp_arena_clear(&arena);
	}
}

/* More would need a table too large; less is no words at all. */
static void words_of_any_length(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_buf words = {0};
	for (int i = 0; i <= CP_APPROX_MOST; i++)
		cp_buf_putc(&words, 'a');
	assert_null(cp_approx_new(&arena, cp_buf_str(&words), false));
	words.len--;
	assert_non_null(cp_approx_new(&arena, cp_buf_str(&words), false));
	assert_null(cp_approx_new(&arena, CP_LIT(""), false));
	cp_buf_clear(&words);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(is_what_the_plain_way_gives),
	cmocka_unit_test(near_places),
	cmocka_unit_test(likeness),
	cmocka_unit_test(words_of_any_length),
};

GROUP(approx);
