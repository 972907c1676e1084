/* ConvoKit's utterances.jsonl: one utterance a line.
 *
 * https://convokit.cornell.edu/documentation/data_format.html. Corpora of before 2020 say
 * "root", "user" and "reply_to" with a hyphen. Which utterance opens a conversation is the one
 * that is called as it is. */
#include "thread/foreign.h"

#include <jansson.h>

static const cp_foreign_shape shape = {
	.id = "id",
	.parent = "reply_to",
	.author = "speaker",
	.time = "timestamp",
	.score = "meta/score",
	.text = "text",
};

/* The first of the names that the object has. */
static const char *name_of(
	const json_t *object, const char *one, const char *two, const char *three)
{
	return cp_foreign_at(object, one)    ? one
		: cp_foreign_at(object, two) ? two
					     : three;
}

static const char *conversation_of(const json_t *object)
{
	return name_of(object, "conversation_id", "root", "conversation");
}

static bool is_utterance(const json_t *json)
{
	return cp_foreign_at(json, "id") && cp_foreign_at(json, "text")
		&& cp_foreign_at(json, conversation_of(json))
		&& (cp_foreign_at(json, "speaker") || cp_foreign_at(json, "user"));
}

bool cp_convokit_recognise(const cp_page *page)
{
	return cp_foreign_begins_with(page, is_utterance);
}

static void read_utterance(cp_import *import, const json_t *json, cp_place place)
{
	cp_foreign_shape own = shape;
	own.parent = name_of(json, "reply_to", "reply-to", NULL);
	own.author = name_of(json, "speaker/id", "speaker", "user");
	cp_str conversation = cp_foreign_name(import->arena, json, conversation_of(json));
	cp_found_thread *thread = cp_import_thread(import, conversation);
	cp_found found = cp_foreign_comment(import, thread, json, &own, CP_NONE, place);
	thread->article = conversation;
	if (cp_str_eq(conversation, found.comment.source_id))
		thread->thread->title = cp_foreign_text(json, "meta/title");
	if (cp_str_is(found.comment.text, "[deleted]"))
		cp_foreign_set_missing(&found, CP_LIT("deleted"));
	if (cp_str_is(found.comment.text, "[removed]"))
		cp_foreign_set_missing(&found, CP_LIT("removed"));
	if (cp_str_is(found.comment.author, "[deleted]"))
		found.comment.author = (cp_str){0};
	cp_import_add(import, thread, found);
}

bool cp_convokit_read(cp_import *import)
{
	cp_foreign_lines lines = cp_foreign_read_lines(import);
	for (size_t i = 0; i < lines.len; i++)
		read_utterance(import, lines.at[i].value, lines.at[i].place);
	return import->threads.len > 0;
}
