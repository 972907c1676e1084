#include "unit.h"

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

/* ---- Against a writer that notes where it puts each value ---- */

struct writer {
	cp_buf text, pointer;
	uint32_t random;
	struct {
		char pointer[200];
		size_t start, end;
	} values[400];
	size_t len;
};

static void put_space(struct writer *writer)
{
	static const char *const spaces[] = {"", "", " ", "\n\t", "\r\n "};
	cp_buf_puts(&writer->text, spaces[random_below(&writer->random, COUNT(spaces))]);
}

static void write_value(struct writer *writer, unsigned depth);

static void write_member(struct writer *writer, unsigned depth, uint32_t i, bool object)
{
	static const char *const keys[][2] = {{"a", "a"}, {"b\\/", "b/"},
		{"\\u00e9~", "é~"}, {"\\ud83d\\ude42", "🙂"}, {"\\\"", "\""}, {"", ""}};
	size_t len = writer->pointer.len;
	if (object) {
		cp_buf_printf(&writer->text, "\"%s\"", keys[i][0]);
		put_space(writer);
		cp_buf_putc(&writer->text, ':');
		put_space(writer);
		cp_pointer_add_key(&writer->pointer, cp_str_of(keys[i][1]));
	} else {
		cp_pointer_add_index(&writer->pointer, i);
	}
	write_value(writer, depth + 1);
	writer->pointer.len = len;
	put_space(writer);
}

static void write_value(struct writer *writer, unsigned depth)
{
	static const char *const scalars[] = {"1", "-2.5e7", "true", "null", "\"\"",
		"\"a\\\"b]\"", "\"\\\\\"", "\"é: {\""};
	size_t value = writer->len++;
	snprintf(writer->values[value].pointer, sizeof writer->values[value].pointer,
		"%.*s", CP_FMT(cp_buf_str(&writer->pointer)));
	writer->values[value].start = writer->text.len;
	uint32_t kind =
		depth > 4 || writer->len > 300 ? 2 : random_below(&writer->random, 4);
	if (kind >= 2 && depth) {
		cp_buf_puts(&writer->text,
			scalars[random_below(&writer->random, COUNT(scalars))]);
	} else {
		bool object = kind == 1;
		cp_buf_putc(&writer->text, object ? '{' : '[');
		put_space(writer);
		for (uint32_t i = 0, n = random_below(&writer->random, 6); i < n; i++) {
			if (i)
				cp_buf_putc(&writer->text, ',');
			put_space(writer);
			write_member(writer, depth, i, object);
		}
		cp_buf_putc(&writer->text, object ? '}' : ']');
	}
	writer->values[value].end = writer->text.len;
}

static void every_value_of_random_json_is_found(void **state)
{
	(void)state;
	struct writer *writer = cp_xmalloc(sizeof *writer);
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 300; round++) {
		*writer = (struct writer){.random = random + (uint32_t)round};
		write_value(writer, 0);
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
		cp_buf_clear(&writer->pointer);
	}
	free(writer);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(pointers_lead_to_values),
	cmocka_unit_test(what_is_not_there_is_in_its_parent),
	cmocka_unit_test(names_of_properties_are_found_too),
	cmocka_unit_test(nothing_is_nowhere),
	cmocka_unit_test(any_text_can_be_scanned),
	cmocka_unit_test(every_value_of_random_json_is_found),
};

GROUP(locate);
