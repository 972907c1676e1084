/* What the thread is, and how the summary was made. */
#include "summary/sections.h"

#include <stdio.h>

/* ---- Days ---- */

/* The first and last day that the page states, and how many comments are dated. */
static size_t find_days(const cp_thread *thread, cp_str *first, cp_str *last)
{
	size_t dated = 0;
	for (size_t i = 0; i < thread->comments.len; i++) {
		cp_str time = thread->comments.at[i].time;
		if (!cp_time_has_day(time))
			continue;
		time.len = 10;
		if (!dated || cp_str_cmp(time, *first) < 0)
			*first = time;
		if (!dated || cp_str_cmp(time, *last) > 0)
			*last = time;
		dated++;
	}
	return dated;
}

/* "2010-08-08" as "8 August 2010"; the month and the year only where `whole`. */
static void put_day(cp_writer *writer, cp_str day, bool whole)
{
	static const char *const months[] = {"January", "February", "March", "April",
		"May", "June", "July", "August", "September", "October", "November",
		"December"};
	unsigned year, month, number;
	if (sscanf(day.at, "%4u-%2u-%2u", &year, &month, &number) != 3 || month < 1
		|| month > 12)
		cp_prose_put(writer->prose, CP_RUN_TEXT, day);
	else if (whole)
		cp_prose_printf(
			writer->prose, "%u %s %u", number, months[month - 1], year);
	else
		cp_prose_printf(writer->prose, "%u", number);
}

static void put_days(cp_writer *writer, cp_str first, cp_str last)
{
	bool same_month = memcmp(first.at, last.at, 7) == 0;
	if (!cp_str_eq(first, last)) {
		put_day(writer, first, !same_month);
		cp_prose_printf(writer->prose, " to ");
	}
	put_day(writer, last, true);
}

/* ---- The thread ---- */

static void put_article(cp_writer *writer)
{
	const cp_thread *thread = writer->graph->thread;
	uint32_t op = cp_thread_find(thread, CP_LIT("op"));
	if (op == CP_NONE || thread->comments.at[op].missing.at)
		return;
	cp_prose_printf(writer->prose, "an article");
	if (thread->comments.at[op].author.len) {
		cp_prose_printf(writer->prose, " by ");
		cp_put_person(writer, writer->graph->author_of[op], CP_SPEAKS, CP_NONE);
	}
	cp_prose_printf(writer->prose, " and ");
}

static size_t count(cp_writer *writer, cp_count kind, uint32_t of)
{
	return cp_count_again(writer->arena, writer->graph, kind, of);
}

static void put_title(cp_writer *writer)
{
	cp_str title = cp_prose_clean(writer->arena, writer->graph->thread->title);
	cp_str heading = cp_prose_clean(writer->arena, writer->graph->annotation->title);
	if (!title.len || !writer->detail || cp_str_eq(title, heading))
		return;
	cp_prose_printf(writer->prose, " under the title “");
	cp_prose_put(writer->prose, CP_RUN_TEXT, title);
	cp_prose_printf(writer->prose, "”");
}

static void put_thread(cp_writer *writer)
{
	cp_prose *prose = writer->prose;
	if (!writer->graph->thread->comments.len) {
		cp_prose_printf(prose, "The thread has no comments");
		cp_prose_end(prose, ".");
		return;
	}
	cp_prose_printf(prose, "The thread is ");
	put_article(writer);
	cp_put_count(writer, CP_COUNT_COMMENTS, CP_NONE,
		count(writer, CP_COUNT_COMMENTS, CP_NONE), "comment", "comments");
	put_title(writer);
	cp_prose_end(prose, ".");
}

static void put_missing(cp_writer *writer)
{
	size_t missing = count(writer, CP_COUNT_MISSING, CP_NONE);
	if (!missing)
		return;
	cp_prose_printf(writer->prose, "Not in it ");
	cp_prose_printf(writer->prose, missing == 1 ? "is " : "are ");
	cp_put_count(writer, CP_COUNT_MISSING, CP_NONE, missing, "comment", "comments");
	cp_prose_printf(writer->prose, " that %s deleted, hidden or not loaded",
		missing == 1 ? "was" : "were");
	cp_prose_end(writer->prose, ".");
}

static void put_dates(cp_writer *writer)
{
	cp_str first = {0}, last = {0};
	size_t dated = find_days(writer->graph->thread, &first, &last);
	if (!dated || !writer->detail)
		return;
	cp_prose_printf(writer->prose, "Of these texts, ");
	cp_put_count(
		writer, CP_COUNT_DATED, CP_NONE, dated, "has a date: ", "have a date: ");
	put_days(writer, first, last);
	cp_prose_end(writer->prose, ".");
}

/* The debate so far: which comment was the last. */
static void put_as_of(cp_writer *writer)
{
	const cp_thread *thread = writer->graph->thread;
	if (!writer->graph->part.len || !thread->comments.len)
		return;
	size_t later = count(writer, CP_COUNT_LATER, CP_NONE);
	cp_prose_printf(writer->prose, "This is the debate as it was after the comment");
	cp_cite_comment(writer, (uint32_t)thread->comments.len - 1);
	cp_prose_printf(writer->prose, "; ");
	cp_put_count(writer, CP_COUNT_LATER, CP_NONE, later, "later comment is left out",
		"later comments are left out");
	cp_prose_end(writer->prose, ".");
}

static void put_motion(cp_writer *writer)
{
	cp_str motion =
		cp_prose_clean(writer->arena, writer->graph->claims[CP_MOTION].text);
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	if (!motion.len) {
		cp_prose_printf(writer->prose, "The annotation names no motion");
	} else {
		cp_prose_printf(writer->prose, "The motion: ");
		cp_run *run = cp_prose_put(writer->prose, CP_RUN_CLAIM, motion);
		run->of = CP_MOTION;
		run->strong = true;
	}
	bool ends = motion.len && strchr("?!.", motion.at[motion.len - 1]);
	cp_prose_end(writer->prose, ends ? "" : ".");
}

void cp_put_basis(cp_writer *writer)
{
	cp_str title = cp_prose_clean(writer->arena, writer->graph->annotation->title);
	cp_prose_begin(writer->prose, CP_TITLE);
	cp_prose_put(writer->prose, CP_RUN_TEXT,
		title.len ? title : CP_LIT("Summary of the debate"));
	cp_prose_end_cell(writer->prose);
	if (writer->graph->claims[CP_MOTION].text.len
		|| writer->graph->annotation->items.len)
		put_motion(writer);
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	put_thread(writer);
	put_missing(writer);
	put_dates(writer);
	put_as_of(writer);
}

/* ---- Method ---- */

static void put_annotator(cp_writer *writer)
{
	cp_str annotator =
		cp_prose_clean(writer->arena, writer->graph->annotation->annotator);
	cp_prose_printf(writer->prose, "An annotator");
	if (!annotator.len)
		return;
	cp_prose_printf(writer->prose, ", ");
	cp_prose_put(writer->prose, CP_RUN_TEXT, annotator);
	cp_prose_printf(writer->prose, ",");
}

static void put_marked(cp_writer *writer)
{
	static const struct {
		cp_kind kind;
		const char *before, *one, *many;
	} kinds[] = {
		{CP_CLAIM, " marked ", "claim", "claims"},
		{CP_REBUTTAL, ", ", "rebuttal", "rebuttals"},
		{CP_QUOTATION, " and ", "quotation", "quotations"},
	};
	put_annotator(writer);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		cp_prose_printf(writer->prose, "%s", kinds[i].before);
		cp_put_count(writer, CP_COUNT_ITEMS, kinds[i].kind,
			count(writer, CP_COUNT_ITEMS, kinds[i].kind), kinds[i].one,
			kinds[i].many);
	}
	const cp_coverage *coverage = &writer->measures->coverage;
	cp_prose_printf(writer->prose, ", which cover ");
	cp_put_count(writer, CP_COUNT_SHARE, CP_NONE,
		coverage->text ? coverage->marked * 100 / coverage->text : 0,
		"% of the text", "% of the text");
	cp_prose_end(writer->prose, "; the rest is not told here.");
}

static void put_guessed(cp_writer *writer)
{
	size_t guessed = count(writer, CP_COUNT_GUESSED, CP_NONE);
	if (!guessed)
		return;
	cp_prose_printf(writer->prose, "Of these marks, ");
	cp_put_count(writer, CP_COUNT_GUESSED, CP_NONE, guessed,
		"is the guess of a program, and not confirmed yet",
		"are guesses of a program, and not confirmed yet");
	cp_prose_end(writer->prose, ".");
}

void cp_put_method(cp_writer *writer)
{
	static const char *const sentences[] = {
		"A program put these sentences together from the marks by fixed rules, and "
		"held them against the thread again",
		"They say what was stated and answered in this thread, not who is right",
		"That a point was not answered here does not mean that anybody granted it",
	};
	cp_put_heading(writer, "How the summary was made");
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	put_marked(writer);
	put_guessed(writer);
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		cp_prose_printf(writer->prose, "%s", sentences[i]);
		cp_prose_end(writer->prose, ".");
	}
}
