/* The texts in which quotes are looked for, and the ways to look: to the letter, folded,
 * nearly. What a text needs for that is made once, for all quotes. */
#ifndef CP_ANNOTATION_SEARCH_H
#define CP_ANNOTATION_SEARCH_H

#include "annotation/annotation.h"
#include "text/approx.h"
#include "text/offsets.h"

/* A comment, or the text of a source. */
typedef struct cp_searched {
	cp_str text;
	cp_folded *folded;             /* NULL: not needed so far */
	cp_offsets *offsets[CP_UNITS]; /* the same */
} cp_searched;

/* Words to search for, and their folded form once that was needed. */
typedef struct cp_words {
	cp_str text;
	cp_folded folded;
} cp_words;

typedef struct cp_search {
	cp_arena *arena;
	cp_arena scratch; /* what one item needs */
	const cp_annotation *annotation;
	cp_diags *diags;
	cp_searched *comments, *works;
	size_t hints;  /* looked for so far */
	size_t effort; /* spent so far on what was nearly found */
} cp_search;

void cp_search_init(cp_search *search, cp_arena *arena, const cp_annotation *annotation,
	cp_diags *diags);
void cp_search_clear(cp_search *search);

/* The text of an item's comment; and the places in it, in some unit. */
cp_searched *cp_search_in(const cp_search *search, const cp_item *item);
const cp_offsets *cp_search_offsets(cp_search *search, cp_searched *in, cp_unit unit);

/* The places of words, by either way. */
cp_finder cp_search_exact(const cp_searched *in, const cp_words *words);
cp_finder cp_search_folded(cp_search *search, cp_searched *in, cp_words *words);

/* The first place, to the letter or else folded. */
bool cp_search_first(
	cp_search *search, cp_searched *in, cp_words *words, cp_span *span, bool *folded);

/* A place where the words are nearly, of whole words; and which part of them is to the letter. */
typedef struct cp_near_place {
	cp_span span;
	double likeness; /* 1: all, to the letter but for typography */
} cp_near_place;

enum { CP_NEAR_MOST = 16 };

/* The best such places, CP_NEAR_MOST at most, as cp_find_near gives them, with no more errors than a third of
 * the words. None where the words are too many, or too much was searched already: a debate in
 * which nothing is where it should be has one root cause. */
size_t cp_search_near(cp_search *search, cp_searched *in, cp_words *words,
	cp_near_place *places, size_t max);

/* May one more hint be looked for? It may cost as much as to search the whole thread. */
bool cp_search_may_hint(cp_search *search);

/* The first comment before comment `end` that has the words, and is not `except`; or CP_NONE. */
uint32_t cp_search_elsewhere(
	cp_search *search, cp_words *words, uint32_t except, uint32_t end);

/* A text cut to some sixty bytes, on one line; in the scratch. */
cp_str cp_search_excerpt(cp_search *search, cp_str text, bool from_end);

/* The steps of cp_annotation_anchor. */
void cp_anchor_item(cp_search *search, cp_item *item);
void cp_anchor_check_overlaps(cp_search *search);
void cp_quotation_check(cp_search *search, cp_item *item);
void cp_quotation_check_cut(cp_search *search, cp_item *item);

/* The text that a quotation is from, and its name: "comment \"c1\"". */
cp_searched *cp_quotation_original(const cp_search *search, const cp_item *item);
cp_str cp_quotation_name(cp_search *search, const cp_item *item);

#endif
