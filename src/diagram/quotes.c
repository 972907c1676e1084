/* Who quotes what: at the left works and earlier comments, each with the quotations of it at
 * its right, in the order of the file. */
#include "diagram/columns.h"

#include "diagram/views.h"
#include "graph/words.h"

enum {
	TEXT_WIDTH = 240,
	ROW_GAP = 28,
	TOP = 30, /* of the first row, below the headings */
};

struct view {
	cp_arena *arena;
	const cp_graph *graph;
	cp_drawing *drawing;
	cp_labels labels;
	CP_ARRAY(uint32_t) unknown; /* quotations of nobody knows what */
};

/* ---- Making ---- */

static bool quotes(const cp_item *item, cp_box_kind kind, uint32_t subject)
{
	return item->kind == CP_QUOTATION
		&& (kind == CP_BOX_WORK ? item->quoted_work : item->quoted_comment)
		== subject;
}

/* The quotations of one source, after it. `next` leads from each quotation of it to the next. */
static void add_source(struct view *view, cp_box_kind kind, uint32_t subject,
	uint32_t first, const uint32_t *next)
{
	cp_box source = kind == CP_BOX_WORK ? cp_label_work(&view->labels, subject)
					    : cp_label_comment(&view->labels, subject);
	uint32_t parent = cp_drawing_add_box(view->arena, view->drawing, source);
	for (uint32_t i = first; i != CP_NONE; i = next[i]) {
		cp_box box = cp_label_quotation(&view->labels, i);
		box.parent = parent;
		cp_drawing_add_box(view->arena, view->drawing, box);
	}
}

/* Chains of the items that quote each of `count` subjects. */
static void add_sources(struct view *view, cp_box_kind kind, size_t count)
{
	const cp_annotation *annotation = view->graph->annotation;
	uint32_t *first = CP_NEW_ARRAY(view->arena, uint32_t, count);
	uint32_t *next = CP_NEW_ARRAY(view->arena, uint32_t, annotation->items.len);
	for (size_t i = 0; i < count; i++)
		first[i] = CP_NONE;
	for (uint32_t i = (uint32_t)annotation->items.len; i-- > 0;) {
		const cp_item *item = &annotation->items.at[i];
		uint32_t subject =
			kind == CP_BOX_WORK ? item->quoted_work : item->quoted_comment;
		if (subject == CP_NONE || !quotes(item, kind, subject)
			|| view->graph->claim_of[i] == CP_NONE)
			continue;
		next[i] = first[subject];
		first[subject] = i;
	}
	for (uint32_t i = 0; i < count; i++)
		if (first[i] != CP_NONE)
			add_source(view, kind, i, first[i], next);
}

static void add_unknown(struct view *view)
{
	const cp_annotation *annotation = view->graph->annotation;
	for (uint32_t i = 0; i < annotation->items.len; i++) {
		const cp_item *item = &annotation->items.at[i];
		if (item->kind == CP_QUOTATION && item->quoted_work == CP_NONE
			&& item->quoted_comment == CP_NONE
			&& view->graph->claim_of[i] != CP_NONE)
			cp_drawing_add_box(view->arena, view->drawing,
				cp_label_quotation(&view->labels, i));
	}
}

static void add_ties(struct view *view)
{
	cp_drawing *drawing = view->drawing;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		if (box->parent != CP_NONE)
			cp_drawing_tie(view->arena, drawing, i, box->parent,
				CP_TIE_QUOTES, box->title);
	}
}

static void describe(struct view *view)
{
	size_t sources = 0, quotations = 0;
	for (size_t i = 0; i < view->drawing->boxes.len; i++)
		if (view->drawing->boxes.at[i].kind == CP_BOX_ITEM)
			quotations++;
		else
			sources++;
	cp_buf text = {0};
	cp_buf_printf(&text,
		"Quotations in the debate: %zu, of %zu %s. What is quoted stands at "
		"the left, each quotation of it at its right, with whether its words are those of "
		"the original.",
		quotations, sources,
		sources == 1 ? "work or comment" : "works or comments");
	view->drawing->description = cp_buf_settle(view->arena, &text);
}

cp_drawing *cp_quotes_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	struct view view = {.arena = arena,
		.graph = graph,
		.drawing = cp_drawing_new(arena, graph),
		.labels = cp_labels_new(arena, graph, look, TEXT_WIDTH)};
	view.labels.even = true;
	add_sources(&view, CP_BOX_WORK, graph->annotation->works.len);
	add_sources(&view, CP_BOX_COMMENT, graph->thread->comments.len);
	add_unknown(&view);
	add_ties(&view);
	describe(&view);
	return view.drawing;
}

/* ---- Placing ---- */

static double bigger(double a, double b)
{
	return a > b ? a : b;
}

void cp_quotes_arrange(cp_arena *arena, cp_drawing *drawing)
{
	cp_columns columns = cp_columns_new(arena, drawing);
	double left_y = TOP, right_y = TOP, right = CP_COLUMN_GAP;
	for (size_t i = 0; i < drawing->boxes.len; i++)
		right = bigger(right, drawing->boxes.at[i].width + CP_COLUMN_GAP);
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		cp_box *box = &drawing->boxes.at[i];
		if (box->kind != CP_BOX_ITEM) {
			left_y = right_y =
				bigger(left_y, right_y) + ROW_GAP - CP_ENTRY_GAP;
			cp_box_place(box, 0, left_y);
			left_y = cp_box_bottom(box) + CP_ENTRY_GAP;
			continue;
		}
		columns.stand[i] = CP_STAND_BESIDE;
		cp_box_place(box, right,
			box->parent == CP_NONE ? bigger(left_y, right_y) : right_y);
		right_y = cp_box_bottom(box) + CP_ENTRY_GAP;
	}
	if (drawing->boxes.len) {
		cp_drawing_add_note(arena, drawing, CP_LIT("Quoted"), CP_TYPE_COLUMN,
			(cp_point){0, 0});
		cp_drawing_add_note(arena, drawing, CP_LIT("Quoted by"), CP_TYPE_COLUMN,
			(cp_point){right, 0});
	} else {
		cp_drawing_add_note(arena, drawing, CP_LIT("Nothing is quoted."),
			CP_TYPE_COLUMN, (cp_point){0, 0});
	}
	cp_columns_draw(&columns);
}
