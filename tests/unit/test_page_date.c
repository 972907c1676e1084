#include "unit.h"

#include "thread/page_date.h"

static void dates_of_many_shapes(void **state)
{
	(void)state;
	static const struct {
		const char *line, *want; /* "": no date */
	} rows[] = {
		{"John 8th Aug '10 - 2:57pm", "2010-08-08T14:57"},
		{"8th Aug ’10 - 2:57pm", "2010-08-08T14:57"},
		{"1st January 1999", "1999-01-01"},
		{"22nd Feb '69", "2069-02-22"},
		{"3rd Feb '70 at 1:05 am", "1970-02-03T01:05"},
		{"August 8, 2010 at 2:57 pm", "2010-08-08T14:57"},
		{"Aug. 8, 2010 at 2.57 p.m.", "2010-08-08T14:57"},
		{"Jane (8 August 2010", "2010-08-08"},
		{"2010-08-08", "2010-08-08"},
		{"2010-08-08 14:57", "2010-08-08T14:57"},
		{"2010-08-08T14:57", "2010-08-08T14:57"},
		{"Jane | 2010-08-08 | 09:05", "2010-08-08T09:05"},
		{"8 Aug 2010 12:00am", "2010-08-08T00:00"},
		{"8 Aug 2010 12:30 pm", "2010-08-08T12:30"},
		{"8 Aug 2010 0:05", "2010-08-08T00:05"},
		{"8 Aug 2010 23:59", "2010-08-08T23:59"},
		{"Jane on August 8, 2010 at 2:57 pm says:", "2010-08-08T14:57"},
		{"SEPTEMBER 30, 2011", "2011-09-30"},
		{"8 Sept 2010", "2010-09-08"},
		{"8 Aug 2010 13:05 pm", ""},
		{"8 Aug 2010 0:05am", ""},
		{"8 Aug 2010 24:00", ""},
		{"8 Aug 2010 12:60", ""},
		{"32 Aug 2010", ""},
		{"0 Aug 2010", ""},
		{"2010-13-31", ""},
		{"2010-00-10", ""},
		{"2010-08-32", ""},
		{"26. Mai 2008 um 21:07", "2008-05-26T21:07"},
		{"13 Dezember, 2015 um 01:10", "2015-12-13T01:10"},
		{"Montag, 3. März 2014, 9:05 Uhr", "2014-03-03T09:05"},
		{"1. Jänner 2001", "2001-01-01"},
		{"MÄRZ 3, 2014", "2014-03-03"},
		{"Ann — 17.07, 2011 @ 13:04", "2011-07-17T13:04"},
		{"am 17.7.2011 um 9.05 Uhr", "2011-07-17T09:05"},
		{"31.13.2010", ""},
		{"0.1.2010", ""},
		{"1.2.10", ""},
		{"8 Aug 10", ""},
		{"8 Foo 2010", ""},
		{"", ""},
		{"2010", ""},
		{"8 Aug 2010 and more", ""},
		{"on 8 Aug 20100", ""},
		{"8 Aug 123", ""},
		{"x8 Aug 2010", ""},
		{"no date at 2:57pm", ""},
		{"Aug 2010", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf iso = {0};
		size_t at = cp_page_date(cp_str_of(rows[i].line), &iso);
		expect_str(rows[i].line, cp_buf_str(&iso), rows[i].want);
		expect(rows[i].line, (at == SIZE_MAX) == !*rows[i].want);
		cp_buf_clear(&iso);
	}
}

static void a_date_begins_where_it_begins(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		size_t at;
	} rows[] = {
		{"8 Aug 2010", 0},
		{"Jane 8 Aug 2010", 5},
		{"May May 8, 2010", 4},
		{"Route 66 8 Aug 2010", 9},
		{"Élise (8 Aug 2010", 8},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf iso = {0};
		expect(rows[i].line,
			cp_page_date(cp_str_of(rows[i].line), &iso) == rows[i].at);
		cp_buf_clear(&iso);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(dates_of_many_shapes),
	cmocka_unit_test(a_date_begins_where_it_begins),
};

GROUP(page_date);
