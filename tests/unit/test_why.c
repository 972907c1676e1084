#include "unit.h"

#include "graph/why.h"

enum { RANDOM_DEBATES = 600 };

static void evaluate(struct debate *debate, cp_evaluation *evaluation, const char *rows,
	const char *semantics, const char *support)
{
	debate_open_rows(debate, rows);
	assert_true(cp_evaluation_choose(evaluation, semantics, support, "quadratic"));
	cp_evaluate(&debate->arena, evaluation, debate->graph, &debate->diags);
}

static void put_ids(cp_buf *out, const cp_graph *graph, cp_list list)
{
	for (size_t i = 0; i < list.len; i++)
		cp_buf_printf(out, " %.*s", CP_FMT(cp_argument_id(graph, list.at[i])));
}

static void each_status_has_its_ground(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *semantics, *support, *id, *want;
	} rows[] = {
		{"", "grounded", "none", "m", "not attacked"},
		{"a@c1 supports m", "grounded", "none", "m", "not attacked"},
		{"a@c1 rebuts m", "grounded", "none", "m", "attacked a>m"},
		{"a@c1 rebuts m\nb@c2 rebuts a", "grounded", "none", "m",
			"all attacks answered a>m"},
		{"a@c1 rebuts m\nb@c2 rebuts a", "grounded", "none", "a>m",
			"premise defeated a"},
		{"a@c1 rebuts m\nb@c2 undercuts a", "grounded", "none", "a>m",
			"attacked b>>a"},
		{"a@c1 rebuts m+b+c\nb@c1\nc@c1\nd@c2 rebuts c", "grounded", "none",
			"a>m", "premise defeated c"},
		/* The attack that was decided first decides. */
		{"a@c1 rebuts m\nb@c2 rebuts a\nc@c1 rebuts b\nd@c1 rebuts m", "grounded",
			"none", "m", "attacked d>m a>m"},
		{"a@c1 rebuts b, rebuts m\nb@c2 rebuts a", "grounded", "none", "m",
			"attack unresolved a>m"},
		{"a@c1 rebuts m\na2@c1:reported rebuts m", "grounded", "none", "a2",
			"not asserted"},
		{"p@c1 supports m\nx@c2 rebuts p", "grounded", "necessary", "m",
			"support defeated p"},
		{"m2@c1 supports p\np@c1\nx@c2 rebuts p", "grounded", "deductive", "m2",
			"support defeated p"},
		{"p@c1 supports m\nx@c2 rebuts p", "grounded", "evidential", "m",
			"support defeated p>m"},
		/* Whichever of a and b is held, c falls and d stands. */
		{"a@c1 rebuts b, rebuts c\nb@c2 rebuts a, rebuts c\nc@c3 rebuts d\nd@c4",
			"preferred", "none", "c", "attacked either way a>c b>c"},
		{"a@c1 rebuts b, rebuts c\nb@c2 rebuts a, rebuts c\nc@c3 rebuts d\nd@c4",
			"preferred", "none", "d", "all attacks answered c>d"},
		{"a@c1 rebuts b\nb@c2 rebuts c\nc@c3 rebuts a", "stable", "none", "a",
			"no extension"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_evaluation evaluation;
		cp_buf out = {0};
		evaluate(&debate, &evaluation, rows[i].rows, rows[i].semantics,
			rows[i].support);
		const cp_why *why = cp_why_new(&debate.arena, &evaluation);
		cp_ground ground = cp_why_ground(&debate.arena, why,
			cp_argument_named(
				debate.graph, cp_str_of(rows[i].id), &debate.diags));
		cp_buf_puts(&out, cp_ground_names[ground.kind]);
		put_ids(&out, debate.graph, ground.by);
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void circles_are_found(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *id, *want;
	} rows[] = {
		{"a@c1 rebuts m", "m", ""},
		{"a@c1 rebuts b\nb@c2 rebuts a", "a", " a b"},
		{"a@c1 rebuts b\nb@c2 rebuts a\nc@c3 rebuts m\nd@c1 rebuts c\n"
		 "e@c1 rebuts d\nf@c2 rebuts e\ng@c3 rebuts f, rebuts e\nh@c1 rebuts g\n"
		 "i@c1 rebuts h\nj@c2 rebuts i\nk@c1 rebuts j\nl@c3 rebuts k, rebuts m",
			"b", " b a"},
		{"a@c1 rebuts m, rebuts c\nb@c2 rebuts a\nc@c3 rebuts b", "m", " a b c"},
		/* A step undercut by what rests on it. */
		{"a@c1 supports b\nb@c1\nu@c2 undercuts a\nv@c1 undercuts u\n"
		 "w@c2 rebuts v\nx@c1 rebuts w\ny@c1 undercuts x\n",
			"x>w", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_evaluation evaluation;
		cp_buf out = {0};
		evaluate(&debate, &evaluation, rows[i].rows, "grounded", "none");
		const cp_why *why = cp_why_new(&debate.arena, &evaluation);
		cp_buf_puts(&out, "");
		put_ids(&out, debate.graph,
			cp_why_circle(&debate.arena, why,
				cp_argument_named(debate.graph, cp_str_of(rows[i].id),
					&debate.diags)));
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* ---- Of random debates ---- */

static cp_status status_of(const cp_why *why, uint32_t argument)
{
	return why->evaluation->statuses[argument];
}

/* What stands has no attacker that is not out, all of them decided before. */
static void expect_standing(const char *rows, const cp_why *why, uint32_t argument)
{
	cp_list attackers = cp_af_attackers(why->evaluation->flat->af, argument);
	for (size_t i = 0; i < attackers.len; i++) {
		expect(rows, why->labels[attackers.at[i]] == CP_OUT);
		expect(rows, why->ranks[attackers.at[i]] < why->ranks[argument]);
	}
}

static void expect_ground(
	const char *rows, struct debate *debate, const cp_why *why, uint32_t argument)
{
	static const struct {
		cp_status status, by;
	} all[CP_GROUNDS] = {
		[CP_GROUND_ANSWERED] = {CP_STATUS_STANDS, CP_STATUS_DEFEATED},
		[CP_GROUND_ATTACKED] = {CP_STATUS_DEFEATED, CP_STATUS_STANDS},
		[CP_GROUND_PREMISE] = {CP_STATUS_DEFEATED, CP_STATUS_DEFEATED},
		[CP_GROUND_SUPPORT] = {CP_STATUS_DEFEATED, CP_STATUS_DEFEATED},
		[CP_GROUND_OPEN] = {CP_STATUS_UNRESOLVED, CP_STATUS_UNRESOLVED},
	};
	cp_ground ground = cp_why_ground(&debate->arena, why, argument);
	bool bare = ground.kind == CP_GROUND_NOT_ATTACKED;
	expect(rows, bare == !ground.by.len);
	expect(rows,
		status_of(why, argument)
			== (bare ? CP_STATUS_STANDS : all[ground.kind].status));
	for (size_t i = 0; i < ground.by.len; i++)
		expect(rows, status_of(why, ground.by.at[i]) == all[ground.kind].by);
	if (ground.kind == CP_GROUND_ATTACKED)
		expect(rows, why->ranks[ground.by.at[0]] + 1 == why->ranks[argument]);
}

static void expect_explained(
	const char *rows, struct debate *debate, const cp_why *why, uint32_t argument)
{
	cp_list circle;
	expect_ground(rows, debate, why, argument);
	switch (status_of(why, argument)) {
	case CP_STATUS_STANDS:
		expect_standing(rows, why, argument);
		break;
	case CP_STATUS_DEFEATED: {
		uint32_t by = cp_why_decider(why, argument);
		expect(rows, why->labels[by] == CP_IN);
		expect(rows,
			why->ranks[by] && why->ranks[by] + 1 == why->ranks[argument]);
		break;
	}
	default:
		expect(rows, !why->ranks[argument]);
		circle = cp_why_circle(&debate->arena, why, argument);
		expect(rows, circle.len);
		for (size_t i = 0; i < circle.len; i++)
			expect(rows,
				status_of(why, circle.at[i]) == CP_STATUS_UNRESOLVED);
	}
}

static void grounds_of_random_debates_are_true_and_end(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int i = 0; i < RANDOM_DEBATES; i++) {
		cp_buf rows = {0};
		struct debate debate;
		cp_evaluation evaluation;
		write_random_rows(&rows, &random);
		evaluate(&debate, &evaluation, rows.at, "grounded",
			cp_support_names[i % CP_SUPPORT_READINGS]);
		const cp_why *why = cp_why_new(&debate.arena, &evaluation);
		for (uint32_t a = 0;
			a < debate.graph->claims_len + debate.graph->steps_len; a++)
			expect_explained(rows.at, &debate, why, a);
		debate_close(&debate);
		cp_buf_clear(&rows);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(each_status_has_its_ground),
	cmocka_unit_test(circles_are_found),
	cmocka_unit_test(grounds_of_random_debates_are_true_and_end),
};

GROUP(why);
