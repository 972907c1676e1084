#define _GNU_SOURCE /* memmem: two-way search, so linear */
#include "text/find.h"

size_t cp_find_bytes(cp_str text, cp_str words, size_t from)
{
	if (!words.len || from >= text.len)
		return SIZE_MAX;
	const char *hit = memmem(text.at + from, text.len - from, words.at, words.len);
	return hit ? (size_t)(hit - text.at) : SIZE_MAX;
}

/* The place after `last`, which is `step` after the one before it (0: it is the first).
 *
 * To search anew from each place costs the length of the words each time: too much where
 * they repeat themselves ("ab ab ab") and so overlap everywhere. But there, as two places
 * next to each other are a period of the words apart, only the last `step` bytes of the
 * next one have not been compared yet. */
static size_t next_place(cp_str text, cp_str words, size_t last, size_t step)
{
	size_t end = last + words.len;
	if (step && step <= words.len / 2 && step <= text.len - end
		&& memcmp(text.at + end, words.at + words.len - step, step) == 0)
		return last + step;
	return cp_find_bytes(text, words, last + 1);
}

/* A code point that folds to several ("…" to three dots) is found whole or not at all. */
static bool cuts_code_point(const cp_folded *text, size_t at)
{
	return at > 0 && at < text->text.len && text->origin[at] == text->origin[at - 1];
}

cp_str cp_trim_blanks(cp_str text)
{
	size_t start = 0, end = text.len;
	while (start < end && text.at[start] == ' ')
		start++;
	while (end > start && text.at[end - 1] == ' ')
		end--;
	return cp_str_part(text, start, end);
}

cp_finder cp_finder_exact(cp_str text, cp_str words)
{
	return (cp_finder){.text = text, .words = words};
}

cp_finder cp_finder_folded(const cp_folded *text, const cp_folded *words)
{
	cp_finder finder = cp_finder_exact(text->text, cp_trim_blanks(words->text));
	finder.folded = text;
	return finder;
}

bool cp_finder_next(cp_finder *finder, cp_span *span)
{
	if (!finder->begun)
		finder->next = cp_find_bytes(finder->text, finder->words, 0);
	finder->begun = true;
	while (finder->next != SIZE_MAX) {
		size_t at = finder->next, end = at + finder->words.len;
		const cp_folded *folded = finder->folded;
		finder->next = next_place(finder->text, finder->words, at, finder->step);
		finder->step = finder->next - at;
		if (folded
			&& (cuts_code_point(folded, at) || cuts_code_point(folded, end)))
			continue;
		*span = folded ? (cp_span){folded->origin[at], folded->origin[end]}
			       : (cp_span){at, end};
		return true;
	}
	return false;
}

/* The folded byte that comes from byte `start` of the original, the first if there are several;
 * SIZE_MAX if none does. */
static size_t find_origin(const cp_folded *folded, size_t start)
{
	size_t low = 0, high = folded->text.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (folded->origin[middle] < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < folded->text.len && folded->origin[low] == start ? low : SIZE_MAX;
}

bool cp_finder_at(const cp_finder *finder, size_t start, cp_span *span)
{
	const cp_folded *folded = finder->folded;
	size_t at = folded ? find_origin(folded, start) : start;
	if (!finder->words.len || at > finder->text.len
		|| !cp_str_starts(
			cp_str_part(finder->text, at, finder->text.len), finder->words))
		return false;
	size_t end = at + finder->words.len;
	if (folded && cuts_code_point(folded, end))
		return false;
	*span = (cp_span){start, folded ? folded->origin[end] : end};
	return true;
}

cp_span cp_folded_span(const cp_folded *folded, cp_span span)
{
	while (cuts_code_point(folded, span.end))
		span.end++;
	return (cp_span){folded->origin[span.start], folded->origin[span.end]};
}

static size_t find_all(cp_finder finder, cp_span *spans, size_t max)
{
	size_t count = 0;
	for (cp_span span; cp_finder_next(&finder, &span); count++)
		if (count < max)
			spans[count] = span;
	return count;
}

size_t cp_find_exact(cp_str text, cp_str words, cp_span *spans, size_t max)
{
	return find_all(cp_finder_exact(text, words), spans, max);
}

size_t cp_find_folded(
	const cp_folded *text, const cp_folded *words, cp_span *spans, size_t max)
{
	return find_all(cp_finder_folded(text, words), spans, max);
}
