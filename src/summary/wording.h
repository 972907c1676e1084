/* The parts that sentences are put together from. */
#ifndef CP_SUMMARY_WORDING_H
#define CP_SUMMARY_WORDING_H

#include "graph/measures.h"
#include "graph/words.h"
#include "summary/counts.h"
#include "summary/summary.h"

enum { CP_MOST_LISTED = 3 }; /* then: "and two others" */

typedef struct cp_writer {
	cp_arena *arena;
	const cp_graph *graph;
	const cp_measures *measures;
	const cp_summary_wish *wish;
	cp_prose *prose;
	cp_map capitals; /* words that are always capitalised: names */
	cp_map small;    /* words that occur without a capital */
	bool foreign;    /* the thread is not in English: claims are not worked in */
	cp_exchanges exchanges; /* the greatest */
	size_t detail;          /* so many reasons and answers are told of a point */
	size_t most_points;     /* of a side */
	bool tells_clashes;     /* the greatest exchanges have a section of their own */
	bool several;           /* the last name was of more than one person */
	size_t turn;            /* of the rota of templates */
	bool *told;             /* of each claim: as a point of its side … */
	bool *silent;           /* … and that nobody answered it */
} cp_writer;

/* Learns from the thread and the gists which words keep their capital inside a sentence, and
 * finds what several sections tell of. */
void cp_writer_init(cp_writer *writer, cp_arena *arena, const cp_graph *graph,
	const cp_summary_wish *wish, cp_prose *prose);

void cp_put_heading(cp_writer *writer, const char *text);

/* The same before the first of what may be nothing; `put` tells whether it stands. */
void cp_heading_once(cp_writer *writer, bool *put, const char *text);

/* A paragraph that says what the items after it are, and goes where they go. */
void cp_begin_lead(cp_writer *writer);

/* ---- Who ---- */

/* The name of a person (CP_NONE: the annotator, who supplies what nobody states), who stands to
 * the claim in this manner. */
cp_run *cp_put_person(
	cp_writer *writer, uint32_t person, cp_manner manner, uint32_t claim);

/* Everybody who says the claim for his own, or, where nobody does, who has it otherwise: "Dom",
 * "Henry and Alistair". cp_claim_manner says how they have it. */
void cp_put_claimants(cp_writer *writer, uint32_t claim);
cp_manner cp_claim_manner(const cp_graph *graph, uint32_t claim);
bool cp_is_claimant(const cp_graph *graph, uint32_t person, uint32_t claim);

/* The first of them, CP_NONE where there is nobody. */
uint32_t cp_claim_maker(const cp_graph *graph, uint32_t claim);

/* ---- What ---- */

/* The claim in the midst of a sentence: small first letter unless it is a name, no full stop. In
 * “ ” where it is in the words of the comment; in ‘ ’, in those of the annotator that cannot go
 * on after "that". */
void cp_put_claim(cp_writer *writer, uint32_t claim);
void cp_put_thesis(cp_writer *writer, uint32_t claim); /* in strong letters */

/* Does "that" go before the claim? Not before a quotation or a question, nor in a thread in
 * another language; a colon does. */
bool cp_claim_embeds(const cp_writer *writer, uint32_t claim);

/* The words of an item in its comment, without quotation marks. Of more than thirty words, whole
 * clauses from the end are left out, and that is marked. */
void cp_put_words(cp_writer *writer, uint32_t item);
cp_str cp_cut_words(cp_arena *arena, cp_str text);

/* The comments in which the claim is made, not those that quote it, as cites. */
void cp_cite_claim(cp_writer *writer, uint32_t claim);

/* Cites of the comments of items, and of comments; of many, the first. */
void cp_cite_item(cp_writer *writer, uint32_t item);
void cp_cite_items(cp_writer *writer, const uint32_t *items, size_t count);
void cp_cite_comment(cp_writer *writer, uint32_t comment);
void cp_cite_comments(cp_writer *writer, cp_list comments);

bool cp_claim_is_unstated(const cp_graph *graph, uint32_t claim);

/* Separators of a list between its parts: before part `i` of `count`. */
void cp_put_separator(cp_writer *writer, size_t i, size_t count);

/* The number in words, up to twelve, and after it `one` or `many`. `kind` and `of` say what is
 * counted, for it to be counted again. */
void cp_put_count(cp_writer *writer, cp_count kind, uint32_t of, size_t value,
	const char *one, const char *many);

/* The bare number, as it stands in a table. */
void cp_put_number(cp_writer *writer, cp_count kind, uint32_t of, size_t value);

/* ---- Sentences ---- */

/* What the slots of a template are filled with. */
typedef struct cp_facts {
	uint32_t claim;
	uint32_t other; /* another claim: what it is aimed at, what is held with it */
	uint32_t step;  /* that the claim takes, or CP_NONE: for {with} */
	uint32_t person;
	cp_manner manner; /* of the person to the claim */
	bool strong;      /* the claim is set in strong letters */
} cp_facts;

#define CP_FACTS(...) (&(cp_facts){__VA_ARGS__})

/* One sentence by one of the templates, which end with NULL: they take turns, but where two
 * sentences have begun with a word, the third begins with another one if any does. Slots:
 *
 *   {who}     who says the claim; {whose}: "Dom’s"
 *   {person}  the person
 *   {that}    " that …", the claim with its cites, or ": “…”"
 *   {claim}   the claim with its cites; {point}: "the point that …"
 *   {with}    ", together with the point that …": the other premises of the step
 *   {s} {es} {ies} {is} {have}   as the verb ends for the last name or names
 *   {other} {other that} {other point}   the same of the other claim
 *
 * cp_tell_part writes one template, as a part of a sentence. */
void cp_tell(cp_writer *writer, const char *const templates[], const cp_facts *facts);
void cp_tell_part(cp_writer *writer, const char *template, const cp_facts *facts);

/* A sentence that may go on: it is not ended. */
void cp_tell_open(
	cp_writer *writer, const char *const templates[], const cp_facts *facts);

/* " that A [c1], that B [c2] and that C [c5]"; of more than four, three, and how many more
 * there are. */
void cp_put_claims(cp_writer *writer, const uint32_t *claims, size_t count);

/* By which templates the step answers a claim: whoever takes it may reply, grant, or say so
 * against a point of his own. */
const char *const *cp_answer_templates(
	const cp_writer *writer, const cp_step *step, uint32_t claim);

const char *cp_take_turn(
	cp_writer *writer, const char *const templates[], const cp_facts *facts);

#endif
