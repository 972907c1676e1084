/* What a debate says, in words.
 *
 * Sentences are made from facts of the graph by fixed patterns, so that nothing is said
 * that the annotation does not bear out, and each names the comments it rests on. The words
 * say what was stated and answered in the thread, never who is right. */
#ifndef CP_SUMMARY_SUMMARY_H
#define CP_SUMMARY_SUMMARY_H

#include "graph/graph.h"
#include "summary/prose.h"

typedef enum cp_length { CP_SHORT, CP_MEDIUM, CP_LONG, CP_LENGTHS } cp_length;

extern const char *const cp_length_names[CP_LENGTHS]; /* "short", … */

/* The summary of a graph; lives in the arena. Short is about 120 words, medium about 350, if
 * what must not be left out takes no more: the motion, the state of the debate, and a point
 * of each side. Long leaves nothing out. */
cp_prose *cp_summary_new(cp_arena *arena, const cp_graph *graph, cp_length length);

#endif
