#include "unit.h"

#include <unistd.h>

#include "base/file.h"
#include "text/find.h"
#include "thread/import.h"

struct page {
	cp_diags diags;
	cp_arena arena;
	cp_page page;
	cp_source *source;
	cp_thread *thread;
};

static void import_bytes(struct page *page, const char *name, cp_buf *bytes)
{
	*page = (struct page){0};
	cp_page_init(&page->page, name, bytes, &page->diags);
	page->source = page->page.source;
	cp_import read = {
		.arena = &page->arena, .page = &page->page, .diags = &page->diags};
	if (cp_import_read(&read, NULL))
		page->thread = read.threads.at[0]->thread;
}

static void import(struct page *page, const char *text)
{
	cp_buf buf = {0};
	cp_buf_puts(&buf, text);
	import_bytes(page, "page.txt", &buf);
}

static void clear(struct page *page)
{
	cp_page_clear(&page->page);
	cp_arena_clear(&page->arena);
	cp_diags_clear(&page->diags);
}

/* The comments as "id/author/time/text|…". */
static void expect_comments(const char *row, const struct page *page, const char *want)
{
	cp_buf out = {0};
	for (size_t i = 0; page->thread && i < page->thread->comments.len; i++) {
		const cp_comment *comment = &page->thread->comments.at[i];
		cp_buf_printf(&out, "%s%.*s/%.*s/%.*s/%.*s", i ? "|" : "",
			CP_FMT(comment->id), CP_FMT(comment->author),
			CP_FMT(comment->time), CP_FMT(comment->text));
	}
	expect_text(row, cp_buf_str(&out), want, __FILE__, __LINE__);
	cp_buf_clear(&out);
}

static void pages_of_many_shapes(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text, *want;
	} rows[] = {
		{"with headers",
			"Title\n\nThe article.\n\n* Jane Doe is a cook.\n\n"
			"  • John Roe 8th Aug '10 - 2:57pm\n\n    One.\n\n    Two.\n"
			"  • Mary 9 Aug 2010\n    Three.\n",
			"op/Jane Doe//The article.|c1/John Roe/2010-08-08T14:57/One.\n\nTwo.|"
			"c2/Mary/2010-08-09/Three."},
		{"without headers",
			"Title\n\nArticle\n\n  • First comment\n    goes on.\n  • Second\n",
			"op///Article|c1///First comment\ngoes on.|c2///Second"},
		{"carriage returns",
			"Title\r\n\r\nArticle\r\n\r\n  • First\r\n\r\n    more\r\n  • Second\r\n",
			"op///Article|c1///First\n\nmore|c2///Second"},
		{"nested bullets",
			"Title\n\nA\n\n  • One\n    • inner\n    • inner 2\n  • Two\n",
			"op///A|c1///One\n• inner\n• inner 2|c2///Two"},
		{"asterisks", "Title\n\nA\n\n  * One two three\n  * Four five six\n",
			"op///A|c1///One two three|c2///Four five six"},
		{"a menu before the article",
			"• Home\n• About\n• Contact\n\nTitle\n\nThe article.\n\n"
			"  • A longer comment than the menu has\n  • And another one of the same kind\n",
			"op///The article.|c1///A longer comment than the menu has|"
			"c2///And another one of the same kind"},
		{"excerpts",
			"Title\n\nA\n\n  • One\n  • Two\n\nRecent comments\n\n"
			"  • Somebody wrote very much about another thing…\n"
			"  • Somebody else wrote even more about yet another...\n",
			"op///A|c1///One|c2///Two"},
		{"what follows is left out",
			"Title\n\nA\n\n  • One\n  • Two\n\nPost a Comment\n\nName\n",
			"op///A|c1///One|c2///Two"},
		{"comments alone", "  • One\n  • Two\n", "c1///One|c2///Two"},
		{"no last line break", "T\n\nA\n\n  • One\n  • Two",
			"op///A|c1///One|c2///Two"},
		{"an empty entry", "T\n\nA\n\n  • One\n  • \n  • Three\n",
			"op///A|c1///One|c2///|c3///Three"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct page page;
		import(&page, rows[i].text);
		expect_comments(rows[i].name, &page, rows[i].want);
		expect(rows[i].name, page.diags.count[CP_ERROR] == 0);
		clear(&page);
	}
}

static void what_is_guessed_and_left_out_is_said(void **state)
{
	(void)state;
	struct page page;
	import(&page,
		"• Home\n• About\n\nTitle\n\nA\n\n* Jane Doe is a cook.\nShare this\n\n"
		"  • One is a longer entry\n  • Two is as well\n\nPost a Comment\n");
	expect_str("title", page.thread->title, "Title");
	expect_str("byline", page.thread->comments.at[0].byline, "* Jane Doe is a cook.");
	assert_int_equal(count_code(&page.diags, CP_LEFT_OUT), 3);
	assert_int_equal(count_code(&page.diags, CP_GUESSED), 2);
	expect_str("unsigned", find_code(&page.diags, CP_UNRESOLVED)->message,
		"2 of 2 comments name no author: c1, c2");
	clear(&page);
	import(&page, "Title\n\nThe article.\n\n  • One\n  • Two\n");
	expect_str("unsigned article", find_code(&page.diags, CP_UNRESOLVED)->message,
		"2 of 2 comments name no author: c1, c2");
	expect_str("no byline", page.diags.list.at[1].message,
		"no byline was found: everything "
		"before the comments is taken for the article");
	clear(&page);
}

static void what_is_no_page_is_refused(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
	} rows[] = {
		{"", "the page is empty"},
		{" \n", "the page is empty"},
		{"<html><ul><li>x</ul>",
			"this is HTML or XML, and no comments were found in it"},
		{"{\"a\": 1}", "this is JSON of a kind that is not known"},
		{"[1]", "this is JSON of a kind that is not known"},
		{"Just text.\n\nMore text.\n", "no list of comments was found"},
		{"  • Only excerpts…\n  • of comments…\n",
			"no list of comments was found"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct page page;
		import(&page, rows[i].text);
		expect(rows[i].message, !page.thread);
		expect_codes(rows[i].message, &page.diags, "not-a-thread");
		expect_str(rows[i].text, page.diags.list.at[0].message, rows[i].message);
		clear(&page);
	}
}

static void formats_have_names(void **state)
{
	(void)state;
	assert_non_null(cp_thread_format_named("page-text"));
	assert_null(cp_thread_format_named("page"));
	assert_null(cp_thread_format_named(""));
}

static void addresses_become_replies(void **state)
{
	(void)state;
	struct page page;
	import(&page,
		"T\n\nA\n\n  • Ann 8 Aug 2010\n    One.\n  • Ben 9 Aug 2010\n    @Ann no.\n"
		"  • Cat 9 Aug 2010\n    Para.\n\n    Ben: yes.\n    @Zoe too.\n");
	static const char *const replies[] = {"", "", "c1", "c2"};
	for (size_t i = 0; i < COUNT(replies); i++)
		expect_str("reply", page.thread->comments.at[i].reply_to, replies[i]);
	/* The places are those of the addresses in the page. */
	for (size_t i = 0; i < page.diags.list.len; i++) {
		const cp_diag *diag = &page.diags.list.at[i];
		if (strstr(diag->message.at, "addresses"))
			expect_str(diag->message.at,
				cp_str_part(page.source->text, diag->place.start,
					diag->place.end),
				strstr(diag->message.at, "Ann")           ? "@Ann"
					: strstr(diag->message.at, "Zoe") ? "@Zoe"
									  : "Ben");
	}
	assert_int_equal(count_code(&page.diags, CP_UNRESOLVED), 1);
	clear(&page);
}

/* ---- The sample ---- */

static const char *find_sample(void)
{
	static const char *const paths[] = {
		"samples/contactpoint/page.txt", "../shared/contactpoint/page.txt"};
	for (size_t i = 0; i < COUNT(paths); i++)
		if (access(paths[i], R_OK) == 0)
			return paths[i];
	print_message("the sample page is not here: skipped\n");
	return NULL;
}

static void import_sample(struct page *page, const char *path)
{
	cp_buf text = {0};
	assert_int_equal(cp_file_read(path, &text), 0);
	import_bytes(page, path, &text);
	assert_non_null(page->thread);
}

static void the_sample_has_thirteen_comments(void **state)
{
	(void)state;
	const char *path = find_sample();
	if (!path)
		skip();
	struct page page;
	import_sample(&page, path);
	static const char *const replies[] = {
		"", "", "c1", "c2", "", "c4", "c5", "c5", "c6", "", "c8", "", "c10", ""};
	assert_int_equal(page.thread->comments.len, 14);
	for (size_t i = 0; i < 14; i++) {
		const cp_comment *comment = &page.thread->comments.at[i];
		char id[8] = "op";
		if (i)
			snprintf(id, sizeof id, "c%zu", i);
		expect_str("id", comment->id, id);
		expect_str(id, comment->reply_to, replies[i]);
		expect(id, !i || (comment->author.len > 0) == (comment->time.len > 0));
	}
	expect_str("op", page.thread->comments.at[0].author, "Sarah Harding");
	expect_str("c1", page.thread->comments.at[1].author, "Andrew Suffield");
	expect_str("c1", page.thread->comments.at[1].time, "2010-08-08T14:57");
	expect_str("c4", page.thread->comments.at[4].author, "Andrew Suffield");
	expect_str("c4", page.thread->comments.at[4].time, "2010-08-09T05:27");
	expect_str("c2", page.thread->comments.at[2].author, "");
	clear(&page);
}

/* Every line of every comment stands in the page, in this order. */
static void the_samples_text_is_that_of_the_page(void **state)
{
	(void)state;
	const char *path = find_sample();
	if (!path)
		skip();
	struct page page;
	import_sample(&page, path);
	size_t at = 0;
	for (size_t i = 0; i < page.thread->comments.len; i++) {
		cp_str text = page.thread->comments.at[i].text;
		for (size_t start = 0, end; start < text.len; start = end + 1) {
			const char *newline =
				memchr(text.at + start, '\n', text.len - start);
			end = newline ? (size_t)(newline - text.at) : text.len;
			if (end == start)
				continue;
			at = cp_find_bytes(
				page.source->text, cp_str_part(text, start, end), at);
			assert_true(at != SIZE_MAX);
			at += end - start;
		}
	}
	clear(&page);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(pages_of_many_shapes),
	cmocka_unit_test(what_is_guessed_and_left_out_is_said),
	cmocka_unit_test(what_is_no_page_is_refused),
	cmocka_unit_test(formats_have_names),
	cmocka_unit_test(addresses_become_replies),
	cmocka_unit_test(the_sample_has_thirteen_comments),
	cmocka_unit_test(the_samples_text_is_that_of_the_page),
};

GROUP(page_text);
