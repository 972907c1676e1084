/* Any JSON laid out: jansson finds the same values in it, no byte that counts is lost, and a
 * second time changes nothing. */
#include "fuzz.h"

#include "annotation/layout.h"

#include <jansson.h>

static void format(cp_buf *out, cp_document *document)
{
	cp_json_format(out, document->source, cp_shape_of(document->source));
}

/* How often each byte is in the text, blanks outside of strings aside. */
static void count_bytes(cp_str text, long counts[256], long by)
{
	bool inside = false;
	for (size_t i = 0; i < text.len; i++) {
		if (inside || !strchr(" \t\r\n", text.at[i]))
			counts[(unsigned char)text.at[i]] += by;
		if (text.at[i] == '"')
			inside = !inside;
		if (text.at[i] == '\\' && i + 1 < text.len)
			counts[(unsigned char)text.at[++i]] += by;
	}
}

static void must_hold_the_same(cp_document *before, cp_document *after)
{
	long counts[256] = {0};
	MUST(after->root && json_equal(before->root, after->root));
	count_bytes(before->source->text, counts, 1);
	count_bytes(after->source->text, counts, -1);
	for (size_t i = 0; i < 256; i++)
		MUST(!counts[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_diags diags = {0};
	cp_document before, after = {0};
	cp_document_init(&before, fuzz_source(&diags, data, size), &diags);
	if (before.root) {
		cp_buf once = {0}, twice = {0};
		format(&once, &before);
		cp_document_init(
			&after, cp_diags_add_source(&diags, "once", &once), &diags);
		must_hold_the_same(&before, &after);
		format(&twice, &after);
		MUST(cp_str_eq(cp_buf_str(&twice), after.source->text));
		cp_buf_clear(&twice);
	}
	cp_document_clear(&before);
	cp_document_clear(&after);
	cp_diags_clear(&diags);
	return 0;
}
