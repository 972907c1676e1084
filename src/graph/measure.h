/* Making measures, for the files measure*.c alone. */
#ifndef CP_GRAPH_MEASURE_H
#define CP_GRAPH_MEASURE_H

#include "graph/measures.h"
#include "graph/weigh.h"

struct measurer {
	cp_arena *arena; /* of what lasts */
	cp_arena scratch;
	const cp_graph *graph;
	cp_measures *out;
	const cp_weighted *weighted; /* the graph, and … */
	cp_strengths strengths;      /* … what that comes to */
};

/* Each fills its part in. In this order: */
void cp_measure_claims(struct measurer *measurer);
void cp_measure_answers(struct measurer *measurer); /* grants, open, questions, burdens */
void cp_measure_points(struct measurer *measurer);
void cp_measure_clashes(struct measurer *measurer); /* and grounds */
void cp_measure_text(struct measurer *measurer);
void cp_measure_people(struct measurer *measurer); /* pairs, speakers, sides */

/* `number`, not negative, rounded to 1e-9, so that what differs by less is equal. */
double cp_measure_round(double number);

/* Does somebody else than its own speakers take the step? */
bool cp_measure_is_of_another(const cp_graph *graph, uint32_t claim, uint32_t step);

/* The order of claims of equal rank: the earlier first, then the smaller id. */
int cp_measure_order(const cp_measures *measures, uint32_t a, uint32_t b);

static inline const cp_item *cp_measure_item(const cp_graph *graph, uint32_t item)
{
	return &graph->annotation->items.at[item];
}

#endif
