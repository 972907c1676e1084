/* The constructors of the views, and those of them that place their boxes themselves; see
 * view.h. */
#ifndef CP_DIAGRAM_VIEWS_H
#define CP_DIAGRAM_VIEWS_H

#include "diagram/view.h"

cp_drawing *cp_argument_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);

cp_drawing *cp_procon_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);
void cp_procon_arrange(cp_arena *arena, cp_drawing *drawing);

cp_drawing *cp_flow_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);
void cp_flow_arrange(cp_arena *arena, cp_drawing *drawing);

cp_drawing *cp_speakers_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);
void cp_speakers_arrange(cp_arena *arena, cp_drawing *drawing);

cp_drawing *cp_quotes_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);
void cp_quotes_arrange(cp_arena *arena, cp_drawing *drawing);

cp_drawing *cp_replies_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);
void cp_replies_arrange(cp_arena *arena, cp_drawing *drawing);

cp_drawing *cp_timeline_new(cp_arena *arena, const cp_graph *graph, const cp_look *look);
void cp_timeline_arrange(cp_arena *arena, cp_drawing *drawing);

#endif
