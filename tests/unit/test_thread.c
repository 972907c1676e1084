#include "unit.h"

#include <jansson.h>

#include "json/document.h"

struct thread {
	cp_diags diags;
	cp_arena arena;
	cp_document document;
	cp_thread *thread;
};

static void read(struct thread *thread, const char *json)
{
	cp_buf text = {0};
	*thread = (struct thread){0};
	cp_buf_puts(&text, json);
	cp_document_init(&thread->document,
		cp_diags_add_source(&thread->diags, "thread.json", &text),
		&thread->diags);
	assert_non_null(thread->document.root);
	thread->thread = cp_thread_read(&thread->arena, thread->document.root,
		thread->document.source, "", &thread->diags);
}

static void clear(struct thread *thread)
{
	cp_arena_clear(&thread->arena);
	cp_document_clear(&thread->document);
	cp_diags_clear(&thread->diags);
}

static void replies_are_linked_to_earlier_comments(void **state)
{
	(void)state;
	static const struct {
		const char *comments, *codes, *hint;
	} rows[] = {
		{"{'id':'a','text':''},{'id':'b','text':'','reply_to':'a'}", "", ""},
		{"{'id':'a','text':'','reply_to':'a'}", "reply-order", ""},
		{"{'id':'a','text':'','reply_to':'b'},{'id':'b','text':''}",
			"reply-order", ""},
		{"{'id':'c1','text':''},{'id':'c2','text':'','reply_to':'c11'}",
			"unknown-comment", "did you mean \"c1\"?"},
		{"{'id':'a','text':''},{'id':'a','text':''}", "duplicate-id", ""},
		{"{'id':'a'},{'text':'x'},{'id':7,'text':'x'},5,null", "", ""},
		{"", "", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct thread thread;
		cp_buf json = {0};
		cp_buf_printf(&json, "{'comments':[%s]}", rows[i].comments);
		read(&thread, quoted(json.at));
		expect_codes(rows[i].comments, &thread.diags, rows[i].codes);
		if (thread.diags.list.len)
			expect_str(rows[i].comments, thread.diags.list.at[0].hint,
				rows[i].hint);
		for (size_t c = 0; c < thread.thread->comments.len; c++)
			assert_true(thread.thread->comments.at[c].reply == CP_NONE
				|| thread.thread->comments.at[c].reply < c);
		cp_buf_clear(&json);
		clear(&thread);
	}
}

static void what_is_not_a_thread_is_an_empty_one(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"{}", "[]", "{\"comments\": 7}", "{\"comments\": {}}"};
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct thread thread;
		read(&thread, texts[i]);
		assert_int_equal(thread.thread->comments.len, 0);
		assert_int_equal(cp_thread_find(thread.thread, CP_LIT("op")), CP_NONE);
		clear(&thread);
	}
}

static void what_is_written_is_read_again(void **state)
{
	(void)state;
	static const char json[] =
		"{\n\t\"counterpoint\": 1,\n\t\"title\": \"A \\\"title\\\"\",\n\t\"url\": \"http://x/\",\n"
		"\t\"retrieved\": \"2010-08-10\",\n\t\"language\": \"en\",\n\t\"comments\": [\n"
		"\t\t{ \"id\": \"op\", \"author\": \"Ann\",\n\t\t  \"byline\": \"* Ann\",\n"
		"\t\t  \"digest\": \"sha256:ed599dd33c1dcb3dd1d1a522dcc2004035cc6dc282a14407e3b619084958e89c\",\n"
		"\t\t  \"text\": \"one\\n\\ntwo \\u0001é\" },\n"
		"\t\t{ \"id\": \"c1\", \"time\": \"2010-08-08T14:57\", \"reply_to\": \"op\",\n"
		"\t\t  \"digest\": \"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\n"
		"\t\t  \"text\": \"\" },\n"
		"\t\t{ \"id\": \"c2\", \"time\": \"2025-03-03T08:05:00Z\", "
		"\"edited\": \"2025-03-03T09:12:00Z\", \"score\": -3, "
		"\"reply_to\": \"c1\", \"source_id\": \"t1_x\",\n"
		"\t\t  \"url\": \"http://x/#2\",\n"
		"\t\t  \"digest\": \"sha256:04e59f1bba16241d387f492a9225dc6cd9f484609e98f0d521d2eee3a60c8ad6\",\n"
		"\t\t  \"text\": \"äöü é\",\n"
		"\t\t  \"marks\": [\n"
		"\t\t    { \"kind\": \"quotation\", \"start\": 0, \"end\": 5, \"target\": \"c1\" },\n"
		"\t\t    { \"kind\": \"code\", \"start\": 4, \"end\": 4 }\n\t\t  ] },\n"
		"\t\t{ \"id\": \"c3\", \"missing\": \"not-loaded\", \"count\": 57,\n"
		"\t\t  \"text\": \"\" }\n\t]\n}\n";
	struct thread thread;
	read(&thread, json);
	cp_buf out = {0};
	cp_thread_write(&out, thread.thread);
	expect_str("written", cp_buf_str(&out), json);
	assert_int_equal(thread.thread->comments.at[1].reply, 0);
	assert_int_equal(cp_thread_find(thread.thread, CP_LIT("c1")), 1);
	assert_null(thread.thread->comments.at[1].author.at);
	const cp_comment *marked = &thread.thread->comments.at[2];
	assert_int_equal(marked->score, -3);
	assert_true(marked->has_score);
	assert_int_equal(marked->marks.len, 2);
	assert_int_equal(marked->marks.at[0].end, 9);
	assert_int_equal(marked->marks.at[1].start, 7);
	assert_int_equal(thread.thread->comments.at[3].count, 57);
	cp_buf_clear(&out);
	clear(&thread);
}

#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void a_digest_tells_that_a_text_was_altered(void **state)
{
	(void)state;
	static const struct {
		const char *text, *digest, *hint; /* NULL: as it was */
	} rows[] = {
		{"abc", "sha256:" ABC, NULL}, /* FIPS 180-4, example */
		{"", "sha256:" EMPTY, NULL},
		{"abd", "sha256:" ABC,
			"if the text is as it should be, write "
			"\"sha256:a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe8629"
			"8449c9\""},
		{"abc", ABC, "if the text is as it should be, write \"sha256:" ABC "\""},
		{"", "", "if the text is as it should be, write \"sha256:" EMPTY "\""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct thread thread;
		cp_buf json = {0};
		cp_buf_printf(&json,
			"{'comments':[{'id':'a','text':'%s','digest':'%s'}]}",
			rows[i].text, rows[i].digest);
		read(&thread, quoted(json.at));
		expect_codes(rows[i].text, &thread.diags,
			rows[i].hint ? "comment-changed" : "");
		expect(rows[i].text,
			thread.thread->comments.at[0].changed == (rows[i].hint != NULL));
		if (rows[i].hint)
			expect_str(
				rows[i].text, thread.diags.list.at[0].hint, rows[i].hint);
		cp_buf_clear(&json);
		clear(&thread);
	}
}

static void marks_lie_in_the_text(void **state)
{
	(void)state;
	static const struct {
		const char *marks, *codes;
		size_t kept;
	} rows[] = {
		{"{'kind':'code','start':0,'end':3}", "", 1},
		{"{'kind':'code','start':3,'end':3}", "", 1},
		{"{'kind':'code','start':0,'end':4}", "out-of-range", 0},
		{"{'kind':'code','start':2,'end':1}", "out-of-range", 0},
		{"{'kind':'code','start':9,'end':9},{'kind':'link','start':1,'end':2}",
			"out-of-range", 1},
		{"{'kind':'code','start':-1,'end':3},7,{'start':1,'end':2}", "", 0},
		{"", "", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct thread thread;
		cp_buf json = {0};
		cp_buf_printf(&json,
			"{'comments':[{'id':'a','text':'aéb','marks':[%s]}]}",
			rows[i].marks);
		read(&thread, quoted(json.at));
		expect_codes(rows[i].marks, &thread.diags, rows[i].codes);
		expect(rows[i].marks,
			thread.thread->comments.at[0].marks.len == rows[i].kept);
		cp_buf_clear(&json);
		clear(&thread);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_digest_tells_that_a_text_was_altered),
	cmocka_unit_test(replies_are_linked_to_earlier_comments),
	cmocka_unit_test(what_is_not_a_thread_is_an_empty_one),
	cmocka_unit_test(what_is_written_is_read_again),
	cmocka_unit_test(marks_lie_in_the_text),
};

GROUP(thread);
