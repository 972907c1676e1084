/* The overview, and the tables of comments and of what is annotated in them. */
#include "graph/stats_fill.h"

static void put_named(cp_filler *filler, const char *name, size_t count)
{
	cp_stat_put_word(filler, name);
	cp_stat_put_count(filler, count);
}

static void fill_thread(cp_filler *filler)
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

static void fill_items(cp_filler *filler)
{
	const cp_graph *graph = filler->graph;
	size_t kinds[CP_KINDS] = {0}, items = 0, implicit = 0;
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		if (graph->claim_of[i] == CP_NONE)
			continue;
		items++;
		kinds[cp_stat_item(filler, i)->kind]++;
		implicit += cp_stat_item(filler, i)->implicit;
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

static void fill_claims_of_graph(cp_filler *filler)
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

static void fill_steps(cp_filler *filler)
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

static void fill_overview(cp_filler *filler)
{
	const cp_measures *measures = filler->measures;
	fill_thread(filler);
	fill_items(filler);
	fill_claims_of_graph(filler);
	fill_steps(filler);
	cp_stat_put_word(filler, "annotated_share");
	cp_cells_share(
		&filler->cells, measures->coverage.marked, measures->coverage.text);
	cp_stat_put_word(filler, "motion_status");
	cp_stat_put_word(filler, cp_status_names[measures->claims[CP_MOTION].status]);
	cp_stat_put_word(filler, "motion_strength");
	cp_stat_put_strength(filler, CP_MOTION);
}

const cp_stat cp_stat_overview = {
	{"overview", "Overview",
		"Comments are those with text, the article among them. Items that restate "
		"one another are one claim; the motion is none. A claim without support has "
		"no reason for it, one without way does not bear on the motion. The depth "
		"is that of the claim that is most steps from the motion. The share is that "
		"of the letters that items are anchored in. Status and strength are those "
		"of evaluate.",
		.columns = {"measure", "value"}, .keyed = true},
	fill_overview,
};

static void fill_time(cp_filler *filler)
{
	for (size_t i = 0; i < filler->measures->periods.len; i++) {
		const cp_period *period = &filler->measures->periods.at[i];
		cp_cells_text(&filler->cells, period->name);
		cp_stat_put_count(filler, period->comments);
		cp_stat_put_count(filler, period->items);
		for (size_t s = 0; s < CP_STANCES; s++)
			cp_stat_put_count(filler, period->by_side[cp_stance_order[s]]);
	}
}

const cp_stat cp_stat_time = {
	{"time", "Contributions over time",
		"Comments by day, or by hour where all is said within two days, by their "
		"author's side.",
		.columns = {"period", "comments", "items", "pro", "contra", "both",
			"none"}},
	fill_time,
};

static void fill_quotations(cp_filler *filler)
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
		const cp_item *item = cp_stat_item(filler, i);
		if (item->kind != CP_QUOTATION || graph->claim_of[i] == CP_NONE)
			continue;
		cp_cells_text(&filler->cells, item->id);
		cp_stat_put_person(filler, graph->person_of[i]);
		cp_stat_put_comment(filler, item->comment);
		cp_cells_text(&filler->cells, cp_quoted_name(graph, item));
		cp_stat_put_comment(filler, item->quoted_comment);
		cp_stat_put_word(filler, cp_attitude_names[item->attitude]);
		cp_stat_put_word(filler, fidelities[item->fidelity]);
	}
}

const cp_stat cp_stat_quotations = {
	{"quotations", "Quotations",
		"Who is quoted, from which comment, with what attitude, and how the words "
		"stand to the original.",
		.columns = {"id", "speaker", "comment", "of", "of_comment", "attitude",
			"words"}},
	fill_quotations,
};

static void fill_coverage(cp_filler *filler)
{
	const cp_graph *graph = filler->graph;
	for (uint32_t c = 0; c < graph->thread->comments.len; c++) {
		const cp_comment_measure *comment = &filler->measures->comments[c];
		if (!comment->text)
			continue;
		cp_stat_put_comment(filler, c);
		cp_stat_put_person(filler, graph->author_of[c]);
		cp_stat_put_count(filler, comment->words);
		cp_stat_put_count(filler, comment->items);
		cp_stat_put_count(filler, comment->text);
		cp_stat_put_count(filler, comment->marked);
		cp_cells_share(&filler->cells, comment->marked, comment->text);
	}
}

const cp_stat cp_stat_coverage = {
	{"coverage", "Annotated text",
		"Letters of each comment, and how many of them an item is anchored in.",
		.columns = {"comment", "speaker", "words", "items", "letters", "marked",
			"marked_share"}},
	fill_coverage,
};

/* In the order in which they first occur. */
static void fill_schemes(cp_filler *filler)
{
	const cp_graph *graph = filler->graph;
	cp_arena *arena = filler->cells.arena;
	cp_map known = {0};
	CP_ARRAY(cp_str) names = {0};
	CP_ARRAY(uint32_t) counts = {0};
	for (size_t s = 0; s < graph->steps_len; s++) {
		cp_str scheme = graph->steps[s].said->scheme;
		if (!scheme.len)
			scheme = cp_stat_item(filler, graph->steps[s].item)->scheme;
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
		cp_stat_put_count(filler, counts.at[i]);
		cp_cells_share(&filler->cells, counts.at[i], graph->steps_len);
	}
}

const cp_stat cp_stat_schemes = {
	{"schemes", "Argument schemes", "How many steps name each scheme, of all steps.",
		.columns = {"scheme", "steps", "share"}},
	fill_schemes,
};
