/* What is granted, what nobody answered, and what is quoted. */
#include "summary/sections.h"

enum { MOST_UNANSWERED = 8 };

static void heading_once(cp_writer *writer, bool *put, const char *text)
{
	if (*put)
		return;
	*put = true;
	cp_put_heading(writer, text);
}

static void begin_with(cp_writer *writer, const cp_person *person)
{
	cp_prose_begin(writer->prose, CP_ITEM);
	size_t mark = cp_prose_mark(writer->prose);
	cp_put_person(writer, person);
	cp_prose_capitalise(writer->prose, mark);
}

/* ---- Granted ---- */

static void put_concession(cp_writer *writer, const cp_grant *grant)
{
	const cp_graph *graph = writer->graph;
	uint32_t own = graph->claim_of[grant->item];
	begin_with(writer, cp_graph_person(graph, grant->item));
	cp_prose_printf(writer->prose, " grants that ");
	cp_put_cited(writer, grant->claim);
	if (graph->claims[own].uses.len) {
		cp_prose_printf(writer->prose, ", but holds that ");
		cp_put_claim(writer, own);
	}
	cp_cite_item(writer, grant->item);
	cp_prose_printf(writer->prose, ".");
}

static void put_conceded(cp_writer *writer, const cp_grant *grant)
{
	const cp_person *person = cp_graph_person(writer->graph, grant->item);
	begin_with(writer, person);
	if (person && person->side == CP_STANCE_PRO)
		cp_prose_printf(writer->prose, ", who is for the motion,");
	else if (person && person->side == CP_STANCE_CONTRA)
		cp_prose_printf(writer->prose, ", who is against the motion,");
	cp_prose_printf(writer->prose, " grants that ");
	cp_put_claim(writer, grant->claim);
	cp_cite_item(writer, grant->item);
	cp_prose_printf(writer->prose, ".");
}

static void put_dissent(cp_writer *writer, const cp_grant *grant)
{
	const cp_graph *graph = writer->graph;
	const cp_person *person = cp_graph_person(graph, grant->item);
	begin_with(writer, person);
	cp_prose_printf(writer->prose,
		person->side == CP_STANCE_PRO
			? ", though for the motion, does not accept from that side that "
			: ", though against the motion, does not accept from that side that ");
	cp_put_cited(writer, grant->claim);
	cp_prose_printf(writer->prose, ", and says that ");
	cp_put_claim(writer, graph->claim_of[grant->item]);
	cp_cite_item(writer, grant->item);
	cp_prose_printf(writer->prose, ".");
}

void cp_put_granted(cp_writer *writer)
{
	static void (*const put[])(cp_writer *, const cp_grant *) = {
		[CP_GRANT_ITEM] = put_conceded,
		[CP_GRANT_RELATION] = put_concession,
		[CP_GRANT_DISSENT] = put_dissent,
	};
	bool headed = false;
	for (size_t i = 0; i < writer->measures->grants.len; i++) {
		const cp_grant *grant = &writer->measures->grants.at[i];
		heading_once(writer, &headed, "What is granted");
		put[grant->kind](writer, grant);
	}
}

/* ---- Not answered ---- */

static void put_unanswered(
	cp_writer *writer, cp_stance side, bool had_time, const char *lead, bool *put)
{
	size_t count = 0;
	for (size_t i = 0; i < writer->measures->unanswered.len; i++) {
		const cp_open_point *point = &writer->measures->unanswered.at[i];
		if (writer->graph->claims[point->claim].stance != side
			|| (point->chance != CP_CHANCE_NONE) != had_time)
			continue;
		if (count++ == 0) {
			heading_once(writer, put, "What nobody answered");
			cp_prose_begin(writer->prose, CP_PARAGRAPH);
			writer->prose->blocks.at[writer->prose->blocks.len - 1].leads =
				true;
			cp_prose_printf(writer->prose, "%s", lead);
		}
		if (count > MOST_UNANSWERED)
			continue;
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_start_with_claimants(writer, point->claim);
		cp_prose_printf(writer->prose, ": ");
		cp_put_cited(writer, point->claim);
		cp_prose_printf(writer->prose, ".");
	}
	if (count > MOST_UNANSWERED) {
		cp_prose_begin(writer->prose, CP_ITEM);
		cp_prose_printf(writer->prose, "and %zu more", count - MOST_UNANSWERED);
	}
}

void cp_put_unanswered(cp_writer *writer)
{
	bool put = false;
	put_unanswered(writer, CP_STANCE_PRO, true,
		"Points for the motion that nobody takes up, "
		"though the other side writes later:",
		&put);
	put_unanswered(writer, CP_STANCE_CONTRA, true,
		"Points against the motion that nobody takes "
		"up, though the other side writes later:",
		&put);
	put_unanswered(writer, CP_STANCE_PRO, false,
		"Points for the motion after which nobody of "
		"the other side writes:",
		&put);
	put_unanswered(writer, CP_STANCE_CONTRA, false,
		"Points against the motion after which "
		"nobody of the other side writes:",
		&put);
}

/* ---- Quotations ---- */

static void put_purpose(cp_writer *writer, uint32_t index)
{
	const cp_graph *graph = writer->graph;
	const cp_item *item = &graph->annotation->items.at[index];
	static const char *const attitudes[CP_ATTITUDES] = {
		[CP_ENDORSED] = "with approval",
		[CP_OPPOSED] = "to take issue with it",
		[CP_CONCEDED] = "to grant it",
		[CP_REPORTED] = "to report it",
		[CP_IRONIC] = "in irony",
	};
	if (attitudes[item->attitude])
		cp_prose_printf(writer->prose, " %s", attitudes[item->attitude]);
	const cp_list *uses = &graph->claims[graph->claim_of[index]].uses;
	if (item->attitude == CP_ENDORSED && uses->len
		&& graph->steps[uses->at[0]].kind == CP_SUPPORTS) {
		cp_prose_printf(writer->prose, ", in support of the point that ");
		cp_put_claim(writer, graph->steps[uses->at[0]].target);
	}
}

static void put_fidelity(cp_writer *writer, const cp_item *item)
{
	static const char *const sentences[CP_FIDELITIES] = {
		[CP_FIDELITY_UNCHECKED] = " The original was not at hand to compare.",
		[CP_FIDELITY_EXACT] = " The words are those of the original.",
		[CP_FIDELITY_FOLDED] = " The words are those of the original; only the "
				       "typography differs.",
		[CP_FIDELITY_ELIDED] = " The words are those of the original, but for "
				       "what is marked.",
		[CP_FIDELITY_ALTERED] = " The words are altered: the original has “",
		[CP_FIDELITY_CUT] = " The words are those of the original, cut off from "
				    "others that turn their meaning.",
		[CP_FIDELITY_NOT_FOUND] = " The words were not found in the original.",
	};
	cp_prose_printf(writer->prose, "%s", sentences[item->fidelity]);
	if (item->fidelity == CP_FIDELITY_ALTERED)
		cp_prose_printf(writer->prose, "%.*s”.",
			CP_FMT(item->of_quote.len
					? item->of_quote
					: cp_item_original(
						writer->graph->annotation, item)));
}

static void put_quotation(cp_writer *writer, uint32_t index)
{
	const cp_graph *graph = writer->graph;
	const cp_item *item = &graph->annotation->items.at[index];
	begin_with(writer, cp_graph_person(graph, index));
	cp_prose_printf(writer->prose, " quotes ");
	cp_buf whom = {0};
	if (item->quoted_work != CP_NONE)
		cp_put_work(&whom, &graph->annotation->works.at[item->quoted_work]);
	else
		cp_buf_put(&whom, cp_quoted_name(graph, item));
	cp_prose_put(writer->prose, CP_RUN_TEXT, cp_buf_str(&whom));
	cp_buf_clear(&whom);
	if (item->quoted_comment != CP_NONE)
		cp_prose_cite(writer->prose,
			&graph->thread->comments.at[item->quoted_comment].id,
			&item->quoted_comment, 1);
	put_purpose(writer, index);
	cp_prose_printf(writer->prose, ": “%.*s”", CP_FMT(cp_item_words(item)));
	cp_cite_item(writer, index);
	cp_prose_printf(writer->prose, ".");
	put_fidelity(writer, item);
}

void cp_put_quotations(cp_writer *writer)
{
	bool put = false;
	for (uint32_t i = 0; i < writer->graph->annotation->items.len; i++)
		if (writer->graph->annotation->items.at[i].kind == CP_QUOTATION) {
			heading_once(writer, &put, "Quotations");
			put_quotation(writer, i);
		}
}
