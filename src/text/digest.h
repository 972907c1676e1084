/* A digest: of all sentences of several texts, those that say most of what the others say, and
 * not the same twice.
 *
 * Words are compared by their stems, without those that say nothing alone, and weigh by how
 * often they stand in the sentence and in how few texts (tf-idf). LexRank says how central a
 * sentence is, maximal marginal relevance (lambda .7) which is taken next. Sentences of one
 * text count as half alike, those of one voice as a quarter; what is .8 like one that was taken
 * is left. A question, and a sentence whose first word leans on what was said before ("This
 * …"), count half. Of one text two are taken, unless it leads, and of one voice a third of
 * all, or two. Not taken: sentences of less than five words or more than 40, and the words of
 * others. Linear in the texts, and the choice linear in the sentences for each taken. */
#ifndef CP_TEXT_DIGEST_H
#define CP_TEXT_DIGEST_H

#include "base/array.h"
#include "text/quoted.h"

typedef struct cp_digest_text {
	cp_str text;             /* valid, of less than 4 GiB */
	const cp_quoted *quoted; /* passages of others, in order */
	size_t quoted_len;
	uint32_t voice; /* whose it is: equal numbers, one person; CP_NONE: not known */
	bool leads;     /* an article, of which other sentences are wanted at most */
} cp_digest_text;

typedef struct cp_digest_sentence {
	uint32_t text; /* an index */
	cp_span span;
	double centrality; /* all sentences together have 1 */
} cp_digest_sentence;

typedef struct cp_digest {
	CP_ARRAY(cp_digest_sentence) list; /* as they were taken */
	size_t sentences;                  /* that there are */
	bool stemmed;                      /* there was a stemmer for the language */
} cp_digest;

/* At most `most_of_article` sentences of texts that lead, and `most` of the others. Lives in the
 * arena, and borrows nothing. */
cp_digest cp_digest_make(cp_arena *arena, const cp_digest_text *texts, size_t count,
	cp_str language, size_t most_of_article, size_t most);

#endif
