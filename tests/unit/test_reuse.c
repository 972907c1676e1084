#include "unit.h"

#include "text/reuse.h"

/* Texts "a|b|c", each by another voice unless it begins with a digit: that is its voice. */
struct texts {
	cp_arena arena;
	cp_reuse_text list[16];
	size_t len;
};

static void split(struct texts *texts, const char *joined)
{
	*texts = (struct texts){0};
	for (const char *at = joined; at;
		at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
		cp_reuse_text *text = &texts->list[texts->len];
		bool voice = *at >= '0' && *at <= '9';
		text->voice = voice ? (uint32_t)(*at - '0') : 100 + (uint32_t)texts->len;
		text->answers = CP_NONE;
		text->text = (cp_str){at + voice, strcspn(at + voice, "|")};
		cp_quoted_list quoted = cp_quoted_find(&texts->arena, text->text);
		text->quoted = quoted.list.at;
		text->quoted_len = quoted.list.len;
		texts->len++;
	}
}

/* "2<0 altered “words”": what was found. */
static cp_str found(struct texts *texts)
{
	cp_buf out = {0};
	cp_reuses reuses = cp_reuse_find(
		&texts->arena, texts->list, texts->len, CP_LIT("phones in school"));
	for (size_t i = 0; i < reuses.list.len; i++) {
		const cp_reuse *it = &reuses.list.at[i];
		cp_buf_printf(&out, "%s%u<%u %s %s", i ? "; " : "", (unsigned)it->text,
			(unsigned)it->origin, cp_reuse_fidelity_names[it->fidelity],
			it->quoted == CP_NONE ? "echo" : "marked");
	}
	return cp_buf_settle(&texts->arena, &out);
}

#define LONG "every pupil deserves a quiet room where nobody rings or buzzes"

static void reuse_of_words(void **state)
{
	(void)state;
	static const struct {
		const char *name, *texts, *want;
	} rows[] = {
		{"nothing", "one two three|four five six", ""},
		{"echo", "I say " LONG " today|well " LONG " indeed",
			"1<0 verbatim echo"},
		{"echo in capitals",
			"I say " LONG
			"|EVERY PUPIL DESERVES A QUIET ROOM, WHERE nobody rings",
			"1<0 altered echo"},
		{"echo too short", "a quiet room where nobody|a quiet room where nobody",
			""},
		{"own words are no echo", "1" LONG "|1" LONG, ""},
		{"own words, marked", "1" LONG "|1“" LONG "”", "1<0 verbatim marked"},
		{"three say it, nobody quotes", LONG "|" LONG "|" LONG, ""},
		{"marked, though three say it", LONG "|" LONG "|“" LONG "”",
			"2<0 verbatim marked"},
		{"three words, marked", "it is a quiet room|your “a quiet room” is",
			"1<0 verbatim marked"},
		{"two words, marked", "so a quiet room|your ‘quiet room’ is",
			"1<0 verbatim marked"},
		{"two words, one of them empty", "so the room|your ‘the room’ is", ""},
		{"words that say nothing", "so it is in the|“it is in the”", ""},
		{"topic words say nothing either",
			"so phones in school|“phones in school”", ""},
		{"altered words",
			"every pupil deserves a quiet room where nobody rings|"
			"“every pupil deserves one silent room where nobody rings”",
			"1<0 altered marked"},
		{"cut with an ellipsis",
			"every pupil deserves at any time of the day and of the year a "
			"quiet room where nobody rings|“every pupil deserves … a quiet "
			"room where nobody rings”",
			"1<0 truncated marked"},
		{"far apart without an ellipsis",
			"every pupil deserves at any time of the day and of the year a "
			"quiet room where nobody rings|“every pupil deserves a quiet "
			"room where nobody rings”",
			"1<0 altered marked"},
		{"a line with a mark", LONG "|> a quiet room where nobody\n\nno",
			"1<0 verbatim marked"},
		{"longest origin",
			"a quiet room|a quiet room where nobody rings|"
			"“a quiet room where nobody rings”",
			"2<1 verbatim marked"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct texts texts;
		split(&texts, rows[i].texts);
		expect_str(rows[i].name, found(&texts), rows[i].want);
		cp_arena_clear(&texts.arena);
	}
}

static void the_answered_text_comes_first(void **state)
{
	(void)state;
	struct texts texts;
	split(&texts, LONG "|" LONG "|“" LONG "”");
	expect_str("the first", found(&texts), "2<0 verbatim marked");
	texts.list[2].answers = 1;
	expect_str("the answered", found(&texts), "2<1 verbatim marked");
	cp_arena_clear(&texts.arena);
}

static void works_take_nothing(void **state)
{
	(void)state;
	struct texts texts;
	split(&texts, LONG "|" LONG "|" LONG);
	texts.list[0].work = texts.list[1].work = true;
	texts.list[1].voice = texts.list[0].voice;
	expect_str("works", found(&texts), "2<0 verbatim echo");
	cp_arena_clear(&texts.arena);
}

static void spans_are_words(void **state)
{
	(void)state;
	struct texts texts;
	split(&texts, "So: every pupil, deserves!|“So: every pupil, deserves!”");
	cp_reuses reuses =
		cp_reuse_find(&texts.arena, texts.list, texts.len, (cp_str){0});
	assert_int_equal(reuses.list.len, 1);
	const cp_reuse *it = &reuses.list.at[0];
	assert_int_equal(it->words, 4);
	expect_str("span", cp_str_part(texts.list[1].text, it->span.start, it->span.end),
		"So: every pupil, deserves!");
	expect_str("origin",
		cp_str_part(
			texts.list[0].text, it->origin_span.start, it->origin_span.end),
		"So: every pupil, deserves!");
	cp_arena_clear(&texts.arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(reuse_of_words),
	cmocka_unit_test(the_answered_text_comes_first),
	cmocka_unit_test(works_take_nothing),
	cmocka_unit_test(spans_are_words),
};
GROUP(reuse);
