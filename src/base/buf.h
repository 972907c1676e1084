/* A growing buffer of bytes that the caller holds: `cp_buf b = {0}; … cp_buf_clear(&b)`. */
#ifndef CP_BASE_BUF_H
#define CP_BASE_BUF_H

#include "base/str.h"

#include <stdarg.h>

typedef struct cp_buf {
	char *at; /* bytes, 0-terminated once anything was put */
	size_t len, cap;
} cp_buf;

void cp_buf_put(cp_buf *buf, cp_str text);
void cp_buf_puts(cp_buf *buf, const char *text);
void cp_buf_putc(cp_buf *buf, char c);
void cp_buf_printf(cp_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void cp_buf_vprintf(cp_buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* The text as part of a line: control characters become spaces. */
void cp_buf_put_line(cp_buf *buf, cp_str text);

/* A number of less than 10^15 with at most two decimals and no trailing zeros, whatever the
 * locale; larger ones are cut to that. */
void cp_buf_number(cp_buf *buf, double number);

/* Room for `size` more bytes at the end; they count only once `len` is raised. */
char *cp_buf_room(cp_buf *buf, size_t size);

/* The bytes become the caller's, to free(); the buffer is empty afterwards. */
char *cp_buf_detach(cp_buf *buf, size_t *len) CP_MUST_USE;
void cp_buf_clear(cp_buf *buf);

/* The bytes move to `arena`, 0-terminated; the buffer is empty afterwards. */
cp_str cp_buf_settle(cp_arena *arena, cp_buf *buf) CP_MUST_USE;

static inline cp_str cp_buf_str(const cp_buf *buf)
{
	return (cp_str){buf->at ? buf->at : "", buf->len};
}

#endif
