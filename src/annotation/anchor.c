/* Anchoring: where an item's quote stands in its comment.
 *
 * First to the letter, then folded. Where the words stand more than once, `start`, `prefix`
 * and `suffix` tell the places apart, as in the selectors of the W3C Web Annotation Data
 * Model (2017), section 4.2. Where nothing fits to the letter, as after the text was edited,
 * places are weighed against each other: the best is taken, and reported, if it is good enough
 * and well ahead of the next. Otherwise the anchor is ambiguous or lost, and nothing is
 * guessed: a look-alike is worse than no place. */
#include "annotation/anchor.h"

#include "text/utf8.h"

#include <math.h>

enum {
	MOST_CONTEXT = 256, /* bytes of `prefix` and `suffix` that are compared */
	MOST_WEIGHED = 64,  /* places; where there are more, the words say too little */
	SHORT = 16,         /* code points: words so few may stand anywhere … */
	SHORTEST = 8,       /* … and so few are like others by chance */
};

/* A place that is taken answers to three quarters of what the item says, its words are two
 * thirds those of the quote, and the next best place is behind it by more than one word in
 * a sentence makes out. */
static const double least_score = 0.75, least_likeness = 2.0 / 3, least_margin = 0.15;

/* ---- Telling places apart ---- */

static cp_str context_of(const cp_item *item, bool before)
{
	return before ? cp_utf8_tail(item->prefix, MOST_CONTEXT)
		      : cp_utf8_head(item->suffix, MOST_CONTEXT);
}

static cp_str text_beside(
	const cp_search *search, const cp_item *item, cp_span span, bool before)
{
	cp_str text = cp_search_in(search, item)->text;
	return before ? cp_str_part(text, 0, span.start)
		      : cp_str_part(text, span.end, text.len);
}

/* What is beside a place, folded, as far as a context of so many bytes can reach: folding can
 * make text four times as long as it was, or a fourth. */
static cp_str fold_beside(cp_search *search, cp_str beside, size_t context, bool before)
{
	size_t reach = context * 4 + 16;
	beside = before ? cp_utf8_tail(beside, reach) : cp_utf8_head(beside, reach);
	return cp_fold(&search->scratch, beside).text;
}

bool cp_anchor_has_context(
	cp_search *search, const cp_item *item, cp_span span, bool before)
{
	cp_str context = context_of(item, before);
	cp_str beside = text_beside(search, item, span, before);
	if (!context.len)
		return true;
	if (before ? cp_str_ends(beside, context) : cp_str_starts(beside, context))
		return true;
	cp_str folded = fold_beside(search, beside, context.len, before);
	cp_str wanted = cp_fold(&search->scratch, context).text;
	return before ? cp_str_ends(folded, wanted) : cp_str_starts(folded, wanted);
}

/* How far the search for the one place that is meant has come. */
struct choice {
	cp_span first;       /* of all places */
	cp_span fitting;     /* the first that `prefix` and `suffix` allow */
	size_t places, fits; /* how many; no more than two are counted */
};

static struct choice look(cp_search *search, const cp_item *item, cp_finder finder)
{
	struct choice choice = {.places = 0};
	bool context = item->prefix.len || item->suffix.len;
	for (cp_span span; choice.fits < 2 && (context || choice.places < 2)
		&& cp_finder_next(&finder, &span);) {
		if (choice.places++ == 0)
			choice.first = span;
		if (context && cp_anchor_has_context(search, item, span, true)
			&& cp_anchor_has_context(search, item, span, false)
			&& choice.fits++ == 0)
			choice.fitting = span;
	}
	return choice;
}

/* ---- Weighing places ---- */

double cp_anchor_score(const cp_evidence *evidence)
{
	const struct {
		double weight, value;
	} parts[] = {
		{50, evidence->words},
		{20, evidence->prefix},
		{20, evidence->suffix},
		{2, evidence->position},
	};
	double sum = 0, weights = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!isnan(parts[i].value)) {
			sum += parts[i].weight * parts[i].value;
			weights += parts[i].weight;
		}
	return weights > 0 ? sum / weights : 0;
}

/* How much of the context is in as much text beside the place as it is long. */
static double context_likeness(
	cp_search *search, const cp_item *item, cp_span span, bool before)
{
	cp_str context = cp_fold(&search->scratch, context_of(item, before)).text;
	if (!context.len)
		return NAN;
	cp_str beside = text_beside(search, item, span, before);
	beside = fold_beside(search, beside, context.len, before);
	size_t len = cp_utf8_count(context), has = cp_utf8_count(beside);
	size_t cut = cp_utf8_offset(beside, !before ? len : has > len ? has - len : 0);
	beside = before ? cp_str_part(beside, cut, beside.len)
			: cp_str_part(beside, 0, cut);
	return cp_likeness(&search->scratch, beside, context);
}

static double position_likeness(cp_search *search, const cp_item *item, cp_span span)
{
	const cp_offsets *offsets =
		cp_search_offsets(search, cp_search_in(search, item), CP_CODE_POINT);
	if (item->start == SIZE_MAX || !offsets->total)
		return NAN;
	double start = (double)cp_offsets_units(offsets, span.start);
	double apart = fabs(start - (double)item->start) / (double)offsets->total;
	return apart < 1 ? 1 - apart : 0;
}

static cp_candidate weigh(
	cp_search *search, const cp_item *item, cp_span span, double likeness)
{
	cp_evidence evidence = {
		.words = likeness,
		.prefix = context_likeness(search, item, span, true),
		.suffix = context_likeness(search, item, span, false),
		.position = position_likeness(search, item, span),
	};
	return (cp_candidate){span, likeness, cp_anchor_score(&evidence)};
}

static void see(cp_verdict *verdict, cp_candidate candidate)
{
	if (!verdict->weighed || candidate.score > verdict->best.score) {
		verdict->next = verdict->best;
		verdict->best = candidate;
	} else if (verdict->weighed < 2 || candidate.score > verdict->next.score) {
		verdict->next = candidate;
	}
	verdict->weighed += verdict->weighed < 2;
}

static bool is_good(const cp_candidate *candidate)
{
	return candidate->score >= least_score && candidate->likeness >= least_likeness;
}

static bool is_ahead(const cp_verdict *verdict)
{
	return verdict->weighed < 2
		|| verdict->best.score - verdict->next.score >= least_margin;
}

/* None of the places fits wholly: which are so nearly the same that one may be meant? */
static void judge(cp_verdict *verdict)
{
	if (!verdict->weighed || !is_good(&verdict->best))
		verdict->state = CP_ANCHOR_LOST;
	else
		verdict->state =
			is_ahead(verdict) ? CP_ANCHOR_FUZZY : CP_ANCHOR_AMBIGUOUS;
}

/* The words stand in several places. What is beside them, even if not to the letter, may tell
 * which is meant. */
static void judge_places(
	cp_search *search, const cp_item *item, cp_finder finder, cp_verdict *verdict)
{
	verdict->state = CP_ANCHOR_AMBIGUOUS;
	if (!item->prefix.len && !item->suffix.len)
		return;
	size_t count = 0;
	for (cp_span span; count <= MOST_WEIGHED && cp_finder_next(&finder, &span);)
		if (count++ < MOST_WEIGHED)
			see(verdict, weigh(search, item, span, 1));
	if (count <= MOST_WEIGHED && is_good(&verdict->best) && is_ahead(verdict))
		verdict->state = CP_ANCHOR_FUZZY;
}

static bool is_shorter(cp_str words, size_t code_points)
{
	return cp_utf8_count(cp_utf8_head(words, code_points * 4)) < code_points;
}

/* A name, or two words, may well stand once more in another sentence. If the item says what is
 * beside them, that has to bear the place out. */
static bool is_another(
	cp_search *search, const cp_item *item, cp_span span, cp_verdict *verdict)
{
	if ((!item->prefix.len && !item->suffix.len) || !is_shorter(item->quote, SHORT))
		return false;
	cp_candidate only = weigh(search, item, span, 1);
	if (is_good(&only))
		return false;
	see(verdict, only);
	return true;
}

static void judge_near_places(
	cp_search *search, const cp_item *item, cp_words *words, cp_verdict *verdict)
{
	cp_near_place places[CP_NEAR_MOST];
	verdict->nearly = true;
	if (is_shorter(item->quote, SHORTEST))
		return;
	size_t count = cp_search_near(
		search, cp_search_in(search, item), words, places, CP_NEAR_MOST);
	for (size_t i = 0; i < count; i++)
		see(verdict, weigh(search, item, places[i].span, places[i].likeness));
	judge(verdict);
}

/* ---- Finding the place ---- */

static cp_finder finder_of(
	cp_search *search, const cp_item *item, cp_words *words, bool folded)
{
	cp_searched *in = cp_search_in(search, item);
	return folded ? cp_search_folded(search, in, words) : cp_search_exact(in, words);
}

static cp_anchor_state state_of(bool folded)
{
	return folded ? CP_ANCHOR_FOLDED : CP_ANCHOR_EXACT;
}

/* The place that begins at `start`. Where the comment was altered since, other words may have
 * come to stand there, and be the same. */
static bool find_at_start(
	cp_search *search, const cp_item *item, cp_words *words, cp_verdict *verdict)
{
	if (item->start == SIZE_MAX
		|| search->annotation->thread->comments.at[item->comment].changed)
		return false;
	const cp_offsets *offsets =
		cp_search_offsets(search, cp_search_in(search, item), CP_CODE_POINT);
	size_t start = cp_offsets_byte(offsets, item->start);
	for (int folded = 0; folded < 2 && start != SIZE_MAX; folded++) {
		cp_finder finder = finder_of(search, item, words, folded);
		if (cp_finder_at(&finder, start, &verdict->best.span)) {
			verdict->state = state_of(folded);
			return true;
		}
	}
	return false;
}

/* The words stand somewhere: where? */
static void choose(cp_search *search, const cp_item *item, cp_finder finder,
	const struct choice *choice, bool folded, cp_verdict *verdict)
{
	cp_span span = choice->fits == 1 ? choice->fitting : choice->first;
	if (choice->places > 1 && choice->fits != 1) {
		judge_places(search, item, finder, verdict);
	} else if (choice->fits == 1 || !is_another(search, item, span, verdict)) {
		verdict->best.span = span;
		verdict->state = state_of(folded);
	}
}

cp_verdict cp_anchor_find(cp_search *search, const cp_item *item, cp_words *words)
{
	cp_verdict verdict = {.state = CP_ANCHOR_LOST};
	if (find_at_start(search, item, words, &verdict))
		return verdict;
	for (int folded = 0; folded < 2; folded++) {
		cp_finder finder = finder_of(search, item, words, folded);
		struct choice choice = look(search, item, finder);
		if (choice.places) {
			choose(search, item, finder, &choice, folded, &verdict);
			return verdict;
		}
	}
	judge_near_places(search, item, words, &verdict);
	return verdict;
}

/* ---- Items ---- */

bool cp_item_is_anchored(const cp_item *item)
{
	return item->anchor.state == CP_ANCHOR_EXACT
		|| item->anchor.state == CP_ANCHOR_FOLDED
		|| item->anchor.state == CP_ANCHOR_FUZZY;
}

bool cp_item_is_unfound(const cp_item *item)
{
	return item->anchor.state == CP_ANCHOR_LOST
		|| item->anchor.state == CP_ANCHOR_AMBIGUOUS;
}

/* A place in the units of the file as one in code points. */
static size_t convert(
	cp_search *search, const cp_item *item, const char *property, size_t units)
{
	cp_searched *in = cp_search_in(search, item);
	cp_unit unit = search->annotation->unit;
	if (units == SIZE_MAX)
		return SIZE_MAX;
	size_t byte = cp_offsets_byte(cp_search_offsets(search, in, unit), units);
	if (byte != SIZE_MAX)
		return cp_offsets_units(
			cp_search_offsets(search, in, CP_CODE_POINT), byte);
	cp_diag_add(search->diags, CP_ANCHOR_RANGE,
		cp_item_place(search->diags, search->annotation, item, property),
		"\"%s\" is %zu, and no code point of comment \"%.*s\" begins there in %s",
		property, units, CP_FMT(item->comment_id), cp_unit_names[unit]);
	return SIZE_MAX;
}

static void convert_offsets(cp_search *search, cp_item *item)
{
	if (search->annotation->unit == CP_CODE_POINT || item->comment == CP_NONE)
		return;
	item->start = convert(search, item, "start", item->start);
	item->end = convert(search, item, "end", item->end);
}

void cp_anchor_item(cp_search *search, cp_item *item)
{
	if (item->comment == CP_NONE || !item->quote.len)
		return;
	cp_words words = {.text = item->quote};
	cp_verdict verdict = cp_anchor_find(search, item, &words);
	item->anchor.state = verdict.state;
	if (cp_item_is_anchored(item))
		item->anchor.span = verdict.best.span;
	if (verdict.weighed) {
		item->anchor.score = verdict.best.score;
		item->anchor.next = verdict.weighed > 1 ? verdict.next.score : 0;
	}
	item->broken |= cp_item_is_unfound(item);
	cp_anchor_report(search, item, &words, &verdict);
}

void cp_annotation_anchor(cp_arena *arena, cp_annotation *annotation, cp_diags *diags)
{
	cp_search search;
	cp_search_init(&search, arena, annotation, diags);
	for (size_t i = 0; i < annotation->items.len; i++) {
		cp_item *item = &annotation->items.at[i];
		convert_offsets(&search, item);
		cp_anchor_item(&search, item);
		if (item->kind == CP_QUOTATION)
			cp_quotation_check(&search, item);
		cp_search_clear(&search);
	}
	cp_anchor_check_overlaps(&search);
	cp_search_clear(&search);
}
