/* A debate of any shape, drawn: three bytes make a relation, and every graph of them can be
 * laid out and written. */
#include "debate.h"

#include "diagram/drawing.h"
#include "text/find.h"

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
		"\"quote\":\"w%zu\",\"gist\":\"Point %zu, with some words to wrap\"",
		item > 1 ? "," : "", item, item, item);
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

/* Graphviz's layout starts a process each time, so that the tree has most of the turns. */
static void draw(struct debate *debate, cp_layout layout)
{
	cp_buf svg = {0}, dot = {0}, places = {0};
	cp_drawing *drawing = cp_map_new(&debate->arena, debate->graph);
	MUST(cp_drawing_write_dot(&dot, drawing, &debate->diags));
	MUST(cp_drawing_lay_out(&debate->arena, drawing, layout, &debate->diags));
	cp_drawing_write_svg(&svg, drawing, true);
	MUST(cp_find_bytes(cp_buf_str(&svg), CP_LIT("nan"), 0) == SIZE_MAX);
	MUST(cp_find_bytes(cp_buf_str(&svg), CP_LIT("inf "), 0) == SIZE_MAX);
	cp_drawing_write_json(&places, drawing);
	json_t *json = json_loadb(places.at, places.len, JSON_REJECT_DUPLICATES, NULL);
	MUST(json);
	json_decref(json);
	cp_buf_clear(&places);
	cp_buf_clear(&svg);
	cp_buf_clear(&dot);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t relations = size / 3 < RELATIONS ? size / 3 : RELATIONS;
	struct debate debate;
	cp_buf json = {0};
	put_debate(&json, data, relations);
	debate_init(&debate, (const uint8_t *)json.at, json.len);
	MUST(debate.graph);
	draw(&debate, size % 4 ? CP_LAYOUT_TREE : CP_LAYOUT_DOT);
	debate_clear(&debate);
	cp_buf_clear(&json);
	return 0;
}
