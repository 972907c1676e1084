/* The article that the comments of a page are about. */
#include "thread/page_html.h"

/* Where its text is, the likeliest first. */
static const cp_selector bodies[] = {
	{NULL, "itemprop", "articlebody"},
	{NULL, "class", "entry-content"},
	{NULL, "class", "post-content"},
	{NULL, "class", "article-content"},
	{NULL, "class", "article-body"},
	{NULL, "class", "post-body"},
	{NULL, "class", "post_content"},
	{NULL, "class", "storycontent"},
	{NULL, "class", "entrytext"},
	{NULL, "class", "entry"},
	{"article", NULL, NULL},
	{NULL, "class", "post"},
	{"main", NULL, NULL},
	{NULL, "id", "content"},
};

/* What is in it, and is not part of it. */
static const cp_selector furniture[] = {
	{NULL, "id", "comments"},
	{NULL, "id", "respond"},
	{NULL, "class", "comments-area"},
	{NULL, "class", "commentlist"},
	{NULL, "class", "comment-list"},
	{NULL, "class", "sharedaddy"},
	{NULL, "class", "jp-relatedposts"},
	{NULL, "class", "related-posts"},
	{NULL, "class", "addtoany_share_save_container"},
	{NULL, "class", "navigation"},
	{NULL, "class", "post-navigation"},
	{NULL, "class", "postmetadata"},
	{NULL, "class", "entry-meta"},
	{NULL, "class", "entry-footer"},
	{NULL, "class", "entry-header"},
	{NULL, "class", "entry-title"},
	{NULL, "class", "feedback"},
	{NULL, "class", "wpcnt"},
	{NULL, "class", "post-info"},
	{NULL, "class", "post-meta"},
	{"nav", NULL, NULL},
	{"form", NULL, NULL},
	{"footer", NULL, NULL},
	{"h1", NULL, NULL},
};

static const cp_selector titles[] = {
	{NULL, "class", "entry-title"},
	{NULL, "class", "post-title"},
	{NULL, "class", "storytitle"},
	{NULL, "itemprop", "headline"},
};

static const cp_selector headings[] = {
	{"h1", NULL, NULL}, {"h2", NULL, NULL}, {"h3", NULL, NULL}};

enum { NEAR = 4 }; /* how many elements around the article its heading may be in */

static const cp_selector authors[] = {
	{NULL, "itemprop", "author"},
	{NULL, "rel", "author"},
	{NULL, "class", "author"},
	{NULL, "class", "byline"},
};

static const cp_selector times[] = {
	{NULL, "itemprop", "datepublished"},
	{"time", "class", "published"},
	{"time", "class", "entry-date"},
	{"abbr", "class", "published"},
	{"time", "datetime", NULL},
	{NULL, "class", "entry-date"},
	{NULL, "class", "post-date"},
	{NULL, "class", "date"},
};

/* ---- What the head says ---- */

/* The content of <meta property="…"> or <meta name="…">. */
static cp_str find_meta(const cp_html_page *page, const char *name)
{
	const cp_html *html = page->html;
	for (uint32_t i = 0; i < html->nodes.len; i++) {
		if (!cp_str_is(html->nodes.at[i].name, "meta"))
			continue;
		if (cp_html_has_word(html, i, "property", name)
			|| cp_html_has_word(html, i, "name", name))
			return cp_html_keep(
				page, cp_html_attribute_of(html, i, "content"));
	}
	return (cp_str){0};
}

static cp_str find_head_title(const cp_html_page *page)
{
	static const cp_selector selectors[] = {{"title", NULL, NULL}};
	uint32_t node = CP_FIND(page, 0, selectors);
	return node == CP_NONE ? (cp_str){0}
			       : cp_html_keep(page, cp_html_line(page, node));
}

/* The first heading in the article, or else near it: one far from it is the site's. */
static uint32_t find_heading(const cp_html_page *page, uint32_t body)
{
	uint32_t found = CP_NONE, around = body;
	for (size_t i = 0; i <= NEAR && found == CP_NONE && around; i++) {
		found = CP_FIND(page, around, headings);
		around = page->html->nodes.at[around].parent;
	}
	return found;
}

static cp_str find_title(cp_html_page *page, uint32_t body)
{
	cp_str title = find_meta(page, "og:title");
	uint32_t node = title.len ? CP_NONE : CP_FIND(page, 0, titles);
	if (!title.len && node == CP_NONE && body != CP_NONE) {
		node = find_heading(page, body);
		if (node != CP_NONE)
			page->html->nodes.at[node].left_out = true;
	}
	if (node != CP_NONE)
		title = cp_html_keep(page, cp_html_line(page, node));
	return title.len ? title : find_head_title(page);
}

static cp_str find_url(const cp_html_page *page)
{
	static const cp_selector canonical[] = {{"link", "rel", "canonical"}};
	uint32_t node = CP_FIND(page, 0, canonical);
	cp_str url = node == CP_NONE ? (cp_str){0}
				     : cp_html_attribute_of(page->html, node, "href");
	return url.len ? url : find_meta(page, "og:url");
}

static cp_str find_language(const cp_html_page *page)
{
	static const cp_selector roots[] = {{"html", "lang", NULL}};
	uint32_t node = CP_FIND(page, 0, roots);
	return node == CP_NONE
		? (cp_str){0}
		: cp_html_keep(page, cp_html_attribute_of(page->html, node, "lang"));
}

/* ---- The article ---- */

/* The element with the most text in paragraphs of its own. */
static uint32_t find_paragraphs(const cp_html_page *page)
{
	const cp_html *html = page->html;
	size_t *bytes = CP_NEW_ARRAY(page->import->arena, size_t, html->nodes.len);
	uint32_t best = CP_NONE, paragraph = 0;
	for (uint32_t i = 0; i < html->nodes.len;) {
		const cp_html_node *node = &html->nodes.at[i];
		if (page->entry[i] || node->left_out) {
			i = node->end;
			continue;
		}
		if (cp_str_is(node->name, "p"))
			paragraph = i;
		uint32_t holder = html->nodes.at[paragraph].parent;
		if (!node->name.at && paragraph && i < html->nodes.at[paragraph].end) {
			bytes[holder] += node->text.len;
			if (best == CP_NONE || bytes[holder] > bytes[best])
				best = holder;
		}
		i++;
	}
	return best;
}

/* Index pages and widgets have the same classes, so of those that the best selector finds the
 * one with the most in it is taken. */
static uint32_t find_body(const cp_html_page *page)
{
	const cp_html *html = page->html;
	uint32_t best = CP_FIND(page, 0, bodies);
	if (best == CP_NONE)
		return find_paragraphs(page);
	size_t s = 0;
	while (!cp_selects(html, best, &bodies[s]))
		s++;
	for (uint32_t i = best; i < html->nodes.len; i++)
		if (cp_selects(html, i, &bodies[s]) && !page->entry[i]
			&& html->nodes.at[i].end - i > html->nodes.at[best].end - best)
			best = i;
	return best;
}

static cp_str find_author(const cp_html_page *page)
{
	static const cp_selector names[] = {
		{NULL, "class", "fn"}, {NULL, "itemprop", "name"}};
	cp_str author = find_meta(page, "author");
	uint32_t node = author.len ? CP_NONE : CP_FIND(page, 0, authors);
	uint32_t name = node == CP_NONE ? CP_NONE : CP_FIND(page, node, names);
	if (node != CP_NONE)
		author = cp_html_name(page, name == CP_NONE ? node : name);
	return author;
}

static cp_str find_time(cp_html_page *page)
{
	bool odd = false;
	cp_str time = find_meta(page, "article:published_time");
	uint32_t node = time.len ? CP_NONE : CP_FIND(page, 0, times);
	if (node != CP_NONE)
		time = cp_html_time(page, node, &odd);
	page->odd_times += odd;
	return time;
}

static void read_body(cp_html_page *page, uint32_t body, cp_found *found)
{
	cp_html *html = page->html;
	for (uint32_t i = body; i < html->nodes.at[body].end; i++)
		html->nodes.at[i].left_out |= page->entry[i];
	CP_LEAVE_OUT(page, body, furniture);
	cp_rich rich;
	cp_html_text(page->import->arena, html, body, CP_HTML_FLOW, &rich);
	found->comment.text = rich.text;
	found->comment.marks = rich.marks;
	found->place = cp_html_place(page, body);
	html->nodes.at[body].left_out = true; /* of what is left */
}

void cp_html_read_article(cp_html_page *page)
{
	cp_thread *thread = page->thread->thread;
	uint32_t body = find_body(page);
	thread->title = find_title(page, body);
	thread->url = find_url(page);
	thread->language = find_language(page);
	cp_found found = {.article = true, .inside = CP_NONE};
	found.comment.author = find_author(page);
	found.comment.time = find_time(page);
	if (body != CP_NONE)
		read_body(page, body, &found);
	if (found.comment.text.len)
		cp_import_add(page->import, page->thread, found);
	else
		cp_diag_add(page->import->diags, CP_UNRESOLVED, cp_html_place(page, 0),
			"no article was found");
}
