#include "graph/evaluate.h"

#include "graph/weigh.h"
#include "graph/words.h"
#include "text/columns.h"
#include "text/utf8.h"

enum {
	MOST_EXTENSIONS = 10000,
	MOST_SECONDS = 60,
	MOST_LETTERS = 64, /* of a claim or an id, on a line */
};

static const char *const semantics_names[CP_SEMANTICS] = {
	[CP_GROUNDED] = "grounded",
	[CP_PREFERRED] = "preferred",
	[CP_STABLE] = "stable",
	[CP_SEMI_STABLE] = "semi-stable",
	[CP_IDEAL] = "ideal",
};

/* The index of a name; `len` where it is not there. */
static size_t find_name(const char *const names[], size_t len, const char *name)
{
	size_t i = 0;
	while (i < len && (!names[i] || strcmp(names[i], name) != 0))
		i++;
	return i;
}

bool cp_evaluation_choose(cp_evaluation *evaluation, const char *semantics,
	const char *support, const char *strength)
{
	size_t by = find_name(semantics_names, CP_SEMANTICS, semantics);
	size_t reading = find_name(cp_support_names, CP_SUPPORT_READINGS, support);
	size_t measure = find_name(cp_strength_names, CP_STRENGTHS, strength);
	*evaluation = (cp_evaluation){.semantics = (cp_semantics)by,
		.support = (cp_support)reading,
		.strength = (cp_strength)measure};
	return by < CP_SEMANTICS && reading < CP_SUPPORT_READINGS
		&& measure < CP_STRENGTHS;
}

const char *cp_evaluation_semantics(const cp_evaluation *evaluation)
{
	return semantics_names[evaluation->semantics];
}

static void report_undecided(const cp_sat_kit *kit, cp_diags *diags)
{
	if (kit)
		cp_diag_add(diags, CP_NOT_DECIDED, (cp_place){0},
			"what stands was not decided within %d seconds and %d extensions",
			MOST_SECONDS, MOST_EXTENSIONS);
	else
		cp_diag_add(diags, CP_NOT_DECIDED, (cp_place){0},
			"what stands needs PicoSAT (Debian: picosat), and it is not "
			"installed");
}

/* What is assumed is sure. */
static const uint8_t *find_unsure(cp_arena *arena, const cp_evaluation *evaluation)
{
	size_t len = evaluation->graph->claims_len + evaluation->graph->steps_len;
	uint8_t *unsure = CP_NEW_ARRAY(arena, uint8_t, len);
	for (uint32_t i = 0; i < len; i++)
		unsure[i] = evaluation->flat->held[i]
			&& cp_evaluation_assumes(evaluation, i) == CP_ASSUMED_NOTHING;
	return unsure;
}

static void weigh(cp_arena *arena, cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	const uint8_t *unsure = find_unsure(arena, evaluation);
	const cp_weighted *weighted = cp_graph_weigh_assuming(
		arena, graph, evaluation->flat->held, evaluation->assumed);
	if (evaluation->by_votes)
		evaluation->votes =
			cp_votes_weigh(arena, graph, unsure, weighted->initial);
	evaluation->weighted = weighted;
	evaluation->strengths = cp_weighted_solve(arena, weighted, evaluation->strength);
	if (evaluation->uncertainty > 0)
		evaluation->bounds = cp_graph_bounds(arena, graph, unsure, weighted,
			evaluation->strength, evaluation->uncertainty,
			evaluation->votes.off);
}

/* All that follows from the choices and what is assumed. */
static void weigh_all(cp_arena *arena, cp_evaluation *evaluation, const cp_sat_kit *kit)
{
	const cp_graph *graph = evaluation->graph;
	const uint8_t *assumed = evaluation->assumed;
	const cp_flat *flat =
		cp_flat_assuming(arena, graph, evaluation->support, assumed);
	evaluation->flat = flat;
	evaluation->answer = cp_flat_count(arena, flat, evaluation->semantics,
		MOST_EXTENSIONS, kit, &evaluation->tally, &evaluation->statuses);
	weigh(arena, evaluation);
}

void cp_evaluate(cp_arena *arena, cp_evaluation *evaluation, const cp_graph *graph,
	cp_diags *diags)
{
	const cp_sat_kit *kit = cp_sat_kit_open(arena, MOST_SECONDS);
	evaluation->graph = graph;
	if (evaluation->assumed) {
		cp_evaluation *before = CP_NEW(arena, cp_evaluation);
		*before = *evaluation;
		before->assumed = NULL;
		weigh_all(arena, before, kit);
		evaluation->before = before;
	}
	weigh_all(arena, evaluation, kit);
	if (evaluation->answer == CP_UNDECIDED
		|| (evaluation->before && evaluation->before->answer == CP_UNDECIDED)) {
		evaluation->answer = CP_UNDECIDED;
		report_undecided(kit, diags);
	}
}

cp_bounds cp_evaluation_bounds(
	const cp_evaluation *evaluation, size_t index, double parts)
{
	const double slack = 1e-6; /* what arithmetic may be off by */
	const cp_strengths *bounds = &evaluation->bounds;
	if (!bounds->of)
		return (cp_bounds){0.5, 0.5};
	size_t len = evaluation->graph->claims_len + evaluation->graph->steps_len;
	double low = bounds->of[index] * parts + slack;
	double high = bounds->of[len + index] * parts - slack;
	double above =
		high > 0 ? (double)(size_t)high + ((double)(size_t)high < high) : 0;
	return (cp_bounds){(double)(size_t)low / parts, above / parts};
}

/* ---- Parts ---- */

/* The step of each target, in the order of the annotation. A step is one target's. */
static uint32_t *steps_of_targets(cp_arena *arena, const cp_graph *graph)
{
	const cp_annotation *annotation = graph->annotation;
	uint32_t *steps = CP_NEW_ARRAY(arena, uint32_t, annotation->targets.len);
	for (uint32_t s = 0; s < graph->steps_len; s++)
		steps[graph->steps[s].said - annotation->targets.at] = s;
	return steps;
}

static void take(
	cp_evaluation *part, uint32_t to, const cp_evaluation *whole, uint32_t from)
{
	part->statuses[to] = whole->statuses[from];
	part->strengths.of[to] = whole->strengths.of[from];
	part->strengths.at_rest[to] = whole->strengths.at_rest[from];
	if (whole->assumed)
		part->assumed[to] = whole->assumed[from];
}

const cp_evaluation *cp_evaluation_of_part(
	cp_arena *arena, const cp_evaluation *whole, const cp_graph *part)
{
	size_t len = part->claims_len + part->steps_len;
	const cp_annotation *annotation = part->annotation;
	const uint32_t *steps = steps_of_targets(arena, whole->graph);
	cp_evaluation *evaluation = CP_NEW(arena, cp_evaluation);
	*evaluation = *whole;
	evaluation->graph = part;
	evaluation->flat = NULL;
	evaluation->before = NULL;
	evaluation->statuses = CP_NEW_ARRAY(arena, cp_status, len);
	if (whole->assumed)
		evaluation->assumed = CP_NEW_ARRAY(arena, uint8_t, len);
	evaluation->strengths.of = CP_NEW_ARRAY(arena, double, len);
	evaluation->strengths.at_rest = CP_NEW_ARRAY(arena, uint8_t, len);
	for (uint32_t c = 0; c < part->claims_len; c++)
		take(evaluation, c, whole,
			part->claims[c].item == CP_NONE
				? (uint32_t)CP_MOTION
				: whole->graph->claim_of[part->claims[c].item]);
	for (uint32_t s = 0; s < part->steps_len; s++)
		take(evaluation, (uint32_t)part->claims_len + s, whole,
			(uint32_t)whole->graph->claims_len
				+ steps[part->steps[s].said - annotation->targets.at]);
	return evaluation;
}

/* ---- Text ---- */

static void put_column(cp_buf *out, cp_str text, size_t width)
{
	for (size_t i = cp_put_clipped(out, text, width); i < width + 2; i++)
		cp_buf_putc(out, ' ');
}

static size_t width_of_ids(const cp_graph *graph)
{
	size_t longest = 0;
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		size_t len = cp_utf8_count(cp_claim_id(graph, c));
		longest = len > longest ? len : longest;
	}
	return longest < MOST_LETTERS ? longest : MOST_LETTERS;
}

static void put_status(cp_buf *out, cp_status status)
{
	enum { LONGEST = 12 };
	put_column(out, cp_str_of(cp_status_names[status]), LONGEST);
}

void cp_evaluation_put_strength(
	cp_buf *out, const cp_evaluation *evaluation, uint32_t argument)
{
	if (!cp_evaluation_is_known(evaluation, argument)) {
		cp_buf_puts(out, "–");
		return;
	}
	cp_put_strength(out, evaluation->strengths.of[argument]);
}

static void put_strength(cp_buf *out, const cp_evaluation *evaluation, uint32_t argument)
{
	bool known = cp_evaluation_is_known(evaluation, argument);
	cp_buf_puts(out, known ? "" : "   ");
	cp_evaluation_put_strength(out, evaluation, argument);
	cp_buf_puts(out, "  ");
}

/* Rounded away from one another, so that they hold as they are printed. */
static void put_bounds(cp_buf *out, const cp_evaluation *evaluation, size_t index)
{
	cp_bounds bounds = cp_evaluation_bounds(evaluation, index, 100);
	if (!evaluation->bounds.of)
		return;
	if (evaluation->statuses[index] == CP_STATUS_NOT_ASSERTED) {
		cp_buf_puts(out, "    –      ");
		return;
	}
	cp_put_strength(out, bounds.low);
	cp_buf_puts(out, "–");
	cp_put_strength(out, bounds.high);
	cp_buf_puts(out, "  ");
}

static void put_assumed(cp_buf *out, const cp_evaluation *evaluation, uint32_t argument)
{
	if (cp_evaluation_assumes(evaluation, argument) != CP_ASSUMED_NOTHING)
		cp_buf_puts(out, " (assumed)");
}

static void put_claims(cp_buf *out, const cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	size_t width = width_of_ids(graph);
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		put_status(out, evaluation->statuses[c]);
		put_strength(out, evaluation, c);
		put_bounds(out, evaluation, c);
		put_column(out, cp_claim_id(graph, c), width);
		cp_put_clipped(out, graph->claims[c].text, MOST_LETTERS);
		put_assumed(out, evaluation, c);
		cp_buf_putc(out, '\n');
	}
}

/* Steps that stand are as one would think; the others are named. */
static void put_steps(cp_buf *out, const cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	bool any = false;
	for (uint32_t s = 0; s < graph->steps_len; s++) {
		uint32_t argument = (uint32_t)graph->claims_len + s;
		cp_status status = evaluation->statuses[argument];
		if (status == CP_STATUS_STANDS)
			continue;
		cp_buf_puts(out, any ? "" : "\nSteps that do not stand:\n");
		any = true;
		put_status(out, status);
		cp_buf_printf(out, "%-9s  ", cp_step_verb(&graph->steps[s]));
		cp_put_clipped(out, graph->steps[s].id, MOST_LETTERS);
		put_assumed(out, evaluation, argument);
		cp_buf_putc(out, '\n');
	}
}

void cp_evaluation_put_rules(cp_buf *out, const cp_evaluation *evaluation)
{
	cp_buf_printf(out, "%s semantics, support read as %s, strength: %s%s",
		semantics_names[evaluation->semantics],
		cp_support_names[evaluation->support],
		cp_strength_names[evaluation->strength],
		evaluation->assumed ? "; with assumptions" : "");
}

static void put_votes(cp_buf *out, const cp_votes *votes)
{
	if (!votes->claims) {
		cp_buf_puts(out, "No claim starts by votes, as none is told of any.\n\n");
		return;
	}
	cp_buf_printf(out,
		"Claims that start by the votes for their comments: %zu. Votes tell what "
		"is popular, not\nwhat is well argued.",
		votes->claims);
	if (votes->shared)
		cp_buf_printf(out, " Comments whose claims share their votes: %zu.",
			votes->shared);
	cp_buf_puts(out, "\n\n");
}

static void put_starts(cp_buf *out, const cp_evaluation *evaluation)
{
	if (evaluation->by_votes)
		put_votes(out, &evaluation->votes);
	if (!evaluation->bounds.of)
		return;
	cp_buf_puts(out,
		"Beside each strength are the least and the most that it may be, if what "
		"claims and steps\nstart with is off by up to ");
	cp_buf_number(out, evaluation->uncertainty);
	cp_buf_puts(out,
		evaluation->votes.claims ? ", and by the standard deviation of votes.\n\n"
					 : ".\n\n");
}

static void put_remarks(cp_buf *out, const cp_evaluation *evaluation)
{
	if (evaluation->answer == CP_NO)
		cp_buf_puts(out,
			"There is no stable extension, so that nothing is resolved.\n\n");
	if (evaluation->strengths.restless)
		cp_buf_printf(out,
			"The strengths of %zu claims and steps depend on one another in a "
			"circle,\nand do not come to rest; they are left out.\n\n",
			evaluation->strengths.restless);
}

static bool is_strong_though_defeated(const cp_evaluation *evaluation, size_t claim)
{
	return evaluation->statuses[claim] == CP_STATUS_DEFEATED
		&& evaluation->strengths.at_rest[claim]
		&& evaluation->strengths.of[claim] >= 0.505; /* more than 0.50 */
}

/* Two measures need not agree, which surprises. */
static void put_surprises(cp_buf *out, const cp_evaluation *evaluation)
{
	const cp_graph *graph = evaluation->graph;
	size_t count = 0;
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		if (!is_strong_though_defeated(evaluation, c) || count++)
			continue;
		cp_buf_puts(out, "\nDefeated and yet above 0.5: ");
		cp_put_clipped(out, cp_claim_id(graph, c), MOST_LETTERS);
	}
	if (count > 1)
		cp_buf_printf(out, " and %zu more", count - 1);
	if (count)
		cp_buf_puts(out,
			". What stands does not depend on how much speaks for it.\n");
}

/* The motion starts half-way: where does it end? */
static void put_outlook(cp_buf *out, const cp_evaluation *evaluation)
{
	const cp_bounds bounds = cp_evaluation_bounds(evaluation, CP_MOTION, 100);
	if (bounds.low < 0.5 && bounds.high > 0.5)
		cp_buf_puts(out,
			"\nThe motion may end below 0.5 as well as above: that is within "
			"what is uncertain.\n");
}

void cp_evaluation_write_text(cp_buf *out, const cp_evaluation *evaluation)
{
	cp_buf_printf(out,
		"A claim is defeated if an attack on it stands, and stands if all attacks on it "
		"are\ndefeated (%s semantics, support read as %s). Its strength, from 0 "
		"to 1, weighs\n%s (%s).\n\n",
		semantics_names[evaluation->semantics],
		cp_support_names[evaluation->support],
		cp_strength_has_support(evaluation->strength)
			? "the reasons for and against it"
			: "the attacks on it alone",
		cp_strength_names[evaluation->strength]);
	put_starts(out, evaluation);
	put_remarks(out, evaluation);
	cp_evaluation_put_assumed(out, evaluation);
	put_claims(out, evaluation);
	put_steps(out, evaluation);
	put_surprises(out, evaluation);
	put_outlook(out, evaluation);
	cp_evaluation_put_changes(out, evaluation);
}
