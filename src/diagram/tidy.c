/* Layout as a tidy tree, in time and memory in proportion to the map.
 *
 * Every box hangs below the box after which it is read, and subtrees stand as close together
 * as their outlines allow: A. van der Ploeg, Drawing non-layered tidy trees in linear time,
 * Software: Practice and Experience 44 (2014), sections 3 to 5. Boxes come in the order of
 * reading, parents first, so that its two walks are two loops. A box reaches up to the bottom
 * of its parent there, so that the lines from it cross no neighbour's subtree.
 *
 * Which way round siblings stand is for tidy_order.c to say, tidy_columns.c and tidy_rows.c
 * keep a large map from being a strip, and tidy_lines.c draws the joints and the lines. */
#include "diagram/tidy.h"

#include <math.h>

#define WORTH 0.75 /* a page so many times as high is worth higher columns */

enum {
	STARTS = 24,          /* from which the boxes are sorted; the best is kept */
	MOST_PAIRS = 1000000, /* of lines, looked at for crossings */
};

/* ---- The tree ---- */

static void hang(cp_tidy *tidy, uint32_t child, uint32_t parent)
{
	struct cp_tidy_node *above = &tidy->nodes[parent], *node = &tidy->nodes[child];
	node->before = above->last;
	node->number = above->last == CP_NONE ? 0 : tidy->nodes[above->last].number + 1;
	if (above->last == CP_NONE)
		above->first = child;
	else
		tidy->nodes[above->last].next = child;
	above->last = child;
}

static void make_node(cp_tidy *tidy, uint32_t index, double width, double height)
{
	tidy->nodes[index] = (struct cp_tidy_node){
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

uint32_t cp_tidy_parent(const cp_tidy *tidy, uint32_t index)
{
	const cp_drawing *drawing = tidy->drawing;
	const cp_box *box = &drawing->boxes.at[index];
	bool root = box->parent == CP_NONE
		|| (tidy->rows > 1 && cp_tidy_is_branch(drawing, box));
	return root ? (uint32_t)drawing->boxes.len + tidy->group_of[index] : box->parent;
}

/* Below which node a box stands. */
static uint32_t stands_below(const cp_tidy *tidy, uint32_t index)
{
	uint32_t above = tidy->stacked_on[index];
	return above == CP_NONE ? cp_tidy_parent(tidy, index) : above;
}

/* The boxes of a column stand flush. */
static double node_width(const cp_tidy *tidy, uint32_t index)
{
	uint32_t column = tidy->column_of[index];
	return CP_TIDY_SPACE
		+ (column == CP_NONE ? tidy->drawing->boxes.at[index].width
				     : tidy->column_width[column]);
}

/* Room for a joint, as all but the motion may bear on something. */
static double gap_above(const cp_box *box)
{
	return box->motion ? 0 : CP_TIDY_GAP;
}

/* Parents come before what hangs from them, so that their height is known. */
static void make_tree(cp_tidy *tidy)
{
	const cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0; i < tidy->groups_len; i++)
		make_node(tidy, boxes + i, 0, 0);
	for (uint32_t n = 0; n < boxes; n++) {
		uint32_t i = tidy->order[n];
		const cp_box *box = &drawing->boxes.at[i];
		make_node(tidy, i, node_width(tidy, i), box->height + gap_above(box));
		uint32_t parent = stands_below(tidy, i);
		if (parent < boxes)
			tidy->group_of[i] = tidy->group_of[parent];
		tidy->nodes[i].y = tidy->nodes[parent].y + tidy->nodes[parent].height;
		hang(tidy, i, parent);
	}
}

/* Room beside a box for the undercuts of its steps, which hang from it. */
static void widen(cp_tidy *tidy)
{
	const cp_drawing *drawing = tidy->drawing;
	for (uint32_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		if (!line->arrow || line->to < drawing->boxes.len)
			continue;
		uint32_t seat = cp_tidy_box_at(tidy, line->from);
		uint32_t parent = drawing->boxes.at[seat].parent;
		if (parent != CP_NONE)
			tidy->nodes[parent].width = CP_TIDY_CORRIDOR + CP_TIDY_SPACE
				+ drawing->boxes.at[parent].width;
	}
}

/* ---- The first walk: each subtree by itself ---- */

static double bottom(const struct cp_tidy_node *node)
{
	return node->y + node->height;
}

static uint32_t next_on_left(const struct cp_tidy_node *node)
{
	return node->first == CP_NONE ? node->left_thread : node->first;
}

static uint32_t next_on_right(const struct cp_tidy_node *node)
{
	return node->last == CP_NONE ? node->right_thread : node->last;
}

static void set_ends(cp_tidy *tidy, uint32_t index)
{
	struct cp_tidy_node *node = &tidy->nodes[index];
	bool leaf = node->first == CP_NONE;
	const struct cp_tidy_node *first = leaf ? NULL : &tidy->nodes[node->first];
	const struct cp_tidy_node *last = leaf ? NULL : &tidy->nodes[node->last];
	node->left_end = leaf ? index : first->left_end;
	node->right_end = leaf ? index : last->right_end;
	node->left_mods = leaf ? 0 : first->left_mods;
	node->right_mods = leaf ? 0 : last->right_mods;
}

/* Moves the subtree of `child` to the right; the siblings between it and number `with`, which
 * it had touched, take their share in the second walk. */
static void move(cp_tidy *tidy, uint32_t child, uint32_t with, double distance)
{
	struct cp_tidy_node *node = &tidy->nodes[child];
	node->mod += distance;
	node->left_mods += distance;
	node->right_mods += distance;
	uint32_t between = node->number - tidy->nodes[with].number;
	if (between < 2)
		return;
	tidy->nodes[tidy->nodes[with].next].shift += distance / between;
	node->shift -= distance / between;
	node->change -= distance - distance / between;
}

/* The subtree of `child` is deeper than those at its left: their outline goes on in it. */
static void thread_left(
	cp_tidy *tidy, uint32_t parent, uint32_t child, uint32_t to, double mods)
{
	struct cp_tidy_node *first = &tidy->nodes[tidy->nodes[parent].first];
	struct cp_tidy_node *end = &tidy->nodes[first->left_end];
	double difference = mods - tidy->nodes[to].mod - first->left_mods;
	end->left_thread = to;
	end->mod += difference;
	end->prelim -= difference;
	first->left_end = tidy->nodes[child].left_end;
	first->left_mods = tidy->nodes[child].left_mods;
}

static void thread_right(cp_tidy *tidy, uint32_t child, uint32_t to, double mods)
{
	struct cp_tidy_node *node = &tidy->nodes[child];
	struct cp_tidy_node *end = &tidy->nodes[node->right_end];
	const struct cp_tidy_node *before = &tidy->nodes[node->before];
	double difference = mods - tidy->nodes[to].mod - node->right_mods;
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

static void step_down(const cp_tidy *tidy, struct outlines *at)
{
	const struct cp_tidy_node *left = &tidy->nodes[at->left];
	const struct cp_tidy_node *right = &tidy->nodes[at->right];
	bool go_left = bottom(left) <= bottom(right);
	bool go_right = bottom(right) <= bottom(left);
	if (go_left && (at->left = next_on_right(left)) != CP_NONE)
		at->left_mods += tidy->nodes[at->left].mod;
	if (go_right && (at->right = next_on_left(right)) != CP_NONE)
		at->right_mods += tidy->nodes[at->right].mod;
}

/* Moves the subtree of `child` off those at its left. */
static void separate(cp_tidy *tidy, uint32_t parent, uint32_t child, uint32_t lowest)
{
	const struct cp_tidy_node *nodes = tidy->nodes;
	struct outlines at = {nodes[child].before, child, nodes[nodes[child].before].mod,
		nodes[child].mod};
	while (at.left != CP_NONE && at.right != CP_NONE) {
		while (bottom(&nodes[at.left]) > tidy->lowest.at[lowest].y)
			lowest = tidy->lowest.at[lowest].next;
		double distance = at.left_mods + nodes[at.left].prelim
			+ nodes[at.left].width - at.right_mods - nodes[at.right].prelim;
		if (distance > 0) {
			at.right_mods += distance;
			move(tidy, child, tidy->lowest.at[lowest].child, distance);
		}
		step_down(tidy, &at);
	}
	if (at.left == CP_NONE && at.right != CP_NONE)
		thread_left(tidy, parent, child, at.right, at.right_mods);
	else if (at.right == CP_NONE && at.left != CP_NONE)
		thread_right(tidy, child, at.left, at.left_mods);
}

/* Of siblings that end higher than a later one nothing can be met any more. */
static uint32_t add_lowest(cp_tidy *tidy, double y, uint32_t child, uint32_t list)
{
	while (list != CP_NONE && y >= tidy->lowest.at[list].y)
		list = tidy->lowest.at[list].next;
	*cp_push(tidy->arena, &tidy->lowest) = (struct cp_tidy_lowest){y, child, list};
	return (uint32_t)tidy->lowest.len - 1;
}

static void place_children(cp_tidy *tidy, uint32_t parent)
{
	struct cp_tidy_node *nodes = tidy->nodes, *node = &nodes[parent];
	uint32_t list = CP_NONE;
	if (node->first == CP_NONE)
		return;
	tidy->lowest.len = 0;
	for (uint32_t child = node->first; child != CP_NONE; child = nodes[child].next) {
		double low =
			bottom(&nodes[child == node->first ? nodes[child].left_end
							   : nodes[child].right_end]);
		if (child != node->first)
			separate(tidy, parent, child, list);
		list = add_lowest(tidy, low, child, list);
	}
	const struct cp_tidy_node *first = &nodes[node->first],
				  *last = &nodes[node->last];
	node->prelim = (first->prelim + first->mod + last->mod + last->prelim
			       + last->width - node->width)
		/ 2;
}

static void walk_up(cp_tidy *tidy)
{
	uint32_t boxes = (uint32_t)tidy->drawing->boxes.len;
	for (uint32_t n = boxes; n-- > 0;) {
		place_children(tidy, tidy->order[n]);
		set_ends(tidy, tidy->order[n]);
	}
	for (uint32_t i = 0; i < tidy->groups_len; i++)
		place_children(tidy, boxes + i);
}

/* ---- The second walk: all together ---- */

/* What was put aside when subtrees were moved. */
static void share_out(cp_tidy *tidy, uint32_t parent)
{
	double distance = 0, mods = 0;
	for (uint32_t child = tidy->nodes[parent].first; child != CP_NONE;
		child = tidy->nodes[child].next) {
		struct cp_tidy_node *node = &tidy->nodes[child];
		distance += node->shift;
		mods += distance + node->change;
		node->mod += mods;
	}
}

static void grow(struct cp_tidy_group *group, const cp_box *box)
{
	double left = box->centre.x - box->width / 2, right = left + box->width;
	double low = box->centre.y + box->height / 2;
	group->left = left < group->left ? left : group->left;
	group->right = right > group->right ? right : group->right;
	group->low = low > group->low ? low : group->low;
}

/* Each box gets its place in its group. From here on `shift` is the sum of the `mod` of all
 * above. */
static void walk_down(cp_tidy *tidy)
{
	cp_drawing *drawing = tidy->drawing;
	uint32_t boxes = (uint32_t)drawing->boxes.len;
	for (uint32_t i = 0; i < tidy->groups_len; i++) {
		share_out(tidy, boxes + i);
		tidy->nodes[boxes + i].shift = tidy->nodes[boxes + i].mod;
		tidy->groups[i] =
			(struct cp_tidy_group){.left = INFINITY, .right = -INFINITY};
	}
	for (uint32_t n = 0; n < boxes; n++) {
		uint32_t i = tidy->order[n];
		cp_box *box = &drawing->boxes.at[i];
		struct cp_tidy_node *node = &tidy->nodes[i];
		node->shift = tidy->nodes[stands_below(tidy, i)].shift + node->mod;
		box->centre = (cp_point){node->prelim + node->shift + box->width / 2,
			node->y + gap_above(box) + box->height / 2};
		grow(&tidy->groups[tidy->group_of[i]], box);
		share_out(tidy, i);
	}
}

static void measure(cp_drawing *drawing)
{
	drawing->width = drawing->height = 0;
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		double right = box->centre.x + box->width / 2 + CP_TIDY_CORRIDOR;
		double low = box->centre.y + box->height / 2;
		drawing->width = right > drawing->width ? right : drawing->width;
		drawing->height = low > drawing->height ? low : drawing->height;
	}
}

/* Gives all boxes their places, with columns of at most so many. The height of the page on
 * which the map would fit, which is CP_TIDY_WIDE times as wide. */
static double place(cp_tidy *tidy, uint32_t most)
{
	cp_tidy_set_columns(tidy, most);
	make_tree(tidy);
	widen(tidy);
	walk_up(tidy);
	walk_down(tidy);
	cp_tidy_set_rows(tidy);
	measure(tidy->drawing);
	double width = tidy->drawing->width / CP_TIDY_WIDE;
	return width > tidy->drawing->height ? width : tidy->drawing->height;
}

/* Higher columns while the page gets smaller. */
static void place_well(cp_tidy *tidy)
{
	double page = place(tidy, 1);
	for (uint32_t most = 2;
		tidy->drawing->width > CP_TIDY_WIDE * tidy->drawing->height; most *= 2) {
		double next = place(tidy, most);
		if (next > page * WORTH) {
			place(tidy, most / 2);
			return;
		}
		page = next;
	}
}

static void make_room(cp_tidy *tidy)
{
	const cp_drawing *drawing = tidy->drawing;
	size_t boxes = drawing->boxes.len;
	uint32_t **arrays[] = {
		&tidy->order, &tidy->group_of, &tidy->stacked_on, &tidy->column_of};
	for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
		*arrays[i] = CP_NEW_ARRAY(tidy->arena, uint32_t, boxes);
	tidy->column_width = CP_NEW_ARRAY(tidy->arena, double, boxes);
	tidy->seat = CP_NEW_ARRAY(tidy->arena, uint32_t, drawing->joints.len);
}

/* Sorts, and places boxes and joints. How many lines there are across the tree. */
static size_t arrange(cp_tidy *tidy, uint32_t start)
{
	size_t across = cp_tidy_sort(tidy, start);
	place_well(tidy);
	cp_tidy_place_joints(tidy);
	return across;
}

/* From several starts, while to count the crossings costs little. */
static void arrange_best(cp_tidy *tidy)
{
	size_t pairs = arrange(tidy, 0) * tidy->drawing->lines.len;
	uint32_t starts = pairs && MOST_PAIRS / pairs < STARTS
		? (uint32_t)(MOST_PAIRS / pairs)
		: STARTS;
	if (pairs == 0 || starts < 2)
		return;
	uint32_t best = 0;
	size_t fewest = cp_tidy_crossings(tidy);
	for (uint32_t start = 1; start < starts && fewest > 0; start++) {
		arrange(tidy, start);
		size_t crossings = cp_tidy_crossings(tidy);
		best = crossings < fewest ? start : best;
		fewest = crossings < fewest ? crossings : fewest;
	}
	arrange(tidy, best);
}

void cp_drawing_lay_out_tidily(cp_arena *arena, cp_drawing *drawing)
{
	cp_tidy tidy = {.arena = arena, .drawing = drawing};
	make_room(&tidy);
	cp_tidy_find_seats(&tidy);
	cp_tidy_choose_rows(&tidy);
	tidy.nodes = CP_NEW_ARRAY(
		arena, struct cp_tidy_node, drawing->boxes.len + tidy.groups_len);
	arrange_best(&tidy);
	cp_tidy_draw_lines(&tidy);
}
