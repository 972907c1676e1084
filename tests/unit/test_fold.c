#include "unit.h"

#include "text/fold.h"
#include "text/utf8.h"

static void one_form_for_many(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{"Plain Text", "plain text"},
		{"“double” «and» ‟low‟", "\"double\" \"and\" \"low\""},
		{"it’s ‘so’ ´x´ ‹y›", "it's 'so' 'x' 'y'"},
		{"a–b—c‐d−e", "a-b-c-d-e"},
		{"wait…", "wait..."},
		{"a\xc2\xa0"
		 "b",
			"a b"},
		{"a \t\r\n\xe3\x80\x80 b", "a b"},
		{"co\xc2\xad"
		 "operate",
			"cooperate"},
		{"zero\xe2\x80\x8bwidth", "zerowidth"},
		{"\xef\xbb\xbf"
		 "bom",
			"bom"},
		{"Straße", "strasse"},
		{"ﬁsh ﬀ", "fish ff"},
		{"ＡＢＣ１", "abc1"},
		{"ÉCOLE",
			"e\xcc\x81"
			"cole"},
		{"é", "e\xcc\x81"},
		{"e\xcc\x81", "e\xcc\x81"},
		{"İ", "i\xcc\x87"},
		{"ΣΑΣ ς", "σασ σ"},
		{"½",
			"1\xe2\x81\x84"
			"2"},
		{"❤️", "❤"},
		{"x²", "x2"},
		{" lead", " lead"},
		{"12′ 3″", "12' 3\""},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i].text, cp_fold(&arena, cp_str_of(rows[i].text)).text,
			rows[i].want);
	cp_arena_clear(&arena);
}

static void every_byte_knows_where_it_comes_from(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "ascii",
		"“q” … ß ﬁ İ é — \xc2\xa0\xc2\xa0 x", "a\xc2\xad", "🙂 漢字", "  "};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(texts); i++) {
		cp_folded folded = cp_fold(&arena, cp_str_of(texts[i]));
		size_t len = strlen(texts[i]);
		assert_int_equal(folded.origin[folded.text.len], len);
		for (size_t b = 0; b < folded.text.len; b++) {
			assert_true(folded.origin[b] <= folded.origin[b + 1]);
			assert_true(folded.origin[b] < len);
			assert_true((texts[i][folded.origin[b]] & 0xc0) != 0x80);
		}
	}
	cp_folded three = cp_fold(&arena, CP_LIT("a…ß b"));
	static const uint32_t origins[] = {0, 1, 1, 1, 4, 4, 6, 7, 8};
	for (size_t b = 0; b < COUNT(origins); b++)
		assert_int_equal(three.origin[b], origins[b]);
	cp_arena_clear(&arena);
}

static void folding_twice_is_folding_once(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	cp_arena arena = {0};
	for (int round = 0; round < 3000; round++) {
		cp_buf text = {0};
		for (uint32_t n = random_below(&random, 12); n-- > 0;) {
			uint32_t c = random_below(&random, 4)
				? random_below(&random, 0x3000)
				: 0xf900 + random_below(&random, 0x600);
			cp_utf8_put(&text, c);
		}
		cp_folded once = cp_fold(&arena, cp_buf_str(&text));
		cp_folded twice = cp_fold(&arena, once.text);
		if (!cp_str_eq(once.text, twice.text))
			print_error("text %s: %s, %s\n", cp_buf_str(&text).at,
				once.text.at, twice.text.at);
		assert_true(cp_str_eq(once.text, twice.text));
		cp_buf_clear(&text);
	}
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(one_form_for_many),
	cmocka_unit_test(every_byte_knows_where_it_comes_from),
	cmocka_unit_test(folding_twice_is_folding_once),
};

GROUP(fold);
