#include "diagram/label.h"

#include "graph/words.h"
#include "text/utf8.h"

#include <math.h>

enum {
	MOTION_WIDTH = 300,
	LEAST_WIDTH = 96,
	SLACK = 4, /* per cent, for fonts that are a little wider */
	MOST_BODY_LINES = 6,
	MOST_FOOT_LINES = 4,
};

const cp_type_style cp_type_styles[CP_TYPES] = {
	[CP_TYPE_HEAD] = {"head", 10, 14, true},
	[CP_TYPE_BODY] = {"body", 12, 15, false},
	[CP_TYPE_NAME] = {"body", 12, 15, true},
	[CP_TYPE_QUOTE] = {"quote", 12, 15, false},
	[CP_TYPE_FOOT] = {"foot", 9.5, 12.5, false},
	[CP_TYPE_MOTION] = {"motion", 15, 19, true},
	[CP_TYPE_COLUMN] = {"column", 13, 17, true},
	[CP_TYPE_STATUS] = {"status", 10, 15, true},
};

/* ---- The text of a box ---- */

/* The last line of a text that goes on, with an ellipsis that still fits. */
static cp_str cut_line(
	const cp_labels *labels, cp_str line, double width, const cp_type_style *style)
{
	cp_buf cut = {0};
	double rest = width - cp_text_width(CP_LIT(" …"), style->size, style->bold);
	cp_lines lines =
		cp_text_wrap(labels->arena, line, rest, style->size, style->bold, 1);
	cp_buf_printf(&cut, "%.*s …", CP_FMT(lines.list.at[0]));
	return cp_buf_settle(labels->arena, &cut);
}

static void add_lines(const cp_labels *labels, cp_box *box, cp_str text, cp_type type,
	double width, size_t max)
{
	const cp_type_style *style = &cp_type_styles[type];
	cp_lines lines =
		cp_text_wrap(labels->arena, text, width, style->size, style->bold, max);
	for (size_t i = 0; i < lines.list.len; i++) {
		cp_text_line line = {
			.text = lines.list.at[i], .type = type, .begins = i == 0};
		if (lines.cut && i + 1 == lines.list.len)
			line.text = cut_line(labels, line.text, width, style);
		line.width = cp_text_width(line.text, style->size, style->bold);
		*cp_push(labels->arena, &box->lines) = line;
	}
}

void cp_box_write(const cp_labels *labels, cp_box *box, cp_buf *text, cp_type type,
	double width, size_t max)
{
	/* The lines borrow from the text, so it moves to the arena. */
	if (text->len)
		add_lines(labels, box, cp_str_copy(labels->arena, cp_buf_str(text)), type,
			width, max);
	text->len = 0;
}

static cp_str comment_id(const cp_graph *graph, const cp_item *item)
{
	return item->comment == CP_NONE ? item->comment_id
					: graph->thread->comments.at[item->comment].id;
}

/* ---- How it stands ---- */

cp_standing cp_label_standing(const cp_labels *labels, uint32_t argument)
{
	const cp_evaluation *evaluation = labels->standing;
	if (!evaluation)
		return (cp_standing){.strength = NAN};
	return (cp_standing){
		.shown = true,
		.assumed =
			cp_evaluation_assumes(evaluation, argument) != CP_ASSUMED_NOTHING,
		.status = evaluation->statuses[argument],
		.strength = cp_evaluation_is_known(evaluation, argument)
			? evaluation->strengths.of[argument]
			: NAN,
	};
}

void cp_put_standing(cp_buf *out, const cp_standing *standing)
{
	if (!standing->shown)
		return;
	cp_buf_printf(out, "%s%s", standing->assumed ? "assumed: " : "",
		cp_status_names[standing->status]);
	if (isnan(standing->strength))
		return;
	cp_buf_putc(out, ' ');
	cp_put_strength(out, standing->strength);
}

void cp_box_write_standing(const cp_labels *labels, cp_box *box, uint32_t claim)
{
	cp_buf text = {0};
	box->standing = cp_label_standing(labels, claim);
	if (!box->standing.shown)
		return;
	cp_put_standing(&text, &box->standing);
	cp_box_write(labels, box, &text, CP_TYPE_STATUS, MOTION_WIDTH, 1);
	if (!isnan(box->standing.strength))
		box->lines.at[box->lines.len - 1].width +=
			CP_LEVEL_BAR + 2 * CP_LEVEL_GAP;
	cp_buf_clear(&text);
}

/* ---- What is in the small print ---- */

/* Who says it, and `separator` and where. */
void cp_put_head(
	cp_buf *out, const cp_graph *graph, uint32_t index, const char *separator)
{
	const cp_item *item = &graph->annotation->items.at[index];
	const cp_person *person = cp_graph_person(graph, index);
	if (item->implicit && !person) {
		cp_buf_puts(out, "unstated");
		return;
	}
	if (item->kind == CP_QUOTATION)
		cp_buf_printf(
			out, "%.*s, quoted by ", CP_FMT(cp_quoted_name(graph, item)));
	cp_buf_printf(out, "%.*s",
		CP_FMT(person && person->name.len ? person->name : CP_LIT("unnamed")));
	if (comment_id(graph, item).len)
		cp_buf_printf(out, "%s%.*s", separator, CP_FMT(comment_id(graph, item)));
}

/* "also Dom c5, c12; quoted by Andrew Suffield c4": the other items of the claim. */
static void put_others(cp_buf *out, const cp_graph *graph, const cp_claim *claim)
{
	uint32_t last = CP_NONE;
	bool last_quoted = false;
	for (size_t i = 0; i < claim->items.len; i++) {
		uint32_t index = claim->items.at[i];
		const cp_item *item = &graph->annotation->items.at[index];
		if (index == claim->item)
			continue;
		bool quoted = item->kind == CP_QUOTATION;
		bool same = last == graph->person_of[index] && quoted == last_quoted
			&& out->len;
		if (same)
			cp_buf_puts(out, ", ");
		else
			cp_buf_printf(out, "%s%s %.*s ", out->len ? "; " : "",
				quoted ? "quoted by" : "also",
				CP_FMT(cp_person_name(cp_graph_person(graph, index))));
		cp_buf_put(out, comment_id(graph, item));
		last = graph->person_of[index];
		last_quoted = quoted;
	}
}

/* "grants Mara c3": what somebody grants who says more as well. */
static void put_grants(cp_buf *out, const cp_labels *labels, const cp_claim *claim)
{
	const cp_graph *graph = labels->graph;
	const cp_annotation *annotation = graph->annotation;
	for (size_t i = 0; i < claim->items.len && claim->uses.len; i++) {
		uint32_t node = claim->items.at[i] + 1, at = labels->conceded[node - 1];
		for (; at < annotation->concessions.len
			&& annotation->concessions.at[at].by == node;
			at++) {
			uint32_t of = cp_claim_of_node(
				graph, annotation->concessions.at[at].of);
			if (of == CP_NONE)
				continue;
			cp_buf_puts(out, out->len ? ", " : "grants ");
			if (of == CP_MOTION)
				cp_buf_puts(out, "the motion");
			else
				cp_put_head(out, graph, graph->claims[of].item, " ");
		}
	}
}

/* What is wrong with the item's words, or else with the item; NULL: nothing is. */
static const char *fault_of(const cp_item *item)
{
	switch (item->anchor.state) {
	case CP_ANCHOR_LOST:
		return "words not found in the text";
	case CP_ANCHOR_AMBIGUOUS:
		return "words found in several places";
	case CP_ANCHOR_FUZZY:
		return "words found only nearly";
	default:
		return item->broken ? "has an error" : NULL;
	}
}

static void put_flags(cp_buf *out, const cp_item *item)
{
	const char *const flags[] = {
		cp_attitude_word(item),
		item->implicit ? "unstated" : NULL,
		fault_of(item),
		item->automatic ? "drafted, not confirmed" : NULL,
	};
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (flags[i])
			cp_buf_printf(out, "%s%s", out->len ? ", " : "", flags[i]);
}

/* "+7 below (4 for, 3 against), on page 2": what hangs below and is left out. */
static void write_folded(
	const cp_labels *labels, cp_box *box, const cp_claim *claim, double width)
{
	const uint32_t *folded = claim->folded;
	uint32_t other = folded[CP_STANCE_NONE] + folded[CP_STANCE_BOTH];
	uint32_t all = folded[CP_STANCE_PRO] + folded[CP_STANCE_CONTRA] + other;
	box->folded = all > 0;
	if (!all && !claim->page)
		return;
	cp_buf text = {0};
	if (all)
		cp_buf_printf(&text, "+%u below (%u for, %u against", (unsigned)all,
			(unsigned)folded[CP_STANCE_PRO],
			(unsigned)folded[CP_STANCE_CONTRA]);
	if (other)
		cp_buf_printf(&text, ", %u other", (unsigned)other);
	cp_buf_puts(&text, all ? ")" : "");
	if (claim->page)
		cp_buf_printf(
			&text, "%son page %u", all ? ", " : "", (unsigned)claim->page);
	size_t line = box->lines.len;
	cp_box_write(labels, box, &text, CP_TYPE_FOOT, width - CP_MORE_SIZE, 2);
	box->lines.at[line].more = all > 0;
	cp_buf_clear(&text);
}

/* What the claim says: its gist, or the words of the comment, or both. */
static void write_words(const cp_labels *labels, cp_box *box, const cp_claim *claim)
{
	const cp_item *item = &labels->graph->annotation->items.at[claim->item];
	bool words = box->quotation || claim->verbatim;
	bool quote = item->quote.len && !words && labels->wording != CP_WORDING_GIST;
	cp_buf text = {0};
	if (words)
		cp_buf_printf(&text, "“%.*s”", CP_FMT(cp_item_words(item)));
	else if (labels->wording != CP_WORDING_QUOTE || !quote)
		cp_buf_put(&text, claim->text);
	cp_box_write(labels, box, &text, words ? CP_TYPE_QUOTE : CP_TYPE_BODY,
		labels->width, MOST_BODY_LINES);
	if (quote)
		cp_buf_printf(&text, "“%.*s”",
			CP_FMT(cp_item_text(labels->graph->annotation, item)));
	cp_box_write(labels, box, &text, CP_TYPE_QUOTE, labels->width, MOST_BODY_LINES);
	cp_buf_clear(&text);
}

static void add_claim_lines(const cp_labels *labels, cp_box *box, const cp_claim *claim)
{
	const cp_graph *graph = labels->graph;
	const cp_item *item = &graph->annotation->items.at[claim->item];
	cp_buf text = {0};
	/* Spaces that keep the three together. */
	cp_put_head(&text, graph, claim->item, "\u00a0·\u00a0");
	cp_box_write(labels, box, &text, CP_TYPE_HEAD, labels->width, 2);
	box->quotation = item->kind == CP_QUOTATION;
	write_words(labels, box, claim);
	if (item->quoted_work != CP_NONE)
		cp_put_work(&text, &graph->annotation->works.at[item->quoted_work]);
	else if (item->quoted_comment != CP_NONE)
		cp_buf_printf(&text, "from %.*s", CP_FMT(item->of_comment));
	cp_box_write(labels, box, &text, CP_TYPE_FOOT, labels->width, 2);
	put_others(&text, graph, claim);
	cp_box_write(labels, box, &text, CP_TYPE_FOOT, labels->width, MOST_FOOT_LINES);
	put_grants(&text, labels, claim);
	cp_box_write(labels, box, &text, CP_TYPE_FOOT, labels->width, MOST_FOOT_LINES);
	put_flags(&text, item);
	cp_box_write(labels, box, &text, CP_TYPE_FOOT, labels->width, 2);
	write_folded(labels, box, claim, labels->width);
	cp_buf_clear(&text);
}

/* The least width at which the motion takes no more lines, so that they are about even. */
static double even_width(const cp_labels *labels, cp_str motion)
{
	enum { STEP = 15 };
	const cp_type_style *style = &cp_type_styles[CP_TYPE_MOTION];
	double width = MOTION_WIDTH;
	size_t lines = cp_text_wrap(
		labels->arena, motion, width, style->size, style->bold, MOST_BODY_LINES)
			       .list.len;
	while (width - STEP > LEAST_WIDTH
		&& cp_text_wrap(labels->arena, motion, width - STEP, style->size,
			   style->bold, MOST_BODY_LINES + 1)
				.list.len
			== lines)
		width -= STEP;
	return width;
}

static void add_motion_lines(const cp_labels *labels, cp_box *box, const cp_claim *claim)
{
	cp_buf text = {0};
	add_lines(labels, box, CP_LIT("MOTION"), CP_TYPE_HEAD, MOTION_WIDTH, 1);
	cp_str motion = claim->text.len ? claim->text : CP_LIT("(no motion)");
	add_lines(labels, box, motion, CP_TYPE_MOTION, even_width(labels, motion),
		MOST_BODY_LINES);
	put_others(&text, labels->graph, claim);
	cp_box_write(labels, box, &text, CP_TYPE_FOOT, MOTION_WIDTH, MOST_FOOT_LINES);
	write_folded(labels, box, claim, MOTION_WIDTH);
	cp_buf_clear(&text);
}

void cp_box_size(const cp_labels *labels, cp_box *box)
{
	double width = labels->even && !box->motion ? labels->width : 0, height = 0;
	for (size_t i = 0; i < box->lines.len; i++) {
		double line = box->lines.at[i].width
			+ (box->lines.at[i].more ? CP_MORE_SIZE : 0);
		width = line > width ? line : width;
		height += cp_type_styles[box->lines.at[i].type].leading;
	}
	width = width * (100 + SLACK) / 100 + 2 * CP_BOX_PAD_X
		+ (box->motion ? 0 : CP_BOX_BAR);
	box->width = width < LEAST_WIDTH ? LEAST_WIDTH : width;
	box->height = height + 2 * CP_BOX_PAD_Y;
}

/* ---- The same in words, for those who do not see the map ---- */

static void put_title(cp_buf *out, const cp_graph *graph, const cp_claim *claim)
{
	if (claim->item == CP_NONE) {
		cp_buf_printf(out, "Motion: %.*s", CP_FMT(claim->text));
		return;
	}
	const cp_item *item = &graph->annotation->items.at[claim->item];
	static const char *const sides[] = {
		"", ", for the motion", ", against the motion", ", on both sides"};
	cp_buf_printf(out, "%s",
		item->kind == CP_QUOTATION          ? "Quotation"
			: item->kind == CP_REBUTTAL ? "Rebuttal"
						    : "Claim");
	cp_buf_puts(out, sides[claim->stance]);
	cp_buf_puts(out, item->automatic ? ", drafted and not confirmed, " : ", ");
	cp_put_head(out, graph, claim->item, " in ");
	cp_buf_puts(out, item->kind == CP_QUOTATION ? ": “" : ": ");
	cp_buf_put(out, item->kind == CP_QUOTATION ? cp_item_words(item) : claim->text);
	if (item->kind == CP_QUOTATION)
		cp_buf_puts(out, "”");
}

static void put_description(cp_buf *out, const cp_graph *graph, const cp_claim *claim)
{
	size_t counts[CP_RELATION_KINDS] = {0};
	for (size_t i = 0; i < claim->reasons.len; i++)
		counts[graph->steps[claim->reasons.at[i]].kind]++;
	for (size_t i = 0; i < claim->uses.len; i++)
		counts[CP_UNDERCUTS] += graph->steps[claim->uses.at[i]].undercuts.len;
	static const char *const nouns[][2] = {{"reason for it", "reasons for it"},
		{"rebuttal", "rebuttals"},
		{"undercut of its step", "undercuts of its steps"}};
	size_t total = 0;
	for (size_t kind = 0; kind < 3; kind++)
		if (counts[kind]) {
			cp_buf_printf(out, "%s%zu %s", total ? ", " : "", counts[kind],
				nouns[kind][counts[kind] > 1]);
			total += counts[kind];
		}
	/* Of a part, what bears on it may be left out. */
	cp_buf_puts(out, total ? "." : graph->shown ? "" : "Nothing bears on it.");
	const cp_item *item =
		claim->item == CP_NONE ? NULL : &graph->annotation->items.at[claim->item];
	if (item && item->kind != CP_QUOTATION && item->quote.len)
		cp_buf_printf(out, "%sIn the words of the comment: “%.*s”",
			out->len ? " " : "",
			CP_FMT(cp_item_text(graph->annotation, item)));
}

static cp_str in_words(const cp_labels *labels, const cp_claim *claim,
	void (*put)(cp_buf *out, const cp_graph *graph, const cp_claim *claim))
{
	cp_buf text = {0};
	put(&text, labels->graph, claim);
	return cp_buf_settle(labels->arena, &text);
}

/* A title, with how it stands: "Claim, … : … (defeated 0.41)". */
static cp_str title_of(const cp_labels *labels, uint32_t index)
{
	cp_buf text = {0};
	cp_standing standing = cp_label_standing(labels, index);
	put_title(&text, labels->graph, &labels->graph->claims[index]);
	if (standing.shown) {
		cp_buf_puts(&text, " (");
		cp_put_standing(&text, &standing);
		cp_buf_putc(&text, ')');
	}
	return cp_buf_settle(labels->arena, &text);
}

static void put_short(cp_buf *out, const cp_graph *graph, uint32_t claim)
{
	enum { MOST = 160 }; /* bytes; a title names, it does not quote */
	cp_str text = graph->claims[claim].text, shown = cp_utf8_head(text, MOST);
	cp_buf_printf(out, "“%.*s%s”", CP_FMT(shown), shown.len < text.len ? " …" : "");
}

/* "; this step is defeated". */
static void put_step_standing(cp_buf *out, const cp_labels *labels, const cp_step *step)
{
	static const char *const words[CP_STATUSES] = {"; this step stands",
		"; this step is defeated", "; this step is unresolved",
		"; this step is not asserted"};
	uint32_t argument = (uint32_t)(labels->graph->claims_len
		+ (size_t)(step - labels->graph->steps));
	cp_standing standing = cp_label_standing(labels, argument);
	if (standing.shown)
		cp_buf_printf(out, "%s%s", words[standing.status],
			standing.assumed ? ", as is assumed" : "");
}

cp_str cp_label_step(const cp_labels *labels, const cp_step *step)
{
	const cp_graph *graph = labels->graph;
	cp_buf text = {0};
	cp_buf_printf(&text,
		"%.*s: ", CP_FMT(cp_person_name(cp_graph_person(graph, step->item))));
	for (size_t i = 0; i < step->premises.len; i++) {
		cp_buf_puts(&text, i == 0 ? "" : " together with ");
		put_short(&text, graph, step->premises.at[i]);
	}
	cp_buf_printf(&text, " %s ", cp_step_verb(step));
	if (step->kind == CP_UNDERCUTS) {
		const cp_step *attacked = &graph->steps[step->target];
		cp_buf_puts(&text, "the step from ");
		put_short(&text, graph, attacked->premises.at[0]);
		cp_buf_puts(&text, " to ");
		put_short(&text, graph, cp_step_aim(graph, attacked));
	} else {
		put_short(&text, graph, step->target);
	}
	if (step->said->scheme.len)
		cp_buf_printf(&text, " (scheme: %.*s)", CP_FMT(step->said->scheme));
	put_step_standing(&text, labels, step);
	return cp_buf_settle(labels->arena, &text);
}

cp_str cp_label_grant(const cp_labels *labels, uint32_t item, uint32_t by, uint32_t of)
{
	const cp_graph *graph = labels->graph;
	cp_buf text = {0};
	cp_buf_printf(&text, "%.*s, saying ",
		CP_FMT(cp_person_name(cp_graph_person(graph, item))));
	put_short(&text, graph, by);
	cp_buf_puts(&text, ", grants that ");
	put_short(&text, graph, of);
	return cp_buf_settle(labels->arena, &text);
}

/* ---- The whole ---- */

/* Concessions stand in the order of the items that make them. */
static void find_conceded(const cp_labels *labels)
{
	const cp_annotation *annotation = labels->graph->annotation;
	uint32_t count = (uint32_t)annotation->concessions.len;
	for (size_t i = 0; i < annotation->items.len; i++)
		labels->conceded[i] = count;
	for (uint32_t i = count; i-- > 0;)
		labels->conceded[annotation->concessions.at[i].by - 1] = i;
}

cp_labels cp_labels_new(
	cp_arena *arena, const cp_graph *graph, const cp_look *look, double width)
{
	static const cp_look usual;
	look = look ? look : &usual;
	cp_labels labels = {.arena = arena,
		.graph = graph,
		.conceded = CP_NEW_ARRAY(arena, uint32_t, graph->annotation->items.len),
		.items = cp_items_of_comments(arena, graph),
		.wording = look->wording,
		.standing = look->standing,
		.width = look->width > 0 ? look->width : width};
	find_conceded(&labels);
	return labels;
}

cp_box cp_label_claim(const cp_labels *labels, uint32_t index)
{
	const cp_claim *claim = &labels->graph->claims[index];
	cp_box box = {
		.kind = CP_BOX_CLAIM,
		.subject = index,
		.parent = CP_NONE,
		.stance = claim->stance,
		.motion = index == CP_MOTION,
		.broken = claim->broken,
		.title = title_of(labels, index),
		.description = in_words(labels, claim, put_description),
	};
	if (box.motion) {
		add_motion_lines(labels, &box, claim);
	} else {
		const cp_item *item = &labels->graph->annotation->items.at[claim->item];
		box.implicit = item->implicit;
		box.automatic = item->automatic;
		add_claim_lines(labels, &box, claim);
	}
	cp_box_write_standing(labels, &box, index);
	cp_box_size(labels, &box);
	return box;
}
