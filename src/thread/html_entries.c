/* Which elements of a page have a comment each. */
#include "thread/page_html.h"

static uint32_t entry_around(const cp_html_page *page, uint32_t node)
{
	while (node) {
		node = page->html->nodes.at[node].parent;
		if (page->entry[node])
			return node;
	}
	return CP_NONE;
}

static void add_entry(cp_html_page *page, uint32_t node)
{
	page->entry[node] = true;
	*cp_push(page->import->arena, &page->list) = node;
}

/* ---- schema.org in microdata ---- */

static bool is_microdata(const cp_html *html, uint32_t node)
{
	cp_str type = cp_html_attribute_of(html, node, "itemtype");
	return cp_str_ends(type, CP_LIT("schema.org/Comment"))
		|| cp_str_ends(type, CP_LIT("schema.org/UserComments"))
		|| cp_str_ends(type, CP_LIT("schema.org/Answer"));
}

void cp_html_find_microdata(cp_html_page *page)
{
	for (uint32_t i = 0; i < page->html->nodes.len; i++)
		if (page->html->nodes.at[i].count && is_microdata(page->html, i))
			add_entry(page, i);
}

/* ---- WordPress ---- */

/* The number in "comment-12", "li-comment-12" or "div-comment-12"; empty: it is not such. */
static cp_str number_of(cp_str id)
{
	static const char *const starts[] = {"comment-", "li-comment-", "div-comment-"};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		if (!cp_str_starts(id, cp_str_of(starts[i])))
			continue;
		cp_str number = cp_str_part(id, strlen(starts[i]), id.len);
		size_t digits = 0;
		while (digits < number.len && number.at[digits] >= '0'
			&& number.at[digits] <= '9')
			digits++;
		if (digits && digits == number.len)
			return number;
	}
	return (cp_str){0};
}

static bool may_hold_comment(cp_str name)
{
	static const char *const names[] = {
		"li", "div", "article", "section", "dl", "tr", "table"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (cp_str_is(name, names[i]))
			return true;
	return false;
}

static bool has_class_of_comment(const cp_html *html, uint32_t node)
{
	static const cp_selector selectors[] = {
		{"li", "class", "comment"},
		{"li", "class", "pingback"},
		{"li", "class", "trackback"},
		{"article", "class", "comment"},
		{"div", "class", "comment"},
	};
	for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++)
		if (cp_selects(html, node, &selectors[i]))
			return true;
	return false;
}

/* Is there a list between a comment and what is in it? Then that is a comment of its own. */
static bool is_in_list(const cp_html *html, uint32_t node, uint32_t outer)
{
	static const cp_selector lists[] = {
		{"ol", NULL, NULL}, {"ul", NULL, NULL}, {NULL, "class", "children"}};
	for (uint32_t i = html->nodes.at[node].parent; i != outer;
		i = html->nodes.at[i].parent)
		for (size_t s = 0; s < sizeof lists / sizeof *lists; s++)
			if (cp_selects(html, i, &lists[s]))
				return true;
	return false;
}

/* Themes put boxes with the same number, or with none, into one another for one comment. */
static bool is_entry(const cp_html_page *page, uint32_t node)
{
	const cp_html *html = page->html;
	if (!may_hold_comment(html->nodes.at[node].name))
		return false;
	cp_str number = number_of(cp_html_attribute_of(html, node, "id"));
	uint32_t outer = entry_around(page, node);
	if (!number.len && !has_class_of_comment(html, node))
		return false;
	if (outer == CP_NONE)
		return true;
	cp_str around = number_of(cp_html_attribute_of(html, outer, "id"));
	return number.len && around.len ? !cp_str_eq(number, around)
					: is_in_list(html, node, outer);
}

void cp_html_find_classes(cp_html_page *page)
{
	for (uint32_t i = 0; i < page->html->nodes.len; i++)
		if (page->html->nodes.at[i].count && is_entry(page, i))
			add_entry(page, i);
}
