/* From ids to what they name: comments, speakers, sources. Who wrote which comment. */
#include "annotation/annotation.h"

#include "text/suggest.h"

struct resolver {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
};

static void report_comment(struct resolver *resolver, cp_str id, cp_place place)
{
	const cp_thread *thread = resolver->annotation->thread;
	cp_suggestion near = cp_suggestion_in(resolver->diags, id);
	for (size_t i = 0; i < thread->comments.len && !near.spent; i++)
		cp_suggestion_see(&near, thread->comments.at[i].id);
	cp_diag *diag = cp_diag_add(resolver->diags, CP_UNKNOWN_COMMENT, place,
		"there is no comment \"%.*s\" in the thread", CP_FMT(id));
	cp_suggestion_hint(resolver->diags, diag, &near);
}

/* The comment that a property of an item names. A thread that could not be read has none:
 * that was reported, and once is enough. */
static uint32_t find_comment(
	struct resolver *resolver, const cp_item *item, cp_str id, const char *property)
{
	const cp_thread *thread = resolver->annotation->thread;
	uint32_t comment = cp_thread_find(thread, id);
	if (comment == CP_NONE && thread->comments.len)
		report_comment(resolver, id,
			cp_item_place(
				resolver->diags, resolver->annotation, item, property));
	return comment;
}

/* ---- Speakers ---- */

static void report_twice(struct resolver *resolver, const cp_speaker *speaker,
	cp_place place, uint32_t comment)
{
	cp_annotation *annotation = resolver->annotation;
	const cp_speaker *other =
		&annotation->speakers.at[annotation->attributed[comment]];
	cp_diag *diag = cp_diag_add(resolver->diags, CP_CLAIMED_TWICE, place,
		"\"%.*s\" is given to %.*s and to %.*s",
		CP_FMT(annotation->thread->comments.at[comment].id), CP_FMT(other->name),
		CP_FMT(speaker->name));
	cp_diag_also(resolver->diags, diag,
		cp_place_json(resolver->diags, annotation->source,
			"/speakers/%u/comments", (unsigned)other->json_index),
		"the other one is here");
}

static void attribute(struct resolver *resolver, uint32_t index, size_t nth)
{
	cp_annotation *annotation = resolver->annotation;
	const cp_speaker *speaker = &annotation->speakers.at[index];
	cp_place place = cp_place_json(resolver->diags, annotation->source,
		"/speakers/%u/comments/%zu", (unsigned)speaker->json_index, nth);
	uint32_t comment = cp_thread_find(annotation->thread, speaker->comment_ids[nth]);
	if (comment == CP_NONE) {
		if (annotation->thread->comments.len)
			report_comment(resolver, speaker->comment_ids[nth], place);
		return;
	}
	cp_str author = annotation->thread->comments.at[comment].author;
	if (annotation->attributed[comment] != CP_NONE) {
		report_twice(resolver, speaker, place, comment);
		return;
	}
	if (author.len && !cp_str_eq(author, speaker->name))
		cp_diag_add(resolver->diags, CP_AUTHOR_STATED, place,
			"\"%.*s\" is given to %.*s, but the page says that %.*s wrote it",
			CP_FMT(speaker->comment_ids[nth]), CP_FMT(speaker->name),
			CP_FMT(author));
	annotation->attributed[comment] = index;
}

/* Somebody whom the page names needs no evidence. */
static bool is_stated(const cp_annotation *annotation, const cp_speaker *speaker)
{
	for (size_t i = 0; i < annotation->thread->comments.len; i++)
		if (cp_str_eq(annotation->thread->comments.at[i].author, speaker->name))
			return true;
	return false;
}

static void resolve_speakers(struct resolver *resolver)
{
	cp_annotation *annotation = resolver->annotation;
	size_t count = annotation->thread->comments.len;
	annotation->attributed = CP_NEW_ARRAY(resolver->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		annotation->attributed[i] = CP_NONE;
	for (size_t i = 0; i < annotation->speakers.len; i++) {
		const cp_speaker *speaker = &annotation->speakers.at[i];
		for (size_t nth = 0; nth < speaker->comments_len; nth++)
			attribute(resolver, (uint32_t)i, nth);
		if (speaker->comments_len && !speaker->because.len
			&& !is_stated(annotation, speaker))
			cp_diag_add(resolver->diags, CP_NO_EVIDENCE,
				cp_place_json(resolver->diags, annotation->source,
					"/speakers/%u", (unsigned)speaker->json_index),
				"nothing says how one can tell which comments %.*s wrote",
				CP_FMT(speaker->name));
	}
}

/* ---- Addresses ---- */

static uint32_t find_addressed(struct resolver *resolver, const cp_addressed *address,
	cp_str id, const char *property)
{
	const cp_annotation *annotation = resolver->annotation;
	uint32_t comment = cp_thread_find(annotation->thread, id);
	if (comment == CP_NONE && id.len && annotation->thread->comments.len)
		report_comment(resolver, id,
			cp_place_json(resolver->diags, annotation->source,
				"/addresses/%u/%s", (unsigned)address->json_index,
				property));
	return comment;
}

static void resolve_addresses(struct resolver *resolver)
{
	cp_annotation *annotation = resolver->annotation;
	for (size_t i = 0; i < annotation->addresses.len; i++) {
		cp_addressed *address = &annotation->addresses.at[i];
		address->comment =
			find_addressed(resolver, address, address->comment_id, "comment");
		address->answers =
			find_addressed(resolver, address, address->answers_id, "answers");
	}
}

/* ---- Items ---- */

static uint32_t find_speaker(struct resolver *resolver, const cp_item *item)
{
	cp_annotation *annotation = resolver->annotation;
	uint32_t speaker = cp_map_find(&annotation->speakers_by_id, item->speaker_id);
	if (speaker != CP_NONE)
		return speaker;
	cp_suggestion near = cp_suggestion_in(resolver->diags, item->speaker_id);
	for (size_t i = 0; i < annotation->speakers.len && !near.spent; i++)
		cp_suggestion_see(&near, annotation->speakers.at[i].id);
	cp_diag *diag = cp_diag_add(resolver->diags, CP_UNKNOWN_SPEAKER,
		cp_item_place(resolver->diags, annotation, item, "speaker"),
		"there is no speaker \"%.*s\"", CP_FMT(item->speaker_id));
	cp_suggestion_hint(resolver->diags, diag, &near);
	return CP_NONE;
}

static uint32_t find_work(struct resolver *resolver, const cp_item *item)
{
	cp_annotation *annotation = resolver->annotation;
	uint32_t work = cp_map_find(&annotation->works_by_id, item->of_source);
	if (work != CP_NONE)
		return work;
	cp_suggestion near = cp_suggestion_in(resolver->diags, item->of_source);
	for (size_t i = 0; i < annotation->works.len && !near.spent; i++)
		cp_suggestion_see(&near, annotation->works.at[i].id);
	cp_diag *diag = cp_diag_add(resolver->diags, CP_UNKNOWN_SOURCE,
		cp_item_place(resolver->diags, annotation, item, "of/source"),
		"there is no source \"%.*s\"", CP_FMT(item->of_source));
	cp_suggestion_hint(resolver->diags, diag, &near);
	return CP_NONE;
}

static void resolve_item(struct resolver *resolver, cp_item *item)
{
	cp_annotation *annotation = resolver->annotation;
	if (item->comment_id.len) {
		item->comment = find_comment(resolver, item, item->comment_id, "comment");
		item->broken |= item->comment == CP_NONE;
	}
	if (item->speaker_id.len)
		item->speaker = find_speaker(resolver, item);
	else if (item->comment != CP_NONE)
		item->speaker = annotation->attributed[item->comment];
	if (item->kind != CP_QUOTATION)
		return;
	if (item->of_comment.len)
		item->quoted_comment =
			find_comment(resolver, item, item->of_comment, "of/comment");
	if (item->of_source.len)
		item->quoted_work = find_work(resolver, item);
}

void cp_annotation_resolve(cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	struct resolver resolver = {arena, annotation, diags};
	resolve_speakers(&resolver);
	resolve_addresses(&resolver);
	for (size_t i = 0; i < annotation->items.len; i++)
		resolve_item(&resolver, &annotation->items.at[i]);
}
