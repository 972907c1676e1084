#include "text/tokens.h"

#include "text/utf8.h"

#include <stdlib.h>

#define PRIME UINT64_C(0x9e3779b97f4a7c15)

/* Articles, pronouns, auxiliaries, prepositions, conjunctions: English, German, French. */
static const char common_words[] =
	"a about after again all also am an and any are as at be because been before being "
	"but by can could did do does don't for from get go had has have he her here him his "
	"how i i'm if in into is isn't it it's its just like me more most much my no not now "
	"of off on one only or other our out over own said same say says she should so some "
	"such than that that's the their them then there these they this those to too up us "
	"very was way we well were what when where which while who why will with would yes "
	"you your "
	"aber als am auch auf aus bei bin bist da das dass dem den der des die dir doch du "
	"ein eine einem einen einer es für hat hier ich ihr im ist ja kann man mehr mein mir "
	"mit nach nicht noch nur oder schon sein sich sie sind so um und uns von vor was weil "
	"wenn wie wir wird zu zum zur "
	"au aux avec ce ces cette dans de du elle en est et eux il ils je la le les leur lui "
	"mais ne nous on ou par pas plus pour qu que qui sa se ses son sont sur tu un une vous";

static uint64_t mix(uint64_t hash, uint32_t unit)
{
	return (hash ^ unit) * PRIME;
}

/* The folded form of a byte of ASCII that can be in a word; else 0. */
static uint32_t fold_byte(unsigned char byte)
{
	unsigned char small = byte | 0x20;
	if (small >= 'a' && small <= 'z')
		return small;
	return byte >= '0' && byte <= '9' ? byte : 0;
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02bc || c == 0xff07;
}

static bool is_word_part(uint32_t c)
{
	return c < 0x80 ? fold_byte((unsigned char)c) != 0
			: cp_is_letter(c) || cp_is_digit(c);
}

static uint64_t mix_folded(uint64_t hash, uint32_t c)
{
	uint32_t folded[CP_FOLD_MAX];
	size_t count = cp_utf8_fold(c, folded);
	for (size_t i = 0; i < count; i++)
		hash = mix(hash, folded[i]);
	return hash;
}

/* The word as far as it has been read. */
struct word {
	uint64_t hash;
	size_t end;
	bool whole; /* nothing can follow */
};

/* Takes the code point at byte `i` into the word, if it belongs there. */
static bool take_wide(cp_str text, size_t i, struct word *word, bool first)
{
	size_t after = i;
	uint32_t c = cp_utf8_next(text, &after);
	if (is_apostrophe(c)) {
		size_t beyond = after;
		if (first || after == text.len
			|| !is_word_part(cp_utf8_next(text, &beyond)))
			return false;
		word->hash = mix(word->hash, '\'');
	} else if (cp_is_mark(c)) {
		if (first)
			return false;
		word->hash = mix_folded(word->hash, c);
	} else if (!is_word_part(c) || (cp_is_wide(c) && !first)) {
		return false;
	} else {
		word->hash = mix_folded(word->hash, c);
		word->whole = cp_is_wide(c);
	}
	word->end = after;
	return true;
}

/* The word that begins at byte `start`; it ends there if none does. */
static struct word read_word(cp_str text, size_t start)
{
	struct word word = {.hash = PRIME, .end = start};
	while (word.end < text.len && !word.whole) {
		unsigned char byte = (unsigned char)text.at[word.end];
		uint32_t folded = byte < 0x80 ? fold_byte(byte) : 0;
		if (folded) {
			word.hash = mix(word.hash, folded);
			word.end++;
		} else if ((byte < 0x80 && byte != '\'')
			|| !take_wide(text, word.end, &word, word.end == start)) {
			break;
		}
	}
	word.hash ^= word.hash >> 32;
	return word;
}

static void push(cp_tokens *tokens, cp_token token)
{
	if (tokens->len == tokens->cap) {
		tokens->cap = tokens->cap ? tokens->cap * 2 : 64;
		tokens->at = cp_xrealloc(tokens->at, tokens->cap * sizeof *tokens->at);
	}
	tokens->at[tokens->len++] = token;
}

void cp_tokens_add(cp_tokens *tokens, cp_str text)
{
	for (size_t i = 0; i < text.len;) {
		struct word word = read_word(text, i);
		if (word.end > i)
			push(tokens,
				(cp_token){word.hash, (uint32_t)i, (uint32_t)word.end});
		else
			cp_utf8_next(text, &word.end);
		i = word.end;
	}
}

void cp_tokens_clear(cp_tokens *tokens)
{
	free(tokens->at);
	*tokens = (cp_tokens){0};
}

size_t cp_token_after(const cp_token *tokens, size_t len, size_t at)
{
	size_t low = 0, high = len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (tokens[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static cp_str words_of(cp_str text, const cp_token *token)
{
	return cp_str_part(text, token->start, token->end);
}

static void put_folded(cp_buf *out, cp_str word)
{
	for (size_t i = 0; i < word.len;) {
		uint32_t folded[CP_FOLD_MAX], c = cp_utf8_next(word, &i);
		size_t count = cp_utf8_fold(is_apostrophe(c) ? '\'' : c, folded);
		for (size_t f = 0; f < count; f++)
			cp_utf8_put(out, folded[f]);
	}
}

static bool same_folded(cp_str a, cp_str b)
{
	cp_buf left = {0}, right = {0};
	put_folded(&left, a);
	put_folded(&right, b);
	bool same = cp_str_eq(cp_buf_str(&left), cp_buf_str(&right));
	cp_buf_clear(&left);
	cp_buf_clear(&right);
	return same;
}

bool cp_token_same(cp_str a_text, const cp_token *a, cp_str b_text, const cp_token *b)
{
	if (a->hash != b->hash)
		return false;
	cp_str left = words_of(a_text, a), right = words_of(b_text, b);
	return cp_str_eq(left, right) || same_folded(left, right);
}

/* ---- Sets ---- */

static void put(cp_word_set *set, uint64_t hash)
{
	size_t i = hash & (set->cap - 1);
	while (set->slots[i] && set->slots[i] != hash)
		i = (i + 1) & (set->cap - 1);
	set->len += !set->slots[i];
	set->slots[i] = hash;
}

static void grow(cp_arena *arena, cp_word_set *set)
{
	cp_word_set bigger = {.cap = set->cap ? set->cap * 2 : 64};
	bigger.slots = CP_NEW_ARRAY(arena, uint64_t, bigger.cap);
	for (size_t i = 0; i < set->cap; i++)
		if (set->slots[i])
			put(&bigger, set->slots[i]);
	*set = bigger;
}

void cp_word_set_add(cp_arena *arena, cp_word_set *set, cp_str text)
{
	cp_tokens words = {0};
	cp_tokens_add(&words, text);
	for (size_t i = 0; i < words.len; i++) {
		if (2 * (set->len + 1) > set->cap)
			grow(arena, set);
		put(set, words.at[i].hash);
	}
	cp_tokens_clear(&words);
}

bool cp_word_set_has(const cp_word_set *set, uint64_t hash)
{
	if (!set->cap)
		return false;
	size_t i = hash & (set->cap - 1);
	while (set->slots[i] && set->slots[i] != hash)
		i = (i + 1) & (set->cap - 1);
	return set->slots[i] == hash;
}

void cp_word_set_add_common(cp_arena *arena, cp_word_set *set)
{
	cp_word_set_add(arena, set, cp_str_of(common_words));
}
