#include "unit.h"

#include "graph/flatten.h"
#include "graph/votes.h"
#include "graph/weigh.h"

#include <math.h>

/* Comments c1 to c4 with 3, -3, 0 and 4 votes, and one that has none told. */
static const char *const comments =
	"{'id':'op','author':'Ann','text':'one two three'},"
	"{'id':'c1','author':'Ben','text':'one two three','score':3},"
	"{'id':'c2','author':'Cy','text':'one two three','score':-3},"
	"{'id':'c3','author':'Di','text':'one two three','score':0},"
	"{'id':'c4','author':'Ed','text':'one two three','score':4}";

#define ITEM(id, comment, more) \
	"{'id':'" id "','kind':'claim','comment':'" comment \
	"','quote':'one','gist':'" id "'" more "}"

static void claims_start_by_their_votes(void **state)
{
	(void)state;
	static const struct {
		const char *name, *items;
		double initial, off; /* of claim a */
		size_t claims, shared;
	} rows[] = {
		{"for", ITEM("a", "c1", ""), .8, 0.16329932, 1, 0},
		{"against", ITEM("a", "c2", ""), .2, 0.16329932, 1, 0},
		{"none of either", ITEM("a", "c3", ""), .5, 0.28867513, 1, 0},
		{"not told", ITEM("a", "op", ""), .5, 0, 0, 0},
		{"shared by two", ITEM("a", "c4", "") "," ITEM("b", "c4", ""), .75,
			0.19364917, 2, 1},
		{"said twice in one comment",
			ITEM("a", "c4", "") "," ITEM("b", "c4", ",'restates':'a'"),
			5 / 6., 0.14085904, 1, 0},
		{"said in two comments",
			ITEM("a", "c1", "") "," ITEM("b", "c4", ",'restates':'a'"),
			8 / 9., 0.09938080, 1, 0},
		{"for and against",
			ITEM("a", "c1", "") "," ITEM("b", "c2", ",'restates':'a'"), .5,
			0.16666667, 1, 0},
		{"with confidence", ITEM("a", "c1", ",'confidence':0.3"), .3, 0, 0, 0},
		{"reported only", ITEM("a", "c1", ",'attitude':'reported'"), 0, 0, 0, 0},
		{"reported beside another",
			ITEM("a", "c4", "") "," ITEM("b", "c4", ",'attitude':'reported'"),
			5 / 6., 0.14085904, 1, 0},
		{"implicit",
			"{'id':'a','kind':'claim','gist':'a','implicit':true,"
			"'supports':'m'}",
			.5, 0, 0, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_items(&debate, comments, rows[i].items);
		uint32_t a = claim_named(&debate, "a");
		const uint8_t *held =
			cp_flat_new(&debate.arena, debate.graph, CP_SUPPORT_NONE)->held;
		double *initial =
			cp_graph_weigh(&debate.arena, debate.graph, held)->initial;
		cp_votes votes =
			cp_votes_weigh(&debate.arena, debate.graph, held, initial);
		expect(rows[i].name, fabs(initial[a] - rows[i].initial) < 1e-8);
		expect(rows[i].name, fabs(votes.off[a] - rows[i].off) < 1e-8);
		expect(rows[i].name, votes.claims == rows[i].claims);
		expect(rows[i].name, votes.shared == rows[i].shared);
		expect(rows[i].name, fabs(initial[CP_MOTION] - .5) < 1e-12);
		debate_close(&debate);
	}
}

/* What says the motion again has votes, but the motion starts half-way all the same. */
static void the_motion_is_not_put_to_the_vote(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, comments, ITEM("a", "c1", ",'restates':'m'"));
	const uint8_t *held =
		cp_flat_new(&debate.arena, debate.graph, CP_SUPPORT_NONE)->held;
	double *initial = cp_graph_weigh(&debate.arena, debate.graph, held)->initial;
	cp_votes votes = cp_votes_weigh(&debate.arena, debate.graph, held, initial);
	assert_int_equal(claim_named(&debate, "a"), CP_MOTION);
	assert_true(fabs(initial[CP_MOTION] - .5) < 1e-12);
	assert_int_equal(votes.claims, 0);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(claims_start_by_their_votes),
	cmocka_unit_test(the_motion_is_not_put_to_the_vote),
};

GROUP(votes);
