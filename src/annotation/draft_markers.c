#include "annotation/draft_markers.h"

#include <stdlib.h>

static int by_first_word(const void *left, const void *right)
{
	const cp_marker *a = left, *b = right;
	if (a->words[0] != b->words[0])
		return a->words[0] < b->words[0] ? -1 : 1;
	return a->len != b->len ? (a->len < b->len) - (a->len > b->len)
				: (a->rule > b->rule) - (a->rule < b->rule);
}

static void add_marker(cp_arena *arena, cp_markers *markers, cp_str phrase, uint32_t rule)
{
	cp_tokens words = {0};
	cp_marker marker = {.rule = rule, .barred = *phrase.at == '!'};
	cp_tokens_add(&words, phrase);
	const char *slash = memchr(phrase.at, '/', phrase.len);
	for (size_t i = 0; i < words.len && i < CP_MARKER_WORDS; i++) {
		marker.words[marker.len++] = words.at[i].hash;
		marker.joins += !slash || phrase.at + words.at[i].start < slash;
	}
	cp_tokens_clear(&words);
	*cp_push(arena, &markers->list) = marker;
}

cp_markers cp_markers_read(cp_arena *arena, const cp_draft *draft)
{
	cp_markers markers = {0};
	for (uint32_t r = 0; cp_draft_rules[r].id; r++) {
		const char *at = cp_draft_rules[r].markers;
		while (at && cp_draft_uses(draft, r)) {
			size_t len = strcspn(at, "|");
			add_marker(arena, &markers, (cp_str){at, len}, r);
			at = at[len] ? at + len + 1 : NULL;
		}
	}
	if (markers.list.len)
		qsort(markers.list.at, markers.list.len, sizeof *markers.list.at,
			by_first_word);
	return markers;
}

static bool fits(
	const cp_marker *marker, const cp_token *tokens, uint32_t at, uint32_t end)
{
	if (marker->len > end - at)
		return false;
	for (uint32_t i = 0; i < marker->len; i++)
		if (tokens[at + i].hash != marker->words[i])
			return false;
	return true;
}

const cp_marker *cp_marker_at(const cp_markers *markers, const cp_token *tokens,
	uint32_t at, uint32_t end, cp_draft_place place)
{
	uint64_t word = tokens[at].hash;
	size_t low = 0, high = markers->list.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (markers->list.at[middle].words[0] < word)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < markers->list.len && markers->list.at[low].words[0] == word; low++) {
		const cp_marker *marker = &markers->list.at[low];
		cp_draft_place where = cp_draft_rules[marker->rule].place;
		if ((where == place || where == CP_DRAFT_EITHER)
			&& fits(marker, tokens, at, end))
			return marker->barred ? NULL : marker;
	}
	return NULL;
}
