/* Quotations: whether the quoted words are those of the original. Whether they mean there what
 * they mean by themselves is asked in quotation_cut.c. */
#include "annotation/search.h"
#include "text/diff.h"
#include "text/utf8.h"

enum {
	SHORTEST = 8,    /* code points: words so few are like others by chance */
	LONGEST = 200,   /* bytes between brackets; more are no insertion */
	MOST_PARTS = 32, /* between marks of omission */
};
#define LEAST_LIKENESS (2.0 / 3) /* of words that are altered rather than others */

cp_searched *cp_quotation_original(const cp_search *search, const cp_item *item)
{
	return item->quoted_comment != CP_NONE ? &search->comments[item->quoted_comment]
					       : &search->works[item->quoted_work];
}

cp_str cp_quotation_name(cp_search *search, const cp_item *item)
{
	bool comment = item->quoted_comment != CP_NONE;
	cp_buf out = {0};
	cp_buf_printf(&out, "%s \"%.*s\"", comment ? "comment" : "the text of source",
		CP_FMT(comment ? item->of_comment : item->of_source));
	return cp_buf_settle(&search->scratch, &out);
}

static cp_diag *add(cp_search *search, cp_code code, const cp_item *item,
	const char *property, cp_str message)
{
	return cp_diag_add(search->diags, code,
		cp_item_place(search->diags, search->annotation, item, property), "%.*s",
		CP_FMT(message));
}

/* ---- Finding the words ---- */

/* The bytes of a mark of omission or of insertion at `i`: "…", "...", "[…]", "[the state]"; 0
 * where there is none. */
static size_t gap_at(cp_str words, size_t i)
{
	cp_str rest = cp_str_part(words, i, words.len);
	size_t reach = rest.len < LONGEST ? rest.len : LONGEST;
	const char *close = rest.at[0] == '[' ? memchr(rest.at, ']', reach) : NULL;
	if (close)
		return (size_t)(close - rest.at) + 1;
	return cp_str_starts(rest, CP_LIT("…"))      ? sizeof "…" - 1
		: cp_str_starts(rest, CP_LIT("...")) ? 3
						     : 0;
}

/* The next part of the words that has no gap in it; `i` moves past it and the gap. */
static cp_str next_part(cp_str words, size_t *i)
{
	size_t start = *i, gap = 0;
	while (*i < words.len && !(gap = gap_at(words, *i)))
		(*i)++;
	cp_str part = cp_str_part(words, start, *i);
	*i += gap;
	while (part.len && (part.at[0] == ' ' || part.at[0] == ')'))
		part = cp_str_part(part, 1, part.len);
	while (part.len && strchr(" (", part.at[part.len - 1]))
		part.len--;
	return part;
}

static bool has_gap(cp_str words)
{
	for (size_t i = 0; i < words.len; i++)
		if (gap_at(words, i))
			return true;
	return false;
}

/* Finds words that mark where some are left out or put in: one part after the other, with
 * whatever there is between. */
static bool find_parts(cp_search *search, cp_searched *in, cp_str text, cp_span *span)
{
	size_t found = 0;
	*span = (cp_span){0, 0};
	for (size_t i = 0; i < text.len;) {
		cp_words part = {.text = next_part(text, &i)};
		if (!part.text.len)
			continue;
		if (found == MOST_PARTS)
			return false;
		cp_finder finder = cp_search_folded(search, in, &part);
		cp_span next;
		do {
			if (!cp_finder_next(&finder, &next))
				return false;
		} while (next.start < span->end);
		*span = (cp_span){found++ ? span->start : next.start, next.end};
	}
	return found > 0;
}

/* The first place, if there are several. */
static cp_fidelity find_in_original(cp_search *search, cp_item *item, cp_str text)
{
	cp_searched *in = cp_quotation_original(search, item);
	cp_words words = {.text = text};
	bool folded;
	if (cp_search_first(search, in, &words, &item->quoted_span, &folded))
		return folded ? CP_FIDELITY_FOLDED : CP_FIDELITY_EXACT;
	if (has_gap(text) && find_parts(search, in, text, &item->quoted_span))
		return CP_FIDELITY_ELIDED;
	item->quoted_span = (cp_span){0, 0};
	return CP_FIDELITY_NOT_FOUND;
}

/* ---- Words that are not there ---- */

/* Who wrote a comment, as the page or else the annotator says. */
static cp_str writer_of(const cp_annotation *annotation, uint32_t comment)
{
	uint32_t speaker = annotation->attributed[comment];
	return speaker != CP_NONE ? annotation->speakers.at[speaker].name
				  : annotation->thread->comments.at[comment].author;
}

static void put_comment(cp_buf *out, const cp_annotation *annotation, uint32_t comment)
{
	cp_str writer = writer_of(annotation, comment);
	cp_buf_printf(
		out, "\"%.*s\"", CP_FMT(annotation->thread->comments.at[comment].id));
	if (writer.len)
		cp_buf_printf(out, " by %.*s", CP_FMT(writer));
}

/* The words are in an earlier comment, and not where they are said to be from. */
static void report_elsewhere(cp_search *search, const cp_item *item, uint32_t other)
{
	const cp_annotation *annotation = search->annotation;
	uint32_t named = item->quoted_comment;
	cp_buf out = {0};
	cp_buf_puts(&out, "these words are not in ");
	if (named == CP_NONE)
		cp_buf_put(&out, cp_quotation_name(search, item));
	else
		put_comment(&out, annotation, named);
	cp_buf_puts(&out, ", but in ");
	put_comment(&out, annotation, other);
	cp_str message = cp_buf_settle(&search->scratch, &out);
	bool same = named != CP_NONE && writer_of(annotation, named).len
		&& cp_str_eq(writer_of(annotation, named), writer_of(annotation, other));
	cp_diag *diag = add(search, same ? CP_QUOTATION_NOT_FOUND : CP_QUOTATION_SPEAKER,
		item, "quote", message);
	cp_diag_hint(search->diags, diag,
		"if they are quoted from there, write \"of\": { \"comment\": \"%.*s\" }",
		CP_FMT(annotation->thread->comments.at[other].id));
}

static void report_not_original(cp_search *search, const cp_item *item, bool of_quote)
{
	cp_diag *diag = cp_diag_add(search->diags, CP_QUOTATION_NOT_FOUND,
		cp_item_place(search->diags, search->annotation, item,
			of_quote ? "of/quote" : "quote"),
		"these words are not in %.*s", CP_FMT(cp_quotation_name(search, item)));
	if (!of_quote)
		cp_diag_hint(search->diags, diag,
			"if \"%.*s\" alters the words of the original, "
			"give those in the \"quote\" of \"of\"",
			CP_FMT(item->id));
}

static bool find_altered(cp_search *search, cp_item *item, cp_words *words)
{
	cp_near_place place;
	if (cp_utf8_count(words->text) < SHORTEST
		|| !cp_search_near(
			search, cp_quotation_original(search, item), words, &place, 1)
		|| place.likeness < LEAST_LIKENESS)
		return false;
	item->quoted_span = place.span;
	return true;
}

static void report_altered(cp_search *search, const cp_item *item, cp_words *words)
{
	cp_str text = cp_quotation_original(search, item)->text;
	cp_str original =
		cp_str_part(text, item->quoted_span.start, item->quoted_span.end);
	cp_buf out = {0};
	cp_buf_printf(&out, "these words alter those of %.*s: “",
		CP_FMT(cp_quotation_name(search, item)));
	cp_diff_write(&out, original, words->text);
	cp_buf_puts(&out, "”");
	cp_str message = cp_buf_settle(&search->scratch, &out);
	cp_diag *diag = add(search, CP_QUOTATION_ALTERED, item, "quote", message);
	cp_diag_hint(search->diags, diag,
		"if the quoter altered them, add to \"of\": \"quote\": \"%.*s\"",
		CP_FMT(cp_search_excerpt(search, original, false)));
}

/* The words are not in the original as they are. */
static cp_fidelity check_others(cp_search *search, cp_item *item, cp_str text)
{
	cp_words words = {.text = text};
	if (item->of_quote.len) {
		if (find_in_original(search, item, item->of_quote)
			!= CP_FIDELITY_NOT_FOUND)
			return CP_FIDELITY_ALTERED;
		report_not_original(search, item, true);
		return CP_FIDELITY_NOT_FOUND;
	}
	uint32_t other = item->comment != CP_NONE && cp_search_may_hint(search)
		? cp_search_elsewhere(search, &words, item->quoted_comment, item->comment)
		: CP_NONE;
	if (other != CP_NONE) {
		report_elsewhere(search, item, other);
		return CP_FIDELITY_NOT_FOUND;
	}
	if (find_altered(search, item, &words)) {
		report_altered(search, item, &words);
		return CP_FIDELITY_ALTERED;
	}
	report_not_original(search, item, false);
	return CP_FIDELITY_NOT_FOUND;
}

/* ---- Quotations ---- */

static void check_order(cp_search *search, const cp_item *item)
{
	if (item->quoted_comment != CP_NONE && item->comment != CP_NONE
		&& item->quoted_comment > item->comment)
		cp_diag_add(search->diags, CP_QUOTATION_OF_LATER,
			cp_item_place(
				search->diags, search->annotation, item, "of/comment"),
			"\"%.*s\" comes after \"%.*s\", which is said to quote it",
			CP_FMT(item->of_comment), CP_FMT(item->comment_id));
}

void cp_quotation_check(cp_search *search, cp_item *item)
{
	check_order(search, item);
	bool at_hand = item->quoted_comment != CP_NONE
		|| (item->quoted_work != CP_NONE
			&& search->works[item->quoted_work].text.len);
	if (!at_hand || !item->quote.len)
		return;
	item->fidelity = find_in_original(search, item, cp_item_words(item));
	if (item->fidelity == CP_FIDELITY_NOT_FOUND)
		item->fidelity = check_others(search, item, cp_item_words(item));
	if (item->fidelity != CP_FIDELITY_NOT_FOUND)
		cp_quotation_check_cut(search, item);
}
