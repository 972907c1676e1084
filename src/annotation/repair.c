/* Writing into the annotation's file where its items are. */
#include "annotation/anchors.h"
#include "annotation/anchor.h"

#include "text/offsets.h"
#include "text/utf8.h"

enum {
	CONTEXT = 32, /* code points of `prefix` and `suffix`, at most */
};

struct repair {
	cp_search search; /* the texts, with what is known of them */
	cp_edits *edits;
	cp_buf *changes;
	const cp_item *item;
	size_t changed; /* properties of it */
};

static cp_str pointer_to(struct repair *repair, const char *property)
{
	cp_buf out = {0};
	cp_buf_printf(
		&out, "/annotations/%u/%s", (unsigned)repair->item->json_index, property);
	return cp_buf_settle(&repair->search.scratch, &out);
}

/* The line of the item, as far as it goes: "a: start 3 → 17, end 9 → 31". */
static void begin_change(struct repair *repair, const char *property)
{
	if (repair->changed++ == 0)
		cp_buf_printf(repair->changes, "%.*s: ", CP_FMT(repair->item->id));
	else
		cp_buf_puts(repair->changes, ", ");
	cp_buf_puts(repair->changes, property);
}

static void set_number(
	struct repair *repair, const char *property, size_t from, size_t to)
{
	bool in_other_units = repair->search.annotation->unit != CP_CODE_POINT;
	cp_buf value = {0};
	if (from == to && !in_other_units)
		return;
	cp_buf_printf(&value, "%zu", to);
	if (cp_edit_set(
		    repair->edits, pointer_to(repair, property), cp_buf_str(&value))) {
		begin_change(repair, property);
		if (from != SIZE_MAX && from != to)
			cp_buf_printf(repair->changes, " %zu →", from);
		cp_buf_printf(repair->changes, " %zu", to);
	}
	cp_buf_clear(&value);
}

static void set_text(struct repair *repair, const char *property, cp_str text)
{
	cp_buf value = {0};
	cp_json_put_string(&value, text);
	if (cp_edit_set(
		    repair->edits, pointer_to(repair, property), cp_buf_str(&value))) {
		begin_change(repair, property);
		cp_buf_printf(repair->changes, " “%.*s”",
			CP_FMT(cp_search_excerpt(&repair->search, text, false)));
	}
	cp_buf_clear(&value);
}

/* The byte so many code points before (or after) a place. */
static size_t step_from(cp_str text, size_t at, size_t code_points, bool before)
{
	while (code_points-- > 0 && (before ? at > 0 : at < text.len))
		do
			at = before ? at - 1 : at + 1;
		while (at > 0 && at < text.len && !cp_starts_code_point(text.at[at]));
	return at;
}

/* The words before (or after) the place, about so many code points; where they are not parted by
 * blanks, whole characters. */
static cp_str text_beside(cp_str text, cp_span span, bool before)
{
	size_t at = step_from(text, before ? span.start : span.end, CONTEXT, before);
	while (cp_utf8_splits_grapheme(text, at))
		at = before ? at + 1 : at - 1;
	return before
		? cp_words_tail(cp_str_part(text, 0, span.start), span.start - at)
		: cp_words_head(cp_str_part(text, span.end, text.len), at - span.end);
}

/* What the person has written stays while it fits. At the edge of a text there is nothing. */
static void set_context(struct repair *repair, const char *property, bool before)
{
	const cp_item *item = repair->item;
	cp_str given = before ? item->prefix : item->suffix;
	cp_str beside = text_beside(
		cp_search_in(&repair->search, item)->text, item->anchor.span, before);
	if (given.len ? cp_anchor_has_context(
		    &repair->search, item, item->anchor.span, before)
		      : !beside.len)
		return;
	if (beside.len) {
		set_text(repair, property, beside);
	} else if (cp_edit_remove(repair->edits, pointer_to(repair, property))) {
		begin_change(repair, property);
		cp_buf_puts(repair->changes, " removed");
	}
}

static void repair_item(struct repair *repair)
{
	const cp_item *item = repair->item;
	cp_searched *in = cp_search_in(&repair->search, item);
	const cp_offsets *offsets = cp_search_offsets(&repair->search, in, CP_CODE_POINT);
	cp_span span = item->anchor.span;
	cp_str words = cp_str_part(in->text, span.start, span.end);
	if (item->anchor.state == CP_ANCHOR_FUZZY && !cp_str_eq(words, item->quote))
		set_text(repair, "quote", words);
	set_number(repair, "start", item->start, cp_offsets_units(offsets, span.start));
	set_number(repair, "end", item->end, cp_offsets_units(offsets, span.end));
	set_context(repair, "prefix", true);
	set_context(repair, "suffix", false);
	if (repair->changed)
		cp_buf_putc(repair->changes, '\n');
}

size_t cp_anchors_repair(cp_arena *arena, const cp_annotation *annotation, bool fuzzy,
	cp_edits *edits, cp_buf *changes)
{
	struct repair repair = {.edits = edits, .changes = changes};
	size_t count = 0;
	cp_search_init(&repair.search, arena, annotation, NULL);
	for (size_t i = 0; i < annotation->items.len; i++) {
		repair.item = &annotation->items.at[i];
		repair.changed = 0;
		if (cp_item_is_anchored(repair.item)
			&& (fuzzy || repair.item->anchor.state != CP_ANCHOR_FUZZY))
			repair_item(&repair);
		count += repair.changed > 0;
		cp_search_clear(&repair.search);
	}
	return count;
}
