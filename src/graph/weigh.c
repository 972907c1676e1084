#include "graph/weigh.h"

#include "graph/flatten.h"

#include <math.h>

static const double half_way = 0.5, in_full = 1;

static double between_0_and_1(double number)
{
	return number < 0 ? 0 : number > 1 ? 1 : number;
}

/* The largest that is given; NAN where none is. */
static double confidence_of(const cp_graph *graph, uint32_t index)
{
	const cp_claim *claim = &graph->claims[index];
	double most = NAN;
	for (size_t i = 0; i < claim->items.len; i++) {
		const cp_item *item = &graph->annotation->items.at[claim->items.at[i]];
		/* Nothing compares with NAN. */
		if (cp_item_is_held(item) && !isnan(item->confidence)
			&& !(item->confidence <= most))
			most = item->confidence;
	}
	return most;
}

bool cp_claim_has_confidence(const cp_graph *graph, uint32_t claim)
{
	return !isnan(confidence_of(graph, claim));
}

static double initial_of_claim(const cp_graph *graph, uint32_t index)
{
	double most = index == CP_MOTION ? NAN : confidence_of(graph, index);
	return isnan(most) ? half_way : between_0_and_1(most);
}

static double initial_of_step(const cp_step *step)
{
	return isnan(step->said->strength) ? in_full
					   : between_0_and_1(step->said->strength);
}

struct weigher {
	cp_arena *arena;
	const uint8_t *assumed; /* or NULL */
	double *initial;
	CP_ARRAY(cp_link) links;
};

static bool is_assumed(const struct weigher *weigher, uint32_t argument)
{
	return weigher->assumed && weigher->assumed[argument] != CP_ASSUMED_NOTHING;
}

static void link_to(struct weigher *weigher, cp_link_kind kind, uint32_t of, uint32_t by)
{
	if (!is_assumed(weigher, of))
		*cp_push(weigher->arena, &weigher->links) = (cp_link){kind, of, by};
}

static void link_step(struct weigher *weigher, const cp_graph *graph, uint32_t index,
	const uint8_t *held)
{
	const cp_step *step = &graph->steps[index];
	uint32_t claims = (uint32_t)graph->claims_len, own = claims + index;
	uint32_t target = step->target + (step->kind == CP_UNDERCUTS ? claims : 0);
	for (size_t p = 0; p < step->premises.len; p++)
		link_to(weigher, CP_PREMISE, own, step->premises.at[p]);
	if (held[target])
		link_to(weigher,
			step->kind == CP_SUPPORTS ? CP_SUPPORTED_BY : CP_ATTACKED_BY,
			target, own);
}

const cp_weighted *cp_graph_weigh(
	cp_arena *arena, const cp_graph *graph, const uint8_t *held)
{
	return cp_graph_weigh_assuming(arena, graph, held, NULL);
}

const cp_weighted *cp_graph_weigh_assuming(cp_arena *arena, const cp_graph *graph,
	const uint8_t *held, const uint8_t *assumed)
{
	uint32_t claims = (uint32_t)graph->claims_len;
	size_t len = graph->claims_len + graph->steps_len;
	struct weigher weigher = {
		.arena = arena,
		.assumed = assumed,
		.initial = CP_NEW_ARRAY(arena, double, len),
	};
	for (uint32_t i = 0; i < len; i++)
		weigher.initial[i] = is_assumed(&weigher, i) ? assumed[i] == CP_ASSUMED_IN
			: !held[i]                           ? 0
			: i < claims                         ? initial_of_claim(graph, i)
				     : initial_of_step(&graph->steps[i - claims]);
	for (uint32_t s = 0; s < graph->steps_len; s++)
		if (held[claims + s])
			link_step(&weigher, graph, s, held);
	return cp_weighted_new(
		arena, len, weigher.initial, weigher.links.at, weigher.links.len);
}

cp_strengths cp_graph_bounds(cp_arena *arena, const cp_graph *graph, const uint8_t *held,
	const cp_weighted *weighted, cp_strength strength, double by, const double *off)
{
	double *low = CP_NEW_ARRAY(arena, double, weighted->len);
	double *high = CP_NEW_ARRAY(arena, double, weighted->len);
	for (size_t i = 0; i < weighted->len; i++) {
		double own = off && i < graph->claims_len && off[i] > 0 ? off[i] : by;
		own = held[i] && i != CP_MOTION ? own : 0;
		low[i] = between_0_and_1(weighted->initial[i] - own);
		high[i] = between_0_and_1(weighted->initial[i] + own);
	}
	return cp_weighted_bounds(arena, weighted, strength, low, high);
}
