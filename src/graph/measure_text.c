/* How much of the text is annotated, how many words there are, and when they were written. */
#include "graph/measure.h"

#include "text/tokens.h"

#include <stdlib.h>

/* ---- Coverage ---- */

struct stretch {
	uint32_t comment;
	cp_span span;
};

static int by_place(const void *left, const void *right)
{
	const struct stretch *a = left, *b = right;
	if (a->comment != b->comment)
		return a->comment < b->comment ? -1 : 1;
	return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static size_t count_letters(cp_str text, size_t start, size_t end)
{
	size_t count = 0;
	for (size_t i = start; i < end; i++)
		count += cp_starts_code_point(text.at[i]);
	return count;
}

static struct stretch *find_stretches(struct measurer *measurer, size_t *len)
{
	const cp_graph *graph = measurer->graph;
	const cp_annotation *annotation = graph->annotation;
	struct stretch *stretches =
		CP_NEW_ARRAY(&measurer->scratch, struct stretch, annotation->items.len);
	*len = 0;
	for (uint32_t i = 0; i < annotation->items.len; i++) {
		const cp_item *item = &annotation->items.at[i];
		if (graph->claim_of[i] != CP_NONE && item->comment != CP_NONE
			&& item->anchor.span.end)
			stretches[(*len)++] =
				(struct stretch){item->comment, item->anchor.span};
	}
	if (*len)
		qsort(stretches, *len, sizeof *stretches, by_place);
	return stretches;
}

static void mark_text(struct measurer *measurer)
{
	size_t len, end = 0;
	const struct stretch *stretches = find_stretches(measurer, &len);
	for (size_t i = 0; i < len; i++) {
		const struct stretch *it = &stretches[i];
		end = i > 0 && it->comment == it[-1].comment ? end : 0;
		size_t start = it->span.start > end ? it->span.start : end;
		if (it->span.end <= start)
			continue;
		cp_str text = measurer->graph->thread->comments.at[it->comment].text;
		measurer->out->comments[it->comment].marked +=
			count_letters(text, start, it->span.end);
		end = it->span.end;
	}
}

static void count_items(struct measurer *measurer)
{
	const cp_graph *graph = measurer->graph;
	for (uint32_t i = 0; i < graph->annotation->items.len; i++) {
		uint32_t comment = cp_measure_item(graph, i)->comment;
		if (comment != CP_NONE && graph->claim_of[i] != CP_NONE)
			measurer->out->comments[comment].items++;
	}
}

static void measure_comments(struct measurer *measurer)
{
	const cp_thread *thread = measurer->graph->thread;
	cp_coverage *coverage = &measurer->out->coverage;
	cp_tokens tokens = {0};
	measurer->out->comments =
		CP_NEW_ARRAY(measurer->arena, cp_comment_measure, thread->comments.len);
	mark_text(measurer);
	count_items(measurer);
	for (size_t c = 0; c < thread->comments.len; c++) {
		cp_comment_measure *comment = &measurer->out->comments[c];
		cp_str text = thread->comments.at[c].text;
		tokens.len = 0;
		cp_tokens_add(&tokens, text);
		comment->words = (uint32_t)tokens.len;
		comment->text = count_letters(text, 0, text.len);
		coverage->text += comment->text;
		coverage->marked += comment->marked;
		coverage->comments += comment->text > 0;
		coverage->with_items += comment->text > 0 && comment->items > 0;
	}
	cp_tokens_clear(&tokens);
}

/* ---- Time ---- */

enum {
	DAY = 10,      /* letters of "2010-08-08" */
	HOUR = 13,     /* … and with "T14" */
	MOST_DAYS = 2, /* shown by hours */
};

/* The first `len` letters of a time, if the page tells so much; else none. */
static cp_str begin_of(cp_str time, size_t len)
{
	static const char pattern[] = "dddd-dd-ddTdd";
	for (size_t i = 0; i < len; i++)
		if (i >= time.len
			|| (pattern[i] == 'd' ? time.at[i] < '0' || time.at[i] > '9'
					      : time.at[i] != pattern[i]))
			return (cp_str){0};
	return cp_str_part(time, 0, len);
}

struct dated {
	cp_str time;
	uint32_t comment;
};

static int by_time(const void *left, const void *right)
{
	const struct dated *a = left, *b = right;
	int order = cp_str_cmp(a->time, b->time);
	return order ? order : (a->comment > b->comment) - (a->comment < b->comment);
}

/* The comments that somebody wrote and that are dated so finely, in the order of time. */
static size_t find_dated(struct measurer *measurer, struct dated *dated, size_t letters)
{
	const cp_graph *graph = measurer->graph;
	size_t len = 0;
	for (uint32_t c = 0; c < graph->thread->comments.len; c++) {
		cp_str time = begin_of(graph->thread->comments.at[c].time, letters);
		if (time.len && graph->author_of[c] != CP_NONE)
			dated[len++] = (struct dated){time, c};
	}
	if (len)
		qsort(dated, len, sizeof *dated, by_time);
	return len;
}

static size_t count_different(const struct dated *dated, size_t len)
{
	size_t count = len > 0;
	for (size_t i = 1; i < len; i++)
		count += !cp_str_eq(dated[i].time, dated[i - 1].time);
	return count;
}

static void add_periods(struct measurer *measurer, const struct dated *dated, size_t len)
{
	const cp_graph *graph = measurer->graph;
	cp_measures *out = measurer->out;
	cp_period *period = NULL;
	for (size_t i = 0; i < len; i++) {
		uint32_t comment = dated[i].comment;
		if (!period || !cp_str_eq(period->name, dated[i].time)) {
			period = cp_push(measurer->arena, &out->periods);
			period->name = dated[i].time;
		}
		period->comments++;
		period->items += out->comments[comment].items;
		period->by_side[graph->people[graph->author_of[comment]].side]++;
	}
	out->dated = (uint32_t)len;
}

/* By hours, where all is said within a few days and the page tells the hours of all. */
static void find_periods(struct measurer *measurer)
{
	size_t count = measurer->graph->thread->comments.len;
	struct dated *days = CP_NEW_ARRAY(&measurer->scratch, struct dated, count);
	struct dated *hours = CP_NEW_ARRAY(&measurer->scratch, struct dated, count);
	size_t days_len = find_dated(measurer, days, DAY);
	size_t hours_len = find_dated(measurer, hours, HOUR);
	measurer->out->by_hour = days_len && days_len == hours_len
		&& count_different(days, days_len) <= MOST_DAYS;
	if (measurer->out->by_hour)
		add_periods(measurer, hours, hours_len);
	else
		add_periods(measurer, days, days_len);
}

void cp_measure_text(struct measurer *measurer)
{
	measure_comments(measurer);
	find_periods(measurer);
}
