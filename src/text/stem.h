/* Stems: "argues", "argued" and "arguing" are one word to who counts words. */
#ifndef CP_TEXT_STEM_H
#define CP_TEXT_STEM_H

#include "base/str.h"

#include <stdbool.h>

typedef struct cp_stemmer cp_stemmer;

/* For a language as a BCP 47 tag ("en-GB"; none: English): the Snowball algorithm for it, in
 * English Porter's second one (snowballstem.org). NULL where there is none, or the library is
 * not there: then words are their own stems. */
cp_stemmer *cp_stemmer_new(cp_str language);
void cp_stemmer_free(cp_stemmer *stemmer); /* NULL: does nothing */

/* The stem of a word in small letters, which lasts until the next one is asked for; the word
 * itself, where there is no stemmer. */
cp_str cp_stem(cp_stemmer *stemmer, cp_str word);

#endif
