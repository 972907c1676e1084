/* What is granted, what was not answered, and who has to give reasons. */
#include "graph/measure.h"

/* ---- Granted ---- */

/* Somebody else who asserts the claim; CP_NONE: nobody does, or nobody knows who. */
static uint32_t find_other(const cp_graph *graph, uint32_t claim, uint32_t person)
{
	const cp_list *items = &graph->claims[claim].items;
	for (size_t i = 0; i < items->len; i++) {
		uint32_t other = graph->person_of[items->at[i]];
		if (other != person && other != CP_NONE
			&& cp_item_is_asserted(cp_measure_item(graph, items->at[i])))
			return other;
	}
	return CP_NONE;
}

static void add_grant(
	struct measurer *measurer, cp_grant_kind kind, uint32_t item, uint32_t claim)
{
	const cp_graph *graph = measurer->graph;
	if (graph->claim_of[item] == CP_NONE || claim == CP_NONE)
		return;
	*cp_push(measurer->arena, &measurer->out->grants) = (cp_grant){
		kind, item, claim, find_other(graph, claim, graph->person_of[item])};
}

static bool is_dissent(const cp_graph *graph, const cp_step *step)
{
	const cp_person *person = cp_graph_person(graph, step->item);
	uint32_t aim = cp_step_aim(graph, step);
	return step->kind != CP_SUPPORTS && person && aim != CP_MOTION
		&& (person->side == CP_STANCE_PRO || person->side == CP_STANCE_CONTRA)
		&& graph->claims[aim].stance == person->side
		&& cp_item_is_asserted(cp_measure_item(graph, step->item));
}

static void find_grants(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	const cp_annotation *annotation = graph->annotation;
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (annotation->items.at[i].attitude == CP_CONCEDED)
			add_grant(measurer, CP_GRANT_ITEM, i, graph->claim_of[i]);
	for (size_t i = 0; i < annotation->concessions.len; i++)
		add_grant(measurer, CP_GRANT_RELATION,
			annotation->concessions.at[i].by - 1,
			cp_claim_of_node(graph, annotation->concessions.at[i].of));
	for (size_t i = 0; i < graph->steps_len; i++)
		if (is_dissent(graph, &graph->steps[i]))
			add_grant(measurer, CP_GRANT_DISSENT, graph->steps[i].item,
				cp_step_aim(graph, &graph->steps[i]));
}

/* ---- Not answered ---- */

/* An attack, or a reason for or against the motion itself. */
static bool calls_for_answer(const cp_graph *graph, uint32_t claim)
{
	const cp_claim *it = &graph->claims[claim];
	const cp_item *item = cp_measure_item(graph, it->item);
	if ((it->stance != CP_STANCE_PRO && it->stance != CP_STANCE_CONTRA)
		|| item->implicit || !cp_item_is_asserted(item)
		|| cp_claim_is_dissent(graph, claim))
		return false;
	for (size_t i = 0; i < it->uses.len; i++) {
		const cp_step *step = &graph->steps[it->uses.at[i]];
		if (step->kind != CP_SUPPORTS || step->target == CP_MOTION)
			return true;
	}
	return false;
}

static void find_open(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	cp_measures *out = measurer->out;
	bool *granted = CP_NEW_ARRAY(&measurer->scratch, bool, graph->claims_len);
	for (size_t i = 0; i < out->grants.len; i++)
		if (out->grants.at[i].kind == CP_GRANT_RELATION)
			granted[out->grants.at[i].claim] = true;
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		out->claims[c].open = !out->claims[c].answered && !granted[c]
			&& calls_for_answer(graph, c);
		if (out->claims[c].open)
			*cp_push(measurer->arena, &out->unanswered) =
				(cp_open_point){c, out->claims[c].chance};
	}
}

/* ---- Questions ---- */

static bool is_taken_up(const cp_graph *graph, uint32_t claim)
{
	const cp_list *reasons = &graph->claims[claim].reasons;
	for (size_t i = 0; i < reasons->len; i++)
		if (cp_measure_is_of_another(graph, claim, reasons->at[i]))
			return true;
	return false;
}

static uint32_t *count_replies(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	uint32_t count = (uint32_t)graph->thread->comments.len;
	uint32_t *replies = CP_NEW_ARRAY(&measurer->scratch, uint32_t, count);
	for (uint32_t c = 0; c < count; c++) {
		uint32_t to = graph->thread->comments.at[c].reply;
		if (to != CP_NONE && graph->author_of[c] != CP_NONE
			&& graph->author_of[c] != graph->author_of[to])
			replies[to]++;
	}
	return replies;
}

/* A question with a gist says something. */
static void find_questions(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	const uint32_t *replies = count_replies(measurer);
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		const cp_item *item = cp_measure_item(graph, i);
		if (item->attitude != CP_QUESTION || item->gist.len
			|| graph->claim_of[i] == CP_NONE
			|| measurer->out->claims[graph->claim_of[i]].answered
			|| is_taken_up(graph, graph->claim_of[i]))
			continue;
		*cp_push(measurer->arena, &measurer->out->questions) = (cp_open_question){
			i, item->comment == CP_NONE ? 0 : replies[item->comment]};
	}
}

/* ---- Burden of proof ---- */

static uint32_t comment_of_step(const cp_graph *graph, uint32_t step)
{
	return cp_measure_item(graph, graph->steps[step].item)->comment;
}

/* The first attack of somebody else that is asserted. */
static uint32_t find_attack(struct measurer *measurer, uint32_t claim)
{
	const cp_graph *graph = measurer->graph;
	cp_answers answers = cp_claim_answers(&measurer->scratch, graph, claim);
	uint32_t first = CP_NONE;
	for (size_t i = 0; i < answers.steps.len; i++) {
		uint32_t step = answers.steps.at[i];
		if (cp_item_is_asserted(cp_measure_item(graph, graph->steps[step].item))
			&& cp_measure_is_of_another(graph, claim, step)
			&& (first == CP_NONE
				|| comment_of_step(graph, step)
					< comment_of_step(graph, first)))
			first = step;
	}
	return first;
}

static cp_status status_of_step(const struct measurer *measurer, uint32_t step)
{
	return measurer->out->statuses[measurer->graph->claims_len + step];
}

/* Whoever is on the same side may help. */
static bool is_by_the_side(
	const cp_graph *graph, uint32_t claim, uint32_t asserter, uint32_t step)
{
	uint32_t person = graph->person_of[graph->steps[step].item];
	if (person == CP_NONE)
		return false;
	cp_stance side = graph->people[person].side;
	return person == asserter || cp_claim_is_said_by(graph, claim, person)
		|| ((side == CP_STANCE_PRO || side == CP_STANCE_CONTRA)
			&& side == graph->claims[claim].stance);
}

/* A support in a comment after the attack's. */
static uint32_t find_support(const struct measurer *measurer, uint32_t claim,
	uint32_t asserter, uint32_t after)
{
	const cp_graph *graph = measurer->graph;
	const cp_list *reasons = &graph->claims[claim].reasons;
	for (size_t i = 0; i < reasons->len; i++) {
		uint32_t step = reasons->at[i], comment = comment_of_step(graph, step);
		if (graph->steps[step].kind == CP_SUPPORTS && comment != CP_NONE
			&& (after == CP_NONE || comment > after)
			&& status_of_step(measurer, step) == CP_STATUS_STANDS
			&& is_by_the_side(graph, claim, asserter, step))
			return step;
	}
	return CP_NONE;
}

static void find_burdens(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		if (!measurer->out->claims[c].speakers)
			continue;
		uint32_t attack = find_attack(measurer, c);
		if (attack == CP_NONE)
			continue;
		cp_burden burden = {.claim = c,
			.attack = attack,
			.person = cp_claim_asserter(graph, c)};
		burden.support = find_support(
			measurer, c, burden.person, comment_of_step(graph, attack));
		burden.discharged = burden.support != CP_NONE
			|| status_of_step(measurer, attack) == CP_STATUS_DEFEATED;
		*cp_push(measurer->arena, &measurer->out->burdens) = burden;
	}
}

void cp_measure_answers(struct measurer *measurer)
{
	find_grants(measurer);
	find_open(measurer);
	find_questions(measurer);
	find_burdens(measurer);
}
