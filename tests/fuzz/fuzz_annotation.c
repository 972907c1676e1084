/* Any bytes as an annotation with its thread inside: whatever is wrong with it, there is a
 * graph, a map, a summary, a page and an evaluation, and nothing from the input is markup in them. */
#include "debate.h"

#include "annotation/anchors.h"
#include "diagram/view.h"
#include "diagram/page.h"
#include "graph/explain.h"
#include "json/allow.h"
#include "json/findings.h"
#include "summary/summary.h"
#include "text/find.h"
#include "text/utf8.h"

static void check_graph(const cp_graph *graph)
{
	for (size_t i = 0; i < graph->annotation->items.len; i++) {
		MUST(graph->claim_of[i] < graph->claims_len);
		MUST(graph->person_of[i] == CP_NONE
			|| graph->person_of[i] < graph->people_len);
		cp_anchor anchor = graph->annotation->items.at[i].anchor;
		MUST(anchor.span.start <= anchor.span.end);
	}
	for (size_t i = 0; i < graph->steps_len; i++) {
		const cp_step *step = &graph->steps[i];
		MUST(step->target < (step->kind == CP_UNDERCUTS ? graph->steps_len
								: graph->claims_len));
		MUST(step->premises.len);
	}
}

static void check_map(cp_arena *arena, const cp_graph *graph)
{
	const cp_drawing *drawing = cp_map_new(arena, graph);
	size_t ends = drawing->boxes.len + drawing->joints.len;
	MUST(drawing->boxes.len <= graph->claims_len);
	for (size_t i = 0; i < drawing->boxes.len; i++)
		MUST(drawing->boxes.at[i].width > 0 && drawing->boxes.at[i].height > 0);
	for (size_t i = 0; i < drawing->lines.len; i++)
		MUST(drawing->lines.at[i].from < ends && drawing->lines.at[i].to < ends);
}

static void must_be_clean(const cp_buf *out, const char *what)
{
	size_t bad;
	MUST(cp_utf8_valid(cp_buf_str(out), &bad));
	MUST(!what || cp_find_bytes(cp_buf_str(out), cp_str_of(what), 0) == SIZE_MAX);
}

/* The page has two scripts of its own, its data and what works on it; nothing may begin or
 * end another one. */
static void must_have_own_scripts(const cp_buf *page)
{
	static const char *const tags[] = {"<script", "</script"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		size_t count = 0, at = 0;
		for (; (at = cp_find_bytes(cp_buf_str(page), cp_str_of(tags[i]), at))
			!= SIZE_MAX;
			at++)
			count++;
		MUST(count == 2);
	}
}

static void must_be_json(const cp_buf *out)
{
	json_t *json = json_loadb(out->at, out->len, 0, NULL);
	MUST(json);
	json_decref(json);
}

/* Every sentence has an end, and held when it was held against the debate again. */
static void must_be_sentences(const cp_prose *prose, const cp_diags *diags)
{
	for (size_t i = 0; i < diags->list.len; i++)
		MUST(diags->list.at[i].code != CP_NOT_BORNE_OUT);
	for (size_t i = 0; i < prose->blocks.len; i++) {
		const cp_block *block = &prose->blocks.at[i];
		MUST(block->sentences.len);
		for (size_t s = 0; s < block->sentences.len; s++)
			MUST(block->sentences.at[s].ended);
	}
}

static void check_words(struct debate *debate, size_t size)
{
	cp_buf markdown = {0}, text = {0}, html = {0}, page = {0}, json = {0};
	const cp_graph *graph = debate->graph;
	cp_summary_wish wish = {(cp_length)(graph->claims_len % CP_LENGTHS),
		(cp_reader)(size % CP_READERS), 0};
	if (!graph->people_len)
		wish.reader = CP_ANYONE;
	const cp_prose *prose =
		cp_summary_new(&debate->arena, graph, &wish, &debate->diags);
	must_be_sentences(prose, &debate->diags);
	cp_prose_write_markdown(&markdown, prose);
	cp_prose_write_text(&text, prose);
	cp_prose_write_html(&html, prose, 2);
	cp_prose_write_json(&json, prose, graph);
	cp_page_write(&page, cp_map_new(&debate->arena, graph), (cp_str){"", 0},
		cp_buf_str(&html));
	must_be_clean(&markdown, NULL);
	must_be_clean(&text, NULL);
	must_be_clean(&html, "<script");
	must_be_clean(&page, NULL);
	must_be_clean(&json, NULL);
	must_be_json(&json);
	must_have_own_scripts(&page);
	cp_buf_clear(&markdown);
	cp_buf_clear(&text);
	cp_buf_clear(&html);
	cp_buf_clear(&page);
	cp_buf_clear(&json);
}

static void must_be_strengths(const cp_evaluation *evaluation, size_t len)
{
	for (size_t i = 0; i < len; i++)
		MUST(evaluation->strengths.of[i] >= 0
			&& evaluation->strengths.of[i] <= 1);
}

/* A circle is at rest a little before its balance. */
static void must_be_bounds(const cp_evaluation *evaluation, size_t len)
{
	const cp_strengths *strengths = &evaluation->strengths;
	const double slack = 1e-3, *low = evaluation->bounds.of, *high = low + len;
	for (size_t i = 0; i < len; i++) {
		MUST(low[i] >= 0 && low[i] <= high[i] + slack && high[i] <= 1);
		MUST(!strengths->at_rest[i]
			|| (strengths->of[i] >= low[i] - slack
				&& strengths->of[i] <= high[i] + slack));
	}
}

static void check_why(struct debate *debate, const cp_evaluation *evaluation, size_t size)
{
	cp_buf text = {0}, json = {0};
	size_t len = debate->graph->claims_len + debate->graph->steps_len;
	const cp_explanation *explanation = cp_explanation_new(
		&debate->arena, evaluation, (uint32_t)(size % len), (uint32_t)(size % 3));
	cp_explanation_write_text(&text, explanation);
	cp_explanation_write_json(&json, explanation);
	must_be_clean(&text, "\x1b");
	json_t *read = json_loadb(json.at, json.len, JSON_REJECT_DUPLICATES, NULL);
	MUST(read);
	json_decref(read);
	cp_buf_clear(&text);
	cp_buf_clear(&json);
}

/* By a reading of support and a measure that the size picks, and by grounded semantics:
 * others take as long as they take. */
static void check_weights(struct debate *debate, size_t size)
{
	cp_buf text = {0}, json = {0};
	const cp_graph *graph = debate->graph;
	cp_evaluation evaluation = {
		.semantics = CP_GROUNDED,
		.support = (cp_support)(size % CP_SUPPORT_READINGS),
		.strength = (cp_strength)(size % CP_STRENGTHS),
		.by_votes = size % 2,
		.uncertainty = 0.01 + (double)(size % 5) / 8,
	};
	cp_evaluate(&debate->arena, &evaluation, graph, &debate->diags);
	must_be_strengths(&evaluation, graph->claims_len + graph->steps_len);
	must_be_bounds(&evaluation, graph->claims_len + graph->steps_len);
	cp_evaluation_write_text(&text, &evaluation);
	cp_evaluation_write_json(&json, &evaluation);
	must_be_clean(&text, "\x1b");
	json_t *read = json_loadb(json.at, json.len, JSON_REJECT_DUPLICATES, NULL);
	MUST(read);
	json_decref(read);
	check_why(debate, &evaluation, size);
	cp_buf_clear(&text);
	cp_buf_clear(&json);
}

static void check_findings(struct debate *debate)
{
	cp_buf json = {0}, sarif = {0};
	cp_diags *list = &debate->diags;
	cp_allow_apply(&debate->document, list);
	cp_findings_write_json(&json, &(cp_findings){&list, 1, "", 0});
	cp_findings_write_sarif(&sarif, &(cp_findings){&list, 1, "", 0});
	json_t *one = json_loadb(json.at, json.len, JSON_REJECT_DUPLICATES, NULL);
	json_t *two = json_loadb(sarif.at, sarif.len, JSON_REJECT_DUPLICATES, NULL);
	MUST(one && two);
	json_decref(one);
	json_decref(two);
	cp_buf_clear(&json);
	cp_buf_clear(&sarif);
}

static void check_anchors(struct debate *debate)
{
	const cp_annotation *annotation = debate->graph->annotation;
	cp_buf text = {0}, json = {0}, repaired = {0}, changes = {0};
	cp_edits *edits = cp_edits_new(&debate->arena, debate->document.source);
	cp_anchors_write_text(&text, annotation);
	cp_anchors_write_json(&json, annotation);
	cp_anchors_repair(&debate->arena, annotation, true, edits, &changes);
	cp_edits_apply(edits, &repaired);
	must_be_clean(&text, NULL);
	must_be_clean(&changes, NULL);
	must_be_json(&json);
	must_be_json(&repaired);
	cp_buf_clear(&text);
	cp_buf_clear(&json);
	cp_buf_clear(&repaired);
	cp_buf_clear(&changes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct debate debate;
	debate_init(&debate, data, size);
	if (debate.graph) {
		check_graph(debate.graph);
		check_map(&debate.arena, debate.graph);
		check_words(&debate, size);
		check_anchors(&debate);
		check_weights(&debate, size);
	}
	check_findings(&debate);
	debate_clear(&debate);
	return 0;
}
