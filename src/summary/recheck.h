/* A summary, held against its debate again before anybody reads it. What does not hold is a
 * fault of the program's: it is reported, and left out. */
#ifndef CP_SUMMARY_RECHECK_H
#define CP_SUMMARY_RECHECK_H

#include "summary/prose.h"

/* Of every sentence: each cite is a comment of the thread by its id; each quotation has the
 * words of its place in the text, each claim and name those of the debate; each name stands
 * beside a claim that this person makes, grants or mentions, as is said; each number comes out
 * the same when counted again; it has a cite of what it rests on, unless it tells of the whole
 * thread or of the summary; and it is one sentence with an end. Of all: that one side takes
 * more than twice the words of the other is said.
 *
 * A sentence that does not hold is taken out, with what follows in its paragraph or item, as
 * that leans on it. How many were; a finding says which, and why. */
size_t cp_prose_recheck(
	cp_arena *arena, cp_prose *prose, const cp_graph *graph, cp_diags *diags);

#endif
