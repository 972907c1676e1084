/* The parts that sentences are put together from. */
#ifndef CP_SUMMARY_WORDING_H
#define CP_SUMMARY_WORDING_H

#include "graph/measures.h"
#include "graph/words.h"
#include "summary/summary.h"

enum { CP_MOST_DETAIL = 3 };

typedef struct cp_writer {
	cp_arena *arena;
	const cp_graph *graph;
	cp_prose *prose;
	cp_map capitals;        /* words that are always capitalised: names */
	cp_map small;           /* words that occur without a capital */
	cp_exchanges exchanges; /* the greatest */
	const cp_measures *measures;
	cp_length length;
	size_t detail; /* so many reasons and answers are told of a point */
} cp_writer;

/* Learns from the thread and the gists which words keep their capital inside a sentence, and
 * finds what several sections tell of. */
void cp_writer_init(
	cp_writer *writer, cp_arena *arena, const cp_graph *graph, cp_prose *prose);

void cp_put_heading(cp_writer *writer, const char *text);

/* The name of a person, marked where the page does not give it. */
void cp_put_person(cp_writer *writer, const cp_person *person);

/* Everybody who says the claim for himself: "Dom", "Henry and Alistair". */
void cp_put_claimants(cp_writer *writer, uint32_t claim);

/* The same at the beginning of a sentence. */
void cp_start_with_claimants(cp_writer *writer, uint32_t claim);

/* The claim as it stands after "that": small first letter unless it is a name, no full
 * stop; in quotation marks where it is in the words of the comment. */
void cp_put_claim(cp_writer *writer, uint32_t claim);

/* The comments in which the claim is made, not those that quote it, as cites. */
void cp_cite_claim(cp_writer *writer, uint32_t claim);

/* The claim, and those cites. */
void cp_put_cited(cp_writer *writer, uint32_t claim);

/* A cite of the comment of one item. */
void cp_cite_item(cp_writer *writer, uint32_t item);

/* Puts separators of a list between its parts: before part `i` of `count`. */
void cp_put_separator(cp_writer *writer, size_t i, size_t count);

/* The number in words, up to twelve. */
void cp_put_count(cp_writer *writer, size_t count, const char *one, const char *many);

#endif
