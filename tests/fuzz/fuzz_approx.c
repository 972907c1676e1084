/* Approximate search against the plain table, in small texts. The first byte says how many
 * errors are allowed, the second where the words end and the text begins. */
#include "fuzz.h"

#include "text/approx.h"
#include "text/utf8.h"

enum { MOST = 512 };

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t decode(cp_str text, uint32_t *out)
{
	size_t len = 0;
	for (size_t i = 0; i < text.len;)
		out[len++] = cp_utf8_next(text, &i);
	return len;
}

/* The fewest errors of a place at each end in the text. */
static void fill(cp_str text, cp_str words, bool anchored, size_t *errors)
{
	uint32_t letters[MOST], wanted[MOST];
	size_t columns = decode(text, letters), rows = decode(words, wanted);
	size_t column[MOST + 1];
	for (size_t i = 0; i <= rows; i++)
		column[i] = i;
	for (size_t j = 0; j < columns; j++) {
		size_t corner = column[0];
		column[0] = anchored ? j + 1 : 0;
		for (size_t i = 1; i <= rows; i++) {
			size_t value = smaller(column[i], column[i - 1]) + 1;
			value = smaller(value, corner + (letters[j] != wanted[i - 1]));
			corner = column[i];
			column[i] = value;
		}
		errors[j] = column[rows];
	}
}

static void check_ends(
	cp_arena *arena, cp_str text, cp_str words, size_t most, bool anchored)
{
	size_t want[MOST], end, errors, at = 0, j = 0;
	cp_approx *approx = cp_approx_new(arena, words, false);
	MUST((approx == NULL) == (words.len == 0));
	if (!approx)
		return;
	fill(text, words, anchored, want);
	most = smaller(most, cp_approx_len(approx) - 1);
	cp_approx_start(approx, text, most, anchored);
	while (cp_approx_next(approx, &end, &errors)) {
		for (; at < end; j++) {
			cp_utf8_next(text, &at);
			MUST(at == end || want[j] > most);
		}
		MUST(want[j - 1] == errors);
	}
	for (; at < text.len; j++) {
		cp_utf8_next(text, &at);
		MUST(want[j] > most);
	}
}

/* Every place is as far from the words as is said. */
static void check_places(cp_arena *arena, cp_str text, cp_str words, size_t most)
{
	cp_near places[4];
	size_t found = cp_find_near(arena, text, words, most, places, 4), errors[MOST];
	for (size_t i = 0; i < found; i++) {
		cp_span span = places[i].span;
		MUST(span.start < span.end && span.end <= text.len);
		cp_str part = cp_str_part(text, span.start, span.end);
		fill(part, words, true, errors);
		MUST(errors[cp_utf8_count(part) - 1] == places[i].errors);
		MUST(i == 0 || places[i - 1].errors <= places[i].errors);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > MOST / 2)
		return 0;
	cp_arena arena = {0};
	cp_buf whole = {0};
	cp_utf8_repair(&whole, (cp_str){(const char *)data + 2, size - 2});
	cp_str text = cp_utf8_head(cp_buf_str(&whole), MOST - 1);
	cp_str words = cp_utf8_head(text, data[1]);
	text = cp_str_part(text, words.len, text.len);
	check_ends(&arena, text, words, data[0], false);
	check_ends(&arena, text, words, data[0], true);
	check_places(&arena, text, words, data[0]);
	cp_buf_clear(&whole);
	cp_arena_clear(&arena);
	return 0;
}
