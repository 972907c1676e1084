/* The tables of sides and people. */
#include "graph/stats_fill.h"

static void fill_sides(cp_filler *filler)
{
	const cp_measures *measures = filler->measures;
	size_t words = 0;
	for (size_t s = 0; s < CP_STANCES; s++)
		words += measures->sides[s].words;
	for (size_t s = 0; s < CP_STANCES; s++) {
		cp_stance stance = cp_stance_order[s];
		const cp_side_measure *side = &measures->sides[stance];
		cp_stat_put_side(filler, stance);
		cp_stat_put_count(filler, side->speakers);
		cp_stat_put_count(filler, side->comments);
		cp_stat_put_count(filler, side->words);
		cp_cells_share(&filler->cells, side->words, words);
		cp_stat_put_count(filler, side->attacks);
		cp_stat_put_count(filler, side->claims);
		cp_stat_put_count(filler, side->points);
		cp_stat_put_count(filler, side->open);
		if (stance <= CP_STANCE_CONTRA && stance != CP_STANCE_NONE)
			cp_stat_put_count(filler, measures->points[stance].rest);
		else
			cp_cells_none(&filler->cells);
	}
}

const cp_stat cp_stat_sides = {
	{"sides", "Sides",
		"Speakers, comments, words and attacks by the side of the speaker, who is on "
		"a side if seven in ten of his points are. Claims that are asserted, key "
		"points and claims that nobody answered by the side for which they tell. "
		"The rest are asserted claims that are no key point and no reason for one.",
		.columns = {"side", "speakers", "comments", "words", "words_share",
			"attacks", "claims", "points", "unanswered", "rest"}},
	fill_sides,
};

static void fill_speakers(cp_filler *filler)
{
	const cp_measures *measures = filler->measures;
	size_t words = 0;
	for (uint32_t p = 0; p < filler->graph->people_len; p++)
		words += measures->speakers[p].words;
	for (uint32_t p = 0; p < filler->graph->people_len; p++) {
		const cp_speaker_measure *speaker = &measures->speakers[p];
		cp_stat_put_person(filler, p);
		cp_stat_put_side(filler, filler->graph->people[p].side);
		cp_stat_put_count(filler, speaker->comments);
		cp_stat_put_count(filler, speaker->words);
		cp_cells_share(&filler->cells, speaker->words, words);
		cp_stat_put_count(filler, speaker->items);
		cp_stat_put_count(filler, speaker->claims);
		cp_stat_put_count(filler, speaker->open);
		cp_stat_put_comment(filler, speaker->first);
		cp_stat_put_comment(filler, speaker->last);
	}
}

const cp_stat cp_stat_speakers = {
	{"speakers", "Speakers",
		"In the order of the thread. Claims that he asserts, those restated once; "
		"those that call for an answer and have none; his first and last comment.",
		.columns = {"speaker", "side", "comments", "words", "words_share",
			"items", "claims", "unanswered", "first", "last"}},
	fill_speakers,
};

static void fill_moves(cp_filler *filler)
{
	for (uint32_t p = 0; p < filler->graph->people_len; p++) {
		const cp_speaker_measure *speaker = &filler->measures->speakers[p];
		cp_stat_put_person(filler, p);
		cp_stat_put_count(filler, speaker->supports);
		cp_stat_put_count(filler, speaker->attacks);
		cp_cells_share(&filler->cells, speaker->attacks,
			speaker->attacks + speaker->supports);
		cp_stat_put_count(filler, speaker->grants);
		cp_stat_put_count(filler, speaker->granted);
		cp_stat_put_count(filler, speaker->attacked);
		cp_stat_put_count(filler, speaker->attacked - speaker->pending);
		cp_stat_put_count(filler, speaker->pending);
	}
}

const cp_stat cp_stat_moves = {
	{"moves", "What speakers do",
		"Steps that he takes, and the share of attacks in them; concessions that he "
		"makes and is made; attacks of others on his claims and steps, and how many "
		"of these somebody answered.",
		.columns = {"speaker", "supports", "attacks", "attack_share", "concedes",
			"is_conceded", "attacked", "answered", "pending"}},
	fill_moves,
};

static void fill_pairs(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->pairs.list.len; i++) {
		const cp_pair *pair = &filler->measures->pairs.list.at[i];
		cp_stat_put_person(filler, pair->by);
		cp_stat_put_person(filler, pair->to);
		for (size_t kind = 0; kind < 3; kind++)
			cp_stat_put_count(filler, pair->steps[kind]);
		cp_stat_put_count(filler, pair->concessions);
		cp_stat_put_count(filler, pair->endorsed);
		cp_stat_put_count(filler, pair->opposed);
		cp_stat_put_count(filler, pair->quoted);
		cp_stat_put_count(filler, pair->replies);
	}
}

const cp_stat cp_stat_pairs = {
	{"pairs", "Who does what to whom",
		"Steps at whoever a claim is best known by, undercuts at whoever takes the "
		"step; quotations by attitude; replies of comments.",
		.columns = {"by", "to", "supports", "rebuts", "undercuts", "concedes",
			"endorses", "opposes", "quotes", "replies"}},
	fill_pairs,
};

static void fill_past(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->talk_past.len; i++) {
		const cp_talk_past *past = &filler->measures->talk_past.at[i];
		cp_stat_put_person(filler, past->a);
		cp_stat_put_person(filler, past->b);
		cp_stat_put_count(filler, past->replies);
	}
}

const cp_stat cp_stat_past = {
	{"past", "Who talks past whom",
		"Two who reply to each other, though nothing relates their items.",
		.columns = {"speaker", "other", "replies"}},
	fill_past,
};
