/* What is open: points without an answer, questions, and what was challenged and not
 * supported since. */
#include "summary/sections.h"

/* ---- Points without an answer ---- */

/* The open points of one side, of one kind of silence. */
struct silence {
	cp_stance side;
	bool had_chance;
	const char *lead;
};

static bool is_of(const cp_writer *writer, const cp_open_point *point,
	const struct silence *silence)
{
	return writer->graph->claims[point->claim].stance == silence->side
		&& (point->chance != CP_CHANCE_NONE) == silence->had_chance;
}

/* Is one of them told among the main points, and that nobody answered it? */
static bool are_others(const cp_writer *writer, const struct silence *silence)
{
	const cp_measures *measures = writer->measures;
	for (size_t i = 0; i < measures->unanswered.len; i++)
		if (writer->silent[measures->unanswered.at[i].claim]
			&& is_of(writer, &measures->unanswered.at[i], silence))
			return true;
	return false;
}

/* What one speaker says, as one item. */
static void tell_all(
	cp_writer *writer, uint32_t person, const uint32_t *claims, size_t count)
{
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_part(writer, "{person} says",
		CP_FACTS(.claim = claims[0], .person = person,
			.manner = cp_claim_manner(writer->graph, claims[0])));
	cp_put_claims(writer, claims, count);
	cp_prose_end(writer->prose, ".");
}

/* All that one speaker left there. */
static void tell_points_of(
	cp_writer *writer, const struct silence *silence, size_t first, bool *done)
{
	const cp_graph *graph = writer->graph;
	const cp_open_point *points = writer->measures->unanswered.at;
	size_t len = writer->measures->unanswered.len, count = 0;
	uint32_t *claims = CP_NEW_ARRAY(writer->arena, uint32_t, len - first);
	uint32_t person = cp_claim_maker(graph, points[first].claim);
	for (size_t i = first; i < len; i++)
		if (!done[i] && is_of(writer, &points[i], silence)
			&& cp_claim_maker(graph, points[i].claim) == person) {
			claims[count++] = points[i].claim;
			done[i] = true;
		}
	tell_all(writer, person, claims, count);
}

static void tell_silence(cp_writer *writer, const struct silence *silence, bool *put)
{
	enum { MOST = 12 };
	size_t told = 0, left = 0;
	const cp_measures *measures = writer->measures;
	bool *done = CP_NEW_ARRAY(writer->arena, bool, measures->unanswered.len);
	bool led = false;
	for (size_t i = 0; i < measures->unanswered.len; i++)
		done[i] = writer->silent[measures->unanswered.at[i].claim];
	for (size_t i = 0; i < measures->unanswered.len; i++) {
		if (done[i] || !is_of(writer, &measures->unanswered.at[i], silence))
			continue;
		cp_heading_once(writer, put, "What nobody answered");
		if (!led) {
			cp_begin_lead(writer);
			cp_prose_printf(writer->prose, "%s %s",
				are_others(writer, silence) ? "Other points" : "Points",
				silence->lead);
			cp_prose_end_aside(writer->prose, ":");
			led = true;
		}
		if (told++ < MOST)
			tell_points_of(writer, silence, i, done);
		else
			left++;
	}
	if (!left)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, left, "more such point is on the map",
		"more such points are on the map");
	cp_prose_end_aside(writer->prose, ".");
}

void cp_put_unanswered(cp_writer *writer)
{
	static const struct silence silences[] = {
		{CP_STANCE_PRO, true,
			"for the motion that nobody takes up, though the other side "
			"writes later"},
		{CP_STANCE_CONTRA, true,
			"against the motion that nobody takes up, though the other side "
			"writes later"},
		{CP_STANCE_PRO, false,
			"for the motion after which nobody of the other side writes"},
		{CP_STANCE_CONTRA, false,
			"against the motion after which nobody of the other side "
			"writes"},
	};
	bool put = false;
	for (size_t i = 0; i < sizeof silences / sizeof *silences; i++)
		tell_silence(writer, &silences[i], &put);
}

/* ---- Questions ---- */

static void tell_question(cp_writer *writer, const cp_open_question *question)
{
	const cp_graph *graph = writer->graph;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_part(writer, "{person} asks: ",
		CP_FACTS(.claim = graph->claim_of[question->item],
			.person = graph->person_of[question->item],
			.manner = CP_MENTIONS));
	cp_put_words(writer, question->item);
	cp_cite_item(writer, question->item);
	cp_prose_printf(writer->prose,
		question->replies ? "; there are replies, but none is marked as an answer"
				  : "; no answer is recorded");
	cp_prose_end(writer->prose, ".");
}

void cp_put_questions(cp_writer *writer)
{
	enum { MOST = 8 };
	const cp_measures *measures = writer->measures;
	bool put = false;
	for (size_t i = 0; i < measures->questions.len && i < MOST; i++) {
		cp_heading_once(writer, &put, "Open questions");
		tell_question(writer, &measures->questions.at[i]);
	}
	if (measures->questions.len <= MOST)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, measures->questions.len - MOST,
		"more question is open", "more questions are open");
	cp_prose_end_aside(writer->prose, ".");
}

/* ---- Burden of proof ---- */

/* Did whoever asserts the claim, or somebody of that side, write after the attack? */
static bool had_time(const cp_graph *graph, const cp_burden *burden)
{
	uint32_t attack =
		graph->annotation->items.at[graph->steps[burden->attack].item].comment;
	cp_stance side = graph->claims[burden->claim].stance;
	for (uint32_t c = attack == CP_NONE ? 0 : attack + 1;
		c < graph->thread->comments.len; c++) {
		uint32_t author = graph->author_of[c];
		if (author != CP_NONE
			&& (author == burden->person
				|| graph->people[author].side == side))
			return true;
	}
	return false;
}

struct burdens {
	CP_ARRAY(cp_burden) list;
};

/* Those that are open, though there was time. Whoever undercuts a claim does not dispute it. */
static struct burdens find_burdens(cp_writer *writer)
{
	struct burdens found = {0};
	const cp_measures *measures = writer->measures;
	for (size_t i = 0; i < measures->burdens.len; i++)
		if (!measures->burdens.at[i].discharged
			&& writer->graph->steps[measures->burdens.at[i].attack].kind
				== CP_REBUTS
			&& had_time(writer->graph, &measures->burdens.at[i]))
			*cp_push(writer->arena, &found.list) = measures->burdens.at[i];
	return found;
}

static uint32_t challenger(const cp_writer *writer, const cp_burden *burden)
{
	return writer->graph->person_of[writer->graph->steps[burden->attack].item];
}

/* What one challenges of another is told together. */
static size_t count_alike(const cp_writer *writer, const cp_burden *burdens, size_t len)
{
	size_t count = 1;
	while (count < len && burdens[count].person == burdens->person
		&& challenger(writer, &burdens[count]) == challenger(writer, burdens))
		count++;
	return count;
}

static void tell_burdens(cp_writer *writer, const cp_burden *burdens, size_t count)
{
	uint32_t *claims = CP_NEW_ARRAY(writer->arena, uint32_t, count);
	uint32_t *items = CP_NEW_ARRAY(writer->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++) {
		claims[i] = burdens[i].claim;
		items[i] = writer->graph->steps[burdens[i].attack].item;
	}
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_part(writer,
		burdens->person == CP_NONE ? "The point" : "{person}’s point",
		CP_FACTS(.claim = claims[0], .person = burdens->person,
			.manner = CP_SAYS));
	cp_prose_printf(writer->prose, count > 1 ? "s" : "");
	cp_put_claims(writer, claims, count);
	for (size_t i = 0; i < count; i++)
		cp_prose_rest_on_step(writer->prose, burdens[i].attack);
	cp_tell_part(writer, ", challenged by {person}",
		CP_FACTS(.claim = claims[0], .person = challenger(writer, burdens),
			.manner = CP_TAKES_UP));
	cp_cite_items(writer, items, count);
	cp_prose_end(writer->prose, ".");
}

void cp_put_burden(cp_writer *writer)
{
	enum { MOST = 8 };
	struct burdens found = find_burdens(writer);
	size_t told = 0, next = 0;
	if (!found.list.len)
		return;
	cp_put_heading(writer, "Challenged, and not supported since");
	cp_begin_lead(writer);
	cp_prose_printf(writer->prose,
		"After each of these points was attacked, its side wrote again, but gave no "
		"reason for it that stands; the burden of proof is with whoever made it");
	cp_prose_end_aside(writer->prose, ":");
	for (size_t alike; next < found.list.len && told < MOST; next += alike, told++) {
		alike = count_alike(writer, found.list.at + next, found.list.len - next);
		tell_burdens(writer, found.list.at + next, alike);
	}
	if (next == found.list.len)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, found.list.len - next,
		"more such point is on the map", "more such points are on the map");
	cp_prose_end_aside(writer->prose, ".");
}

/* ---- Tied to nothing ---- */

static bool is_untied(const cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	uint32_t item = graph->claims[claim].item;
	return graph->claims[claim].depth == CP_NONE && item != CP_NONE
		&& writer->measures->claims[claim].speakers
		&& graph->annotation->items.at[item].kind != CP_QUOTATION
		&& (graph->annotation->items.at[item].attitude != CP_QUESTION
			|| graph->annotation->items.at[item].gist.len);
}

void cp_put_untied(cp_writer *writer)
{
	enum { MOST = 8 };
	const cp_graph *graph = writer->graph;
	uint32_t *claims = CP_NEW_ARRAY(writer->arena, uint32_t, graph->claims_len);
	bool *done = CP_NEW_ARRAY(writer->arena, bool, graph->claims_len);
	size_t told = 0, left = 0;
	bool put = false;
	for (uint32_t c = CP_MOTION + 1; c < graph->claims_len; c++) {
		if (done[c] || !is_untied(writer, c))
			continue;
		if (told++ >= MOST) {
			left++;
			continue;
		}
		size_t count = 0;
		uint32_t person = cp_claim_maker(graph, c);
		for (uint32_t other = c; other < graph->claims_len; other++)
			if (!done[other] && is_untied(writer, other)
				&& cp_claim_maker(graph, other) == person) {
				claims[count++] = other;
				done[other] = true;
			}
		cp_heading_once(writer, &put, "Said, but not tied to the motion");
		tell_all(writer, person, claims, count);
	}
	if (!left)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, left, "more claim is tied to nothing",
		"more claims are tied to nothing");
	cp_prose_end_aside(writer->prose, ".");
}
