/* Where the sides clash: exchanges, move by move. */
#include "summary/sections.h"

static bool is_ground(const cp_graph *graph, const cp_move *move)
{
	return move->step != CP_NONE && graph->steps[move->step].kind == CP_SUPPORTS;
}

static void put_ground(cp_writer *writer, const cp_move *move)
{
	cp_prose_printf(writer->prose,
		cp_claim_embeds(writer, move->claim) ? ", on the ground that "
						     : ", on the ground: ");
	cp_tell_part(writer, "{claim}{with}",
		CP_FACTS(.claim = move->claim, .step = move->step));
}

/* What is not disputed is the ground, where one was given last. */
static const char *const *templates_for(
	cp_writer *writer, const cp_move *move, const cp_move *before)
{
	static const char *const grounds[] = {
		"{who} do{es} not dispute that ground, but say{s}{that}{with}",
		"Without disputing that ground, {who} answer{s}{that}{with}", NULL};
	const cp_step *step = &writer->graph->steps[move->step];
	const char *const *templates = cp_answer_templates(writer, step, before->claim);
	return step->kind == CP_UNDERCUTS && is_ground(writer->graph, before)
			&& cp_claim_manner(writer->graph, move->claim) == CP_SAYS
		? grounds
		: templates;
}

static void tell_exchange(cp_writer *writer, const cp_exchange *exchange)
{
	static const char *const first[] = {"{who} say{s}{that}", "{who} hold{s}{that}",
		"According to {who}, {claim}", NULL};
	enum { MOST = 8 };
	size_t told = exchange->moves.len < MOST ? exchange->moves.len : MOST;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_open(writer, first,
		CP_FACTS(.claim = exchange->moves.at[0].claim, .strong = true));
	for (size_t i = 1; i < told; i++) {
		const cp_move *move = &exchange->moves.at[i];
		if (is_ground(writer->graph, move)) {
			put_ground(writer, move);
			continue;
		}
		cp_prose_end(writer->prose, ".");
		cp_tell_open(writer,
			templates_for(writer, move, &exchange->moves.at[i - 1]),
			CP_FACTS(.claim = move->claim, .step = move->step));
	}
	if (told < exchange->moves.len)
		cp_prose_printf(writer->prose, "; the map has what follows");
	cp_prose_end(writer->prose, ".");
}

/* Does a longer exchange, told before, go through the claim that this one begins with? */
static bool is_part(const cp_exchanges *exchanges, size_t index)
{
	uint32_t claim = exchanges->list.at[index].moves.at[0].claim;
	for (size_t i = 0; i < index; i++) {
		const cp_exchange *before = &exchanges->list.at[i];
		for (size_t m = 0; m < before->moves.len; m++)
			if (before->moves.at[m].claim == claim)
				return true;
	}
	return false;
}

void cp_put_exchanges(cp_writer *writer)
{
	const cp_exchanges *exchanges = &writer->exchanges;
	if (!exchanges->list.len)
		return;
	cp_put_heading(writer, "Where the sides clash");
	for (size_t i = 0; i < exchanges->list.len; i++)
		if (!is_part(exchanges, i))
			tell_exchange(writer, &exchanges->list.at[i]);
}
