#include "graph/stats.h"

#include "graph/evaluate.h"
#include "graph/words.h"
#include "json/writer.h"

struct filler {
	cp_cells cells;
	const cp_measures *measures;
	const cp_graph *graph;
};

/* ---- What cells are made of ---- */

static void put_word(struct filler *filler, const char *word)
{
	cp_cells_text(&filler->cells, cp_str_of(word));
}

static void put_count(struct filler *filler, size_t count)
{
	cp_cells_count(&filler->cells, count);
}

static void put_person(struct filler *filler, uint32_t person)
{
	if (person == CP_NONE)
		cp_cells_none(&filler->cells);
	else
		cp_cells_text(
			&filler->cells, cp_person_name(&filler->graph->people[person]));
}

static void put_comment(struct filler *filler, uint32_t comment)
{
	if (comment == CP_NONE)
		cp_cells_none(&filler->cells);
	else
		cp_cells_text(
			&filler->cells, filler->graph->thread->comments.at[comment].id);
}

static void put_claim_id(struct filler *filler, uint32_t claim)
{
	cp_cells_text(&filler->cells, cp_claim_id(filler->graph, claim));
}

static void put_claim(struct filler *filler, uint32_t claim)
{
	cp_cells_text(&filler->cells, filler->graph->claims[claim].text);
}

static void put_side(struct filler *filler, cp_stance side)
{
	put_word(filler, cp_stance_name(side));
}

static const cp_item *item_at(const struct filler *filler, uint32_t item)
{
	return &filler->graph->annotation->items.at[item];
}

/* ---- Overview ---- */

static void put_named(struct filler *filler, const char *name, size_t count)
{
	put_word(filler, name);
	put_count(filler, count);
}

static void fill_thread(struct filler *filler)
{
	const cp_thread *thread = filler->graph->thread;
	const cp_measures *measures = filler->measures;
	size_t words = 0, missing = 0;
	for (size_t c = 0; c < thread->comments.len; c++) {
		const cp_comment *comment = &thread->comments.at[c];
		words += measures->comments[c].words;
		if (comment->missing.at)
			missing += comment->count ? comment->count : 1;
	}
	put_named(filler, "comments", measures->coverage.comments);
	put_named(filler, "comments_missing", missing);
	put_named(filler, "comments_dated", measures->dated);
	put_named(filler, "words", words);
	put_named(filler, "speakers", filler->graph->people_len);
}

static void fill_items(struct filler *filler)
{
	const cp_graph *graph = filler->graph;
	size_t kinds[CP_KINDS] = {0}, items = 0, implicit = 0;
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		if (graph->claim_of[i] == CP_NONE)
			continue;
		items++;
		kinds[item_at(filler, i)->kind]++;
		implicit += item_at(filler, i)->implicit;
	}
	put_named(filler, "items", items);
	put_named(filler, "items_claim", kinds[CP_CLAIM]);
	put_named(filler, "items_rebuttal", kinds[CP_REBUTTAL]);
	put_named(filler, "items_quotation", kinds[CP_QUOTATION]);
	put_named(filler, "items_implicit", implicit);
}

static bool has_support(const cp_graph *graph, const cp_claim *claim)
{
	for (size_t i = 0; i < claim->reasons.len; i++)
		if (graph->steps[claim->reasons.at[i]].kind == CP_SUPPORTS)
			return true;
	return false;
}

static void fill_claims_of_graph(struct filler *filler)
{
	const cp_graph *graph = filler->graph;
	size_t bare = 0, asserted = 0, adrift = 0, deepest = 0;
	for (size_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		const cp_claim *claim = &graph->claims[c];
		asserted += filler->measures->claims[c].speakers > 0;
		bare += filler->measures->claims[c].speakers
			&& !has_support(graph, claim);
		adrift += claim->depth == CP_NONE;
		if (claim->depth != CP_NONE && claim->depth > deepest)
			deepest = claim->depth;
	}
	put_named(filler, "claims", graph->claims_len - 1);
	put_named(filler, "claims_asserted", asserted);
	put_named(filler, "claims_without_support", bare);
	put_named(filler, "claims_without_way", adrift);
	put_named(filler, "depth", deepest);
}

static void fill_steps(struct filler *filler)
{
	const cp_graph *graph = filler->graph;
	size_t kinds[3] = {0}, linked = 0;
	for (size_t s = 0; s < graph->steps_len; s++) {
		kinds[graph->steps[s].kind]++;
		linked += graph->steps[s].premises.len > 1;
	}
	put_named(filler, "steps_support", kinds[CP_SUPPORTS]);
	put_named(filler, "steps_rebut", kinds[CP_REBUTS]);
	put_named(filler, "steps_undercut", kinds[CP_UNDERCUTS]);
	put_named(filler, "steps_linked", linked);
}

static void fill_overview(struct filler *filler)
{
	const cp_measures *measures = filler->measures;
	fill_thread(filler);
	fill_items(filler);
	fill_claims_of_graph(filler);
	fill_steps(filler);
	put_word(filler, "annotated_share");
	cp_cells_share(
		&filler->cells, measures->coverage.marked, measures->coverage.text);
	put_word(filler, "motion_status");
	put_word(filler, cp_status_names[measures->claims[CP_MOTION].status]);
	put_word(filler, "motion_strength");
	if (measures->claims[CP_MOTION].weighed)
		cp_cells_score(&filler->cells, measures->claims[CP_MOTION].strength);
	else
		cp_cells_none(&filler->cells);
}

/* ---- Sides and speakers ---- */

static const cp_stance side_order[] = {
	CP_STANCE_PRO, CP_STANCE_CONTRA, CP_STANCE_BOTH, CP_STANCE_NONE};

static void fill_sides(struct filler *filler)
{
	const cp_measures *measures = filler->measures;
	size_t words = 0;
	for (size_t s = 0; s < 4; s++)
		words += measures->sides[s].words;
	for (size_t s = 0; s < 4; s++) {
		const cp_side_measure *side = &measures->sides[side_order[s]];
		put_side(filler, side_order[s]);
		put_count(filler, side->speakers);
		put_count(filler, side->comments);
		put_count(filler, side->words);
		cp_cells_share(&filler->cells, side->words, words);
		put_count(filler, side->attacks);
		put_count(filler, side->claims);
		put_count(filler, side->points);
		put_count(filler, side->open);
		if (side_order[s] <= CP_STANCE_CONTRA && side_order[s] != CP_STANCE_NONE)
			put_count(filler, measures->points[side_order[s]].rest);
		else
			cp_cells_none(&filler->cells);
	}
}

static void fill_speakers(struct filler *filler)
{
	const cp_measures *measures = filler->measures;
	size_t words = 0;
	for (uint32_t p = 0; p < filler->graph->people_len; p++)
		words += measures->speakers[p].words;
	for (uint32_t p = 0; p < filler->graph->people_len; p++) {
		const cp_speaker_measure *speaker = &measures->speakers[p];
		put_person(filler, p);
		put_side(filler, filler->graph->people[p].side);
		put_count(filler, speaker->comments);
		put_count(filler, speaker->words);
		cp_cells_share(&filler->cells, speaker->words, words);
		put_count(filler, speaker->items);
		put_count(filler, speaker->claims);
		put_count(filler, speaker->open);
		put_comment(filler, speaker->first);
		put_comment(filler, speaker->last);
	}
}

static void fill_moves(struct filler *filler)
{
	for (uint32_t p = 0; p < filler->graph->people_len; p++) {
		const cp_speaker_measure *speaker = &filler->measures->speakers[p];
		put_person(filler, p);
		put_count(filler, speaker->supports);
		put_count(filler, speaker->attacks);
		cp_cells_share(&filler->cells, speaker->attacks,
			speaker->attacks + speaker->supports);
		put_count(filler, speaker->grants);
		put_count(filler, speaker->granted);
		put_count(filler, speaker->attacked);
		put_count(filler, speaker->attacked - speaker->pending);
		put_count(filler, speaker->pending);
	}
}

static void fill_pairs(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->pairs.list.len; i++) {
		const cp_pair *pair = &filler->measures->pairs.list.at[i];
		put_person(filler, pair->by);
		put_person(filler, pair->to);
		for (size_t kind = 0; kind < 3; kind++)
			put_count(filler, pair->steps[kind]);
		put_count(filler, pair->concessions);
		put_count(filler, pair->endorsed);
		put_count(filler, pair->opposed);
		put_count(filler, pair->quoted);
		put_count(filler, pair->replies);
	}
}

static void fill_past(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->talk_past.len; i++) {
		const cp_talk_past *past = &filler->measures->talk_past.at[i];
		put_person(filler, past->a);
		put_person(filler, past->b);
		put_count(filler, past->replies);
	}
}

/* ---- Points ---- */

static void fill_points(struct filler *filler)
{
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		const cp_key_points *points = &filler->measures->points[side];
		for (size_t i = 0; i < points->list.len; i++) {
			const cp_key_point *point = &points->list.at[i];
			const cp_claim_measure *claim =
				&filler->measures->claims[point->claim];
			put_side(filler, (cp_stance)side);
			put_claim_id(filler, point->claim);
			put_count(filler, claim->speakers);
			put_count(filler, claim->comments);
			put_count(filler, point->reasons);
			for (size_t part = 0; part < CP_POINT_PARTS; part++)
				cp_cells_score(&filler->cells, point->parts[part]);
			cp_cells_score(&filler->cells, point->score);
			cp_cells_yes(&filler->cells, point->minority);
			put_claim(filler, point->claim);
		}
	}
}

static void fill_minority(struct filler *filler)
{
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
		const cp_key_points *points = &filler->measures->points[side];
		for (size_t i = 0; i < points->list.len; i++) {
			const cp_key_point *point = &points->list.at[i];
			const cp_claim_measure *claim =
				&filler->measures->claims[point->claim];
			if (!point->minority)
				continue;
			put_side(filler, (cp_stance)side);
			put_claim_id(filler, point->claim);
			put_person(
				filler, cp_claim_asserter(filler->graph, point->claim));
			put_comment(filler, claim->first);
			cp_cells_score(&filler->cells, point->influence);
			cp_cells_yes(&filler->cells, claim->open);
			put_claim(filler, point->claim);
		}
	}
}

static void fill_clashes(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->clashes.len; i++) {
		const cp_clash *clash = &filler->measures->clashes.at[i];
		bool step = clash->claim == CP_NONE;
		if (step)
			cp_cells_text(
				&filler->cells, filler->graph->steps[clash->step].id);
		else
			put_claim_id(filler, clash->claim);
		put_count(filler, clash->pro);
		put_count(filler, clash->contra);
		put_count(filler, clash->moves);
		cp_cells_score(&filler->cells, clash->score);
		put_claim(filler,
			step ? filler->graph->steps[clash->step].premises.at[0]
			     : clash->claim);
	}
}

static void fill_claims(struct filler *filler)
{
	const cp_graph *graph = filler->graph;
	for (uint32_t c = 0; c < graph->claims_len; c++) {
		const cp_claim_measure *claim = &filler->measures->claims[c];
		put_claim_id(filler, c);
		put_side(filler, graph->claims[c].stance);
		put_word(filler, cp_status_names[claim->status]);
		if (claim->weighed)
			cp_cells_score(&filler->cells, claim->strength);
		else
			cp_cells_none(&filler->cells);
		put_count(filler, claim->speakers);
		put_count(filler, claim->comments);
		put_count(filler, claim->below);
		put_count(filler, claim->engagement);
		cp_cells_score(&filler->cells, claim->centrality);
		cp_cells_yes(&filler->cells, claim->answered);
		put_claim(filler, c);
	}
}

/* ---- Answers ---- */

static void fill_unanswered(struct filler *filler)
{
	static const char *const chances[] = {
		[CP_CHANCE_NONE] = "none",
		[CP_CHANCE_DEBATE] = "thread",
		[CP_CHANCE_BRANCH] = "branch",
	};
	for (size_t i = 0; i < filler->measures->unanswered.len; i++) {
		const cp_open_point *point = &filler->measures->unanswered.at[i];
		put_side(filler, filler->graph->claims[point->claim].stance);
		put_claim_id(filler, point->claim);
		put_person(filler, cp_claim_asserter(filler->graph, point->claim));
		put_comment(filler, filler->measures->claims[point->claim].first);
		put_word(filler, chances[point->chance]);
		put_claim(filler, point->claim);
	}
}

static void fill_concessions(struct filler *filler)
{
	static const char *const kinds[] = {
		[CP_GRANT_ITEM] = "states",
		[CP_GRANT_RELATION] = "concedes",
		[CP_GRANT_DISSENT] = "attacks own side",
	};
	for (size_t i = 0; i < filler->measures->grants.len; i++) {
		const cp_grant *grant = &filler->measures->grants.at[i];
		put_person(filler, filler->graph->person_of[grant->item]);
		put_comment(filler, item_at(filler, grant->item)->comment);
		put_word(filler, kinds[grant->kind]);
		put_person(filler, grant->to);
		put_claim_id(filler, grant->claim);
		put_claim(filler, grant->claim);
	}
}

static void fill_shared(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->grounds.len; i++) {
		const cp_ground *ground = &filler->measures->grounds.at[i];
		put_claim_id(filler, ground->claim);
		put_word(filler, ground->step == CP_NONE ? "both assert it" : "premise");
		if (ground->step == CP_NONE)
			cp_cells_none(&filler->cells);
		else
			cp_cells_text(
				&filler->cells, filler->graph->steps[ground->step].id);
		put_claim(filler, ground->claim);
	}
}

static void fill_burden(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->burdens.len; i++) {
		const cp_burden *burden = &filler->measures->burdens.at[i];
		put_claim_id(filler, burden->claim);
		put_person(filler, burden->person);
		cp_cells_text(&filler->cells, filler->graph->steps[burden->attack].id);
		cp_cells_yes(&filler->cells, burden->discharged);
		if (burden->support != CP_NONE)
			cp_cells_text(
				&filler->cells, filler->graph->steps[burden->support].id);
		else if (burden->discharged)
			put_word(filler, "attack defeated");
		else
			cp_cells_none(&filler->cells);
		put_claim(filler, burden->claim);
	}
}

static void fill_questions(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->questions.len; i++) {
		const cp_open_question *question = &filler->measures->questions.at[i];
		const cp_item *item = item_at(filler, question->item);
		cp_cells_text(&filler->cells, item->id);
		put_person(filler, filler->graph->person_of[question->item]);
		put_comment(filler, item->comment);
		put_count(filler, question->replies);
		cp_cells_text(
			&filler->cells, cp_item_text(filler->graph->annotation, item));
	}
}

/* ---- Text ---- */

static void fill_time(struct filler *filler)
{
	for (size_t i = 0; i < filler->measures->periods.len; i++) {
		const cp_period *period = &filler->measures->periods.at[i];
		cp_cells_text(&filler->cells, period->name);
		put_count(filler, period->comments);
		put_count(filler, period->items);
		for (size_t s = 0; s < 4; s++)
			put_count(filler, period->by_side[side_order[s]]);
	}
}

static void fill_quotations(struct filler *filler)
{
	static const char *const fidelities[CP_FIDELITIES] = {
		[CP_FIDELITY_UNCHECKED] = "not checked",
		[CP_FIDELITY_EXACT] = "exact",
		[CP_FIDELITY_FOLDED] = "typography differs",
		[CP_FIDELITY_ELIDED] = "changes are marked",
		[CP_FIDELITY_ALTERED] = "altered",
		[CP_FIDELITY_CUT] = "cut",
		[CP_FIDELITY_NOT_FOUND] = "not found",
	};
	const cp_graph *graph = filler->graph;
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		const cp_item *item = item_at(filler, i);
		if (item->kind != CP_QUOTATION || graph->claim_of[i] == CP_NONE)
			continue;
		cp_cells_text(&filler->cells, item->id);
		put_person(filler, graph->person_of[i]);
		put_comment(filler, item->comment);
		cp_cells_text(&filler->cells, cp_quoted_name(graph, item));
		put_comment(filler, item->quoted_comment);
		put_word(filler, cp_attitude_names[item->attitude]);
		put_word(filler, fidelities[item->fidelity]);
	}
}

static void fill_coverage(struct filler *filler)
{
	const cp_graph *graph = filler->graph;
	for (uint32_t c = 0; c < graph->thread->comments.len; c++) {
		const cp_comment_measure *comment = &filler->measures->comments[c];
		if (!comment->text)
			continue;
		put_comment(filler, c);
		put_person(filler, graph->author_of[c]);
		put_count(filler, comment->words);
		put_count(filler, comment->items);
		put_count(filler, comment->text);
		put_count(filler, comment->marked);
		cp_cells_share(&filler->cells, comment->marked, comment->text);
	}
}

/* In the order in which they first occur. */
static void fill_schemes(struct filler *filler)
{
	const cp_graph *graph = filler->graph;
	cp_arena *arena = filler->cells.arena;
	cp_map known = {0};
	CP_ARRAY(cp_str) names = {0};
	CP_ARRAY(uint32_t) counts = {0};
	for (size_t s = 0; s < graph->steps_len; s++) {
		cp_str scheme = graph->steps[s].said->scheme;
		if (!scheme.len)
			scheme = item_at(filler, graph->steps[s].item)->scheme;
		if (!scheme.len)
			continue;
		uint32_t index = cp_map_add(arena, &known, scheme, (uint32_t)names.len);
		if (index == names.len) {
			*cp_push(arena, &names) = scheme;
			*cp_push(arena, &counts) = 0;
		}
		counts.at[index]++;
	}
	for (size_t i = 0; i < names.len; i++) {
		cp_cells_text(&filler->cells, names.at[i]);
		put_count(filler, counts.at[i]);
		cp_cells_share(&filler->cells, counts.at[i], graph->steps_len);
	}
}

/* ---- The tables ---- */

static const struct {
	cp_table table;
	void (*fill)(struct filler *filler);
} tables[] = {
	{{"overview", "Overview",
		 "Comments are those with text, the article among them. Items that restate "
		 "one another are one claim; the motion is none. A claim without support has "
		 "no reason for it, one without way does not bear on the motion. The depth "
		 "is that of the claim that is most steps from the motion. The share is that "
		 "of the letters that items are anchored in. Status and strength are those "
		 "of evaluate.",
		 .columns = {"measure", "value"}, .keyed = true},
		fill_overview},
	{{"sides", "Sides",
		 "Speakers, comments, words and attacks by the side of the speaker, who is on "
		 "a side if seven in ten of his points are. Claims that are asserted, key "
		 "points and claims that nobody answered by the side for which they tell. "
		 "The rest are asserted claims that are no key point and no reason for one.",
		 .columns = {"side", "speakers", "comments", "words", "words_share",
			 "attacks", "claims", "points", "unanswered", "rest"}},
		fill_sides},
	{{"speakers", "Speakers",
		 "In the order of the thread. Claims that he asserts, those restated once; "
		 "those that call for an answer and have none; his first and last comment.",
		 .columns = {"speaker", "side", "comments", "words", "words_share",
			 "items", "claims", "unanswered", "first", "last"}},
		fill_speakers},
	{{"moves", "What speakers do",
		 "Steps that he takes, and the share of attacks in them; concessions that he "
		 "makes and is made; attacks of others on his claims and steps, and how many "
		 "of these somebody answered.",
		 .columns = {"speaker", "supports", "attacks", "attack_share", "concedes",
			 "is_conceded", "attacked", "answered", "pending"}},
		fill_moves},
	{{"pairs", "Who does what to whom",
		 "Steps at whoever a claim is best known by, undercuts at whoever takes the "
		 "step; quotations by attitude; replies of comments.",
		 .columns = {"by", "to", "supports", "rebuts", "undercuts", "concedes",
			 "endorses", "opposes", "quotes", "replies"}},
		fill_pairs},
	{{"points", "Key points",
		 "Reasons for or against the motion and attacks on those. The score is 0.35 "
		 "of the speakers, 0.25 of the centrality, 0.25 of the influence on the "
		 "motion's strength and 0.15 of the engagement, each as a share of the "
		 "largest. A minority point is made once by one speaker and has influence "
		 "or no answer.",
		 .columns = {"side", "id", "speakers", "comments", "reasons",
			 "by_speakers", "by_centrality", "by_influence", "by_engagement",
			 "score", "minority", "claim"}},
		fill_points},
	{{"clashes", "Where they clash",
		 "Claims, and steps, with reasons of different speakers on both sides, up to "
		 "two steps below. The score is 2 min(pro, contra) / (pro + contra) times "
		 "the logarithm of 1 and the comments that have to do with it.",
		 .columns = {"id", "pro", "contra", "comments", "score", "claim"}},
		fill_clashes},
	{{"unanswered", "What nobody answered",
		 "Attacks, and reasons for or against the motion, that are asserted, were "
		 "not granted and not attacked by anybody else. The chance to answer: "
		 "somebody of the other side wrote later in the same branch, or in the "
		 "thread, or nobody did.",
		 .columns = {"side", "id", "speaker", "comment", "chance", "claim"}},
		fill_unanswered},
	{{"concessions", "What is granted",
		 "Items that grant what they say, or what somebody else says, and attacks on "
		 "claims of the speaker's own side.",
		 .columns = {"speaker", "comment", "how", "to", "id", "claim"}},
		fill_concessions},
	{{"shared", "Shared ground",
		 "Claims that speakers of both sides assert, or that one side asserts and "
		 "the other takes as a premise of a step.",
		 .columns = {"id", "how", "step", "claim"}},
		fill_shared},
	{{"burden", "Burden of proof",
		 "Claims that somebody else attacks, whose speaker therefore has to give "
		 "reasons. He has, if his side gave a support that stands after the attack, "
		 "or the attack is defeated.",
		 .columns = {"id", "speaker", "attack", "discharged", "by", "claim"}},
		fill_burden},
	{{"minority", "Minority points",
		 "Key points of one speaker, said once, that are of influence in the upper "
		 "half or that nobody answered. The influence is how much the strength of "
		 "the motion would differ without it.",
		 .columns = {"side", "id", "speaker", "comment", "influence",
			 "unanswered", "claim"}},
		fill_minority},
	{{"questions", "Questions without an answer",
		 "Questions that are not rhetorical, and that nobody else's item bears on; "
		 "the replies of others to their comment.",
		 .columns = {"id", "speaker", "comment", "replies", "question"}},
		fill_questions},
	{{"past", "Who talks past whom",
		 "Two who reply to each other, though nothing relates their items.",
		 .columns = {"speaker", "other", "replies"}},
		fill_past},
	{{"time", "Contributions over time",
		 "Comments by day, or by hour where all is said within two days, by their "
		 "author's side.",
		 .columns = {"period", "comments", "items", "pro", "contra", "both",
			 "none"}},
		fill_time},
	{{"quotations", "Quotations",
		 "Who is quoted, from which comment, with what attitude, and how the words "
		 "stand to the original.",
		 .columns = {"id", "speaker", "comment", "of", "of_comment", "attitude",
			 "words"}},
		fill_quotations},
	{{"coverage", "Annotated text",
		 "Letters of each comment, and how many of them an item is anchored in.",
		 .columns = {"comment", "speaker", "words", "items", "letters", "marked",
			 "marked_share"}},
		fill_coverage},
	{{"schemes", "Argument schemes", "How many steps name each scheme, of all steps.",
		 .columns = {"scheme", "steps", "share"}},
		fill_schemes},
	{{"claims", "Claims",
		 "Speakers who assert it and comments in which they do; claims that hang "
		 "from it; steps of others at it and its steps, and concessions; its "
		 "PageRank along the steps to the motion; whether somebody else attacks "
		 "it, its steps or its reasons.",
		 .columns = {"id", "side", "status", "strength", "speakers", "comments",
			 "below", "engagement", "centrality", "answered", "claim"}},
		fill_claims},
};

enum { TABLES = sizeof tables / sizeof *tables };

size_t cp_stats_count(void)
{
	return TABLES;
}

const cp_table *cp_stats_table(size_t index)
{
	return &tables[index].table;
}

static cp_cells fill(cp_arena *arena, const cp_measures *measures, size_t index)
{
	struct filler filler = {{.arena = arena}, measures, measures->graph};
	tables[index].fill(&filler);
	return filler.cells;
}

static bool is_wanted(size_t index, const cp_table *only)
{
	return !only || only == &tables[index].table;
}

void cp_stats_write_text(
	cp_buf *out, const cp_measures *measures, const cp_table *only, bool explain)
{
	cp_arena arena = {0};
	for (size_t i = 0; i < TABLES; i++) {
		if (!is_wanted(i, only))
			continue;
		cp_buf_puts(out, out->len ? "\n" : "");
		cp_cells cells = fill(&arena, measures, i);
		cp_table_write_text(out, &tables[i].table, &cells, explain);
	}
	cp_arena_clear(&arena);
}

void cp_stats_write_csv(cp_buf *out, const cp_measures *measures, const cp_table *only)
{
	cp_arena arena = {0};
	for (size_t i = 0; i < TABLES; i++) {
		if (!is_wanted(i, only))
			continue;
		if (!only)
			cp_buf_printf(out, "%s%s\r\n", out->len ? "\r\n" : "",
				tables[i].table.name);
		cp_cells cells = fill(&arena, measures, i);
		cp_table_write_csv(out, &tables[i].table, &cells);
	}
	cp_arena_clear(&arena);
}

void cp_stats_write_json(cp_buf *out, const cp_measures *measures, const cp_table *only)
{
	enum { TALL = 2 };
	cp_arena arena = {0};
	cp_json_writer writer = {.out = out, .tall = TALL};
	cp_json_open(&writer, NULL, '{');
	for (size_t i = 0; i < TABLES; i++)
		if (is_wanted(i, only)) {
			cp_cells cells = fill(&arena, measures, i);
			cp_table_write_json(&writer, &tables[i].table, &cells);
		}
	cp_json_close(&writer, '}');
	cp_buf_putc(out, '\n');
	cp_arena_clear(&arena);
}
