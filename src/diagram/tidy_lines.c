/* Joints and lines of a tidy tree.
 *
 * The joints stand above their premises, an undercut climbs beside the box whose step it
 * attacks, and a line to a box elsewhere goes straight, behind what is in its way. */
#include "diagram/tidy.h"

enum {
	RISE = 29,    /* from the top of a box to the middle of its joint */
	ABREAST = 24, /* from joint to joint above one box */
	TIP = 8,      /* length of an arrow head */
	HALF = 7,     /* from the middle of the trunk to each of its two lines */
	BUS = 12,     /* from the top of a row to the line along it */
};

/* ---- Joints ---- */

static double top_of(const cp_box *box)
{
	return box->centre.y - box->height / 2;
}

/* The joint stands above its premises: between those that are linked, and beside the joints
 * of other steps from the same box. */
static void place_joint(cp_tidy *tidy, uint32_t first, uint32_t arrow)
{
	cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	uint32_t joint = drawing->lines.at[arrow].from;
	double x = 0, y = 0;
	for (uint32_t i = first; i < arrow; i++) {
		const cp_box *box = &drawing->boxes.at[drawing->lines.at[i].from];
		x += box->centre.x / (arrow - first);
		y = i == first || top_of(box) < y ? top_of(box) : y;
	}
	uint32_t nth = tidy->above[drawing->lines.at[first].from]++;
	drawing->joints.at[joint - boxes].centre = (cp_point){
		x + (nth % 2 ? 1 : -1.0) * ((nth + 1) / 2) * ABREAST, y - RISE};
}

/* ---- Lines ---- */

static cp_point end_of(const cp_drawing *drawing, uint32_t end)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	return end < boxes ? drawing->boxes.at[end].centre
			   : drawing->joints.at[end - boxes].centre;
}

/* A spline through `corners`, straight from one to the next. */
static void set_straight(
	cp_arena *arena, cp_line *line, const cp_point *corners, size_t count)
{
	line->points_len = 3 * (count - 1) + 1;
	line->points = CP_NEW_ARRAY(arena, cp_point, line->points_len);
	for (size_t i = 0; i + 1 < count; i++) {
		line->points[3 * i] = line->points[3 * i + 1] = corners[i];
		line->points[3 * i + 2] = line->points[3 * i + 3] = corners[i + 1];
	}
}

static void set_curve(cp_arena *arena, cp_line *line, cp_point from, cp_point to)
{
	double middle = (from.y + to.y) / 2;
	cp_point points[] = {from, {from.x, middle}, {to.x, middle}, to};
	line->points_len = 4;
	line->points = CP_NEW_ARRAY(arena, cp_point, 4);
	memcpy(line->points, points, sizeof points);
}

/* From the top of a premise into its joint. */
static void draw_premise(cp_tidy *tidy, cp_line *line)
{
	const cp_drawing *drawing = tidy->drawing;
	cp_point from = end_of(drawing, line->from), to = end_of(drawing, line->to);
	from.y = top_of(&drawing->boxes.at[line->from]);
	to.y += CP_JOINT_SIZE / 2.0;
	line->tip = to;
	set_curve(tidy->arena, line, from, to);
}

/* From a joint in a row to the motion: up, along the row, and up the trunk. */
static void draw_to_motion(cp_tidy *tidy, cp_line *line, uint32_t premise)
{
	const cp_box *motion = &tidy->drawing->boxes.at[line->to];
	uint32_t group = tidy->group_of[premise];
	double x = tidy->trunk + (group % 2 ? -HALF : HALF);
	double y = tidy->groups[group].dy + BUS;
	cp_point from = end_of(tidy->drawing, line->from);
	line->tip = (cp_point){x, motion->centre.y + motion->height / 2};
	set_straight(tidy->arena, line,
		(cp_point[]){{from.x, from.y - CP_JOINT_SIZE / 2.0}, {from.x, y}, {x, y},
			{x, line->tip.y + TIP}},
		4);
}

/* From a joint to the bottom of a box. */
static void draw_to_box(cp_tidy *tidy, cp_line *line)
{
	const cp_box *box = &tidy->drawing->boxes.at[line->to];
	cp_point from = end_of(tidy->drawing, line->from), to = box->centre;
	bool below = from.y > to.y;
	from.y -= below ? CP_JOINT_SIZE / 2.0 : -CP_JOINT_SIZE / 2.0;
	to.y += below ? box->height / 2 : -box->height / 2;
	line->tip = to;
	to.y += below ? TIP : -TIP;
	set_curve(tidy->arena, line, from, to);
}

/* From a joint to another one: up beside the box whose step is attacked, if it is the one
 * above; else straight. */
static void draw_to_joint(cp_tidy *tidy, cp_line *line, uint32_t premise)
{
	const cp_drawing *drawing = tidy->drawing;
	cp_point from = end_of(drawing, line->from), to = end_of(drawing, line->to);
	uint32_t parent = drawing->boxes.at[premise].parent;
	const cp_box *box = parent == CP_NONE ? NULL : &drawing->boxes.at[parent];
	bool beside =
		box && to.y < top_of(box) && from.y > box->centre.y + box->height / 2;
	if (!beside) {
		bool below = from.y > to.y;
		from.y -= below ? CP_JOINT_SIZE / 2.0 : -CP_JOINT_SIZE / 2.0;
		to.y += below ? CP_JOINT_SIZE / 2.0 : -CP_JOINT_SIZE / 2.0;
		line->tip = to;
		to.y += below ? TIP : -TIP;
		set_straight(tidy->arena, line, (cp_point[]){from, to}, 2);
		return;
	}
	double x = box->centre.x + box->width / 2 + CP_TIDY_CORRIDOR / 2.0;
	double turn = box->centre.y + box->height / 2 + CP_TIDY_CORRIDOR / 2.0;
	double side = x > to.x ? 1 : -1;
	line->tip = (cp_point){to.x + side * CP_JOINT_SIZE / 2.0, to.y};
	set_straight(tidy->arena, line,
		(cp_point[]){{from.x, from.y - CP_JOINT_SIZE / 2.0}, {from.x, turn},
			{x, turn}, {x, to.y}, {line->tip.x + side * TIP, to.y}},
		5);
}

/* The lines of a step stand together: those from its premises, then its arrow. */
void cp_tidy_draw_lines(cp_tidy *tidy)
{
	cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	tidy->above = CP_NEW_ARRAY(tidy->arena, uint32_t, boxes);
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++)
		if (drawing->lines.at[i].arrow) {
			place_joint(tidy, first, i);
			first = i + 1;
		}
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++) {
		cp_line *line = &drawing->lines.at[i];
		if (!line->arrow) {
			draw_premise(tidy, line);
			continue;
		}
		uint32_t premise = drawing->lines.at[first].from;
		if (line->to < boxes && drawing->boxes.at[line->to].motion
			&& tidy->rows > 1
			&& cp_tidy_is_branch(drawing, &drawing->boxes.at[premise]))
			draw_to_motion(tidy, line, premise);
		else if (line->to < boxes)
			draw_to_box(tidy, line);
		else
			draw_to_joint(tidy, line, premise);
		first = i + 1;
	}
}
