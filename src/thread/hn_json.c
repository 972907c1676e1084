/* Hacker News: the items of its search, one inside of the other, and those of its own
 * interface, each alone.
 *
 * https://hn.algolia.com/api: /items/ID has `children`, and `text` and `author` are null where
 * a comment was deleted; what a search finds are `hits`, of any number of stories. https://github.com/HackerNews/API: an item has `by`, `parent` and
 * `kids`; people keep them in an array, in an object with the story as `post` or by their
 * ids, or one a line. A thread is what one story is above. */
#include "json/document.h"
#include "thread/foreign.h"
#include "thread/roots.h"

#include <jansson.h>

static const cp_foreign_shape algolia_shape = {
	.id = "id",
	.parent = "parent_id",
	.author = "author",
	.time = "created_at_i",
	.score = "points",
	.text = "text",
	.markup = CP_HTML_QUOTING,
};

static const cp_foreign_shape firebase_shape = {
	.id = "id",
	.parent = "parent",
	.author = "by",
	.time = "time",
	.score = "score",
	.text = "text",
	.markup = CP_HTML_QUOTING,
};

static cp_str item_address(cp_import *import, cp_str id)
{
	cp_buf url = {0};
	cp_buf_printf(&url, "https://news.ycombinator.com/item?id=%.*s", CP_FMT(id));
	return cp_buf_settle(import->arena, &url);
}

/* A story may be but a title and an address; the address is not lost. */
static void complete_story(
	cp_import *import, cp_found_thread *thread, cp_found *found, const json_t *item)
{
	cp_str title = cp_foreign_unescape(import->arena, cp_foreign_text(item, "title"));
	cp_str url = cp_foreign_text(item, "url");
	found->article = true;
	found->parent = (cp_str){0};
	thread->thread->title = title;
	thread->thread->url = found->comment.url;
	if (!found->comment.text.len && !found->comment.missing.at)
		cp_foreign_set_title(import, found, title);
	if (url.len)
		cp_foreign_add_link(import, found, url);
}

/* What is the same in both: what is deleted, or killed by the moderators or by flags. */
static cp_found read_item(cp_import *import, cp_found_thread *thread, const json_t *item,
	const cp_foreign_shape *shape, uint32_t inside, cp_place place)
{
	cp_found found = cp_foreign_comment(import, thread, item, shape, inside, place);
	bool killed = json_is_true(json_object_get(item, "dead"));
	found.comment.url = item_address(import, found.comment.source_id);
	if (json_is_true(json_object_get(item, "deleted"))
		|| (!found.comment.text.len && !found.comment.author.len && !killed))
		cp_foreign_set_missing(&found, CP_LIT("deleted"));
	else if (killed)
		cp_foreign_set_missing(&found, CP_LIT("removed"));
	return found;
}

/* ---- The search ---- */

struct level {
	const json_t *children;
	size_t next;
	uint32_t inside;
};

static bool is_story(const json_t *json)
{
	return json_is_array(json_object_get(json, "children"))
		&& json_is_integer(json_object_get(json, "id"))
		&& json_object_get(json, "author");
}

static bool is_hit(const json_t *json)
{
	return json_is_string(json_object_get(json, "objectID"))
		&& (json_object_get(json, "story_id") || json_object_get(json, "title"));
}

bool cp_hn_recognise(const cp_page *page)
{
	return is_story(page->json)
		|| is_hit(json_array_get(json_object_get(page->json, "hits"), 0));
}

static uint32_t read_algolia(cp_import *import, cp_found_thread *thread,
	const json_t *item, uint32_t inside, cp_place place, cp_str parent)
{
	cp_found found = read_item(import, thread, item, &algolia_shape, inside, place);
	if (!found.comment.time.at)
		found.comment.time = cp_foreign_time(import->arena, item, "created_at");
	if (!found.parent.at)
		found.parent = parent;
	if (inside == CP_NONE)
		complete_story(import, thread, &found, item);
	return cp_import_add(import, thread, found);
}

static void read_story(cp_import *import, const json_t *story)
{
	CP_ARRAY(struct level) levels = {0};
	cp_found_thread *thread =
		cp_import_thread(import, cp_foreign_name(import->arena, story, "id"));
	read_algolia(import, thread, story, CP_NONE, cp_foreign_place(import, "%s", ""),
		(cp_str){0});
	*cp_push(import->arena, &levels) =
		(struct level){json_object_get(story, "children"), 0, 0};
	while (levels.len) {
		struct level *top = &levels.at[levels.len - 1];
		size_t i = top->next++;
		if (i >= json_array_size(top->children)) {
			levels.len--;
			continue;
		}
		const json_t *item = json_array_get(top->children, i);
		uint32_t index = read_algolia(import, thread, item, top->inside,
			cp_foreign_place(import, "/children/%zu", i),
			thread->found.at[top->inside].comment.source_id);
		const json_t *children = json_object_get(item, "children");
		if (json_array_size(children))
			*cp_push(import->arena, &levels) =
				(struct level){children, 0, index};
	}
}

/* A story that was found, or a comment, which names its story. */
static void read_hit(cp_import *import, const json_t *hit, cp_place place)
{
	bool comment = json_is_string(json_object_get(hit, "comment_text"));
	cp_foreign_shape shape = algolia_shape;
	shape.id = "objectID";
	shape.text = comment ? "comment_text" : "story_text";
	cp_found_thread *thread = cp_import_thread(import,
		cp_foreign_name(import->arena, hit, comment ? "story_id" : "objectID"));
	thread->article = thread->id;
	cp_found found = read_item(import, thread, hit, &shape, CP_NONE, place);
	if (!comment)
		complete_story(import, thread, &found, hit);
	else if (!thread->thread->title.at)
		thread->thread->title = cp_foreign_unescape(
			import->arena, cp_foreign_text(hit, "story_title"));
	cp_import_add(import, thread, found);
}

static void read_hits(cp_import *import)
{
	const json_t *json = import->page->json, *hits = json_object_get(json, "hits");
	for (size_t i = 0; i < json_array_size(hits); i++)
		if (is_hit(json_array_get(hits, i)))
			read_hit(import, json_array_get(hits, i),
				cp_foreign_place(import, "/hits/%zu", i));
	double all = cp_foreign_number(json, "nbHits");
	if (all > (double)json_array_size(hits))
		cp_diag_add(import->diags, CP_NOT_LOADED,
			cp_place_bytes(import->page->source, 0, 0),
			"the search found %.0f items, and %zu are here", all,
			json_array_size(hits));
}

bool cp_hn_read(cp_import *import)
{
	if (is_story(import->page->json))
		read_story(import, import->page->json);
	else
		read_hits(import);
	return import->threads.len > 0;
}

/* ---- Items alone ---- */

struct items {
	cp_import *import;
	CP_ARRAY(const json_t *) list;
	CP_ARRAY(cp_place) places;
	cp_map by_id;
	uint32_t *root; /* of each: the item on top */
	size_t not_loaded;
};

static bool is_item(const json_t *json)
{
	return json_is_integer(json_object_get(json, "id"))
		&& json_is_string(json_object_get(json, "type"))
		&& json_is_integer(json_object_get(json, "time"));
}

static const json_t *first_value(const json_t *json)
{
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)json, key, value) return value;
	return NULL;
}

bool cp_hn_items_recognise(const cp_page *page)
{
	const json_t *json = page->json;
	if (json)
		return is_item(json) || is_item(json_array_get(json, 0))
			|| is_item(json_object_get(json, "post"))
			|| is_item(first_value(json));
	return cp_foreign_begins_with(page, is_item);
}

static void collect(struct items *items, const json_t *item, cp_place place)
{
	cp_import *import = items->import;
	if (!is_item(item))
		return;
	cp_map_add(import->arena, &items->by_id,
		cp_foreign_name(import->arena, item, "id"), (uint32_t)items->list.len);
	*cp_push(import->arena, &items->list) = item;
	*cp_push(import->arena, &items->places) = place;
}

static void collect_array(struct items *items, const json_t *array, const char *path)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		collect(items, json_array_get(array, i),
			cp_foreign_place(items->import, "%s/%zu", path, i));
}

static void collect_object(struct items *items, const json_t *object)
{
	const char *key;
	json_t *value;
	collect(items, object, cp_foreign_place(items->import, "%s", ""));
	json_object_foreach((json_t *)object, key, value)
	{
		cp_buf pointer = {0};
		cp_pointer_add_key(&pointer, cp_str_of(key));
		collect(items, value,
			(cp_place){.source = items->import->page->source,
				.pointer = cp_buf_settle(
					&items->import->diags->arena, &pointer)});
	}
	collect_array(items, json_object_get(object, "comments"), "/comments");
}

static void collect_lines(struct items *items)
{
	cp_foreign_lines lines = cp_foreign_read_lines(items->import);
	for (size_t i = 0; i < lines.len; i++)
		collect(items, lines.at[i].value, lines.at[i].place);
}

static void find_roots(struct items *items)
{
	cp_arena *arena = items->import->arena;
	size_t count = items->list.len;
	uint32_t *parent = CP_NEW_ARRAY(arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		parent[i] = cp_map_find(&items->by_id,
			cp_foreign_name(arena, items->list.at[i], "parent"));
	items->root = CP_NEW_ARRAY(arena, uint32_t, count);
	cp_roots_find(parent, items->root, count);
}

/* The name of the thread: that of its story, even where the story is not here. */
static cp_str thread_name(struct items *items, uint32_t index)
{
	const json_t *root = items->list.at[items->root[index]];
	cp_str parent = cp_foreign_name(items->import->arena, root, "parent");
	return parent.len ? parent : cp_foreign_name(items->import->arena, root, "id");
}

/* The kids that are not here: one place for those of one parent. */
static void count_kids(struct items *items, cp_found_thread *thread, uint32_t index)
{
	const json_t *kids = json_object_get(items->list.at[index], "kids");
	size_t missing = 0;
	for (size_t i = 0; i < json_array_size(kids); i++) {
		char name[32];
		snprintf(name, sizeof name, "%" JSON_INTEGER_FORMAT,
			json_integer_value(json_array_get(kids, i)));
		missing += cp_map_find(&items->by_id, cp_str_of(name)) == CP_NONE;
	}
	if (missing)
		cp_import_add(items->import, thread,
			cp_foreign_not_loaded(cp_foreign_name(items->import->arena,
						      items->list.at[index], "id"),
				missing, CP_NONE, items->places.at[index]));
	items->not_loaded += missing;
}

static void read_alone(struct items *items, uint32_t index)
{
	cp_import *import = items->import;
	const json_t *item = items->list.at[index];
	cp_found_thread *thread = cp_import_thread(import, thread_name(items, index));
	thread->article = thread->id;
	cp_found found = read_item(
		import, thread, item, &firebase_shape, CP_NONE, items->places.at[index]);
	if (!cp_str_is(cp_foreign_text(item, "type"), "comment"))
		complete_story(import, thread, &found, item);
	cp_import_add(import, thread, found);
}

bool cp_hn_items_read(cp_import *import)
{
	struct items items = {.import = import};
	if (!import->page->json)
		collect_lines(&items);
	else if (json_is_array(import->page->json))
		collect_array(&items, import->page->json, "");
	else
		collect_object(&items, import->page->json);
	size_t count = items.list.len;
	find_roots(&items);
	for (uint32_t i = 0; i < count; i++)
		read_alone(&items, i);
	for (uint32_t i = 0; i < count; i++)
		count_kids(&items, cp_import_thread(import, thread_name(&items, i)), i);
	if (items.not_loaded)
		cp_diag_add(import->diags, CP_NOT_LOADED,
			cp_place_bytes(import->page->source, 0, 0),
			"%zu answers are named and not here", items.not_loaded);
	return count > 0;
}
