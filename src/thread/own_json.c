/* A thread of our own: read as it is, so that it can be listed, given a title, written anew. */
#include "json/schema.h"
#include "thread/import.h"

#include <jansson.h>

bool cp_own_thread_recognise(const cp_page *page)
{
	return json_is_integer(json_object_get(page->json, "counterpoint"))
		&& json_is_array(json_object_get(page->json, "comments"));
}

static void check_form(cp_import *import)
{
	cp_document document = {
		.source = import->page->source, .root = import->page->json};
	cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
	cp_schemas_add(
		schemas, CP_LIT(CP_THREAD_SCHEMA_URI), cp_str_of(cp_thread_schema_rules));
	const cp_schema *schema =
		cp_schemas_compile(schemas, CP_LIT(CP_THREAD_SCHEMA_URI), import->diags);
	if (schema)
		cp_schema_check(schema, &document, import->diags);
	cp_schemas_free(schemas);
}

static size_t count_private(const json_t *object)
{
	const char *key;
	json_t *value;
	size_t count = 0;
	json_object_foreach((json_t *)object, key, value) count +=
		strncmp(key, "x-", 2) == 0;
	return count;
}

static void report_private(cp_import *import)
{
	const json_t *comments = json_object_get(import->page->json, "comments");
	size_t count = count_private(import->page->json);
	for (size_t i = 0; i < json_array_size(comments); i++)
		count += count_private(json_array_get(comments, i));
	if (count)
		cp_diag_add(import->diags, CP_LEFT_OUT,
			cp_place_json(import->diags, import->page->source, "%s", ""),
			"left out: %zu propert%s whose name starts with x-", count,
			count == 1 ? "y" : "ies");
}

bool cp_own_thread_read(cp_import *import)
{
	if (!json_is_array(json_object_get(import->page->json, "comments")))
		return false;
	check_form(import);
	report_private(import);
	cp_found_thread *thread = cp_import_thread(import, (cp_str){0});
	thread->thread = cp_thread_read(import->arena, import->page->json,
		import->page->source, "", import->diags);
	return true;
}
