/* Who has to do with whom, and what each speaker and each side does. */
#include "graph/measure.h"

#include <stdlib.h>

/* ---- Pairs ---- */

struct pairing {
	cp_arena *arena;
	cp_pairs pairs; /* one for each deed, until they are put together */
};

/* A pair with one deed to come. What is nobody's, or one's own, goes into `nothing`. */
static cp_pair *add_pair(
	struct pairing *pairing, uint32_t by, uint32_t to, cp_pair *nothing)
{
	if (by == CP_NONE || to == CP_NONE || by == to)
		return nothing;
	cp_pair *pair = cp_push(pairing->arena, &pairing->pairs.list);
	pair->by = by;
	pair->to = to;
	return pair;
}

static uint32_t find_maker(const cp_graph *graph, uint32_t claim)
{
	uint32_t item = claim == CP_NONE ? CP_NONE : graph->claims[claim].item;
	return item == CP_NONE ? CP_NONE : graph->person_of[item];
}

static void add_steps(struct pairing *pairing, const cp_graph *graph)
{
	cp_pair nothing = {0};
	for (size_t i = 0; i < graph->steps_len; i++) {
		const cp_step *step = &graph->steps[i];
		uint32_t to = step->kind == CP_UNDERCUTS
			? graph->person_of[graph->steps[step->target].item]
			: find_maker(graph, step->target);
		add_pair(pairing, graph->person_of[step->item], to, &nothing)
			->steps[step->kind]++;
	}
}

static void add_concessions(struct pairing *pairing, const cp_graph *graph)
{
	cp_pair nothing = {0};
	const cp_annotation *annotation = graph->annotation;
	for (size_t i = 0; i < annotation->concessions.len; i++) {
		const cp_concession *concession = &annotation->concessions.at[i];
		if (graph->claim_of[concession->by - 1] != CP_NONE)
			add_pair(pairing, graph->person_of[concession->by - 1],
				find_maker(
					graph, cp_claim_of_node(graph, concession->of)),
				&nothing)
				->concessions++;
	}
}

static void add_quotations(struct pairing *pairing, const cp_graph *graph)
{
	cp_pair nothing = {0};
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		const cp_item *item = cp_measure_item(graph, i);
		if (item->kind != CP_QUOTATION || item->quoted_comment == CP_NONE
			|| graph->claim_of[i] == CP_NONE)
			continue;
		cp_pair *pair = add_pair(pairing, graph->person_of[i],
			graph->author_of[item->quoted_comment], &nothing);
		pair->endorsed += item->attitude == CP_ENDORSED;
		pair->opposed += item->attitude == CP_OPPOSED;
		pair->quoted +=
			item->attitude != CP_ENDORSED && item->attitude != CP_OPPOSED;
	}
}

static void add_replies(struct pairing *pairing, const cp_graph *graph)
{
	cp_pair nothing = {0};
	for (uint32_t c = 0; c < graph->thread->comments.len; c++) {
		uint32_t to = graph->thread->comments.at[c].reply;
		if (to != CP_NONE)
			add_pair(pairing, graph->author_of[c], graph->author_of[to],
				&nothing)
				->replies++;
	}
}

static int by_ends(const void *left, const void *right)
{
	const cp_pair *a = left, *b = right;
	if (a->by != b->by)
		return a->by < b->by ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

static void add_up(cp_pair *sum, const cp_pair *pair)
{
	for (size_t kind = 0; kind < 3; kind++)
		sum->steps[kind] += pair->steps[kind];
	sum->concessions += pair->concessions;
	sum->endorsed += pair->endorsed;
	sum->opposed += pair->opposed;
	sum->quoted += pair->quoted;
	sum->replies += pair->replies;
}

cp_pairs cp_graph_pairs(cp_arena *arena, const cp_graph *graph)
{
	struct pairing pairing = {.arena = arena};
	add_steps(&pairing, graph);
	add_concessions(&pairing, graph);
	add_quotations(&pairing, graph);
	add_replies(&pairing, graph);
	cp_pair *list = pairing.pairs.list.at;
	size_t kept = 0;
	if (pairing.pairs.list.len)
		qsort(list, pairing.pairs.list.len, sizeof *list, by_ends);
	for (size_t i = 0; i < pairing.pairs.list.len; i++)
		if (kept && by_ends(&list[kept - 1], &list[i]) == 0)
			add_up(&list[kept - 1], &list[i]);
		else
			list[kept++] = list[i];
	pairing.pairs.list.len = kept;
	return pairing.pairs;
}

/* ---- Past each other ---- */

static const cp_pair *find_pair(const cp_measures *measures, uint32_t by, uint32_t to)
{
	cp_pair wanted = {.by = by, .to = to};
	return bsearch(&wanted, measures->pairs.list.at, measures->pairs.list.len,
		sizeof wanted, by_ends);
}

static bool has_relation(const cp_pair *pair)
{
	return pair->steps[CP_SUPPORTS] || pair->steps[CP_REBUTS]
		|| pair->steps[CP_UNDERCUTS] || pair->concessions || pair->endorsed
		|| pair->opposed || pair->quoted;
}

/* Who says the same has to do with one another, too. Pairs (a, b), a < b. */
static bool say_the_same(const cp_graph *graph, uint32_t a, uint32_t b)
{
	const cp_list *items = &graph->people[a].items;
	for (size_t i = 0; i < items->len; i++)
		if (cp_claim_is_said_by(graph, graph->claim_of[items->at[i]], b))
			return true;
	return false;
}

static void find_talk_past(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	cp_measures *out = measurer->out;
	for (size_t i = 0; i < out->pairs.list.len; i++) {
		const cp_pair *there = &out->pairs.list.at[i];
		if (there->by > there->to || !there->replies || has_relation(there)
			|| !graph->people[there->by].items.len
			|| !graph->people[there->to].items.len)
			continue;
		const cp_pair *back = find_pair(out, there->to, there->by);
		if (back && back->replies && !has_relation(back)
			&& !say_the_same(graph, there->by, there->to))
			*cp_push(measurer->arena, &out->talk_past) = (cp_talk_past){
				there->by, there->to, there->replies + back->replies};
	}
}

/* ---- Speakers ---- */

static void count_comments(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	for (uint32_t p = 0; p < graph->people_len; p++) {
		cp_speaker_measure *speaker = &measurer->out->speakers[p];
		const cp_list *comments = &graph->people[p].comments;
		speaker->comments = (uint32_t)comments->len;
		speaker->items = (uint32_t)graph->people[p].items.len;
		speaker->first = comments->len ? comments->at[0] : CP_NONE;
		speaker->last = comments->len ? comments->at[comments->len - 1] : CP_NONE;
		for (size_t i = 0; i < comments->len; i++)
			speaker->words += measurer->out->comments[comments->at[i]].words;
	}
}

/* Each claim counts once for whoever asserts it. */
static void count_claims(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	uint32_t *seen = CP_NEW_ARRAY(&measurer->scratch, uint32_t, graph->people_len);
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++)
		for (size_t i = 0; i < graph->claims[c].items.len; i++) {
			uint32_t item = graph->claims[c].items.at[i];
			uint32_t person = graph->person_of[item];
			if (person == CP_NONE || seen[person] == c
				|| !cp_item_is_asserted(cp_measure_item(graph, item)))
				continue;
			seen[person] = c;
			measurer->out->speakers[person].claims++;
			measurer->out->speakers[person].open +=
				measurer->out->claims[c].open;
		}
}

static void count_steps(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	cp_speaker_measure *speakers = measurer->out->speakers;
	for (size_t i = 0; i < graph->steps_len; i++) {
		const cp_step *step = &graph->steps[i];
		uint32_t by = graph->person_of[step->item];
		uint32_t to = step->kind == CP_UNDERCUTS
			? graph->person_of[graph->steps[step->target].item]
			: find_maker(graph, step->target);
		if (by != CP_NONE)
			(*(step->kind == CP_SUPPORTS ? &speakers[by].supports
						     : &speakers[by].attacks))++;
		if (step->kind == CP_SUPPORTS || to == CP_NONE || to == by)
			continue;
		speakers[to].attacked++;
		speakers[to].pending +=
			!measurer->out->claims[step->premises.at[0]].answered;
	}
}

static void count_grants(struct measurer *measurer)
{
	const cp_measures *out = measurer->out;
	for (size_t i = 0; i < out->grants.len; i++) {
		const cp_grant *grant = &out->grants.at[i];
		uint32_t by = measurer->graph->person_of[grant->item];
		if (grant->kind == CP_GRANT_DISSENT)
			continue;
		if (by != CP_NONE)
			out->speakers[by].grants++;
		if (grant->to != CP_NONE)
			out->speakers[grant->to].granted++;
	}
}

/* ---- Sides ---- */

static void count_sides(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	cp_measures *out = measurer->out;
	for (uint32_t p = 0; p < graph->people_len; p++) {
		cp_side_measure *side = &out->sides[graph->people[p].side];
		side->speakers++;
		side->comments += out->speakers[p].comments;
		side->words += out->speakers[p].words;
		side->attacks += out->speakers[p].attacks;
	}
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		cp_side_measure *side = &out->sides[graph->claims[c].stance];
		side->claims += out->claims[c].speakers > 0;
		side->open += out->claims[c].open;
	}
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
		out->sides[side].points = (uint32_t)out->points[side].list.len;
}

void cp_measure_people(struct measurer *measurer)
{
	cp_measures *out = measurer->out;
	out->pairs = cp_graph_pairs(measurer->arena, measurer->graph);
	find_talk_past(measurer);
	out->speakers = CP_NEW_ARRAY(
		measurer->arena, cp_speaker_measure, measurer->graph->people_len);
	count_comments(measurer);
	count_claims(measurer);
	count_steps(measurer);
	count_grants(measurer);
	count_sides(measurer);
}
