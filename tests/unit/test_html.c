#include "rich.h"

#include "text/html.h"
#include "text/utf8.h"

struct row {
	const char *html, *want; /* marks as {kind>target:text} */
};

static void expect_rows(const struct row *rows, size_t count,
	bool read(cp_arena *arena, cp_str html, cp_rich *out))
{
	for (size_t i = 0; i < count; i++) {
		cp_arena arena = {0};
		cp_rich rich;
		expect(rows[i].html, read(&arena, cp_str_of(rows[i].html), &rich));
		expect_str(rows[i].html, show_rich(&arena, &rich), rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void lines_break_as_in_a_browser(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", ""},
		{"plain", "plain"},
		{"  a \n\t b  ", "a b"},
		{"<p>a<p>b", "a\n\nb"},
		{"<p>a</p>\n  <p>b</p>\n", "a\n\nb"},
		{"<div>a</div><div>b</div>", "a\nb"},
		{"<div>a<div>b</div>c</div>", "a\nb\nc"},
		{"<h2>T</h2>a", "T\n\na"},
		{"a<br>b<br />\nc", "a\nb\nc"},
		{"a<br><br>b<br> <br/><br/>c", "a\n\nb\n\n\nc"},
		{"<p>a<br></p><p>b</p>", "a\n\nb"},
		{"<br>a<br><br>", "a"},
		{"<p></p><p> </p>a<p></p>", "a"},
		{"a <b> b </b> c", "a {emphasis:b} c"},
		{"a<span> b</span>c", "a bc"},
		{"a<hr>b", "a\n\nb"},
		{"a&nbsp; b", "a\xc2\xa0 b"},
		{"<table><tr><td>a</td><td>b</td></tr>\n<tr><td></td><td>c<p>d</p></td><td>e"
		 "</td></tr></table>f",
			"a\tb\nc\n\nd\te\n\nf"},
		{"<article>a</article><section>b</section>", "a\nb"},
		{"<unknown>a</unknown> <b2>b</b2>", "a b"},
	};
	expect_rows(rows, COUNT(rows), cp_html_read);
}

static void what_is_stored_breaks_at_its_line_breaks(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a\nb\r\n\r\nc", "a\nb\n\nc"},
		{"a\n\n\n\n  b", "a\n\nb"},
		{"a<br />\nb", "a\nb"},
		{"<p>a</p>\n<p>b</p>\n", "a\n\nb"},
		{"a\n<blockquote>b\nc</blockquote>\nd", "a\n\n{quotation:b\nc}\n\nd"},
		{"<pre>\n a\n\n b</pre>", "{code: a\n\n b}"},
		{"<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "{list:- a\n- b}"},
	};
	expect_rows(rows, COUNT(rows), cp_html_read_lines);
}

/* The parser gives text in pieces of a thousand bytes or so, which must not show. */
static void long_texts_are_whole(void **state)
{
	(void)state;
	for (size_t before = 980; before < 1020; before++) {
		cp_arena arena = {0};
		cp_buf html = {0};
		cp_rich rich;
		for (size_t i = 0; i < before; i++)
			cp_buf_putc(&html, 'a');
		cp_buf_puts(&html, "\n\nb");
		assert_true(cp_html_read_lines(&arena, cp_buf_str(&html), &rich));
		expect_str("text", rich.text, html.at);
		cp_buf_clear(&html);
		cp_arena_clear(&arena);
	}
}

static void what_is_hidden_is_left_out(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a<script>b<p>c</script>d", "ad"},
		{"a<script>b = '</p>c'</script>d", "ad"},
		{"a<style>b</style><noscript>c</noscript>d", "ad"},
		{"<title>t</title><p>a", "a"},
		{"a<p hidden>b</p>c", "ac"},
		{"a<p style='color:red; DISPLAY : none'>b<i>c</i></p>d", "ad"},
		{"a<p style='visibility:hidden'>b</p>c", "ac"},
		{"a<p style='display:block'>b</p>c", "a\n\nb\n\nc"},
		{"a <span class='x Screen-Reader-Text'>says:</span>", "a"},
		{"a<textarea>b</textarea><select><option>c</select>d", "ad"},
		{"a<!-- b -->c", "ac"},
		{"a<img src=x alt=':)'>b<img src=y>c", "a:)bc"},
		{"<script>alert(1)", ""},
	};
	expect_rows(rows, COUNT(rows), cp_html_read);
}

static void references_are_decoded(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"&lt;b&gt; &amp;amp; &quot;x&quot;", "<b> &amp; \"x\""},
		{"&ldquo;a&rdquo; &hellip; &eacute; &euro;", "“a” … é €"},
		{"&#8220;a&#x201D; &#147;b&#148; &#x96;", "“a” “b” –"},
		{"&#128512;", "😀"},
		{"&nonsense; &", "&nonsense; &"},
		{"AT&T", "AT&T"},
		{"I <3 you", "I <3 you"},
		{"a < b <= c, 1<2", "a < b <= c, 1<2"},
		{"&copy 2010 &amp you",
			"&copy 2010 &amp you"}, /* libxml2 wants the ";" */
		{"grün – “so”", "grün – “so”"},
		{"<meta charset=iso-8859-1><p>grün", "grün"},
		{"<a href='/?a=1&amp;b=2'>x</a>", "{link>/?a=1&b=2:x}"},
	};
	expect_rows(rows, COUNT(rows), cp_html_read);
}

static void lists_have_signs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a<ul><li>b<li>c</ul>d", "a\n\n{list:- b\n- c}\n\nd"},
		{"<ol><li>a<li>b</ol>", "{list:1. a\n2. b}"},
		{"<ol start=4><li>a<li value=9>b<li>c</ol>", "{list:4. a\n9. b\n10. c}"},
		{"<ul><li>a<ul><li>b</ul>c</ul>", "{list:- a\n  {list:- b}\n  c}"},
		{"<ul><li><p>a</p><p>b</p></ul>", "{list:- a\n\n  b}"},
		{"<ul><li></li><li> <li>a</ul>", "{list:- a}"},
		{"<ul><li><a href=x>b</a></ul>", "{list:- {link>x:b}}"},
		{"<blockquote><ul><li>a</ul></blockquote>", "{quotation:{list:- a}}"},
		{"<li>a", "- a"},
		{"<dl><dt>a<dd>b</dl>", "{list:a\nb}"},
	};
	expect_rows(rows, COUNT(rows), cp_html_read);
}

static void marks_are_kept(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"<blockquote>a</blockquote>b", "{quotation:a}\n\nb"},
		{"<blockquote cite='http://x/#c2'><p>a</p><p>b</p></blockquote>",
			"{quotation>http://x/#c2:a\n\nb}"},
		{"<blockquote>a<blockquote>b</blockquote>c</blockquote>",
			"{quotation:a\n\n{quotation:b}\n\nc}"},
		{"he said <q cite=x>a b</q>.", "he said “{quotation>x:a b}”."},
		{"<aside class='quote no-group' data-username='Ann' data-post='3' "
		 "data-topic='87'><div class='title'><img alt=''>Ann:</div>"
		 "<blockquote><p>a</p></blockquote></aside><p>b</p>",
			"{quotation>Ann, post:3, topic:87:a}\n\nb"},
		{"<aside>a</aside>", "a"},
		{"<code>a</code> <pre><code>b\n\tc\n</code></pre> <kbd>d</kbd>",
			"{code:a}\n\n{code:b\n\tc}\n\n{code:d}"},
		{"<em>a</em><strong>b</strong>", "{emphasis:a}{emphasis:b}"},
		{"<a href='http://x/'> a </a><a href='#top'>b</a><a>c</a>"
		 "<a href='javascript:x()'>d</a>",
			"{link>http://x/:a} bcd"},
		{"<a href=x><img src=y></a>", ""},
		{"<a href=x><img alt=z></a>", "{link>x:z}"},
		{"<del>a</del>", "a"},
	};
	expect_rows(rows, COUNT(rows), cp_html_read);
}

static cp_str repeated(cp_arena *arena, const char *part, size_t count)
{
	cp_buf text = {0};
	for (size_t i = 0; i < count; i++)
		cp_buf_puts(&text, part);
	return cp_buf_settle(arena, &text);
}

static void nesting_is_bounded(void **state)
{
	(void)state;
	static const struct {
		const char *part;
		bool nests;
	} rows[] = {
		{"<div>", true},
		{"a<blockquote>", true},
		{"<ul><li>x", true},
		{"<table><tr><td>", true},
		{"<q>", true},
		{"<span>a", true},
		{"<pre>\n", true},
		{"<a href=x>", false}, /* ends the one before it, as do … */
		{"<p>a", false},
		{"<b><p>", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_rich rich;
		size_t bad;
		cp_str html = repeated(&arena, rows[i].part, 100000);
		expect(rows[i].part, cp_html_read(&arena, html, &rich) != rows[i].nests);
		expect(rows[i].part, cp_utf8_valid(rich.text, &bad));
		cp_arena_clear(&arena);
	}
}

/* They are compared with one another, which takes minutes with as many as these. */
static void attributes_are_bounded(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_rich rich;
	cp_buf html = {0};
	cp_buf_puts(&html, "<p>before<p title='a > b' ");
	for (unsigned i = 0; i < 200000; i++)
		cp_buf_printf(&html, "a%u=b ", i);
	cp_buf_puts(&html, ">after");
	assert_false(cp_html_read(&arena, cp_buf_str(&html), &rich));
	expect_str("text", rich.text, "before");
	cp_buf_clear(&html);
	cp_arena_clear(&arena);
}

static void nodes_are_in_the_order_of_the_page(void **state)
{
	(void)state;
	cp_arena arena = {0};
	const cp_html *html = cp_html_parse(
		&arena, CP_LIT("<div ID=a class='x  Y'>b<p>c</p></div><div>d</div>"));
	uint32_t found = 0;
	for (uint32_t i = 0; i < html->nodes.len; i++) {
		const cp_html_node *node = &html->nodes.at[i];
		expect("order", node->end > i && node->end <= html->nodes.len);
		expect("parent", node->parent < i || i == 0);
		expect("within", node->end <= html->nodes.at[node->parent].end);
		if (cp_str_is(cp_html_attribute_of(html, i, "id"), "a"))
			found = i;
	}
	expect_str("name", html->nodes.at[found].name, "div");
	expect("word", cp_html_has_word(html, found, "class", "y"));
	expect("word", !cp_html_has_word(html, found, "id", "b"));
	expect("absent", !cp_html_attribute_of(html, found, "href").at);
	expect("place", html->nodes.at[found].at <= 22);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(lines_break_as_in_a_browser),
	cmocka_unit_test(what_is_stored_breaks_at_its_line_breaks),
	cmocka_unit_test(long_texts_are_whole),
	cmocka_unit_test(what_is_hidden_is_left_out),
	cmocka_unit_test(references_are_decoded),
	cmocka_unit_test(lists_have_signs),
	cmocka_unit_test(marks_are_kept),
	cmocka_unit_test(nesting_is_bounded),
	cmocka_unit_test(attributes_are_bounded),
	cmocka_unit_test(nodes_are_in_the_order_of_the_page),
};

GROUP(html);
