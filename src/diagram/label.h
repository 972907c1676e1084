/* What is written in a box, and what is said of it in words for those who do not see it: the
 * same in all views. */
#ifndef CP_DIAGRAM_LABEL_H
#define CP_DIAGRAM_LABEL_H

#include "diagram/drawing.h"

typedef struct cp_labels {
	cp_arena *arena; /* takes the text of the boxes */
	const cp_graph *graph;
	/* Of each item: the first of its concessions, or their number. */
	uint32_t *conceded;
	cp_list *items; /* of each comment */
	cp_wording wording;
	const cp_evaluation *standing; /* NULL: it is not shown */
	double width;                  /* at which lines are broken */
	bool even;                     /* all boxes are as wide as a full line */
} cp_labels;

/* Boxes that look so (NULL: as usual), and are `width` wide unless that says otherwise. */
cp_labels cp_labels_new(
	cp_arena *arena, const cp_graph *graph, const cp_look *look, double width);

/* The box of a claim, with its text, its size and its words, but no place. */
cp_box cp_label_claim(const cp_labels *labels, uint32_t claim);

/* How a claim or, counted on from them, a step stands; nothing, where that is not shown. In
 * words: "defeated 0.41", "assumed: stands 1.00". */
cp_standing cp_label_standing(const cp_labels *labels, uint32_t argument);
void cp_put_standing(cp_buf *out, const cp_standing *standing);

/* Adds it to a box, as a line. */
void cp_box_write_standing(const cp_labels *labels, cp_box *box, uint32_t claim);

/* What a step says, and what a concession grants. */
cp_str cp_label_step(const cp_labels *labels, const cp_step *step);
cp_str cp_label_grant(const cp_labels *labels, uint32_t item, uint32_t by, uint32_t of);

/* The boxes of what is no claim: somebody who speaks; a comment, with what it says; a work; a
 * quotation by itself, with what was altered in it. */
cp_box cp_label_person(const cp_labels *labels, uint32_t person);
cp_box cp_label_comment(const cp_labels *labels, uint32_t comment);
cp_box cp_label_work(const cp_labels *labels, uint32_t work);
cp_box cp_label_quotation(const cp_labels *labels, uint32_t item);

/* For which side the points tell that a comment makes. */
cp_stance cp_comment_stance(const cp_graph *graph, cp_list items);

/* The items of each comment, in the order of the file. */
cp_list *cp_items_of_comments(cp_arena *arena, const cp_graph *graph);

/* Adds text to a box, in lines, and empties the buffer; then, once, sizes the box. */
void cp_box_write(const cp_labels *labels, cp_box *box, cp_buf *text, cp_type type,
	double width, size_t max);
void cp_box_size(const cp_labels *labels, cp_box *box);

/* When a comment was written, to the minute: "2010-08-08 14:57" of "2010-08-08T14:57:09.000Z". A
 * zone other than UTC stays; what is no such time is put as it is. */
void cp_put_time(cp_buf *out, cp_str time);

/* Who says an item, and where: "Dom in c5", with "in" as `separator`. */
void cp_put_head(
	cp_buf *out, const cp_graph *graph, uint32_t item, const char *separator);

#endif
