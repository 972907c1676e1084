/* The sections of a summary, in their order. Each adds its heading and blocks, or nothing
 * where there is nothing to say. */
#ifndef CP_SUMMARY_SECTIONS_H
#define CP_SUMMARY_SECTIONS_H

#include "summary/summary.h"
#include "summary/wording.h"

void cp_put_basis(cp_writer *writer);  /* the motion, and what the thread is */
void cp_put_people(cp_writer *writer); /* who speaks, on which side */
void cp_put_points(cp_writer *writer, cp_stance side); /* the main points of a side */
void cp_put_exchanges(cp_writer *writer);              /* where the sides clash */
void cp_put_granted(cp_writer *writer); /* concessions, and dissent in a side */
void cp_put_unanswered(cp_writer *writer);
void cp_put_quotations(cp_writer *writer);
void cp_put_method(cp_writer *writer);

/* Where nothing is annotated, all after the first: a digest, and how that was made. */
void cp_put_digest(cp_writer *writer);

/* Takes whole items out until the words of the length are not exceeded (length.c). */
void cp_prose_shorten(cp_prose *prose, cp_length length);

#endif
