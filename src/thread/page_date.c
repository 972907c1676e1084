#include "thread/page_date.h"

#include <stdint.h>

struct reader {
	const char *at, *end;
};

struct date {
	unsigned year, month, day, hour, minute;
	bool has_time;
};

static void skip_blank(struct reader *reader)
{
	while (reader->at < reader->end && strchr(" \t,|", *reader->at) && *reader->at)
		reader->at++;
}

static bool is_digit(const struct reader *reader)
{
	return reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9';
}

static bool is_letter(const struct reader *reader)
{
	return reader->at < reader->end && (*reader->at | 0x20) >= 'a'
		&& (*reader->at | 0x20) <= 'z';
}

/* Reads at most `max` digits; how many there were. */
static size_t read_number(struct reader *reader, size_t max, unsigned *number)
{
	size_t count = 0;
	for (*number = 0; count < max && is_digit(reader); count++)
		*number = *number * 10 + (unsigned)(*reader->at++ - '0');
	return is_digit(reader) ? 0 : count;
}

/* Skips `word`, in any case, if it is next. */
static bool skip(struct reader *reader, const char *word)
{
	size_t len = strlen(word);
	if ((size_t)(reader->end - reader->at) < len)
		return false;
	for (size_t i = 0; i < len; i++)
		if ((reader->at[i] | 0x20) != (word[i] | 0x20))
			return false;
	reader->at += len;
	return true;
}

/* In English and German, by as many letters as tell it from the others. */
static bool read_month(struct reader *reader, unsigned *month)
{
	static const struct {
		const char *start;
		unsigned month;
	} months[] = {{"jan", 1}, {"jän", 1}, {"feb", 2}, {"mar", 3}, {"mär", 3},
		{"apr", 4}, {"may", 5}, {"mai", 5}, {"jun", 6}, {"jul", 7}, {"aug", 8},
		{"sep", 9}, {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12},
		{"dez", 12}};
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		if (skip(reader, months[i].start)) {
			while (is_letter(reader))
				reader->at++;
			skip(reader, ".");
			*month = months[i].month;
			return true;
		}
	return false;
}

static bool read_day(struct reader *reader, unsigned *day)
{
	if (!read_number(reader, 2, day) || *day < 1 || *day > 31)
		return false;
	(void)(skip(reader, "st") || skip(reader, "nd") || skip(reader, "rd")
		|| skip(reader, "th") || skip(reader, "."));
	return true;
}

static bool skip_apostrophe(struct reader *reader)
{
	return skip(reader, "'") || skip(reader, "’");
}

/* Four digits, or two after an apostrophe; those are of 1970 to 2069. */
static bool read_year(struct reader *reader, unsigned *year)
{
	bool brief = skip_apostrophe(reader);
	size_t digits = read_number(reader, 4, year);
	if (digits == 2 && brief)
		*year += *year < 70 ? 2000 : 1900;
	return digits == 4 || (digits == 2 && brief);
}

/* "8.8.2010", "08.08, 2010": where dots are written, the day comes first. */
static bool read_dotted_date(struct reader *reader, struct date *date)
{
	if (!read_number(reader, 2, &date->day) || !skip(reader, ".")
		|| !read_number(reader, 2, &date->month))
		return false;
	skip(reader, ".");
	skip_blank(reader);
	return read_number(reader, 4, &date->year) == 4 && date->month >= 1
		&& date->month <= 12 && date->day >= 1 && date->day <= 31;
}

/* "8th Aug '10", "August 8, 2010", "8. August 2010", "8.8.2010" or "2010-08-08". */
static bool read_date(struct reader *reader, struct date *date)
{
	struct reader start = *reader;
	if (read_number(reader, 4, &date->year) == 4 && skip(reader, "-")
		&& read_number(reader, 2, &date->month) && skip(reader, "-"))
		return read_number(reader, 2, &date->day) && date->month >= 1
			&& date->month <= 12 && date->day >= 1 && date->day <= 31;
	*reader = start;
	if (read_dotted_date(reader, date))
		return true;
	*reader = start;
	bool month_first = read_month(reader, &date->month);
	skip_blank(reader);
	if (!read_day(reader, &date->day))
		return false;
	skip_blank(reader);
	if (!month_first && !read_month(reader, &date->month))
		return false;
	skip_blank(reader);
	return read_year(reader, &date->year);
}

static bool read_time(struct reader *reader, struct date *date)
{
	if (!read_number(reader, 2, &date->hour)
		|| !(skip(reader, ":") || skip(reader, "."))
		|| read_number(reader, 2, &date->minute) != 2 || date->minute > 59)
		return false;
	skip_blank(reader);
	bool pm = skip(reader, "pm") || skip(reader, "p.m."), am = false;
	if (!pm)
		am = skip(reader, "am") || skip(reader, "a.m.");
	if ((am || pm) && (date->hour < 1 || date->hour > 12))
		return false;
	if (am || pm)
		date->hour = date->hour % 12 + (pm ? 12 : 0);
	return date->hour <= 23;
}

/* The whole of the text is a date, perhaps with a time and "says:". */
static bool read_all(cp_str text, struct date *date)
{
	struct reader reader = {text.at, text.at + text.len};
	*date = (struct date){0};
	if (!read_date(&reader, date))
		return false;
	skip_blank(&reader);
	(void)(skip(&reader, "at ") || skip(&reader, "um ") || skip(&reader, "@ ")
		|| skip(&reader, "- ") || skip(&reader, "– ") || skip(&reader, "t")
		|| skip(&reader, "— "));
	skip_blank(&reader);
	date->has_time = is_digit(&reader);
	if (date->has_time && !read_time(&reader, date))
		return false;
	skip_blank(&reader);
	(void)(skip(&reader, "uhr") || skip(&reader, "h"));
	skip_blank(&reader);
	(void)(skip(&reader, "says:") || skip(&reader, "said:") || skip(&reader, ":"));
	skip_blank(&reader);
	return reader.at == reader.end;
}

size_t cp_page_date(cp_str line, cp_buf *iso)
{
	for (size_t i = 0; i < line.len; i++) {
		if (i > 0 && !strchr(" \t,|(", line.at[i - 1]))
			continue;
		struct date date;
		if (!read_all(cp_str_part(line, i, line.len), &date))
			continue;
		cp_buf_printf(iso, "%04u-%02u-%02u", date.year, date.month, date.day);
		if (date.has_time)
			cp_buf_printf(iso, "T%02u:%02u", date.hour, date.minute);
		return i;
	}
	return SIZE_MAX;
}
