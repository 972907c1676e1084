/* What the debate comes to as it is: the status and the strength of its claims and steps. */
#ifndef CP_GRAPH_EVALUATE_H
#define CP_GRAPH_EVALUATE_H

#include "base/buf.h"
#include "graph/flatten.h"
#include "graph/strength.h"
#include "graph/votes.h"

typedef struct cp_evaluation {
	const cp_graph *graph;
	cp_semantics semantics;
	cp_support support;
	cp_strength strength;
	cp_answer answer; /* CP_NO: there is no extension, so that nothing is resolved */
	const cp_flat *flat;
	cp_tally tally;              /* of the framework's arguments */
	cp_status *statuses;         /* of the claims, then of the steps */
	cp_strengths strengths;      /* numbered alike */
	const cp_weighted *weighted; /* … and what they follow from */
	bool by_votes;      /* claims start by the votes for their comments … */
	cp_votes votes;     /* … and these they were */
	double uncertainty; /* how far initial strengths may be off, from 0 to 1; then … */
	cp_strengths bounds; /* … what cp_weighted_bounds has; `of` is NULL if it is 0 */
	uint8_t *assumed;    /* a cp_assumed for each of them; NULL: nothing is */
	const struct cp_evaluation *before; /* without that; NULL: nothing is */
} cp_evaluation;

/* The semantics, readings of support and measures by their names; false where there is none
 * of one name. */
bool cp_evaluation_choose(cp_evaluation *evaluation, const char *semantics,
	const char *support, const char *strength);

/* Assumes something of a claim or a step, before the evaluation: "ID=in", or "ID=out". False,
 * with a finding, where there is none of that id, or the text says neither. */
bool cp_evaluation_assume(cp_arena *arena, cp_evaluation *evaluation,
	const cp_graph *graph, cp_str text, cp_diags *diags);

/* Fills the rest in, as `by_votes`, `uncertainty` and what is assumed have it, all of it in the
 * arena. An answer of CP_UNDECIDED has a finding, and the statuses say nothing. */
void cp_evaluate(cp_arena *arena, cp_evaluation *evaluation, const cp_graph *graph,
	cp_diags *diags);

const char *cp_evaluation_semantics(const cp_evaluation *evaluation); /* its name */

/* "grounded semantics, support read as none, strength: quadratic", and that something is
 * assumed. */
void cp_evaluation_put_rules(cp_buf *out, const cp_evaluation *evaluation);

/* Appends all of it: tables of claims and steps for people, or an object for programs. */
void cp_evaluation_write_text(cp_buf *out, const cp_evaluation *evaluation);
void cp_evaluation_write_json(cp_buf *out, const cp_evaluation *evaluation);

/* For the above: is the strength one that can be shown? */
static inline bool cp_evaluation_is_known(const cp_evaluation *evaluation, size_t index)
{
	return evaluation->strengths.at_rest[index]
		&& evaluation->statuses[index] != CP_STATUS_NOT_ASSERTED;
}

/* The bounds of a strength in so many parts of 1, rounded away from one another, so that they
 * still hold; half-way both where there are none. */
typedef struct cp_bounds {
	double low, high;
} cp_bounds;
cp_bounds cp_evaluation_bounds(
	const cp_evaluation *evaluation, size_t index, double parts);

/* The id of a claim: of the item it is best known by, or of the motion. */
cp_str cp_claim_id(const cp_graph *graph, uint32_t claim);

/* Claims and, after them, steps: the id of one, and the one that has an id: that of any item
 * which says the claim. CP_NONE, with a finding, where there is none. */
cp_str cp_argument_id(const cp_graph *graph, uint32_t argument);
uint32_t cp_argument_named(const cp_graph *graph, cp_str id, cp_diags *diags);

/* What is assumed of one. */
static inline cp_assumed cp_evaluation_assumes(
	const cp_evaluation *evaluation, uint32_t argument)
{
	return evaluation->assumed ? (cp_assumed)evaluation->assumed[argument]
				   : CP_ASSUMED_NOTHING;
}

/* Is it one whose status follows from the debate: asserted, and not assumed? */
static inline bool cp_evaluation_is_open(
	const cp_evaluation *evaluation, uint32_t argument)
{
	return evaluation->statuses[argument] != CP_STATUS_NOT_ASSERTED
		&& cp_evaluation_assumes(evaluation, argument) == CP_ASSUMED_NOTHING;
}

/* The same of a part of the graph that was evaluated: what the whole debate comes to, with the
 * numbers that claims and steps have in the part. It has no framework and no `before`. */
const cp_evaluation *cp_evaluation_of_part(
	cp_arena *arena, const cp_evaluation *whole, const cp_graph *part);

/* What has another status than without what is assumed, the motion first. */
cp_list cp_evaluation_changes(cp_arena *arena, const cp_evaluation *evaluation);

/* For lines of text: what is assumed, and what that changes. Nothing, if nothing is. */
void cp_evaluation_put_assumed(cp_buf *out, const cp_evaluation *evaluation);
void cp_evaluation_put_changes(cp_buf *out, const cp_evaluation *evaluation);

/* The same as properties of a JSON object: what it was evaluated by, what is assumed, what that
 * changes; and status and strength of one. */
struct cp_json_writer;
void cp_evaluation_put_choices(
	struct cp_json_writer *json, const cp_evaluation *evaluation);
void cp_evaluation_put_changed(
	struct cp_json_writer *json, const cp_evaluation *evaluation);
void cp_evaluation_put_result(
	struct cp_json_writer *json, const cp_evaluation *evaluation, uint32_t argument);

/* A strength in two digits, "0.50"; "–" where it is not known. */
void cp_evaluation_put_strength(
	cp_buf *out, const cp_evaluation *evaluation, uint32_t argument);

#endif
