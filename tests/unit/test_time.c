#include "unit.h"

#include "thread/time.h"

static void seconds_become_dates(void **state)
{
	(void)state;
	static const struct {
		double seconds;
		const char *want;
	} rows[] = {
		{0, "1970-01-01T00:00:00Z"},
		{-1, "1969-12-31T23:59:59Z"},
		{-0.5, "1969-12-31T23:59:59Z"},
		{1740988800, "2025-03-03T08:00:00Z"},
		{1740988800.75, "2025-03-03T08:00:00Z"},
		{1740988800750, "2025-03-03T08:00:00Z"}, /* milliseconds */
		{951782400, "2000-02-29T00:00:00Z"},
		{1709164800, "2024-02-29T00:00:00Z"},
		{4107542400, "2100-03-01T00:00:00Z"},
		{-62135596800, "0001-01-01T00:00:00Z"},
		{-62135596801, ""},
		{1e15, ""},
		{1e300, ""},
		{-1e300, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		expect_str(rows[i].want, cp_time_of_epoch(&arena, rows[i].seconds),
			rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void times_in_words_become_iso(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"2005-02-24 04:03:37", "2005-02-24T04:03:37"},
		{"2005-02-24 04:03:37+01:00", "2005-02-24T04:03:37+01:00"},
		{"2013-02-04T15:29:00.843-05:00", "2013-02-04T15:29:00.843-05:00"},
		{"2013-02-04", "2013-02-04"},
		{"1740988800", "2025-03-03T08:00:00Z"},
		{"1740988800.25", "2025-03-03T08:00:00Z"},
		{"8th Aug '10 - 2:57pm", "2010-08-08T14:57"},
		{"20250303", ""},
		{"soon", ""},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		expect_str(rows[i].text, cp_time_of_text(&arena, cp_str_of(rows[i].text)),
			rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void dates_of_mail_become_iso(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"Mon, 3 Mar 2025 08:05:00 +0100", "2025-03-03T08:05:00+01:00"},
		{"Mon, 03 Mar 2025 08:05:00 -0500 (EST)", "2025-03-03T08:05:00-05:00"},
		{"3 Mar 2025 08:05 GMT", "2025-03-03T08:05Z"},
		{"3 Mar 2025 08:05:09 -0000", "2025-03-03T08:05:09Z"},
		{"Thu, 13 Feb 69 23:32 -0330", "1969-02-13T23:32-03:30"},
		{"3 Mar 05 08:05:09 EST", "2005-03-03T08:05:09"},
		{"Mon Mar  3 08:05:00 2025", ""},
		{"32 Mar 2025 08:05:00", ""},
		{"3 Mrz 2025 08:05:00", ""},
		{"3 Mar 2025", ""},
		{"yesterday", ""},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		expect_str(rows[i].text, cp_time_of_mail(&arena, cp_str_of(rows[i].text)),
			rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void minutes_go_from_time_to_time(void **state)
{
	(void)state;
	static const struct {
		const char *from, *to;
		long minutes;
	} rows[] = {
		{"2024-02-28", "2024-03-01", 2 * 1440},
		{"2023-02-28", "2023-03-01", 1440},
		{"2023-12-31T23:59", "2024-01-01T00:01Z", 2},
		{"2024-03-01T10", "2024-03-01T12:30:10", 150},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(cp_time_minutes(cp_str_of(rows[i].to))
				- cp_time_minutes(cp_str_of(rows[i].from)),
			rows[i].minutes);
	static const char *const none[] = {
		"", "2024", "2024-13-01", "2024-01-00", "soon"};
	for (size_t i = 0; i < COUNT(none); i++)
		assert_int_equal(cp_time_minutes(cp_str_of(none[i])), -1);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(minutes_go_from_time_to_time),
	cmocka_unit_test(seconds_become_dates),
	cmocka_unit_test(times_in_words_become_iso),
	cmocka_unit_test(dates_of_mail_become_iso),
};

GROUP(time);
