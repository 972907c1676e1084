#include "unit.h"

static void circles_and_contradictions_are_reported(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *codes, *message; /* of the first finding */
	} rows[] = {
		{"a@c1 supports b\nb@c1 supports a, supports m", "support-cycle",
			"these reasons go in a circle: a → b → a"},
		{"a@c1 supports b\nb@c1 supports c\nc@c1 supports a, supports m",
			"support-cycle", "these reasons go in a circle: a → b → c → a"},
		{"a@c1 supports b\nb@c1 supports m\nc@c1 restates b, supports a",
			"support-cycle", "these reasons go in a circle: a → b → a"},
		{"a@c1 supports m\nx@c2 restates m, supports a", "support-cycle",
			"these reasons go in a circle: m → a → m"},
		{"a@c1 supports m, rebuts b\nb@c1 rebuts a", "own-point own-point",
			"\"a\" rebuts \"b\", which the same speaker asserts"},
		{"a@c1 rebuts b\nb@c2 rebuts m, rebuts a", "answers-later",
			"\"a\" in \"c1\" rebuts \"b\", which is said only later, in \"c2\""},
		{"a@c1 supports m\nb@c3 rebuts m, concedes a\nc@c2 concedes b",
			"answers-later",
			"\"c\" in \"c2\" concedes \"b\", which is said only later, in \"c3\""},
		{"a@c1 supports m, supports m", "said-twice",
			"\"a\" supports \"m\" already"},
		{"a@c1 supports m, supports m+b\nb@c1", "", ""},
		{"a@c1 supports m, rebuts m", "support-and-rebut",
			"\"a\" both supports and rebuts \"m\""},
		{"a@c1 supports m\nb@c3 supports a, rebuts c\nc@c2 restates a",
			"support-and-rebut", "\"b\" both supports and rebuts \"c\""},
		{"a@c1 supports m\nb@c2", "no-way-to-motion",
			"nothing leads from \"b\" to the motion"},
		{"a@c1 supports b\nb@c2", "no-way-to-motion no-way-to-motion",
			"nothing leads from \"a\" to the motion"},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 supports b\nd@c4 concedes c",
			"", ""},
		{"a@c1 supports m+b\nb@c1\nc@c2 rebuts b", "", ""},
		{"a@c1 restates m\nb@c2 restates a\nc@c3 supports b", "", ""},
		{"", "", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i].rows);
		expect_codes(rows[i].rows, &debate.diags, rows[i].codes);
		if (debate.diags.list.len)
			expect_str(rows[i].rows, debate.diags.list.at[0].message,
				rows[i].message);
		debate_close(&debate);
	}
}

/* A step whose linked premise says what the step is to show goes in a circle as well. */
static void a_premise_that_is_the_conclusion(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate, "a@c1 supports b+c\nb@c1 supports m\nc@c2 restates b");
	expect_codes("linked", &debate.diags, "support-cycle");
	debate_close(&debate);
}

static void long_chains_need_no_recursion(void **state)
{
	(void)state;
	enum { LENGTH = 100000 };
	struct debate debate;
	cp_buf rows = {0};
	cp_buf_puts(&rows, "a0@c1 supports m\n");
	for (int i = 1; i < LENGTH; i++)
		cp_buf_printf(&rows, "a%d@c1 supports a%d\n", i, i - 1);
	debate_open_rows(&debate, rows.at);
	expect_codes("chain", &debate.diags, "");
	assert_int_equal(debate.graph->claims_len, LENGTH + 1);
	assert_int_equal(debate.graph->claims[LENGTH].depth, LENGTH);
	debate_close(&debate);
	cp_buf_clear(&rows);
}

/* Each supports the one before and the first: as many circles as items, and the longer the
 * later. What is said of them must not grow with the square. */
static void many_long_circles_are_told_in_short(void **state)
{
	(void)state;
	enum { LENGTH = 20000 };
	struct debate debate;
	cp_buf rows = {0};
	cp_buf_puts(&rows, "a0@c1 supports m, supports a1\n");
	for (int i = 1; i < LENGTH; i++)
		cp_buf_printf(&rows, "a%d@c1 supports a%d, supports a0\n", i, i + 1);
	cp_buf_printf(&rows, "a%d@c1 supports m\n", LENGTH);
	debate_open_rows(&debate, rows.at);
	assert_int_equal(count_code(&debate.diags, CP_SUPPORT_CYCLE), LENGTH - 1);
	for (size_t i = 0; i < debate.diags.list.len; i++)
		assert_true(debate.diags.list.at[i].message.len < 400);
	debate_close(&debate);
	cp_buf_clear(&rows);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(circles_and_contradictions_are_reported),
	cmocka_unit_test(a_premise_that_is_the_conclusion),
	cmocka_unit_test(long_chains_need_no_recursion),
	cmocka_unit_test(many_long_circles_are_told_in_short),
};

GROUP(structure);
