#include "graph/semantics.h"

#include <stdlib.h>

static const struct traits {
	cp_set_kind kind;
	cp_set_aim aim;
	bool keeps_grounded; /* the grounded extension is part of every extension */
	bool is_one;         /* there is just one */
} all_traits[CP_SEMANTICS] = {
	[CP_GROUNDED] = {CP_COMPLETE_SET, CP_ANY, true, true},
	[CP_COMPLETE] = {CP_COMPLETE_SET, CP_ANY, true, false},
	[CP_PREFERRED] = {CP_COMPLETE_SET, CP_LARGEST_SET, true, false},
	[CP_STABLE] = {CP_STABLE_SET, CP_ANY, true, false},
	[CP_SEMI_STABLE] = {CP_COMPLETE_SET, CP_LARGEST_RANGE, true, false},
	[CP_STAGE] = {CP_CONFLICT_FREE, CP_LARGEST_RANGE, false, false},
	[CP_IDEAL] = {CP_ADMISSIBLE, CP_ANY, true, true},
};

struct engine {
	cp_arena *arena;
	const cp_af *af;
	const cp_sat_kit *kit;
	cp_semantics semantics;
	struct traits traits;
	cp_labelling labelling;
	uint32_t *scratch; /* for cp_af_restrict; this and the next: not if grounded */
	uint8_t *settled;  /* of each argument: nothing of its component can be added */
	cp_arena part;     /* what the search in one part needs, until it ends */
};

static void engine_init(struct engine *engine, cp_arena *arena, const cp_af *af,
	cp_semantics semantics, const cp_sat_kit *kit)
{
	*engine = (struct engine){
		.arena = arena,
		.af = af,
		.kit = kit,
		.semantics = semantics,
		.traits = all_traits[semantics],
	};
	cp_labelling_init(arena, &engine->labelling, af);
	if (semantics == CP_GROUNDED)
		return;
	engine->scratch = CP_NEW_ARRAY(arena, uint32_t, af->len);
	engine->settled = CP_NEW_ARRAY(arena, uint8_t, af->len);
	if (!engine->traits.keeps_grounded)
		memset(engine->labelling.labels, CP_UNDEC, af->len);
}

static cp_list all_in(struct engine *engine)
{
	return cp_labelling_with(engine->arena, &engine->labelling, CP_IN);
}

static void start_search(struct engine *engine, cp_set_search *search, cp_list members,
	cp_set_kind kind, cp_set_aim aim, const uint8_t *barred)
{
	cp_set_search_init(&engine->part, search, engine->kit,
		cp_af_restrict(&engine->part, engine->af, members, engine->scratch), kind,
		aim, barred);
}

static void end_search(struct engine *engine, cp_set_search *search)
{
	cp_set_search_clear(search);
	cp_arena_clear(&engine->part);
}

/* What was found, in the numbers of the whole framework. */
static cp_list found_among(
	struct engine *engine, const cp_set_search *search, cp_list members)
{
	cp_list found = cp_set_search_found(&engine->part, search);
	uint32_t *set = CP_NEW_ARRAY(&engine->part, uint32_t, found.len);
	for (size_t i = 0; i < found.len; i++)
		set[i] = members.at[found.at[i]];
	return (cp_list){set, found.len};
}

/* ---- One extension ---- */

/* Takes a set in. Only where the grounded extension is kept does anything follow from it. */
static void take(struct engine *engine, const cp_set_search *search, cp_list members)
{
	uint8_t *labels = engine->labelling.labels;
	if (engine->traits.keeps_grounded)
		cp_labelling_accept(
			&engine->labelling, found_among(engine, search, members));
	else
		for (size_t i = 0; i < members.len; i++)
			labels[members.at[i]] = search->found[i] ? CP_IN : CP_OUT;
}

/* Looks for a set among some of the undecided arguments, and takes it in. If `argument` is
 * not CP_NONE, it is one of them, and is to be in the set, or not. */
static cp_answer decide(struct engine *engine, cp_list members, cp_set_kind kind,
	cp_set_aim aim, uint32_t argument, bool wanted)
{
	cp_set_search search;
	start_search(engine, &search, members, kind, aim, NULL);
	int literal = argument == CP_NONE ? 0 : (int)engine->scratch[argument] + 1;
	cp_answer answer = cp_set_search_next(&search, wanted ? literal : -literal);
	if (answer == CP_YES)
		take(engine, &search, members);
	end_search(engine, &search);
	return answer;
}

/* Among the members of a component: can it be in, given what the components before it have
 * come to? Not if it is attacked by what stays undecided there. */
static bool is_candidate(
	const struct engine *engine, const cp_parts *parts, uint32_t argument)
{
	cp_list attackers = cp_af_attackers(engine->af, argument);
	for (size_t i = 0; i < attackers.len; i++) {
		uint32_t attacker = attackers.at[i];
		if (attacker == argument
			|| (engine->labelling.labels[attacker] != CP_OUT
				&& parts->part[attacker] != parts->part[argument]))
			return false;
	}
	return true;
}

static cp_list still_undecided(struct engine *engine, cp_list members, bool *settled)
{
	uint32_t *left = CP_NEW_ARRAY(&engine->part, uint32_t, members.len);
	size_t len = 0;
	*settled = true;
	for (size_t i = 0; i < members.len; i++) {
		uint32_t member = members.at[i];
		if (engine->labelling.labels[member] == CP_UNDEC)
			left[len++] = member;
		*settled &= engine->settled[member];
	}
	return (cp_list){left, len};
}

/* Adds a largest admissible set within a component. */
static cp_answer fill_component(
	struct engine *engine, const cp_parts *parts, cp_list component)
{
	bool settled;
	cp_set_search search;
	cp_list members = still_undecided(engine, component, &settled);
	uint8_t *barred = CP_NEW_ARRAY(&engine->part, uint8_t, members.len);
	size_t candidates = 0;
	for (size_t i = 0; i < members.len; i++) {
		barred[i] = !is_candidate(engine, parts, members.at[i]);
		candidates += !barred[i];
	}
	if (!candidates || settled) {
		cp_arena_clear(&engine->part);
		return CP_YES;
	}
	start_search(engine, &search, members, CP_ADMISSIBLE, CP_LARGEST_SET, barred);
	cp_answer answer = cp_set_search_next(&search, 0);
	if (answer == CP_YES)
		take(engine, &search, members);
	end_search(engine, &search);
	return answer;
}

static cp_answer fill_components(struct engine *engine)
{
	cp_parts parts = cp_af_strong_parts(engine->arena, &engine->labelling);
	for (size_t i = 0; i < parts.len; i++)
		if (fill_component(engine, &parts, cp_parts_of(&parts, i)) != CP_YES)
			return CP_UNDECIDED;
	return CP_YES;
}

/* Of what is in some admissible set, leaves what no such set attacks. */
static void leave_undisputed(const cp_af *af, const uint8_t *accepted, uint8_t *kept)
{
	for (uint32_t i = 0; i < af->len; i++) {
		cp_list attackers = cp_af_attackers(af, i);
		kept[i] = accepted[i];
		for (size_t a = 0; a < attackers.len; a++)
			kept[i] &= !accepted[attackers.at[a]];
	}
}

/* What is kept and cannot defend itself against one of its attackers. */
struct fall {
	const cp_af *af;
	uint8_t *kept;
	uint32_t *hits;  /* how much of what is kept attacks each argument */
	uint32_t *queue; /* those that nothing of it attacks */
	size_t head, tail;
};

static void drop(struct fall *fall, uint32_t argument)
{
	cp_list targets = cp_af_targets(fall->af, argument);
	fall->kept[argument] = 0;
	for (size_t i = 0; i < targets.len; i++)
		if (--fall->hits[targets.at[i]] == 0)
			fall->queue[fall->tail++] = targets.at[i];
}

/* Leaves of a set the largest part that defends itself. */
static void leave_defended(cp_arena *arena, const cp_af *af, uint8_t *kept)
{
	struct fall fall = {
		.af = af,
		.kept = kept,
		.hits = CP_NEW_ARRAY(arena, uint32_t, af->len),
		.queue = CP_NEW_ARRAY(arena, uint32_t, af->len),
	};
	for (uint32_t i = 0; i < af->len; i++) {
		cp_list attackers = cp_af_attackers(af, i);
		for (size_t a = 0; a < attackers.len; a++)
			fall.hits[i] += kept[attackers.at[a]];
		if (!fall.hits[i])
			fall.queue[fall.tail++] = i;
	}
	while (fall.head < fall.tail) {
		cp_list targets = cp_af_targets(af, fall.queue[fall.head++]);
		for (size_t i = 0; i < targets.len; i++)
			if (kept[targets.at[i]])
				drop(&fall, targets.at[i]);
	}
}

/* Dvořák and others 2014 (see set_search.h): the arguments of admissible sets are found set by
 * set, each with an argument that is in none before it. */
static cp_answer fill_ideal(struct engine *engine, cp_list members)
{
	cp_set_search search;
	cp_answer answer;
	uint8_t *accepted = CP_NEW_ARRAY(&engine->part, uint8_t, members.len);
	start_search(engine, &search, members, CP_ADMISSIBLE, CP_LARGEST_SET, NULL);
	while ((answer = cp_set_search_next(&search, 0)) == CP_YES) {
		for (size_t i = 0; i < members.len; i++)
			search.found[i] = accepted[i] |= search.found[i];
		cp_set_search_exclude(&search);
	}
	if (answer == CP_NO) {
		leave_undisputed(search.af, accepted, search.found);
		leave_defended(&engine->part, search.af, search.found);
		take(engine, &search, members);
	}
	end_search(engine, &search);
	return answer == CP_NO ? CP_YES : CP_UNDECIDED;
}

static cp_answer fill_part(struct engine *engine, cp_list members)
{
	if (engine->semantics == CP_IDEAL)
		return fill_ideal(engine, members);
	return decide(
		engine, members, engine->traits.kind, engine->traits.aim, CP_NONE, true);
}

static cp_answer fill_parts(struct engine *engine)
{
	cp_parts parts = cp_af_weak_parts(engine->arena, &engine->labelling);
	for (size_t i = 0; i < parts.len; i++) {
		cp_list members = cp_parts_of(&parts, i);
		cp_answer answer = engine->settled[members.at[0]]
			? CP_YES
			: fill_part(engine, members);
		if (answer != CP_YES)
			return answer;
	}
	return CP_YES;
}

/* Fills up what is in to an extension. */
static cp_answer fill(struct engine *engine)
{
	switch (engine->semantics) {
	case CP_GROUNDED:
	case CP_COMPLETE:
		return CP_YES;
	case CP_PREFERRED:
		return fill_components(engine);
	default:
		return fill_parts(engine);
	}
}

static cp_af_verdict verdict(struct engine *engine, cp_answer answer, cp_answer shown)
{
	return (cp_af_verdict){
		answer, answer == shown ? all_in(engine) : (cp_list){NULL, 0}};
}

cp_af_verdict cp_af_extension(
	cp_arena *arena, const cp_af *af, cp_semantics semantics, const cp_sat_kit *kit)
{
	struct engine engine;
	engine_init(&engine, arena, af, semantics, kit);
	return verdict(&engine, fill(&engine), CP_YES);
}

/* ---- One argument ---- */

/* What has a part in the question. Admissible sets are decided by what leads to the
 * argument, the others by what hangs together with it. */
static cp_list concerned(struct engine *engine, uint32_t argument)
{
	switch (engine->semantics) {
	case CP_COMPLETE:
	case CP_PREFERRED:
		return cp_af_ancestors(engine->arena, &engine->labelling, argument);
	default: {
		cp_parts parts = cp_af_weak_parts(engine->arena, &engine->labelling);
		return cp_parts_of(&parts, parts.part[argument]);
	}
	}
}

/* Is there a preferred extension without the argument? */
static cp_answer find_preferred_without(struct engine *engine, uint32_t argument)
{
	cp_set_search search;
	cp_list members = concerned(engine, argument);
	start_search(engine, &search, members, CP_ADMISSIBLE, CP_LARGEST_SET, NULL);
	cp_answer answer = cp_set_search_against(&search, engine->scratch[argument]);
	if (answer == CP_YES)
		take(engine, &search, members);
	end_search(engine, &search);
	return answer == CP_YES ? fill(engine) : answer;
}

/* Is there an extension with the argument, or without it? Then it becomes what is in. The
 * argument is undecided so far. */
static cp_answer find_with(struct engine *engine, uint32_t argument, bool wanted)
{
	struct traits traits = engine->traits;
	if (traits.is_one) {
		cp_answer answer = fill(engine);
		return answer == CP_YES
			? (engine->labelling.labels[argument] == CP_IN) == wanted
			: answer;
	}
	if (engine->semantics == CP_COMPLETE && !wanted)
		return CP_YES;
	if (engine->semantics == CP_PREFERRED && !wanted)
		return find_preferred_without(engine, argument);
	if (wanted && traits.kind == CP_COMPLETE_SET && traits.aim != CP_LARGEST_RANGE) {
		/* Each admissible set is part of a complete and of a preferred extension. */
		traits.kind = CP_ADMISSIBLE;
		traits.aim = CP_ANY;
	}
	cp_list members = concerned(engine, argument);
	cp_answer answer =
		decide(engine, members, traits.kind, traits.aim, argument, wanted);
	if (answer != CP_YES)
		return answer;
	for (size_t i = 0; traits.aim != CP_ANY && i < members.len; i++)
		engine->settled[members.at[i]] = 1;
	return fill(engine);
}

/* The same for any argument. */
static cp_answer find(struct engine *engine, uint32_t argument, bool wanted)
{
	cp_label label = engine->labelling.labels[argument];
	if (label == CP_UNDEC)
		return find_with(engine, argument, wanted);
	return (label == CP_IN) == wanted ? fill(engine) : CP_NO;
}

cp_af_verdict cp_af_credulous(cp_arena *arena, const cp_af *af, cp_semantics semantics,
	uint32_t argument, const cp_sat_kit *kit)
{
	struct engine engine;
	engine_init(&engine, arena, af, semantics, kit);
	return verdict(&engine, find(&engine, argument, true), CP_YES);
}

cp_af_verdict cp_af_sceptical(cp_arena *arena, const cp_af *af, cp_semantics semantics,
	uint32_t argument, const cp_sat_kit *kit)
{
	static const cp_answer opposite[] = {
		[CP_NO] = CP_YES, [CP_YES] = CP_NO, [CP_UNDECIDED] = CP_UNDECIDED};
	struct engine engine;
	engine_init(&engine, arena, af, semantics, kit);
	return verdict(&engine, opposite[find(&engine, argument, false)], CP_NO);
}

/* ---- All extensions ---- */

static int compare_numbers(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
	return (one > other) - (one < other);
}

/* Numbers of the part become those of the whole framework, in ascending order. */
static cp_list rename_set(cp_arena *arena, cp_list set, cp_list members)
{
	uint32_t *renamed = CP_NEW_ARRAY(arena, uint32_t, set.len);
	for (size_t i = 0; i < set.len; i++)
		renamed[i] = members.at[set.at[i]];
	qsort(renamed, set.len, sizeof *renamed, compare_numbers);
	return (cp_list){renamed, set.len};
}

static int compare_sets(const void *a, const void *b)
{
	const cp_list *one = a, *other = b;
	for (size_t i = 0; i < one->len && i < other->len; i++)
		if (one->at[i] != other->at[i])
			return one->at[i] < other->at[i] ? -1 : 1;
	return (one->len > other->len) - (one->len < other->len);
}

static cp_answer list_part(
	struct engine *engine, cp_list members, size_t most, cp_sets *sets)
{
	cp_set_search search;
	start_search(
		engine, &search, members, engine->traits.kind, engine->traits.aim, NULL);
	cp_answer answer = cp_set_search_list(engine->arena, &search, most, sets);
	end_search(engine, &search);
	for (size_t i = 0; i < sets->len; i++)
		sets->at[i] = rename_set(engine->arena, sets->at[i], members);
	if (sets->len)
		qsort(sets->at, sets->len, sizeof *sets->at, compare_sets);
	return answer;
}

static void list_parts(struct engine *engine, size_t most, cp_extensions *all)
{
	cp_parts parts = cp_af_weak_parts(engine->arena, &engine->labelling);
	all->choices = CP_NEW_ARRAY(engine->arena, cp_sets, parts.len);
	all->chosen = CP_NEW_ARRAY(engine->arena, size_t, parts.len);
	for (; all->parts < parts.len && all->answer != CP_UNDECIDED && !all->ended;
		all->parts++) {
		cp_sets *sets = &all->choices[all->parts];
		cp_answer answer =
			list_part(engine, cp_parts_of(&parts, all->parts), most, sets);
		if (!sets->len || answer != CP_YES)
			all->answer = answer;
		/* None of one part: then there is none at all, however many the others have. */
		all->ended = !sets->len;
	}
}

cp_extensions cp_af_extensions(cp_arena *arena, const cp_af *af, cp_semantics semantics,
	size_t most, const cp_sat_kit *kit)
{
	struct engine engine;
	engine_init(&engine, arena, af, semantics, kit);
	cp_extensions all = {.answer = CP_YES};
	if (engine.traits.is_one)
		all.answer = fill(&engine);
	else
		list_parts(&engine, most, &all);
	all.in_all = all_in(&engine);
	return all;
}

size_t cp_extensions_count(const cp_extensions *extensions)
{
	size_t count = extensions->ended ? 0 : 1;
	for (size_t i = 0; i < extensions->parts; i++) {
		size_t sets = extensions->choices[i].len;
		if (sets && count > SIZE_MAX / sets)
			return SIZE_MAX;
		count *= sets;
	}
	return count;
}

/* The next way to choose: the last part is the first to change. */
static void choose_next(cp_extensions *extensions)
{
	for (size_t i = extensions->parts; i-- > 0;) {
		if (++extensions->chosen[i] < extensions->choices[i].len)
			return;
		extensions->chosen[i] = 0;
	}
	extensions->ended = true;
}

bool cp_extensions_next(cp_arena *arena, cp_extensions *extensions, cp_list *extension)
{
	if (extensions->ended)
		return false;
	size_t len = extensions->in_all.len;
	for (size_t i = 0; i < extensions->parts; i++)
		len += extensions->choices[i].at[extensions->chosen[i]].len;
	uint32_t *all = CP_NEW_ARRAY(arena, uint32_t, len), *end = all;
	memcpy(all, extensions->in_all.at, extensions->in_all.len * sizeof *all);
	end += extensions->in_all.len;
	for (size_t i = 0; i < extensions->parts; i++) {
		cp_list set = extensions->choices[i].at[extensions->chosen[i]];
		if (set.len)
			memcpy(end, set.at, set.len * sizeof *all);
		end += set.len;
	}
	qsort(all, len, sizeof *all, compare_numbers);
	*extension = (cp_list){all, len};
	choose_next(extensions);
	return true;
}
