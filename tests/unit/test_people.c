#include "unit.h"

static const char *const sides[] = {"none", "pro", "contra", "both"};

/* The sides of those in the thread: Ann (op, c1, c3), Ben (c2, c4), and c5, c6. */
static void sides_are_where_seven_in_ten_points_are(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want;
	} rows[] = {
		{"a@c1 supports m\nb@c2 rebuts m", "pro contra none none"},
		{"a@c5 supports m\nb@c6 rebuts m", "none none pro contra"},
		/* One point that is not about the motion itself is not enough, two are. */
		{"a@c1 supports m\nb@c2 rebuts a", "pro none none none"},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c4 rebuts a", "pro contra none none"},
		/* 7 of 10, 2 of 3. */
		{"a@c1 supports m\nb@c1 supports m\nc@c1 supports m\nd@c1 supports m\n"
		 "e@c1 supports m\nf@c1 supports m\ng@c1 supports m\nh@c1 rebuts m\n"
		 "i@c1 rebuts m\nj@c1 rebuts m",
			"pro none none none"},
		{"a@c1 supports m\nb@c1 supports m\nc@c1 rebuts m",
			"both none none none"},
		{"a@c1 supports m\nb@c1 rebuts m", "both none none none"},
		/* Points that are only granted, denied, reported or supposed do not count. */
		{"a@c1 supports m\nb@c1:conceded rebuts m\nc@c1:denied rebuts m\n"
		 "d@c1:reported rebuts m\ne@c1:hypothetical rebuts m",
			"pro none none none"},
		{"a@c2:ironic supports m\nb@c2:question supports m",
			"none pro none none"},
		{"a@c1:conceded supports m", "none none none none"},
		{"a@c1 supports m, rebuts m", "none none none none"},
		{"", "none none none none"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		for (size_t p = 0; p < debate.graph->people_len; p++)
			cp_buf_printf(&out, "%s%s", p ? " " : "",
				sides[debate.graph->people[p].side]);
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void people_are_known_by_their_names(void **state)
{
	(void)state;
	struct debate debate;
	debate_open(&debate,
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':["
		"{'id':'op','author':'Ann','text':'one'},{'id':'c1','text':'one'},"
		"{'id':'c2','text':'one'},{'id':'c3','author':'Ann','text':'one'}]},"
		"'motion':{'id':'m','text':'M'},"
		"'speakers':[{'id':'dom','name':'Dom','comments':['c1'],'because':'he says so'},"
		"{'id':'eve','name':'Eve'},{'id':'ann','name':'Ann'}],'annotations':["
		"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
		"{'id':'b','kind':'claim','comment':'c1','quote':'one','supports':'m','speaker':'eve'},"
		"{'id':'c','kind':'claim','comment':'c2','quote':'one','supports':'m'},"
		"{'id':'d','kind':'claim','comment':'c3','quote':'one','supports':'m'},"
		"{'id':'e','kind':'claim','implicit':true,'gist':'E','supports':'m'},"
		"{'id':'f','kind':'claim','comment':'c1','quote':'one','supports':'m','speaker':'ann'}]}");
	const cp_graph *graph = debate.graph;
	static const cp_origin origins[] = {CP_ORIGIN_STATED, CP_ORIGIN_INFERRED,
		CP_ORIGIN_UNKNOWN, CP_ORIGIN_INFERRED};
	static const char *const names[] = {"Ann", "Dom", "", "Eve"};
	static const size_t items[] = {2, 1, 1, 1}, comments[] = {2, 1, 1, 0};
	assert_int_equal(graph->people_len, 4);
	for (size_t i = 0; i < 4; i++) {
		expect_str("name", graph->people[i].name, names[i]);
		expect(names[i], graph->people[i].origin == origins[i]);
		expect(names[i], graph->people[i].items.len == items[i]);
		expect(names[i], graph->people[i].comments.len == comments[i]);
	}
	expect_str("because", graph->people[1].because, "he says so");
	assert_null(cp_graph_person(graph, 4));
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(sides_are_where_seven_in_ten_points_are),
	cmocka_unit_test(people_are_known_by_their_names),
};

GROUP(people);
