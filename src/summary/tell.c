/* Sentences by templates: what the slots are, and which template is next. */
#include "summary/wording.h"

#include <assert.h>

/* ---- Slots ---- */

static void put_cited(cp_writer *writer, uint32_t claim, bool strong)
{
	if (strong)
		cp_put_thesis(writer, claim);
	else
		cp_put_claim(writer, claim);
	cp_cite_claim(writer, claim);
}

static void put_that(cp_writer *writer, uint32_t claim, bool strong)
{
	cp_prose_printf(writer->prose, cp_claim_embeds(writer, claim) ? " that " : ": ");
	put_cited(writer, claim, strong);
}

static void put_point(cp_writer *writer, uint32_t claim)
{
	cp_prose_printf(writer->prose,
		cp_claim_embeds(writer, claim) ? "the point that " : "the point ");
	put_cited(writer, claim, false);
}

static void fill_who(cp_writer *writer, const cp_facts *facts)
{
	cp_put_claimants(writer, facts->claim);
}

static void fill_whose(cp_writer *writer, const cp_facts *facts)
{
	cp_put_claimants(writer, facts->claim);
	cp_prose_printf(writer->prose, "’s");
}

static void fill_other_who(cp_writer *writer, const cp_facts *facts)
{
	cp_put_claimants(writer, facts->other);
}

static void fill_person(cp_writer *writer, const cp_facts *facts)
{
	cp_put_person(writer, facts->person, facts->manner, facts->claim);
}

static void fill_that(cp_writer *writer, const cp_facts *facts)
{
	put_that(writer, facts->claim, facts->strong);
}

static void fill_claim(cp_writer *writer, const cp_facts *facts)
{
	put_cited(writer, facts->claim, facts->strong);
}

static void fill_point(cp_writer *writer, const cp_facts *facts)
{
	put_point(writer, facts->claim);
}

static void fill_other_that(cp_writer *writer, const cp_facts *facts)
{
	put_that(writer, facts->other, false);
}

static void fill_other(cp_writer *writer, const cp_facts *facts)
{
	put_cited(writer, facts->other, false);
}

static void fill_other_point(cp_writer *writer, const cp_facts *facts)
{
	put_point(writer, facts->other);
}

/* Linked premises are said together: they are reasons only so. */
static void fill_with(cp_writer *writer, const cp_facts *facts)
{
	if (facts->step == CP_NONE)
		return;
	const cp_step *step = &writer->graph->steps[facts->step];
	cp_prose_rest_on_step(writer->prose, facts->step);
	for (size_t i = 0; i < step->premises.len; i++) {
		uint32_t premise = step->premises.at[i];
		if (premise == facts->claim)
			continue;
		cp_prose_printf(writer->prose,
			cp_claim_is_unstated(writer->graph, premise)
				? ", together with what goes unstated,"
				: ", together with ");
		if (cp_claim_is_unstated(writer->graph, premise))
			put_that(writer, premise, false);
		else
			put_point(writer, premise);
	}
}

static void put_ending(cp_writer *writer, const char *one, const char *several)
{
	cp_prose_printf(writer->prose, "%s", writer->several ? several : one);
}

static void fill_s(cp_writer *writer, const cp_facts *facts)
{
	(void)facts;
	put_ending(writer, "s", "");
}

static void fill_es(cp_writer *writer, const cp_facts *facts)
{
	(void)facts;
	put_ending(writer, "es", "");
}

static void fill_ies(cp_writer *writer, const cp_facts *facts)
{
	(void)facts;
	put_ending(writer, "ies", "y");
}

static void fill_is(cp_writer *writer, const cp_facts *facts)
{
	(void)facts;
	put_ending(writer, "is", "are");
}

static void fill_have(cp_writer *writer, const cp_facts *facts)
{
	(void)facts;
	put_ending(writer, "has", "have");
}

static const struct slot {
	const char *name;
	void (*fill)(cp_writer *writer, const cp_facts *facts);
} slots[] = {
	{"who", fill_who},
	{"whose", fill_whose},
	{"other who", fill_other_who},
	{"person", fill_person},
	{"that", fill_that},
	{"claim", fill_claim},
	{"point", fill_point},
	{"other that", fill_other_that},
	{"other", fill_other},
	{"other point", fill_other_point},
	{"with", fill_with},
	{"s", fill_s},
	{"es", fill_es},
	{"ies", fill_ies},
	{"is", fill_is},
	{"have", fill_have},
};

static const struct slot *slot_named(cp_str name)
{
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
		if (cp_str_is(name, slots[i].name))
			return &slots[i];
	return NULL;
}

/* ---- Templates ---- */

void cp_tell_part(cp_writer *writer, const char *template, const cp_facts *facts)
{
	while (*template) {
		size_t len = strcspn(template, "{");
		if (len)
			cp_prose_printf(writer->prose, "%.*s", (int)len, template);
		template += len;
		if (!*template)
			return;
		size_t name = strcspn(++template, "}");
		const struct slot *slot = slot_named((cp_str){template, name});
		assert(slot);
		slot->fill(writer, facts);
		template += name + 1;
	}
}

static cp_str first_word(cp_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr(" ,:.{", text.at[i]))
			return cp_str_part(text, 0, i);
	return text;
}

/* The word that a sentence by this template would begin with; none where that is a claim's. */
static cp_str opening_of(cp_writer *writer, const char *template, const cp_facts *facts)
{
	if (*template != '{')
		return first_word(cp_str_of(template));
	uint32_t person = strncmp(template, "{person}", 8) == 0 ? facts->person
		: strncmp(template, "{who", 4) == 0
		? cp_claim_maker(writer->graph, facts->claim)
		: CP_NONE;
	if (person == CP_NONE)
		return strncmp(template, "{who", 4) ? (cp_str){0} : CP_LIT("The");
	cp_str name = cp_prose_clean(writer->arena, writer->graph->people[person].name);
	return name.len ? first_word(name) : CP_LIT("An");
}

static bool would_repeat(cp_writer *writer, const char *template, const cp_facts *facts)
{
	cp_str opening = opening_of(writer, template, facts);
	const cp_str *last = writer->prose->openings;
	return opening.len && cp_str_eq(last[0], opening) && cp_str_eq(last[1], opening);
}

const char *cp_take_turn(
	cp_writer *writer, const char *const templates[], const cp_facts *facts)
{
	size_t count = 0;
	while (templates[count])
		count++;
	size_t turn = writer->turn++;
	for (size_t i = 0; i < count; i++)
		if (!would_repeat(writer, templates[(turn + i) % count], facts))
			return templates[(turn + i) % count];
	return templates[turn % count];
}

void cp_tell_open(cp_writer *writer, const char *const templates[], const cp_facts *facts)
{
	cp_tell_part(writer, cp_take_turn(writer, templates, facts), facts);
}

void cp_tell(cp_writer *writer, const char *const templates[], const cp_facts *facts)
{
	cp_tell_open(writer, templates, facts);
	cp_prose_end(writer->prose, ".");
}

/* ---- Lists ---- */

void cp_put_claims(cp_writer *writer, const uint32_t *claims, size_t count)
{
	size_t told = count <= CP_MOST_LISTED + 1 ? count : CP_MOST_LISTED;
	for (size_t i = 0; i < told; i++) {
		bool embeds = cp_claim_embeds(writer, claims[i]);
		cp_put_separator(writer, i, told);
		cp_prose_printf(writer->prose, "%s%s",
			i                ? ""
				: embeds ? " "
					 : ": ",
			embeds ? "that " : "");
		put_cited(writer, claims[i], false);
	}
	if (told == count)
		return;
	cp_prose_printf(writer->prose, " (and ");
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, count - told, "more", "more");
	cp_prose_printf(writer->prose, ")");
}

/* ---- Answers ---- */

static const char *const replies[] = {"{who} repl{ies}{that}{with}",
	"In reply, {who} say{s}{that}{with}", "{who} object{s}{that}{with}", NULL};
static const char *const undercuts[] = {
	"{who} do{es} not dispute the point, but answer{s}{that}{with}",
	"Without disputing the point, {who} answer{s}{that}{with}", NULL};
static const char *const grants[] = {"{who} grant{s}{that}{with}",
	"Against the point, {who} grant{s}{that}{with}", NULL};
static const char *const own[] = {"{who} also say{s}, on the other side,{that}{with}",
	"At the same time, {who} say{s}, on the other side,{that}{with}", NULL};
static const char *const mentions[] = {
	"{who} bring{s} up, without holding it,{that}{with}",
	"Without holding it, {who} bring{s} up{that}{with}", NULL};

const char *const *cp_answer_templates(
	const cp_writer *writer, const cp_step *step, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	uint32_t premise = step->premises.at[0];
	cp_manner manner = cp_claim_manner(graph, premise);
	bool same = cp_is_claimant(graph, cp_claim_maker(graph, premise), claim);
	return manner == CP_GRANTS           ? grants
		: manner != CP_SAYS          ? mentions
		: same                       ? own
		: step->kind == CP_UNDERCUTS ? undercuts
					     : replies;
}
