#include "diagram/make.h"

#include "base/buf.h"

enum {
	TIP = 8, /* length of an arrow head */
	RIGHT_ROOM = 8,
};

const char *const cp_box_names[CP_BOX_KINDS] = {
	"claim", "speaker", "comment", "source", "item"};

const char *const cp_tie_names[CP_TIES] = {
	[CP_TIE_SUPPORTS] = "supports",
	[CP_TIE_REBUTS] = "rebuts",
	[CP_TIE_UNDERCUTS] = "undercuts",
	[CP_TIE_RESTATES] = "restates",
	[CP_TIE_CONCEDES] = "concedes",
	[CP_TIE_QUOTES] = "quotes",
	[CP_TIE_REPLIES] = "replies",
};

const char *const cp_tie_signs[CP_TIES] = {
	[CP_TIE_SUPPORTS] = "+",
	[CP_TIE_REBUTS] = "−",
	[CP_TIE_UNDERCUTS] = "⊘",
	[CP_TIE_RESTATES] = "=",
	[CP_TIE_CONCEDES] = "✓",
	[CP_TIE_QUOTES] = "“",
	[CP_TIE_REPLIES] = "↑",
};

const char *const cp_wording_names[CP_WORDINGS] = {"gist", "quote", "both"};

const char *const cp_direction_names[CP_DIRECTIONS] = {"", "TB", "BT", "LR", "RL"};

/* ---- Making ---- */

cp_drawing *cp_drawing_new(cp_arena *arena, const cp_graph *graph)
{
	cp_drawing *drawing = CP_NEW(arena, cp_drawing);
	drawing->graph = graph;
	drawing->title = graph->annotation->title.len ? graph->annotation->title
						      : graph->claims[CP_MOTION].text;
	return drawing;
}

uint32_t cp_drawing_add_box(cp_arena *arena, cp_drawing *drawing, cp_box box)
{
	*cp_push(arena, &drawing->boxes) = box;
	return (uint32_t)drawing->boxes.len - 1;
}

cp_note *cp_drawing_add_note(
	cp_arena *arena, cp_drawing *drawing, cp_str text, cp_type type, cp_point corner)
{
	const cp_type_style *style = &cp_type_styles[type];
	cp_note *note = cp_push(arena, &drawing->notes);
	*note = (cp_note){
		.line = {text, type, cp_text_width(text, style->size, style->bold)},
		.left = corner.x,
		.top = corner.y};
	return note;
}

void cp_drawing_add_line(cp_arena *arena, cp_drawing *drawing, uint32_t from, uint32_t to,
	cp_tie tie, bool arrow)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	cp_joint *joint = &drawing->joints.at[(arrow ? from : to) - boxes];
	if (!joint->lines_len++)
		joint->line = (uint32_t)drawing->lines.len;
	*cp_push(arena, &drawing->lines) =
		(cp_line){.from = from, .to = to, .tie = tie, .arrow = arrow};
}

cp_joint *cp_drawing_tie(cp_arena *arena, cp_drawing *drawing, uint32_t from, uint32_t to,
	cp_tie tie, cp_str title)
{
	uint32_t end = (uint32_t)(drawing->boxes.len + drawing->joints.len);
	cp_joint *joint = cp_push(arena, &drawing->joints);
	*joint = (cp_joint){
		.tie = tie, .step = CP_NONE, .title = title, .width = CP_JOINT_SIZE};
	cp_drawing_add_line(arena, drawing, from, end, tie, false);
	cp_drawing_add_line(arena, drawing, end, to, tie, true);
	return joint;
}

/* ---- Lines ---- */

/* `by` points away from `point`, towards `other`; all of the way, if that is nearer. */
static cp_point step_back(cp_point point, cp_point other, double by)
{
	double dx = other.x - point.x, dy = other.y - point.y;
	double far = dx < 0 ? -dx : dx, high = dy < 0 ? -dy : dy;
	double most =
		far > high ? far : high; /* pieces are level, upright, or close to */
	if (most <= by)
		return other;
	return (cp_point){point.x + dx * by / most, point.y + dy * by / most};
}

void cp_line_route(cp_arena *arena, cp_line *line, const cp_point *corners, size_t count)
{
	line->points_len = 3 * (count - 1) + 1;
	line->points = CP_NEW_ARRAY(arena, cp_point, line->points_len);
	line->tip = corners[count - 1];
	for (size_t i = 0; i + 1 < count; i++) {
		cp_point to = corners[i + 1];
		if (i + 2 == count && line->arrow)
			to = step_back(to, corners[i], TIP);
		line->points[3 * i] = line->points[3 * i + 1] = corners[i];
		line->points[3 * i + 2] = line->points[3 * i + 3] = to;
	}
}

void cp_line_bend(cp_arena *arena, cp_line *line, cp_point from, cp_point to,
	double reach_from, double reach_to)
{
	cp_point out = {from.x + reach_from, from.y}, in = {to.x + reach_to, to.y};
	line->tip = to;
	line->points_len = 4;
	line->points = CP_NEW_ARRAY(arena, cp_point, 4);
	line->points[0] = from;
	line->points[1] = out;
	line->points[2] = in;
	line->points[3] = line->arrow ? step_back(to, in, TIP) : to;
}

static void widen(cp_drawing *drawing, double right, double low)
{
	drawing->width = right > drawing->width ? right : drawing->width;
	drawing->height = low > drawing->height ? low : drawing->height;
}

void cp_drawing_measure(cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		widen(drawing, box->centre.x + box->width / 2 + RIGHT_ROOM,
			box->centre.y + box->height / 2);
	}
	for (size_t i = 0; i < drawing->notes.len; i++) {
		const cp_note *note = &drawing->notes.at[i];
		widen(drawing, note->left + note->line.width + RIGHT_ROOM,
			note->top + cp_type_styles[note->line.type].leading);
	}
	for (size_t i = 0; i < drawing->lines.len; i++)
		for (size_t p = 0; p < drawing->lines.at[i].points_len; p++)
			widen(drawing, drawing->lines.at[i].points[p].x + RIGHT_ROOM,
				drawing->lines.at[i].points[p].y);
}

/* ---- Ids ---- */

static void put_box_id(cp_buf *out, const cp_drawing *drawing, const cp_box *box)
{
	const cp_graph *graph = drawing->graph;
	const cp_annotation *annotation = graph->annotation;
	uint32_t item;
	switch (box->kind) {
	case CP_BOX_CLAIM:
		item = graph->claims[box->subject].item;
		cp_buf_put(out,
			item == CP_NONE ? annotation->motion_id
					: annotation->items.at[item].id);
		return;
	case CP_BOX_ITEM:
		cp_buf_put(out, annotation->items.at[box->subject].id);
		return;
	case CP_BOX_COMMENT:
		cp_buf_put(out, graph->thread->comments.at[box->subject].id);
		return;
	case CP_BOX_WORK:
		cp_buf_put(out, annotation->works.at[box->subject].id);
		return;
	default:
		cp_buf_printf(
			out, "%s-%u", cp_box_names[box->kind], (unsigned)box->subject);
	}
}

/* Of what has no id of its own: "by~of", and how, unless it is a grant. */
static void put_joint_id(cp_buf *out, const cp_drawing *drawing, uint32_t joint)
{
	const cp_joint *it = &drawing->joints.at[joint];
	if (it->tie != CP_TIE_CONCEDES && it->step != CP_NONE) {
		cp_buf_put(out, drawing->graph->steps[it->step].id);
		return;
	}
	const cp_line *lines = drawing->lines.at + it->line;
	put_box_id(out, drawing, &drawing->boxes.at[lines[0].from]);
	cp_buf_printf(
		out, it->tie == CP_TIE_CONCEDES ? "~" : "~%s~", cp_tie_names[it->tie]);
	put_box_id(out, drawing, &drawing->boxes.at[lines[it->lines_len - 1].to]);
}

void cp_drawing_put_id(cp_buf *out, const cp_drawing *drawing, uint32_t end)
{
	if (end < drawing->boxes.len)
		put_box_id(out, drawing, &drawing->boxes.at[end]);
	else
		put_joint_id(out, drawing, end - (uint32_t)drawing->boxes.len);
}

void cp_drawing_put_name(
	cp_buf *out, const cp_drawing *drawing, uint32_t end, const char *between)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	if (end < boxes) {
		const cp_box *box = &drawing->boxes.at[end];
		cp_buf_printf(out, "%s%s%u", cp_box_names[box->kind], between,
			(unsigned)box->subject);
		return;
	}
	const cp_joint *joint = &drawing->joints.at[end - boxes];
	bool step = joint->step != CP_NONE;
	cp_buf_printf(out, "%s%s%u",
		!step                                   ? "tie"
			: joint->tie == CP_TIE_CONCEDES ? "concession"
							: "step",
		between, (unsigned)(step ? joint->step : end - boxes));
}

bool *cp_drawing_find_forks(cp_arena *arena, const cp_drawing *drawing)
{
	size_t boxes = drawing->boxes.len;
	bool *forks = CP_NEW_ARRAY(arena, bool, drawing->joints.len);
	for (size_t i = 0; i < drawing->joints.len; i++)
		forks[i] = drawing->joints.at[i].lines_len != 2;
	for (size_t i = 0; i < drawing->lines.len; i++)
		if (drawing->lines.at[i].arrow && drawing->lines.at[i].to >= boxes)
			forks[drawing->lines.at[i].to - boxes] = true;
	return forks;
}
