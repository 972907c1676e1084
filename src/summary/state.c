/* The state of the debate: who is on which side, how the motion stands, what is most disputed. */
#include "summary/sections.h"

/* ---- Sides ---- */

struct side {
	cp_stance stance;
	const char *one, *many, *none; /* none: what is said where nobody is on it */
};

static bool is_named(const cp_graph *graph, uint32_t person, cp_stance side)
{
	return graph->people[person].side == side && graph->people[person].name.len;
}

/* The names that are known; of many, the first. */
static void put_names(cp_writer *writer, cp_stance side, size_t count)
{
	const cp_graph *graph = writer->graph;
	size_t names = 0, put = 0;
	for (uint32_t p = 0; p < graph->people_len; p++)
		names += is_named(graph, p, side);
	size_t told = count <= CP_MOST_LISTED + 1 || names < CP_MOST_LISTED
		? names
		: CP_MOST_LISTED;
	if (!told)
		return;
	cp_prose_printf(writer->prose, " (");
	for (uint32_t p = 0; p < graph->people_len && put < told; p++)
		if (is_named(graph, p, side)) {
			cp_put_separator(writer, put++, told + (told < count));
			cp_put_person(writer, p, CP_SPEAKS, CP_NONE);
		}
	if (told < count) {
		cp_put_separator(writer, told, told + 1);
		cp_put_count(
			writer, CP_COUNT_OWN, CP_NONE, count - told, "other", "others");
	}
	cp_prose_printf(writer->prose, ")");
}

/* The first number has the noun of all. */
static void put_side(cp_writer *writer, const struct side *side, bool *counted)
{
	size_t count = writer->measures->sides[side->stance].speakers;
	if (!count) {
		cp_prose_printf(writer->prose, "%s", side->none);
		return;
	}
	cp_put_count(writer, CP_COUNT_SIDE, side->stance, count,
		*counted ? "" : "speaker", *counted ? "" : "speakers");
	*counted = true;
	if (writer->detail)
		put_names(writer, side->stance, count);
	cp_prose_printf(writer->prose, " %s", count == 1 ? side->one : side->many);
}

static void put_sides(cp_writer *writer)
{
	static const struct side sides[] = {
		{CP_STANCE_PRO, "is for the motion", "are for the motion",
			"nobody is for the motion"},
		{CP_STANCE_CONTRA, "is against it", "are against it",
			"nobody is against it"},
		{CP_STANCE_BOTH, "speaks on both sides", "speak on both sides", NULL},
		{CP_STANCE_NONE, "takes no clear side", "take no clear side", NULL},
	};
	const char *gap = "";
	bool counted = false;
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		if (!sides[i].none && !writer->measures->sides[sides[i].stance].speakers)
			continue;
		cp_prose_printf(writer->prose, "%s", gap);
		put_side(writer, &sides[i], &counted);
		gap = i == 0 ? " and " : "; ";
	}
	cp_prose_end(writer->prose, ".");
}

/* ---- The motion ---- */

/* Attacks on the motion. */
struct attacks {
	size_t all, standing;
	uint32_t first; /* that stands: one that is asserted, else one that is granted */
};

static struct attacks find_attacks(cp_writer *writer)
{
	const cp_graph *graph = writer->graph;
	const cp_list *reasons = &graph->claims[CP_MOTION].reasons;
	uint32_t asserted = CP_NONE, granted = CP_NONE;
	struct attacks attacks = {0};
	for (size_t i = 0; i < reasons->len; i++) {
		uint32_t index = reasons->at[i];
		const cp_step *step = &graph->steps[index];
		if (step->kind != CP_REBUTS)
			continue;
		attacks.all++;
		if (writer->measures->statuses[graph->claims_len + index]
			!= CP_STATUS_STANDS)
			continue;
		attacks.standing++;
		uint32_t *found = cp_claim_manner(graph, step->premises.at[0]) == CP_SAYS
			? &asserted
			: &granted;
		*found = *found == CP_NONE ? index : *found;
	}
	attacks.first = asserted != CP_NONE ? asserted : granted;
	return attacks;
}

static void put_defeated(cp_writer *writer, const struct attacks *attacks)
{
	uint32_t claim = writer->graph->steps[attacks->first].premises.at[0];
	const cp_facts *facts = CP_FACTS(.claim = claim, .step = attacks->first);
	bool several = attacks->standing > 1;
	cp_prose_printf(writer->prose,
		"As the annotated debate stands, the motion is defeated under the grounded "
		"reading, which only says that %s left standing",
		several ? "objections are" : "an objection is");
	if (!writer->detail) {
		cp_prose_end(writer->prose, ".");
		return;
	}
	cp_prose_printf(writer->prose, several ? ", among them " : ": ");
	cp_tell_part(writer,
		cp_claim_manner(writer->graph, claim) == CP_SAYS
			? "{whose} point"
			: "the point, granted by {who},",
		facts);
	cp_prose_printf(writer->prose, cp_claim_embeds(writer, claim) ? " that " : " ");
	cp_tell_part(writer, "{claim}{with}", facts);
	cp_prose_end(writer->prose, ".");
}

static void put_status(cp_writer *writer)
{
	if (!writer->graph->claims[CP_MOTION].reasons.len) {
		cp_prose_printf(writer->prose,
			"No marked point bears on the motion itself, so "
			"nothing can be said of how it stands");
		cp_prose_end(writer->prose, ".");
		return;
	}
	struct attacks attacks = find_attacks(writer);
	cp_status status = writer->measures->claims[CP_MOTION].status;
	if (status == CP_STATUS_DEFEATED && attacks.first != CP_NONE) {
		put_defeated(writer, &attacks);
		return;
	}
	cp_prose_printf(writer->prose, "As the annotated debate stands, the motion is %s",
		status == CP_STATUS_DEFEATED ? "defeated under the grounded reading"
			: status == CP_STATUS_STANDS
			? attacks.all
				? "undefeated under the grounded reading, which only "
				  "says that each objection to it has met an answer "
				  "that holds"
				: "undefeated under the grounded reading, which only "
				  "says that no objection to it is recorded"
			: "unresolved under the grounded reading: objections and "
			  "answers attack one another in a circle, so that neither "
			  "side can be put first");
	cp_prose_end(writer->prose, ".");
}

/* Where the number and the status point to different sides, both are explained. */
static void put_strength(cp_writer *writer)
{
	const cp_claim_measure *motion = &writer->measures->claims[CP_MOTION];
	if (!motion->weighed || !writer->graph->claims[CP_MOTION].reasons.len)
		return;
	size_t hundredths = (size_t)(motion->strength * 100 + 0.5);
	cp_prose_printf(writer->prose, "The computed strength of the motion is %s (",
		hundredths < 34           ? "low"
			: hundredths < 67 ? "middling"
					  : "high");
	cp_put_count(writer, CP_COUNT_STRENGTH, CP_MOTION, hundredths,
		"on a scale from 0 to 1)", "on a scale from 0 to 1)");
	bool apart = (motion->status == CP_STATUS_DEFEATED && hundredths > 50)
		|| (motion->status == CP_STATUS_STANDS && hundredths < 50);
	if (apart && writer->wish->length != CP_SHORT)
		cp_prose_printf(writer->prose,
			": it weighs all reasons on both sides, whereas one objection "
			"that is left standing decides the status");
	cp_prose_end(writer->prose, ".");
}

/* ---- What is most disputed ---- */

static size_t count_reasons(const cp_graph *graph, uint32_t claim)
{
	const cp_list *reasons = &graph->claims[claim].reasons;
	size_t count = 0;
	for (size_t i = 0; i < reasons->len; i++)
		count += graph->steps[reasons->at[i]].kind == CP_SUPPORTS;
	return count;
}

static void put_sharpest(cp_writer *writer)
{
	if (!writer->exchanges.list.len)
		return;
	uint32_t claim = writer->exchanges.list.at[0].moves.at[0].claim;
	size_t reasons = count_reasons(writer->graph, claim);
	size_t answers = cp_claim_answers(writer->arena, writer->graph, claim).steps.len;
	cp_tell_part(writer,
		cp_claim_embeds(writer, claim)
			? "The longest exchange is over whether {claim}"
			: "The longest exchange is over {point}",
		CP_FACTS(.claim = claim));
	cp_prose_printf(writer->prose, ": ");
	cp_put_count(writer, CP_COUNT_REASONS, claim, reasons,
		"reason is given for it and ", "reasons are given for it and ");
	cp_put_count(writer, CP_COUNT_ANSWERS, claim, answers, "objection is raised",
		"objections are raised");
	cp_prose_end(writer->prose, ".");
}

void cp_put_state(cp_writer *writer)
{
	const cp_graph *graph = writer->graph;
	if (!graph->people_len)
		return;
	if (writer->prose->blocks.at[writer->prose->blocks.len - 1].section
		!= CP_SECTION_BASIS)
		cp_put_heading(writer, "The debate as it stands");
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	put_sides(writer);
	if (graph->claims[CP_MOTION].text.len && graph->claims_len > 1) {
		cp_prose_begin(writer->prose, CP_PARAGRAPH);
		put_status(writer);
		if (writer->wish->reader != CP_NEWCOMER && writer->detail)
			put_strength(writer);
	}
	if (writer->detail)
		put_sharpest(writer);
}
