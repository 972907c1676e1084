/* From targets as written to relations whose ends are known.
 *
 * Items that restate one another are joined first, since what points inside such a cluster
 * is no relation. Then supports and rebuttals are made, in the order of the file, then
 * undercuts: an undercut points at a step, so the steps must be there. */
#include "annotation/annotation.h"

#include "text/suggest.h"

struct relator {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
	uint32_t
		*last_use; /* of each node: the relation that it was last added to, + 1 */
	uint32_t *first_step; /* of each node: a step that it is a premise of … */
	CP_ARRAY(struct step) steps; /* … and the others, linked */
};

struct step {
	uint32_t relation;
	uint32_t leads_to; /* a cluster; of an undercut, that of the item it attacks */
	uint32_t next;     /* in steps, or CP_NONE */
};

static cp_item *owner_of(struct relator *relator, const cp_target *target)
{
	return &relator->annotation->items.at[target->item];
}

static void break_item(struct relator *relator, const cp_target *target)
{
	owner_of(relator, target)->broken = true;
}

/* ---- Ids ---- */

static void report_unknown(
	struct relator *relator, const cp_target *target, cp_str id, const char *part)
{
	cp_annotation *annotation = relator->annotation;
	cp_diag *diag = cp_diag_add(relator->diags, CP_UNKNOWN_ID,
		cp_target_place(relator->diags, annotation, target, part),
		"\"%.*s\" %s \"%.*s\", and there is no such item",
		CP_FMT(owner_of(relator, target)->id), cp_relation_names[target->kind],
		CP_FMT(id));
	break_item(relator, target);
	if (cp_thread_find(annotation->thread, id) != CP_NONE) {
		cp_diag_hint(relator->diags, diag,
			"\"%.*s\" is a comment: "
			"relations point at items, or at the motion",
			CP_FMT(id));
		return;
	}
	cp_suggestion near = cp_suggestion_in(relator->diags, id);
	cp_suggestion_see(&near, annotation->motion_id);
	for (size_t i = 0; i < annotation->items.len && !near.spent; i++)
		if (&annotation->items.at[i] != owner_of(relator, target))
			cp_suggestion_see(&near, annotation->items.at[i].id);
	cp_suggestion_hint(relator->diags, diag, &near);
}

static uint32_t find_node(
	struct relator *relator, const cp_target *target, cp_str id, const char *part)
{
	uint32_t node = cp_map_find(&relator->annotation->nodes_by_id, id);
	if (node == CP_NONE)
		report_unknown(relator, target, id, part);
	return node;
}

static bool is_self(
	struct relator *relator, const cp_target *target, uint32_t node, const char *part)
{
	if (node != target->item + 1)
		return false;
	cp_diag_add(relator->diags, CP_SELF_RELATION,
		cp_target_place(relator->diags, relator->annotation, target, part),
		"\"%.*s\" %s itself", CP_FMT(owner_of(relator, target)->id),
		cp_relation_names[target->kind]);
	break_item(relator, target);
	return true;
}

/* ---- Clusters of items that say the same (union-find, first node as the name) ---- */

static uint32_t find_cluster(uint32_t *cluster, uint32_t node)
{
	while (cluster[node] != node)
		node = cluster[node] = cluster[cluster[node]];
	return node;
}

static void join(struct relator *relator, const cp_target *target)
{
	uint32_t node = find_node(relator, target, target->to, "to");
	if (node == CP_NONE || is_self(relator, target, node, "to"))
		return;
	uint32_t a = find_cluster(relator->annotation->cluster, target->item + 1);
	uint32_t b = find_cluster(relator->annotation->cluster, node);
	relator->annotation->cluster[a > b ? a : b] = a > b ? b : a;
}

static void join_clusters(struct relator *relator)
{
	cp_annotation *annotation = relator->annotation;
	size_t count = cp_annotation_nodes(annotation);
	annotation->cluster = CP_NEW_ARRAY(relator->arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		annotation->cluster[i] = i;
	for (size_t i = 0; i < annotation->targets.len; i++)
		if (annotation->targets.at[i].kind == CP_RESTATES)
			join(relator, &annotation->targets.at[i]);
	for (uint32_t i = 0; i < count; i++)
		annotation->cluster[i] = find_cluster(annotation->cluster, i);
}

/* ---- Relations ---- */

static void add_step(
	struct relator *relator, uint32_t node, uint32_t relation, uint32_t leads_to)
{
	uint32_t step = (uint32_t)relator->steps.len;
	*cp_push(relator->arena, &relator->steps) =
		(struct step){relation, leads_to, relator->first_step[node]};
	relator->first_step[node] = step;
}

/* The cluster that a step leads to; of a step that is itself an undercut, that of the item
 * whose step it attacks. */
static uint32_t leads_to(struct relator *relator, const cp_target *target, uint32_t to)
{
	uint32_t node = target->from.len
		? cp_map_find(&relator->annotation->nodes_by_id, target->from)
		: to;
	return node == CP_NONE ? CP_NONE : relator->annotation->cluster[node];
}

/* A premise that is named twice is there once. */
static void add_premise(struct relator *relator, cp_relation *relation, uint32_t node)
{
	uint32_t use = (uint32_t)relator->annotation->relations.len;
	if (relator->last_use[node] == use)
		return;
	relator->last_use[node] = use;
	relation->premises[relation->premises_len++] = node;
}

static void add_relation(struct relator *relator, const cp_target *target, uint32_t to)
{
	cp_annotation *annotation = relator->annotation;
	uint32_t index = (uint32_t)annotation->relations.len;
	cp_relation *relation = cp_push(relator->arena, &annotation->relations);
	*relation = (cp_relation){.kind = target->kind,
		.target = to,
		.said = (uint32_t)(target - annotation->targets.at)};
	relation->premises = CP_NEW_ARRAY(relator->arena, uint32_t, 1 + target->with_len);
	add_premise(relator, relation, target->item + 1);
	for (size_t i = 0; i < target->with_len; i++) {
		char part[32];
		snprintf(part, sizeof part, "with/%zu", i);
		uint32_t premise = find_node(relator, target, target->with[i], part);
		if (premise != CP_MOTION_NODE && premise != CP_NONE
			&& !is_self(relator, target, premise, part))
			add_premise(relator, relation, premise);
	}
	uint32_t cluster = leads_to(relator, target, to);
	for (size_t i = 0; i < relation->premises_len; i++)
		add_step(relator, relation->premises[i], index, cluster);
}

static void report_inside(struct relator *relator, const cp_target *target)
{
	cp_diag_add(relator->diags, CP_RESTATES_ATTACK,
		cp_target_place(relator->diags, relator->annotation, target, "to"),
		"\"%.*s\" %s \"%.*s\", and says the same",
		CP_FMT(owner_of(relator, target)->id), cp_relation_names[target->kind],
		CP_FMT(target->to));
	break_item(relator, target);
}

static void relate(struct relator *relator, const cp_target *target)
{
	cp_annotation *annotation = relator->annotation;
	uint32_t node = find_node(relator, target, target->to, "to");
	/* What an undercut defends, `to` where it has a `from`, may well be the item itself. */
	bool defends = target->from.len > 0;
	if (node == CP_NONE || (!defends && is_self(relator, target, node, "to")))
		return;
	if (target->kind == CP_CONCEDES)
		*cp_push(relator->arena, &annotation->concessions) =
			(cp_concession){.by = target->item + 1,
				.of = node,
				.said = (uint32_t)(target - annotation->targets.at)};
	else if (!defends
		&& annotation->cluster[node] == annotation->cluster[target->item + 1])
		report_inside(relator, target);
	else
		add_relation(relator, target, node);
}

/* ---- Undercuts ---- */

/* The node that a step leads to; of a step that is itself an undercut, the item whose step
 * that one attacks. */
static uint32_t step_target(const cp_annotation *annotation, const cp_relation *step)
{
	const cp_target *target = &annotation->targets.at[step->said];
	return cp_map_find(
		&annotation->nodes_by_id, target->from.len ? target->from : target->to);
}

static void report_no_step(struct relator *relator, const cp_target *target, cp_str from)
{
	cp_diag *diag = cp_diag_add(relator->diags, CP_NO_STEP,
		cp_target_place(relator->diags, relator->annotation, target,
			target->from.len ? "from" : "to"),
		target->from.len
			? "\"%.*s\" takes no step to \"%.*s\" that could be undercut"
			: "\"%.*s\" takes no step that could be undercut%.*s",
		CP_FMT(from), CP_FMT(target->from.len ? target->to : (cp_str){0}));
	if (!target->from.len)
		cp_diag_hint(relator->diags, diag,
			"to attack \"%.*s\" itself, use \"rebuts\"", CP_FMT(from));
	break_item(relator, target);
}

static void report_ambiguous(
	struct relator *relator, const cp_target *target, cp_str from, uint32_t one)
{
	const cp_annotation *annotation = relator->annotation;
	cp_diag *diag = cp_diag_add(relator->diags, CP_AMBIGUOUS_STEP,
		cp_target_place(relator->diags, annotation, target, "to"),
		"\"%.*s\" takes more than one step", CP_FMT(from));
	cp_str to = cp_node_id(
		annotation, step_target(annotation, &annotation->relations.at[one]));
	cp_diag_hint(relator->diags, diag,
		"say which, as in { \"from\": \"%.*s\", \"to\": \"%.*s\" }", CP_FMT(from),
		CP_FMT(to));
	break_item(relator, target);
}

/* Do two steps do the same? Then it does not matter which is meant. */
static bool are_the_same(
	const struct relator *relator, const struct step *a, const struct step *b)
{
	const cp_relation *relations = relator->annotation->relations.at;
	return a->leads_to == b->leads_to
		&& relations[a->relation].kind == relations[b->relation].kind
		&& relations[a->relation].premises_len == 1
		&& relations[b->relation].premises_len == 1;
}

/* Gives an undercut its step; false where there is none, or more than one. */
static bool find_step(struct relator *relator, cp_relation *undercut, uint32_t self)
{
	const cp_annotation *annotation = relator->annotation;
	const cp_target *target = &annotation->targets.at[undercut->said];
	bool pair = target->from.len > 0;
	cp_str from = pair ? target->from : target->to;
	uint32_t node = pair ? find_node(relator, target, target->from, "from")
			     : undercut->target;
	uint32_t to = annotation->cluster[undercut->target], count = 0;
	const struct step *found = NULL;
	undercut->target = self;
	if (node == CP_NONE || (pair && is_self(relator, target, node, "from")))
		return false;
	for (uint32_t i = relator->first_step[node]; i != CP_NONE && count < 2;
		i = relator->steps.at[i].next) {
		const struct step *step = &relator->steps.at[i];
		if (step->relation == self || (pair && step->leads_to != to)
			|| (found && are_the_same(relator, step, found)))
			continue;
		found = step;
		count++;
	}
	if (count == 0)
		report_no_step(relator, target, from);
	else if (count > 1)
		report_ambiguous(relator, target, from, found->relation);
	undercut->target = count == 1 ? found->relation : self;
	return count == 1;
}

/* What undercuts a dropped undercut is dropped too. A relation is passed once, as whatever
 * is met again has its final fate. */
static void spread_drops(const cp_annotation *annotation, bool *dropped, bool *seen)
{
	for (uint32_t i = 0; i < annotation->relations.len; i++) {
		uint32_t end = i;
		while (annotation->relations.at[end].kind == CP_UNDERCUTS && !dropped[end]
			&& !seen[end]) {
			seen[end] = true;
			end = annotation->relations.at[end].target;
		}
		for (uint32_t at = i; dropped[end] && at != end;
			at = annotation->relations.at[at].target)
			dropped[at] = true;
	}
}

/* Takes the dropped relations out, and corrects the indices of the others. */
static void drop_stepless(cp_annotation *annotation, const bool *dropped, uint32_t *moved)
{
	size_t count = annotation->relations.len, kept = 0;
	for (size_t i = 0; i < count; i++) {
		moved[i] = (uint32_t)kept;
		if (!dropped[i])
			annotation->relations.at[kept++] = annotation->relations.at[i];
	}
	annotation->relations.len = kept;
	for (size_t i = 0; i < kept; i++)
		if (annotation->relations.at[i].kind == CP_UNDERCUTS)
			annotation->relations.at[i].target =
				moved[annotation->relations.at[i].target];
}

static void resolve_undercuts(struct relator *relator)
{
	cp_annotation *annotation = relator->annotation;
	size_t count = annotation->relations.len;
	bool *dropped = CP_NEW_ARRAY(relator->arena, bool, count);
	for (uint32_t i = 0; i < count; i++)
		if (annotation->relations.at[i].kind == CP_UNDERCUTS)
			dropped[i] = !find_step(relator, &annotation->relations.at[i], i);
	spread_drops(annotation, dropped, CP_NEW_ARRAY(relator->arena, bool, count));
	drop_stepless(annotation, dropped, CP_NEW_ARRAY(relator->arena, uint32_t, count));
}

void cp_annotation_relate(cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	struct relator relator = {
		.arena = arena, .annotation = annotation, .diags = diags};
	size_t count = cp_annotation_nodes(annotation);
	relator.first_step = CP_NEW_ARRAY(arena, uint32_t, count);
	relator.last_use = CP_NEW_ARRAY(arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		relator.first_step[i] = CP_NONE;
	join_clusters(&relator);
	cp_reserve(arena, &annotation->relations, annotation->targets.len);
	for (size_t i = 0; i < annotation->targets.len; i++)
		if (annotation->targets.at[i].kind != CP_RESTATES)
			relate(&relator, &annotation->targets.at[i]);
	resolve_undercuts(&relator);
}
