/* Points for and against the motion, in two columns below it, with what was said to each point
 * below it and further in: reasons first, then rebuttals, undercuts and grants. What is tied to
 * nothing comes below both. */
#include "diagram/columns.h"

#include "diagram/views.h"

enum {
	TEXT_WIDTH = 250,
	GUTTER = 40, /* between the columns */
	SECTION_GAP = 26,
	INSET = 30, /* room for the signs of the points */
};

enum side { FOR, AGAINST, REST, SIDES };

struct sheet {
	cp_columns columns;
	cp_drawing *drawing;
	enum side *side; /* of each box */
	unsigned *depth; /* below the points */
	double width;    /* of a column */
	double left[SIDES], y[SIDES];
};

/* ---- Making ---- */

static enum side side_of(const cp_drawing *drawing, const cp_columns *columns,
	const enum side *sides, uint32_t index)
{
	uint32_t parent = drawing->boxes.at[index].parent;
	if (parent == CP_NONE)
		return REST;
	if (!drawing->boxes.at[parent].motion)
		return sides[parent];
	cp_tie tie = cp_columns_tie(columns, index);
	return tie == CP_TIE_SUPPORTS ? FOR : AGAINST;
}

static void describe(cp_arena *arena, cp_drawing *drawing, const size_t points[SIDES])
{
	cp_buf text = {0};
	cp_buf_printf(&text,
		"Points for and against the motion “%.*s”. The left column has %zu for it, the "
		"right column %zu against it; what was said to a point stands below it, further "
		"in.",
		CP_FMT(drawing->graph->claims[CP_MOTION].text), points[FOR],
		points[AGAINST]);
	if (points[REST])
		cp_buf_printf(&text, " %zu more bear on neither.", points[REST]);
	drawing->description = cp_buf_settle(arena, &text);
}

/* Sides and points are needed for the headings as well as for the places. */
static struct sheet sheet_of(cp_arena *arena, cp_drawing *drawing, size_t points[SIDES])
{
	struct sheet sheet = {.columns = cp_columns_new(arena, drawing),
		.drawing = drawing,
		.side = CP_NEW_ARRAY(arena, enum side, drawing->boxes.len),
		.depth = CP_NEW_ARRAY(arena, unsigned, drawing->boxes.len)};
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		if (box->motion)
			continue;
		sheet.side[i] = side_of(drawing, &sheet.columns, sheet.side, i);
		bool point =
			box->parent == CP_NONE || drawing->boxes.at[box->parent].motion;
		points[sheet.side[i]] += point;
		sheet.depth[i] = point ? 0 : sheet.depth[box->parent] + 1;
		if (point)
			sheet.columns.stand[i] = CP_STAND_ALONE;
	}
	return sheet;
}

cp_drawing *cp_procon_new(cp_arena *arena, const cp_graph *graph, const cp_look *look)
{
	static const cp_tie order[] = {
		CP_TIE_SUPPORTS, CP_TIE_REBUTS, CP_TIE_UNDERCUTS, CP_TIE_CONCEDES};
	cp_drawing *drawing = cp_drawing_new(arena, graph);
	cp_labels labels = cp_labels_new(arena, graph, look, TEXT_WIDTH);
	size_t points[SIDES] = {0};
	labels.even = true;
	cp_drawing_add_argument(drawing, &labels, order);
	sheet_of(arena, drawing, points);
	describe(arena, drawing, points);
	return drawing;
}

/* ---- Placing ---- */

static double width_of(const struct sheet *sheet)
{
	double width = 0;
	for (uint32_t i = 0; i < sheet->drawing->boxes.len; i++) {
		const cp_box *box = &sheet->drawing->boxes.at[i];
		double right = INSET + sheet->depth[i] * CP_INDENT + box->width;
		if (!box->motion && right > width)
			width = right;
	}
	return width;
}

static void place_boxes(struct sheet *sheet, bool rest)
{
	for (uint32_t i = 0; i < sheet->drawing->boxes.len; i++) {
		cp_box *box = &sheet->drawing->boxes.at[i];
		enum side side = sheet->side[i];
		if (box->motion || (side == REST) != rest)
			continue;
		if (sheet->columns.stand[i] == CP_STAND_ALONE
			&& cp_columns_begins(&sheet->columns, i))
			sheet->y[side] += SECTION_GAP - CP_ENTRY_GAP;
		cp_box_place(box, sheet->left[side] + INSET + sheet->depth[i] * CP_INDENT,
			sheet->y[side]);
		sheet->y[side] = cp_box_bottom(box) + CP_ENTRY_GAP;
	}
}

static void add_heading(struct sheet *sheet, enum side side, size_t points)
{
	static const struct {
		const char *one, *several;
		cp_stance stance;
	} headings[SIDES] = {
		{"point for the motion", "points for the motion", CP_STANCE_PRO},
		{"point against it", "points against it", CP_STANCE_CONTRA},
		{"more, which bears on neither", "more, which bear on neither",
			CP_STANCE_NONE},
	};
	cp_arena *arena = sheet->columns.arena;
	cp_buf text = {0};
	cp_buf_printf(&text, "%zu %s", points,
		points == 1 ? headings[side].one : headings[side].several);
	cp_drawing_add_note(arena, sheet->drawing, cp_buf_settle(arena, &text),
		CP_TYPE_COLUMN, (cp_point){sheet->left[side] + INSET, sheet->y[side]})
		->stance = headings[side].stance;
	sheet->y[side] += cp_type_styles[CP_TYPE_COLUMN].leading;
}

static void place_motion(struct sheet *sheet, double width)
{
	cp_box *motion = &sheet->drawing->boxes.at[0];
	double left = (width - motion->width) / 2;
	cp_box_place(motion, left > 0 ? left : 0, 0);
	double y = cp_box_bottom(motion) + SECTION_GAP;
	sheet->y[FOR] = sheet->y[AGAINST] = y;
}

static void add_gutter(struct sheet *sheet, double low)
{
	double x = sheet->left[AGAINST];
	double top = cp_box_bottom(&sheet->drawing->boxes.at[0]) + SECTION_GAP;
	*cp_push(sheet->columns.arena, &sheet->drawing->rules) =
		(cp_rule){{x, top}, {x, low}, false};
}

void cp_procon_arrange(cp_arena *arena, cp_drawing *drawing)
{
	size_t points[SIDES] = {0};
	struct sheet sheet = sheet_of(arena, drawing, points);
	sheet.width = width_of(&sheet);
	sheet.left[AGAINST] = sheet.width + GUTTER;
	place_motion(&sheet, 2 * sheet.width + GUTTER);
	add_heading(&sheet, FOR, points[FOR]);
	add_heading(&sheet, AGAINST, points[AGAINST]);
	place_boxes(&sheet, false);
	double low = sheet.y[FOR] > sheet.y[AGAINST] ? sheet.y[FOR] : sheet.y[AGAINST];
	add_gutter(&sheet, low - CP_ENTRY_GAP);
	sheet.y[REST] = low + SECTION_GAP;
	if (points[REST]) {
		add_heading(&sheet, REST, points[REST]);
		place_boxes(&sheet, true);
	}
	cp_columns_draw(&sheet.columns);
}
