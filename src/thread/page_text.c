/* A blog page saved as plain text: a title, an article, its byline, and the comments as a
 * bulleted list; around them the furniture of the page, and other lists.
 *
 *     Title                             the first line
 *                                       paragraphs of the article
 *     * Jane Doe is …                   the byline; what follows is furniture
 *
 *       • John Roe 8th Aug '10 - 2:57pm an entry, with author and time …
 *
 *         its text                      … indented further than its bullet
 *       • text                          … or without them
 *     Post a Comment                    the first line that is not indented ends the list
 *
 * Nothing is dropped in silence: what is not taken is reported with its place. */
#include "thread/import.h"

#include "text/utf8.h"
#include "thread/address.h"
#include "thread/page_date.h"

enum {
	LONGEST_TITLE = 200,  /* bytes; a longer first line is text */
	LONGEST_HEADER = 120, /* of a line with author and time */
	LONGEST_NAME = 60,
};

struct line {
	size_t start, end; /* bytes, without the line break */
	size_t indent;     /* spaces and tabs before the first character */
	size_t body;       /* first byte after the bullet, if it has one */
	bool blank, bullet;
};

struct list {
	size_t first, end;         /* lines, half-open */
	size_t entries, cut_short; /* how many, and how many end with an ellipsis */
	size_t bytes;
};

struct origin {
	size_t line, column; /* where the text begins, in bytes of the line */
	size_t margin;       /* how far its other lines are indented, at most */
};

struct page {
	cp_arena *arena;
	cp_source *source;
	cp_thread *thread;
	cp_diags *diags;
	CP_ARRAY(struct line) lines;
	CP_ARRAY(struct list) lists;
	CP_ARRAY(struct origin) origins; /* of the text of each comment */
};

/* ---- Lines ---- */

static cp_str line_text(const struct page *page, size_t i)
{
	const struct line *line = &page->lines.at[i];
	return cp_str_part(page->source->text, line->start, line->end);
}

/* The length of the bullet that `text` begins with; 0 if there is none. At the margin, "*"
 * and "-" are no bullets: they open bylines and signatures. */
static size_t bullet_len(cp_str text, size_t indent)
{
	static const char *const bullets[] = {"•", "◦", "▪", "‣", "·", "*", "-", "+"};
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t len = strlen(bullets[i]);
		if (cp_str_starts(text, cp_str_of(bullets[i])) && (indent || len > 1)
			&& text.len > len
			&& (text.at[len] == ' ' || text.at[len] == '\t'))
			return len + 1;
	}
	return 0;
}

static void add_line(struct page *page, size_t start, size_t end)
{
	cp_str text = page->source->text;
	if (end > start && text.at[end - 1] == '\r')
		end--;
	size_t at = start;
	while (at < end && (text.at[at] == ' ' || text.at[at] == '\t'))
		at++;
	size_t bullet = bullet_len(cp_str_part(text, at, end), at - start);
	*cp_push(page->arena, &page->lines) = (struct line){
		.start = start,
		.end = end,
		.indent = at - start,
		.blank = at == end,
		.bullet = bullet > 0,
		.body = at + bullet,
	};
}

static void split_lines(struct page *page)
{
	cp_str text = page->source->text;
	for (size_t start = 0; start < text.len;) {
		const char *newline = memchr(text.at + start, '\n', text.len - start);
		size_t end = newline ? (size_t)(newline - text.at) : text.len;
		add_line(page, start, end);
		start = end + 1;
	}
}

/* ---- Lists ---- */

static bool ends_cut_short(cp_str text)
{
	return text.len > 3
		&& (memcmp(text.at + text.len - 3, "...", 3) == 0
			|| memcmp(text.at + text.len - 3, "…", 3) == 0);
}

static struct list read_list(const struct page *page, size_t first)
{
	struct list list = {.first = first, .end = first};
	size_t indent = page->lines.at[first].indent;
	bool cut_short = false;
	for (size_t i = first; i < page->lines.len; i++) {
		const struct line *line = &page->lines.at[i];
		if (line->blank)
			continue;
		bool entry = line->bullet && line->indent == indent;
		if (!entry && line->indent <= indent)
			break;
		list.cut_short += entry && cut_short;
		list.entries += entry;
		list.bytes += line->end - line->body;
		list.end = i + 1;
		cut_short = ends_cut_short(line_text(page, i));
	}
	list.cut_short += cut_short;
	return list;
}

static void find_lists(struct page *page)
{
	for (size_t i = 0; i < page->lines.len; i++)
		if (page->lines.at[i].bullet) {
			*cp_push(page->arena, &page->lists) = read_list(page, i);
			i = page->lists.at[page->lists.len - 1].end - 1;
		}
}

/* Lists of excerpts are of comments elsewhere. */
static bool is_excerpts(const struct list *list)
{
	return list->cut_short * 2 > list->entries;
}

/* The comments: of the lists that are not excerpts, the one with the most text. */
static const struct list *find_comments(const struct page *page)
{
	const struct list *best = NULL;
	for (size_t i = 0; i < page->lists.len; i++) {
		const struct list *list = &page->lists.at[i];
		if (!is_excerpts(list) && (!best || list->bytes > best->bytes))
			best = list;
	}
	return best;
}

/* ---- Findings ---- */

static cp_place place_of_line(const struct page *page, size_t line)
{
	const struct line *from = &page->lines.at[line];
	return cp_place_bytes(page->source, from->start + from->indent, from->end);
}

static size_t count_lines(const struct page *page, size_t first, size_t end)
{
	size_t count = 0;
	for (size_t i = first; i < end; i++)
		count += !page->lines.at[i].blank;
	return count;
}

static void report_left_out(
	struct page *page, size_t first, size_t end, const char *where)
{
	while (first < end && page->lines.at[first].blank)
		first++;
	size_t count = count_lines(page, first, end);
	if (count)
		cp_diag_add(page->diags, CP_LEFT_OUT, place_of_line(page, first),
			"left out: %zu line%s %s", count, count == 1 ? "" : "s", where);
}

static void report_list(struct page *page, const struct list *list)
{
	const char *noun = list->entries == 1 ? "entry" : "entries";
	cp_place place = place_of_line(page, list->first);
	if (is_excerpts(list)) {
		cp_diag_add(page->diags, CP_LEFT_OUT, place,
			"left out: a list of %zu %s, of which %zu %s cut short: "
			"excerpts from elsewhere",
			list->entries, noun, list->cut_short,
			list->cut_short == 1 ? "is" : "are");
		return;
	}
	cp_diag *diag = cp_diag_add(page->diags, CP_LEFT_OUT, place,
		"left out: a list of %zu %s apart from the comments", list->entries,
		noun);
	cp_diag_hint(page->diags, diag,
		"if it is one of comments, indent what belongs to each further than its "
		"bullet");
}

/* What lies between `first` and `end`: lines, and lists of their own. */
static void report_range(struct page *page, size_t first, size_t end, const char *where)
{
	for (size_t i = 0; i < page->lists.len; i++) {
		const struct list *list = &page->lists.at[i];
		if (list->first < first || list->end > end)
			continue;
		report_left_out(page, first, list->first, where);
		report_list(page, list);
		first = list->end;
	}
	report_left_out(page, first, end, where);
}

/* ---- The article ---- */

/* The name that `text` begins with: words that begin with capitals, before `is` or a comma. */
static cp_str leading_name(cp_str text)
{
	static const char *const verbs[] = {" is ", " was ", " are ", " has ", " works ",
		" writes ", " blogs ", ", "};
	size_t end = SIZE_MAX;
	for (size_t i = 0; i < text.len && i < LONGEST_NAME && end == SIZE_MAX; i++)
		for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
			if (cp_str_starts(
				    cp_str_part(text, i, text.len), cp_str_of(verbs[v])))
				end = i;
	if (end == SIZE_MAX || end == 0)
		return (cp_str){0};
	for (size_t i = 0; i < end;) {
		bool first = i == 0 || text.at[i - 1] == ' ';
		if (first && !cp_is_upper(cp_utf8_next(text, &(size_t){i})))
			return (cp_str){0};
		cp_utf8_next(text, &i);
	}
	return cp_str_part(text, 0, end);
}

/* "* Jane Doe is …": a paragraph that opens with a mark and a name. */
static cp_str byline_author(cp_str text)
{
	static const char *const marks[] = {"* ", "– ", "— ", "- ", "~ "};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cp_str_starts(text, cp_str_of(marks[i])))
			return leading_name(
				cp_str_part(text, strlen(marks[i]), text.len));
	return (cp_str){0};
}

static size_t find_byline(
	const struct page *page, size_t first, size_t end, cp_str *author)
{
	for (size_t i = end; i-- > first;) {
		*author = byline_author(line_text(page, i));
		if (author->len)
			return i;
	}
	return SIZE_MAX;
}

static size_t skip_blank_lines(const struct page *page, size_t i, size_t end)
{
	while (i < end && page->lines.at[i].blank)
		i++;
	return i;
}

/* The lines as text: as they are, without the margin, ended by one newline each. */
static cp_str join_lines(
	struct page *page, size_t first, size_t end, size_t margin, size_t from)
{
	while (end > first && page->lines.at[end - 1].blank)
		end--;
	cp_buf text = {0};
	for (size_t i = first; i < end; i++) {
		const struct line *line = &page->lines.at[i];
		size_t skip = line->indent < margin ? line->indent : margin;
		size_t start = i == first && from ? from : line->start + skip;
		if (i > first)
			cp_buf_putc(&text, '\n');
		if (!line->blank)
			cp_buf_put(
				&text, cp_str_part(page->source->text, start, line->end));
	}
	return cp_buf_settle(page->arena, &text);
}

static void add_comment(struct page *page, cp_comment comment, struct origin origin)
{
	comment.reply = CP_NONE;
	cp_thread_add(page->arena, page->thread, comment);
	*cp_push(page->arena, &page->origins) = origin;
}

static size_t read_title(struct page *page, size_t first, size_t end)
{
	if (first == end
		|| page->lines.at[first].end - page->lines.at[first].start > LONGEST_TITLE
		|| (first + 1 < end && !page->lines.at[first + 1].blank))
		return first;
	page->thread->title = line_text(page, first);
	cp_diag_add(page->diags, CP_GUESSED, place_of_line(page, first),
		"the first line is taken for the title");
	return skip_blank_lines(page, first + 1, end);
}

static void read_article(struct page *page, size_t end)
{
	size_t first = skip_blank_lines(page, 0, end);
	/* Another list before the comments: what is above it is a menu. */
	for (size_t i = 0; i < page->lists.len; i++)
		if (page->lists.at[i].end <= end) {
			report_range(
				page, first, page->lists.at[i].end, "before the article");
			first = skip_blank_lines(page, page->lists.at[i].end, end);
		}
	first = read_title(page, first, end);
	cp_comment article = {.id = CP_LIT("op")};
	size_t byline = find_byline(page, first, end, &article.author);
	size_t text_end = byline == SIZE_MAX ? end : byline;
	article.text = join_lines(page, first, text_end, 0, 0);
	if (byline != SIZE_MAX) {
		article.byline = line_text(page, byline);
		cp_diag_add(page->diags, CP_GUESSED, place_of_line(page, byline),
			"this line is taken for the byline: the article is by %.*s",
			CP_FMT(article.author));
		report_left_out(page, byline + 1, end, "after the byline");
	} else if (article.text.len) {
		cp_diag_add(page->diags, CP_GUESSED, place_of_line(page, first),
			"no byline was found: everything before the comments is taken for the article");
	}
	if (article.text.len)
		add_comment(page, article, (struct origin){.line = first});
}

/* ---- Comments ---- */

static cp_str trim_name(cp_str name)
{
	static const char *const ends[] = {
		" ", ",", "|", "-", "–", "—", "(", " on", " says:", ":"};
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
			size_t len = strlen(ends[i]);
			if (name.len >= len
				&& memcmp(name.at + name.len - len, ends[i], len) == 0) {
				name.len -= len;
				again = true;
			}
		}
	}
	return name;
}

/* A line that ends with a date is the header of its entry: author and time. */
static bool read_header(struct page *page, cp_str line, cp_comment *comment)
{
	cp_buf iso = {0};
	size_t date = line.len <= LONGEST_HEADER ? cp_page_date(line, &iso) : SIZE_MAX;
	cp_str name =
		date == SIZE_MAX ? (cp_str){0} : trim_name(cp_str_part(line, 0, date));
	bool header = date != SIZE_MAX && name.len <= LONGEST_NAME;
	if (header) {
		comment->time = cp_str_copy(page->arena, cp_buf_str(&iso));
		comment->author = name.len ? name : (cp_str){0};
	}
	cp_buf_clear(&iso);
	return header;
}

static size_t least_indent(const struct page *page, size_t first, size_t end)
{
	size_t least = SIZE_MAX;
	for (size_t i = first; i < end; i++)
		if (!page->lines.at[i].blank && page->lines.at[i].indent < least)
			least = page->lines.at[i].indent;
	return least;
}

static void read_entry(struct page *page, size_t first, size_t end, size_t number)
{
	cp_buf id = {0};
	cp_buf_printf(&id, "c%zu", number);
	cp_comment comment = {.id = cp_buf_settle(page->arena, &id)};
	const struct line *bullet = &page->lines.at[first];
	size_t margin = least_indent(page, first + 1, end), from = bullet->body;
	if (read_header(
		    page, cp_str_part(page->source->text, from, bullet->end), &comment)) {
		first = skip_blank_lines(page, first + 1, end);
		from = 0;
	}
	comment.text = join_lines(page, first, end, margin, from);
	add_comment(page, comment,
		(struct origin){.line = first,
			.margin = margin,
			.column = from ? from - bullet->start : margin});
}

static void read_comments(struct page *page, const struct list *list)
{
	size_t indent = page->lines.at[list->first].indent, number = 0;
	for (size_t i = list->first, end; i < list->end; i = end) {
		for (end = i + 1; end < list->end; end++)
			if (page->lines.at[end].bullet
				&& page->lines.at[end].indent == indent)
				break;
		read_entry(page, i, end, ++number);
	}
}

/* ---- Who answers whom ---- */

static cp_place place_of_address(const struct page *page, const cp_address *address)
{
	cp_str text = page->thread->comments.at[address->comment].text;
	struct origin origin = page->origins.at[address->comment];
	size_t start = 0;
	for (size_t i = 0; i < address->start; i++)
		if (text.at[i] == '\n') {
			origin.line++;
			start = i + 1;
		}
	const struct line *line = &page->lines.at[origin.line];
	if (start)
		origin.column =
			line->indent < origin.margin ? line->indent : origin.margin;
	size_t at = line->start + origin.column + address->start - start;
	return cp_place_bytes(page->source, at, at + address->end - address->start);
}

static void report_address(struct page *page, const cp_address *address, bool first)
{
	const cp_comment *comments = page->thread->comments.at;
	const cp_comment *comment = &comments[address->comment];
	cp_place place = place_of_address(page, address);
	if (address->answers == CP_NONE) {
		cp_diag_add(page->diags, CP_UNRESOLVED, place,
			"%.*s addresses %.*s, and no earlier comment can be told to be theirs",
			CP_FMT(comment->id), CP_FMT(address->name));
		return;
	}
	static const char *const reasons[] = {
		[CP_ADDRESS_STATED] = "the latest by that author",
		[CP_ADDRESS_QUOTED] =
			"the only one with the words that are quoted to them",
		[CP_ADDRESS_TURN] = "the one that fits the turns of the conversation",
		[CP_ADDRESS_ONLY] = "the only one left that can be theirs",
	};
	cp_diag_add(page->diags, CP_GUESSED, place,
		"%.*s %saddresses %.*s, which is taken for "
		"%s to %.*s, %s",
		CP_FMT(comment->id), first ? "" : "also ", CP_FMT(address->name),
		first ? "a reply" : "an answer", CP_FMT(comments[address->answers].id),
		reasons[address->reason]);
}

static void link_replies(struct page *page)
{
	cp_addresses addresses = cp_thread_addresses(page->arena, page->thread);
	for (size_t i = 0; i < addresses.list.len; i++) {
		const cp_address *address = &addresses.list.at[i];
		cp_comment *comment = &page->thread->comments.at[address->comment];
		bool first = comment->reply == CP_NONE;
		report_address(page, address, first);
		if (first && address->answers != CP_NONE) {
			comment->reply = address->answers;
			comment->reply_to =
				page->thread->comments.at[address->answers].id;
		}
	}
}

static void report_unsigned(struct page *page, const struct list *list)
{
	cp_buf ids = {0};
	size_t count = 0, line = list->first;
	for (size_t i = 0; i < page->thread->comments.len; i++)
		if (!page->thread->comments.at[i].author.len
			&& !cp_str_is(page->thread->comments.at[i].id, "op")) {
			line = count ? line : page->origins.at[i].line;
			cp_buf_printf(&ids, "%s%.*s", count ? ", " : "",
				CP_FMT(page->thread->comments.at[i].id));
			count++;
		}
	if (count)
		cp_diag_add(page->diags, CP_UNRESOLVED, place_of_line(page, line),
			"%zu of %zu comment%s no author: %s", count, list->entries,
			list->entries == 1 ? " names" : "s name", ids.at);
	cp_buf_clear(&ids);
}

bool cp_page_text_recognise(const cp_page *text)
{
	cp_arena arena = {0};
	struct page page = {.arena = &arena, .source = text->source};
	char first = cp_page_first(text);
	if (first && !strchr("<{[", first)) {
		split_lines(&page);
		find_lists(&page);
	}
	bool found = find_comments(&page) != NULL;
	cp_arena_clear(&arena);
	return found;
}

bool cp_page_text_read(cp_import *import)
{
	struct page page = {.arena = import->arena,
		.source = import->page->source,
		.diags = import->diags};
	split_lines(&page);
	find_lists(&page);
	const struct list *comments = find_comments(&page);
	if (!comments)
		return false;
	page.thread = cp_import_thread(import, (cp_str){0})->thread;
	read_article(&page, comments->first);
	read_comments(&page, comments);
	report_unsigned(&page, comments);
	report_range(&page, comments->end, page.lines.len, "after the comments");
	link_replies(&page);
	return true;
}
