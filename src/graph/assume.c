/* What is assumed of claims and steps, and what that changes. */
#include "graph/evaluate.h"

#include "graph/words.h"
#include "text/columns.h"
#include "text/suggest.h"

enum { MOST_LETTERS = 64 }; /* of an id, in a line */

/* ---- By their ids ---- */

cp_str cp_claim_id(const cp_graph *graph, uint32_t claim)
{
	uint32_t item = graph->claims[claim].item;
	return item == CP_NONE ? graph->annotation->motion_id
			       : graph->annotation->items.at[item].id;
}

cp_str cp_argument_id(const cp_graph *graph, uint32_t argument)
{
	return argument < graph->claims_len
		? cp_claim_id(graph, argument)
		: graph->steps[argument - graph->claims_len].id;
}

static uint32_t step_named(const cp_graph *graph, cp_str id)
{
	for (uint32_t s = 0; s < graph->steps_len; s++)
		if (cp_str_eq(graph->steps[s].id, id))
			return (uint32_t)graph->claims_len + s;
	return CP_NONE;
}

static void report_unknown(const cp_graph *graph, cp_str id, cp_diags *diags)
{
	cp_suggestion near = cp_suggestion_for(id);
	for (uint32_t i = 0; i < cp_annotation_nodes(graph->annotation); i++)
		cp_suggestion_see(&near, cp_node_id(graph->annotation, i));
	for (size_t s = 0; s < graph->steps_len; s++)
		cp_suggestion_see(&near, graph->steps[s].id);
	cp_diag *diag = cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
		"there is no item and no step \"%.*s\"", CP_FMT(id));
	cp_suggestion_hint(diags, diag, &near);
}

uint32_t cp_argument_named(const cp_graph *graph, cp_str id, cp_diags *diags)
{
	uint32_t node = cp_map_find(&graph->annotation->nodes_by_id, id);
	uint32_t argument =
		node != CP_NONE ? cp_claim_of_node(graph, node) : step_named(graph, id);
	if (argument == CP_NONE)
		report_unknown(graph, id, diags);
	return argument;
}

/* ---- What is assumed ---- */

/* Takes the ending off the text, if it has it. */
static bool take_ending(cp_str *text, cp_str ending)
{
	if (text->len <= ending.len || !cp_str_ends(*text, ending))
		return false;
	text->len -= ending.len;
	return true;
}

bool cp_evaluation_assume(cp_arena *arena, cp_evaluation *evaluation,
	const cp_graph *graph, cp_str text, cp_diags *diags)
{
	cp_str id = text;
	cp_assumed assumed = take_ending(&id, CP_LIT("=in")) ? CP_ASSUMED_IN
		: take_ending(&id, CP_LIT("=out"))           ? CP_ASSUMED_OUT
							     : CP_ASSUMED_NOTHING;
	if (assumed == CP_ASSUMED_NOTHING) {
		cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
			"\"%.*s\" assumes nothing: ID=in or ID=out is wanted",
			CP_FMT(text));
		return false;
	}
	uint32_t argument = cp_argument_named(graph, id, diags);
	if (argument == CP_NONE)
		return false;
	if (!evaluation->assumed)
		evaluation->assumed = CP_NEW_ARRAY(
			arena, uint8_t, graph->claims_len + graph->steps_len);
	evaluation->assumed[argument] = (uint8_t)assumed;
	return true;
}

/* ---- What that changes ---- */

static size_t count_arguments(const cp_evaluation *evaluation)
{
	return evaluation->graph->claims_len + evaluation->graph->steps_len;
}

cp_list cp_evaluation_changes(cp_arena *arena, const cp_evaluation *evaluation)
{
	CP_ARRAY(uint32_t) changes = {0};
	size_t len = evaluation->before ? count_arguments(evaluation) : 0;
	for (uint32_t i = 0; i < len; i++)
		if (evaluation->statuses[i] != evaluation->before->statuses[i])
			*cp_push(arena, &changes) = i;
	return (cp_list){changes.at, changes.len};
}

void cp_evaluation_put_assumed(cp_buf *out, const cp_evaluation *evaluation)
{
	static const char *const words[] = {
		[CP_ASSUMED_IN] = "stands", [CP_ASSUMED_OUT] = "is defeated"};
	cp_buf text = {0};
	size_t len = evaluation->assumed ? count_arguments(evaluation) : 0;
	for (uint32_t i = 0; i < len; i++) {
		cp_assumed assumed = cp_evaluation_assumes(evaluation, i);
		if (assumed == CP_ASSUMED_NOTHING)
			continue;
		cp_buf_puts(
			&text, text.len ? ", " : "Assumed, whatever the debate says: ");
		cp_put_clipped(&text, cp_argument_id(evaluation->graph, i), MOST_LETTERS);
		cp_buf_printf(&text, " %s", words[assumed]);
	}
	if (text.len) {
		cp_buf_putc(&text, '.');
		cp_put_columns(out, cp_buf_str(&text), 0);
		cp_buf_putc(out, '\n');
	}
	cp_buf_clear(&text);
}

static void put_change(cp_buf *out, const cp_evaluation *evaluation, uint32_t argument)
{
	const cp_evaluation *before = evaluation->before;
	cp_put_clipped(out, cp_argument_id(evaluation->graph, argument), MOST_LETTERS);
	cp_buf_printf(out, ": %s ", cp_status_names[before->statuses[argument]]);
	cp_evaluation_put_strength(out, before, argument);
	cp_buf_printf(out, " → %s ", cp_status_names[evaluation->statuses[argument]]);
	cp_evaluation_put_strength(out, evaluation, argument);
	cp_buf_putc(out, '\n');
}

void cp_evaluation_put_changes(cp_buf *out, const cp_evaluation *evaluation)
{
	cp_arena arena = {0};
	cp_list changes = cp_evaluation_changes(&arena, evaluation);
	if (!evaluation->before)
		return;
	cp_buf_puts(out, "\nWhat that changes:\n");
	if (!changes.len || changes.at[0] != CP_MOTION) {
		cp_buf_printf(
			out, "The status of the motion stays, its strength goes from ");
		cp_evaluation_put_strength(out, evaluation->before, CP_MOTION);
		cp_buf_puts(out, " to ");
		cp_evaluation_put_strength(out, evaluation, CP_MOTION);
		cp_buf_puts(out, ".\n");
	}
	for (size_t i = 0; i < changes.len; i++)
		put_change(out, evaluation, changes.at[i]);
	cp_arena_clear(&arena);
}
