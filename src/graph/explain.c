#include "graph/explain.h"

#include "graph/words.h"
#include "json/writer.h"
#include "text/columns.h"

enum {
	MOST_TEXT = 56, /* letters of a claim, in a line */
	MOST_ID = 40,
};

const cp_explanation *cp_explanation_new(cp_arena *arena, const cp_evaluation *evaluation,
	uint32_t subject, uint32_t depth)
{
	cp_explanation *explanation = CP_NEW(arena, cp_explanation);
	*explanation = (cp_explanation){
		.why = cp_why_new(arena, evaluation),
		.subject = subject,
		.cruxes = cp_cruxes_find(arena, evaluation, subject),
		.mover.claim = CP_NONE,
		.depth = depth,
	};
	if (!explanation->cruxes.list.len)
		explanation->mover = cp_mover_find(evaluation, subject);
	return explanation;
}

/* ---- Text ---- */

static void put_gloss(cp_buf *out, const cp_graph *graph, uint32_t argument)
{
	if (argument < graph->claims_len)
		cp_put_clipped(out, graph->claims[argument].text, MOST_TEXT);
	else
		cp_buf_puts(out, "the step alone");
}

static void put_column(cp_buf *out, cp_str text, size_t width)
{
	for (size_t i = cp_put_clipped(out, text, MOST_ID); i < width + 2; i++)
		cp_buf_putc(out, ' ');
}

static size_t width_of_ids(const cp_graph *graph, const cp_cruxes *cruxes)
{
	size_t widest = 0;
	for (size_t i = 0; i < cruxes->list.len; i++) {
		cp_buf id = {0};
		size_t width = cp_put_clipped(
			&id, cp_argument_id(graph, cruxes->list.at[i].argument), MOST_ID);
		widest = width > widest ? width : widest;
		cp_buf_clear(&id);
	}
	return widest;
}

static void put_cruxes(cp_buf *out, const cp_explanation *explanation)
{
	enum { LONGEST_STATUS = 12 };
	const cp_graph *graph = explanation->why->evaluation->graph;
	const cp_cruxes *cruxes = &explanation->cruxes;
	size_t width = width_of_ids(graph, cruxes);
	if (!cruxes->list.len)
		return;
	cp_buf_puts(out, "\nThe status of ");
	cp_put_clipped(out, cp_argument_id(graph, explanation->subject), MOST_ID);
	cp_buf_puts(out, " if one of these fell:\n");
	for (size_t i = 0; i < cruxes->list.len; i++) {
		const cp_crux *crux = &cruxes->list.at[i];
		put_column(out, cp_argument_id(graph, crux->argument), width);
		put_column(out, cp_str_of(cp_status_names[crux->status]), LONGEST_STATUS);
		put_gloss(out, graph, crux->argument);
		cp_buf_putc(out, '\n');
	}
}

void cp_explanation_write_text(cp_buf *out, const cp_explanation *explanation)
{
	cp_buf words = {0};
	const cp_evaluation *evaluation = explanation->why->evaluation;
	cp_evaluation_put_assumed(out, evaluation);
	cp_explanation_put_words(&words, explanation);
	cp_put_columns(out, cp_buf_str(&words), 0);
	cp_buf_putc(out, '\n');
	cp_explanation_put_tree(out, explanation);
	put_cruxes(out, explanation);
	cp_evaluation_put_changes(out, evaluation);
	cp_buf_clear(&words);
}

/* ---- JSON ---- */

static void put_ground(
	cp_json_writer *json, const cp_explanation *explanation, uint32_t argument)
{
	cp_arena arena = {0};
	cp_ground ground = cp_why_ground(&arena, explanation->why, argument);
	cp_json_text(json, "because", cp_str_of(cp_ground_names[ground.kind]));
	cp_json_open(json, "by", '[');
	for (size_t i = 0; i < ground.by.len; i++)
		cp_json_text(json, NULL,
			cp_argument_id(
				explanation->why->evaluation->graph, ground.by.at[i]));
	cp_json_close(json, ']');
	cp_arena_clear(&arena);
}

static void put_extensions(
	cp_json_writer *json, const cp_evaluation *evaluation, uint32_t argument)
{
	if (evaluation->semantics == CP_GROUNDED)
		return;
	cp_json_open(json, "extensions", '{');
	cp_json_number(json, "all", evaluation->tally.extensions);
	cp_json_number(json, "have", evaluation->tally.in[argument]);
	cp_json_number(json, "attack", evaluation->tally.out[argument]);
	cp_json_close(json, '}');
}

/* Of one claim or step: what it is, what status it has, and why. */
static void put_argument(
	cp_json_writer *json, const cp_explanation *explanation, uint32_t argument)
{
	const cp_evaluation *evaluation = explanation->why->evaluation;
	const cp_graph *graph = evaluation->graph;
	bool is_claim = argument < graph->claims_len;
	cp_json_text(json, "id", cp_argument_id(graph, argument));
	cp_json_text(json, "kind",
		is_claim ? CP_LIT("claim")
			 : cp_str_of(cp_step_verb(
				 &graph->steps[argument - graph->claims_len])));
	if (is_claim)
		cp_json_text(json, "text", graph->claims[argument].text);
	cp_evaluation_put_result(json, evaluation, argument);
	bool has_part = evaluation->statuses[argument] != CP_STATUS_NOT_ASSERTED;
	if (has_part && explanation->why->ranks[argument])
		cp_json_number(json, "rank", explanation->why->ranks[argument]);
	if (has_part)
		put_extensions(json, evaluation, argument);
	put_ground(json, explanation, argument);
}

/* What bears on the subject, nearest first: steps to claims, their premises and undercuts. */
struct walk {
	cp_arena arena;
	uint32_t *queue;
	bool *waits;
	size_t tail;
	uint32_t *depth; /* of each argument, in steps */
};

static void wait_for(struct walk *walk, uint32_t argument, uint32_t depth)
{
	if (walk->waits[argument])
		return;
	walk->waits[argument] = true;
	walk->depth[argument] = depth;
	walk->queue[walk->tail++] = argument;
}

static void wait_for_steps(
	struct walk *walk, const cp_graph *graph, cp_list steps, uint32_t depth)
{
	for (size_t i = 0; i < steps.len; i++)
		wait_for(walk, (uint32_t)graph->claims_len + steps.at[i], depth);
}

static void go_on(struct walk *walk, const cp_graph *graph, uint32_t argument)
{
	uint32_t depth = walk->depth[argument];
	if (argument < graph->claims_len) {
		wait_for_steps(walk, graph, graph->claims[argument].reasons, depth + 1);
		return;
	}
	const cp_step *step = &graph->steps[argument - graph->claims_len];
	for (size_t i = 0; i < step->premises.len; i++)
		wait_for(walk, step->premises.at[i], depth);
	wait_for_steps(walk, graph, step->undercuts, depth + 1);
}

static void put_arguments(cp_json_writer *json, const cp_explanation *explanation)
{
	const cp_graph *graph = explanation->why->evaluation->graph;
	size_t len = graph->claims_len + graph->steps_len;
	struct walk walk = {0};
	walk.queue = CP_NEW_ARRAY(&walk.arena, uint32_t, len);
	walk.waits = CP_NEW_ARRAY(&walk.arena, bool, len);
	walk.depth = CP_NEW_ARRAY(&walk.arena, uint32_t, len);
	wait_for(&walk, explanation->subject, 0);
	go_on(&walk, graph, explanation->subject);
	cp_json_open(json, "below", '[');
	for (size_t i = 1; i < walk.tail; i++) {
		uint32_t argument = walk.queue[i];
		if (explanation->depth && walk.depth[argument] > explanation->depth)
			continue;
		cp_json_open(json, NULL, '{');
		put_argument(json, explanation, argument);
		cp_json_close(json, '}');
		go_on(&walk, graph, argument);
	}
	cp_json_close(json, ']');
	cp_arena_clear(&walk.arena);
}

static void put_mover(cp_json_writer *json, const cp_explanation *explanation)
{
	const cp_mover *mover = &explanation->mover;
	if (mover->claim == CP_NONE)
		return;
	cp_json_open(json, "mover", '{');
	cp_json_text(json, "id",
		cp_argument_id(explanation->why->evaluation->graph, mover->claim));
	cp_json_share(json, "strength_without", mover->strength);
	cp_json_number(json, "tried", mover->tried);
	cp_json_number(json, "wanted", mover->wanted);
	cp_json_close(json, '}');
}

static void put_hinges(cp_json_writer *json, const cp_explanation *explanation)
{
	const cp_cruxes *cruxes = &explanation->cruxes;
	cp_json_open(json, "cruxes", '[');
	for (size_t i = 0; i < cruxes->list.len; i++) {
		const cp_crux *crux = &cruxes->list.at[i];
		cp_json_open(json, NULL, '{');
		cp_json_text(json, "id",
			cp_argument_id(
				explanation->why->evaluation->graph, crux->argument));
		cp_json_text(
			json, "status_without", cp_str_of(cp_status_names[crux->status]));
		cp_json_close(json, '}');
	}
	cp_json_close(json, ']');
	cp_json_number(json, "tried", cruxes->tried);
	cp_json_number(json, "wanted", cruxes->wanted);
	put_mover(json, explanation);
}

void cp_explanation_write_json(cp_buf *out, const cp_explanation *explanation)
{
	cp_json_writer json = {.out = out, .tall = 2};
	cp_buf words = {0};
	cp_explanation_put_words(&words, explanation);
	cp_json_open(&json, NULL, '{');
	put_argument(&json, explanation, explanation->subject);
	cp_json_text(&json, "words", cp_buf_str(&words));
	cp_evaluation_put_choices(&json, explanation->why->evaluation);
	put_hinges(&json, explanation);
	put_arguments(&json, explanation);
	cp_evaluation_put_changed(&json, explanation->why->evaluation);
	cp_json_close(&json, '}');
	cp_buf_putc(out, '\n');
	cp_buf_clear(&words);
}
