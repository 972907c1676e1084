#include "graph/split.h"

#include "graph/part.h"

#include <stdlib.h>

struct branch {
	uint32_t claim;
	size_t weight; /* claims that it takes on the page */
};

struct splitter {
	cp_arena *arena;
	cp_split *split;
	size_t most;
	struct cp_lists below; /* of each claim: those that were reached from it */
	size_t *weight;        /* of each claim with all below it, on its page */
	bool *cut;             /* of each claim: it has a page of its own */
	struct branch *branches;
};

/* What is tied to nothing is told of together with the motion. */
static uint32_t above(const cp_reach *reach, uint32_t claim)
{
	return reach->above[claim] == CP_NONE ? (uint32_t)CP_MOTION : reach->above[claim];
}

static void find_below(struct splitter *splitter)
{
	const cp_reach *reach = &splitter->split->reach;
	size_t claims = reach->graph->claims_len;
	splitter->below = cp_lists_new(splitter->arena, claims);
	for (size_t i = 1; i < reach->len; i++)
		cp_lists_count(&splitter->below, above(reach, reach->queue[i]));
	cp_lists_ready(splitter->arena, &splitter->below, claims);
	for (size_t i = 1; i < reach->len; i++)
		cp_lists_add(
			&splitter->below, above(reach, reach->queue[i]), reach->queue[i]);
}

/* ---- Where a page ends ---- */

static int heaviest_first(const void *left, const void *right)
{
	const struct branch *a = left, *b = right;
	if (a->weight != b->weight)
		return a->weight < b->weight ? 1 : -1;
	return (a->claim > b->claim) - (a->claim < b->claim);
}

/* The heaviest branches go on elsewhere until the rest fits; a box is left of each. */
static void cut_branches(struct splitter *splitter, uint32_t claim)
{
	cp_list below = cp_lists_of(&splitter->below, claim);
	size_t weight = 1;
	for (size_t i = 0; i < below.len; i++) {
		splitter->branches[i] =
			(struct branch){below.at[i], splitter->weight[below.at[i]]};
		weight += splitter->weight[below.at[i]];
	}
	if (weight > splitter->most)
		qsort(splitter->branches, below.len, sizeof *splitter->branches,
			heaviest_first);
	for (size_t i = 0; i < below.len && weight > splitter->most
		&& splitter->branches[i].weight > 1;
		i++) {
		splitter->cut[splitter->branches[i].claim] = true;
		weight -= splitter->branches[i].weight - 1;
	}
	splitter->weight[claim] = weight;
}

static void cut_all(struct splitter *splitter)
{
	const cp_reach *reach = &splitter->split->reach;
	for (size_t i = reach->len; i-- > 1;) {
		uint32_t claim = reach->queue[i];
		cut_branches(splitter, claim);
		if (above(reach, claim) == CP_MOTION)
			splitter->cut[claim] = splitter->weight[claim] > 1;
	}
}

/* ---- Which page a claim is on ---- */

static void settle(struct splitter *splitter, uint32_t claim)
{
	cp_split *split = splitter->split;
	uint32_t from =
		claim == CP_MOTION ? CP_NONE : split->home[above(&split->reach, claim)];
	if (claim == CP_MOTION || splitter->cut[claim]) {
		split->home[claim] = (uint32_t)split->pages.len;
		*cp_push(splitter->arena, &split->pages) = (cp_split_page){claim, from};
	} else {
		split->home[claim] = from;
	}
}

/* In the order of reading: a page, then those that it leads to. */
static void settle_all(struct splitter *splitter)
{
	size_t waiting = 0;
	uint32_t *stack = CP_NEW_ARRAY(
		splitter->arena, uint32_t, splitter->split->whole->claims_len);
	stack[waiting++] = CP_MOTION;
	while (waiting) {
		uint32_t claim = stack[--waiting];
		cp_list below = cp_lists_of(&splitter->below, claim);
		settle(splitter, claim);
		for (size_t i = below.len; i-- > 0;)
			stack[waiting++] = below.at[i];
	}
}

const cp_split *cp_split_new(cp_arena *arena, const cp_graph *whole, size_t most)
{
	size_t claims = whole->claims_len;
	cp_split *split = CP_NEW(arena, cp_split);
	split->whole = whole;
	split->reach = cp_reach_new(arena, whole);
	split->home = CP_NEW_ARRAY(arena, uint32_t, claims);
	cp_reach_all(&split->reach);
	struct splitter splitter = {.arena = arena,
		.split = split,
		.most = most,
		.weight = CP_NEW_ARRAY(arena, size_t, claims),
		.cut = CP_NEW_ARRAY(arena, bool, claims),
		.branches = CP_NEW_ARRAY(arena, struct branch, claims)};
	find_below(&splitter);
	cut_all(&splitter);
	settle_all(&splitter);
	return split;
}

/* ---- The graph of a page ---- */

struct wanted {
	const cp_split *split;
	bool *claims, *steps;
};

static void want_steps(struct wanted *wanted, cp_list steps)
{
	for (size_t i = 0; i < steps.len; i++) {
		if (!wanted->steps[steps.at[i]])
			cp_part_want_step(
				wanted->split->whole, steps.at[i], wanted->claims);
		wanted->steps[steps.at[i]] = true;
	}
}

/* A claim, with all that it is tied to. */
static void want_claim(struct wanted *wanted, uint32_t index)
{
	const cp_reach *reach = &wanted->split->reach;
	const cp_claim *claim = &reach->graph->claims[index];
	cp_list grants = cp_lists_of(&reach->grants, index);
	wanted->claims[index] = true;
	want_steps(wanted, claim->reasons);
	for (size_t i = 0; i < claim->uses.len; i++)
		want_steps(wanted, reach->graph->steps[claim->uses.at[i]].undercuts);
	want_steps(wanted, claim->uses);
	for (size_t i = 0; i < grants.len; i++)
		wanted->claims[grants.at[i]] = true;
	if (!claim->uses.len && reach->above[index] != CP_NONE)
		wanted->claims[reach->above[index]] = true;
}

static bool is_motion_tied(const cp_graph *part)
{
	const cp_annotation *annotation = part->annotation;
	const cp_claim *motion = &part->claims[CP_MOTION];
	bool tied = motion->reasons.len || motion->uses.len;
	for (size_t i = 0; i < annotation->concessions.len && !tied; i++) {
		const cp_concession *grant = &annotation->concessions.at[i];
		uint32_t by = cp_claim_of_node(part, grant->by);
		uint32_t of = cp_claim_of_node(part, grant->of);
		tied = (by == CP_MOTION && of != CP_NONE)
			|| (of == CP_MOTION && by != CP_NONE);
	}
	return tied;
}

cp_graph *cp_split_part(
	cp_arena *arena, const cp_split *split, uint32_t page, uint32_t *part_of)
{
	size_t claims = split->whole->claims_len;
	struct wanted wanted = {split, CP_NEW_ARRAY(arena, bool, claims),
		CP_NEW_ARRAY(arena, bool, split->whole->steps_len)};
	if (!part_of)
		part_of = CP_NEW_ARRAY(arena, uint32_t, claims);
	for (uint32_t i = 0; i < claims; i++)
		if (split->home[i] == page)
			want_claim(&wanted, i);
	for (size_t i = 0; i < split->pages.len; i++)
		if (split->pages.at[i].above == page)
			wanted.claims[split->pages.at[i].root] = true;
	cp_graph *part =
		cp_graph_take(arena, split->whole, &split->reach, wanted.claims, part_of);
	for (size_t i = 0; i < claims; i++)
		if (part_of[i] != CP_NONE && split->home[i] != page)
			part->claims[part_of[i]].page = split->home[i] + 1;
	part->without_motion = !wanted.claims[CP_MOTION] && !is_motion_tied(part);
	return part;
}
