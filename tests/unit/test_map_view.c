#include "unit.h"

#include <math.h>

#include "diagram/view.h"

static void boxes_are_in_the_order_of_reading(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want; /* boxes, with the box each is read after */
	} rows[] = {
		{"", "m"},
		{"a@c1 supports m\nb@c2 rebuts m\nc@c2 rebuts a", "m a<0 c<1 b<0"},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c1 supports a", "m a<0 c<1 b<1"},
		{"a@c1 supports m+b\nb@c1\nc@c2 rebuts b", "m a<0 b<0 c<2"},
		{"a@c1\nb@c1 supports m", "m b<0 a"},
		{"a@c1 supports b\nb@c1 supports a", "m a b<1"},
		{"a@c1 supports m\nb@c2 restates a", "m a<0"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		const cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
		for (size_t b = 0; b < drawing->boxes.len; b++) {
			const cp_box *box = &drawing->boxes.at[b];
			uint32_t item = debate.graph->claims[box->subject].item;
			cp_buf_printf(&out, "%s%.*s", b ? " " : "",
				CP_FMT(item == CP_NONE
						? CP_LIT("m")
						: debate.annotation->items.at[item].id));
			if (box->parent != CP_NONE)
				cp_buf_printf(&out, "<%u", (unsigned)box->parent);
			assert_int_equal(box->motion, b == 0);
		}
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void a_step_is_a_joint_with_one_arrow(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m+b\nb@c1\nc@c2 undercuts a\nd@c2 rebuts b\n"
		"e@c3 restates d, rebuts b");
	const cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	size_t arrows = 0;
	/* e's rebuttal is d's, said twice. */
	assert_int_equal(debate.graph->steps_len, 4);
	assert_int_equal(drawing->joints.len, 3);
	for (size_t i = 0; i < drawing->lines.len; i++) {
		const cp_line *line = &drawing->lines.at[i];
		arrows += line->arrow;
		assert_true(line->arrow ? line->from >= drawing->boxes.len
					: line->from < drawing->boxes.len);
		assert_true(line->arrow == (line->to < drawing->boxes.len)
			|| line->tie == CP_TIE_UNDERCUTS);
	}
	assert_int_equal(arrows, 3);
	assert_int_equal(drawing->lines.len, 7);
	debate_close(&debate);
}

static void text_stays_in_its_box(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, six_comments,
		"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m','gist':'"
		"Antidisestablishmentarianism-and-other-words are longer than the box is wide, and "
		"this goes on and on until it is more than six lines long, which is cut off there "
		"so that the map stays readable, and then it goes on for a while longer still, as "
		"there is so much to be said on this point that a box cannot hold all of it at all'},"
		"{'id':'b','kind':'claim','comment':'c2','quote':'two three','supports':'m'}");
	const cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	for (size_t b = 0; b < drawing->boxes.len; b++) {
		const cp_box *box = &drawing->boxes.at[b];
		double height = 0;
		for (size_t i = 0; i < box->lines.len; i++) {
			const cp_type_style *type =
				&cp_type_styles[box->lines.at[i].type];
			height += type->leading;
			assert_true(box->lines.at[i].width < box->width - 15);
			assert_true(fabs(box->lines.at[i].width
					    - cp_text_width(box->lines.at[i].text,
						    type->size, type->bold))
				< 0.001);
		}
		assert_true(height < box->height);
	}
	const cp_box *box = &drawing->boxes.at[1];
	cp_str last = box->lines.at[box->lines.len - 1].text;
	assert_memory_equal(last.at + last.len - 3, "…", 3);
	expect_str("verbatim", drawing->boxes.at[2].lines.at[1].text, "“two three”");
	expect_str("title", drawing->boxes.at[2].title,
		"Claim, for the motion, Ben in c2: two three");
	debate_close(&debate);
}

static void the_layout_keeps_boxes_apart(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c2 rebuts m\nc@c2 rebuts a\nd@c1 undercuts c\n"
		"e@c1 supports m+f\nf@c1\ng@c3 supports m\nh@c4 rebuts g\ni@c4 undercuts d\nj@c5");
	cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	assert_true(cp_drawing_lay_out(
		&debate.arena, drawing, CP_LAYOUT_AUTO, &debate.diags));
	for (size_t i = 0; i < drawing->boxes.len; i++) {
		const cp_box *a = &drawing->boxes.at[i];
		assert_true(a->centre.x - a->width / 2 > -1
			&& a->centre.y - a->height / 2 > -1);
		assert_true(a->centre.x + a->width / 2 < drawing->width + 1);
		assert_true(a->centre.y + a->height / 2 < drawing->height + 1);
		for (size_t j = 0; j < i; j++) {
			const cp_box *b = &drawing->boxes.at[j];
			assert_true(fabs(a->centre.x - b->centre.x)
					> (a->width + b->width) / 2 - 1
				|| fabs(a->centre.y - b->centre.y)
					> (a->height + b->height) / 2 - 1);
		}
		/* The motion is on top. */
		assert_true(i == 0 || a->parent == CP_NONE
			|| a->centre.y > drawing->boxes.at[0].centre.y);
	}
	for (size_t i = 0; i < drawing->lines.len; i++)
		assert_int_equal(drawing->lines.at[i].points_len % 3, 1);
	debate_close(&debate);
}

static void the_graph_can_be_written_as_dot(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf out = {0}, again = {0};
	debate_open_items(&debate, six_comments,
		"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m',"
		"'gist':'back\\\\slash \\\"quoted\\\" {x}'}");
	const cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	assert_true(cp_drawing_write_dot(&out, drawing, &debate.diags));
	assert_true(cp_drawing_write_dot(&again, drawing, &debate.diags));
	assert_string_equal(out.at, again.at);
	assert_non_null(strstr(out.at, "digraph"));
	assert_non_null(strstr(out.at, "\\\\slash"));
	cp_buf_clear(&out);
	cp_buf_clear(&again);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(boxes_are_in_the_order_of_reading),
	cmocka_unit_test(a_step_is_a_joint_with_one_arrow),
	cmocka_unit_test(text_stays_in_its_box),
	cmocka_unit_test(the_layout_keeps_boxes_apart),
	cmocka_unit_test(the_graph_can_be_written_as_dot),
};

GROUP(map_view);
