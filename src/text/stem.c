/* The wall around libstemmer. It is opened when a digest is made, and by nothing else. */
#include "text/stem.h"

#include "base/library.h"

#include <libstemmer.h>
#include <stdlib.h>

#define FUNCTIONS(X) \
	X(sb_stemmer_new) \
	X(sb_stemmer_delete) \
	X(sb_stemmer_stem) \
	X(sb_stemmer_length)

struct cp_stemmer {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	struct sb_stemmer *snowball;
};

static bool open_library(cp_stemmer *stemmer)
{
#define ROW(name) {#name, &stemmer->name},
	const cp_symbol symbols[] = { FUNCTIONS(ROW) };
#undef ROW
	return cp_library_open(
		"libstemmer.so.0d", symbols, sizeof symbols / sizeof *symbols);
}

/* The language that the tag begins with, which is what the library knows them by. */
static void take_language(char code[4], cp_str tag)
{
	size_t len = 0;
	while (len < tag.len && len < 3 && tag.at[len] != '-' && tag.at[len] != '_') {
		code[len] = (char)(tag.at[len] | 0x20);
		len++;
	}
	code[len] = '\0';
}

cp_stemmer *cp_stemmer_new(cp_str language)
{
	char code[4];
	cp_stemmer *stemmer = cp_xmalloc(sizeof *stemmer);
	*stemmer = (cp_stemmer){0};
	take_language(code, language.len ? language : CP_LIT("en"));
	if (open_library(stemmer))
		stemmer->snowball = stemmer->sb_stemmer_new(code, "UTF_8");
	if (stemmer->snowball)
		return stemmer;
	free(stemmer);
	return NULL;
}

void cp_stemmer_free(cp_stemmer *stemmer)
{
	if (stemmer)
		stemmer->sb_stemmer_delete(stemmer->snowball);
	free(stemmer);
}

cp_str cp_stem(cp_stemmer *stemmer, cp_str word)
{
	enum { LONGEST = 200 }; /* bytes of anything that is a word */
	if (!stemmer || word.len > LONGEST)
		return word;
	const sb_symbol *stem = stemmer->sb_stemmer_stem(
		stemmer->snowball, (const sb_symbol *)word.at, (int)word.len);
	return stem ? (cp_str){(const char *)stem,
		       (size_t)stemmer->sb_stemmer_length(stemmer->snowball)}
		    : word;
}
