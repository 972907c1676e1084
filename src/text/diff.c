#define _GNU_SOURCE /* memrchr */
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
	struct words old, new;
	size_t start;            /* words at the beginning that are the same */
	size_t old_len, new_len; /* words after those, without the same ones at the end */
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

static bool is_same(const struct diff *diff, size_t old, size_t new)
{
	return cp_str_eq(diff->old.list.at[old].folded, diff->new.list.at[new].folded);
}

static struct diff begin(cp_arena *arena, cp_str old, cp_str new)
{
	struct diff diff = {
		.arena = arena, .old = split(arena, old), .new = split(arena, new)};
	size_t olds = diff.old.list.len, news = diff.new.list.len;
	while (diff.start < olds && diff.start < news
		&& is_same(&diff, diff.start, diff.start))
		diff.start++;
	while (olds > diff.start && news > diff.start
		&& is_same(&diff, olds - 1, news - 1)) {
		olds--;
		news--;
	}
	diff.old_len = olds - diff.start;
	diff.new_len = news - diff.start;
	return diff;
}

/* ---- The shortest way ---- */

/* How far one comes with `edits` edits on each diagonal, old minus new words: after words of
 * the old text. The middle of the array is the diagonal 0. */
typedef int reach[2 * MOST_EDITS + 3];

/* Does the best path to a diagonal come from the one above: is a word of the new put in? */
static bool comes_down(const int *from, int diagonal, int edits)
{
	return diagonal == -edits
		|| (diagonal != edits && from[diagonal - 1] < from[diagonal + 1]);
}

static int run_along(const struct diff *diff, int old, int new)
{
	while ((size_t)old < diff->old_len && (size_t) new < diff->new_len
		&& is_same(diff, diff->start + (size_t)old, diff->start + (size_t) new)) {
		old++;
		new ++;
	}
	return old;
}

/* Fills in how far one comes with each number of edits, until the end is reached. That
 * number; more than MOST_EDITS if it is not. */
static int search(const struct diff *diff, reach *reaches)
{
	int goal = (int)diff->old_len - (int)diff->new_len;
	for (int edits = 0; edits <= MOST_EDITS; edits++) {
		int *at = reaches[edits] + MOST_EDITS + 1;
		const int *from = edits ? reaches[edits - 1] + MOST_EDITS + 1 : at;
		for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
			int old = edits == 0 ? 0
				: comes_down(from, diagonal, edits)
				? from[diagonal + 1]
				: from[diagonal - 1] + 1;
			at[diagonal] = old > (int)diff->old_len
					|| old - diagonal > (int)diff->new_len
				? old
				: run_along(diff, old, old - diagonal);
			if (diagonal == goal && at[diagonal] >= (int)diff->old_len)
				return edits;
		}
	}
	return MOST_EDITS + 1;
}

/* Back along the path that was found. */
static void mark(struct diff *diff, reach *reaches, int edits)
{
	int diagonal = (int)diff->old_len - (int)diff->new_len;
	for (; edits > 0; edits--) {
		const int *from = reaches[edits - 1] + MOST_EDITS + 1;
		bool down = comes_down(from, diagonal, edits);
		diagonal += down ? 1 : -1;
		int old = from[diagonal], new = old - diagonal;
		if (down)
			diff->new.differs[diff->start + (size_t) new] = true;
		else
			diff->old.differs[diff->start + (size_t)old] = true;
	}
}

static void mark_all(struct diff *diff)
{
	for (size_t i = 0; i < diff->old_len; i++)
		diff->old.differs[diff->start + i] = true;
	for (size_t i = 0; i < diff->new_len; i++)
		diff->new.differs[diff->start + i] = true;
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

static cp_changes collect(struct diff *diff, cp_str old, cp_str new)
{
	CP_ARRAY(cp_change) changes = {0};
	size_t i = 0, j = 0;
	while (i < diff->old.list.len || j < diff->new.list.len) {
		size_t from = i, come = j;
		while (i < diff->old.list.len && diff->old.differs[i])
			i++;
		while (j < diff->new.list.len && diff->new.differs[j])
			j++;
		if (i > from || j > come)
			*cp_push(diff->arena, &changes) = (cp_change){
				span_of(&diff->old, from, i, old),
				span_of(&diff->new, come, j, new),
			};
		i++;
		j++;
	}
	return (cp_changes){changes.at, changes.len};
}

cp_changes cp_diff(cp_arena *arena, cp_str old, cp_str new)
{
	struct diff diff = begin(arena, old, new);
	size_t longer = diff.old_len > diff.new_len ? diff.old_len : diff.new_len;
	size_t shorter = diff.old_len + diff.new_len - longer;
	if (longer - shorter > MOST_EDITS) {
		mark_all(&diff);
		return collect(&diff, old, new);
	}
	reach *reaches = CP_NEW_ARRAY(arena, reach, MOST_EDITS + 1);
	int edits = search(&diff, reaches);
	if (edits > MOST_EDITS)
		mark_all(&diff);
	else
		mark(&diff, reaches, edits);
	return collect(&diff, old, new);
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

/* The first, or the last, words of a text that is cut; where no blank parts it, letters. */
static cp_str first_words(cp_str text)
{
	cp_str head = cp_utf8_head(text, AROUND);
	const char *blank = head.len ? memrchr(head.at, ' ', head.len) : NULL;
	return blank ? cp_str_part(head, 0, (size_t)(blank - head.at)) : head;
}

static cp_str last_words(cp_str text)
{
	cp_str tail = cp_utf8_tail(text, AROUND);
	const char *blank = tail.len ? memchr(tail.at, ' ', tail.len) : NULL;
	return blank ? cp_str_part(tail, (size_t)(blank + 1 - tail.at), tail.len) : tail;
}

/* What is the same before, between and after changes, cut to what is next to them. */
static void put_same(cp_buf *out, cp_str same, bool first, bool last)
{
	if (same.len <= (first || last ? AROUND : 2 * AROUND)) {
		put_line(out, same);
		return;
	}
	if (!first)
		put_line(out, first_words(same));
	cp_buf_puts(out, "…");
	if (!last)
		put_line(out, last_words(same));
}

static void put_change(cp_buf *out, cp_str old, cp_str new, const cp_change *change)
{
	bool added = change->old.start == change->old.end, at_end;
	at_end = added && change->old.start == old.len;
	cp_buf_puts(out, at_end && out->len ? " [" : "[");
	put_part(out, old, change->old);
	cp_buf_puts(out, "→");
	put_part(out, new, change->new);
	cp_buf_puts(out, added && !at_end ? "] " : "]");
}

void cp_diff_write(cp_buf *out, cp_str old, cp_str new)
{
	cp_arena arena = {0};
	cp_changes changes = cp_diff(&arena, old, new);
	size_t at = 0, i = 0;
	for (; i < changes.len && i < MOST_SHOWN; i++) {
		const cp_change *change = &changes.at[i];
		put_same(out, cp_str_part(old, at, change->old.start), i == 0, false);
		put_change(out, old, new, change);
		at = change->old.end;
	}
	size_t end = i < changes.len ? changes.at[i].old.start : old.len;
	if (changes.len)
		put_same(out, cp_str_part(old, at, end), false, true);
	else
		put_part(out, old, (cp_span){0, old.len});
	cp_buf_puts(out, i < changes.len ? "…" : "");
	cp_arena_clear(&arena);
}
