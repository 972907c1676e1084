#include "unit.h"

#include "text/suggest.h"

static void edit_distances(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		size_t limit, want;
	} rows[] = {
		{"", "", 3, 0},
		{"abc", "abc", 3, 0},
		{"abc", "abd", 3, 1},
		{"abc", "acb", 3, 1},
		{"abc", "ab", 3, 1},
		{"abc", "xabc", 3, 1},
		{"kitten", "sitting", 5, 3},
		{"kitten", "sitting", 2, 3},
		{"", "abc", 5, 3},
		{"ca", "abc", 5, 3},
		{"Claim", "claim", 3, 0},
		{"é", "e", 3, 1},
		{"héllo", "hlélo", 3, 1},
		{"rebutal", "rebuttal", 2, 1},
		{"abcdef", "fedcba", 9, 5},
		{"a", "b", 0, 1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_str a = cp_str_of(rows[i].a), b = cp_str_of(rows[i].b);
		expect(rows[i].a, cp_edit_distance(a, b, rows[i].limit) == rows[i].want);
		expect(rows[i].a, cp_edit_distance(b, a, rows[i].limit) == rows[i].want);
	}
}

static void very_long_words_are_never_near(void **state)
{
	(void)state;
	char word[201];
	memset(word, 'x', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	assert_int_equal(cp_edit_distance(cp_str_of(word), cp_str_of(word), 5), 6);
	word[64] = '\0';
	assert_int_equal(cp_edit_distance(cp_str_of(word), cp_str_of(word), 5), 0);
	word[64] = 'x', word[65] = '\0';
	assert_int_equal(cp_edit_distance(cp_str_of(word), cp_str_of(word), 5), 6);
}

static void the_nearest_is_suggested(void **state)
{
	(void)state;
	static const struct {
		const char *wanted, *want;
	} rows[] = {
		{"clam", "claim"},
		{"rebutal", "rebuttal"},
		{"xyz", ""},
		{"quote", ""},
		{"CLAIM", "claim"},
		{"quoatiton", "quotation"},
		{"", ""},
	};
	static const char *const names[] = {"claim", "rebuttal", "quotation"};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_suggestion near = cp_suggestion_for(cp_str_of(rows[i].wanted));
		for (size_t n = 0; n < COUNT(names); n++)
			cp_suggestion_see(&near, cp_str_of(names[n]));
		expect_str(rows[i].wanted, near.best, rows[i].want);
	}
}

static void of_two_as_near_neither(void **state)
{
	(void)state;
	cp_suggestion near = cp_suggestion_for(CP_LIT("c1x"));
	cp_suggestion_see(&near, CP_LIT("c1"));
	expect_str("one", near.best, "c1");
	cp_suggestion_see(&near, CP_LIT("c1"));
	expect_str("the same again", near.best, "c1");
	cp_suggestion_see(&near, CP_LIT("c1y"));
	expect_str("two", near.best, "");
	cp_suggestion_see(&near, CP_LIT("c1x"));
	expect_str("exact", near.best, "c1x");
	cp_suggestion_see(&near, CP_LIT("c1"));
	expect_str("nothing is nearer", near.best, "c1x");
}

static void a_slip_is_safe_to_mend(void **state)
{
	(void)state;
	static const struct {
		const char *wanted, *name;
		bool want;
	} rows[] = {
		{"pollinat", "pollinate", true},
		{"quotte", "quote", true},
		{"gst", "gist", true},
		{"gits", "gist", true},
		{"Motion", "motion", true},
		{"C1", "c1", true},
		{"quttte", "quote", false},
		{"c2", "c1", false},
		{"reason-12", "reason-13", false},
		{"reason-12", "reasn-12", true},
		{"reason-1", "reason-12", false},
		{"om", "on", false},
		{"xyz", "gist", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_suggestion near = cp_suggestion_for(cp_str_of(rows[i].wanted));
		cp_suggestion_see(&near, cp_str_of(rows[i].name));
		expect(rows[i].wanted, cp_suggestion_is_safe(&near) == rows[i].want);
	}
	cp_suggestion near = cp_suggestion_for(CP_LIT("claims"));
	cp_suggestion_see(&near, CP_LIT("claim"));
	cp_suggestion_see(&near, CP_LIT("claimz"));
	assert_false(cp_suggestion_is_safe(&near));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(edit_distances),
	cmocka_unit_test(very_long_words_are_never_near),
	cmocka_unit_test(the_nearest_is_suggested),
	cmocka_unit_test(of_two_as_near_neither),
	cmocka_unit_test(a_slip_is_safe_to_mend),
};

GROUP(suggest);
