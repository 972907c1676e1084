/* Any pointer into any JSON text: the first line is the pointer, the rest the text. What is
 * found lies in the text, and the findings that point there can be shown. */
#include "fuzz.h"

#include "json/document.h"

static void must_lie_inside(cp_source *source, cp_str pointer, bool key)
{
	size_t start, end;
	if (cp_json_locate(source, pointer, key, &start, &end))
		MUST(start <= end && end <= source->text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *newline = size ? memchr(data, '\n', size) : NULL;
	if (!newline)
		return 0;
	cp_diags diags = {0};
	size_t len = (size_t)(newline - data);
	cp_str pointer = {(const char *)data, len};
	cp_document document;
	cp_document_init(
		&document, fuzz_source(&diags, newline + 1, size - len - 1), &diags);
	if (document.root) {
		must_lie_inside(document.source, pointer, false);
		must_lie_inside(document.source, pointer, true);
		for (int key = 0; key < 2; key++) {
			cp_place place = cp_place_json(
				&diags, document.source, "%.*s", CP_FMT(pointer));
			place.key = key;
			cp_diag *diag = cp_diag_add(&diags, CP_SCHEMA, place, "here");
			cp_diag_also(&diags, diag, place, "and here");
		}
	}
	fuzz_show(&diags);
	cp_document_clear(&document);
	cp_diags_clear(&diags);
	return 0;
}
