/* The main points of each side, and those that one speaker alone makes. */
#include "summary/sections.h"

/* ---- What it is aimed at ---- */

/* The step by which a claim is a point: to the motion, or an attack; CP_NONE: a reason. */
static uint32_t find_aim(const cp_graph *graph, uint32_t claim)
{
	const cp_list *uses = &graph->claims[claim].uses;
	for (size_t i = 0; i < uses->len; i++) {
		const cp_step *step = &graph->steps[uses->at[i]];
		if (step->premises.at[0] == claim
			&& (cp_step_aim(graph, step) == CP_MOTION
				|| step->kind != CP_SUPPORTS))
			return uses->at[i];
	}
	return CP_NONE;
}

static const char *const plain[] = {"{who} argue{s}{that}{with}",
	"According to {who}, {claim}{with}", "{who} hold{s}{that}{with}", NULL};
static const char *const against[] = {"{who} argue{s}{that}{with}, against {other point}",
	"To {other point}, {who} object{s}{that}{with}",
	"Against {other point}, {who} argue{s}{that}{with}", NULL};
static const char *const beside[] = {
	"Without disputing{other that}, {who} hold{s}{that}{with}",
	"{who} do{es} not dispute{other that}, but hold{s}{that}{with}", NULL};

static void put_thesis(cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	uint32_t aim = find_aim(graph, claim);
	uint32_t other = aim == CP_NONE ? (uint32_t)CP_MOTION
					: cp_step_aim(graph, &graph->steps[aim]);
	const char *const *templates = other == CP_MOTION ? plain
		: graph->steps[aim].kind == CP_UNDERCUTS  ? beside
							  : against;
	cp_tell_open(writer, templates,
		CP_FACTS(.claim = claim, .other = other, .step = aim, .strong = true));
}

/* ---- Reasons ---- */

static void put_reason(cp_writer *writer, uint32_t step)
{
	uint32_t premise = writer->graph->steps[step].premises.at[0];
	cp_tell_part(writer, "{claim}{with}", CP_FACTS(.claim = premise, .step = step));
	if (cp_claim_is_unstated(writer->graph, premise))
		cp_prose_printf(writer->prose, " (unstated)");
}

static void put_own_reasons(cp_writer *writer, const uint32_t *steps, size_t count)
{
	static const char *const one[] = {
		"The reason given is", "As a reason it is said", NULL};
	static const char *const many[] = {
		"The reasons given are", "As reasons it is said", NULL};
	bool embeds = true;
	for (size_t i = 0; i < count; i++)
		embeds &= cp_claim_embeds(
			writer, writer->graph->steps[steps[i]].premises.at[0]);
	cp_tell_open(writer, count == 1 ? one : many, CP_FACTS(0));
	for (size_t i = 0; i < count; i++) {
		cp_prose_printf(writer->prose, "%s%s",
			i == 0                   ? embeds ? " " : ": "
				: i + 1 == count ? ", and "
						 : ", ",
			embeds ? "that " : "");
		put_reason(writer, steps[i]);
	}
}

static void put_support(cp_writer *writer, uint32_t step)
{
	static const char *const held[] = {"In support, {who} say{s}{that}{with}",
		"{who} support{s} the point by saying{that}{with}", NULL};
	static const char *const unstated[] = {
		"A reason that nobody states is{that}{with}", NULL};
	uint32_t premise = writer->graph->steps[step].premises.at[0];
	cp_tell_open(writer,
		cp_claim_is_unstated(writer->graph, premise) ? unstated : held,
		CP_FACTS(.claim = premise, .step = step));
}

static void put_reasons(cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	const cp_list *reasons = &graph->claims[claim].reasons;
	uint32_t own[CP_MOST_LISTED], others[CP_MOST_LISTED];
	size_t own_len = 0, others_len = 0;
	for (size_t i = 0; i < reasons->len; i++) {
		const cp_step *step = &graph->steps[reasons->at[i]];
		if (step->kind != CP_SUPPORTS || own_len + others_len >= writer->detail)
			continue;
		if (cp_is_claimant(
			    graph, cp_claim_maker(graph, step->premises.at[0]), claim))
			own[own_len++] = reasons->at[i];
		else
			others[others_len++] = reasons->at[i];
	}
	if (own_len) {
		cp_prose_end(writer->prose, ".");
		put_own_reasons(writer, own, own_len);
	}
	for (size_t i = 0; i < others_len; i++) {
		cp_prose_end(writer->prose, ".");
		put_support(writer, others[i]);
	}
}

/* ---- Answers ---- */

static void put_more_answers(cp_writer *writer, const uint32_t *steps, size_t count)
{
	uint32_t *items = CP_NEW_ARRAY(writer->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		items[i] = writer->graph->steps[steps[i]].item;
	cp_prose_end(writer->prose, ".");
	cp_prose_printf(writer->prose, count == 1 ? "There is " : "There are ");
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, count, "more answer", "more answers");
	cp_cite_items(writer, items, count);
}

static bool has_same_maker(const cp_graph *graph, const cp_step *a, const cp_step *b)
{
	uint32_t one = a->premises.at[0], other = b->premises.at[0];
	return cp_claim_maker(graph, one) == cp_claim_maker(graph, other)
		&& cp_claim_manner(graph, one) == CP_SAYS
		&& cp_claim_manner(graph, other) == CP_SAYS;
}

/* What one person answers in several ways is one sentence, and no contradiction. */
static void put_answer(cp_writer *writer, uint32_t claim, uint32_t index, uint32_t before)
{
	const cp_graph *graph = writer->graph;
	const cp_step *step = &graph->steps[index];
	const cp_facts *facts = CP_FACTS(.claim = step->premises.at[0], .step = index);
	if (before != CP_NONE && has_same_maker(graph, step, &graph->steps[before])) {
		cp_tell_part(writer, ", and add{s}{that}{with}", facts);
		return;
	}
	cp_prose_end(writer->prose, ".");
	cp_tell_open(writer, cp_answer_templates(writer, step, claim), facts);
}

/* Of a claim with which an exchange begins, the answers are told there. */
static bool begins_exchange(const cp_writer *writer, uint32_t claim)
{
	for (size_t i = 0; i < writer->exchanges.list.len; i++)
		if (writer->exchanges.list.at[i].moves.at[0].claim == claim)
			return writer->tells_clashes;
	return false;
}

static void put_answers(cp_writer *writer, uint32_t claim)
{
	cp_answers answers = cp_claim_answers(writer->arena, writer->graph, claim);
	size_t told =
		answers.steps.len < writer->detail ? answers.steps.len : writer->detail;
	uint32_t before = CP_NONE;
	for (size_t i = 0; i < told; i++) {
		put_answer(writer, claim, answers.steps.at[i], before);
		before = answers.steps.at[i];
	}
	if (told < answers.steps.len)
		put_more_answers(
			writer, answers.steps.at + told, answers.steps.len - told);
}

static const cp_open_point *find_open(const cp_measures *measures, uint32_t claim)
{
	for (size_t i = 0; i < measures->unanswered.len; i++)
		if (measures->unanswered.at[i].claim == claim)
			return &measures->unanswered.at[i];
	return NULL;
}

/* Right after the point, as what follows are its reasons. It need not be told again what is
 * not answered. */
static void put_silence(cp_writer *writer, uint32_t claim)
{
	enum { CLAUSES = 3 };
	static const char *const unheeded[CLAUSES] = {
		"nobody answers, though the other side writes later",
		"the other side writes later, but does not answer",
		"no answer is recorded, though the other side writes later"};
	static const char *const last[CLAUSES] = {
		"nobody of the other side writes after that",
		"after that, nobody of the other side writes",
		"nobody of the other side writes later"};
	static const char *const other[CLAUSES] = {"nobody answers the point",
		"the point goes unanswered", "no answer to the point is recorded"};
	if (writer->measures->claims[claim].answered
		|| cp_claim_answers(writer->arena, writer->graph, claim).steps.len)
		return;
	const cp_open_point *open = find_open(writer->measures, claim);
	const char *const *clauses = !open       ? other
		: open->chance == CP_CHANCE_NONE ? last
						 : unheeded;
	writer->silent[claim] = open != NULL;
	cp_prose_printf(writer->prose, "; %s", clauses[writer->turn % CLAUSES]);
}

static void tell_point(cp_writer *writer, uint32_t claim)
{
	bool elsewhere = begins_exchange(writer, claim);
	writer->told[claim] = true;
	cp_prose_begin(writer->prose, CP_ITEM);
	put_thesis(writer, claim);
	if (writer->detail) {
		put_silence(writer, claim);
		put_reasons(writer, claim);
		if (!elsewhere)
			put_answers(writer, claim);
	}
	cp_prose_end(writer->prose, ".");
	if (!elsewhere)
		return;
	cp_prose_printf(writer->prose, "For the answers, see where the sides clash");
	cp_prose_end_aside(writer->prose, ".");
}

void cp_put_points(cp_writer *writer, cp_stance side)
{
	const cp_key_points *points = &writer->measures->points[side];
	size_t told = points->list.len < writer->most_points ? points->list.len
							     : writer->most_points;
	if (!told)
		return;
	cp_put_heading(writer,
		side == CP_STANCE_PRO ? "The main points for the motion"
				      : "The main points against the motion");
	for (size_t i = 0; i < told; i++)
		tell_point(writer, points->list.at[i].claim);
	if (points->list.len == told)
		return;
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, points->list.len - told,
		"smaller point is on the map only", "smaller points are on the map only");
	cp_prose_end_aside(writer->prose, ".");
}

/* ---- Single voices ---- */

struct minorities {
	CP_ARRAY(uint32_t) list;
};

/* Those that were not told yet first: they are what a list by weight hides. */
static struct minorities find_minorities(cp_writer *writer)
{
	struct minorities found = {0};
	for (int told = 0; told < 2; told++)
		for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++) {
			const cp_key_points *points = &writer->measures->points[side];
			for (size_t i = 0; i < points->list.len; i++)
				if (points->list.at[i].minority
					&& writer->told[points->list.at[i].claim] == told)
					*cp_push(writer->arena, &found.list) =
						points->list.at[i].claim;
		}
	return found;
}

static size_t count_untold(const cp_writer *writer, const struct minorities *found)
{
	size_t count = 0;
	for (size_t i = 0; i < found->list.len; i++)
		count += !writer->told[found->list.at[i]];
	return count;
}

/* Of those listed from `first` on, what the same speaker raises is told together; it is taken
 * from the list. Gives how many these are. */
static size_t tell_minority(cp_writer *writer, struct minorities *found, size_t first)
{
	static const char *const one[] = {"{who} alone raise{s} the point",
		"Nobody but {who} raises the point", "By {who} alone it is said", NULL};
	static const char *const many[] = {"{who} alone raise{s} the points",
		"Nobody but {who} raises the points", "By {who} alone it is said", NULL};
	uint32_t claims[CP_MOST_LISTED], claim = found->list.at[first];
	size_t most = writer->detail ? writer->detail : 1, count = 0;
	uint32_t speaker = cp_claim_maker(writer->graph, claim);
	for (size_t i = first; i < found->list.len && count < most; i++) {
		uint32_t other = found->list.at[i];
		if (other == CP_NONE || cp_claim_maker(writer->graph, other) != speaker)
			continue;
		claims[count++] = other;
		found->list.at[i] = CP_NONE;
	}
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_tell_open(writer, count == 1 ? one : many, CP_FACTS(.claim = claim));
	cp_put_claims(writer, claims, count);
	cp_prose_end(writer->prose, ".");
	return count;
}

void cp_put_minority(cp_writer *writer)
{
	enum { MOST = 6 };
	struct minorities found = find_minorities(writer);
	size_t untold = count_untold(writer, &found), told = 0, items = 0;
	if (!found.list.len)
		return;
	found.list.len = untold ? untold : 1;
	cp_put_heading(writer, "Raised by one speaker alone");
	for (size_t i = 0; i < found.list.len && items < MOST; i++)
		if (found.list.at[i] != CP_NONE) {
			told += tell_minority(writer, &found, i);
			items++;
		}
	if (untold <= told)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, untold - told,
		"more point is raised by one speaker alone",
		"more points are raised by one speaker alone");
	cp_prose_end_aside(writer->prose, ".");
}
