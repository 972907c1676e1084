#include "annotation/draft.h"

#include "text/utf8.h"

#include <stdlib.h>

bool cp_draft_uses(const cp_draft *draft, uint32_t rule)
{
	const cp_draft_rule *it = &cp_draft_rules[rule];
	if (draft->options.off[rule])
		return false;
	return it->class == 'C' ? draft->options.eager
				: it->confidence >= draft->options.least;
}

uint32_t cp_draft_address_rule(const cp_draft *draft, const cp_address *address)
{
	cp_str text = draft->thread->comments.at[address->comment].text;
	return text.at[address->start] == '@' ? CP_RULE_AT_NAME : CP_RULE_VOCATIVE;
}

uint32_t cp_draft_add(cp_arena *arena, cp_draft *draft, cp_kind kind, uint32_t comment,
	cp_span span, uint32_t rule)
{
	uint32_t index = (uint32_t)draft->items.len;
	*cp_push(arena, &draft->items) = (cp_draft_item){
		.kind = kind,
		.comment = comment,
		.span = span,
		.rule = rule,
		.attitude = CP_ATTITUDES,
		.target = CP_NONE,
		.origin = CP_NONE,
		.work = CP_NONE,
	};
	return index;
}

cp_str cp_draft_slug(cp_arena *arena, cp_str name)
{
	cp_buf id = {0};
	cp_str small = cp_utf8_lower(arena, name);
	for (size_t i = 0; i < small.len; i++)
		cp_buf_putc(&id, small.at[i] == ' ' ? '-' : small.at[i]);
	return cp_buf_settle(arena, &id);
}

/* ---- Speakers ---- */

/* The first address that means this comment; CP_NONE where none does. */
static uint32_t first_answer(const cp_draft *draft, uint32_t comment)
{
	for (uint32_t i = 0; i < draft->addresses.list.len; i++)
		if (draft->addresses.list.at[i].answers == comment)
			return i;
	return CP_NONE;
}

static void put_evidence(cp_buf *out, const cp_draft *draft, uint32_t comment)
{
	const cp_address_author *author = &draft->addresses.authors[comment];
	uint32_t first = first_answer(draft, comment);
	cp_str id = draft->thread->comments.at[comment].id;
	if (first == CP_NONE) {
		cp_buf_printf(out, "%.*s answers somebody who had addressed “%.*s”",
			CP_FMT(id), CP_FMT(author->name));
		return;
	}
	const cp_address *address = &draft->addresses.list.at[first];
	cp_str by = draft->thread->comments.at[address->comment].id;
	switch (author->reason) {
	case CP_ADDRESS_QUOTED:
		cp_buf_printf(out, "%.*s addresses “%.*s” and quotes words of %.*s",
			CP_FMT(by), CP_FMT(address->name), CP_FMT(id));
		break;
	case CP_ADDRESS_TURN:
		cp_buf_printf(out,
			"%.*s addresses “%.*s”, and %.*s is where his turn was",
			CP_FMT(by), CP_FMT(address->name), CP_FMT(id));
		break;
	default:
		cp_buf_printf(out, "%.*s addresses “%.*s”, and only %.*s can be by him",
			CP_FMT(by), CP_FMT(address->name), CP_FMT(id));
	}
}

static void add_speakers(cp_arena *arena, cp_draft *draft)
{
	cp_map known = {0};
	for (uint32_t c = 0; c < draft->thread->comments.len; c++) {
		cp_str name = draft->addresses.authors[c].name;
		if (!name.len)
			continue;
		cp_str id = cp_draft_slug(arena, name);
		uint32_t next = (uint32_t)draft->speakers.len;
		uint32_t index = cp_map_add(arena, &known, id, next);
		if (index == next)
			*cp_push(arena, &draft->speakers) =
				(cp_draft_speaker){.id = id, .name = name};
		*cp_push(arena, &draft->speakers.at[index].comments) = c;
	}
}

static void add_evidence(cp_arena *arena, cp_draft *draft)
{
	enum { MOST = 5 }; /* comments: more makes nobody surer */
	for (size_t s = 0; s < draft->speakers.len; s++) {
		cp_draft_speaker *speaker = &draft->speakers.at[s];
		cp_buf because = {0};
		for (size_t i = 0; i < speaker->comments.len && i < MOST; i++) {
			cp_buf_puts(&because, i ? "; " : "");
			put_evidence(&because, draft, speaker->comments.at[i]);
		}
		speaker->because = cp_buf_settle(arena, &because);
	}
}

/* ---- The whole ---- */

static int by_place(const void *left, const void *right)
{
	const cp_draft_item *a = left, *b = right;
	if (a->comment != b->comment)
		return a->comment < b->comment ? -1 : 1;
	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	return a->span.end < b->span.end ? -1 : a->span.end > b->span.end;
}

/* Into the order of the thread; `target` is an index and has to follow. */
static void sort_items(cp_arena *arena, cp_draft *draft)
{
	size_t count = draft->items.len;
	uint32_t *place = CP_NEW_ARRAY(arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		draft->items.at[i].made = i;
	if (count)
		qsort(draft->items.at, count, sizeof *draft->items.at, by_place);
	for (uint32_t i = 0; i < count; i++)
		place[draft->items.at[i].made] = i;
	for (uint32_t i = 0; i < count; i++)
		if (draft->items.at[i].target != CP_NONE)
			draft->items.at[i].target = place[draft->items.at[i].target];
}

cp_draft *cp_draft_new(
	cp_arena *arena, const cp_thread *thread, const cp_draft_options *options)
{
	cp_draft *draft = CP_NEW(arena, cp_draft);
	draft->thread = thread;
	draft->options = *options;
	draft->addresses = cp_thread_addresses(arena, thread);
	if (cp_draft_uses(draft, CP_RULE_SPEAKER)) {
		add_speakers(arena, draft);
		add_evidence(arena, draft);
	}
	cp_draft_find_quotations(arena, draft);
	cp_draft_find_claims(arena, draft);
	sort_items(arena, draft);
	return draft;
}
