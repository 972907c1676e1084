#include "unit.h"

#include "graph/crux.h"

#include <math.h>

enum { RANDOM_DEBATES = 300, SECONDS = 60, MOST = 1000 };

static void evaluate(struct debate *debate, cp_evaluation *evaluation, const char *rows,
	const char *semantics, const char *support)
{
	debate_open_rows(debate, rows);
	assert_true(cp_evaluation_choose(evaluation, semantics, support, "quadratic"));
	cp_evaluate(&debate->arena, evaluation, debate->graph, &debate->diags);
}

static void put_cruxes(cp_buf *out, const cp_graph *graph, const cp_cruxes *cruxes)
{
	for (size_t i = 0; i < cruxes->list.len; i++)
		cp_buf_printf(out, "%s%.*s%c", i ? " " : "",
			CP_FMT(cp_argument_id(graph, cruxes->list.at[i].argument)),
			"+-."[cruxes->list.at[i].status]);
}

static void the_nearest_come_first(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *semantics, *id, *want;
	} rows[] = {
		{"", "grounded", "m", ""},
		{"a@c1 rebuts m", "grounded", "m", "a>m+ a+"},
		{"a@c1 supports m", "grounded", "m", ""},
		{"a@c1 rebuts m\nb@c2 rebuts m", "grounded", "m", ""},
		{"a@c1 rebuts m\nb@c2 undercuts a", "grounded", "m", "b>>a- b-"},
		{"a@c1 rebuts m\nb@c2 undercuts a\nc@c2 rebuts a", "grounded", "m", ""},
		{"a@c1 rebuts m\nb@c2 rebuts a\nc@c1 rebuts b", "grounded", "m",
			"a>m+ a+ c>b+ c+"},
		/* Who falls out of a circle lets the other one stand. */
		{"a@c1 rebuts b, rebuts m\nb@c2 rebuts a", "grounded", "m",
			"a>m+ a+ b>a- b- a>b+"},
		{"a@c1 rebuts b, rebuts m\nb@c2 rebuts a", "preferred", "m",
			"a>m+ a+ b>a- b- a>b+"},
		{"a@c1 rebuts m", "grounded", "a", ""},
		{"a@c1:reported rebuts m", "grounded", "a", ""},
		{"a@c1 rebuts m\nb@c2 undercuts a", "grounded", "a>m", "b>>a+ b+"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_evaluation evaluation;
		cp_buf out = {0};
		evaluate(&debate, &evaluation, rows[i].rows, rows[i].semantics, "none");
		cp_cruxes cruxes = cp_cruxes_find(&debate.arena, &evaluation,
			cp_argument_named(
				debate.graph, cp_str_of(rows[i].id), &debate.diags));
		cp_buf_puts(&out, "");
		put_cruxes(&out, debate.graph, &cruxes);
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		expect(rows[i].rows, cruxes.tried == cruxes.wanted);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* ---- Against trying each ---- */

static cp_status status_without(struct debate *debate, const cp_evaluation *evaluation,
	uint32_t argument, uint32_t subject)
{
	const cp_graph *graph = debate->graph;
	cp_status *statuses;
	uint8_t *assumed = CP_NEW_ARRAY(
		&debate->arena, uint8_t, graph->claims_len + graph->steps_len);
	assumed[argument] = CP_ASSUMED_OUT;
	cp_flat_judge(&debate->arena,
		cp_flat_assuming(&debate->arena, graph, evaluation->support, assumed),
		evaluation->semantics, MOST, cp_sat_kit_open(&debate->arena, SECONDS),
		&statuses);
	return statuses[subject];
}

static size_t count_in(const cp_cruxes *cruxes, uint32_t argument, cp_status status)
{
	size_t count = 0;
	for (size_t i = 0; i < cruxes->list.len; i++)
		count += cruxes->list.at[i].argument == argument
			&& cruxes->list.at[i].status == status;
	return count;
}

static void expect_all(const char *rows, struct debate *debate,
	const cp_evaluation *evaluation, uint32_t subject)
{
	cp_cruxes cruxes = cp_cruxes_find(&debate->arena, evaluation, subject);
	size_t wanted = 0;
	for (uint32_t a = 0; a < debate->graph->claims_len + debate->graph->steps_len;
		a++) {
		if (a == subject || evaluation->statuses[a] == CP_STATUS_NOT_ASSERTED)
			continue;
		cp_status status = status_without(debate, evaluation, a, subject);
		bool is_crux = status != evaluation->statuses[subject];
		expect(rows, count_in(&cruxes, a, status) == is_crux);
		wanted += is_crux;
	}
	expect(rows, cruxes.list.len == wanted);
}

static void random_debates_agree_with_trying_each(void **state)
{
	(void)state;
	static const char *const semantics[] = {
		"grounded", "grounded", "grounded", "preferred", "stable"};
	uint32_t random;
	random_start(&random);
	for (int i = 0; i < RANDOM_DEBATES; i++) {
		cp_buf rows = {0};
		struct debate debate;
		cp_evaluation evaluation;
		write_random_rows(&rows, &random);
		evaluate(&debate, &evaluation, rows.at, semantics[i % COUNT(semantics)],
			cp_support_names[i % CP_SUPPORT_READINGS]);
		for (uint32_t subject = 0;
			subject < debate.graph->claims_len + debate.graph->steps_len;
			subject++)
			expect_all(rows.at, &debate, &evaluation, subject);
		debate_close(&debate);
		cp_buf_clear(&rows);
	}
}

/* ---- Strength ---- */

static void one_claim_moves_the_strength_most(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *mover;
		double strength;
	} rows[] = {
		/* .5 supports: .5 + .5 · .25/1.25 = .6, and .5 without. */
		{"a@c1 supports m\nb@c1 supports a\nc@c2 rebuts b", "a", 0.5},
		/* The stronger of two attacks that stand: E is .5 instead of 1.1. */
		{"a@c1 rebuts m\nb@c2 rebuts m\nc@c2 supports a", "a", 0.4},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_evaluation evaluation;
		evaluate(&debate, &evaluation, rows[i].rows, "grounded", "none");
		cp_mover mover = cp_mover_find(&evaluation, CP_MOTION);
		expect_str(rows[i].rows, cp_claim_id(debate.graph, mover.claim),
			rows[i].mover);
		expect(rows[i].rows, fabs(mover.strength - rows[i].strength) < 1e-9);
		expect(rows[i].rows, mover.tried == mover.wanted);
		debate_close(&debate);
	}
}

/* The largest change that a claim makes by falling, in the whole debate. */
static double largest_change(struct debate *debate, const cp_evaluation *evaluation)
{
	double largest = 0;
	for (uint32_t c = 1; c < debate->graph->claims_len; c++) {
		cp_evaluation without = *evaluation;
		without.assumed = CP_NEW_ARRAY(&debate->arena, uint8_t,
			debate->graph->claims_len + debate->graph->steps_len);
		without.assumed[c] = CP_ASSUMED_OUT;
		cp_evaluate(&debate->arena, &without, debate->graph, &debate->diags);
		double change = fabs(without.strengths.of[CP_MOTION]
			- evaluation->strengths.of[CP_MOTION]);
		largest = change > largest ? change : largest;
	}
	return largest;
}

static void random_debates_agree_with_weighing_all_anew(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int i = 0; i < RANDOM_DEBATES; i++) {
		cp_buf rows = {0};
		struct debate debate;
		cp_evaluation evaluation;
		write_random_rows(&rows, &random);
		evaluate(&debate, &evaluation, rows.at, "grounded", "none");
		evaluation.strength = i % 2 ? CP_QUADRATIC : CP_CARD_BASED;
		cp_evaluate(&debate.arena, &evaluation, debate.graph, &debate.diags);
		cp_mover mover = cp_mover_find(&evaluation, CP_MOTION);
		double change = fabs(mover.strength - evaluation.strengths.of[CP_MOTION]);
		expect(rows.at,
			fabs(change - largest_change(&debate, &evaluation)) < 1e-6);
		debate_close(&debate);
		cp_buf_clear(&rows);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_nearest_come_first),
	cmocka_unit_test(random_debates_agree_with_trying_each),
	cmocka_unit_test(one_claim_moves_the_strength_most),
	cmocka_unit_test(random_debates_agree_with_weighing_all_anew),
};

GROUP(crux);
