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
	"a@c1 supports m\nb@c2 rebuts a\nc@c3 undercuts b\nd@c2 rebuts m\n"
	"e@c4 supports d+f\nf@c4\ng@c5 restates a\nh@c6\ni@c6 undercuts c";

static void the_part_is_what_was_chosen(void **state)
{
	(void)state;
	static const struct {
		cp_choice choice;
		const char *want, *part;
	} rows[] = {
		{{.depth = CP_NONE}, "m a+ b- c+ d- e- f- h. i-", ""},
		{{.until = {"c2", 2}, .depth = CP_NONE}, "m a+ b- d-", "until c2"},
		{{.until = {"op", 2}, .depth = CP_NONE}, "m", "until op"},
		{{.depth = 1}, "m a+(3) d-(2)", "1 step deep"},
		{{.depth = 0}, "m(7)", "0 steps deep"},
		{{.focus = {"b", 1}, .depth = CP_NONE}, "m(3) a+ b- c+ i-", "about b"},
		{{.focus = {"b", 1}, .depth = 1}, "m(3) a+ b- c+(1)",
			"about b, 1 step deep"},
		{{.focus = {"e", 1}, .depth = CP_NONE}, "m(4) d- e- f-", "about e"},
		{{.focus = {"m", 1}, .depth = CP_NONE}, "m a+ b- c+ d- e- f- h. i-",
			"about m"},
		{{.speaker = {"Ben", 3}, .depth = CP_NONE}, "m a+ b-(2) d- e- f-",
			"what Ben says and answers"},
		{{.until = {"c2", 2}, .speaker = {"Ann", 3}, .depth = CP_NONE},
			"m(1) a+(1)", "until c2, what Ann says and answers"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows_of_all);
		const cp_graph *part = cp_graph_choose(
			&debate.arena, debate.annotation, &rows[i].choice, &debate.diags);
		assert_non_null(part);
		put_claims(&out, part);
		expect_str(rows[i].part, cp_buf_str(&out), rows[i].want);
		expect_str(rows[i].want, part->part, rows[i].part);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
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
	static const struct {
		cp_choice choice;
		const char *message, *hint;
	} rows[] = {
		{{.until = {"c22", 3}, .depth = CP_NONE}, "there is no comment \"c22\"",
			"did you mean \"c2\"?"},
		{{.focus = {"zz", 2}, .depth = CP_NONE}, "there is no item \"zz\"", ""},
		{{.speaker = {"ben", 3}, .depth = CP_NONE}, "there is no speaker \"ben\"",
			"did you mean \"Ben\"?"},
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
	cmocka_unit_test(ends_of_steps_are_in_the_part),
	cmocka_unit_test(what_is_not_there_is_reported),
};

GROUP(choose);
