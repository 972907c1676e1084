/* Does the side that the annotator expects of an item agree with its relations? */
#include "graph/graph.h"

enum { MOST_STEPS = 12 }; /* of the way that is told */

static const char *const sides[] = {
	[CP_STANCE_NONE] = "neither side",
	[CP_STANCE_PRO] = "pro",
	[CP_STANCE_CONTRA] = "contra",
	[CP_STANCE_BOTH] = "both pro and contra",
};

/* The first step of a shortest way from a claim to the motion; CP_NONE: there is none. */
static uint32_t next_step(const cp_graph *graph, const cp_claim *claim)
{
	for (size_t i = 0; i < claim->uses.len; i++) {
		const cp_step *step = &graph->steps[claim->uses.at[i]];
		if (graph->claims[cp_step_aim(graph, step)].depth < claim->depth)
			return claim->uses.at[i];
	}
	return CP_NONE;
}

static cp_str id_of(const cp_graph *graph, uint32_t claim)
{
	return claim == CP_MOTION
		? graph->annotation->motion_id
		: graph->annotation->items.at[graph->claims[claim].item].id;
}

/* "a" rebuts "b", "b" supports "motion" */
static void tell_way(cp_buf *out, const cp_graph *graph, uint32_t claim)
{
	for (size_t i = 0; i < MOST_STEPS && claim != CP_MOTION; i++) {
		uint32_t step = next_step(graph, &graph->claims[claim]);
		if (step == CP_NONE)
			return;
		uint32_t aim = cp_step_aim(graph, &graph->steps[step]);
		cp_buf_printf(out, "%s\"%.*s\" %s \"%.*s\"", i ? ", " : "",
			CP_FMT(id_of(graph, claim)),
			cp_relation_names[graph->steps[step].kind],
			CP_FMT(id_of(graph, aim)));
		claim = aim;
	}
	cp_buf_puts(out, claim == CP_MOTION ? "" : ", …");
}

static void report(const cp_graph *graph, uint32_t index, cp_diags *diags)
{
	const cp_item *item = &graph->annotation->items.at[index];
	uint32_t claim = graph->claim_of[index];
	cp_buf way = {0};
	cp_diag *diag = cp_diag_add(diags, CP_STANCE_CONFLICT,
		cp_item_place(diags, graph->annotation, item, "stance"),
		"\"%.*s\" is marked %s, but its relations make it %s", CP_FMT(item->id),
		sides[item->stance], sides[graph->claims[claim].stance]);
	tell_way(&way, graph, claim);
	if (way.len)
		cp_diag_hint(diags, diag, "its way to the motion: %s", way.at);
	cp_buf_clear(&way);
}

void cp_graph_check_stances(const cp_graph *graph, cp_diags *diags)
{
	const cp_annotation *annotation = graph->annotation;
	for (uint32_t i = 0; i < annotation->items.len; i++) {
		cp_stance said = annotation->items.at[i].stance;
		cp_stance computed = graph->claims[graph->claim_of[i]].stance;
		if (said != CP_STANCE_NONE && computed != CP_STANCE_NONE
			&& computed != said)
			report(graph, i, diags);
	}
}
