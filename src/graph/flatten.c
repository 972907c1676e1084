#include "graph/flatten.h"

const char *const cp_support_names[CP_SUPPORT_READINGS] = {
	"none", "necessary", "deductive", "evidential"};

const char *const cp_status_names[CP_STATUSES] = {
	"stands", "defeated", "unresolved", "not asserted"};

struct flattener {
	cp_arena *arena;
	const cp_graph *graph;
	const uint8_t *assumed; /* or NULL */
	uint8_t *held;
	uint32_t *fallen; /* of each claim: the argument that says so, or CP_NONE */
	uint32_t len;     /* arguments so far */
	CP_ARRAY(cp_attack) attacks;
};

/* What is assumed of an argument; of one that is no claim and no step, nothing is. */
static cp_assumed assumed_of(const struct flattener *flattener, uint32_t argument)
{
	const cp_graph *graph = flattener->graph;
	return flattener->assumed && argument < graph->claims_len + graph->steps_len
		? (cp_assumed)flattener->assumed[argument]
		: CP_ASSUMED_NOTHING;
}

static void attack(struct flattener *flattener, uint32_t from, uint32_t to)
{
	if (assumed_of(flattener, to) == CP_ASSUMED_IN)
		return;
	*cp_push(flattener->arena, &flattener->attacks) = (cp_attack){from, to};
}

static uint32_t step_argument(const struct flattener *flattener, uint32_t step)
{
	return (uint32_t)flattener->graph->claims_len + step;
}

static bool is_held_step(const struct flattener *flattener, uint32_t step)
{
	return flattener->held[step_argument(flattener, step)];
}

/* ---- What has a part ---- */

bool cp_item_is_held(const cp_item *item)
{
	return cp_item_is_asserted(item) || item->attitude == CP_CONCEDED;
}

static bool is_held_claim(const cp_graph *graph, const cp_claim *claim)
{
	for (size_t i = 0; i < claim->items.len; i++)
		if (cp_item_is_held(&graph->annotation->items.at[claim->items.at[i]]))
			return true;
	return claim == &graph->claims[CP_MOTION];
}

static void find_held(struct flattener *flattener)
{
	const cp_graph *graph = flattener->graph;
	for (uint32_t c = 0; c < graph->claims_len; c++)
		flattener->held[c] = assumed_of(flattener, c) != CP_ASSUMED_NOTHING
			|| is_held_claim(graph, &graph->claims[c]);
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		cp_list premises = graph->steps[s].premises;
		uint32_t own = step_argument(flattener, s);
		bool held = true;
		for (size_t p = 0; p < premises.len; p++)
			held &= flattener->held[premises.at[p]];
		flattener->held[own] =
			held || assumed_of(flattener, own) != CP_ASSUMED_NOTHING;
	}
}

/* ---- Attacks ---- */

/* The argument “this claim has fallen”. */
static uint32_t fallen(struct flattener *flattener, uint32_t claim)
{
	if (flattener->fallen[claim] == CP_NONE) {
		flattener->fallen[claim] = flattener->len++;
		attack(flattener, claim, flattener->fallen[claim]);
	}
	return flattener->fallen[claim];
}

static void add_step(struct flattener *flattener, uint32_t index)
{
	const cp_step *step = &flattener->graph->steps[index];
	uint32_t own = step_argument(flattener, index);
	for (size_t p = 0; p < step->premises.len; p++)
		attack(flattener, fallen(flattener, step->premises.at[p]), own);
	uint32_t target = step->kind == CP_UNDERCUTS
		? step_argument(flattener, step->target)
		: step->target;
	if (step->kind != CP_SUPPORTS && flattener->held[target])
		attack(flattener, own, target);
}

/* The argument “this support is undercut”; CP_NONE if nothing undercuts it. Each undercut
 * attacks what attacks it. */
static uint32_t undercut(struct flattener *flattener, const cp_step *support)
{
	uint32_t works = CP_NONE;
	for (size_t i = 0; i < support->undercuts.len; i++) {
		uint32_t step = support->undercuts.at[i];
		if (!is_held_step(flattener, step))
			continue;
		if (works == CP_NONE) {
			works = flattener->len;
			flattener->len += 2;
			attack(flattener, works, works + 1);
		}
		attack(flattener, step_argument(flattener, step), works);
	}
	return works == CP_NONE ? CP_NONE : works + 1;
}

/* `victim` stands only if `condition` does, unless `exception` does. */
static void tie(struct flattener *flattener, uint32_t condition, uint32_t exception,
	uint32_t victim)
{
	uint32_t tied = flattener->len++;
	attack(flattener, condition, tied);
	if (exception != CP_NONE)
		attack(flattener, exception, tied);
	attack(flattener, tied, victim);
}

static void add_necessary(struct flattener *flattener, const cp_step *support)
{
	uint32_t exception = undercut(flattener, support);
	for (size_t p = 0; p < support->premises.len; p++)
		tie(flattener, support->premises.at[p], exception, support->target);
}

/* Of premises that support only together, none follows to have fallen. */
static void add_deductive(struct flattener *flattener, const cp_step *support)
{
	if (support->premises.len == 1)
		tie(flattener, support->target, undercut(flattener, support),
			support->premises.at[0]);
}

/* “Nothing supports the claim”, which each support attacks. */
static void add_evidential(struct flattener *flattener, uint32_t index)
{
	cp_list reasons = flattener->graph->claims[index].reasons;
	uint32_t bare = CP_NONE;
	for (size_t i = 0; i < reasons.len; i++) {
		uint32_t step = reasons.at[i];
		if (flattener->graph->steps[step].kind != CP_SUPPORTS
			|| !is_held_step(flattener, step))
			continue;
		if (bare == CP_NONE)
			attack(flattener, bare = flattener->len++, index);
		attack(flattener, step_argument(flattener, step), bare);
	}
}

static void add_supports(struct flattener *flattener, cp_support support)
{
	static void (*const add[CP_SUPPORT_READINGS])(
		struct flattener *, const cp_step *) = {
		[CP_SUPPORT_NECESSARY] = add_necessary,
		[CP_SUPPORT_DEDUCTIVE] = add_deductive,
	};
	const cp_graph *graph = flattener->graph;
	for (uint32_t s = 0; add[support] && s < graph->steps_len; s++)
		if (graph->steps[s].kind == CP_SUPPORTS && is_held_step(flattener, s)
			&& flattener->held[graph->steps[s].target])
			add[support](flattener, &graph->steps[s]);
	for (uint32_t c = 0; support == CP_SUPPORT_EVIDENTIAL && c < graph->claims_len;
		c++)
		if (flattener->held[c])
			add_evidential(flattener, c);
}

static void add_assumptions(struct flattener *flattener, uint32_t own)
{
	for (uint32_t i = 0; i < own; i++)
		if (assumed_of(flattener, i) == CP_ASSUMED_OUT)
			attack(flattener, flattener->len++, i);
}

const cp_flat *cp_flat_new(cp_arena *arena, const cp_graph *graph, cp_support support)
{
	return cp_flat_assuming(arena, graph, support, NULL);
}

const cp_flat *cp_flat_assuming(cp_arena *arena, const cp_graph *graph,
	cp_support support, const uint8_t *assumed)
{
	size_t own = graph->claims_len + graph->steps_len;
	cp_flat *flat = CP_NEW(arena, cp_flat);
	struct flattener flattener = {
		.arena = arena,
		.graph = graph,
		.assumed = assumed,
		.held = CP_NEW_ARRAY(arena, uint8_t, own),
		.fallen = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len),
		.len = (uint32_t)own,
	};
	for (size_t c = 0; c < graph->claims_len; c++)
		flattener.fallen[c] = CP_NONE;
	find_held(&flattener);
	for (uint32_t s = 0; s < graph->steps_len; s++)
		if (is_held_step(&flattener, s))
			add_step(&flattener, s);
	add_supports(&flattener, support);
	add_assumptions(&flattener, (uint32_t)own);
	*flat = (cp_flat){
		.graph = graph,
		.af = cp_af_new(arena, flattener.len, flattener.attacks.at,
			flattener.attacks.len),
		.held = flattener.held,
	};
	return flat;
}

/* ---- Status ---- */

static void count(cp_arena *arena, const cp_af *af, cp_tally *tally, cp_list extension)
{
	uint8_t *attacked = CP_NEW_ARRAY(arena, uint8_t, af->len);
	for (size_t i = 0; i < extension.len; i++) {
		cp_list targets = cp_af_targets(af, extension.at[i]);
		tally->in[extension.at[i]]++;
		for (size_t t = 0; t < targets.len; t++)
			attacked[targets.at[t]] = 1;
	}
	for (size_t i = 0; i < af->len; i++)
		tally->out[i] += attacked[i];
	tally->extensions++;
}

static cp_status *read_tally(cp_arena *arena, const cp_flat *flat, const cp_tally *tally)
{
	size_t len = flat->graph->claims_len + flat->graph->steps_len;
	cp_status *statuses = CP_NEW_ARRAY(arena, cp_status, len);
	for (size_t i = 0; i < len; i++)
		statuses[i] = !flat->held[i]                 ? CP_STATUS_NOT_ASSERTED
			: !tally->extensions                 ? CP_STATUS_UNRESOLVED
			: tally->in[i] == tally->extensions  ? CP_STATUS_STANDS
			: tally->out[i] == tally->extensions ? CP_STATUS_DEFEATED
							     : CP_STATUS_UNRESOLVED;
	return statuses;
}

cp_answer cp_flat_count(cp_arena *arena, const cp_flat *flat, cp_semantics semantics,
	size_t most, const cp_sat_kit *kit, cp_tally *tally, cp_status **statuses)
{
	cp_arena scratch = {0};
	*tally = (cp_tally){
		.in = CP_NEW_ARRAY(arena, size_t, flat->af->len),
		.out = CP_NEW_ARRAY(arena, size_t, flat->af->len),
	};
	cp_extensions all = cp_af_extensions(arena, flat->af, semantics, most, kit);
	cp_list extension;
	bool is_whole = all.answer == CP_YES && cp_extensions_count(&all) <= most;
	while (is_whole && cp_extensions_next(&scratch, &all, &extension)) {
		count(&scratch, flat->af, tally, extension);
		cp_arena_clear(&scratch);
	}
	*statuses = read_tally(arena, flat, tally);
	return !is_whole ? CP_UNDECIDED : tally->extensions ? CP_YES : CP_NO;
}

cp_answer cp_flat_judge(cp_arena *arena, const cp_flat *flat, cp_semantics semantics,
	size_t most, const cp_sat_kit *kit, cp_status **statuses)
{
	cp_tally tally;
	return cp_flat_count(arena, flat, semantics, most, kit, &tally, statuses);
}
