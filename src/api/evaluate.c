/* What stands, and how strong it is. */
#include "api/api.h"

#include "graph/evaluate.h"

char *counterpoint_debate_evaluate(const counterpoint_debate *debate,
	const counterpoint_evaluate_options *options, size_t *len,
	counterpoint_findings *findings)
{
	static const counterpoint_evaluate_options none;
	const counterpoint_evaluate_options *chosen = options ? options : &none;
	cp_evaluation evaluation;
	cp_arena arena = {0};
	cp_buf out = {0};
	bool as_json = strcmp(cp_api_either(chosen->format, "text"), "json") == 0;
	bool known = cp_evaluation_choose(&evaluation,
			     cp_api_either(chosen->semantics, "grounded"),
			     cp_api_either(chosen->support, "none"),
			     cp_api_either(chosen->strength, "quadratic"))
		&& (as_json
			|| strcmp(cp_api_either(chosen->format, "text"), "text") == 0);
	evaluation.by_votes = chosen->votes;
	evaluation.uncertainty = chosen->uncertainty;
	known &= chosen->uncertainty >= 0 && chosen->uncertainty <= 1;
	if (known) {
		cp_evaluate(&arena, &evaluation, cp_api_graph(debate, &arena), findings);
		known = evaluation.answer != CP_UNDECIDED;
	}
	if (known && as_json)
		cp_evaluation_write_json(&out, &evaluation);
	else if (known)
		cp_evaluation_write_text(&out, &evaluation);
	cp_arena_clear(&arena);
	return cp_api_detach(&out, known, len);
}
