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
	BESIDE = CP_TIDY_SPACE / 2, /* from the boxes of a column to its lines */
	BUS = 12,                   /* from the top of a row to the line along it */
	TURN = 5, /* from the bottom of a box to the undercuts below it, above other lines */
};

/* ---- Joints ---- */

static double top_of(const cp_box *box)
{
	return box->centre.y - box->height / 2;
}

/* The premise that hangs from `parent`, or the first. */
static uint32_t find_seat(
	const cp_tidy *tidy, uint32_t first, uint32_t arrow, uint32_t parent)
{
	const cp_line *lines = tidy->drawing->lines.at;
	for (uint32_t i = first; i < arrow; i++)
		if (tidy->drawing->boxes.at[lines[i].from].parent == parent)
			return lines[i].from;
	return lines[first].from;
}

void cp_tidy_find_seats(cp_tidy *tidy)
{
	const cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	/* What an undercut hangs from is known when all other steps have their seats. */
	for (unsigned turn = 0; turn < 2; turn++)
		for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++) {
			const cp_line *line = &drawing->lines.at[i];
			if (!line->arrow)
				continue;
			uint32_t parent = line->to < boxes ? line->to
							   : tidy->seat[line->to - boxes];
			tidy->seat[line->from - boxes] =
				find_seat(tidy, first, i, parent);
			first = i + 1;
		}
}

uint32_t cp_tidy_box_at(const cp_tidy *tidy, uint32_t end)
{
	uint32_t boxes = (uint32_t)tidy->drawing->boxes.len;
	return end < boxes ? end : tidy->seat[end - boxes];
}

/* Joints above one box so far. */
struct places {
	bool middle;
	unsigned left, right;
};

/* How far from the middle of its box a joint stands, so that no line crosses another one's:
 * that of the tree in the middle, others on the side to which they lead. */
static double find_place(struct places *places, const cp_drawing *drawing,
	const cp_box *seat, uint32_t target)
{
	const cp_box *box = &drawing->boxes.at[target];
	bool middle = seat->parent == CP_NONE || seat->parent == target;
	if (middle && !places->middle) {
		places->middle = true;
		return 0;
	}
	return box->centre.x < seat->centre.x ? -1.0 * ABREAST * ++places->left
					      : 1.0 * ABREAST * ++places->right;
}

/* The joint stands above its premises: between those that are linked and side by side. */
static void place_joint(
	const cp_tidy *tidy, struct places *places, uint32_t first, uint32_t arrow)
{
	cp_drawing *drawing = tidy->drawing;
	const cp_line *lines = drawing->lines.at;
	uint32_t on = cp_tidy_box_at(tidy, lines[arrow].from), count = 0;
	uint32_t target = cp_tidy_box_at(tidy, lines[arrow].to);
	const cp_box *seat = &drawing->boxes.at[on];
	cp_point centre = {0, top_of(seat)};
	for (uint32_t i = first; i < arrow; i++) {
		const cp_box *box = &drawing->boxes.at[lines[i].from];
		if (box->parent != seat->parent)
			continue;
		centre.x += box->centre.x;
		centre.y = top_of(box) < centre.y ? top_of(box) : centre.y;
		count++;
	}
	centre.x = centre.x / count + find_place(&places[on], drawing, seat, target);
	centre.y -= RISE;
	drawing->joints.at[lines[arrow].from - (uint32_t)drawing->boxes.len].centre =
		centre;
}

void cp_tidy_place_joints(cp_tidy *tidy)
{
	cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	struct places *places = CP_NEW_ARRAY(tidy->arena, struct places, boxes);
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++)
		if (drawing->lines.at[i].arrow) {
			place_joint(tidy, places, first, i);
			first = i + 1;
		}
}

/* ---- Lines ---- */

static cp_point end_of(const cp_drawing *drawing, uint32_t end)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	return end < boxes ? drawing->boxes.at[end].centre
			   : drawing->joints.at[end - boxes].centre;
}

/* A spline through `corners`, straight from one to the next; with room for `more` points. */
static void set_pieces(cp_arena *arena, cp_line *line, const cp_point *corners,
	size_t count, size_t more)
{
	line->points_len = 3 * (count - 1) + 1;
	line->points = CP_NEW_ARRAY(arena, cp_point, line->points_len + more);
	line->points[0] = corners[0];
	for (size_t i = 0; i + 1 < count; i++) {
		line->points[3 * i + 1] = corners[i];
		line->points[3 * i + 2] = line->points[3 * i + 3] = corners[i + 1];
	}
}

static void set_straight(
	cp_arena *arena, cp_line *line, const cp_point *corners, size_t count)
{
	set_pieces(arena, line, corners, count, 0);
}

/* Straight through `corners`, and in a curve that leaves and arrives upright from the last of
 * them to `to`. */
static void set_curve(cp_arena *arena, cp_line *line, const cp_point *corners,
	size_t count, cp_point to)
{
	set_pieces(arena, line, corners, count, 3);
	cp_point from = corners[count - 1], *points = line->points + line->points_len;
	double middle = (from.y + to.y) / 2;
	points[0] = (cp_point){from.x, middle};
	points[1] = (cp_point){to.x, middle};
	points[2] = to;
	line->points_len += 3;
}

/* From the top of a premise into its joint. */
static void draw_premise(cp_tidy *tidy, cp_line *line)
{
	const cp_drawing *drawing = tidy->drawing;
	cp_point from = end_of(drawing, line->from), to = end_of(drawing, line->to);
	from.y = top_of(&drawing->boxes.at[line->from]);
	to.y += CP_JOINT_SIZE / 2.0;
	line->tip = to;
	set_curve(tidy->arena, line, &from, 1, to);
}

/* Where a line from the joint above `seat` comes out on top of the row: above the joint, or,
 * from within a column, beside it. The corners so far are added. */
static size_t leave(const cp_tidy *tidy, uint32_t seat, cp_point joint, cp_point *corners)
{
	uint32_t top = tidy->column_of[seat];
	if (top == CP_NONE || top == seat) {
		corners[0] = (cp_point){joint.x, joint.y - CP_JOINT_SIZE / 2.0};
		return 1;
	}
	const cp_box *box = &tidy->drawing->boxes.at[top];
	double bus = box->centre.x - box->width / 2 + tidy->column_width[top] + BESIDE;
	corners[0] = (cp_point){joint.x + CP_JOINT_SIZE / 2.0, joint.y};
	corners[1] = (cp_point){bus, joint.y};
	corners[2] = (cp_point){bus, top_of(box) - RISE - CP_JOINT_SIZE / 2.0};
	return 3;
}

/* From a joint in a row to the motion: up, along the row, and up the trunk. */
static void draw_to_motion(const cp_tidy *tidy, cp_line *line, uint32_t seat)
{
	const cp_box *motion = &tidy->drawing->boxes.at[line->to];
	uint32_t group = tidy->group_of[seat];
	double x = tidy->trunk + (group % 2 ? -HALF : HALF);
	double y = tidy->groups[group].dy + BUS;
	cp_point corners[6];
	size_t count = leave(tidy, seat, end_of(tidy->drawing, line->from), corners);
	line->tip = (cp_point){x, motion->centre.y + motion->height / 2};
	corners[count] = (cp_point){corners[count - 1].x, y};
	corners[count + 1] = (cp_point){x, y};
	corners[count + 2] = (cp_point){x, line->tip.y + TIP};
	set_straight(tidy->arena, line, corners, count + 3);
}

/* Into the side of a box that stands beside the joint. */
static void draw_to_side(
	const cp_tidy *tidy, cp_line *line, cp_point from, const cp_box *box)
{
	double to_right = from.x < box->centre.x ? 1 : -1;
	double top = top_of(box), bottom = top + box->height;
	double y = from.y < top ? top : from.y > bottom ? bottom : from.y;
	from.x += to_right * CP_JOINT_SIZE / 2;
	line->tip = (cp_point){box->centre.x - to_right * box->width / 2, y};
	set_straight(tidy->arena, line,
		(cp_point[]){from, {line->tip.x - to_right * TIP, y}}, 2);
}

/* Where a line from above arrives at the top of a box, above whose middle its joints are: at the
 * side from which it comes. */
static double beside_joints(const cp_box *box, double from)
{
	double aside = box->width / 4;
	return box->centre.x + (from < box->centre.x ? -aside : aside);
}

/* From a joint up to the bottom of a box, or down to its top. */
static void draw_to_box(const cp_tidy *tidy, cp_line *line, uint32_t seat)
{
	const cp_box *box = &tidy->drawing->boxes.at[line->to];
	cp_point from = end_of(tidy->drawing, line->from), corners[3];
	double top = top_of(box), bottom = top + box->height;
	double reach = CP_JOINT_SIZE / 2.0 + TIP;
	if (from.y - reach > bottom) {
		size_t count = leave(tidy, seat, from, corners);
		line->tip = (cp_point){box->centre.x, bottom};
		set_curve(tidy->arena, line, corners, count,
			(cp_point){box->centre.x, bottom + TIP});
	} else if (from.y + reach < top) {
		from.y += CP_JOINT_SIZE / 2.0;
		line->tip = (cp_point){beside_joints(box, from.x), top};
		set_curve(
			tidy->arena, line, &from, 1, (cp_point){line->tip.x, top - TIP});
	} else {
		draw_to_side(tidy, line, from, box);
	}
}

/* From a joint to another one: up beside the box whose step is attacked, on the side of that
 * joint or else from which it comes, if it is the one above; else straight. */
static void draw_to_joint(cp_tidy *tidy, cp_line *line, uint32_t seat)
{
	const cp_drawing *drawing = tidy->drawing;
	cp_point from = end_of(drawing, line->from), to = end_of(drawing, line->to);
	uint32_t parent = drawing->boxes.at[seat].parent;
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
	/* Not through another joint of that box. */
	double aim = to.x < box->centre.x || to.x > box->centre.x ? to.x : from.x;
	double x = aim < box->centre.x
		? box->centre.x - box->width / 2 - CP_TIDY_SPACE / 2.0
		: box->centre.x + box->width / 2 + CP_TIDY_CORRIDOR / 2.0;
	double turn = box->centre.y + box->height / 2 + TURN;
	double side = x > to.x ? 1 : -1;
	line->tip = (cp_point){to.x + side * CP_JOINT_SIZE / 2.0, to.y};
	set_straight(tidy->arena, line,
		(cp_point[]){{from.x, from.y - CP_JOINT_SIZE / 2.0}, {from.x, turn},
			{x, turn}, {x, to.y}, {line->tip.x + side * TIP, to.y}},
		5);
}

void cp_tidy_draw_lines(cp_tidy *tidy)
{
	cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0; i < drawing->lines.len; i++) {
		cp_line *line = &drawing->lines.at[i];
		uint32_t seat = cp_tidy_box_at(tidy, line->from);
		if (!line->arrow)
			draw_premise(tidy, line);
		else if (line->to >= boxes)
			draw_to_joint(tidy, line, seat);
		else if (tidy->rows > 1 && drawing->boxes.at[line->to].motion
			&& cp_tidy_is_branch(drawing, &drawing->boxes.at[seat]))
			draw_to_motion(tidy, line, seat);
		else
			draw_to_box(tidy, line, seat);
	}
}

/* ---- Crossings ---- */

struct segment {
	cp_point from, to;
	uint32_t ends[2];
	bool across; /* it is not of the tree */
};

static double side(const struct segment *s, cp_point point)
{
	return (s->to.x - s->from.x) * (point.y - s->from.y)
		- (s->to.y - s->from.y) * (point.x - s->from.x);
}

static bool cross(const struct segment *a, const struct segment *b)
{
	return a->ends[0] != b->ends[0] && a->ends[0] != b->ends[1]
		&& a->ends[1] != b->ends[0] && a->ends[1] != b->ends[1]
		&& side(a, b->from) * side(a, b->to) < 0
		&& side(b, a->from) * side(b, a->to) < 0;
}

static struct segment segment_of(const cp_tidy *tidy, const cp_line *line)
{
	const cp_drawing *drawing = tidy->drawing;
	uint32_t from = cp_tidy_box_at(tidy, line->from);
	uint32_t to = cp_tidy_box_at(tidy, line->to);
	bool in_tree = from == to
		|| (line->to < drawing->boxes.len
			&& drawing->boxes.at[from].parent == to);
	return (struct segment){end_of(drawing, line->from), end_of(drawing, line->to),
		{line->from, line->to}, !in_tree};
}

size_t cp_tidy_crossings(const cp_tidy *tidy)
{
	size_t count = tidy->drawing->lines.len, crossings = 0;
	struct segment *segments = CP_NEW_ARRAY(tidy->arena, struct segment, count);
	for (size_t i = 0; i < count; i++)
		segments[i] = segment_of(tidy, &tidy->drawing->lines.at[i]);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; segments[i].across && j < count; j++)
			if (!segments[j].across || j < i)
				crossings += cross(&segments[i], &segments[j]);
	return crossings;
}
