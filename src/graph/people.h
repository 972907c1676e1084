/* Who speaks, and on which side: a part of building the graph. */
#ifndef CP_GRAPH_PEOPLE_H
#define CP_GRAPH_PEOPLE_H

#include "graph/graph.h"

/* Fills people, person_of and author_of of a graph whose stances are known. */
void cp_graph_find_people(cp_arena *arena, cp_graph *graph);

#endif
