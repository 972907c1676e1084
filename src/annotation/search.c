#include "annotation/search.h"

#include "text/utf8.h"

enum {
	EXCERPT = 60,    /* bytes of a text shown in a hint, about */
	MOST_HINTS = 50, /* each searches the whole thread */
	MOST_ERRORS =
		256, /* code points in which a place may differ, however long the words */
	MOST_LETTERS = 24, /* of a word of which a part was found */
	WORD = 64,         /* code points that are searched in one step */
};
static const size_t most_effort = (size_t)1 << 28; /* steps: a second or two */

static cp_searched *make_searched(cp_arena *arena, size_t count)
{
	return CP_NEW_ARRAY(arena, cp_searched, count);
}

void cp_search_init(cp_search *search, cp_arena *arena, const cp_annotation *annotation,
	cp_diags *diags)
{
	size_t comments = annotation->thread->comments.len;
	*search = (cp_search){
		.arena = arena,
		.annotation = annotation,
		.diags = diags,
		.comments = make_searched(arena, comments),
		.works = make_searched(arena, annotation->works.len),
	};
	for (size_t i = 0; i < comments; i++)
		search->comments[i].text = annotation->thread->comments.at[i].text;
	for (size_t i = 0; i < annotation->works.len; i++)
		search->works[i].text = annotation->works.at[i].text;
}

void cp_search_clear(cp_search *search)
{
	cp_arena_clear(&search->scratch);
}

cp_searched *cp_search_in(const cp_search *search, const cp_item *item)
{
	return &search->comments[item->comment];
}

const cp_offsets *cp_search_offsets(cp_search *search, cp_searched *in, cp_unit unit)
{
	if (!in->offsets[unit]) {
		in->offsets[unit] = CP_NEW(search->arena, cp_offsets);
		*in->offsets[unit] = cp_offsets_new(search->arena, in->text, unit);
	}
	return in->offsets[unit];
}

static const cp_folded *fold_text(cp_search *search, cp_searched *in)
{
	if (!in->folded) {
		in->folded = CP_NEW(search->arena, cp_folded);
		*in->folded = cp_fold(search->arena, in->text);
	}
	return in->folded;
}

static const cp_folded *fold_words(cp_search *search, cp_words *words)
{
	if (!words->folded.origin)
		words->folded = cp_fold(&search->scratch, words->text);
	return &words->folded;
}

cp_finder cp_search_exact(const cp_searched *in, const cp_words *words)
{
	return cp_finder_exact(in->text, words->text);
}

cp_finder cp_search_folded(cp_search *search, cp_searched *in, cp_words *words)
{
	return cp_finder_folded(fold_text(search, in), fold_words(search, words));
}

bool cp_search_first(
	cp_search *search, cp_searched *in, cp_words *words, cp_span *span, bool *folded)
{
	cp_finder finder = cp_search_exact(in, words);
	*folded = false;
	if (cp_finder_next(&finder, span))
		return true;
	finder = cp_search_folded(search, in, words);
	*folded = true;
	return cp_finder_next(&finder, span);
}

static bool is_of_word(cp_str text, size_t at)
{
	uint32_t code_point = cp_utf8_next(text, &at);
	return (cp_is_letter(code_point) || cp_is_digit(code_point))
		&& !cp_is_wide(code_point);
}

static size_t step_back(cp_str text, size_t at)
{
	do
		at--;
	while (at > 0 && !cp_starts_code_point(text.at[at]));
	return at;
}

/* The letters that are nearest may begin or end within a word: then all of it belongs to them. */
static cp_span widen(cp_str text, cp_span span)
{
	for (int n = 0; n < MOST_LETTERS && span.start > 0; n++) {
		size_t before = step_back(text, span.start);
		if (!is_of_word(text, before) || !is_of_word(text, span.start))
			break;
		span.start = before;
	}
	for (int n = 0; n < MOST_LETTERS && span.end < text.len; n++) {
		if (!is_of_word(text, step_back(text, span.end))
			|| !is_of_word(text, span.end))
			break;
		cp_utf8_next(text, &span.end);
	}
	return span;
}

size_t cp_search_near(cp_search *search, cp_searched *in, cp_words *words,
	cp_near_place *places, size_t max)
{
	cp_near found[CP_NEAR_MOST];
	const cp_folded *text = fold_text(search, in);
	cp_str wanted = cp_trim_blanks(fold_words(search, words)->text);
	size_t len = cp_utf8_count(wanted), third = len / 3;
	search->effort += text->text.len * (len / WORD + 1);
	if (search->effort > most_effort)
		return 0;
	size_t count = cp_find_near(&search->scratch, text->text, wanted,
		third < MOST_ERRORS ? third : MOST_ERRORS, found,
		max < CP_NEAR_MOST ? max : CP_NEAR_MOST);
	for (size_t i = 0; i < count; i++)
		places[i] = (cp_near_place){
			.span = widen(in->text, cp_folded_span(text, found[i].span)),
			.likeness = 1 - (double)found[i].errors / (double)len,
		};
	return count;
}

bool cp_search_may_hint(cp_search *search)
{
	return search->hints++ < MOST_HINTS;
}

uint32_t cp_search_elsewhere(
	cp_search *search, cp_words *words, uint32_t except, uint32_t end)
{
	cp_span span;
	bool folded;
	for (uint32_t c = 0; c < end; c++)
		if (c != except
			&& cp_search_first(
				search, &search->comments[c], words, &span, &folded))
			return c;
	return CP_NONE;
}

cp_str cp_search_excerpt(cp_search *search, cp_str text, bool from_end)
{
	cp_str shown =
		from_end ? cp_words_tail(text, EXCERPT) : cp_words_head(text, EXCERPT);
	bool cut = shown.len < text.len;
	cp_buf out = {0};
	cp_buf_puts(&out, cut && from_end ? "…" : "");
	cp_buf_put(&out, shown);
	cp_buf_puts(&out, cut && !from_end ? "…" : "");
	for (size_t i = 0; i < out.len; i++)
		if (out.at[i] == '\n')
			out.at[i] = ' ';
	return cp_buf_settle(&search->scratch, &out);
}
