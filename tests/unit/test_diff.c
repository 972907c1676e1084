#include "unit.h"

#include "text/diff.h"

static void differences_in_words(void **state)
{
	(void)state;
	static const struct {
		const char *before, *after, *want;
	} rows[] = {
		{"a law to protect people", "a law to help people",
			"a law to [protect→help] people"},
		{"it is not so", "it is so", "it is [not→] so"},
		{"it is so", "it is not so", "it is [→not] so"},
		{"it is", "it is so", "it is [→so]"},
		{"it is so", "is so", "[it→] is so"},
		{"“Don’t – do IT…”", "\"don't - do it...\"", "“Don’t – do IT…”"},
		{"one two", "three four", "[one two→three four]"},
		{"", "a", "[→a]"},
		{"a", "", "[a→]"},
		{"", "", ""},
		{"a cannot, b", "a can, b", "a [cannot→can], b"},
		{"a b c d e", "a x c y e", "a [b→x] c [d→y] e"},
		{"one\nline x", "one line y", "one line [x→y]"},
		{"This is a rather long beginning of a sentence that says a thing and "
		 "then goes on for quite a while to its end",
			"This is a rather long beginning of a sentence that said a thing "
			"and then goes on for quite a while to its end",
			"…beginning of a sentence that [says→said] a thing and then "
			"goes on for…"},
		{"a b c d e f g h i", "a x c x e x g x i", "a [b→x] c [d→x] e [f→x] g …"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf got = {0};
		cp_buf_puts(&got, "");
		cp_diff_write(&got, cp_str_of(rows[i].before), cp_str_of(rows[i].after));
		expect_str(rows[i].before, cp_buf_str(&got), rows[i].want);
		cp_buf_clear(&got);
	}
}

/* The length of the longest common subsequence, the plain way. */
static size_t common(const char *a, size_t as, const char *b, size_t bs)
{
	size_t row[64] = {0};
	for (size_t i = 0; i < as; i++)
		for (size_t j = 0, corner = 0; j < bs; j++) {
			size_t above = row[j + 1];
			row[j + 1] = a[2 * i] == b[2 * j] ? corner + 1
				: above > row[j]          ? above
							  : row[j];
			corner = above;
		}
	return row[bs];
}

static size_t put_letters(char *out, uint32_t *random)
{
	size_t len = random_below(random, 30);
	for (size_t i = 0; i < len; i++) {
		out[2 * i] = (char)('a' + random_below(random, 3));
		out[2 * i + 1] = ' ';
	}
	return len;
}

/* What is left when the changes are taken out is the same in both, and as long as can be. */
static void is_the_shortest_way(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 5000; round++) {
		cp_arena arena = {0};
		char before[64], after[64];
		size_t olds = put_letters(before, &random),
		       news = put_letters(after, &random);
		cp_changes changes = cp_diff(
			&arena, (cp_str){before, 2 * olds}, (cp_str){after, 2 * news});
		size_t i = 0, j = 0, same = 0;
		for (size_t c = 0; c <= changes.len; c++) {
			size_t to =
				c < changes.len ? changes.at[c].before.start / 2 : olds;
			for (; i < to; i++, j++, same++)
				assert_true(j < news && before[2 * i] == after[2 * j]);
			if (c == changes.len)
				break;
			assert_int_equal(changes.at[c].after.start / 2, j);
			i = (changes.at[c].before.end + 1) / 2;
			j = (changes.at[c].after.end + 1) / 2;
		}
		assert_int_equal(j, news);
		assert_int_equal(same, common(before, olds, after, news));
		cp_arena_clear(&arena);
	}
}

/* A few thousand words that differ everywhere end soon, as one change. */
static void texts_that_have_nothing_in_common(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_buf before = {0}, after = {0};
	for (int i = 0; i < 20000; i++) {
		cp_buf_printf(&before, "a%d ", i);
		cp_buf_printf(&after, "b%d ", i);
	}
	cp_changes changes = cp_diff(&arena, cp_buf_str(&before), cp_buf_str(&after));
	assert_int_equal(changes.len, 1);
	assert_int_equal(changes.at[0].before.end, before.len - 1);
	cp_buf_clear(&before);
	cp_buf_clear(&after);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(differences_in_words),
	cmocka_unit_test(is_the_shortest_way),
	cmocka_unit_test(texts_that_have_nothing_in_common),
};

GROUP(diff);
