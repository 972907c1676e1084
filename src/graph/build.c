#include "graph/graph.h"

#include "graph/lists.h"
#include "graph/people.h"

struct builder {
	cp_arena *arena;
	const cp_annotation *annotation;
	cp_graph *graph;
	const bool *keep;  /* of each item; NULL: all */
	uint32_t *step_of; /* of each relation; CP_NONE: it is left out */
};

/* ---- Claims ---- */

/* Of several items that say the same, the best label: a gist before words, and whoever
 * says it himself before one who quotes it. */
static int label_rank(const cp_item *item)
{
	return (item->gist.len ? 2 : 0) + (item->kind != CP_QUOTATION ? 1 : 0);
}

static void label_claim(struct builder *builder, cp_claim *claim)
{
	claim->item = CP_NONE;
	for (size_t i = 0; i < claim->items.len; i++) {
		const cp_item *item = &builder->annotation->items.at[claim->items.at[i]];
		claim->broken |= item->broken;
		if (claim->item == CP_NONE
			|| label_rank(item)
				> label_rank(&builder->annotation->items.at[claim->item]))
			claim->item = claim->items.at[i];
	}
	if (claim->item == CP_NONE)
		return;
	const cp_item *item = &builder->annotation->items.at[claim->item];
	claim->verbatim = !item->gist.len;
	claim->text = item->gist.len ? item->gist
		: item->quote.len    ? cp_item_text(builder->annotation, item)
				     : item->id;
}

/* The first kept node that says the same gives each claim its place; claims of which nothing
 * is kept have none. */
static uint32_t *number_claims(struct builder *builder)
{
	const cp_annotation *annotation = builder->annotation;
	size_t nodes = cp_annotation_nodes(annotation);
	uint32_t *claim_of_node = CP_NEW_ARRAY(builder->arena, uint32_t, nodes);
	uint32_t *claim_of_cluster = CP_NEW_ARRAY(builder->arena, uint32_t, nodes);
	for (size_t node = 0; node < nodes; node++)
		claim_of_cluster[node] = claim_of_node[node] = CP_NONE;
	for (uint32_t node = 0; node < nodes; node++) {
		uint32_t *claim = &claim_of_cluster[annotation->cluster[node]];
		if (node != CP_MOTION_NODE && builder->keep && !builder->keep[node - 1])
			continue;
		if (*claim == CP_NONE)
			*claim = (uint32_t)builder->graph->claims_len++;
		claim_of_node[node] = *claim;
	}
	return claim_of_node;
}

static void build_claims(struct builder *builder)
{
	cp_graph *graph = builder->graph;
	const cp_annotation *annotation = builder->annotation;
	uint32_t *claim_of_node = number_claims(builder);
	graph->claims = CP_NEW_ARRAY(builder->arena, cp_claim, graph->claims_len);
	graph->claim_of = claim_of_node + 1;
	struct cp_lists lists = cp_lists_new(builder->arena, graph->claims_len);
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (graph->claim_of[i] != CP_NONE)
			cp_lists_count(&lists, graph->claim_of[i]);
	cp_lists_ready(builder->arena, &lists, graph->claims_len);
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (graph->claim_of[i] != CP_NONE)
			cp_lists_add(&lists, graph->claim_of[i], i);
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		graph->claims[c].items = cp_lists_of(&lists, c);
		label_claim(builder, &graph->claims[c]);
	}
	graph->claims[CP_MOTION].text = annotation->motion;
	graph->claims[CP_MOTION].item = CP_NONE;
	graph->claims[CP_MOTION].verbatim = false;
}

/* ---- Steps ---- */

static cp_str step_id(struct builder *builder, const cp_relation *relation)
{
	const cp_annotation *annotation = builder->annotation;
	const cp_target *said = &annotation->targets.at[relation->said];
	cp_buf id = {0};
	cp_buf_put(&id, annotation->items.at[said->item].id);
	cp_buf_puts(&id, relation->kind == CP_UNDERCUTS ? ">>" : ">");
	cp_buf_put(&id, said->from);
	cp_buf_puts(&id, said->from.len ? ">" : "");
	cp_buf_put(&id, said->to);
	return cp_buf_settle(builder->arena, &id);
}

/* Premises that say the same count once. */
static cp_list read_premises(struct builder *builder, const cp_relation *relation)
{
	uint32_t *premises =
		CP_NEW_ARRAY(builder->arena, uint32_t, relation->premises_len);
	size_t len = 0;
	for (size_t i = 0; i < relation->premises_len; i++) {
		uint32_t claim = cp_claim_of_node(builder->graph, relation->premises[i]);
		bool known = false;
		for (size_t j = 0; j < len; j++)
			known |= premises[j] == claim;
		if (!known)
			premises[len++] = claim;
	}
	return (cp_list){premises, len};
}

static bool has_claims(const cp_graph *graph, const cp_relation *relation)
{
	bool all = relation->kind == CP_UNDERCUTS
		|| cp_claim_of_node(graph, relation->target) != CP_NONE;
	for (size_t i = 0; i < relation->premises_len; i++)
		all &= cp_claim_of_node(graph, relation->premises[i]) != CP_NONE;
	return all;
}

/* An undercut goes with the step that it attacks. */
static void leave_out_undercuts(const cp_annotation *annotation, uint32_t *step_of)
{
	for (bool more = true; more;) {
		more = false;
		for (size_t i = 0; i < annotation->relations.len; i++) {
			const cp_relation *relation = &annotation->relations.at[i];
			if (relation->kind != CP_UNDERCUTS || step_of[i] == CP_NONE
				|| step_of[relation->target] != CP_NONE)
				continue;
			step_of[i] = CP_NONE;
			more = true;
		}
	}
}

static void number_steps(struct builder *builder)
{
	const cp_annotation *annotation = builder->annotation;
	size_t count = annotation->relations.len;
	uint32_t *step_of = CP_NEW_ARRAY(builder->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		step_of[i] = has_claims(builder->graph, &annotation->relations.at[i])
			? 0
			: CP_NONE;
	leave_out_undercuts(annotation, step_of);
	for (size_t i = 0; i < count; i++)
		if (step_of[i] != CP_NONE)
			step_of[i] = (uint32_t)builder->graph->steps_len++;
	builder->step_of = step_of;
}

static void read_steps(struct builder *builder)
{
	cp_graph *graph = builder->graph;
	number_steps(builder);
	graph->steps = CP_NEW_ARRAY(builder->arena, cp_step, graph->steps_len);
	for (size_t i = 0; i < builder->annotation->relations.len; i++) {
		const cp_relation *relation = &builder->annotation->relations.at[i];
		if (builder->step_of[i] == CP_NONE)
			continue;
		graph->steps[builder->step_of[i]] = (cp_step){
			.kind = relation->kind,
			.id = step_id(builder, relation),
			.premises = read_premises(builder, relation),
			.target = relation->kind == CP_UNDERCUTS
				? builder->step_of[relation->target]
				: cp_claim_of_node(graph, relation->target),
			.item = relation->premises[0] - 1,
			.said = &builder->annotation->targets.at[relation->said],
		};
	}
}

static void link_steps(struct builder *builder)
{
	cp_graph *graph = builder->graph;
	struct cp_lists reasons = cp_lists_new(builder->arena, graph->claims_len);
	struct cp_lists uses = cp_lists_new(builder->arena, graph->claims_len);
	struct cp_lists undercuts = cp_lists_new(builder->arena, graph->steps_len);
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		const cp_step *step = &graph->steps[s];
		cp_lists_count(
			step->kind == CP_UNDERCUTS ? &undercuts : &reasons, step->target);
		for (size_t p = 0; p < step->premises.len; p++)
			cp_lists_count(&uses, step->premises.at[p]);
	}
	cp_lists_ready(builder->arena, &reasons, graph->claims_len);
	cp_lists_ready(builder->arena, &uses, graph->claims_len);
	cp_lists_ready(builder->arena, &undercuts, graph->steps_len);
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		const cp_step *step = &graph->steps[s];
		cp_lists_add(step->kind == CP_UNDERCUTS ? &undercuts : &reasons,
			step->target, s);
		for (size_t p = 0; p < step->premises.len; p++)
			cp_lists_add(&uses, step->premises.at[p], s);
	}
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		graph->claims[c].reasons = cp_lists_of(&reasons, c);
		graph->claims[c].uses = cp_lists_of(&uses, c);
	}
	for (uint32_t s = 0; s < graph->steps_len; s++)
		graph->steps[s].undercuts = cp_lists_of(&undercuts, s);
}

/* ---- Stance ---- */

cp_stance cp_stance_opposite(cp_stance stance)
{
	return stance == CP_STANCE_PRO       ? CP_STANCE_CONTRA
		: stance == CP_STANCE_CONTRA ? CP_STANCE_PRO
					     : stance;
}

/* Claims and steps whose stance has grown, to be looked at. It grows from none to one side
 * to both, so each is looked at twice at most. */
struct spread {
	uint32_t *queue; /* claims, and steps counted on from the claims */
	size_t head, tail;
	cp_stance *stance; /* of each step */
};

static void reach_claim(
	cp_graph *graph, struct spread *spread, uint32_t claim, cp_stance stance)
{
	cp_stance grown = (cp_stance)(graph->claims[claim].stance | stance);
	if (grown != graph->claims[claim].stance)
		spread->queue[spread->tail++] = claim;
	graph->claims[claim].stance = grown;
}

static void reach_step(
	cp_graph *graph, struct spread *spread, uint32_t step, cp_stance stance)
{
	cp_stance grown = (cp_stance)(spread->stance[step] | stance);
	if (grown != spread->stance[step])
		spread->queue[spread->tail++] = (uint32_t)graph->claims_len + step;
	spread->stance[step] = grown;
}

static void leave_claim(cp_graph *graph, struct spread *spread, const cp_claim *claim)
{
	for (size_t i = 0; i < claim->reasons.len; i++) {
		uint32_t step = claim->reasons.at[i];
		reach_step(graph, spread, step,
			graph->steps[step].kind == CP_SUPPORTS
				? claim->stance
				: cp_stance_opposite(claim->stance));
	}
}

/* An undercut takes its step away from that step's side. */
static void leave_step(cp_graph *graph, struct spread *spread, uint32_t index)
{
	const cp_step *step = &graph->steps[index];
	cp_stance stance = spread->stance[index];
	for (size_t i = 0; i < step->premises.len; i++)
		reach_claim(graph, spread, step->premises.at[i], stance);
	for (size_t i = 0; i < step->undercuts.len; i++)
		reach_step(
			graph, spread, step->undercuts.at[i], cp_stance_opposite(stance));
}

static void find_stances(struct builder *builder)
{
	cp_graph *graph = builder->graph;
	struct spread spread = {
		.queue = CP_NEW_ARRAY(builder->arena, uint32_t,
			(graph->claims_len + graph->steps_len) * 2),
		.stance = CP_NEW_ARRAY(builder->arena, cp_stance, graph->steps_len),
	};
	reach_claim(graph, &spread, CP_MOTION, CP_STANCE_PRO);
	while (spread.head < spread.tail) {
		uint32_t next = spread.queue[spread.head++];
		if (next < graph->claims_len)
			leave_claim(graph, &spread, &graph->claims[next]);
		else
			leave_step(graph, &spread, next - (uint32_t)graph->claims_len);
	}
}

/* ---- Depth ---- */

struct reach {
	uint32_t *queue; /* steps, the nearest to the motion first */
	size_t tail;
	uint32_t *depth; /* of each step; 0: not reached yet */
};

static void reach_steps(struct reach *reach, cp_list steps, uint32_t depth)
{
	for (size_t i = 0; i < steps.len; i++)
		if (!reach->depth[steps.at[i]]) {
			reach->depth[steps.at[i]] = depth;
			reach->queue[reach->tail++] = steps.at[i];
		}
}

/* Breadth first over the steps: each is one further than the claim or step it bears on. */
static void find_depths(struct builder *builder)
{
	cp_graph *graph = builder->graph;
	struct reach reach = {
		.queue = CP_NEW_ARRAY(builder->arena, uint32_t, graph->steps_len),
		.depth = CP_NEW_ARRAY(builder->arena, uint32_t, graph->steps_len),
	};
	for (size_t c = 0; c < graph->claims_len; c++)
		graph->claims[c].depth = c == CP_MOTION ? 0 : CP_NONE;
	reach_steps(&reach, graph->claims[CP_MOTION].reasons, 1);
	for (size_t head = 0; head < reach.tail; head++) {
		const cp_step *step = &graph->steps[reach.queue[head]];
		uint32_t depth = reach.depth[reach.queue[head]];
		for (size_t i = 0; i < step->premises.len; i++) {
			cp_claim *claim = &graph->claims[step->premises.at[i]];
			if (claim->depth != CP_NONE)
				continue;
			claim->depth = depth;
			reach_steps(&reach, claim->reasons, depth + 1);
		}
		reach_steps(&reach, step->undercuts, depth + 1);
	}
}

cp_stance cp_step_stance(const cp_graph *graph, uint32_t step)
{
	bool attack = false;
	for (size_t passed = 0; graph->steps[step].kind == CP_UNDERCUTS; passed++) {
		if (passed == graph->steps_len)
			return CP_STANCE_NONE; /* undercuts of one another */
		attack = !attack;
		step = graph->steps[step].target;
	}
	cp_stance stance = graph->claims[graph->steps[step].target].stance;
	return (graph->steps[step].kind == CP_REBUTS) != attack
		? cp_stance_opposite(stance)
		: stance;
}

uint32_t cp_step_aim(const cp_graph *graph, const cp_step *step)
{
	return step->kind == CP_UNDERCUTS ? graph->steps[step->target].premises.at[0]
					  : step->target;
}

cp_graph *cp_graph_part(cp_arena *arena, const cp_annotation *annotation,
	const cp_thread *thread, const bool *keep)
{
	cp_graph *graph = CP_NEW(arena, cp_graph);
	struct builder builder = {arena, annotation, graph, keep, NULL};
	graph->annotation = annotation;
	graph->thread = thread;
	build_claims(&builder);
	read_steps(&builder);
	link_steps(&builder);
	find_stances(&builder);
	find_depths(&builder);
	cp_graph_find_people(arena, graph);
	return graph;
}

const cp_graph *cp_graph_new(cp_arena *arena, const cp_annotation *annotation)
{
	return cp_graph_part(arena, annotation, annotation->thread, NULL);
}
