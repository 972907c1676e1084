#include "summary/summary.h"

#include "summary/recheck.h"
#include "summary/sections.h"

static void put_points_for(cp_writer *writer)
{
	cp_put_points(writer, CP_STANCE_PRO);
}

static void put_points_against(cp_writer *writer)
{
	cp_put_points(writer, CP_STANCE_CONTRA);
}

static void (*const sections[CP_SECTIONS])(cp_writer *writer) = {
	[CP_SECTION_BASIS] = cp_put_basis,
	[CP_SECTION_STATE] = cp_put_state,
	[CP_SECTION_REPLIES] = cp_put_replies,
	[CP_SECTION_AGAINST] = cp_put_against,
	[CP_SECTION_GRANTS_TO] = cp_put_grants_to,
	[CP_SECTION_MISQUOTED] = cp_put_quoted,
	[CP_SECTION_QUESTIONS] = cp_put_questions,
	[CP_SECTION_UNANSWERED] = cp_put_unanswered,
	[CP_SECTION_TALK_PAST] = cp_put_talk_past,
	[CP_SECTION_TABLE] = cp_put_table,
	[CP_SECTION_STRUCTURE] = cp_put_structure,
	[CP_SECTION_SCHEMES] = cp_put_schemes,
	[CP_SECTION_FAULTS] = cp_put_faults,
	[CP_SECTION_PRO] = put_points_for,
	[CP_SECTION_CONTRA] = put_points_against,
	[CP_SECTION_CLASHES] = cp_put_exchanges,
	[CP_SECTION_GRANTED] = cp_put_granted,
	[CP_SECTION_QUOTATIONS] = cp_put_quotations,
	[CP_SECTION_MINORITY] = cp_put_minority,
	[CP_SECTION_BURDEN] = cp_put_burden,
	[CP_SECTION_UNTIED] = cp_put_untied,
	[CP_SECTION_PEOPLE] = cp_put_people,
	[CP_SECTION_DIGEST] = cp_put_digest,
	[CP_SECTION_METHOD] = cp_put_method,
};

const char *const cp_reader_names[CP_READERS] = {
	"anyone", "newcomer", "participant", "moderator", "teacher"};

/* What each is told, in its order: what is first is cut last. Every plan has the basis first,
 * and the points of both sides and of single voices somewhere. */
struct plan {
	size_t most_points;                   /* of a side */
	cp_section sections[CP_SECTIONS + 1]; /* ends with CP_SECTIONS */
};

static const struct plan of_nothing = {
	0, {CP_SECTION_BASIS, CP_SECTION_DIGEST, CP_SECTIONS}};

static const struct plan plans[CP_READERS] = {
	[CP_ANYONE] = {8,
		{CP_SECTION_BASIS, CP_SECTION_STATE, CP_SECTION_PRO, CP_SECTION_CONTRA,
			CP_SECTION_CLASHES, CP_SECTION_GRANTED, CP_SECTION_UNANSWERED,
			CP_SECTION_QUESTIONS, CP_SECTION_QUOTATIONS, CP_SECTION_MINORITY,
			CP_SECTION_BURDEN, CP_SECTION_UNTIED, CP_SECTION_PEOPLE,
			CP_SECTION_METHOD, CP_SECTIONS}},
	[CP_NEWCOMER] = {3,
		{CP_SECTION_BASIS, CP_SECTION_STATE, CP_SECTION_PRO, CP_SECTION_CONTRA,
			CP_SECTION_CLASHES, CP_SECTION_GRANTED, CP_SECTION_MINORITY,
			CP_SECTION_METHOD, CP_SECTIONS}},
	[CP_PARTICIPANT] = {3,
		{CP_SECTION_BASIS, CP_SECTION_REPLIES, CP_SECTION_AGAINST,
			CP_SECTION_GRANTS_TO, CP_SECTION_MISQUOTED, CP_SECTION_STATE,
			CP_SECTION_PRO, CP_SECTION_CONTRA, CP_SECTION_MINORITY,
			CP_SECTION_METHOD, CP_SECTIONS}},
	[CP_MODERATOR] = {2,
		{CP_SECTION_BASIS, CP_SECTION_QUESTIONS, CP_SECTION_UNANSWERED,
			CP_SECTION_TALK_PAST, CP_SECTION_UNTIED, CP_SECTION_TABLE,
			CP_SECTION_STATE, CP_SECTION_PRO, CP_SECTION_CONTRA,
			CP_SECTION_MINORITY, CP_SECTION_METHOD, CP_SECTIONS}},
	[CP_TEACHER] = {3,
		{CP_SECTION_BASIS, CP_SECTION_STATE, CP_SECTION_STRUCTURE,
			CP_SECTION_FAULTS, CP_SECTION_BURDEN, CP_SECTION_UNANSWERED,
			CP_SECTION_UNTIED, CP_SECTION_SCHEMES, CP_SECTION_PRO,
			CP_SECTION_CONTRA, CP_SECTION_CLASHES, CP_SECTION_MINORITY,
			CP_SECTION_QUOTATIONS, CP_SECTION_METHOD, CP_SECTIONS}},
};

static const size_t details[CP_LENGTHS] = {
	[CP_SHORT] = 0, [CP_MEDIUM] = 1, [CP_LONG] = CP_MOST_LISTED};

static bool has_section(const struct plan *plan, cp_section section)
{
	for (size_t i = 0; plan->sections[i] != CP_SECTIONS; i++)
		if (plan->sections[i] == section)
			return true;
	return false;
}

cp_prose *cp_summary_new(cp_arena *arena, const cp_graph *graph,
	const cp_summary_wish *wish, cp_diags *diags)
{
	const struct plan *plan =
		graph->annotation->items.len ? &plans[wish->reader] : &of_nothing;
	cp_prose *prose = CP_NEW(arena, cp_prose);
	prose->arena = arena;
	cp_writer writer;
	cp_writer_init(&writer, arena, graph, wish, prose);
	writer.detail = details[wish->length];
	writer.most_points = plan->most_points;
	writer.tells_clashes =
		wish->length == CP_LONG && has_section(plan, CP_SECTION_CLASHES);
	for (size_t i = 0; plan->sections[i] != CP_SECTIONS; i++) {
		prose->section = plan->sections[i];
		sections[prose->section](&writer);
	}
	cp_prose_shorten(prose, wish->length);
	cp_prose_note_balance(prose);
	cp_prose_recheck(arena, prose, graph, diags);
	return prose;
}

/* ---- Participants ---- */

static void list_names(cp_buf *out, const cp_graph *graph)
{
	enum { MOST = 12 };
	size_t listed = 0;
	for (size_t i = 0; i < graph->people_len; i++) {
		if (!graph->people[i].name.len || listed++ >= MOST)
			continue;
		cp_buf_printf(out, "%s%.*s", listed > 1 ? ", " : "",
			CP_FMT(graph->people[i].name));
	}
	if (listed > MOST)
		cp_buf_printf(out, " and %zu more", listed - MOST);
}

uint32_t cp_summary_participant(const cp_graph *graph, cp_str name, cp_diags *diags)
{
	cp_suggestion near = cp_suggestion_for(name);
	uint32_t person = cp_person_find(graph, name, &near);
	if (person != CP_NONE)
		return person;
	cp_buf names = {0};
	list_names(&names, graph);
	cp_diag *diag = cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
		"there is no speaker \"%.*s\"; the speakers are: %.*s", CP_FMT(name),
		CP_FMT(cp_buf_str(&names)));
	cp_buf_clear(&names);
	cp_suggestion_hint(diags, diag, &near);
	return CP_NONE;
}
