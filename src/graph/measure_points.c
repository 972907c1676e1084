/* The key points of each side. */
#include "graph/measure.h"

#include <stdlib.h>

enum {
	NEAR = 2, /* steps from the motion */
	SPEAKERS = 0,
	CENTRALITY,
	INFLUENCE,
	ENGAGEMENT,
};

const double cp_point_weights[CP_POINT_PARTS] = {
	[SPEAKERS] = 0.35,
	[CENTRALITY] = 0.25,
	[INFLUENCE] = 0.25,
	[ENGAGEMENT] = 0.15,
};

/* ---- Which claims ---- */

/* A point stands by itself: it is a reason for or against the motion, or attacks something
 * of the other side. */
static bool is_point(const cp_graph *graph, uint32_t claim, cp_stance side)
{
	const cp_claim *it = &graph->claims[claim];
	if (claim == CP_MOTION || it->stance != side || it->depth == CP_NONE)
		return false;
	const cp_item *item = cp_measure_item(graph, it->item);
	if (item->implicit || !cp_item_is_asserted(item)
		|| cp_claim_is_dissent(graph, claim))
		return false;
	for (size_t i = 0; i < it->uses.len; i++) {
		const cp_step *step = &graph->steps[it->uses.at[i]];
		/* Linked premises are one point: that of the item that takes the step. */
		if (step->premises.at[0] == claim
			&& (cp_step_aim(graph, step) == CP_MOTION
				|| step->kind != CP_SUPPORTS))
			return true;
	}
	return false;
}

static uint32_t find_reach(const cp_graph *graph, cp_stance side)
{
	uint32_t nearest = CP_NONE;
	for (uint32_t c = 0; c < graph->claims_len; c++)
		if (graph->claims[c].depth < nearest && is_point(graph, c, side))
			nearest = graph->claims[c].depth;
	return nearest == CP_NONE || nearest < NEAR ? NEAR : nearest;
}

/* ---- Influence ---- */

/* The rule of cp_strength's quadratic energy. */
static double move(double initial, double energy)
{
	double square = energy * energy, share = square / (1 + square);
	return energy < 0 ? initial - initial * share : initial + (1 - initial) * share;
}

static double energy_of(const struct measurer *measurer, uint32_t argument)
{
	static const cp_link_kind kinds[] = {CP_SUPPORTED_BY, CP_ATTACKED_BY};
	double energy = 0;
	for (size_t k = 0; k < 2; k++) {
		cp_list by = cp_lists_of(&measurer->weighted->links[kinds[k]], argument);
		for (size_t i = 0; i < by.len; i++)
			energy += (k ? -1 : 1) * measurer->strengths.of[by.at[i]];
	}
	return energy;
}

/* What a step or claim passes on if its energy were another, or a premise of another
 * strength. */
static double pass_on(const struct measurer *measurer, uint32_t argument, double energy,
	uint32_t premise, double strength)
{
	cp_list premises = cp_lists_of(&measurer->weighted->links[CP_PREMISE], argument);
	double weakest = 1;
	for (size_t i = 0; i < premises.len; i++) {
		double of = premises.at[i] == premise
			? strength
			: measurer->strengths.of[premises.at[i]];
		weakest = of < weakest ? of : weakest;
	}
	return weakest * move(measurer->weighted->initial[argument], energy);
}

/* The step that an undercut comes down to, over undercuts of undercuts; CP_NONE: of a circle
 * of them, or too many, none. */
static uint32_t find_base(const cp_graph *graph, uint32_t step)
{
	enum { MOST_UNDERCUTS = 64 };
	for (int i = 0; graph->steps[step].kind == CP_UNDERCUTS; i++) {
		if (i == MOST_UNDERCUTS)
			return CP_NONE;
		step = graph->steps[step].target;
	}
	return step;
}

/* The step by which a claim is nearest to the motion; CP_NONE: there is none. */
static uint32_t find_way(const cp_graph *graph, uint32_t claim)
{
	uint32_t way = CP_NONE, nearest = graph->claims[claim].depth;
	const cp_list *uses = &graph->claims[claim].uses;
	for (size_t i = 0; i < uses->len; i++) {
		uint32_t base = find_base(graph, uses->at[i]);
		if (base != CP_NONE
			&& graph->claims[graph->steps[base].target].depth < nearest) {
			nearest = graph->claims[graph->steps[base].target].depth;
			way = uses->at[i];
		}
	}
	return way;
}

/* What a step passes on where a premise has another strength, and, over the undercuts, what
 * the step that it comes down to does: this becomes `step`. */
static double pass_up(const struct measurer *measurer, const double *energy,
	uint32_t *step, uint32_t premise, double strength)
{
	const cp_graph *graph = measurer->graph;
	uint32_t claims = (uint32_t)graph->claims_len;
	double passed = pass_on(
		measurer, claims + *step, energy[claims + *step], premise, strength);
	while (graph->steps[*step].kind == CP_UNDERCUTS) {
		double change = passed - measurer->strengths.of[claims + *step];
		*step = graph->steps[*step].target;
		passed = pass_on(measurer, claims + *step,
			energy[claims + *step] - change, CP_NONE, 0);
	}
	return passed;
}

/* Follows the shortest way to the motion, from a claim that is of no strength any more. What
 * changes on other ways is left out. A change gets smaller with each step, by a third at
 * least, so that what is too small to be told from nothing ends long ways. */
static double find_influence(
	const struct measurer *measurer, const double *energy, uint32_t claim)
{
	static const double nothing = 1e-10;
	const cp_graph *graph = measurer->graph;
	double strength = 0;
	while (claim != CP_MOTION) {
		uint32_t step = find_way(graph, claim);
		double way = strength - measurer->strengths.of[claim];
		if (step == CP_NONE || (way < nothing && way > -nothing))
			return 0;
		double passed = pass_up(measurer, energy, &step, claim, strength);
		double change = passed - measurer->strengths.of[graph->claims_len + step];
		claim = graph->steps[step].target;
		strength = pass_on(measurer, claim,
			energy[claim]
				+ (graph->steps[step].kind == CP_SUPPORTS ? change
									  : -change),
			CP_NONE, 0);
	}
	double change = strength - measurer->strengths.of[CP_MOTION];
	return cp_measure_round(change < 0 ? -change : change);
}

static double *find_energies(struct measurer *measurer)
{
	size_t len = measurer->weighted->len;
	double *energy = CP_NEW_ARRAY(&measurer->scratch, double, len);
	for (uint32_t i = 0; i < len; i++)
		energy[i] = energy_of(measurer, i);
	return energy;
}

/* ---- Reasons, and the rest ---- */

/* Each claim of the side belongs to the point that it supports, over other reasons or not; as
 * it may support several, to the first in the list. */
static void gather_reasons(struct measurer *measurer, cp_stance side, bool *taken)
{
	const cp_graph *graph = measurer->graph;
	cp_key_points *points = &measurer->out->points[side];
	CP_ARRAY(uint32_t) queue = {0};
	for (size_t i = 0; i < points->list.len; i++)
		taken[points->list.at[i].claim] = true;
	for (size_t i = 0; i < points->list.len; i++) {
		queue.len = 0;
		*cp_push(&measurer->scratch, &queue) = points->list.at[i].claim;
		for (size_t head = 0; head < queue.len; head++) {
			const cp_list *reasons = &graph->claims[queue.at[head]].reasons;
			for (size_t r = 0; r < reasons->len; r++) {
				const cp_step *step = &graph->steps[reasons->at[r]];
				for (size_t p = 0; step->kind == CP_SUPPORTS
					&& p < step->premises.len;
					p++) {
					uint32_t premise = step->premises.at[p];
					if (taken[premise])
						continue;
					taken[premise] = true;
					*cp_push(&measurer->scratch, &queue) = premise;
				}
			}
		}
		points->list.at[i].reasons = (uint32_t)queue.len - 1;
	}
}

static void count_rest(struct measurer *measurer, cp_stance side)
{
	const cp_graph *graph = measurer->graph;
	bool *taken = CP_NEW_ARRAY(&measurer->scratch, bool, graph->claims_len);
	gather_reasons(measurer, side, taken);
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++)
		measurer->out->points[side].rest += !taken[c]
			&& graph->claims[c].stance == side
			&& measurer->out->claims[c].speakers > 0;
}

/* ---- Ranking ---- */

struct ranked {
	const cp_measures *measures;
	cp_key_point point;
};

static int by_score(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	if (a->point.score != b->point.score)
		return a->point.score > b->point.score ? -1 : 1;
	return cp_measure_order(a->measures, a->point.claim, b->point.claim);
}

static void sort_points(struct measurer *measurer, cp_key_points *points)
{
	size_t len = points->list.len;
	struct ranked *ranked = CP_NEW_ARRAY(&measurer->scratch, struct ranked, len);
	for (size_t i = 0; i < len; i++)
		ranked[i] = (struct ranked){measurer->out, points->list.at[i]};
	if (len)
		qsort(ranked, len, sizeof *ranked, by_score);
	for (size_t i = 0; i < len; i++)
		points->list.at[i] = ranked[i].point;
}

static void find_points(struct measurer *measurer, cp_stance side, const double *energy)
{
	const cp_graph *graph = measurer->graph;
	uint32_t reach = find_reach(graph, side);
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		const cp_claim_measure *claim = &measurer->out->claims[c];
		if (graph->claims[c].depth > reach || !is_point(graph, c, side))
			continue;
		cp_key_point *point =
			cp_push(measurer->arena, &measurer->out->points[side].list);
		point->claim = c;
		point->influence = find_influence(measurer, energy, c);
		point->parts[SPEAKERS] = claim->speakers;
		point->parts[CENTRALITY] = claim->centrality;
		point->parts[INFLUENCE] = point->influence;
		point->parts[ENGAGEMENT] = claim->engagement;
	}
}

static void score_points(struct measurer *measurer)
{
	double most[CP_POINT_PARTS] = {0};
	cp_key_points *points = measurer->out->points;
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
		for (size_t i = 0; i < points[side].list.len; i++)
			for (int part = 0; part < CP_POINT_PARTS; part++)
				if (points[side].list.at[i].parts[part] > most[part])
					most[part] = points[side].list.at[i].parts[part];
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
		for (size_t i = 0; i < points[side].list.len; i++) {
			cp_key_point *point = &points[side].list.at[i];
			for (int part = 0; part < CP_POINT_PARTS; part++) {
				if (most[part] > 0)
					point->parts[part] /= most[part];
				point->score +=
					cp_point_weights[part] * point->parts[part];
			}
			point->score = cp_measure_round(point->score);
		}
}

/* ---- Minority ---- */

static int by_size(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

/* The influence that half of all key points do not exceed. */
static double find_median(struct measurer *measurer)
{
	const cp_key_points *points = measurer->out->points;
	size_t pro = points[CP_STANCE_PRO].list.len, len = 0;
	double *all = CP_NEW_ARRAY(
		&measurer->scratch, double, pro + points[CP_STANCE_CONTRA].list.len);
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
		for (size_t i = 0; i < points[side].list.len; i++)
			all[len++] = points[side].list.at[i].influence;
	if (!len)
		return 0;
	qsort(all, len, sizeof *all, by_size);
	return all[len / 2];
}

static void mark_minority(struct measurer *measurer)
{
	double median = find_median(measurer);
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		cp_key_points *points = &measurer->out->points[side];
		for (size_t i = 0; i < points->list.len; i++) {
			cp_key_point *point = &points->list.at[i];
			const cp_claim_measure *claim =
				&measurer->out->claims[point->claim];
			point->minority = claim->speakers == 1
				&& measurer->graph->claims[point->claim].items.len == 1
				&& (claim->open
					|| (point->influence > 0
						&& point->influence >= median));
		}
	}
}

void cp_measure_points(struct measurer *measurer)
{
	const double *energy = find_energies(measurer);
	find_points(measurer, CP_STANCE_PRO, energy);
	find_points(measurer, CP_STANCE_CONTRA, energy);
	score_points(measurer);
	mark_minority(measurer);
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		sort_points(measurer, &measurer->out->points[side]);
		count_rest(measurer, (cp_stance)side);
	}
}
