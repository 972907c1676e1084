/* isso's generic form for moving comments: an array of threads, each with its comments. */
#include "thread/foreign.h"

#include <jansson.h>

static const cp_foreign_shape shape = {
	.id = "id",
	.parent = "parent",
	.author = "author",
	.time = "created",
	.edited = "modified",
	.text = "text",
};

bool cp_isso_recognise(const cp_page *page)
{
	const json_t *thread = json_array_get(page->json, 0);
	return json_is_string(json_object_get(thread, "id"))
		&& json_is_array(json_object_get(thread, "comments"));
}

static void read_thread(cp_import *import, const json_t *json, size_t t)
{
	cp_found_thread *thread =
		cp_import_thread(import, cp_foreign_name(import->arena, json, "id"));
	const json_t *comments = json_object_get(json, "comments");
	thread->thread->title = cp_foreign_text(json, "title");
	for (size_t i = 0; i < json_array_size(comments); i++) {
		cp_place place = cp_foreign_place(import, "/%zu/comments/%zu", t, i);
		cp_import_add(import, thread,
			cp_foreign_comment(import, thread, json_array_get(comments, i),
				&shape, CP_NONE, place));
	}
}

bool cp_isso_read(cp_import *import)
{
	for (size_t i = 0; i < json_array_size(import->page->json); i++)
		read_thread(import, json_array_get(import->page->json, i), i);
	return true;
}
