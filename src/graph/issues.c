#include "graph/issues.h"

#include "graph/measures.h"
#include "text/suggest.h"

/* The claim of a clash; of one at a step, whose reason that is. */
static uint32_t claim_of(const cp_graph *graph, const cp_clash *clash)
{
	return clash->step == CP_NONE ? clash->claim
				      : graph->steps[clash->step].premises.at[0];
}

static cp_str id_of(const cp_graph *graph, const cp_clash *clash)
{
	return clash->step == CP_NONE
		? graph->annotation->items.at[graph->claims[clash->claim].item].id
		: graph->steps[clash->step].id;
}

/* ---- By name ---- */

static cp_issue issue_of_claim(cp_arena *arena, uint32_t claim, cp_str id)
{
	uint32_t *claims = CP_NEW_ARRAY(arena, uint32_t, 1);
	claims[0] = claim;
	return (cp_issue){{claims, 1}, CP_NONE, id};
}

static cp_issue issue_of_clash(
	cp_arena *arena, const cp_graph *graph, const cp_clash *clash)
{
	cp_str id = id_of(graph, clash);
	return clash->step == CP_NONE
		? issue_of_claim(arena, clash->claim, id)
		: (cp_issue){graph->steps[clash->step].premises, clash->step, id};
}

static size_t number_of(cp_str name)
{
	size_t number = 0;
	for (size_t i = 0; i < name.len; i++) {
		if (name.at[i] < '0' || name.at[i] > '9' || number > 100000)
			return 0;
		number = 10 * number + (size_t)(name.at[i] - '0');
	}
	return number;
}

static bool bears_on_motion(const cp_graph *graph, uint32_t claim)
{
	cp_list uses = graph->claims[claim].uses;
	for (size_t i = 0; i < uses.len; i++)
		if (cp_step_aim(graph, &graph->steps[uses.at[i]]) == CP_MOTION)
			return true;
	return false;
}

static void report_none(
	const cp_measures *measures, cp_str name, uint32_t node, cp_diags *diags)
{
	const cp_graph *graph = measures->graph;
	cp_suggestion near = cp_suggestion_for(name);
	for (size_t i = 0; i < measures->clashes.len; i++)
		cp_suggestion_see(&near, id_of(graph, &measures->clashes.at[i]));
	if (node != CP_NONE) {
		cp_diag *diag = cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
			"\"%.*s\" is no issue: the sides do not clash there",
			CP_FMT(name));
		cp_diag_hint(diags, diag, "\"--focus %.*s\" shows what bears on it",
			CP_FMT(name));
		return;
	}
	cp_diag *diag = cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
		"there is no issue \"%.*s\"; the debate has %zu", CP_FMT(name),
		measures->clashes.len);
	if (near.best.at && !number_of(name))
		cp_suggestion_hint(diags, diag, &near);
	else if (measures->clashes.len)
		cp_diag_hint(diags, diag, "\"--issue list\" shows them");
}

/* The clash at a claim, or else at a step from it, or at the step of this id. */
static const cp_clash *find_clash(
	const cp_measures *measures, cp_str name, uint32_t claim)
{
	const cp_clash *at_step = NULL;
	for (size_t i = 0; i < measures->clashes.len; i++) {
		const cp_clash *clash = &measures->clashes.at[i];
		bool meant = claim_of(measures->graph, clash) == claim
			|| cp_str_eq(id_of(measures->graph, clash), name);
		if (meant && clash->step == CP_NONE)
			return clash;
		if (meant && !at_step)
			at_step = clash;
	}
	return at_step;
}

bool cp_issue_find(cp_arena *arena, const cp_graph *graph, cp_str name, cp_issue *issue,
	cp_diags *diags)
{
	const cp_measures *measures = cp_measures_new(arena, graph);
	uint32_t node = cp_map_find(&graph->annotation->nodes_by_id, name);
	uint32_t claim = node == CP_NONE ? CP_NONE : cp_claim_of_node(graph, node);
	const cp_clash *clash = find_clash(measures, name, claim);
	size_t number = node == CP_NONE ? number_of(name) : 0;
	if (number && number <= measures->clashes.len)
		clash = &measures->clashes.at[number - 1];
	if (clash) {
		*issue = issue_of_clash(arena, graph, clash);
		return true;
	}
	if (claim != CP_NONE && (claim == CP_MOTION || bears_on_motion(graph, claim))) {
		*issue = issue_of_claim(arena, claim, name);
		return true;
	}
	report_none(measures, name, node, diags);
	return false;
}

/* ---- The list ---- */

static void put_issue(
	cp_buf *out, const cp_graph *graph, const cp_clash *clash, size_t number)
{
	cp_str text = graph->claims[claim_of(graph, clash)].text;
	cp_buf_printf(out, "%zu. ", number);
	cp_buf_put_line(out, id_of(graph, clash));
	cp_buf_puts(out, clash->step == CP_NONE ? ": " : ": the step from “");
	cp_buf_put_line(out, text);
	cp_buf_printf(out, "%s (%u for, %u against; %u %s)\n",
		clash->step == CP_NONE ? "" : "”", (unsigned)clash->pro,
		(unsigned)clash->contra, (unsigned)clash->moves,
		clash->moves == 1 ? "comment" : "comments");
}

void cp_issues_write(cp_buf *out, const cp_graph *graph)
{
	cp_arena arena = {0};
	const cp_measures *measures = cp_measures_new(&arena, graph);
	for (size_t i = 0; i < measures->clashes.len; i++)
		put_issue(out, graph, &measures->clashes.at[i], i + 1);
	if (!measures->clashes.len)
		cp_buf_puts(out, "The sides clash nowhere.\n");
	cp_arena_clear(&arena);
}
