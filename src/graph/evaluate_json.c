#include "graph/evaluate.h"

#include "graph/words.h"
#include "json/writer.h"

#include <math.h>

static const char *const assumed_names[] = {
	[CP_ASSUMED_IN] = "in", [CP_ASSUMED_OUT] = "out"};

static uint32_t count_arguments(const cp_evaluation *evaluation)
{
	return (uint32_t)(evaluation->graph->claims_len + evaluation->graph->steps_len);
}

/* ---- Parts of an object ---- */

static void put_assumed(cp_json_writer *json, const cp_evaluation *evaluation)
{
	if (!evaluation->assumed)
		return;
	cp_json_open(json, "assumed", '[');
	for (uint32_t i = 0; i < count_arguments(evaluation); i++) {
		cp_assumed assumed = cp_evaluation_assumes(evaluation, i);
		if (assumed == CP_ASSUMED_NOTHING)
			continue;
		cp_json_open(json, NULL, '{');
		cp_json_text(json, "id", cp_argument_id(evaluation->graph, i));
		cp_json_text(json, "as", cp_str_of(assumed_names[assumed]));
		cp_json_close(json, '}');
	}
	cp_json_close(json, ']');
}

static void put_starts(cp_json_writer *json, const cp_evaluation *evaluation)
{
	const cp_votes *votes = &evaluation->votes;
	if (evaluation->bounds.of)
		cp_json_share(json, "uncertainty", evaluation->uncertainty);
	if (!evaluation->by_votes)
		return;
	cp_json_open(json, "votes", '{');
	cp_json_number(json, "claims", votes->claims);
	cp_json_number(json, "shared_comments", votes->shared);
	cp_json_text(json, "caveat",
		CP_LIT("votes tell what is popular, not what is well argued"));
	cp_json_close(json, '}');
}

void cp_evaluation_put_choices(cp_json_writer *json, const cp_evaluation *evaluation)
{
	cp_json_text(json, "semantics", cp_str_of(cp_evaluation_semantics(evaluation)));
	cp_json_text(json, "support", cp_str_of(cp_support_names[evaluation->support]));
	cp_json_text(json, "measure", cp_str_of(cp_strength_names[evaluation->strength]));
	put_starts(json, evaluation);
	cp_json_bool(json, "has_extension", evaluation->answer == CP_YES);
	put_assumed(json, evaluation);
}

void cp_evaluation_put_result(
	cp_json_writer *json, const cp_evaluation *evaluation, uint32_t argument)
{
	cp_json_text(json, "status",
		cp_str_of(cp_status_names[evaluation->statuses[argument]]));
	cp_json_share(json, "strength",
		cp_evaluation_is_known(evaluation, argument)
			? evaluation->strengths.of[argument]
			: NAN);
	if (evaluation->bounds.of
		&& evaluation->statuses[argument] != CP_STATUS_NOT_ASSERTED) {
		cp_bounds bounds = cp_evaluation_bounds(evaluation, argument, 1000);
		cp_json_share(json, "least", bounds.low);
		cp_json_share(json, "most", bounds.high);
	}
	if (cp_evaluation_assumes(evaluation, argument) != CP_ASSUMED_NOTHING)
		cp_json_bool(json, "assumed", true);
}

void cp_evaluation_put_changed(cp_json_writer *json, const cp_evaluation *evaluation)
{
	cp_arena arena = {0};
	cp_list changes = cp_evaluation_changes(&arena, evaluation);
	if (!evaluation->before)
		return;
	cp_json_open(json, "changes", '[');
	for (size_t i = 0; i < changes.len; i++) {
		cp_json_open(json, NULL, '{');
		cp_json_text(
			json, "id", cp_argument_id(evaluation->graph, changes.at[i]));
		cp_json_open(json, "before", '{');
		cp_evaluation_put_result(json, evaluation->before, changes.at[i]);
		cp_json_close(json, '}');
		cp_json_open(json, "after", '{');
		cp_evaluation_put_result(json, evaluation, changes.at[i]);
		cp_json_close(json, '}');
		cp_json_close(json, '}');
	}
	cp_json_close(json, ']');
	cp_arena_clear(&arena);
}

/* ---- The whole ---- */

static void put_claim(
	cp_json_writer *json, const cp_evaluation *evaluation, uint32_t claim)
{
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "id", cp_claim_id(evaluation->graph, claim));
	cp_json_text(json, "text", evaluation->graph->claims[claim].text);
	cp_evaluation_put_result(json, evaluation, claim);
	cp_json_close(json, '}');
}

static void put_step(
	cp_json_writer *json, const cp_evaluation *evaluation, uint32_t index)
{
	const cp_step *step = &evaluation->graph->steps[index];
	cp_json_open(json, NULL, '{');
	cp_json_text(json, "id", step->id);
	cp_json_text(json, "kind", cp_str_of(cp_step_verb(step)));
	cp_evaluation_put_result(
		json, evaluation, (uint32_t)evaluation->graph->claims_len + index);
	cp_json_close(json, '}');
}

void cp_evaluation_write_json(cp_buf *out, const cp_evaluation *evaluation)
{
	cp_json_writer json = {.out = out, .tall = 2};
	cp_json_open(&json, NULL, '{');
	cp_evaluation_put_choices(&json, evaluation);
	cp_json_open(&json, "claims", '[');
	for (uint32_t c = 0; c < evaluation->graph->claims_len; c++)
		put_claim(&json, evaluation, c);
	cp_json_close(&json, ']');
	cp_json_open(&json, "steps", '[');
	for (uint32_t s = 0; s < evaluation->graph->steps_len; s++)
		put_step(&json, evaluation, s);
	cp_json_close(&json, ']');
	cp_evaluation_put_changed(&json, evaluation);
	cp_json_close(&json, '}');
	cp_buf_putc(out, '\n');
}
