#include "text/diff.h"

#include "base/array.h"
#include "text/utf8.h"

enum {
	MOST_EDITS = 300, /* words; their paths are kept, which takes the square of it */
	MOST_SHOWN = 3,   /* changes */
	AROUND = 32,      /* bytes shown around a change, about */
	LONGEST = 60,     /* bytes shown of a change, about */
};

struct word {
	cp_str folded;
	cp_span span; /* in the text */
};

struct words {
	CP_ARRAY(struct word) list;
	bool *differs; /* each of them; NULL: none */
};

struct diff {
	cp_arena *arena;
	struct words before, after;
	size_t start; /* words at the beginning that are the same */
	size_t before_len,
		after_len; /* words after those, without the same ones at the end */
};

/* ---- Words ---- */

static bool is_of_word(uint32_t code_point)
{
	return cp_is_letter(code_point) || cp_is_digit(code_point) || code_point == '\'';
}

/* Letters and digits that stand together, or one sign. */
static size_t end_of_word(cp_str text, size_t start)
{
	size_t end = start, next = start;
	if (!is_of_word(cp_utf8_next(text, &end)))
		return end;
	while (next < text.len && is_of_word(cp_utf8_next(text, &next)))
		end = next;
	return end;
}

static struct words split(cp_arena *arena, cp_str text)
{
	struct words words = {.differs = NULL};
	cp_folded folded = cp_fold(arena, text);
	for (size_t i = 0, end; i < folded.text.len; i = end) {
		end = folded.text.at[i] == ' ' ? i + 1 : end_of_word(folded.text, i);
		if (folded.text.at[i] != ' ')
			*cp_push(arena, &words.list) = (struct word){
				.folded = cp_str_part(folded.text, i, end),
				.span = {folded.origin[i], folded.origin[end]},
			};
	}
	words.differs = CP_NEW_ARRAY(arena, bool, words.list.len + 1);
	return words;
}

static bool is_same(const struct diff *diff, size_t before, size_t after)
{
	return cp_str_eq(
		diff->before.list.at[before].folded, diff->after.list.at[after].folded);
}

static struct diff begin(cp_arena *arena, cp_str before, cp_str after)
{
	struct diff diff = {.arena = arena,
		.before = split(arena, before),
		.after = split(arena, after)};
	size_t olds = diff.before.list.len, news = diff.after.list.len;
	while (diff.start < olds && diff.start < news
		&& is_same(&diff, diff.start, diff.start))
		diff.start++;
	while (olds > diff.start && news > diff.start
		&& is_same(&diff, olds - 1, news - 1)) {
		olds--;
		news--;
	}
	diff.before_len = olds - diff.start;
	diff.after_len = news - diff.start;
	return diff;
}

/* ---- The shortest way ---- */

/* Does the best path to a diagonal come from the one above: is a word of the new put in? */
static bool comes_down(const int *from, int diagonal, int edits)
{
	return diagonal == -edits
		|| (diagonal != edits && from[diagonal - 1] < from[diagonal + 1]);
}

static int run_along(const struct diff *diff, int before, int after)
{
	while ((size_t)before < diff->before_len && (size_t)after < diff->after_len
		&& is_same(diff, diff->start + (size_t)before,
			diff->start + (size_t)after)) {
		before++;
		after++;
	}
	return before;
}

/* How far one comes with each number of edits, on each diagonal (words of the text before, less
 * words of the one after): after so many words of the text before. `reach[e]` is the middle of
 * an array, the diagonal 0. Until the end is reached; that number of edits, or more than
 * MOST_EDITS if it is not. */
static int search(const struct diff *diff, int *reach[])
{
	int befores = (int)diff->before_len, afters = (int)diff->after_len;
	for (int edits = 0; edits <= MOST_EDITS; edits++) {
		int *at = CP_NEW_ARRAY(diff->arena, int, 2 * (size_t)edits + 1) + edits;
		const int *from = edits ? reach[edits - 1] : NULL;
		reach[edits] = at;
		for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
			int before = !from ? 0
				: comes_down(from, diagonal, edits)
				? from[diagonal + 1]
				: from[diagonal - 1] + 1;
			at[diagonal] = before > befores || before - diagonal > afters
				? before
				: run_along(diff, before, before - diagonal);
			if (diagonal == befores - afters && at[diagonal] >= befores)
				return edits;
		}
	}
	return MOST_EDITS + 1;
}

/* Back along the path that was found. */
static void mark(struct diff *diff, int *reach[], int edits)
{
	int diagonal = (int)diff->before_len - (int)diff->after_len;
	for (; edits > 0; edits--) {
		const int *from = reach[edits - 1];
		bool down = comes_down(from, diagonal, edits);
		diagonal += down ? 1 : -1;
		int before = from[diagonal], after = before - diagonal;
		if (down)
			diff->after.differs[diff->start + (size_t)after] = true;
		else
			diff->before.differs[diff->start + (size_t)before] = true;
	}
}

static void mark_all(struct diff *diff)
{
	for (size_t i = 0; i < diff->before_len; i++)
		diff->before.differs[diff->start + i] = true;
	for (size_t i = 0; i < diff->after_len; i++)
		diff->after.differs[diff->start + i] = true;
}

/* The words from `from` to, without, `to`; where there are none, the place of the next. */
static cp_span span_of(const struct words *words, size_t from, size_t to, cp_str text)
{
	if (from < to)
		return (cp_span){
			words->list.at[from].span.start, words->list.at[to - 1].span.end};
	size_t at = from < words->list.len ? words->list.at[from].span.start : text.len;
	return (cp_span){at, at};
}

static cp_changes collect(struct diff *diff, cp_str before, cp_str after)
{
	CP_ARRAY(cp_change) changes = {0};
	size_t i = 0, j = 0;
	while (i < diff->before.list.len || j < diff->after.list.len) {
		size_t from = i, come = j;
		while (i < diff->before.list.len && diff->before.differs[i])
			i++;
		while (j < diff->after.list.len && diff->after.differs[j])
			j++;
		if (i > from || j > come)
			*cp_push(diff->arena, &changes) = (cp_change){
				span_of(&diff->before, from, i, before),
				span_of(&diff->after, come, j, after),
			};
		i++;
		j++;
	}
	return (cp_changes){changes.at, changes.len};
}

cp_changes cp_diff(cp_arena *arena, cp_str before, cp_str after)
{
	struct diff diff = begin(arena, before, after);
	size_t longer =
		diff.before_len > diff.after_len ? diff.before_len : diff.after_len;
	size_t shorter = diff.before_len + diff.after_len - longer;
	if (longer - shorter > MOST_EDITS) {
		mark_all(&diff);
		return collect(&diff, before, after);
	}
	int *reach[MOST_EDITS + 1];
	int edits = search(&diff, reach);
	if (edits > MOST_EDITS)
		mark_all(&diff);
	else
		mark(&diff, reach, edits);
	return collect(&diff, before, after);
}

/* ---- In one line ---- */

static void put_line(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len; i++)
		cp_buf_putc(out, text.at[i] == '\n' ? ' ' : text.at[i]);
}

static void put_part(cp_buf *out, cp_str text, cp_span span)
{
	cp_str part = cp_str_part(text, span.start, span.end);
	cp_str shown = cp_utf8_head(part, LONGEST);
	put_line(out, shown);
	cp_buf_puts(out, shown.len < part.len ? "…" : "");
}

/* What is the same before, between and after changes, cut to what is next to them. */
static void put_same(cp_buf *out, cp_str same, bool first, bool last)
{
	if (same.len <= (first || last ? AROUND : 2 * AROUND)) {
		put_line(out, same);
		return;
	}
	if (!first)
		put_line(out, cp_words_head(same, AROUND));
	cp_buf_puts(out, "…");
	if (!last)
		put_line(out, cp_words_tail(same, AROUND));
}

static void put_change(cp_buf *out, cp_str before, cp_str after, const cp_change *change)
{
	bool added = change->before.start == change->before.end, at_end;
	at_end = added && change->before.start == before.len;
	cp_buf_puts(out, at_end && out->len ? " [" : "[");
	put_part(out, before, change->before);
	cp_buf_puts(out, "→");
	put_part(out, after, change->after);
	cp_buf_puts(out, added && !at_end ? "] " : "]");
}

void cp_diff_write(cp_buf *out, cp_str before, cp_str after)
{
	cp_arena arena = {0};
	cp_changes changes = cp_diff(&arena, before, after);
	size_t at = 0, i = 0;
	for (; i < changes.len && i < MOST_SHOWN; i++) {
		const cp_change *change = &changes.at[i];
		put_same(out, cp_str_part(before, at, change->before.start), i == 0,
			false);
		put_change(out, before, after, change);
		at = change->before.end;
	}
	size_t end = i < changes.len ? changes.at[i].before.start : before.len;
	if (changes.len)
		put_same(out, cp_str_part(before, at, end), false, true);
	else
		put_part(out, before, (cp_span){0, before.len});
	cp_buf_puts(out, i < changes.len ? "…" : "");
	cp_arena_clear(&arena);
}
