#include "text/xml.h"

#include "text/utf8.h"

static const char *entity_of(uint32_t c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
	case '\n':
	case '\r':
		return NULL;
	default:
		return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffe || c == 0xffff
			? "\xef\xbf\xbd"
			: NULL;
	}
}

void cp_buf_put_xml(cp_buf *out, cp_str text)
{
	size_t from = 0;
	for (size_t i = 0; i < text.len;) {
		size_t at = i;
		const char *entity = entity_of(cp_utf8_next(text, &i));
		if (!entity)
			continue;
		cp_buf_put(out, cp_str_part(text, from, at));
		cp_buf_puts(out, entity);
		from = i;
	}
	cp_buf_put(out, cp_str_part(text, from, text.len));
}
