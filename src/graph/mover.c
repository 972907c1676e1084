/* What moves a strength most. Without a claim, only what it bears on changes, and of that only
 * what leads to the subject matters. So a small graph is solved for each claim: these
 * arguments, with what else bears on them as it is. */
#include "graph/crux.h"

#include <float.h>
#include <math.h>

enum { MOST_WORK = 20000000 }; /* links to look at */

struct weighing {
	cp_arena arena;
	const cp_evaluation *evaluation;
	uint32_t subject;
	const cp_weighted *weighted;
	struct cp_lists uses; /* of each argument: what it bears on */
	bool *leads;          /* of each argument: does it lead to the subject? */
	uint32_t *queue;      /* those that do, nearest first */
	size_t len;
	uint32_t *place; /* of each argument, in the small graph; CP_NONE: it is not in
	                  * it */
	size_t work;     /* links looked at */
	cp_mover result;
};

/* A small graph in the making. */
struct excerpt {
	cp_arena arena;
	CP_ARRAY(uint32_t) members; /* first those that change */
	CP_ARRAY(cp_link) links;
};

static cp_list links_of(const struct weighing *weighing, cp_link_kind kind, uint32_t of)
{
	return cp_lists_of(&weighing->weighted->links[kind], of);
}

static struct cp_lists list_uses(struct weighing *weighing)
{
	size_t len = weighing->weighted->len;
	struct cp_lists uses = cp_lists_new(&weighing->arena, len);
	for (int pass = 0; pass < 2; pass++) {
		for (cp_link_kind kind = 0; kind < CP_LINKS; kind++)
			for (uint32_t of = 0; of < len; of++) {
				cp_list by = links_of(weighing, kind, of);
				for (size_t i = 0; i < by.len; i++)
					if (pass)
						cp_lists_add(&uses, by.at[i], of);
					else
						cp_lists_count(&uses, by.at[i]);
			}
		if (!pass)
			cp_lists_ready(&weighing->arena, &uses, len);
	}
	return uses;
}

static void find_leading(struct weighing *weighing)
{
	weighing->leads[weighing->queue[weighing->len++] = weighing->subject] = true;
	for (size_t head = 0; head < weighing->len; head++)
		for (cp_link_kind kind = 0; kind < CP_LINKS; kind++) {
			cp_list by = links_of(weighing, kind, weighing->queue[head]);
			for (size_t i = 0; i < by.len; i++)
				if (!weighing->leads[by.at[i]])
					weighing->leads[weighing->queue[weighing->len++] =
								by.at[i]] = true;
		}
}

static uint32_t place_of(
	struct weighing *weighing, struct excerpt *excerpt, uint32_t argument)
{
	if (weighing->place[argument] == CP_NONE) {
		weighing->place[argument] = (uint32_t)excerpt->members.len;
		*cp_push(&excerpt->arena, &excerpt->members) = argument;
	}
	return weighing->place[argument];
}

static void add_links(
	struct weighing *weighing, struct excerpt *excerpt, uint32_t argument)
{
	uint32_t of = weighing->place[argument];
	for (cp_link_kind kind = 0; kind < CP_LINKS; kind++) {
		cp_list by = links_of(weighing, kind, argument);
		for (size_t i = 0; i < by.len; i++)
			*cp_push(&excerpt->arena, &excerpt->links) = (cp_link){
				kind, of, place_of(weighing, excerpt, by.at[i])};
		weighing->work += by.len;
	}
}

/* What changes without the claim, which is the first. How much that is. */
static size_t add_changing(
	struct weighing *weighing, struct excerpt *excerpt, uint32_t claim)
{
	place_of(weighing, excerpt, claim);
	for (size_t head = 0; head < excerpt->members.len; head++) {
		cp_list uses = cp_lists_of(&weighing->uses, excerpt->members.at[head]);
		for (size_t i = 0; i < uses.len; i++)
			if (weighing->leads[uses.at[i]])
				place_of(weighing, excerpt, uses.at[i]);
	}
	return excerpt->members.len;
}

static void note(struct weighing *weighing, uint32_t claim, double without)
{
	double now = weighing->evaluation->strengths.of[weighing->subject];
	if (fabs(without - now) <= fabs(weighing->result.strength - now))
		return;
	weighing->result.claim = claim;
	weighing->result.strength = without;
}

/* Of what does not change. Where attackers are counted, only those are not that are nothing
 * from the start. */
static double strength_now(const struct weighing *weighing, uint32_t argument)
{
	double strength = weighing->evaluation->strengths.of[argument];
	return strength <= 0 && weighing->weighted->initial[argument] > 0 ? DBL_MIN
									  : strength;
}

static void weigh_without(struct weighing *weighing, uint32_t claim)
{
	struct excerpt excerpt = {0};
	size_t changing = add_changing(weighing, &excerpt, claim);
	for (size_t i = 1; i < changing; i++)
		add_links(weighing, &excerpt, excerpt.members.at[i]);
	size_t len = excerpt.members.len;
	double *initial = CP_NEW_ARRAY(&excerpt.arena, double, len);
	for (size_t i = 1; i < len; i++)
		initial[i] = i < changing
			? weighing->weighted->initial[excerpt.members.at[i]]
			: strength_now(weighing, excerpt.members.at[i]);
	cp_strengths strengths = cp_weighted_solve(&excerpt.arena,
		cp_weighted_new(&excerpt.arena, len, initial, excerpt.links.at,
			excerpt.links.len),
		weighing->evaluation->strength);
	uint32_t subject = weighing->place[weighing->subject];
	if (strengths.at_rest[subject])
		note(weighing, claim, strengths.of[subject]);
	weighing->work += len + excerpt.links.len * strengths.rounds;
	for (size_t i = 0; i < len; i++)
		weighing->place[excerpt.members.at[i]] = CP_NONE;
	cp_arena_clear(&excerpt.arena);
}

/* Each claim that can fall and leads to the subject. */
static void try_all(struct weighing *weighing)
{
	const cp_evaluation *evaluation = weighing->evaluation;
	for (size_t i = 1; i < weighing->len; i++) {
		uint32_t claim = weighing->queue[i];
		if (claim >= evaluation->graph->claims_len
			|| !cp_evaluation_is_open(evaluation, claim))
			continue;
		weighing->result.wanted++;
		if (weighing->work > MOST_WORK)
			continue;
		weighing->result.tried++;
		weigh_without(weighing, claim);
	}
}

cp_mover cp_mover_find(const cp_evaluation *evaluation, uint32_t subject)
{
	size_t len = evaluation->graph->claims_len + evaluation->graph->steps_len;
	struct weighing weighing = {
		.evaluation = evaluation,
		.subject = subject,
		.result = {.claim = CP_NONE,
			.strength = evaluation->strengths.of[subject]},
	};
	if (!cp_evaluation_is_open(evaluation, subject)
		|| !cp_evaluation_is_known(evaluation, subject))
		return weighing.result;
	weighing.weighted = evaluation->weighted;
	weighing.leads = CP_NEW_ARRAY(&weighing.arena, bool, len);
	weighing.queue = CP_NEW_ARRAY(&weighing.arena, uint32_t, len);
	weighing.place = CP_NEW_ARRAY(&weighing.arena, uint32_t, len);
	for (size_t i = 0; i < len; i++)
		weighing.place[i] = CP_NONE;
	weighing.uses = list_uses(&weighing);
	find_leading(&weighing);
	try_all(&weighing);
	cp_arena_clear(&weighing.arena);
	return weighing.result;
}
