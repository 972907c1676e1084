/* A debate of any shape, and a part of it, counted and drawn: three bytes make a relation, and
 * every graph of them can be laid out and written in every view. */
#include "debate.h"

#include "diagram/plots.h"
#include "diagram/split.h"
#include "diagram/view.h"
#include "graph/choose.h"
#include "graph/stats.h"
#include "text/find.h"
#include "text/xml_read.h"

enum { ITEMS = 24, RELATIONS = 60 };

static const char *const kinds[] = {
	"supports", "rebuts", "undercuts", "concedes", "restates"};

/* Supports and rebuttals more often than the others. */
static size_t kind_of(unsigned char byte)
{
	static const size_t often[] = {0, 1, 2, 3, 4, 0, 1, 0};
	return often[byte & 7];
}

static void put_target(cp_buf *json, size_t to, unsigned char more)
{
	char id[32] = "motion";
	if (to)
		snprintf(id, sizeof id, "i%zu", to);
	if (more & 0x80)
		cp_buf_printf(json, "{\"to\":\"%s\",\"with\":[\"i%d\",\"i%d\"]}", id,
			1 + more % ITEMS, 1 + (more * 7) % ITEMS);
	else
		cp_buf_printf(json, "\"%s\"", id);
}

/* The relations of one kind of one item, as an array. */
static void put_relations(
	cp_buf *json, const uint8_t *data, size_t relations, size_t item, size_t kind)
{
	bool first = true;
	for (size_t i = 0; i < relations; i++) {
		const uint8_t *three = data + 3 * i;
		if (three[0] % ITEMS != item - 1 || kind_of(three[2]) != kind)
			continue;
		if (first)
			cp_buf_printf(json, ",\"%s\":[", kinds[kind]);
		cp_buf_puts(json, first ? "" : ",");
		put_target(json, three[1] % (ITEMS + 1), three[2]);
		first = false;
	}
	cp_buf_puts(json, first ? "" : "]");
}

static void put_item(cp_buf *json, const uint8_t *data, size_t relations, size_t item)
{
	cp_buf_printf(json,
		"%s{\"id\":\"i%zu\",\"kind\":\"claim\",\"comment\":\"op\","
		"\"quote\":\"w%zu\",\"gist\":\"Point %zu, with some words to wrap\","
		"\"tags\":[\"t%zu\"]",
		item > 1 ? "," : "", item, item, item, item % 5);
	for (size_t kind = 0; kind < 5; kind++)
		put_relations(json, data, relations, item, kind);
	cp_buf_puts(json, "}");
}

static void put_debate(cp_buf *json, const uint8_t *data, size_t relations)
{
	cp_buf_puts(json,
		"{\"counterpoint\":1,\"thread\":{\"counterpoint\":1,\"comments\":["
		"{\"id\":\"op\",\"text\":\"");
	for (int i = 1; i <= ITEMS; i++)
		cp_buf_printf(json, "w%d. ", i);
	cp_buf_puts(json,
		"\"}]},\"motion\":{\"id\":\"motion\",\"text\":\"M\"},\"annotations\":[");
	for (size_t item = 1; item <= ITEMS; item++)
		put_item(json, data, relations, item);
	cp_buf_puts(json, "]}");
}

static void expect_json(const cp_buf *text)
{
	json_t *json = json_loadb(text->at, text->len, JSON_REJECT_DUPLICATES, NULL);
	MUST(json);
	json_decref(json);
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
	MUST(cp_xml_read(cp_buf_str(text), &events, NULL).whole);
}

static void write_graphs(struct debate *debate, const cp_drawing *drawing)
{
	cp_buf mermaid = {0}, graphml = {0}, yed = {0};
	cp_drawing_write_mermaid(&mermaid, drawing, &debate->diags);
	cp_drawing_write_graphml(&graphml, drawing, false);
	cp_drawing_write_graphml(&yed, drawing, true);
	expect_xml(&graphml);
	expect_xml(&yed);
	cp_buf_clear(&mermaid);
	cp_buf_clear(&graphml);
	cp_buf_clear(&yed);
}

static const cp_evaluation *standing_of(struct debate *debate, const cp_graph *graph)
{
	cp_evaluation evaluation;
	cp_evaluation_choose(&evaluation, "grounded", "none", "quadratic");
	cp_evaluate(&debate->arena, &evaluation, debate->graph, &debate->diags);
	return cp_evaluation_of_part(&debate->arena, &evaluation, graph);
}

static void draw(struct debate *debate, const cp_graph *graph, const cp_view *view,
	cp_layout layout)
{
	const cp_look look = {.wording = CP_WORDING_BOTH,
		.width = 100,
		.numbers = true,
		.direction = (cp_direction)(graph->steps_len % CP_DIRECTIONS),
		.standing = (view - cp_views) % 2 ? NULL : standing_of(debate, graph)};
	cp_buf svg = {0}, dot = {0}, places = {0}, words = {0};
	cp_drawing *drawing = cp_view_new(&debate->arena, graph, view, &look);
	MUST(cp_drawing_write_dot(&dot, drawing, &debate->diags));
	MUST(cp_drawing_lay_out(&debate->arena, drawing, layout, &debate->diags));
	cp_drawing_write_svg(&svg, drawing, true);
	MUST(cp_find_bytes(cp_buf_str(&svg), CP_LIT("nan"), 0) == SIZE_MAX);
	MUST(cp_find_bytes(cp_buf_str(&svg), CP_LIT("inf "), 0) == SIZE_MAX);
	expect_xml(&svg);
	write_graphs(debate, drawing);
	cp_drawing_write_json(&places, drawing);
	expect_json(&places);
	cp_drawing_write_outline(&words, drawing, "html");
	cp_buf_clear(&words);
	cp_buf_clear(&places);
	cp_buf_clear(&svg);
	cp_buf_clear(&dot);
}

/* Graphviz's layout starts a process each time, so that the tree has most of the turns. */
static void draw_all(struct debate *debate, const cp_graph *graph, size_t turn)
{
	for (const cp_view *view = cp_views; view->name; view++)
		draw(debate, graph, view, turn % 4 ? CP_LAYOUT_TREE : CP_LAYOUT_DOT);
}

static void count(struct debate *debate, const cp_graph *graph)
{
	const cp_measures *measures = cp_measures_new(&debate->arena, graph);
	cp_buf json = {0}, csv = {0}, text = {0}, svg = {0};
	cp_stats_write_json(&json, measures, NULL);
	expect_json(&json);
	cp_stats_write_csv(&csv, measures, NULL);
	cp_stats_write_text(&text, measures, NULL, true);
	for (cp_plot plot = 0; plot < CP_PLOTS; plot++)
		cp_plot_write_svg(&svg, measures, plot, &cp_themes[0]);
	MUST(cp_find_bytes(cp_buf_str(&svg), CP_LIT("nan"), 0) == SIZE_MAX);
	cp_buf_clear(&json);
	cp_buf_clear(&csv);
	cp_buf_clear(&text);
	cp_buf_clear(&svg);
}

/* A part of it: around some item, with a tag, less than all, or an issue. */
static void draw_part(struct debate *debate, const uint8_t *data, size_t size)
{
	char id[16], other[16], tag[16];
	unsigned first = size ? data[0] : 0, last = size ? data[size - 1] : 0;
	snprintf(id, sizeof id, "i%u", 1 + first % ITEMS);
	snprintf(other, sizeof other, "i%u", 1 + last % ITEMS);
	snprintf(tag, sizeof tag, "t%u", last % 5);
	cp_str tags[] = {cp_str_of(tag)}, collapsed[] = {cp_str_of(other)};
	cp_choice choice = {.depth = last & 0x40 ? CP_NONE : last % 4};
	if (size % 3)
		choice.focus = cp_str_of(id);
	else if (first & 1)
		choice.issue = CP_LIT("1");
	if (first & 2)
		choice.tags = (cp_names){tags, 1};
	if (first & 4)
		choice.collapsed = (cp_names){collapsed, 1};
	const cp_graph *part = cp_graph_choose(
		&debate->arena, debate->graph->annotation, &choice, &debate->diags);
	MUST(part || choice.issue.len); /* the sides need not clash */
	if (part) {
		count(debate, part);
		draw_all(debate, part, 1);
	}
}

static void draw_pages(struct debate *debate, size_t most)
{
	const cp_page_look how = {.layout = CP_LAYOUT_TREE, .most = most};
	const cp_page_files *files =
		cp_page_files_new(&debate->arena, debate->graph, &how, &debate->diags);
	MUST(files && files->list.len > 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t relations = size / 3 < RELATIONS ? size / 3 : RELATIONS;
	struct debate debate;
	cp_buf json = {0};
	put_debate(&json, data, relations);
	debate_init(&debate, (const uint8_t *)json.at, json.len);
	MUST(debate.graph);
	count(&debate, debate.graph);
	draw_all(&debate, debate.graph, size);
	draw_part(&debate, data, size);
	draw_pages(&debate, 2 + size % 30);
	debate_clear(&debate);
	cp_buf_clear(&json);
	return 0;
}
