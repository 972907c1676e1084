#include "text/suggest.h"

#include "text/utf8.h"

enum {
	LONGEST = 64, /* code points; nobody mistypes more by accident */
	MOST_IN_A_LIST = 50,
	LEAST_SAFE = 4, /* code points of which one may be a slip */
};

static size_t decode(cp_str text, uint32_t *out)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len && count <= LONGEST;)
		out[count++] = cp_to_lower(cp_utf8_next(text, &i));
	return count;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t cp_edit_distance(cp_str a, cp_str b, size_t limit)
{
	uint32_t from[LONGEST + 1], to[LONGEST + 1];
	size_t m = decode(a, from), n = decode(b, to);
	if (m > LONGEST || n > LONGEST || (m > n ? m - n : n - m) > limit)
		return limit + 1;
	size_t rows[3][LONGEST + 2];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= n; j++)
		last[j] = j;
	for (size_t i = 1; i <= m; i++) {
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			row[j] = least(least(last[j], row[j - 1]) + 1,
				last[j - 1] + (from[i - 1] != to[j - 1]));
			if (i > 1 && j > 1 && from[i - 1] == to[j - 2]
				&& from[i - 2] == to[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		size_t *spare = before;
		before = last, last = row, row = spare;
	}
	return last[n] > limit ? limit + 1 : last[n];
}

cp_suggestion cp_suggestion_for(cp_str wanted)
{
	/* A third of the letters may be wrong: "clam" is "claim", but "xyz" is nothing. */
	return (cp_suggestion){
		.wanted = wanted, .distance = (cp_utf8_count(wanted) + 2) / 3 + 1};
}

void cp_suggestion_see(cp_suggestion *suggestion, cp_str name)
{
	if (suggestion->spent)
		return;
	size_t distance =
		cp_edit_distance(suggestion->wanted, name, suggestion->distance);
	if (distance > suggestion->distance || cp_str_eq(name, suggestion->best))
		return;
	suggestion->best = distance < suggestion->distance ? name : (cp_str){0};
	suggestion->distance = distance;
}

cp_suggestion cp_suggestion_in(cp_diags *diags, cp_str wanted)
{
	return diags->suggestions++ < MOST_IN_A_LIST ? cp_suggestion_for(wanted)
						     : (cp_suggestion){.spent = true};
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Are the digits of both the same? "c2" is no slip for "c1". */
static bool has_same_digits(cp_str a, cp_str b)
{
	size_t i = 0, j = 0;
	for (;; i++, j++) {
		while (i < a.len && !is_digit(a.at[i]))
			i++;
		while (j < b.len && !is_digit(b.at[j]))
			j++;
		if (i == a.len || j == b.len)
			return i == a.len && j == b.len;
		if (a.at[i] != b.at[j])
			return false;
	}
}

bool cp_suggestion_is_safe(const cp_suggestion *suggestion)
{
	cp_str wanted = suggestion->wanted, best = suggestion->best;
	if (!best.at || suggestion->distance > 1)
		return false;
	return suggestion->distance == 0
		|| (has_same_digits(wanted, best)
			&& (cp_utf8_count(wanted) >= LEAST_SAFE
				|| cp_utf8_count(best) >= LEAST_SAFE));
}

void cp_suggestion_hint(cp_diags *diags, cp_diag *diag, const cp_suggestion *suggestion)
{
	if (suggestion->best.at)
		cp_diag_hint(
			diags, diag, "did you mean \"%.*s\"?", CP_FMT(suggestion->best));
	if (cp_suggestion_is_safe(suggestion))
		cp_diag_fix(diags, diag, suggestion->wanted, suggestion->best);
}
