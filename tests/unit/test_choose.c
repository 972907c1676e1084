#include "unit.h"

#include "graph/choose.h"

/* The ids of the claims with their stance and what is counted below them: "m a+ b-(2)". */
static void put_claims(cp_buf *out, const cp_graph *graph)
{
	static const char signs[] = ".+-*";
	for (size_t i = 0; i < graph->claims_len; i++) {
		const cp_claim *claim = &graph->claims[i];
		const uint32_t *folded = claim->folded;
		uint32_t below = folded[0] + folded[1] + folded[2] + folded[3];
		cp_buf_puts(out, i ? " " : "");
		if (claim->item == CP_NONE)
			cp_buf_putc(out, 'm');
		else
			cp_buf_printf(out, "%.*s%c",
				CP_FMT(graph->annotation->items.at[claim->item].id),
				signs[claim->stance]);
		if (below)
			cp_buf_printf(out, "(%u)", (unsigned)below);
	}
}

static const char rows_of_all[] =
	"a@c1 supports m\nb@c2#law rebuts a\nc@c3#law#costs undercuts b\nd@c2 rebuts m\n"
	"e@c4#costs supports d+f\nf@c4\ng@c5 restates a\nh@c6\ni@c6#risk undercuts c";

#define NAMES(...) \
	{ \
		(const cp_str[]){__VA_ARGS__}, \
			sizeof((const cp_str[]){__VA_ARGS__}) / sizeof(cp_str) \
	}

static void expect_part(
	const char *rows, const cp_choice *choice, const char *want, const char *said)
{
	struct debate debate;
	cp_buf out = {0};
	debate_open_rows(&debate, rows);
	const cp_graph *part =
		cp_graph_choose(&debate.arena, debate.annotation, choice, &debate.diags);
	assert_non_null(part);
	put_claims(&out, part);
	expect_str(said, cp_buf_str(&out), want);
	expect_str(want, part->part, said);
	cp_buf_clear(&out);
	debate_close(&debate);
}

static void the_part_is_what_was_chosen(void **state)
{
	(void)state;
	const struct {
		cp_choice choice;
		const char *want, *part;
	} rows[] = {
		{{.depth = CP_NONE}, "m a+ b- c+ d- e- f- h. i-", ""},
		{{.until = {"c2", 2}, .depth = CP_NONE}, "m a+ b- d-",
			"until c2: 3 of 8 claims"},
		{{.until = {"op", 2}, .depth = CP_NONE}, "m",
			"until op: none of 8 claims"},
		{{.depth = 1}, "m a+(3) d-(2)", "1 step deep: 2 of 8 claims"},
		{{.depth = 0}, "m(7)", "0 steps deep: none of 8 claims"},
		{{.focus = {"b", 1}, .depth = CP_NONE}, "m(3) a+ b- c+ i-",
			"about b: 4 of 8 claims"},
		{{.focus = {"b", 1}, .depth = 1}, "m(3) a+ b- c+(1)",
			"about b, 1 step deep: 3 of 8 claims"},
		{{.focus = {"e", 1}, .depth = CP_NONE}, "m(4) d- e- f-",
			"about e: 3 of 8 claims"},
		{{.focus = {"m", 1}, .depth = CP_NONE}, "m a+ b- c+ d- e- f- h. i-",
			"about m: 8 of 8 claims"},
		{{.speaker = {"Ben", 3}, .depth = CP_NONE}, "m a+ b-(2) d- e- f-",
			"what Ben says and answers: 5 of 8 claims"},
		{{.until = {"c2", 2}, .speaker = {"Ann", 3}, .depth = CP_NONE},
			"m(1) a+(1)",
			"until c2, what Ann says and answers: 1 of 8 claims"},
		{{.tags = NAMES({"costs", 5}), .depth = CP_NONE},
			"m a+ b- c+(1) d- e- f-", "tagged “costs”: 6 of 8 claims"},
		{{.tags = NAMES({"risk", 4}, {"law", 3}), .depth = CP_NONE},
			"m(3) a+ b- c+ i-", "tagged “risk” or “law”: 4 of 8 claims"},
		{{.tags = NAMES({"law", 3}), .depth = 2}, "m(3) a+ b-(2)",
			"tagged “law”, 2 steps deep: 2 of 8 claims"},
		{{.tags = NAMES({"costs", 5}), .focus = {"b", 1}, .depth = CP_NONE},
			"m(3) a+ b- c+(1)", "about b, tagged “costs”: 3 of 8 claims"},
		{{.tags = NAMES({"risk", 4}), .until = {"c2", 2}, .depth = CP_NONE},
			"m(3)", "until c2, tagged “risk”: none of 8 claims"},
		{{.collapsed = NAMES({"a", 1}), .depth = CP_NONE}, "m a+(3) d- e- f- h.",
			"folded below a: 5 of 8 claims"},
		{{.collapsed = NAMES({"b", 1}, {"d", 1}), .depth = CP_NONE},
			"m a+ b-(2) d-(2) h.", "folded below b and d: 4 of 8 claims"},
		{{.collapsed = NAMES({"m", 1}), .depth = CP_NONE}, "m(7) h.",
			"folded below m: 1 of 8 claims"},
		{{.collapsed = NAMES({"a", 1}), .focus = {"c", 1}, .depth = CP_NONE},
			"m(3) a+ b- c+ i-", "about c, folded below a: 4 of 8 claims"},
		{{.until = {"c5", 2},
			 .tags = NAMES({"law", 3}),
			 .focus = {"a", 1},
			 .collapsed = NAMES({"b", 1}),
			 .depth = CP_NONE},
			"m(3) a+ b-(1)",
			"until c5, about a, tagged “law”, folded below b: 2 of 8 claims"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_part(rows_of_all, &rows[i].choice, rows[i].want, rows[i].part);
}

/* By number, by id, or as a point; a step may be one. */
static void issues_are_clashes_and_points(void **state)
{
	(void)state;
	static const char debate[] =
		"a@c1 supports m\nb@c2 rebuts a\nc@c3 supports a\nd@c2 rebuts m\n"
		"e@c3 supports d\nf@c2 supports d\ng@c2 undercuts e\nh@c3 undercuts g\n"
		"i@c5 supports e";
	static const struct {
		cp_choice choice;
		const char *want, *part;
	} rows[] = {
		{{.issue = {"a", 1}, .depth = CP_NONE}, "m(6) a+ b- c+",
			"issue a: 3 of 9 claims"},
		{{.issue = {"d", 1}, .depth = CP_NONE}, "m(3) d- e- f- g+ h- i-",
			"issue d: 6 of 9 claims"},
		{{.issue = {"d", 1}, .depth = 1}, "m(3) d- e-(3) f-",
			"issue d, 1 step deep: 3 of 9 claims"},
		{{.issue = {"1", 1}, .depth = CP_NONE}, "m(6) a+ b- c+",
			"issue 1 (a): 3 of 9 claims"},
		{{.issue = {"2", 1}, .depth = CP_NONE}, "m(3) d-(1) e- g+ h- i-",
			"issue 2 (e>d): 5 of 9 claims"},
		{{.issue = {"e>d", 3}, .depth = CP_NONE}, "m(3) d-(1) e- g+ h- i-",
			"issue e>d: 5 of 9 claims"},
		{{.issue = {"d", 1}, .focus = {"g", 1}, .depth = CP_NONE},
			"m(3) d-(1) e-(1) g+ h-", "issue d, about g: 4 of 9 claims"},
		{{.issue = {"a", 1}, .focus = {"g", 1}, .depth = CP_NONE}, "m(9)",
			"issue a, about g: none of 9 claims"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_part(debate, &rows[i].choice, rows[i].want, rows[i].part);
}

/* What bears on two things is below only that which is not folded, and an undercut brings the
 * step that it attacks, wherever that leads. */
static void ways_may_be_several(void **state)
{
	(void)state;
	const struct {
		const char *rows;
		cp_choice choice;
		const char *want, *part;
	} rows[] = {
		{"a@c1 supports m\nb@c1 supports m\nc@c2 rebuts a, rebuts b\nd@c2 rebuts c",
			{.collapsed = NAMES({"a", 1}), .depth = CP_NONE}, "m a+ b+ c- d+",
			"folded below a: 4 of 4 claims"},
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports m, supports b\n"
		 "d@c2 undercuts c>b",
			{.focus = {"c", 1}, .depth = CP_NONE}, "m a+ b+ c+ d-",
			"about c: 4 of 4 claims"},
		/* Tied to nothing, and in a circle. */
		{"a@c1\nb@c1#x supports a\nc@c2 supports b",
			{.tags = NAMES({"x", 1}), .depth = CP_NONE}, "m a. b.(1)",
			"tagged “x”: 2 of 3 claims"},
		{"a@c1 supports b\nb@c1 supports a\nc@c2#x supports b",
			{.tags = NAMES({"x", 1}), .depth = CP_NONE}, "m a. b. c.",
			"tagged “x”: 3 of 3 claims"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_part(rows[i].rows, &rows[i].choice, rows[i].want, rows[i].part);
}

static void ends_of_steps_are_in_the_part(void **state)
{
	(void)state;
	static const char *const foci[] = {
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "m"};
	for (size_t i = 0; i < COUNT(foci); i++)
		for (uint32_t depth = 0; depth < 4; depth++) {
			struct debate debate;
			debate_open_rows(&debate, rows_of_all);
			cp_choice choice = {.focus = cp_str_of(foci[i]), .depth = depth};
			const cp_graph *part = cp_graph_choose(
				&debate.arena, debate.annotation, &choice, &debate.diags);
			for (size_t s = 0; s < part->steps_len; s++) {
				const cp_step *step = &part->steps[s];
				expect(foci[i],
					step->target < (step->kind == CP_UNDERCUTS
							? part->steps_len
							: part->claims_len));
				for (size_t p = 0; p < step->premises.len; p++)
					expect(foci[i],
						step->premises.at[p] < part->claims_len);
			}
			debate_close(&debate);
		}
}

static void what_is_not_there_is_reported(void **state)
{
	(void)state;
	const struct {
		cp_choice choice;
		const char *message, *hint;
	} rows[] = {
		{{.until = {"c22", 3}, .depth = CP_NONE}, "there is no comment \"c22\"",
			"did you mean \"c2\"?"},
		{{.focus = {"zz", 2}, .depth = CP_NONE}, "there is no item \"zz\"", ""},
		{{.speaker = {"ben", 3}, .depth = CP_NONE}, "there is no speaker \"ben\"",
			"did you mean \"Ben\"?"},
		{{.collapsed = NAMES({"m", 1}, {"y", 1}), .depth = CP_NONE},
			"there is no item \"y\"", ""},
		{{.issue = {"c", 1}, .depth = CP_NONE},
			"\"c\" is no issue: the sides do not clash there",
			"\"--focus c\" shows what bears on it"},
		{{.issue = {"7", 1}, .depth = CP_NONE},
			"there is no issue \"7\"; the debate has 2",
			"\"--issue list\" shows them"},
		{{.tags = NAMES({"cost", 4}), .depth = CP_NONE},
			"there is no tag \"cost\"; the tags are: \"law\", \"costs\", \"risk\"",
			"did you mean \"costs\"?"},
		{{.tags = NAMES({"", 0}), .depth = CP_NONE},
			"there is no tag \"\"; the tags are: \"law\", \"costs\", \"risk\"",
			""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows_of_all);
		assert_null(cp_graph_choose(&debate.arena, debate.annotation,
			&rows[i].choice, &debate.diags));
		const cp_diag *diag = find_code(&debate.diags, CP_NOT_CHOSEN);
		assert_non_null(diag);
		expect_str("message", diag->message, rows[i].message);
		expect_str("hint", diag->hint, rows[i].hint);
		debate_close(&debate);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_part_is_what_was_chosen),
	cmocka_unit_test(issues_are_clashes_and_points),
	cmocka_unit_test(ways_may_be_several),
	cmocka_unit_test(ends_of_steps_are_in_the_part),
	cmocka_unit_test(what_is_not_there_is_reported),
};

GROUP(choose);
