#include "unit.h"

#include "text/xml.h"

static void markup_is_escaped(void **state)
{
	(void)state;
	static const struct {
		cp_str text;
		const char *want;
	} rows[] = {
		{BYTES(""), ""},
		{BYTES("plain é 漢"), "plain é 漢"},
		{BYTES("<b>&\"'"), "&lt;b&gt;&amp;&quot;'"},
		{BYTES("&amp;"), "&amp;amp;"},
		{BYTES("]]>"), "]]&gt;"},
		{BYTES("a\tb\nc\rd"), "a\tb\nc\rd"},
		{BYTES("\x01\x1b[31m"), "\xef\xbf\xbd\xef\xbf\xbd[31m"},
		{BYTES("a\0b"),
			"a\xef\xbf\xbd"
			"b"},
		{BYTES("\xef\xbf\xbe"), "\xef\xbf\xbd"},
		{BYTES("\xef\xbf\xbf!"), "\xef\xbf\xbd!"},
		{BYTES("<<<"), "&lt;&lt;&lt;"},
		{BYTES("🙂<"), "🙂&lt;"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		cp_buf_put_xml(&out, rows[i].text);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(markup_is_escaped),
};

GROUP(xml);
