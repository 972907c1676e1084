#include "unit.h"

static const char *const stances[] = {"none", "pro", "contra", "both"};

static void stances_are_products_of_signs(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want; /* stance and depth of each item's claim */
	} rows[] = {
		{"a@c1 supports m\nb@c1 rebuts m", "pro1 contra1"},
		{"a@c1 rebuts m\nb@c1 rebuts a\nc@c1 rebuts b", "contra1 pro2 contra3"},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c1 undercuts b\nd@c2 supports c",
			"pro1 contra2 pro3 pro4"},
		{"a@c1 rebuts m\nb@c2 undercuts a\nc@c1 rebuts b",
			"contra1 pro2 contra3"},
		{"a@c1 supports m, supports b\nb@c2 rebuts m", "both1 contra1"},
		{"a@c1 supports m, rebuts m\nb@c1 supports a", "both1 both2"},
		{"a@c1 supports m+b+c\nb@c1\nc@c1\nd@c2 rebuts c",
			"pro1 pro1 pro1 contra2"},
		{"a@c1 supports m\nb@c2 concedes a", "pro1 none"},
		{"a@c1 restates m\nb@c2 rebuts a", "pro0 contra1"},
		{"a@c1 supports m\nb@c2 restates a\nc@c2 rebuts b", "pro1 pro1 contra2"},
		/* Two that rebut each other: each is also for itself, by way of the other. */
		{"a@c1 supports m, rebuts b\nb@c2 rebuts a", "pro1 contra2"},
		{"a@c1 rebuts b\nb@c2 rebuts c\nc@c3 rebuts a, rebuts m",
			"both3 both2 both1"},
		{"a@c1 supports b\nb@c1 supports a, supports m", "pro2 pro1"},
		{"a@c1 supports m, undercuts b>a\nb@c2 rebuts a", "pro1 contra2"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		for (uint32_t n = 0; n < debate.annotation->items.len; n++) {
			const cp_claim *claim =
				&debate.graph->claims[debate.graph->claim_of[n]];
			cp_buf_printf(&out, "%s%s", n ? " " : "", stances[claim->stance]);
			if (claim->depth != CP_NONE)
				cp_buf_printf(&out, "%u", (unsigned)claim->depth);
		}
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* A chain of undercuts is passed faster than one of supports that is shorter: what hangs
 * from where they meet must still be counted along the shorter one. */
static void depth_is_that_of_the_shortest_way(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c1 supports a\nc@c1 supports b\n"
		"r@c1 undercuts a\ns@c1 undercuts r\nt@c1 undercuts s\n"
		"z@c1 undercuts t, supports c\ny@c1 supports z");
	assert_int_equal(debate.graph->claims[claim_named(&debate, "z")].depth, 4);
	assert_int_equal(debate.graph->claims[claim_named(&debate, "y")].depth, 5);
	debate_close(&debate);
}

static void claims_are_clusters_with_the_best_label(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, six_comments,
		"{'id':'q','kind':'quotation','comment':'c2','quote':'two three','gist':'Quoted',"
		"'of':{'comment':'op'},'supports':'m'},"
		"{'id':'w','kind':'claim','comment':'c2','quote':'one two','restates':'q'},"
		"{'id':'g','kind':'claim','comment':'c3','quote':'one','gist':'Own','restates':'w'},"
		"{'id':'h','kind':'claim','comment':'c4','quote':'one','gist':'Later','restates':'g'},"
		"{'id':'v','kind':'claim','comment':'c4','quote':'four','supports':'m'}");
	expect_codes("claims", &debate.diags, "");
	assert_int_equal(debate.graph->claims_len, 3);
	const cp_claim *claim = &debate.graph->claims[1];
	assert_int_equal(claim->items.len, 4);
	expect_str("label", claim->text, "Own");
	assert_int_equal(claim->item, 2);
	assert_false(claim->verbatim);
	expect_str("words", debate.graph->claims[2].text, "four");
	assert_true(debate.graph->claims[2].verbatim);
	expect_str("motion", debate.graph->claims[CP_MOTION].text,
		"The moon is made of cheese");
	debate_close(&debate);
}

static void steps_know_their_ends(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m+b+c\nb@c1\nc@c1 restates b\nd@c2 undercuts a\n"
		"e@c2 undercuts b>m, rebuts a");
	const cp_step *step = step_named(&debate, "a>m");
	assert_int_equal(step->premises.len, 2);
	assert_int_equal(step->premises.at[0], claim_named(&debate, "a"));
	assert_int_equal(step->premises.at[1], claim_named(&debate, "b"));
	assert_int_equal(step->target, CP_MOTION);
	assert_int_equal(step->undercuts.len, 2);
	assert_int_equal(cp_step_aim(debate.graph, step_named(&debate, "d>>a")),
		claim_named(&debate, "a"));
	assert_int_equal(
		step_named(&debate, "e>>b>m")->target, step - debate.graph->steps);
	assert_int_equal(debate.graph->claims[claim_named(&debate, "b")].uses.len, 1);
	const cp_claim *a = &debate.graph->claims[claim_named(&debate, "a")];
	assert_int_equal(a->reasons.len, 1);
	assert_int_equal(debate.graph->steps[a->reasons.at[0]].kind, CP_REBUTS);
	debate_close(&debate);
}

static void steps_tell_for_a_side(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c2 rebuts m\nc@c3 undercuts b\nd@c4 undercuts c\n"
		"e@c1 rebuts b");
	static const struct {
		const char *id;
		cp_stance stance;
	} rows[] = {
		{"a>m", CP_STANCE_PRO},
		{"b>m", CP_STANCE_CONTRA},
		{"c>>b", CP_STANCE_PRO},
		{"d>>c", CP_STANCE_CONTRA},
		{"e>b", CP_STANCE_PRO},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].id,
			cp_step_stance(debate.graph,
				(uint32_t)(step_named(&debate, rows[i].id)
					- debate.graph->steps))
				== rows[i].stance);
	debate_close(&debate);
}

static void the_broken_are_marked_and_the_rest_is_there(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, six_comments,
		"{'id':'a','kind':'claim','comment':'c1','quote':'not there','supports':'m'},"
		"{'id':'b','kind':'rebuttal','comment':'c2','quote':'one','rebuts':['a','zzz']},"
		"{'id':'c','kind':'claim','comment':'c9','quote':'one','supports':'a'},"
		"{'kind':'claim'},7,{'id':'d','kind':'nonsense','comment':'c1','quote':'one',"
		"'supports':'m'}");
	assert_int_equal(debate.graph->claims_len, 5);
	assert_int_equal(debate.graph->steps_len, 4);
	assert_true(debate.graph->claims[1].broken && debate.graph->claims[2].broken
		&& debate.graph->claims[3].broken);
	assert_int_equal(debate.graph->claims[1].stance, CP_STANCE_PRO);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(stances_are_products_of_signs),
	cmocka_unit_test(depth_is_that_of_the_shortest_way),
	cmocka_unit_test(claims_are_clusters_with_the_best_label),
	cmocka_unit_test(steps_know_their_ends),
	cmocka_unit_test(steps_tell_for_a_side),
	cmocka_unit_test(the_broken_are_marked_and_the_rest_is_there),
};

GROUP(graph);
