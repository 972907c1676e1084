/* A flow sheet, as debaters keep it: each answer beside what it answers, in the next column, and
 * each reason below what it is a reason for, in the same. The columns alternate between the
 * sides, as an answer is always the other side's; points for the motion begin in the first
 * column, points against it in the second. What nobody answered is marked where the answer
 * would stand. */
#include "diagram/columns.h"

#include "diagram/views.h"
#include "graph/exchange.h"

enum {
	TEXT_WIDTH = 176,
	ROW_GAP = 30,
	MARK_GAP = 22, /* from a box to the mark that it was not answered */
};

struct column {
	double left, width, y;
	unsigned lane;
	double lane_end; /* down to which the lines of the last lane reach */
};

struct sheet {
	cp_columns columns;
	cp_drawing *drawing;
	uint32_t *column_of; /* of each box */
	unsigned *depth;     /* reasons between a box and the first of its column */
	double *deepest;     /* bottom of the boxes beside each box */
	struct column *list;
	uint32_t len;
	bool *answered; /* of each box: something stands beside it */
	const cp_chances *chances;
};

cp_drawing *cp_flow_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	static const cp_tie order[] = {
		CP_TIE_REBUTS, CP_TIE_UNDERCUTS, CP_TIE_CONCEDES, CP_TIE_SUPPORTS};
	cp_drawing *drawing = cp_drawing_new(arena, graph);
	cp_labels labels = cp_labels_new(arena, graph, look, TEXT_WIDTH);
	cp_buf text = {0};
	labels.even = true;
	cp_drawing_add_argument(drawing, &labels, order);
	cp_buf_printf(&text,
		"Flow sheet of the motion “%.*s”. Columns alternate between the sides; an answer "
		"stands to the right of what it answers, a reason below what it is a reason for.",
		CP_FMT(graph->claims[CP_MOTION].text));
	drawing->description = cp_buf_settle(arena, &text);
	return drawing;
}

/* ---- Columns ---- */

static void find_column(struct sheet *sheet, uint32_t index)
{
	uint32_t parent = sheet->drawing->boxes.at[index].parent;
	bool point = parent == CP_NONE || sheet->drawing->boxes.at[parent].motion;
	bool reason = cp_columns_tie(&sheet->columns, index) == CP_TIE_SUPPORTS;
	if (point) {
		sheet->columns.stand[index] = CP_STAND_ALONE;
		sheet->column_of[index] = parent != CP_NONE && !reason;
		return;
	}
	sheet->columns.stand[index] = reason ? CP_STAND_BELOW : CP_STAND_BESIDE;
	sheet->column_of[index] = sheet->column_of[parent] + !reason;
	sheet->answered[parent] |= !reason;
	sheet->depth[index] = reason ? sheet->depth[parent] + 1 : 0;
}

static struct sheet sheet_of(cp_arena *arena, cp_drawing *drawing)
{
	size_t boxes = drawing->boxes.len;
	struct sheet sheet = {.columns = cp_columns_new(arena, drawing),
		.drawing = drawing,
		.column_of = CP_NEW_ARRAY(arena, uint32_t, boxes),
		.depth = CP_NEW_ARRAY(arena, unsigned, boxes),
		.answered = CP_NEW_ARRAY(arena, bool, boxes),
		.chances = cp_chances_new(arena, drawing->graph)};
	for (uint32_t i = 1; i < boxes; i++) {
		find_column(&sheet, i);
		if (sheet.len < sheet.column_of[i] + 1)
			sheet.len = sheet.column_of[i] + 1;
	}
	/* One more, for what was not answered in the last one. */
	sheet.list = CP_NEW_ARRAY(arena, struct column, sheet.len + 1);
	return sheet;
}

static void set_columns(struct sheet *sheet)
{
	for (uint32_t i = 1; i < sheet->drawing->boxes.len; i++) {
		struct column *column = &sheet->list[sheet->column_of[i]];
		double width =
			sheet->depth[i] * CP_INDENT + sheet->drawing->boxes.at[i].width;
		column->width = width > column->width ? width : column->width;
	}
	double left = CP_STUB;
	for (uint32_t c = 0; c <= sheet->len; c++) {
		sheet->list[c].left = left;
		left += sheet->list[c].width + CP_COLUMN_GAP;
	}
}

static void add_headings(struct sheet *sheet, double top)
{
	static const char *const words[] = {"For: points", "Against: points and answers",
		"For: answers", "Against: answers"};
	for (uint32_t c = 0; c < sheet->len; c++) {
		const char *text = words[c < 4 ? c : 2 + c % 2];
		cp_drawing_add_note(sheet->columns.arena, sheet->drawing, cp_str_of(text),
			CP_TYPE_COLUMN, (cp_point){sheet->list[c].left, top})
			->stance = c % 2 ? CP_STANCE_CONTRA : CP_STANCE_PRO;
	}
}

/* ---- Rows ---- */

static void begin_row(struct sheet *sheet)
{
	double low = 0;
	for (uint32_t c = 0; c <= sheet->len; c++)
		if (sheet->list[c].y > low)
			low = sheet->list[c].y;
	low += ROW_GAP - CP_ENTRY_GAP;
	*cp_push(sheet->columns.arena, &sheet->drawing->rules) =
		(cp_rule){{0, low - ROW_GAP / 2.0}, {0, low - ROW_GAP / 2.0}, false};
	for (uint32_t c = 0; c <= sheet->len; c++) {
		sheet->list[c].y = low;
		sheet->list[c].lane_end = 0;
	}
}

/* Lines of later boxes climb further from their column while earlier ones still reach down
 * beside them: so they do not cross. */
static void take_lane(struct sheet *sheet, uint32_t parent, const cp_box *box)
{
	struct column *column = &sheet->list[sheet->column_of[parent] + 1];
	const cp_box *above = &sheet->drawing->boxes.at[parent];
	if (sheet->deepest[parent] == 0)
		sheet->columns.lane[parent] = cp_box_top(above) < column->lane_end
			? ++column->lane
			: (column->lane = 0);
	sheet->deepest[parent] = cp_box_top(box) + CP_LEVEL + 1;
	column->lane_end = sheet->deepest[parent];
}

/* Of a part, nobody can say: the answer may be what is left out. */
static bool is_dropped(const struct sheet *sheet, uint32_t index)
{
	const cp_graph *graph = sheet->drawing->graph;
	uint32_t claim = sheet->drawing->boxes.at[index].subject;
	return !graph->shown && sheet->columns.stand[index] != CP_STAND_BELOW
		&& !sheet->answered[index]
		&& sheet->drawing->boxes.at[index].parent != CP_NONE
		&& !cp_claim_is_answered(graph, claim)
		&& cp_claim_chance(sheet->chances, claim) != CP_CHANCE_NONE;
}

static void add_mark(struct sheet *sheet, const cp_box *box, struct column *next)
{
	const cp_str text = CP_LIT("✗ not answered");
	double top = cp_box_top(box) + CP_LEVEL - 7;
	cp_drawing_add_note(sheet->columns.arena, sheet->drawing, text, CP_TYPE_FOOT,
		(cp_point){cp_box_right(box) + MARK_GAP, top});
	*cp_push(sheet->columns.arena, &sheet->drawing->rules) = (cp_rule){
		{cp_box_right(box), cp_box_top(box) + CP_LEVEL},
		{cp_box_right(box) + MARK_GAP - 4, cp_box_top(box) + CP_LEVEL}, true};
	if (next->y < top + CP_LEVEL)
		next->y = top + CP_LEVEL;
}

static void place_box(struct sheet *sheet, uint32_t index)
{
	cp_box *box = &sheet->drawing->boxes.at[index];
	struct column *column = &sheet->list[sheet->column_of[index]];
	if (sheet->columns.stand[index] == CP_STAND_ALONE
		&& cp_columns_begins(&sheet->columns, index))
		begin_row(sheet);
	double top = column->y;
	if (sheet->columns.stand[index] == CP_STAND_BESIDE) {
		double least = cp_box_top(&sheet->drawing->boxes.at[box->parent]);
		top = top > least ? top : least;
	}
	cp_box_place(box, column->left + sheet->depth[index] * CP_INDENT, top);
	column->y = cp_box_bottom(box) + CP_ENTRY_GAP;
	if (sheet->columns.stand[index] == CP_STAND_BESIDE)
		take_lane(sheet, box->parent, box);
	if (is_dropped(sheet, index))
		add_mark(sheet, box, &sheet->list[sheet->column_of[index] + 1]);
}

void cp_flow_arrange(cp_arena *arena, cp_drawing *drawing)
{
	struct sheet sheet = sheet_of(arena, drawing);
	sheet.deepest = CP_NEW_ARRAY(arena, double, drawing->boxes.len);
	set_columns(&sheet);
	cp_box *motion = &drawing->boxes.at[0];
	cp_box_place(motion, 0, 0);
	add_headings(&sheet, cp_box_bottom(motion) + ROW_GAP);
	double top = cp_box_bottom(motion) + ROW_GAP
		+ cp_type_styles[CP_TYPE_COLUMN].leading + CP_ENTRY_GAP;
	for (uint32_t c = 0; c <= sheet.len; c++)
		sheet.list[c].y = top;
	for (uint32_t i = 1; i < drawing->boxes.len; i++)
		place_box(&sheet, i);
	cp_columns_draw(&sheet.columns);
	for (size_t i = 0; i < drawing->rules.len; i++)
		if (!drawing->rules.at[i].dashed)
			drawing->rules.at[i].to.x = drawing->width;
}
