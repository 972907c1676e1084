/* Bytes of any encoding become UTF-8 without zeros, which is UTF-8 if it is read again. */
#include "rich.h"

#include "text/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_buf once = {0}, twice = {0};
	size_t bad;
	cp_encoding first = cp_encoding_read(&once, (cp_str){(const char *)data, size});
	cp_str text = cp_buf_str(&once);
	MUST(cp_utf8_valid(text, &bad) && (!text.len || !memchr(text.at, 0, text.len)));
	MUST(!first.replaced
		|| cp_str_starts(cp_str_part(text, first.first, text.len),
			CP_LIT("\xef\xbf\xbd")));
	/* ASCII may declare to be anything, and Shift JIS is not ASCII; two marks are odd. */
	cp_encoding second = cp_encoding_read(&twice, text);
	MUST(strcmp(second.name, "UTF-8") != 0 || second.reason == CP_ENCODING_MARKED
		|| (!second.replaced && cp_str_eq(text, cp_buf_str(&twice))));
	cp_buf_clear(&once);
	cp_buf_clear(&twice);
	return 0;
}
