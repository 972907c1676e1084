#include "unit.h"

#include "text/digest.h"
#include "text/stem.h"

/* Texts "a|b|c", each by another voice; the first leads if it begins with "#". What is taken, in
 * the order in which it is taken, with "/" between. */
static cp_str digest(cp_arena *arena, const char *joined, size_t article, size_t most)
{
	cp_digest_text texts[16] = {{{0}, NULL, 0, 0, false}};
	size_t count = 0;
	cp_buf out = {0};
	for (const char *at = joined; at;
		at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
		bool leads = *at == '#';
		cp_str text = {at + leads, strcspn(at + leads, "|")};
		cp_quoted_list quoted = cp_quoted_find(arena, text);
		texts[count] = (cp_digest_text){
			text, quoted.list.at, quoted.list.len, (uint32_t)count, leads};
		count++;
	}
	cp_digest made = cp_digest_make(arena, texts, count, CP_LIT("en"), article, most);
	for (size_t i = 0; i < made.list.len; i++) {
		const cp_digest_sentence *it = &made.list.at[i];
		cp_str part =
			cp_str_part(texts[it->text].text, it->span.start, it->span.end);
		cp_buf_printf(&out, "%s%.*s", i ? "/" : "", CP_FMT(part));
	}
	return cp_buf_settle(arena, &out);
}

static void test_table(void **state)
{
	(void)state;
	static const struct {
		const char *texts;
		size_t article, most;
		const char *expected;
	} rows[] = {
		{"", 3, 8, ""},
		{"Hm.|No.|...", 3, 8, ""},
		/* what two say is central */
		{"The lake was cold that morning.|School uniforms cost parents money.|"
		 "Parents pay money for school uniforms.",
			0, 1, "School uniforms cost parents money."},
		/* and is not told twice, where there is something else */
		{"School uniforms cost parents much money.|School uniforms cost parents "
		 "much money.|Children like to choose their clothes.",
			0, 2,
			"School uniforms cost parents much money./Children like to choose "
			"their clothes."},
		/* stems: costs, costing */
		{"Nobody knows where snails sleep in winter.|Uniforms are costing a "
		 "fortune.|The cost of a uniform is high.",
			0, 1, "Uniforms are costing a fortune."},
		/* too short, too much leaning on what was before */
		{"I agree.|This is what uniforms cost.|That is what uniforms cost us.|Uniforms "
		 "cost us and you.",
			0, 1, "Uniforms cost us and you."},
		/* the words of others */
		{"> School uniforms cost parents money.\n\nThey do not cost that much money.",
			0, 8, "They do not cost that much money."},
		/* the article on its own account, taken first */
		{"#School uniforms cost parents much money.|School uniforms cost parents much "
		 "money too.",
			1, 1,
			"School uniforms cost parents much money./School uniforms cost parents "
			"much money too."},
		{"#School uniforms cost parents much money.", 0, 8, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_str made =
			digest(&arena, rows[i].texts, rows[i].article, rows[i].most);
		assert_string_equal(made.at, rows[i].expected);
		cp_arena_clear(&arena);
	}
}

static void test_stems(void **state)
{
	(void)state;
	static const char *const rows[][3] = {
		{"en", "arguments", "argument"},
		{"en-GB", "databases", "databas"},
		{"", "running", "run"},
		{"de", "häuser", "haus"},
		{"DE_at", "kindern", "kind"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_stemmer *stemmer = cp_stemmer_new(cp_str_of(rows[i][0]));
		assert_non_null(stemmer);
		cp_str stem = cp_stem(stemmer, cp_str_of(rows[i][1]));
		assert_true(cp_str_is(stem, rows[i][2]));
		cp_stemmer_free(stemmer);
	}
	assert_null(cp_stemmer_new(CP_LIT("tlh")));
	assert_true(cp_str_is(cp_stem(NULL, CP_LIT("words")), "words"));
	cp_stemmer_free(NULL);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_table),
	cmocka_unit_test(test_stems),
};

GROUP(digest);
