/* What stands, how strong it is, and why. */
#include "api/api.h"

#include "graph/explain.h"

static const counterpoint_evaluate_options as_usual;

static bool assume_all(cp_arena *arena, cp_evaluation *evaluation, const cp_graph *graph,
	const char *const *assume, cp_diags *diags)
{
	bool known = true;
	for (; assume && *assume; assume++)
		known &= cp_evaluation_assume(
			arena, evaluation, graph, cp_api_text(arena, *assume), diags);
	return known;
}

bool cp_api_evaluate(cp_arena *arena, cp_evaluation *evaluation, const cp_graph *graph,
	const counterpoint_evaluate_options *options, cp_diags *diags)
{
	options = options ? options : &as_usual;
	if (!cp_evaluation_choose(evaluation,
		    cp_api_either(options->semantics, "grounded"),
		    cp_api_either(options->support, "none"),
		    cp_api_either(options->strength, "quadratic"))
		|| options->uncertainty < 0 || options->uncertainty > 1
		|| !assume_all(arena, evaluation, graph, options->assume, diags))
		return false;
	evaluation->by_votes = options->votes;
	evaluation->uncertainty = options->uncertainty;
	cp_evaluate(arena, evaluation, graph, diags);
	return evaluation->answer != CP_UNDECIDED;
}

/* The index of the format among "text" and "json". */
static unsigned format_of(const counterpoint_evaluate_options *options)
{
	static const char *const formats[] = {"text", "json"};
	return cp_api_index(
		cp_api_either(options ? options->format : NULL, "text"), formats, 2);
}

char *counterpoint_debate_evaluate(const counterpoint_debate *debate,
	const counterpoint_evaluate_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static void (*const write[])(cp_buf *, const cp_evaluation *) = {
		cp_evaluation_write_text, cp_evaluation_write_json, NULL};
	cp_evaluation evaluation;
	cp_arena arena = {0};
	cp_buf out = {0};
	bool known = write[format_of(options)]
		&& cp_api_evaluate(&arena, &evaluation, cp_api_graph(debate, &arena),
			options, findings);
	if (known)
		write[format_of(options)](&out, &evaluation);
	cp_arena_clear(&arena);
	return cp_api_detach(&out, known, len);
}

/* The claim or step that is asked about. */
static uint32_t find_subject(cp_arena *arena, const cp_graph *graph,
	const counterpoint_why_options *options, cp_diags *diags)
{
	cp_str id = cp_api_text(arena, options->id);
	return id.len ? cp_argument_named(graph, id, diags) : (uint32_t)CP_MOTION;
}

char *counterpoint_debate_why(const counterpoint_debate *debate,
	const counterpoint_why_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_why_options none;
	static void (*const write[])(cp_buf *, const cp_explanation *) = {
		cp_explanation_write_text, cp_explanation_write_json, NULL};
	options = options ? options : &none;
	cp_evaluation evaluation;
	cp_arena arena = {0};
	cp_buf out = {0};
	const cp_graph *graph = cp_api_graph(debate, &arena);
	uint32_t subject = find_subject(&arena, graph, options, findings);
	bool known = write[format_of(options->by)] && subject != CP_NONE
		&& cp_api_evaluate(&arena, &evaluation, graph, options->by, findings);
	if (known)
		write[format_of(options->by)](&out,
			cp_explanation_new(&arena, &evaluation, subject, options->depth));
	cp_arena_clear(&arena);
	return cp_api_detach(&out, known, len);
}
