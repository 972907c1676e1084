/* What a debate says, in words.
 *
 * Sentences are made from facts of the graph by fixed patterns, so that nothing is said
 * that the annotation does not bear out, and each names the comments it rests on. The words
 * say what was stated and answered in the thread, never who is right. */
#ifndef CP_SUMMARY_SUMMARY_H
#define CP_SUMMARY_SUMMARY_H

#include "graph/graph.h"
#include "summary/prose.h"

/* The summary of a graph; lives in the arena. */
cp_prose *cp_summary_new(cp_arena *arena, const cp_graph *graph);

#endif
