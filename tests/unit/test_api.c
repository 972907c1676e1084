/* The public header, as another program would use it. */
#define _POSIX_C_SOURCE 200809L
#include "unit.h"

#include <unistd.h>

#include "counterpoint.h"

#define IN(file) ((counterpoint_input){.path = (file)})
#define IN_MEMORY(text) \
	((counterpoint_input){.path = "text", .data = (text), .len = strlen(text)})

static const char annotation[] =
	"{'counterpoint':1,'thread':{'counterpoint':1,'comments':["
	"{'id':'c1','author':'Ann','text':'one two'}]},'motion':{'id':'m','text':'M'},"
	"'annotations':[{'id':'a','kind':'claim','comment':'c1','quote':'%s','supports':'m'}]}";

static counterpoint_debate *load(const char *text, counterpoint_findings *findings)
{
	char *path = temp_file(cp_str_of(text));
	counterpoint_debate *debate = counterpoint_debate_load(path, findings);
	unlink(path);
	free(path);
	return debate;
}

static counterpoint_debate *load_quoting(
	const char *quote, counterpoint_findings *findings)
{
	cp_buf json = {0};
	cp_buf_printf(&json, annotation, quote);
	counterpoint_debate *debate = load(quoted(json.at), findings);
	cp_buf_clear(&json);
	return debate;
}

static void a_debate_comes_in_all_formats(void **state)
{
	(void)state;
	static const struct {
		const char *format, *start;
	} rows[] = {{"svg", "<svg xmlns="}, {"dot", "digraph"}};
	static const struct {
		const char *format, *start;
	} summaries[] = {{"markdown", "# "}, {"text", "Summary of the debate\n="},
		{"html", "<h2>"}};
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	assert_non_null(debate);
	assert_int_equal(counterpoint_debate_items(debate), 1);
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len = 0;
		counterpoint_render_options options = {.format = rows[i].format};
		char *text = counterpoint_debate_render(debate, &options, &len, findings);
		assert_non_null(text);
		assert_int_equal(strlen(text), len);
		assert_memory_equal(text, rows[i].start, strlen(rows[i].start));
		free(text);
	}
	for (size_t i = 0; i < COUNT(summaries); i++) {
		char *text = counterpoint_debate_summary(debate,
			&(counterpoint_summary_options){.format = summaries[i].format},
			NULL, findings);
		assert_non_null(text);
		assert_memory_equal(text, summaries[i].start, strlen(summaries[i].start));
		free(text);
	}
	char *anchors = counterpoint_debate_anchors(debate, "text", NULL);
	assert_non_null(strstr(anchors, "1 item: 1 exact"));
	free(anchors);
	char *changes,
		*mended = counterpoint_debate_reanchor(debate, false, &changes, NULL);
	assert_non_null(strstr(mended, "\"start\":"));
	assert_non_null(strstr(changes, ": start "));
	free(mended);
	free(changes);
	char *page = counterpoint_debate_report(debate, NULL, findings);
	assert_memory_equal(page, "<!DOCTYPE html>", 15);
	free(page);
	assert_int_equal(counterpoint_findings_status(findings), 0);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void there_are_no_other_formats(void **state)
{
	(void)state;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	assert_null(counterpoint_debate_render(
		debate, &(counterpoint_render_options){.format = "gif"}, NULL, findings));
	assert_null(counterpoint_debate_render(
		debate, &(counterpoint_render_options){.view = "plan"}, NULL, findings));
	assert_null(counterpoint_debate_render(
		debate, &(counterpoint_render_options){.theme = "pink"}, NULL, findings));
	assert_null(counterpoint_debate_render(
		debate, &(counterpoint_render_options){.label = "all"}, NULL, findings));
	static const counterpoint_summary_options unknown[] = {{.format = "pdf"},
		{.length = "huge"}, {.reader = "judge"}, {.reader = "participant"},
		{.reader = "participant="}, {.reader = "teacher=Ann"}};
	for (size_t i = 0; i < COUNT(unknown); i++)
		assert_null(
			counterpoint_debate_summary(debate, &unknown[i], NULL, findings));
	assert_null(counterpoint_debate_anchors(debate, "pdf", NULL));
	assert_null(counterpoint_debate_read(
		&(counterpoint_input){.path = "nowhere.json", .unit = "feet"}, findings));
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void summaries_are_for_readers(void **state)
{
	(void)state;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	static const struct {
		const char *reader, *as_of;
		bool there;
	} rows[] = {{"newcomer", NULL, true}, {"participant=Ann", NULL, true},
		{"participant=Nobody", NULL, false}, {"teacher", "c1", true},
		{"teacher", "c99", false}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		counterpoint_summary_options options = {.reader = rows[i].reader,
			.as_of = rows[i].as_of,
			.format = "json"};
		size_t before = counterpoint_findings_errors(findings);
		char *text =
			counterpoint_debate_summary(debate, &options, NULL, findings);
		expect(rows[i].reader, (text != NULL) == rows[i].there);
		expect(rows[i].reader,
			counterpoint_findings_errors(findings)
				== before + !rows[i].there);
		free(text);
	}
	size_t readers = 0;
	while (counterpoint_reader(readers))
		readers++;
	assert_int_equal(readers, 5);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void views_are_listed_and_drawn(void **state)
{
	(void)state;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	const char *names[16] = {NULL};
	for (size_t i = 0; (names[i] = counterpoint_view(i, NULL)); i++) {
		const char *help = NULL;
		counterpoint_render_options options = {
			.view = counterpoint_view(i, &help),
			.numbers = true,
			.width = 90};
		char *svg = counterpoint_debate_render(debate, &options, NULL, findings);
		expect(names[i], svg && strstr(svg, "</svg>") && help);
		free(svg);
	}
	assert_string_equal(names[0], "map");
	assert_string_equal(counterpoint_name_near("flwo", names), "flow");
	assert_null(counterpoint_name_near("picture", names));
	assert_null(counterpoint_debate_render(debate,
		&(counterpoint_render_options){.focus = "nothing"}, NULL, findings));
	assert_int_equal(counterpoint_findings_errors(findings), 1);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void maps_come_in_pages(void **state)
{
	(void)state;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	counterpoint_pages *pages = counterpoint_debate_split(debate, NULL, 0, findings);
	assert_non_null(pages);
	size_t count = counterpoint_pages_count(pages), len = 0;
	assert_int_equal(count, 2);
	assert_string_equal(counterpoint_pages_file(pages, 0), "index.html");
	assert_string_equal(counterpoint_pages_file(pages, 1), "page-01-overview.svg");
	const char *text = counterpoint_pages_text(pages, 1, &len);
	assert_int_equal(strlen(text), len);
	assert_null(counterpoint_pages_file(pages, count));
	assert_null(counterpoint_pages_text(pages, count, &len));
	counterpoint_pages_free(pages);
	counterpoint_pages_free(NULL);
	assert_null(counterpoint_debate_split(
		debate, &(counterpoint_render_options){.view = "flow"}, 0, findings));
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	assert_null(counterpoint_debate_split(debate,
		&(counterpoint_render_options){.tags = (const char *[]){"x", NULL}}, 0,
		findings));
	assert_int_equal(counterpoint_findings_errors(findings), 1);
	char *issues = counterpoint_debate_issues(debate, NULL, NULL, findings);
	assert_string_equal(issues, "The sides clash nowhere.\n");
	free(issues);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void findings_are_counted_and_told(void **state)
{
	(void)state;
	counterpoint_findings *findings = counterpoint_findings_new();
	assert_int_equal(counterpoint_findings_status(findings), 0);
	char *none = counterpoint_findings_text(findings, NULL, NULL);
	assert_string_equal(none, "");
	free(none);
	counterpoint_debate *debate = load_quoting("three", findings);
	assert_non_null(debate);
	assert_int_equal(counterpoint_findings_errors(findings), 1);
	assert_int_equal(counterpoint_findings_warnings(findings), 0);
	assert_int_equal(counterpoint_findings_notes(findings), 0);
	assert_int_equal(counterpoint_findings_status(findings), 1);
	size_t len;
	char *text = counterpoint_findings_text(findings, NULL, &len);
	assert_int_equal(strlen(text), len);
	assert_non_null(strstr(text, "[quote-not-found]"));
	free(text);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void findings_follow_switches(void **state)
{
	(void)state;
	static const char motionless[] =
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':["
		"{'id':'op','text':'one two'}]},'motion':{'id':'m','text':'M'},"
		"'annotations':[{'id':'a','kind':'claim','comment':'op','quote':'one'}]}";
	static const struct {
		const char *text, *why;
		int status;
	} rows[] = {
		{"no-hint", NULL, 0},
		{"error=no-way-to-motion", NULL, 1},
		{"no-way-to-moton",
			"there is no code \"way-to-moton\"; did you mean \"no-way-to-motion\"?",
			0},
		{"qwertz", "there is no code \"qwertz\"", 0},
		{"no-schema", "\"schema\" is an error, and errors stay errors", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		counterpoint_findings *findings = counterpoint_findings_new();
		char *why = counterpoint_findings_switch(findings, rows[i].text);
		expect(rows[i].text, !why == !rows[i].why);
		if (why)
			assert_string_equal(why, rows[i].why);
		free(why);
		counterpoint_debate_free(load(quoted(motionless), findings));
		assert_int_equal(counterpoint_findings_status(findings), rows[i].status);
		assert_int_equal(
			counterpoint_findings_warnings(findings), !rows[i].status);
		assert_int_equal(counterpoint_findings_hints(findings), 0);
		assert_int_equal(counterpoint_findings_allowed(findings), 0);
		counterpoint_findings_free(findings);
	}
}

static void findings_are_data(void **state)
{
	(void)state;
	counterpoint_findings *lists[] = {
		counterpoint_findings_new(), counterpoint_findings_new()};
	counterpoint_debate_free(load_quoting("three", lists[0]));
	counterpoint_debate_free(load("{", lists[1]));
	size_t len;
	char *json = counterpoint_findings_data(lists, COUNT(lists), "json", &len);
	char *sarif = counterpoint_findings_data(lists, COUNT(lists), "sarif", NULL);
	char *text = counterpoint_findings_data(lists, 1, "text", NULL);
	char *none = counterpoint_findings_data(lists, 0, "json", NULL);
	assert_int_equal(strlen(json), len);
	assert_non_null(strstr(json, "\"quote-not-found\""));
	assert_non_null(strstr(json, "\"json-syntax\""));
	assert_non_null(strstr(json, "\"errors\": 2,"));
	assert_non_null(strstr(sarif, "\"exitCode\": 1}"));
	assert_non_null(strstr(text, "[quote-not-found]\n"));
	assert_non_null(strstr(none, "\"findings\": [],"));
	assert_null(counterpoint_findings_data(lists, 2, "yaml", NULL));
	free(json);
	free(sarif);
	free(text);
	free(none);
	counterpoint_findings_free(lists[0]);
	counterpoint_findings_free(lists[1]);
}

static void what_cannot_be_read(void **state)
{
	(void)state;
	static const struct {
		const char *text; /* NULL: no file */
		int status;
	} rows[] = {{NULL, 4}, {"", 1}, {"{", 1}, {"\xff", 1}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		counterpoint_findings *findings = counterpoint_findings_new();
		counterpoint_debate *debate = rows[i].text
			? load(rows[i].text, findings)
			: counterpoint_debate_load("/nowhere/at/all", findings);
		assert_null(debate);
		assert_int_equal(counterpoint_findings_status(findings), rows[i].status);
		counterpoint_findings_free(findings);
	}
	counterpoint_debate_free(NULL);
	counterpoint_findings_free(NULL);
}

/* Whatever is JSON is a debate, if an empty one, and everything can be made of it. */
static void odd_json_is_a_debate_with_errors(void **state)
{
	(void)state;
	static const char *const texts[] = {"{}", "[]", "[[{}]]",
		"{'thread':'nowhere.json'}",
		"{'annotations':7,'thread':[],'motion':'m','speakers':{},'sources':[1]}",
		"{'annotations':[{'id':''},{'id':'a','of':7,'supports':[[],{},{'with':3}]}],'thread':{}}"};
	for (size_t i = 0; i < COUNT(texts); i++) {
		counterpoint_findings *findings = counterpoint_findings_new();
		counterpoint_debate *debate = load(quoted(texts[i]), findings);
		assert_non_null(debate);
		assert_int_equal(counterpoint_findings_status(findings), 1);
		char *svg = counterpoint_debate_render(debate, NULL, NULL, findings);
		char *summary = counterpoint_debate_summary(debate, NULL, NULL, findings);
		char *page = counterpoint_debate_report(debate, NULL, findings);
		char *text = counterpoint_findings_text(findings,
			&(counterpoint_text_options){.colour = true, .limit = 3}, NULL);
		assert_true(svg && summary && page && text);
		free(svg);
		free(summary);
		free(page);
		free(text);
		counterpoint_debate_free(debate);
		counterpoint_findings_free(findings);
	}
}

static void codes_are_explained(void **state)
{
	(void)state;
	char *one = counterpoint_explain("support-cycle"),
	     *all = counterpoint_explain(NULL);
	assert_memory_equal(one, "support-cycle (error)\n", 22);
	assert_non_null(strstr(all, one));
	assert_null(counterpoint_explain("no-such-code"));
	assert_null(counterpoint_explain(""));
	free(one);
	free(all);
}

static void pages_are_imported(void **state)
{
	(void)state;
	static const char page[] =
		"\xef\xbb\xbfTitle\n\nA caf\xe9.\n\n  • One\n  • Two\n";
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_import_options options = {.title = "Mine",
		.url = "http://x/",
		.retrieved = "2010-08-10",
		.language = "en",
		.format = "page-text"};
	char *path = temp_file((cp_str){page, sizeof page - 1});
	size_t len;
	char *json = counterpoint_import(&IN(path), &options, &len, findings);
	assert_non_null(json);
	assert_int_equal(strlen(json), len);
	assert_non_null(strstr(json, "\"title\": \"Mine\""));
	assert_non_null(strstr(json, "caf\xef\xbf\xbd."));
	assert_int_equal(counterpoint_findings_warnings(findings), 1);
	assert_int_equal(counterpoint_findings_status(findings), 0);
	free(json);
	unlink(path);
	assert_null(counterpoint_import(&IN(path), &options, NULL, findings));
	assert_int_equal(counterpoint_findings_status(findings), 4);
	free(path);
	counterpoint_findings_free(findings);
}

static void threads_are_listed(void **state)
{
	(void)state;
	static const char page[] = "Title\tx\n\nArticle.\n\n  • One\n  • Two\n";
	counterpoint_findings *findings = counterpoint_findings_new();
	char *path = temp_file((cp_str){page, sizeof page - 1});
	counterpoint_threads *threads =
		counterpoint_threads_read(&IN(path), NULL, findings);
	assert_non_null(threads);
	assert_int_equal(counterpoint_threads_count(threads), 1);
	char *text = counterpoint_threads_list(threads, "text", NULL);
	char *json = counterpoint_threads_list(threads, "json", NULL);
	assert_string_equal(text, "thread-1\t2\tTitle x\n");
	assert_string_equal(json,
		"[\n\t{ \"id\": \"thread-1\", \"comments\": 2, \"title\": "
		"\"Title\\tx\" }\n]\n");
	assert_null(counterpoint_threads_list(threads, "csv", NULL));
	assert_string_equal(counterpoint_threads_file(threads, 0), "thread-1.json");
	assert_null(counterpoint_threads_file(threads, 1));
	assert_null(counterpoint_threads_json(threads, 1, NULL));
	char *thread = counterpoint_threads_json(threads, 0, NULL);
	assert_non_null(strstr(thread, "Article."));
	free(text);
	free(json);
	free(thread);
	counterpoint_threads_free(threads);
	counterpoint_threads_free(NULL);
	unlink(path);
	assert_null(counterpoint_threads_read(&IN(path), NULL, findings));
	free(path);
	counterpoint_findings_free(findings);
}

static void threads_are_drafted(void **state)
{
	(void)state;
	static const char thread[] = "samples/contactpoint/thread.json";
	static const char gold[] = "samples/contactpoint/annotation.json";
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_draft_options options = {.motion = "Mine",
		.annotation = gold,
		.only = "quote-marked,because",
		.without = "because",
		.path = "samples/contactpoint/draft.json"};
	size_t len;
	char *draft = counterpoint_draft(&IN(thread), &options, &len, findings);
	assert_non_null(draft);
	assert_int_equal(strlen(draft), len);
	assert_non_null(strstr(draft, "\"thread\": \"thread.json\""));
	assert_non_null(strstr(draft, "\"text\": \"Mine\""));
	assert_non_null(strstr(draft, "\"source\": \"on-liberty\""));
	assert_null(strstr(draft, "\"rule\": \"because\""));
	free(draft);
	draft = counterpoint_draft_compare(&IN(thread), gold, NULL, NULL, findings);
	assert_non_null(draft);
	assert_non_null(strstr(draft, "quote-paragraph        3 of    3"));
	free(draft);
	assert_null(counterpoint_draft(&IN("samples/none.json"), NULL, NULL, findings));
	assert_null(counterpoint_draft(&IN(gold), NULL, NULL, findings));
	assert_null(counterpoint_draft_compare(
		&IN(thread), "samples/none.json", NULL, NULL, findings));
	counterpoint_findings_free(findings);
}

static void rules_are_listed(void **state)
{
	(void)state;
	const char *help = NULL;
	size_t len, count = 0;
	char *all = counterpoint_draft_rules(&len);
	assert_int_equal(strlen(all), len);
	for (const char *rule; (rule = counterpoint_draft_rule(count, &help)); count++)
		assert_true(strstr(all, rule) && strstr(all, help));
	assert_true(count > 10);
	assert_null(counterpoint_draft_rule(SIZE_MAX, NULL));
	free(all);
}

static void formats_and_schemas_are_listed(void **state)
{
	(void)state;
	const char *help = NULL;
	size_t formats = 0;
	bool page_text = false;
	for (const char *name; (name = counterpoint_import_format(formats, &help));
		formats++) {
		page_text |= strcmp(name, "page-text") == 0;
		assert_non_null(help);
	}
	assert_true(page_text);
	assert_null(counterpoint_import_format(formats, NULL));
	assert_null(counterpoint_import_format(SIZE_MAX, NULL));
	assert_non_null(strstr(counterpoint_schema("thread"), "thread.schema.json"));
	assert_non_null(strstr(counterpoint_schema("annotation"), "\"examples\""));
	assert_null(counterpoint_schema("graph"));
	assert_string_equal(counterpoint_version(), COUNTERPOINT_VERSION);
}

static void files_are_written(void **state)
{
	(void)state;
	char *path = temp_file(CP_LIT("old"));
	assert_int_equal(counterpoint_write_file(path, "new!", 3), 0);
	FILE *file = fopen(path, "r");
	char text[8] = "";
	assert_int_equal(fread(text, 1, sizeof text, file), 3);
	fclose(file);
	assert_string_equal(text, "new");
	assert_true(counterpoint_write_file("/nowhere/at/all", "x", 1) != 0);
	unlink(path);
	free(path);
}

static void files_are_laid_out_and_mended(void **state)
{
	(void)state;
	char *path =
		temp_file(CP_LIT("{\"thread\":{\"counterpoint\":1,\"comments\":[]},"
				 "\"motion\":{\"text\":\"T\",\"id\":\"m\"},\"titel\":"
				 "\"x\",\"counterpoint\":1,\"annotations\":[]}"));
	counterpoint_findings *findings = counterpoint_findings_new();
	bool changed = false;
	size_t len;
	char *changes, *text = counterpoint_format(&IN(path), &changed, &len, findings);
	assert_true(changed && strlen(text) == len);
	assert_non_null(strstr(text, "{ \"id\": \"m\", \"text\": \"T\" },\n"));
	free(text);
	text = counterpoint_fix(&IN(path), &changes, NULL, findings);
	assert_non_null(strstr(text, "{\"text\":\"T\",\"id\":\"m\"},\"title\":"));
	assert_non_null(strstr(changes, "\"titel\" → \"title\" [unknown-property]\n"));
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	free(text);
	free(changes);
	assert_null(counterpoint_fix(&IN("/nowhere"), &changes, NULL, findings));
	assert_null(changes);
	assert_null(counterpoint_format(&IN("/nowhere"), NULL, NULL, findings));
	assert_null(counterpoint_begin(path, NULL, NULL, findings));
	assert_int_equal(counterpoint_findings_status(findings), 4);
	counterpoint_findings_free(findings);
	unlink(path);
	free(path);
}

static void any_json_is_validated(void **state)
{
	(void)state;
	char *schema = temp_file(CP_LIT("{\"items\": {\"format\": \"date\"}}"));
	char *file = temp_file(CP_LIT("[\"2010-08-10\", \"then\"]"));
	char *broken = temp_file(CP_LIT("{\"type\": 1}"));
	const counterpoint_validator_options strict = {.assert_format = true};
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_validator *validator =
		counterpoint_validator_load(schema, NULL, findings);
	assert_true(counterpoint_validator_check(validator, file, findings));
	counterpoint_validator_free(validator);
	validator = counterpoint_validator_load(schema, &strict, findings);
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	assert_false(counterpoint_validator_check(validator, file, findings));
	assert_int_equal(counterpoint_findings_errors(findings), 1);
	assert_false(counterpoint_validator_check(validator, "/nowhere", findings));
	assert_int_equal(counterpoint_findings_status(findings), 4);
	counterpoint_validator_free(validator);
	assert_null(counterpoint_validator_load(broken, NULL, findings));
	assert_null(counterpoint_validator_load("/nowhere", NULL, findings));
	counterpoint_validator_free(NULL);
	counterpoint_findings_free(findings);
	char *const files[] = {schema, file, broken};
	for (size_t i = 0; i < COUNT(files); i++) {
		unlink(files[i]);
		free(files[i]);
	}
}

static counterpoint_af *load_framework(
	const char *text, const char *format, counterpoint_findings *findings)
{
	char *path = temp_file(cp_str_of(text));
	counterpoint_af *af = counterpoint_af_load(path, format, findings);
	unlink(path);
	free(path);
	return af;
}

static void frameworks_are_asked(void **state)
{
	(void)state;
	static const struct {
		counterpoint_af_question question;
		const char *want; /* NULL: no answer */
		int status;
	} rows[] = {
		{{"EE-PR", NULL, 0, 60}, "w a\nw b\n", 0},
		{{"DC-ST", "b", 0, 60}, "YES\nw b\n", 0},
		{{"DC-ST", NULL, 0, 60}, NULL, 0},
		{{"DC-XX", "b", 0, 60}, NULL, 0},
		{{"DC-ST", "c", 0, 60}, NULL, 1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t len;
		counterpoint_findings *findings = counterpoint_findings_new();
		counterpoint_af *af = load_framework(
			"arg(a).arg(b).att(a,b).att(b,a).", NULL, findings);
		assert_non_null(af);
		char *answer =
			counterpoint_af_answer(af, &rows[i].question, &len, findings);
		assert_int_equal(!answer, !rows[i].want);
		if (answer)
			assert_string_equal(answer, rows[i].want);
		assert_true(!answer || strlen(answer) == len);
		assert_int_equal(counterpoint_findings_status(findings), rows[i].status);
		free(answer);
		counterpoint_findings_free(findings);
		counterpoint_af_free(af);
	}
	counterpoint_findings *findings = counterpoint_findings_new();
	assert_null(load_framework("arg(a).", "i23", findings));
	assert_null(counterpoint_af_load("/nowhere/at/all", NULL, findings));
	assert_int_equal(counterpoint_findings_errors(findings), 2);
	counterpoint_findings_free(findings);
	counterpoint_af_free(NULL);
}

static void a_debate_is_evaluated(void **state)
{
	(void)state;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	size_t len;
	char *text = counterpoint_debate_evaluate(debate, NULL, &len, findings);
	assert_int_equal(strlen(text), len);
	assert_non_null(strstr(text, "\nstands        0.60  m  M\n"));
	free(text);
	char *json = counterpoint_debate_evaluate(debate,
		&(counterpoint_evaluate_options){.semantics = "ideal", .format = "json"},
		NULL, findings);
	assert_non_null(strstr(json, "\"semantics\": \"ideal\""));
	free(json);
	static const counterpoint_evaluate_options wrong[] = {{.semantics = "complete"},
		{.support = "some"}, {.strength = "large"}, {.format = "xml"}};
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_null(
			counterpoint_debate_evaluate(debate, &wrong[i], NULL, findings));
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

/* An annotation in memory whose thread is a file, and whose schema is one of its own. */
static void it_is_asked_why(void **state)
{
	(void)state;
	size_t len;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load_quoting("one", findings);
	char *text = counterpoint_debate_why(debate, NULL, &len, findings);
	assert_int_equal(len, strlen(text));
	assert_non_null(strstr(text, "The motion, “M”, stands, as nothing attacks it."));
	static const char *const assume[] = {"a=out", NULL};
	static const counterpoint_evaluate_options by = {
		.format = "json", .support = "necessary", .assume = assume};
	char *json = counterpoint_debate_why(debate,
		&(counterpoint_why_options){.id = "m", .by = &by}, NULL, findings);
	assert_non_null(strstr(json, "\"because\": \"support defeated\""));
	char *drawn = counterpoint_debate_render(debate,
		&(counterpoint_render_options){.focus = "a>m", .status = &by}, NULL,
		findings);
	assert_non_null(strstr(drawn, "assumed: defeated 0.00"));
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	free(text);
	free(json);
	free(drawn);
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

static void what_is_not_there_is_not_explained(void **state)
{
	(void)state;
	static const char *const nothing[] = {"x=out", NULL},
				 *const neither[] = {"a", NULL};
	static const counterpoint_evaluate_options wrong = {.format = "xml"},
						   unknown = {.assume = nothing},
						   unsaid = {.assume = neither};
	static const struct {
		counterpoint_why_options options;
		size_t errors;
	} rows[] = {{{.id = "b"}, 1}, {{.by = &wrong}, 0}, {{.by = &unknown}, 1},
		{{.by = &unsaid}, 1}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		counterpoint_findings *findings = counterpoint_findings_new();
		counterpoint_debate *debate = load_quoting("one", findings);
		assert_null(counterpoint_debate_why(
			debate, &rows[i].options, NULL, findings));
		assert_int_equal(counterpoint_findings_errors(findings), rows[i].errors);
		counterpoint_debate_free(debate);
		counterpoint_findings_free(findings);
	}
}

static void a_text_is_a_debate(void **state)
{
	(void)state;
	static const char text[] =
		"{\n\"counterpoint\": 1, \"$schema\": \"school.json\", "
		"\"thread\": \"thread.json\",\n\"motion\": {\"id\": "
		"\"m\", \"text\": \"M\"}, \"annotations\": []}";
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_input input = {
		.path = "list", .data = text, .len = sizeof text - 1, .line = 41};
	counterpoint_debate *debate = counterpoint_debate_read(&input, findings);
	assert_non_null(debate);
	char *told = counterpoint_findings_text(findings, NULL, NULL);
	assert_non_null(strstr(told,
		"list:42:31: warning: the schema \"school.json\" was not "
		"used: this document may not name it"));
	assert_non_null(strstr(told,
		"list:42:56: error: \"thread.json\" was not read: this "
		"document may not name that file"));
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
	free(told);
	findings = counterpoint_findings_new();
	input.root = "samples/contactpoint";
	debate = counterpoint_debate_read(&input, findings);
	assert_int_equal(counterpoint_findings_errors(findings), 0);
	counterpoint_debate_free(debate);
	/* Mended, it may not name more than before. */
	char *changes,
		*mended = counterpoint_fix(&IN_MEMORY(text), &changes, NULL, findings);
	assert_int_equal(counterpoint_findings_errors(findings), 1);
	free(mended);
	free(changes);
	counterpoint_findings_free(findings);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_text_is_a_debate),
	cmocka_unit_test(frameworks_are_asked),
	cmocka_unit_test(a_debate_is_evaluated),
	cmocka_unit_test(it_is_asked_why),
	cmocka_unit_test(what_is_not_there_is_not_explained),
	cmocka_unit_test(a_debate_comes_in_all_formats),
	cmocka_unit_test(there_are_no_other_formats),
	cmocka_unit_test(summaries_are_for_readers),
	cmocka_unit_test(views_are_listed_and_drawn),
	cmocka_unit_test(maps_come_in_pages),
	cmocka_unit_test(findings_are_counted_and_told),
	cmocka_unit_test(findings_follow_switches),
	cmocka_unit_test(findings_are_data),
	cmocka_unit_test(what_cannot_be_read),
	cmocka_unit_test(odd_json_is_a_debate_with_errors),
	cmocka_unit_test(codes_are_explained),
	cmocka_unit_test(pages_are_imported),
	cmocka_unit_test(threads_are_listed),
	cmocka_unit_test(threads_are_drafted),
	cmocka_unit_test(rules_are_listed),
	cmocka_unit_test(formats_and_schemas_are_listed),
	cmocka_unit_test(files_are_written),
	cmocka_unit_test(files_are_laid_out_and_mended),
	cmocka_unit_test(any_json_is_validated),
};

GROUP(api);
