#include "unit.h"

#include "thread/pseudonym.h"

struct row {
	const char *authors[4]; /* each of one comment, without text */
	const char *text, *want;
};

static cp_thread *make_thread(cp_arena *arena, const struct row *row)
{
	static const char *const ids[] = {"c1", "c2", "c3", "c4"};
	cp_thread *thread = CP_NEW(arena, cp_thread);
	for (size_t i = 0; i < 4 && row->authors[i]; i++)
		cp_thread_add(arena, thread,
			(cp_comment){.id = cp_str_of(ids[i]),
				.author = cp_str_of(row->authors[i]),
				.text = CP_LIT("")});
	cp_thread_add(arena, thread,
		(cp_comment){.id = CP_LIT("x"), .text = cp_str_of(row->text)});
	return thread;
}

static void names_are_found_in_texts(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{{"Ann Lee"}, "Ann Lee, ann LEE and ANN\nLEE.",
			"Speaker 1, Speaker 1 and Speaker 1."},
		{{"Ann Lee"}, "Ann says, Lee says, ann and lee say.",
			"Speaker 1 says, Speaker 1 says, ann and lee say."},
		{{"Ann Lee"}, "Annex, McLee, Ann_Lee and Ann-Lee",
			"Annex, McLee, Ann_Lee and Speaker 1-Speaker 1"},
		{{"Ann Lee"}, "Ann's, Ann’s, Anns and @ann",
			"Speaker 1's, Speaker 1’s, "
			"Speaker 1s and @Speaker 1"},
		{{"Ann Lee"}, "[Ann](x) “Ann”", "[Speaker 1](x) “Speaker 1”"},
		{{"Ann Lee", "Ann Roe"}, "Ann, Ann Roe, Roe, Lee",
			"Ann, Speaker 2, Speaker 2, Speaker 1"},
		{{"Ann Lee", "Ann"}, "Ann and Ann Lee", "Speaker 2 and Speaker 1"},
		{{"ann lee", "Ann Lee"}, "Ann Lee", "Speaker 1"},
		{{"dwoz"}, "Dwoz, dwoz, dwozer", "Speaker 1, Speaker 1, dwozer"},
		{{"Jo"}, "Jo, @jo and Jo.\nJo, you",
			"Speaker 1, @Speaker 1 and Jo.\nSpeaker 1, you"},
		{{"Will"}, "I will. Will you? Will: no", "I will. Will you? Will: no"},
		{{"Mark Twain"}, "Mark my words, Twain. Mark Twain",
			"Mark my words, Speaker 1. Speaker 1"},
		{{"anonymous", "Guest"}, "A guest is anonymous.",
			"A guest is anonymous."},
		{{"Sabrina K."}, "Sabrina K. and Sabrina", "Speaker 1. and Speaker 1"},
		{{"Łukasz Żak"}, "ŁUKASZ ŻAK, Łukasz", "Speaker 1, Speaker 1"},
		{{"田中"}, "田中さんは", "Speaker 1さんは"},
		{{"@ann_b"}, "@ann_b and ann_b", "@Speaker 1 and Speaker 1"},
		{{"★"}, "a ★", "a ★"},
		{{"Ann"}, "", ""},
		/* Nobody of that name wrote anything that the page says. */
		{{NULL}, "@Dom that is so. Dom knows.",
			"@Speaker 1 that is so. Speaker 1 knows."},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_diags diags = {0};
		cp_buf key = {0};
		cp_thread *thread = make_thread(&arena, &rows[i]);
		cp_pseudonymise(&arena, &thread, 1, &diags, &key);
		expect_str(rows[i].text,
			thread->comments.at[thread->comments.len - 1].text, rows[i].want);
		cp_buf_clear(&key);
		cp_diags_clear(&diags);
		cp_arena_clear(&arena);
	}
}

static void marks_move_with_the_text(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_diags diags = {0};
	cp_buf key = {0};
	struct row row = {{"Bo Berg"}, "Bo Berg wrote: Berg is here. End", NULL};
	cp_thread *thread = make_thread(&arena, &row);
	cp_comment *comment = &thread->comments.at[1];
	static const struct {
		size_t start, end;
		const char *want;
	} marks[] = {{0, 7, "Speaker 1"}, {0, 13, "Speaker 1 wrote"},
		{15, 19, "Speaker 1"}, {3, 17, "Speaker 1 wrote: Speaker 1"},
		{8, 13, "wrote"}, {29, 32, "End"}, {0, 32, NULL}};
	for (size_t i = 0; i < COUNT(marks); i++)
		*cp_push(&arena, &comment->marks) = (cp_mark){.kind = CP_LIT("link"),
			.start = marks[i].start,
			.end = marks[i].end,
			.target = CP_LIT("http://x/Berg")};
	cp_pseudonymise(&arena, &thread, 1, &diags, &key);
	const char *all = "Speaker 1 wrote: Speaker 1 is here. End";
	for (size_t i = 0; i < COUNT(marks); i++) {
		cp_mark mark = comment->marks.at[i];
		expect_str("mark", cp_str_part(comment->text, mark.start, mark.end),
			marks[i].want ? marks[i].want : all);
		assert_null(mark.target.at);
	}
	expect_str("key", cp_buf_str(&key), "{\n\t\"Speaker 1\": \"Bo Berg\"\n}\n");
	cp_buf_clear(&key);
	cp_diags_clear(&diags);
	cp_arena_clear(&arena);
}

static void several_threads_have_one_key(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_diags diags = {0};
	cp_buf key = {0};
	struct row one = {{"Ann", "Ben"}, "Cid", NULL},
		   two = {{"Cid", "Ann"}, "Ben", NULL};
	cp_thread *threads[] = {make_thread(&arena, &one), make_thread(&arena, &two)};
	threads[0]->url = CP_LIT("http://x/");
	threads[0]->title = CP_LIT("Ann's");
	cp_pseudonymise(&arena, threads, 2, &diags, &key);
	expect_str("text", threads[0]->comments.at[2].text, "Speaker 3");
	expect_str("text", threads[1]->comments.at[2].text, "Speaker 2");
	expect_str("author", threads[1]->comments.at[1].author, "Speaker 1");
	expect_str("title", threads[0]->title, "Speaker 1's");
	assert_null(threads[0]->url.at);
	cp_buf_clear(&key);
	cp_diags_clear(&diags);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(names_are_found_in_texts),
	cmocka_unit_test(marks_move_with_the_text),
	cmocka_unit_test(several_threads_have_one_key),
};

GROUP(pseudonym);
