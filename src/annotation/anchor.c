/* Anchoring: where an item's quote stands in its comment, and a quotation in its original.
 *
 * First to the letter, then folded. Where the words stand more than once, `start`, `prefix`
 * and `suffix` tell the places apart, as in the selectors of the W3C Web Annotation Data
 * Model (2017), section 4.2; if they do not, the anchor is ambiguous, and nothing is guessed. */
#include "annotation/annotation.h"

#include "text/utf8.h"

enum {
	EXCERPT = 60,       /* bytes of a text shown in a hint, about */
	MOST_HINTS = 50,    /* each searches the whole thread */
	MOST_CONTEXT = 256, /* bytes of `prefix` and `suffix` that are compared */
};

/* A text to search in, folded once that was needed. */
struct searched {
	cp_str text;
	cp_folded *folded;
};

struct anchorer {
	cp_arena *arena;
	cp_arena scratch; /* what one item needs */
	cp_annotation *annotation;
	cp_diags *diags;
	struct searched *comments, *works;
	size_t hints; /* given so far */
};

/* Words to search for, and their folded form once that was needed. */
struct words {
	cp_str text;
	cp_folded folded;
};

static cp_finder find_exact(const struct searched *in, const struct words *words)
{
	return cp_finder_exact(in->text, words->text);
}

static cp_finder find_folded(
	struct anchorer *anchorer, struct searched *in, struct words *words)
{
	if (!in->folded) {
		in->folded = CP_NEW(anchorer->arena, cp_folded);
		*in->folded = cp_fold(anchorer->arena, in->text);
	}
	if (!words->folded.origin)
		words->folded = cp_fold(&anchorer->scratch, words->text);
	return cp_finder_folded(in->folded, &words->folded);
}

/* The first place, to the letter or else folded. */
static bool find_first(struct anchorer *anchorer, struct searched *in,
	struct words *words, cp_span *span, bool *folded)
{
	cp_finder finder = find_exact(in, words);
	*folded = false;
	if (cp_finder_next(&finder, span))
		return true;
	finder = find_folded(anchorer, in, words);
	*folded = true;
	return cp_finder_next(&finder, span);
}

/* ---- Telling places apart ---- */

static bool starts_code_point(cp_str text, size_t at)
{
	return at >= text.len || cp_starts_code_point(text.at[at]);
}

static bool ends_with(cp_str text, cp_str end)
{
	return text.len >= end.len
		&& memcmp(text.at + text.len - end.len, end.at, end.len) == 0;
}

/* Do the words `context` stand just before (or after) a place? To the letter, or folded.
 * Folding can make text four times as long as it was, or a fourth. */
static bool has_context(
	struct anchorer *anchorer, cp_str beside, cp_str context, bool before)
{
	context = before ? cp_utf8_tail(context, MOST_CONTEXT)
			 : cp_utf8_head(context, MOST_CONTEXT);
	if (before ? ends_with(beside, context) : cp_str_starts(beside, context))
		return true;
	size_t reach = context.len * 4 + 16;
	beside = before ? cp_utf8_tail(beside, reach) : cp_utf8_head(beside, reach);
	cp_str folded = cp_fold(&anchorer->scratch, beside).text;
	cp_str wanted = cp_fold(&anchorer->scratch, context).text;
	return before ? ends_with(folded, wanted) : cp_str_starts(folded, wanted);
}

static cp_str text_of(const struct anchorer *anchorer, const cp_item *item)
{
	return anchorer->comments[item->comment].text;
}

static bool has_prefix(struct anchorer *anchorer, const cp_item *item, cp_span span)
{
	return !item->prefix.len
		|| has_context(anchorer,
			cp_str_part(text_of(anchorer, item), 0, span.start), item->prefix,
			true);
}

static bool has_suffix(struct anchorer *anchorer, const cp_item *item, cp_span span)
{
	cp_str text = text_of(anchorer, item);
	return !item->suffix.len
		|| has_context(anchorer, cp_str_part(text, span.end, text.len),
			item->suffix, false);
}

/* The place that begins at byte `start`. */
static bool find_at(cp_finder finder, size_t start, cp_span *span)
{
	for (cp_span next; cp_finder_next(&finder, &next) && next.start <= start;)
		if (next.start == start) {
			*span = next;
			return true;
		}
	return false;
}

/* How far the search for the one place that is meant has come. */
struct choice {
	cp_span first;       /* of all places */
	cp_span fitting;     /* the first that `prefix` and `suffix` allow */
	size_t places, fits; /* how many; no more than two are counted */
};

static struct choice look(
	struct anchorer *anchorer, const cp_item *item, cp_finder finder)
{
	struct choice choice = {.places = 0};
	bool context = item->prefix.len || item->suffix.len;
	for (cp_span span; choice.fits < 2 && (context || choice.places < 2)
		&& cp_finder_next(&finder, &span);) {
		if (choice.places++ == 0)
			choice.first = span;
		if (context && has_prefix(anchorer, item, span)
			&& has_suffix(anchorer, item, span) && choice.fits++ == 0)
			choice.fitting = span;
	}
	return choice;
}

/* Where nothing says which of several places is meant, none is chosen. */
static cp_anchor_state choose(const struct choice *choice, bool folded, cp_span *span)
{
	if (!choice->places)
		return CP_ANCHOR_LOST;
	if (choice->places > 1 && choice->fits != 1)
		return CP_ANCHOR_AMBIGUOUS;
	*span = choice->fits == 1 ? choice->fitting : choice->first;
	return folded ? CP_ANCHOR_FOLDED : CP_ANCHOR_EXACT;
}

static cp_anchor_state find_anchor(struct anchorer *anchorer, const cp_item *item,
	struct words *words, cp_span *span)
{
	struct searched *comment = &anchorer->comments[item->comment];
	if (item->start != SIZE_MAX) {
		size_t start = cp_utf8_offset(comment->text, item->start);
		if (find_at(find_exact(comment, words), start, span))
			return CP_ANCHOR_EXACT;
		if (find_at(find_folded(anchorer, comment, words), start, span))
			return CP_ANCHOR_FOLDED;
	}
	struct choice choice = look(anchorer, item, find_exact(comment, words));
	if (choice.places)
		return choose(&choice, false, span);
	choice = look(anchorer, item, find_folded(anchorer, comment, words));
	return choose(&choice, true, span);
}

/* ---- Findings ---- */

/* A text cut to about EXCERPT bytes, on one line. */
static cp_str excerpt(struct anchorer *anchorer, cp_str text, bool from_end)
{
	cp_str shown =
		from_end ? cp_utf8_tail(text, EXCERPT) : cp_utf8_head(text, EXCERPT);
	bool cut = shown.len < text.len;
	cp_buf out = {0};
	cp_buf_puts(&out, cut && from_end ? "…" : "");
	cp_buf_put(&out, shown);
	cp_buf_puts(&out, cut && !from_end ? "…" : "");
	for (size_t i = 0; i < out.len; i++)
		if (out.at[i] == '\n')
			out.at[i] = ' ';
	return cp_buf_settle(&anchorer->scratch, &out);
}

static uint32_t comment_with(
	struct anchorer *anchorer, const cp_item *item, struct words *words)
{
	cp_span span;
	bool folded;
	for (uint32_t c = 0; c < anchorer->annotation->thread->comments.len; c++)
		if (c != item->comment
			&& find_first(
				anchorer, &anchorer->comments[c], words, &span, &folded))
			return c;
	return CP_NONE;
}

/* Does the beginning of the quote, of so many bytes, stand in its comment? */
static bool begins_with(
	struct anchorer *anchorer, const cp_item *item, size_t len, cp_span *span)
{
	struct words words = {.text = cp_str_part(item->quote, 0, len)};
	bool folded;
	return find_first(
		anchorer, &anchorer->comments[item->comment], &words, span, &folded);
}

/* The longest beginning of the quote that stands in the comment. Whatever stands there, so
 * do all its beginnings, which is why halving finds it. */
static size_t longest_beginning(struct anchorer *anchorer, const cp_item *item)
{
	size_t low = 0, high = item->quote.len;
	cp_span span;
	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;
		while (!starts_code_point(item->quote, middle))
			middle++;
		if (begins_with(anchorer, item, middle, &span)) {
			low = middle;
		} else {
			high = middle - 1;
			while (high > low && !starts_code_point(item->quote, high))
				high--;
		}
	}
	return low;
}

static void hint_at_difference(
	struct anchorer *anchorer, const cp_item *item, cp_diag *diag)
{
	cp_str text = text_of(anchorer, item);
	cp_span span;
	size_t same = longest_beginning(anchorer, item);
	/* Back to the beginning of the word that differs. */
	while (same > 0 && item->quote.at[same - 1] != ' ')
		same--;
	if (same < 8 || !begins_with(anchorer, item, same, &span))
		return;
	while (span.end < text.len && text.at[span.end] == ' ')
		span.end++;
	cp_diag_hint(anchorer->diags, diag,
		"after “%.*s” the comment has “%.*s” where the quote has “%.*s”",
		CP_FMT(excerpt(anchorer, cp_str_part(item->quote, 0, same - 1), true)),
		CP_FMT(excerpt(anchorer, cp_str_part(text, span.end, text.len), false)),
		CP_FMT(excerpt(anchorer, cp_str_part(item->quote, same, item->quote.len),
			false)));
}

static void report_lost(
	struct anchorer *anchorer, const cp_item *item, struct words *words)
{
	cp_diag *diag = cp_diag_add(anchorer->diags, CP_QUOTE_NOT_FOUND,
		cp_item_place(anchorer->diags, anchorer->annotation, item, "quote"),
		"the words of \"%.*s\" are not in comment \"%.*s\"", CP_FMT(item->id),
		CP_FMT(item->comment_id));
	if (anchorer->hints++ >= MOST_HINTS)
		return;
	uint32_t other = comment_with(anchorer, item, words);
	if (other != CP_NONE)
		cp_diag_hint(anchorer->diags, diag, "they are in comment \"%.*s\"",
			CP_FMT(anchorer->annotation->thread->comments.at[other].id));
	else
		hint_at_difference(anchorer, item, diag);
}

static void report_ambiguous(
	struct anchorer *anchorer, const cp_item *item, struct words *words)
{
	struct searched *comment = &anchorer->comments[item->comment];
	size_t count = cp_find_exact(comment->text, item->quote, NULL, 0);
	if (!count) {
		cp_finder finder = find_folded(anchorer, comment, words);
		for (cp_span span; cp_finder_next(&finder, &span);)
			count++;
	}
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

bool cp_item_is_anchored(const cp_item *item)
{
	return item->anchor.state == CP_ANCHOR_EXACT
		|| item->anchor.state == CP_ANCHOR_FOLDED;
}

bool cp_item_is_unfound(const cp_item *item)
{
	return item->anchor.state == CP_ANCHOR_LOST
		|| item->anchor.state == CP_ANCHOR_AMBIGUOUS;
}

/* The first of what the item says of its place that is not so; or NULL. */
static const char *wrong_hint(struct anchorer *anchorer, const cp_item *item)
{
	cp_str text = text_of(anchorer, item);
	cp_span span = item->anchor.span;
	if (item->start != SIZE_MAX && cp_utf8_offset(text, item->start) != span.start)
		return "start";
	if (item->end != SIZE_MAX && cp_utf8_offset(text, item->end) != span.end)
		return "end";
	return !has_prefix(anchorer, item, span)    ? "prefix"
		: !has_suffix(anchorer, item, span) ? "suffix"
						    : NULL;
}

static void anchor_item(struct anchorer *anchorer, cp_item *item)
{
	if (item->comment == CP_NONE || !item->quote.len)
		return;
	struct words words = {.text = item->quote};
	item->anchor.state = find_anchor(anchorer, item, &words, &item->anchor.span);
	if (item->anchor.state == CP_ANCHOR_LOST)
		report_lost(anchorer, item, &words);
	else if (item->anchor.state == CP_ANCHOR_AMBIGUOUS)
		report_ambiguous(anchorer, item, &words);
	item->broken |= cp_item_is_unfound(item);
	const char *wrong = item->broken ? NULL : wrong_hint(anchorer, item);
	if (wrong)
		report_moved(anchorer, item, wrong);
	item->anchor.moved = wrong != NULL;
}

/* ---- Quotations ---- */

/* Finds words in the original; the first place, if there are several. */
static cp_fidelity find_in_original(struct anchorer *anchorer, cp_item *item, cp_str text)
{
	struct searched *original = item->quoted_comment != CP_NONE
		? &anchorer->comments[item->quoted_comment]
		: &anchorer->works[item->quoted_work];
	struct words words = {.text = text};
	bool folded;
	if (!find_first(anchorer, original, &words, &item->quoted_span, &folded))
		return CP_FIDELITY_NOT_FOUND;
	return folded ? CP_FIDELITY_FOLDED : CP_FIDELITY_EXACT;
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
	size_t comments = annotation->thread->comments.len;
	anchorer.comments = CP_NEW_ARRAY(arena, struct searched, comments);
	anchorer.works = CP_NEW_ARRAY(arena, struct searched, annotation->works.len);
	for (size_t i = 0; i < comments; i++)
		anchorer.comments[i].text = annotation->thread->comments.at[i].text;
	for (size_t i = 0; i < annotation->works.len; i++)
		anchorer.works[i].text = annotation->works.at[i].text;
	for (size_t i = 0; i < annotation->items.len; i++) {
		anchor_item(&anchorer, &annotation->items.at[i]);
		if (annotation->items.at[i].kind == CP_QUOTATION)
			check_quotation(&anchorer, &annotation->items.at[i]);
		cp_arena_clear(&anchorer.scratch);
	}
}
