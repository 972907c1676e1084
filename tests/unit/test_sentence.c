#include "unit.h"

#include "text/sentence.h"
#include "text/utf8.h"

/* "one | two": the sentences with bars between them. */
static cp_str split(cp_arena *arena, const char *text)
{
	cp_buf out = {0};
	cp_sentences found = cp_sentences_find(arena, cp_str_of(text));
	for (size_t i = 0; i < found.list.len; i++)
		cp_buf_printf(&out, "%s%.*s", i ? " | " : "",
			CP_FMT(cp_str_part(cp_str_of(text), found.list.at[i].start,
				found.list.at[i].end)));
	return cp_buf_settle(arena, &out);
}

static void sentences_of_comments(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{"  \n\n ", ""},
		{"One. Two! Three?", "One. | Two! | Three?"},
		{"It is so, e.g. here. And i.e. There.",
			"It is so, e.g. here. | And i.e. There."},
		{"Ask Mr. Mill. He knows.", "Ask Mr. Mill. | He knows."},
		{"J. S. Mill wrote it. So did I. And you?",
			"J. S. Mill wrote it. | So did I. | And you?"},
		{"Version 2.5 costs 3.50 now. Buy it.",
			"Version 2.5 costs 3.50 now. | Buy it."},
		{"See example.org/a.html for it. Good.",
			"See example.org/a.html for it. | Good."},
		{"Well… perhaps. Well… Perhaps.", "Well… perhaps. | Well… | Perhaps."},
		{"Well... perhaps. Well... Perhaps.",
			"Well... perhaps. | Well... | Perhaps."},
		{"He said “No.” Then he left.", "He said “No.” | Then he left."},
		{"(It is so.) And it stays.", "(It is so.) | And it stays."},
		{"Really?! Yes.", "Really?! | Yes."},
		{"1. First point\n2. Second point", "1. First point | 2. Second point"},
		{"1) There isn’t\n2) You’re wrong", "1) There isn’t | 2) You’re wrong"},
		{"A heading\nText begins", "A heading | Text begins"},
		{"a line that\nwas broken. Next", "a line that\nwas broken. | Next"},
		{"no stop\n\nnext paragraph", "no stop | next paragraph"},
		{"Great! 🙂 Next one.", "Great! 🙂 | Next one."},
		{"Das ist z.B. Unsinn. Ja.", "Das ist z.B. Unsinn. | Ja."},
		{"これは文です。次の文です。", "これは文です。 | 次の文です。"},
	};
	cp_arena arena = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i].text, split(&arena, rows[i].text), rows[i].want);
	cp_arena_clear(&arena);
}

/* One line of Unicode's test: "÷ 0061 × 002E ÷". The text, and where it is to break. */
static bool read_line(char *line, cp_buf *text, size_t *breaks, size_t *count)
{
	char *comment = strchr(line, '#');
	*count = 0;
	if (comment)
		*comment = '\0';
	for (char *word = strtok(line, " \t\n"); word; word = strtok(NULL, " \t\n"))
		if (strcmp(word, "÷") == 0)
			breaks[(*count)++] = text->len;
		else if (strcmp(word, "×") != 0)
			cp_utf8_put(text, (uint32_t)strtoul(word, NULL, 16));
	return text->len > 0;
}

static bool breaks_as_wanted(cp_str text, const size_t *want, size_t count)
{
	size_t at = 0, n = 1; /* the first is the beginning */
	while (at < text.len) {
		at = cp_sentence_break(text, at);
		if (n >= count || want[n++] != at)
			return false;
	}
	return n == count;
}

/* All of Unicode's own tests hold. */
static void breaks_of_unicode(void **state)
{
	(void)state;
	FILE *file = fopen("../shared/data/torture/unicode/SentenceBreakTest.txt", "r");
	size_t passed = 0, all = 0;
	char line[4096];
	if (!file) {
		print_message("skipped: there is no SentenceBreakTest.txt here\n");
		skip();
	}
	while (fgets(line, sizeof line, file)) {
		cp_buf text = {0};
		size_t breaks[256], count;
		if (read_line(line, &text, breaks, &count)) {
			all++;
			if (breaks_as_wanted(cp_buf_str(&text), breaks, count))
				passed++;
			else
				print_message("sentence: not as Unicode: %s\n", line);
		}
		cp_buf_clear(&text);
	}
	fclose(file);
	assert_true(all > 400);
	assert_int_equal(passed, all);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(sentences_of_comments),
	cmocka_unit_test(breaks_of_unicode),
};
GROUP(sentence);
