#include "unit.h"

#include "graph/flatten.h"

enum { SECONDS = 60, MOST = 1000, RANDOM_DEBATES = 400 };

/* The motion and the claims of the items, then the steps, in their order: + stands, - is
 * defeated, . is unresolved, 0 is not asserted. */
static void put_statuses(cp_buf *out, const cp_graph *graph, const cp_status *statuses)
{
	for (size_t i = 0; i < graph->claims_len + graph->steps_len; i++) {
		cp_buf_puts(out, i == graph->claims_len ? " " : "");
		cp_buf_putc(out, "+-.0"[statuses[i]]);
	}
}

static void judge_rows(
	cp_buf *out, const char *rows, cp_support support, cp_semantics semantics)
{
	struct debate debate;
	cp_status *statuses;
	debate_open_rows(&debate, rows);
	const cp_flat *flat = cp_flat_new(&debate.arena, debate.graph, support);
	cp_flat_judge(&debate.arena, flat, semantics, MOST,
		cp_sat_kit_open(&debate.arena, SECONDS), &statuses);
	put_statuses(out, debate.graph, statuses);
	debate_close(&debate);
}

static const char *const several_answers = "p@c1 supports m\nq@c1 supports m\n"
					   "c@c2 rebuts m\nr@c3 rebuts c\nu@c4 rebuts p";

static void claims_stand_or_fall_by_what_attacks_them(void **state)
{
	(void)state;
	static const struct {
		const char *name, *rows;
		cp_support support;
		cp_semantics semantics;
		const char *want;
	} rows[] = {
		{"empty", "", CP_SUPPORT_NONE, CP_GROUNDED, "+"},
		{"rebuttal", "a@c1 rebuts m", CP_SUPPORT_NONE, CP_GROUNDED, "-+ +"},
		{"answered", "a@c1 rebuts m\nb@c2 rebuts a", CP_SUPPORT_NONE, CP_GROUNDED,
			"+-+ -+"},
		{"undercut", "a@c1 rebuts m\nb@c2 undercuts a", CP_SUPPORT_NONE,
			CP_GROUNDED, "+++ -+"},
		{"undercut of an undercut",
			"a@c1 rebuts m\nb@c2 undercuts a\nc@c1 undercuts b",
			CP_SUPPORT_NONE, CP_GROUNDED, "-+++ +-+"},
		{"each other", "a@c1 rebuts m, rebuts b\nb@c2 rebuts a", CP_SUPPORT_NONE,
			CP_GROUNDED, "... ..."},
		{"each other, preferred", "a@c1 rebuts b\nb@c2 rebuts a, rebuts m",
			CP_SUPPORT_NONE, CP_PREFERRED, "... ..."},
		{"floating",
			"a@c1 rebuts b, rebuts c\nb@c2 rebuts a, rebuts c\nc@c3 rebuts m",
			CP_SUPPORT_NONE, CP_PREFERRED, "+..- ....-"},
		{"odd circle", "a@c1 rebuts b\nb@c2 rebuts c\nc@c3 rebuts a, rebuts m",
			CP_SUPPORT_NONE, CP_STABLE, ".... ...."},
		{"linked attack", "a@c1 rebuts m+b\nb@c1\nu@c2 rebuts b", CP_SUPPORT_NONE,
			CP_GROUNDED, "++-+ -+"},
		{"restated", "a@c1 rebuts m\nb@c2 restates a\nc@c3 rebuts b",
			CP_SUPPORT_NONE, CP_GROUNDED, "+-+ -+"},
		/* methods: the graph V, without and with a motion that needs support. */
		{"V", NULL, CP_SUPPORT_NONE, CP_GROUNDED, "+-+-++ -+-++"},
		{"V, evidential", NULL, CP_SUPPORT_EVIDENTIAL, CP_GROUNDED,
			"+-+-++ -+-++"},
		{"V without q",
			"p@c1 supports m\nc@c2 rebuts m\nr@c3 rebuts c\nu@c4 rebuts p",
			CP_SUPPORT_EVIDENTIAL, CP_GROUNDED, "---++ --++"},
		{"linked support undercut", "a@c1 supports m+b\nb@c1\nu@c2 undercuts a",
			CP_SUPPORT_EVIDENTIAL, CP_GROUNDED, "-+++ -+"},
		/* Supports a→b→c, attack x→b: x falls back on a, or forward on c. */
		{"chain, none", "a@c1 supports b\nb@c1 supports c\nc@c1\nx@c2 rebuts b",
			CP_SUPPORT_NONE, CP_GROUNDED, "++-++ +-+"},
		{"chain, deductive",
			"a@c1 supports b\nb@c1 supports c\nc@c1\nx@c2 rebuts b",
			CP_SUPPORT_DEDUCTIVE, CP_GROUNDED, "+--++ --+"},
		{"chain, necessary",
			"a@c1 supports b\nb@c1 supports c\nc@c1\nx@c2 rebuts b",
			CP_SUPPORT_NECESSARY, CP_GROUNDED, "++--+ +-+"},
		{"chain, undercut",
			"a@c1 supports b\nb@c1 supports c\nc@c1\nx@c2 rebuts b\n"
			"u@c2 undercuts a\nv@c2 undercuts b",
			CP_SUPPORT_NECESSARY, CP_GROUNDED, "++-++++ --+++"},
		{"necessary, linked, undercut twice",
			"a@c1 supports c+b\nb@c1\nc@c1\nx@c2 rebuts b\nu@c2 undercuts a\n"
			"v@c3 undercuts a\nw@c4 rebuts u",
			CP_SUPPORT_NECESSARY, CP_GROUNDED, "++-++-++ -+-++"},
		{"deductive, undercut",
			"a@c1 supports b\nb@c1\nx@c2 rebuts b\nu@c2 undercuts a",
			CP_SUPPORT_DEDUCTIVE, CP_GROUNDED, "++-++ -++"},
		{"deductive, linked", "a@c1 supports b+c\nb@c1\nc@c1\nx@c2 rebuts b",
			CP_SUPPORT_DEDUCTIVE, CP_GROUNDED, "++-++ ++"},
		/* Who only reports, denies or supposes a point does not hold it. */
		{"reported", "a@c1:reported rebuts m", CP_SUPPORT_NONE, CP_GROUNDED,
			"+0 0"},
		{"denied", "a@c1:denied supports m\nb@c2 rebuts a", CP_SUPPORT_NONE,
			CP_GROUNDED, "+0+ 0+"},
		{"reported, asserted by another",
			"a@c1:reported rebuts m\nb@c2 restates a", CP_SUPPORT_NONE,
			CP_GROUNDED, "-+ +"},
		{"conceded", "a@c1:conceded rebuts m", CP_SUPPORT_NONE, CP_GROUNDED,
			"-+ +"},
		{"linked with a supposition", "a@c1 rebuts m+b\nb@c1:hypothetical",
			CP_SUPPORT_NONE, CP_GROUNDED, "++0 0"},
		/* Carneades' examples: a light that looks red; a claim that nothing supports
		 * any more. */
		{"pollock-red-light",
			"looks@c1 supports red+rule\nrule@c1\nred@c1\nlight@c2 undercuts looks",
			CP_SUPPORT_EVIDENTIAL, CP_GROUNDED, "+++-+ -+"},
		{"unsupported2",
			"p@c1 supports q, rebuts n\nn@c2 rebuts p\nq@c1\nu@c2 undercuts p>q",
			CP_SUPPORT_EVIDENTIAL, CP_GROUNDED, "+..-+ -..+"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		judge_rows(&out, rows[i].rows ? rows[i].rows : several_answers,
			rows[i].support, rows[i].semantics);
		expect_str(rows[i].name, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
	}
}

/* ---- Against the rules, word for word ---- */

/* Rebuttals attack their target, undercuts their step; whatever attacks a premise of a step
 * attacks the step. */
static const cp_af *framework_by_rules(cp_arena *arena, const cp_graph *graph)
{
	CP_ARRAY(cp_attack) attacks = {0};
	uint32_t claims = (uint32_t)graph->claims_len;
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		const cp_step *step = &graph->steps[s];
		if (step->kind == CP_UNDERCUTS)
			*cp_push(arena, &attacks) =
				(cp_attack){claims + s, claims + step->target};
		if (step->kind != CP_REBUTS)
			continue;
		*cp_push(arena, &attacks) = (cp_attack){claims + s, step->target};
		cp_list uses = graph->claims[step->target].uses;
		for (size_t u = 0; u < uses.len; u++)
			*cp_push(arena, &attacks) =
				(cp_attack){claims + s, claims + uses.at[u]};
	}
	return cp_af_new(
		arena, graph->claims_len + graph->steps_len, attacks.at, attacks.len);
}

static void random_debates_agree_with_the_rules(void **state)
{
	(void)state;
	static const cp_semantics semantics[] = {CP_GROUNDED, CP_COMPLETE, CP_PREFERRED,
		CP_STABLE, CP_SEMI_STABLE, CP_IDEAL};
	uint32_t random;
	random_start(&random);
	for (int i = 0; i < RANDOM_DEBATES; i++) {
		cp_buf rows = {0};
		struct debate debate;
		write_random_rows(&rows, &random);
		debate_open_rows(&debate, rows.at);
		cp_arena *arena = &debate.arena;
		const cp_flat *flat = cp_flat_new(arena, debate.graph, CP_SUPPORT_NONE);
		cp_flat rules = *flat;
		rules.af = framework_by_rules(arena, debate.graph);
		for (size_t s = 0; s < COUNT(semantics); s++) {
			const cp_sat_kit *kit = cp_sat_kit_open(arena, SECONDS);
			cp_status *got, *want;
			cp_answer answer =
				cp_flat_judge(arena, flat, semantics[s], MOST, kit, &got);
			expect(rows.at,
				answer
					== cp_flat_judge(arena, &rules, semantics[s],
						MOST, kit, &want));
			for (size_t n = 0; n < rules.af->len; n++)
				expect(rows.at, got[n] == want[n]);
		}
		debate_close(&debate);
		cp_buf_clear(&rows);
	}
}

static void too_many_extensions_are_not_gone_through(void **state)
{
	(void)state;
	struct debate debate;
	cp_status *statuses;
	debate_open_rows(
		&debate, "a@c1 rebuts b\nb@c2 rebuts a\nc@c1 rebuts d\nd@c2 rebuts c");
	const cp_flat *flat = cp_flat_new(&debate.arena, debate.graph, CP_SUPPORT_NONE);
	const cp_sat_kit *kit = cp_sat_kit_open(&debate.arena, SECONDS);
	assert_int_equal(
		cp_flat_judge(&debate.arena, flat, CP_PREFERRED, 4, kit, &statuses),
		CP_YES);
	assert_int_equal(
		cp_flat_judge(&debate.arena, flat, CP_PREFERRED, 3, kit, &statuses),
		CP_UNDECIDED);
	assert_int_equal(statuses[1], CP_STATUS_UNRESOLVED);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(claims_stand_or_fall_by_what_attacks_them),
	cmocka_unit_test(random_debates_agree_with_the_rules),
	cmocka_unit_test(too_many_extensions_are_not_gone_through),
};

GROUP(flatten);
