/* The graph in words: names and short phrases that diagrams and summaries share. */
#ifndef CP_GRAPH_WORDS_H
#define CP_GRAPH_WORDS_H

#include "base/buf.h"
#include "graph/graph.h"
#include "text/suggest.h"

/* "Dom", or "an unnamed speaker". */
cp_str cp_person_name(const cp_person *person);

/* Whoever has that name; CP_NONE where nobody has it: then `near` has seen all names. */
uint32_t cp_person_find(const cp_graph *graph, cp_str name, cp_suggestion *near);

/* "John Stuart Mill, On Liberty (1859), ch. V": what is known of a work, in that order. */
void cp_put_work(cp_buf *out, const cp_work *work);

/* Who wrote a comment; NULL where it is missing. */
const cp_person *cp_comment_author(const cp_graph *graph, uint32_t comment);

/* Who is quoted: the author of the comment or of the work, or its title. */
cp_str cp_quoted_name(const cp_graph *graph, const cp_item *item);

/* "supports", "rebuts", "undercuts". */
const char *cp_step_verb(const cp_step *step);

/* The stances in the order in which they are told: pro, contra, both, none. */
enum { CP_STANCES = CP_STANCE_BOTH + 1 };
extern const cp_stance cp_stance_order[CP_STANCES];

/* "pro", "contra", "both", "none". */
const char *cp_stance_name(cp_stance stance);

/* How an item is said, where it is not simply asserted: "granted", "asked", …; or NULL. */
const char *cp_attitude_word(const cp_item *item);

/* A number as it stands in prose: in words, up to twelve; nothing is "no". */
void cp_put_number_word(cp_buf *out, size_t number);

/* A strength from 0 to 1 as all texts have it: "0.41". */
void cp_put_strength(cp_buf *out, double strength);

#endif
