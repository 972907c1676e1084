#include "diagram/page_data.h"

#include "graph/lists.h"
#include "graph/words.h"
#include "text/utf8.h"
#include "text/xml.h"

/* Deeper than this, the outline goes on at the same margin: what each claim bears on is said
 * in words as well. */
enum { MOST_DEPTH = 10 };

struct entry {
	uint32_t claim;
	unsigned depth;
};

struct outline {
	cp_arena *arena;
	cp_buf *out;
	const cp_graph *graph;
	bool *told;             /* of each claim */
	struct cp_lists grants; /* of each claim: the concessions that it makes */
	unsigned open;
	CP_ARRAY(struct entry) waiting;
};

static void put_link(struct outline *outline, uint32_t claim, size_t most)
{
	cp_str text = outline->graph->claims[claim].text,
	       shown = cp_utf8_head(text, most);
	cp_buf_printf(outline->out, "“<a href=\"#claim-%u\">", (unsigned)claim);
	cp_buf_put_xml(outline->out, shown);
	cp_buf_puts(outline->out, shown.len < text.len ? " …</a>”" : "</a>”");
}

static void put_claim_link(struct outline *outline, uint32_t claim)
{
	enum { MOST = 160 }; /* bytes; a name, where the claim itself stands elsewhere */
	put_link(outline, claim, MOST);
}

static void put_speakers(struct outline *outline, const cp_claim *claim)
{
	const cp_graph *graph = outline->graph;
	for (size_t i = 0; i < claim->items.len; i++) {
		const cp_item *item = &graph->annotation->items.at[claim->items.at[i]];
		const cp_person *person = cp_graph_person(graph, claim->items.at[i]);
		cp_buf_puts(outline->out, i ? "; " : " — ");
		if (item->kind == CP_QUOTATION) {
			cp_buf_put_xml(outline->out, cp_quoted_name(graph, item));
			cp_buf_puts(outline->out, ", quoted by ");
		}
		cp_buf_put_xml(outline->out,
			item->implicit && !person ? CP_LIT("unstated")
						  : cp_person_name(person));
		if (item->comment == CP_NONE)
			continue;
		cp_buf_putc(outline->out, ' ');
		cp_buf_put_xml(
			outline->out, graph->thread->comments.at[item->comment].id);
	}
}

/* What a step bears on, unless it is the claim above. */
static void put_step(struct outline *outline, uint32_t index, uint32_t claim)
{
	const cp_graph *graph = outline->graph;
	const cp_step *step = &graph->steps[index];
	cp_buf_printf(outline->out, "%s ", cp_step_verb(step));
	if (step->kind == CP_UNDERCUTS) {
		cp_buf_puts(outline->out, "the step from ");
		put_claim_link(outline, graph->steps[step->target].premises.at[0]);
		const cp_step *attacked = &graph->steps[step->target];
		if (attacked->kind != CP_UNDERCUTS) {
			cp_buf_puts(outline->out, " to ");
			put_claim_link(outline, attacked->target);
		}
	} else {
		put_claim_link(outline, step->target);
	}
	for (size_t i = 0, told = 0; i < step->premises.len; i++) {
		if (step->premises.at[i] == claim)
			continue;
		cp_buf_puts(outline->out, told++ ? ", " : ", together with ");
		put_claim_link(outline, step->premises.at[i]);
	}
}

static void put_ties(struct outline *outline, uint32_t index)
{
	const cp_graph *graph = outline->graph;
	cp_list uses = graph->claims[index].uses;
	cp_list grants = cp_lists_of(&outline->grants, index);
	if (!uses.len && !grants.len)
		return;
	cp_buf_puts(outline->out, "<br><small>");
	for (size_t i = 0; i < uses.len; i++) {
		cp_buf_puts(outline->out, i ? "; " : "");
		put_step(outline, uses.at[i], index);
	}
	for (size_t i = 0; i < grants.len; i++) {
		uint32_t of = graph->annotation->concessions.at[grants.at[i]].of;
		cp_buf_puts(outline->out, i || uses.len ? "; grants " : "grants ");
		put_claim_link(outline, cp_claim_of_node(graph, of));
	}
	cp_buf_puts(outline->out, "</small>");
}

static void put_entry(struct outline *outline, const struct entry *entry)
{
	static const char *const sides[] = {
		"", "For the motion", "Against the motion", "On both sides"};
	const cp_claim *claim = &outline->graph->claims[entry->claim];
	while (outline->open > entry->depth + 1) {
		cp_buf_puts(outline->out, "</li></ul>\n");
		outline->open--;
	}
	cp_buf_puts(outline->out,
		outline->open == entry->depth + 1 ? "</li>\n<li>" : "\n<ul><li>");
	outline->open = entry->depth + 1;
	cp_buf_printf(outline->out, "<strong>%s</strong> ",
		entry->claim == CP_MOTION ? "Motion" : sides[claim->stance]);
	put_link(outline, entry->claim, SIZE_MAX);
	put_speakers(outline, claim);
	put_ties(outline, entry->claim);
}

static void wait_for_step(struct outline *outline, uint32_t index, unsigned depth)
{
	cp_list premises = outline->graph->steps[index].premises;
	for (size_t i = premises.len; i-- > 0;)
		*cp_push(outline->arena, &outline->waiting) =
			(struct entry){premises.at[i], depth};
}

/* Last first, so that the first comes off the stack first. */
static void wait_for_reasons(struct outline *outline, const struct entry *entry)
{
	const cp_claim *claim = &outline->graph->claims[entry->claim];
	unsigned depth = entry->depth + (entry->depth + 1 < MOST_DEPTH);
	for (size_t i = claim->uses.len; i-- > 0;) {
		cp_list undercuts = outline->graph->steps[claim->uses.at[i]].undercuts;
		for (size_t j = undercuts.len; j-- > 0;)
			wait_for_step(outline, undercuts.at[j], depth);
	}
	for (size_t i = claim->reasons.len; i-- > 0;)
		wait_for_step(outline, claim->reasons.at[i], depth);
}

static void put_from(struct outline *outline, uint32_t claim)
{
	*cp_push(outline->arena, &outline->waiting) = (struct entry){claim, 0};
	while (outline->waiting.len) {
		struct entry entry = outline->waiting.at[--outline->waiting.len];
		if (outline->told[entry.claim])
			continue;
		outline->told[entry.claim] = true;
		put_entry(outline, &entry);
		wait_for_reasons(outline, &entry);
	}
}

static void find_grants(struct outline *outline)
{
	const cp_graph *graph = outline->graph;
	const cp_annotation *annotation = graph->annotation;
	outline->grants = cp_lists_new(outline->arena, graph->claims_len);
	for (size_t i = 0; i < annotation->concessions.len; i++)
		cp_lists_count(&outline->grants,
			cp_claim_of_node(graph, annotation->concessions.at[i].by));
	cp_lists_ready(outline->arena, &outline->grants, graph->claims_len);
	for (uint32_t i = 0; i < annotation->concessions.len; i++)
		cp_lists_add(&outline->grants,
			cp_claim_of_node(graph, annotation->concessions.at[i].by), i);
}

void cp_page_write_outline(cp_buf *out, const cp_graph *graph)
{
	cp_arena arena = {0};
	struct outline outline = {.arena = &arena,
		.out = out,
		.graph = graph,
		.told = CP_NEW_ARRAY(&arena, bool, graph->claims_len)};
	find_grants(&outline);
	for (uint32_t i = 0; i < graph->claims_len; i++)
		put_from(&outline, i);
	for (; outline.open; outline.open--)
		cp_buf_puts(out, "</li></ul>\n");
	cp_arena_clear(&arena);
}
