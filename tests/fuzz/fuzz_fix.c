/* Any bytes as an annotation to be mended: what was JSON still is, and the thread inside is as it
 * was. */
#include "fuzz.h"

#include "annotation/fix.h"

#include <jansson.h>

static void must_keep_the_thread(cp_source *source, cp_str mended)
{
	cp_diags diags = {0};
	cp_document before, after;
	cp_buf text = {0};
	cp_buf_put(&text, mended);
	cp_document_init(&before, source, &diags);
	cp_document_init(&after, cp_diags_add_source(&diags, "after", &text), &diags);
	MUST(before.root && after.root);
	const json_t *thread = json_object_get(before.root, "thread");
	if (json_is_object(thread))
		MUST(json_equal(thread, json_object_get(after.root, "thread")));
	cp_document_clear(&before);
	cp_document_clear(&after);
	cp_diags_clear(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_diags diags = {0}, changes = {0};
	cp_buf out = {0};
	cp_source *source = fuzz_source(&diags, data, size);
	if (cp_annotation_fix(source, &out, &changes, &diags))
		must_keep_the_thread(source, cp_buf_str(&out));
	fuzz_show(&changes);
	fuzz_show(&diags);
	cp_buf_clear(&out);
	cp_diags_clear(&changes);
	cp_diags_clear(&diags);
	return 0;
}
