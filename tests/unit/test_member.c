#include "unit.h"

#include "json/member.h"

static void properties_are_found(void **state)
{
	static const struct {
		const char *text, *want; /* NULL: there is none */
	} rows[] = {
		{"{'x': 1}", "1"},
		{" { 'a' : [1, {'x': 2}], 'x' : 'y' } ", "'y'"},
		{"{'x': {'x': [1, 2]}, 'b': 3}", "{'x': [1, 2]}"},
		{"{'x': [ ] }", "[ ]"},
		{"{'x':true}", "true"},
		{"{'x': 12 \r\n}", "12"},
		{"{'x': 1, 'x': 2}", "1"},
		{"{'a': '}, \\\"x\\\": 1', 'x': 2}", "2"},
		{"{'a': '\\\\', 'x': 2}", "2"},
		{"{'xx': 1, 'X': 2}", NULL},
		{"{'a': {'x': 1}}", NULL},
		{"['x', 1]", NULL},
		{"'x'", NULL},
		{"{}", NULL},
		{"", NULL},
		{"{", NULL},
		{"{'x'", NULL},
		{"{'x':", NULL},
		{"{'x' 1}", NULL},
		{"{'x': }", NULL},
		{"{'x': 'open", "'open"},
		{"{'x': [1, {", "[1, {"},
		{"{'x': 1 no JSON }{", "1 no JSON"},
		{"{'a': 1} {'x': 2}", NULL},
		{"{'a': ]}, 'x': 2}", NULL},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_str value = {0};
		cp_str text = cp_str_copy(&arena, cp_str_of(quoted(rows[i].text)));
		bool found = cp_json_member(text, "x", &value);
		if (found != (rows[i].want != NULL))
			fail_msg("%s: %.*s", rows[i].text, CP_FMT(value));
		if (found)
			expect_str(rows[i].text, value, quoted(rows[i].want));
		cp_arena_clear(&arena);
	}
}

static void strings_are_read(void **state)
{
	static const struct {
		const char *json;
		cp_str want; /* at == NULL: it is none */
	} rows[] = {
		{"\"a\\n\\u00e9\"", BYTES("a\n\xc3\xa9")},
		{"\"\\u0000\"", BYTES("\0")},
		{"\"\"", BYTES("")},
		{"\"open", {0}},
		{"\"\\x\"", {0}},
		{"\"\xff\"", {0}},
		{"12", {0}},
		{"", {0}},
		{"\"a\" \"b\"", {0}},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		bool read = cp_json_unquote(cp_str_of(rows[i].json), &out);
		if (read != (rows[i].want.at != NULL)
			|| (read && !cp_str_eq(cp_buf_str(&out), rows[i].want)))
			fail_msg("%s: %.*s", rows[i].json, CP_FMT(cp_buf_str(&out)));
		cp_buf_clear(&out);
	}
}

static void whole_numbers_are_told(void **state)
{
	static const char *const good[] = {
		"0", "7", "-1", "100", "12345678901234567890123"};
	static const char *const bad[] = {
		"", "-", "01", "1.0", "1e3", "+1", " 1", "1 ", "x"};
	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(cp_json_is_integer(cp_str_of(good[i])));
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(cp_json_is_integer(cp_str_of(bad[i])));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(properties_are_found),
	cmocka_unit_test(strings_are_read),
	cmocka_unit_test(whole_numbers_are_told),
};

GROUP(member);
