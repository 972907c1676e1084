#include "thread/thread.h"

#include "json/document.h"
#include "text/suggest.h"
#include "thread/digest.h"
#include "thread/marks.h"

#include <inttypes.h>
#include <jansson.h>
#include <limits.h>

uint32_t cp_thread_add(cp_arena *arena, cp_thread *thread, cp_comment comment)
{
	uint32_t index = (uint32_t)thread->comments.len;
	*cp_push(arena, &thread->comments) = comment;
	cp_map_add(arena, &thread->by_id, comment.id, index);
	return index;
}

static cp_str string_of(const json_t *json, const char *key)
{
	const json_t *value = json_object_get(json, key);
	return (cp_str){json_string_value(value), json_string_length(value)};
}

static void read_score(cp_comment *comment, const json_t *json)
{
	const json_t *value = json_object_get(json, "score");
	json_int_t score = json_integer_value(value);
	comment->has_score = json_is_integer(value);
	comment->score = score > INT_MAX ? INT_MAX
		: score < INT_MIN        ? INT_MIN
					 : (int)score;
}

static uint32_t read_count(const json_t *json, const char *key)
{
	json_int_t count = json_integer_value(json_object_get(json, key));
	return count < 0 ? 0 : count > INT_MAX ? INT_MAX : (uint32_t)count;
}

static cp_marks read_marks(cp_arena *arena, const json_t *json, cp_str text, size_t i,
	cp_source *source, const char *pointer, cp_diags *diags)
{
	const json_t *marks = json_object_get(json, "marks");
	if (!json_array_size(marks))
		return (cp_marks){0};
	cp_buf place = {0};
	cp_buf_printf(&place, "%s/comments/%zu/marks", pointer, i);
	cp_marks read = cp_marks_read(arena, marks, text, source, place.at, diags);
	cp_buf_clear(&place);
	return read;
}

/* False where it cannot be used. */
static bool read_comment(cp_arena *arena, cp_thread *thread, const json_t *json, size_t i,
	cp_source *source, const char *pointer, cp_diags *diags)
{
	cp_comment comment = {
		.id = string_of(json, "id"),
		.author = string_of(json, "author"),
		.byline = string_of(json, "byline"),
		.time = string_of(json, "time"),
		.edited = string_of(json, "edited"),
		.url = string_of(json, "url"),
		.source_id = string_of(json, "source_id"),
		.missing = string_of(json, "missing"),
		.text = string_of(json, "text"),
		.digest = string_of(json, "digest"),
		.reply_to = string_of(json, "reply_to"),
		.reply = CP_NONE,
		.count = read_count(json, "count"),
	};
	if (!comment.id.at || !comment.text.at)
		return false;
	if (cp_thread_find(thread, comment.id) != CP_NONE) {
		cp_diag_add(diags, CP_DUPLICATE_ID,
			cp_place_json(diags, source, "%s/comments/%zu/id", pointer, i),
			"there is a comment \"%.*s\" already", CP_FMT(comment.id));
		return false;
	}
	read_score(&comment, json);
	comment.marks = read_marks(arena, json, comment.text, i, source, pointer, diags);
	cp_thread_add(arena, thread, comment);
	return true;
}

static void report_unknown_reply(const cp_thread *thread, const cp_comment *comment,
	cp_place place, cp_diags *diags)
{
	cp_suggestion near = cp_suggestion_in(diags, comment->reply_to);
	for (size_t i = 0; i < thread->comments.len && !near.spent; i++)
		cp_suggestion_see(&near, thread->comments.at[i].id);
	cp_diag *diag = cp_diag_add(diags, CP_UNKNOWN_COMMENT, place,
		"\"%.*s\" replies to \"%.*s\", which is no comment of the thread",
		CP_FMT(comment->id), CP_FMT(comment->reply_to));
	cp_suggestion_hint(diags, diag, &near);
}

/* A reply may stand before what it answers, so replies are linked once all ids are known.
 * `json_index` is the comment's place in the file, where unusable ones count too. */
static void link_reply(cp_thread *thread, size_t i, size_t json_index, cp_source *source,
	const char *pointer, cp_diags *diags)
{
	cp_comment *comment = &thread->comments.at[i];
	if (!comment->reply_to.at)
		return;
	comment->reply = cp_thread_find(thread, comment->reply_to);
	if (comment->reply < i)
		return;
	cp_place place = cp_place_json(
		diags, source, "%s/comments/%zu/reply_to", pointer, json_index);
	if (comment->reply == CP_NONE)
		report_unknown_reply(thread, comment, place, diags);
	else
		cp_diag_add(diags, CP_REPLY_ORDER, place,
			"\"%.*s\" replies to %s, \"%.*s\"", CP_FMT(comment->id),
			comment->reply == i ? "itself" : "a later comment",
			CP_FMT(comment->reply_to));
	comment->reply = CP_NONE;
}

/* The text of a thread is never altered. If it was all the same, places in it may have moved. */
static void check_digest(cp_comment *comment, size_t json_index, cp_source *source,
	const char *pointer, cp_diags *diags)
{
	char digest[CP_DIGEST_LEN + 1];
	if (!comment->digest.at
		|| cp_str_eq(comment->digest, cp_digest(comment->text, digest)))
		return;
	comment->changed = true;
	cp_diag *diag = cp_diag_add(diags, CP_COMMENT_CHANGED,
		cp_place_json(
			diags, source, "%s/comments/%zu/digest", pointer, json_index),
		"the text of \"%.*s\" is not the one of which this is the digest",
		CP_FMT(comment->id));
	cp_diag_hint(diags, diag, "if the text is as it should be, write \"%s\"", digest);
}

cp_thread *cp_thread_read(cp_arena *arena, const json_t *json, cp_source *source,
	const char *pointer, cp_diags *diags)
{
	cp_thread *thread = CP_NEW(arena, cp_thread);
	thread->title = string_of(json, "title");
	thread->url = string_of(json, "url");
	thread->retrieved = string_of(json, "retrieved");
	thread->language = string_of(json, "language");
	const json_t *comments = json_object_get(json, "comments");
	cp_reserve(arena, &thread->comments, json_array_size(comments));
	size_t *json_index = CP_NEW_ARRAY(arena, size_t, json_array_size(comments));
	for (size_t i = 0; i < json_array_size(comments); i++)
		if (read_comment(arena, thread, json_array_get(comments, i), i, source,
			    pointer, diags))
			json_index[thread->comments.len - 1] = i;
	for (size_t i = 0; i < thread->comments.len; i++) {
		link_reply(thread, i, json_index[i], source, pointer, diags);
		check_digest(
			&thread->comments.at[i], json_index[i], source, pointer, diags);
	}
	return thread;
}

static void write_member(cp_buf *out, const char *indent, const char *name, cp_str value)
{
	if (value.at)
		cp_buf_printf(out, "%s\"%s\": ", indent, name);
	if (value.at)
		cp_json_put_string(out, value);
}

static void write_comment(cp_buf *out, const cp_comment *comment)
{
	char digest[CP_DIGEST_LEN + 1];
	cp_buf_puts(out, "\t\t{ \"id\": ");
	cp_json_put_string(out, comment->id);
	write_member(out, ", ", "author", comment->author);
	write_member(out, ", ", "time", comment->time);
	write_member(out, ", ", "edited", comment->edited);
	if (comment->has_score)
		cp_buf_printf(out, ", \"score\": %d", comment->score);
	write_member(out, ", ", "reply_to", comment->reply_to);
	write_member(out, ", ", "source_id", comment->source_id);
	write_member(out, ", ", "missing", comment->missing);
	if (comment->count)
		cp_buf_printf(out, ", \"count\": %" PRIu32, comment->count);
	write_member(out, ",\n\t\t  ", "url", comment->url);
	write_member(out, ",\n\t\t  ", "byline", comment->byline);
	if (!comment->missing.at)
		write_member(
			out, ",\n\t\t  ", "digest", cp_digest(comment->text, digest));
	write_member(out, ",\n\t\t  ", "text", comment->text);
	if (comment->marks.len) {
		cp_buf_puts(out, ",\n\t\t  \"marks\": ");
		cp_marks_write(out, comment->marks, comment->text);
	}
	cp_buf_puts(out, " }");
}

void cp_thread_write(cp_buf *out, const cp_thread *thread)
{
	cp_buf_puts(out, "{\n\t\"counterpoint\": 1");
	write_member(out, ",\n\t", "title", thread->title);
	write_member(out, ",\n\t", "url", thread->url);
	write_member(out, ",\n\t", "retrieved", thread->retrieved);
	write_member(out, ",\n\t", "language", thread->language);
	cp_buf_puts(out, ",\n\t\"comments\": [\n");
	for (size_t i = 0; i < thread->comments.len; i++) {
		write_comment(out, &thread->comments.at[i]);
		cp_buf_puts(out, i + 1 < thread->comments.len ? ",\n" : "\n");
	}
	cp_buf_puts(out, "\t]\n}\n");
}
