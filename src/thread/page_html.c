/* Saved HTML pages with comments: what they say of themselves (schema.org in microdata and
 * JSON-LD), the classes and ids of WordPress and its themes, and at last any lists of signed
 * and dated entries. The first of these that finds comments is believed. */
#include "thread/page_html.h"

#include "text/find.h"
#include "thread/address.h"
#include "thread/page_date.h"
#include "thread/time.h"

/* ---- Looking for elements ---- */

bool cp_selects(const cp_html *html, uint32_t node, const cp_selector *selector)
{
	cp_str name = html->nodes.at[node].name;
	if (!name.at || (selector->name && !cp_str_is(name, selector->name)))
		return false;
	if (!selector->attribute)
		return true;
	return html->nodes.at[node].count
		&& (selector->word
				? cp_html_has_word(
					html, node, selector->attribute, selector->word)
				: cp_html_attribute_of(html, node, selector->attribute).at
					!= NULL);
}

static bool is_left_out(const cp_html_page *page, uint32_t node, uint32_t root)
{
	return node != root && (page->entry[node] || page->html->nodes.at[node].left_out);
}

uint32_t cp_html_find(const cp_html_page *page, uint32_t root,
	const cp_selector *selectors, size_t count)
{
	const cp_html *html = page->html;
	uint32_t found = CP_NONE, end = html->nodes.at[root].end;
	for (uint32_t i = root; i < end;) {
		if (is_left_out(page, i, root)) {
			i = html->nodes.at[i].end;
			continue;
		}
		for (size_t s = 0; s < count; s++)
			if (cp_selects(html, i, &selectors[s])) {
				found = i;
				count = s; /* from here on only better ones */
			}
		i++;
	}
	return found;
}

void cp_html_leave_out(
	cp_html_page *page, uint32_t root, const cp_selector *selectors, size_t count)
{
	cp_html *html = page->html;
	uint32_t end = html->nodes.at[root].end;
	for (uint32_t i = root + 1; i < end;) {
		for (size_t s = 0; s < count; s++)
			if (cp_selects(html, i, &selectors[s]))
				html->nodes.at[i].left_out = true;
		bool skip = html->nodes.at[i].left_out || page->entry[i];
		i = skip ? html->nodes.at[i].end : i + 1;
	}
}

/* ---- Their texts ---- */

cp_str cp_html_keep(const cp_html_page *page, cp_str text)
{
	return text.len ? cp_str_copy(page->import->arena, text) : (cp_str){0};
}

cp_str cp_html_line(const cp_html_page *page, uint32_t node)
{
	cp_rich rich;
	cp_html_text(page->import->arena, page->html, node, CP_HTML_FLOW, &rich);
	char *line = (char *)cp_str_copy(page->import->arena, rich.text).at;
	for (size_t i = 0; i < rich.text.len; i++)
		if (line[i] == '\n' || line[i] == '\t')
			line[i] = ' ';
	return (cp_str){line, rich.text.len};
}

static bool has_digit(cp_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] >= '0' && text.at[i] <= '9')
			return true;
	return false;
}

cp_str cp_html_date_in(const cp_html_page *page, cp_str line)
{
	enum { LONGEST = 120 };
	cp_buf iso = {0};
	while (line.len && line.at[line.len - 1] <= ' ' && line.at[line.len - 1] > 0)
		line.len--;
	if (line.len <= LONGEST)
		cp_page_date(line, &iso);
	cp_str time = cp_html_keep(page, cp_buf_str(&iso));
	cp_buf_clear(&iso);
	return time;
}

cp_str cp_html_time(const cp_html_page *page, uint32_t node, bool *odd)
{
	static const char *const attributes[] = {"datetime", "content", "title"};
	*odd = false;
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		cp_str value = cp_html_attribute_of(page->html, node, attributes[i]);
		cp_str time = cp_time_of_text(page->import->arena, value);
		if (time.len)
			return time;
	}
	cp_str line = cp_html_line(page, node);
	cp_str time = cp_html_date_in(page, line);
	*odd = !time.len && has_digit(line);
	return time.len ? time : *odd ? line : (cp_str){0};
}

cp_place cp_html_place(const cp_html_page *page, uint32_t node)
{
	cp_source *source = page->import->page->source;
	size_t at = page->html->nodes.at[node].at;
	at = at < source->text.len ? at : source->text.len;
	while (at && source->text.at[at - 1] != '<')
		at--;
	at -= at > 0;
	return cp_place_bytes(source, at, at + (at < source->text.len));
}

/* ---- What is not in the thread ---- */

static void report_unsigned(cp_html_page *page)
{
	size_t count = 0, all = page->thread->found.len;
	cp_place place = {0};
	for (size_t i = 0; i < all; i++) {
		const cp_found *found = &page->thread->found.at[i];
		if (found->comment.author.at)
			continue;
		place = count++ ? place : found->place;
	}
	if (count)
		cp_diag_add(page->import->diags, CP_UNRESOLVED, place,
			"%zu of %zu comment%s no author", count, all,
			all == 1 ? " names" : "s name");
}

static size_t count_words(cp_str text)
{
	size_t words = 0;
	for (size_t i = 0; i < text.len; i++)
		words += text.at[i] != ' ' && (i == 0 || text.at[i - 1] == ' ');
	return words;
}

static void report_rest(cp_html_page *page)
{
	for (size_t i = 0; i < page->list.len; i++)
		page->html->nodes.at[page->list.at[i]].left_out = true;
	size_t words = count_words(cp_html_line(page, 0));
	if (words)
		cp_diag_add(page->import->diags, CP_LEFT_OUT, cp_html_place(page, 0),
			"left out: %zu word%s of the page around the article and the "
			"comments",
			words, words == 1 ? "" : "s");
	if (page->pings)
		cp_diag_add(page->import->diags, CP_LEFT_OUT, cp_html_place(page, 0),
			"left out: %zu note%s of pages that link here", page->pings,
			page->pings == 1 ? "" : "s");
	if (page->odd_times)
		cp_diag_add(page->import->diags, CP_UNRESOLVED, cp_html_place(page, 0),
			"%zu time%s not in a form that is known: in the thread as on "
			"the page",
			page->odd_times, page->odd_times == 1 ? " is" : "s are");
}

/* Long threads are cut into pages, which link to one another. */
static void report_other_pages(cp_html_page *page)
{
	for (uint32_t i = 0; i < page->html->nodes.len; i++) {
		cp_str link = cp_html_attribute_of(page->html, i, "href");
		if (cp_find_bytes(link, CP_LIT("comment-page-"), 0) == SIZE_MAX
			|| cp_find_bytes(link, CP_LIT("#comment-"), 0) != SIZE_MAX
			|| !cp_str_is(page->html->nodes.at[i].name, "a"))
			continue;
		cp_diag_add(page->import->diags, CP_NOT_LOADED, cp_html_place(page, i),
			"the page links to more comments, on \"%.*s\"", CP_FMT(link));
		return;
	}
}

/* ---- Who answers whom, where the page does not nest ---- */

static cp_place place_of(const cp_html_page *page, const cp_comment *comment)
{
	uint32_t found = cp_map_find(&page->thread->by_source, comment->source_id);
	return found == CP_NONE ? cp_html_place(page, 0)
				: page->thread->found.at[found].place;
}

static void link_by_address(cp_html_page *page)
{
	cp_thread *thread = page->thread->thread;
	cp_addresses addresses = cp_thread_addresses(page->import->arena, thread);
	for (size_t i = 0; i < addresses.list.len; i++) {
		const cp_address *address = &addresses.list.at[i];
		cp_comment *comment = &thread->comments.at[address->comment];
		if (address->answers == CP_NONE || comment->reply != CP_NONE)
			continue;
		comment->reply = address->answers;
		comment->reply_to = thread->comments.at[address->answers].id;
		if (cp_import_may_report(page->import))
			cp_diag_add(page->import->diags, CP_GUESSED,
				place_of(page, comment),
				"%.*s addresses %.*s, which is taken for a reply to %.*s",
				CP_FMT(comment->id), CP_FMT(address->name),
				CP_FMT(comment->reply_to));
	}
}

static void drop_invented_names(cp_thread *thread)
{
	for (size_t i = 0; i < thread->comments.len; i++)
		if (cp_str_starts(thread->comments.at[i].source_id, CP_LIT(" ")))
			thread->comments.at[i].source_id = (cp_str){0};
}

/* ---- The page ---- */

static bool starts_tag(cp_str text, const char *name)
{
	size_t len = strlen(name);
	for (size_t i = 0; i < len; i++)
		if (i >= text.len || (text.at[i] | 0x20) != name[i])
			return false;
	return true;
}

bool cp_page_html_recognise(const cp_page *page)
{
	static const char *const tags[] = {"html", "head", "body", "!doctype html"};
	enum { HEAD = 4096 };
	cp_str text = page->source->text;
	if (cp_page_first(page) != '<')
		return false;
	for (size_t i = 0; i < text.len && i < HEAD; i++)
		for (size_t t = 0; text.at[i] == '<' && t < 4; t++)
			if (starts_tag(cp_str_part(text, i + 1, text.len), tags[t]))
				return true;
	return false;
}

static void report_fault(cp_html_page *page)
{
	uint32_t last = (uint32_t)page->html->nodes.len - 1;
	cp_diag_add(page->import->diags, CP_LEFT_OUT, cp_html_place(page, last),
		"left out: what comes after this: %s", page->html->fault);
}

/* Some pages have only their first comments as JSON-LD: then those that show count. */
static void prefer_shown(cp_html_page *page)
{
	cp_html_find_classes(page);
	if (page->list.len <= page->thread->found.len)
		return;
	page->thread->found.len = 0;
	page->thread->by_source = (cp_map){0};
	page->nested = false;
}

static void find_comments(cp_html_page *page)
{
	cp_html_find_microdata(page);
	if (!page->list.len) {
		cp_html_read_ld_json(page);
		prefer_shown(page);
	}
	if (page->thread->found.len)
		return;
	if (!page->list.len)
		cp_html_find_lists(page);
	cp_html_read_entries(page);
}

bool cp_page_html_read(cp_import *import)
{
	cp_html_page page = {.import = import};
	page.html = cp_html_parse(import->arena, import->page->source->text);
	page.entry = CP_NEW_ARRAY(import->arena, bool, page.html->nodes.len);
	page.thread = cp_import_thread(import, CP_LIT("page"));
	if (page.html->fault)
		report_fault(&page);
	find_comments(&page);
	if (!page.thread->found.len)
		return false;
	report_unsigned(&page);
	cp_html_read_article(&page);
	report_rest(&page);
	report_other_pages(&page);
	cp_import_settle(import, page.thread);
	if (!page.nested)
		link_by_address(&page);
	drop_invented_names(page.thread->thread);
	return true;
}
