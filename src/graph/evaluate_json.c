#include "graph/evaluate.h"

#include "graph/words.h"

#include <jansson.h>
#include <stdlib.h>

enum { DIGITS = 3 }; /* of a strength: more would say more than is known */

static void set_text(json_t *object, const char *key, cp_str text)
{
	json_object_set_new(object, key, json_stringn(text.at ? text.at : "", text.len));
}

static void set_result(json_t *object, const cp_evaluation *evaluation, size_t index)
{
	set_text(object, "status",
		cp_str_of(cp_status_names[evaluation->statuses[index]]));
	json_object_set_new(object, "strength",
		cp_evaluation_is_known(evaluation, index)
			? json_real(evaluation->strengths.of[index])
			: json_null());
	if (evaluation->bounds.of
		&& evaluation->statuses[index] != CP_STATUS_NOT_ASSERTED) {
		cp_bounds bounds = cp_evaluation_bounds(evaluation, index, 1000);
		json_object_set_new(object, "least", json_real(bounds.low));
		json_object_set_new(object, "most", json_real(bounds.high));
	}
}

static void set_start(json_t *root, const cp_evaluation *evaluation)
{
	const cp_votes *votes = &evaluation->votes;
	if (evaluation->bounds.of)
		json_object_set_new(
			root, "uncertainty", json_real(evaluation->uncertainty));
	if (evaluation->by_votes)
		json_object_set_new(root, "votes",
			json_pack("{s:I, s:I, s:s}", "claims", (json_int_t)votes->claims,
				"shared_comments", (json_int_t)votes->shared, "caveat",
				"votes tell what is popular, not what is well argued"));
}

static json_t *claims_as_json(const cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	json_t *claims = json_array();
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		json_t *claim = json_object();
		set_text(claim, "id", cp_claim_id(graph, c));
		set_text(claim, "text", graph->claims[c].text);
		set_result(claim, evaluation, c);
		json_array_append_new(claims, claim);
	}
	return claims;
}

static json_t *steps_as_json(const cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	json_t *steps = json_array();
	for (size_t s = 0; s < graph->steps_len; s++) {
		json_t *step = json_object();
		set_text(step, "id", graph->steps[s].id);
		set_text(step, "kind", cp_str_of(cp_step_verb(&graph->steps[s])));
		set_result(step, evaluation, graph->claims_len + s);
		json_array_append_new(steps, step);
	}
	return steps;
}

void cp_evaluation_write_json(cp_buf *out, const cp_evaluation *evaluation)
{
	json_t *root = json_object();
	set_text(root, "semantics", cp_str_of(cp_evaluation_semantics(evaluation)));
	set_text(root, "support", cp_str_of(cp_support_names[evaluation->support]));
	set_text(root, "measure", cp_str_of(cp_strength_names[evaluation->strength]));
	set_start(root, evaluation);
	json_object_set_new(
		root, "has_extension", json_boolean(evaluation->answer == CP_YES));
	json_object_set_new(root, "claims", claims_as_json(evaluation));
	json_object_set_new(root, "steps", steps_as_json(evaluation));
	char *text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS));
	cp_buf_puts(out, text);
	cp_buf_putc(out, '\n');
	free(text);
	json_decref(root);
}
