/* isso: its generic form for moving comments, an array of threads with their comments; and what
 * its server gives, the comments on one page, with `replies` inside.
 *
 * https://isso-comments.de/docs/reference/server-api: mode 1 is accepted, 2 waits for a
 * moderator, 4 is deleted and kept as others answer it. */
#include "thread/foreign.h"

#include <jansson.h>

static const cp_foreign_shape generic_shape = {
	.id = "id",
	.parent = "parent",
	.author = "author",
	.time = "created",
	.text = "text",
	.markup = CP_HTML,
};

static const cp_foreign_shape server_shape = {
	.id = "id",
	.parent = "parent",
	.author = "author",
	.time = "created",
	.edited = "modified",
	.score = "likes",
	.text = "text",
	.markup = CP_HTML,
};

enum { WAITING = 2, DELETED = 4 };

static bool is_generic(const json_t *json)
{
	const json_t *thread = json_array_get(json, 0);
	return json_is_string(json_object_get(thread, "id"))
		&& json_is_array(json_object_get(thread, "comments"));
}

static bool is_server(const json_t *json)
{
	return json_is_array(json_object_get(json, "replies"))
		&& json_object_get(json, "hidden_replies");
}

bool cp_isso_recognise(const cp_page *page)
{
	return is_generic(page->json) || is_server(page->json);
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
				&generic_shape, CP_NONE, place));
	}
}

/* ---- The server's ---- */

struct level {
	const json_t *parent;
	size_t next;
	uint32_t inside;
};

static uint32_t read_comment(cp_import *import, cp_found_thread *thread,
	const json_t *json, uint32_t inside, cp_place place)
{
	cp_found found =
		cp_foreign_comment(import, thread, json, &server_shape, inside, place);
	double mode = cp_foreign_number(json, "mode");
	if (mode == WAITING || mode == DELETED)
		cp_foreign_set_missing(&found,
			mode == WAITING ? CP_LIT("unapproved") : CP_LIT("deleted"));
	double against = cp_foreign_number(json, "dislikes");
	if (against > 0 && against < 1e9)
		found.comment.score -= (int)against;
	return cp_import_add(import, thread, found);
}

static void read_hidden(
	cp_import *import, cp_found_thread *thread, const json_t *json, uint32_t inside)
{
	double hidden = cp_foreign_number(json, "hidden_replies");
	cp_str parent = cp_foreign_name(import->arena, json, "id");
	if (!(hidden >= 1 && hidden < 1e9))
		return;
	uint32_t index = cp_import_add(import, thread,
		cp_foreign_not_loaded(parent, (size_t)hidden, inside,
			cp_foreign_place(import, "%s", "")));
	if (cp_import_may_report(import))
		cp_diag_add(import->diags, CP_NOT_LOADED,
			cp_import_place(import, &thread->found.at[index]),
			"%.0f answer%s not here", hidden, hidden == 1 ? " is" : "s are");
}

static void read_replies(cp_import *import)
{
	cp_found_thread *thread = cp_import_thread(import, (cp_str){0});
	CP_ARRAY(struct level) levels = {0};
	*cp_push(import->arena, &levels) = (struct level){import->page->json, 0, CP_NONE};
	while (levels.len) {
		struct level *top = &levels.at[levels.len - 1];
		const json_t *replies = json_object_get(top->parent, "replies");
		size_t i = top->next++;
		if (i >= json_array_size(replies)) {
			read_hidden(import, thread, top->parent, top->inside);
			levels.len--;
			continue;
		}
		const json_t *reply = json_array_get(replies, i);
		uint32_t index = read_comment(import, thread, reply, top->inside,
			cp_foreign_place(import, "/replies/%zu", i));
		*cp_push(import->arena, &levels) = (struct level){reply, 0, index};
	}
}

bool cp_isso_read(cp_import *import)
{
	const json_t *json = import->page->json;
	for (size_t i = 0; is_generic(json) && i < json_array_size(json); i++)
		read_thread(import, json_array_get(json, i), i);
	if (is_server(json))
		read_replies(import);
	return import->threads.len > 0;
}
