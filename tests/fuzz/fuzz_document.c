/* Whatever is JSON: each value is found in the text by its pointer, and what is found there
 * is that value. Whatever is not: the finding has a place. */
#include "fuzz.h"

#include "json/document.h"

#include <jansson.h>

enum { DEEPEST = 64 }; /* a pointer to each value costs its depth */

struct visitor {
	cp_document *document;
	cp_buf pointer;
	int depth;
};

static void must_stand_there(struct visitor *visitor, const json_t *value)
{
	size_t start, end;
	MUST(cp_json_locate(visitor->document->source, cp_buf_str(&visitor->pointer),
		false, &start, &end));
	MUST(start < end && end <= visitor->document->source->text.len);
	json_error_t error;
	json_t *found = json_loadb(visitor->document->source->text.at + start,
		end - start, JSON_DECODE_ANY, &error);
	MUST(found && json_equal(found, value));
	json_decref(found);
}

static void visit(struct visitor *visitor, const json_t *value)
{
	must_stand_there(visitor, value);
	if (++visitor->depth < DEEPEST) {
		size_t len = visitor->pointer.len, i;
		json_t *child;
		void *at = json_object_iter((json_t *)value);
		for (; at; at = json_object_iter_next((json_t *)value, at)) {
			cp_pointer_add_key(&visitor->pointer,
				(cp_str){json_object_iter_key(at),
					json_object_iter_key_len(at)});
			visit(visitor, json_object_iter_value(at));
			visitor->pointer.len = len;
		}
		json_array_foreach(value, i, child)
		{
			cp_pointer_add_index(&visitor->pointer, i);
			visit(visitor, child);
			visitor->pointer.len = len;
		}
	}
	visitor->depth--;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_diags diags = {0};
	cp_document document;
	cp_document_init(&document, fuzz_source(&diags, data, size), &diags);
	MUST((document.root != NULL) == (diags.list.len == 0));
	if (document.root) {
		struct visitor visitor = {.document = &document};
		visit(&visitor, document.root);
		cp_buf_clear(&visitor.pointer);
	}
	fuzz_show(&diags);
	cp_document_clear(&document);
	cp_diags_clear(&diags);
	return 0;
}
