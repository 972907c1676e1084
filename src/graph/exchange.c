#include "graph/exchange.h"

#include <stdlib.h>

static const cp_item *item_of(const cp_graph *graph, uint32_t item)
{
	return &graph->annotation->items.at[item];
}

static int by_number(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return (a > b) - (a < b);
}

cp_answers cp_claim_answers(cp_arena *arena, const cp_graph *graph, uint32_t claim)
{
	cp_answers answers = {0};
	const cp_claim *it = &graph->claims[claim];
	for (size_t i = 0; i < it->reasons.len; i++)
		if (graph->steps[it->reasons.at[i]].kind == CP_REBUTS)
			*cp_push(arena, &answers.steps) = it->reasons.at[i];
	for (size_t i = 0; i < it->uses.len; i++) {
		const cp_list *undercuts = &graph->steps[it->uses.at[i]].undercuts;
		for (size_t u = 0; u < undercuts->len; u++)
			*cp_push(arena, &answers.steps) = undercuts->at[u];
	}
	if (answers.steps.len)
		qsort(answers.steps.at, answers.steps.len, sizeof *answers.steps.at,
			by_number);
	return answers;
}

bool cp_claim_is_said_by(const cp_graph *graph, uint32_t claim, uint32_t person)
{
	const cp_claim *it = &graph->claims[claim];
	for (size_t i = 0; i < it->items.len; i++)
		if (graph->person_of[it->items.at[i]] == person
			&& item_of(graph, it->items.at[i])->kind != CP_QUOTATION)
			return true;
	return false;
}

static bool is_of_another(const cp_graph *graph, uint32_t claim, uint32_t step)
{
	return !cp_claim_is_said_by(
		graph, claim, graph->person_of[graph->steps[step].item]);
}

static bool has_answer(const cp_graph *graph, uint32_t claim)
{
	const cp_claim *it = &graph->claims[claim];
	for (size_t i = 0; i < it->reasons.len; i++)
		if (graph->steps[it->reasons.at[i]].kind == CP_REBUTS
			&& is_of_another(graph, claim, it->reasons.at[i]))
			return true;
	for (size_t i = 0; i < it->uses.len; i++) {
		const cp_list *undercuts = &graph->steps[it->uses.at[i]].undercuts;
		for (size_t u = 0; u < undercuts->len; u++)
			if (is_of_another(graph, claim, undercuts->at[u]))
				return true;
	}
	return false;
}

/* Of linked premises that bear on something together, an answer to one is an answer to all. */
static bool has_answered_partner(const cp_graph *graph, uint32_t claim)
{
	const cp_list *uses = &graph->claims[claim].uses;
	for (size_t i = 0; i < uses->len; i++) {
		const cp_list *premises = &graph->steps[uses->at[i]].premises;
		for (size_t p = 0; p < premises->len; p++)
			if (premises->at[p] != claim
				&& has_answer(graph, premises->at[p]))
				return true;
	}
	return false;
}

bool cp_claim_is_answered(const cp_graph *graph, uint32_t claim)
{
	if (has_answer(graph, claim) || has_answered_partner(graph, claim))
		return true;
	const cp_list *reasons = &graph->claims[claim].reasons;
	for (size_t i = 0; i < reasons->len; i++) {
		const cp_step *step = &graph->steps[reasons->at[i]];
		for (size_t u = 0; u < step->undercuts.len; u++)
			if (is_of_another(graph, claim, step->undercuts.at[u]))
				return true;
		for (size_t p = 0; step->kind == CP_SUPPORTS && p < step->premises.len;
			p++)
			if (has_answer(graph, step->premises.at[p]))
				return true;
	}
	return false;
}

/* ---- Chances ---- */

enum { SIDES = CP_STANCE_BOTH + 1 };

struct cp_chances {
	const cp_graph *graph;
	uint32_t *branch; /* of each comment: its first */
	uint32_t (
		*last)[SIDES]; /* by that: after the last comment of each side; 0: none */
	uint32_t last_of_all[SIDES];
};

static bool is_article(const cp_thread *thread, uint32_t comment)
{
	return cp_str_is(thread->comments.at[comment].id, "op");
}

/* A reply to what stands further down, which no page has, begins a branch. */
static uint32_t *find_branches(cp_arena *arena, const cp_thread *thread)
{
	uint32_t count = (uint32_t)thread->comments.len;
	uint32_t *branch = CP_NEW_ARRAY(arena, uint32_t, count);
	bool flat = true;
	for (uint32_t c = 0; c < count; c++) {
		uint32_t to = thread->comments.at[c].reply;
		bool reply = to != CP_NONE && to < c && !is_article(thread, to);
		branch[c] = reply ? branch[to] : c;
		flat &= !reply;
	}
	for (uint32_t c = 0; flat && c < count; c++)
		branch[c] = 0;
	return branch;
}

const cp_chances *cp_chances_new(cp_arena *arena, const cp_graph *graph)
{
	cp_chances *chances = CP_NEW(arena, cp_chances);
	uint32_t count = (uint32_t)graph->thread->comments.len;
	chances->graph = graph;
	chances->branch = find_branches(arena, graph->thread);
	chances->last = cp_alloc_array(arena, count, sizeof *chances->last);
	for (uint32_t c = 0; c < count; c++)
		if (graph->author_of[c] != CP_NONE) {
			cp_stance side = graph->people[graph->author_of[c]].side;
			chances->last[chances->branch[c]][side] = c + 1;
			chances->last_of_all[side] = c + 1;
		}
	return chances;
}

cp_chance cp_claim_chance(const cp_chances *chances, uint32_t claim)
{
	const cp_graph *graph = chances->graph;
	const cp_claim *it = &graph->claims[claim];
	cp_stance other = cp_stance_opposite(it->stance);
	uint32_t in = it->item == CP_NONE ? 0 : item_of(graph, it->item)->comment;
	uint32_t after = in == CP_NONE ? 0 : in + 1;
	if (chances->last_of_all[other] <= after)
		return CP_CHANCE_NONE;
	/* What the article says is there for all branches. */
	if (in == CP_NONE || is_article(graph->thread, in)
		|| chances->last[chances->branch[in]][other] > after)
		return CP_CHANCE_BRANCH;
	return CP_CHANCE_DEBATE;
}

bool cp_claim_is_dissent(const cp_graph *graph, uint32_t claim)
{
	const cp_claim *it = &graph->claims[claim];
	const cp_person *person =
		it->item == CP_NONE ? NULL : cp_graph_person(graph, it->item);
	return person && (it->stance == CP_STANCE_PRO || it->stance == CP_STANCE_CONTRA)
		&& person->side == cp_stance_opposite(it->stance);
}

/* ---- Below a claim ---- */

/* Claims are reached from the motion outwards; the deepest are counted first. */
static uint32_t *deepest_first(cp_arena *arena, const cp_graph *graph)
{
	size_t count = graph->claims_len, deepest = 0;
	uint32_t *order = CP_NEW_ARRAY(arena, uint32_t, count);
	for (size_t c = 0; c < count; c++)
		if (graph->claims[c].depth != CP_NONE && graph->claims[c].depth > deepest)
			deepest = graph->claims[c].depth;
	uint32_t *next = CP_NEW_ARRAY(arena, uint32_t, deepest + 2);
	for (size_t c = 0; c < count; c++)
		if (graph->claims[c].depth != CP_NONE)
			next[deepest - graph->claims[c].depth + 1]++;
		else
			next[0]++;
	for (size_t d = deepest + 1, sum = count; d != SIZE_MAX; d--) {
		sum -= next[d];
		next[d] = (uint32_t)sum;
	}
	for (uint32_t c = 0; c < count; c++)
		order[next[graph->claims[c].depth == CP_NONE
				? 0
				: deepest - graph->claims[c].depth + 1]++] = c;
	return order;
}

/* The step by which a claim is read under another one: the first that aims at something
 * nearer to the motion; CP_NONE if there is none. */
static uint32_t step_to_parent(const cp_graph *graph, uint32_t claim)
{
	const cp_list *uses = &graph->claims[claim].uses;
	for (size_t i = 0; i < uses->len; i++) {
		uint32_t aim = cp_step_aim(graph, &graph->steps[uses->at[i]]);
		if (graph->claims[aim].depth < graph->claims[claim].depth)
			return uses->at[i];
	}
	return CP_NONE;
}

uint32_t *cp_graph_weights(cp_arena *arena, const cp_graph *graph)
{
	uint32_t *weights = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len);
	uint32_t *order = deepest_first(arena, graph);
	for (size_t i = 0; i < graph->claims_len; i++) {
		uint32_t step = step_to_parent(graph, order[i]);
		weights[order[i]]++;
		if (step != CP_NONE)
			weights[cp_step_aim(graph, &graph->steps[step])] +=
				weights[order[i]];
	}
	return weights;
}

/* ---- Exchanges ---- */

struct chain {
	uint32_t answers; /* along the longest chain below */
	uint32_t all;     /* in everything below */
	cp_move next;     /* of the longest chain; claim CP_NONE: it ends here */
};

struct finder {
	cp_arena *arena;
	const cp_graph *graph;
	struct chain *chains; /* of each claim */
};

static void see(struct finder *finder, uint32_t claim, uint32_t step, bool answer)
{
	const cp_graph *graph = finder->graph;
	uint32_t premise = graph->steps[step].premises.at[0];
	struct chain *chain = &finder->chains[claim], *below = &finder->chains[premise];
	/* Only away from the motion, so that circles end. */
	if (graph->claims[premise].depth == CP_NONE
		|| graph->claims[premise].depth <= graph->claims[claim].depth)
		return;
	/* A reason is worth telling only for the sake of what was answered to it. */
	if (below->answers + answer > chain->answers) {
		chain->answers = below->answers + answer;
		chain->next = (cp_move){premise, step};
	}
}

static void find_chain(struct finder *finder, uint32_t claim)
{
	const cp_graph *graph = finder->graph;
	finder->chains[claim].next = (cp_move){CP_NONE, CP_NONE};
	cp_answers answers = cp_claim_answers(finder->arena, graph, claim);
	for (size_t i = 0; i < answers.steps.len; i++)
		see(finder, claim, answers.steps.at[i], true);
	const cp_list *reasons = &graph->claims[claim].reasons;
	for (size_t i = 0; i < reasons->len; i++)
		if (graph->steps[reasons->at[i]].kind == CP_SUPPORTS)
			see(finder, claim, reasons->at[i], false);
}

/* An exchange begins with a claim that was answered itself and is no answer. */
static bool begins_exchange(struct finder *finder, uint32_t claim)
{
	const cp_graph *graph = finder->graph;
	const cp_claim *it = &graph->claims[claim];
	if (claim == CP_MOTION || !has_answer(graph, claim))
		return false;
	for (size_t i = 0; i < it->uses.len; i++) {
		const cp_step *step = &graph->steps[it->uses.at[i]];
		uint32_t aim = cp_step_aim(graph, step);
		/* Of two that attack each other, the nearer to the motion comes first. */
		if (step->kind != CP_SUPPORTS && aim != CP_MOTION
			&& graph->claims[aim].depth < it->depth)
			return false;
	}
	return finder->chains[claim].answers > 0;
}

/* Each answer is counted where it is read, so once: a claim may have many ways up. */
static void count_answers(struct finder *finder, uint32_t claim)
{
	const cp_graph *graph = finder->graph;
	uint32_t step = step_to_parent(graph, claim);
	if (step == CP_NONE)
		return;
	const cp_step *it = &graph->steps[step];
	finder->chains[cp_step_aim(graph, it)].all += finder->chains[claim].all
		+ (it->kind != CP_SUPPORTS && it->premises.at[0] == claim);
}

static cp_exchange follow(struct finder *finder, uint32_t claim)
{
	cp_exchange exchange = {.answers = finder->chains[claim].answers,
		.all_answers = finder->chains[claim].all};
	*cp_push(finder->arena, &exchange.moves) = (cp_move){claim, CP_NONE};
	for (cp_move next = finder->chains[claim].next; next.claim != CP_NONE;
		next = finder->chains[next.claim].next)
		*cp_push(finder->arena, &exchange.moves) = next;
	return exchange;
}

/* Heads of exchanges, before they are followed. */
struct head {
	uint32_t claim;
	uint32_t all;
};

static int by_answers(const void *left, const void *right)
{
	const struct head *a = left, *b = right;
	if (a->all != b->all)
		return a->all > b->all ? -1 : 1;
	return a->claim < b->claim ? -1 : 1;
}

cp_exchanges cp_graph_exchanges(cp_arena *arena, const cp_graph *graph, size_t most)
{
	struct finder finder = {.arena = arena, .graph = graph};
	finder.chains = CP_NEW_ARRAY(arena, struct chain, graph->claims_len);
	uint32_t *order = deepest_first(arena, graph);
	for (size_t i = 0; i < graph->claims_len; i++) {
		find_chain(&finder, order[i]);
		count_answers(&finder, order[i]);
	}
	CP_ARRAY(struct head) heads = {0};
	for (uint32_t c = 0; c < graph->claims_len; c++)
		if (begins_exchange(&finder, c))
			*cp_push(arena, &heads) = (struct head){c, finder.chains[c].all};
	if (heads.len)
		qsort(heads.at, heads.len, sizeof *heads.at, by_answers);
	cp_exchanges exchanges = {0};
	for (size_t i = 0; i < heads.len && i < most; i++)
		*cp_push(arena, &exchanges.list) = follow(&finder, heads.at[i].claim);
	return exchanges;
}
