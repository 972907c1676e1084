#include "unit.h"

#include "json/schema_model.h"

#define LONG_LABEL "a23456789b23456789c23456789d23456789e23456789f23456789g23456789"

/* Texts that are of a format, and such that are not. */
static const struct {
	const char *format, *good[16], *bad[20];
} rows[] = {
	{"date", {"2010-08-10", "2012-02-29", "2000-02-29", "0000-12-31"},
		{"", "2010-8-10", "2010-02-29", "1900-02-29", "2010-13-01", "2010-00-10",
			"2010-04-31", "2010-08-00", "10-08-2010", "2010-08-10 ",
			"2010-08-1\xe0\xa7\xaa", "20100810"}},
	{"time",
		{"09:30:00Z", "09:30:00z", "23:59:60Z", "09:30:00.52+01:00",
			"15:59:60-08:00", "01:29:60+01:30"},
		{"", "09:30:00", "09:30Z", "24:00:00Z", "09:60:00Z", "09:30:61Z",
			"22:59:60Z", "23:59:60+01:00", "09:30:00.Z", "09:30:00+24:00",
			"09:30:00+0100", "9:30:00Z", "09:30:00Z "}},
	{"date-time",
		{"2010-08-10T09:30:00Z", "2010-08-10t09:30:00.123-05:00",
			"1998-12-31T23:59:60Z"},
		{"2010-08-10", "2010-08-10 09:30:00Z", "2010-08-10T09:30:00",
			"2010-02-30T09:30:00Z", "2010-08-10T25:30:00Z"}},
	{"duration",
		{"P4Y", "P3Y6M4DT12H30M5S", "P4DT12H", "PT0S", "P1W", "PT36H", "P1M",
			"PT1M", "P1Y2M"},
		{"", "P", "PT", "4Y", "P1D2H", "P2D1Y", "P1Y1W", "P1W1D", "PT1D", "P1Y2D",
			"PT1H2S", "P1", "P2S", "P1YT", "P-1D", "P1.5D",
			"P\xe0\xa7\xaaY"}},
	{"email",
		{"ada@example.org", "a.b+c@example.org", "~x@example.org",
			"\"a b\"@example.org", "\"a\\\"b\"@example.org", "a@[127.0.0.1]",
			"a@[IPv6:::1]"},
		{"", "ada", "@example.org", "ada@", ".a@example.org", "a.@example.org",
			"a..b@example.org", "a b@example.org", "a@exa mple.org",
			"a@[127.0.0.300]", "a@-b.org", "a\"b@example.org",
			"\xc3\xa4@example.org"}},
	{"idn-email",
		{"ada@example.org", "\xc3\xa4@ex\xc3\xa4mple.org", "실례@실례.테스트"},
		{"ada", "ada@", "a b@example.org"}},
	{"hostname",
		{"example.org", "a", "1.2", "xn--4gbwdl.xn--wgbh1c", "a-b.c", LONG_LABEL,
			"xn--bcher-kva"},
		{"", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "ab--cd",
			"b\xc3\xbc"
			"cher",
			LONG_LABEL "h", "xn--X", "xn--", "a\nb"}},
	{"idn-hostname",
		{"example.org",
			"b\xc3\xbc"
			"cher.example",
			"실례.테스트", "l·l", "͵β", "א׳ב", "・ぁ", "क्\xe2\x80\x8dष",
			"日本。jp"},
		{"", "〮한국", "-a", "실례--테스트", "a·l", "α͵", "A׳ב", "def・abc",
			"ب٠۰", "क\xe2\x80\x8dष", "ͤa", "Б\xc3\xbc", "實〱例", "a..b"}},
	{"ipv4", {"192.0.2.1", "0.0.0.0", "255.255.255.255"},
		{"", "192.0.2", "192.0.2.256", "192.0.2.1.1", "0x7f.0.0.1", "192.0.2.01",
			"192.0.2.1 ", "1\xe0\xa7\xaa.0.0.1", "192.0.2.1/24"}},
	{"ipv6",
		{"::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1",
			"1::8", "1:2:3:4:5:6:192.0.2.1"},
		{"", ":", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::12345", "1::2::3",
			"fe80::a%eth0", "::1 ", ":1:2:3:4:5:6:7:8", "::g",
			"1:2:3:4:5:6:7:192.0.2.1"}},
	{"uri",
		{"https://example.org/", "urn:a:b", "http://a:80/b?c=d#e",
			"mailto:a@b.org", "ldap://[2001:db8::7]/c=GB?x?one",
			"http://[v1.a:b]/", "tel:+1-816", "http://u:p%20w@h/",
			"file:///a"},
		{"", "example.org", "/a", "//a/b", "http://a b/", "http://a/<b>", "\\\\a",
			"http://a/%zz", "http://[::1/", "http://a:b/", ":a",
			"http://\xc3\xa4/", "1a:b", "http://a/[", "http://[::1]x/",
			"bar,baz:foo\""}},
	{"uri-reference", {"", "a", "/a/b", "//a", "#b", "?c", "a/b:c", "http://a/"},
		{"a b", "\\a", "#a\\b", "1:2", "a%", "\xc3\xa4"}},
	{"iri", {"http://ƒøø.ßår/?∂éœ=πîx#πîüx", "http://a/"},
		{"/abc", "http://a b/", "âππ", "http://2001:0db8::7334",
			"http://a/\xee\x80\x80"}},
	{"iri-reference", {"âππ", "/ä", "#ƒragmênt", "?\xee\x80\x80"},
		{"\\\\ä", "#ƒräg\\mênt"}},
	{"uri-template",
		{"", "/users/{id}", "{+path}/x", "{?q,page*}", "{/a:3}{#b}", "a%20b",
			"{a.b}", "{%41}", "ä"},
		{"{", "}", "a}", "{a", "{}", "{a,}", "{a b}", "{a:0}", "{a:10000}",
			"{{a}}", "{a:}", "{.}", "<a>", "{a..b.}", "{*}"}},
	{"uuid",
		{"2eb8aa08-aa98-11ea-b4aa-73b441d16380",
			"2EB8AA08-AA98-11EA-B4AA-73B441D16380"},
		{"", "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
			"2eb8aa08aa9811eab4aa73b441d16380",
			"2eb8aa08-aa98-11ea-b4aa-73b441d1638g",
			"2eb8-aa08-aa98-11ea-b4aa73b441d16380",
			"2eb8aa08-aa98-11ea-b4aa-73b441d163800"}},
	{"json-pointer", {"", "/", "/a/0", "/~0~1", "//", "/a b"},
		{"a", "#/a", "/~", "/~2", "/a~"}},
	{"relative-json-pointer", {"0", "1/a", "10#", "0/"},
		{"", "/a", "-1/a", "01/a", "0##", "#", "+1/a", "1a", "0/~2"}},
	{"regex", {"", "^a+$", "\\p{Letter}", "(?<a>b)"},
		{"(", "^(abc]", "\\a", "a++", "["}},
};

static void texts_are_of_their_formats(void **state)
{
	(void)state;
	cp_patterns patterns = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const cp_format *format = cp_format_find(cp_str_of(rows[i].format));
		assert_non_null(format);
		for (size_t j = 0; j < COUNT(rows[i].good) && rows[i].good[j]; j++)
			if (!format->fits(cp_str_of(rows[i].good[j]), &patterns))
				fail_msg("%s refuses \"%s\"", rows[i].format,
					rows[i].good[j]);
		for (size_t j = 0; j < COUNT(rows[i].bad) && rows[i].bad[j]; j++)
			if (format->fits(cp_str_of(rows[i].bad[j]), &patterns))
				fail_msg("%s accepts \"%s\"", rows[i].format,
					rows[i].bad[j]);
	}
	cp_patterns_clear(&patterns);
}

static void no_text_is_too_strange(void **state)
{
	(void)state;
	static const char alphabet[] = "a.-:/@[]%{}~0129PTZ\\\"xn,#?";
	uint32_t random;
	cp_patterns patterns = {0};
	random_start(&random);
	for (int round = 0; round < 3000; round++) {
		cp_buf text = {0};
		for (uint32_t n = random_below(&random, 24); n-- > 0;)
			cp_buf_putc(&text,
				alphabet[random_below(&random, sizeof alphabet - 1)]);
		for (size_t i = 0; i < COUNT(rows); i++)
			cp_format_find(cp_str_of(rows[i].format))
				->fits(cp_buf_str(&text), &patterns);
		cp_buf_clear(&text);
	}
	cp_patterns_clear(&patterns);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(texts_are_of_their_formats),
	cmocka_unit_test(no_text_is_too_strange),
};

GROUP(schema_format);
