/* Anchoring: where an item's quote stands in its comment, and a quotation in its original.
 *
 * First to the letter, then folded. Where the words stand more than once, `start`, `prefix`
 * and `suffix` tell the places apart, as in the selectors of the W3C Web Annotation Data
 * Model (2017), section 4.2; if they do not, the anchor is ambiguous, and nothing is guessed. */
#include "annotation/annotation.h"

#include "text/utf8.h"

enum {
	MOST_PLACES = 64, /* more occurrences than these are all ambiguous */
	EXCERPT = 60,     /* bytes of a text shown in a hint, about */
	MOST_HINTS = 50,  /* each searches the whole thread */
};

struct anchorer {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
	cp_folded **folded; /* of each comment, once it was needed */
	size_t hints;       /* given so far */
};

struct places {
	cp_span at[MOST_PLACES];
	size_t count; /* may be more than fit */
	bool folded;
};

static const cp_folded *folded_comment(struct anchorer *anchorer, uint32_t comment)
{
	if (!anchorer->folded[comment]) {
		anchorer->folded[comment] = CP_NEW(anchorer->arena, cp_folded);
		*anchorer->folded[comment] = cp_fold(anchorer->arena,
			anchorer->annotation->thread->comments.at[comment].text);
	}
	return anchorer->folded[comment];
}

static void find_places(
	struct anchorer *anchorer, uint32_t comment, cp_str words, struct places *places)
{
	cp_str text = anchorer->annotation->thread->comments.at[comment].text;
	places->folded = false;
	places->count = cp_find_exact(text, words, places->at, MOST_PLACES);
	if (places->count)
		return;
	cp_folded folded = cp_fold(anchorer->arena, words);
	places->folded = true;
	places->count = cp_find_folded(
		folded_comment(anchorer, comment), &folded, places->at, MOST_PLACES);
}

/* ---- Telling places apart ---- */

static bool ends_with(cp_str text, cp_str end)
{
	return text.len >= end.len
		&& memcmp(text.at + text.len - end.len, end.at, end.len) == 0;
}

/* Does `context` stand just before (or after) a place? To the letter, or folded. */
static bool has_context(
	struct anchorer *anchorer, cp_str beside, cp_str context, bool before)
{
	if (before ? ends_with(beside, context) : cp_str_starts(beside, context))
		return true;
	/* Folding can make text three times as long as it was, or a third. */
	size_t reach = context.len * 4 + 16;
	if (beside.len > reach) {
		size_t from = before ? beside.len - reach : 0,
		       end = before ? beside.len : reach;
		while (before && (beside.at[from] & 0xc0) == 0x80)
			from++;
		while (!before && (beside.at[end] & 0xc0) == 0x80)
			end--;
		beside = cp_str_part(beside, from, end);
	}
	cp_str folded = cp_fold(anchorer->arena, beside).text;
	cp_str wanted = cp_fold(anchorer->arena, context).text;
	return before ? ends_with(folded, wanted) : cp_str_starts(folded, wanted);
}

static bool fits(struct anchorer *anchorer, const cp_item *item, cp_span span)
{
	cp_str text = anchorer->annotation->thread->comments.at[item->comment].text;
	cp_str before = cp_str_part(text, 0, span.start);
	cp_str after = cp_str_part(text, span.end, text.len);
	return (!item->prefix.len || has_context(anchorer, before, item->prefix, true))
		&& (!item->suffix.len
			|| has_context(anchorer, after, item->suffix, false));
}

/* Keeps the places that `prefix` and `suffix` allow; all, if they allow none. */
static size_t keep_fitting(
	struct anchorer *anchorer, const cp_item *item, struct places *places)
{
	size_t kept = 0;
	for (size_t i = 0; i < places->count && i < MOST_PLACES; i++)
		if (fits(anchorer, item, places->at[i])) {
			cp_span span = places->at[i];
			places->at[i] = places->at[kept];
			places->at[kept++] = span;
		}
	return kept;
}

static bool is_at_start(struct anchorer *anchorer, const cp_item *item, cp_span span)
{
	cp_str text = anchorer->annotation->thread->comments.at[item->comment].text;
	return cp_utf8_offset(text, item->start) == span.start;
}

/* The one place that is meant, by index; SIZE_MAX where nothing tells. */
static size_t choose(
	struct anchorer *anchorer, const cp_item *item, struct places *places)
{
	size_t count = places->count < MOST_PLACES ? places->count : MOST_PLACES;
	for (size_t i = 0; item->start != SIZE_MAX && i < count; i++)
		if (is_at_start(anchorer, item, places->at[i]))
			return i;
	if (places->count == 1)
		return 0;
	bool context = item->prefix.len || item->suffix.len;
	return context && keep_fitting(anchorer, item, places) == 1 ? 0 : SIZE_MAX;
}

/* ---- Findings ---- */

/* A text cut to about EXCERPT bytes, on one line. */
static cp_str excerpt(struct anchorer *anchorer, cp_str text, bool from_end)
{
	size_t start = 0, end = text.len;
	if (text.len > EXCERPT && from_end)
		for (start = text.len - EXCERPT; (text.at[start] & 0xc0) == 0x80; start++)
			;
	else if (text.len > EXCERPT)
		for (end = EXCERPT; (text.at[end] & 0xc0) == 0x80; end--)
			;
	cp_buf out = {0};
	cp_buf_puts(&out, start ? "…" : "");
	cp_buf_put(&out, cp_str_part(text, start, end));
	cp_buf_puts(&out, end < text.len ? "…" : "");
	for (size_t i = 0; i < out.len; i++)
		if (out.at[i] == '\n')
			out.at[i] = ' ';
	cp_str copy = cp_str_copy(anchorer->arena, cp_buf_str(&out));
	cp_buf_clear(&out);
	return copy;
}

static uint32_t comment_with(struct anchorer *anchorer, const cp_item *item)
{
	struct places places;
	for (uint32_t c = 0; c < anchorer->annotation->thread->comments.len; c++)
		if (c != item->comment) {
			find_places(anchorer, c, item->quote, &places);
			if (places.count)
				return c;
		}
	return CP_NONE;
}

/* The longest beginning of the quote that stands in the comment. Whatever stands there, so
 * do all its beginnings, which is why halving finds it. */
static size_t longest_beginning(
	struct anchorer *anchorer, const cp_item *item, cp_span *span)
{
	size_t low = 0, high = item->quote.len;
	struct places places;
	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;
		while (middle < high && (item->quote.at[middle] & 0xc0) == 0x80)
			middle++;
		find_places(anchorer, item->comment, cp_str_part(item->quote, 0, middle),
			&places);
		if (places.count) {
			low = middle;
			*span = places.at[0];
		} else {
			high = middle - 1;
			while (high > low && (item->quote.at[high] & 0xc0) == 0x80)
				high--;
		}
	}
	return low;
}

static void hint_at_difference(
	struct anchorer *anchorer, const cp_item *item, cp_diag *diag)
{
	cp_str text = anchorer->annotation->thread->comments.at[item->comment].text;
	cp_span span = {0, 0};
	size_t same = longest_beginning(anchorer, item, &span);
	/* Back to the beginning of the word that differs, in both texts. */
	while (same > 0 && span.end > span.start && item->quote.at[same - 1] != ' ') {
		same--;
		span.end--;
	}
	if (same < 8)
		return;
	cp_str begun = cp_str_part(item->quote, 0, same);
	cp_diag_hint(anchorer->diags, diag,
		"after “%.*s” the comment has “%.*s” where the quote has “%.*s”",
		CP_FMT(excerpt(anchorer, begun, true)),
		CP_FMT(excerpt(anchorer, cp_str_part(text, span.end, text.len), false)),
		CP_FMT(excerpt(anchorer, cp_str_part(item->quote, same, item->quote.len),
			false)));
}

static void report_lost(struct anchorer *anchorer, const cp_item *item)
{
	cp_diag *diag = cp_diag_add(anchorer->diags, CP_QUOTE_NOT_FOUND,
		cp_item_place(anchorer->diags, anchorer->annotation, item, "quote"),
		"the words of \"%.*s\" are not in comment \"%.*s\"", CP_FMT(item->id),
		CP_FMT(item->comment_id));
	if (anchorer->hints++ >= MOST_HINTS)
		return;
	uint32_t other = comment_with(anchorer, item);
	if (other != CP_NONE)
		cp_diag_hint(anchorer->diags, diag, "they are in comment \"%.*s\"",
			CP_FMT(anchorer->annotation->thread->comments.at[other].id));
	else
		hint_at_difference(anchorer, item, diag);
}

static void report_ambiguous(struct anchorer *anchorer, const cp_item *item, size_t count)
{
	cp_diag *diag = cp_diag_add(anchorer->diags, CP_QUOTE_AMBIGUOUS,
		cp_item_place(anchorer->diags, anchorer->annotation, item, "quote"),
		"the words of \"%.*s\" stand %zu times in comment \"%.*s\"",
		CP_FMT(item->id), count, CP_FMT(item->comment_id));
	cp_diag_hint(anchorer->diags, diag,
		"quote a few words more, or give \"prefix\" or \"suffix\": the words beside them");
}

static void report_moved(
	struct anchorer *anchorer, const cp_item *item, const char *property)
{
	cp_diag_add(anchorer->diags, CP_ANCHOR_MOVED,
		cp_item_place(anchorer->diags, anchorer->annotation, item, property),
		"the words of \"%.*s\" are in the comment, but not where \"%s\" says",
		CP_FMT(item->id), property);
}

/* ---- Items ---- */

static void check_hints(struct anchorer *anchorer, cp_item *item)
{
	cp_str text = anchorer->annotation->thread->comments.at[item->comment].text;
	cp_span span = item->anchor.span;
	const char *wrong = NULL;
	if (item->start != SIZE_MAX && !is_at_start(anchorer, item, span))
		wrong = "start";
	else if (item->end != SIZE_MAX && cp_utf8_offset(text, item->end) != span.end)
		wrong = "end";
	else if (!fits(anchorer, item, span))
		wrong = item->prefix.len
				&& !has_context(anchorer,
					cp_str_part(text, 0, span.start), item->prefix,
					true)
			? "prefix"
			: "suffix";
	if (wrong)
		report_moved(anchorer, item, wrong);
	item->anchor.moved = wrong != NULL;
}

static void anchor_item(struct anchorer *anchorer, cp_item *item)
{
	if (item->comment == CP_NONE || !item->quote.len)
		return;
	struct places places;
	find_places(anchorer, item->comment, item->quote, &places);
	size_t chosen = places.count ? choose(anchorer, item, &places) : SIZE_MAX;
	if (chosen != SIZE_MAX) {
		item->anchor.state = places.folded ? CP_ANCHOR_FOLDED : CP_ANCHOR_EXACT;
		item->anchor.span = places.at[chosen];
		check_hints(anchorer, item);
		return;
	}
	item->broken = true;
	item->anchor.state = places.count ? CP_ANCHOR_AMBIGUOUS : CP_ANCHOR_LOST;
	if (places.count)
		report_ambiguous(anchorer, item, places.count);
	else
		report_lost(anchorer, item);
}

/* ---- Quotations ---- */

/* Finds words in the original; the first place, if there are several. */
static cp_fidelity find_in_original(
	struct anchorer *anchorer, cp_item *item, cp_str words)
{
	const cp_annotation *annotation = anchorer->annotation;
	cp_str original = item->quoted_comment != CP_NONE
		? annotation->thread->comments.at[item->quoted_comment].text
		: annotation->works.at[item->quoted_work].text;
	cp_span span;
	if (cp_find_exact(original, words, &span, 1)) {
		item->quoted_span = span;
		return CP_FIDELITY_EXACT;
	}
	cp_folded text = item->quoted_comment != CP_NONE
		? *folded_comment(anchorer, item->quoted_comment)
		: cp_fold(anchorer->arena, original);
	cp_folded folded = cp_fold(anchorer->arena, words);
	if (!cp_find_folded(&text, &folded, &span, 1))
		return CP_FIDELITY_NOT_FOUND;
	item->quoted_span = span;
	return CP_FIDELITY_FOLDED;
}

static void report_not_original(
	struct anchorer *anchorer, const cp_item *item, bool of_quote)
{
	bool comment = item->quoted_comment != CP_NONE;
	cp_diag *diag = cp_diag_add(anchorer->diags, CP_QUOTATION_NOT_FOUND,
		cp_item_place(anchorer->diags, anchorer->annotation, item,
			of_quote ? "of/quote" : "quote"),
		"these words are not in %s \"%.*s\"",
		comment ? "comment" : "the text of source",
		CP_FMT(comment ? item->of_comment : item->of_source));
	if (!of_quote)
		cp_diag_hint(anchorer->diags, diag,
			"if \"%.*s\" alters the words of the original, "
			"give those in the \"quote\" of \"of\"",
			CP_FMT(item->id));
}

static void check_quotation(struct anchorer *anchorer, cp_item *item)
{
	const cp_annotation *annotation = anchorer->annotation;
	bool comment = item->quoted_comment != CP_NONE;
	if (comment && item->comment != CP_NONE && item->quoted_comment > item->comment)
		cp_diag_add(anchorer->diags, CP_QUOTATION_OF_LATER,
			cp_item_place(anchorer->diags, annotation, item, "of/comment"),
			"\"%.*s\" comes after \"%.*s\", which is said to quote it",
			CP_FMT(item->of_comment), CP_FMT(item->comment_id));
	bool at_hand = comment
		|| (item->quoted_work != CP_NONE
			&& annotation->works.at[item->quoted_work].text.len);
	if (!at_hand || !item->quote.len)
		return;
	item->fidelity = find_in_original(anchorer, item, cp_item_words(item));
	if (item->fidelity != CP_FIDELITY_NOT_FOUND)
		return;
	if (!item->of_quote.len)
		report_not_original(anchorer, item, false);
	else if (find_in_original(anchorer, item, item->of_quote)
		== CP_FIDELITY_NOT_FOUND)
		report_not_original(anchorer, item, true);
	else
		item->fidelity = CP_FIDELITY_ALTERED;
}

void cp_annotation_anchor(cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	struct anchorer anchorer = {
		.arena = arena, .annotation = annotation, .diags = diags};
	anchorer.folded =
		CP_NEW_ARRAY(arena, cp_folded *, annotation->thread->comments.len);
	for (size_t i = 0; i < annotation->items.len; i++) {
		anchor_item(&anchorer, &annotation->items.at[i]);
		if (annotation->items.at[i].kind == CP_QUOTATION)
			check_quotation(&anchorer, &annotation->items.at[i]);
	}
}
