#include "unit.h"

#include "json/findings.h"
#include "json/writer.h"

#include <jansson.h>

static void write_sample(cp_json_writer *json)
{
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "a", CP_LIT("x\"y"));
	cp_json_open(json, "b", '[');
	cp_json_number(json, NULL, 7);
	cp_json_bool(json, NULL, true);
	cp_json_open(json, NULL, '{');
	cp_json_close(json, '}');
	cp_json_close(json, ']');
	cp_json_open(json, "c", '[');
	cp_json_close(json, ']');
	cp_json_close(json, '}');
}

static void containers_are_tall_up_to_a_depth(void **state)
{
	(void)state;
	static const char *const wants[] = {
		"{\"a\": \"x\\\"y\", \"b\": [7, true, {}], \"c\": []}",
		"{\n\t\"a\": \"x\\\"y\",\n\t\"b\": [7, true, {}],\n\t\"c\": []\n}",
		"{\n\t\"a\": \"x\\\"y\",\n\t\"b\": [\n\t\t7,\n\t\ttrue,\n\t\t{}\n\t],\n\t"
		"\"c\": []\n}",
	};
	for (unsigned tall = 0; tall < COUNT(wants); tall++) {
		cp_buf out = {0};
		write_sample(&(cp_json_writer){.out = &out, .tall = tall});
		expect_str("tall", cp_buf_str(&out), wants[tall]);
		cp_buf_clear(&out);
	}
}

/* Whatever names and messages have in them, it is JSON, and a reference is one. */
static void findings_are_always_json(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_buf text = {0}, json = {0}, sarif = {0};
	cp_buf_puts(&text, "\xff\n\xe2\x82\n");
	cp_source *source = cp_diags_add_source(&diags, "/a b%\xff\x01?#é.json", &text);
	cp_diag *diag = cp_diag_add(&diags, CP_BAD_VALUE, cp_place_bytes(source, 2, 4),
		"\xc3\x28 \x1b \"quoted\"");
	cp_diag_hint(&diags, diag, "\xf0\x9f");
	cp_diag_also(&diags, diag, cp_place_bytes(source, 5, 5), "at the end");
	cp_diag_add(&diags, CP_FILE, (cp_place){0}, "nowhere");
	cp_diags *lists[] = {&diags, &diags};
	cp_findings findings = {lists, COUNT(lists), "1.0", 4};
	cp_findings_write_json(&json, &findings);
	cp_findings_write_sarif(&sarif, &findings);
	json_t *one = json_loads(json.at, JSON_REJECT_DUPLICATES, NULL);
	json_t *two = json_loads(sarif.at, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(one);
	assert_non_null(two);
	assert_int_equal(json_array_size(json_object_get(one, "findings")), 4);
	assert_int_equal(json_integer_value(json_object_get(one, "errors")), 4);
	assert_non_null(strstr(sarif.at, "\"file:///a%20b%25%FF%01%3F%23%C3%A9.json\""));
	json_decref(one);
	json_decref(two);
	cp_buf_clear(&json);
	cp_buf_clear(&sarif);
	cp_diags_clear(&diags);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(containers_are_tall_up_to_a_depth),
	cmocka_unit_test(findings_are_always_json),
};

GROUP(findings);
