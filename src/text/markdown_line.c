#include "text/markdown_line.h"

#include <stdint.h>

enum {
	MOST_OPEN = 8, /* emphasis in one another; more stays as it is */
	LONGEST_TARGET = 2000,
	LONGEST_RUN = 3, /* of "*", "_" and backticks */
};

/* A sign that was looked for ahead: where it is next, so that it is looked for once. */
struct ahead {
	size_t from, at; /* looked from here, less one, found there; SIZE_MAX: nowhere */
};

struct open_mark {
	size_t index; /* of the mark */
	char sign;    /* "*", "_", "[" */
	size_t len;   /* how many of them */
};

struct reader {
	cp_arena *arena;
	cp_marks *marks;
	cp_buf *text;
	cp_str line;
	struct open_mark open[MOST_OPEN];
	size_t opened;
	size_t link_end, link_after; /* the "]" of the open link, what follows its ")" */
	struct ahead closers[2][LONGEST_RUN], ticks[LONGEST_RUN], links;
};

static size_t start_mark(struct reader *reader, const char *kind, cp_str target)
{
	*cp_push(reader->arena, reader->marks) = (cp_mark){
		.kind = cp_str_of(kind),
		.start = reader->text->len,
		.target = target.len ? cp_str_copy(reader->arena, target) : (cp_str){0},
	};
	return reader->marks->len - 1;
}

static void end_mark(struct reader *reader, size_t index)
{
	reader->marks->at[index].end = reader->text->len;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A letter or digit, or part of one beyond ASCII. */
static bool is_word(cp_str line, size_t i)
{
	if (i >= line.len)
		return false;
	char c = line.at[i];
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		|| (unsigned char)c >= 0x80;
}

static size_t run_len(cp_str line, size_t i)
{
	size_t end = i;
	while (end < line.len && line.at[end] == line.at[i])
		end++;
	return end - i;
}

static bool may_close(cp_str line, size_t i, size_t len)
{
	return i > 0 && !is_blank(line.at[i - 1])
		&& (line.at[i] == '*' || !is_word(line, i + len));
}

static bool may_open(cp_str line, size_t i, size_t len)
{
	return i + len < line.len && !is_blank(line.at[i + len])
		&& (line.at[i] == '*' || i == 0 || !is_word(line, i - 1));
}

/* The next run of exactly `len` such signs from `i` on; of "*" and "_", one that may close. */
static size_t find_run(struct ahead *ahead, cp_str line, char sign, size_t len, size_t i)
{
	if (ahead->from && ahead->from <= i + 1 && ahead->at >= i)
		return ahead->at;
	ahead->from = i + 1;
	ahead->at = SIZE_MAX;
	while (i < line.len) {
		size_t run = line.at[i] == sign ? run_len(line, i) : 0;
		if (run == len && (sign == '`' || may_close(line, i, len))) {
			ahead->at = i;
			break;
		}
		i += run + !run;
	}
	return ahead->at;
}

static size_t find_link(struct reader *reader, size_t i)
{
	struct ahead *ahead = &reader->links;
	if (ahead->from && ahead->from <= i + 1 && ahead->at >= i)
		return ahead->at;
	ahead->from = i + 1;
	ahead->at = SIZE_MAX;
	for (; i + 1 < reader->line.len && ahead->at == SIZE_MAX; i++)
		if (reader->line.at[i] == ']' && reader->line.at[i + 1] == '(')
			ahead->at = i;
	return ahead->at;
}

/* From the byte after "(", the target and the byte after ")"; SIZE_MAX: it is none. */
static size_t read_target(cp_str line, size_t i, cp_str *target)
{
	size_t start = i, end = SIZE_MAX, depth = 0;
	size_t most =
		start + LONGEST_TARGET < line.len ? start + LONGEST_TARGET : line.len;
	for (; i < most; i++) {
		char c = line.at[i];
		if (c == ')' && !depth--)
			break;
		depth += c == '(';
		if (is_blank(c) && end == SIZE_MAX)
			end = i;
	}
	*target = cp_str_part(line, start, end < i ? end : i);
	return i < most ? i + 1 : SIZE_MAX;
}

static void close_inline(struct reader *reader, size_t count)
{
	while (reader->opened > count)
		end_mark(reader, reader->open[--reader->opened].index);
}

static void open_inline(
	struct reader *reader, const char *kind, char sign, size_t len, cp_str target)
{
	reader->open[reader->opened++] = (struct open_mark){
		.index = start_mark(reader, kind, target), .sign = sign, .len = len};
}

/* How much of the line was used up; 0: it is no markup. So are those below. */
static size_t read_link(struct reader *reader, size_t i)
{
	cp_str line = reader->line, target;
	size_t end = find_link(reader, i);
	if (end == SIZE_MAX || reader->link_end != SIZE_MAX || reader->opened == MOST_OPEN
		|| memchr(line.at + i + 1, '[', end - i))
		return 0;
	size_t after = read_target(line, end + 2, &target);
	if (after == SIZE_MAX)
		return 0;
	reader->link_end = end;
	reader->link_after = after;
	open_inline(reader, "link", '[', 1, target);
	return 1;
}

/* "![alt](source)": the words that stand for the picture. */
static size_t read_image(struct reader *reader, size_t i)
{
	cp_str line = reader->line, source;
	if (i + 1 >= line.len || line.at[i + 1] != '[')
		return 0;
	size_t end = find_link(reader, i);
	size_t after = end == SIZE_MAX ? SIZE_MAX : read_target(line, end + 2, &source);
	if (after == SIZE_MAX || after > reader->link_end
		|| memchr(line.at + i + 2, '[', end - i - 1))
		return 0;
	cp_buf_put(reader->text, cp_str_part(line, i + 2, end));
	return after - i;
}

static size_t read_emphasis(struct reader *reader, size_t i)
{
	cp_str line = reader->line;
	char sign = line.at[i];
	size_t len = run_len(line, i);
	if (len > LONGEST_RUN)
		return 0;
	for (size_t k = reader->opened; may_close(line, i, len) && k-- > 0;) {
		if (reader->open[k].sign == '[')
			break;
		if (reader->open[k].sign != sign || reader->open[k].len != len)
			continue;
		close_inline(reader, k);
		return len;
	}
	size_t end = find_run(
		&reader->closers[sign == '_'][len - 1], line, sign, len, i + len + 1);
	if (!may_open(line, i, len) || end == SIZE_MAX || end > reader->link_end
		|| reader->opened == MOST_OPEN)
		return 0;
	open_inline(reader, "emphasis", sign, len, (cp_str){0});
	return len;
}

static size_t read_code(struct reader *reader, size_t i)
{
	cp_str line = reader->line;
	size_t len = run_len(line, i);
	if (len > LONGEST_RUN)
		return 0;
	size_t end = find_run(&reader->ticks[len - 1], line, '`', len, i + len);
	if (end == SIZE_MAX || end > reader->link_end)
		return 0;
	cp_str code = cp_str_part(line, i + len, end);
	/* One space at each end only keeps backticks of the code apart. */
	if (code.len > 2 && code.at[0] == ' ' && code.at[code.len - 1] == ' ')
		code = cp_str_part(code, 1, code.len - 1);
	size_t mark = start_mark(reader, "code", (cp_str){0});
	cp_buf_put(reader->text, code);
	end_mark(reader, mark);
	return end + len - i;
}

static bool is_address(cp_str text)
{
	return cp_str_starts(text, CP_LIT("http://"))
		|| cp_str_starts(text, CP_LIT("https://"));
}

/* An address as it is, or between "<" and ">". Punctuation after it is not part of it. */
static size_t read_address(struct reader *reader, size_t i)
{
	cp_str line = reader->line;
	bool angled = line.at[i] == '<';
	size_t start = i + angled, end = start;
	if (!is_address(cp_str_part(line, start, line.len)) || (i && is_word(line, i - 1))
		|| reader->link_end != SIZE_MAX)
		return 0;
	while (end < line.len && !strchr(" \t<>\"", line.at[end]))
		end++;
	if (angled && (end == line.len || line.at[end] != '>'))
		return 0;
	while (!angled && strchr(".,;:!?)'*_]", line.at[end - 1]))
		end--;
	cp_str address = cp_str_part(line, start, end);
	size_t mark = start_mark(reader, "link", address);
	cp_buf_put(reader->text, address);
	end_mark(reader, mark);
	return end + angled - i;
}

static size_t read_escape(struct reader *reader, size_t i)
{
	cp_str line = reader->line;
	if (i + 1 == line.len)
		return 1; /* a hard line break */
	char c = line.at[i + 1];
	if (!strchr("\\`*_{}[]()#+-.!<>~|^\"'&/:", c))
		return 0;
	cp_buf_putc(reader->text, c);
	return 2;
}

static size_t read_reference(struct reader *reader, size_t i)
{
	static const struct {
		cp_str name;
		const char *text;
	} references[] = {
		{{"&gt;", 4}, ">"},
		{{"&lt;", 4}, "<"},
		{{"&amp;", 5}, "&"},
		{{"&quot;", 6}, "\""},
		{{"&#39;", 5}, "'"},
		{{"&nbsp;", 6}, "\xc2\xa0"},
		{{"&#x200B;", 8}, ""},
	};
	cp_str rest = cp_str_part(reader->line, i, reader->line.len);
	for (size_t k = 0; k < sizeof references / sizeof *references; k++)
		if (cp_str_starts(rest, references[k].name)) {
			cp_buf_puts(reader->text, references[k].text);
			return references[k].name.len;
		}
	return 0;
}

static size_t read_markup(struct reader *reader, size_t i)
{
	switch (reader->line.at[i]) {
	case '\\':
		return read_escape(reader, i);
	case '`':
		return read_code(reader, i);
	case '*':
	case '_':
		return read_emphasis(reader, i);
	case '[':
		return read_link(reader, i);
	case '!':
		return read_image(reader, i);
	case '<':
	case 'h':
		return read_address(reader, i);
	case '&':
		return read_reference(reader, i);
	default:
		return 0;
	}
}

static size_t plain_len(cp_str line, size_t i)
{
	/* Runs are one piece, so that the rest of one is not taken for a shorter one. */
	if (strchr("*_`", line.at[i]))
		return run_len(line, i);
	size_t end = i + 1;
	while (end < line.len && !strchr("\\`*_[!<h&]", line.at[end]))
		end++;
	return end - i;
}

/* The rest of an open link is its target. */
static size_t end_link(struct reader *reader)
{
	while (reader->open[reader->opened - 1].sign != '[')
		close_inline(reader, reader->opened - 1);
	close_inline(reader, reader->opened - 1);
	reader->link_end = SIZE_MAX;
	return reader->link_after;
}

void cp_markdown_put_line(cp_arena *arena, cp_marks *marks, cp_buf *text, cp_str line)
{
	struct reader reader = {.arena = arena,
		.marks = marks,
		.text = text,
		.line = line,
		.link_end = SIZE_MAX};
	for (size_t i = 0; i < line.len;) {
		if (i == reader.link_end) {
			i = end_link(&reader);
			continue;
		}
		size_t used = read_markup(&reader, i);
		if (!used) {
			used = plain_len(line, i);
			cp_buf_put(text, cp_str_part(line, i, i + used));
		}
		i += used;
	}
	close_inline(&reader, 0);
}
