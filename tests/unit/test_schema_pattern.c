#include "unit.h"

#include "json/schema_pattern.h"

static void patterns_mean_what_ecma_says(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *fits, *not ; /* each may be NULL */
	} rows[] = {
		{"", "", NULL},
		{"^", "abc", NULL},
		{"$", "abc", NULL},
		{"^x-", "x-a", "a x-"},
		{"b", "abc", "ac"},
		{"c$", "abc", "cab"},
		{"^abc$", "abc", "abcd"},
		{"^$", "", "a"},
		{"^a.c$", "abc", "a\nc"},
		{"^a.c$", "a🙂c",
			"a\xe2\x80\xa8"
			"c"},
		{"^a.c$",
			"a\x0b"
			"c",
			"a\rc"},
		{"^abc$|x", "abc", "abc\n"},
		{"^\\d+$", "42", "\xe0\xa7\xaa"},
		{"^\\w$", "_", "é"},
		{"^\\W$", "é", "a"},
		{"^\\s$", "\xc2\xa0", "\xc2\x85"},
		{"^\\s$", "\xef\xbb\xbf", "a"},
		{"^\\S$", "a", "\xe2\x80\xa9"},
		{"^[\\s]$", "\xe3\x80\x80", "a"},
		{"^[\\S]$", "\xf0\x9f\x99\x82", "\xe3\x80\x80"},
		{"^[^\\s]$", "a", "\xe3\x80\x80"},
		{"^[\\d-]+$", "1-2", "a"},
		{"^\\v$", "\x0b", "\n"},
		{"^\\cC$", "\x03", "c"},
		{"^\\x41\\u0042\\u{43}$", "ABC", "abc"},
		{"^\\uD83D\\uDE42$", "🙂", "?"},
		{"^\\u{1F642}$", "🙂", "?"},
		{"\\uD83D", NULL, "🙂"},
		{"^[\\uD83D\\uDE42]$", "🙂", "?"},
		{"^🙂*$", "🙂🙂", "🙁"},
		{"^[]a]", NULL, "a"},
		{"^[^]$", "\n", ""},
		{"^[[]$", "[", "]"},
		{"^[[:alpha:]]$", ":]", "x"},
		{"^[a\\-z]$", "-", "b"},
		{"^[\\b]$", "\b", "b"},
		{"^a\\b", "a b", "ab"},
		{"^\\p{Letter}+$", "é", "1"},
		{"^\\p{L}\\p{Lu}$", "aB", "ab"},
		{"^\\P{Letter}$", "1", "é"},
		{"^\\p{Script=Greek}$", "α", "a"},
		{"^\\p{sc=Greek}\\p{gc=Ll}$", "αβ", "αΒ"},
		{"^\\p{General_Category=Decimal_Number}$", "\xe0\xa7\xaa", "a"},
		{"^(a)\\1$", "aa", "ab"},
		{"^(?<x>a)\\k<x>$", "aa", "ab"},
		{"^(?:a|b)(?=c)(?!d)c$", "ac", "ab"},
		{"(?<=a)b", "ab", "cb"},
		{"(?<!a)b", "cb", "ab"},
		{"^a{2}$", "aa", "a"},
		{"^a{2,3}?b$", "aaab", "ab"},
		{"^a{,2}$", "a{,2}", "aa"},
		{"^{a}$", "{a}", "a"},
		{"^a]$", "a]", "a"},
		{"^\\$\\{x\\}\\/\\.$", "${x}/.", "x"},
		{"^(z)?\\1a$", "a", "b"},
		{"^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$", "a.b@c.de", "a@b"},
	};
	cp_arena arena = {0};
	cp_patterns patterns = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf error = {0};
		cp_pattern *pattern = cp_pattern_new(
			&arena, &patterns, cp_str_of(rows[i].pattern), &error);
		if (!pattern)
			fail_msg("%s: %s", rows[i].pattern, error.at);
		if (rows[i].fits)
			expect(rows[i].pattern,
				cp_pattern_match(pattern, cp_str_of(rows[i].fits))
					== CP_MATCH);
		if (rows[i].not )
			expect(rows[i].pattern,
				cp_pattern_match(pattern, cp_str_of(rows[i].not ))
					== CP_NO_MATCH);
	}
	cp_patterns_clear(&patterns);
	cp_arena_clear(&arena);
}

static void what_is_no_pattern_is_refused(void **state)
{
	(void)state;
	static const char *const rows[] = {"(", ")", "[", "[a", "*", "a**", "a++", "a?+",
		"a{2}{3}", "(*ACCEPT)", "(?i)a", "(?#a)", "(?>a)", "(?|a)", "(?P<a>b)",
		"(?R)", "(?1)", "\\", "\\a", "\\A", "\\Z", "\\z", "\\h", "\\R", "\\X",
		"\\K", "\\Q", "\\E", "\\G", "\\C", "\\N", "\\e", "\\g1", "\\01", "\\1",
		"\\c1", "\\x1", "\\u12", "\\u{}", "\\u{110000}", "\\p", "\\p{", "\\p{}",
		"\\p{^L}", "\\p{Nothing}", "[\\B]", "[\\1]", "[b-a]", "a{3,2}", "(?<1>a)",
		"\\k<a>", "\\é"};
	cp_arena arena = {0};
	cp_patterns patterns = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf error = {0};
		expect(rows[i],
			!cp_pattern_new(&arena, &patterns, cp_str_of(rows[i]), &error));
		expect(rows[i], error.len > 0);
		cp_buf_clear(&error);
	}
	cp_patterns_clear(&patterns);
	cp_arena_clear(&arena);
}

static void patterns_give_up_in_time(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*b", "^(.*?,){20}P"};
	cp_arena arena = {0};
	cp_patterns patterns = {0};
	cp_buf text = {0}, error = {0};
	for (int i = 0; i < 3000; i++)
		cp_buf_puts(&text, i % 10 == 9 ? "a," : "a");
	cp_buf_puts(&text, "!");
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_pattern *pattern =
			cp_pattern_new(&arena, &patterns, cp_str_of(rows[i]), &error);
		assert_non_null(pattern);
		expect(rows[i], cp_pattern_match(pattern, cp_buf_str(&text)) != CP_MATCH);
	}
	cp_buf_clear(&text);
	cp_patterns_clear(&patterns);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(patterns_mean_what_ecma_says),
	cmocka_unit_test(what_is_no_pattern_is_refused),
	cmocka_unit_test(patterns_give_up_in_time),
};

GROUP(schema_pattern);
