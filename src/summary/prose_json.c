/* Prose as JSON: for programs that show a summary in their own way, or check it. */
#include "summary/prose.h"

#include "json/writer.h"
#include "text/utf8.h"

enum { TALL = 4 }; /* a line each down to the sentences; what is in one, on one line */

static cp_str id_of_comment(const cp_graph *graph, uint32_t comment)
{
	return graph->thread->comments.at[comment].id;
}

static cp_str id_of_item(const cp_graph *graph, uint32_t item)
{
	return graph->annotation->items.at[item].id;
}

static cp_str id_of_step(const cp_graph *graph, uint32_t step)
{
	return graph->steps[step].id;
}

static void put_ids(cp_json_writer *json, const char *key, const cp_graph *graph,
	const uint32_t *ids, size_t len,
	cp_str (*id_of)(const cp_graph *graph, uint32_t index))
{
	cp_json_open(json, key, '[');
	for (size_t i = 0; i < len; i++)
		cp_json_text(json, NULL, id_of(graph, ids[i]));
	cp_json_close(json, ']');
}

struct comments {
	CP_ARRAY(uint32_t) list;
};

static void see_comment(cp_arena *arena, struct comments *comments, uint32_t comment)
{
	for (size_t i = 0; i < comments->list.len; i++)
		if (comments->list.at[i] == comment)
			return;
	if (comment != CP_NONE)
		*cp_push(arena, &comments->list) = comment;
}

/* Those that are cited, and those of the items, each once. */
static void put_comments(cp_arena *arena, cp_json_writer *json, const cp_graph *graph,
	const cp_sentence *sentence)
{
	struct comments comments = {0};
	for (size_t i = 0; i < sentence->runs.len; i++)
		if (sentence->runs.at[i].kind == CP_RUN_CITE)
			see_comment(arena, &comments, sentence->runs.at[i].of);
	for (size_t i = 0; i < sentence->items.len; i++)
		see_comment(arena, &comments,
			graph->annotation->items.at[sentence->items.at[i]].comment);
	put_ids(json, "comments", graph, comments.list.at, comments.list.len,
		id_of_comment);
}

/* Places in code points, as in the files. */
static void put_span(
	cp_json_writer *json, const cp_graph *graph, uint32_t comment, cp_span span)
{
	cp_str text = graph->thread->comments.at[comment].text;
	size_t start = cp_utf8_count(cp_str_part(text, 0, span.start));
	cp_json_text(json, "comment", id_of_comment(graph, comment));
	cp_json_number(json, "start", start);
	cp_json_number(json, "end",
		start + cp_utf8_count(cp_str_part(text, span.start, span.end)));
}

static void put_passage(cp_json_writer *json, const cp_graph *graph, const cp_run *run)
{
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "text", run->text);
	cp_json_text(json, "comment", id_of_comment(graph, run->of));
	cp_json_close(json, '}');
}

static void put_quote(cp_json_writer *json, const cp_graph *graph, const cp_run *run)
{
	const cp_item *item = &graph->annotation->items.at[run->of];
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "text", run->text);
	cp_json_text(json, "item", item->id);
	if (run->kind == CP_RUN_QUOTE && cp_item_is_anchored(item)) {
		put_span(json, graph, item->comment, item->anchor.span);
	} else if (run->kind == CP_RUN_ORIGINAL && item->quoted_comment != CP_NONE) {
		put_span(json, graph, item->quoted_comment, item->quoted_span);
	}
	cp_json_close(json, '}');
}

static void put_quotes(
	cp_json_writer *json, const cp_graph *graph, const cp_sentence *sentence)
{
	cp_json_open(json, "quotes", '[');
	for (size_t i = 0; i < sentence->runs.len; i++)
		if (sentence->runs.at[i].kind == CP_RUN_QUOTE
			|| sentence->runs.at[i].kind == CP_RUN_ORIGINAL)
			put_quote(json, graph, &sentence->runs.at[i]);
		else if (sentence->runs.at[i].kind == CP_RUN_PASSAGE)
			put_passage(json, graph, &sentence->runs.at[i]);
	cp_json_close(json, ']');
}

static void put_sentence(cp_arena *arena, cp_json_writer *json, const cp_graph *graph,
	cp_section section, const cp_sentence *sentence)
{
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "text", cp_sentence_text(arena, sentence));
	cp_json_text(json, "section", cp_str_of(cp_section_names[section]));
	put_comments(arena, json, graph, sentence);
	put_ids(json, "items", graph, sentence->items.at, sentence->items.len,
		id_of_item);
	put_ids(json, "steps", graph, sentence->steps.at, sentence->steps.len,
		id_of_step);
	put_quotes(json, graph, sentence);
	cp_json_close(json, '}');
}

static void put_row(cp_arena *arena, cp_json_writer *json, const cp_block *row)
{
	cp_json_open(json, NULL, '[');
	for (size_t c = 0; c < row->sentences.len; c++)
		cp_json_text(json, NULL, cp_sentence_text(arena, &row->sentences.at[c]));
	cp_json_close(json, ']');
}

static bool is_table(const cp_prose *prose, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (prose->blocks.at[i].kind == CP_ROW)
			return true;
	return false;
}

static void put_table(cp_arena *arena, cp_json_writer *json, const cp_prose *prose,
	size_t start, size_t end)
{
	cp_json_open(json, "table", '[');
	for (size_t i = start; i < end; i++)
		if (prose->blocks.at[i].kind == CP_ROW)
			put_row(arena, json, &prose->blocks.at[i]);
	cp_json_close(json, ']');
}

static void put_section(cp_json_writer *json, const cp_prose *prose,
	const cp_graph *graph, size_t start, size_t end)
{
	cp_arena *arena = prose->arena;
	cp_section section = prose->blocks.at[start].section;
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "section", cp_str_of(cp_section_names[section]));
	for (size_t i = start; i < end; i++)
		if (prose->blocks.at[i].kind == CP_HEADING)
			cp_json_text(json, "heading",
				cp_sentence_text(
					arena, &prose->blocks.at[i].sentences.at[0]));
	cp_json_open(json, "sentences", '[');
	for (size_t i = start; i < end; i++) {
		const cp_block *block = &prose->blocks.at[i];
		for (size_t s = 0; s < block->sentences.len; s++)
			if (block->kind == CP_PARAGRAPH || block->kind == CP_ITEM)
				put_sentence(arena, json, graph, section,
					&block->sentences.at[s]);
	}
	cp_json_close(json, ']');
	if (is_table(prose, start, end))
		put_table(arena, json, prose, start, end);
	cp_json_close(json, '}');
}

void cp_prose_write_json(cp_buf *out, const cp_prose *prose, const cp_graph *graph)
{
	cp_json_writer json = {.out = out, .tall = TALL};
	cp_json_open(&json, NULL, '{');
	cp_json_text(&json, "title",
		cp_sentence_text(prose->arena, &prose->blocks.at[0].sentences.at[0]));
	cp_json_text(&json, "motion", graph->claims[CP_MOTION].text);
	cp_json_open(&json, "sections", '[');
	for (size_t i = 0, end; i < prose->blocks.len; i = end) {
		end = i + 1;
		while (end < prose->blocks.len
			&& prose->blocks.at[end].section == prose->blocks.at[i].section)
			end++;
		put_section(&json, prose, graph, i, end);
	}
	cp_json_close(&json, ']');
	cp_json_close(&json, '}');
	cp_buf_putc(out, '\n');
}
