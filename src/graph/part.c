#include "graph/part.h"

uint32_t cp_part_want_step(const cp_graph *whole, uint32_t step, bool *want)
{
	/* Undercuts may attack one another in a circle. */
	for (size_t passed = 0; passed < whole->steps_len; passed++) {
		cp_list premises = whole->steps[step].premises;
		for (size_t i = 0; i < premises.len; i++)
			want[premises.at[i]] = true;
		if (whole->steps[step].kind != CP_UNDERCUTS)
			break;
		step = whole->steps[step].target;
	}
	uint32_t aim = cp_step_aim(whole, &whole->steps[step]);
	want[aim] = true;
	return aim;
}

static void keep_numbers(const cp_graph *whole, cp_graph *part, const uint32_t *part_of)
{
	for (size_t i = 0; i < whole->claims_len; i++)
		if (part_of[i] != CP_NONE) {
			part->claims[part_of[i]].stance = whole->claims[i].stance;
			part->claims[part_of[i]].depth = whole->claims[i].depth;
		}
	for (size_t i = 0; i < part->people_len; i++)
		part->people[i].side = whole->people[i].side;
	part->left_out = whole->left_out + (whole->claims_len - part->claims_len);
}

/* What the whole has left out already stays counted. */
static void count_folded(
	cp_arena *arena, const cp_reach *reach, cp_graph *part, const uint32_t *part_of)
{
	const cp_graph *whole = reach->graph;
	uint32_t *home = CP_NEW_ARRAY(arena, uint32_t, whole->claims_len);
	for (size_t i = 0; i < reach->len; i++) {
		uint32_t claim = reach->queue[i], above = reach->above[claim];
		home[claim] = part_of[claim] != CP_NONE ? part_of[claim]
			: above == CP_NONE              ? CP_NONE
							: home[above];
		if (home[claim] == CP_NONE)
			continue;
		uint32_t *folded = part->claims[home[claim]].folded;
		for (size_t side = 0; side < 4; side++)
			folded[side] += whole->claims[claim].folded[side];
		folded[whole->claims[claim].stance] += part_of[claim] == CP_NONE;
	}
}

static void show_comments(cp_arena *arena, cp_graph *part)
{
	bool *shown = CP_NEW_ARRAY(arena, bool, part->thread->comments.len);
	for (size_t i = 0; i < part->annotation->items.len; i++)
		if (part->claim_of[i] != CP_NONE
			&& part->annotation->items.at[i].comment != CP_NONE)
			shown[part->annotation->items.at[i].comment] = true;
	part->shown = shown;
}

cp_graph *cp_graph_take(cp_arena *arena, const cp_graph *whole, const cp_reach *reach,
	const bool *want, uint32_t *part_of)
{
	size_t items = whole->annotation->items.len;
	bool *keep = CP_NEW_ARRAY(arena, bool, items);
	for (size_t i = 0; i < items; i++)
		keep[i] = whole->claim_of[i] != CP_NONE && want[whole->claim_of[i]];
	cp_graph *part = cp_graph_part(arena, whole->annotation, whole->thread, keep);
	if (!part_of)
		part_of = CP_NEW_ARRAY(arena, uint32_t, whole->claims_len);
	for (size_t i = 0; i < whole->claims_len; i++)
		part_of[i] = i == CP_MOTION ? (uint32_t)CP_MOTION : CP_NONE;
	for (size_t i = 0; i < items; i++)
		if (keep[i])
			part_of[whole->claim_of[i]] = part->claim_of[i];
	keep_numbers(whole, part, part_of);
	count_folded(arena, reach, part, part_of);
	show_comments(arena, part);
	return part;
}
