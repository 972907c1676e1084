#define _POSIX_C_SOURCE 200809L

#include "unit.h"

#include "graph/stats.h"

#include <jansson.h>

static const char *const debates[] = {
	"",
	"a@c1 supports m\nb@c2 rebuts a\nc@c1 supports a\nd@c3 rebuts b\ne@c2 undercuts a\n"
	"f@c5 restates c\ng@c6:conceded restates a\nh@c4 rebuts m, concedes a\n"
	"i@c4 supports h+e",
	"a@c1 supports b\nb@c2 supports a\nx@c1:denied rebuts m",
};

/* The fields of one line; quotation marks are taken off. */
static size_t split_line(char *line, char **fields, size_t most)
{
	size_t count = 0;
	for (char *at = line; *at && count < most; count++) {
		char *to = at;
		bool is_quoted = *at == '"';
		fields[count] = to;
		for (at += is_quoted; *at && (is_quoted || (*at != ',' && *at != '\r'));
			at++) {
			if (is_quoted && *at == '"' && *++at != '"')
				break;
			*to++ = *at;
		}
		bool more = *at == ',';
		at += more;
		*to = 0;
		if (!more)
			return count + 1;
	}
	return count;
}

static void expect_field(const char *field, const json_t *value)
{
	if (json_is_string(value))
		assert_string_equal(field, json_string_value(value));
	else if (json_is_number(value))
		assert_true(strtod(field, NULL) == json_number_value(value) && *field);
	else if (json_is_boolean(value))
		assert_string_equal(field, json_is_true(value) ? "yes" : "no");
	else
		assert_string_equal(field, "");
}

/* Each field of the line is in the line of the text, in the same order. */
static void expect_in_text(char **fields, size_t count, const char *line)
{
	const char *end = line + strcspn(line, "\n");
	for (size_t i = 0; i < count; i++) {
		if (!*fields[i])
			continue;
		const char *found = strstr(line, fields[i]);
		if (!found || found >= end)
			fail_msg("\"%s\" is not in \"%.*s\"", fields[i],
				(int)(end - line), line);
		line = found + strlen(fields[i]);
	}
}

static const char *next_line(const char *line)
{
	line += strcspn(line, "\n");
	return *line ? line + 1 : line;
}

/* The first row in text: below the title and, unless it is keyed, the head. */
static const char *first_row(const cp_table *table, const char *text)
{
	const char *line = next_line(next_line(text));
	unsigned lines = 0;
	for (size_t c = 0; !table->keyed && table->columns[c]; c++) {
		unsigned own = 1;
		for (const char *at = table->columns[c]; *at; at++)
			own += *at == '_';
		lines = own > lines ? own : lines;
	}
	while (lines--)
		line = next_line(line);
	return line;
}

static void expect_same(const cp_measures *measures, const cp_table *table)
{
	enum { MOST = CP_MOST_COLUMNS };
	cp_buf text = {0}, csv = {0}, json = {0};
	char *fields[MOST], *heads[MOST];
	cp_stats_write_text(&text, measures, table, false);
	cp_stats_write_csv(&csv, measures, table);
	cp_stats_write_json(&json, measures, table);
	json_t *root = json_loads(json.at, 0, NULL);
	assert_non_null(root);
	json_t *rows = json_object_get(root, table->name);
	const char *line = first_row(table, text.at);
	char *next = NULL, *row = strtok_r(csv.at, "\n", &next);
	size_t columns = split_line(row, heads, MOST), count = 0;
	for (; (row = strtok_r(NULL, "\n", &next)); count++) {
		assert_int_equal(split_line(row, fields, MOST), columns);
		for (size_t c = table->keyed; c < columns; c++) {
			const json_t *value = table->keyed
				? json_object_get(rows, fields[0])
				: json_object_get(json_array_get(rows, count), heads[c]);
			assert_non_null(value);
			expect_field(fields[c], value);
		}
		expect_in_text(fields, columns, line);
		line = next_line(line);
	}
	assert_int_equal(
		count, table->keyed ? json_object_size(rows) : json_array_size(rows));
	expect(table->name, !*line || !count);
	json_decref(root);
	cp_buf_clear(&text);
	cp_buf_clear(&csv);
	cp_buf_clear(&json);
}

static void all_formats_say_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(debates); i++) {
		struct debate debate;
		debate_open_rows(&debate, debates[i]);
		const cp_measures *measures =
			cp_measures_new(&debate.arena, debate.graph);
		for (size_t t = 0; t < cp_stats_count(); t++)
			expect_same(measures, cp_stats_table(t));
		debate_close(&debate);
	}
}

/* NAN would be no JSON. */
static void all_tables_are_json(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(debates); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, debates[i]);
		cp_stats_write_json(
			&out, cp_measures_new(&debate.arena, debate.graph), NULL);
		json_t *root = json_loads(out.at, JSON_REJECT_DUPLICATES, NULL);
		assert_non_null(root);
		assert_int_equal(json_object_size(root), cp_stats_count());
		json_decref(root);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void cells_are_written_for_spreadsheets(void **state)
{
	(void)state;
	static const cp_table table = {
		"t", "T", "", .columns = {"a", "b_c", "share", "score"}};
	cp_arena arena = {0};
	cp_cells cells = {.arena = &arena};
	cp_buf out = {0};
	cp_cells_text(&cells, CP_LIT("=1+\"1\""));
	cp_cells_count(&cells, 12);
	cp_cells_share(&cells, 2, 3);
	cp_cells_score(&cells, 0.0004999);
	cp_cells_text(&cells, CP_LIT(" two\nlines, \x1b[1m"));
	cp_cells_yes(&cells, true);
	cp_cells_share(&cells, 0, 0);
	cp_cells_score(&cells, 12.0296);
	cp_table_write_csv(&out, &table, &cells);
	expect_str("csv", cp_buf_str(&out),
		"a,b_c,share,score\r\n\"'=1+\"\"1\"\"\",12,66.7,0.000\r\n"
		"\"two lines, [1m\",yes,,12.030\r\n");
	out.len = 0;
	cp_table_write_text(&out, &table, &cells, false);
	expect_str("text", cp_buf_str(&out),
		"T\n\n"
		"                  b\n"
		"a                 c  share   score\n"
		"=1+\"1\"           12   66.7   0.000\n"
		"two lines, [1m  yes         12.030\n");
	cp_buf_clear(&out);
	cp_arena_clear(&arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(all_formats_say_the_same),
	cmocka_unit_test(all_tables_are_json),
	cmocka_unit_test(cells_are_written_for_spreadsheets),
};

GROUP(stats);
