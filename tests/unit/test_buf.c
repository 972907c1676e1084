#include "unit.h"

#include <locale.h>

static void numbers_have_two_decimals_at_most(void **state)
{
	(void)state;
	static const struct {
		double number;
		const char *want;
	} rows[] = {
		{0, "0"},
		{-0.0, "0"},
		{1, "1"},
		{-1, "-1"},
		{0.5, "0.5"},
		{-0.5, "-0.5"},
		{0.05, "0.05"},
		{-0.05, "-0.05"},
		{1.1, "1.1"},
		{1.10, "1.1"},
		{12.34, "12.34"},
		{-12.34, "-12.34"},
		{0.004, "0"},
		{-0.004, "0"},
		{0.006, "0.01"},
		{-0.006, "-0.01"},
		{0.999, "1"},
		{-0.999, "-1"},
		{99.995001, "100"},
		{100, "100"},
		{1234567.891, "1234567.89"},
		{3.0 / 7, "0.43"},
		{0.1 + 0.2, "0.3"},
	};
	cp_buf out = {0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		out.len = 0;
		cp_buf_number(&out, rows[i].number);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
	}
	cp_buf_clear(&out);
}

static void numbers_do_not_depend_on_the_locale(void **state)
{
	(void)state;
	cp_buf out = {0};
	setlocale(LC_NUMERIC, "de_DE.UTF-8");
	cp_buf_number(&out, 1.25);
	setlocale(LC_NUMERIC, "C");
	expect_str("locale", cp_buf_str(&out), "1.25");
	cp_buf_clear(&out);
}

static void what_is_put_follows_and_is_terminated(void **state)
{
	(void)state;
	cp_buf out = {0};
	expect_str("empty", cp_buf_str(&out), "");
	for (int i = 0; i < 1000; i++) {
		cp_buf_putc(&out, 'a');
		cp_buf_puts(&out, "bc");
		cp_buf_put(&out, CP_LIT("d"));
		cp_buf_put(&out, (cp_str){0});
		cp_buf_printf(&out, "%d%s", i % 10, "");
		assert_int_equal(out.len, (i + 1) * 5);
		assert_int_equal(out.at[out.len], '\0');
	}
	assert_memory_equal(out.at + 4990, "abcd8abcd9", 10);
	cp_buf_clear(&out);
	assert_null(out.at);
}

static void printf_grows_as_far_as_it_must(void **state)
{
	(void)state;
	cp_buf out = {0};
	cp_buf_printf(&out, "%5000d|", 7);
	cp_buf_printf(&out, "%-300s|", "x");
	assert_int_equal(out.len, 5302);
	assert_int_equal(out.at[4999], '7');
	assert_int_equal(strlen(out.at), out.len);
	cp_buf_clear(&out);
}

static void zero_bytes_are_bytes(void **state)
{
	(void)state;
	cp_buf out = {0};
	cp_buf_put(&out, (cp_str){"a\0b", 3});
	cp_buf_putc(&out, '\0');
	assert_int_equal(out.len, 4);
	assert_memory_equal(out.at, "a\0b\0", 5);
	cp_buf_clear(&out);
}

static void what_is_detached_is_the_callers(void **state)
{
	(void)state;
	cp_buf out = {0};
	size_t len = 99;
	char *bytes = cp_buf_detach(&out, &len);
	assert_int_equal(len, 0);
	assert_string_equal(bytes, "");
	free(bytes);
	cp_buf_puts(&out, "mine");
	bytes = cp_buf_detach(&out, NULL);
	assert_string_equal(bytes, "mine");
	assert_null(out.at);
	assert_int_equal(out.len, 0);
	free(bytes);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(numbers_have_two_decimals_at_most),
	cmocka_unit_test(numbers_do_not_depend_on_the_locale),
	cmocka_unit_test(what_is_put_follows_and_is_terminated),
	cmocka_unit_test(printf_grows_as_far_as_it_must),
	cmocka_unit_test(zero_bytes_are_bytes),
	cmocka_unit_test(what_is_detached_is_the_callers),
};

GROUP(buf);
