#include "unit.h"

#include "diagram/view.h"

#include <math.h>

enum { BOXES = 160, TRIALS = 300 };

/* A drawing of boxes of random sizes, each hanging from one before it, in the order of
 * reading; some steps have two premises, some are undercuts. */
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
		if (parent == CP_NONE)
			continue;
		add_line(made, i, count + i, false);
		if (i + 1 < count && made->drawing.boxes.at[i + 1].parent == parent)
			add_line(made, i + 1, count + i, false);
		bool undercut = parent != 0 && random_below(&made->state, 4) == 0
			&& made->drawing.boxes.at[parent].parent != CP_NONE;
		add_line(made, count + i, undercut ? count + parent : parent, true);
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

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(boxes_keep_apart_below_what_they_hang_from),
	cmocka_unit_test(a_parent_stands_in_the_middle_of_its_children),
};

GROUP(tidy);
