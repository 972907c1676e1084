#include "unit.h"

#include "json/schema_value.h"

static json_t *read(const char *json)
{
	json_t *value = json_loads(quoted(json), JSON_DECODE_ANY, NULL);
	if (!value)
		fail_msg("no JSON: %s", json);
	return value;
}

static void numbers_are_compared_exactly(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		int want;
	} rows[] = {
		{"1", "2", -1},
		{"1", "1.0", 0},
		{"-0.0", "0", 0},
		{"1.5", "1", 1},
		{"-1.5", "-1", -1},
		{"-1.5", "-2", 1},
		{"9007199254740993", "9007199254740992.0", 1},
		{"9007199254740992", "9007199254740992.0", 0},
		{"9223372036854775807", "9223372036854775808.0", -1},
		{"-9223372036854775808", "-9223372036854775808.0", 0},
		{"-9223372036854775808", "-1e300", 1},
		{"1", "1e300", -1},
		{"1e300", "1e301", -1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		json_t *a = read(rows[i].a), *b = read(rows[i].b);
		expect(rows[i].a, cp_value_compare(a, b) == rows[i].want);
		expect(rows[i].a, cp_value_compare(b, a) == -rows[i].want);
		json_decref(a);
		json_decref(b);
	}
}

static void multiples_are_those_of_decimals(void **state)
{
	(void)state;
	static const struct {
		const char *value, *divisor;
		bool want;
	} rows[] = {
		{"10", "2", true},
		{"7", "2", false},
		{"0", "7", true},
		{"0.0", "0.3", true},
		{"-4.5", "1.5", true},
		{"0.3", "0.1", true},
		{"1.1", "0.1", true},
		{"19.99", "0.01", true},
		{"19.995", "0.01", false},
		{"4.35", "0.05", true},
		{"0.0075", "0.0001", true},
		{"0.00751", "0.0001", false},
		{"300.1", "0.1", true},
		{"300.15", "0.1", false},
		{"1e308", "0.5", true},
		{"1e308", "0.123456789", false},
		{"1e-300", "1e-301", true},
		{"1e-301", "1e-300", false},
		{"12391239123", "1e-8", true},
		{"9223372036854775807", "7", true},
		{"-9223372036854775808", "2", true},
		{"9007199254740993", "2", false},
		{"123456789012345.67", "0.01", true},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		json_t *value = read(rows[i].value), *divisor = read(rows[i].divisor);
		expect(rows[i].value,
			cp_value_is_multiple(value, divisor) == rows[i].want);
		json_decref(value);
		json_decref(divisor);
	}
}

static void values_are_equal_as_json(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		bool want;
	} rows[] = {
		{"1", "1.0", true},
		{"[1,{'a':2.0}]", "[1.0,{'a':2}]", true},
		{"{'a':1,'b':2}", "{'b':2,'a':1}", true},
		{"{'a':1}", "{'a':1,'b':2}", false},
		{"{'a':1}", "{'b':1}", false},
		{"[1,2]", "[2,1]", false},
		{"[1]", "[1,1]", false},
		{"'1'", "1", false},
		{"true", "1", false},
		{"false", "0", false},
		{"null", "false", false},
		{"null", "null", true},
		{"'é'", "'\\u00e9'", true},
		{"'é'", "'e\\u0301'", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		json_t *a = read(rows[i].a), *b = read(rows[i].b);
		expect(rows[i].a, cp_value_equal(a, b) == rows[i].want);
		expect(rows[i].a, cp_value_equal(b, a) == rows[i].want);
		json_decref(a);
		json_decref(b);
	}
}

static void twins_are_found(void **state)
{
	(void)state;
	static const struct {
		const char *array;
		size_t first, second; /* 0, 0: none */
	} rows[] = {
		{"[]", 0, 0},
		{"[1]", 0, 0},
		{"[1,2,3]", 0, 0},
		{"[1,2,1.0]", 0, 2},
		{"[1,2,2,1]", 1, 2},
		{"[0,-0.0]", 0, 1},
		{"[{'a':1,'b':[2]},{'b':[2.0],'a':1}]", 0, 1},
		{"[[1],[true],['1'],[null],{}]", 0, 0},
		{"['a','b','c','b','a']", 1, 3},
		{"[{'a':{'b':1}},{'a':{'c':1}},{'b':{'a':1}}]", 0, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		json_t *array = read(rows[i].array);
		size_t first = 0, second = 0;
		bool found = cp_value_find_twins(array, &first, &second);
		expect(rows[i].array, found == (rows[i].second != 0));
		expect(rows[i].array, first == rows[i].first && second == rows[i].second);
		json_decref(array);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(numbers_are_compared_exactly),
	cmocka_unit_test(multiples_are_those_of_decimals),
	cmocka_unit_test(values_are_equal_as_json),
	cmocka_unit_test(twins_are_found),
};

GROUP(schema_value);
