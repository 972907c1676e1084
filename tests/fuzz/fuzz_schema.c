/* The first byte chooses: a document against the annotation's or the thread's schema, or a
 * schema of the input's own (up to a 0 byte) with a document after it. Findings are there
 * just where the document is not valid. */
#include "fuzz.h"

#include "annotation/load.h"
#include "json/schema.h"
#include "text/find.h"

static void check(const cp_schema *schema, const uint8_t *data, size_t size)
{
	cp_diags diags = {0};
	cp_document document;
	cp_document_init(&document, fuzz_source(&diags, data, size), &diags);
	if (document.root)
		MUST(cp_schema_check(schema, &document, &diags) == (diags.list.len == 0));
	fuzz_show(&diags);
	cp_document_clear(&document);
	cp_diags_clear(&diags);
}

static void check_with_ours(bool thread, const uint8_t *data, size_t size)
{
	static cp_arena arena;
	static const cp_schema *schemas[2];
	cp_str texts[] = {
		cp_str_of(cp_annotation_schema_rules), cp_str_of(cp_thread_schema_rules)};
	cp_buf error = {0};
	if (!schemas[thread])
		schemas[thread] =
			compile_first(&arena, texts + thread, 2u - thread, &error);
	MUST(schemas[thread]);
	check(schemas[thread], data, size);
}

static void check_with_theirs(const uint8_t *data, size_t size)
{
	const uint8_t *zero = size ? memchr(data, 0, size) : NULL;
	cp_str text = {(const char *)data, zero ? (size_t)(zero - data) : size};
	cp_arena arena = {0};
	cp_buf error = {0};
	const cp_schema *schema = compile_first(&arena, &text, 1, &error);
	MUST((schema != NULL) == (error.len == 0));
	/* A schema that is nothing but a reference to itself has no meaning; ours are known to
	 * have none, and users bring none. */
	if (schema && zero && cp_find_bytes(text, CP_LIT("ref"), 0) == SIZE_MAX)
		check(schema, zero + 1, size - text.len - 1);
	cp_buf_clear(&error);
	cp_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	if (data[0] == 's')
		check_with_theirs(data + 1, size - 1);
	else
		check_with_ours(data[0] == 't', data + 1, size - 1);
	return 0;
}
