#include "text/encoding.h"

#include "text/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>

enum {
	DECLARED_WITHIN =
		4096, /* bytes; WHATWG says 1024, and not all pages keep to it */
	LONGEST_NAME = 31,
};

/* What pages call encodings, and what glibc calls those that browsers take for them (WHATWG
 * Encoding, 4.2). Other names are the same in both, or unknown. */
static const struct alias {
	const char *label, *name;
} aliases[] = {
	{"iso-8859-1", "windows-1252"},
	{"iso8859-1", "windows-1252"},
	{"latin1", "windows-1252"},
	{"us-ascii", "windows-1252"},
	{"ascii", "windows-1252"},
	{"cp1252", "windows-1252"},
	{"utf8", "UTF-8"},
	{"utf-8", "UTF-8"},
	{"unicode", "UTF-8"},
	{"utf-16", "UTF-8"},
	{"utf-16le", "UTF-8"},
	{"utf-16be", "UTF-8"},
	{"iso-8859-9", "windows-1254"},
	{"iso-8859-11", "windows-874"},
	{"tis-620", "windows-874"},
	{"shift_jis", "cp932"},
	{"sjis", "cp932"},
	{"x-sjis", "cp932"},
	{"gb2312", "gb18030"},
	{"gbk", "gb18030"},
	{"x-gbk", "gb18030"},
	{"euc-kr", "cp949"},
	{"ks_c_5601-1987", "cp949"},
	{"big5", "big5-hkscs"},
	{"x-mac-roman", "macintosh"},
};

uint32_t cp_windows_1252(unsigned char byte)
{
	static const uint16_t upper[32] = {0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026,
		0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
		0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178};
	return byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : byte;
}

/* ---- What it is ---- */

static char to_small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The byte after `word` (in small letters) at or after `from`, in any case; SIZE_MAX: none. */
static size_t find_after(cp_str text, const char *word, size_t from)
{
	size_t len = strlen(word);
	for (size_t i = from; i + len <= text.len; i++) {
		size_t j = 0;
		while (j < len && to_small(text.at[i + j]) == word[j])
			j++;
		if (j == len)
			return i + len;
	}
	return SIZE_MAX;
}

/* The value after `= "` at byte `i`, without quotation marks; empty where there is none. */
static cp_str read_value(cp_str text, size_t i)
{
	while (i < text.len && text.at[i] && strchr(" \t\r\n=", text.at[i]))
		i++;
	if (i < text.len && (text.at[i] == '"' || text.at[i] == '\''))
		i++;
	size_t end = i;
	while (end < text.len && text.at[end] && !strchr(" \t\r\n\"';>?/", text.at[end]))
		end++;
	return cp_str_part(text, i, end);
}

static cp_str find_declared(cp_str raw)
{
	cp_str head = cp_str_part(
		raw, 0, raw.len < DECLARED_WITHIN ? raw.len : DECLARED_WITHIN);
	if (cp_str_starts(head, CP_LIT("<?xml"))) {
		const char *end = memchr(head.at, '>', head.len);
		cp_str line =
			cp_str_part(head, 0, end ? (size_t)(end - head.at) : head.len);
		size_t at = find_after(line, "encoding", 0);
		if (at != SIZE_MAX)
			return read_value(line, at);
	}
	for (size_t tag = 0; (tag = find_after(head, "<meta", tag)) != SIZE_MAX;) {
		const char *end = memchr(head.at + tag, '>', head.len - tag);
		cp_str line =
			cp_str_part(head, 0, end ? (size_t)(end - head.at) : head.len);
		size_t at = find_after(line, "charset", tag);
		if (at != SIZE_MAX)
			return read_value(line, at);
	}
	return (cp_str){0};
}

/* The name that iconv knows, for what a page calls it. Only plain names are let through. */
static void set_name(cp_encoding *encoding, cp_str label)
{
	size_t len = 0;
	for (; len < label.len && len < LONGEST_NAME; len++) {
		char c = to_small(label.at[len]);
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
			|| c == '_';
		if (!plain)
			break;
		encoding->name[len] = c;
	}
	encoding->name[len == label.len ? len : 0] = '\0';
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strcmp(aliases[i].label, encoding->name) == 0)
			snprintf(encoding->name, sizeof encoding->name, "%s",
				aliases[i].name);
}

static void set(cp_encoding *encoding, const char *name, cp_encoding_reason reason)
{
	snprintf(encoding->name, sizeof encoding->name, "%s", name);
	encoding->reason = reason;
}

/* The mark's length in bytes; 0: there is none. */
static size_t read_mark(cp_encoding *encoding, cp_str raw)
{
	static const struct {
		cp_str mark;
		const char *name;
	} marks[] = {
		{{"\xef\xbb\xbf", 3}, "UTF-8"},
		{{"\xff\xfe", 2}, "UTF-16LE"},
		{{"\xfe\xff", 2}, "UTF-16BE"},
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (cp_str_starts(raw, marks[i].mark)) {
			set(encoding, marks[i].name, CP_ENCODING_MARKED);
			return marks[i].mark.len;
		}
	return 0;
}

/* ASCII, in two bytes each: zeros at all even or at all odd places of most of the head. */
static const char *find_utf_16(cp_str raw)
{
	size_t zeros[2] = {0, 0}, len = raw.len < 512 ? raw.len & ~(size_t)1 : 512;
	for (size_t i = 0; i < len; i++)
		zeros[i & 1] += raw.at[i] == 0;
	if (len < 4 || (zeros[0] + zeros[1]) * 5 < len * 2)
		return NULL;
	return !zeros[0] ? "UTF-16LE" : !zeros[1] ? "UTF-16BE" : NULL;
}

/* How many characters beyond ASCII are UTF-8, and how many bytes are not. */
static void count_utf8(cp_str raw, size_t *good, size_t *bad)
{
	size_t at = 0;
	for (*good = *bad = 0; at < raw.len;) {
		size_t wrong = raw.len - at;
		bool whole = cp_utf8_valid(cp_str_part(raw, at, raw.len), &wrong);
		for (size_t i = at; i < at + wrong; i++)
			*good += (unsigned char)raw.at[i] >= 0xc0;
		at += wrong + !whole;
		*bad += !whole;
	}
}

static void tell(cp_encoding *encoding, cp_str raw, cp_str label)
{
	const char *wide = find_utf_16(raw);
	if (wide) {
		set(encoding, wide, CP_ENCODING_CONTENT);
		return;
	}
	size_t good, bad;
	count_utf8(raw, &good, &bad);
	set_name(encoding, label);
	bool declared = encoding->name[0] && strcmp(encoding->name, "UTF-8") != 0;
	if (!bad && (good || !declared))
		set(encoding, "UTF-8", CP_ENCODING_CONTENT);
	else if (declared)
		encoding->reason = CP_ENCODING_DECLARED;
	else if (good)
		set(encoding, "UTF-8", CP_ENCODING_GUESSED);
	else
		set(encoding, "windows-1252", CP_ENCODING_GUESSED);
}

/* ---- Reading it ---- */

/* Appends what may be no UTF-8: zero bytes and wrong ones are replaced. */
static void put_clean(cp_encoding *encoding, cp_buf *out, cp_str text)
{
	size_t from = 0;
	for (size_t i = 0; i < text.len;) {
		size_t at = i;
		unsigned char byte = (unsigned char)text.at[i];
		if (byte && byte < 0x80) {
			i++;
			continue;
		}
		uint32_t code_point = cp_utf8_next(text, &i);
		bool wrong = !byte || (byte >= 0x80 && i == at + 1);
		bool control = code_point >= 0x80 && code_point < 0xa0;
		if (!wrong && !control)
			continue;
		cp_buf_put(out, cp_str_part(text, from, at));
		if (wrong && !encoding->replaced++)
			encoding->first = out->len;
		cp_utf8_put(
			out, wrong ? 0xfffd : cp_windows_1252((unsigned char)code_point));
		from = i;
	}
	cp_buf_put(out, cp_str_part(text, from, text.len));
}

static void read_windows_1252(cp_buf *out, cp_str raw)
{
	for (size_t i = 0; i < raw.len; i++)
		cp_utf8_put(out, cp_windows_1252((unsigned char)raw.at[i]));
}

/* False where glibc does not know the encoding. What cannot be read becomes a zero byte. */
static bool read_by_iconv(const char *name, cp_buf *out, cp_str raw)
{
	enum { STEP = 1 << 16 };
	iconv_t converter = iconv_open("UTF-8", name);
	if (converter == (iconv_t)-1)
		return false;
	size_t unit = strncmp(name, "UTF-16", 6) == 0 ? 2 : 1;
	char *in = (char *)raw.at;
	for (size_t left = raw.len; left;) {
		char *end = cp_buf_room(out, STEP);
		size_t room = STEP, done = iconv(converter, &in, &left, &end, &room);
		out->len += STEP - room;
		if (done != (size_t)-1 || errno == E2BIG)
			continue;
		cp_buf_putc(out, '\0');
		size_t skipped = left < unit ? left : unit;
		in += skipped;
		left -= skipped;
	}
	iconv_close(converter);
	return true;
}

cp_encoding cp_encoding_read(cp_buf *out, cp_str raw)
{
	return cp_encoding_read_as(out, raw, find_declared(raw));
}

cp_encoding cp_encoding_read_as(cp_buf *out, cp_str raw, cp_str label)
{
	cp_encoding encoding = {0};
	cp_buf read = {0};
	size_t mark = read_mark(&encoding, raw);
	raw = cp_str_part(raw, mark, raw.len);
	if (!mark)
		tell(&encoding, raw, label);
	bool known = strcmp(encoding.name, "UTF-8") == 0
		|| strcmp(encoding.name, "windows-1252") == 0
		|| read_by_iconv(encoding.name, &read, raw);
	if (!known)
		set(&encoding, "windows-1252", CP_ENCODING_GUESSED);
	if (strcmp(encoding.name, "windows-1252") == 0)
		read_windows_1252(&read, raw);
	bool as_it_is = strcmp(encoding.name, "UTF-8") == 0;
	put_clean(&encoding, out, as_it_is ? raw : cp_buf_str(&read));
	cp_buf_clear(&read);
	return encoding;
}

cp_str cp_windows_1252_mend(cp_arena *arena, cp_str text)
{
	size_t i = 0;
	while (i + 1 < text.len
		&& !(text.at[i] == '\xc2' && (text.at[i + 1] & 0xe0) == 0x80))
		i++;
	if (i + 1 >= text.len)
		return cp_str_copy(arena, text);
	cp_encoding encoding = {0};
	cp_buf mended = {0};
	put_clean(&encoding, &mended, text);
	return cp_buf_settle(arena, &mended);
}
