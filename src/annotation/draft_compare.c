/* A draft against an annotation that a person made of the same thread. */
#include "annotation/draft.h"

/* What is counted, of each rule and in all. */
enum what { QUOTATIONS, ITEMS, RELATIONS, ADDRESSES, AUTHORS, WHATS };

static const char *const what_names[WHATS] = {"quotations", "claims and rebuttals",
	"relations", "addresses", "unsigned comments"};

struct count {
	size_t found, right;
	size_t judged; /* of relations: both ends are items of gold */
};

struct comparer {
	cp_arena arena;
	const cp_draft *draft;
	const cp_annotation *gold;
	uint32_t *first, *next; /* gold's items by comment of the draft's thread */
	uint32_t *match;        /* of each drafted item: one of gold's, or CP_NONE */
	struct count rules[CP_DRAFT_RULES][WHATS], all[WHATS];
	size_t wanted[WHATS], recalled[WHATS];
};

static const cp_item *gold_item(const struct comparer *comparer, uint32_t index)
{
	return &comparer->gold->items.at[index];
}

static cp_str comment_id(const struct comparer *comparer, uint32_t comment)
{
	return comparer->draft->thread->comments.at[comment].id;
}

static void sort_gold(struct comparer *comparer)
{
	size_t comments = comparer->draft->thread->comments.len;
	size_t items = comparer->gold->items.len;
	comparer->first = CP_NEW_ARRAY(&comparer->arena, uint32_t, comments);
	comparer->next = CP_NEW_ARRAY(&comparer->arena, uint32_t, items);
	for (size_t c = 0; c < comments; c++)
		comparer->first[c] = CP_NONE;
	for (size_t i = items; i-- > 0;) {
		const cp_item *item = gold_item(comparer, (uint32_t)i);
		uint32_t comment =
			cp_thread_find(comparer->draft->thread, item->comment_id);
		if (comment == CP_NONE || !cp_item_is_anchored(item))
			continue;
		comparer->next[i] = comparer->first[comment];
		comparer->first[comment] = (uint32_t)i;
	}
}

/* ---- Items ---- */

/* The bytes that two spans share, if they are half of the longer one; else 0. */
static size_t overlap(cp_span a, cp_span b)
{
	size_t start = a.start > b.start ? a.start : b.start;
	size_t end = a.end < b.end ? a.end : b.end;
	size_t longer =
		a.end - a.start > b.end - b.start ? a.end - a.start : b.end - b.start;
	return end > start && (end - start) * 2 >= longer ? end - start : 0;
}

static bool same_origin(
	const struct comparer *comparer, const cp_draft_item *item, const cp_item *gold)
{
	if (item->origin != CP_NONE)
		return cp_str_eq(comment_id(comparer, item->origin), gold->of_comment);
	if (gold->quoted_work == CP_NONE)
		return false;
	const cp_draft_work *work = &comparer->draft->works.at[item->work];
	cp_str author = work->author,
	       whole = comparer->gold->works.at[gold->quoted_work].author;
	if (work->given)
		return cp_str_eq(work->id, gold->of_source);
	return cp_str_ends(whole, author);
}

static bool is_right(
	const struct comparer *comparer, const cp_draft_item *item, const cp_item *gold)
{
	if (item->kind != CP_QUOTATION)
		return gold->kind != CP_QUOTATION;
	return gold->kind == CP_QUOTATION && same_origin(comparer, item, gold);
}

static uint32_t find_match(const struct comparer *comparer, const cp_draft_item *item)
{
	uint32_t best = CP_NONE;
	size_t most = 0;
	for (uint32_t i = comparer->first[item->comment]; i != CP_NONE;
		i = comparer->next[i]) {
		const cp_item *gold = gold_item(comparer, i);
		size_t shared = overlap(item->span, gold->anchor.span);
		if (shared > most && is_right(comparer, item, gold)) {
			most = shared;
			best = i;
		}
	}
	return best;
}

static void count(struct comparer *comparer, enum what what, uint32_t rule, bool right)
{
	comparer->rules[rule][what].found++;
	comparer->rules[rule][what].right += right;
	comparer->all[what].found++;
	comparer->all[what].right += right;
}

static void compare_items(struct comparer *comparer)
{
	const cp_draft *draft = comparer->draft;
	bool *recalled = CP_NEW_ARRAY(&comparer->arena, bool, comparer->gold->items.len);
	comparer->match = CP_NEW_ARRAY(&comparer->arena, uint32_t, draft->items.len);
	for (size_t i = 0; i < draft->items.len; i++) {
		const cp_draft_item *item = &draft->items.at[i];
		uint32_t match = find_match(comparer, item);
		comparer->match[i] = match;
		count(comparer, item->kind == CP_QUOTATION ? QUOTATIONS : ITEMS,
			item->rule, match != CP_NONE);
		if (match != CP_NONE)
			recalled[match] = true;
	}
	for (uint32_t i = 0; i < comparer->gold->items.len; i++) {
		const cp_item *gold = gold_item(comparer, i);
		if (!cp_item_is_anchored(gold))
			continue;
		enum what what = gold->kind == CP_QUOTATION ? QUOTATIONS : ITEMS;
		comparer->wanted[what]++;
		comparer->recalled[what] += recalled[i];
	}
}

/* ---- Relations ---- */

static uint32_t cluster_of(const struct comparer *comparer, uint32_t item)
{
	return comparer->gold->cluster[item + 1];
}

static bool has_premise(
	const struct comparer *comparer, const cp_relation *relation, uint32_t cluster)
{
	for (size_t p = 0; p < relation->premises_len; p++)
		if (comparer->gold->cluster[relation->premises[p]] == cluster)
			return true;
	return false;
}

/* The claim that a relation leads to; of an undercut, the one whose step it attacks. */
static uint32_t aim_of(const struct comparer *comparer, const cp_relation *relation)
{
	const cp_annotation *gold = comparer->gold;
	uint32_t node = relation->kind == CP_UNDERCUTS
		? gold->relations.at[relation->target].premises[0]
		: relation->target;
	return gold->cluster[node];
}

static uint32_t find_relation(const struct comparer *comparer, const cp_draft_item *item,
	uint32_t from, uint32_t to)
{
	for (uint32_t i = 0; i < comparer->gold->relations.len; i++) {
		const cp_relation *relation = &comparer->gold->relations.at[i];
		if (relation->kind == item->relation
			&& has_premise(comparer, relation, cluster_of(comparer, from))
			&& aim_of(comparer, relation) == cluster_of(comparer, to))
			return i;
	}
	return CP_NONE;
}

static void compare_relations(struct comparer *comparer)
{
	const cp_draft *draft = comparer->draft;
	size_t all = comparer->gold->relations.len;
	bool *recalled = CP_NEW_ARRAY(&comparer->arena, bool, all);
	for (size_t i = 0; i < draft->items.len; i++) {
		const cp_draft_item *item = &draft->items.at[i];
		if (item->target == CP_NONE)
			continue;
		uint32_t from = comparer->match[i], to = comparer->match[item->target];
		uint32_t relation = from == CP_NONE || to == CP_NONE
			? CP_NONE
			: find_relation(comparer, item, from, to);
		count(comparer, RELATIONS, item->relation_rule, relation != CP_NONE);
		bool judged = from != CP_NONE && to != CP_NONE && from != to;
		comparer->rules[item->relation_rule][RELATIONS].judged += judged;
		comparer->all[RELATIONS].judged += judged;
		if (relation != CP_NONE)
			recalled[relation] = true;
	}
	for (size_t i = 0; i < all; i++) {
		/* What bears on the motion itself no marker shows. */
		if (aim_of(comparer, &comparer->gold->relations.at[i]) == CP_MOTION_NODE)
			continue;
		comparer->wanted[RELATIONS]++;
		comparer->recalled[RELATIONS] += recalled[i];
	}
}

/* ---- Addresses and authors ---- */

static bool same_name(cp_str a, cp_str b)
{
	return cp_str_starts(a, b) || cp_str_starts(b, a);
}

static bool same_address(const struct comparer *comparer, const cp_address *address,
	const cp_addressed *gold)
{
	cp_str answers = address->answers == CP_NONE
		? (cp_str){0}
		: comment_id(comparer, address->answers);
	return cp_str_eq(comment_id(comparer, address->comment), gold->comment_id)
		&& same_name(address->name, gold->name)
		&& cp_str_eq(answers, gold->answers_id);
}

static void compare_addresses(struct comparer *comparer)
{
	const cp_draft *draft = comparer->draft;
	const cp_annotation *gold = comparer->gold;
	bool *recalled = CP_NEW_ARRAY(&comparer->arena, bool, gold->addresses.len);
	comparer->wanted[ADDRESSES] = gold->addresses.len;
	for (size_t i = 0; gold->addresses.len && i < draft->addresses.list.len; i++) {
		const cp_address *address = &draft->addresses.list.at[i];
		uint32_t rule = cp_draft_address_rule(draft, address);
		bool right = false;
		if (!cp_draft_uses(draft, rule))
			continue;
		for (size_t g = 0; g < gold->addresses.len; g++)
			if (same_address(comparer, address, &gold->addresses.at[g]))
				right = recalled[g] = true;
		count(comparer, ADDRESSES, rule, right);
	}
	for (size_t g = 0; g < gold->addresses.len; g++)
		comparer->recalled[ADDRESSES] += recalled[g];
}

/* Who is said to have written an unsigned comment; at == NULL: nobody. */
static cp_str gold_author(const struct comparer *comparer, uint32_t comment)
{
	const cp_annotation *gold = comparer->gold;
	uint32_t same = cp_thread_find(gold->thread, comment_id(comparer, comment));
	uint32_t speaker = same == CP_NONE ? CP_NONE : gold->attributed[same];
	return speaker == CP_NONE ? (cp_str){0} : gold->speakers.at[speaker].name;
}

static void compare_authors(struct comparer *comparer)
{
	const cp_draft *draft = comparer->draft;
	for (size_t s = 0; s < draft->speakers.len; s++)
		for (size_t i = 0; i < draft->speakers.at[s].comments.len; i++) {
			cp_str wanted = gold_author(
				comparer, draft->speakers.at[s].comments.at[i]);
			bool right = wanted.len
				&& same_name(wanted, draft->speakers.at[s].name);
			count(comparer, AUTHORS, CP_RULE_SPEAKER, right);
			comparer->recalled[AUTHORS] += right;
		}
	for (uint32_t c = 0; c < draft->thread->comments.len; c++)
		comparer->wanted[AUTHORS] += gold_author(comparer, c).len > 0;
}

/* ---- The table ---- */

static void put_ratio(cp_buf *out, size_t part, size_t whole)
{
	if (whole)
		cp_buf_printf(out, "  %4zu of %4zu  %3.0f %%", part, whole,
			100.0 * (double)part / (double)whole);
	else
		cp_buf_printf(out, "  %4zu of    0       ", part);
}

static void put_row(cp_buf *out, const char *name, const struct count *count,
	size_t recalled, size_t wanted, bool relations)
{
	cp_buf_printf(out, "  %-18s", name);
	put_ratio(out, count->right, count->found);
	put_ratio(out, recalled, wanted);
	if (relations)
		put_ratio(out, count->right, count->judged);
	while (out->at[out->len - 1] == ' ')
		out->len--;
	cp_buf_putc(out, '\n');
}

static void put_what(cp_buf *out, const struct comparer *comparer, enum what what)
{
	bool relations = what == RELATIONS;
	size_t wanted = comparer->wanted[what];
	cp_buf_printf(out, "%-20s  right of drafted     found of wanted%s\n",
		what_names[what], relations ? "      right of judged" : "");
	for (size_t r = 0; cp_draft_rules[r].id; r++) {
		const struct count *rule = &comparer->rules[r][what];
		if (rule->found)
			put_row(out, cp_draft_rules[r].id, rule, rule->right, wanted,
				relations);
	}
	put_row(out, "all", &comparer->all[what], comparer->recalled[what], wanted,
		relations);
}

void cp_draft_compare(cp_buf *out, const cp_draft *draft, const cp_annotation *gold)
{
	struct comparer comparer = {.draft = draft, .gold = gold};
	sort_gold(&comparer);
	compare_items(&comparer);
	compare_relations(&comparer);
	compare_addresses(&comparer);
	compare_authors(&comparer);
	for (int what = 0; what < WHATS; what++)
		if (comparer.all[what].found || comparer.wanted[what])
			put_what(out, &comparer, (enum what)what);
	cp_arena_clear(&comparer.arena);
}
