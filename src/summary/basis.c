/* What the thread is, who speaks in it, and how the summary was made. */
#include "summary/sections.h"

#include <stdio.h>

static void cite_comments(cp_writer *writer, cp_list comments)
{
	cp_str *ids = CP_NEW_ARRAY(writer->arena, cp_str, comments.len);
	for (size_t i = 0; i < comments.len; i++)
		ids[i] = writer->graph->thread->comments.at[comments.at[i]].id;
	cp_prose_cite(writer->prose, ids, comments.at, comments.len);
}

/* ---- The thread ---- */

static bool begins_with_day(cp_str time)
{
	static const char pattern[] = "dddd-dd-dd";
	for (size_t i = 0; pattern[i]; i++)
		if (i >= time.len
			|| (pattern[i] == 'd' ? time.at[i] < '0' || time.at[i] > '9'
					      : time.at[i] != pattern[i]))
			return false;
	return true;
}

/* The first and last day that the page states, and how many comments are dated. */
static size_t find_days(const cp_thread *thread, cp_str *first, cp_str *last)
{
	size_t dated = 0;
	for (size_t i = 0; i < thread->comments.len; i++) {
		cp_str time = thread->comments.at[i].time;
		if (!begins_with_day(time))
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

/* How many comments are but places; for how many they stand goes to `missing`. */
static size_t count_missing(const cp_thread *thread, size_t *missing)
{
	size_t places = 0;
	for (size_t i = 0; i < thread->comments.len; i++) {
		const cp_comment *comment = &thread->comments.at[i];
		if (!comment->missing.at)
			continue;
		places++;
		*missing += comment->count ? comment->count : 1;
	}
	return places;
}

static void put_thread(cp_writer *writer)
{
	const cp_thread *thread = writer->graph->thread;
	cp_prose *prose = writer->prose;
	uint32_t op = cp_thread_find(thread, CP_LIT("op"));
	size_t missing = 0, places = count_missing(thread, &missing);
	size_t comments = thread->comments.len - places
		- (op != CP_NONE && !thread->comments.at[op].missing.at);
	cp_str first = {0}, last = {0};
	cp_prose_begin(prose, CP_PARAGRAPH);
	if (!thread->comments.len) {
		cp_prose_printf(prose, "The thread has no comments.");
		return;
	}
	cp_prose_printf(prose, "The thread is ");
	if (op != CP_NONE) {
		cp_str author = thread->comments.at[op].author;
		cp_prose_printf(prose,
			author.len ? "an article by %.*s and " : "an article and %.*s",
			CP_FMT(author));
	}
	cp_put_count(writer, comments, "comment", "comments");
	size_t dated = writer->detail ? find_days(thread, &first, &last) : 0;
	if (thread->title.len && writer->detail)
		cp_prose_printf(prose, " under the title “%.*s”", CP_FMT(thread->title));
	cp_prose_printf(prose, ".");
	if (missing) {
		cp_prose_printf(prose, " It lacks ");
		cp_put_count(writer, missing, "comment", "comments");
		cp_prose_printf(prose, " that %s deleted, hidden or not loaded.",
			missing == 1 ? "was" : "were");
	}
	if (dated) {
		cp_prose_printf(prose, " The page dates ");
		cp_put_count(writer, dated, "of them, ", "of them, ");
		put_days(writer, first, last);
		cp_prose_printf(prose, ".");
	}
}

static void put_state(cp_writer *writer)
{
	const cp_side_measure *sides = writer->measures->sides;
	size_t pro = sides[CP_STANCE_PRO].speakers,
	       contra = sides[CP_STANCE_CONTRA].speakers;
	size_t both = sides[CP_STANCE_BOTH].speakers;
	size_t rest = sides[CP_STANCE_NONE].speakers;
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	size_t mark = cp_prose_mark(writer->prose);
	cp_put_count(
		writer, pro, "speaker is for the motion", "speakers are for the motion");
	cp_prose_capitalise(writer->prose, mark);
	cp_prose_printf(writer->prose, " and ");
	if (contra)
		cp_put_count(writer, contra, "is against it", "are against it");
	else
		cp_prose_printf(writer->prose, "none is against it");
	if (both) {
		cp_prose_printf(writer->prose, "; ");
		cp_put_count(writer, both, "speaks on both sides", "speak on both sides");
	}
	if (rest) {
		cp_prose_printf(writer->prose, "; ");
		cp_put_count(writer, rest, "takes no clear side", "take no clear side");
	}
	cp_prose_printf(writer->prose, ".");
	if (writer->exchanges.list.len) {
		cp_prose_printf(writer->prose, " The point most argued over is whether ");
		cp_put_cited(writer, writer->exchanges.list.at[0].moves.at[0].claim);
		cp_prose_printf(writer->prose, ".");
	}
}

static void put_motion(cp_writer *writer, cp_str motion)
{
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_prose_printf(
		writer->prose, motion.len ? "The motion: " : "There is no motion");
	if (motion.len)
		cp_prose_put(writer->prose, CP_RUN_STRONG, motion);
	cp_prose_printf(writer->prose, ".");
}

void cp_put_basis(cp_writer *writer)
{
	const cp_graph *graph = writer->graph;
	const cp_annotation *annotation = graph->annotation;
	cp_prose_begin(writer->prose, CP_TITLE);
	cp_prose_put(writer->prose, CP_RUN_TEXT,
		annotation->title.len ? annotation->title
				      : CP_LIT("Summary of the debate"));
	cp_str motion = graph->claims[CP_MOTION].text;
	if (motion.len || annotation->items.len)
		put_motion(writer, motion);
	put_thread(writer);
	if (graph->people_len && annotation->items.len)
		put_state(writer);
}

/* ---- People ---- */

static void put_side(cp_writer *writer, const cp_person *person)
{
	static const char *const sides[] = {
		[CP_STANCE_NONE] = "takes no clear side",
		[CP_STANCE_PRO] = "speaks for the motion",
		[CP_STANCE_CONTRA] = "speaks against the motion",
		[CP_STANCE_BOTH] = "speaks on both sides",
	};
	cp_prose_printf(writer->prose, " %s", sides[person->side]);
}

static void put_person(cp_writer *writer, const cp_person *person)
{
	cp_prose_begin(writer->prose, CP_ITEM);
	size_t mark = cp_prose_mark(writer->prose);
	cp_prose_put(writer->prose, CP_RUN_STRONG, cp_person_name(person));
	cp_prose_capitalise(writer->prose, mark);
	put_side(writer, person);
	cite_comments(writer, person->comments);
	cp_prose_printf(writer->prose, ".");
	if (person->origin == CP_ORIGIN_INFERRED) {
		cp_prose_printf(writer->prose,
			" The page does not name the author; the annotator does");
		if (person->because.len)
			cp_prose_printf(writer->prose, ": %.*s", CP_FMT(person->because));
		cp_prose_printf(writer->prose, ".");
	} else if (person->origin == CP_ORIGIN_UNKNOWN) {
		cp_prose_printf(writer->prose, " Nothing tells who wrote this.");
	}
}

void cp_put_people(cp_writer *writer)
{
	static const cp_stance order[] = {
		CP_STANCE_PRO, CP_STANCE_CONTRA, CP_STANCE_BOTH, CP_STANCE_NONE};
	if (writer->graph->people_len)
		cp_put_heading(writer, "Who speaks");
	for (size_t s = 0; s < 4; s++)
		for (size_t i = 0; i < writer->graph->people_len; i++)
			if (writer->graph->people[i].side == order[s]
				&& writer->graph->people[i].comments.len)
				put_person(writer, &writer->graph->people[i]);
}

/* ---- Method ---- */

void cp_put_method(cp_writer *writer)
{
	const cp_annotation *annotation = writer->graph->annotation;
	const cp_coverage *coverage = &writer->measures->coverage;
	size_t kinds[CP_KINDS] = {0};
	for (size_t i = 0; i < annotation->items.len; i++)
		kinds[annotation->items.at[i].kind]++;
	cp_put_heading(writer, "How this was made");
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_prose_printf(writer->prose, "An annotator");
	if (annotation->annotator.len)
		cp_prose_printf(writer->prose, ", %.*s,", CP_FMT(annotation->annotator));
	cp_prose_printf(writer->prose, " marked ");
	cp_put_count(writer, kinds[CP_CLAIM], "claim", "claims");
	cp_prose_printf(writer->prose, ", ");
	cp_put_count(writer, kinds[CP_REBUTTAL], "rebuttal", "rebuttals");
	cp_prose_printf(writer->prose, " and ");
	cp_put_count(writer, kinds[CP_QUOTATION], "quotation", "quotations");
	cp_prose_printf(writer->prose,
		", which cover %u%% of the text. A program put these "
		"sentences together from that by fixed rules. They say what was stated and answered "
		"in this thread, not who is right; that a point was not answered here does not mean "
		"that it was granted.",
		cp_thousandths(coverage->marked, coverage->text) / 10);
}
