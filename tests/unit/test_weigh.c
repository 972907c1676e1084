#include "unit.h"

#include "graph/flatten.h"
#include "graph/weigh.h"

#include <math.h>

/* The strengths of the claims in their order, the motion first. */
static void put_strengths(cp_buf *out, struct debate *debate)
{
	const cp_flat *flat = cp_flat_new(&debate->arena, debate->graph, CP_SUPPORT_NONE);
	const cp_weighted *weighted =
		cp_graph_weigh(&debate->arena, debate->graph, flat->held);
	cp_strengths strengths =
		cp_weighted_solve(&debate->arena, weighted, CP_QUADRATIC);
	for (size_t i = 0; i < debate->graph->claims_len; i++)
		cp_buf_printf(out, "%s%.4f", i ? " " : "", strengths.of[i]);
}

static void reasons_move_claims(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want;
	} rows[] = {
		{"", "0.5000"},
		{"a@c1 supports m", "0.6000 0.5000"},
		{"a@c1 rebuts m", "0.4000 0.5000"},
		{"a@c1 supports m\nb@c2 rebuts m", "0.5000 0.5000 0.5000"},
		/* Undercut by half, the step passes on .8 of its premise's half. */
		{"a@c1 supports m\nb@c2 undercuts a", "0.5690 0.5000 0.5000"},
		/* The weaker of two linked premises counts. */
		{"a@c1 supports m+b\nb@c1\nc@c2 rebuts b", "0.5690 0.5000 0.4000 0.5000"},
		{"a@c1:reported supports m", "0.5000 0.0000"},
		{"a@c1:conceded supports m", "0.6000 0.5000"},
		{"a@c1 supports m\nb@c2 restates a", "0.6000 0.5000"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		put_strengths(&out, &debate);
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void the_annotator_says_how_sure_and_how_strong(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, six_comments,
		"{'id':'a','kind':'claim','comment':'c1','quote':'one','confidence':0.9,"
		"'supports':{'to':'m','strength':0.5}},"
		"{'id':'b','kind':'claim','comment':'c2','quote':'two','confidence':0.2,"
		"'restates':'a'},"
		"{'id':'c','kind':'claim','comment':'c3','quote':'one','confidence':1,"
		"'attitude':'denied','restates':'a'},"
		"{'id':'d','kind':'claim','comment':'c3','quote':'one','confidence':1,"
		"'restates':'m'}");
	const cp_flat *flat = cp_flat_new(&debate.arena, debate.graph, CP_SUPPORT_NONE);
	const cp_weighted *weighted =
		cp_graph_weigh(&debate.arena, debate.graph, flat->held);
	static const double want[] = {0.5, 0.9, 0.5};
	assert_int_equal(weighted->len, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		assert_true(fabs(weighted->initial[i] - want[i]) < 1e-12);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(reasons_move_claims),
	cmocka_unit_test(the_annotator_says_how_sure_and_how_strong),
};

GROUP(weigh);
