#include "thread/time.h"

#include "thread/page_date.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>

/* Days since 1970 to a date of the Gregorian calendar, by eras of 400 years (Hinnant,
 * "chrono-compatible low-level date algorithms", civil_from_days). */
static void date_of_days(int64_t days, int64_t *year, unsigned *month, unsigned *day)
{
	days += 719468; /* from 1 March of the year 0 */
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int64_t of_era = days - era * 146097;
	int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
	unsigned from_march = (unsigned)((5 * of_year + 2) / 153);
	*day = (unsigned)(of_year - (153 * (int64_t)from_march + 2) / 5 + 1);
	*month = from_march < 10 ? from_march + 3 : from_march - 9;
	*year = years + era * 400 + (*month <= 2);
}

cp_str cp_time_of_epoch(cp_arena *arena, double seconds)
{
	if (seconds > 1e11 || seconds < -1e11)
		seconds /= 1000;
	if (!(seconds < 1e12 && seconds > -1e12))
		return (cp_str){0};
	int64_t whole = (int64_t)seconds - (seconds < (double)(int64_t)seconds);
	int64_t days = whole / 86400, of_day = whole % 86400, year;
	if (of_day < 0) {
		of_day += 86400;
		days--;
	}
	unsigned month, day;
	date_of_days(days, &year, &month, &day);
	if (year < 1 || year > 9999)
		return (cp_str){0};
	cp_buf iso = {0};
	cp_buf_printf(&iso, "%04d-%02u-%02uT%02d:%02d:%02dZ", (int)year, month, day,
		(int)(of_day / 3600), (int)(of_day / 60 % 60), (int)(of_day % 60));
	return cp_buf_settle(arena, &iso);
}

/* In `shape`, 0 stands for any digit; the text may go on after it. */
static bool has_shape(cp_str text, const char *shape)
{
	for (size_t i = 0; shape[i]; i++)
		if (i == text.len
			|| (shape[i] == '0' ? !isdigit((unsigned char)text.at[i])
					    : shape[i] != text.at[i]))
			return false;
	return true;
}

/* A number of so many digits is no date. */
static bool is_epoch(cp_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!isdigit((unsigned char)text.at[i]) && text.at[i] != '.')
			return false;
	return text.len >= 9 && text.len <= 18;
}

static double number_before_point(cp_str text)
{
	double number = 0;
	for (size_t i = 0; i < text.len && text.at[i] != '.'; i++)
		number = number * 10 + (text.at[i] - '0');
	return number;
}

cp_str cp_time_of_text(cp_arena *arena, cp_str text)
{
	if (is_epoch(text))
		return cp_time_of_epoch(arena, number_before_point(text));
	if (has_shape(text, "0000-00-00 00:00")) {
		cp_str copy = cp_str_copy(arena, text);
		((char *)copy.at)[10] = 'T';
		return copy;
	}
	if (has_shape(text, "0000-00-00T00:00")
		|| (text.len == 10 && has_shape(text, "0000-00-00")))
		return text;
	cp_buf iso = {0};
	size_t date = cp_page_date(text, &iso);
	if (date != SIZE_MAX)
		return cp_buf_settle(arena, &iso);
	cp_buf_clear(&iso);
	return (cp_str){0};
}

/* ---- Mail ---- */

static unsigned month_of(cp_str text)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	for (unsigned i = 0; i < 12; i++)
		if (text.len >= 3 && memcmp(text.at, names + 3 * i, 3) == 0)
			return i + 1;
	return 0;
}

static cp_str next_word(cp_str text, size_t *i)
{
	while (*i < text.len && (text.at[*i] == ' ' || text.at[*i] == '\t'))
		++*i;
	size_t start = *i;
	while (*i < text.len && text.at[*i] != ' ' && text.at[*i] != '\t')
		++*i;
	return cp_str_part(text, start, *i);
}

static unsigned number_of(cp_str word)
{
	unsigned number = 0;
	for (size_t i = 0; i < word.len && i < 4; i++)
		if (isdigit((unsigned char)word.at[i]))
			number = number * 10 + (unsigned)(word.at[i] - '0');
	return number;
}

/* Old mail has years of two digits (RFC 5322 §4.3). */
static unsigned year_of(cp_str word)
{
	unsigned year = number_of(word);
	return word.len > 2 ? year : year < 50 ? year + 2000 : year + 1900;
}

/* "+0100" and the zones that have names of old; "-0000" says that it is not known. */
static void put_zone(cp_buf *iso, cp_str zone)
{
	if ((has_shape(zone, "+0000") || has_shape(zone, "-0000"))
		&& !cp_str_starts(zone, CP_LIT("-0000")))
		cp_buf_printf(iso, "%.3s:%.2s", zone.at, zone.at + 3);
	else if (cp_str_is(zone, "GMT") || cp_str_is(zone, "UT") || cp_str_is(zone, "UTC")
		|| cp_str_is(zone, "Z") || cp_str_starts(zone, CP_LIT("-0000")))
		cp_buf_putc(iso, 'Z');
}

cp_str cp_time_of_mail(cp_arena *arena, cp_str text)
{
	size_t i = 0;
	cp_str day = next_word(text, &i);
	if (day.len && day.at[day.len - 1] == ',')
		day = next_word(text, &i);
	unsigned month = month_of(next_word(text, &i));
	cp_str year = next_word(text, &i), clock = next_word(text, &i);
	if (!month || !number_of(day) || number_of(day) > 31 || year.len < 2
		|| year.len > 4 || !(has_shape(clock, "00:00") && clock.len <= 8))
		return (cp_str){0};
	cp_buf iso = {0};
	cp_buf_printf(&iso, "%04u-%02u-%02uT%.*s", year_of(year), month, number_of(day),
		CP_FMT(clock));
	put_zone(&iso, next_word(text, &i));
	return cp_buf_settle(arena, &iso);
}

/* ---- Minutes ---- */

static int digits(cp_str text, size_t at, size_t count)
{
	int number = 0;
	if (at + count > text.len)
		return -1;
	for (size_t i = at; i < at + count; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return -1;
		number = number * 10 + text.at[i] - '0';
	}
	return number;
}

/* Days since 0000-03-01, in the proleptic Gregorian calendar. */
static long days_of(long year, long month, long day)
{
	year -= month <= 2;
	long shifted = (month + 9) % 12;
	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5
		+ day - 1;
}

long cp_time_minutes(cp_str time)
{
	enum { MINUTES_A_DAY = 24 * 60 };
	int year = digits(time, 0, 4), month = digits(time, 5, 2);
	int day = digits(time, 8, 2), hour = digits(time, 11, 2);
	int minute = digits(time, 14, 2);
	if (year < 0 || month < 1 || month > 12 || day < 1)
		return -1;
	return days_of(year, month, day) * MINUTES_A_DAY + (hour < 0 ? 0 : hour * 60)
		+ (minute < 0 ? 0 : minute);
}
