#include "thread/page.h"

#include "base/file.h"
#include "text/find.h"
#include "text/utf8.h"

bool cp_page_read(cp_page *page, const char *path, cp_diags *diags)
{
	cp_buf bytes = {0};
	int error = cp_file_read(path, &bytes);
	if (!error) {
		cp_page_init(page, path, &bytes, diags);
		return true;
	}
	cp_buf_clear(&bytes);
	*page = (cp_page){0};
	cp_diag_add(diags, CP_FILE, (cp_place){0}, "cannot read \"%s\": %s", path,
		strerror(error));
	return false;
}

static void report_replaced(const cp_page *page, size_t replaced, cp_diags *diags)
{
	size_t first = cp_find_bytes(page->source->text, CP_LIT("\xef\xbf\xbd"), 0);
	cp_diag *diag = cp_diag_add(diags, CP_BROKEN_TEXT,
		cp_place_bytes(page->source, first, first + 3),
		"%zu byte%s not UTF-8, replaced by U+FFFD", replaced,
		replaced == 1 ? " is" : "s are");
	cp_diag_hint(diags, diag, "save the page again as UTF-8, and nothing is lost");
}

static bool is_clean(cp_str text)
{
	return cp_utf8_valid(text, &(size_t){0})
		&& (!text.len || !memchr(text.at, '\0', text.len));
}

void cp_page_init(cp_page *page, const char *name, cp_buf *bytes, cp_diags *diags)
{
	*page = (cp_page){.bytes = cp_buf_str(bytes)};
	cp_str text = page->bytes;
	if (cp_str_starts(text, CP_LIT("\xef\xbb\xbf")))
		text = cp_str_part(text, 3, text.len);
	if (is_clean(text)) {
		page->source = cp_diags_add_source(diags, name, bytes);
		page->source->text = text;
	} else {
		cp_buf repaired = {0};
		size_t replaced = cp_utf8_repair(&repaired, text);
		page->owned = *bytes;
		*bytes = (cp_buf){0};
		page->source = cp_diags_add_source(diags, name, &repaired);
		report_replaced(page, replaced, diags);
	}
	char first = cp_page_first(page);
	if (first == '{' || first == '[')
		cp_page_parse(page, diags);
}

void cp_page_clear(cp_page *page)
{
	cp_page_forget(page);
	cp_buf_clear(&page->owned);
}

char cp_page_first(const cp_page *page)
{
	cp_str text = page->source->text;
	size_t i = 0;
	while (i < text.len && (unsigned char)text.at[i] <= ' ')
		i++;
	return i < text.len ? text.at[i] : '\0';
}
