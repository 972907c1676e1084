/* The claims of a draft, and what they support and rebut: by the markers of draft_rules.c.
 *
 * Sentence by sentence. A sentence is one unit, or two where a marker inside it joins a
 * clause to the rest. A unit becomes an item once a rule says so, or once a relation needs
 * it at one of its ends. What a rule needs before it is the unit before: the last sentence of
 * the same paragraph, or what has been quoted just before. */
#include "annotation/draft_markers.h"

#include "text/sentence.h"
#include "text/tokens.h"
#include "text/utf8.h"

#include <stdlib.h>

enum {
	LEAST_WORDS = 4,  /* of a claim */
	LEAST_CLAUSE = 3, /* of each of two units */
	MOST_WORDS = 120, /* of a sentence that is read: longer ones are lists, code */
	LEAST_SHARED = 2, /* words that say something, of a denial and what it denies */
};

/* A piece of a comment that may become an item. */
struct unit {
	cp_span span;
	uint32_t item; /* CP_NONE: it has not */
	bool usable;
};

static const struct unit no_unit = {.item = CP_NONE};

/* A sentence, as tokens of its comment. */
struct sentence {
	cp_span span;
	uint32_t start, end;
	bool question;
};

struct claimer {
	cp_arena *arena;
	cp_draft *draft;
	cp_markers markers;
	cp_word_set common, negations, openers, contrasts, asking;
	uint32_t *first_item; /* of each comment, but for quotations; CP_NONE: none … */
	uint32_t *last_item;  /* … as items are made comment by comment */
	/* of the comment that is read */
	uint32_t comment;
	uint32_t answered; /* the comment that is spoken to, or CP_NONE */
	cp_str text;
	cp_tokens tokens;
	struct unit before;            /* in the same paragraph, or just quoted */
	bool quoted_before;            /* `before` is a quotation */
	uint32_t step;                 /* an item that takes one in this sentence … */
	uint32_t step_before;          /* … and in the one before */
	size_t address;                /* the next of its addresses */
	size_t quotation;              /* the next of its quotations, in `quotations` */
	CP_ARRAY(uint32_t) quotations; /* items, in the order of the thread */
};

static const cp_marker *marker_at(
	const struct claimer *claimer, uint32_t at, uint32_t end, cp_draft_place place)
{
	return cp_marker_at(&claimer->markers, claimer->tokens.at, at, end, place);
}

static const cp_draft_rule *rule_of(const cp_marker *marker)
{
	return &cp_draft_rules[marker->rule];
}

/* ---- Units and items ---- */

/* Without the punctuation around it. */
static cp_span trim(cp_str text, cp_span span)
{
	static const char around[] = " \n\t,;:-";
	while (span.start < span.end && strchr(around, text.at[span.start]))
		span.start++;
	while (span.end > span.start && strchr(" \n\t,;:", text.at[span.end - 1]))
		span.end--;
	return span;
}

/* The words from one token up to another, and the punctuation after them where they end the
 * sentence. */
static struct unit unit_of(const struct claimer *claimer, const struct sentence *sentence,
	uint32_t start, uint32_t end, uint32_t least)
{
	struct unit unit = no_unit;
	const cp_token *tokens = claimer->tokens.at;
	/* "but" joins; it is no part of what is said. */
	if (start < end && cp_word_set_has(&claimer->contrasts, tokens[start].hash))
		start++;
	if (end < start + least)
		return unit;
	unit.span.start =
		start == sentence->start ? sentence->span.start : tokens[start].start;
	unit.span.end = end == sentence->end ? sentence->span.end : tokens[end - 1].end;
	unit.span = trim(claimer->text, unit.span);
	unit.usable = true;
	return unit;
}

static uint32_t item_of(struct claimer *claimer, struct unit *unit, uint32_t rule)
{
	if (unit->item == CP_NONE) {
		unit->item = cp_draft_add(claimer->arena, claimer->draft, CP_CLAIM,
			claimer->comment, unit->span, rule);
		if (claimer->first_item[claimer->comment] == CP_NONE)
			claimer->first_item[claimer->comment] = unit->item;
		claimer->last_item[claimer->comment] = unit->item;
	}
	return unit->item;
}

static void relate_items(struct claimer *claimer, uint32_t from,
	cp_relation_kind relation, uint32_t to, uint32_t rule)
{
	cp_draft_item *item = &claimer->draft->items.at[from];
	if (item->target != CP_NONE || from == to)
		return;
	item->relation = relation;
	item->target = to;
	item->relation_rule = rule;
	claimer->step = from;
}

/* One unit bears on the other: both become items. */
static void relate(struct claimer *claimer, struct unit *from, cp_relation_kind relation,
	struct unit *to, uint32_t rule)
{
	if (!from->usable || !to->usable)
		return;
	uint32_t target = item_of(claimer, to, rule);
	relate_items(claimer, item_of(claimer, from, rule), relation, target, rule);
}

static void set_attitude(
	struct claimer *claimer, const struct unit *unit, cp_attitude attitude)
{
	if (unit->item != CP_NONE)
		claimer->draft->items.at[unit->item].attitude = attitude;
}

/* ---- What is denied ---- */

static uint32_t count_shared(
	const struct claimer *claimer, const cp_word_set *said, const cp_draft_item *item)
{
	cp_tokens words = {0};
	uint32_t shared = 0;
	cp_str text = claimer->draft->thread->comments.at[item->comment].text;
	cp_tokens_add(&words, cp_str_part(text, item->span.start, item->span.end));
	for (size_t i = 0; i < words.len; i++)
		shared += cp_word_set_has(said, words.at[i].hash)
			&& !cp_word_set_has(&claimer->common, words.at[i].hash);
	cp_tokens_clear(&words);
	return shared;
}

/* Of the items of the comment that is answered, the one that has most words in common with
 * the sentence; CP_NONE where none has enough. */
static uint32_t find_denied(struct claimer *claimer, const struct unit *unit)
{
	enum { MOST = 50 }; /* items looked at */
	uint32_t answered = claimer->answered;
	if (answered >= claimer->comment || claimer->first_item[answered] == CP_NONE)
		return CP_NONE;
	cp_word_set said = {0};
	cp_arena scratch = {0};
	cp_word_set_add(&scratch, &said,
		cp_str_part(claimer->text, unit->span.start, unit->span.end));
	uint32_t best = CP_NONE, most = LEAST_SHARED - 1;
	uint32_t last = claimer->last_item[answered];
	for (uint32_t i = claimer->first_item[answered];
		i <= last && i < claimer->first_item[answered] + MOST; i++) {
		uint32_t shared =
			count_shared(claimer, &said, &claimer->draft->items.at[i]);
		if (shared > most) {
			most = shared;
			best = i;
		}
	}
	cp_arena_clear(&scratch);
	return best;
}

static void deny(struct claimer *claimer, struct unit *unit, uint32_t rule)
{
	if (!unit->usable)
		return;
	if (claimer->quoted_before) {
		relate(claimer, unit, CP_REBUTS, &claimer->before, rule);
		set_attitude(claimer, &claimer->before, CP_OPPOSED);
		return;
	}
	uint32_t denied = find_denied(claimer, unit);
	if (denied != CP_NONE)
		relate_items(
			claimer, item_of(claimer, unit, rule), CP_REBUTS, denied, rule);
}

/* Only a step that has been found can be undercut. */
static void undercut(struct claimer *claimer, struct unit *unit, uint32_t rule)
{
	uint32_t step = claimer->step_before;
	if (unit->usable && step != CP_NONE)
		relate_items(
			claimer, item_of(claimer, unit, rule), CP_UNDERCUTS, step, rule);
}

/* ---- Sentences ---- */

/* The token after the first comma past a few words; the end of the sentence: there is none. */
static uint32_t after_comma(
	const struct claimer *claimer, const struct sentence *sentence, uint32_t from)
{
	for (uint32_t t = from + LEAST_CLAUSE; t < sentence->end; t++)
		if (memchr(claimer->text.at + claimer->tokens.at[t - 1].end, ',',
			    claimer->tokens.at[t].start - claimer->tokens.at[t - 1].end))
			return t;
	return sentence->end;
}

static bool splits(const cp_marker *marker)
{
	return marker
		&& (rule_of(marker)->use == CP_DRAFT_PREMISE
			|| rule_of(marker)->use == CP_DRAFT_CONCESSION);
}

/* Where the first marker inside the sentence begins that parts it in two, or (`parts` false)
 * the first of the others; the sentence's end, with `marker` NULL, if it has none. */
static uint32_t find_inside(const struct claimer *claimer,
	const struct sentence *sentence, uint32_t from, bool parts,
	const cp_marker **marker)
{
	for (uint32_t t = from; t < sentence->end; t++) {
		*marker = marker_at(claimer, t, sentence->end, CP_DRAFT_INSIDE);
		if (*marker && splits(*marker) == parts)
			return t;
	}
	*marker = NULL;
	return sentence->end;
}

/* "Because Y, X" and "Although Y, X"; "Because Y." alone is about the sentence before. */
static struct unit read_leading(struct claimer *claimer, const struct sentence *sentence,
	const cp_marker *marker, uint32_t from)
{
	const cp_draft_rule *rule = rule_of(marker);
	uint32_t comma = after_comma(claimer, sentence, from);
	struct unit clause = unit_of(claimer, sentence, from, comma, LEAST_CLAUSE);
	struct unit rest = unit_of(claimer, sentence, comma, sentence->end, LEAST_CLAUSE);
	if (rule->use == CP_DRAFT_CONCESSION) {
		relate(claimer, &clause, CP_REBUTS, &rest, marker->rule);
		set_attitude(claimer, &clause, CP_CONCEDED);
	} else if (rest.usable) {
		relate(claimer, &clause, CP_SUPPORTS, &rest, marker->rule);
	} else if (!claimer->quoted_before) {
		relate(claimer, &clause, CP_SUPPORTS, &claimer->before, marker->rule);
	}
	return rest.usable ? rest : clause;
}

/* "X because Y", "X although Y": the two units; X is the one that goes on. Where one of them
 * is too short, the sentence stays whole. */
static struct unit read_inside(struct claimer *claimer, const struct sentence *sentence,
	uint32_t from, uint32_t at, const cp_marker *marker)
{
	const cp_draft_rule *rule = rule_of(marker);
	struct unit rest = unit_of(claimer, sentence, from, at, LEAST_CLAUSE);
	struct unit clause = unit_of(
		claimer, sentence, at + marker->joins, sentence->end, LEAST_CLAUSE);
	if (!rest.usable || !clause.usable)
		return unit_of(claimer, sentence, from, sentence->end, LEAST_WORDS);
	bool granted = rule->use == CP_DRAFT_CONCESSION;
	relate(claimer, &clause, granted ? CP_REBUTS : CP_SUPPORTS, &rest, marker->rule);
	if (granted)
		set_attitude(claimer, &clause, CP_CONCEDED);
	return rest;
}

/* What a marker at the beginning says of the whole sentence. */
static void apply_start(
	struct claimer *claimer, const cp_marker *marker, struct unit *unit)
{
	switch (rule_of(marker)->use) {
	case CP_DRAFT_EVIDENCE:
		if (!claimer->quoted_before)
			relate(claimer, unit, CP_SUPPORTS, &claimer->before,
				marker->rule);
		break;
	case CP_DRAFT_CONCLUSION:
		if (!claimer->quoted_before)
			relate(claimer, &claimer->before, CP_SUPPORTS, unit,
				marker->rule);
		break;
	case CP_DRAFT_GRANTED:
		if (unit->usable)
			item_of(claimer, unit, marker->rule);
		set_attitude(claimer, unit, CP_CONCEDED);
		break;
	case CP_DRAFT_CONTRAST:
		relate(claimer, unit, CP_REBUTS, &claimer->before, marker->rule);
		break;
	case CP_DRAFT_DENIAL:
		deny(claimer, unit, marker->rule);
		break;
	case CP_DRAFT_UNDERCUT:
		undercut(claimer, unit, marker->rule);
		break;
	case CP_DRAFT_ENDORSED:
		if (claimer->quoted_before)
			set_attitude(claimer, &claimer->before, CP_ENDORSED);
		break;
	case CP_DRAFT_CLAIM:
		if (unit->usable)
			item_of(claimer, unit, marker->rule);
		break;
	default:
		break;
	}
}

static bool has_negation(const struct claimer *claimer, const struct sentence *sentence)
{
	for (uint32_t t = sentence->start; t < sentence->end; t++)
		if (cp_word_set_has(&claimer->negations, claimer->tokens.at[t].hash))
			return true;
	return false;
}

/* Past an "and" or "but" before the marker. */
static const cp_marker *find_start(
	const struct claimer *claimer, const struct sentence *sentence, uint32_t *from)
{
	*from = sentence->start;
	const cp_marker *marker =
		marker_at(claimer, *from, sentence->end, CP_DRAFT_START);
	if (!marker && *from + 1 < sentence->end
		&& cp_word_set_has(&claimer->openers, claimer->tokens.at[*from].hash))
		marker = marker_at(claimer, ++*from, sentence->end, CP_DRAFT_START);
	*from = marker ? *from + marker->joins : sentence->start;
	return marker;
}

/* "… asks whether it should": that is no claim. */
static bool is_asked(const struct claimer *claimer, const struct sentence *sentence)
{
	for (uint32_t t = sentence->start; t < sentence->end; t++)
		if (cp_word_set_has(&claimer->asking, claimer->tokens.at[t].hash))
			return true;
	return false;
}

/* "I think", "should", "that does not mean" past the first words. */
static void apply_inside(struct claimer *claimer, const struct sentence *sentence,
	uint32_t from, struct unit *unit)
{
	const cp_marker *marker;
	find_inside(claimer, sentence, from, false, &marker);
	if (marker
		&& ((rule_of(marker)->use == CP_DRAFT_CLAIM
			    && !is_asked(claimer, sentence))
			|| rule_of(marker)->use == CP_DRAFT_UNDERCUT))
		apply_start(claimer, marker, unit);
}

/* "I think that …": what is thought begins after it. */
static uint32_t skip_that(
	const struct claimer *claimer, const struct sentence *sentence, uint32_t from)
{
	const cp_token *token = &claimer->tokens.at[from];
	return from < sentence->end && token->end - token->start == 4
			&& memcmp(claimer->text.at + token->start, "that", 4) == 0
		? from + 1
		: from;
}

static bool is_attack(const cp_marker *marker)
{
	cp_draft_use use = rule_of(marker)->use;
	return use == CP_DRAFT_DENIAL || use == CP_DRAFT_CONTRAST;
}

/* From where the words of a sentence count: a marker that only joins is left out. */
static uint32_t skip_marker(const struct claimer *claimer,
	const struct sentence *sentence, const cp_marker *marker, uint32_t after)
{
	if (!marker)
		return sentence->start;
	switch (rule_of(marker)->use) {
	case CP_DRAFT_EVIDENCE:
	case CP_DRAFT_CONCLUSION:
	case CP_DRAFT_CLAIM:
		return skip_that(claimer, sentence, after);
	default:
		return sentence->start;
	}
}

/* The markers of a sentence, and the unit of it that the next one may be about. */
static struct unit read_sentence(struct claimer *claimer, const struct sentence *sentence)
{
	uint32_t from;
	const cp_marker *start = find_start(claimer, sentence, &from), *inside;
	if (splits(start))
		return read_leading(claimer, sentence, start, from);
	uint32_t begin = skip_marker(claimer, sentence, start, from);
	uint32_t next = start ? from : from + 1;
	uint32_t at = find_inside(claimer, sentence, next, true, &inside);
	struct unit unit;
	if (start && is_attack(start) && inside && at <= from + 1)
		/* "You're wrong, because X": X is what tells against it. */
		unit = unit_of(claimer, sentence, at + inside->joins, sentence->end,
			LEAST_CLAUSE);
	else if (inside)
		unit = read_inside(claimer, sentence, begin, at, inside);
	else
		unit = unit_of(claimer, sentence, begin, sentence->end, LEAST_WORDS);
	if (start)
		apply_start(claimer, start, &unit);
	apply_inside(claimer, sentence, next, &unit);
	if (claimer->quoted_before && !start && has_negation(claimer, sentence)
		&& cp_draft_uses(claimer->draft, CP_RULE_ANSWERS_QUOTATION))
		deny(claimer, &unit, CP_RULE_ANSWERS_QUOTATION);
	return unit;
}

/* ---- Comments ---- */

/* Does a clause that can stand alone begin at this token: after a semicolon, or with "but"
 * after a comma? */
static bool begins_clause(const struct claimer *claimer, uint32_t token)
{
	const cp_token *tokens = claimer->tokens.at;
	cp_str between =
		cp_str_part(claimer->text, tokens[token - 1].end, tokens[token].start);
	return memchr(between.at, ';', between.len)
		|| (memchr(between.at, ',', between.len)
			&& cp_word_set_has(&claimer->contrasts, tokens[token].hash));
}

/* What comes next is about this unit and this step. */
static void go_on(struct claimer *claimer, struct unit unit, uint32_t step)
{
	claimer->before = unit;
	claimer->step_before = step;
	claimer->quoted_before = false;
}

static void read_clause(struct claimer *claimer, const struct sentence *clause)
{
	claimer->step = CP_NONE;
	struct unit unit = read_sentence(claimer, clause);
	go_on(claimer, unit, claimer->step);
}

/* Clause by clause; none has less than a few words. */
static void read_clauses(struct claimer *claimer, const struct sentence *sentence)
{
	struct sentence clause = *sentence;
	for (uint32_t t = sentence->start + LEAST_WORDS; t + LEAST_WORDS <= sentence->end;
		t++) {
		if (t < clause.start + LEAST_WORDS || !begins_clause(claimer, t))
			continue;
		clause.end = t;
		clause.span.end = claimer->tokens.at[t - 1].end;
		read_clause(claimer, &clause);
		clause = *sentence;
		clause.start = t;
		clause.span.start = claimer->tokens.at[t].start;
	}
	read_clause(claimer, &clause);
}

static const cp_draft_item *next_quotation(const struct claimer *claimer)
{
	if (claimer->quotation >= claimer->quotations.len)
		return NULL;
	const cp_draft_item *item =
		&claimer->draft->items.at[claimer->quotations.at[claimer->quotation]];
	return item->comment == claimer->comment ? item : NULL;
}

/* Is a sentence mostly one of the comment's quotations? Then it is what the next one is
 * about. */
static bool is_quoted(struct claimer *claimer, cp_span span)
{
	const cp_draft_item *item;
	while ((item = next_quotation(claimer)) && item->span.end <= span.start)
		claimer->quotation++;
	if (!item)
		return false;
	size_t start = item->span.start > span.start ? item->span.start : span.start;
	size_t end = item->span.end < span.end ? item->span.end : span.end;
	if (end <= start || (end - start) * 2 < span.end - span.start)
		return false;
	go_on(claimer,
		(struct unit){.span = item->span,
			.item = claimer->quotations.at[claimer->quotation],
			.usable = true},
		CP_NONE);
	claimer->quoted_before = true;
	return true;
}

/* The next address of the comment, where it begins before a byte; NULL where none does. */
static const cp_address *next_address(struct claimer *claimer, size_t before)
{
	const cp_addresses *addresses = &claimer->draft->addresses;
	while (claimer->address < addresses->list.len
		&& addresses->list.at[claimer->address].comment < claimer->comment)
		claimer->address++;
	if (claimer->address == addresses->list.len)
		return NULL;
	const cp_address *next = &addresses->list.at[claimer->address];
	return next->comment == claimer->comment && next->start < before ? next : NULL;
}

/* Goes on to whoever is addressed in a sentence; past his name, if it begins with it. */
static size_t see_addresses(struct claimer *claimer, cp_span span)
{
	const cp_address *address;
	size_t at = span.start;
	while ((address = next_address(claimer, span.end))) {
		if (address->answers != CP_NONE)
			claimer->answered = address->answers;
		if (address->start == at)
			at = address->end;
		claimer->address++;
	}
	return at;
}

/* Without the name of whoever is addressed, and the number of a list, at its beginning. */
static cp_span skip_opening(struct claimer *claimer, cp_span span)
{
	cp_str text = claimer->text;
	size_t at = see_addresses(claimer, span);
	while (at < span.end && text.at[at] >= '0' && text.at[at] <= '9')
		at++;
	if (at == span.start || at >= span.end)
		return span;
	while (at < span.end) {
		size_t next = at;
		uint32_t c = cp_utf8_next(text, &next);
		if (cp_is_letter(c) || cp_is_digit(c))
			break;
		at = next;
	}
	return at < span.end ? (cp_span){at, span.end} : span;
}

static bool new_paragraph(cp_str text, size_t from, size_t to)
{
	for (size_t i = from; i + 1 < to; i++)
		if (text.at[i] == '\n' && text.at[i + 1] == '\n')
			return true;
	return false;
}

static struct sentence sentence_of(const struct claimer *claimer, cp_span span)
{
	const cp_token *tokens = claimer->tokens.at;
	size_t len = claimer->tokens.len;
	size_t last = span.end;
	while (last > span.start && strchr(" \n\"')]", claimer->text.at[last - 1]))
		last--;
	return (struct sentence){
		.span = span,
		.start = (uint32_t)cp_token_after(tokens, len, span.start),
		.end = (uint32_t)cp_token_after(tokens, len, span.end - 1),
		.question = last > span.start && claimer->text.at[last - 1] == '?',
	};
}

static void read_comment(struct claimer *claimer, uint32_t comment)
{
	claimer->comment = comment;
	claimer->answered = claimer->draft->thread->comments.at[comment].reply;
	claimer->text = claimer->draft->thread->comments.at[comment].text;
	go_on(claimer, no_unit, CP_NONE);
	claimer->tokens.len = 0;
	cp_tokens_add(&claimer->tokens, claimer->text);
	cp_arena scratch = {0};
	cp_sentences found = cp_sentences_find(&scratch, claimer->text);
	for (size_t i = 0; i < found.list.len; i++) {
		cp_span span = found.list.at[i];
		if (i && !claimer->quoted_before
			&& new_paragraph(
				claimer->text, found.list.at[i - 1].end, span.start))
			go_on(claimer, no_unit, CP_NONE);
		if (is_quoted(claimer, span))
			continue;
		struct sentence sentence =
			sentence_of(claimer, skip_opening(claimer, span));
		if (!sentence.question && sentence.end > sentence.start
			&& sentence.end - sentence.start <= MOST_WORDS) {
			read_clauses(claimer, &sentence);
		} else {
			go_on(claimer, no_unit, CP_NONE);
		}
	}
	while (next_quotation(claimer))
		claimer->quotation++;
	cp_arena_clear(&scratch);
}

static int by_place(const void *left, const void *right)
{
	const cp_draft_item *const *a = left, *const *b = right;
	if ((*a)->comment != (*b)->comment)
		return (*a)->comment < (*b)->comment ? -1 : 1;
	return ((*a)->span.start > (*b)->span.start)
		- ((*a)->span.start < (*b)->span.start);
}

/* The quotations, which were found by kind, in the order of the thread. */
static void sort_quotations(struct claimer *claimer)
{
	cp_draft *draft = claimer->draft;
	size_t count = draft->items.len;
	const cp_draft_item **sorted =
		CP_NEW_ARRAY(claimer->arena, const cp_draft_item *, count);
	for (size_t i = 0; i < count; i++)
		sorted[i] = &draft->items.at[i];
	if (count)
		qsort(sorted, count, sizeof *sorted, by_place);
	for (size_t i = 0; i < count; i++)
		*cp_push(claimer->arena, &claimer->quotations) =
			(uint32_t)(sorted[i] - draft->items.at);
}

/* An attack makes a rebuttal of a claim, unless it is granted. */
static void tell_kinds(cp_draft *draft)
{
	for (size_t i = 0; i < draft->items.len; i++) {
		cp_draft_item *item = &draft->items.at[i];
		bool attacks = item->target != CP_NONE
			&& (item->relation == CP_REBUTS
				|| item->relation == CP_UNDERCUTS);
		if (item->kind == CP_CLAIM && attacks && item->attitude != CP_CONCEDED)
			item->kind = CP_REBUTTAL;
	}
}

void cp_draft_find_claims(cp_arena *arena, cp_draft *draft)
{
	struct claimer claimer = {.arena = arena, .draft = draft};
	size_t count = draft->thread->comments.len;
	claimer.first_item = CP_NEW_ARRAY(arena, uint32_t, count);
	claimer.last_item = CP_NEW_ARRAY(arena, uint32_t, count);
	for (size_t c = 0; c < count; c++)
		claimer.first_item[c] = CP_NONE;
	claimer.markers = cp_markers_read(arena, draft);
	cp_word_set_add_common(arena, &claimer.common);
	cp_word_set_add(arena, &claimer.negations,
		CP_LIT("not no never nobody nothing none neither cannot can't don't doesn't "
		       "didn't isn't aren't wasn't weren't won't wouldn't shouldn't "
		       "couldn't haven't hasn't hadn't wrong false nonsense silly"));
	cp_word_set_add(arena, &claimer.openers,
		CP_LIT("and but so well yes no now also yet or ok okay then"));
	cp_word_set_add(arena, &claimer.contrasts, CP_LIT("but yet however"));
	cp_word_set_add(arena, &claimer.asking, CP_LIT("whether wonder ask asks asked"));
	sort_quotations(&claimer);
	for (uint32_t c = 0; c < count; c++)
		read_comment(&claimer, c);
	cp_tokens_clear(&claimer.tokens);
	tell_kinds(draft);
}
