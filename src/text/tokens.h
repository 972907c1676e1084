/* Words, as they are compared: letters, digits and marks, with an apostrophe between two of
 * them; an ideograph or kana is a word of its own. Case, typography and invisible characters
 * make no difference. */
#ifndef CP_TEXT_TOKENS_H
#define CP_TEXT_TOKENS_H

#include "base/str.h"

#include <stdint.h>

typedef struct cp_token {
	uint64_t hash;       /* of its folded form; the same in every run */
	uint32_t start, end; /* bytes of its text, half-open */
} cp_token;

/* Words of one text or of several, one after the other. All zeros: none. */
typedef struct cp_tokens {
	cp_token *at;
	size_t len, cap;
} cp_tokens;

/* Appends the words of a valid text of less than 4 GiB. Linear. */
void cp_tokens_add(cp_tokens *tokens, cp_str text);
void cp_tokens_clear(cp_tokens *tokens);

/* The index of the first of `len` tokens, in order, that ends after byte `at`; `len`: none. */
size_t cp_token_after(const cp_token *tokens, size_t len, size_t at);

/* Are two words the same? Equal hashes are not taken for it. */
bool cp_token_same(cp_str a_text, const cp_token *a, cp_str b_text, const cp_token *b);

/* A set of words, known by their hashes. All zeros: empty. */
typedef struct cp_word_set {
	uint64_t *slots; /* 0: free */
	size_t len, cap;
} cp_word_set;

void cp_word_set_add(cp_arena *arena, cp_word_set *set, cp_str text); /* all its words */
bool cp_word_set_has(const cp_word_set *set, uint64_t hash);

/* Adds the words that say nothing alone, such as "the" and "und". */
void cp_word_set_add_common(cp_arena *arena, cp_word_set *set);

#endif
