/* Who replied to whom: the comments as a list, each below the one that it replies to and
 * further in, with the points that it makes and the side for which they tell. A reply is no
 * attack; what the points of the two have to do with one another is said in words. With a
 * direction, the same as a tree, which layout.c lays out. */
#include "diagram/columns.h"

#include "diagram/views.h"
#include "graph/words.h"

enum { TEXT_WIDTH = 300 };

static const uint32_t NOT_SHOWN = CP_NONE - 1;

struct view {
	cp_arena *arena;
	const cp_graph *graph;
	cp_drawing *drawing;
	cp_labels labels;
	uint32_t *box_of;       /* of each comment */
	uint32_t *first, *next; /* replies to each comment, as chains */
	CP_ARRAY(uint32_t) stack;
};

/* ---- Making ---- */

static void chain_replies(struct view *view)
{
	uint32_t count = (uint32_t)view->graph->thread->comments.len;
	view->first = CP_NEW_ARRAY(view->arena, uint32_t, count);
	view->next = CP_NEW_ARRAY(view->arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		view->first[i] = view->next[i] = CP_NONE;
	/* Forwards, as a stack gives them back the other way round. */
	for (uint32_t i = 0; i < count; i++) {
		uint32_t to = view->graph->thread->comments.at[i].reply;
		if (to == CP_NONE)
			continue;
		view->next[i] = view->first[to];
		view->first[to] = i;
	}
}

/* Of a comment that is not shown, the box of the one above it that is. */
static uint32_t add_box(struct view *view, uint32_t comment)
{
	uint32_t to = view->graph->thread->comments.at[comment].reply;
	uint32_t parent = to == CP_NONE ? CP_NONE : view->box_of[to];
	if (view->graph->shown && !view->graph->shown[comment])
		return parent == CP_NONE ? NOT_SHOWN : parent;
	cp_box box = cp_label_comment(&view->labels, comment);
	box.parent = parent == NOT_SHOWN ? CP_NONE : parent;
	return cp_drawing_add_box(view->arena, view->drawing, box);
}

static void add_from(struct view *view, uint32_t root)
{
	*cp_push(view->arena, &view->stack) = root;
	while (view->stack.len) {
		uint32_t comment = view->stack.at[--view->stack.len];
		if (view->box_of[comment] != CP_NONE)
			continue;
		view->box_of[comment] = add_box(view, comment);
		for (uint32_t i = view->first[comment]; i != CP_NONE; i = view->next[i])
			*cp_push(view->arena, &view->stack) = i;
	}
}

/* How many steps lead from points of one comment to points of another. */
static void put_steps(cp_buf *out, const struct view *view, uint32_t from, uint32_t to)
{
	const cp_graph *graph = view->graph;
	cp_list items = view->labels.items[from];
	size_t counts[CP_RELATION_KINDS] = {0};
	for (size_t i = 0; i < items.len; i++) {
		const cp_list *uses = &graph->claims[graph->claim_of[items.at[i]]].uses;
		for (size_t u = 0; u < uses->len; u++) {
			const cp_step *step = &graph->steps[uses->at[u]];
			uint32_t aim = graph->claims[cp_step_aim(graph, step)].item;
			if (step->item == items.at[i] && aim != CP_NONE
				&& graph->annotation->items.at[aim].comment == to)
				counts[step->kind]++;
		}
	}
	for (size_t kind = 0; kind < CP_RELATION_KINDS; kind++)
		if (counts[kind])
			cp_buf_printf(out, ", and %s what it says%s",
				cp_relation_names[kind],
				counts[kind] > 1 ? " several times" : "");
}

static cp_str words_of(struct view *view, uint32_t from, uint32_t to)
{
	const cp_graph *graph = view->graph;
	cp_buf text = {0};
	cp_buf_printf(&text, "%.*s in %.*s replies to %.*s in %.*s",
		CP_FMT(cp_person_name(cp_comment_author(graph, from))),
		CP_FMT(graph->thread->comments.at[from].id),
		CP_FMT(cp_person_name(cp_comment_author(graph, to))),
		CP_FMT(graph->thread->comments.at[to].id));
	put_steps(&text, view, from, to);
	return cp_buf_settle(view->arena, &text);
}

static void add_ties(struct view *view)
{
	cp_drawing *drawing = view->drawing;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		uint32_t parent = drawing->boxes.at[i].parent;
		if (parent != CP_NONE)
			cp_drawing_tie(view->arena, drawing, i, parent, CP_TIE_REPLIES,
				words_of(view, drawing->boxes.at[i].subject,
					drawing->boxes.at[parent].subject));
	}
}

cp_drawing *cp_replies_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	static const char *const places[CP_DIRECTIONS] = {
		"below", "below", "above", "at the right of", "at the left of"};
	struct view view = {.arena = arena,
		.graph = graph,
		.drawing = cp_drawing_new(arena, graph),
		.labels = cp_labels_new(arena, graph, look, TEXT_WIDTH)};
	uint32_t count = (uint32_t)graph->thread->comments.len;
	cp_buf text = {0};
	view.labels.even = true;
	view.box_of = CP_NEW_ARRAY(arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++)
		view.box_of[i] = CP_NONE;
	chain_replies(&view);
	for (uint32_t i = 0; i < count; i++)
		if (graph->thread->comments.at[i].reply == CP_NONE)
			add_from(&view, i);
	for (uint32_t i = 0; i < count; i++) /* circles of replies */
		add_from(&view, i);
	add_ties(&view);
	cp_buf_printf(&text,
		"Replies in the thread: %zu comments, each %s the one that it replies to%s, with the "
		"points that it makes.",
		view.drawing->boxes.len,
		places[look ? look->direction : CP_DIRECTION_USUAL],
		look && look->direction != CP_DIRECTION_USUAL ? "" : " and further in");
	view.drawing->description = cp_buf_settle(arena, &text);
	return view.drawing;
}

/* ---- Placing ---- */

void cp_replies_arrange(cp_arena *arena, cp_drawing *drawing)
{
	cp_columns columns = cp_columns_new(arena, drawing);
	unsigned *depth = CP_NEW_ARRAY(arena, unsigned, drawing->boxes.len);
	double y = 0;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		cp_box *box = &drawing->boxes.at[i];
		depth[i] = box->parent == CP_NONE ? 0 : depth[box->parent] + 1;
		cp_box_place(box, depth[i] * CP_INDENT, y);
		y = cp_box_bottom(box) + CP_ENTRY_GAP;
	}
	cp_columns_draw(&columns);
}
