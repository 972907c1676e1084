/* Formats of names of hosts, e-mail addresses, URIs and IRIs. */
#include "json/schema_format.h"
#include "json/schema_uri.h"
#include "text/utf8.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

enum {
	LONGEST_LABEL = 63, /* RFC 1034, section 3.1 */
	LONGEST_NAME = 253,
	LONGEST_LOCAL = 64, /* RFC 5321, section 4.5.3.1.1 */
};

static bool is_only(cp_str text, const char *among)
{
	size_t at = 0;
	cp_reads_many(text, &at, among);
	return at == text.len;
}

/* ---- Labels of international names (RFC 5891, 5892) ---- */

/* Punycode (RFC 3492, section 6.2) as code points. How many; 0 where it is none. */
static size_t decode_punycode(cp_str text, uint32_t out[LONGEST_LABEL])
{
	enum { BASE = 36, T_MIN = 1, T_MAX = 26, SKEW = 38, DAMP = 700 };
	uint32_t n = 128, i = 0, bias = 72;
	size_t len = 0, at = 0;
	for (size_t j = 0; j < text.len; j++)
		at = text.at[j] == '-' ? j + 1 : at;
	for (; len + 1 < at; len++)
		out[len] = (unsigned char)text.at[len];
	while (at < text.len) {
		uint32_t before = i;
		for (uint32_t weight = 1, k = BASE;; k += BASE) {
			char c = at < text.len ? text.at[at++] : '\0';
			uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0' + 26)
				: (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
				? (uint32_t)((c | 0x20) - 'a')
				: BASE;
			if (digit >= BASE || digit > (UINT32_MAX - i) / weight)
				return 0;
			i += digit * weight;
			uint32_t t = k <= bias      ? T_MIN
				: k >= bias + T_MAX ? T_MAX
						    : k - bias;
			if (digit < t)
				break;
			if (weight > UINT32_MAX / (BASE - t))
				return 0;
			weight *= BASE - t;
		}
		if (len >= LONGEST_LABEL)
			return 0;
		uint32_t delta = before ? (i - before) / 2 : (i - before) / DAMP, k = 0;
		delta += delta / (uint32_t)(len + 1);
		for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
			delta /= BASE - T_MIN;
		bias = k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
		n += i / (uint32_t)(len + 1);
		i %= (uint32_t)(len + 1);
		memmove(out + i + 1, out + i, (len - i) * sizeof *out);
		out[i++] = n;
		len++;
	}
	return len;
}

struct range {
	uint32_t first, last;
};

static bool is_within(uint32_t c, const struct range *ranges, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

#define WITHIN(c, ...) \
	is_within((c), (const struct range[]){__VA_ARGS__}, \
		sizeof((const struct range[]){__VA_ARGS__}) / sizeof(struct range))

static bool is_virama(uint32_t c)
{
	return WITHIN(c, {0x94d, 0x94d}, {0x9cd, 0x9cd}, {0xa4d, 0xa4d}, {0xacd, 0xacd},
		{0xb4d, 0xb4d}, {0xbcd, 0xbcd}, {0xc4d, 0xc4d}, {0xccd, 0xccd},
		{0xd4d, 0xd4d}, {0xdca, 0xdca}, {0xe3a, 0xe3a}, {0xf84, 0xf84},
		{0x1039, 0x103a}, {0x17d2, 0x17d2}, {0xa806, 0xa806}, {0xa8c4, 0xa8c4});
}

static bool is_greek(uint32_t c)
{
	return WITHIN(
		c, {0x370, 0x373}, {0x375, 0x3e1}, {0x3f0, 0x3ff}, {0x1f00, 0x1fff});
}

static bool is_hebrew(uint32_t c)
{
	return WITHIN(c, {0x591, 0x5f4}, {0xfb1d, 0xfb4f});
}

static bool is_japanese(uint32_t c)
{
	return WITHIN(c, {0x3005, 0x3007}, {0x3041, 0x3096}, {0x309d, 0x309f},
		{0x30a1, 0x30fa}, {0x30fd, 0x30ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff},
		{0xf900, 0xfaff}, {0x20000, 0x3134f});
}

static bool has_japanese(const uint32_t *label, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (is_japanese(label[i]))
			return true;
	return false;
}

static bool has_between(const uint32_t *label, size_t len, uint32_t first, uint32_t last)
{
	for (size_t i = 0; i < len; i++)
		if (label[i] >= first && label[i] <= last)
			return true;
	return false;
}

/* Code points that depend on what is around them (RFC 5892, appendix A); else -1. */
static int fits_context(const uint32_t *label, size_t len, size_t i)
{
	uint32_t before = i ? label[i - 1] : 0, after = i + 1 < len ? label[i + 1] : 0;
	switch (label[i]) {
	case 0xb7:
		return before == 'l' && after == 'l';
	case 0x375:
		return is_greek(after);
	case 0x5f3:
	case 0x5f4:
		return is_hebrew(before);
	case 0x30fb:
		return has_japanese(label, len);
	case 0x200c:
	case 0x200d:
		return is_virama(before);
	default:
		if (label[i] >= 0x660 && label[i] <= 0x669)
			return !has_between(label, len, 0x6f0, 0x6f9);
		if (label[i] >= 0x6f0 && label[i] <= 0x6f9)
			return !has_between(label, len, 0x660, 0x669);
		return -1;
	}
}

/* RFC 5892, section 2, less what needs normalisation: capitals and signs are out. */
static bool is_allowed(uint32_t c)
{
	if (WITHIN(c, {0xdf, 0xdf}, {0x3c2, 0x3c2}, {0x6fd, 0x6fe}, {0xf0b, 0xf0b},
		    {0x3007, 0x3007}))
		return true;
	if (WITHIN(c, {0x640, 0x640}, {0x7fa, 0x7fa}, {0x302e, 0x302f}, {0x3031, 0x3035},
		    {0x303b, 0x303b}))
		return false;
	return c == '-' || cp_is_digit(c) || (cp_is_letter(c) && cp_to_lower(c) == c);
}

static bool is_international_label(const uint32_t *label, size_t len)
{
	if (!len || len > LONGEST_LABEL || label[0] == '-' || label[len - 1] == '-'
		|| cp_is_mark(label[0])
		|| (len >= 4 && label[2] == '-' && label[3] == '-'))
		return false;
	for (size_t i = 0; i < len; i++) {
		int fits = fits_context(label, len, i);
		if (!(fits < 0 ? is_allowed(label[i]) : fits))
			return false;
	}
	return true;
}

/* ---- Names of hosts ---- */

static bool is_encoded(cp_str label)
{
	return label.len > 4 && (label.at[0] | 0x20) == 'x' && (label.at[1] | 0x20) == 'n'
		&& label.at[2] == '-' && label.at[3] == '-';
}

static bool is_label(cp_str label)
{
	uint32_t decoded[LONGEST_LABEL];
	if (!label.len || label.len > LONGEST_LABEL || label.at[0] == '-'
		|| label.at[label.len - 1] == '-' || !is_only(label, LETTERS DIGITS "-"))
		return false;
	if (is_encoded(label)) {
		size_t len = decode_punycode(cp_str_part(label, 4, label.len), decoded);
		return is_international_label(decoded, len);
	}
	return label.len < 4 || label.at[2] != '-' || label.at[3] != '-';
}

bool cp_is_hostname(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	if (!text.len || text.len > LONGEST_NAME)
		return false;
	for (size_t i = 0, start = 0; i <= text.len; i++)
		if (i == text.len || text.at[i] == '.') {
			if (!is_label(cp_str_part(text, start, i)))
				return false;
			start = i + 1;
		}
	return true;
}

static bool is_dot(uint32_t c)
{
	return c == '.' || c == 0x3002 || c == 0xff0e || c == 0xff61;
}

/* A label of ASCII follows the rules for those, whatever its case. */
static bool is_any_label(cp_str text)
{
	uint32_t label[LONGEST_LABEL + 1];
	size_t len = 0;
	bool ascii = true;
	for (size_t i = 0; i < text.len && len <= LONGEST_LABEL;) {
		label[len] = cp_utf8_next(text, &i);
		ascii &= label[len++] < 0x80;
	}
	return ascii ? is_label(text) : is_international_label(label, len);
}

bool cp_is_idn_hostname(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	if (!text.len || text.len > 4 * LONGEST_NAME)
		return false;
	for (size_t i = 0, start = 0;;) {
		size_t at = i;
		bool end = at == text.len;
		if (end || is_dot(cp_utf8_next(text, &i))) {
			if (!is_any_label(cp_str_part(text, start, at)))
				return false;
			start = i;
		}
		if (end)
			return true;
	}
}

/* ---- E-mail addresses (RFC 5321, section 4.1.2; RFC 6531) ---- */

static bool is_quoted(cp_str local, bool international)
{
	for (size_t i = 1; i + 1 < local.len; i++) {
		unsigned char c = (unsigned char)local.at[i];
		if (c == '\\' && i + 2 < local.len)
			c = (unsigned char)local.at[++i];
		else if (c == '"' || c == '\\')
			return false;
		if (c < ' ' || c == 0x7f || (c >= 0x80 && !international))
			return false;
	}
	return local.len > 1 && local.at[0] == '"' && local.at[local.len - 1] == '"';
}

static bool is_dot_atom(cp_str local, bool international)
{
	for (size_t i = 0; i < local.len; i++) {
		char c = local.at[i];
		bool edge = i == 0 || i + 1 == local.len || local.at[i - 1] == '.';
		if (c == '.' ? edge
			     : !((unsigned char)c >= 0x80 ? international
							  : c
						     && strchr(LETTERS DIGITS
							     "!#$%&'*+-/=?^_`{|}~",
							     c)))
			return false;
	}
	return local.len > 0;
}

static bool is_address_literal(cp_str domain)
{
	if (domain.len < 3 || domain.at[0] != '[' || domain.at[domain.len - 1] != ']')
		return false;
	cp_str inside = cp_str_part(domain, 1, domain.len - 1);
	return cp_str_starts(inside, CP_LIT("IPv6:"))
		? cp_is_ipv6(cp_str_part(inside, 5, inside.len), NULL)
		: cp_is_ipv4(inside, NULL);
}

static bool is_mailbox(cp_str text, bool international)
{
	size_t at = text.len;
	while (at > 0 && text.at[at - 1] != '@')
		at--;
	if (at == 0 || at - 1 > LONGEST_LOCAL)
		return false;
	cp_str local = cp_str_part(text, 0, at - 1);
	cp_str domain = cp_str_part(text, at, text.len);
	return (is_dot_atom(local, international) || is_quoted(local, international))
		&& (is_address_literal(domain)
			|| (international ? cp_is_idn_hostname(domain, NULL)
					  : cp_is_hostname(domain, NULL)));
}

bool cp_is_email(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	return is_mailbox(text, false);
}

bool cp_is_idn_email(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	return is_mailbox(text, true);
}

/* ---- URIs (RFC 3986, appendix A) and IRIs (RFC 3987, section 2.2) ---- */

#define UNRESERVED LETTERS DIGITS "-._~"
#define SUB_DELIMS "!$&'()*+,;="

/* RFC 3987: ucschar, and in queries iprivate. */
static bool is_beyond_ascii(uint32_t c, bool query)
{
	if (WITHIN(c, {0xe000, 0xf8ff}, {0xf0000, 0xffffd}, {0x100000, 0x10fffd}))
		return query;
	return c >= 0xa0 && !WITHIN(c, {0xfdd0, 0xfdef}, {0xfff0, 0xffff})
		&& (c & 0xfffe) != 0xfffe && (c < 0xe0000 || c >= 0xe1000);
}

/* Are these only characters of `among`, escapes, and, in an IRI, others? */
static bool is_made_of(cp_str text, const char *among, bool international, bool query)
{
	for (size_t i = 0; i < text.len;) {
		size_t at = i + 1;
		if (text.at[i] == '%') {
			if (!cp_reads_char(text, &at, CP_HEX_DIGITS)
				|| !cp_reads_char(text, &at, CP_HEX_DIGITS))
				return false;
			i = at;
		} else if ((unsigned char)text.at[i] >= 0x80) {
			if (!international
				|| !is_beyond_ascii(cp_utf8_next(text, &i), query))
				return false;
		} else if (!cp_reads_char(text, &i, among)) {
			return false;
		}
	}
	return true;
}

static bool is_future_address(cp_str text)
{
	size_t at = 1;
	return text.len && (text.at[0] | 0x20) == 'v'
		&& cp_reads_many(text, &at, CP_HEX_DIGITS)
		&& cp_reads_char(text, &at, ".")
		&& cp_reads_many(text, &at, UNRESERVED SUB_DELIMS ":") && at == text.len;
}

static bool is_host_and_port(cp_str text, bool international)
{
	size_t end = text.len, close = 0;
	while (close < text.len && text.at[close] != ']')
		close++;
	size_t from = text.len && text.at[0] == '[' ? close : 0;
	for (size_t i = text.len; i > from; i--)
		if (text.at[i - 1] == ':') {
			end = i - 1;
			break;
		}
	if (end < text.len && !is_only(cp_str_part(text, end + 1, text.len), DIGITS))
		return false;
	cp_str host = cp_str_part(text, 0, end);
	if (!host.len || host.at[0] != '[')
		return is_made_of(host, UNRESERVED SUB_DELIMS, international, false);
	if (close + 1 != host.len)
		return false;
	cp_str inside = cp_str_part(host, 1, close);
	return cp_is_ipv6(inside, NULL) || is_future_address(inside);
}

static bool is_authority(cp_str text, bool international)
{
	const char *sign = text.len ? memchr(text.at, '@', text.len) : NULL;
	size_t user = sign ? (size_t)(sign - text.at) : 0;
	return is_made_of(cp_str_part(text, 0, user), UNRESERVED SUB_DELIMS ":",
		       international, false)
		&& is_host_and_port(
			cp_str_part(text, sign ? user + 1 : 0, text.len), international);
}

/* Without a scheme, a colon in the first segment would make one. */
static bool is_path(const cp_uri *uri, bool international)
{
	size_t first = 0;
	while (first < uri->path.len && uri->path.at[first] != '/')
		first++;
	return (uri->scheme.at || !first || !memchr(uri->path.at, ':', first))
		&& is_made_of(
			uri->path, UNRESERVED SUB_DELIMS ":@/", international, false);
}

static bool is_reference(cp_str text, bool international)
{
	cp_uri uri = cp_uri_parse(text);
	return (!uri.authority.at || is_authority(uri.authority, international))
		&& is_path(&uri, international)
		&& is_made_of(
			uri.query, UNRESERVED SUB_DELIMS ":@/?", international, true)
		&& is_made_of(
			uri.fragment, UNRESERVED SUB_DELIMS ":@/?", international, false);
}

bool cp_is_uri_reference(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	return is_reference(text, false);
}

bool cp_is_iri_reference(cp_str text, cp_patterns *patterns)
{
	(void)patterns;
	return is_reference(text, true);
}

bool cp_is_uri(cp_str text, cp_patterns *patterns)
{
	return cp_uri_parse(text).scheme.at && cp_is_uri_reference(text, patterns);
}

bool cp_is_iri(cp_str text, cp_patterns *patterns)
{
	return cp_uri_parse(text).scheme.at && cp_is_iri_reference(text, patterns);
}

/* ---- URI templates (RFC 6570, section 2) ---- */

/* "{+path,name*:3}", without its braces. */
static bool is_expression(cp_str text)
{
	size_t at = 0;
	cp_reads_char(text, &at, "+#./;?&=,!@|");
	do {
		size_t start = at;
		while (cp_reads_many(text, &at, LETTERS DIGITS "_.")
			|| (cp_reads_char(text, &at, "%")
				&& cp_reads_char(text, &at, CP_HEX_DIGITS)
				&& cp_reads_char(text, &at, CP_HEX_DIGITS)))
			;
		if (at == start || text.at[start] == '.' || text.at[at - 1] == '.')
			return false;
		if (cp_reads_char(text, &at, ":")) {
			size_t digits = cp_reads_many(text, &at, DIGITS);
			if (!digits || digits > 4 || text.at[at - digits] == '0')
				return false;
		} else {
			cp_reads_char(text, &at, "*");
		}
	} while (cp_reads_char(text, &at, ","));
	return at == text.len;
}

bool cp_is_uri_template(cp_str text, cp_patterns *patterns)
{
	static const char literals[] = UNRESERVED SUB_DELIMS ":/?#[]@";
	(void)patterns;
	for (size_t i = 0; i < text.len;) {
		size_t end = i;
		while (end < text.len && text.at[end] != (text.at[i] == '{' ? '}' : '{'))
			end++;
		if (text.at[i] != '{') {
			if (!is_made_of(cp_str_part(text, i, end), literals, true, true))
				return false;
			i = end;
			continue;
		}
		if (end == text.len || !is_expression(cp_str_part(text, i + 1, end)))
			return false;
		i = end + 1;
	}
	return true;
}
