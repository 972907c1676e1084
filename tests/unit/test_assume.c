#include "unit.h"

#include "graph/evaluate.h"

/* + stands, - is defeated, . is unresolved, 0 is not asserted: the claims, then the steps. */
static void put_statuses(cp_buf *out, const cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	for (size_t i = 0; i < graph->claims_len + graph->steps_len; i++) {
		cp_buf_puts(out, i == graph->claims_len ? " " : "");
		cp_buf_putc(out, "+-.0"[evaluation->statuses[i]]);
	}
}

static bool assume_all(struct debate *debate, cp_evaluation *evaluation, const char *text)
{
	bool known = true;
	for (const char *at = text; *at;) {
		size_t len = strcspn(at, " ");
		known &= cp_evaluation_assume(&debate->arena, evaluation, debate->graph,
			(cp_str){at, len}, &debate->diags);
		at += len + (at[len] == ' ');
	}
	return known;
}

static void what_is_assumed_holds_and_the_rest_follows(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *assumed, *support, *want, *changes;
	} rows[] = {
		{"a@c1 rebuts m", "a=out", "none", "+- -", "m a a>m"},
		{"a@c1 rebuts m", "m=in", "none", "++ +", "m"},
		{"a@c1 rebuts m", "a>m=out", "none", "++ -", "m a>m"},
		{"a@c1 rebuts m\nb@c2 rebuts a", "a=in", "none", "-++ ++", "m a a>m"},
		{"a@c1 rebuts m\nb@c2 rebuts a", "a>m=in", "none", "--+ ++", "m a>m"},
		{"a@c1 rebuts b\nb@c2 rebuts a", "a=in", "none", "++- +-", "a b a>b b>a"},
		/* What is reported and no more counts once it is assumed, either way. */
		{"a@c1:reported rebuts m", "a=in", "none", "-+ +", "m a a>m"},
		{"a@c1:reported rebuts m", "a=out", "none", "+- -", "a a>m"},
		{"a@c1 supports m", "a=out", "necessary", "-- -", "m a a>m"},
		{"a@c1 supports m", "a=out m=in", "necessary", "+- -", "a a>m"},
		{"a@c1 supports m", "m=out", "deductive", "-- -", "m a a>m"},
		{"a@c1 supports m", "a>m=out", "evidential", "-+ -", "m a>m"},
		{"a@c1 rebuts m", "a=in", "none", "-+ +", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_evaluation evaluation;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		cp_evaluation_choose(
			&evaluation, "grounded", rows[i].support, "quadratic");
		expect(rows[i].rows, assume_all(&debate, &evaluation, rows[i].assumed));
		cp_evaluate(&debate.arena, &evaluation, debate.graph, &debate.diags);
		put_statuses(&out, &evaluation);
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_list changes = cp_evaluation_changes(&debate.arena, &evaluation);
		out.len = 0;
		for (size_t c = 0; c < changes.len; c++)
			cp_buf_printf(&out, "%s%.*s", c ? " " : "",
				CP_FMT(cp_argument_id(debate.graph, changes.at[c])));
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].changes);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void what_is_assumed_has_full_strength_or_none(void **state)
{
	(void)state;
	struct debate debate;
	cp_evaluation evaluation;
	debate_open_rows(&debate, "a@c1 supports m\nb@c2 supports a\nc@c2 rebuts b");
	cp_evaluation_choose(&evaluation, "grounded", "none", "quadratic");
	assert_true(assume_all(&debate, &evaluation, "a=in b=out"));
	cp_evaluate(&debate.arena, &evaluation, debate.graph, &debate.diags);
	assert_true(evaluation.strengths.of[1] >= 1 && evaluation.strengths.of[2] <= 0);
	/* Half-way, and half of the rest of the way: E is 1. */
	assert_true(evaluation.strengths.of[CP_MOTION] == 0.75);
	assert_null(evaluation.before->assumed);
	assert_true(evaluation.before->strengths.of[1] < 1);
	debate_close(&debate);
}

static void what_cannot_be_assumed_is_reported(void **state)
{
	(void)state;
	static const struct {
		const char *assumed, *message;
	} rows[] = {
		{"fish=in", "there is no item and no step \"fish\""},
		{"cheap>fast=in", "there is no item and no step \"cheap>fast\""},
		{"cheap", "\"cheap\" assumes nothing: ID=in or ID=out is wanted"},
		{"=out", "\"=out\" assumes nothing: ID=in or ID=out is wanted"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_evaluation evaluation;
		debate_open_rows(&debate, "cheap@c1 rebuts m");
		cp_evaluation_choose(&evaluation, "grounded", "none", "quadratic");
		expect(rows[i].assumed,
			!assume_all(&debate, &evaluation, rows[i].assumed));
		const cp_diag *diag = find_code(&debate.diags, CP_NOT_CHOSEN);
		expect_str(rows[i].assumed, diag->message, rows[i].message);
		debate_close(&debate);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(what_is_assumed_holds_and_the_rest_follows),
	cmocka_unit_test(what_is_assumed_has_full_strength_or_none),
	cmocka_unit_test(what_cannot_be_assumed_is_reported),
};

GROUP(assume);
