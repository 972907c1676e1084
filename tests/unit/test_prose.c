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
	cp_prose_end_cell(&prose);
	cp_prose_begin(&prose, CP_PARAGRAPH);
	cp_prose_printf(&prose, "It is ");
	cp_prose_put(&prose, CP_RUN_TEXT, CP_LIT("so"))->strong = true;
	cp_prose_cite(&prose, ids, comments, 3);
	cp_prose_end(&prose, ".");
	cp_prose_begin(&prose, CP_HEADING);
	cp_prose_printf(&prose, "Päints");
	cp_prose_end_cell(&prose);
	cp_prose_begin(&prose, CP_ITEM);
	cp_prose_printf(&prose, "one");
	cp_prose_end(&prose, ".");
	cp_prose_begin(&prose, CP_ITEM);
	cp_prose_printf(&prose, "two");
	cp_prose_end(&prose, ".");
	expect_written("markdown", cp_prose_write_markdown, &prose,
		"# T \\& t\n\nIt is **so** [op, c1].\n\n## Päints\n\n- One.\n- Two.\n");
	expect_written("text", cp_prose_write_text, &prose,
		"T & t\n=====\n\nIt is so [op, c1].\n\nPäints\n------\n\n- One.\n\n- Two.\n");
	expect_written("html", write_html, &prose,
		"<h2>T &amp; t</h2>\n<p>It is <strong>so</strong> [<a href=\"#comment-0\">op</a>, "
		"<a href=\"#comment-1\">c1</a>].</p>\n<h3>Päints</h3>\n<ul>\n<li>One.</li>\n"
		"<li>Two.</li>\n</ul>\n");
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
		{" a\nb\r\nc\x7f", "a b c", "a b c"},
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

/* A sentence in which every digit 0 to 2 is a cite of that comment. */
static void put_sentence(cp_prose *prose, const char *text)
{
	static const cp_str ids[] = {BYTES("op"), BYTES("c1"), BYTES("c2")};
	for (size_t len; *text; text += len) {
		len = strcspn(text, "012");
		if (len) {
			cp_prose_printf(prose, "%.*s", (int)len, text);
			continue;
		}
		uint32_t comment = (uint32_t)(*text - '0');
		cp_prose_cite(prose, &ids[comment], &comment, 1);
		len = 1;
	}
	cp_prose_end(prose, ".");
}

static void sentences_are_ended(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"dom", "Dom.\n"},
		{"éva", "Éva.\n"},
		{"“x” is so", "“x” is so.\n"},
		{"Ann says a1", "Ann says a [c1].\n"},
		{"a1 and b1", "A and b [c1].\n"},
		{"a1, b2 and c2", "A [c1], b and c [c2].\n"},
		{"a1, b2, c1", "A [c1], b [c2], c [c1].\n"},
		{"a12", "A [c1, c2].\n"},
		{"a121", "A [c1, c2].\n"},
		{"a11", "A [c1].\n"},
		{"a012 b", "A [op, c1, c2] b.\n"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_prose prose = {.arena = &arena};
		cp_prose_begin(&prose, CP_PARAGRAPH);
		put_sentence(&prose, rows[i].text);
		expect_written(
			rows[i].text, cp_prose_write_markdown, &prose, rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void a_sentence_knows_what_it_rests_on(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_prose prose = {.arena = &arena};
	cp_prose_begin(&prose, CP_PARAGRAPH);
	cp_prose_rest_on_item(&prose, 4);
	cp_prose_rest_on_item(&prose, 2);
	cp_prose_rest_on_item(&prose, 4);
	put_sentence(&prose, "one1");
	cp_prose_rest_on_step(&prose, 7);
	cp_prose_printf(&prose, "two three");
	cp_prose_end(&prose, "?");
	const cp_block *block = &prose.blocks.at[0];
	assert_int_equal(block->sentences.len, 2);
	assert_int_equal(block->sentences.at[0].items.len, 2);
	assert_int_equal(block->sentences.at[0].items.at[1], 2);
	assert_int_equal(block->sentences.at[0].steps.len, 0);
	assert_int_equal(block->sentences.at[1].items.len, 0);
	assert_int_equal(block->sentences.at[1].steps.at[0], 7);
	assert_int_equal(cp_sentence_words(&block->sentences.at[1]), 2);
	expect_str(
		"text", cp_sentence_text(&arena, &block->sentences.at[1]), "Two three?");
	expect_str("opening", prose.openings[0], "Two");
	expect_str("opening", prose.openings[1], "One");
	expect_written("both", cp_prose_write_markdown, &prose, "One [c1]. Two three?\n");
	cp_arena_clear(&arena);
}

static void put_row(
	cp_prose *prose, const char *name, const char *side, const char *count)
{
	const char *const cells[] = {name, side, count};
	cp_prose_begin(prose, CP_ROW);
	for (size_t i = 0; i < COUNT(cells); i++) {
		cp_prose_put(prose, CP_RUN_TEXT, cp_str_of(cells[i]));
		cp_prose_end_cell(prose);
	}
}

static void a_table_in_three_formats(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_prose prose = {.arena = &arena};
	put_row(&prose, "Speaker", "Side", "Comments");
	put_row(&prose, "Änn | <b>", "for", "7");
	put_row(&prose, "Bo", "against", "12");
	expect_written("markdown", cp_prose_write_markdown, &prose,
		"| Speaker | Side | Comments |\n|---|---|--:|\n"
		"| Änn \\| \\<b\\> | for | 7 |\n| Bo | against | 12 |\n");
	expect_written("text", cp_prose_write_text, &prose,
		"Speaker    Side     Comments\nÄnn | <b>  for             7\n"
		"Bo         against        12\n");
	expect_written("html", write_html, &prose,
		"<table>\n<thead>\n<tr><th scope=\"col\">Speaker</th><th scope=\"col\">Side</th>"
		"<th scope=\"col\">Comments</th></tr>\n</thead>\n<tbody>\n"
		"<tr><th scope=\"row\">Änn | &lt;b&gt;</th><td>for</td><td>7</td></tr>\n"
		"<tr><th scope=\"row\">Bo</th><td>against</td><td>12</td></tr>\n"
		"</tbody>\n</table>\n");
	cp_arena_clear(&arena);
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
	cmocka_unit_test(sentences_are_ended),
	cmocka_unit_test(a_sentence_knows_what_it_rests_on),
	cmocka_unit_test(a_table_in_three_formats),
	cmocka_unit_test(plain_text_is_wrapped),
};

GROUP(prose);
