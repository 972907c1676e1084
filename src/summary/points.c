/* The main points of each side, and where the sides clash. */
#include "summary/sections.h"

enum {
	MOST_POINTS = 8,
};

static bool is_unstated(const cp_graph *graph, uint32_t claim)
{
	uint32_t item = graph->claims[claim].item;
	return item != CP_NONE && graph->annotation->items.at[item].implicit;
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
	if (!writer->measures->claims[claim].answered)
		cp_prose_printf(writer->prose, " Nobody answers this.");
}

/* An item that begins with who says the claim, and the claim in strong letters. */
static void begin_with_thesis(
	cp_writer *writer, uint32_t claim, const char *one_says, const char *many_say)
{
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_start_with_claimants(writer, claim);
	cp_prose_printf(writer->prose, "%s",
		writer->measures->claims[claim].speakers > 1 ? many_say : one_says);
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
	const cp_key_points *points = &writer->measures->points[side];
	size_t len = points->list.len;
	if (!len)
		return;
	cp_put_heading(writer,
		side == CP_STANCE_PRO ? "The main points for the motion"
				      : "The main points against the motion");
	for (size_t i = 0; i < len && i < MOST_POINTS; i++)
		put_point(writer, points->list.at[i].claim);
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
