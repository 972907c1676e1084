/* Who quotes whom, what for, and whether the words are those of the original. */
#include "summary/sections.h"

static const cp_item *item_at(const cp_writer *writer, uint32_t index)
{
	return &writer->graph->annotation->items.at[index];
}

/* ---- Fidelity ---- */

static const char *const faults[CP_FIDELITIES] = {
	[CP_FIDELITY_ALTERED] = "are altered",
	[CP_FIDELITY_CUT] = "are cut off from others that turn their meaning",
	[CP_FIDELITY_NOT_FOUND] = "were not found in the original",
};

void cp_tell_fidelity(cp_writer *writer, uint32_t index, bool told)
{
	const cp_item *item = item_at(writer, index);
	if (!faults[item->fidelity])
		return;
	cp_prose_printf(writer->prose, "The words ");
	if (told)
		cp_prose_rest_on_item(writer->prose, index);
	else
		cp_put_words(writer, index);
	cp_prose_printf(writer->prose, told ? "%s" : " %s", faults[item->fidelity]);
	cp_cite_item(writer, index);
	cp_str original = cp_prose_clean(
		writer->arena, cp_item_original(writer->graph->annotation, item));
	if (item->fidelity == CP_FIDELITY_ALTERED && original.len) {
		cp_prose_printf(writer->prose, ": the original has “");
		cp_prose_put(writer->prose, CP_RUN_ORIGINAL,
			cp_cut_words(writer->arena, original))
			->of = index;
		cp_prose_printf(writer->prose, "”");
		if (item->quoted_comment != CP_NONE)
			cp_cite_comment(writer, item->quoted_comment);
	}
	cp_prose_end(writer->prose, ".");
}

/* What is so of some of the quotations, or of all. */
static void put_share(
	cp_writer *writer, size_t count, bool all, const char *one, const char *many)
{
	if (all)
		cp_prose_printf(writer->prose, " %s", count == 1 ? one : many);
	else
		cp_put_count(writer, CP_COUNT_OWN, CP_NONE, count, one, many);
}

/* How many quotations are as their originals have them; all others are told apart. */
static void tell_faithful(cp_writer *writer, const uint32_t *items, size_t count)
{
	size_t faithful = 0, unchecked = 0;
	for (size_t i = 0; i < count; i++) {
		const cp_item *item = item_at(writer, items[i]);
		unchecked += item->fidelity == CP_FIDELITY_UNCHECKED;
		faithful += !faults[item->fidelity]
			&& item->fidelity != CP_FIDELITY_UNCHECKED;
	}
	bool alike = faithful == count || unchecked == count;
	if (!faithful && !unchecked)
		return;
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	cp_prose_printf(writer->prose, alike ? "The " : "Of ");
	cp_put_count(
		writer, CP_COUNT_ITEMS, CP_QUOTATION, count, "quotation", "quotations");
	cp_cite_items(writer, items, count);
	cp_prose_printf(writer->prose, alike ? "" : ", ");
	if (faithful)
		put_share(writer, faithful, alike, "has the words of the original",
			"have the words of the original");
	cp_prose_printf(writer->prose, faithful && unchecked ? ", and " : "");
	if (unchecked)
		put_share(writer, unchecked, alike,
			"was not compared, as the original was not at hand",
			"were not compared, as the originals were not at hand");
	cp_prose_end(writer->prose, ".");
}

/* ---- Quotations ---- */

/* Does the quotation belong to the one before it: the same words' owner, quoter and purpose? */
static bool goes_on(const cp_writer *writer, uint32_t before, uint32_t item)
{
	const cp_graph *graph = writer->graph;
	const cp_item *a = item_at(writer, before), *b = item_at(writer, item);
	return graph->person_of[before] == graph->person_of[item]
		&& a->attitude == b->attitude && a->comment == b->comment
		&& a->quoted_comment == b->quoted_comment
		&& a->quoted_work == b->quoted_work;
}

static void put_origin(cp_writer *writer, uint32_t index)
{
	const cp_graph *graph = writer->graph;
	const cp_item *item = item_at(writer, index);
	cp_buf work = {0};
	if (item->quoted_comment != CP_NONE
		&& graph->author_of[item->quoted_comment] == CP_NONE) {
		cp_prose_printf(writer->prose, "a text that is missing");
		cp_cite_comment(writer, item->quoted_comment);
		return;
	}
	if (item->quoted_comment != CP_NONE) {
		cp_put_person(writer, graph->author_of[item->quoted_comment],
			CP_IS_QUOTED, graph->claim_of[index]);
		cp_cite_comment(writer, item->quoted_comment);
		return;
	}
	if (item->quoted_work != CP_NONE)
		cp_put_work(&work, &graph->annotation->works.at[item->quoted_work]);
	cp_str name = cp_prose_clean(writer->arena, cp_buf_str(&work));
	cp_prose_put(writer->prose, CP_RUN_TEXT,
		name.len ? name : CP_LIT("an unknown source"));
	cp_buf_clear(&work);
}

static void put_purpose(cp_writer *writer, uint32_t index)
{
	static const char *const attitudes[CP_ATTITUDES] = {
		[CP_ENDORSED] = " with approval",
		[CP_OPPOSED] = " to take issue",
		[CP_CONCEDED] = " to grant the point",
		[CP_REPORTED] = " to report what was said",
		[CP_IRONIC] = " in irony",
	};
	const cp_graph *graph = writer->graph;
	const cp_item *item = item_at(writer, index);
	if (attitudes[item->attitude])
		cp_prose_printf(writer->prose, "%s", attitudes[item->attitude]);
	const cp_list *uses = &graph->claims[graph->claim_of[index]].uses;
	if (item->attitude != CP_ENDORSED || !uses->len
		|| graph->steps[uses->at[0]].kind != CP_SUPPORTS)
		return;
	uint32_t claim = graph->steps[uses->at[0]].target;
	cp_prose_rest_on_step(writer->prose, uses->at[0]);
	if (claim == CP_MOTION)
		cp_prose_printf(writer->prose, ", in support of the motion");
	else
		cp_tell_part(writer, ", in support of {point}", CP_FACTS(.claim = claim));
}

static void put_all_words(cp_writer *writer, const uint32_t *items, size_t count)
{
	size_t told = count <= CP_MOST_LISTED + 1 ? count : CP_MOST_LISTED;
	for (size_t i = 0; i < told; i++) {
		cp_put_separator(writer, i, told + (told < count));
		cp_put_words(writer, items[i]);
	}
	if (told == count)
		return;
	cp_put_separator(writer, told, told + 1);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, count - told, "other", "others");
}

static void put_quoter(cp_writer *writer, const char *template, uint32_t item)
{
	cp_tell_part(writer, template,
		CP_FACTS(.claim = writer->graph->claim_of[item],
			.person = writer->graph->person_of[item], .manner = CP_MENTIONS));
}

static void tell_quotations(cp_writer *writer, const uint32_t *items, size_t count)
{
	static const char *const templates[] = {
		"{person} quotes ", "The words of ", NULL};
	cp_prose_begin(writer->prose, CP_ITEM);
	const char *template = cp_take_turn(writer, templates,
		CP_FACTS(.person = writer->graph->person_of[items[0]]));
	if (template == templates[0]) {
		put_quoter(writer, template, items[0]);
		put_origin(writer, items[0]);
	} else {
		cp_prose_printf(writer->prose, "%s", template);
		put_origin(writer, items[0]);
		put_quoter(writer, " are quoted by {person}", items[0]);
	}
	put_purpose(writer, items[0]);
	cp_prose_printf(writer->prose, ": ");
	put_all_words(writer, items, count);
	cp_cite_item(writer, items[0]);
	cp_prose_end(writer->prose, ".");
	for (size_t i = 0; i < count; i++)
		cp_tell_fidelity(writer, items[i], count == 1);
}

void cp_put_quotations(cp_writer *writer)
{
	enum { MOST = 12 };
	const cp_graph *graph = writer->graph;
	CP_ARRAY(uint32_t) items = {0};
	for (uint32_t i = 0; i < graph->annotation->items.len; i++)
		if (item_at(writer, i)->kind == CP_QUOTATION
			&& graph->claim_of[i] != CP_NONE)
			*cp_push(writer->arena, &items) = i;
	if (!items.len)
		return;
	cp_put_heading(writer, "Quotations");
	tell_faithful(writer, items.at, items.len);
	size_t start = 0;
	for (size_t end, told = 0; start < items.len && told < MOST;
		start = end, told++) {
		end = start + 1;
		while (end < items.len && goes_on(writer, items.at[start], items.at[end]))
			end++;
		tell_quotations(writer, items.at + start, end - start);
	}
	if (start == items.len)
		return;
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, items.len - start,
		"more quotation is not told here", "more quotations are not told here");
	cp_prose_end_aside(writer->prose, ".");
}
