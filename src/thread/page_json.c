#include "thread/page.h"

#include "json/document.h"
#include "json/syntax.h"

#include <jansson.h>

void cp_page_parse(cp_page *page, cp_diags *diags)
{
	json_error_t error;
	cp_str text = page->source->text;
	page->source->locate = cp_json_locate;
	page->json = cp_json_parse(&page->values, text, JSON_REJECT_DUPLICATES, &error);
	if (page->json || json_error_code(&error) != json_error_duplicate_key)
		return;
	cp_place place = cp_json_token_at(page->source, (size_t)error.position);
	cp_arena_clear(&page->values);
	page->json = cp_json_parse(&page->values, text, 0, &error);
	if (page->json)
		cp_diag_add(diags, CP_GUESSED, place,
			"an object has a property of this name twice: of each such "
			"property, the last is taken");
}

void cp_page_report_json(const cp_page *page, cp_diags *diags)
{
	cp_document document;
	cp_document_init(&document, page->source, diags);
	cp_document_clear(&document);
}

bool cp_page_is_annotation(const cp_page *page)
{
	return json_object_get(page->json, "thread")
		&& json_object_get(page->json, "annotations");
}
