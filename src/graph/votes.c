#include "graph/votes.h"

#include "graph/flatten.h"
#include "graph/weigh.h"

#include <math.h>

struct tally {
	double up, down;
	bool any;
};

struct counter {
	const cp_graph *graph;
	const uint8_t *held;
	uint32_t *claims; /* of each comment: how many claims of it there are */
	uint32_t *last;   /* … the last one met, and one more */
};

static const cp_comment *comment_of(const cp_graph *graph, uint32_t index)
{
	return index == CP_NONE ? NULL : &graph->thread->comments.at[index];
}

/* Goes through the comments in which a claim is held and that have votes, each once. */
static void each_comment(struct counter *counter, uint32_t claim,
	void (*see)(struct counter *, uint32_t comment, struct tally *),
	struct tally *tally)
{
	const cp_graph *graph = counter->graph;
	cp_list items = graph->claims[claim].items;
	for (size_t i = 0; counter->held[claim] && i < items.len; i++) {
		const cp_item *item = &graph->annotation->items.at[items.at[i]];
		const cp_comment *comment = comment_of(graph, item->comment);
		if (!comment || !comment->has_score || !cp_item_is_held(item)
			|| counter->last[item->comment] == claim + 1)
			continue;
		counter->last[item->comment] = claim + 1;
		see(counter, item->comment, tally);
	}
}

static void count_claim(struct counter *counter, uint32_t comment, struct tally *tally)
{
	(void)tally;
	counter->claims[comment]++;
}

static void add_share(struct counter *counter, uint32_t comment, struct tally *tally)
{
	double score = comment_of(counter->graph, comment)->score;
	double share = score / counter->claims[comment];
	*(score < 0 ? &tally->down : &tally->up) += score < 0 ? -share : share;
	tally->any = true;
}

static void weigh_claim(const struct tally *tally, double *initial, double *off)
{
	double votes = tally->up + tally->down;
	*initial = (tally->up + 1) / (votes + 2);
	*off = sqrt(*initial * (1 - *initial) / (votes + 3));
}

cp_votes cp_votes_weigh(
	cp_arena *arena, const cp_graph *graph, const uint8_t *held, double *initial)
{
	cp_votes votes = {.off = CP_NEW_ARRAY(arena, double, graph->claims_len)};
	size_t comments = graph->thread->comments.len;
	struct counter counter = {
		.graph = graph,
		.held = held,
		.claims = CP_NEW_ARRAY(arena, uint32_t, comments),
		.last = CP_NEW_ARRAY(arena, uint32_t, comments),
	};
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++)
		each_comment(&counter, c, count_claim, NULL);
	memset(counter.last, 0, comments * sizeof *counter.last);
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		struct tally tally = {0};
		each_comment(&counter, c, add_share, &tally);
		if (!tally.any || cp_claim_has_confidence(graph, c))
			continue;
		weigh_claim(&tally, &initial[c], &votes.off[c]);
		votes.claims++;
	}
	for (size_t i = 0; i < comments; i++)
		votes.shared += counter.claims[i] > 1;
	return votes;
}
