/* Who speaks: as a list, as a table, and who speak past each other. */
#include "summary/sections.h"

/* ---- The list ---- */

struct listing {
	CP_ARRAY(uint32_t) people;
};

static struct listing list_people(cp_writer *writer,
	bool (*fits)(const cp_person *person, unsigned value), unsigned value)
{
	struct listing listing = {0};
	for (uint32_t i = 0; i < writer->graph->people_len; i++)
		if (writer->graph->people[i].comments.len
			&& fits(&writer->graph->people[i], value))
			*cp_push(writer->arena, &listing.people) = i;
	return listing;
}

static bool is_on_side(const cp_person *person, unsigned side)
{
	return person->side == (cp_stance)side;
}

static bool has_origin(const cp_person *person, unsigned origin)
{
	return person->origin == (cp_origin)origin;
}

static bool is_unnamed_on(const cp_person *person, unsigned side)
{
	return is_on_side(person, side) && !person->name.len;
}

static bool is_named_on(const cp_person *person, unsigned side)
{
	return is_on_side(person, side) && person->name.len;
}

/* All that they wrote, the first first. */
static void cite_all(cp_writer *writer, const struct listing *listing)
{
	CP_ARRAY(uint32_t) comments = {0};
	for (size_t i = 0; i < listing->people.len; i++) {
		cp_list own = writer->graph->people[listing->people.at[i]].comments;
		for (size_t c = 0; c < own.len; c++)
			*cp_push(writer->arena, &comments) = own.at[c];
	}
	cp_cite_comments(writer, (cp_list){comments.at, comments.len});
}

static void put_unnamed(cp_writer *writer, const struct listing *unnamed)
{
	if (unnamed->people.len == 1)
		cp_put_person(writer, unnamed->people.at[0], CP_SPEAKS, CP_NONE);
	else
		cp_put_count(writer, CP_COUNT_OWN, CP_NONE, unnamed->people.len,
			"unnamed speaker", "unnamed speakers");
	cite_all(writer, unnamed);
}

static void tell_side(cp_writer *writer, cp_stance side)
{
	enum { MOST = 12 };
	static const char *const leads[] = {
		[CP_STANCE_PRO] = "For the motion: ",
		[CP_STANCE_CONTRA] = "Against the motion: ",
		[CP_STANCE_BOTH] = "On both sides: ",
		[CP_STANCE_NONE] = "On no clear side: ",
	};
	struct listing named = list_people(writer, is_named_on, side);
	struct listing unnamed = list_people(writer, is_unnamed_on, side);
	size_t len = named.people.len, told = len <= MOST ? len : MOST;
	size_t parts = told + (told < len) + (unnamed.people.len > 0), part = 0;
	if (!parts)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_prose_printf(writer->prose, "%s", leads[side]);
	for (size_t i = 0; i < told; i++) {
		cp_put_separator(writer, part++, parts);
		cp_put_person(writer, named.people.at[i], CP_SPEAKS, CP_NONE);
		cp_cite_comments(
			writer, writer->graph->people[named.people.at[i]].comments);
	}
	if (told < len) {
		cp_put_separator(writer, part++, parts);
		cp_put_count(
			writer, CP_COUNT_OWN, CP_NONE, len - told, "other", "others");
	}
	if (unnamed.people.len) {
		cp_put_separator(writer, part, parts);
		put_unnamed(writer, &unnamed);
	}
	cp_prose_end(writer->prose, ".");
}

/* On what evidence somebody is taken to have written what the page does not say who wrote. */
static void tell_evidence(cp_writer *writer, uint32_t index)
{
	static const char *const templates[] = {
		"{person} is named as the author by the annotator, not by the page",
		"The annotator, not the page, names {person} as the author", NULL};
	const cp_person *person = &writer->graph->people[index];
	cp_str because = cp_prose_clean(writer->arena, person->because);
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_open(writer, templates, CP_FACTS(.person = index, .manner = CP_SPEAKS));
	cp_cite_comments(writer, person->comments);
	if (because.len) {
		cp_prose_printf(writer->prose, ": ");
		cp_prose_put(writer->prose, CP_RUN_TEXT, because);
	}
	cp_prose_end(writer->prose, cp_str_ends(because, CP_LIT(".")) ? "" : ".");
}

static void tell_unsigned(cp_writer *writer)
{
	struct listing listing = list_people(writer, has_origin, CP_ORIGIN_UNKNOWN);
	if (!listing.people.len)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_prose_printf(writer->prose, "Nothing tells who wrote what is unsigned");
	cite_all(writer, &listing);
	cp_prose_end(writer->prose, ".");
}

void cp_put_people(cp_writer *writer)
{
	enum { MOST = 24 };
	struct listing inferred = list_people(writer, has_origin, CP_ORIGIN_INFERRED);
	if (!writer->graph->people_len)
		return;
	cp_put_heading(writer, "Who speaks");
	for (size_t s = 0; s < CP_STANCES; s++)
		tell_side(writer, cp_stance_order[s]);
	for (size_t i = 0; i < inferred.people.len && i < MOST; i++)
		tell_evidence(writer, inferred.people.at[i]);
	tell_unsigned(writer);
}

/* ---- The table ---- */

static void put_cell(cp_writer *writer, const char *text)
{
	cp_prose_printf(writer->prose, "%s", text);
	cp_prose_end_cell(writer->prose);
}

static void put_head(cp_writer *writer)
{
	static const char *const heads[] = {"Speaker", "Side", "Comments", "% of words",
		"Claims", "Supports", "Attacks", "Grants"};
	cp_prose_begin(writer->prose, CP_ROW);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		put_cell(writer, heads[i]);
}

static size_t all_words(const cp_measures *measures)
{
	size_t words = 0;
	for (size_t i = 0; i < measures->graph->people_len; i++)
		words += measures->speakers[i].words;
	return words;
}

static size_t share_of_words(cp_writer *writer, uint32_t person)
{
	size_t all = all_words(writer->measures);
	return all
		? (writer->measures->speakers[person].words * (size_t)100 + all / 2) / all
		: 0;
}

static void put_row(cp_writer *writer, uint32_t person)
{
	static const char *const sides[] = {
		[CP_STANCE_NONE] = "none clear",
		[CP_STANCE_PRO] = "for",
		[CP_STANCE_CONTRA] = "against",
		[CP_STANCE_BOTH] = "both",
	};
	const cp_speaker_measure *speaker = &writer->measures->speakers[person];
	const struct {
		cp_count kind;
		size_t value;
	} cells[] = {
		{CP_COUNT_WRITTEN, speaker->comments},
		{CP_COUNT_WORDS, share_of_words(writer, person)},
		{CP_COUNT_ASSERTED, speaker->claims},
		{CP_COUNT_SUPPORTS, speaker->supports},
		{CP_COUNT_ATTACKS, speaker->attacks},
		{CP_COUNT_GRANTS, speaker->grants},
	};
	cp_prose_begin(writer->prose, CP_ROW);
	cp_put_person(writer, person, CP_SPEAKS, CP_NONE);
	cp_prose_end_cell(writer->prose);
	put_cell(writer, sides[writer->graph->people[person].side]);
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		cp_put_number(writer, cells[i].kind, person, cells[i].value);
		cp_prose_end_cell(writer->prose);
	}
}

static uint32_t find_most_talkative(const cp_measures *measures)
{
	uint32_t most = 0;
	for (uint32_t i = 1; i < measures->graph->people_len; i++)
		if (measures->speakers[i].words > measures->speakers[most].words)
			most = i;
	return most;
}

/* Who writes most; a share, no judgement. */
static void tell_dominance(cp_writer *writer)
{
	uint32_t most = find_most_talkative(writer->measures);
	if (writer->graph->people_len < 2 || !writer->measures->speakers[most].words)
		return;
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_prose_printf(writer->prose, "Most words are by ");
	cp_put_person(writer, most, CP_SPEAKS, CP_NONE);
	cp_prose_printf(writer->prose, ": ");
	cp_put_count(writer, CP_COUNT_WRITTEN, most,
		writer->measures->speakers[most].comments, "text with ", "texts with ");
	cp_put_number(writer, CP_COUNT_WORDS, most, share_of_words(writer, most));
	cp_prose_printf(writer->prose, "%% of all words");
	cp_cite_comments(writer, writer->graph->people[most].comments);
	cp_prose_end(writer->prose, ".");
}

void cp_put_table(cp_writer *writer)
{
	enum { MOST = 40 };
	const cp_graph *graph = writer->graph;
	size_t told = 0;
	if (!graph->people_len)
		return;
	cp_put_heading(writer, "Speaker by speaker");
	tell_dominance(writer);
	put_head(writer);
	for (size_t s = 0; s < CP_STANCES; s++)
		for (uint32_t i = 0; i < graph->people_len; i++)
			if (graph->people[i].side == cp_stance_order[s] && told++ < MOST)
				put_row(writer, i);
	if (told <= MOST)
		return;
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, told - MOST,
		"more speaker is not in the table", "more speakers are not in the table");
	cp_prose_end_aside(writer->prose, ".");
}

/* ---- Past each other ---- */

/* The first comment of one of them that replies to the other. */
static uint32_t find_reply(const cp_graph *graph, uint32_t by, uint32_t to)
{
	for (uint32_t c = 0; c < graph->thread->comments.len; c++) {
		uint32_t reply = graph->thread->comments.at[c].reply;
		if (reply != CP_NONE && graph->author_of[c] == by
			&& graph->author_of[reply] == to)
			return c;
	}
	return CP_NONE;
}

static void tell_talk_past(cp_writer *writer, const cp_talk_past *pair)
{
	const cp_graph *graph = writer->graph;
	uint32_t comments[] = {
		find_reply(graph, pair->a, pair->b), find_reply(graph, pair->b, pair->a)};
	cp_str ids[2];
	size_t len = 0;
	for (size_t i = 0; i < 2; i++)
		if (comments[i] != CP_NONE) {
			comments[len] = comments[i];
			ids[len++] = graph->thread->comments.at[comments[i]].id;
		}
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_person(writer, pair->a, CP_SPEAKS, CP_NONE);
	cp_prose_printf(writer->prose, " and ");
	cp_put_person(writer, pair->b, CP_SPEAKS, CP_NONE);
	cp_prose_printf(writer->prose, " reply to each other");
	cp_prose_cite(writer->prose, ids, comments, len);
	cp_prose_printf(writer->prose,
		", but no marked point of the one bears on a point of the other");
	cp_prose_end(writer->prose, ".");
}

void cp_put_talk_past(cp_writer *writer)
{
	enum { MOST = 6 };
	const cp_measures *measures = writer->measures;
	if (!measures->talk_past.len)
		return;
	cp_put_heading(writer, "Who talks past whom");
	for (size_t i = 0; i < measures->talk_past.len && i < MOST; i++)
		tell_talk_past(writer, &measures->talk_past.at[i]);
	if (measures->talk_past.len <= MOST)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_prose_printf(writer->prose, "The same is so of ");
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, measures->talk_past.len - MOST,
		"other pair", "other pairs");
	cp_prose_end_aside(writer->prose, ".");
}
