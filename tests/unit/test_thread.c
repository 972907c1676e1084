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
		"\t\t  \"text\": \"one\\n\\ntwo \\u0001é\" },\n"
		"\t\t{ \"id\": \"c1\", \"time\": \"2010-08-08T14:57\", \"reply_to\": \"op\",\n"
		"\t\t  \"text\": \"\" }\n\t]\n}\n";
	struct thread thread;
	read(&thread, json);
	cp_buf out = {0};
	cp_thread_write(&out, thread.thread);
	expect_str("written", cp_buf_str(&out), json);
	assert_int_equal(thread.thread->comments.at[1].reply, 0);
	assert_int_equal(cp_thread_find(thread.thread, CP_LIT("c1")), 1);
	assert_null(thread.thread->comments.at[1].author.at);
	cp_buf_clear(&out);
	clear(&thread);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(replies_are_linked_to_earlier_comments),
	cmocka_unit_test(what_is_not_a_thread_is_an_empty_one),
	cmocka_unit_test(what_is_written_is_read_again),
};

GROUP(thread);
