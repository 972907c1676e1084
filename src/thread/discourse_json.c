/* Discourse: a topic, some of its posts, or one.
 *
 * https://docs.discourse.org: /t/ID.json has the first posts in `post_stream.posts` and the ids
 * of all in `post_stream.stream`. Posts answer and quote one another by `post_number`, so that
 * is what they are called here. `cooked` is HTML, `raw` Markdown, if it was asked for. */
#include "text/find.h"
#include "thread/foreign.h"

#include <jansson.h>

static const cp_foreign_shape shape = {
	.id = "post_number",
	.parent = "reply_to_post_number",
	.author = "username",
	.time = "created_at",
	.text = "cooked",
	.markup = CP_HTML,
};

enum { REGULAR = 1, MODERATION = 2, SMALL_ACTION = 3, WHISPER = 4, LIKE = 2 };

/* ---- Posts ---- */

static bool is_post(const json_t *json)
{
	return json_is_integer(json_object_get(json, "post_number"))
		&& (json_is_string(json_object_get(json, "cooked"))
			|| json_is_string(json_object_get(json, "raw")));
}

static void set_likes(cp_comment *comment, const json_t *post)
{
	const json_t *actions = json_object_get(post, "actions_summary");
	for (size_t i = 0; i < json_array_size(actions); i++) {
		const json_t *action = json_array_get(actions, i);
		double likes = cp_foreign_number(action, "count");
		if (cp_foreign_number(action, "id") != LIKE || likes < 0 || likes > 1e9)
			continue;
		comment->score = (int)likes;
		comment->has_score = true;
	}
}

/* "Ann, post:3, topic:87" is post 3, if this is topic 87 or none is named. */
static cp_str quoted_post(cp_str target, cp_str topic)
{
	size_t post = cp_find_bytes(target, CP_LIT("post:"), 0);
	size_t other = cp_find_bytes(target, CP_LIT("topic:"), 0);
	if (post == SIZE_MAX)
		return target;
	size_t start = post + 5, end = start;
	while (end < target.len && target.at[end] >= '0' && target.at[end] <= '9')
		end++;
	cp_str named =
		other == SIZE_MAX ? topic : cp_str_part(target, other + 6, target.len);
	return topic.len && !cp_str_eq(named, topic) ? target
						     : cp_str_part(target, start, end);
}

static void name_quoted(cp_found *found, cp_str topic)
{
	for (size_t i = 0; i < found->comment.marks.len; i++) {
		cp_mark *mark = &found->comment.marks.at[i];
		if (cp_str_is(mark->kind, "quotation") && mark->target.len)
			mark->target = quoted_post(mark->target, topic);
	}
}

static void set_missing(cp_found *found, const json_t *post)
{
	bool deleted = json_is_true(json_object_get(post, "user_deleted"));
	bool removed = json_is_string(json_object_get(post, "deleted_at"))
		|| json_is_true(json_object_get(post, "hidden"));
	if (deleted || removed)
		cp_foreign_set_missing(
			found, deleted ? CP_LIT("deleted") : CP_LIT("removed"));
}

/* Closed, moved, pinned: what the forum itself says is no contribution, unless in words. */
static bool is_action(cp_import *import, const cp_found *found, const json_t *post)
{
	if (cp_foreign_number(post, "post_type") != SMALL_ACTION
		|| found->comment.text.len)
		return false;
	cp_str action = cp_foreign_text(post, "action_code");
	if (cp_import_may_report(import))
		cp_diag_add(import->diags, CP_LEFT_OUT, cp_import_place(import, found),
			"left out: post %.*s, which says only what was done to the "
			"topic: %.*s",
			CP_FMT(found->comment.source_id), CP_FMT(action));
	return true;
}

static void read_post(
	cp_import *import, cp_found_thread *thread, const json_t *post, cp_place place)
{
	cp_str topic = cp_foreign_name(import->arena, post, "topic_id");
	cp_found found = cp_foreign_comment(import, thread, post, &shape, CP_NONE, place);
	if (!cp_foreign_text(post, "cooked").at)
		cp_foreign_set_text(
			import, &found, cp_foreign_text(post, "raw"), CP_MARKDOWN);
	name_quoted(&found, topic.len ? topic : thread->id);
	set_likes(&found.comment, post);
	if (cp_foreign_number(post, "version") > 1)
		found.comment.edited = cp_foreign_time(import->arena, post, "updated_at");
	set_missing(&found, post);
	thread->article = CP_LIT("1");
	if (!is_action(import, &found, post))
		cp_import_add(import, thread, found);
}

/* ---- Topics ---- */

/* The posts of a topic that are not here, one place for those that follow one another. */
struct gaps {
	cp_map loaded; /* post id to its index */
	size_t run, all;
};

static void end_gap(cp_import *import, cp_found_thread *thread, struct gaps *gaps)
{
	if (gaps->run)
		cp_import_add(import, thread,
			cp_foreign_not_loaded((cp_str){0}, gaps->run, CP_NONE,
				cp_foreign_place(import, "/post_stream/stream")));
	gaps->all += gaps->run;
	gaps->run = 0;
}

static void read_posts_of_topic(
	cp_import *import, cp_found_thread *thread, const json_t *posts, size_t i)
{
	read_post(import, thread, json_array_get(posts, i),
		cp_foreign_place(import, "/post_stream/posts/%zu", i));
}

/* In the order of the stream, so that gaps are where the posts would be. */
static void read_stream(cp_import *import, cp_found_thread *thread, const json_t *posts,
	const json_t *stream)
{
	struct gaps gaps = {0};
	bool *taken = CP_NEW_ARRAY(import->arena, bool, json_array_size(posts));
	for (size_t i = 0; i < json_array_size(posts); i++) {
		cp_str id =
			cp_foreign_name(import->arena, json_array_get(posts, i), "id");
		if (id.at)
			cp_map_add(import->arena, &gaps.loaded, id, (uint32_t)i);
	}
	for (size_t i = 0; i < json_array_size(stream); i++) {
		char id[32];
		snprintf(id, sizeof id, "%" JSON_INTEGER_FORMAT,
			json_integer_value(json_array_get(stream, i)));
		uint32_t post = cp_map_find(&gaps.loaded, cp_str_of(id));
		gaps.run += post == CP_NONE;
		if (post == CP_NONE || taken[post])
			continue;
		end_gap(import, thread, &gaps);
		taken[post] = true;
		read_posts_of_topic(import, thread, posts, post);
	}
	end_gap(import, thread, &gaps);
	for (size_t i = 0; i < json_array_size(posts); i++)
		if (!taken[i])
			read_posts_of_topic(import, thread, posts, i);
	if (gaps.all)
		cp_diag_hint(import->diags,
			cp_diag_add(import->diags, CP_NOT_LOADED,
				cp_foreign_place(import, "/post_stream/stream"),
				"%zu post%s not here", gaps.all,
				gaps.all == 1 ? " of the topic is"
					      : "s of the topic are"),
			"save the topic with ?print=true, which gives up to 1000 posts");
}

static cp_found_thread *thread_of(cp_import *import, const json_t *post)
{
	cp_found_thread *thread = cp_import_thread(
		import, cp_foreign_name(import->arena, post, "topic_id"));
	if (!thread->thread->title.at)
		thread->thread->title = cp_foreign_text(post, "topic_title");
	return thread;
}

static void read_posts(cp_import *import, const json_t *posts, const char *path)
{
	for (size_t i = 0; i < json_array_size(posts); i++) {
		const json_t *post = json_array_get(posts, i);
		if (is_post(post))
			read_post(import, thread_of(import, post), post,
				cp_foreign_place(import, "%s/%zu", path, i));
	}
}

bool cp_discourse_recognise(const cp_page *page)
{
	return json_is_array(cp_foreign_at(page->json, "post_stream/posts"))
		|| json_is_array(json_object_get(page->json, "latest_posts"))
		|| is_post(page->json) || is_post(json_array_get(page->json, 0));
}

bool cp_discourse_read(cp_import *import)
{
	const json_t *json = import->page->json;
	const json_t *posts = cp_foreign_at(json, "post_stream/posts");
	if (posts) {
		cp_found_thread *thread = cp_import_thread(
			import, cp_foreign_name(import->arena, json, "id"));
		thread->thread->title = cp_foreign_text(json, "title");
		read_stream(
			import, thread, posts, cp_foreign_at(json, "post_stream/stream"));
	}
	read_posts(import, json_object_get(json, "latest_posts"), "/latest_posts");
	read_posts(import, json, "");
	if (is_post(json))
		read_post(import, thread_of(import, json), json,
			cp_foreign_place(import, "%s", ""));
	return import->threads.len > 0;
}
