#include "graph/choose.h"

#include "text/suggest.h"

struct chooser {
	cp_arena *arena;
	const cp_graph *whole; /* of what was said until then */
	const cp_choice *choice;
	bool *want;      /* of each claim */
	uint32_t *queue; /* claims that are wanted */
	uint32_t *
		steps; /* from the focus or the motion, of each claim; CP_NONE: not found */
	size_t tail;
};

/* ---- Unknown names ---- */

static void report(cp_diags *diags, const char *what, const cp_suggestion *near)
{
	cp_diag *diag = cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
		"there is no %s \"%.*s\"", what, CP_FMT(near->wanted));
	cp_suggestion_hint(diags, diag, near);
}

static uint32_t find_comment(const cp_thread *thread, cp_str id, cp_diags *diags)
{
	uint32_t comment = cp_thread_find(thread, id);
	if (comment != CP_NONE)
		return comment;
	cp_suggestion near = cp_suggestion_for(id);
	for (size_t i = 0; i < thread->comments.len; i++)
		cp_suggestion_see(&near, thread->comments.at[i].id);
	report(diags, "comment", &near);
	return CP_NONE;
}

static uint32_t find_node(const cp_annotation *annotation, cp_str id, cp_diags *diags)
{
	uint32_t node = cp_map_find(&annotation->nodes_by_id, id);
	if (node != CP_NONE)
		return node;
	cp_suggestion near = cp_suggestion_for(id);
	for (uint32_t i = 0; i < cp_annotation_nodes(annotation); i++)
		cp_suggestion_see(&near, cp_node_id(annotation, i));
	report(diags, "item", &near);
	return CP_NONE;
}

static uint32_t find_person(const cp_graph *graph, cp_str name, cp_diags *diags)
{
	cp_suggestion near = cp_suggestion_for(name);
	for (uint32_t i = 0; i < graph->people_len; i++) {
		if (graph->people[i].name.len && cp_str_eq(graph->people[i].name, name))
			return i;
		if (graph->people[i].name.len)
			cp_suggestion_see(&near, graph->people[i].name);
	}
	report(diags, "speaker", &near);
	return CP_NONE;
}

/* ---- The debate so far ---- */

/* The first comments of a thread. */
static const cp_thread *cut_thread(
	cp_arena *arena, const cp_thread *thread, uint32_t last)
{
	cp_thread *cut = CP_NEW(arena, cp_thread);
	*cut = *thread;
	cut->comments.len = cut->comments.cap = (size_t)last + 1;
	cut->comments.at = CP_NEW_ARRAY(arena, cp_comment, cut->comments.len);
	for (size_t i = 0; i < cut->comments.len; i++) {
		cut->comments.at[i] = thread->comments.at[i];
		if (thread->comments.at[i].reply != CP_NONE
			&& thread->comments.at[i].reply > last)
			cut->comments.at[i].reply = CP_NONE;
	}
	return cut;
}

static bool is_said_by(const cp_item *item, uint32_t last)
{
	return (item->comment == CP_NONE || item->comment <= last)
		&& (item->quoted_comment == CP_NONE || item->quoted_comment <= last);
}

static cp_graph *cut_debate(
	cp_arena *arena, const cp_annotation *annotation, uint32_t last)
{
	bool *keep = CP_NEW_ARRAY(arena, bool, annotation->items.len);
	for (size_t i = 0; i < annotation->items.len; i++)
		keep[i] = is_said_by(&annotation->items.at[i], last);
	return cp_graph_part(
		arena, annotation, cut_thread(arena, annotation->thread, last), keep);
}

/* ---- Claims ---- */

static void want(struct chooser *chooser, uint32_t claim, uint32_t steps)
{
	if (chooser->steps[claim] != CP_NONE || steps > chooser->choice->depth)
		return;
	chooser->steps[claim] = steps;
	chooser->want[claim] = true;
	chooser->queue[chooser->tail++] = claim;
}

static void want_premises(struct chooser *chooser, uint32_t step, uint32_t steps)
{
	const cp_list *premises = &chooser->whole->steps[step].premises;
	for (size_t i = 0; i < premises->len; i++)
		want(chooser, premises->at[i], steps);
}

/* What bears on a claim, within the depth; nearest first. */
static void want_below(struct chooser *chooser, uint32_t start)
{
	want(chooser, start, 0);
	for (size_t head = 0; head < chooser->tail; head++) {
		uint32_t steps = chooser->steps[chooser->queue[head]] + 1;
		const cp_claim *claim = &chooser->whole->claims[chooser->queue[head]];
		for (size_t i = 0; i < claim->reasons.len; i++)
			want_premises(chooser, claim->reasons.at[i], steps);
		for (size_t i = 0; i < claim->uses.len; i++) {
			const cp_list *undercuts =
				&chooser->whole->steps[claim->uses.at[i]].undercuts;
			for (size_t u = 0; u < undercuts->len; u++)
				want_premises(chooser, undercuts->at[u], steps);
		}
	}
}

static void keep_step(struct chooser *chooser, uint32_t step)
{
	const cp_list *premises = &chooser->whole->steps[step].premises;
	for (size_t i = 0; i < premises->len; i++)
		chooser->want[premises->at[i]] = true;
	chooser->want[cp_step_aim(chooser->whole, &chooser->whole->steps[step])] = true;
}

/* A step that leads to where it is nearer to the motion; CP_NONE: there is none. */
static uint32_t step_up(const cp_graph *graph, uint32_t claim)
{
	const cp_list *uses = &graph->claims[claim].uses;
	for (size_t i = 0; i < uses->len; i++) {
		uint32_t aim = cp_step_aim(graph, &graph->steps[uses->at[i]]);
		if (graph->claims[aim].depth < graph->claims[claim].depth)
			return uses->at[i];
	}
	return CP_NONE;
}

static void want_way_up(struct chooser *chooser, uint32_t claim)
{
	for (uint32_t step; (step = step_up(chooser->whole, claim)) != CP_NONE;) {
		keep_step(chooser, step);
		claim = cp_step_aim(chooser->whole, &chooser->whole->steps[step]);
	}
}

static void want_points_of(struct chooser *chooser, uint32_t person, bool *his)
{
	const cp_graph *graph = chooser->whole;
	const cp_list *items = &graph->people[person].items;
	for (size_t i = 0; i < items->len; i++)
		his[graph->claim_of[items->at[i]]] = true;
	for (uint32_t step = 0; step < graph->steps_len; step++)
		if (graph->person_of[graph->steps[step].item] == person) {
			const cp_step *it = &graph->steps[step];
			for (size_t p = 0; p < it->premises.len; p++)
				his[it->premises.at[p]] = true;
			his[cp_step_aim(graph, it)] = true;
		}
}

/* ---- What is left out below ---- */

/* Claims in the order of their distance from the motion, so that those above come first. */
static uint32_t *nearest_first(cp_arena *arena, const cp_graph *graph)
{
	size_t count = graph->claims_len;
	uint32_t *order = CP_NEW_ARRAY(arena, uint32_t, count);
	uint32_t *next = CP_NEW_ARRAY(arena, uint32_t, count + 2);
	for (size_t c = 0; c < count; c++)
		next[graph->claims[c].depth == CP_NONE ? count + 1
						       : graph->claims[c].depth + 1]++;
	for (size_t d = 1; d <= count; d++)
		next[d] += next[d - 1];
	for (uint32_t c = 0; c < count; c++) {
		uint32_t depth = graph->claims[c].depth;
		order[next[depth == CP_NONE ? count : depth]++] = c;
	}
	return order;
}

/* Each claim that is left out counts at the nearest one above it that is not. */
static void count_folded(struct chooser *chooser, cp_graph *part, const uint32_t *part_of)
{
	const cp_graph *whole = chooser->whole;
	const uint32_t *order = nearest_first(chooser->arena, whole);
	uint32_t *home = CP_NEW_ARRAY(chooser->arena, uint32_t, whole->claims_len);
	for (size_t i = 0; i < whole->claims_len; i++) {
		uint32_t claim = order[i], step = step_up(whole, claim);
		home[claim] = part_of[claim] != CP_NONE ? part_of[claim]
			: step == CP_NONE               ? CP_NONE
					  : home[cp_step_aim(whole, &whole->steps[step])];
		if (part_of[claim] == CP_NONE && home[claim] != CP_NONE)
			part->claims[home[claim]].folded[whole->claims[claim].stance]++;
	}
}

/* ---- The part ---- */

static void describe(struct chooser *chooser, cp_graph *part)
{
	const cp_choice *choice = chooser->choice;
	cp_buf text = {0};
	if (choice->until.len)
		cp_buf_printf(&text, "until %.*s", CP_FMT(choice->until));
	if (choice->focus.len)
		cp_buf_printf(&text, "%sabout %.*s", text.len ? ", " : "",
			CP_FMT(choice->focus));
	if (choice->speaker.len)
		cp_buf_printf(&text, "%swhat %.*s says and answers", text.len ? ", " : "",
			CP_FMT(choice->speaker));
	if (choice->depth != CP_NONE)
		cp_buf_printf(&text, "%s%u %s deep", text.len ? ", " : "",
			(unsigned)choice->depth, choice->depth == 1 ? "step" : "steps");
	part->part = cp_buf_settle(chooser->arena, &text);
}

static void show_comments(struct chooser *chooser, cp_graph *part)
{
	bool *shown = CP_NEW_ARRAY(chooser->arena, bool, part->thread->comments.len);
	for (size_t i = 0; i < part->annotation->items.len; i++)
		if (part->claim_of[i] != CP_NONE
			&& part->annotation->items.at[i].comment != CP_NONE)
			shown[part->annotation->items.at[i].comment] = true;
	part->shown = shown;
}

/* A part keeps the stances and sides of the whole: it has lost the reasons for them. */
static cp_graph *take_part(struct chooser *chooser)
{
	const cp_graph *whole = chooser->whole;
	size_t items = whole->annotation->items.len;
	bool *keep = CP_NEW_ARRAY(chooser->arena, bool, items);
	for (size_t i = 0; i < items; i++)
		keep[i] = whole->claim_of[i] != CP_NONE
			&& chooser->want[whole->claim_of[i]];
	cp_graph *part =
		cp_graph_part(chooser->arena, whole->annotation, whole->thread, keep);
	uint32_t *part_of = CP_NEW_ARRAY(chooser->arena, uint32_t, whole->claims_len);
	for (size_t i = 1; i < whole->claims_len; i++)
		part_of[i] = CP_NONE;
	for (size_t i = 0; i < items; i++)
		if (keep[i]) {
			cp_claim *claim = &part->claims[part->claim_of[i]];
			part_of[whole->claim_of[i]] = part->claim_of[i];
			claim->stance = whole->claims[whole->claim_of[i]].stance;
			claim->depth = whole->claims[whole->claim_of[i]].depth;
		}
	for (size_t i = 0; i < part->people_len; i++)
		part->people[i].side = whole->people[i].side;
	count_folded(chooser, part, part_of);
	show_comments(chooser, part);
	return part;
}

static bool choose_claims(struct chooser *chooser, cp_diags *diags)
{
	const cp_graph *whole = chooser->whole;
	const cp_choice *choice = chooser->choice;
	uint32_t node = choice->focus.len
		? find_node(whole->annotation, choice->focus, diags)
		: CP_MOTION_NODE;
	if (node == CP_NONE)
		return false;
	uint32_t focus = cp_claim_of_node(whole, node);
	if (focus == CP_NONE)
		return true;
	want_below(chooser, focus);
	want_way_up(chooser, focus);
	/* What is tied to nothing is at no distance. */
	for (size_t i = 0; focus == CP_MOTION && i < whole->claims_len; i++)
		chooser->want[i] |=
			whole->claims[i].depth == CP_NONE && choice->depth == CP_NONE;
	return true;
}

static bool choose_speaker(struct chooser *chooser, cp_diags *diags)
{
	const cp_graph *whole = chooser->whole;
	uint32_t person = find_person(whole, chooser->choice->speaker, diags);
	if (person == CP_NONE)
		return false;
	bool *his = CP_NEW_ARRAY(chooser->arena, bool, whole->claims_len);
	want_points_of(chooser, person, his);
	for (size_t i = 0; i < whole->claims_len; i++)
		chooser->want[i] &= his[i];
	return true;
}

/* What was said until the comment that is chosen, or all. */
static cp_graph *take_until(cp_arena *arena, const cp_annotation *annotation,
	const cp_choice *choice, cp_diags *diags)
{
	if (!choice->until.len)
		return cp_graph_part(arena, annotation, annotation->thread, NULL);
	uint32_t last = find_comment(annotation->thread, choice->until, diags);
	return last == CP_NONE ? NULL : cut_debate(arena, annotation, last);
}

const cp_graph *cp_graph_choose(cp_arena *arena, const cp_annotation *annotation,
	const cp_choice *choice, cp_diags *diags)
{
	struct chooser chooser = {.arena = arena, .choice = choice};
	bool narrow =
		choice->focus.len || choice->speaker.len || choice->depth != CP_NONE;
	cp_graph *part = take_until(arena, annotation, choice, diags);
	if (!part)
		return NULL;
	chooser.whole = part;
	chooser.want = CP_NEW_ARRAY(arena, bool, part->claims_len);
	chooser.queue = CP_NEW_ARRAY(arena, uint32_t, part->claims_len);
	chooser.steps = CP_NEW_ARRAY(arena, uint32_t, part->claims_len);
	for (size_t i = 0; i < part->claims_len; i++)
		chooser.steps[i] = CP_NONE;
	if (narrow
		&& (!choose_claims(&chooser, diags)
			|| (choice->speaker.len && !choose_speaker(&chooser, diags))))
		return NULL;
	if (narrow)
		part = take_part(&chooser);
	describe(&chooser, part);
	return part;
}
