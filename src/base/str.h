/* Borrowed text: a pointer and a length, not 0-terminated. */
#ifndef CP_BASE_STR_H
#define CP_BASE_STR_H

#include "base/memory.h"

#include <stdbool.h>
#include <string.h>

typedef struct cp_str {
	const char *at; /* first byte; NULL means "none" */
	size_t len;     /* in bytes */
} cp_str;

/* For printf's "%.*s". */
#define CP_FMT(s) (int)(s).len, (s).at ? (s).at : ""

#define CP_LIT(literal) ((cp_str){"" literal, sizeof(literal) - 1})

static inline cp_str cp_str_of(const char *text)
{
	return (cp_str){text, text ? strlen(text) : 0};
}

static inline bool cp_str_eq(cp_str a, cp_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool cp_str_is(cp_str a, const char *b)
{
	return a.at && a.len == strlen(b) && memcmp(a.at, b, a.len) == 0;
}

static inline bool cp_str_starts(cp_str text, cp_str with)
{
	return text.len >= with.len && memcmp(text.at, with.at, with.len) == 0;
}

static inline bool cp_str_ends(cp_str text, cp_str with)
{
	return text.len >= with.len
		&& (with.len == 0
			|| memcmp(text.at + text.len - with.len, with.at, with.len) == 0);
}

/* The part from byte `start` up to, without, byte `end`. */
static inline cp_str cp_str_part(cp_str text, size_t start, size_t end)
{
	/* Of no text, the part is no text: C does not let NULL be added to, not even 0. */
	return (cp_str){start ? text.at + start : text.at, end - start};
}

/* Is this byte of UTF-8 the first of a code point? */
static inline bool cp_starts_code_point(char byte)
{
	return (byte & 0xc0) != 0x80;
}

/* How many bytes the control character at byte `i` has (C0, DEL, or C1: U+0080 to U+009F);
 * 0 where there is none. Terminals obey all three kinds, so none is ever printed. */
static inline size_t cp_control_at(cp_str text, size_t i)
{
	unsigned char byte = (unsigned char)text.at[i];
	if (byte < 0x20 || byte == 0x7f)
		return 1;
	return byte == 0xc2 && i + 1 < text.len && (text.at[i + 1] & 0xe0) == 0x80 ? 2
										   : 0;
}

/* A copy in the arena, 0-terminated for those who need it. */
static inline cp_str cp_str_copy(cp_arena *arena, cp_str text)
{
	char *copy = cp_alloc(arena, text.len + 1);
	if (text.len)
		memcpy(copy, text.at, text.len);
	return (cp_str){copy, text.len};
}

/* Negative, 0 or positive, by bytes: the order of code points. */
static inline int cp_str_cmp(cp_str a, cp_str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.at, b.at, len) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

#endif
