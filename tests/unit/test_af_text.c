#include "unit.h"

#include "graph/af_tasks.h"

struct reading {
	cp_arena arena;
	cp_diags diags;
	const cp_named_af *named;
};

static void read_text(struct reading *reading, const char *format, const char *bytes)
{
	cp_buf text = {0};
	*reading = (struct reading){0};
	cp_buf_puts(&text, bytes);
	reading->named = cp_af_read(&reading->arena,
		cp_diags_add_source(&reading->diags, "a", &text),
		format ? cp_af_format_named(format) : NULL, &reading->diags);
}

static void clear(struct reading *reading)
{
	cp_arena_clear(&reading->arena);
	cp_diags_clear(&reading->diags);
}

/* "a>b b>c c": the attacks by who makes them, then those who make none. */
static void put_framework(cp_buf *out, const cp_named_af *named)
{
	for (uint32_t i = 0; i < named->af->len; i++) {
		cp_list targets = cp_af_targets(named->af, i);
		for (size_t t = 0; t < targets.len; t++) {
			cp_buf_puts(out, out->len ? " " : "");
			cp_named_af_put_name(out, named, i);
			cp_buf_putc(out, '>');
			cp_named_af_put_name(out, named, targets.at[t]);
		}
		if (!targets.len) {
			cp_buf_puts(out, out->len ? " " : "");
			cp_named_af_put_name(out, named, i);
		}
	}
}

static void formats_are_recognised_and_read(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"p af 3\n1 2\n2 3\n", "1>2 2>3 3"},
		{"# a\n\n  p af 2\r\n# b\n2 2\r\n\n1 2", "1>2 2>2"},
		{"p af 2\n1  2\n2 1 \n 1 1\n2 2 2\n", "1>2 1>1 2>1 2>2"},
		{"p af 0\n", ""},
		{"arg(a).\narg(b).\natt(a,b).\n", "a>b b"},
		{"att( x-1 , b ) .arg(b).% att(b,b).\narg(x-1).", "b x-1>b"},
		{"% nothing\narg(p).", "p"},
		{"a\nb\n#\na b\nb a\n", "a>b b>a"},
		{"a label\n\n b \n#\r\na b label\nb  b\n", "a>b b>b"},
		{"1\n2", "1 2"},
		{"\xc3\xa4\n#\n", "\xc3\xa4"},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading reading;
		cp_buf out = {0};
		read_text(&reading, NULL, rows[i].text);
		expect_codes(rows[i].text, &reading.diags, "");
		put_framework(&out, reading.named);
		expect_str(rows[i].text, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		clear(&reading);
	}
}

static void faults_are_reported_where_they_are(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t start, end;
		const char *message;
	} rows[] = {
		{"p af 2\n1 3\n", 9, 10, "expected the number of an argument"},
		{"p af 2\n0 1\n", 7, 8, "expected the number of an argument"},
		{"p af 2\n1\n", 8, 8, "expected the number of an argument"},
		{"p af 2\n1 4294967297\n", 9, 19, "expected the number of an argument"},
		{"p af 2\n1 2x\n", 9, 11, "expected the number of an argument"},
		{"p af x\n", 5, 6,
			"expected how many arguments there are, 10,000,000 at most"},
		{"p af 99999999999999\n", 5, 19,
			"expected how many arguments there are, 10,000,000 at most"},
		{"arg(a).\narg(a).\n", 12, 13, "this argument is already there"},
		{"arg(a).\natt(a,b).\n", 14, 15, "there is no argument of this name"},
		{"arg(a).\narg b.\n", 8, 9, "expected arg(NAME). or att(NAME,NAME)."},
		{"arg(a).\narg(b)\n", 8, 9, "expected arg(NAME). or att(NAME,NAME)."},
		{"a\nb\n#\na\n", 6, 7, "expected two arguments: who attacks whom"},
		{"a\n#\na c\n", 6, 7, "there is no argument of this name"},
		{"a\x1b[1m\n", 0, 5, "a name is UTF-8 without control characters"},
		{"a\xff\n", 0, 2, "a name is UTF-8 without control characters"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading reading;
		read_text(&reading, NULL, rows[i].text);
		expect(rows[i].text, !reading.named);
		expect_codes(rows[i].text, &reading.diags, "af-syntax");
		const cp_diag *diag = &reading.diags.list.at[0];
		expect_str(rows[i].text, diag->message, rows[i].message);
		expect(rows[i].text, diag->place.start == rows[i].start);
		expect(rows[i].text, diag->place.end == rows[i].end);
		clear(&reading);
	}
}

static void the_format_can_be_told(void **state)
{
	(void)state;
	struct reading reading;
	read_text(&reading, "tgf", "arg(a).\n#\narg(a). arg(a).\n");
	assert_non_null(reading.named);
	assert_int_equal(reading.named->af->len, 1);
	clear(&reading);
	read_text(&reading, "i23", "arg(a).");
	assert_null(reading.named);
	clear(&reading);
	assert_null(cp_af_format_named("dimacs"));
}

static void much_nonsense_is_not_read_on(void **state)
{
	(void)state;
	struct reading reading;
	cp_buf text = {0};
	for (int i = 0; i < 10000; i++)
		cp_buf_puts(&text, "?\n");
	read_text(&reading, "apx", text.at);
	assert_int_equal(reading.diags.list.len, 100);
	cp_buf_clear(&text);
	clear(&reading);
}

/* ---- Questions ---- */

static void questions_are_answered_as_by_solvers(void **state)
{
	(void)state;
	static const char *const two = "p af 4\n1 2\n2 1\n1 3\n2 3\n3 4\n"; /* D2 */
	static const char *const odd = "a\nb\nc\n#\na b\nb c\nc a\n";
	static const char *const many = "p af 6\n1 2\n2 1\n3 4\n4 3\n5 6\n6 5\n";
	static const struct {
		const char *text, *problem, *argument;
		size_t limit;
		const char *want, *codes;
	} rows[] = {
		{two, "SE-GR", NULL, 9, "w\n", ""},
		{two, "EE-PR", NULL, 9, "w 1 4\nw 2 4\n", ""},
		{two, "CE-CO", NULL, 9, "3\n", ""},
		{two, "DC-PR", "3", 9, "NO\n", ""},
		{two, "DC-PR", "2", 9, "YES\nw 2 4\n", ""},
		{two, "DS-PR", "4", 9, "YES\n", ""},
		{two, "DS-ID", "4", 9, "NO\nw\n", ""},
		{two, "DC-CO", "5", 9, "", "af-syntax"},
		{two, "DC-CO", "04x", 9, "", "af-syntax"},
		{odd, "SE-ST", NULL, 9, "NO\n", ""},
		{odd, "EE-ST", NULL, 9, "NO\n", ""},
		{odd, "CE-ST", NULL, 9, "0\n", ""},
		{odd, "DS-ST", "a", 9, "YES\n", ""},
		{odd, "DC-ST", "a", 9, "NO\n", ""},
		{odd, "EE-STG", NULL, 9, "w a\nw b\nw c\n", ""},
		{odd, "SE-SST", NULL, 9, "w\n", ""},
		{many, "CE-PR", NULL, 9, "8\n", ""},
		{many, "CE-PR", NULL, 1, "", "not-decided"},
		{many, "EE-PR", NULL, 2, "w 1 3 5\nw 1 3 6\n", "more-extensions"},
		{many, "EE-PR", NULL, 8,
			"w 1 3 5\nw 1 3 6\nw 1 4 5\nw 1 4 6\n"
			"w 2 3 5\nw 2 3 6\nw 2 4 5\nw 2 4 6\n",
			""},
		{"p af 0\n", "EE-PR", NULL, 9, "w\n", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading reading;
		cp_buf out = {0};
		char row[64];
		snprintf(row, sizeof row, "row %zu, %s", i, rows[i].problem);
		read_text(&reading, NULL, rows[i].text);
		const cp_af_question question = {
			rows[i].problem, rows[i].argument, rows[i].limit, 60};
		cp_af_answer(&out, reading.named, &question, &reading.diags);
		expect_str(row, cp_buf_str(&out), rows[i].want);
		expect_codes(row, &reading.diags, rows[i].codes);
		cp_buf_clear(&out);
		clear(&reading);
	}
}

/* Groups of three that attack one another: three to the power of the groups. */
static void many_extensions_are_counted_part_by_part(void **state)
{
	(void)state;
	static const struct {
		int groups;
		const char *want; /* NULL: more than can be counted */
	} rows[] = {{1, "3\n"}, {20, "3486784401\n"}, {40, "12157665459056928801\n"},
		{41, NULL}, {1000, NULL}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading reading;
		cp_buf text = {0}, out = {0};
		cp_buf_printf(&text, "p af %d\n", 3 * rows[i].groups);
		for (int g = 1; g <= 3 * rows[i].groups; g += 3)
			cp_buf_printf(&text, "%d %d\n%d %d\n%d %d\n%d %d\n%d %d\n%d %d\n",
				g, g + 1, g, g + 2, g + 1, g, g + 1, g + 2, g + 2, g,
				g + 2, g + 1);
		read_text(&reading, NULL, text.at);
		const cp_af_question question = {"CE-PR", NULL, 1000, 60};
		expect("counted",
			cp_af_answer(&out, reading.named, &question, &reading.diags)
				== (rows[i].want != NULL));
		expect_str("count", cp_buf_str(&out), rows[i].want ? rows[i].want : "");
		cp_buf_clear(&text);
		cp_buf_clear(&out);
		clear(&reading);
	}
}

/* A ring of nine has no small components, so that the solver is needed. */
static void what_takes_too_long_is_not_decided(void **state)
{
	(void)state;
	struct reading reading;
	cp_buf out = {0};
	static const char *const problems[] = {
		"SE-PR", "EE-CO", "CE-ST", "DC-CO", "DS-SST"};
	read_text(
		&reading, NULL, "p af 9\n1 2\n2 3\n3 4\n4 5\n5 6\n6 7\n7 8\n8 9\n9 1\n");
	for (size_t i = 0; i < COUNT(problems); i++) {
		const cp_af_question question = {problems[i], "1", 9, 0};
		expect(problems[i],
			!cp_af_answer(&out, reading.named, &question, &reading.diags));
	}
	assert_int_equal(out.len, 0);
	assert_int_equal(count_code(&reading.diags, CP_NOT_DECIDED), COUNT(problems));
	clear(&reading);
}

static void problems_have_names(void **state)
{
	(void)state;
	cp_arena arena = {0};
	bool about_argument;
	size_t count = 0;
	for (cp_str name; (name = cp_af_problem(&arena, count)).at; count++) {
		expect(name.at, cp_af_is_problem(name.at, &about_argument));
		expect(name.at, about_argument == (name.at[0] == 'D'));
	}
	assert_int_equal(count, 5 * CP_SEMANTICS);
	static const char *const none[] = {
		"", "SE", "SE-", "XE-PR", "SE-PRX", "DC_CO", "SE-pr"};
	for (size_t i = 0; i < COUNT(none); i++)
		expect(none[i], !cp_af_is_problem(none[i], &about_argument));
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(formats_are_recognised_and_read),
	cmocka_unit_test(faults_are_reported_where_they_are),
	cmocka_unit_test(the_format_can_be_told),
	cmocka_unit_test(much_nonsense_is_not_read_on),
	cmocka_unit_test(questions_are_answered_as_by_solvers),
	cmocka_unit_test(many_extensions_are_counted_part_by_part),
	cmocka_unit_test(what_takes_too_long_is_not_decided),
	cmocka_unit_test(problems_have_names),
};

GROUP(af_text);
