/* Layout as a tidy tree, in time and memory in proportion to the map.
 *
 * Every box hangs below the box after which it is read, and subtrees stand as close together
 * as their outlines allow: A. van der Ploeg, Drawing non-layered tidy trees in linear time,
 * Software: Practice and Experience 44 (2014), sections 3 to 5. Boxes come in the order of
 * reading, parents first, so that its two walks are two loops. A box reaches up to the bottom
 * of its parent there, so that the lines from it cross no neighbour's subtree.
 *
 * A map that would be far wider than high is set in rows: the branches that tell for the
 * motion at the left of a trunk, those against it at the right, each row a tree by itself.
 *
 * What is no part of the tree comes after it: the joints stand above their premises, an
 * undercut climbs beside the box whose step it attacks, and a line to a box elsewhere goes
 * straight, behind what is in its way. */
#include "diagram/drawing.h"

#include <math.h>
#include <stdlib.h>

enum {
	GAP = 62,      /* between a box and those that hang from it */
	SPACE = 16,    /* between boxes side by side */
	CORRIDOR = 22, /* beside a box, for the undercuts of its steps */
	RISE = 29,     /* from the top of a box to the middle of its joint */
	ABREAST = 24,  /* from joint to joint above one box */
	MARGIN = 8,
	TIP = 8,    /* length of an arrow head */
	TRUNK = 30, /* from the middle of the trunk to the branches */
	HALF = 7,   /* from it to each of its two lines */
	BUS = 12,   /* from the top of a row to the line along it */
	MOST_ROWS = 40,
	WIDE = 2, /* so many times as wide as high is wide enough */
};

/* A box in the tree; the names are those of the paper's figures. */
struct node {
	uint32_t first, last; /* children; CP_NONE: there are none */
	uint32_t before;      /* the sibling at the left */
	uint32_t next;        /* the sibling at the right */
	uint32_t number;      /* among its siblings */
	double y, width, height;
	double prelim, mod, shift, change;
	uint32_t left_thread, right_thread;
	uint32_t left_end, right_end; /* where the outlines of the subtree end */
	double left_mods, right_mods; /* sums of `mod` on the way there */
};

/* The siblings whose right outlines can still be met, lowest last: a linked list. */
struct lowest {
	double y;
	uint32_t child;
	uint32_t next; /* in the list of all */
};

/* A tree by itself, below a root that is not drawn: one for all, or one for the motion, two a
 * row, and one for what hangs from nothing. */
struct group {
	double left, right, low; /* its bounds */
	double dx, dy;           /* where it goes */
};

struct tree {
	cp_arena *arena;
	cp_drawing *drawing;
	struct node *nodes; /* of each box, and then the roots of the groups */
	struct group *groups;
	uint32_t *group_of; /* of each box */
	uint32_t groups_len, rows;
	double trunk; /* its x */
	CP_ARRAY(struct lowest) lowest;
	uint32_t *above; /* joints above each box so far */
};

/* ---- The tree ---- */

static void hang(struct tree *tree, uint32_t child, uint32_t parent)
{
	struct node *above = &tree->nodes[parent], *node = &tree->nodes[child];
	node->before = above->last;
	node->number = above->last == CP_NONE ? 0 : tree->nodes[above->last].number + 1;
	if (above->last == CP_NONE)
		above->first = child;
	else
		tree->nodes[above->last].next = child;
	above->last = child;
}

static void make_node(struct tree *tree, uint32_t index, double width, double height)
{
	tree->nodes[index] = (struct node){
		.first = CP_NONE,
		.last = CP_NONE,
		.before = CP_NONE,
		.next = CP_NONE,
		.left_thread = CP_NONE,
		.right_thread = CP_NONE,
		.width = width,
		.height = height,
	};
}

static bool is_branch(const cp_drawing *drawing, const cp_box *box)
{
	return box->parent != CP_NONE && drawing->boxes.at[box->parent].motion;
}

/* Which node a box hangs from; in rows, the branches below the motion have roots of their own,
 * which `group_of` knows already. */
static uint32_t parent_of(const struct tree *tree, uint32_t index)
{
	const cp_drawing *drawing = tree->drawing;
	const cp_box *box = &drawing->boxes.at[index];
	bool root = box->parent == CP_NONE || (tree->rows > 1 && is_branch(drawing, box));
	return root ? (uint32_t)drawing->boxes.len + tree->group_of[index] : box->parent;
}

static double gap_above(const cp_box *box)
{
	return box->parent == CP_NONE ? 0 : GAP;
}

/* Parents come before what hangs from them, so that their height is known. */
static void make_tree(struct tree *tree)
{
	const cp_drawing *drawing = tree->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0; i < tree->groups_len; i++)
		make_node(tree, boxes + i, 0, 0);
	for (uint32_t i = 0; i < boxes; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		make_node(tree, i, box->width + SPACE, box->height + gap_above(box));
		uint32_t parent = parent_of(tree, i);
		if (parent < boxes)
			tree->group_of[i] = tree->group_of[parent];
		tree->nodes[i].y = tree->nodes[parent].y + tree->nodes[parent].height;
		hang(tree, i, parent);
	}
}

/* Room beside a box for the undercuts of its steps, which hang from it. */
static void widen(struct tree *tree)
{
	const cp_drawing *drawing = tree->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len, first = 0;
	for (uint32_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		if (!line->arrow)
			continue;
		uint32_t from = drawing->lines.at[first].from;
		if (line->to >= boxes && from < boxes
			&& drawing->boxes.at[from].parent != CP_NONE)
			tree->nodes[drawing->boxes.at[from].parent].width = CORRIDOR
				+ SPACE
				+ drawing->boxes.at[drawing->boxes.at[from].parent].width;
		first = i + 1;
	}
}

/* ---- The first walk: each subtree by itself ---- */

static double bottom(const struct node *node)
{
	return node->y + node->height;
}

static uint32_t next_on_left(const struct node *node)
{
	return node->first == CP_NONE ? node->left_thread : node->first;
}

static uint32_t next_on_right(const struct node *node)
{
	return node->last == CP_NONE ? node->right_thread : node->last;
}

static void set_ends(struct tree *tree, uint32_t index)
{
	struct node *node = &tree->nodes[index];
	bool leaf = node->first == CP_NONE;
	const struct node *first = leaf ? NULL : &tree->nodes[node->first];
	const struct node *last = leaf ? NULL : &tree->nodes[node->last];
	node->left_end = leaf ? index : first->left_end;
	node->right_end = leaf ? index : last->right_end;
	node->left_mods = leaf ? 0 : first->left_mods;
	node->right_mods = leaf ? 0 : last->right_mods;
}

/* Moves the subtree of `child` to the right; the siblings between it and number `with`, which
 * it had touched, take their share in the second walk. */
static void move(struct tree *tree, uint32_t child, uint32_t with, double distance)
{
	struct node *node = &tree->nodes[child];
	node->mod += distance;
	node->left_mods += distance;
	node->right_mods += distance;
	uint32_t between = node->number - tree->nodes[with].number;
	if (between < 2)
		return;
	tree->nodes[tree->nodes[with].next].shift += distance / between;
	node->shift -= distance / between;
	node->change -= distance - distance / between;
}

/* The subtree of `child` is deeper than those at its left: their outline goes on in it. */
static void thread_left(
	struct tree *tree, uint32_t parent, uint32_t child, uint32_t to, double mods)
{
	struct node *first = &tree->nodes[tree->nodes[parent].first];
	struct node *end = &tree->nodes[first->left_end];
	double difference = mods - tree->nodes[to].mod - first->left_mods;
	end->left_thread = to;
	end->mod += difference;
	end->prelim -= difference;
	first->left_end = tree->nodes[child].left_end;
	first->left_mods = tree->nodes[child].left_mods;
}

static void thread_right(struct tree *tree, uint32_t child, uint32_t to, double mods)
{
	struct node *node = &tree->nodes[child];
	struct node *end = &tree->nodes[node->right_end];
	const struct node *before = &tree->nodes[node->before];
	double difference = mods - tree->nodes[to].mod - node->right_mods;
	end->right_thread = to;
	end->mod += difference;
	end->prelim -= difference;
	node->right_end = before->right_end;
	node->right_mods = before->right_mods;
}

/* How far two outlines have been followed, and the sums of `mod` on the way. */
struct outlines {
	uint32_t left,
		right; /* of the siblings at the left, of the subtree that is placed */
	double left_mods, right_mods;
};

static void step_down(const struct tree *tree, struct outlines *at)
{
	const struct node *left = &tree->nodes[at->left];
	const struct node *right = &tree->nodes[at->right];
	bool go_left = bottom(left) <= bottom(right);
	bool go_right = bottom(right) <= bottom(left);
	if (go_left && (at->left = next_on_right(left)) != CP_NONE)
		at->left_mods += tree->nodes[at->left].mod;
	if (go_right && (at->right = next_on_left(right)) != CP_NONE)
		at->right_mods += tree->nodes[at->right].mod;
}

/* Moves the subtree of `child` off those at its left. */
static void separate(struct tree *tree, uint32_t parent, uint32_t child, uint32_t lowest)
{
	const struct node *nodes = tree->nodes;
	struct outlines at = {nodes[child].before, child, nodes[nodes[child].before].mod,
		nodes[child].mod};
	while (at.left != CP_NONE && at.right != CP_NONE) {
		while (bottom(&nodes[at.left]) > tree->lowest.at[lowest].y)
			lowest = tree->lowest.at[lowest].next;
		double distance = at.left_mods + nodes[at.left].prelim
			+ nodes[at.left].width - at.right_mods - nodes[at.right].prelim;
		if (distance > 0) {
			at.right_mods += distance;
			move(tree, child, tree->lowest.at[lowest].child, distance);
		}
		step_down(tree, &at);
	}
	if (at.left == CP_NONE && at.right != CP_NONE)
		thread_left(tree, parent, child, at.right, at.right_mods);
	else if (at.right == CP_NONE && at.left != CP_NONE)
		thread_right(tree, child, at.left, at.left_mods);
}

/* Of siblings that end higher than a later one nothing can be met any more. */
static uint32_t add_lowest(struct tree *tree, double y, uint32_t child, uint32_t list)
{
	while (list != CP_NONE && y >= tree->lowest.at[list].y)
		list = tree->lowest.at[list].next;
	*cp_push(tree->arena, &tree->lowest) = (struct lowest){y, child, list};
	return (uint32_t)tree->lowest.len - 1;
}

static void place_children(struct tree *tree, uint32_t parent)
{
	struct node *nodes = tree->nodes, *node = &nodes[parent];
	uint32_t list = CP_NONE;
	if (node->first == CP_NONE)
		return;
	tree->lowest.len = 0;
	for (uint32_t child = node->first; child != CP_NONE; child = nodes[child].next) {
		double low =
			bottom(&nodes[child == node->first ? nodes[child].left_end
							   : nodes[child].right_end]);
		if (child != node->first)
			separate(tree, parent, child, list);
		list = add_lowest(tree, low, child, list);
	}
	const struct node *first = &nodes[node->first], *last = &nodes[node->last];
	node->prelim = (first->prelim + first->mod + last->mod + last->prelim
			       + last->width - node->width)
		/ 2;
}

static void walk_up(struct tree *tree)
{
	uint32_t boxes = (uint32_t)tree->drawing->boxes.len;
	for (uint32_t i = boxes; i-- > 0;) {
		place_children(tree, i);
		set_ends(tree, i);
	}
	for (uint32_t i = 0; i < tree->groups_len; i++)
		place_children(tree, boxes + i);
}

/* ---- The second walk: all together ---- */

/* What was put aside when subtrees were moved. */
static void share_out(struct tree *tree, uint32_t parent)
{
	double distance = 0, mods = 0;
	for (uint32_t child = tree->nodes[parent].first; child != CP_NONE;
		child = tree->nodes[child].next) {
		struct node *node = &tree->nodes[child];
		distance += node->shift;
		mods += distance + node->change;
		node->mod += mods;
	}
}

static void grow(struct group *group, const cp_box *box)
{
	double left = box->centre.x - box->width / 2, right = left + box->width;
	double low = box->centre.y + box->height / 2;
	group->left = left < group->left ? left : group->left;
	group->right = right > group->right ? right : group->right;
	group->low = low > group->low ? low : group->low;
}

/* Each box gets its place in its group. From here on `shift` is the sum of the `mod` of all
 * above. */
static void walk_down(struct tree *tree)
{
	cp_drawing *drawing = tree->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0; i < tree->groups_len; i++) {
		share_out(tree, boxes + i);
		tree->nodes[boxes + i].shift = tree->nodes[boxes + i].mod;
		tree->groups[i] = (struct group){.left = INFINITY, .right = -INFINITY};
	}
	for (uint32_t i = 0; i < boxes; i++) {
		cp_box *box = &drawing->boxes.at[i];
		struct node *node = &tree->nodes[i];
		node->shift = tree->nodes[parent_of(tree, i)].shift + node->mod;
		box->centre = (cp_point){node->prelim + node->shift + box->width / 2,
			node->y + gap_above(box) + box->height / 2};
		grow(&tree->groups[tree->group_of[i]], box);
		share_out(tree, i);
	}
}

/* ---- Rows ---- */

struct branch {
	uint32_t box;
	double width, height; /* of what hangs from it, as it would be in a row; about */
	bool pro;
};

struct branches {
	CP_ARRAY(struct branch) list;
	double total; /* of the widths */
};

static int by_height(const void *left, const void *right)
{
	const struct branch *a = left, *b = right;
	if (a->height != b->height)
		return a->height < b->height ? -1 : 1;
	return a->box < b->box ? -1 : a->box > b->box;
}

static void find_branches(struct tree *tree, struct branches *branches)
{
	const cp_drawing *drawing = tree->drawing;
	size_t boxes = drawing->boxes.len;
	double *width = CP_NEW_ARRAY(tree->arena, double, boxes);
	double *height = CP_NEW_ARRAY(tree->arena, double, boxes);
	for (uint32_t i = (uint32_t)boxes; i-- > 0;) {
		const cp_box *box = &drawing->boxes.at[i];
		double own = box->width + SPACE;
		width[i] = width[i] > own ? width[i] : own;
		height[i] += box->height + GAP;
		if (is_branch(drawing, box)) {
			*cp_push(tree->arena, &branches->list) = (struct branch){
				i, width[i], height[i], box->stance == CP_STANCE_PRO};
			branches->total += width[i];
		} else if (box->parent != CP_NONE) {
			width[box->parent] += width[i];
			if (height[box->parent] < height[i])
				height[box->parent] = height[i];
		}
	}
	if (branches->list.len)
		qsort(branches->list.at, branches->list.len, sizeof *branches->list.at,
			by_height);
}

/* In which row each branch goes, lowest first, if there are so many: rows of about the same
 * width. The height of all of them. */
static double set_rows(struct tree *tree, const struct branches *branches)
{
	double height = 0, in_row = 0, used = 0;
	uint32_t row = 0;
	for (size_t i = 0; i < branches->list.len; i++) {
		const struct branch *branch = &branches->list.at[i];
		if (row + 1 < tree->rows
			&& used + branch->width / 2
				>= branches->total * (row + 1) / tree->rows) {
			height += in_row;
			in_row = 0;
			row++;
		}
		tree->group_of[branch->box] = 1 + 2 * row + !branch->pro;
		used += branch->width;
		in_row = branch->height > in_row ? branch->height : in_row;
	}
	return height + in_row;
}

static void choose_rows(struct tree *tree)
{
	struct branches branches = {0};
	find_branches(tree, &branches);
	for (tree->rows = 1; tree->rows < MOST_ROWS && tree->rows < branches.list.len;
		tree->rows++)
		if (branches.total / tree->rows <= set_rows(tree, &branches) * WIDE)
			break;
	tree->groups_len = tree->rows > 1 ? 2 + 2 * tree->rows : 1;
	tree->groups = CP_NEW_ARRAY(tree->arena, struct group, tree->groups_len);
	for (size_t i = 0; i < tree->drawing->boxes.len; i++)
		if (tree->rows == 1)
			tree->group_of[i] = 0;
		else if (tree->drawing->boxes.at[i].parent == CP_NONE)
			tree->group_of[i] = tree->drawing->boxes.at[i].motion
				? 0
				: tree->groups_len - 1;
}

/* The rows one below the other, each at both sides of the trunk, whose x is 0. */
static void set_groups(struct tree *tree)
{
	double y = tree->groups[0].low;
	tree->groups[0].dx = -(tree->groups[0].left + tree->groups[0].right) / 2;
	for (uint32_t row = 0; row < tree->rows && tree->rows > 1; row++) {
		struct group *pro = &tree->groups[1 + 2 * row], *contra = pro + 1;
		pro->dx = -pro->right - TRUNK;
		contra->dx = TRUNK - contra->left;
		pro->dy = contra->dy = y;
		y += pro->low > contra->low ? pro->low : contra->low;
	}
	if (tree->groups_len > 1) {
		struct group *rest = &tree->groups[tree->groups_len - 1];
		rest->dx = -(rest->left + rest->right) / 2;
		rest->dy = y + GAP;
	}
}

static void move_boxes(struct tree *tree)
{
	cp_drawing *drawing = tree->drawing;
	double left = INFINITY;
	for (uint32_t i = 0; i < tree->groups_len; i++)
		if (tree->groups[i].left + tree->groups[i].dx < left)
			left = tree->groups[i].left + tree->groups[i].dx;
	tree->trunk = MARGIN - left;
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		const struct group *group = &tree->groups[tree->group_of[i]];
		drawing->boxes.at[i].centre.x += group->dx + tree->trunk;
		drawing->boxes.at[i].centre.y += group->dy;
	}
}

/* ---- Joints ---- */

static double top_of(const cp_box *box)
{
	return box->centre.y - box->height / 2;
}

/* The joint stands above its premises: between those that are linked, and beside the joints
 * of other steps from the same box. */
static void place_joint(struct tree *tree, uint32_t first, uint32_t arrow)
{
	cp_drawing *drawing = tree->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	uint32_t joint = drawing->lines.at[arrow].from;
	double x = 0, y = 0;
	for (uint32_t i = first; i < arrow; i++) {
		const cp_box *box = &drawing->boxes.at[drawing->lines.at[i].from];
		x += box->centre.x / (arrow - first);
		y = i == first || top_of(box) < y ? top_of(box) : y;
	}
	uint32_t nth = tree->above[drawing->lines.at[first].from]++;
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
static void draw_premise(struct tree *tree, cp_line *line)
{
	const cp_drawing *drawing = tree->drawing;
	cp_point from = end_of(drawing, line->from), to = end_of(drawing, line->to);
	from.y = top_of(&drawing->boxes.at[line->from]);
	to.y += CP_JOINT_SIZE / 2.0;
	line->tip = to;
	set_curve(tree->arena, line, from, to);
}

/* From a joint in a row to the motion: up, along the row, and up the trunk. */
static void draw_to_motion(struct tree *tree, cp_line *line, uint32_t premise)
{
	const cp_box *motion = &tree->drawing->boxes.at[line->to];
	uint32_t group = tree->group_of[premise];
	double x = tree->trunk + (group % 2 ? -HALF : HALF);
	double y = tree->groups[group].dy + BUS;
	cp_point from = end_of(tree->drawing, line->from);
	line->tip = (cp_point){x, motion->centre.y + motion->height / 2};
	set_straight(tree->arena, line,
		(cp_point[]){{from.x, from.y - CP_JOINT_SIZE / 2.0}, {from.x, y}, {x, y},
			{x, line->tip.y + TIP}},
		4);
}

/* From a joint to the bottom of a box. */
static void draw_to_box(struct tree *tree, cp_line *line)
{
	const cp_box *box = &tree->drawing->boxes.at[line->to];
	cp_point from = end_of(tree->drawing, line->from), to = box->centre;
	bool below = from.y > to.y;
	from.y -= below ? CP_JOINT_SIZE / 2.0 : -CP_JOINT_SIZE / 2.0;
	to.y += below ? box->height / 2 : -box->height / 2;
	line->tip = to;
	to.y += below ? TIP : -TIP;
	set_curve(tree->arena, line, from, to);
}

/* From a joint to another one: up beside the box whose step is attacked, if it is the one
 * above; else straight. */
static void draw_to_joint(struct tree *tree, cp_line *line, uint32_t premise)
{
	const cp_drawing *drawing = tree->drawing;
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
		set_straight(tree->arena, line, (cp_point[]){from, to}, 2);
		return;
	}
	double x = box->centre.x + box->width / 2 + CORRIDOR / 2.0;
	double turn = box->centre.y + box->height / 2 + CORRIDOR / 2.0;
	double side = x > to.x ? 1 : -1;
	line->tip = (cp_point){to.x + side * CP_JOINT_SIZE / 2.0, to.y};
	set_straight(tree->arena, line,
		(cp_point[]){{from.x, from.y - CP_JOINT_SIZE / 2.0}, {from.x, turn},
			{x, turn}, {x, to.y}, {line->tip.x + side * TIP, to.y}},
		5);
}

/* The lines of a step stand together: those from its premises, then its arrow. */
static void draw_lines(struct tree *tree)
{
	cp_drawing *drawing = tree->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++)
		if (drawing->lines.at[i].arrow) {
			place_joint(tree, first, i);
			first = i + 1;
		}
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++) {
		cp_line *line = &drawing->lines.at[i];
		if (!line->arrow) {
			draw_premise(tree, line);
			continue;
		}
		uint32_t premise = drawing->lines.at[first].from;
		if (line->to < boxes && drawing->boxes.at[line->to].motion
			&& tree->rows > 1
			&& is_branch(drawing, &drawing->boxes.at[premise]))
			draw_to_motion(tree, line, premise);
		else if (line->to < boxes)
			draw_to_box(tree, line);
		else
			draw_to_joint(tree, line, premise);
		first = i + 1;
	}
}

static void measure(cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		double right = box->centre.x + box->width / 2 + CORRIDOR;
		double low = box->centre.y + box->height / 2;
		drawing->width = right > drawing->width ? right : drawing->width;
		drawing->height = low > drawing->height ? low : drawing->height;
	}
}

void cp_drawing_lay_out_tidily(cp_arena *arena, cp_drawing *drawing)
{
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	struct tree tree = {.arena = arena, .drawing = drawing};
	tree.above = CP_NEW_ARRAY(arena, uint32_t, boxes);
	tree.group_of = CP_NEW_ARRAY(arena, uint32_t, boxes);
	choose_rows(&tree);
	tree.nodes = CP_NEW_ARRAY(arena, struct node, boxes + tree.groups_len);
	make_tree(&tree);
	widen(&tree);
	walk_up(&tree);
	walk_down(&tree);
	set_groups(&tree);
	move_boxes(&tree);
	draw_lines(&tree);
	measure(drawing);
}
