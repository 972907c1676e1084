#include "unit.h"

#include <jansson.h>

static cp_source *add_source(cp_diags *diags, cp_str text)
{
	cp_buf buf = {0};
	cp_buf_put(&buf, text);
	return cp_diags_add_source(diags, "f.json", &buf);
}

static void faults_of_form_have_codes_and_places(void **state)
{
	(void)state;
	static const struct {
		cp_str text;
		cp_code code;
		size_t start; /* of the place shown; SIZE_MAX: not compared */
	} rows[] = {
		{BYTES(""), CP_JSON_SYNTAX, 0},
		{BYTES(" \n\t"), CP_JSON_SYNTAX, 0},
		{BYTES("{\"a\": 1,}"), CP_JSON_SYNTAX, 7},
		{BYTES("{\"a\" 1}"), CP_JSON_SYNTAX, 5},
		{BYTES("{\"a\": 1"), CP_JSON_SYNTAX, SIZE_MAX},
		{BYTES("[1] x"), CP_JSON_SYNTAX, 4},
		{BYTES("{\"a\": 1, \"a\": 2}"), CP_DUPLICATE_KEY, SIZE_MAX},
		{BYTES("{'a': 1}"), CP_JSON_SYNTAX, 1},
		{BYTES("[1e999]"), CP_JSON_SYNTAX, SIZE_MAX},
		{BYTES("[\"\\u0000\"]"), CP_JSON_SYNTAX, SIZE_MAX},
		{BYTES("\xef\xbb\xbf{}"), CP_JSON_ENCODING, 0},
		{BYTES("[\"\xe9\"]"), CP_JSON_ENCODING, 2},
		{BYTES("\xff\xfe{\0}\0"), CP_JSON_ENCODING, 0},
		{BYTES("\xfe\xff\0{\0}"), CP_JSON_ENCODING, 0},
		{BYTES("[\"\xed\xa0\x80\"]"), CP_JSON_ENCODING, 2},
		{BYTES("nonsense"), CP_JSON_SYNTAX, SIZE_MAX},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_document document;
		cp_document_init(&document, add_source(&diags, rows[i].text), &diags);
		assert_null(document.root);
		expect_codes(rows[i].text.at, &diags, cp_code_infos[rows[i].code].code);
		if (rows[i].start != SIZE_MAX)
			expect(rows[i].text.at,
				diags.list.at[0].place.start == rows[i].start);
		cp_document_clear(&document);
		cp_diags_clear(&diags);
	}
}

static void slips_are_told_in_words(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t start, end; /* what is underlined */
		const char *message;
	} rows[] = {
		{"[1,2,]", 4, 5, "this comma is one too many"},
		{"{\"a\":1,,\"b\":2}", 6, 7, "this comma is one too many"},
		{"{\"a\":,}", 5, 6, "a value is missing before this"},
		{"{\"a\":1 \"b\":2}", 7, 10, "a comma is missing before this"},
		{"[1 2]", 3, 4, "a comma is missing before this"},
		{"{\"a\" 1}", 5, 6, "a colon is missing before this"},
		{"{'a':1}", 1, 4, "texts stand in double quotation marks"},
		{"{a:1}", 1, 2, "the name of a property stands in quotation marks"},
		{"{\"a\":tru}", 5, 8, "this is no value"},
		{"{\"a\":\"x\ny\"}", 5, 8, "the line ends inside a text"},
		{"{\"a\":\"\\q\"}", 5, 9,
			"a backslash is followed by what does not go with it"},
		{"{\"a\":\"b \"c\" d\"}", 9, 10,
			"a text has ended before this, and no comma follows"},
		{"{\"a\":[1}", 7, 8, "a ] is missing before this"},
		{"{\"a\":1]", 6, 7, "a } is missing before this"},
		{"[\"a\":1]", 4, 5, "a name and a colon stand only in an object { … }"},
		{"{\"a\":1 // b\n}", 7, 9, "JSON has no comments"},
		{"hello", 0, 5, "this is not JSON"},
		{"{\"a\": 1, \"a\": 2}", 9, 12,
			"this object has a property of that name already"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_document document;
		cp_document_init(
			&document, add_source(&diags, cp_str_of(rows[i].text)), &diags);
		assert_int_equal(diags.list.len, 1);
		const cp_diag *diag = &diags.list.at[0];
		expect_str(rows[i].text, diag->message, rows[i].message);
		expect(rows[i].text, diag->place.start == rows[i].start);
		expect(rows[i].text, diag->place.end == rows[i].end);
		cp_document_clear(&document);
		cp_diags_clear(&diags);
	}
}

static void what_is_too_deep_is_refused(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_document document;
	cp_buf text = {0};
	for (int i = 0; i < 100000; i++)
		cp_buf_putc(&text, '[');
	cp_document_init(&document, add_source(&diags, cp_buf_str(&text)), &diags);
	expect_codes("deep", &diags, "too-deep");
	cp_document_clear(&document);
	cp_diags_clear(&diags);
	cp_buf_clear(&text);
}

static void strings_are_written_with_few_escapes(void **state)
{
	(void)state;
	static const struct {
		cp_str text;
		const char *want;
	} rows[] = {
		{BYTES(""), "\"\""},
		{BYTES("a/b é 🙂"), "\"a/b é 🙂\""},
		{BYTES("\"\\"), "\"\\\"\\\\\""},
		{BYTES("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\""},
		{BYTES("\x01\x1f\x7f"), "\"\\u0001\\u001f\\u007f\""},
		{BYTES("a\0b"), "\"a\\u0000b\""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		cp_json_put_string(&out, rows[i].text);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
	}
}

static void written_strings_are_read_back(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 500; round++) {
		cp_buf text = {0}, json = {0};
		for (uint32_t n = random_below(&random, 20); n-- > 0;)
			cp_buf_putc(&text, (char)(1 + random_below(&random, 127)));
		cp_json_put_string(&json, cp_buf_str(&text));
		json_t *read = json_loadb(json.at, json.len, JSON_DECODE_ANY, NULL);
		assert_non_null(read);
		assert_int_equal(json_string_length(read), text.len);
		assert_memory_equal(
			json_string_value(read), cp_buf_str(&text).at, text.len);
		json_decref(read);
		cp_buf_clear(&text);
		cp_buf_clear(&json);
	}
}

static void pointers_are_escaped(void **state)
{
	(void)state;
	cp_buf pointer = {0};
	cp_pointer_add_key(&pointer, CP_LIT("a/b"));
	cp_pointer_add_index(&pointer, 12);
	cp_pointer_add_key(&pointer, CP_LIT("m~n"));
	cp_pointer_add_key(&pointer, CP_LIT(""));
	expect_str("pointer", cp_buf_str(&pointer), "/a~1b/12/m~0n/");
	cp_buf_clear(&pointer);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(faults_of_form_have_codes_and_places),
	cmocka_unit_test(slips_are_told_in_words),
	cmocka_unit_test(what_is_too_deep_is_refused),
	cmocka_unit_test(strings_are_written_with_few_escapes),
	cmocka_unit_test(written_strings_are_read_back),
	cmocka_unit_test(pointers_are_escaped),
};

GROUP(document);
