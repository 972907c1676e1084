/* Claims that share most of their words, so that it is not clear which of the two says what. */
#include "annotation/search.h"

#include <stdlib.h>

/* Where items are, in the order of the thread; of those that begin together, the longer one is
 * before the other. */
static int compare_places(const void *a, const void *b)
{
	const cp_item *left = *(cp_item *const *)a, *right = *(cp_item *const *)b;
	const cp_span *l = &left->anchor.span, *r = &right->anchor.span;
	if (left->comment != right->comment)
		return left->comment < right->comment ? -1 : 1;
	if (l->start != r->start)
		return l->start < r->start ? -1 : 1;
	if (l->end != r->end)
		return l->end > r->end ? -1 : 1;
	return left->json_index < right->json_index ? -1 : 1;
}

static bool is_same_place(const cp_item *a, const cp_item *b)
{
	return a->comment == b->comment && a->anchor.span.start == b->anchor.span.start
		&& a->anchor.span.end == b->anchor.span.end;
}

static size_t length_of(const cp_item *item)
{
	return item->anchor.span.end - item->anchor.span.start;
}

/* Do the two share more than half of the longer one? Two claims in the very same words are meant
 * to be: a sentence may well make two points. */
static bool overlaps(const cp_item *first, const cp_item *second)
{
	const cp_span *a = &first->anchor.span, *b = &second->anchor.span;
	size_t end = a->end < b->end ? a->end : b->end;
	size_t longer = length_of(first) > length_of(second) ? length_of(first)
							     : length_of(second);
	return first->comment == second->comment && !is_same_place(first, second)
		&& end > b->start && 2 * (end - b->start) > longer;
}

static void report(cp_search *search, const cp_item *first, const cp_item *second)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_ANCHOR_OVERLAP,
		cp_item_place(search->diags, search->annotation, second, "quote"),
		"most of the words of \"%.*s\" are those of \"%.*s\"", CP_FMT(second->id),
		CP_FMT(first->id));
	cp_diag_also(search->diags, diag,
		cp_item_place(search->diags, search->annotation, first, "quote"),
		"the other one is here");
}

/* The first of those that follow that the item shares most of its words with. Only the ones that
 * begin in its first half can be: and those that begin there and are no such one are shorter
 * than half of it, so that items are not compared with each other over and over. */
static void check_following(cp_search *search, cp_item **items, size_t count, size_t i)
{
	const cp_item *item = items[i];
	/* Of those in the very same words, the last one answers for all. */
	if (i + 1 < count && is_same_place(item, items[i + 1]))
		return;
	for (size_t j = i + 1; j < count; j++) {
		if (items[j]->comment != item->comment
			|| 2 * (items[j]->anchor.span.start - item->anchor.span.start)
				>= length_of(item))
			return;
		if (overlaps(item, items[j])) {
			bool in_order = item->json_index < items[j]->json_index;
			report(search, in_order ? item : items[j],
				in_order ? items[j] : item);
			return;
		}
	}
}

void cp_anchor_check_overlaps(cp_search *search)
{
	const cp_annotation *annotation = search->annotation;
	cp_item **items = CP_NEW_ARRAY(search->arena, cp_item *, annotation->items.len);
	size_t count = 0;
	for (size_t i = 0; i < annotation->items.len; i++) {
		cp_item *item = &annotation->items.at[i];
		if (item->kind != CP_QUOTATION && cp_item_is_anchored(item))
			items[count++] = item;
	}
	qsort(items, count, sizeof *items, compare_places);
	for (size_t i = 0; i < count; i++)
		check_following(search, items, count, i);
}
