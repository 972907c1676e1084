#include "thread/page.h"

#include "text/encoding.h"

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

static void init_page(
	cp_page *page, const cp_input *input, cp_buf *bytes, cp_diags *diags)
{
	cp_buf text = {0};
	*page = (cp_page){.owned = *bytes, .bytes = cp_buf_str(bytes)};
	*bytes = (cp_buf){0};
	cp_encoding encoding = input->text.at
		? cp_encoding_read_as(&text, page->bytes, CP_LIT("UTF-8"))
		: cp_encoding_read(&text, page->bytes);
	page->source = cp_diags_add_source(diags, input->path, &text);
	page->source->line = input->line;
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

void cp_page_init(cp_page *page, const char *name, cp_buf *bytes, cp_diags *diags)
{
	init_page(page, &(cp_input){.path = name}, bytes, diags);
}

bool cp_page_read(cp_page *page, const cp_input *input, cp_diags *diags)
{
	cp_buf bytes = {0};
	bool read = cp_input_bytes(input, &bytes, diags);
	*page = (cp_page){0};
	if (read)
		init_page(page, input, &bytes, diags);
	cp_buf_clear(&bytes);
	return read;
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
