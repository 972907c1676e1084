/* A debate in words. Every sentence goes back to something that was annotated and says where
 * it stands in the thread; status words, no judgements. */
#ifndef CP_SUMMARY_SUMMARY_H
#define CP_SUMMARY_SUMMARY_H

#include "summary/prose.h"

typedef enum cp_length {
	CP_SHORT,  /* about 120 words */
	CP_MEDIUM, /* about 350 */
	CP_LONG,   /* all there is to tell */
	CP_LENGTHS
} cp_length;

extern const char *const cp_length_names[CP_LENGTHS];

/* Who reads it: each is told other things first, and other things at all. */
typedef enum cp_reader {
	CP_ANYONE,
	CP_NEWCOMER,
	CP_PARTICIPANT,
	CP_MODERATOR,
	CP_TEACHER,
	CP_READERS
} cp_reader;

extern const char *const cp_reader_names[CP_READERS];

typedef struct cp_summary_wish {
	cp_length length;
	cp_reader reader;
	uint32_t participant; /* the person that CP_PARTICIPANT is */
} cp_summary_wish;

static const cp_summary_wish cp_summary_in_full = {.length = CP_LONG};

/* The summary of a debate, or of a part of it; it lives in the arena. It has been held against
 * the debate again: see recheck.h for what is then added to `diags`. */
cp_prose *cp_summary_new(cp_arena *arena, const cp_graph *graph,
	const cp_summary_wish *wish, cp_diags *diags);

/* The person of this name; CP_NONE, with a finding, where there is none. */
uint32_t cp_summary_participant(const cp_graph *graph, cp_str name, cp_diags *diags);

#endif
