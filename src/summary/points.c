/* The main points of each side, and where the sides clash. */
#include "summary/sections.h"

#include <stdlib.h>

enum {
	MOST_POINTS = 8,
};

struct point {
	uint32_t claim;
	uint32_t score;
};

/* ---- Choosing ---- */

static bool is_unstated(const cp_graph *graph, uint32_t claim)
{
	uint32_t item = graph->claims[claim].item;
	return item != CP_NONE && graph->annotation->items.at[item].implicit;
}

/* A point stands by itself: it is a reason for or against the motion, or attacks something
 * of the other side. What is only granted, or said by somebody who is on the other side
 * himself, is not a point of a side. */
static bool is_point(const cp_graph *graph, uint32_t claim, cp_stance side)
{
	const cp_claim *it = &graph->claims[claim];
	if (claim == CP_MOTION || it->stance != side || is_unstated(graph, claim)
		|| !cp_item_is_asserted(&graph->annotation->items.at[it->item])
		|| cp_claim_is_dissent(graph, claim))
		return false;
	for (size_t i = 0; i < it->uses.len; i++) {
		const cp_step *step = &graph->steps[it->uses.at[i]];
		/* Linked premises are one point: that of the item that takes the step. */
		if (step->premises.at[0] == claim
			&& (cp_step_aim(graph, step) == CP_MOTION
				|| step->kind != CP_SUPPORTS))
			return true;
	}
	return false;
}

/* What counts: how much of the debate hangs from it, how often it is said, and how near
 * it is to the motion. */
static uint32_t score(const cp_graph *graph, const uint32_t *weights, uint32_t claim)
{
	const cp_claim *it = &graph->claims[claim];
	return weights[claim] * 2 + (uint32_t)it->items.len * 3
		+ (it->depth == 1                ? 6
				: it->depth == 2 ? 3
						 : 0);
}

static int by_score(const void *left, const void *right)
{
	const struct point *a = left, *b = right;
	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->claim < b->claim ? -1 : 1;
}

static struct point *choose_points(cp_writer *writer, cp_stance side, size_t *len)
{
	const cp_graph *graph = writer->graph;
	struct point *points =
		CP_NEW_ARRAY(writer->arena, struct point, graph->claims_len);
	*len = 0;
	for (uint32_t c = 0; c < graph->claims_len; c++)
		if (is_point(graph, c, side))
			points[(*len)++] =
				(struct point){c, score(graph, writer->weights, c)};
	qsort(points, *len, sizeof *points, by_score);
	return points;
}

/* ---- Saying ---- */

static uint32_t maker_of(const cp_graph *graph, uint32_t claim)
{
	uint32_t item = graph->claims[claim].item;
	return item == CP_NONE ? CP_NONE : graph->person_of[item];
}

/* "Linked" premises are said together: they are reasons only so. */
static void put_partners(cp_writer *writer, const cp_step *step, uint32_t claim)
{
	for (size_t i = 0; i < step->premises.len; i++)
		if (step->premises.at[i] != claim) {
			cp_prose_printf(writer->prose,
				is_unstated(writer->graph, step->premises.at[i])
					? ", and with it, unstated, that "
					: ", and with it that ");
			cp_put_cited(writer, step->premises.at[i]);
		}
}

static void put_aim(cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	const cp_list *uses = &graph->claims[claim].uses;
	for (size_t i = 0; i < uses->len; i++) {
		const cp_step *step = &graph->steps[uses->at[i]];
		uint32_t aim = cp_step_aim(graph, step);
		if (aim != CP_MOTION && step->kind == CP_SUPPORTS)
			continue;
		put_partners(writer, step, claim);
		if (aim == CP_MOTION)
			continue;
		cp_prose_printf(writer->prose,
			step->kind == CP_UNDERCUTS
				? ", which is to take the force from the point that "
				: ", against the point that ");
		cp_put_cited(writer, aim);
		break;
	}
}

static void put_reasons(cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	const cp_list *reasons = &graph->claims[claim].reasons;
	uint32_t chosen[CP_MOST_DETAIL];
	size_t count = 0, all = 0;
	for (size_t i = 0; i < reasons->len; i++)
		if (graph->steps[reasons->at[i]].kind == CP_SUPPORTS
			&& all++ < writer->detail)
			chosen[count++] = reasons->at[i];
	if (!count)
		return;
	cp_prose_printf(writer->prose,
		count == 1 ? " The reason given is that "
			   : " The reasons given are that ");
	for (size_t i = 0; i < count; i++) {
		const cp_step *step = &graph->steps[chosen[i]];
		if (i > 0)
			cp_prose_printf(writer->prose,
				i + 1 == count && all == count ? ", and that "
							       : ", that ");
		cp_put_claim(writer, step->premises.at[0]);
		/* Somebody else's reason is not the claimant's own. */
		if (is_unstated(graph, step->premises.at[0])) {
			cp_prose_printf(writer->prose, " (unstated)");
		} else if (maker_of(graph, step->premises.at[0])
			!= maker_of(graph, claim)) {
			cp_prose_printf(writer->prose, " (");
			cp_put_claimants(writer, step->premises.at[0]);
			cp_prose_printf(writer->prose, ")");
		}
		cp_cite_claim(writer, step->premises.at[0]);
		put_partners(writer, step, step->premises.at[0]);
	}
	if (all > count) {
		cp_prose_printf(writer->prose, ", and ");
		cp_put_count(writer, all - count, "more", "more");
	}
	cp_prose_printf(writer->prose, ".");
}

static bool same_maker(const cp_graph *graph, const cp_step *a, const cp_step *b)
{
	return maker_of(graph, a->premises.at[0]) == maker_of(graph, b->premises.at[0]);
}

/* `before` is the answer that was put before this one, or NULL. What one person answers in
 * several ways is no contradiction: he adds to what he said. */
static void put_answer(cp_writer *writer, const cp_step *step, const cp_step *before)
{
	uint32_t premise = step->premises.at[0];
	if (before && same_maker(writer->graph, step, before)) {
		cp_prose_printf(writer->prose,
			before->kind == step->kind ? ", and that " : ", and adds that ");
	} else if (step->kind == CP_UNDERCUTS) {
		cp_prose_printf(writer->prose,
			before ? ". Without denying it, " : " Without denying it, ");
		cp_put_claimants(writer, premise);
		cp_prose_printf(writer->prose, " answers that ");
	} else {
		cp_prose_printf(writer->prose, before ? ". " : " ");
		cp_start_with_claimants(writer, premise);
		cp_prose_printf(writer->prose, " replies that ");
	}
	cp_put_cited(writer, premise);
	put_partners(writer, step, premise);
}

static void put_answers(cp_writer *writer, uint32_t claim)
{
	cp_answers answers = cp_claim_answers(writer->arena, writer->graph, claim);
	const cp_step *before = NULL;
	for (size_t i = 0; i < answers.steps.len && i < writer->detail; i++) {
		const cp_step *step = &writer->graph->steps[answers.steps.at[i]];
		put_answer(writer, step, before);
		before = step;
	}
	if (before)
		cp_prose_printf(writer->prose, ".");
	if (answers.steps.len > writer->detail) {
		size_t more = answers.steps.len - writer->detail;
		cp_prose_printf(writer->prose, more == 1 ? " There is " : " There are ");
		cp_put_count(writer, more, "more answer", "more answers");
		cp_prose_printf(writer->prose, ".");
	}
	if (!cp_claim_is_answered(writer->graph, claim))
		cp_prose_printf(writer->prose, " Nobody answers this.");
}

static size_t count_claimants(const cp_graph *graph, uint32_t claim)
{
	const cp_claim *it = &graph->claims[claim];
	size_t count = 0;
	for (size_t i = 0; i < it->items.len; i++) {
		bool again = false;
		for (size_t j = 0; j < i; j++)
			again |= graph->person_of[it->items.at[j]]
				== graph->person_of[it->items.at[i]];
		count += !again
			&& cp_item_is_asserted(
				&graph->annotation->items.at[it->items.at[i]]);
	}
	return count;
}

/* An item that begins with who says the claim, and the claim in strong letters. */
static void begin_with_thesis(
	cp_writer *writer, uint32_t claim, const char *one_says, const char *many_say)
{
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_start_with_claimants(writer, claim);
	cp_prose_printf(writer->prose, "%s",
		count_claimants(writer->graph, claim) > 1 ? many_say : one_says);
	size_t mark = cp_prose_mark(writer->prose);
	cp_put_claim(writer, claim);
	writer->prose->blocks.at[writer->prose->blocks.len - 1].runs.at[mark].kind =
		CP_RUN_STRONG;
	cp_cite_claim(writer, claim);
}

static void put_point(cp_writer *writer, uint32_t claim)
{
	begin_with_thesis(writer, claim, " argues that ", " argue that ");
	put_aim(writer, claim);
	cp_prose_printf(writer->prose, ".");
	if (!writer->detail)
		return;
	put_reasons(writer, claim);
	put_answers(writer, claim);
}

void cp_put_points(cp_writer *writer, cp_stance side)
{
	size_t len;
	struct point *points = choose_points(writer, side, &len);
	if (!len)
		return;
	cp_put_heading(writer,
		side == CP_STANCE_PRO ? "The main points for the motion"
				      : "The main points against the motion");
	for (size_t i = 0; i < len && i < MOST_POINTS; i++)
		put_point(writer, points[i].claim);
	if (len > MOST_POINTS) {
		cp_prose_begin(writer->prose, CP_PARAGRAPH);
		size_t mark = cp_prose_mark(writer->prose);
		cp_put_count(writer, len - MOST_POINTS, "smaller point is",
			"smaller points are");
		cp_prose_capitalise(writer->prose, mark);
		cp_prose_printf(writer->prose, " on the map only.");
	}
}

/* ---- Exchanges ---- */

static bool is_ground(const cp_graph *graph, const cp_move *move)
{
	return move->step != CP_NONE && graph->steps[move->step].kind == CP_SUPPORTS;
}

static void put_move(cp_writer *writer, const cp_move *move, const cp_move *before)
{
	const cp_step *step = &writer->graph->steps[move->step];
	if (step->kind == CP_SUPPORTS) {
		cp_prose_printf(writer->prose, ", on the ground that ");
		cp_put_cited(writer, move->claim);
		put_partners(writer, step, move->claim);
		return;
	}
	cp_prose_printf(writer->prose, ". ");
	cp_start_with_claimants(writer, move->claim);
	cp_prose_printf(writer->prose,
		step->kind != CP_UNDERCUTS ? " replies that "
			: is_ground(writer->graph, before)
			? " does not deny that ground, but says that "
			: " does not deny that, but says that ");
	cp_put_cited(writer, move->claim);
	put_partners(writer, step, move->claim);
}

static void put_exchange(cp_writer *writer, const cp_exchange *exchange)
{
	uint32_t claim = exchange->moves.at[0].claim;
	begin_with_thesis(writer, claim, " says that ", " say that ");
	for (size_t i = 1; i < exchange->moves.len; i++)
		put_move(writer, &exchange->moves.at[i], &exchange->moves.at[i - 1]);
	cp_prose_printf(writer->prose, ".");
	if (exchange->all_answers > exchange->answers) {
		cp_prose_printf(writer->prose, " Around this point there are ");
		cp_put_count(writer, exchange->all_answers, "answer", "answers");
		cp_prose_printf(writer->prose, " in all.");
	}
}

void cp_put_exchanges(cp_writer *writer)
{
	const cp_exchanges *exchanges = &writer->exchanges;
	if (!exchanges->list.len)
		return;
	cp_put_heading(writer, "Where the sides clash");
	for (size_t i = 0; i < exchanges->list.len; i++)
		put_exchange(writer, &exchanges->list.at[i]);
}
