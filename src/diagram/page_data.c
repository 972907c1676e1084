#include "diagram/page_data.h"

#include "graph/words.h"
#include "json/writer.h"

static void put_indices(cp_json_writer *json, const char *key, cp_list list)
{
	cp_json_open(json, key, '[');
	for (size_t i = 0; i < list.len; i++)
		cp_json_number(json, NULL, list.at[i]);
	cp_json_close(json, ']');
}

static void put_text(cp_json_writer *json, const char *key, cp_str text)
{
	if (text.len)
		cp_json_text(json, key, text);
}

/* ---- Quotations ---- */

static const char *const fidelity_words[] = {
	[CP_FIDELITY_UNCHECKED] = "The original is not at hand.",
	[CP_FIDELITY_EXACT] = "Quoted word for word.",
	[CP_FIDELITY_FOLDED] = "Quoted word for word, but for typography.",
	[CP_FIDELITY_ELIDED] = "Words are left out or put in, as is marked.",
	[CP_FIDELITY_CUT] = "The words are cut off from one that turns their meaning.",
	[CP_FIDELITY_ALTERED] = "The words are altered.",
	[CP_FIDELITY_NOT_FOUND] = "These words were not found in the original.",
};

static cp_str original_words(const cp_graph *graph, const cp_item *item)
{
	cp_str text = item->quoted_comment != CP_NONE
		? graph->thread->comments.at[item->quoted_comment].text
		: graph->annotation->works.at[item->quoted_work].text;
	return item->quoted_span.end > item->quoted_span.start
		? cp_str_part(text, item->quoted_span.start, item->quoted_span.end)
		: item->of_quote;
}

static void put_original(cp_json_writer *json, const cp_graph *graph, const cp_item *item)
{
	cp_buf by = {0};
	if (item->kind != CP_QUOTATION
		|| (item->quoted_comment == CP_NONE && item->quoted_work == CP_NONE))
		return;
	cp_json_open(json, "original", '{');
	if (item->quoted_comment != CP_NONE) {
		cp_buf_put(&by, cp_quoted_name(graph, item));
		cp_json_number(json, "comment", item->quoted_comment);
	} else {
		cp_put_work(&by, &graph->annotation->works.at[item->quoted_work]);
	}
	cp_json_text(json, "by", cp_buf_str(&by));
	put_text(json, "words", original_words(graph, item));
	cp_json_text(json, "fidelity", cp_str_of(fidelity_words[item->fidelity]));
	cp_json_close(json, '}');
	cp_buf_clear(&by);
}

/* ---- The graph ---- */

/* What a part leaves out keeps its place, so that the others keep theirs. */
static void put_nothing(cp_json_writer *json)
{
	cp_json_open(json, NULL, '{');
	cp_json_close(json, '}');
}

static void put_tags(cp_json_writer *json, const cp_item *item)
{
	if (!item->tags_len)
		return;
	cp_json_open(json, "tags", '[');
	for (size_t i = 0; i < item->tags_len; i++)
		cp_json_text(json, NULL, item->tags[i]);
	cp_json_close(json, ']');
}

static void put_item(cp_json_writer *json, const cp_graph *graph, uint32_t index)
{
	if (graph->claim_of[index] == CP_NONE) {
		put_nothing(json);
		return;
	}
	const cp_item *item = &graph->annotation->items.at[index];
	const char *how = item->implicit ? "unstated" : cp_attitude_word(item);
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "id", item->id);
	cp_json_text(json, "kind", cp_str_of(cp_kind_names[item->kind]));
	cp_json_number(json, "claim", graph->claim_of[index]);
	if (graph->person_of[index] != CP_NONE)
		cp_json_number(json, "person", graph->person_of[index]);
	if (item->comment != CP_NONE)
		cp_json_number(json, "comment", item->comment);
	cp_json_bool(json, "found", cp_item_is_anchored(item));
	put_text(json, "words", cp_item_words(item));
	put_text(json, "how", cp_str_of(how ? how : ""));
	put_text(json, "note", item->note);
	put_tags(json, item);
	put_original(json, graph, item);
	cp_json_close(json, '}');
}

static void put_claim(cp_json_writer *json, const cp_graph *graph, uint32_t index)
{
	const cp_claim *claim = &graph->claims[index];
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "text", claim->text);
	cp_json_text(json, "side", cp_str_of(cp_stance_name(claim->stance)));
	put_indices(json, "items", claim->items);
	cp_json_close(json, '}');
}

static void put_step(cp_json_writer *json, const cp_graph *graph, uint32_t index)
{
	const cp_step *step = &graph->steps[index];
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "kind", cp_str_of(cp_relation_names[step->kind]));
	put_indices(json, "premises", step->premises);
	cp_json_number(json, "target", step->target);
	put_text(json, "scheme", step->said->scheme);
	put_text(json, "note", step->said->note);
	cp_json_close(json, '}');
}

static void put_grant(cp_json_writer *json, const cp_graph *graph, uint32_t index)
{
	const cp_concession *grant = &graph->annotation->concessions.at[index];
	uint32_t by = cp_claim_of_node(graph, grant->by);
	uint32_t of = cp_claim_of_node(graph, grant->of);
	if (by == CP_NONE || of == CP_NONE) {
		put_nothing(json);
		return;
	}
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "kind", cp_str_of(cp_relation_names[CP_CONCEDES]));
	put_indices(json, "premises", (cp_list){&by, 1});
	cp_json_number(json, "target", of);
	cp_json_close(json, '}');
}

static void put_person(cp_json_writer *json, const cp_graph *graph, uint32_t index)
{
	cp_json_text(json, NULL, cp_person_name(&graph->people[index]));
}

static void put_comment(cp_json_writer *json, const cp_graph *graph, uint32_t index)
{
	cp_json_text(json, NULL, graph->thread->comments.at[index].id);
}

static void put_all(cp_json_writer *json, const char *key, const cp_graph *graph,
	size_t count,
	void (*put)(cp_json_writer *json, const cp_graph *graph, uint32_t index))
{
	cp_json_open(json, key, '[');
	for (uint32_t i = 0; i < count; i++)
		put(json, graph, i);
	cp_json_close(json, ']');
}

/* In JSON, "<" stands only in texts. U+2028 and U+2029 would end a line of a script. */
static void put_for_script(cp_buf *out, cp_str json)
{
	static const cp_str separators = {"\xe2\x80", 2};
	for (size_t i = 0; i < json.len; i++) {
		bool separator = json.len - i > 2
			&& memcmp(json.at + i, separators.at, separators.len) == 0
			&& (json.at[i + 2] == '\xa8' || json.at[i + 2] == '\xa9');
		if (json.at[i] == '<') {
			cp_buf_puts(out, "\\u003c");
		} else if (separator) {
			cp_buf_puts(
				out, json.at[i + 2] == '\xa8' ? "\\u2028" : "\\u2029");
			i += separators.len;
		} else {
			cp_buf_putc(out, json.at[i]);
		}
	}
}

void cp_page_write_data(cp_buf *out, const cp_graph *graph)
{
	cp_buf text = {0};
	cp_json_writer json = {.out = &text, .tall = 2};
	cp_json_open(&json, NULL, '{');
	put_all(&json, "claims", graph, graph->claims_len, put_claim);
	put_all(&json, "items", graph, graph->annotation->items.len, put_item);
	put_all(&json, "steps", graph, graph->steps_len, put_step);
	put_all(&json, "grants", graph, graph->annotation->concessions.len, put_grant);
	put_all(&json, "people", graph, graph->people_len, put_person);
	put_all(&json, "comments", graph, graph->thread->comments.len, put_comment);
	cp_json_close(&json, '}');
	put_for_script(out, cp_buf_str(&text));
	cp_buf_clear(&text);
}
