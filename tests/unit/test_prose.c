#include "unit.h"

#include "summary/prose.h"

typedef void writer(cp_buf *out, const cp_prose *prose);

static void write_html(cp_buf *out, const cp_prose *prose)
{
	cp_prose_write_html(out, prose, 2);
}

static void expect_written(
	const char *row, writer *write, const cp_prose *prose, const char *want)
{
	cp_buf out = {0};
	write(&out, prose);
	expect_text(row, cp_buf_str(&out), want, __FILE__, __LINE__);
	cp_buf_clear(&out);
}

static void one_text_in_three_formats(void **state)
{
	(void)state;
	static const cp_str ids[] = {BYTES("op"), BYTES("c1"), BYTES("op")};
	static const uint32_t comments[] = {0, 1, 0};
	cp_arena arena = {0};
	cp_prose prose = {.arena = &arena};
	cp_prose_begin(&prose, CP_TITLE);
	cp_prose_put(&prose, CP_RUN_TEXT, CP_LIT("T & t"));
	cp_prose_begin(&prose, CP_PARAGRAPH);
	cp_prose_printf(&prose, "It is ");
	cp_prose_put(&prose, CP_RUN_STRONG, CP_LIT("so"));
	cp_prose_cite(&prose, ids, comments, 3);
	cp_prose_printf(&prose, ".");
	cp_prose_begin(&prose, CP_HEADING);
	cp_prose_printf(&prose, "Päints");
	cp_prose_begin(&prose, CP_ITEM);
	cp_prose_printf(&prose, "one");
	cp_prose_begin(&prose, CP_ITEM);
	cp_prose_printf(&prose, "two");
	expect_written("markdown", cp_prose_write_markdown, &prose,
		"# T \\& t\n\nIt is **so** [op, c1].\n\n## Päints\n\n- one\n- two\n");
	expect_written("text", cp_prose_write_text, &prose,
		"T & t\n=====\n\nIt is so [op, c1].\n\nPäints\n------\n\n- one\n\n- two\n");
	expect_written("html", write_html, &prose,
		"<h2>T &amp; t</h2>\n<p>It is <strong>so</strong> [<a href=\"#comment-0\">op</a>, "
		"<a href=\"#comment-1\">c1</a>].</p>\n<h3>Päints</h3>\n<ul>\n<li>one</li>\n"
		"<li>two</li>\n</ul>\n");
	cp_arena_clear(&arena);
}

static void marks_are_escaped(void **state)
{
	(void)state;
	static const struct {
		const char *text, *markdown, *html;
	} rows[] = {
		{"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`", "*a* _b_ `c`"},
		{"[x](y) <b> # | ~ \\", "\\[x\\](y) \\<b\\> \\# \\| \\~ \\\\",
			"[x](y) &lt;b&gt; # | ~ \\"},
		{"a\nb\r\nc", "a b  c", "a\nb\r\nc"},
		{"&amp;", "\\&amp;", "&amp;amp;"},
		{"<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>",
			"&lt;script&gt;alert(1)&lt;/script&gt;"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_prose prose = {.arena = &arena};
		cp_buf markdown = {0}, html = {0};
		cp_prose_begin(&prose, CP_PARAGRAPH);
		cp_prose_put(&prose, CP_RUN_TEXT, cp_str_of(rows[i].text));
		cp_buf_printf(&markdown, "%s\n", rows[i].markdown);
		cp_buf_printf(&html, "<p>%s</p>\n", rows[i].html);
		expect_written(
			rows[i].text, cp_prose_write_markdown, &prose, markdown.at);
		expect_written(rows[i].text, write_html, &prose, html.at);
		cp_buf_clear(&markdown);
		cp_buf_clear(&html);
		cp_arena_clear(&arena);
	}
}

static void capitals_are_for_beginnings(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {{"dom", "Dom\n"}, {"éva", "Éva\n"}, {"1st", "1st\n"}, {"", "\n"},
		{"Ann", "Ann\n"}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_prose prose = {.arena = &arena};
		cp_prose_begin(&prose, CP_PARAGRAPH);
		cp_prose_put(&prose, CP_RUN_TEXT, cp_str_of(rows[i].text));
		cp_prose_capitalise(&prose, 0);
		cp_prose_capitalise(&prose, 5);
		expect_written(
			rows[i].text, cp_prose_write_markdown, &prose, rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void plain_text_is_wrapped(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_prose prose = {.arena = &arena};
	cp_buf out = {0};
	cp_prose_begin(&prose, CP_ITEM);
	for (int i = 0; i < 60; i++)
		cp_prose_printf(&prose, "wörd%s ", i % 7 == 3 ? "-and-a-longer-one" : "");
	cp_prose_write_text(&out, &prose);
	for (const char *line = out.at; *line; line += strcspn(line, "\n") + 1) {
		size_t columns = 0;
		for (const char *at = line; *at != '\n'; at++)
			columns += (*at & 0xc0) != 0x80;
		assert_true(columns <= 78 && columns > 2);
		assert_true(strncmp(line, line == out.at ? "- " : "  ", 2) == 0);
	}
	cp_buf_clear(&out);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(one_text_in_three_formats),
	cmocka_unit_test(marks_are_escaped),
	cmocka_unit_test(capitals_are_for_beginnings),
	cmocka_unit_test(plain_text_is_wrapped),
};

GROUP(prose);
