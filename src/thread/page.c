#include "thread/page.h"

#include "base/file.h"
#include "text/encoding.h"

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

static void report_encoding(
	const cp_page *page, const cp_encoding *encoding, cp_diags *diags)
{
	if (encoding->replaced)
		cp_diag_hint(diags,
			cp_diag_add(diags, CP_BROKEN_TEXT,
				cp_place_bytes(page->source, encoding->first,
					encoding->first + 3),
				"%zu byte%s not %s, replaced by U+FFFD",
				encoding->replaced,
				encoding->replaced == 1 ? " is" : "s are",
				encoding->name),
			"save the page again as UTF-8, and nothing is lost");
	else if (encoding->reason == CP_ENCODING_GUESSED
		&& strcmp(encoding->name, "UTF-8") != 0)
		cp_diag_add(diags, CP_GUESSED, cp_place_bytes(page->source, 0, 0),
			"the page is not UTF-8, and is taken for %s", encoding->name);
}

void cp_page_init(cp_page *page, const char *name, cp_buf *bytes, cp_diags *diags)
{
	cp_buf text = {0};
	*page = (cp_page){.owned = *bytes, .bytes = cp_buf_str(bytes)};
	*bytes = (cp_buf){0};
	cp_encoding encoding = cp_encoding_read(&text, page->bytes);
	page->source = cp_diags_add_source(diags, name, &text);
	report_encoding(page, &encoding, diags);
	/* Mostly they are the same, and one is enough. */
	if (cp_str_eq(page->bytes, page->source->text)) {
		cp_buf_clear(&page->owned);
		page->bytes = page->source->text;
	}
	char first = cp_page_first(page);
	if (first == '{' || first == '[')
		cp_page_parse(page, diags);
}

void cp_page_clear(cp_page *page)
{
	cp_arena_clear(&page->values);
	page->json = NULL;
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
