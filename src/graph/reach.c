#include "graph/reach.h"

/* What a concession grants; CP_NONE: its claim says more, or one of the two is left out. */
static uint32_t granted_by(const cp_graph *graph, const cp_concession *concession)
{
	uint32_t by = cp_claim_of_node(graph, concession->by);
	uint32_t of = cp_claim_of_node(graph, concession->of);
	return by == CP_NONE || by == of || graph->claims[by].uses.len ? CP_NONE : of;
}

static struct cp_lists find_grants(cp_arena *arena, const cp_graph *graph)
{
	const cp_annotation *annotation = graph->annotation;
	struct cp_lists grants = cp_lists_new(arena, graph->claims_len);
	for (size_t i = 0; i < annotation->concessions.len; i++) {
		uint32_t of = granted_by(graph, &annotation->concessions.at[i]);
		if (of != CP_NONE)
			cp_lists_count(&grants, of);
	}
	cp_lists_ready(arena, &grants, graph->claims_len);
	for (size_t i = 0; i < annotation->concessions.len; i++) {
		uint32_t of = granted_by(graph, &annotation->concessions.at[i]);
		if (of != CP_NONE)
			cp_lists_add(&grants, of,
				cp_claim_of_node(
					graph, annotation->concessions.at[i].by));
	}
	return grants;
}

cp_reach cp_reach_new(cp_arena *arena, const cp_graph *graph)
{
	size_t claims = graph->claims_len;
	cp_reach reach = {.graph = graph,
		.most = CP_NONE,
		.queue = CP_NEW_ARRAY(arena, uint32_t, claims),
		.steps = CP_NEW_ARRAY(arena, uint32_t, claims),
		.above = CP_NEW_ARRAY(arena, uint32_t, claims),
		.via = CP_NEW_ARRAY(arena, uint32_t, claims),
		.done = CP_NEW_ARRAY(arena, bool, graph->steps_len),
		.grants = find_grants(arena, graph)};
	for (size_t i = 0; i < claims; i++)
		reach.steps[i] = reach.above[i] = reach.via[i] = CP_NONE;
	return reach;
}

static void reach_claim(cp_reach *reach, uint32_t claim, uint32_t above, uint32_t via)
{
	uint32_t steps = above == CP_NONE ? 0 : reach->steps[above] + 1;
	if (reach->steps[claim] != CP_NONE || steps > reach->most)
		return;
	reach->steps[claim] = steps;
	reach->above[claim] = above;
	reach->via[claim] = via;
	reach->queue[reach->len++] = claim;
}

static void reach_premises(cp_reach *reach, cp_list steps, uint32_t above)
{
	for (size_t i = 0; i < steps.len; i++) {
		cp_list premises = reach->graph->steps[steps.at[i]].premises;
		for (size_t p = 0; p < premises.len; p++)
			reach_claim(reach, premises.at[p], above, steps.at[i]);
	}
}

static void reach_below(cp_reach *reach, uint32_t above)
{
	const cp_claim *claim = &reach->graph->claims[above];
	reach_premises(reach, claim->reasons, above);
	for (size_t i = 0; i < claim->uses.len; i++) {
		uint32_t step = claim->uses.at[i];
		if (!reach->done[step])
			reach_premises(reach, reach->graph->steps[step].undercuts, above);
		reach->done[step] = true;
	}
	cp_list grants = cp_lists_of(&reach->grants, above);
	for (size_t i = 0; i < grants.len; i++)
		reach_claim(reach, grants.at[i], above, CP_NONE);
}

void cp_reach_from(cp_reach *reach, uint32_t start)
{
	size_t head = reach->len;
	reach_claim(reach, start, CP_NONE, CP_NONE);
	for (; head < reach->len; head++)
		if (!reach->closed || !reach->closed[reach->queue[head]])
			reach_below(reach, reach->queue[head]);
}

void cp_reach_all(cp_reach *reach)
{
	const cp_graph *graph = reach->graph;
	cp_reach_from(reach, CP_MOTION);
	for (uint32_t i = 0; i < graph->claims_len; i++)
		if (!graph->claims[i].uses.len)
			cp_reach_from(reach, i);
	for (uint32_t i = 0; i < graph->claims_len; i++)
		cp_reach_from(reach, i);
}
