#include "unit.h"

/* The relations as "a supports m; b+c rebuts a; d undercuts #0". */
static void expect_relations(
	const char *row, const struct debate *debate, const char *want)
{
	const cp_annotation *annotation = debate->annotation;
	cp_buf out = {0};
	for (size_t i = 0; i < annotation->relations.len; i++) {
		const cp_relation *relation = &annotation->relations.at[i];
		cp_buf_puts(&out, i ? "; " : "");
		for (size_t p = 0; p < relation->premises_len; p++)
			cp_buf_printf(&out, "%s%.*s", p ? "+" : "",
				CP_FMT(cp_node_id(annotation, relation->premises[p])));
		cp_buf_printf(&out, " %s ", cp_relation_names[relation->kind]);
		if (relation->kind == CP_UNDERCUTS)
			cp_buf_printf(&out, "#%u", (unsigned)relation->target);
		else
			cp_buf_put(&out, cp_node_id(annotation, relation->target));
	}
	expect_text(row, cp_buf_str(&out), want, __FILE__, __LINE__);
	cp_buf_clear(&out);
}

static void targets_become_relations(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want, *codes;
	} rows[] = {
		{"a@c1 supports m\nb@c2 rebuts a", "a supports m; b rebuts a", ""},
		{"a@c1 supports m, supports b\nb@c2 supports m",
			"a supports m; a supports b; b supports m", ""},
		{"a@c1 supports m+b+c\nb@c1 supports a\nc@c1 supports a",
			"a+b+c supports m; b supports a; c supports a", ""},
		{"a@c1 supports m+b\nb@c1", "a+b supports m", ""},
		{"a@c1 supports m\nb@c2 undercuts a", "a supports m; b undercuts #0", ""},
		{"b@c2 undercuts a\na@c1 supports m", "b undercuts #1; a supports m", ""},
		{"a@c1 supports m, supports c\nb@c2 undercuts a>c\nc@c1 supports m",
			"a supports m; a supports c; b undercuts #1; c supports m", ""},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 undercuts b\nd@c4 undercuts c",
			"a supports m; b undercuts #0; c undercuts #1; d undercuts #2",
			""},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 undercuts b>a",
			"a supports m; b undercuts #0; c undercuts #1", ""},
		{"a@c1 supports m+b\nb@c1\nc@c2 undercuts b",
			"a+b supports m; c undercuts #0", ""},
		{"a@c1 supports m\nb@c2 restates a, supports m\nc@c3 rebuts b",
			"a supports m; b supports m; c rebuts b", ""},
		{"a@c1 supports m\nb@c2 undercuts a>c\nc@c3 restates m",
			"a supports m; b undercuts #0", ""},
		{"a@c1 supports m\nb@c2 rebuts m, concedes a", "a supports m; b rebuts m",
			""},
		{"a@c1 concedes m", "", ""},
		/* An undercut may defend the item itself. */
		{"a@c2 supports m, undercuts b>a\nb@c1 rebuts a",
			"a supports m; a undercuts #2; b rebuts a", "answers-later"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i].rows);
		expect_codes(rows[i].rows, &debate.diags, rows[i].codes);
		expect_relations(rows[i].rows, &debate, rows[i].want);
		debate_close(&debate);
	}
}

static void what_is_broken_is_left_out(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want, *codes, *hint;
	} rows[] = {
		{"alpha@c1 supports m\nb@c2 rebuts alhpa", "alpha supports m",
			"unknown-id", "did you mean \"alpha\"?"},
		{"a@c1 supports c2", "", "unknown-id",
			"\"c2\" is a comment: relations point at items, or at the motion"},
		{"a@c1 supports zzzzz", "", "unknown-id", ""},
		{"a@c1 supports a", "", "self-relation", ""},
		{"a@c1 rebuts a", "", "self-relation", ""},
		{"a@c1 restates a", "", "self-relation", ""},
		{"a@c1 undercuts a", "", "self-relation", ""},
		{"a@c1 concedes a", "", "self-relation", ""},
		{"a@c1 supports m+a", "a supports m", "self-relation", ""},
		{"a@c1 supports m+zz", "a supports m", "unknown-id", ""},
		{"a@c1 supports m\nb@c2 undercuts m", "a supports m", "no-step",
			"to attack \"m\" itself, use \"rebuts\""},
		{"a@c1 concedes m\nb@c2 undercuts a", "", "no-step",
			"to attack \"a\" itself, use \"rebuts\""},
		{"a@c1 supports m\nb@c1 supports m\nc@c2 undercuts a>b",
			"a supports m; b supports m", "no-step", ""},
		{"b@c1 supports m\na@c1 supports m, supports b\nc@c2 undercuts a",
			"b supports m; a supports m; a supports b", "ambiguous-step",
			"say which, as in { \"from\": \"a\", \"to\": \"m\" }"},
		/* What undercuts an undercut that has no step has none either. */
		{"a@c1 concedes m\nb@c2 undercuts a\nc@c3 undercuts b\nd@c1 supports m",
			"d supports m", "no-step",
			"to attack \"a\" itself, use \"rebuts\""},
		{"a@c1 supports m\nb@c2 restates a\nc@c3 supports m, restates b, supports a",
			"a supports m; c supports m", "restates-attack", ""},
		{"a@c1 restates m\nb@c2 rebuts m, restates a", "", "restates-attack", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i].rows);
		expect_codes(rows[i].rows, &debate.diags, rows[i].codes);
		expect_relations(rows[i].rows, &debate, rows[i].want);
		expect_str(rows[i].rows, debate.diags.list.at[0].hint, rows[i].hint);
		debate_close(&debate);
	}
}

static void items_that_say_the_same_are_one_cluster(void **state)
{
	(void)state;
	static const struct {
		const char *rows,
			*clusters; /* the first id of the cluster of each item */
	} rows[] = {
		{"a@c1 supports m\nb@c2 restates a\nc@c3 restates b\nd@c4 supports m",
			"a a a d"},
		{"a@c1 restates d\nb@c2 restates c\nc@c3 restates d\nd@c4 supports m",
			"a a a a"},
		{"a@c1 restates b\nb@c2 restates a, supports m", "a a"},
		{"a@c1 restates m\nb@c2 restates a\nc@c1 supports m", "m m c"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		for (uint32_t n = 1; n < cp_annotation_nodes(debate.annotation); n++)
			cp_buf_printf(&out, "%s%.*s", n > 1 ? " " : "",
				CP_FMT(cp_node_id(debate.annotation,
					debate.annotation->cluster[n])));
		expect_codes(rows[i].rows, &debate.diags, "");
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].clusters);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* Each undercuts the next, and the last has no step: all fall, in time. */
static void a_long_chain_of_undercuts_falls_at_once(void **state)
{
	(void)state;
	enum { LENGTH = 100000 };
	struct debate debate;
	cp_buf rows = {0};
	for (int i = 0; i < LENGTH; i++)
		cp_buf_printf(&rows, "u%d@c1 undercuts u%d\n", i, i + 1);
	cp_buf_printf(&rows, "u%d@c1 concedes m\n", LENGTH);
	debate_open_rows(&debate, rows.at);
	assert_int_equal(debate.annotation->relations.len, 0);
	assert_int_equal(count_code(&debate.diags, CP_NO_STEP), 1);
	debate_close(&debate);
	cp_buf_clear(&rows);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(targets_become_relations),
	cmocka_unit_test(what_is_broken_is_left_out),
	cmocka_unit_test(items_that_say_the_same_are_one_cluster),
	cmocka_unit_test(a_long_chain_of_undercuts_falls_at_once),
};

GROUP(relate);
