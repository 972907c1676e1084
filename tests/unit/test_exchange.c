#include "unit.h"

#include "graph/exchange.h"
#include "graph/words.h"

/* The exchanges as "a b c (2 of 3); …". */
static void exchanges_follow_the_longest_chain(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want;
	} rows[] = {
		{"a@c1 supports m", ""},
		{"a@c1 supports m\nb@c2 rebuts a", "a b (1 of 1)"},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 rebuts b\nd@c4 rebuts a",
			"a b c (2 of 3)"},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 undercuts b", "a b c (2 of 2)"},
		{"a@c1 supports m\nb@c1 supports a\nc@c2 rebuts b", "b c (1 of 1)"},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c2 supports b\nd@c3 rebuts c",
			"a b c d (2 of 2); c d (1 of 1)"},
		{"a@c1 rebuts m\nb@c2 rebuts a", "a b (1 of 1)"},
		{"a@c1 supports m\nb@c2 rebuts a\nx@c1 supports m\ny@c2 rebuts x\nz@c3 rebuts y",
			"x y z (2 of 2); a b (1 of 1)"},
		/* Whom one answers oneself one has no exchange with. */
		{"a@c1 supports m\nb@c3 rebuts a", ""},
		{"a@c1 supports m, rebuts b\nb@c2 rebuts a", "a b (1 of 1)"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		cp_exchanges exchanges =
			cp_graph_exchanges(&debate.arena, debate.graph, SIZE_MAX);
		for (size_t e = 0; e < exchanges.list.len; e++) {
			const cp_exchange *exchange = &exchanges.list.at[e];
			cp_buf_puts(&out, e ? "; " : "");
			for (size_t m = 0; m < exchange->moves.len; m++) {
				const cp_claim *claim =
					&debate.graph
						 ->claims[exchange->moves.at[m].claim];
				cp_buf_printf(&out, "%.*s ",
					CP_FMT(debate.annotation->items.at[claim->item]
							.id));
			}
			cp_buf_printf(&out, "(%zu of %zu)", exchange->answers,
				exchange->all_answers);
		}
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void what_is_answered_and_what_could_be(void **state)
{
	(void)state;
	static const struct {
		const char *rows; /* of "a" is asked */
		bool answered, could, dissent;
	} rows[] = {
		{"a@c1 supports m\nb@c2 rebuts m", false, true, false},
		{"a@c1 supports m\nb@c2 rebuts a, rebuts m", true, true, false},
		{"a@c1 supports m\nb@c2 undercuts a, rebuts m", true, true, false},
		{"a@c1 supports m\nr@c1 supports a\nb@c2 rebuts r, rebuts m", true, true,
			false},
		{"a@c1 supports m\nr@c1 supports a\nb@c2 undercuts r, rebuts m", true,
			true, false},
		{"a@c1 supports m\nb@c3 rebuts a\nc@c2 rebuts m", false, true, false},
		{"a@c6 supports m\nb@c2 rebuts m", false, false, false},
		{"a@c3:conceded rebuts m\nb@c1 supports m\nc@c3 supports m\nd@c3 supports m",
			false, true, true},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i].rows);
		uint32_t a = claim_named(&debate, "a");
		expect(rows[i].rows,
			cp_claim_is_answered(debate.graph, a) == rows[i].answered);
		expect(rows[i].rows,
			cp_claim_is_dissent(debate.graph, a) == rows[i].dissent);
		if (!rows[i].dissent)
			expect(rows[i].rows,
				(cp_claim_chance(
					 cp_chances_new(&debate.arena, debate.graph), a)
					!= CP_CHANCE_NONE)
					== rows[i].could);
		debate_close(&debate);
	}
}

static void weights_count_what_hangs_below(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate,
		"a@c1 supports m\nb@c2 rebuts a\nc@c1 supports a\nd@c2 undercuts c\n"
		"e@c1 supports m\nf@c4\ng@c4 supports g2\ng@c4");
	uint32_t *weights = cp_graph_weights(&debate.arena, debate.graph);
	static const struct {
		const char *item;
		uint32_t weight;
	} rows[] = {{"m", 6}, {"a", 4}, {"b", 1}, {"c", 2}, {"d", 1}, {"e", 1}, {"f", 1}};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].item,
			weights[claim_named(&debate, rows[i].item)] == rows[i].weight);
	debate_close(&debate);
}

/* Circles of every kind: whatever comes out, it comes out. */
static void circles_end(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"a@c1 supports m, rebuts b\nb@c2 rebuts c\nc@c3 rebuts a",
		"a@c1 supports b\nb@c2 supports a",
		"a@c1 undercuts b\nb@c2 undercuts a",
		"a@c1 supports m, undercuts b>a\nb@c2 undercuts a>m",
		"a@c1 supports m+b\nb@c1 supports a+c\nc@c1 rebuts a+b",
		"a@c1 rebuts c+b\nb@c2 restates c\nc@c1 supports m",
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i]);
		cp_graph_exchanges(&debate.arena, debate.graph, SIZE_MAX);
		cp_graph_weights(&debate.arena, debate.graph);
		for (uint32_t s = 0; s < debate.graph->steps_len; s++)
			cp_step_stance(debate.graph, s);
		debate_close(&debate);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(exchanges_follow_the_longest_chain),
	cmocka_unit_test(what_is_answered_and_what_could_be),
	cmocka_unit_test(weights_count_what_hangs_below),
	cmocka_unit_test(circles_end),
};

GROUP(exchange);
