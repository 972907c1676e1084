/* The argument map: the motion on top, reasons below what they bear on.
 *
 * One box a claim, in the order of reading: the motion, then depth first along the steps,
 * so that each reason follows what it is a reason for. One joint a step, which its
 * premises enter and one arrow leaves; an undercut's arrow ends at the joint it attacks. Who
 * only grants something hangs from it, by a step of its own kind; who says more as well has it
 * noted in his box, as lines across the map would hide the reasons. */
#include "diagram/make.h"

#include "diagram/views.h"

enum {
	TEXT_WIDTH = 178,
	ORDERED = 4, /* kinds in an order */
};

struct view {
	cp_arena *arena;
	const cp_graph *graph;
	cp_drawing *drawing;
	const cp_labels *labels;
	const cp_tie *order; /* of what hangs from a claim, by kind; NULL: as in the
	                      * file */
	uint32_t *box_of;    /* of each claim */
	uint32_t *joint_of;  /* of each step; CP_NONE: drawn with another one */
	uint32_t *granted;   /* of each claim: a grant of it, in … */
	CP_ARRAY(struct grant) grants;
};

struct grant {
	uint32_t by, of;     /* claims */
	uint32_t concession; /* of the annotation */
	uint32_t next;       /* another grant of the same claim, or CP_NONE */
};

/* ---- What is granted ---- */

static bool is_granted_already(const struct view *view, uint32_t by, uint32_t of)
{
	for (uint32_t i = view->granted[of]; i != CP_NONE; i = view->grants.at[i].next)
		if (view->grants.at[i].by == by)
			return true;
	return false;
}

static void find_grants(struct view *view)
{
	const cp_graph *graph = view->graph;
	for (size_t i = 0; i < graph->claims_len; i++)
		view->granted[i] = CP_NONE;
	for (uint32_t i = 0; i < graph->annotation->concessions.len; i++) {
		const cp_concession *concession = &graph->annotation->concessions.at[i];
		uint32_t by = cp_claim_of_node(graph, concession->by);
		uint32_t of = cp_claim_of_node(graph, concession->of);
		if (by == of || by == CP_NONE || of == CP_NONE
			|| graph->claims[by].uses.len || is_granted_already(view, by, of))
			continue;
		*cp_push(view->arena, &view->grants) =
			(struct grant){by, of, i, view->granted[of]};
		view->granted[of] = (uint32_t)view->grants.len - 1;
	}
}

/* ---- Boxes in the order of reading ---- */

static void add_box(struct view *view, uint32_t index, uint32_t parent)
{
	view->box_of[index] = (uint32_t)view->drawing->boxes.len;
	cp_box box = cp_label_claim(view->labels, index);
	box.parent = parent;
	*cp_push(view->arena, &view->drawing->boxes) = box;
}

struct waiting {
	uint32_t claim;
	uint32_t parent; /* a box */
};

struct stack {
	CP_ARRAY(struct waiting) list;
};

static void push_step(
	struct view *view, struct stack *stack, uint32_t step, uint32_t parent)
{
	const cp_list *premises = &view->graph->steps[step].premises;
	for (size_t i = premises->len; i-- > 0;)
		*cp_push(view->arena, &stack->list) =
			(struct waiting){premises->at[i], parent};
}

/* Steps of one kind, or of any. */
static void push_steps(struct view *view, struct stack *stack, const cp_list *steps,
	cp_tie tie, uint32_t box)
{
	for (size_t i = steps->len; i-- > 0;)
		if (tie == CP_TIES
			|| (cp_tie)view->graph->steps[steps->at[i]].kind == tie)
			push_step(view, stack, steps->at[i], box);
}

static void push_grants(struct view *view, struct stack *stack, uint32_t box)
{
	uint32_t claim = view->drawing->boxes.at[box].subject;
	for (uint32_t i = view->granted[claim]; i != CP_NONE; i = view->grants.at[i].next)
		*cp_push(view->arena, &stack->list) =
			(struct waiting){view->grants.at[i].by, box};
}

static void push_undercuts(struct view *view, struct stack *stack, uint32_t box)
{
	const cp_list *uses =
		&view->graph->claims[view->drawing->boxes.at[box].subject].uses;
	for (size_t u = uses->len; u-- > 0;)
		push_steps(view, stack, &view->graph->steps[uses->at[u]].undercuts,
			CP_TIES, box);
}

/* What bears on a claim, last first, so that the first comes off the stack first. */
static void push_below(struct view *view, struct stack *stack, uint32_t box)
{
	const cp_claim *claim =
		&view->graph->claims[view->drawing->boxes.at[box].subject];
	static const cp_tie as_in_the_file[] = {
		CP_TIES, CP_TIE_UNDERCUTS, CP_TIE_CONCEDES};
	static const cp_tie of_the_motion[ORDERED] = {
		CP_TIE_SUPPORTS, CP_TIE_REBUTS, CP_TIE_UNDERCUTS, CP_TIE_CONCEDES};
	const cp_tie *order = !view->order            ? as_in_the_file
		: view->drawing->boxes.at[box].motion ? of_the_motion
						      : view->order;
	for (size_t i = view->order ? ORDERED : 3; i-- > 0;)
		if (order[i] == CP_TIE_CONCEDES)
			push_grants(view, stack, box);
		else if (order[i] == CP_TIE_UNDERCUTS)
			push_undercuts(view, stack, box);
		else
			push_steps(view, stack, &claim->reasons, order[i], box);
}

static void add_boxes_from(struct view *view, uint32_t start)
{
	struct stack stack = {0};
	*cp_push(view->arena, &stack.list) = (struct waiting){start, CP_NONE};
	while (stack.list.len) {
		struct waiting next = stack.list.at[--stack.list.len];
		if (view->box_of[next.claim] != CP_NONE)
			continue;
		add_box(view, next.claim, next.parent);
		push_below(view, &stack, view->box_of[next.claim]);
	}
}

/* ---- Joints and lines ---- */

static bool same_list(cp_list a, cp_list b)
{
	return a.len == b.len && memcmp(a.at, b.at, a.len * sizeof *a.at) == 0;
}

/* A step that another one makes already, from a claim said twice, is drawn once. */
static bool is_drawn(const struct view *view, uint32_t index)
{
	const cp_step *step = &view->graph->steps[index];
	const cp_list *uses = &view->graph->claims[step->premises.at[0]].uses;
	for (size_t i = 0; i < uses->len && uses->at[i] < index; i++) {
		const cp_step *other = &view->graph->steps[uses->at[i]];
		if (other->kind == step->kind && other->target == step->target
			&& !step->undercuts.len
			&& same_list(other->premises, step->premises))
			return true;
	}
	return false;
}

static void add_joints(struct view *view)
{
	const cp_graph *graph = view->graph;
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		view->joint_of[s] = CP_NONE;
		if (is_drawn(view, s))
			continue;
		view->joint_of[s] = (uint32_t)view->drawing->joints.len;
		*cp_push(view->arena, &view->drawing->joints) =
			(cp_joint){.tie = (cp_tie)graph->steps[s].kind,
				.width = CP_JOINT_SIZE,
				.step = s,
				.standing = cp_label_standing(
					view->labels, (uint32_t)graph->claims_len + s),
				.title = cp_label_step(view->labels, &graph->steps[s])};
	}
}

static void add_lines_of_steps(struct view *view)
{
	const cp_graph *graph = view->graph;
	uint32_t boxes = (uint32_t)view->drawing->boxes.len;
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		const cp_step *step = &graph->steps[s];
		if (view->joint_of[s] == CP_NONE)
			continue;
		uint32_t joint = boxes + view->joint_of[s];
		for (size_t p = 0; p < step->premises.len; p++)
			cp_drawing_add_line(view->arena, view->drawing,
				view->box_of[step->premises.at[p]], joint,
				(cp_tie)step->kind, false);
		uint32_t to = step->kind != CP_UNDERCUTS
			? view->box_of[step->target]
			: boxes + view->joint_of[step->target];
		cp_drawing_add_line(
			view->arena, view->drawing, joint, to, (cp_tie)step->kind, true);
	}
}

static void add_grants(struct view *view)
{
	const cp_graph *graph = view->graph;
	uint32_t boxes = (uint32_t)view->drawing->boxes.len;
	for (size_t i = 0; i < view->grants.len; i++) {
		const struct grant *grant = &view->grants.at[i];
		uint32_t joint = boxes + (uint32_t)view->drawing->joints.len;
		uint32_t item =
			graph->annotation->concessions.at[grant->concession].by - 1;
		*cp_push(view->arena, &view->drawing->joints) =
			(cp_joint){.tie = CP_TIE_CONCEDES,
				.width = CP_JOINT_SIZE,
				.step = grant->concession,
				.title = cp_label_grant(
					view->labels, item, grant->by, grant->of)};
		cp_drawing_add_line(view->arena, view->drawing, view->box_of[grant->by],
			joint, CP_TIE_CONCEDES, false);
		cp_drawing_add_line(view->arena, view->drawing, joint,
			view->box_of[grant->of], CP_TIE_CONCEDES, true);
	}
}

static void put_count(cp_buf *out, size_t count, const char *one, const char *several)
{
	cp_buf_printf(out, "%zu %s", count, count == 1 ? one : several);
}

static void describe(cp_arena *arena, cp_drawing *drawing, const cp_look *look)
{
	static const char *const directions[CP_DIRECTIONS] = {
		"on top; arrows lead from reasons up to",
		"on top; arrows lead from reasons up to",
		"at the bottom; arrows lead from reasons down to",
		"at the left; arrows lead from reasons, to the left, to",
		"at the right; arrows lead from reasons, to the right, to",
	};
	const cp_graph *graph = drawing->graph;
	size_t sides[4] = {0}, kinds[CP_RELATION_KINDS] = {0};
	for (size_t i = 1; i < graph->claims_len; i++)
		sides[graph->claims[i].stance]++;
	for (size_t i = 0; i < graph->steps_len; i++)
		kinds[graph->steps[i].kind]++;
	size_t automatic = 0;
	for (size_t i = 0; i < drawing->boxes.len; i++)
		automatic += drawing->boxes.at[i].automatic;
	cp_buf text = {0};
	cp_buf_printf(&text,
		"Argument map of the motion “%.*s”. The motion is %s what they bear on. ",
		CP_FMT(graph->claims[CP_MOTION].text),
		directions[look ? look->direction : CP_DIRECTION_USUAL]);
	put_count(&text, sides[CP_STANCE_PRO], "claim tells", "claims tell");
	cp_buf_printf(
		&text, " for the motion and %zu against it; ", sides[CP_STANCE_CONTRA]);
	put_count(&text, kinds[CP_SUPPORTS], "step supports", "steps support");
	cp_buf_puts(&text, ", ");
	put_count(&text, kinds[CP_REBUTS], "rebuts", "rebut");
	cp_buf_puts(&text, " and ");
	put_count(&text, kinds[CP_UNDERCUTS], "undercuts", "undercut");
	cp_buf_puts(&text, ".");
	if (automatic) {
		cp_buf_puts(&text, " ");
		put_count(&text, automatic, "box was drafted by the program and is",
			"boxes were drafted by the program and are");
		cp_buf_puts(&text, " not confirmed.");
	}
	drawing->description = cp_buf_settle(arena, &text);
}

void cp_drawing_add_argument(
	cp_drawing *drawing, const cp_labels *labels, const cp_tie *order)
{
	const cp_graph *graph = labels->graph;
	cp_arena *arena = labels->arena;
	struct view view = {.arena = arena,
		.graph = graph,
		.drawing = drawing,
		.labels = labels,
		.order = order};
	view.box_of = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len);
	view.joint_of = CP_NEW_ARRAY(arena, uint32_t, graph->steps_len);
	view.granted = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len);
	for (size_t i = 0; i < graph->claims_len; i++)
		view.box_of[i] = CP_NONE;
	find_grants(&view);
	for (uint32_t i = graph->without_motion; i < graph->claims_len; i++)
		add_boxes_from(&view, i);
	add_joints(&view);
	add_lines_of_steps(&view);
	add_grants(&view);
}

cp_drawing *cp_argument_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	cp_drawing *drawing = cp_drawing_new(arena, graph);
	cp_labels labels = cp_labels_new(arena, graph, look, TEXT_WIDTH);
	cp_drawing_add_argument(drawing, &labels, NULL);
	describe(arena, drawing, look);
	return drawing;
}
