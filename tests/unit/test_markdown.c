#include "rich.h"

#include "text/markdown.h"

struct row {
	const char *markdown, *want; /* marks as {kind>target:text} */
};

static void expect_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		cp_arena arena = {0};
		cp_rich rich;
		cp_markdown_read(&arena, cp_str_of(rows[i].markdown), &rich);
		expect_str(rows[i].markdown, show_rich(&arena, &rich), rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void quotations_are_marked(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"> a\n\nb", "{quotation:a}\n\nb"},
		{">a\n>b\nc", "{quotation:a\nb}\n\nc"},
		{"> a\n>\n> b", "{quotation:a\n\nb}"},
		{"&gt; a\n\nb &gt; c", "{quotation:a}\n\nb > c"},
		{"> a\n> > b\n> c", "{quotation:a\n\n{quotation:b}\n\nc}"},
		{">>a\n\nb", "{quotation:{quotation:a}}\n\nb"},
		{"> a\n\n> b", "{quotation:a}\n\n{quotation:b}"},
		{">!a!<", ">!a!<"},
		{"a > b", "a > b"},
		{">", ""},
		{"[quote=\"Ann, post:3, topic:87\"]\na\n[/quote]\nb",
			"{quotation>Ann, post:3, topic:87:a}\n\nb"},
		{"[quote]\na\n> b\n[/quote]\nc", "{quotation:a\n\n{quotation:b}}\n\nc"},
		{"[quote=Ann]\na", "{quotation>Ann:a}"},
		{"[/quote]\na", "[/quote]\na"},
		{"> ```\n> a\n> ```\n\nb", "{quotation:{code:a}}\n\nb"},
	};
	expect_rows(rows, COUNT(rows));
}

static void lines_are_kept(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", ""},
		{"a", "a"},
		{"a\nb\n\n\n\nc  \n", "a\nb\n\nc"},
		{"a\\\nb\r\nc", "a\nb\nc"},
		{"# A\nb", "A\nb"},
		{"#1 a", "#1 a"},
		{"a\n\n---\n\nb", "a\n\nb"},
		{"- a\n- b\n\nc", "{list:- a\n- b}\n\nc"},
		{"* a\n  more\n* b", "{list:- a\n  more\n- b}"},
		{"1. a\n2) b", "{list:1. a\n2) b}"},
		{"- a\n  - b\n- c", "{list:- a\n  - b\n- c}"},
		{"-a", "-a"},
		{"2010. That was the year.", "{list:2010. That was the year.}"},
	};
	expect_rows(rows, COUNT(rows));
}

static void code_is_kept(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a `b*c*` d", "a {code:b*c*} d"},
		{"``a`b`` `", "{code:a`b} `"},
		{"`` ` ``", "{code:`}"},
		{"a\n```c\nx *y*\n\n  z\n```\nb", "a\n\n{code:x *y*\n\n  z}\n\nb"},
		{"~~~\n> a\n~~~", "{code:> a}"},
		{"```\na", "{code:a}"},
		{"a\n\n    b\n\n     c\n\nd", "a\n\n{code:b\n\n c}\n\nd"},
		{"a\n    b", "a\nb"},
	};
	expect_rows(rows, COUNT(rows));
}

static void signs_within_lines(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"*a* **b** ***c*** _d_ __e__",
			"{emphasis:a} {emphasis:b} {emphasis:c} {emphasis:d} {emphasis:e}"},
		{"**a *b* c**", "{emphasis:a {emphasis:b} c}"},
		{"2 * 3 * 4, a*, *b", "2 * 3 * 4, a*, *b"},
		{"snake_case_name and __init__.py",
			"snake_case_name and {emphasis:init}.py"},
		{"*a\nb*", "*a\nb*"},
		{"a **** b", "a **** b"},
		{"**", "**"},
		{"\\*a\\* \\> b", "*a* > b"},
		{"[a](http://x) b", "{link>http://x:a} b"},
		{"[a *b*](http://x/(y) \"t\")", "{link>http://x/(y):a {emphasis:b}}"},
		{"[a [b](x)", "[a {link>x:b}"},
		{"[*a](x)*", "{link>x:*a}*"},
		{"[a](", "[a]("},
		{"[a] (b)", "[a] (b)"},
		{"![a](x)b", "ab"},
		{"see http://x/y. And <https://z>!",
			"see {link>http://x/y:http://x/y}. And {link>https://z:https://z}!"},
		{"[http://x](http://x)", "{link>http://x:http://x}"},
		{"a &amp;amp; &lt;b> &copy;", "a &amp; <b> &copy;"},
		{"~~a~~ <b>c</b>", "~~a~~ <b>c</b>"},
	};
	expect_rows(rows, COUNT(rows));
}

static void time_is_linear(void **state)
{
	(void)state;
	static const char *const parts[] = {"*a ", "> ", "[", "[a](", "`", "``a`", "_a_",
		"![", "- ", "[quote]\n", "a*", "http://", "\n>", "<", "&gt;"};
	for (size_t i = 0; i < COUNT(parts); i++) {
		cp_arena arena = {0};
		cp_buf text = {0};
		cp_rich rich;
		for (size_t k = 0; k < 100000; k++)
			cp_buf_puts(&text, parts[i]);
		cp_markdown_read(&arena, cp_buf_str(&text), &rich);
		expect(parts[i], rich.text.len <= text.len);
		cp_buf_clear(&text);
		cp_arena_clear(&arena);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(quotations_are_marked),
	cmocka_unit_test(lines_are_kept),
	cmocka_unit_test(code_is_kept),
	cmocka_unit_test(signs_within_lines),
	cmocka_unit_test(time_is_linear),
};

GROUP(markdown);
