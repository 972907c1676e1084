/* What `format` asserts (Validation, section 7.3): the table, and the formats of dates,
 * numbers of machines, pointers. Names of hosts and addresses are in schema_address.c. */
#define _DEFAULT_SOURCE
#include "json/schema_format.h"

#include <arpa/inet.h>

/* ---- Reading ---- */

bool cp_reads_char(cp_str text, size_t *at, const char *among)
{
	bool there = *at < text.len && text.at[*at] && strchr(among, text.at[*at]);
	*at += there;
	return there;
}

/* Just so many digits, whose number is not above `most`. */
static bool reads_number(
	cp_str text, size_t *at, size_t digits, unsigned most, unsigned *value)
{
	*value = 0;
	for (size_t i = 0; i < digits; i++) {
		if (!cp_reads_char(text, at, "0123456789"))
			return false;
		*value = *value * 10 + (unsigned)(text.at[*at - 1] - '0');
	}
	return *value <= most;
}

size_t cp_reads_many(cp_str text, size_t *at, const char *among)
{
	size_t start = *at;
	while (cp_reads_char(text, at, among))
		;
	return *at - start;
}

/* ---- Dates and times (RFC 3339) ---- */

static bool reads_date(cp_str text, size_t *at)
{
	static const unsigned char days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	unsigned year, month, day;
	if (!reads_number(text, at, 4, 9999, &year) || !cp_reads_char(text, at, "-")
		|| !reads_number(text, at, 2, 12, &month) || !month
		|| !cp_reads_char(text, at, "-") || !reads_number(text, at, 2, 31, &day))
		return false;
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return day && day <= days[month - 1] + (unsigned)(leap && month == 2);
}

static bool reads_zone(cp_str text, size_t *at, int *minutes)
{
	unsigned hour, minute;
	*minutes = 0;
	if (cp_reads_char(text, at, "Zz"))
		return true;
	if (!cp_reads_char(text, at, "+-"))
		return false;
	int sign = text.at[*at - 1] == '-' ? -1 : 1;
	if (!reads_number(text, at, 2, 23, &hour) || !cp_reads_char(text, at, ":")
		|| !reads_number(text, at, 2, 59, &minute))
		return false;
	*minutes = sign * (int)(hour * 60 + minute);
	return true;
}

/* A leap second ends a day of UTC. */
static bool reads_time(cp_str text, size_t *at)
{
	enum { DAY = 24 * 60 };
	unsigned hour, minute, second;
	int zone;
	if (!reads_number(text, at, 2, 23, &hour) || !cp_reads_char(text, at, ":")
		|| !reads_number(text, at, 2, 59, &minute)
		|| !cp_reads_char(text, at, ":")
		|| !reads_number(text, at, 2, 60, &second))
		return false;
	if (cp_reads_char(text, at, ".") && !cp_reads_many(text, at, "0123456789"))
		return false;
	if (!reads_zone(text, at, &zone))
		return false;
	int utc = ((int)(hour * 60 + minute) - zone + 2 * DAY) % DAY;
	return second < 60 || utc == DAY - 1;
}

static bool is_date(cp_str text, cp_patterns *patterns)
{
	size_t at = 0;
	(void)patterns;
	return reads_date(text, &at) && at == text.len;
}

static bool is_time(cp_str text, cp_patterns *patterns)
{
	size_t at = 0;
	(void)patterns;
	return reads_time(text, &at) && at == text.len;
}

static bool is_date_time(cp_str text, cp_patterns *patterns)
{
	size_t at = 0;
	(void)patterns;
	return reads_date(text, &at) && cp_reads_char(text, &at, "Tt")
		&& reads_time(text, &at) && at == text.len;
}

/* Numbers with the units of `units` in their order and without a gap (RFC 3339, appendix A).
 * How many; 0 also where something else stands there. */
static size_t read_units(cp_str text, size_t *at, const char *units)
{
	size_t count = 0;
	while (*at < text.len && text.at[*at] != 'T') {
		if (!cp_reads_many(text, at, "0123456789") || *at >= text.len)
			return 0;
		const char *unit = text.at[*at] ? strchr(units, text.at[*at]) : NULL;
		if (!unit || (count && unit != units))
			return 0;
		units = unit + 1;
		++*at;
		count++;
	}
	return count;
}

static bool is_duration(cp_str text, cp_patterns *patterns)
{
	size_t at = 0, weeks = 1;
	(void)patterns;
	if (!cp_reads_char(text, &at, "P"))
		return false;
	if (cp_reads_many(text, &weeks, "0123456789") && cp_reads_char(text, &weeks, "W"))
		return weeks == text.len;
	size_t days =
		at < text.len && text.at[at] != 'T' ? read_units(text, &at, "YMD") : 1;
	if (!days || !cp_reads_char(text, &at, "T"))
		return days && at > 1 && at == text.len;
	return read_units(text, &at, "HMS") && at == text.len;
}

/* ---- Numbers of machines ---- */

static bool is_of_family(cp_str text, int family)
{
	char copy[INET6_ADDRSTRLEN + 1] = "";
	unsigned char bytes[16];
	if (text.len >= sizeof copy || memchr(text.at, '\0', text.len))
		return false;
	memcpy(copy, text.at, text.len);
	return inet_pton(family, copy, bytes) == 1;
}

bool cp_is_ipv4(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	return is_of_family(text, AF_INET);
}

bool cp_is_ipv6(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	return is_of_family(text, AF_INET6);
}

static bool is_uuid(cp_str text, cp_patterns *patterns)
{
	static const size_t groups[] = {8, 4, 4, 4, 12};
	size_t at = 0;
	(void)patterns;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		size_t start = at;
		if (cp_reads_many(text, &at, CP_HEX_DIGITS) != groups[i]
			|| at - start != groups[i])
			return false;
		if (i < 4 && !cp_reads_char(text, &at, "-"))
			return false;
	}
	return at == text.len;
}

/* ---- Pointers (RFC 6901, and draft-bhutton-relative-json-pointer-00) ---- */

static bool is_pointer(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	if (text.len && text.at[0] != '/')
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == '~'
			&& (i + 1 == text.len
				|| (text.at[i + 1] != '0' && text.at[i + 1] != '1')))
			return false;
	return true;
}

static bool is_relative_pointer(cp_str text, cp_patterns *patterns)
{
	size_t at = 0, digits = cp_reads_many(text, &at, "0123456789");
	if (!digits || (digits > 1 && text.at[0] == '0'))
		return false;
	cp_str rest = cp_str_part(text, at, text.len);
	return cp_str_is(rest, "#") || is_pointer(rest, patterns);
}

static bool is_regex(cp_str text, cp_patterns *patterns)
{
	cp_arena arena = {0};
	cp_buf error = {0};
	bool good = cp_pattern_new(&arena, patterns, text, &error) != NULL;
	cp_buf_clear(&error);
	cp_arena_clear(&arena);
	return good;
}

/* ---- The table ---- */

static const cp_format formats[] = {
	{"date-time", is_date_time, "a date and time, as in 2010-08-10T09:30:00Z"},
	{"date", is_date, "a date, as in 2010-08-10"},
	{"time", is_time, "a time, as in 09:30:00Z"},
	{"duration", is_duration, "a duration, as in P3DT12H"},
	{"email", cp_is_email, "an e-mail address"},
	{"idn-email", cp_is_idn_email, "an e-mail address"},
	{"hostname", cp_is_hostname, "the name of a host, as in example.org"},
	{"idn-hostname", cp_is_idn_hostname, "the name of a host, as in example.org"},
	{"ipv4", cp_is_ipv4, "an IPv4 address, as in 192.0.2.1"},
	{"ipv6", cp_is_ipv6, "an IPv6 address, as in 2001:db8::1"},
	{"uri", cp_is_uri, "a URI, as in https://example.org/"},
	{"uri-reference", cp_is_uri_reference, "a URI or a part of one"},
	{"iri", cp_is_iri, "an IRI, as in https://example.org/"},
	{"iri-reference", cp_is_iri_reference, "an IRI or a part of one"},
	{"uri-template", cp_is_uri_template, "a URI template, as in /users/{id}"},
	{"uuid", is_uuid, "a UUID: 32 hexadecimal digits in five groups"},
	{"json-pointer", is_pointer, "a JSON pointer, as in /a/0"},
	{"relative-json-pointer", is_relative_pointer,
		"a relative JSON pointer, as in 1/a"},
	{"regex", is_regex, "a regular expression"},
};

const cp_format *cp_format_find(cp_str name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (cp_str_is(name, formats[i].name))
			return &formats[i];
	return NULL;
}
