/* The interface of Stack Exchange: questions with their answers and comments, or answers or
 * comments alone.
 *
 * https://api.stackexchange.com/docs: posts have ids of one kind, comments of another. The text
 * is there only if the filter asked for it ("withbody"). Names and titles have HTML's
 * references in them. */
#include "thread/foreign.h"

#include <jansson.h>

#define POST \
	.author = "owner/display_name", .time = "creation_date", .score = "score", \
	.url = "link", .text = "body", .markup = CP_HTML

/* What an object is, is told by the first of these ids that it has. */
static const struct kind {
	const char *id, *article; /* the property that names it, and its thread */
	const char *prefix;       /* of its name here */
	const char *parts[2];     /* what is inside of it */
	cp_foreign_shape shape;
} kinds[] = {
	{"comment_id", "post_id", "comment", {0},
		{.parent = "post_id", .edited = NULL, POST}},
	{"answer_id", "question_id", "", {"comments"},
		{.id = "answer_id",
			.parent = "question_id",
			.edited = "last_edit_date",
			POST}},
	{"question_id", "question_id", "", {"comments", "answers"},
		{.id = "question_id", .edited = "last_edit_date", POST}},
};

struct reader {
	cp_import *import;
	size_t without_text;
};

static const struct kind *kind_of(const json_t *json)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (json_is_integer(json_object_get(json, kinds[i].id)))
			return &kinds[i];
	return NULL;
}

/* Comments have ids of their own, "comment7", as in the addresses of the site. */
static cp_str name_of(cp_arena *arena, const json_t *json, const struct kind *kind)
{
	cp_buf name = {0};
	cp_buf_printf(&name, "%s%.*s", kind->prefix,
		CP_FMT(cp_foreign_name(arena, json, kind->id)));
	return cp_buf_settle(arena, &name);
}

static void set_names(
	cp_import *import, cp_found *found, const json_t *json, const struct kind *kind)
{
	found->comment.source_id = name_of(import->arena, json, kind);
	found->comment.author = cp_foreign_unescape(import->arena, found->comment.author);
	found->article = strcmp(kind->id, "question_id") == 0;
	if (!cp_foreign_text(json, "body").at)
		cp_foreign_set_text(import, found,
			cp_foreign_unescape(
				import->arena, cp_foreign_text(json, "body_markdown")),
			CP_MARKDOWN);
}

static void report_rest(struct reader *reader, cp_found_thread *thread,
	const json_t *json, const cp_found *found)
{
	double stated = cp_foreign_number(json, "answer_count");
	size_t here = json_array_size(json_object_get(json, "answers"));
	if (!found->article || stated > 1e6 || stated <= (double)here)
		return;
	cp_import *import = reader->import;
	size_t rest = (size_t)stated - here;
	cp_import_add(import, thread,
		cp_foreign_not_loaded(
			found->comment.source_id, rest, CP_NONE, found->place));
	if (cp_import_may_report(import))
		cp_diag_add(import->diags, CP_NOT_LOADED, found->place,
			"of the answers to question %.*s, %zu %s not here",
			CP_FMT(found->comment.source_id), rest, rest == 1 ? "is" : "are");
}

/* One object. What is inside of it is at most two levels deep: question, answer, comment. */
static void read_object(struct reader *reader, cp_found_thread *thread,
	const json_t *json, const char *path, int depth)
{
	cp_import *import = reader->import;
	const struct kind *kind = kind_of(json);
	if (!kind || depth > 2)
		return;
	if (!thread)
		thread = cp_import_thread(
			import, cp_foreign_name(import->arena, json, kind->article));
	if (strcmp(kind->article, "question_id") == 0)
		thread->article = thread->id;
	cp_found found = cp_foreign_comment(import, thread, json, &kind->shape, CP_NONE,
		cp_foreign_place(import, "%s", path));
	set_names(import, &found, json, kind);
	cp_str title = cp_foreign_unescape(import->arena, cp_foreign_text(json, "title"));
	reader->without_text += !found.comment.text.len;
	if (found.article) {
		thread->thread->title = title;
		thread->thread->url = found.comment.url;
		if (!found.comment.text.len)
			cp_foreign_set_title(import, &found, title);
	}
	cp_import_add(import, thread, found);
	for (size_t p = 0; p < 2 && kind->parts[p]; p++) {
		const json_t *part = json_object_get(json, kind->parts[p]);
		for (size_t i = 0; i < json_array_size(part); i++)
			read_object(reader, thread, json_array_get(part, i),
				cp_foreign_place(
					import, "%s/%s/%zu", path, kind->parts[p], i)
					.pointer.at,
				depth + 1);
	}
	report_rest(reader, thread, json, &found);
}

bool cp_stackexchange_recognise(const cp_page *page)
{
	const json_t *items = json_object_get(page->json, "items");
	return kind_of(json_array_get(items, 0)) != NULL
		&& (json_object_get(page->json, "has_more")
			|| json_object_get(page->json, "quota_remaining"));
}

bool cp_stackexchange_read(cp_import *import)
{
	struct reader reader = {.import = import};
	const json_t *items = json_object_get(import->page->json, "items");
	for (size_t i = 0; i < json_array_size(items); i++)
		read_object(&reader, NULL, json_array_get(items, i),
			cp_foreign_place(import, "/items/%zu", i).pointer.at, 0);
	cp_place top = cp_place_bytes(import->page->source, 0, 0);
	if (json_is_true(json_object_get(import->page->json, "has_more")))
		cp_diag_add(import->diags, CP_NOT_LOADED, top,
			"this is one page of several: \"has_more\" is true");
	if (reader.without_text)
		cp_diag_hint(import->diags,
			cp_diag_add(import->diags, CP_NOT_LOADED, top,
				"%zu post%s no text", reader.without_text,
				reader.without_text == 1 ? " has" : "s have"),
			"ask for it with filter=withbody");
	return import->threads.len > 0;
}
