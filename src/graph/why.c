#include "graph/why.h"

#include "graph/words.h"

const char *const cp_ground_names[CP_GROUNDS] = {
	[CP_GROUND_NOT_ATTACKED] = "not attacked",
	[CP_GROUND_ANSWERED] = "all attacks answered",
	[CP_GROUND_ATTACKED] = "attacked",
	[CP_GROUND_PREMISE] = "premise defeated",
	[CP_GROUND_SUPPORT] = "support defeated",
	[CP_GROUND_EITHER] = "attacked either way",
	[CP_GROUND_OPEN] = "attack unresolved",
	[CP_GROUND_ASSUMED] = "assumed",
	[CP_GROUND_NOT_ASSERTED] = "not asserted",
	[CP_GROUND_NO_EXTENSION] = "no extension",
};

static const cp_af *framework(const cp_why *why)
{
	return why->evaluation->flat->af;
}

/* Is it a claim or a step, and no argument that says something of one? */
static bool is_own(const cp_why *why, uint32_t argument)
{
	const cp_graph *graph = why->evaluation->graph;
	return argument < graph->claims_len + graph->steps_len;
}

static uint8_t label_of(const cp_tally *tally, uint32_t argument)
{
	return !tally->extensions                           ? CP_UNDEC
		: tally->in[argument] == tally->extensions  ? CP_IN
		: tally->out[argument] == tally->extensions ? CP_OUT
							    : CP_UNDEC;
}

const cp_why *cp_why_new(cp_arena *arena, const cp_evaluation *evaluation)
{
	cp_labelling grounded;
	cp_why *why = CP_NEW(arena, cp_why);
	const cp_af *af = evaluation->flat->af;
	cp_labelling_init(arena, &grounded, af);
	*why = (cp_why){
		.evaluation = evaluation,
		.labels = CP_NEW_ARRAY(arena, uint8_t, af->len),
		.ranks = cp_labelling_ranks(arena, &grounded),
	};
	for (uint32_t i = 0; i < af->len; i++)
		why->labels[i] = label_of(&evaluation->tally, i);
	return why;
}

uint32_t cp_why_decider(const cp_why *why, uint32_t argument)
{
	cp_list attackers = cp_af_attackers(framework(why), argument);
	uint32_t best = CP_NONE;
	for (size_t i = 0; i < attackers.len; i++) {
		uint32_t attacker = attackers.at[i];
		/* Rank 0 is that of what is decided beyond the grounded extension: the last. */
		if (why->labels[attacker] == CP_IN
			&& (best == CP_NONE
				|| why->ranks[attacker] - 1 < why->ranks[best] - 1))
			best = attacker;
	}
	return best;
}

/* ---- What is behind an argument ---- */

struct behind {
	cp_arena *arena;
	const cp_why *why;
	CP_ARRAY(uint32_t) found;
	CP_ARRAY(uint32_t) waiting; /* arguments that are no claims and no steps */
};

static void find(struct behind *behind, uint32_t argument)
{
	for (size_t i = 0; i < behind->found.len; i++)
		if (behind->found.at[i] == argument)
			return;
	*cp_push(behind->arena, &behind->found) = argument;
}

/* The claims and steps with a label that attack an argument, and those that do so by way of
 * arguments that have the label `between`. */
static void look_behind(
	struct behind *behind, uint32_t argument, cp_label label, cp_label between)
{
	const cp_why *why = behind->why;
	*cp_push(behind->arena, &behind->waiting) = argument;
	while (behind->waiting.len) {
		uint32_t at = behind->waiting.at[--behind->waiting.len];
		cp_list attackers = cp_af_attackers(framework(why), at);
		for (size_t i = 0; i < attackers.len; i++) {
			uint32_t attacker = attackers.at[i];
			if (!is_own(why, attacker) && why->labels[attacker] == between)
				*cp_push(behind->arena, &behind->waiting) = attacker;
			else if (is_own(why, attacker) && why->labels[attacker] == label)
				find(behind, attacker);
		}
	}
}

/* Those that attack it themselves, but for `except`. */
static void look_at_attackers(
	struct behind *behind, uint32_t argument, cp_label label, uint32_t except)
{
	cp_list attackers = cp_af_attackers(framework(behind->why), argument);
	for (size_t i = 0; i < attackers.len; i++)
		if (is_own(behind->why, attackers.at[i]) && attackers.at[i] != except
			&& behind->why->labels[attackers.at[i]] == label)
			*cp_push(behind->arena, &behind->found) = attackers.at[i];
}

static cp_list found(const struct behind *behind)
{
	return (cp_list){behind->found.at, behind->found.len};
}

/* ---- Grounds ---- */

static cp_ground ground_of_standing(struct behind *behind, uint32_t argument)
{
	look_at_attackers(behind, argument, CP_OUT, CP_NONE);
	return (cp_ground){
		behind->found.len ? CP_GROUND_ANSWERED : CP_GROUND_NOT_ATTACKED,
		found(behind)};
}

static cp_ground ground_of_defeated(struct behind *behind, uint32_t argument)
{
	const cp_why *why = behind->why;
	uint32_t decider = cp_why_decider(why, argument);
	if (decider == CP_NONE) {
		look_behind(behind, argument, CP_UNDEC, CP_UNDEC);
		return (cp_ground){CP_GROUND_EITHER, found(behind)};
	}
	if (is_own(why, decider)) {
		find(behind, decider);
		look_at_attackers(behind, argument, CP_IN, decider);
		return (cp_ground){CP_GROUND_ATTACKED, found(behind)};
	}
	look_at_attackers(behind, decider, CP_OUT, CP_NONE);
	return (cp_ground){argument < why->evaluation->graph->claims_len
			? CP_GROUND_SUPPORT
			: CP_GROUND_PREMISE,
		found(behind)};
}

cp_ground cp_why_ground(cp_arena *arena, const cp_why *why, uint32_t argument)
{
	const cp_evaluation *evaluation = why->evaluation;
	struct behind behind = {.arena = arena, .why = why};
	if (cp_evaluation_assumes(evaluation, argument) != CP_ASSUMED_NOTHING)
		return (cp_ground){.kind = CP_GROUND_ASSUMED};
	switch (evaluation->statuses[argument]) {
	case CP_STATUS_STANDS:
		return ground_of_standing(&behind, argument);
	case CP_STATUS_DEFEATED:
		return ground_of_defeated(&behind, argument);
	case CP_STATUS_UNRESOLVED:
		if (!evaluation->tally.extensions)
			return (cp_ground){.kind = CP_GROUND_NO_EXTENSION};
		look_behind(&behind, argument, CP_UNDEC, CP_UNDEC);
		return (cp_ground){CP_GROUND_OPEN, found(&behind)};
	default:
		return (cp_ground){.kind = CP_GROUND_NOT_ASSERTED};
	}
}

/* ---- Circles ---- */

static uint32_t open_attacker(const cp_why *why, uint32_t argument)
{
	cp_list attackers = cp_af_attackers(framework(why), argument);
	for (size_t i = 0; i < attackers.len; i++)
		if (why->labels[attackers.at[i]] == CP_UNDEC)
			return attackers.at[i];
	return CP_NONE;
}

/* The claims on a way from `start` back to it, or its steps. */
static cp_list members_of_circle(
	cp_arena *arena, const cp_why *why, uint32_t start, bool claims)
{
	size_t claims_len = why->evaluation->graph->claims_len;
	CP_ARRAY(uint32_t) members = {0};
	uint32_t at = start;
	do {
		if (is_own(why, at) && (at < claims_len) == claims)
			*cp_push(arena, &members) = at;
		at = open_attacker(why, at);
	} while (at != start);
	return (cp_list){members.at, members.len};
}

cp_list cp_why_circle(cp_arena *arena, const cp_why *why, uint32_t argument)
{
	bool *passed = CP_NEW_ARRAY(arena, bool, framework(why)->len);
	while (argument != CP_NONE && !passed[argument]) {
		passed[argument] = true;
		argument = open_attacker(why, argument);
	}
	if (argument == CP_NONE)
		return (cp_list){NULL, 0};
	cp_list members = members_of_circle(arena, why, argument, true);
	return members.len ? members : members_of_circle(arena, why, argument, false);
}
