#include "markup.h"

#include "diagram/view.h"
#include "graph/choose.h"

static const char *const answered =
	"a@c1 supports m\nb@c2 rebuts a\nc@c3 undercuts a\nd@c4:reported rebuts m\n"
	"e@c1 rebuts f\nf@c2 rebuts e";

static void write_svg(cp_buf *out, struct debate *debate, const char *view)
{
	cp_evaluation evaluation;
	debate_evaluate(debate, &evaluation);
	cp_drawing *drawing = cp_view_new(&debate->arena, debate->graph,
		cp_view_named(view), &(cp_look){.standing = &evaluation});
	assert_true(cp_drawing_lay_out(
		&debate->arena, drawing, CP_LAYOUT_AUTO, &debate->diags));
	cp_drawing_write_svg(out, drawing, false);
}

static void every_view_says_in_words_what_stands(void **state)
{
	(void)state;
	static const struct {
		const char *view, *want;
	} rows[] = {
		{"map", "<title>Claim, for the motion, Ann in c1: A (defeated 0.40)</title>"},
		{"map", ">defeated</text><rect class=\"track\""},
		{"map", "(not asserted)</title>"},
		{"map", "class=\"supports defeated\""},
		{"map", "supports “The moon is made of cheese”; this step is defeated</title>"},
		{"map", "class=\"hatch\""},
		{"map",
			"3 claims stand, 1 is defeated, 2 unresolved, 1 not asserted (grounded "
			"semantics, support read as none, strength: quadratic)."},
		{"map", ">unresolved</text>"},
		{"map", ">a step that is defeated</text>"},
		{"map", "by grounded semantics, support read as none, strength: quadratic<"},
		{"procon", "A (defeated 0.40)"},
		{"flow", "A (defeated 0.40)"},
		{"replies", "+ A (defeated 0.40)"},
		{"timeline", ">defeated 0.40</text>"},
		{"speakers", "1 of 3 points stand"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf svg = {0};
		debate_open_rows(&debate, answered);
		write_svg(&svg, &debate, rows[i].view);
		expect(rows[i].want, strstr(svg.at, rows[i].want) != NULL);
		cp_buf_clear(&svg);
		debate_close(&debate);
	}
}

static void nothing_of_it_is_shown_unasked(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf svg = {0};
	debate_open_rows(&debate, answered);
	cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	cp_drawing_lay_out_tidily(&debate.arena, drawing);
	cp_drawing_write_svg(&svg, drawing, false);
	assert_null(strstr(svg.at, "defeated"));
	assert_null(strstr(svg.at, "track"));
	cp_buf_clear(&svg);
	debate_close(&debate);
}

/* The part has neither what attacks the claim nor what answers that. */
static void a_part_has_the_standing_of_the_whole(void **state)
{
	(void)state;
	struct debate debate;
	cp_evaluation evaluation;
	debate_open_rows(&debate,
		"x@c1 rebuts m\na@c1 supports m\nb@c2 rebuts a\nc@c3 supports a");
	debate_evaluate(&debate, &evaluation);
	cp_choice choice = cp_choice_of_all;
	choice.speaker = CP_LIT("Ann");
	const cp_graph *part =
		cp_graph_choose(&debate.arena, debate.annotation, &choice, &debate.diags);
	const cp_evaluation *shown =
		cp_evaluation_of_part(&debate.arena, &evaluation, part);
	assert_true(part->claims_len < debate.graph->claims_len);
	for (uint32_t i = 0; i < part->claims_len + part->steps_len; i++) {
		uint32_t own = cp_argument_named(
			debate.graph, cp_argument_id(part, i), &debate.diags);
		assert_int_equal(shown->statuses[i], evaluation.statuses[own]);
		assert_true(shown->strengths.of[i] == evaluation.strengths.of[own]);
	}
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_view_says_in_words_what_stands),
	cmocka_unit_test(nothing_of_it_is_shown_unasked),
	cmocka_unit_test(a_part_has_the_standing_of_the_whole),
};

GROUP(standing);
