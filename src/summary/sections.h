/* The sections of a summary. Each adds its heading and blocks, or nothing where there is
 * nothing to say. docs/summary.md says what each means, and from which measure it is. */
#ifndef CP_SUMMARY_SECTIONS_H
#define CP_SUMMARY_SECTIONS_H

#include "summary/wording.h"

void cp_put_basis(cp_writer *writer); /* the motion, and what the thread is */
void cp_put_state(cp_writer *writer); /* the motion as the debate stands */
void cp_put_method(cp_writer *writer);

void cp_put_people(cp_writer *writer);    /* who speaks, on which side */
void cp_put_table(cp_writer *writer);     /* speaker by speaker, in numbers */
void cp_put_talk_past(cp_writer *writer); /* who reply, but not to what is said */

void cp_put_points(cp_writer *writer, cp_stance side); /* the main points of a side */
void cp_put_minority(cp_writer *writer);  /* points that one speaker alone makes */
void cp_put_exchanges(cp_writer *writer); /* where the sides clash */
void cp_put_granted(
	cp_writer *writer); /* concessions, dissent, and what both sides hold */
void cp_put_unanswered(cp_writer *writer);
void cp_put_questions(cp_writer *writer);
void cp_put_burden(cp_writer *writer); /* challenged, and not supported since */
void cp_put_untied(cp_writer *writer); /* claims that nothing ties to the motion */
void cp_put_quotations(cp_writer *writer);

/* For one participant. */
void cp_put_replies(cp_writer *writer);
void cp_put_against(cp_writer *writer);
void cp_put_grants_to(cp_writer *writer);
void cp_put_quoted(cp_writer *writer);

/* For a teacher. */
void cp_put_structure(cp_writer *writer);
void cp_put_schemes(cp_writer *writer);
void cp_put_faults(cp_writer *writer);

/* Where nothing is annotated, all after the basis: a digest, and how that was made. */
void cp_put_digest(cp_writer *writer);

/* A concession, and how a quotation differs from its original (nothing where it does not);
 * without its words, where they have just been told. */
void cp_tell_grant(cp_writer *writer, const cp_grant *grant);
void cp_tell_fidelity(cp_writer *writer, uint32_t item, bool told);

/* Takes whole items out until the words of the length are not exceeded (length.c). */
void cp_prose_shorten(cp_prose *prose, cp_length length);

/* Says so, if one side's points take more than twice the words of the other's. */
void cp_prose_note_balance(cp_prose *prose);

#endif
