#include "text/markdown.h"

#include "text/markdown_line.h"

#include <stdint.h>

enum { DEEPEST = 20 }; /* quotations in one another; more signs than that are dropped */

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

/* ---- Lines ---- */

static void put_line(struct reader *reader, cp_str line)
{
	settle(reader);
	cp_markdown_put_line(reader->arena, &reader->rich->marks, &reader->text, line);
	owe_breaks(reader, 1);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t run_len(cp_str line, size_t i)
{
	size_t end = i;
	while (end < line.len && line.at[end] == line.at[i])
		end++;
	return end - i;
}

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

void cp_buf_put_markdown(cp_buf *out, cp_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t control = cp_control_at(text, i);
		if (!control && strchr("\\`*_[]<>#|~&", text.at[i]))
			cp_buf_putc(out, '\\');
		cp_buf_putc(out, control ? ' ' : text.at[i]);
		i += control > 1;
	}
}
