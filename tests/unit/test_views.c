#include "markup.h"

#include <math.h>

#include "diagram/label.h"
#include "diagram/make.h"
#include "diagram/view.h"

/* Of every shape: linked premises, undercuts, grants, quotations, circles, second uses. */
static const char *const debates[] = {"", "a@c1 supports m", "a@c1\nb@c2 supports a",
	"a@c1 supports m\nb@c2 rebuts m\nc@c2 rebuts a, supports b\nd@c1 undercuts c>a\n"
	"e@c1 supports m+f\nf@\ng@c6:conceded rebuts m, supports m\nh@c4 supports m, rebuts c\n"
	"i@c5 concedes a\nj@c3 undercuts a, undercuts c>b\nk@c2 restates a",
	"a@c1 undercuts b\nb@c2 undercuts a", "a@c1 supports b\nb@c1 supports a",
	"a@c1 supports m\nb@c1 supports a\nc@c2 rebuts b\nd@c3 undercuts c\ne@c4 rebuts a+b"};

static cp_drawing *draw_as(
	struct debate *debate, const cp_view *view, const cp_look *look)
{
	cp_drawing *drawing = cp_view_new(&debate->arena, debate->graph, view, look);
	assert_true(cp_drawing_lay_out(
		&debate->arena, drawing, CP_LAYOUT_AUTO, &debate->diags));
	return drawing;
}

static cp_drawing *draw(struct debate *debate, const cp_view *view)
{
	return draw_as(debate, view, NULL);
}

static void expect_apart(const char *row, const cp_box *a, const cp_box *b)
{
	expect(row,
		fabs(a->centre.x - b->centre.x) > (a->width + b->width) / 2 - 0.01
			|| fabs(a->centre.y - b->centre.y)
				> (a->height + b->height) / 2 - 0.01);
}

static void expect_inside(const char *row, const cp_drawing *drawing, cp_point point)
{
	expect(row, point.x > -1 && point.y > -1);
	expect(row, point.x < drawing->width + 1 && point.y < drawing->height + 1);
}

/* No box on another one, and everything on the sheet. */
static void expect_tidy(const char *row, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		expect_inside(row, drawing,
			(cp_point){box->centre.x - box->width / 2,
				box->centre.y - box->height / 2});
		expect_inside(row, drawing,
			(cp_point){box->centre.x + box->width / 2,
				box->centre.y + box->height / 2});
		for (size_t j = 0; j < i; j++)
			expect_apart(row, box, &drawing->boxes.at[j]);
		for (size_t j = 0; j < box->lines.len; j++)
			expect(row, box->lines.at[j].width < box->width);
	}
	for (size_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		expect(row, line->points_len == 0 || line->points_len % 3 == 1);
		expect_inside(row, drawing, line->tip);
	}
	for (size_t i = 0; i < drawing->joints.len; i++) {
		expect(row, drawing->joints.at[i].title.len > 0);
		expect_inside(row, drawing, drawing->joints.at[i].centre);
	}
}

static void expect_good_drawing(
	struct debate *debate, const cp_view *view, const cp_look *look)
{
	cp_buf svg = {0}, dot = {0}, json = {0};
	cp_drawing *drawing = draw_as(debate, view, look);
	expect_tidy(view->name, drawing);
	expect(view->name, drawing->description.len > 0);
	cp_drawing_write_svg(&svg, drawing, false);
	expect_well_formed(cp_buf_str(&svg));
	expect(view->name, strstr(svg.at, view->role) != NULL);
	assert_true(cp_drawing_write_dot(&dot, drawing, &debate->diags));
	cp_drawing_write_json(&json, drawing);
	expect(view->name, strstr(json.at, view->name) != NULL);
	cp_buf_clear(&svg);
	cp_buf_clear(&dot);
	cp_buf_clear(&json);
}

static void every_view_of_every_shape_is_tidy(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(debates); i++)
		for (const cp_view *view = cp_views; view->name; view++) {
			struct debate debate;
			cp_evaluation evaluation;
			debate_open_rows(&debate, debates[i]);
			debate_evaluate(&debate, &evaluation);
			expect_good_drawing(&debate, view, NULL);
			expect_good_drawing(
				&debate, view, &(cp_look){.standing = &evaluation});
			debate_close(&debate);
		}
}

/* Which way it is from a box to the one that it hangs from. */
static const struct {
	cp_direction direction;
	int right, down;
} ways[] = {
	{CP_DIRECTION_TB, 0, -1},
	{CP_DIRECTION_BT, 0, 1},
	{CP_DIRECTION_LR, -1, 0},
	{CP_DIRECTION_RL, 1, 0},
};

/* Boxes beyond their parents, and lines that arrive at what they lead to. */
static void expect_way(const char *row, const cp_drawing *drawing, int right, int down)
{
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *box = &drawing->boxes.at[i];
		if (box->parent == CP_NONE)
			continue;
		const cp_box *parent = &drawing->boxes.at[box->parent];
		double far = (parent->centre.x - box->centre.x) * right
			- (box->width + parent->width) / 2;
		double high = (parent->centre.y - box->centre.y) * down
			- (box->height + parent->height) / 2;
		expect(row, right ? far > 0 : high > 0);
	}
	for (size_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		if (!line->arrow || line->to >= drawing->boxes.len)
			continue;
		const cp_box *box = &drawing->boxes.at[line->to];
		expect(row, fabs(line->tip.x - box->centre.x) < box->width / 2 + 2);
		expect(row, fabs(line->tip.y - box->centre.y) < box->height / 2 + 2);
	}
}

static void drawings_grow_to_any_side(void **state)
{
	(void)state;
	static const char *const views[] = {"map", "replies"};
	for (size_t v = 0; v < COUNT(views); v++)
		for (size_t i = 0; i < COUNT(debates) * COUNT(ways) * 2; i++) {
			struct debate debate;
			size_t way = i / 2 % COUNT(ways);
			cp_look look = {.direction = ways[way].direction};
			debate_open_rows(&debate, debates[i / 2 / COUNT(ways)]);
			cp_drawing *drawing = cp_view_new(&debate.arena, debate.graph,
				cp_view_named(views[v]), &look);
			cp_layout layout = i % 2 ? CP_LAYOUT_TREE : CP_LAYOUT_DOT;
			assert_true(cp_drawing_lay_out(
				&debate.arena, drawing, layout, &debate.diags));
			const char *row = cp_direction_names[ways[way].direction];
			expect_tidy(row, drawing);
			if (layout == CP_LAYOUT_TREE)
				expect_way(row, drawing, ways[way].right, ways[way].down);
			debate_close(&debate);
		}
}

/* The tie of each joint with the ids of its ends: "c>supports>m". */
static void put_ties(cp_buf *out, const cp_drawing *drawing)
{
	for (size_t i = 0; i < drawing->joints.len; i++) {
		const cp_joint *joint = &drawing->joints.at[i];
		const cp_line *lines = drawing->lines.at + joint->line;
		cp_buf_puts(out, i ? " " : "");
		cp_drawing_put_id(out, drawing, lines[0].from);
		cp_buf_printf(out, " %s ", cp_tie_names[joint->tie]);
		cp_drawing_put_id(out, drawing, lines[joint->lines_len - 1].to);
		if (joint->counts)
			cp_buf_printf(out, " %u", (unsigned)joint->counts);
		cp_buf_putc(out, ',');
	}
}

static void ties_are_those_of_the_debate(void **state)
{
	(void)state;
	static const struct {
		const char *view, *rows, *want;
	} rows[] = {
		{"procon", "a@c1 supports m\nb@c2 undercuts a",
			"a supports m, b undercuts a>m,"},
		{"flow", "a@c1 supports m\nb@c2 rebuts a", "a supports m, b rebuts a,"},
		/* Ann rebuts Ben twice, and what she does to herself does not count. */
		{"speakers",
			"a@c2 supports m\nb@c1 rebuts a\nc@c3 undercuts a\nd@c1 supports b\n"
			"e@c4 concedes c",
			"speaker-0 rebuts speaker-1 2, speaker-1 concedes speaker-0 1,"},
		{"speakers", "a@c2 supports m", ""},
		{"quotes", "a@c2 supports m", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		put_ties(&out,
			cp_view_new(&debate.arena, debate.graph,
				cp_view_named(rows[i].view), NULL));
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static const cp_box *box_named(const cp_drawing *drawing, const char *id)
{
	for (uint32_t i = 0; i < drawing->boxes.len; i++) {
		cp_buf out = {0};
		cp_drawing_put_id(&out, drawing, i);
		bool found = cp_str_is(cp_buf_str(&out), id);
		cp_buf_clear(&out);
		if (found)
			return &drawing->boxes.at[i];
	}
	fail_msg("there is no box %s", id);
	return NULL;
}

static bool has_note(const cp_drawing *drawing, const char *text)
{
	for (size_t i = 0; i < drawing->notes.len; i++)
		if (cp_str_is(drawing->notes.at[i].line.text, text))
			return true;
	return false;
}

static void an_answer_stands_beside_what_it_answers(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c1 supports a\nc@c2 rebuts a\nd@c2 rebuts m\ne@c4 rebuts m");
	const cp_drawing *drawing = draw(&debate, cp_view_named("flow"));
	const cp_box *a = box_named(drawing, "a"), *b = box_named(drawing, "b");
	const cp_box *c = box_named(drawing, "c"), *d = box_named(drawing, "d");
	assert_true(c->centre.x - c->width / 2 > a->centre.x + a->width / 2);
	assert_true(
		fabs(c->centre.y - c->height / 2 - (a->centre.y - a->height / 2)) < 0.01);
	assert_true(b->centre.y > a->centre.y && b->centre.x < c->centre.x);
	/* A point against the motion begins where answers to points for it stand. */
	assert_true(fabs(d->centre.x - c->centre.x) < 0.01);
	assert_true(has_note(drawing, "✗ not answered"));
	debate_close(&debate);
}

static void nobody_is_marked_who_could_not_be_answered(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate, "a@c1 supports m\nb@c4 rebuts a");
	assert_false(has_note(draw(&debate, cp_view_named("flow")), "✗ not answered"));
	debate_close(&debate);
}

static void points_are_counted_by_side(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c2 rebuts m\nc@c2 rebuts a\nd@c1 supports m\ne@c5");
	const cp_drawing *drawing = draw(&debate, cp_view_named("procon"));
	assert_true(has_note(drawing, "2 points for the motion"));
	assert_true(has_note(drawing, "1 point against it"));
	assert_true(has_note(drawing, "1 more, which bears on neither"));
	assert_true(
		box_named(drawing, "a")->centre.x < box_named(drawing, "b")->centre.x);
	assert_true(
		box_named(drawing, "c")->centre.x < box_named(drawing, "b")->centre.x);
	debate_close(&debate);
}

static void altered_words_are_shown(void **state)
{
	(void)state;
	static const struct {
		const char *quote, *original, *want;
	} rows[] = {
		{"one two three", "one 2 three", "altered: “two” for “2”"},
		{"one three", "one two three", "altered: “two” is left out"},
		{"one two three", "one three", "altered: “two” is added"},
		{"one two", "two three", "altered: “one two” for “two three”"},
		{"three four", "three for", "altered: “four” for “for”"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf items = {0};
		cp_buf_printf(&items,
			"{'id':'q','kind':'quotation','comment':'c2','quote':'%s',"
			"'of':{'comment':'op','quote':'%s'},'attitude':'endorsed',"
			"'supports':'m'}",
			rows[i].quote, rows[i].original);
		cp_buf thread = {0};
		cp_buf_printf(&thread,
			"{'id':'op','text':'%s'},{'id':'c2','text':'%s','reply_to':'op'}",
			rows[i].original, rows[i].quote);
		debate_open_items(&debate, thread.at, items.at);
		cp_labels labels = cp_labels_new(&debate.arena, debate.graph, NULL, 200);
		cp_box box = cp_label_quotation(&labels, 0);
		expect(rows[i].want,
			cp_find_bytes(box.title, cp_str_of(rows[i].want), 0) != SIZE_MAX);
		cp_buf_clear(&items);
		cp_buf_clear(&thread);
		debate_close(&debate);
	}
}

static void long_pauses_are_marked(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate,
		"{'id':'op','time':'2024-02-28T10:00','text':'a'},"
		"{'id':'c1','time':'2024-02-28T10:10','text':'b'},"
		"{'id':'c2','time':'2024-02-28T10:20','text':'c'},"
		"{'id':'c3','time':'2024-03-01T10:20','text':'d'},"
		"{'id':'c4','text':'e'}",
		"{'id':'q','kind':'claim','comment':'op','quote':'a','supports':'m'}");
	const cp_drawing *drawing = draw(&debate, cp_view_named("timeline"));
	assert_true(has_note(drawing, "2 days later"));
	assert_int_equal(drawing->rules.len, 2);
	for (size_t i = 1; i < drawing->boxes.len; i++)
		assert_true(drawing->boxes.at[i].centre.y
			> drawing->boxes.at[i - 1].centre.y);
	debate_close(&debate);
}

static void put_texts(cp_buf *out, const cp_box *box)
{
	for (size_t i = 1; i < box->lines.len; i++)
		cp_buf_printf(out, "%s%s: %.*s", i > 1 ? " | " : "",
			cp_type_styles[box->lines.at[i].type].name,
			CP_FMT(box->lines.at[i].text));
}

static void boxes_look_as_is_wanted(void **state)
{
	(void)state;
	static const struct {
		cp_look look;
		const char *want;
		uint32_t number;
	} rows[] = {
		{{0}, "body: A", 0},
		{{.wording = CP_WORDING_QUOTE}, "quote: “one”", 0},
		{{.wording = CP_WORDING_BOTH, .numbers = true}, "body: A | quote: “one”",
			2},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, "a@c1 supports m");
		const cp_drawing *drawing = cp_view_new(
			&debate.arena, debate.graph, &cp_views[0], &rows[i].look);
		put_texts(&out, &drawing->boxes.at[1]);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		assert_int_equal(drawing->boxes.at[1].number, rows[i].number);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void lines_break_at_the_width(void **state)
{
	(void)state;
	for (const cp_view *view = cp_views; view->name; view++) {
		struct debate debate;
		debate_open_rows(&debate, debates[3]);
		const cp_drawing *drawing = cp_view_new(
			&debate.arena, debate.graph, view, &(cp_look){.width = 70});
		for (size_t i = 0; i < drawing->boxes.len; i++)
			for (size_t l = 0; l < drawing->boxes.at[i].lines.len; l++)
				expect(view->name,
					drawing->boxes.at[i].motion
						|| drawing->boxes.at[i].lines.at[l].width
							<= 70);
		debate_close(&debate);
	}
}

static void missing_comments_have_a_place(void **state)
{
	(void)state;
	for (const cp_view *view = cp_views; view->name; view++) {
		struct debate debate;
		debate_open_items(&debate,
			"{'id':'op','author':'Ann','text':'one'},"
			"{'id':'c1','missing':'deleted','text':'','reply_to':'op'},"
			"{'id':'c2','author':'Ben','text':'two','reply_to':'c1'}",
			"{'id':'a','kind':'claim','comment':'op','quote':'one','supports':'m'},"
			"{'id':'b','kind':'quotation','comment':'c2','quote':'two',"
			"'of':{'comment':'c1'},'attitude':'opposed','rebuts':'a'}");
		const cp_drawing *drawing = draw(&debate, view);
		expect_tidy(view->name, drawing);
		if (strcmp(view->name, "replies") == 0)
			expect_str(view->name, drawing->boxes.at[1].lines.at[0].text,
				"deleted\u00a0·\u00a0c1");
		debate_close(&debate);
	}
}

static void times_are_told_to_the_minute(void **state)
{
	(void)state;
	static const struct {
		const char *time, *told;
	} rows[] = {{"2010-08-08T14:57", "2010-08-08 14:57"},
		{"2010-08-08T14:57Z", "2010-08-08 14:57"},
		{"2010-08-08T14:57:09.000Z", "2010-08-08 14:57"},
		{"2010-08-08T14:57:09+02:00", "2010-08-08 14:57+02:00"},
		{"2010-08-08T14:57-05:00", "2010-08-08 14:57-05:00"},
		{"2010-08-08", "2010-08-08"},
		{"Tuesday, at tea time", "Tuesday, at tea time"}, {"", ""}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		cp_buf out = {0};
		cp_put_time(&out, cp_str_of(rows[i].time));
		expect_str(rows[i].time, cp_buf_str(&out), rows[i].told);
		cp_buf_clear(&out);
	}
}

static void unknown_views_are_none(void **state)
{
	(void)state;
	assert_ptr_equal(cp_view_named(NULL), &cp_views[0]);
	assert_string_equal(cp_view_named("flow")->name, "flow");
	assert_null(cp_view_named("flows"));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_view_of_every_shape_is_tidy),
	cmocka_unit_test(drawings_grow_to_any_side),
	cmocka_unit_test(ties_are_those_of_the_debate),
	cmocka_unit_test(an_answer_stands_beside_what_it_answers),
	cmocka_unit_test(nobody_is_marked_who_could_not_be_answered),
	cmocka_unit_test(points_are_counted_by_side),
	cmocka_unit_test(altered_words_are_shown),
	cmocka_unit_test(long_pauses_are_marked),
	cmocka_unit_test(boxes_look_as_is_wanted),
	cmocka_unit_test(lines_break_at_the_width),
	cmocka_unit_test(missing_comments_have_a_place),
	cmocka_unit_test(times_are_told_to_the_minute),
	cmocka_unit_test(unknown_views_are_none),
};

GROUP(views);
