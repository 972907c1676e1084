/* What is wrong with the structure: circles of reasons, reasons for and against the same
 * thing, items that bear on nothing. */
#include "annotation/annotation.h"

struct edge {
	uint32_t to; /* a cluster */
	uint32_t relation;
	uint32_t next; /* in edges, or CP_NONE */
};

struct checker {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
	uint32_t *first;             /* of each cluster: an edge … */
	CP_ARRAY(struct edge) edges; /* … and the others, linked */
};

static void clear_edges(struct checker *checker)
{
	checker->edges.len = 0;
	for (size_t i = 0; i < cp_annotation_nodes(checker->annotation); i++)
		checker->first[i] = CP_NONE;
}

static void add_edge(
	struct checker *checker, uint32_t from, uint32_t to, uint32_t relation)
{
	from = checker->annotation->cluster[from];
	uint32_t edge = (uint32_t)checker->edges.len;
	*cp_push(checker->arena, &checker->edges) = (struct edge){
		checker->annotation->cluster[to], relation, checker->first[from]};
	checker->first[from] = edge;
}

/* ---- Circles ---- */

enum { NEW, OPEN, DONE };

enum { MOST_NAMED = 12 }; /* items of a circle; hostile ones have thousands */

struct walk {
	unsigned char *state; /* of each cluster */
	uint32_t *edge;       /* of each open cluster: the next edge to follow */
	uint32_t *path;       /* the open clusters, from the first */
	uint32_t *place;      /* of each open cluster in it */
	size_t len;
};

static void report_circle(
	struct checker *checker, const struct walk *walk, size_t from, uint32_t relation)
{
	const cp_annotation *annotation = checker->annotation;
	const cp_target *target =
		&annotation->targets.at[annotation->relations.at[relation].said];
	cp_buf circle = {0};
	for (size_t i = from; i < walk->len && i < from + MOST_NAMED; i++)
		cp_buf_printf(&circle, "%.*s → ",
			CP_FMT(cp_node_id(annotation, walk->path[i])));
	if (walk->len - from > MOST_NAMED)
		cp_buf_printf(&circle, "… (%zu more) → ", walk->len - from - MOST_NAMED);
	cp_buf_printf(&circle, "%.*s", CP_FMT(cp_node_id(annotation, walk->path[from])));
	cp_diag_add(checker->diags, CP_SUPPORT_CYCLE,
		cp_target_place(checker->diags, annotation, target, "to"),
		"these reasons go in a circle: %s", circle.at);
	annotation->items.at[target->item].broken = true;
	cp_buf_clear(&circle);
}

static void open(struct checker *checker, struct walk *walk, uint32_t cluster)
{
	walk->state[cluster] = OPEN;
	walk->edge[cluster] = checker->first[cluster];
	walk->place[cluster] = (uint32_t)walk->len;
	walk->path[walk->len++] = cluster;
}

/* Depth first, without recursion: chains of reasons may be as long as the file. */
static void walk_from(struct checker *checker, struct walk *walk, uint32_t start)
{
	open(checker, walk, start);
	while (walk->len) {
		uint32_t at = walk->path[walk->len - 1], edge = walk->edge[at];
		if (edge == CP_NONE) {
			walk->state[at] = DONE;
			walk->len--;
			continue;
		}
		const struct edge *next = &checker->edges.at[edge];
		walk->edge[at] = next->next;
		if (walk->state[next->to] == NEW) {
			open(checker, walk, next->to);
		} else if (walk->state[next->to] == OPEN) {
			report_circle(
				checker, walk, walk->place[next->to], next->relation);
		}
	}
}

static void check_circles(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	size_t count = cp_annotation_nodes(annotation);
	clear_edges(checker);
	for (uint32_t i = 0; i < annotation->relations.len; i++) {
		const cp_relation *relation = &annotation->relations.at[i];
		for (size_t p = 0;
			relation->kind == CP_SUPPORTS && p < relation->premises_len; p++)
			add_edge(checker, relation->premises[p], relation->target, i);
	}
	struct walk walk = {
		.state = CP_NEW_ARRAY(checker->arena, unsigned char, count),
		.edge = CP_NEW_ARRAY(checker->arena, uint32_t, count),
		.path = CP_NEW_ARRAY(checker->arena, uint32_t, count),
		.place = CP_NEW_ARRAY(checker->arena, uint32_t, count),
	};
	for (uint32_t i = 0; i < count; i++)
		if (annotation->cluster[i] == i && walk.state[i] == NEW)
			walk_from(checker, &walk, i);
}

/* ---- For and against ---- */

static void report_pair(
	struct checker *checker, const cp_relation *first, const cp_relation *second)
{
	const cp_annotation *annotation = checker->annotation;
	const cp_target *target = &annotation->targets.at[second->said];
	cp_item *item = &annotation->items.at[target->item];
	cp_diag *diag = cp_diag_add(checker->diags, CP_SUPPORT_AND_REBUT,
		cp_target_place(checker->diags, annotation, target, "to"),
		"\"%.*s\" both supports and rebuts \"%.*s\"", CP_FMT(item->id),
		CP_FMT(target->to));
	cp_diag_also(checker->diags, diag,
		cp_target_place(checker->diags, annotation,
			&annotation->targets.at[first->said], "to"),
		"the other relation is here");
	item->broken = true;
}

/* Which relation an item bears on a target with was met last, of each target and kind; and
 * whose it was tells whether it is still of the same item. */
static void check_for_and_against(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	size_t nodes = cp_annotation_nodes(annotation);
	const cp_relation **last[CP_UNDERCUTS] = {
		[CP_SUPPORTS] = CP_NEW_ARRAY(checker->arena, const cp_relation *, nodes),
		[CP_REBUTS] = CP_NEW_ARRAY(checker->arena, const cp_relation *, nodes),
	};
	for (size_t i = 0; i < annotation->relations.len; i++) {
		const cp_relation *relation = &annotation->relations.at[i];
		if (relation->kind == CP_UNDERCUTS)
			continue;
		uint32_t target = annotation->cluster[relation->target];
		const cp_relation *same = last[relation->kind][target];
		const cp_relation *other =
			last[relation->kind == CP_SUPPORTS ? CP_REBUTS : CP_SUPPORTS]
			    [target];
		bool again = same && same->premises[0] == relation->premises[0];
		if (other && !again && other->premises[0] == relation->premises[0])
			report_pair(checker, other, relation);
		last[relation->kind][target] = relation;
	}
}

/* ---- The way to the motion ---- */

static void add_ways(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	clear_edges(checker);
	for (uint32_t i = 0; i < annotation->relations.len; i++) {
		const cp_relation *relation = &annotation->relations.at[i];
		/* From what is borne upon to what bears on it: the walk starts at the motion. */
		uint32_t to = relation->kind == CP_UNDERCUTS
			? annotation->relations.at[relation->target].premises[0]
			: relation->target;
		for (size_t p = 0; p < relation->premises_len; p++)
			add_edge(checker, to, relation->premises[p], i);
	}
	for (size_t i = 0; i < annotation->concessions.len; i++)
		add_edge(checker, annotation->concessions.at[i].of,
			annotation->concessions.at[i].by, CP_NONE);
}

static void report_no_way(struct checker *checker, uint32_t node)
{
	const cp_annotation *annotation = checker->annotation;
	const cp_item *item = cp_annotation_item(annotation, node);
	/* What draft found waits to be connected; that is said once for all. */
	if (!item->broken && !item->automatic)
		cp_diag_add(checker->diags, CP_NO_WAY_TO_MOTION,
			cp_item_place(checker->diags, annotation, item, "id"),
			"nothing leads from \"%.*s\" to the motion", CP_FMT(item->id));
}

static void check_ways(struct checker *checker)
{
	const cp_annotation *annotation = checker->annotation;
	size_t count = cp_annotation_nodes(annotation), len = 0;
	bool *seen = CP_NEW_ARRAY(checker->arena, bool, count);
	uint32_t *queue = CP_NEW_ARRAY(checker->arena, uint32_t, count);
	add_ways(checker);
	queue[len++] = CP_MOTION_NODE;
	seen[CP_MOTION_NODE] = true;
	for (size_t i = 0; i < len; i++)
		for (uint32_t e = checker->first[queue[i]]; e != CP_NONE;
			e = checker->edges.at[e].next)
			if (!seen[checker->edges.at[e].to]) {
				seen[checker->edges.at[e].to] = true;
				queue[len++] = checker->edges.at[e].to;
			}
	/* Where something else is wrong, that is why nothing leads to the motion. */
	for (uint32_t node = 1; node < count && !checker->diags->count[CP_ERROR]; node++)
		if (!seen[annotation->cluster[node]])
			report_no_way(checker, node);
}

void cp_annotation_check_structure(
	cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	struct checker checker = {
		.arena = arena, .annotation = annotation, .diags = diags};
	checker.first = CP_NEW_ARRAY(arena, uint32_t, cp_annotation_nodes(annotation));
	check_circles(&checker);
	check_for_and_against(&checker);
	check_ways(&checker);
}
