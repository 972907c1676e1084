/* UTF-8 and what Unicode says of code points. The only file that knows utf8proc.
 *
 * Text is valid UTF-8 from the moment it is read; functions that need that say "valid". */
#ifndef CP_TEXT_UTF8_H
#define CP_TEXT_UTF8_H

#include "base/buf.h"

#include <stdint.h>

/* True if `text` is UTF-8; else `bad` is the first byte that is not. */
bool cp_utf8_valid(cp_str text, size_t *bad);

/* Appends `text` with each byte that is not UTF-8, and each byte 0x00, which a thread cannot
 * hold, replaced by U+FFFD. How many were. */
size_t cp_utf8_repair(cp_buf *out, cp_str text);

/* The code point at byte `*i` of valid text; `*i` moves past it. */
uint32_t cp_utf8_next(cp_str text, size_t *i);

void cp_utf8_put(cp_buf *out, uint32_t code_point);

/* How many code points valid text has, and the byte at which the n-th begins (the length
 * of the text, if there are fewer). */
size_t cp_utf8_count(cp_str text);
size_t cp_utf8_offset(cp_str text, size_t code_points);

/* The first, or the last, `most` bytes of valid text, less what would part a code point. */
cp_str cp_utf8_head(cp_str text, size_t most);
cp_str cp_utf8_tail(cp_str text, size_t most);

/* The same, less what would part a word, if a blank parts it at all. */
cp_str cp_words_head(cp_str text, size_t most);
cp_str cp_words_tail(cp_str text, size_t most);

/* The end of the grapheme cluster (UAX #29) that begins at byte `i` of valid text. */
size_t cp_utf8_grapheme_end(cp_str text, size_t i);

/* Does a cut before byte `i` of valid text part what people see as one character? */
bool cp_utf8_splits_grapheme(cp_str text, size_t i);

/* The compatibility decomposition of a code point, case folded (NFKC_Casefold without
 * recomposition), into `out`. How many code points; 0 where it is to be ignored. */
enum { CP_FOLD_MAX = 32 };
size_t cp_utf8_fold(uint32_t code_point, uint32_t out[CP_FOLD_MAX]);

bool cp_is_space(uint32_t code_point);  /* white space and controls, of any width */
bool cp_is_letter(uint32_t code_point); /* letters and marks */
bool cp_is_digit(uint32_t code_point);
bool cp_is_upper(uint32_t code_point);
bool cp_is_wide(uint32_t code_point); /* ideographs, kana, emoji: two columns */
bool cp_is_mark(uint32_t code_point); /* takes no room of its own */

/* The general category as Unicode names it: "Lu", "Po", … */
const char *cp_utf8_category(uint32_t code_point);
/* Valid text in small letters, in the arena. */
cp_str cp_utf8_lower(cp_arena *arena, cp_str text);

uint32_t cp_to_lower(uint32_t code_point);
uint32_t cp_to_upper(uint32_t code_point);

#endif
