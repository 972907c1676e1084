/* Where the sides clash, and what they share. */
#include "graph/measure.h"

#include "base/real.h"

#include <stdlib.h>

/* ---- Clashes ---- */

enum {
	DEEP = 2,          /* steps below what is disputed */
	MOST_STEPS = 1000, /* looked at below each: so time stays in proportion */
};

struct front {
	uint32_t step;
	bool contra;
};

struct digger {
	struct measurer *measurer;
	CP_ARRAY(struct front) queue;
	uint32_t *step_seen, *comment_seen; /* by which round of digging, from 1 on */
	uint32_t round;
	cp_clash clash;
	uint32_t speaker[2]; /* of the first step for it, and of the first against it … */
	bool others[2];      /* … and has a later one another? */
};

static void meet_comment(struct digger *digger, uint32_t comment)
{
	if (comment == CP_NONE || digger->comment_seen[comment] == digger->round)
		return;
	digger->comment_seen[comment] = digger->round;
	digger->clash.moves++;
}

static void meet_steps(struct digger *digger, cp_list steps, bool contra)
{
	const cp_graph *graph = digger->measurer->graph;
	for (size_t i = 0; i < steps.len && digger->queue.len < MOST_STEPS; i++) {
		const cp_step *step = &graph->steps[steps.at[i]];
		if (digger->step_seen[steps.at[i]] == digger->round)
			continue;
		digger->step_seen[steps.at[i]] = digger->round;
		*cp_push(&digger->measurer->scratch, &digger->queue) = (struct front){
			steps.at[i], contra != (step->kind != CP_SUPPORTS)};
	}
}

static void count_step(struct digger *digger, const struct front *front)
{
	const cp_graph *graph = digger->measurer->graph;
	uint32_t item = graph->steps[front->step].item, person = graph->person_of[item];
	uint32_t *count = front->contra ? &digger->clash.contra : &digger->clash.pro;
	if ((*count)++ == 0)
		digger->speaker[front->contra] = person;
	digger->others[front->contra] |= digger->speaker[front->contra] != person;
	meet_comment(digger, cp_measure_item(graph, item)->comment);
}

/* Goes down from the steps at a claim, or from the undercuts of a step. */
static void dig(struct digger *digger, cp_list steps)
{
	const cp_graph *graph = digger->measurer->graph;
	digger->queue.len = 0;
	digger->others[0] = digger->others[1] = false;
	meet_steps(digger, steps, false);
	size_t head = 0;
	for (int depth = 1; depth <= DEEP; depth++)
		for (size_t end = digger->queue.len; head < end; head++) {
			struct front front = digger->queue.at[head];
			const cp_step *step = &graph->steps[front.step];
			count_step(digger, &front);
			meet_steps(digger, depth < DEEP ? step->undercuts : (cp_list){0},
				front.contra);
			for (size_t p = 0; depth < DEEP && p < step->premises.len; p++)
				meet_steps(digger,
					graph->claims[step->premises.at[p]].reasons,
					front.contra);
		}
}

static void keep_clash(struct digger *digger)
{
	cp_clash *clash = &digger->clash;
	uint32_t fewer = clash->pro < clash->contra ? clash->pro : clash->contra;
	if (!fewer
		|| (!digger->others[0] && !digger->others[1]
			&& digger->speaker[0] == digger->speaker[1]))
		return;
	clash->score = cp_measure_round(
		2.0 * fewer / (clash->pro + clash->contra) * cp_ln(1 + clash->moves));
	*cp_push(digger->measurer->arena, &digger->measurer->out->clashes) = *clash;
}

static void find_clashes(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	struct digger digger = {.measurer = measurer,
		.step_seen = CP_NEW_ARRAY(&measurer->scratch, uint32_t, graph->steps_len),
		.comment_seen = CP_NEW_ARRAY(
			&measurer->scratch, uint32_t, graph->thread->comments.len)};
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		digger.round++;
		digger.clash = (cp_clash){.claim = c, .step = CP_NONE};
		for (size_t i = 0; i < graph->claims[c].items.len; i++)
			meet_comment(&digger,
				cp_measure_item(graph, graph->claims[c].items.at[i])
					->comment);
		dig(&digger, graph->claims[c].reasons);
		keep_clash(&digger);
	}
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		if (!graph->steps[s].undercuts.len)
			continue;
		digger.round++;
		digger.clash = (cp_clash){.claim = CP_NONE, .step = s};
		meet_comment(
			&digger, cp_measure_item(graph, graph->steps[s].item)->comment);
		dig(&digger, graph->steps[s].undercuts);
		keep_clash(&digger);
	}
}

struct ranked {
	const cp_measures *measures;
	cp_clash clash;
};

static int by_score(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	const cp_graph *graph = a->measures->graph;
	if (a->clash.score != b->clash.score)
		return a->clash.score > b->clash.score ? -1 : 1;
	if ((a->clash.step == CP_NONE) != (b->clash.step == CP_NONE))
		return a->clash.step == CP_NONE ? -1 : 1;
	if (a->clash.step == CP_NONE)
		return cp_measure_order(a->measures, a->clash.claim, b->clash.claim);
	int order = cp_str_cmp(
		graph->steps[a->clash.step].id, graph->steps[b->clash.step].id);
	return order ? order : a->clash.step < b->clash.step ? -1 : 1;
}

static void sort_clashes(struct measurer *measurer)
{
	size_t len = measurer->out->clashes.len;
	struct ranked *ranked = CP_NEW_ARRAY(&measurer->scratch, struct ranked, len);
	for (size_t i = 0; i < len; i++)
		ranked[i] = (struct ranked){measurer->out, measurer->out->clashes.at[i]};
	if (len)
		qsort(ranked, len, sizeof *ranked, by_score);
	for (size_t i = 0; i < len; i++)
		measurer->out->clashes.at[i] = ranked[i].clash;
}

/* ---- Shared ground ---- */

static unsigned side_of(const cp_graph *graph, uint32_t person)
{
	cp_stance side = person == CP_NONE ? CP_STANCE_NONE : graph->people[person].side;
	return side == CP_STANCE_PRO || side == CP_STANCE_CONTRA ? side : 0;
}

static void find_ground(struct measurer *measurer, uint32_t claim)
{
	const cp_graph *graph = measurer->graph;
	const cp_claim *it = &graph->claims[claim];
	unsigned asserted = 0;
	for (size_t i = 0; i < it->items.len; i++)
		if (cp_item_is_asserted(cp_measure_item(graph, it->items.at[i])))
			asserted |= side_of(graph, graph->person_of[it->items.at[i]]);
	uint32_t used = CP_NONE;
	for (size_t i = 0; asserted && i < it->uses.len && used == CP_NONE; i++) {
		uint32_t item = graph->steps[it->uses.at[i]].item;
		if (cp_item_is_asserted(cp_measure_item(graph, item))
			&& (asserted | side_of(graph, graph->person_of[item]))
				== CP_STANCE_BOTH)
			used = it->uses.at[i];
	}
	if (asserted == CP_STANCE_BOTH || used != CP_NONE)
		*cp_push(measurer->arena, &measurer->out->grounds) =
			(cp_ground){claim, asserted == CP_STANCE_BOTH ? CP_NONE : used};
}

void cp_measure_clashes(struct measurer *measurer)
{
	find_clashes(measurer);
	sort_clashes(measurer);
	for (uint32_t c = CP_MOTION + 1; c < measurer->graph->claims_len; c++)
		find_ground(measurer, c);
}
