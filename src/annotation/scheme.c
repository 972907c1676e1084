#include "annotation/scheme.h"

const cp_scheme cp_schemes[] = {
	{"abduction", "Best Explanation"},
	{"alternatives", "Alternatives"},
	{"analogy", "Analogy"},
	{"appearance", "Perception"},
	{"bias", "Bias"},
	{"cause_to_effect", "Cause to Effect"},
	{"circumstantial_ad_hominem", "Inconsistent Commitment"},
	{"commitment", "Commitment"},
	{"composition", "Composition"},
	{"correlation_to_cause", "Correlation to Cause"},
	{"credible_source", "Credible Source"},
	{"danger_appeal", "Danger Appeal"},
	{"definition_to_verbal_classification", "Definition"},
	{"distress", "Distress"},
	{"division", "Division"},
	{"established_rule", "Established Rule"},
	{"ethotic", "Ethotic Argument"},
	{"evidence_to_hypothesis", "Evidence to Hypothesis"},
	{"example", "Example"},
	{"exceptional_case", "Exceptional Case"},
	{"expert_opinion", "Expert Opinion"},
	{"fear_appeal", "Fear Appeal"},
	{"generic_ad_hominem", "Direct Ad Hominem"},
	{"gradualism", "Gradualism"},
	{"ignorance", "Lack of Knowledge"},
	{"need_for_help", "Need for Help"},
	{"negative_consequences", "Negative Consequences"},
	{"popular_opinion", "Popular Opinion"},
	{"popular_practice", "Popular Practice"},
	{"position_to_know", "Position to Know"},
	{"positive_consequences", "Positive Consequences"},
	{"practical_reasoning", "Practical Reasoning"},
	{"precedent", "Precedent"},
	{"precedent_slippery_slope", "Precedent Slippery Slope"},
	{"sign", "Sign"},
	{"slippery_slope", "Slippery Slope"},
	{"sorites", "Sorites"},
	{"sunk_costs", "Waste"},
	{"threat", "Threat"},
	{"values", "Value Promotion"},
	{"verbal_classification", "Verbal Classification"},
	{"witness_testimony", "Witness Testimony"},
	{0},
};

/* A letter of a name as it is in an id. */
static char in_id(char c)
{
	return c >= 'A' && c <= 'Z'    ? (char)(c + ('a' - 'A'))
		: c == ' ' || c == '-' ? '_'
				       : c;
}

/* Where both are the same up to the end of `prefix`, the length of it; else 0. */
static size_t begins_with(cp_str written, const char *prefix)
{
	size_t i = 0;
	while (prefix[i] && i < written.len && in_id(written.at[i]) == in_id(prefix[i]))
		i++;
	return prefix[i] ? 0 : i;
}

static bool is_it(cp_str written, const char *name)
{
	return begins_with(written, name) == written.len && written.len;
}

const cp_scheme *cp_scheme_find(cp_str written)
{
	size_t skipped = begins_with(written, "argument from ");
	cp_str name = cp_str_part(written, skipped, written.len);
	for (const cp_scheme *scheme = cp_schemes; scheme->id; scheme++)
		if (is_it(name, scheme->id) || is_it(name, scheme->name))
			return scheme;
	return NULL;
}
