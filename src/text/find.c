#define _GNU_SOURCE /* memmem: two-way search, so linear */
#include "text/find.h"

size_t cp_find_bytes(cp_str text, cp_str words, size_t from)
{
	if (!words.len || from > text.len)
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

size_t cp_find_exact(cp_str text, cp_str words, cp_span *spans, size_t max)
{
	size_t count = 0, step = 0;
	for (size_t at = cp_find_bytes(text, words, 0), next; at != SIZE_MAX; at = next) {
		next = next_place(text, words, at, step);
		step = next - at;
		if (count < max)
			spans[count] = (cp_span){at, at + words.len};
		count++;
	}
	return count;
}

/* A code point that folds to several ("…" to three dots) is found whole or not at all. */
static bool cuts_code_point(const cp_folded *text, size_t at)
{
	return at > 0 && at < text->text.len && text->origin[at] == text->origin[at - 1];
}

static cp_str trim_space(cp_str text)
{
	size_t start = 0, end = text.len;
	while (start < end && text.at[start] == ' ')
		start++;
	while (end > start && text.at[end - 1] == ' ')
		end--;
	return cp_str_part(text, start, end);
}

size_t cp_find_folded(
	const cp_folded *text, const cp_folded *words, cp_span *spans, size_t max)
{
	cp_str needle = trim_space(words->text);
	size_t count = 0, step = 0;
	for (size_t at = cp_find_bytes(text->text, needle, 0), next; at != SIZE_MAX;
		at = next) {
		next = next_place(text->text, needle, at, step);
		step = next - at;
		size_t end = at + needle.len;
		if (cuts_code_point(text, at) || cuts_code_point(text, end))
			continue;
		if (count < max)
			spans[count] = (cp_span){text->origin[at], text->origin[end]};
		count++;
	}
	return count;
}
