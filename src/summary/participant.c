/* For one participant: what the others did with his points. */
#include "summary/sections.h"

static uint32_t self(const cp_writer *writer)
{
	return writer->wish->participant;
}

static void put_heading(cp_writer *writer, bool *put, const char *before)
{
	if (*put)
		return;
	*put = true;
	cp_prose_begin(writer->prose, CP_HEADING);
	cp_prose_printf(writer->prose, "%s ", before);
	cp_put_person(writer, self(writer), CP_SPEAKS, CP_NONE);
	cp_prose_end_cell(writer->prose);
}

/* ---- Replies ---- */

/* Is the step somebody else's attack on a claim of his, or on a step from one? */
static bool is_against(const cp_writer *writer, uint32_t index)
{
	const cp_graph *graph = writer->graph;
	const cp_step *step = &graph->steps[index];
	uint32_t aim = cp_step_aim(graph, step);
	return step->kind != CP_SUPPORTS && aim != CP_MOTION
		&& cp_claim_manner(graph, aim) == CP_SAYS
		&& cp_is_claimant(graph, self(writer), aim)
		&& graph->person_of[step->item] != self(writer);
}

static void tell_reply(cp_writer *writer, uint32_t index)
{
	static const char *const rebuts[] = {
		"To {other point}, {who} repl{ies}{that}{with}",
		"{who} object{s} to {other point}, saying{that}{with}",
		"Against {other point}, {who} say{s}{that}{with}", NULL};
	static const char *const undercuts[] = {
		"Without disputing{other that}, {who} answer{s}{that}{with}",
		"{who} do{es} not dispute{other that}, but answer{s}{that}{with}", NULL};
	static const char *const grants[] = {
		"As to {other point}, {who} grant{s}{that}{with}",
		"{who} grant{s}{that}{with}, against {other point}", NULL};
	static const char *const mentions[] = {
		"As to {other point}, {who} bring{s} up, without holding it,{that}{with}",
		NULL};
	const cp_graph *graph = writer->graph;
	const cp_step *step = &graph->steps[index];
	cp_manner manner = cp_claim_manner(graph, step->premises.at[0]);
	cp_tell_open(writer,
		manner == CP_GRANTS                  ? grants
			: manner != CP_SAYS          ? mentions
			: step->kind == CP_UNDERCUTS ? undercuts
						     : rebuts,
		CP_FACTS(.claim = step->premises.at[0], .other = cp_step_aim(graph, step),
			.step = index));
	cp_prose_end(writer->prose, ".");
}

void cp_put_replies(cp_writer *writer)
{
	enum { MOST = 16 };
	bool put = false;
	size_t told = 0;
	for (uint32_t i = 0; i < writer->graph->steps_len; i++) {
		if (!is_against(writer, i))
			continue;
		put_heading(writer, &put, "Replies to");
		if (told++ >= MOST)
			continue;
		cp_prose_begin(writer->prose, CP_ITEM);
		tell_reply(writer, i);
	}
	if (told > MOST) {
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_put_count(writer, CP_COUNT_OWN, CP_NONE, told - MOST,
			"more reply is on the map", "more replies are on the map");
		cp_prose_end_aside(writer->prose, ".");
	}
	if (put)
		return;
	put_heading(writer, &put, "Replies to");
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_prose_printf(writer->prose, "No marked reply goes to a point of ");
	cp_put_person(writer, self(writer), CP_SPEAKS, CP_NONE);
	cp_cite_comments(writer, writer->graph->people[self(writer)].comments);
	cp_prose_end(writer->prose, ".");
}

/* ---- Unanswered ---- */

void cp_put_against(cp_writer *writer)
{
	enum { MOST = 8 };
	const cp_graph *graph = writer->graph;
	bool *done = CP_NEW_ARRAY(writer->arena, bool, graph->claims_len);
	bool put = false;
	size_t told = 0;
	for (uint32_t i = 0; i < graph->steps_len && told < MOST; i++) {
		uint32_t claim = graph->steps[i].premises.at[0];
		if (!is_against(writer, i) || writer->measures->claims[claim].answered
			|| done[claim])
			continue;
		done[claim] = true;
		told++;
		put_heading(writer, &put, "Not answered yet by anybody, against");
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_tell_part(writer, "{whose} ", CP_FACTS(.claim = claim));
		cp_prose_printf(writer->prose,
			cp_claim_embeds(writer, claim) ? "point that " : "point ");
		cp_tell_part(writer, "{claim}", CP_FACTS(.claim = claim));
		cp_prose_end(writer->prose, ".");
	}
}

/* ---- Granted, and quoted ---- */

void cp_put_grants_to(cp_writer *writer)
{
	const cp_measures *measures = writer->measures;
	bool put = false;
	for (size_t i = 0; i < measures->grants.len; i++) {
		const cp_grant *grant = &measures->grants.at[i];
		if (grant->kind == CP_GRANT_DISSENT
			|| writer->graph->person_of[grant->item] == CP_NONE
			|| writer->graph->person_of[grant->item] == self(writer)
			|| !cp_is_claimant(writer->graph, self(writer), grant->claim))
			continue;
		put_heading(writer, &put, "Granted to");
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_tell_grant(writer, grant);
	}
}

static bool is_of_self(const cp_writer *writer, uint32_t index)
{
	const cp_graph *graph = writer->graph;
	const cp_item *item = &graph->annotation->items.at[index];
	return item->kind == CP_QUOTATION && graph->claim_of[index] != CP_NONE
		&& item->quoted_comment != CP_NONE
		&& graph->author_of[item->quoted_comment] == self(writer);
}

/* Only what differs is told; where nothing does, that. */
void cp_put_quoted(cp_writer *writer)
{
	const cp_graph *graph = writer->graph;
	CP_ARRAY(uint32_t) quotations = {0};
	bool put = false;
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		if (!is_of_self(writer, i))
			continue;
		*cp_push(writer->arena, &quotations) = i;
		if (graph->annotation->items.at[i].fidelity < CP_FIDELITY_ALTERED)
			continue;
		put_heading(writer, &put, "Quoted otherwise than written, of");
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_tell_fidelity(writer, i, false);
	}
	if (put || !quotations.len)
		return;
	put_heading(writer, &put, "Quotations of");
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_prose_printf(writer->prose, "All quotations of ");
	cp_put_person(writer, self(writer), CP_SPEAKS, CP_NONE);
	cp_prose_printf(writer->prose, " have the words of the original");
	cp_cite_items(writer, quotations.at, quotations.len);
	cp_prose_end(writer->prose, ".");
}
