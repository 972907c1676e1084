#include "unit.h"

#include "diagram/view.h"

#include <math.h>
#include <time.h>

enum { BOXES = 160, TRIALS = 300 };

/* A drawing of boxes of random sizes, each hanging from one before it, in the order of
 * reading; some steps have two premises, some are undercuts, some lead anywhere. */
struct random_drawing {
	cp_arena arena;
	cp_drawing drawing;
	uint32_t state;
};

static void add_line(struct random_drawing *made, uint32_t from, uint32_t to, bool arrow)
{
	*cp_push(&made->arena, &made->drawing.lines) = (cp_line){.from = from,
		.to = to,
		.tie = arrow ? CP_TIE_SUPPORTS : CP_TIE_REBUTS,
		.arrow = arrow};
}

static void add_box(struct random_drawing *made, uint32_t parent)
{
	*cp_push(&made->arena, &made->drawing.boxes) = (cp_box){
		.parent = parent,
		.motion = made->drawing.boxes.len == 0,
		.stance =
			random_below(&made->state, 2) ? CP_STANCE_PRO : CP_STANCE_CONTRA,
		.width = 90 + random_below(&made->state, 200),
		.height = 30 + random_below(&made->state, 150),
	};
}

static uint32_t choose_parent(struct random_drawing *made, unsigned shape)
{
	uint32_t last = (uint32_t)made->drawing.boxes.len - 1, up = last;
	/* In the order of reading a new box hangs from the last one or from one above it. */
	for (unsigned i = random_below(&made->state, shape + 1);
		i > 0 && made->drawing.boxes.at[up].parent != CP_NONE; i--)
		up = made->drawing.boxes.at[up].parent;
	return up;
}

/* What the step of `box`, which hangs from `parent`, bears on. */
static uint32_t choose_target(struct random_drawing *made, uint32_t box, uint32_t parent)
{
	uint32_t count = (uint32_t)made->drawing.boxes.len;
	bool attackable = parent != 0 && made->drawing.boxes.at[parent].parent != CP_NONE;
	uint32_t target = parent;
	switch (random_below(&made->state, 6)) {
	case 0:
		return attackable ? count + parent : parent;
	case 1:
		target = random_below(&made->state, count);
		return target == box ? parent : target;
	default:
		return parent;
	}
}

static void make(struct random_drawing *made, unsigned count, unsigned shape)
{
	add_box(made, CP_NONE);
	while (made->drawing.boxes.len < count)
		add_box(made,
			random_below(&made->state, 40) == 0 ? CP_NONE
							    : choose_parent(made, shape));
	/* One step a box: its joint has the number of the box. */
	for (uint32_t i = 0; i < count; i++)
		cp_push(&made->arena, &made->drawing.joints);
	for (uint32_t i = 1; i < count; i++) {
		uint32_t parent = made->drawing.boxes.at[i].parent;
		if (parent == CP_NONE) {
			add_line(made, i, count + i, false);
			add_line(made, count + i, i - 1, true);
			continue;
		}
		add_line(made, i, count + i, false);
		if (i + 1 < count && made->drawing.boxes.at[i + 1].parent == parent)
			add_line(made, i + 1, count + i, false);
		add_line(made, count + i, choose_target(made, i, parent), true);
	}
}

static bool are_apart(const cp_box *a, const cp_box *b)
{
	return fabs(a->centre.x - b->centre.x) > (a->width + b->width) / 2 + 10
		|| fabs(a->centre.y - b->centre.y) > (a->height + b->height) / 2 + 10;
}

static void expect_tidy(const char *name, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *a = &drawing->boxes.at[i];
		const cp_box *above =
			a->parent == CP_NONE ? NULL : &drawing->boxes.at[a->parent];
		expect(name, a->centre.x - a->width / 2 >= 0);
		expect(name, a->centre.x + a->width / 2 <= drawing->width);
		expect(name, a->centre.y + a->height / 2 <= drawing->height);
		expect(name,
			!above
				|| a->centre.y - a->height / 2
					>= above->centre.y + above->height / 2 + 40);
		for (size_t j = 0; j < i; j++)
			expect(name, are_apart(a, &drawing->boxes.at[j]));
	}
	for (size_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		expect(name, line->points_len % 3 == 1);
		for (size_t p = 0; p < line->points_len; p++)
			expect(name,
				isfinite(line->points[p].x) && line->points[p].x >= -1
					&& line->points[p].x <= drawing->width + 1
					&& line->points[p].y >= -1
					&& line->points[p].y <= drawing->height + 1);
	}
}

static bool is_near(double a, double b)
{
	return fabs(a - b) < 0.01;
}

static cp_point middle_of(const cp_drawing *drawing, uint32_t end)
{
	size_t boxes = drawing->boxes.len;
	return end < boxes ? drawing->boxes.at[end].centre
			   : drawing->joints.at[end - boxes].centre;
}

/* At the edge of the box, or at that of the circle, upright or level. */
static bool touches(const cp_drawing *drawing, uint32_t end, cp_point point)
{
	cp_point middle = middle_of(drawing, end);
	double right = CP_JOINT_SIZE / 2.0, low = right;
	if (end < drawing->boxes.len) {
		right = drawing->boxes.at[end].width / 2;
		low = drawing->boxes.at[end].height / 2;
	}
	return (is_near(fabs(point.y - middle.y), low)
		       && fabs(point.x - middle.x) <= right)
		|| (is_near(fabs(point.x - middle.x), right)
			&& fabs(point.y - middle.y) <= low);
}

static void expect_tied(const char *name, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		expect(name, touches(drawing, line->from, line->points[0]));
		expect(name, touches(drawing, line->to, line->tip));
	}
}

static void boxes_keep_apart_below_what_they_hang_from(void **state)
{
	(void)state;
	uint32_t seed;
	random_start(&seed);
	for (unsigned trial = 0; trial < TRIALS; trial++) {
		struct random_drawing made = {.state = seed + trial * 977};
		char name[64];
		snprintf(name, sizeof name, "trial %u", trial);
		make(&made, 1 + trial * BOXES / TRIALS, trial % 7);
		cp_drawing_lay_out_tidily(&made.arena, &made.drawing);
		expect_tidy(name, &made.drawing);
		expect_tied(name, &made.drawing);
		cp_arena_clear(&made.arena);
	}
}

static void the_same_map_is_laid_out_in_the_same_way(void **state)
{
	(void)state;
	struct random_drawing made[2];
	for (unsigned i = 0; i < 2; i++) {
		made[i] = (struct random_drawing){.state = 5};
		make(&made[i], BOXES, 3);
		cp_drawing_lay_out_tidily(&made[i].arena, &made[i].drawing);
	}
	for (uint32_t i = 0; i < 2 * BOXES; i++) {
		cp_point a = middle_of(&made[0].drawing, i);
		cp_point b = middle_of(&made[1].drawing, i);
		assert_true(a.x == b.x && a.y == b.y);
	}
	cp_arena_clear(&made[0].arena);
	cp_arena_clear(&made[1].arena);
}

/* ---- Order ---- */

static double side(cp_point from, cp_point to, cp_point of)
{
	return (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x);
}

static bool cross(const cp_drawing *drawing, const cp_line *a, const cp_line *b)
{
	if (a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to)
		return false;
	cp_point p = middle_of(drawing, a->from), q = middle_of(drawing, a->to);
	cp_point r = middle_of(drawing, b->from), s = middle_of(drawing, b->to);
	return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

/* Of all lines, as straight from middle to middle. */
static unsigned count_crossings(const cp_drawing *drawing)
{
	unsigned count = 0;
	for (size_t i = 0; i < drawing->lines.len; i++)
		for (size_t j = 0; j < i; j++)
			count += cross(
				drawing, &drawing->lines.at[i], &drawing->lines.at[j]);
	return count;
}

/* The ids of the boxes that hang from `parent`, from left to right, as "a b c". */
static void put_order(cp_buf *out, const cp_drawing *drawing, uint32_t parent)
{
	double after = -1;
	for (;;) {
		const cp_box *next = NULL;
		uint32_t index = 0;
		for (uint32_t i = 0; i < drawing->boxes.len; i++) {
			const cp_box *box = &drawing->boxes.at[i];
			if (box->parent == parent && box->centre.x > after
				&& (!next || box->centre.x < next->centre.x)) {
				next = box;
				index = i;
			}
		}
		if (!next)
			return;
		cp_buf_puts(out, out->len ? " " : "");
		cp_drawing_put_id(out, drawing, index);
		after = next->centre.x;
	}
}

/* All below one claim, r, which is box 1. */
static const struct {
	const char *name, *rows, *order;
	unsigned crossings;
} orders[] = {
	{"none across", "a@c1 supports r\nb@c1 rebuts r\nc@c1 supports r", "a b c", 0},
	{"from the first branch to the last",
		"a@c1 supports r\nb@c1 supports r\nc@c1 supports r\nd@c1 supports r\n"
		"e@c1 supports a, supports d\nf@c1 supports b\ng@c1 supports c\n"
		"h@c1 supports d",
		"b c a d", 0},
	{"a ring",
		"a@c1 supports r\nb@c1 supports r\nc@c1 supports r\nd@c1 supports r\n"
		"e@c1 supports a, supports c\nf@c1 supports b, supports d\n"
		"g@c1 supports c, supports b\nh@c1 supports d",
		"a c b d", 0},
	{"an undercut among what is moved",
		"a@c1 supports r\nb@c1 supports r\nc@c1 supports r\nu@c2 undercuts r>m\n"
		"e@c1 supports a, supports c\nf@c1 supports b\ng@c1 supports c",
		"b a c u", 0},
	{"linked premises stay together",
		"a@c1 supports r+b\nb@c1\nc@c1 supports r\nd@c1 supports r\n"
		"e@c1 supports a, supports d\nf@c1 supports c\ng@c1 supports d",
		"c a b d", 0},
};

static void siblings_stand_so_that_lines_cross_few_others(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		struct debate debate;
		cp_buf rows = {0}, order = {0};
		cp_buf_printf(&rows, "r@c1 supports m\n%s", orders[i].rows);
		debate_open_rows(&debate, rows.at);
		cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
		cp_drawing_lay_out_tidily(&debate.arena, drawing);
		put_order(&order, drawing, 1);
		expect_str(orders[i].name, cp_buf_str(&order), orders[i].order);
		expect(orders[i].name, count_crossings(drawing) == orders[i].crossings);
		expect_tied(orders[i].name, drawing);
		cp_buf_clear(&rows);
		cp_buf_clear(&order);
		debate_close(&debate);
	}
}

/* ---- Large and dense ---- */

enum { DENSE = 10000 };

/* `count` boxes, the first one the motion and the second below it. */
static void make_boxes(struct random_drawing *made, uint32_t count, bool chain)
{
	add_box(made, CP_NONE);
	for (uint32_t i = 1; i < count; i++)
		add_box(made, i == 1 ? 0 : chain ? i - 1 : 1);
	for (uint32_t i = 0; i < count; i++)
		cp_push(&made->arena, &made->drawing.joints);
}

static void many_premises_of_one_claim_stand_in_columns(void **state)
{
	(void)state;
	struct random_drawing made = {.state = 1};
	make_boxes(&made, DENSE, false);
	for (uint32_t i = 1; i < DENSE; i++) {
		add_line(&made, i, DENSE + i, false);
		add_line(&made, DENSE + i, made.drawing.boxes.at[i].parent, true);
	}
	cp_drawing_lay_out_tidily(&made.arena, &made.drawing);
	assert_true(made.drawing.width < 8 * made.drawing.height);
	expect_tied("star", &made.drawing);
	cp_arena_clear(&made.arena);
}

/* Steps from everywhere to everywhere, round in circles, along a chain and below one claim. */
static void lines_everywhere_are_laid_out_in_bounded_time(void **state)
{
	(void)state;
	for (unsigned chain = 0; chain < 2; chain++) {
		struct random_drawing made = {.state = 1};
		make_boxes(&made, DENSE, chain == 1);
		for (uint32_t i = 1; i < DENSE; i++)
			for (unsigned n = 0; n < 3; n++) {
				uint32_t joint = 2 * DENSE + (uint32_t)i * 2 + n - 3;
				uint32_t to = random_below(&made.state, DENSE);
				if (n == 0) {
					joint = DENSE + i;
					to = made.drawing.boxes.at[i].parent;
				}
				if (to == i)
					continue;
				while (made.drawing.joints.len <= joint - DENSE)
					cp_push(&made.arena, &made.drawing.joints);
				add_line(&made, i, joint, false);
				add_line(&made, joint, to, true);
			}
		clock_t start = clock();
		cp_drawing_lay_out_tidily(&made.arena, &made.drawing);
		assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
		expect_tied(chain ? "chain" : "star", &made.drawing);
		cp_arena_clear(&made.arena);
	}
}

static void a_parent_stands_in_the_middle_of_its_children(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c1 supports a\nc@c1 supports a\nd@c2 supports a\n"
		"e@c3 supports b");
	cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	cp_drawing_lay_out_tidily(&debate.arena, drawing);
	const cp_box *boxes = drawing->boxes.at;
	expect("motion over a", fabs(boxes[0].centre.x - boxes[1].centre.x) < 0.01);
	/* m, a, b, e, c, d: in the order of reading */
	double left = boxes[2].centre.x - boxes[2].width / 2;
	double right = boxes[5].centre.x + boxes[5].width / 2;
	expect("a over b, c, d", fabs((left + right) / 2 - boxes[1].centre.x) < 20);
	expect("b before c", boxes[2].centre.x < boxes[4].centre.x);
	expect("c before d", boxes[4].centre.x < boxes[5].centre.x);
	debate_close(&debate);
}

/* ---- Where dot does not end ---- */

static void dot_has_a_limit_of_time(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf why = {0};
	debate_open_rows(&debate, "a@c1 supports m\nb@c1 supports a");
	cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	assert_false(cp_drawing_lay_out_by_dot(&debate.arena, drawing, 0, &why));
	expect_str("why", cp_buf_str(&why), "Graphviz did not finish the layout in time");
	why.len = 0;
	assert_true(cp_drawing_lay_out_by_dot(&debate.arena, drawing, 60, &why));
	assert_true(drawing->width > 0 && why.len == 0);
	cp_buf_clear(&why);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(boxes_keep_apart_below_what_they_hang_from),
	cmocka_unit_test(the_same_map_is_laid_out_in_the_same_way),
	cmocka_unit_test(siblings_stand_so_that_lines_cross_few_others),
	cmocka_unit_test(many_premises_of_one_claim_stand_in_columns),
	cmocka_unit_test(lines_everywhere_are_laid_out_in_bounded_time),
	cmocka_unit_test(dot_has_a_limit_of_time),
	cmocka_unit_test(a_parent_stands_in_the_middle_of_its_children),
};

GROUP(tidy);
