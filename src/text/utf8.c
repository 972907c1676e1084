#define _GNU_SOURCE /* memrchr */
#include "text/utf8.h"

#include <utf8proc.h>

static utf8proc_ssize_t decode(cp_str text, size_t i, utf8proc_int32_t *code_point)
{
	return utf8proc_iterate((const utf8proc_uint8_t *)text.at + i,
		(utf8proc_ssize_t)(text.len - i), code_point);
}

bool cp_utf8_valid(cp_str text, size_t *bad)
{
	size_t i = 0;
	while (i < text.len) {
		utf8proc_int32_t code_point;
		utf8proc_ssize_t size = (unsigned char)text.at[i] < 0x80
			? 1
			: decode(text, i, &code_point);
		if (size <= 0) {
			*bad = i;
			return false;
		}
		i += (size_t)size;
	}
	return true;
}

size_t cp_utf8_repair(cp_buf *out, cp_str text)
{
	size_t replaced = 0, from = 0, i = 0;
	while (i < text.len) {
		utf8proc_int32_t code_point;
		utf8proc_ssize_t size = (unsigned char)text.at[i] < 0x80
			? text.at[i] != 0
			: decode(text, i, &code_point);
		if (size > 0) {
			i += (size_t)size;
			continue;
		}
		cp_buf_put(out, cp_str_part(text, from, i));
		cp_utf8_put(out, 0xfffd);
		from = ++i;
		replaced++;
	}
	cp_buf_put(out, cp_str_part(text, from, text.len));
	return replaced;
}

uint32_t cp_utf8_next(cp_str text, size_t *i)
{
	unsigned char byte = (unsigned char)text.at[*i];
	if (byte < 0x80) {
		(*i)++;
		return byte;
	}
	utf8proc_int32_t code_point;
	utf8proc_ssize_t size = decode(text, *i, &code_point);
	*i += size > 0 ? (size_t)size : 1;
	return size > 0 ? (uint32_t)code_point : 0xfffd;
}

void cp_utf8_put(cp_buf *out, uint32_t code_point)
{
	char *end = cp_buf_room(out, 4);
	utf8proc_ssize_t size = utf8proc_encode_char(
		(utf8proc_int32_t)code_point, (utf8proc_uint8_t *)end);
	out->len += (size_t)size;
	end[size] = '\0';
}

cp_str cp_utf8_head(cp_str text, size_t most)
{
	size_t end = text.len > most ? most : text.len;
	while (end < text.len && !cp_starts_code_point(text.at[end]))
		end--;
	return cp_str_part(text, 0, end);
}

cp_str cp_utf8_tail(cp_str text, size_t most)
{
	size_t from = text.len > most ? text.len - most : 0;
	while (from < text.len && !cp_starts_code_point(text.at[from]))
		from++;
	return cp_str_part(text, from, text.len);
}

cp_str cp_words_head(cp_str text, size_t most)
{
	cp_str head = cp_utf8_head(text, most);
	bool whole = head.len == text.len || text.at[head.len] == ' ';
	const char *blank = whole || !head.len ? NULL : memrchr(head.at, ' ', head.len);
	size_t end = blank ? (size_t)(blank - head.at) : 0;
	return cp_str_part(head, 0, end ? end : head.len);
}

cp_str cp_words_tail(cp_str text, size_t most)
{
	cp_str tail = cp_utf8_tail(text, most);
	bool whole = tail.len == text.len || tail.at[-1] == ' ';
	const char *blank = whole || !tail.len ? NULL : memchr(tail.at, ' ', tail.len);
	size_t start = blank ? (size_t)(blank + 1 - tail.at) : 0;
	return cp_str_part(tail, start < tail.len ? start : 0, tail.len);
}

size_t cp_utf8_count(cp_str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += cp_starts_code_point(text.at[i]);
	return count;
}

size_t cp_utf8_offset(cp_str text, size_t code_points)
{
	size_t i = 0;
	for (; i < text.len; i++)
		if (cp_starts_code_point(text.at[i]) && code_points-- == 0)
			break;
	return i;
}

size_t cp_utf8_grapheme_end(cp_str text, size_t i)
{
	utf8proc_int32_t state = 0;
	uint32_t left = cp_utf8_next(text, &i);
	while (i < text.len) {
		size_t after = i;
		uint32_t right = cp_utf8_next(text, &after);
		if (utf8proc_grapheme_break_stateful(
			    (utf8proc_int32_t)left, (utf8proc_int32_t)right, &state))
			break;
		left = right;
		i = after;
	}
	return i;
}

/* A cluster that begins at `i` or before. Letters of ASCII begin one, whatever is before them;
 * no cluster worth the name is longer than what is looked at. */
static size_t safe_start(cp_str text, size_t i)
{
	enum { LONGEST = 1024 };
	size_t start = i > LONGEST ? i - LONGEST : 0;
	while (i > start && !((unsigned char)text.at[i] < 0x80 && text.at[i] > ' '))
		i--;
	while (i < text.len && !cp_starts_code_point(text.at[i]))
		i++;
	return i;
}

bool cp_utf8_splits_grapheme(cp_str text, size_t i)
{
	if (i == 0 || i >= text.len)
		return false;
	char before = text.at[i - 1], after = text.at[i];
	if (((before | after) & 0x80) == 0) /* ASCII: only CR LF is one */
		return before == '\r' && after == '\n';
	size_t at = safe_start(text, i - 1);
	while (at < i)
		at = cp_utf8_grapheme_end(text, at);
	return at != i;
}

size_t cp_utf8_fold(uint32_t code_point, uint32_t out[CP_FOLD_MAX])
{
	utf8proc_int32_t folded[CP_FOLD_MAX];
	int last_class = 0;
	utf8proc_ssize_t count =
		utf8proc_decompose_char((utf8proc_int32_t)code_point, folded, CP_FOLD_MAX,
			UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD
				| UTF8PROC_IGNORE,
			&last_class);
	if (count < 0 || count > CP_FOLD_MAX) {
		out[0] = code_point;
		return 1;
	}
	for (utf8proc_ssize_t i = 0; i < count; i++)
		out[i] = (uint32_t)folded[i];
	return (size_t)count;
}

static utf8proc_category_t category(uint32_t code_point)
{
	return utf8proc_category((utf8proc_int32_t)code_point);
}

bool cp_is_space(uint32_t code_point)
{
	if (code_point < 0x80)
		return code_point <= 0x20 || code_point == 0x7f;
	utf8proc_category_t kind = category(code_point);
	return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL
		|| kind == UTF8PROC_CATEGORY_ZP || kind == UTF8PROC_CATEGORY_CC;
}

bool cp_is_letter(uint32_t code_point)
{
	if (code_point < 0x80)
		return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z';
	utf8proc_category_t kind = category(code_point);
	return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME;
}

bool cp_is_digit(uint32_t code_point)
{
	return category(code_point) == UTF8PROC_CATEGORY_ND;
}

bool cp_is_upper(uint32_t code_point)
{
	return category(code_point) == UTF8PROC_CATEGORY_LU;
}

bool cp_is_wide(uint32_t code_point)
{
	/* utf8proc counts the two letters of a flag as one column each. */
	if (code_point >= 0x1f1e6 && code_point <= 0x1f1ff)
		return true;
	return code_point >= 0x1100
		&& utf8proc_charwidth((utf8proc_int32_t)code_point) == 2;
}

bool cp_is_mark(uint32_t code_point)
{
	utf8proc_category_t kind = category(code_point);
	return kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_ME
		|| kind == UTF8PROC_CATEGORY_CF;
}

const char *cp_utf8_category(uint32_t code_point)
{
	return utf8proc_category_string((utf8proc_int32_t)code_point);
}

cp_str cp_utf8_lower(cp_arena *arena, cp_str text)
{
	cp_buf small = {0};
	for (size_t i = 0; i < text.len;)
		cp_utf8_put(&small, cp_to_lower(cp_utf8_next(text, &i)));
	return cp_buf_settle(arena, &small);
}

uint32_t cp_to_lower(uint32_t code_point)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

uint32_t cp_to_upper(uint32_t code_point)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point);
}
