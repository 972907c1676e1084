#include "text/columns.h"

#include "text/utf8.h"
#include "text/xml.h"

/* How many bytes the blank at byte `i` has: a space or a control character; 0: it is none. */
static size_t blank_at(cp_str text, size_t i)
{
	return text.at[i] == ' ' ? 1 : cp_control_at(text, i);
}

static size_t word_end(cp_str text, size_t i)
{
	while (i < text.len && !blank_at(text, i))
		i++;
	return i;
}

void cp_put_columns(cp_buf *out, cp_str text, size_t indent)
{
	size_t column = indent;
	for (size_t i = 0, end, blank; i < text.len; i = end) {
		while (i < text.len && (blank = blank_at(text, i)))
			i += blank;
		end = word_end(text, i);
		cp_str word = cp_str_part(text, i, end);
		size_t width = cp_utf8_count(word);
		if (column > indent && column + 1 + width > CP_TEXT_COLUMNS) {
			cp_buf_printf(out, "\n%*s", (int)indent, "");
			column = indent;
		} else if (column > indent) {
			cp_buf_putc(out, ' ');
			column++;
		}
		cp_buf_put(out, word);
		column += width;
	}
	cp_buf_putc(out, '\n');
}

size_t cp_put_clipped(cp_buf *out, cp_str text, size_t most)
{
	bool spaced = true;
	size_t letters = 0;
	for (size_t i = 0; i < text.len;) {
		uint32_t c = cp_utf8_next(text, &i);
		bool space = cp_is_space(c);
		if (space && spaced)
			continue;
		if (++letters == most && i < text.len) {
			cp_buf_puts(out, "…");
			return letters;
		}
		cp_utf8_put(out, space ? ' ' : c);
		spaced = space;
	}
	return letters;
}
