/* For a teacher: how the argument is built, and where it is usually faulty. */
#include "summary/sections.h"

#include "annotation/scheme.h"

static size_t count(cp_writer *writer, cp_count kind, uint32_t of)
{
	return cp_count_again(writer->arena, writer->graph, kind, of);
}

static void put(
	cp_writer *writer, cp_count kind, uint32_t of, const char *one, const char *many)
{
	cp_put_count(writer, kind, of, count(writer, kind, of), one, many);
}

/* ---- Structure ---- */

void cp_put_structure(cp_writer *writer)
{
	cp_prose *prose = writer->prose;
	if (writer->graph->claims_len < 2)
		return;
	cp_put_heading(writer, "How the argument is built");
	cp_prose_begin(prose, CP_PARAGRAPH);
	cp_prose_printf(prose, "Besides the motion there ");
	cp_prose_printf(prose, writer->graph->claims_len == 2 ? "is " : "are ");
	put(writer, CP_COUNT_CLAIMS, CP_NONE, "claim", "claims");
	cp_prose_printf(prose, ", joined by ");
	put(writer, CP_COUNT_STEPS, CP_SUPPORTS, "support, ", "supports, ");
	put(writer, CP_COUNT_STEPS, CP_REBUTS, "rebuttal and ", "rebuttals and ");
	put(writer, CP_COUNT_STEPS, CP_UNDERCUTS, "undercut", "undercuts");
	cp_prose_end(prose, ".");
	cp_prose_printf(prose, "The way from the motion to the farthest claim has ");
	put(writer, CP_COUNT_DEEPEST, CP_NONE, "step", "steps");
	if (count(writer, CP_COUNT_LINKED, CP_NONE)) {
		cp_prose_printf(prose, ", and ");
		put(writer, CP_COUNT_LINKED, CP_NONE,
			"step rests on premises that bear only together",
			"steps rest on premises that bear only together");
	}
	cp_prose_end(prose, ".");
}

/* ---- Schemes ---- */

/* The question by which a use of the scheme is mostly tested: Walton, Reed and Macagno 2008,
 * chapter 9, shortened. */
static const struct question {
	const char *scheme, *question;
} questions[] = {
	{"position_to_know", "Is the person in a position to know?"},
	{"expert_opinion", "Is the expert one in this field, and do others agree?"},
	{"witness_testimony", "Do other witnesses and the facts agree?"},
	{"credible_source", "Is the source biased, and do others disagree?"},
	{"popular_opinion", "What shows that it is generally accepted?"},
	{"popular_practice", "Is it common practice, and what speaks against it?"},
	{"example", "Is the example typical?"},
	{"analogy", "In what do the two cases differ?"},
	{"sign", "What else could the sign come from?"},
	{"abduction", "Is there a better explanation?"},
	{"evidence_to_hypothesis", "What else could have brought the evidence about?"},
	{"correlation_to_cause", "Could a third thing be the cause of both?"},
	{"cause_to_effect", "What could keep the effect from coming?"},
	{"positive_consequences", "How likely is that, and what speaks against it?"},
	{"negative_consequences", "How likely is that, and what speaks for it?"},
	{"slippery_slope", "Which step down the slope is the weakest?"},
	{"practical_reasoning",
		"Is there a better way to the goal, and what else follows?"},
	{"values", "Does a weightier value speak against it?"},
	{"sunk_costs", "Do the costs to come exceed what is gained?"},
	{"alternatives", "Are there other alternatives?"},
	{"generic_ad_hominem", "Does the person's character bear on the point?"},
	{"bias", "What shows the bias, and does it matter here?"},
	{"verbal_classification", "Is the word used as it is usually meant?"},
	{"established_rule", "Does the rule apply, or is this an exception?"},
	{"precedent", "Is the earlier case like this one?"},
	{"ignorance", "How thoroughly has it been looked for?"},
	{NULL, NULL},
};

static const char *question_of(const cp_scheme *scheme)
{
	for (size_t i = 0; questions[i].scheme; i++)
		if (strcmp(questions[i].scheme, scheme->id) == 0)
			return questions[i].question;
	return NULL;
}

static const cp_scheme *scheme_of(const cp_graph *graph, const cp_step *step)
{
	cp_str written = step->said && step->said->scheme.len
		? step->said->scheme
		: graph->annotation->items.at[step->item].scheme;
	return written.len ? cp_scheme_find(written) : NULL;
}

/* A scheme's question is open as long as nobody undercuts the step. */
void cp_put_schemes(cp_writer *writer)
{
	enum { MOST = 8 };
	const cp_graph *graph = writer->graph;
	bool heading = false;
	for (uint32_t i = 0, told = 0; i < graph->steps_len && told < MOST; i++) {
		const cp_step *step = &graph->steps[i];
		const cp_scheme *scheme = scheme_of(graph, step);
		if (!scheme || step->undercuts.len)
			continue;
		told++;
		cp_heading_once(writer, &heading, "Schemes that nobody has questioned");
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_prose_printf(writer->prose, "%s: ", scheme->name);
		cp_tell_part(writer, "{who} argue{s}{that}{with}",
			CP_FACTS(.claim = step->premises.at[0], .step = i));
		cp_prose_end(writer->prose, ".");
		if (!question_of(scheme))
			continue;
		cp_prose_printf(writer->prose, "To ask: %s", question_of(scheme));
		cp_prose_end_aside(writer->prose, "");
	}
}

/* ---- Faults ---- */

static bool is_unsupported(const cp_writer *writer, uint32_t claim)
{
	const cp_claim *it = &writer->graph->claims[claim];
	if (it->depth != 1 || !writer->measures->claims[claim].speakers
		|| cp_claim_is_unstated(writer->graph, claim))
		return false;
	for (size_t i = 0; i < it->reasons.len; i++)
		if (writer->graph->steps[it->reasons.at[i]].kind == CP_SUPPORTS)
			return false;
	return true;
}

static void tell_unsupported(cp_writer *writer, bool *heading)
{
	const cp_graph *graph = writer->graph;
	uint32_t *claims = CP_NEW_ARRAY(writer->arena, uint32_t, graph->claims_len);
	size_t count = 0;
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++)
		if (is_unsupported(writer, c))
			claims[count++] = c;
	if (!count)
		return;
	cp_heading_once(writer, heading, "What to look at");
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_prose_printf(writer->prose,
		"Directly for or against the motion, and without a "
		"reason given, it is said");
	cp_put_claims(writer, claims, count);
	cp_prose_end(writer->prose, ".");
}

/* Claims that support one another in a circle: what is left once those that nothing supports,
 * and those that support nothing, have been taken out again and again. */
struct circle {
	const cp_graph *graph;
	uint32_t *queue;
	bool *out;
};

static bool is_live(const struct circle *circle, const cp_step *step, uint32_t premise)
{
	return step->kind == CP_SUPPORTS && !circle->out[step->target]
		&& !circle->out[premise];
}

static bool is_held(const struct circle *circle, uint32_t claim)
{
	const cp_graph *graph = circle->graph;
	const cp_claim *it = &graph->claims[claim];
	bool below = false, above = false;
	for (size_t i = 0; i < it->reasons.len && !below; i++) {
		const cp_step *step = &graph->steps[it->reasons.at[i]];
		for (size_t p = 0; p < step->premises.len; p++)
			below |= is_live(circle, step, step->premises.at[p]);
	}
	for (size_t i = 0; i < it->uses.len && !above; i++)
		above |= is_live(circle, &graph->steps[it->uses.at[i]], claim);
	return below && above;
}

static void take_out(struct circle *circle, uint32_t claim, size_t *tail)
{
	if (circle->out[claim] || is_held(circle, claim))
		return;
	circle->out[claim] = true;
	circle->queue[(*tail)++] = claim;
}

static void trim(struct circle *circle)
{
	const cp_graph *graph = circle->graph;
	size_t tail = 0;
	for (uint32_t c = 0; c < graph->claims_len; c++)
		take_out(circle, c, &tail);
	for (size_t head = 0; head < tail; head++) {
		const cp_claim *it = &graph->claims[circle->queue[head]];
		for (size_t i = 0; i < it->reasons.len; i++) {
			const cp_step *step = &graph->steps[it->reasons.at[i]];
			for (size_t p = 0; p < step->premises.len; p++)
				take_out(circle, step->premises.at[p], &tail);
		}
		for (size_t i = 0; i < it->uses.len; i++)
			if (graph->steps[it->uses.at[i]].kind == CP_SUPPORTS)
				take_out(circle, graph->steps[it->uses.at[i]].target,
					&tail);
	}
}

static void tell_circles(cp_writer *writer, bool *heading)
{
	const cp_graph *graph = writer->graph;
	struct circle circle = {.graph = graph,
		.queue = CP_NEW_ARRAY(writer->arena, uint32_t, graph->claims_len),
		.out = CP_NEW_ARRAY(writer->arena, bool, graph->claims_len)};
	uint32_t *claims = CP_NEW_ARRAY(writer->arena, uint32_t, graph->claims_len);
	size_t count = 0;
	trim(&circle);
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++)
		if (!circle.out[c])
			claims[count++] = c;
	if (!count)
		return;
	cp_heading_once(writer, heading, "What to look at");
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_prose_printf(
		writer->prose, "In a circle, supporting one another, are the claims");
	cp_put_claims(writer, claims, count);
	cp_prose_end(writer->prose, ".");
}

void cp_put_faults(cp_writer *writer)
{
	bool heading = false;
	tell_unsupported(writer, &heading);
	tell_circles(writer, &heading);
}
