/* The argument map: the motion on top, reasons below what they bear on.
 *
 * One box a claim, in the order of reading: the motion, then depth first along the steps,
 * so that each reason follows what it is a reason for. One joint a step, which its
 * premises enter and one arrow leaves; an undercut's arrow ends at the joint it attacks. Who
 * only grants something hangs from it, by a step of its own kind; who says more as well has it
 * noted in his box, as lines across the map would hide the reasons. */
#include "diagram/drawing.h"

#include "graph/words.h"
#include "text/utf8.h"

enum {
	TEXT_WIDTH = 178, /* at which lines are broken */
	MOTION_WIDTH = 300,
	LEAST_WIDTH = 96,
	SLACK = 4, /* per cent, for fonts that are a little wider */
	MOST_BODY_LINES = 6,
	MOST_FOOT_LINES = 4,
};

const cp_type_style cp_type_styles[CP_TYPES] = {
	[CP_TYPE_HEAD] = {"head", 10, 14, true},
	[CP_TYPE_BODY] = {"body", 12, 15, false},
	[CP_TYPE_QUOTE] = {"quote", 12, 15, false},
	[CP_TYPE_FOOT] = {"foot", 9.5, 12.5, false},
	[CP_TYPE_MOTION] = {"motion", 15, 19, true},
};

struct view {
	cp_arena *arena;
	const cp_graph *graph;
	cp_drawing *drawing;
	uint32_t *box_of;   /* of each claim */
	uint32_t *joint_of; /* of each step; CP_NONE: drawn with another one */
	uint32_t *
		conceded; /* of each item: the first of its concessions, or their number */
	uint32_t *granted; /* of each claim: a grant of it, in … */
	CP_ARRAY(struct grant) grants;
};

struct grant {
	uint32_t by, of;     /* claims */
	uint32_t concession; /* of the annotation */
	uint32_t next;       /* another grant of the same claim, or CP_NONE */
};

/* ---- The text of a box ---- */

static void add_lines(struct view *view, cp_box *box, cp_str text, cp_type type,
	double width, size_t max)
{
	const cp_type_style *style = &cp_type_styles[type];
	cp_lines lines =
		cp_text_wrap(view->arena, text, width, style->size, style->bold, max);
	for (size_t i = 0; i < lines.list.len; i++) {
		cp_text_line line = {.text = lines.list.at[i], .type = type};
		if (lines.cut && i + 1 == lines.list.len) {
			cp_buf cut = {0};
			cp_buf_printf(&cut, "%.*s …", CP_FMT(line.text));
			line.text = cp_buf_settle(view->arena, &cut);
		}
		line.width = cp_text_width(line.text, style->size, style->bold);
		*cp_push(view->arena, &box->lines) = line;
	}
}

static void add_text(struct view *view, cp_box *box, cp_buf *text, cp_type type,
	double width, size_t max)
{
	/* The lines borrow from the text, so it moves to the arena. */
	if (text->len)
		add_lines(view, box, cp_str_copy(view->arena, cp_buf_str(text)), type,
			width, max);
	text->len = 0;
}

static cp_str comment_id(const cp_graph *graph, const cp_item *item)
{
	return item->comment == CP_NONE ? item->comment_id
					: graph->thread->comments.at[item->comment].id;
}

/* Who says it, and `separator` and where. */
static void put_head(
	cp_buf *out, const cp_graph *graph, uint32_t index, const char *separator)
{
	const cp_item *item = &graph->annotation->items.at[index];
	const cp_person *person = cp_graph_person(graph, index);
	if (item->implicit && !person) {
		cp_buf_puts(out, "unstated");
		return;
	}
	if (item->kind == CP_QUOTATION)
		cp_buf_printf(
			out, "%.*s, quoted by ", CP_FMT(cp_quoted_name(graph, item)));
	cp_buf_printf(out, "%.*s",
		CP_FMT(person && person->name.len ? person->name : CP_LIT("unnamed")));
	if (comment_id(graph, item).len)
		cp_buf_printf(out, "%s%.*s", separator, CP_FMT(comment_id(graph, item)));
}

/* "also Dom c5, c12; quoted by Andrew Suffield c4": the other items of the claim. */
static void put_others(cp_buf *out, const cp_graph *graph, const cp_claim *claim)
{
	uint32_t last = CP_NONE;
	bool last_quoted = false;
	for (size_t i = 0; i < claim->items.len; i++) {
		uint32_t index = claim->items.at[i];
		const cp_item *item = &graph->annotation->items.at[index];
		if (index == claim->item)
			continue;
		bool quoted = item->kind == CP_QUOTATION;
		bool same = last == graph->person_of[index] && quoted == last_quoted
			&& out->len;
		if (same)
			cp_buf_puts(out, ", ");
		else
			cp_buf_printf(out, "%s%s %.*s ", out->len ? "; " : "",
				quoted ? "quoted by" : "also",
				CP_FMT(cp_person_name(cp_graph_person(graph, index))));
		cp_buf_put(out, comment_id(graph, item));
		last = graph->person_of[index];
		last_quoted = quoted;
	}
}

static uint32_t claim_of(const cp_graph *graph, uint32_t node)
{
	return node == CP_MOTION_NODE ? CP_MOTION : graph->claim_of[node - 1];
}

/* "grants Mara c3": what somebody grants who says more as well. */
static void put_grants(cp_buf *out, const struct view *view, const cp_claim *claim)
{
	const cp_graph *graph = view->graph;
	const cp_annotation *annotation = graph->annotation;
	for (size_t i = 0; i < claim->items.len && claim->uses.len; i++) {
		uint32_t node = claim->items.at[i] + 1, at = view->conceded[node - 1];
		for (; at < annotation->concessions.len
			&& annotation->concessions.at[at].by == node;
			at++) {
			uint32_t of = claim_of(graph, annotation->concessions.at[at].of);
			cp_buf_puts(out, out->len ? ", " : "grants ");
			if (of == CP_MOTION)
				cp_buf_puts(out, "the motion");
			else
				put_head(out, graph, graph->claims[of].item, " ");
		}
	}
}

static void put_flags(cp_buf *out, const cp_item *item)
{
	const char *word = cp_attitude_word(item);
	if (word)
		cp_buf_puts(out, word);
	if (item->implicit)
		cp_buf_printf(out, "%sunstated", out->len ? ", " : "");
	if (item->anchor.state == CP_ANCHOR_LOST)
		cp_buf_printf(out, "%swords not found in the text", out->len ? ", " : "");
	else if (item->anchor.state == CP_ANCHOR_AMBIGUOUS)
		cp_buf_printf(
			out, "%swords found in several places", out->len ? ", " : "");
	else if (item->anchor.state == CP_ANCHOR_FUZZY)
		cp_buf_printf(out, "%swords found only nearly", out->len ? ", " : "");
	else if (item->broken)
		cp_buf_printf(out, "%shas an error", out->len ? ", " : "");
	if (item->automatic)
		cp_buf_printf(out, "%sdrafted, not confirmed", out->len ? ", " : "");
}

static void add_claim_lines(struct view *view, cp_box *box, const cp_claim *claim)
{
	const cp_graph *graph = view->graph;
	const cp_item *item = &graph->annotation->items.at[claim->item];
	cp_buf text = {0};
	/* Spaces that keep the three together. */
	put_head(&text, graph, claim->item, "\u00a0·\u00a0");
	add_text(view, box, &text, CP_TYPE_HEAD, TEXT_WIDTH, 2);
	box->quotation = item->kind == CP_QUOTATION;
	if (box->quotation || claim->verbatim)
		cp_buf_printf(&text, "“%.*s”", CP_FMT(cp_item_words(item)));
	else
		cp_buf_put(&text, claim->text);
	add_text(view, box, &text,
		box->quotation || claim->verbatim ? CP_TYPE_QUOTE : CP_TYPE_BODY,
		TEXT_WIDTH, MOST_BODY_LINES);
	if (item->quoted_work != CP_NONE)
		cp_put_work(&text, &graph->annotation->works.at[item->quoted_work]);
	else if (item->quoted_comment != CP_NONE)
		cp_buf_printf(&text, "from %.*s", CP_FMT(item->of_comment));
	add_text(view, box, &text, CP_TYPE_FOOT, TEXT_WIDTH, 2);
	put_others(&text, graph, claim);
	add_text(view, box, &text, CP_TYPE_FOOT, TEXT_WIDTH, MOST_FOOT_LINES);
	put_grants(&text, view, claim);
	add_text(view, box, &text, CP_TYPE_FOOT, TEXT_WIDTH, MOST_FOOT_LINES);
	put_flags(&text, item);
	add_text(view, box, &text, CP_TYPE_FOOT, TEXT_WIDTH, 2);
	cp_buf_clear(&text);
}

/* The least width at which the motion takes no more lines, so that they are about even. */
static double even_width(struct view *view, cp_str motion)
{
	enum { STEP = 15 };
	const cp_type_style *style = &cp_type_styles[CP_TYPE_MOTION];
	double width = MOTION_WIDTH;
	size_t lines = cp_text_wrap(
		view->arena, motion, width, style->size, style->bold, MOST_BODY_LINES)
			       .list.len;
	while (width - STEP > LEAST_WIDTH
		&& cp_text_wrap(view->arena, motion, width - STEP, style->size,
			   style->bold, MOST_BODY_LINES + 1)
				.list.len
			== lines)
		width -= STEP;
	return width;
}

static void add_motion_lines(struct view *view, cp_box *box, const cp_claim *claim)
{
	cp_buf text = {0};
	add_lines(view, box, CP_LIT("MOTION"), CP_TYPE_HEAD, MOTION_WIDTH, 1);
	cp_str motion = claim->text.len ? claim->text : CP_LIT("(no motion)");
	add_lines(view, box, motion, CP_TYPE_MOTION, even_width(view, motion),
		MOST_BODY_LINES);
	put_others(&text, view->graph, claim);
	add_text(view, box, &text, CP_TYPE_FOOT, MOTION_WIDTH, MOST_FOOT_LINES);
	cp_buf_clear(&text);
}

static void size_box(cp_box *box)
{
	double width = 0, height = 0;
	for (size_t i = 0; i < box->lines.len; i++) {
		width = box->lines.at[i].width > width ? box->lines.at[i].width : width;
		height += cp_type_styles[box->lines.at[i].type].leading;
	}
	width = width * (100 + SLACK) / 100 + 2 * CP_BOX_PAD_X
		+ (box->motion ? 0 : CP_BOX_BAR);
	box->width = width < LEAST_WIDTH ? LEAST_WIDTH : width;
	box->height = height + 2 * CP_BOX_PAD_Y;
}

/* ---- The same in words, for those who do not see the map ---- */

static void put_title(cp_buf *out, const cp_graph *graph, const cp_claim *claim)
{
	if (claim->item == CP_NONE) {
		cp_buf_printf(out, "Motion: %.*s", CP_FMT(claim->text));
		return;
	}
	const cp_item *item = &graph->annotation->items.at[claim->item];
	static const char *const sides[] = {
		"", ", for the motion", ", against the motion", ", on both sides"};
	cp_buf_printf(out, "%s",
		item->kind == CP_QUOTATION          ? "Quotation"
			: item->kind == CP_REBUTTAL ? "Rebuttal"
						    : "Claim");
	cp_buf_puts(out, sides[claim->stance]);
	cp_buf_puts(out, item->automatic ? ", drafted and not confirmed, " : ", ");
	put_head(out, graph, claim->item, " in ");
	cp_buf_puts(out, item->kind == CP_QUOTATION ? ": “" : ": ");
	cp_buf_put(out, item->kind == CP_QUOTATION ? cp_item_words(item) : claim->text);
	if (item->kind == CP_QUOTATION)
		cp_buf_puts(out, "”");
}

static void put_description(cp_buf *out, const cp_graph *graph, const cp_claim *claim)
{
	size_t counts[CP_RELATION_KINDS] = {0};
	for (size_t i = 0; i < claim->reasons.len; i++)
		counts[graph->steps[claim->reasons.at[i]].kind]++;
	for (size_t i = 0; i < claim->uses.len; i++)
		counts[CP_UNDERCUTS] += graph->steps[claim->uses.at[i]].undercuts.len;
	static const char *const nouns[][2] = {{"reason for it", "reasons for it"},
		{"rebuttal", "rebuttals"},
		{"undercut of its step", "undercuts of its steps"}};
	size_t total = 0;
	for (size_t kind = 0; kind < 3; kind++)
		if (counts[kind]) {
			cp_buf_printf(out, "%s%zu %s", total ? ", " : "", counts[kind],
				nouns[kind][counts[kind] > 1]);
			total += counts[kind];
		}
	cp_buf_puts(out, total ? "." : "Nothing bears on it.");
	const cp_item *item =
		claim->item == CP_NONE ? NULL : &graph->annotation->items.at[claim->item];
	if (item && item->kind != CP_QUOTATION && item->quote.len)
		cp_buf_printf(out, " In the words of the comment: “%.*s”",
			CP_FMT(cp_item_text(graph->annotation, item)));
}

static cp_str in_words(struct view *view, const cp_claim *claim,
	void (*put)(cp_buf *out, const cp_graph *graph, const cp_claim *claim))
{
	cp_buf text = {0};
	put(&text, view->graph, claim);
	return cp_buf_settle(view->arena, &text);
}

static void put_short(cp_buf *out, const cp_graph *graph, uint32_t claim)
{
	enum { MOST = 160 }; /* bytes; a title names, it does not quote */
	cp_str text = graph->claims[claim].text, shown = cp_utf8_head(text, MOST);
	cp_buf_printf(out, "“%.*s%s”", CP_FMT(shown), shown.len < text.len ? " …" : "");
}

static cp_str step_title(struct view *view, const cp_step *step)
{
	const cp_graph *graph = view->graph;
	cp_buf text = {0};
	cp_buf_printf(&text,
		"%.*s: ", CP_FMT(cp_person_name(cp_graph_person(graph, step->item))));
	for (size_t i = 0; i < step->premises.len; i++) {
		cp_buf_puts(&text, i == 0 ? "" : " together with ");
		put_short(&text, graph, step->premises.at[i]);
	}
	cp_buf_printf(&text, " %s ", cp_step_verb(step));
	if (step->kind == CP_UNDERCUTS) {
		const cp_step *attacked = &graph->steps[step->target];
		cp_buf_puts(&text, "the step from ");
		put_short(&text, graph, attacked->premises.at[0]);
		cp_buf_puts(&text, " to ");
		put_short(&text, graph, cp_step_aim(graph, attacked));
	} else {
		put_short(&text, graph, step->target);
	}
	if (step->said->scheme.len)
		cp_buf_printf(&text, " (scheme: %.*s)", CP_FMT(step->said->scheme));
	return cp_buf_settle(view->arena, &text);
}

/* ---- What is granted ---- */

static bool is_granted_already(const struct view *view, uint32_t by, uint32_t of)
{
	for (uint32_t i = view->granted[of]; i != CP_NONE; i = view->grants.at[i].next)
		if (view->grants.at[i].by == by)
			return true;
	return false;
}

/* Concessions stand in the order of the items that make them. */
static void find_conceded(struct view *view)
{
	const cp_annotation *annotation = view->graph->annotation;
	uint32_t count = (uint32_t)annotation->concessions.len;
	for (size_t i = 0; i < annotation->items.len; i++)
		view->conceded[i] = count;
	for (uint32_t i = count; i-- > 0;)
		view->conceded[annotation->concessions.at[i].by - 1] = i;
}

static void find_grants(struct view *view)
{
	const cp_graph *graph = view->graph;
	for (size_t i = 0; i < graph->claims_len; i++)
		view->granted[i] = CP_NONE;
	for (uint32_t i = 0; i < graph->annotation->concessions.len; i++) {
		const cp_concession *concession = &graph->annotation->concessions.at[i];
		uint32_t by = claim_of(graph, concession->by);
		uint32_t of = claim_of(graph, concession->of);
		if (by == of || graph->claims[by].uses.len
			|| is_granted_already(view, by, of))
			continue;
		*cp_push(view->arena, &view->grants) =
			(struct grant){by, of, i, view->granted[of]};
		view->granted[of] = (uint32_t)view->grants.len - 1;
	}
}

/* ---- Boxes in the order of reading ---- */

static void add_box(struct view *view, uint32_t index, uint32_t parent)
{
	const cp_claim *claim = &view->graph->claims[index];
	view->box_of[index] = (uint32_t)view->drawing->boxes.len;
	cp_box box = {
		.claim = index,
		.parent = parent,
		.stance = claim->stance,
		.motion = index == CP_MOTION,
		.broken = claim->broken,
		.title = in_words(view, claim, put_title),
		.description = in_words(view, claim, put_description),
	};
	if (box.motion) {
		add_motion_lines(view, &box, claim);
	} else {
		const cp_item *item = &view->graph->annotation->items.at[claim->item];
		box.implicit = item->implicit;
		box.automatic = item->automatic;
		add_claim_lines(view, &box, claim);
	}
	size_box(&box);
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

/* What bears on a claim, last first, so that the first comes off the stack first. */
static void push_below(struct view *view, struct stack *stack, uint32_t box)
{
	uint32_t index = view->drawing->boxes.at[box].claim;
	const cp_claim *claim = &view->graph->claims[index];
	for (uint32_t i = view->granted[index]; i != CP_NONE; i = view->grants.at[i].next)
		*cp_push(view->arena, &stack->list) =
			(struct waiting){view->grants.at[i].by, box};
	for (size_t u = claim->uses.len; u-- > 0;) {
		const cp_list *undercuts =
			&view->graph->steps[claim->uses.at[u]].undercuts;
		for (size_t i = undercuts->len; i-- > 0;)
			push_step(view, stack, undercuts->at[i], box);
	}
	for (size_t i = claim->reasons.len; i-- > 0;)
		push_step(view, stack, claim->reasons.at[i], box);
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

static void add_line(
	struct view *view, uint32_t from, uint32_t to, cp_relation_kind kind, bool arrow)
{
	*cp_push(view->arena, &view->drawing->lines) =
		(cp_line){.from = from, .to = to, .kind = kind, .arrow = arrow};
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
			(cp_joint){.kind = graph->steps[s].kind,
				.step = s,
				.title = step_title(view, &graph->steps[s])};
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
			add_line(view, view->box_of[step->premises.at[p]], joint,
				step->kind, false);
		uint32_t to = step->kind != CP_UNDERCUTS
			? view->box_of[step->target]
			: boxes + view->joint_of[step->target];
		add_line(view, joint, to, step->kind, true);
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
		cp_buf title = {0};
		cp_buf_printf(&title, "%.*s, saying ",
			CP_FMT(cp_person_name(cp_graph_person(graph, item))));
		put_short(&title, graph, grant->by);
		cp_buf_puts(&title, ", grants that ");
		put_short(&title, graph, grant->of);
		*cp_push(view->arena, &view->drawing->joints) =
			(cp_joint){.kind = CP_CONCEDES,
				.step = grant->concession,
				.title = cp_buf_settle(view->arena, &title)};
		add_line(view, view->box_of[grant->by], joint, CP_CONCEDES, false);
		add_line(view, joint, view->box_of[grant->of], CP_CONCEDES, true);
	}
}

static void describe(struct view *view)
{
	const cp_graph *graph = view->graph;
	size_t sides[4] = {0}, kinds[CP_RELATION_KINDS] = {0};
	for (size_t i = 1; i < graph->claims_len; i++)
		sides[graph->claims[i].stance]++;
	for (size_t i = 0; i < graph->steps_len; i++)
		kinds[graph->steps[i].kind]++;
	size_t automatic = 0;
	for (size_t i = 0; i < view->drawing->boxes.len; i++)
		automatic += view->drawing->boxes.at[i].automatic;
	cp_buf text = {0};
	cp_buf_printf(&text,
		"Argument map of the motion “%.*s”. The motion is on top; arrows lead "
		"from reasons up to what they bear on. %zu claims tell for the motion and %zu "
		"against it; %zu steps support, %zu rebut and %zu undercut.",
		CP_FMT(graph->claims[CP_MOTION].text), sides[CP_STANCE_PRO],
		sides[CP_STANCE_CONTRA], kinds[CP_SUPPORTS], kinds[CP_REBUTS],
		kinds[CP_UNDERCUTS]);
	if (automatic)
		cp_buf_printf(&text,
			" %zu boxes were drafted by the program and are not confirmed.",
			automatic);
	view->drawing->description = cp_buf_settle(view->arena, &text);
	view->drawing->title = graph->annotation->title.len
		? graph->annotation->title
		: graph->claims[CP_MOTION].text;
}

cp_drawing *cp_map_new(cp_arena *arena, const cp_graph *graph)
{
	struct view view = {
		.arena = arena, .graph = graph, .drawing = CP_NEW(arena, cp_drawing)};
	view.drawing->graph = graph;
	view.box_of = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len);
	view.joint_of = CP_NEW_ARRAY(arena, uint32_t, graph->steps_len);
	view.granted = CP_NEW_ARRAY(arena, uint32_t, graph->claims_len);
	for (size_t i = 0; i < graph->claims_len; i++)
		view.box_of[i] = CP_NONE;
	view.conceded = CP_NEW_ARRAY(arena, uint32_t, graph->annotation->items.len);
	find_conceded(&view);
	find_grants(&view);
	for (uint32_t i = 0; i < graph->claims_len; i++)
		add_boxes_from(&view, i);
	add_joints(&view);
	add_lines_of_steps(&view);
	add_grants(&view);
	describe(&view);
	return view.drawing;
}
