#include "random_json.h"

#include "json/values.h"

#include <jansson.h>

static void expect_located(
	const char *text, const char *pointer, bool key, const char *want)
{
	cp_arena arena = {0};
	cp_source source = {.text = cp_str_of(text), .arena = &arena};
	size_t start = 0, end = 0;
	assert_true(cp_json_locate(&source, cp_str_of(pointer), key, &start, &end));
	expect_text(
		pointer, cp_str_part(source.text, start, end), want, __FILE__, __LINE__);
	cp_arena_clear(&arena);
}

static void pointers_lead_to_values(void **state)
{
	(void)state;
	static const struct {
		const char *text, *pointer, *want;
	} rows[] = {
		{"{\"a\": 1}", "", "{\"a\": 1}"},
		{" {\"a\": 1 } ", "/a", "1"},
		{"{\"a\":{\"b\":[1,[2,\"x\"],{\"c\":null}]}}", "/a/b/1/1", "\"x\""},
		{"{\"a\":{\"b\":[1,[2,\"x\"],{\"c\":null}]}}", "/a/b/2/c", "null"},
		{"{\"a\":{\"b\":[1,[2,\"x\"],{\"c\":null}]}}", "/a/b/1", "[2,\"x\"]"},
		{"{\"a/b\": 1, \"m~n\": 2, \"~1\": 3}", "/a~1b", "1"},
		{"{\"a/b\": 1, \"m~n\": 2, \"~1\": 3}", "/m~0n", "2"},
		{"{\"a/b\": 1, \"m~n\": 2, \"~1\": 3}", "/~01", "3"},
		{"{\"\": {\"\": 7}}", "//", "7"},
		{"{\"\\u0061b\": 1}", "/ab", "1"},
		{"{\"\\ud83d\\ude42\": 1}", "/🙂", "1"},
		{"{\"\\n\\\"\\\\\\/\\t\": 1}", "/\n\"\\~1\t", "1"},
		{"{\"é\": true}", "/é", "true"},
		{"{\"k\": \"a:b,{[]}\", \"l\": -1.5e3}", "/l", "-1.5e3"},
		{"{\"k\": \"\\\"\", \"l\" : [ ]}", "/l", "[ ]"},
		{"[]", "", "[]"},
		{"[[],[]]", "/1", "[]"},
		{"[10,11,12,13,14,15,16,17,18,19,20]", "/10", "20"},
		{"{\"a\":[{},{}]}", "/a/1", "{}"},
		{"{\"0\":\"x\"}", "/0", "\"x\""},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_located(rows[i].text, rows[i].pointer, false, rows[i].want);
}

static void what_is_not_there_is_in_its_parent(void **state)
{
	(void)state;
	static const char text[] = "{\"a\": {\"b\": [1, 2]}, \"c\": \"d\"}";
	expect_located(text, "/x", false, text);
	expect_located(text, "/a/x", false, "{\"b\": [1, 2]}");
	expect_located(text, "/a/b/2", false, "[1, 2]");
	expect_located(text, "/a/b/x", false, "[1, 2]");
	expect_located(text, "/a/b/0x", false, "[1, 2]");
	expect_located(text, "/a/x/0", false, "{\"b\": [1, 2]}");
	expect_located(text, "/c/0", false, "\"d\"");
}

static void names_of_properties_are_found_too(void **state)
{
	(void)state;
	static const char text[] = "{\"a\": {\"b\\u0062\" : 1}, \"c\": [2]}";
	expect_located(text, "/a", true, "\"a\"");
	expect_located(text, "/a/bb", true, "\"b\\u0062\"");
	expect_located(text, "/c/0", true, "2");
	expect_located(text, "", true, text);
	expect_located(text, "/a/x", true, "{\"b\\u0062\" : 1}");
}

static void nothing_is_nowhere(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_source source = {.text = CP_LIT("  "), .arena = &arena};
	size_t start, end;
	assert_false(cp_json_locate(&source, CP_LIT("/a"), false, &start, &end));
	cp_arena_clear(&arena);
}

/* What is not JSON is never located, but scanning it must end and stay inside. */
/* Large ones are looked up in a table: in any order, whatever the names. */
static void children_of_large_values_are_found(void **state)
{
	(void)state;
	enum { CHILDREN = 100 };
	cp_arena arena = {0};
	cp_buf text = {0}, pointer = {0};
	cp_buf_puts(&text, "{\"list\": [0");
	for (int i = 1; i < CHILDREN; i++)
		cp_buf_printf(&text, ", %d", i);
	cp_buf_puts(&text, "]");
	for (int i = 0; i < CHILDREN; i++)
		cp_buf_printf(&text, ", \"\\u0061/%d\": [%d]", i, i);
	cp_buf_puts(&text, "}");
	cp_source source = {.text = cp_buf_str(&text), .arena = &arena};
	for (int n = 0; n < 2 * CHILDREN; n++) {
		static const char *const formats[] = {"/list/%d", "/a~1%d/0"};
		int i = n / 2 * 37 % CHILDREN;
		size_t start, end;
		char want[16];
		pointer.len = 0;
		cp_buf_printf(&pointer, formats[n % 2], i);
		snprintf(want, sizeof want, "%d", i);
		assert_true(cp_json_locate(
			&source, cp_buf_str(&pointer), false, &start, &end));
		expect_str(pointer.at, cp_str_part(source.text, start, end), want);
	}
	assert_true(cp_json_find(&source, CP_LIT("/list/100")) == CP_NONE);
	assert_true(cp_json_find(&source, CP_LIT("/list/4294967295")) == CP_NONE);
	assert_true(
		cp_json_find(&source, CP_LIT("/list/99999999999999999999")) == CP_NONE);
	assert_true(cp_json_find(&source, CP_LIT("/a~1100")) == CP_NONE);
	assert_true(cp_json_find(&source, CP_LIT("/")) == CP_NONE);
	cp_buf_clear(&text);
	cp_buf_clear(&pointer);
	cp_arena_clear(&arena);
}

static void any_text_can_be_scanned(void **state)
{
	(void)state;
	static const char letters[] = "{}[]\",:\\u1a \n";
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 3000; round++) {
		char *text = cp_xmalloc(16);
		size_t len = random_below(&random, 16), start, end;
		for (size_t i = 0; i < len; i++)
			text[i] = letters[random_below(&random, sizeof letters - 1)];
		cp_arena arena = {0};
		cp_source source = {.text = {text, len}, .arena = &arena};
		static const char *const pointers[] = {"", "/", "/u", "/0/1", "/1a/u"};
		for (size_t i = 0; i < COUNT(pointers); i++)
			if (cp_json_locate(
				    &source, cp_str_of(pointers[i]), i % 2, &start, &end))
				assert_true(start <= end && end <= len);
		cp_arena_clear(&arena);
		free(text);
	}
}

static void every_value_of_random_json_is_found(void **state)
{
	(void)state;
	struct random_json *writer = cp_xmalloc(sizeof *writer);
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 300; round++) {
		random_json_write(writer, random + (uint32_t)round);
		cp_diags diags = {0};
		cp_document document;
		cp_document_init(&document,
			cp_diags_add_source(&diags, "f", &writer->text), &diags);
		assert_non_null(document.root);
		for (size_t i = 0; i < writer->len; i++) {
			size_t start, end;
			assert_true(cp_json_locate(document.source,
				cp_str_of(writer->values[i].pointer), false, &start,
				&end));
			assert_int_equal(start, writer->values[i].start);
			assert_int_equal(end, writer->values[i].end);
		}
		cp_document_clear(&document);
		cp_diags_clear(&diags);
		random_json_clear(writer);
	}
	free(writer);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(pointers_lead_to_values),
	cmocka_unit_test(what_is_not_there_is_in_its_parent),
	cmocka_unit_test(names_of_properties_are_found_too),
	cmocka_unit_test(nothing_is_nowhere),
	cmocka_unit_test(children_of_large_values_are_found),
	cmocka_unit_test(any_text_can_be_scanned),
	cmocka_unit_test(every_value_of_random_json_is_found),
};

GROUP(locate);
