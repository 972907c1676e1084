/* What is granted, and what both sides hold. */
#include "summary/sections.h"

/* ---- Concessions ---- */

static const char *side_clause(const cp_graph *graph, uint32_t person)
{
	cp_stance side = person == CP_NONE ? CP_STANCE_NONE : graph->people[person].side;
	return side == CP_STANCE_PRO       ? ", who is for the motion,"
		: side == CP_STANCE_CONTRA ? ", who is against the motion,"
					   : "";
}

static void tell_item(cp_writer *writer, const cp_grant *grant)
{
	uint32_t person = writer->graph->person_of[grant->item];
	const cp_facts *facts =
		CP_FACTS(.claim = grant->claim, .person = person, .manner = CP_GRANTS);
	cp_tell_part(writer, "{person}", facts);
	cp_prose_printf(writer->prose, "%s grants", side_clause(writer->graph, person));
	cp_prose_printf(
		writer->prose, cp_claim_embeds(writer, grant->claim) ? " that " : ": ");
	cp_put_claim(writer, grant->claim);
	cp_cite_item(writer, grant->item);
	cp_prose_end(writer->prose, ".");
}

/* What the same item grants is told together, and what it holds once. */
static void tell_relations(cp_writer *writer, const cp_grant *grants, size_t count)
{
	static const char *const plain[] = {"{person} grants", "{person} agrees", NULL};
	const cp_graph *graph = writer->graph;
	uint32_t item = grants[0].item, own = graph->claim_of[item];
	uint32_t *claims = CP_NEW_ARRAY(writer->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		claims[i] = grants[i].claim;
	const cp_facts *facts = CP_FACTS(.claim = claims[0],
		.person = graph->person_of[item], .manner = CP_GRANTS);
	if (grants[0].to != CP_NONE && count == 1 && writer->turn++ % 2) {
		cp_prose_printf(writer->prose, "To ");
		cp_put_person(writer, grants[0].to, CP_SAYS, claims[0]);
		cp_tell_part(writer, ", {person} grants", facts);
	} else {
		cp_tell_open(writer, plain, facts);
	}
	cp_put_claims(writer, claims, count);
	if (graph->claims[own].uses.len) {
		cp_prose_printf(writer->prose,
			cp_claim_embeds(writer, own) ? ", but holds that "
						     : ", but holds: ");
		cp_put_claim(writer, own);
	}
	cp_cite_item(writer, item);
	cp_prose_end(writer->prose, ".");
}

/* Does the item attack the claim itself, and not only what it is a reason for? */
static bool is_rebuttal(const cp_graph *graph, const cp_grant *grant)
{
	for (size_t i = 0; i < graph->steps_len; i++)
		if (graph->steps[i].item == grant->item
			&& graph->steps[i].kind == CP_REBUTS
			&& graph->steps[i].target == grant->claim)
			return true;
	return false;
}

static void tell_dissent(cp_writer *writer, const cp_grant *grant)
{
	static const char *const leads[][3] = {
		[CP_STANCE_PRO] = {"{person}, though for the motion, does not ",
			"Though for the motion, {person} does not ", NULL},
		[CP_STANCE_CONTRA] = {"{person}, though against the motion, does not ",
			"Though against the motion, {person} does not ", NULL},
	};
	const cp_graph *graph = writer->graph;
	uint32_t person = graph->person_of[grant->item];
	const cp_facts *facts = CP_FACTS(.claim = graph->claim_of[grant->item],
		.other = grant->claim, .person = person, .manner = CP_SAYS);
	cp_tell_open(writer, leads[graph->people[person].side], facts);
	cp_tell_part(writer,
		is_rebuttal(graph, grant) ? "accept{other that}, and says{that}"
					  : "dispute{other that}, but says{that}",
		facts);
	cp_prose_end(writer->prose, ".");
}

void cp_tell_grant(cp_writer *writer, const cp_grant *grant)
{
	static void (*const tell[])(cp_writer * writer, const cp_grant *grant) = {
		[CP_GRANT_ITEM] = tell_item,
		[CP_GRANT_DISSENT] = tell_dissent,
	};
	if (grant->kind == CP_GRANT_RELATION)
		tell_relations(writer, grant, 1);
	else
		tell[grant->kind](writer, grant);
}

static size_t count_alike(const cp_measures *measures, size_t start)
{
	const cp_grant *grants = measures->grants.at;
	size_t end = start + 1;
	while (grants[start].kind == CP_GRANT_RELATION && end < measures->grants.len
		&& grants[end].kind == CP_GRANT_RELATION
		&& grants[end].item == grants[start].item)
		end++;
	return end - start;
}

/* ---- What both sides hold ---- */

static void tell_ground(cp_writer *writer, const cp_ground *ground)
{
	static const char *const both[] = {"Across the sides, {who} hold{s}{that}",
		"{who} agree, across the sides,{that}", NULL};
	static const char *const built[] = {
		"{who} say{s}{that}", "By {who} it is said{that}", NULL};
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_open(writer, ground->step == CP_NONE ? both : built,
		CP_FACTS(.claim = ground->claim));
	if (ground->step != CP_NONE) {
		const cp_step *step = &writer->graph->steps[ground->step];
		cp_tell_part(writer, ", and {person} builds on it from the other side",
			CP_FACTS(.claim = ground->claim,
				.person = writer->graph->person_of[step->item],
				.manner = CP_TAKES_UP));
		cp_prose_rest_on_step(writer->prose, ground->step);
		cp_cite_item(writer, step->item);
	}
	cp_prose_end(writer->prose, ".");
}

void cp_put_granted(cp_writer *writer)
{
	enum { MOST = 12 };
	const cp_measures *measures = writer->measures;
	bool put = false;
	size_t told = 0;
	for (size_t i = 0; i < measures->grounds.len && told < MOST; i++, told++) {
		cp_heading_once(writer, &put, "What is granted");
		tell_ground(writer, &measures->grounds.at[i]);
	}
	size_t left = 0;
	for (size_t i = 0, alike; i < measures->grants.len; i += alike) {
		alike = count_alike(measures, i);
		if (writer->graph->person_of[measures->grants.at[i].item] == CP_NONE)
			continue;
		if (told++ >= MOST) {
			left += alike;
			continue;
		}
		cp_heading_once(writer, &put, "What is granted");
		cp_prose_begin(writer->prose, CP_ITEM);
		if (alike > 1)
			tell_relations(writer, &measures->grants.at[i], alike);
		else
			cp_tell_grant(writer, &measures->grants.at[i]);
	}
	if (!left)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, left, "more concession is on the map",
		"more concessions are on the map");
	cp_prose_end_aside(writer->prose, ".");
}
