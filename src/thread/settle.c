/* From comments as the page has them to comments with ids and links.
 *
 * A comment may answer one that comes later or is not there, and broken exports have answers
 * that go in a circle. What is answered comes first in the thread, so that each reply is to
 * an earlier comment. */
#include "thread/import.h"
#include "thread/marks.h"

/* Findings about single comments that are told one by one; more have one root cause. */
enum { MOST_REPORTS = 1000 };

struct settler {
	cp_import *import;
	cp_found_thread *thread;
	uint32_t *parent; /* of each found comment: what it answers, or CP_NONE */
	uint32_t *number; /* its index in the thread; CP_NONE: not there yet */
	bool *open;       /* it is on the way up from the comment looked at */
	size_t moved;     /* comments that stand before what they answer */
	uint32_t first_moved;
	bool has_article;
};

bool cp_import_may_report(cp_import *import)
{
	return ++import->reported <= MOST_REPORTS;
}

cp_found_thread *cp_import_thread(cp_import *import, cp_str id)
{
	uint32_t known = id.len ? cp_map_find(&import->by_id, id) : CP_NONE;
	if (known != CP_NONE)
		return import->threads.at[known];
	cp_found_thread *thread = CP_NEW(import->arena, cp_found_thread);
	uint32_t index = (uint32_t)import->threads.len;
	if (!id.len) {
		cp_buf name = {0};
		cp_buf_printf(&name, "thread-%zu", import->threads.len + 1);
		id = cp_buf_settle(import->arena, &name);
	}
	thread->id = id;
	thread->thread = CP_NEW(import->arena, cp_thread);
	*cp_push(import->arena, &import->threads) = thread;
	cp_map_add(import->arena, &import->by_id, id, index);
	return thread;
}

/* ---- Places ---- */

/* Replies inside of replies: the steps of each are collected from the innermost outwards. */
cp_place cp_import_place(cp_import *import, const cp_found *found)
{
	cp_place place = found->place;
	if (!place.pointer.at || found->inside == CP_NONE)
		return place;
	cp_arena scratch = {0};
	CP_ARRAY(cp_str) steps = {0};
	*cp_push(&scratch, &steps) = place.pointer;
	for (uint32_t i = found->inside; i != CP_NONE;
		i = found->thread->found.at[i].inside)
		*cp_push(&scratch, &steps) = found->thread->found.at[i].place.pointer;
	cp_buf pointer = {0};
	while (steps.len)
		cp_buf_put(&pointer, steps.at[--steps.len]);
	cp_arena_clear(&scratch);
	place.pointer = cp_buf_settle(&import->diags->arena, &pointer);
	return place;
}

/* ---- Collecting ---- */

static bool says_the_same(const cp_found *a, const cp_found *b)
{
	return cp_str_eq(a->comment.text, b->comment.text)
		&& cp_str_eq(a->comment.author, b->comment.author)
		&& cp_str_eq(a->parent, b->parent);
}

static void report_second(cp_import *import, const cp_found *found, bool same)
{
	if (!cp_import_may_report(import))
		return;
	cp_str name = found->comment.source_id;
	cp_place place = cp_import_place(import, found);
	if (same)
		cp_diag_add(import->diags, CP_LEFT_OUT, place,
			"left out: the comment \"%.*s\" once more", CP_FMT(name));
	else
		cp_diag_add(import->diags, CP_GUESSED, place,
			"another comment is called \"%.*s\"; what answers it is taken "
			"for an answer to the first",
			CP_FMT(name));
}

uint32_t cp_import_add(cp_import *import, cp_found_thread *thread, cp_found found)
{
	uint32_t index = (uint32_t)thread->found.len;
	cp_str name = found.comment.source_id;
	found.thread = thread;
	/* What it is inside of comes before it; if it does not, it is of another thread. */
	if (found.inside >= index)
		found.inside = CP_NONE;
	*cp_push(import->arena, &thread->found) = found;
	if (!name.len)
		return index;
	uint32_t first = cp_map_add(import->arena, &thread->by_source, name, index);
	if (first == index)
		return index;
	bool same = says_the_same(&found, &thread->found.at[first]);
	report_second(import, &found, same);
	thread->found.len -= same;
	return same ? first : index;
}

/* ---- Links ---- */

static cp_str name_of(const struct settler *settler, uint32_t index)
{
	return settler->thread->found.at[index].comment.source_id;
}

static bool is_article(const struct settler *settler, cp_str name)
{
	return !settler->has_article && name.len
		&& cp_str_eq(name, settler->thread->article);
}

/* The comment of that name; a new one that is only a place, if there is none. */
static uint32_t find_parent(struct settler *settler, uint32_t index)
{
	cp_import *import = settler->import;
	cp_found_thread *thread = settler->thread;
	cp_str name = thread->found.at[index].parent;
	uint32_t parent = name.len ? cp_map_find(&thread->by_source, name) : CP_NONE;
	if (parent != CP_NONE || !name.len)
		return parent;
	if (cp_import_may_report(import))
		cp_diag_add(import->diags, CP_NOT_LOADED,
			cp_import_place(import, &thread->found.at[index]),
			"a comment answers \"%.*s\", which is not here: a place is "
			"kept for it",
			CP_FMT(name));
	bool article = is_article(settler, name);
	settler->has_article |= article;
	cp_found place = {
		.article = article,
		.comment = {.source_id = name,
			.missing = CP_LIT("not-loaded"),
			.text = CP_LIT("")},
		.place = thread->found.at[index].place,
		.inside = thread->found.at[index].inside,
	};
	return cp_import_add(import, thread, place);
}

static void find_parents(struct settler *settler, size_t stated)
{
	for (uint32_t i = 0; i < stated; i++) {
		cp_found *found = &settler->thread->found.at[i];
		found->article = (found->article && !settler->has_article)
			|| is_article(settler, found->comment.source_id);
		settler->has_article |= found->article;
		settler->parent[i] = found->article ? CP_NONE : find_parent(settler, i);
		if (settler->parent[i] == CP_NONE || settler->parent[i] <= i
			|| settler->parent[i] >= stated)
			continue;
		settler->first_moved = settler->moved ? settler->first_moved : i;
		settler->moved++;
	}
}

static void cut_circle(struct settler *settler, uint32_t index)
{
	uint32_t parent = settler->parent[index];
	settler->parent[index] = CP_NONE;
	if (!cp_import_may_report(settler->import))
		return;
	cp_place place =
		cp_import_place(settler->import, &settler->thread->found.at[index]);
	if (parent == index)
		cp_diag_add(settler->import->diags, CP_LEFT_OUT, place,
			"left out: that \"%.*s\" answers itself",
			CP_FMT(name_of(settler, index)));
	else
		cp_diag_add(settler->import->diags, CP_LEFT_OUT, place,
			"left out: that \"%.*s\" answers \"%.*s\", as the answers go in "
			"a circle",
			CP_FMT(name_of(settler, index)),
			CP_FMT(name_of(settler, parent)));
}

/* ---- The thread ---- */

static cp_str give_id(struct settler *settler, bool article)
{
	if (article)
		return CP_LIT("op");
	cp_buf id = {0};
	cp_buf_printf(&id, "c%zu",
		settler->thread->thread->comments.len + !settler->has_article);
	return cp_buf_settle(settler->import->arena, &id);
}

static void add_comment(struct settler *settler, uint32_t index)
{
	const cp_found *found = &settler->thread->found.at[index];
	cp_thread *thread = settler->thread->thread;
	cp_comment comment = found->comment;
	uint32_t parent = settler->parent[index];
	comment.reply = parent == CP_NONE ? CP_NONE : settler->number[parent];
	if (comment.reply != CP_NONE)
		comment.reply_to = thread->comments.at[comment.reply].id;
	comment.id = give_id(settler, found->article);
	settler->number[index] = cp_thread_add(settler->import->arena, thread, comment);
}

/* A comment, after all that it answers, which may be as many as there are. `way` is as long. */
static void add_with_parents(struct settler *settler, uint32_t index, uint32_t *way)
{
	size_t len = 0;
	for (uint32_t i = index; i != CP_NONE && settler->number[i] == CP_NONE;
		i = settler->parent[i]) {
		if (settler->open[i]) {
			cut_circle(settler, way[len - 1]);
			break;
		}
		settler->open[i] = true;
		way[len++] = i;
	}
	while (len)
		add_comment(settler, way[--len]);
}

static void add_comments(struct settler *settler)
{
	size_t count = settler->thread->found.len;
	uint32_t *way = CP_NEW_ARRAY(settler->import->arena, uint32_t, count);
	for (uint32_t i = 0; settler->has_article && i < count; i++)
		if (settler->thread->found.at[i].article)
			add_comment(settler, i);
	for (uint32_t i = 0; i < count; i++)
		add_with_parents(settler, i, way);
}

/* A quotation's target is a comment's name in the page, or else what it says. */
static void settle_marks(struct settler *settler)
{
	cp_thread *thread = settler->thread->thread;
	for (size_t c = 0; c < thread->comments.len; c++) {
		cp_marks *marks = &thread->comments.at[c].marks;
		for (size_t m = 0; m < marks->len; m++) {
			cp_mark *mark = &marks->at[m];
			uint32_t found = cp_str_is(mark->kind, "quotation")
				? cp_map_find(&settler->thread->by_source, mark->target)
				: CP_NONE;
			if (found != CP_NONE)
				mark->target =
					thread->comments.at[settler->number[found]].id;
		}
		cp_marks_sort(marks);
	}
}

void cp_import_settle(cp_import *import, cp_found_thread *thread)
{
	size_t stated = thread->found.len;
	if (thread->thread->comments.len || !stated)
		return;
	/* Each comment can make for one place more. */
	struct settler settler = {
		.import = import,
		.thread = thread,
		.parent = CP_NEW_ARRAY(import->arena, uint32_t, 2 * stated),
		.number = CP_NEW_ARRAY(import->arena, uint32_t, 2 * stated),
		.open = CP_NEW_ARRAY(import->arena, bool, 2 * stated),
	};
	for (size_t i = 0; i < 2 * stated; i++)
		settler.parent[i] = settler.number[i] = CP_NONE;
	find_parents(&settler, stated);
	cp_reserve(import->arena, &thread->thread->comments, thread->found.len);
	add_comments(&settler);
	settle_marks(&settler);
	if (settler.moved)
		cp_diag_add(import->diags, CP_GUESSED,
			cp_import_place(import, &thread->found.at[settler.first_moved]),
			"%zu comment%s before what %s: what is answered is put first",
			settler.moved, settler.moved == 1 ? " stands" : "s stand",
			settler.moved == 1 ? "it answers" : "they answer");
}
