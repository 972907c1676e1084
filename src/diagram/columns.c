#include "diagram/columns.h"

enum {
	EDGE = 4, /* from a sign to its box */
	RADIUS = CP_JOINT_SIZE / 2,
	LANES = 4,     /* upright lines side by side between two columns */
	LANE = 7,      /* from one to the next */
	DETOUR = 26,   /* how far a line to a box elsewhere swings out */
	SECOND = 20,   /* from the sign of a box to that of its next step */
	MORE_OUT = 22, /* from that one to yet another */
	LANE_OF_UNDERCUTS = 21,
	UNDER = 8, /* below a box: where a line passes under it */
	ASIDE = 5, /* from the middle of a sign to a line that comes from below */
};

/* From the left edge of a box to the lines of what stands below it. What comes first is
 * furthest in, so that lines to later boxes do not cross it. */
static const double lanes_below[CP_TIES] = {
	[CP_TIE_SUPPORTS] = 18,
	[CP_TIE_REBUTS] = 12,
	[CP_TIE_CONCEDES] = 6,
	[CP_TIE_QUOTES] = 12,
	[CP_TIE_REPLIES] = 12,
};

/* ---- Boxes ---- */

void cp_box_place(cp_box *box, double left, double top)
{
	box->centre = (cp_point){left + box->width / 2, top + box->height / 2};
}

double cp_box_left(const cp_box *box)
{
	return box->centre.x - box->width / 2;
}

double cp_box_right(const cp_box *box)
{
	return box->centre.x + box->width / 2;
}

double cp_box_top(const cp_box *box)
{
	return box->centre.y - box->height / 2;
}

double cp_box_bottom(const cp_box *box)
{
	return box->centre.y + box->height / 2;
}

/* Where lines leave and reach the sides of a box. */
static double level_of(const cp_box *box)
{
	return cp_box_top(box)
		+ (box->height / 2 < CP_LEVEL ? box->height / 2 : CP_LEVEL);
}

/* ---- Ties ---- */

static bool has_premise(const cp_drawing *drawing, const cp_joint *joint, uint32_t box)
{
	for (uint32_t i = 0; i + 1 < joint->lines_len; i++)
		if (drawing->lines.at[joint->line + i].from == box)
			return true;
	return false;
}

/* Does the joint lead to this box, or to a step that the box is a premise of? */
static bool leads_to(const cp_drawing *drawing, const cp_joint *joint, uint32_t box)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	uint32_t to = drawing->lines.at[joint->line + joint->lines_len - 1].to;
	return to == box
		|| (to >= boxes
			&& has_premise(drawing, &drawing->joints.at[to - boxes], box));
}

cp_columns cp_columns_new(cp_arena *arena, cp_drawing *drawing)
{
	size_t boxes = drawing->boxes.len;
	cp_columns columns = {.arena = arena,
		.drawing = drawing,
		.tie = CP_NEW_ARRAY(arena, uint32_t, boxes),
		.stand = CP_NEW_ARRAY(arena, cp_stand, boxes),
		.lane = CP_NEW_ARRAY(arena, unsigned, boxes),
		.more = CP_NEW_ARRAY(arena, unsigned, boxes)};
	for (size_t i = 0; i < boxes; i++)
		columns.tie[i] = CP_NONE;
	for (uint32_t j = 0; j < drawing->joints.len; j++) {
		const cp_joint *joint = &drawing->joints.at[j];
		for (uint32_t i = 0; i + 1 < joint->lines_len; i++) {
			uint32_t from = drawing->lines.at[joint->line + i].from;
			uint32_t parent = drawing->boxes.at[from].parent;
			if (columns.tie[from] == CP_NONE && parent != CP_NONE
				&& leads_to(drawing, joint, parent))
				columns.tie[from] = j;
		}
	}
	return columns;
}

cp_tie cp_columns_tie(const cp_columns *columns, uint32_t box)
{
	uint32_t joint = columns->tie[box];
	return joint == CP_NONE ? CP_TIES : columns->drawing->joints.at[joint].tie;
}

/* ---- Joints ---- */

struct end {
	double left, right, y;
};

static struct end end_of(const cp_columns *columns, uint32_t end)
{
	const cp_drawing *drawing = columns->drawing;
	if (end < drawing->boxes.len) {
		const cp_box *box = &drawing->boxes.at[end];
		return (struct end){cp_box_left(box), cp_box_right(box), level_of(box)};
	}
	const cp_joint *joint = &drawing->joints.at[end - drawing->boxes.len];
	return (struct end){joint->centre.x - joint->width / 2,
		joint->centre.x + joint->width / 2, joint->centre.y};
}

/* The first premise that is read after its parent by this joint; CP_NONE: no premise is. */
static uint32_t host_of(const cp_columns *columns, uint32_t index)
{
	const cp_joint *joint = &columns->drawing->joints.at[index];
	for (uint32_t i = 0; i + 1 < joint->lines_len; i++) {
		uint32_t from = columns->drawing->lines.at[joint->line + i].from;
		if (columns->tie[from] == index)
			return from;
	}
	return CP_NONE;
}

bool cp_columns_begins(const cp_columns *columns, uint32_t box)
{
	uint32_t tie = columns->tie[box];
	return tie == CP_NONE || host_of(columns, tie) == box;
}

/* At the left of the first premise, where the line leaves it. */
static void place_hosted(cp_columns *columns, cp_joint *joint, uint32_t host)
{
	const cp_box *box = &columns->drawing->boxes.at[host];
	joint->centre =
		(cp_point){cp_box_left(box) - EDGE - joint->width / 2, level_of(box)};
}

/* Where a joint of a box that is read elsewhere leads: to the column at the right or at the
 * left, or around the boxes of its own. */
enum way { WAY_LEFT, WAY_RIGHT, WAY_AROUND };

static enum way way_of(struct end from, struct end to)
{
	return to.left > from.right    ? WAY_RIGHT
		: to.right < from.left ? WAY_LEFT
				       : WAY_AROUND;
}

/* Beside the box, below the sign of the step by which it is read. */
static void place_second(cp_columns *columns, cp_joint *joint)
{
	const cp_line *lines = columns->drawing->lines.at + joint->line;
	struct end from = end_of(columns, lines[0].from);
	struct end to = end_of(columns, lines[joint->lines_len - 1].to);
	double out = EDGE + joint->width / 2 + columns->more[lines[0].from]++ * MORE_OUT;
	joint->centre.x =
		way_of(from, to) == WAY_LEFT ? from.left - out : from.right + out;
	joint->centre.y = from.y + SECOND;
}

/* ---- Lines to boxes elsewhere ---- */

/* The right edge of all boxes that stand between two heights in the column of `from`. */
static double right_of(const cp_columns *columns, struct end from, struct end to)
{
	double right = from.right > to.right ? from.right : to.right;
	double top = from.y < to.y ? from.y : to.y, low = from.y < to.y ? to.y : from.y;
	for (size_t i = 0; i < columns->drawing->boxes.len; i++) {
		const cp_box *box = &columns->drawing->boxes.at[i];
		if (cp_box_bottom(box) > top && cp_box_top(box) < low
			&& cp_box_left(box) < right && cp_box_right(box) > right)
			right = cp_box_right(box);
	}
	return right;
}

/* The left edge of all boxes that stand between two heights, right of the column of `to`. */
static double left_of(const cp_columns *columns, struct end from, struct end to)
{
	double left = from.left;
	double top = from.y < to.y ? from.y : to.y, low = from.y < to.y ? to.y : from.y;
	for (size_t i = 0; i < columns->drawing->boxes.len; i++) {
		const cp_box *box = &columns->drawing->boxes.at[i];
		if (cp_box_bottom(box) > top && cp_box_top(box) < low
			&& cp_box_left(box) > to.right && cp_box_left(box) < left)
			left = cp_box_left(box);
	}
	return left;
}

/* From its sign to a box elsewhere: level, upright between the columns, and level. */
static void draw_elsewhere(cp_columns *columns, cp_joint *joint)
{
	cp_line *line = &columns->drawing->lines.at[joint->line + joint->lines_len - 1];
	struct end from = end_of(columns, columns->drawing->lines.at[joint->line].from);
	struct end to = end_of(columns, line->to);
	enum way way = way_of(from, to);
	double lane = LANE * (columns->detours++ % LANES), half = joint->width / 2;
	double x = way == WAY_LEFT ? left_of(columns, from, to) - CP_STUB - ASIDE - lane
		: way == WAY_RIGHT ? to.left - CP_STUB - ASIDE - lane
				   : right_of(columns, from, to) + DETOUR + lane;
	double end = way == WAY_RIGHT ? to.left : to.right;
	cp_point start = joint->centre;
	start.x += way == WAY_LEFT ? -half : half;
	cp_point corners[] = {start, {x, start.y}, {x, to.y}, {end, to.y}};
	cp_line_route(columns->arena, line, corners, 4);
}

/* From a premise to the sign beside it. */
static void draw_stub(cp_columns *columns, cp_line *line, const cp_joint *joint)
{
	struct end from = end_of(columns, line->from);
	bool left = joint->centre.x < from.left;
	double half = joint->width / 2;
	cp_line_route(columns->arena, line,
		(cp_point[]){{left ? from.left : from.right, joint->centre.y},
			{joint->centre.x + (left ? half : -half), joint->centre.y}},
		2);
}

/* To a joint that has its place, from a premise that is read elsewhere: level, or down the
 * left side of the boxes between them. */
static void draw_to_joint(cp_columns *columns, cp_line *line, const cp_joint *joint)
{
	struct end from = end_of(columns, line->from);
	double left = joint->centre.x - joint->width / 2;
	if (left <= from.right && joint->centre.x + joint->width / 2 >= from.left) {
		double x = from.left < left ? from.left : left;
		x -= CP_STUB - ASIDE;
		cp_point corners[] = {{from.left, from.y + SECOND}, {x, from.y + SECOND},
			{x, joint->centre.y}, {left, joint->centre.y}};
		cp_line_route(columns->arena, line, corners, 4);
		return;
	}
	bool right = left > from.right;
	double x = right ? from.right : from.left;
	double reach = (joint->centre.x - x) / 2;
	cp_line_bend(columns->arena, line, (cp_point){x, from.y},
		(cp_point){joint->centre.x + (right ? -RADIUS : RADIUS), joint->centre.y},
		reach, -reach);
}

/* ---- Lines ---- */

/* From a premise to the sign of its step, which is at its left, or above that. */
static void draw_premise(cp_columns *columns, cp_line *line, const cp_joint *joint)
{
	struct end from = end_of(columns, line->from);
	cp_point corners[] = {{from.left, from.y}, {joint->centre.x, from.y},
		{joint->centre.x, joint->centre.y + RADIUS}};
	bool beside = from.y == joint->centre.y;
	if (beside)
		corners[1].x += joint->width / 2;
	cp_line_route(columns->arena, line, corners, beside ? 2 : 3);
}

static double lane_of(const cp_columns *columns, uint32_t parent, double column)
{
	return column - CP_STUB - EDGE - LANE * (columns->lane[parent] % LANES);
}

/* To the box that the premise is read after. */
static void draw_to_parent(
	cp_columns *columns, cp_line *line, const cp_joint *joint, uint32_t host)
{
	const cp_box *box = &columns->drawing->boxes.at[host];
	const cp_box *parent = &columns->drawing->boxes.at[box->parent];
	cp_point from = {joint->centre.x - joint->width / 2, joint->centre.y};
	if (columns->stand[host] == CP_STAND_BELOW) {
		double x = cp_box_left(parent) + lanes_below[joint->tie];
		cp_point corners[] = {from, {x, from.y}, {x, cp_box_bottom(parent)}};
		cp_line_route(columns->arena, line, corners, 3);
		return;
	}
	double x = lane_of(columns, box->parent, cp_box_left(box));
	double y = level_of(parent);
	cp_point corners[] = {from, {x, from.y}, {x, y}, {cp_box_right(parent), y}};
	bool straight = y == from.y;
	cp_line_route(columns->arena, line,
		straight ? (cp_point[]){from, corners[3]} : corners, straight ? 2 : 4);
}

/* To a sign of the box that the premise is read after: from below. */
static void draw_to_sign(cp_columns *columns, cp_line *line, const cp_joint *joint,
	uint32_t host, const cp_joint *target)
{
	const cp_box *box = &columns->drawing->boxes.at[host];
	const cp_box *parent = &columns->drawing->boxes.at[box->parent];
	cp_point from = {joint->centre.x - joint->width / 2, joint->centre.y};
	double x = target->centre.x - ASIDE, under = cp_box_bottom(parent) + UNDER;
	cp_point tip = {x, target->centre.y + RADIUS - 1};
	bool below = columns->stand[host] == CP_STAND_BELOW;
	if (below && x < from.x) {
		cp_point corners[] = {from, {x, from.y}, tip};
		cp_line_route(columns->arena, line, corners, 3);
		return;
	}
	double lane = below ? cp_box_left(parent) + LANE_OF_UNDERCUTS
			    : lane_of(columns, box->parent, cp_box_left(box));
	cp_point corners[] = {from, {lane, from.y}, {lane, under}, {x, under}, tip};
	cp_line_route(columns->arena, line, corners, 5);
}

/* Is the sign at this box, by whatever step? */
static bool is_sign_of(const cp_columns *columns, uint32_t joint, uint32_t box)
{
	uint32_t host = host_of(columns, joint);
	const cp_drawing *drawing = columns->drawing;
	return (host != CP_NONE ? host
				: drawing->lines.at[drawing->joints.at[joint].line].from)
		== box;
}

static void draw_arrow(cp_columns *columns, cp_joint *joint, uint32_t host)
{
	cp_drawing *drawing = columns->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	cp_line *line = &drawing->lines.at[joint->line + joint->lines_len - 1];
	uint32_t parent = drawing->boxes.at[host].parent;
	line->tip = joint->centre;
	if (columns->stand[host] == CP_STAND_ALONE)
		return;
	if (line->to < boxes)
		draw_to_parent(columns, line, joint, host);
	else if (is_sign_of(columns, line->to - boxes, parent))
		draw_to_sign(columns, line, joint, host,
			&drawing->joints.at[line->to - boxes]);
	else
		draw_to_joint(columns, line, &drawing->joints.at[line->to - boxes]);
}

static void draw_joint(cp_columns *columns, uint32_t index)
{
	cp_drawing *drawing = columns->drawing;
	cp_joint *joint = &drawing->joints.at[index];
	uint32_t host = host_of(columns, index);
	for (uint32_t i = 0; i + 1 < joint->lines_len; i++) {
		cp_line *line = &drawing->lines.at[joint->line + i];
		if (host != CP_NONE && columns->tie[line->from] == index)
			draw_premise(columns, line, joint);
		else if (host == CP_NONE && i == 0)
			draw_stub(columns, line, joint);
		else
			draw_to_joint(columns, line, joint);
	}
	if (host == CP_NONE)
		draw_elsewhere(columns, joint);
	else
		draw_arrow(columns, joint, host);
}

void cp_columns_draw(cp_columns *columns)
{
	cp_drawing *drawing = columns->drawing;
	for (uint32_t i = 0; i < drawing->joints.len; i++) {
		uint32_t host = host_of(columns, i);
		if (host != CP_NONE)
			place_hosted(columns, &drawing->joints.at[i], host);
	}
	/* What is tied once more has to know where the others are. */
	for (uint32_t i = 0; i < drawing->joints.len; i++)
		if (host_of(columns, i) == CP_NONE)
			place_second(columns, &drawing->joints.at[i]);
	for (uint32_t i = 0; i < drawing->joints.len; i++)
		draw_joint(columns, i);
	cp_drawing_measure(drawing);
}
