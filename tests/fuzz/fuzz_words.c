/* Any words, wherever a debate has words, in every format of drawings: they stay words. */
#include "debate.h"

#include "diagram/view.h"
#include "text/find.h"
#include "text/utf8.h"
#include "text/xml_read.h"

static void put_debate(cp_buf *json, cp_str words)
{
	cp_buf string = {0};
	cp_json_put_string(&string, words);
	cp_buf_printf(json,
		"{\"counterpoint\":1,\"title\":%s,\"thread\":{\"counterpoint\":1,\"comments\":["
		"{\"id\":\"op\",\"author\":%s,\"text\":%s},"
		"{\"id\":\"c1\",\"author\":\"Ann\",\"text\":%s,\"reply_to\":\"op\"}]},"
		"\"motion\":{\"id\":\"motion\",\"text\":%s},"
		"\"sources\":[{\"id\":\"w\",\"title\":%s}],\"annotations\":["
		"{\"id\":%s,\"kind\":\"claim\",\"comment\":\"op\",\"quote\":%s,\"gist\":%s,"
		"\"supports\":{\"to\":\"motion\",\"scheme\":%s}},"
		"{\"id\":\"b\",\"kind\":\"rebuttal\",\"comment\":\"c1\",\"quote\":%s,"
		"\"undercuts\":%s},"
		"{\"id\":\"q\",\"kind\":\"quotation\",\"comment\":\"c1\",\"quote\":%s,"
		"\"of\":{\"source\":\"w\"},\"rebuts\":%s}]}",
		string.at, string.at, string.at, string.at, string.at, string.at,
		string.at, string.at, string.at, string.at, string.at, string.at,
		string.at, string.at);
	cp_buf_clear(&string);
}

static void skip_start(void *unused, const cp_xml_element *element)
{
	(void)unused;
	(void)element;
}

static void skip_end(void *unused, const cp_xml_element *element, cp_str text)
{
	(void)unused;
	(void)element;
	(void)text;
}

static void expect_xml(const cp_buf *text)
{
	static const cp_xml_events events = {skip_start, skip_end};
	cp_xml_end end = cp_xml_read(cp_buf_str(text), &events, NULL);
	MUST(end.whole && !end.controls);
}

/* Of the chart itself: quotation marks come in pairs on a line, and nothing is between them that
 * Mermaid would look for. */
static void expect_chart(const cp_buf *text)
{
	cp_str chart = cp_buf_str(text);
	bool inside = false;
	size_t at = cp_find_bytes(chart, CP_LIT("\nflowchart "), 0);
	MUST(at != SIZE_MAX);
	MUST(cp_find_bytes(chart, CP_LIT("%%"), 0) == SIZE_MAX);
	for (; at < chart.len; at++) {
		char c = chart.at[at];
		inside = c == '"' ? !inside : inside;
		MUST(c != '`' && c != '\\' && c != '$' && c != '{' && c != '}');
		MUST(!inside || (c != '[' && c != ']' && c != '\n'));
		MUST(c != '<'
			|| cp_str_starts(
				cp_str_part(chart, at, chart.len), CP_LIT("<br>")));
	}
	MUST(!inside);
}

static void expect_json(const cp_buf *text)
{
	json_t *json = json_loadb(text->at, text->len, JSON_REJECT_DUPLICATES, NULL);
	MUST(json);
	json_decref(json);
}

static void write_all(struct debate *debate, const cp_view *view, cp_direction direction)
{
	cp_buf out = {0};
	cp_look look = {.wording = CP_WORDING_BOTH, .direction = direction};
	cp_drawing *drawing = cp_view_new(&debate->arena, debate->graph, view, &look);
	MUST(cp_drawing_lay_out(&debate->arena, drawing, CP_LAYOUT_TREE, &debate->diags));
	cp_drawing_write_svg(&out, drawing, true);
	expect_xml(&out);
	out.len = 0;
	cp_drawing_write_graphml(&out, drawing, false);
	expect_xml(&out);
	out.len = 0;
	cp_drawing_write_graphml(&out, drawing, true);
	expect_xml(&out);
	out.len = 0;
	cp_drawing_write_mermaid(&out, drawing, &debate->diags);
	expect_chart(&out);
	out.len = 0;
	cp_drawing_write_json(&out, drawing);
	expect_json(&out);
	out.len = 0;
	MUST(cp_drawing_write_dot(&out, drawing, &debate->diags));
	cp_drawing_write_outline(&out, drawing, "markdown");
	cp_buf_clear(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct debate debate;
	cp_buf words = {0}, json = {0};
	cp_utf8_repair(&words, (cp_str){(const char *)data, size});
	put_debate(&json, cp_buf_str(&words));
	debate_init(&debate, (const uint8_t *)json.at, json.len);
	MUST(debate.graph);
	for (const cp_view *view = cp_views; view->name; view++)
		write_all(&debate, view, (cp_direction)(size % CP_DIRECTIONS));
	debate_clear(&debate);
	cp_buf_clear(&json);
	cp_buf_clear(&words);
	return 0;
}
