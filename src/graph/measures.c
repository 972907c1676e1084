#include "graph/measure.h"

#include "graph/evaluate.h"

/* ---- What the parts share ---- */

double cp_measure_round(double number)
{
	const double places = 1e9;
	return (double)(uint64_t)(number * places + 0.5) / places;
}

bool cp_measure_is_of_another(const cp_graph *graph, uint32_t claim, uint32_t step)
{
	return !cp_claim_is_said_by(
		graph, claim, graph->person_of[graph->steps[step].item]);
}

int cp_measure_order(const cp_measures *measures, uint32_t a, uint32_t b)
{
	const cp_graph *graph = measures->graph;
	uint32_t a_first = measures->claims[a].first, b_first = measures->claims[b].first;
	if (a_first != b_first)
		return a_first < b_first ? -1 : 1;
	int order = cp_str_cmp(cp_claim_id(graph, a), cp_claim_id(graph, b));
	return order ? order : (a > b) - (a < b);
}

uint32_t cp_claim_asserter(const cp_graph *graph, uint32_t claim)
{
	const cp_list *items = &graph->claims[claim].items;
	for (size_t i = 0; i < items->len; i++)
		if (cp_item_is_asserted(cp_measure_item(graph, items->at[i])))
			return graph->person_of[items->at[i]];
	return CP_NONE;
}

uint32_t cp_thousandths(size_t part, size_t whole)
{
	return whole ? (uint32_t)((part * 1000 + whole / 2) / whole) : 0;
}

/* ---- Claims ---- */

/* To count each thing once for each claim: which claim saw it last. */
static bool see(uint32_t *seen, uint32_t index, uint32_t claim)
{
	if (index == CP_NONE || seen[index] == claim + 1)
		return false;
	seen[index] = claim + 1;
	return true;
}

static void count_sayings(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	uint32_t *people = CP_NEW_ARRAY(&measurer->scratch, uint32_t, graph->people_len);
	uint32_t *comments =
		CP_NEW_ARRAY(&measurer->scratch, uint32_t, graph->thread->comments.len);
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		cp_claim_measure *claim = &measurer->out->claims[c];
		const cp_list *items = &graph->claims[c].items;
		claim->first = CP_NONE;
		for (size_t i = 0; i < items->len; i++) {
			const cp_item *item = cp_measure_item(graph, items->at[i]);
			if (item->comment < claim->first)
				claim->first = item->comment;
			if (!cp_item_is_asserted(item))
				continue;
			claim->speakers += see(people, graph->person_of[items->at[i]], c);
			claim->comments += see(comments, item->comment, c);
		}
	}
}

static void count_engagement(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	cp_claim_measure *claims = measurer->out->claims;
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		const cp_step *step = &graph->steps[s];
		const cp_list at = step->kind == CP_UNDERCUTS
			? graph->steps[step->target].premises
			: (cp_list){&step->target, 1};
		for (size_t i = 0; i < at.len; i++)
			claims[at.at[i]].engagement +=
				cp_measure_is_of_another(graph, at.at[i], s);
	}
	for (size_t i = 0; i < graph->annotation->concessions.len; i++) {
		const cp_concession *concession = &graph->annotation->concessions.at[i];
		uint32_t claim = cp_claim_of_node(graph, concession->of);
		if (claim != CP_NONE && graph->claim_of[concession->by - 1] != CP_NONE)
			claims[claim].engagement++;
	}
}

/* ---- Centrality ---- */

struct ranker {
	const cp_graph *graph;
	double *rank, *next;
	uint32_t *out; /* how many steps lead away from each claim */
};

/* One round: each claim hands its rank on along its steps; what leads nowhere, to all. */
static double hand_on(struct ranker *ranker)
{
	static const double damping = 0.85;
	const cp_graph *graph = ranker->graph;
	double count = (double)graph->claims_len, lost = 0, change = 0;
	for (size_t c = 0; c < graph->claims_len; c++)
		lost += ranker->out[c] ? 0 : ranker->rank[c];
	for (size_t c = 0; c < graph->claims_len; c++)
		ranker->next[c] = (1 - damping + damping * lost) / count;
	for (size_t s = 0; s < graph->steps_len; s++) {
		const cp_step *step = &graph->steps[s];
		uint32_t aim = cp_step_aim(graph, step);
		for (size_t p = 0; p < step->premises.len; p++) {
			uint32_t from = step->premises.at[p];
			ranker->next[aim] +=
				damping * ranker->rank[from] / (double)ranker->out[from];
		}
	}
	for (size_t c = 0; c < graph->claims_len; c++) {
		double way = ranker->next[c] - ranker->rank[c];
		change += way < 0 ? -way : way;
		ranker->rank[c] = ranker->next[c];
	}
	return change;
}

static void find_centrality(struct measurer *measurer)
{
	enum { MOST_ROUNDS = 200 };
	static const double rest = 1e-12;
	const cp_graph *graph = measurer->graph;
	size_t count = graph->claims_len;
	struct ranker ranker = {graph, CP_NEW_ARRAY(&measurer->scratch, double, count),
		CP_NEW_ARRAY(&measurer->scratch, double, count),
		CP_NEW_ARRAY(&measurer->scratch, uint32_t, count)};
	for (size_t c = 0; c < count; c++) {
		ranker.rank[c] = 1 / (double)count;
		ranker.out[c] = (uint32_t)graph->claims[c].uses.len;
	}
	for (int round = 0; round < MOST_ROUNDS && hand_on(&ranker) > rest; round++)
		;
	for (size_t c = 0; c < count; c++)
		measurer->out->claims[c].centrality = cp_measure_round(ranker.rank[c]);
}

/* ---- Weighing ---- */

const double cp_measure_uncertainty = 0.1;

static void bound_claims(struct measurer *measurer, const uint8_t *held)
{
	size_t len = measurer->weighted->len;
	cp_strengths bounds = cp_graph_bounds(&measurer->scratch, measurer->graph, held,
		measurer->weighted, CP_QUADRATIC, cp_measure_uncertainty, NULL);
	for (uint32_t c = 0; c < measurer->graph->claims_len; c++)
		if (measurer->out->claims[c].weighed) {
			measurer->out->claims[c].low = cp_measure_round(bounds.of[c]);
			measurer->out->claims[c].high =
				cp_measure_round(bounds.of[len + c]);
		}
}

static void weigh_claims(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	cp_status *statuses;
	const cp_flat *flat = cp_flat_new(measurer->arena, graph, CP_SUPPORT_NONE);
	/* The grounded extension is one, and needs no solver. */
	cp_flat_judge(measurer->arena, flat, CP_GROUNDED, 1, NULL, &statuses);
	measurer->out->statuses = statuses;
	measurer->weighted = cp_graph_weigh(measurer->arena, graph, flat->held);
	measurer->strengths =
		cp_weighted_solve(measurer->arena, measurer->weighted, CP_QUADRATIC);
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		cp_claim_measure *claim = &measurer->out->claims[c];
		claim->status = statuses[c];
		claim->weighed = measurer->strengths.at_rest[c] && flat->held[c];
		claim->strength =
			claim->weighed ? cp_measure_round(measurer->strengths.of[c]) : 0;
	}
	bound_claims(measurer, flat->held);
}

void cp_measure_claims(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	uint32_t *weights = cp_graph_weights(&measurer->scratch, graph);
	const cp_chances *chances = cp_chances_new(&measurer->scratch, graph);
	measurer->out->claims =
		CP_NEW_ARRAY(measurer->arena, cp_claim_measure, graph->claims_len);
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		cp_claim_measure *claim = &measurer->out->claims[c];
		claim->below = weights[c] - 1;
		claim->chance = cp_claim_chance(chances, c);
		claim->answered = cp_claim_is_answered(graph, c);
	}
	count_sayings(measurer);
	count_engagement(measurer);
	find_centrality(measurer);
	weigh_claims(measurer);
}

const cp_measures *cp_measures_new(cp_arena *arena, const cp_graph *graph)
{
	struct measurer measurer = {.arena = arena, .graph = graph};
	measurer.out = CP_NEW(arena, cp_measures);
	measurer.out->graph = graph;
	cp_measure_claims(&measurer);
	cp_measure_answers(&measurer);
	cp_measure_points(&measurer);
	cp_measure_clashes(&measurer);
	cp_measure_text(&measurer);
	cp_measure_people(&measurer);
	cp_arena_clear(&measurer.scratch);
	return measurer.out;
}
