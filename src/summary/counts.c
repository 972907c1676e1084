#include "summary/counts.h"

#include "graph/evaluate.h"
#include "graph/words.h"
#include "text/tokens.h"

cp_str cp_count_words(cp_arena *arena, cp_count kind, size_t value)
{
	cp_buf out = {0};
	if (kind == CP_COUNT_STRENGTH)
		cp_buf_printf(&out, "%zu.%02zu", value / 100, value % 100);
	else if (kind == CP_COUNT_SHARE)
		cp_buf_printf(&out, "%zu", value);
	else
		cp_put_number_word(&out, value);
	return cp_buf_settle(arena, &out);
}

struct counter {
	cp_arena *arena;
	const cp_graph *graph;
	uint32_t of;
};

/* ---- The thread ---- */

static bool is_comment(const cp_graph *graph, size_t index)
{
	const cp_comment *comment = &graph->thread->comments.at[index];
	return !comment->missing.at && !cp_str_is(comment->id, "op");
}

static size_t count_comments(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->thread->comments.len; i++)
		count += is_comment(counter->graph, i);
	return count;
}

static size_t count_missing(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->thread->comments.len; i++) {
		const cp_comment *comment = &counter->graph->thread->comments.at[i];
		if (comment->missing.at)
			count += comment->count ? comment->count : 1;
	}
	return count;
}

static size_t count_dated(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->thread->comments.len; i++)
		count += cp_time_has_day(counter->graph->thread->comments.at[i].time);
	return count;
}

static size_t count_later(const struct counter *counter)
{
	return counter->graph->annotation->thread->comments.len
		- counter->graph->thread->comments.len;
}

bool cp_time_has_day(cp_str time)
{
	static const char pattern[] = "dddd-dd-dd";
	for (size_t i = 0; pattern[i]; i++)
		if (i >= time.len
			|| (pattern[i] == 'd' ? time.at[i] < '0' || time.at[i] > '9'
					      : time.at[i] != pattern[i]))
			return false;
	return true;
}

/* ---- Marks ---- */

static const cp_item *item_at(const struct counter *counter, size_t index)
{
	return &counter->graph->annotation->items.at[index];
}

static bool is_shown(const struct counter *counter, size_t item)
{
	return counter->graph->claim_of[item] != CP_NONE;
}

static size_t count_items(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->annotation->items.len; i++)
		count += is_shown(counter, i) && item_at(counter, i)->kind == counter->of;
	return count;
}

static size_t count_guessed(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->annotation->items.len; i++)
		count += is_shown(counter, i) && item_at(counter, i)->automatic;
	return count;
}

static void mark_span(bool *marks, cp_span span)
{
	for (size_t b = span.start; b < span.end; b++)
		marks[b] = true;
}

/* The share of the code points of all texts that some item is anchored in, in per cent. */
static size_t count_share(const struct counter *counter)
{
	const cp_graph *graph = counter->graph;
	size_t comments = graph->thread->comments.len, all = 0, marked = 0;
	bool **marks = CP_NEW_ARRAY(counter->arena, bool *, comments);
	for (size_t i = 0; i < graph->annotation->items.len; i++) {
		const cp_item *item = item_at(counter, i);
		if (!is_shown(counter, i) || !cp_item_is_anchored(item))
			continue;
		if (!marks[item->comment])
			marks[item->comment] = CP_NEW_ARRAY(counter->arena, bool,
				graph->thread->comments.at[item->comment].text.len);
		mark_span(marks[item->comment], item->anchor.span);
	}
	for (size_t c = 0; c < comments; c++) {
		cp_str text = graph->thread->comments.at[c].text;
		for (size_t b = 0; b < text.len; b++)
			if (cp_starts_code_point(text.at[b])) {
				all++;
				marked += marks[c] && marks[c][b];
			}
	}
	return all ? marked * 100 / all : 0;
}

/* ---- Claims and steps ---- */

static size_t count_people_saying(const struct counter *counter)
{
	const cp_graph *graph = counter->graph;
	const cp_list *items = &graph->claims[counter->of].items;
	size_t count = 0;
	for (size_t i = 0; i < items->len; i++) {
		bool again = !cp_item_is_asserted(item_at(counter, items->at[i]));
		for (size_t j = 0; j < i; j++)
			again |= cp_item_is_asserted(item_at(counter, items->at[j]))
				&& graph->person_of[items->at[i]]
					== graph->person_of[items->at[j]];
		count += !again;
	}
	return count;
}

static size_t count_reasons(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->steps_len; i++) {
		const cp_step *step = &counter->graph->steps[i];
		count += step->kind == CP_SUPPORTS && step->target == counter->of;
	}
	return count;
}

static bool has_premise(const cp_step *step, uint32_t claim)
{
	for (size_t i = 0; i < step->premises.len; i++)
		if (step->premises.at[i] == claim)
			return true;
	return false;
}

static size_t count_answers(const struct counter *counter)
{
	const cp_graph *graph = counter->graph;
	size_t count = 0;
	for (size_t i = 0; i < graph->steps_len; i++) {
		const cp_step *step = &graph->steps[i];
		count += (step->kind == CP_REBUTS && step->target == counter->of)
			|| (step->kind == CP_UNDERCUTS
				&& has_premise(&graph->steps[step->target], counter->of));
	}
	return count;
}

static size_t count_strength(const struct counter *counter)
{
	cp_diags unused = {0};
	cp_evaluation evaluation;
	cp_evaluation_choose(&evaluation, "grounded", "none", "quadratic");
	cp_evaluate(counter->arena, &evaluation, counter->graph, &unused);
	cp_diags_clear(&unused);
	return (size_t)(evaluation.strengths.of[counter->of] * 100 + 0.5);
}

static size_t count_claims(const struct counter *counter)
{
	return counter->graph->claims_len - 1;
}

static size_t count_steps(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->steps_len; i++)
		count += counter->graph->steps[i].kind == counter->of;
	return count;
}

static size_t count_linked(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->steps_len; i++)
		count += counter->graph->steps[i].premises.len > 1;
	return count;
}

static size_t count_deepest(const struct counter *counter)
{
	size_t deepest = 0;
	for (size_t i = 0; i < counter->graph->claims_len; i++) {
		uint32_t depth = counter->graph->claims[i].depth;
		deepest = depth != CP_NONE && depth > deepest ? depth : deepest;
	}
	return deepest;
}

/* ---- People ---- */

static size_t count_speakers(const struct counter *counter)
{
	return counter->graph->people_len;
}

static size_t count_side(const struct counter *counter)
{
	size_t count = 0;
	for (size_t i = 0; i < counter->graph->people_len; i++)
		count += counter->graph->people[i].side == counter->of;
	return count;
}

static size_t count_written(const struct counter *counter)
{
	return counter->graph->people[counter->of].comments.len;
}

static size_t count_words(const struct counter *counter)
{
	const cp_graph *graph = counter->graph;
	size_t all = 0, own = 0;
	for (size_t c = 0; c < graph->thread->comments.len; c++) {
		cp_tokens words = {0};
		cp_tokens_add(&words, graph->thread->comments.at[c].text);
		all += words.len;
		own += graph->author_of[c] == counter->of ? words.len : 0;
		cp_tokens_clear(&words);
	}
	return all ? (own * 100 + all / 2) / all : 0;
}

static size_t count_asserted(const struct counter *counter)
{
	const cp_graph *graph = counter->graph;
	bool *seen = CP_NEW_ARRAY(counter->arena, bool, graph->claims_len);
	size_t count = 0;
	for (size_t i = 0; i < graph->annotation->items.len; i++) {
		if (!is_shown(counter, i) || graph->person_of[i] != counter->of
			|| !cp_item_is_asserted(item_at(counter, i)))
			continue;
		count += !seen[graph->claim_of[i]] && graph->claim_of[i] != CP_MOTION;
		seen[graph->claim_of[i]] = true;
	}
	return count;
}

static size_t count_own_steps(const struct counter *counter, bool support)
{
	const cp_graph *graph = counter->graph;
	size_t count = 0;
	for (size_t i = 0; i < graph->steps_len; i++)
		count += graph->person_of[graph->steps[i].item] == counter->of
			&& (graph->steps[i].kind == CP_SUPPORTS) == support;
	return count;
}

static size_t count_supports(const struct counter *counter)
{
	return count_own_steps(counter, true);
}

static size_t count_attacks(const struct counter *counter)
{
	return count_own_steps(counter, false);
}

static size_t count_grants(const struct counter *counter)
{
	const cp_graph *graph = counter->graph;
	const cp_annotation *annotation = graph->annotation;
	size_t count = 0;
	for (size_t i = 0; i < annotation->items.len; i++)
		count += is_shown(counter, i) && graph->person_of[i] == counter->of
			&& annotation->items.at[i].attitude == CP_CONCEDED;
	for (size_t i = 0; i < annotation->concessions.len; i++) {
		uint32_t by = annotation->concessions.at[i].by - 1;
		count += is_shown(counter, by) && graph->person_of[by] == counter->of
			&& cp_claim_of_node(graph, annotation->concessions.at[i].of)
				!= CP_NONE;
	}
	return count;
}

/* ---- All ---- */

size_t cp_count_again(cp_arena *arena, const cp_graph *graph, cp_count kind, uint32_t of)
{
	static size_t (*const counts[CP_COUNTS])(const struct counter *counter) = {
		[CP_COUNT_COMMENTS] = count_comments,
		[CP_COUNT_MISSING] = count_missing,
		[CP_COUNT_DATED] = count_dated,
		[CP_COUNT_LATER] = count_later,
		[CP_COUNT_SPEAKERS] = count_speakers,
		[CP_COUNT_SIDE] = count_side,
		[CP_COUNT_ITEMS] = count_items,
		[CP_COUNT_GUESSED] = count_guessed,
		[CP_COUNT_SHARE] = count_share,
		[CP_COUNT_CLAIMANTS] = count_people_saying,
		[CP_COUNT_REASONS] = count_reasons,
		[CP_COUNT_ANSWERS] = count_answers,
		[CP_COUNT_STRENGTH] = count_strength,
		[CP_COUNT_WRITTEN] = count_written,
		[CP_COUNT_WORDS] = count_words,
		[CP_COUNT_ASSERTED] = count_asserted,
		[CP_COUNT_SUPPORTS] = count_supports,
		[CP_COUNT_ATTACKS] = count_attacks,
		[CP_COUNT_GRANTS] = count_grants,
		[CP_COUNT_CLAIMS] = count_claims,
		[CP_COUNT_STEPS] = count_steps,
		[CP_COUNT_LINKED] = count_linked,
		[CP_COUNT_DEEPEST] = count_deepest,
	};
	return counts[kind](&(struct counter){arena, graph, of});
}
