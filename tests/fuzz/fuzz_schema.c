/* The first byte chooses: a document against the annotation's or the thread's schema, or a
 * schema of the input's own (up to a 0 byte) with a document after it, with formats asserted
 * after an "f". Findings are there just where the document is not valid. */
#include "debate.h"

static void check(const cp_schema *schema, const uint8_t *data, size_t size)
{
	cp_diags diags = {0};
	cp_document document;
	cp_document_init_any(&document, fuzz_source(&diags, data, size), &diags);
	if (document.root) {
		bool accepted = cp_schema_accepts(schema, &document);
		bool valid = cp_schema_check(schema, &document, &diags);
		MUST(valid == (diags.list.len == 0));
		MUST(accepted || !valid);
	}
	fuzz_show(&diags);
	cp_document_clear(&document);
	cp_diags_clear(&diags);
}

static void check_with_theirs(const uint8_t *data, size_t size, bool assert_format)
{
	const uint8_t *zero = size ? memchr(data, 0, size) : NULL;
	size_t len = zero ? (size_t)(zero - data) : size;
	cp_diags diags = {0};
	cp_schemas *schemas =
		cp_schemas_new((cp_schema_options){.assert_format = assert_format});
	cp_source *source = fuzz_source(&diags, data, len);
	const cp_schema *schema = NULL;
	if (cp_schemas_add_source(schemas, CP_LIT("file:input"), source, &diags))
		schema = cp_schemas_compile(schemas, CP_LIT("file:input"), &diags);
	MUST(schema || diags.count[CP_ERROR]);
	if (schema && zero)
		check(schema, zero + 1, size - len - 1);
	fuzz_show(&diags);
	cp_schemas_free(schemas);
	cp_diags_clear(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	if (data[0] == 's' || data[0] == 'f')
		check_with_theirs(data + 1, size - 1, data[0] == 'f');
	else
		check(our_schema(data[0] == 't' ? CP_THREAD_SCHEMA_URI
						: CP_ANNOTATION_SCHEMA_URI),
			data + 1, size - 1);
	return 0;
}
