#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

char *cp_buf_room(cp_buf *buf, size_t size)
{
	size_t need = buf->len + size + 1;
	if (need > buf->cap) {
		size_t cap = buf->cap ? buf->cap : 256;
		while (cap < need)
			cap = cap > SIZE_MAX / 2 ? need : cap * 2;
		buf->at = cp_xrealloc(buf->at, cap);
		buf->cap = cap;
	}
	return buf->at + buf->len;
}

void cp_buf_put(cp_buf *buf, cp_str text)
{
	char *end = cp_buf_room(buf, text.len);
	if (text.len)
		memcpy(end, text.at, text.len);
	end[text.len] = '\0';
	buf->len += text.len;
}

void cp_buf_puts(cp_buf *buf, const char *text)
{
	cp_buf_put(buf, cp_str_of(text));
}

void cp_buf_putc(cp_buf *buf, char c)
{
	cp_buf_put(buf, (cp_str){&c, 1});
}

void cp_buf_put_line(cp_buf *buf, cp_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t control = cp_control_at(text, i);
		cp_buf_putc(buf, control ? ' ' : text.at[i]);
		i += control > 1;
	}
}

void cp_buf_printf(cp_buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	cp_buf_vprintf(buf, format, args);
	va_end(args);
}

void cp_buf_vprintf(cp_buf *buf, const char *format, va_list args)
{
	enum {
		LIKELY = 64
	}; /* most pieces fit at the first try, without being measured */
	va_list again;
	va_copy(again, args);
	char *end = cp_buf_room(buf, LIKELY);
	size_t room = buf->cap - buf->len;
	int len = vsnprintf(end, room, format, args);
	if (len >= 0 && (size_t)len >= room)
		vsnprintf(cp_buf_room(buf, (size_t)len), (size_t)len + 1, format, again);
	va_end(again);
	buf->len += len > 0 ? (size_t)len : 0;
	buf->at[buf->len] = '\0';
}

/* Drawings are mostly numbers, and printf is slow at them. */
void cp_buf_number(cp_buf *buf, double number)
{
	enum { DIGITS = 24 };
	char digits[DIGITS], *first = digits + DIGITS;
	const double limit = 1e15;
	number = number > limit ? limit : number < -limit ? -limit : number;
	long long rounded = (long long)(number * 100 + (number < 0 ? -0.5 : 0.5));
	unsigned long long left = rounded < 0 ? 0 - (unsigned long long)rounded
					      : (unsigned long long)rounded;
	unsigned hundredths = (unsigned)(left % 100);
	left /= 100;
	if (hundredths % 10)
		*--first = (char)('0' + hundredths % 10);
	if (hundredths) {
		*--first = (char)('0' + hundredths / 10);
		*--first = '.';
	}
	do
		*--first = (char)('0' + left % 10);
	while (left /= 10);
	if (rounded < 0)
		*--first = '-';
	cp_buf_put(buf, (cp_str){first, (size_t)(digits + DIGITS - first)});
}

cp_str cp_buf_settle(cp_arena *arena, cp_buf *buf)
{
	cp_str settled = cp_str_copy(arena, cp_buf_str(buf));
	cp_buf_clear(buf);
	return settled;
}

char *cp_buf_detach(cp_buf *buf, size_t *len)
{
	char *bytes = cp_buf_room(buf, 0);
	*bytes = '\0';
	bytes = buf->at;
	if (len)
		*len = buf->len;
	*buf = (cp_buf){0};
	return bytes;
}

void cp_buf_clear(cp_buf *buf)
{
	free(buf->at);
	*buf = (cp_buf){0};
}
