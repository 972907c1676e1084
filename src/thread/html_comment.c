/* From an element with a comment to the comment: who wrote it, when, what, and in answer to
 * which other one. */
#include "thread/page_html.h"

#include "text/find.h"
#include "thread/page_date.h"

enum { LONGEST_NAME = 120, DEEPEST = 64 };

static const cp_selector authors[] = {
	{NULL, "itemprop", "author"},
	{NULL, "itemprop", "creator"},
	{NULL, "class", "fn"},
	{NULL, "class", "comment-author-name"},
	{NULL, "class", "comment-author"},
	{NULL, "class", "comment_author"},
	{NULL, "class", "commentauthor"},
	{NULL, "class", "commenter"},
	{NULL, "class", "author"},
	{NULL, "class", "username"},
	{NULL, "rel", "author"},
	{"cite", NULL, NULL},
};

static const cp_selector times[] = {
	{"time", "datetime", NULL},
	{NULL, "itemprop", "datecreated"},
	{NULL, "itemprop", "datepublished"},
	{NULL, "itemprop", "commenttime"},
	{"abbr", "class", "published"},
	{"time", NULL, NULL},
	{NULL, "class", "comment-date"},
	{NULL, "class", "comment-time"},
	{NULL, "class", "comment-metadata"},
	{NULL, "class", "commentmetadata"},
	{NULL, "class", "comment-meta"},
	{NULL, "class", "comment_meta"},
	{NULL, "class", "date"},
	{NULL, "class", "time"},
};

static const cp_selector texts[] = {
	{NULL, "itemprop", "text"},
	{NULL, "itemprop", "commenttext"},
	{NULL, "class", "comment-content"},
	{NULL, "class", "comment_content"},
	{NULL, "class", "comment-text"},
	{NULL, "class", "comment_text"},
	{NULL, "class", "commenttext"},
	{NULL, "class", "contenttext"},
	{NULL, "class", "comment-entry"},
};

/* What stands in comments and is none of their text. */
static const cp_selector furniture[] = {
	{NULL, "class", "reply"},
	{NULL, "class", "comment-reply-link"},
	{NULL, "class", "comment-edit-link"},
	{NULL, "class", "comment-actions"},
	{NULL, "class", "comment-likes"},
	{NULL, "class", "comment-author"},
	{NULL, "class", "comment-meta"},
	{NULL, "class", "commentmetadata"},
	{NULL, "class", "comment-metadata"},
	{NULL, "class", "comment-awaiting-moderation"},
	{NULL, "class", "avatar"},
	{NULL, "class", "says"},
	{NULL, "class", "sharedaddy"},
	{NULL, "id", "respond"},
	{"form", NULL, NULL},
	{"header", NULL, NULL},
	{"nav", NULL, NULL},
};

/* ---- Who ---- */

static char to_small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool starts_with(cp_str text, cp_str start)
{
	size_t i = 0;
	while (i < start.len && i < text.len && to_small(text.at[i]) == start.at[i])
		i++;
	return i == start.len;
}

/* What themes in English and German put around a name. */
static cp_str trim_name(cp_str name)
{
	static const char *const starts[] = {" ", "comment by ", "posted by ", "by ",
		"view all posts by ", "kommentar von ", "\xc2\xa0", "—", "–", "|"};
	static const char *const ends[] = {" ", ",", ":", "|", "-", "–", "—", "·", "(",
		"\xc2\xa0", " on", " am", " says", " said", " wrote", " sagt", " sagte",
		" schrieb", " schreibt", " meint", " writes"};
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
			if (starts_with(name, cp_str_of(starts[i]))) {
				name = cp_str_part(name, strlen(starts[i]), name.len);
				again = true;
			}
		for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
			cp_str end = cp_str_of(ends[i]);
			if (name.len < end.len
				|| !cp_str_eq(
					cp_str_part(name, name.len - end.len, name.len),
					end))
				continue;
			name.len -= end.len;
			again = true;
		}
	}
	return name;
}

cp_str cp_html_name(const cp_html_page *page, uint32_t node)
{
	return cp_html_keep(page, trim_name(cp_html_line(page, node)));
}

/* In microdata, an author has a name inside. */
static uint32_t find_author(const cp_html_page *page, uint32_t entry)
{
	static const cp_selector names[] = {
		{NULL, "itemprop", "name"}, {NULL, "class", "fn"}};
	uint32_t author = CP_FIND(page, entry, authors);
	uint32_t name = author == CP_NONE ? CP_NONE : CP_FIND(page, author, names);
	return name == CP_NONE ? author : name;
}

/* In "Ann — yesterday at nine", what is not known to be a date is no part of the name. */
static size_t find_dash(cp_str line)
{
	static const char *const dashes[] = {" — ", " – ", " | "};
	size_t first = SIZE_MAX;
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
		size_t at = cp_find_bytes(line, cp_str_of(dashes[i]), 0);
		first = at < first ? at : first;
	}
	return first;
}

/* The line may have the date too: "Comment by Ann — 17.07.2011 @ 13:04". */
static void read_author(cp_html_page *page, uint32_t node, cp_comment *comment)
{
	if (node == CP_NONE)
		return;
	cp_str line = cp_html_attribute_of(page->html, node, "content");
	if (!line.len)
		line = cp_html_line(page, node);
	if (line.len > LONGEST_NAME)
		return;
	cp_buf iso = {0};
	size_t date = cp_page_date(line, &iso);
	if (date != SIZE_MAX) {
		line = cp_str_part(line, 0, date);
		comment->time = cp_html_keep(page, cp_buf_str(&iso));
	}
	cp_buf_clear(&iso);
	size_t dash = date == SIZE_MAX ? find_dash(line) : SIZE_MAX;
	if (dash != SIZE_MAX) {
		comment->time =
			cp_html_keep(page, trim_name(cp_str_part(line, dash, line.len)));
		page->odd_times++;
		line = cp_str_part(line, 0, dash);
	}
	comment->author = cp_html_keep(page, trim_name(line));
}

/* ---- When, where ---- */

static void read_time(cp_html_page *page, uint32_t entry, cp_comment *comment)
{
	bool odd = false;
	uint32_t node = CP_FIND(page, entry, times);
	if (comment->time.len || node == CP_NONE)
		return;
	comment->time = cp_html_time(page, node, &odd);
	page->odd_times += odd;
	page->html->nodes.at[node].left_out = true;
}

/* The address of a comment ends with its name: "https://…#comment-12". */
static void read_address(const cp_html_page *page, uint32_t entry, cp_comment *comment)
{
	const cp_html *html = page->html;
	for (uint32_t i = entry; i < html->nodes.at[entry].end;) {
		if (i != entry && page->entry[i]) {
			i = html->nodes.at[i].end;
			continue;
		}
		cp_str link = cp_html_attribute_of(html, i++, "href");
		size_t name = cp_find_bytes(link, CP_LIT("#"), 0);
		if (name == SIZE_MAX || !cp_str_starts(link, CP_LIT("http"))
			|| !cp_str_eq(cp_str_part(link, name + 1, link.len),
				comment->source_id))
			continue;
		comment->url = link;
		return;
	}
}

/* "comment-12", whatever is put before it; else the id as it is. */
static cp_str name_of(const cp_html_page *page, uint32_t entry)
{
	cp_str id = cp_html_attribute_of(page->html, entry, "id");
	size_t start = cp_find_bytes(id, CP_LIT("comment-"), 0);
	return cp_html_keep(
		page, start == SIZE_MAX ? id : cp_str_part(id, start, id.len));
}

/* ---- What ---- */

static bool is_within(const cp_html *html, uint32_t node, uint32_t outer)
{
	return node != CP_NONE && node >= outer && node < html->nodes.at[outer].end;
}

static void report_moderation(const cp_html_page *page, uint32_t entry)
{
	static const cp_selector notes[] = {
		{NULL, "class", "comment-awaiting-moderation"}};
	uint32_t note = CP_FIND(page, entry, notes);
	if (note != CP_NONE)
		cp_diag_add(page->import->diags, CP_LEFT_OUT, cp_html_place(page, note),
			"left out: the note that a comment waits to be approved");
}

/* A box of the text alone, or else all of the comment but for what is known to be no text. */
static void read_text(
	cp_html_page *page, uint32_t entry, uint32_t author, cp_comment *comment)
{
	cp_html *html = page->html;
	uint32_t node = CP_FIND(page, entry, texts);
	if (node == CP_NONE || is_within(html, author, node))
		node = entry;
	report_moderation(page, entry);
	CP_LEAVE_OUT(page, node, furniture);
	for (uint32_t i = entry + 1; i < html->nodes.at[entry].end; i++)
		if (page->entry[i]) {
			html->nodes.at[i].left_out = true;
			i = html->nodes.at[i].end - 1;
		}
	/* With the line that it stands in: "Comment by …". */
	for (uint32_t i = author; is_within(html, i, node) && i != node;
		i = html->nodes.at[i].parent)
		if (i == author || cp_str_is(html->nodes.at[i].name, "cite"))
			html->nodes.at[i].left_out = true;
	html->nodes.at[entry].left_out = html->nodes.at[node].left_out = false;
	cp_rich rich;
	cp_html_text(page->import->arena, html, node, CP_HTML_FLOW, &rich);
	comment->text = rich.text;
	comment->marks = rich.marks;
}

/* A quotation that says "https://…#comment-12" names the comment. */
static void name_targets(cp_marks *marks)
{
	for (size_t i = 0; i < marks->len; i++) {
		cp_str *target = &marks->at[i].target;
		size_t name = cp_find_bytes(*target, CP_LIT("#comment-"), 0);
		if (name != SIZE_MAX && cp_str_is(marks->at[i].kind, "quotation"))
			*target = cp_str_part(*target, name + 1, target->len);
	}
}

/* ---- In answer to what ---- */

/* The number in the class "depth-2"; 0: there is none. */
static unsigned depth_of(const cp_html *html, uint32_t entry)
{
	cp_str words = cp_html_attribute_of(html, entry, "class");
	size_t at = cp_find_bytes(words, CP_LIT("depth-"), 0);
	unsigned depth = 0;
	for (size_t i = at + 6; at != SIZE_MAX && i < words.len && depth < DEEPEST
		&& words.at[i] >= '0' && words.at[i] <= '9';
		i++)
		depth = depth * 10 + (unsigned)(words.at[i] - '0');
	return depth < DEEPEST ? depth : 0;
}

/* The comment that an entry is inside of. */
static uint32_t outer_entry(const cp_html_page *page, uint32_t entry)
{
	for (uint32_t i = entry; i;) {
		i = page->html->nodes.at[i].parent;
		if (page->entry[i])
			return i;
	}
	return CP_NONE;
}

/* Of each depth, the last comment: one that is deeper by one answers it. */
struct path {
	cp_str names[DEEPEST + 1];
};

static void set_path(struct path *path, unsigned depth, cp_str name)
{
	for (unsigned i = depth; depth && i <= DEEPEST; i++)
		path->names[i] = (cp_str){0};
	path->names[depth] = name;
}

static cp_str parent_of(const cp_html_page *page, const struct path *path, uint32_t entry,
	unsigned depth, const cp_str *names)
{
	uint32_t outer = outer_entry(page, entry);
	if (outer != CP_NONE)
		return names[outer];
	return depth > 1 ? path->names[depth - 1] : (cp_str){0};
}

static bool is_ping(const cp_html *html, uint32_t entry)
{
	return cp_html_has_word(html, entry, "class", "pingback")
		|| cp_html_has_word(html, entry, "class", "trackback");
}

cp_str cp_html_invent_name(const cp_html_page *page)
{
	cp_buf name = {0};
	cp_buf_printf(&name, " %zu", page->thread->found.len + 1);
	return cp_buf_settle(page->import->arena, &name);
}

static void read_entry(cp_html_page *page, uint32_t entry, cp_found *found)
{
	uint32_t author = find_author(page, entry);
	read_author(page, author, &found->comment);
	read_time(page, entry, &found->comment);
	read_address(page, entry, &found->comment);
	read_text(page, entry, author, &found->comment);
	name_targets(&found->comment.marks);
	found->place = cp_html_place(page, entry);
}

void cp_html_read_entries(cp_html_page *page)
{
	cp_str *names = CP_NEW_ARRAY(page->import->arena, cp_str, page->html->nodes.len);
	struct path path = {{{0}}};
	for (size_t i = 0; i < page->list.len; i++) {
		uint32_t entry = page->list.at[i];
		unsigned depth = depth_of(page->html, entry);
		if (is_ping(page->html, entry)) {
			set_path(&path, depth, (cp_str){0});
			page->pings++;
			continue;
		}
		cp_found found = {.inside = CP_NONE};
		names[entry] = name_of(page, entry);
		if (!names[entry].len)
			names[entry] = cp_html_invent_name(page);
		found.comment.source_id = names[entry];
		found.parent = parent_of(page, &path, entry, depth, names);
		read_entry(page, entry, &found);
		page->nested |= found.parent.len > 0;
		set_path(&path, depth, names[entry]);
		cp_import_add(page->import, page->thread, found);
	}
}
