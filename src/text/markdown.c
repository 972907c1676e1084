#include "text/markdown.h"

#include "text/utf8.h"

enum {
	DEEPEST = 20,    /* quotations in one another; more signs than that are dropped */
	MOST_INLINE = 8, /* emphasis in one another; more stays as it is */
	LONGEST_TARGET = 2000,
	LONGEST_RUN = 3, /* of "*", "_" and, less one, backticks */
};

/* A sign that was looked for ahead: where it is next, so that it is looked for once. */
struct ahead {
	size_t from, at; /* looked from here, found there; SIZE_MAX: not in this line */
};

struct inline_mark {
	size_t index; /* of the mark */
	char sign;    /* "*", "_", "[" */
	size_t len;   /* how many of them */
};

struct reader {
	cp_arena *arena;
	cp_rich *rich;
	cp_buf text;
	size_t breaks;          /* line breaks owed before what comes next */
	size_t quotes[DEEPEST]; /* open quotations: their marks … */
	size_t depth, blocks;   /* … how many, and how many of them are [quote]s */
	size_t list, code;      /* the open list and block of code; SIZE_MAX: none */
	char fence;             /* the sign that ends a block of code; 0: the indent */
	size_t fence_len;
	bool blank; /* the last line was empty */
	/* Of the line that is being read: */
	cp_str line;
	struct inline_mark open[MOST_INLINE];
	size_t opened;
	size_t link_end, link_after; /* the "]" of the open link, what follows its ")" */
	struct ahead closers[2][LONGEST_RUN], ticks[LONGEST_RUN], links;
};

/* ---- Marks ---- */

static void owe_breaks(struct reader *reader, size_t count)
{
	if (reader->breaks < count)
		reader->breaks = count;
}

static void settle(struct reader *reader)
{
	for (; reader->breaks; reader->breaks--)
		if (reader->text.len)
			cp_buf_putc(&reader->text, '\n');
}

static size_t start_mark(struct reader *reader, const char *kind, cp_str target)
{
	settle(reader);
	*cp_push(reader->arena, &reader->rich->marks) = (cp_mark){
		.kind = cp_str_of(kind),
		.start = reader->text.len,
		.target = target.len ? cp_str_copy(reader->arena, target) : (cp_str){0},
	};
	return reader->rich->marks.len - 1;
}

static void end_mark(struct reader *reader, size_t index)
{
	reader->rich->marks.at[index].end = reader->text.len;
}

static void end_block(struct reader *reader, size_t *block)
{
	if (*block == SIZE_MAX)
		return;
	end_mark(reader, *block);
	*block = SIZE_MAX;
	owe_breaks(reader, 2);
}

/* Quotations nest, and what else is open is within them. */
static void set_depth(struct reader *reader, size_t depth)
{
	if (depth == reader->depth)
		return;
	end_block(reader, &reader->list);
	end_block(reader, &reader->code);
	owe_breaks(reader, 2);
	while (reader->depth > depth)
		end_mark(reader, reader->quotes[--reader->depth]);
	while (reader->depth < depth && reader->depth < DEEPEST)
		reader->quotes[reader->depth++] =
			start_mark(reader, "quotation", (cp_str){0});
}

static void drop_empty_marks(cp_marks *marks)
{
	size_t kept = 0;
	for (size_t i = 0; i < marks->len; i++)
		if (marks->at[i].end > marks->at[i].start)
			marks->at[kept++] = marks->at[i];
	marks->len = kept;
}

/* ---- Within a line ---- */

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
	reader->open[reader->opened++] = (struct inline_mark){
		.index = start_mark(reader, kind, target), .sign = sign, .len = len};
}

/* How much of the line was used up; 0: it is no markup. So are those below. */
static size_t read_link(struct reader *reader, size_t i)
{
	cp_str line = reader->line, target;
	size_t end = find_link(reader, i);
	if (end == SIZE_MAX || reader->link_end != SIZE_MAX
		|| reader->opened == MOST_INLINE || memchr(line.at + i + 1, '[', end - i))
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
	cp_buf_put(&reader->text, cp_str_part(line, i + 2, end));
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
		|| reader->opened == MOST_INLINE)
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
	cp_buf_put(&reader->text, code);
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
	cp_buf_put(&reader->text, address);
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
	cp_buf_putc(&reader->text, c);
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
			cp_buf_puts(&reader->text, references[k].text);
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

static void put_line(struct reader *reader, cp_str line)
{
	settle(reader);
	reader->line = line;
	reader->link_end = SIZE_MAX;
	memset(reader->closers, 0, sizeof reader->closers);
	memset(reader->ticks, 0, sizeof reader->ticks);
	reader->links = (struct ahead){0};
	for (size_t i = 0; i < line.len;) {
		if (i == reader->link_end) {
			while (reader->open[reader->opened - 1].sign != '[')
				close_inline(reader, reader->opened - 1);
			close_inline(reader, reader->opened - 1);
			i = reader->link_after;
			reader->link_end = SIZE_MAX;
			continue;
		}
		size_t used = read_markup(reader, i);
		if (!used) {
			used = plain_len(line, i);
			cp_buf_put(&reader->text, cp_str_part(line, i, i + used));
		}
		i += used;
	}
	close_inline(reader, 0);
	owe_breaks(reader, 1);
}

/* ---- Lines ---- */

static cp_str skip_blank(cp_str line, size_t most)
{
	size_t i = 0;
	while (i < line.len && i < most && is_blank(line.at[i]))
		i++;
	return cp_str_part(line, i, line.len);
}

/* Without the signs of quotation; how many there were. ">!" hides, and does not quote. */
static size_t read_signs(cp_str *line)
{
	size_t depth = 0;
	for (;; depth++) {
		cp_str rest = skip_blank(*line, 3);
		size_t len = cp_str_starts(rest, CP_LIT("&gt;")) ? 4
			: cp_str_starts(rest, CP_LIT(">"))       ? 1
								 : 0;
		if (!len || (rest.len > len && rest.at[len] == '!'))
			return depth;
		*line = skip_blank(cp_str_part(rest, len, rest.len), 1);
	}
}

/* The length of "- ", "12. " that `line` begins with; 0: it is no item. */
static size_t item_len(cp_str line)
{
	size_t i = 0;
	while (i < line.len && i < 9 && line.at[i] >= '0' && line.at[i] <= '9')
		i++;
	bool number = i > 0 && i < line.len && (line.at[i] == '.' || line.at[i] == ')');
	bool bullet = i == 0 && line.len && strchr("-*+", line.at[0]);
	if ((!number && !bullet) || i + 1 >= line.len || !is_blank(line.at[i + 1]))
		return 0;
	return i + 2;
}

/* "---", "* * *". */
static bool is_rule(cp_str line)
{
	size_t signs = 0;
	for (size_t i = 0; i < line.len; i++) {
		if (is_blank(line.at[i]))
			continue;
		if (!strchr("-*_", line.at[i]) || line.at[i] != line.at[0])
			return false;
		signs++;
	}
	return signs >= 3;
}

static cp_str skip_heading(cp_str line)
{
	size_t signs = 0;
	while (signs < line.len && line.at[signs] == '#')
		signs++;
	if (!signs || signs > 6 || signs == line.len || !is_blank(line.at[signs]))
		return line;
	return skip_blank(cp_str_part(line, signs, line.len), SIZE_MAX);
}

static void put_code_line(struct reader *reader, cp_str line)
{
	settle(reader);
	cp_buf_put(&reader->text, line);
	reader->breaks = 1;
}

/* The line is of the open block of code, or opens or ends one. */
static bool read_code_line(struct reader *reader, cp_str line)
{
	cp_str rest = skip_blank(line, 3);
	size_t run = rest.len && (rest.at[0] == '`' || rest.at[0] == '~')
		? run_len(rest, 0)
		: 0;
	bool in_code = reader->code != SIZE_MAX;
	if (in_code && reader->fence) {
		if (run >= reader->fence_len && rest.at[0] == reader->fence
			&& !skip_blank(cp_str_part(rest, run, rest.len), SIZE_MAX).len)
			end_block(reader, &reader->code);
		else
			put_code_line(reader, line);
		return true;
	}
	if (run >= 3 && !memchr(rest.at + run, '`', rest.len - run)) {
		end_block(reader, &reader->code);
		owe_breaks(reader, reader->text.len ? 2 : 0);
		reader->fence = rest.at[0];
		reader->fence_len = run;
		reader->code = start_mark(reader, "code", (cp_str){0});
		return true;
	}
	bool indented =
		cp_str_starts(line, CP_LIT("    ")) || cp_str_starts(line, CP_LIT("\t"));
	if (!indented || reader->list != SIZE_MAX || (!in_code && !reader->blank))
		return false;
	reader->fence = 0;
	if (!in_code)
		reader->code = start_mark(reader, "code", (cp_str){0});
	put_code_line(reader, cp_str_part(line, line.at[0] == '\t' ? 1 : 4, line.len));
	return true;
}

/* Discourse: [quote="Ann, post:3, topic:87"], and its end. */
static bool read_quote_tag(struct reader *reader, cp_str line)
{
	cp_str rest = skip_blank(line, 3);
	if (cp_str_starts(rest, CP_LIT("[/quote]")) && reader->blocks) {
		set_depth(reader, --reader->blocks);
		return true;
	}
	const char *end = rest.len ? memchr(rest.at, ']', rest.len) : NULL;
	bool tag = cp_str_starts(rest, CP_LIT("[quote]"))
		|| cp_str_starts(rest, CP_LIT("[quote="));
	if (!tag || !end || reader->blocks == DEEPEST)
		return false;
	set_depth(reader, reader->blocks);
	set_depth(reader, ++reader->blocks);
	cp_str target = cp_str_part(rest, 6, (size_t)(end - rest.at));
	while (target.len && strchr("=\"", target.at[0]))
		target = cp_str_part(target, 1, target.len);
	while (target.len && target.at[target.len - 1] == '"')
		target.len--;
	if (target.len)
		reader->rich->marks.at[reader->quotes[reader->depth - 1]].target =
			cp_str_copy(reader->arena, target);
	return true;
}

static void read_blank(struct reader *reader)
{
	if (reader->code != SIZE_MAX && !reader->fence)
		reader->breaks++;
	else
		owe_breaks(reader, 2);
	reader->blank = true;
}

static void read_item(struct reader *reader, cp_str line, size_t len)
{
	if (reader->list == SIZE_MAX)
		reader->list = start_mark(reader, "list", (cp_str){0});
	settle(reader);
	size_t indent = 0;
	while (is_blank(line.at[indent]))
		indent++;
	cp_str sign = cp_str_part(line, 0, indent + len);
	cp_buf_put(&reader->text, cp_str_part(sign, 0, indent));
	if (line.at[indent] >= '0' && line.at[indent] <= '9')
		cp_buf_put(&reader->text, cp_str_part(sign, indent, sign.len - 1));
	else
		cp_buf_putc(&reader->text, '-');
	cp_buf_putc(&reader->text, ' ');
	put_line(reader, skip_blank(cp_str_part(line, sign.len, line.len), SIZE_MAX));
}

/* A line that is neither empty nor code. */
static void read_prose(struct reader *reader, cp_str line)
{
	cp_str rest = skip_blank(line, SIZE_MAX);
	size_t item = item_len(rest);
	if (is_rule(rest)) {
		end_block(reader, &reader->list);
		owe_breaks(reader, 2);
	} else if (item) {
		read_item(reader, line, item);
	} else {
		if (reader->blank && rest.at == line.at)
			end_block(reader, &reader->list);
		put_line(reader, reader->list == SIZE_MAX ? skip_heading(rest) : line);
	}
}

static void read_line(struct reader *reader, cp_str line)
{
	while (line.len
		&& (is_blank(line.at[line.len - 1]) || line.at[line.len - 1] == '\r'))
		line.len--;
	bool fenced = reader->code != SIZE_MAX && reader->fence;
	if (!fenced && read_quote_tag(reader, line)) {
		reader->blank = true;
		return;
	}
	cp_str bare = line;
	size_t depth = reader->blocks + read_signs(&bare);
	if (!fenced || depth < reader->depth)
		set_depth(reader, depth < DEEPEST ? depth : DEEPEST);
	if (!fenced || reader->depth > reader->blocks)
		line = bare;
	if (!line.len && !(reader->code != SIZE_MAX && reader->fence)) {
		read_blank(reader);
		return;
	}
	if (!read_code_line(reader, line)) {
		end_block(reader, &reader->code);
		read_prose(reader, line);
	}
	reader->blank = false;
}

void cp_markdown_read(cp_arena *arena, cp_str markdown, cp_rich *out)
{
	*out = (cp_rich){0};
	struct reader reader = {.arena = arena,
		.rich = out,
		.list = SIZE_MAX,
		.code = SIZE_MAX,
		.blank = true};
	for (size_t i = 0; i < markdown.len;) {
		const char *newline = memchr(markdown.at + i, '\n', markdown.len - i);
		size_t end = newline ? (size_t)(newline - markdown.at) : markdown.len;
		read_line(&reader, cp_str_part(markdown, i, end));
		i = end + 1;
	}
	reader.blocks = 0;
	end_block(&reader, &reader.code);
	end_block(&reader, &reader.list);
	set_depth(&reader, 0);
	drop_empty_marks(&out->marks);
	out->text = cp_buf_settle(arena, &reader.text);
}
