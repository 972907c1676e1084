/* The tables of claims, steps and answers. */
#include "graph/stats_fill.h"

static void put_step(cp_filler *filler, uint32_t step)
{
	if (step == CP_NONE)
		cp_cells_none(&filler->cells);
	else
		cp_cells_text(&filler->cells, filler->graph->steps[step].id);
}

static void fill_points(cp_filler *filler)
{
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		const cp_key_points *points = &filler->measures->points[side];
		for (size_t i = 0; i < points->list.len; i++) {
			const cp_key_point *point = &points->list.at[i];
			const cp_claim_measure *claim =
				&filler->measures->claims[point->claim];
			cp_stat_put_side(filler, (cp_stance)side);
			cp_stat_put_claim_id(filler, point->claim);
			cp_stat_put_count(filler, claim->speakers);
			cp_stat_put_count(filler, claim->comments);
			cp_stat_put_count(filler, point->reasons);
			for (size_t part = 0; part < CP_POINT_PARTS; part++)
				cp_cells_score(&filler->cells, point->parts[part]);
			cp_cells_score(&filler->cells, point->score);
			cp_cells_yes(&filler->cells, point->minority);
			cp_stat_put_claim(filler, point->claim);
		}
	}
}

const cp_stat cp_stat_points = {
	{"points", "Key points",
		"Reasons for or against the motion and attacks on those. The score is 0.35 "
		"of the speakers, 0.25 of the centrality, 0.25 of the influence on the "
		"motion's strength and 0.15 of the engagement, each as a share of the "
		"largest. A minority point is made once by one speaker and has influence "
		"or no answer.",
		.columns = {"side", "id", "speakers", "comments", "reasons",
			"by_speakers", "by_centrality", "by_influence", "by_engagement",
			"score", "minority", "claim"}},
	fill_points,
};

static void fill_minority(cp_filler *filler)
{
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		const cp_key_points *points = &filler->measures->points[side];
		for (size_t i = 0; i < points->list.len; i++) {
			const cp_key_point *point = &points->list.at[i];
			const cp_claim_measure *claim =
				&filler->measures->claims[point->claim];
			if (!point->minority)
				continue;
			cp_stat_put_side(filler, (cp_stance)side);
			cp_stat_put_claim_id(filler, point->claim);
			cp_stat_put_person(
				filler, cp_claim_asserter(filler->graph, point->claim));
			cp_stat_put_comment(filler, claim->first);
			cp_cells_score(&filler->cells, point->influence);
			cp_cells_yes(&filler->cells, claim->open);
			cp_stat_put_claim(filler, point->claim);
		}
	}
}

const cp_stat cp_stat_minority = {
	{"minority", "Minority points",
		"Key points of one speaker, said once, that are of influence in the upper "
		"half or that nobody answered. The influence is how much the strength of "
		"the motion would differ without it.",
		.columns = {"side", "id", "speaker", "comment", "influence", "unanswered",
			"claim"}},
	fill_minority,
};

static void fill_clashes(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->clashes.len; i++) {
		const cp_clash *clash = &filler->measures->clashes.at[i];
		bool step = clash->claim == CP_NONE;
		if (step)
			put_step(filler, clash->step);
		else
			cp_stat_put_claim_id(filler, clash->claim);
		cp_stat_put_count(filler, clash->pro);
		cp_stat_put_count(filler, clash->contra);
		cp_stat_put_count(filler, clash->moves);
		cp_cells_score(&filler->cells, clash->score);
		cp_stat_put_claim(filler,
			step ? filler->graph->steps[clash->step].premises.at[0]
			     : clash->claim);
	}
}

const cp_stat cp_stat_clashes = {
	{"clashes", "Where they clash",
		"Claims, and steps, with reasons of different speakers on both sides, up to "
		"two steps below. The score is 2 min(pro, contra) / (pro + contra) times "
		"the logarithm of 1 and the comments that have to do with it.",
		.columns = {"id", "pro", "contra", "comments", "score", "claim"}},
	fill_clashes,
};

static void fill_unanswered(cp_filler *filler)
{
	static const char *const chances[] = {
		[CP_CHANCE_NONE] = "none",
		[CP_CHANCE_DEBATE] = "thread",
		[CP_CHANCE_BRANCH] = "branch",
	};
	for (size_t i = 0; i < filler->measures->unanswered.len; i++) {
		const cp_open_point *point = &filler->measures->unanswered.at[i];
		cp_stat_put_side(filler, filler->graph->claims[point->claim].stance);
		cp_stat_put_claim_id(filler, point->claim);
		cp_stat_put_person(
			filler, cp_claim_asserter(filler->graph, point->claim));
		cp_stat_put_comment(filler, filler->measures->claims[point->claim].first);
		cp_stat_put_word(filler, chances[point->chance]);
		cp_stat_put_claim(filler, point->claim);
	}
}

const cp_stat cp_stat_unanswered = {
	{"unanswered", "What nobody answered",
		"Attacks, and reasons for or against the motion, that are asserted, were "
		"not granted and not attacked by anybody else. The chance to answer: "
		"somebody of the other side wrote later in the same branch, or in the "
		"thread, or nobody did.",
		.columns = {"side", "id", "speaker", "comment", "chance", "claim"}},
	fill_unanswered,
};

static void fill_concessions(cp_filler *filler)
{
	static const char *const kinds[] = {
		[CP_GRANT_ITEM] = "states",
		[CP_GRANT_RELATION] = "concedes",
		[CP_GRANT_DISSENT] = "attacks own side",
	};
	for (size_t i = 0; i < filler->measures->grants.len; i++) {
		const cp_grant *grant = &filler->measures->grants.at[i];
		cp_stat_put_person(filler, filler->graph->person_of[grant->item]);
		cp_stat_put_comment(filler, cp_stat_item(filler, grant->item)->comment);
		cp_stat_put_word(filler, kinds[grant->kind]);
		cp_stat_put_person(filler, grant->to);
		cp_stat_put_claim_id(filler, grant->claim);
		cp_stat_put_claim(filler, grant->claim);
	}
}

const cp_stat cp_stat_concessions = {
	{"concessions", "What is granted",
		"Items that grant what they say, or what somebody else says, and attacks on "
		"claims of the speaker's own side.",
		.columns = {"speaker", "comment", "how", "to", "id", "claim"}},
	fill_concessions,
};

static void fill_shared(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->grounds.len; i++) {
		const cp_ground *ground = &filler->measures->grounds.at[i];
		cp_stat_put_claim_id(filler, ground->claim);
		cp_stat_put_word(
			filler, ground->step == CP_NONE ? "both assert it" : "premise");
		put_step(filler, ground->step);
		cp_stat_put_claim(filler, ground->claim);
	}
}

const cp_stat cp_stat_shared = {
	{"shared", "Shared ground",
		"Claims that speakers of both sides assert, or that one side asserts and "
		"the other takes as a premise of a step.",
		.columns = {"id", "how", "step", "claim"}},
	fill_shared,
};

static void fill_burden(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->burdens.len; i++) {
		const cp_burden *burden = &filler->measures->burdens.at[i];
		cp_stat_put_claim_id(filler, burden->claim);
		cp_stat_put_person(filler, burden->person);
		put_step(filler, burden->attack);
		cp_cells_yes(&filler->cells, burden->discharged);
		if (burden->support == CP_NONE && burden->discharged)
			cp_stat_put_word(filler, "attack defeated");
		else
			put_step(filler, burden->support);
		cp_stat_put_claim(filler, burden->claim);
	}
}

const cp_stat cp_stat_burden = {
	{"burden", "Burden of proof",
		"Claims that somebody else attacks, whose speaker therefore has to give "
		"reasons. He has, if his side gave a support that stands after the attack, "
		"or the attack is defeated.",
		.columns = {"id", "speaker", "attack", "discharged", "by", "claim"}},
	fill_burden,
};

static void fill_questions(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->questions.len; i++) {
		const cp_open_question *question = &filler->measures->questions.at[i];
		const cp_item *item = cp_stat_item(filler, question->item);
		cp_cells_text(&filler->cells, item->id);
		cp_stat_put_person(filler, filler->graph->person_of[question->item]);
		cp_stat_put_comment(filler, item->comment);
		cp_stat_put_count(filler, question->replies);
		cp_cells_text(
			&filler->cells, cp_item_text(filler->graph->annotation, item));
	}
}

const cp_stat cp_stat_questions = {
	{"questions", "Questions without an answer",
		"Questions that are not rhetorical, and that nobody else's item bears on; "
		"the replies of others to their comment.",
		.columns = {"id", "speaker", "comment", "replies", "question"}},
	fill_questions,
};

static void fill_claims(cp_filler *filler)
{
	const cp_graph *graph = filler->graph;
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		const cp_claim_measure *claim = &filler->measures->claims[c];
		cp_stat_put_claim_id(filler, c);
		cp_stat_put_side(filler, graph->claims[c].stance);
		cp_stat_put_word(filler, cp_status_names[claim->status]);
		cp_stat_put_strength(filler, c);
		cp_stat_put_count(filler, claim->speakers);
		cp_stat_put_count(filler, claim->comments);
		cp_stat_put_count(filler, claim->below);
		cp_stat_put_count(filler, claim->engagement);
		cp_cells_score(&filler->cells, claim->centrality);
		cp_cells_yes(&filler->cells, claim->answered);
		cp_stat_put_claim(filler, c);
	}
}

const cp_stat cp_stat_claims = {
	{"claims", "Claims",
		"Speakers who assert it and comments in which they do; claims that hang "
		"from it; steps of others at it and its steps, and concessions; its "
		"PageRank along the steps to the motion; whether somebody else attacks "
		"it, its steps or its reasons.",
		.columns = {"id", "side", "status", "strength", "speakers", "comments",
			"below", "engagement", "centrality", "answered", "claim"}},
	fill_claims,
};
