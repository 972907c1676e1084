#include "unit.h"

#include "graph/evaluate.h"
#include "graph/measures.h"
#include "graph/weigh.h"
#include "graph/words.h"

#include <math.h>

/* Ann (op, c1, c3), Ben (c2, c4), c5 and c6 unsigned. Ann's points are for the motion where a
 * row says no more, Ben's against it. */

static void put_id(cp_buf *out, const cp_measures *measures, uint32_t claim)
{
	cp_buf_printf(out, "%.*s", CP_FMT(cp_claim_id(measures->graph, claim)));
}

static void put_points(cp_buf *out, const cp_measures *measures, cp_stance side)
{
	const cp_key_points *points = &measures->points[side];
	for (size_t i = 0; i < points->list.len; i++) {
		const cp_key_point *point = &points->list.at[i];
		put_id(out, measures, point->claim);
		cp_buf_printf(out, " %u+%u%s ", measures->claims[point->claim].speakers,
			point->reasons, point->minority ? "*" : "");
	}
	cp_buf_printf(out, "rest %u", points->rest);
}

/* The points of each side, the best first: speakers + reasons, * of a minority. */
static void put_both(cp_buf *out, const cp_measures *measures)
{
	put_points(out, measures, CP_STANCE_PRO);
	cp_buf_puts(out, " | ");
	put_points(out, measures, CP_STANCE_CONTRA);
}

static void put_clashes(cp_buf *out, const cp_measures *measures)
{
	for (size_t i = 0; i < measures->clashes.len; i++) {
		const cp_clash *clash = &measures->clashes.at[i];
		cp_buf_puts(out, i ? "; " : "");
		if (clash->step == CP_NONE)
			put_id(out, measures, clash->claim);
		else
			cp_buf_put(out, measures->graph->steps[clash->step].id);
		cp_buf_printf(out, " %u:%u %u %.6f", clash->pro, clash->contra,
			clash->moves, clash->score);
	}
}

static void put_unanswered(cp_buf *out, const cp_measures *measures)
{
	static const char *const chances[] = {"none", "debate", "branch"};
	for (size_t i = 0; i < measures->unanswered.len; i++) {
		cp_buf_puts(out, i ? "; " : "");
		put_id(out, measures, measures->unanswered.at[i].claim);
		cp_buf_printf(out, " %s", chances[measures->unanswered.at[i].chance]);
	}
}

static void put_name(cp_buf *out, const cp_measures *measures, uint32_t person)
{
	cp_str name =
		person == CP_NONE ? (cp_str){0} : measures->graph->people[person].name;
	cp_buf_printf(out, "%.*s", CP_FMT(name.len ? name : CP_LIT("?")));
}

static void put_grants(cp_buf *out, const cp_measures *measures)
{
	static const char *const kinds[] = {"says", "grants", "dissents"};
	for (size_t i = 0; i < measures->grants.len; i++) {
		const cp_grant *grant = &measures->grants.at[i];
		cp_buf_puts(out, i ? "; " : "");
		put_name(out, measures, measures->graph->person_of[grant->item]);
		cp_buf_printf(out, " %s ", kinds[grant->kind]);
		put_id(out, measures, grant->claim);
		cp_buf_puts(out, " to ");
		put_name(out, measures, grant->to);
	}
}

static void put_grounds(cp_buf *out, const cp_measures *measures)
{
	for (size_t i = 0; i < measures->grounds.len; i++) {
		cp_buf_puts(out, i ? "; " : "");
		put_id(out, measures, measures->grounds.at[i].claim);
		if (measures->grounds.at[i].step != CP_NONE)
			cp_buf_printf(out, " in %.*s",
				CP_FMT(measures->graph
						->steps[measures->grounds.at[i].step]
						.id));
	}
}

static void put_burdens(cp_buf *out, const cp_measures *measures)
{
	for (size_t i = 0; i < measures->burdens.len; i++) {
		const cp_burden *burden = &measures->burdens.at[i];
		cp_buf_puts(out, i ? "; " : "");
		put_name(out, measures, burden->person);
		cp_buf_puts(out, " for ");
		put_id(out, measures, burden->claim);
		cp_buf_puts(out, burden->discharged ? " done" : " open");
		if (burden->support != CP_NONE)
			cp_buf_printf(out, " by %.*s",
				CP_FMT(measures->graph->steps[burden->support].id));
	}
}

struct row {
	const char *rows, *want;
};

static void expect_rows(const struct row *rows, size_t len,
	void (*put)(cp_buf *out, const cp_measures *measures))
{
	for (size_t i = 0; i < len; i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		put(&out, cp_measures_new(&debate.arena, debate.graph));
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void points_are_near_the_motion(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", "rest 0 | rest 0"},
		{"a@c1 supports m", "a 1+0* rest 0 | rest 0"},
		/* A reason is part of its point, and so is the reason for that. */
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports b",
			"a 1+2* rest 0 | rest 0"},
		/* Who says it twice is one speaker, but no minority. */
		{"a@c1 supports m\nb@c3 restates a", "a 1+0 rest 0 | rest 0"},
		{"a@c1 supports m\nb@c5 restates a", "a 2+0 rest 0 | rest 0"},
		/* More speakers come first, and then the earlier. */
		{"a@c1 supports m\nb@c1 supports m\nc@c5 restates b",
			"b 2+0 a 1+0* rest 0 | rest 0"},
		{"a@c3 supports m\nb@c1 supports m", "b 1+0* a 1+0* rest 0 | rest 0"},
		/* An attack on a point is one of the other side; what is deeper is not. */
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 rebuts b\nd@c4 rebuts c",
			"a 1+0* rest 1 | b 1+0 rest 1"},
		/* Unless there is nothing nearer. */
		{"a@c1 rebuts m\nb@c1 supports a\nc@c1 supports b\nd@c2 rebuts c",
			"d 1+0* rest 0 | a 1+2* rest 0"},
		{"a@c1:conceded supports m\nb@c2:reported supports m\nc@ supports m",
			"rest 0 | rest 0"},
		{"a@c1 supports m+b\nb@c1", "a 1+0* rest 1 | rest 0"},
		{"a@c1\nb@c1 supports a", "rest 0 | rest 0"},
	};
	expect_rows(rows, COUNT(rows), put_both);
}

/* a: one speaker of two, centrality, influence and engagement as below; b: the most of all. */
static void scores_add_up(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c1 supports m\nc@c5 restates b\nd@c2 rebuts b");
	const cp_measures *measures = cp_measures_new(&debate.arena, debate.graph);
	const cp_key_points *points = &measures->points[CP_STANCE_PRO];
	assert_int_equal(points->list.len, 2);
	const cp_key_point *b = &points->list.at[0], *a = &points->list.at[1];
	const cp_claim_measure *claims = measures->claims;
	/* d takes a fifth of a half from b; the motion has E = .5 + .4 = .9. */
	double motion = 0.5 + 0.5 * 0.81 / 1.81;
	assert_true(fabs(claims[b->claim].strength - 0.4) < 1e-9);
	assert_true(fabs(claims[CP_MOTION].strength - motion) < 1e-9);
	assert_true(fabs(a->influence - (motion - (0.5 + 0.5 * 0.16 / 1.16))) < 1e-8);
	assert_true(fabs(b->influence - (motion - (0.5 + 0.5 * 0.25 / 1.25))) < 1e-8);
	assert_true(fabs(a->parts[0] - 0.5) < 1e-9 && fabs(b->parts[0] - 1) < 1e-9);
	assert_true(fabs(a->parts[1]
			    - claims[a->claim].centrality / claims[b->claim].centrality)
		< 1e-9);
	assert_true(fabs(a->parts[2] - 1) < 1e-9);
	assert_true(fabs(b->parts[2] - b->influence / a->influence) < 1e-9);
	assert_true(a->parts[3] == 0 && fabs(b->parts[3] - 1) < 1e-9);
	assert_true(fabs(b->score - (0.35 + 0.25 + 0.25 * b->parts[2] + 0.15)) < 1e-8);
	debate_close(&debate);
}

/* Two claims: of .075 + .85 x, what leads nowhere hands on to both. */
static void centrality_is_page_rank(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate, "a@c1 supports m");
	const cp_measures *measures = cp_measures_new(&debate.arena, debate.graph);
	assert_true(fabs(measures->claims[1].centrality - 0.5 / 1.425) < 2e-9);
	assert_true(fabs(measures->claims[0].centrality - 0.925 / 1.425) < 2e-9);
	debate_close(&debate);
}

/* What the way by the shortest way says, solving the whole anew says. */
static void influence_is_removal(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"a@c1 supports m\nb@c2 rebuts m\nc@c2 rebuts a\nd@c1 supports a",
		"a@c1 supports m\nb@c2 undercuts a\nc@c1 supports m",
		"a@c1 supports m+b\nb@c1\nc@c2 rebuts b",
		"a@c1 rebuts m\nb@c1 supports a\nc@c1 supports b\nd@c2 rebuts c\n"
		"e@c3 undercuts d",
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i]);
		const cp_measures *measures =
			cp_measures_new(&debate.arena, debate.graph);
		const cp_flat *flat =
			cp_flat_new(&debate.arena, debate.graph, CP_SUPPORT_NONE);
		for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
			for (size_t p = 0; p < measures->points[side].list.len; p++) {
				const cp_key_point *point =
					&measures->points[side].list.at[p];
				const cp_weighted *without = cp_graph_weigh(
					&debate.arena, debate.graph, flat->held);
				const cp_list *uses =
					&debate.graph->claims[point->claim].uses;
				for (size_t u = 0; u < uses->len; u++)
					without->initial[debate.graph->claims_len
						+ uses->at[u]] = 0;
				double strength = cp_weighted_solve(
					&debate.arena, without, CP_QUADRATIC)
							  .of[CP_MOTION];
				expect(rows[i],
					fabs(fabs(strength
						     - measures->claims[CP_MOTION]
							       .strength)
						- point->influence)
						< 3e-9);
				expect(rows[i], point->influence > 0);
			}
		debate_close(&debate);
	}
}

/* 2 min(P, C) / (P + C) × ln(1 + moves), worked by hand. */
static void clashes_have_reasons_on_both_sides(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a@c1 supports m\nb@c2 rebuts m", ""},
		{"a@c1 supports m\nb@c2 rebuts a", ""},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c1 supports a", "a 1:1 2 1.098612"},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c1 supports a\nd@c3 rebuts b",
			"a 2:1 3 0.924196"},
		{"a@c1 supports m\nb@c2 rebuts a\nd@c3 rebuts b", "a 1:1 3 1.386294"},
		/* Of one speaker alone, none. */
		{"a@c1 supports m\nb@c3 rebuts a\nc@c1 supports a", ""},
		/* Of a step, and undercuts count below claims, too. */
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 undercuts b",
			"a>m 1:1 3 1.386294"},
		{"x@c1 supports m\na@c1 supports x\nb@c2 undercuts a",
			"x 1:1 2 1.098612"},
		/* Three steps below is too far. */
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports b\nd@c2 rebuts c",
			"b 1:1 2 1.098612"},
	};
	expect_rows(rows, COUNT(rows), put_clashes);
}

static void what_calls_for_an_answer_and_has_none(void **state)
{
	(void)state;
	static const struct row rows[] = {
		/* Nothing replies here: all is one branch. */
		{"a@c1 supports m\nb@c2 rebuts m", "a branch; b branch"},
		{"a@c1 supports m\nb@c4 rebuts m", "a branch; b none"},
		{"a@c1 supports m\nb@c2 rebuts a, rebuts m", "b branch"},
		{"a@c1 supports m\nb@c2 concedes a, rebuts m", "b branch"},
		/* A reason is not to be answered by itself, what is unstated neither. */
		{"a@c1 supports m\nb@c1 supports a\nc@ supports m", "a none"},
	};
	expect_rows(rows, COUNT(rows), put_unanswered);
}

static void chances_are_in_the_branch_or_in_the_debate(void **state)
{
	(void)state;
	static const struct {
		const char *c2, *c3, *want; /* what c2 and c3 reply to */
	} rows[] = {
		{"op", "op", "a debate; b none"},
		{"c1", "c2", "a branch; b none"},
		{"op", "c1", "a branch; b none"},
		{"op", "c2", "a debate; b none"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf comments = {0}, out = {0};
		cp_buf_printf(&comments,
			"{'id':'op','author':'Sue','text':'one'},"
			"{'id':'c1','author':'Ann','text':'one','reply_to':'op'},"
			"{'id':'c2','author':'Cleo','text':'one','reply_to':'%s'},"
			"{'id':'c3','author':'Ben','text':'one','reply_to':'%s'},"
			/* without this there would be no branches */
			"{'id':'c4','author':'Cleo','text':'one','reply_to':'c2'}",
			rows[i].c2, rows[i].c3);
		debate_open_items(&debate, comments.at,
			"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
			"{'id':'b','kind':'rebuttal','comment':'c3','quote':'one','rebuts':'m'}");
		put_unanswered(&out, cp_measures_new(&debate.arena, debate.graph));
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&comments);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void grants_say_who_and_to_whom(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a@c1 supports m\nb@c2 rebuts m, concedes a", "Ben grants a to Ann"},
		{"a@c1 supports m\nb@c2:conceded restates a", "Ben says a to Ann"},
		{"a@c1 supports m\nb@c1 supports m\nc@c1 supports m\nd@c3 rebuts a",
			"Ann dissents a to ?"},
		{"a@c1 supports m\nb@c2 rebuts a", ""},
	};
	expect_rows(rows, COUNT(rows), put_grants);
}

static void ground_is_shared_across_sides(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a@c1 supports m\nx@c1 supports m\nb@c2 rebuts m\ny@c2 rebuts m\n"
		 "c@c2 restates x",
			""},
		{"a@c1 supports m\nx@c1 supports m\nf@c1 supports a\nb@c2 rebuts m\n"
		 "y@c2 rebuts m\ng@c2 restates f, rebuts m",
			"f"},
		{"a@c1 supports m\nf@c1 supports a\nb@c2 rebuts m+f\ny@c2 rebuts m",
			"f in b>m"},
		{"a@c1 supports m\nf@c1:reported supports a\nb@c2 rebuts m+f\n"
		 "y@c2 rebuts m",
			""},
	};
	expect_rows(rows, COUNT(rows), put_grounds);
}

static void burdens_are_discharged_after_the_attack(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a@c1 supports m", ""},
		{"a@c1 supports m\nb@c2 rebuts a", "Ann for a open"},
		/* A reason given before does not count, one given later does … */
		{"a@c1 supports m\nr@c1 supports a\nb@c2 rebuts a", "Ann for a open"},
		{"a@c1 supports m\nr@c3 supports a\nb@c2 rebuts a",
			"Ann for a done by r>a"},
		/* … if it stands … */
		{"a@c1 supports m\nr@c3 supports a\nb@c2 rebuts a\nd@c4 rebuts r",
			"Ann for a open; Ann for r open"},
		/* … and so does an answer that defeats the attack. */
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 rebuts b",
			"Ann for a done; Ben for b open"},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 undercuts b",
			"Ann for a done; Ben for b open"},
		{"a@c1:reported supports m\nb@c2 rebuts a", ""},
		{"a@c1 supports m\nb@c3 rebuts a", ""},
	};
	expect_rows(rows, COUNT(rows), put_burdens);
}

/* A thread in which Ann and Ben, Ann and Cleo, and Ben and Cleo reply to each other. */
static const char *const talk =
	"{'id':'op','author':'Ann','text':'One two? Three.','time':'2024-03-01T09:10'},"
	"{'id':'c1','author':'Ben','text':'one two','reply_to':'op',"
	"'time':'2024-03-01T09:50'},"
	"{'id':'c2','author':'Ann','text':'one','reply_to':'c1',"
	"'time':'2024-03-02T23:00'},"
	"{'id':'c3','author':'Cleo','text':'one two three four','reply_to':'c2',"
	"'time':'2024-03-02T23:59'},"
	"{'id':'c4','author':'Ann','text':'one','reply_to':'c3',"
	"'time':'2024-03-02T23:59'}";

static const char *const talk_items =
	"{'id':'q','kind':'claim','comment':'op','quote':'One two?',"
	"'attitude':'question','supports':'m'},"
	"{'id':'a','kind':'claim','comment':'c2','quote':'one','supports':'m'},"
	"{'id':'b','kind':'rebuttal','comment':'c1','quote':'one two','rebuts':'m'},"
	"{'id':'b2','kind':'claim','comment':'c1','quote':'two','supports':'b'},"
	"{'id':'c','kind':'rebuttal','comment':'c3','quote':'two','rebuts':'a'},"
	"{'id':'d','kind':'quotation','comment':'c4','quote':'one','of':{'comment':'c3'},"
	"'attitude':'opposed','rebuts':'c'}";

static void people_are_counted(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, talk, talk_items);
	const cp_measures *measures = cp_measures_new(&debate.arena, debate.graph);
	const cp_speaker_measure *ann = &measures->speakers[0];
	assert_int_equal(ann->comments, 3);
	assert_int_equal(ann->words, 5);
	assert_int_equal(ann->items, 3);
	assert_int_equal(ann->claims, 2); /* an opposed quotation asserts nothing */
	assert_int_equal(ann->supports, 2);
	assert_int_equal(ann->attacks, 1);
	assert_int_equal(ann->attacked, 1);
	assert_int_equal(measures->speakers[1].words, 2);
	assert_int_equal(measures->speakers[2].words, 4);
	/* Ann opposes Cleo's words, so the two are not past each other. */
	cp_buf out = {0};
	for (size_t i = 0; i < measures->talk_past.len; i++) {
		put_name(&out, measures, measures->talk_past.at[i].a);
		cp_buf_puts(&out, "/");
		put_name(&out, measures, measures->talk_past.at[i].b);
		cp_buf_printf(&out, " %u", measures->talk_past.at[i].replies);
	}
	expect_str("talk past", cp_buf_str(&out), "Ann/Ben 2");
	cp_buf_clear(&out);
	assert_int_equal(measures->sides[CP_STANCE_PRO].speakers, 1);
	assert_int_equal(measures->sides[CP_STANCE_PRO].words, 5);
	debate_close(&debate);
}

static void pairs_are_what_one_does_to_another(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf out = {0};
	debate_open_items(&debate, talk, talk_items);
	cp_pairs pairs = cp_graph_pairs(&debate.arena, debate.graph);
	for (size_t i = 0; i < pairs.list.len; i++) {
		const cp_pair *pair = &pairs.list.at[i];
		cp_buf_printf(&out, "%s%u>%u s%u r%u u%u c%u e%u o%u q%u a%u",
			i ? "; " : "", pair->by, pair->to, pair->steps[CP_SUPPORTS],
			pair->steps[CP_REBUTS], pair->steps[CP_UNDERCUTS],
			pair->concessions, pair->endorsed, pair->opposed, pair->quoted,
			pair->replies);
	}
	expect_str("pairs", cp_buf_str(&out),
		"0>1 s0 r0 u0 c0 e0 o0 q0 a1; 0>2 s0 r1 u0 c0 e0 o1 q0 a1; "
		"1>0 s0 r0 u0 c0 e0 o0 q0 a1; 2>0 s0 r1 u0 c0 e0 o0 q0 a1");
	cp_buf_clear(&out);
	debate_close(&debate);
}

static void questions_have_replies_but_no_answer(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, talk, talk_items);
	const cp_measures *measures = cp_measures_new(&debate.arena, debate.graph);
	assert_int_equal(measures->questions.len, 1);
	assert_int_equal(measures->questions.at[0].item, 0);
	assert_int_equal(measures->questions.at[0].replies, 1);
	debate_close(&debate);
}

/* Of 15 + 7 + 3 + 18 + 3 letters 8 + 7 + 3 + 3 + 3; "two" is inside of "one two". */
static void text_that_is_marked_counts_once(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, talk, talk_items);
	const cp_measures *measures = cp_measures_new(&debate.arena, debate.graph);
	assert_int_equal(measures->coverage.text, 46);
	assert_int_equal(measures->coverage.marked, 24);
	assert_int_equal(measures->coverage.comments, 5);
	assert_int_equal(measures->coverage.with_items, 5);
	debate_close(&debate);
}

static void time_goes_by_hours_or_by_days(void **state)
{
	(void)state;
	static const struct {
		const char *last, *want; /* the time of the third comment */
	} rows[] = {
		{"2024-03-01T10:00", "2024-03-01T09 2/1; 2024-03-01T10 1/0; "},
		{"2024-03-02T10:00", "2024-03-01T09 2/1; 2024-03-02T10 1/0; "},
		{"2024-03-02", "2024-03-01 2/1; 2024-03-02 1/0; "},
		{"soon", "2024-03-01T09 2/1; "},
		{"2023-01-01T10:00Z", "2023-01-01T10 1/0; 2024-03-01T09 2/1; "},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf comments = {0}, out = {0};
		cp_buf_printf(&comments,
			"{'id':'op','text':'one','time':'2024-03-01T09:10'},"
			"{'id':'c1','text':'one','time':'2024-03-01T09:20Z'},"
			"{'id':'c2','text':'one','time':'%s'}",
			rows[i].last);
		debate_open_items(&debate, comments.at,
			"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'}");
		const cp_measures *measures =
			cp_measures_new(&debate.arena, debate.graph);
		for (size_t p = 0; p < measures->periods.len; p++)
			cp_buf_printf(&out, "%.*s %u/%u; ",
				CP_FMT(measures->periods.at[p].name),
				measures->periods.at[p].comments,
				measures->periods.at[p].items);
		expect_str(rows[i].last, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&comments);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* Whatever the shape, numbers are numbers, and shares are no more than all. */
static void odd_debates_have_numbers(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"",
		"a@c1",
		"a@c1 supports m, rebuts m",
		"a@c1:question\nb@c1:denied rebuts m",
		"a@c1 rebuts b\nb@c2 rebuts a",
		"a@c1 supports m, rebuts b\nb@c2 rebuts c\nc@c3 rebuts a",
		"a@c1 supports b\nb@c2 supports a",
		"a@c1 undercuts b\nb@c2 undercuts a",
		"a@c1 supports m, undercuts b>a\nb@c2 undercuts a>m",
		"a@c1 supports m+b\nb@c1 supports a+c\nc@c1 rebuts a+b",
		"a@c1 supports m\nb@c3 supports m\nc@op rebuts m\nd@c1 rebuts a",
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i]);
		const cp_measures *measures =
			cp_measures_new(&debate.arena, debate.graph);
		for (size_t c = 0; c < debate.graph->claims_len; c++) {
			const cp_claim_measure *claim = &measures->claims[c];
			expect(rows[i], claim->centrality > 0 && claim->centrality <= 1);
			expect(rows[i], claim->strength >= 0 && claim->strength <= 1);
			expect(rows[i],
				claim->low <= claim->strength
					&& claim->strength <= claim->high
					&& claim->high <= 1);
		}
		for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
			for (size_t p = 0; p < measures->points[side].list.len; p++) {
				const cp_key_point *point =
					&measures->points[side].list.at[p];
				expect(rows[i], point->score >= 0 && point->score <= 1);
				expect(rows[i],
					point->influence >= 0 && point->influence <= 1);
			}
		debate_close(&debate);
	}
	assert_int_equal(cp_thousandths(0, 0), 0);
	assert_int_equal(cp_thousandths(2, 3), 667);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(points_are_near_the_motion),
	cmocka_unit_test(scores_add_up),
	cmocka_unit_test(centrality_is_page_rank),
	cmocka_unit_test(influence_is_removal),
	cmocka_unit_test(clashes_have_reasons_on_both_sides),
	cmocka_unit_test(what_calls_for_an_answer_and_has_none),
	cmocka_unit_test(chances_are_in_the_branch_or_in_the_debate),
	cmocka_unit_test(grants_say_who_and_to_whom),
	cmocka_unit_test(ground_is_shared_across_sides),
	cmocka_unit_test(burdens_are_discharged_after_the_attack),
	cmocka_unit_test(people_are_counted),
	cmocka_unit_test(pairs_are_what_one_does_to_another),
	cmocka_unit_test(questions_have_replies_but_no_answer),
	cmocka_unit_test(text_that_is_marked_counts_once),
	cmocka_unit_test(time_goes_by_hours_or_by_days),
	cmocka_unit_test(odd_debates_have_numbers),
};

GROUP(measures);
