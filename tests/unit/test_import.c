#include "unit.h"

#include "thread/import.h"
#include "thread/roots.h"

struct reading {
	cp_diags diags;
	cp_arena arena;
	cp_page page;
	cp_import import;
};

static void open_reading(struct reading *reading)
{
	cp_buf text = {0};
	*reading = (struct reading){0};
	cp_buf_puts(&text, "any text");
	cp_page_init(&reading->page, "page", &text, &reading->diags);
	reading->import = (cp_import){.arena = &reading->arena,
		.page = &reading->page,
		.diags = &reading->diags};
}

static void close_reading(struct reading *reading)
{
	cp_page_clear(&reading->page);
	cp_arena_clear(&reading->arena);
	cp_diags_clear(&reading->diags);
}

/* "a b<a=text *o" are the comments a, b, which answers a and says "text", and the article o. */
static void add_all(struct reading *reading, cp_found_thread *thread, const char *rows)
{
	while (*rows) {
		size_t len = strcspn(rows, " "), name = strcspn(rows, "<= ");
		cp_str row = {rows, len};
		bool article = *rows == '*';
		cp_found found = {.article = article, .inside = CP_NONE};
		found.comment.source_id = cp_str_part(row, article, name);
		if (rows[name] == '<') {
			size_t end = name + strcspn(rows + name, "= ");
			found.parent = cp_str_part(row, name + 1, end);
			name = end;
		}
		found.comment.text = CP_LIT("");
		if (rows[name] == '=')
			found.comment.text = cp_str_part(row, name + 1, len);
		cp_import_add(&reading->import, thread, found);
		rows += len;
		rows += strspn(rows, " ");
	}
}

static void put_thread(cp_buf *out, const cp_thread *thread)
{
	for (size_t i = 0; i < thread->comments.len; i++) {
		const cp_comment *comment = &thread->comments.at[i];
		cp_buf_printf(out, "%s%.*s:%.*s", i ? " " : "", CP_FMT(comment->id),
			CP_FMT(comment->source_id));
		if (comment->reply != CP_NONE)
			cp_buf_printf(out, "<%.*s", CP_FMT(comment->reply_to));
		if (comment->missing.at)
			cp_buf_printf(out, "!%.*s", CP_FMT(comment->missing));
	}
}

static void comments_get_ids_and_links(void **state)
{
	(void)state;
	static const struct {
		const char *found, *thread, *codes;
	} rows[] = {
		{"", "", ""},
		{"a b<a c<b d<a", "c1:a c2:b<c1 c3:c<c2 c4:d<c1", ""},
		{"*o a<o b", "op:o c1:a<op c2:b", ""},
		{"a *o b<a", "op:o c1:a c2:b<c1", ""},
		{"*o *p a<p", "op:o c1:p c2:a<c1", ""},
		/* A parent that comes later is put first. */
		{"a<c b c<d d", "c1:d c2:c<c1 c3:a<c2 c4:b", "guessed"},
		/* One that is not there gets a place, and one only. */
		{"a<x b c<x", "c1:x!not-loaded c2:a<c1 c3:b c4:c<c1", "not-loaded"},
		/* Circles. */
		{"a<a b<a", "c1:a c2:b<c1", "left-out"},
		{"a<b b<a", "c1:b c2:a<c1", "left-out guessed"},
		{"a<b b<c c<d d<b e<c", "c1:d c2:c<c1 c3:b<c2 c4:a<c3 c5:e<c2",
			"left-out guessed"},
		/* Names that come twice. */
		{"a=x a=x b<a", "c1:a c2:b<c1", "left-out"},
		{"a=x a=y b<a", "c1:a c2:a c3:b<c1", "guessed"},
		{"=x =y", "c1: c2:", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading reading;
		cp_buf got = {0};
		open_reading(&reading);
		cp_found_thread *thread = cp_import_thread(&reading.import, CP_LIT("t"));
		add_all(&reading, thread, rows[i].found);
		cp_import_settle(&reading.import, thread);
		put_thread(&got, thread->thread);
		expect_str(rows[i].found, cp_buf_str(&got), rows[i].thread);
		cp_buf_clear(&got);
		got = (cp_buf){0};
		for (size_t c = 0; c < CP_CODES; c++)
			if (count_code(&reading.diags, (cp_code)c))
				cp_buf_printf(&got, "%s%s", got.len ? " " : "",
					cp_code_infos[c].code);
		expect_str(rows[i].found, cp_buf_str(&got), rows[i].codes);
		cp_buf_clear(&got);
		close_reading(&reading);
	}
}

static void the_article_is_known_by_its_name(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"a<o b o", "op:o c1:a<op c2:b"},
		{"a<o b<o", "op:o!not-loaded c1:a<op c2:b<op"},
		{"a b<a", "c1:a c2:b<c1"},
		{"*a o b<o", "op:a c1:o c2:b<c1"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading reading;
		cp_buf got = {0};
		open_reading(&reading);
		cp_found_thread *thread = cp_import_thread(&reading.import, CP_LIT("t"));
		thread->article = CP_LIT("o");
		add_all(&reading, thread, rows[i][0]);
		cp_import_settle(&reading.import, thread);
		put_thread(&got, thread->thread);
		expect_str(rows[i][0], cp_buf_str(&got), rows[i][1]);
		cp_buf_clear(&got);
		close_reading(&reading);
	}
}

static void quotations_point_at_our_ids(void **state)
{
	(void)state;
	struct reading reading;
	open_reading(&reading);
	cp_found_thread *thread = cp_import_thread(&reading.import, CP_LIT("t"));
	cp_mark marks[] = {{CP_LIT("quotation"), 0, 1, CP_LIT("later")},
		{CP_LIT("quotation"), 1, 2, CP_LIT("nobody")},
		{CP_LIT("link"), 2, 3, CP_LIT("later")},
		{CP_LIT("quotation"), 3, 4, {0}}};
	cp_found found = {.comment = {.source_id = CP_LIT("x"),
				  .text = CP_LIT("text"),
				  .marks = {marks, 4, 4}},
		.inside = CP_NONE};
	cp_import_add(&reading.import, thread, found);
	add_all(&reading, thread, "later");
	cp_import_settle(&reading.import, thread);
	expect_str("quotation", marks[0].target, "c2");
	expect_str("unknown", marks[1].target, "nobody");
	expect_str("link", marks[2].target, "later");
	assert_null(marks[3].target.at);
	close_reading(&reading);
}

static void a_long_chain_is_turned_round(void **state)
{
	(void)state;
	enum { MANY = 100000 };
	struct reading reading;
	open_reading(&reading);
	cp_found_thread *thread = cp_import_thread(&reading.import, CP_LIT("t"));
	for (unsigned i = MANY; i > 0; i--) {
		cp_buf name = {0}, parent = {0};
		cp_buf_printf(&name, "%u", i);
		cp_buf_printf(&parent, "%u", i - 1);
		cp_import_add(&reading.import, thread,
			(cp_found){
				.comment.source_id = cp_buf_settle(&reading.arena, &name),
				.parent = cp_buf_settle(&reading.arena, &parent),
				.inside = CP_NONE});
	}
	cp_import_settle(&reading.import, thread);
	assert_int_equal(thread->thread->comments.len, MANY + 1);
	for (uint32_t i = 1; i <= MANY; i++)
		assert_int_equal(thread->thread->comments.at[i].reply, i - 1);
	close_reading(&reading);
}

static void places_are_inside_of_places(void **state)
{
	(void)state;
	struct reading reading;
	open_reading(&reading);
	cp_found_thread *thread = cp_import_thread(&reading.import, CP_LIT("t"));
	const char *steps[] = {"/0", "/replies/1", "/replies/2"};
	for (uint32_t i = 0; i < COUNT(steps); i++)
		cp_import_add(&reading.import, thread,
			(cp_found){.inside = i ? i - 1 : CP_NONE,
				.place = {.source = reading.page.source,
					.pointer = cp_str_of(steps[i])}});
	cp_place place = cp_import_place(&reading.import, &thread->found.at[2]);
	expect_str("inside", place.pointer, "/0/replies/1/replies/2");
	close_reading(&reading);
}

static void threads_are_found_by_their_names(void **state)
{
	(void)state;
	struct reading reading;
	open_reading(&reading);
	cp_import *import = &reading.import;
	cp_found_thread *one = cp_import_thread(import, CP_LIT("one"));
	cp_found_thread *two = cp_import_thread(import, CP_LIT("two"));
	assert_ptr_equal(cp_import_thread(import, CP_LIT("one")), one);
	assert_ptr_equal(cp_import_choose(import, "two"), two);
	assert_null(cp_import_choose(import, "twoo"));
	expect_codes("unknown", &reading.diags, "unknown-thread");
	expect_str("unknown", reading.diags.list.at[0].hint, "did you mean \"two\"?");
	assert_null(cp_import_choose(import, NULL));
	expect_codes(
		"none has comments", &reading.diags, "unknown-thread several-threads");
	add_all(&reading, two, "*o a");
	cp_import_settle(import, two);
	assert_ptr_equal(cp_import_choose(import, NULL), two);
	add_all(&reading, one, "a");
	cp_import_settle(import, one);
	assert_null(cp_import_choose(import, NULL));
	expect_str("unnamed", cp_import_thread(import, (cp_str){0})->id, "thread-3");
	close_reading(&reading);
}

static void files_have_plain_and_different_names(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"one", "one.json"},
		{"One", "One-2.json"},
		{"../../etc/passwd", "-.-..-etc-passwd.json"},
		{".", "-.json"},
		{"", "thread.json"},
		{"é/\n", "----.json"},
		{"t3_x-2", "t3_x-2.json"},
	};
	cp_arena arena = {0};
	cp_map taken = {0};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_str(rows[i][0],
			cp_import_file_name(&arena, &taken, cp_str_of(rows[i][0])),
			rows[i][1]);
	cp_arena_clear(&arena);
}

static void roots_are_found(void **state)
{
	(void)state;
	enum { NONE = CP_NONE };
	static const struct {
		const char *name;
		uint32_t parent[5], root[5];
	} rows[] = {
		{"alone", {NONE, NONE, NONE, NONE, NONE}, {0, 1, 2, 3, 4}},
		{"a chain", {1, 2, 3, 4, NONE}, {4, 4, 4, 4, 4}},
		{"backwards", {NONE, 0, 1, 2, 3}, {0, 0, 0, 0, 0}},
		{"a tree", {NONE, 0, 0, 1, NONE}, {0, 0, 0, 0, 4}},
		{"itself", {0, 0, NONE, 2, 1}, {0, 0, 2, 2, 0}},
		{"a circle", {1, 2, 0, 1, 3}, {0, 0, 0, 0, 0}},
		{"below a circle", {1, 2, 1, 0, 3}, {1, 1, 1, 1, 1}},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint32_t root[5];
		cp_roots_find(rows[i].parent, root, 5);
		for (size_t r = 0; r < 5; r++)
			expect(rows[i].name, root[r] == rows[i].root[r]);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(roots_are_found),
	cmocka_unit_test(comments_get_ids_and_links),
	cmocka_unit_test(the_article_is_known_by_its_name),
	cmocka_unit_test(quotations_point_at_our_ids),
	cmocka_unit_test(a_long_chain_is_turned_round),
	cmocka_unit_test(places_are_inside_of_places),
	cmocka_unit_test(threads_are_found_by_their_names),
	cmocka_unit_test(files_have_plain_and_different_names),
};

GROUP(import);
