#include "unit.h"

#include "text/tokens.h"

/* "one|two": the words of a text. */
static cp_str words(cp_arena *arena, cp_str text)
{
	cp_buf out = {0};
	cp_tokens tokens = {0};
	cp_tokens_add(&tokens, text);
	for (size_t i = 0; i < tokens.len; i++)
		cp_buf_printf(&out, "%s%.*s", i ? "|" : "",
			CP_FMT(cp_str_part(text, tokens.at[i].start, tokens.at[i].end)));
	cp_tokens_clear(&tokens);
	return cp_buf_settle(arena, &out);
}

static void words_of_a_text(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{" .,;! ", ""},
		{"One, two", "One|two"},
		{"don't don’t 'tis rock 'n' roll’", "don't|don’t|tis|rock|n|roll"},
		{"well-known 2.5", "well|known|2|5"},
		{"naïve Ärger", "naïve|Ärger"},
		{"cafe\xcc\x81 s\xc2\xadoft", "cafe\xcc\x81|s\xc2\xadoft"},
		{"日本 go", "日|本|go"},
		{"_so_ *so*", "so|so"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i].text, words(&arena, cp_str_of(rows[i].text)),
			rows[i].want);
	cp_arena_clear(&arena);
}

static void same_words(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		bool same;
	} rows[] = {
		{"One", "one", true},
		{"don't", "don’t", true},
		{"caf\xc3\xa9", "cafe\xcc\x81", true},
		{"CAF\xc3\x89", "caf\xc3\xa9", true},
		{"soft", "s\xc2\xadoft", true},
		{"ﬁn", "fin", true},
		{"one", "two", false},
		{"dont", "don't", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_str a = cp_str_of(rows[i].a), b = cp_str_of(rows[i].b);
		cp_tokens tokens = {0};
		cp_tokens_add(&tokens, a);
		cp_tokens_add(&tokens, b);
		expect(rows[i].b, tokens.len == 2);
		expect(rows[i].b,
			cp_token_same(a, &tokens.at[0], b, &tokens.at[1])
				== rows[i].same);
		cp_tokens_clear(&tokens);
	}
}

/* A hash is not taken for the word. */
static void equal_hashes(void **state)
{
	(void)state;
	cp_token a = {7, 0, 3}, b = {7, 0, 3};
	assert_false(cp_token_same(CP_LIT("one"), &a, CP_LIT("two"), &b));
	assert_true(cp_token_same(CP_LIT("one"), &a, CP_LIT("One"), &b));
}

static void sets_of_words(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_word_set set = {0};
	cp_tokens tokens = {0};
	cp_tokens_add(&tokens, CP_LIT("The database"));
	assert_false(cp_word_set_has(&set, tokens.at[0].hash));
	cp_word_set_add_common(&arena, &set);
	assert_true(cp_word_set_has(&set, tokens.at[0].hash));
	assert_false(cp_word_set_has(&set, tokens.at[1].hash));
	cp_word_set_add(&arena, &set, CP_LIT("DATABASE"));
	assert_true(cp_word_set_has(&set, tokens.at[1].hash));
	cp_tokens_clear(&tokens);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(words_of_a_text),
	cmocka_unit_test(same_words),
	cmocka_unit_test(equal_hashes),
	cmocka_unit_test(sets_of_words),
};
GROUP(tokens);
