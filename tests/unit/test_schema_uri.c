#include "unit.h"

#include "json/schema_uri.h"

/* RFC 3986, section 5.4, and what references in schemas look like. */
static void references_are_resolved(void **state)
{
	(void)state;
	static const struct {
		const char *base, *reference, *want;
	} rows[] = {
		{"http://a/b/c/d;p?q", "g:h", "g:h"},
		{"http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
		{"http://a/b/c/d;p?q", "./g", "http://a/b/c/g"},
		{"http://a/b/c/d;p?q", "g/", "http://a/b/c/g/"},
		{"http://a/b/c/d;p?q", "/g", "http://a/g"},
		{"http://a/b/c/d;p?q", "//g", "http://g"},
		{"http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"},
		{"http://a/b/c/d;p?q", "g?y", "http://a/b/c/g?y"},
		{"http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"},
		{"http://a/b/c/d;p?q", "g#s", "http://a/b/c/g#s"},
		{"http://a/b/c/d;p?q", "g?y#s", "http://a/b/c/g?y#s"},
		{"http://a/b/c/d;p?q", ";x", "http://a/b/c/;x"},
		{"http://a/b/c/d;p?q", "g;x?y#s", "http://a/b/c/g;x?y#s"},
		{"http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"},
		{"http://a/b/c/d;p?q", ".", "http://a/b/c/"},
		{"http://a/b/c/d;p?q", "./", "http://a/b/c/"},
		{"http://a/b/c/d;p?q", "..", "http://a/b/"},
		{"http://a/b/c/d;p?q", "../", "http://a/b/"},
		{"http://a/b/c/d;p?q", "../g", "http://a/b/g"},
		{"http://a/b/c/d;p?q", "../..", "http://a/"},
		{"http://a/b/c/d;p?q", "../../g", "http://a/g"},
		{"http://a/b/c/d;p?q", "../../../g", "http://a/g"},
		{"http://a/b/c/d;p?q", "/./g", "http://a/g"},
		{"http://a/b/c/d;p?q", "/../g", "http://a/g"},
		{"http://a/b/c/d;p?q", "g.", "http://a/b/c/g."},
		{"http://a/b/c/d;p?q", "..g", "http://a/b/c/..g"},
		{"http://a/b/c/d;p?q", "./../g", "http://a/b/g"},
		{"http://a/b/c/d;p?q", "./g/.", "http://a/b/c/g/"},
		{"http://a/b/c/d;p?q", "g/./h", "http://a/b/c/g/h"},
		{"http://a/b/c/d;p?q", "g/../h", "http://a/b/c/h"},
		{"http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y"},
		{"http://a/b/c/d;p?q", "g?y/./x", "http://a/b/c/g?y/./x"},
		{"http://a", "b", "http://a/b"},
		{"HTTP://a/b", "c", "http://a/c"},
		{"urn:a:b", "#/$defs/c", "urn:a:b#/$defs/c"},
		{"", "b.json", "b.json"},
		{"", "#a", "#a"},
		{"schemas/a.json", "b.json#/x", "schemas/b.json#/x"},
		{"schemas/a.json", "../b.json", "b.json"},
		{"a.json", "../../b.json", "../../b.json"},
		{"../a.json", "../b.json", "../../b.json"},
		{"a/b/c.json", "../.././d.json", "d.json"},
		{"/tmp/a.json", "c/b.json", "/tmp/c/b.json"},
		{"a.json", "b:c", "b:c"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i].reference,
			cp_uri_resolve(&arena, cp_str_of(rows[i].base),
				cp_str_of(rows[i].reference)),
			rows[i].want);
	cp_arena_clear(&arena);
}

static void escapes_are_decoded(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"a", "a"},
		{"", ""},
		{"%41%5a%5A", "AZZ"},
		{"100%", "100%"},
		{"%4", "%4"},
		{"%zz", "%zz"},
		{"a%2Fb~1c%25", "a/b~1c%"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i][0], cp_uri_decode(&arena, cp_str_of(rows[i][0])),
			rows[i][1]);
	cp_arena_clear(&arena);
}

static void fragments_are_cut_off(void **state)
{
	(void)state;
	cp_str uri = CP_LIT("http://a/b#c");
	expect_str("without", cp_uri_without_fragment(uri), "http://a/b");
	expect_str("fragment", cp_uri_fragment(uri), "c");
	expect_str("hash", cp_uri_hash(uri), "#c");
	assert_null(cp_uri_fragment(CP_LIT("http://a/b")).at);
	assert_int_equal(cp_uri_hash(CP_LIT("http://a/b")).len, 0);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(references_are_resolved),
	cmocka_unit_test(escapes_are_decoded),
	cmocka_unit_test(fragments_are_cut_off),
};

GROUP(schema_uri);
