/* The last resort: comments are what stands in a list whose entries each have a date. Of
 * several such lists, the one with the most text is taken. */
#include "thread/page_html.h"

static bool may_be_entry(const cp_html_node *node)
{
	static const char *const names[] = {
		"li", "div", "article", "section", "tr", "dd"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (cp_str_is(node->name, names[i]))
			return true;
	return false;
}

/* The first word of the class, which the entries of a list share. */
static cp_str class_of(const cp_html *html, uint32_t node)
{
	cp_str words = cp_html_attribute_of(html, node, "class");
	size_t end = 0;
	while (end < words.len && words.at[end] > ' ')
		end++;
	return cp_str_part(words, 0, end);
}

static bool are_alike(const cp_html *html, uint32_t a, uint32_t b)
{
	return cp_str_eq(html->nodes.at[a].name, html->nodes.at[b].name)
		&& cp_str_eq(class_of(html, a), class_of(html, b));
}

/* A short text that ends with a date, or a <time>. */
static bool states_date(const cp_html_page *page, uint32_t node)
{
	const cp_html_node *at = &page->html->nodes.at[node];
	return cp_str_is(at->name, "time")
		|| (!at->name.at && cp_html_date_in(page, at->text).len);
}

/* For each node, whether it has a date in it, and how many bytes of text. */
struct measure {
	bool *dated;
	size_t *bytes;
};

static struct measure measure(const cp_html_page *page)
{
	const cp_html *html = page->html;
	struct measure of = {CP_NEW_ARRAY(page->import->arena, bool, html->nodes.len),
		CP_NEW_ARRAY(page->import->arena, size_t, html->nodes.len)};
	for (uint32_t i = (uint32_t)html->nodes.len; i-- > 1;) {
		uint32_t parent = html->nodes.at[i].parent;
		of.dated[i] = of.dated[i] || states_date(page, i);
		of.bytes[i] += html->nodes.at[i].text.len;
		of.dated[parent] = of.dated[parent] || of.dated[i];
		of.bytes[parent] += of.bytes[i];
	}
	return of;
}

/* How many children of a node are entries like the first one; their text goes to `bytes`. */
static size_t count_entries(const cp_html_page *page, const struct measure *of,
	uint32_t list, uint32_t *first, size_t *bytes)
{
	const cp_html *html = page->html;
	size_t count = 0;
	*first = CP_NONE;
	*bytes = 0;
	for (uint32_t i = list + 1; i < html->nodes.at[list].end;
		i = html->nodes.at[i].end) {
		if (!may_be_entry(&html->nodes.at[i]) || !of->dated[i])
			continue;
		if (*first == CP_NONE)
			*first = i;
		if (!are_alike(html, i, *first))
			continue;
		count++;
		*bytes += of->bytes[i];
	}
	return count;
}

void cp_html_find_lists(cp_html_page *page)
{
	const cp_html *html = page->html;
	struct measure of = measure(page);
	uint32_t list = CP_NONE, like = CP_NONE;
	size_t most = 0;
	for (uint32_t i = 0; i < html->nodes.len; i++) {
		uint32_t first;
		size_t bytes;
		if (html->nodes.at[i].name.at && of.dated[i]
			&& count_entries(page, &of, i, &first, &bytes) > 1
			&& bytes > most) {
			list = i;
			like = first;
			most = bytes;
		}
	}
	if (list == CP_NONE)
		return;
	/* Answers stand in lists of such entries in the entries. */
	for (uint32_t i = list + 1; i < html->nodes.at[list].end; i++)
		if (of.dated[i] && html->nodes.at[i].name.at
			&& are_alike(html, i, like)) {
			page->entry[i] = true;
			*cp_push(page->import->arena, &page->list) = i;
		}
	cp_diag_add(page->import->diags, CP_GUESSED, cp_html_place(page, list),
		"a list of %zu dated entries is taken for the comments", page->list.len);
}
