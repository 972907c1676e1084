/* Any bytes as a saved page: of the kind that they look like, and of one that their number
 * picks. What is read can be written, is valid, and reads back as the
 * same bytes. */
#include "debate.h"

#include "text/utf8.h"
#include "thread/import.h"

static void must_come_back(const cp_thread *thread)
{
	cp_arena arena = {0};
	cp_diags diags = {0};
	cp_buf once = {0}, again = {0};
	cp_document document;
	cp_thread_write(&once, thread);
	cp_document_init(
		&document, fuzz_source(&diags, (uint8_t *)once.at, once.len), &diags);
	MUST(document.root);
	MUST(cp_schema_check(our_schema(CP_THREAD_SCHEMA_URI), &document, &diags));
	cp_thread_write(&again,
		cp_thread_read(&arena, document.root, document.source, "", &diags));
	MUST(!diags.count[CP_ERROR]);
	MUST(cp_str_eq(cp_buf_str(&once), cp_buf_str(&again)));
	cp_document_clear(&document);
	cp_buf_clear(&once);
	cp_buf_clear(&again);
	cp_diags_clear(&diags);
	cp_arena_clear(&arena);
}

static void import(const uint8_t *data, size_t size, const cp_thread_format *format)
{
	cp_arena arena = {0};
	cp_diags diags = {0};
	cp_page page;
	cp_buf text = {0};
	cp_buf_put(&text, (cp_str){(const char *)data, size});
	cp_page_init(&page, "page", &text, &diags);
	cp_import read = {.arena = &arena, .page = &page, .diags = &diags};
	bool found = cp_import_read(&read, format);
	MUST(found || diags.count[CP_ERROR]);
	for (size_t i = 0; found && !diags.count[CP_ERROR] && i < read.threads.len; i++)
		must_come_back(read.threads.at[i]->thread);
	fuzz_show(&diags);
	cp_page_clear(&page);
	cp_diags_clear(&diags);
	cp_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t formats = 0;
	while (cp_thread_formats[formats].name)
		formats++;
	import(data, size, NULL);
	import(data, size, &cp_thread_formats[size % formats]);
	return 0;
}
