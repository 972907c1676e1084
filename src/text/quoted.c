#include "text/quoted.h"

#include "text/utf8.h"

enum { DEEPEST = 8 }; /* marks open at once; of more, the outer ones are forgotten */

/* Which mark closes which. */
static const struct {
	uint32_t open, close;
} pairs[] = {
	{0x201c, 0x201d}, /* “ ” */
	{0x201e, 0x201c}, /* „ “ */
	{0x201e, 0x201d}, /* „ ” */
	{0x2018, 0x2019}, /* ‘ ’ */
	{0x201a, 0x2018}, /* ‚ ‘ */
	{0x201a, 0x2019}, /* ‚ ’ */
	{0xab, 0xbb},     /* « » */
	{0xbb, 0xab},     /* » « */
	{0x2039, 0x203a}, /* ‹ › */
	{0x203a, 0x2039}, /* › ‹ */
	{0x300c, 0x300d}, /* 「 」 */
	{0x300e, 0x300f}, /* 『 』 */
	{'"', '"'},
	{'\'', '\''},
};

struct open_mark {
	uint32_t mark;
	size_t start, inner; /* bytes, of it and after it */
};

struct finder {
	cp_arena *arena;
	cp_quoted_list *found;
	cp_str text;
	struct open_mark open[DEEPEST];
	size_t depth;
};

/* Within another passage, the outer one is kept: it comes later and begins earlier. */
static void add_passage(struct finder *finder, cp_quoted passage)
{
	while (finder->found->list.len
		&& finder->found->list.at[finder->found->list.len - 1].whole.start
			>= passage.whole.start)
		finder->found->list.len--;
	*cp_push(finder->arena, &finder->found->list) = passage;
}

static uint32_t code_point_before(cp_str text, size_t i)
{
	if (!i)
		return ' ';
	do
		i--;
	while (i && !cp_starts_code_point(text.at[i]));
	return cp_utf8_next(text, &i);
}

static uint32_t code_point_at(cp_str text, size_t i)
{
	return i < text.len ? cp_utf8_next(text, &i) : ' ';
}

static bool is_word_part(uint32_t c)
{
	return cp_is_letter(c) || cp_is_digit(c);
}

static bool is_single(uint32_t mark)
{
	return mark == '\'' || mark == 0x2019 || mark == 0x2018;
}

/* An apostrophe has a letter on both sides, or ends a word where no mark is open. A straight
 * mark closes after a word or its full stop, and opens before one. */
static bool may_close(uint32_t mark, uint32_t before, uint32_t after)
{
	if (is_single(mark) && is_word_part(after))
		return false;
	return (mark != '\'' && mark != '"') || !cp_is_space(before);
}

static bool may_open(uint32_t mark, uint32_t before, uint32_t after)
{
	if (mark == '\'' || mark == '"')
		return !is_word_part(before) && !cp_is_space(after);
	return true;
}

static bool closes(uint32_t mark, uint32_t open)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].open == open && pairs[i].close == mark)
			return true;
	return false;
}

static bool opens(uint32_t mark)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].open == mark)
			return true;
	return false;
}

/* What is open above it was not meant to be closed. */
static bool close_mark(struct finder *finder, uint32_t mark, size_t start, size_t end)
{
	for (size_t d = finder->depth; d-- > 0;)
		if (closes(mark, finder->open[d].mark)) {
			struct open_mark open = finder->open[d];
			finder->depth = d;
			if (start > open.inner)
				add_passage(finder,
					(cp_quoted){
						.span = {open.inner, start},
						.whole = {open.start, end},
						.kind = CP_QUOTED_MARKS,
					});
			return true;
		}
	return false;
}

static void open_mark(struct finder *finder, uint32_t mark, size_t start, size_t end)
{
	if (finder->depth == DEEPEST) {
		memmove(finder->open, finder->open + 1,
			(DEEPEST - 1) * sizeof *finder->open);
		finder->depth--;
	}
	finder->open[finder->depth++] = (struct open_mark){mark, start, end};
}

/* A paragraph of a quotation begins with the mark again. */
static bool goes_on(const struct finder *finder, uint32_t mark, size_t start)
{
	return finder->depth && finder->open[finder->depth - 1].mark == mark && start
		&& finder->text.at[start - 1] == '\n';
}

static void see_mark(struct finder *finder, size_t start, size_t end)
{
	uint32_t mark = code_point_at(finder->text, start);
	uint32_t before = code_point_before(finder->text, start);
	uint32_t after = code_point_at(finder->text, end);
	if (goes_on(finder, mark, start))
		return;
	if (may_close(mark, before, after) && close_mark(finder, mark, start, end))
		return;
	if (opens(mark) && may_open(mark, before, after))
		open_mark(finder, mark, start, end);
}

/* At an empty line nothing stays open, unless the next one repeats the mark. */
static void end_paragraph(struct finder *finder, size_t next)
{
	while (next < finder->text.len && finder->text.at[next] == '\n')
		next++;
	if (!finder->depth
		|| code_point_at(finder->text, next)
			!= finder->open[finder->depth - 1].mark
		|| next == finder->text.len)
		finder->depth = 0;
}

static bool may_be_mark(unsigned char byte)
{
	return byte == '"' || byte == '\'' || byte == 0xc2 || byte == 0xe2
		|| byte == 0xe3;
}

static void find_marks(struct finder *finder, size_t from, size_t to)
{
	cp_str text = finder->text;
	for (size_t i = from; i < to;) {
		size_t start = i;
		if (text.at[i] == '\n' && i + 1 < to && text.at[i + 1] == '\n')
			end_paragraph(finder, i);
		if (!may_be_mark((unsigned char)text.at[i])) {
			i++;
			continue;
		}
		cp_utf8_next(text, &i);
		see_mark(finder, start, i);
	}
	finder->depth = 0;
}

/* ---- Lines ---- */

static size_t line_end(cp_str text, size_t i)
{
	const char *end = memchr(text.at + i, '\n', text.len - i);
	return end ? (size_t)(end - text.at) : text.len;
}

/* Past the ">" marks at the beginning of a line; its beginning, if it has none. */
static size_t skip_line_marks(cp_str text, size_t start, size_t end)
{
	size_t i = start, words = start;
	for (; i < end && (text.at[i] == ' ' || text.at[i] == '>'); i++)
		if (text.at[i] == '>')
			words = i + 1;
	return words == start ? start : i;
}

static bool has_line_mark(cp_str text, size_t start, size_t end)
{
	return skip_line_marks(text, start, end) > start;
}

static const char *const saying[] = {"said", "says", "wrote", "writes", "asked",
	"replied", "claimed", "stated", "schrieb", "schreibt", "sagte", "meinte", "écrit",
	"dit"};

/* Does a line, to its colon, say that somebody said what follows? */
static bool is_attribution(cp_str line)
{
	enum { LONGEST = 80 };
	if (line.len < 2 || line.len > LONGEST || line.at[line.len - 1] != ':')
		return false;
	for (size_t i = 0; i < sizeof saying / sizeof *saying; i++) {
		cp_str verb = cp_str_of(saying[i]);
		size_t at = line.len - 1 - verb.len;
		if (line.len > verb.len + 2 && line.at[at - 1] == ' '
			&& memcmp(line.at + at, verb.at, verb.len) == 0)
			return true;
	}
	return false;
}

static size_t skip_blank_lines(cp_str text, size_t i)
{
	while (i < text.len && (text.at[i] == '\n' || text.at[i] == ' '))
		i++;
	return i;
}

/* "Dom wrote:" on a line of its own: the next paragraph is what he wrote. */
static size_t find_said(struct finder *finder, size_t start, size_t end)
{
	cp_str text = finder->text;
	size_t next = skip_blank_lines(text, end);
	if (next == text.len || !is_attribution(cp_str_part(text, start, end))
		|| has_line_mark(text, next, line_end(text, next))
		|| may_be_mark((unsigned char)text.at[next]))
		return end;
	size_t stop = line_end(text, next);
	add_passage(finder, (cp_quoted){{next, stop}, {start, stop}, CP_QUOTED_SAID});
	return stop;
}

/* Lines with ">" that follow one another, from `start`; where they end. */
static size_t find_lines(struct finder *finder, size_t start)
{
	cp_str text = finder->text;
	size_t end = line_end(text, start), stop = end;
	size_t words = skip_line_marks(text, start, end);
	while (words < end && stop < text.len) {
		size_t next = line_end(text, stop + 1);
		size_t from = skip_line_marks(text, stop + 1, next);
		if (from == stop + 1 || from == next)
			break;
		stop = next;
	}
	if (words < stop)
		add_passage(finder,
			(cp_quoted){{words, stop}, {start, stop}, CP_QUOTED_LINES});
	return stop;
}

cp_quoted_list cp_quoted_find(cp_arena *arena, cp_str text)
{
	cp_quoted_list found = {0};
	struct finder finder = {.arena = arena, .found = &found, .text = text};
	size_t from = 0; /* of what has not been searched for marks */
	for (size_t i = 0; i < text.len;) {
		size_t end = line_end(text, i), stop = end;
		bool lines = has_line_mark(text, i, end);
		if (lines || is_attribution(cp_str_part(text, i, end))) {
			find_marks(&finder, from, i);
			stop = lines ? find_lines(&finder, i)
				     : find_said(&finder, i, end);
			from = stop;
		}
		i = stop + 1;
	}
	if (from < text.len)
		find_marks(&finder, from, text.len);
	return found;
}
