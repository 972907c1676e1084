/* The findings about anchors: what was not found, or not where the item says. */
#include "annotation/anchor.h"

#include "text/diff.h"
#include "text/utf8.h"

#define LEAST_SHOWN 0.7 /* likeness of a place that is worth to be named */

static cp_str part_of(cp_search *search, const cp_item *item, cp_span span)
{
	return cp_str_part(cp_search_in(search, item)->text, span.start, span.end);
}

/* The quote with what the text has in its stead. */
static cp_str difference(cp_search *search, const cp_item *item, cp_span span)
{
	cp_buf out = {0};
	cp_buf_puts(&out, "");
	cp_diff_write(&out, item->quote, part_of(search, item, span));
	return cp_buf_settle(&search->scratch, &out);
}

/* A few words before (or after) a place. */
static cp_str beside(cp_search *search, const cp_item *item, cp_span span, bool before)
{
	cp_str text = cp_search_in(search, item)->text;
	return cp_search_excerpt(search,
		before ? cp_str_part(text, 0, span.start)
		       : cp_str_part(text, span.end, text.len),
		before);
}

/* ---- Not found ---- */

/* Does the beginning of the quote, of so many bytes, stand in its comment? */
static bool begins_with(cp_search *search, const cp_item *item, size_t len, cp_span *span)
{
	cp_words words = {.text = cp_str_part(item->quote, 0, len)};
	bool folded;
	return cp_search_first(search, cp_search_in(search, item), &words, span, &folded);
}

static bool starts_code_point(cp_str text, size_t at)
{
	return at >= text.len || cp_starts_code_point(text.at[at]);
}

/* The longest beginning of the quote that stands in the comment. Whatever stands there, so
 * do all its beginnings, which is why halving finds it. */
static size_t longest_beginning(cp_search *search, const cp_item *item)
{
	size_t low = 0, high = item->quote.len;
	cp_span span;
	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;
		while (!starts_code_point(item->quote, middle))
			middle++;
		if (begins_with(search, item, middle, &span)) {
			low = middle;
		} else {
			high = middle - 1;
			while (high > low && !starts_code_point(item->quote, high))
				high--;
		}
	}
	return low;
}

static void hint_at_difference(cp_search *search, const cp_item *item, cp_diag *diag)
{
	cp_str text = cp_search_in(search, item)->text;
	cp_span span;
	size_t same = longest_beginning(search, item);
	/* Back to the beginning of the word that differs. */
	while (same > 0 && item->quote.at[same - 1] != ' ')
		same--;
	if (same < 8 || !begins_with(search, item, same, &span))
		return;
	while (span.end < text.len && text.at[span.end] == ' ')
		span.end++;
	cp_diag_hint(search->diags, diag,
		"after “%.*s” the comment has “%.*s” where the quote has “%.*s”",
		CP_FMT(cp_search_excerpt(
			search, cp_str_part(item->quote, 0, same - 1), true)),
		CP_FMT(cp_search_excerpt(
			search, cp_str_part(text, span.end, text.len), false)),
		CP_FMT(cp_search_excerpt(
			search, cp_str_part(item->quote, same, item->quote.len), false)));
}

static bool hint_at_comment(cp_search *search, const cp_item *item, cp_words *words,
	const char *what, cp_diag *diag)
{
	uint32_t other = cp_search_elsewhere(search, words, item->comment,
		(uint32_t)search->annotation->thread->comments.len);
	if (other == CP_NONE)
		return false;
	cp_diag_hint(search->diags, diag, "%s in comment \"%.*s\"", what,
		CP_FMT(search->annotation->thread->comments.at[other].id));
	return true;
}

static void hint_at_nearest(
	cp_search *search, const cp_item *item, const cp_verdict *verdict, cp_diag *diag)
{
	const cp_candidate *best = &verdict->best;
	if (verdict->nearly)
		cp_diag_hint(search->diags, diag,
			"nearest is “%.*s”, too unlike to be taken (score %.2f)",
			CP_FMT(difference(search, item, best->span)), best->score);
	else
		cp_diag_hint(search->diags, diag,
			"they stand between “%.*s” and “%.*s”, which are not \"prefix\" and "
			"\"suffix\" (score %.2f)",
			CP_FMT(beside(search, item, best->span, true)),
			CP_FMT(beside(search, item, best->span, false)), best->score);
}

static void report_lost(cp_search *search, const cp_item *item, cp_words *words,
	const cp_verdict *verdict)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_QUOTE_NOT_FOUND,
		cp_item_place(search->diags, search->annotation, item, "quote"),
		"the words of \"%.*s\" are not in comment \"%.*s\"", CP_FMT(item->id),
		CP_FMT(item->comment_id));
	if (!cp_search_may_hint(search)
		|| hint_at_comment(search, item, words, "they are", diag))
		return;
	if (verdict->weighed && verdict->best.likeness >= LEAST_SHOWN)
		hint_at_nearest(search, item, verdict, diag);
	else
		hint_at_difference(search, item, diag);
}

/* ---- Found in several places, or nearly ---- */

static size_t count_places(cp_search *search, const cp_item *item, cp_words *words)
{
	cp_searched *comment = cp_search_in(search, item);
	size_t count = cp_find_exact(comment->text, item->quote, NULL, 0);
	cp_finder finder = cp_search_folded(search, comment, words);
	if (!count)
		for (cp_span span; cp_finder_next(&finder, &span);)
			count++;
	return count;
}

static void report_near_places(
	cp_search *search, const cp_item *item, const cp_verdict *verdict)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_QUOTE_AMBIGUOUS,
		cp_item_place(search->diags, search->annotation, item, "quote"),
		"the words of \"%.*s\" are in comment \"%.*s\" only nearly, and in several "
		"places",
		CP_FMT(item->id), CP_FMT(item->comment_id));
	cp_diag_hint(search->diags, diag,
		"“%.*s” (score %.2f) and “%.*s” (%.2f) are both like them: copy those that "
		"are meant",
		CP_FMT(difference(search, item, verdict->best.span)), verdict->best.score,
		CP_FMT(difference(search, item, verdict->next.span)),
		verdict->next.score);
}

static void report_ambiguous(cp_search *search, const cp_item *item, cp_words *words)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_QUOTE_AMBIGUOUS,
		cp_item_place(search->diags, search->annotation, item, "quote"),
		"the words of \"%.*s\" stand %zu times in comment \"%.*s\"",
		CP_FMT(item->id), count_places(search, item, words),
		CP_FMT(item->comment_id));
	cp_diag_hint(search->diags, diag,
		"quote a few words more, or give \"prefix\" or \"suffix\": the words beside them");
}

/* "score 0.93, the next best place 0.41" */
static cp_str put_scores(cp_search *search, const cp_verdict *verdict)
{
	cp_buf out = {0};
	cp_buf_printf(&out, "score %.2f", verdict->best.score);
	if (verdict->weighed > 1)
		cp_buf_printf(&out, ", the next best place %.2f", verdict->next.score);
	return cp_buf_settle(&search->scratch, &out);
}

static void report_fuzzy(cp_search *search, const cp_item *item, cp_words *words,
	const cp_verdict *verdict)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_ANCHOR_FUZZY_FOUND,
		cp_item_place(search->diags, search->annotation, item, "quote"),
		"the words of \"%.*s\" are in comment \"%.*s\" only nearly: “%.*s”",
		CP_FMT(item->id), CP_FMT(item->comment_id),
		CP_FMT(difference(search, item, verdict->best.span)));
	if (cp_search_may_hint(search)
		&& hint_at_comment(search, item, words, "the very words are", diag))
		return;
	cp_diag_hint(search->diags, diag,
		"if that is the place, copy its words into \"quote\" (%.*s)",
		CP_FMT(put_scores(search, verdict)));
}

/* The words are there more than once, and what is beside one of them is nearly as it should. */
static void report_guessed(
	cp_search *search, const cp_item *item, const cp_verdict *verdict)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_ANCHOR_FUZZY_FOUND,
		cp_item_place(search->diags, search->annotation, item,
			item->prefix.len ? "prefix" : "suffix"),
		"the words of \"%.*s\" stand several times in comment \"%.*s\", and only "
		"nearly beside this",
		CP_FMT(item->id), CP_FMT(item->comment_id));
	cp_diag_hint(search->diags, diag,
		"taken are those between “%.*s” and “%.*s” (%.*s)",
		CP_FMT(beside(search, item, verdict->best.span, true)),
		CP_FMT(beside(search, item, verdict->best.span, false)),
		CP_FMT(put_scores(search, verdict)));
}

/* ---- Found, but not where the item says ---- */

static size_t units(cp_search *search, const cp_item *item, size_t byte)
{
	return cp_offsets_units(
		cp_search_offsets(search, cp_search_in(search, item), CP_CODE_POINT),
		byte);
}

/* `start` and `end` must be places in the comment, one after the other. */
static bool report_range(cp_search *search, const cp_item *item)
{
	bool start = item->start != SIZE_MAX, end = item->end != SIZE_MAX;
	if (!start && !end)
		return false;
	size_t total =
		cp_search_offsets(search, cp_search_in(search, item), CP_CODE_POINT)
			->total;
	bool beyond = start && item->start > total;
	const char *property = beyond ? "start" : "end";
	cp_place place = cp_item_place(search->diags, search->annotation, item, property);
	if (beyond || (end && item->end > total))
		cp_diag_add(search->diags, CP_ANCHOR_RANGE, place,
			"\"%s\" is %zu, and comment \"%.*s\" has %zu code points",
			property, beyond ? item->start : item->end,
			CP_FMT(item->comment_id), total);
	else if (start && end && item->end <= item->start)
		cp_diag_add(search->diags, CP_ANCHOR_RANGE, place,
			"\"end\" is %zu, which is not after \"start\", %zu", item->end,
			item->start);
	else
		return false;
	return true;
}

/* The first of what the item says of its place that is not so; or NULL. */
static const char *wrong_hint(cp_search *search, const cp_item *item)
{
	cp_span span = item->anchor.span;
	if (item->start != SIZE_MAX && item->start != units(search, item, span.start))
		return "start";
	if (item->end != SIZE_MAX && item->end != units(search, item, span.end))
		return "end";
	return !cp_anchor_has_context(search, item, span, true)     ? "prefix"
		: !cp_anchor_has_context(search, item, span, false) ? "suffix"
								    : NULL;
}

static void report_moved(cp_search *search, const cp_item *item, const char *property)
{
	cp_span span = item->anchor.span;
	cp_diag *diag = cp_diag_add(search->diags, CP_ANCHOR_MOVED,
		cp_item_place(search->diags, search->annotation, item, property),
		"the words of \"%.*s\" are in the comment, but not where \"%s\" says",
		CP_FMT(item->id), property);
	if (property[0] == 'p' || strcmp(property, "suffix") == 0)
		cp_diag_hint(search->diags, diag, "they stand between “%.*s” and “%.*s”",
			CP_FMT(beside(search, item, span, true)),
			CP_FMT(beside(search, item, span, false)));
	else
		cp_diag_hint(search->diags, diag, "they stand from %zu to %zu",
			units(search, item, span.start), units(search, item, span.end));
}

static void report_split(cp_search *search, const cp_item *item)
{
	cp_str text = cp_search_in(search, item)->text;
	bool start = cp_utf8_splits_grapheme(text, item->anchor.span.start);
	if (!start && !cp_utf8_splits_grapheme(text, item->anchor.span.end))
		return;
	cp_diag *diag = cp_diag_add(search->diags, CP_ANCHOR_SPLITS,
		cp_item_place(search->diags, search->annotation, item, "quote"),
		"the words of \"%.*s\" %s in the middle of a character", CP_FMT(item->id),
		start ? "begin" : "end");
	cp_diag_hint(search->diags, diag,
		"quote the whole of it: a letter with its accents, an emoji with its parts");
}

static void report_place(cp_search *search, cp_item *item)
{
	const char *wrong = NULL;
	item->anchor.moved = report_range(search, item);
	if (!item->anchor.moved)
		wrong = wrong_hint(search, item);
	if (wrong)
		report_moved(search, item, wrong);
	item->anchor.moved |= wrong != NULL;
}

void cp_anchor_report(
	cp_search *search, cp_item *item, cp_words *words, const cp_verdict *verdict)
{
	if (verdict->state == CP_ANCHOR_LOST)
		report_lost(search, item, words, verdict);
	else if (verdict->state == CP_ANCHOR_AMBIGUOUS && verdict->nearly)
		report_near_places(search, item, verdict);
	else if (verdict->state == CP_ANCHOR_AMBIGUOUS)
		report_ambiguous(search, item, words);
	else if (verdict->state == CP_ANCHOR_FUZZY && verdict->nearly)
		report_fuzzy(search, item, words, verdict);
	else if (verdict->state == CP_ANCHOR_FUZZY)
		report_guessed(search, item, verdict);
	else if (!item->broken)
		report_place(search, item);
	if (cp_item_is_anchored(item))
		report_split(search, item);
}
