#include "graph/choose.h"

#include "graph/issues.h"
#include "graph/part.h"
#include "graph/words.h"

struct chooser {
	cp_arena *arena;
	const cp_graph *whole; /* of what was said until then */
	const cp_choice *choice;
	cp_diags *diags;
	cp_reach all;    /* the whole debate, from the motion */
	cp_reach chosen; /* what is near enough, and not below what is collapsed */
	cp_issue issue;  /* without claims: none is chosen */
	bool *want;      /* of each claim */
	bool *led;       /* of each: its way to the motion is wanted already */
};

/* ---- Unknown names ---- */

static cp_diag *report(cp_diags *diags, const char *what, const cp_suggestion *near)
{
	cp_diag *diag = cp_diag_add(diags, CP_NOT_CHOSEN, (cp_place){0},
		"there is no %s \"%.*s\"", what, CP_FMT(near->wanted));
	cp_suggestion_hint(diags, diag, near);
	return diag;
}

static uint32_t find_comment(const cp_thread *thread, cp_str id, cp_diags *diags)
{
	uint32_t comment = cp_thread_find(thread, id);
	if (comment != CP_NONE)
		return comment;
	cp_suggestion near = cp_suggestion_for(id);
	for (size_t i = 0; i < thread->comments.len; i++)
		cp_suggestion_see(&near, thread->comments.at[i].id);
	cp_diag *diag = report(diags, "comment", &near);
	if (!near.best.at && thread->comments.len)
		cp_diag_hint(diags, diag, "the comments go from \"%.*s\" to \"%.*s\"",
			CP_FMT(thread->comments.at[0].id),
			CP_FMT(thread->comments.at[thread->comments.len - 1].id));
	return CP_NONE;
}

static uint32_t find_node(const cp_annotation *annotation, cp_str id, cp_diags *diags)
{
	uint32_t node = cp_map_find(&annotation->nodes_by_id, id);
	if (node != CP_NONE)
		return node;
	cp_suggestion near = cp_suggestion_for(id);
	for (uint32_t i = 0; i < cp_annotation_nodes(annotation); i++)
		cp_suggestion_see(&near, cp_node_id(annotation, i));
	report(diags, "item", &near);
	return CP_NONE;
}

static uint32_t find_person(const cp_graph *graph, cp_str name, cp_diags *diags)
{
	cp_suggestion near = cp_suggestion_for(name);
	uint32_t person = cp_person_find(graph, name, &near);
	if (person == CP_NONE)
		report(diags, "speaker", &near);
	return person;
}

/* All tags of the file, each once, in the order of the file. */
static cp_map all_tags(cp_arena *arena, const cp_annotation *annotation)
{
	cp_map tags = {0};
	for (size_t i = 0; i < annotation->items.len; i++) {
		const cp_item *item = &annotation->items.at[i];
		for (size_t t = 0; t < item->tags_len; t++)
			cp_map_add(arena, &tags, item->tags[t], (uint32_t)tags.len);
	}
	return tags;
}

static void report_tag(struct chooser *chooser, const cp_map *tags, cp_str wanted)
{
	enum { MOST = 12 };
	const cp_annotation *annotation = chooser->whole->annotation;
	cp_suggestion near = cp_suggestion_for(wanted);
	cp_buf list = {0};
	uint32_t seen = 0;
	for (size_t i = 0; i < annotation->items.len; i++)
		for (size_t t = 0; t < annotation->items.at[i].tags_len; t++) {
			cp_str tag = annotation->items.at[i].tags[t];
			if (cp_map_find(tags, tag) != seen)
				continue; /* one that was seen before */
			cp_suggestion_see(&near, tag);
			if (seen++ < MOST)
				cp_buf_printf(&list, "%s\"%.*s\"", list.len ? ", " : "",
					CP_FMT(tag));
		}
	cp_diag *diag = cp_diag_add(chooser->diags, CP_NOT_CHOSEN, (cp_place){0},
		"there is no tag \"%.*s\"; %s%.*s%s", CP_FMT(wanted),
		seen ? "the tags are: " : "no item has \"tags\"",
		CP_FMT(cp_buf_str(&list)), seen > MOST ? " and more" : "");
	cp_suggestion_hint(chooser->diags, diag, &near);
	cp_buf_clear(&list);
}

static bool has_all_tags(struct chooser *chooser)
{
	cp_map tags = all_tags(chooser->arena, chooser->whole->annotation);
	bool all = true;
	for (size_t i = 0; i < chooser->choice->tags.len; i++) {
		if (cp_map_find(&tags, chooser->choice->tags.at[i]) != CP_NONE)
			continue;
		report_tag(chooser, &tags, chooser->choice->tags.at[i]);
		all = false;
	}
	return all;
}

/* ---- The debate so far ---- */

/* The first comments of a thread. */
static const cp_thread *cut_thread(
	cp_arena *arena, const cp_thread *thread, uint32_t last)
{
	cp_thread *cut = CP_NEW(arena, cp_thread);
	*cut = *thread;
	cut->comments.len = cut->comments.cap = (size_t)last + 1;
	cut->comments.at = CP_NEW_ARRAY(arena, cp_comment, cut->comments.len);
	for (size_t i = 0; i < cut->comments.len; i++) {
		cut->comments.at[i] = thread->comments.at[i];
		if (thread->comments.at[i].reply != CP_NONE
			&& thread->comments.at[i].reply > last)
			cut->comments.at[i].reply = CP_NONE;
	}
	return cut;
}

static bool is_said_by(const cp_item *item, uint32_t last)
{
	return (item->comment == CP_NONE || item->comment <= last)
		&& (item->quoted_comment == CP_NONE || item->quoted_comment <= last);
}

static size_t count_claims(const cp_annotation *annotation)
{
	size_t count = 0;
	for (uint32_t i = 0; i < cp_annotation_nodes(annotation); i++)
		count += annotation->cluster[i] == i;
	return count;
}

static cp_graph *cut_debate(
	cp_arena *arena, const cp_annotation *annotation, uint32_t last)
{
	bool *keep = CP_NEW_ARRAY(arena, bool, annotation->items.len);
	for (size_t i = 0; i < annotation->items.len; i++)
		keep[i] = is_said_by(&annotation->items.at[i], last);
	cp_graph *cut = cp_graph_part(
		arena, annotation, cut_thread(arena, annotation->thread, last), keep);
	cut->left_out = count_claims(annotation) - cut->claims_len;
	return cut;
}

/* What was said until the comment that is chosen, or all. */
static cp_graph *take_until(cp_arena *arena, const cp_annotation *annotation,
	const cp_choice *choice, cp_diags *diags)
{
	if (!choice->until.len)
		return cp_graph_part(arena, annotation, annotation->thread, NULL);
	uint32_t last = find_comment(annotation->thread, choice->until, diags);
	return last == CP_NONE ? NULL : cut_debate(arena, annotation, last);
}

/* ---- Claims ---- */

/* The way from a claim to the motion: as it was reached, and from the focus on the shortest. */
static void want_way(struct chooser *chooser, uint32_t claim)
{
	while (!chooser->led[claim]) {
		chooser->led[claim] = chooser->want[claim] = true;
		const cp_reach *reach = chooser->chosen.above[claim] != CP_NONE
			? &chooser->chosen
			: &chooser->all;
		if (reach->above[claim] == CP_NONE)
			return;
		claim = reach->via[claim] == CP_NONE
			? reach->above[claim]
			: cp_part_want_step(
				chooser->whole, reach->via[claim], chooser->want);
	}
}

/* An undercut stands only with the step that it attacks, which may lead elsewhere. */
static void want_attacked_steps(struct chooser *chooser)
{
	for (size_t i = 0; i < chooser->chosen.len; i++) {
		uint32_t step = chooser->chosen.via[chooser->chosen.queue[i]];
		if (step == CP_NONE || chooser->whole->steps[step].kind != CP_UNDERCUTS)
			continue;
		const cp_graph *whole = chooser->whole;
		for (size_t s = 0;
			s < whole->steps_len && whole->steps[step].kind == CP_UNDERCUTS;
			s++)
			step = whole->steps[step].target;
		if (!chooser->want[cp_step_aim(whole, &whole->steps[step])])
			want_way(chooser, cp_part_want_step(whole, step, chooser->want));
	}
}

static bool collapse(struct chooser *chooser)
{
	const cp_names *ids = &chooser->choice->collapsed;
	bool *closed = CP_NEW_ARRAY(chooser->arena, bool, chooser->whole->claims_len);
	bool all = true;
	for (size_t i = 0; i < ids->len; i++) {
		uint32_t node =
			find_node(chooser->whole->annotation, ids->at[i], chooser->diags);
		uint32_t claim = node == CP_NONE ? CP_NONE
						 : cp_claim_of_node(chooser->whole, node);
		all &= node != CP_NONE;
		if (claim != CP_NONE)
			closed[claim] = true;
	}
	chooser->chosen.closed = closed;
	return all;
}

/* What is tied to nothing is at no distance, so that a depth leaves it out. */
static void reach_from_all(struct chooser *chooser)
{
	cp_reach *chosen = &chooser->chosen;
	cp_reach_from(chosen, CP_MOTION);
	for (size_t i = 1; i < chooser->all.len; i++) {
		uint32_t claim = chooser->all.queue[i];
		if (chooser->all.above[claim] == CP_NONE && chosen->most == CP_NONE)
			cp_reach_from(chosen, claim);
	}
}

static void want_only(struct chooser *chooser, const bool *these)
{
	for (size_t i = 0; i < chooser->whole->claims_len; i++)
		chooser->want[i] &= these[i];
}

/* Nothing but what is below these claims, and their ways to the motion. */
static void want_only_below(struct chooser *chooser, cp_list claims)
{
	cp_reach below = cp_reach_new(chooser->arena, chooser->whole);
	bool *these = CP_NEW_ARRAY(chooser->arena, bool, chooser->whole->claims_len);
	for (size_t i = 0; i < claims.len; i++)
		cp_reach_from(&below, claims.at[i]);
	for (size_t i = 0; i < below.len; i++)
		these[below.queue[i]] = true;
	for (size_t i = 0; i < claims.len; i++)
		for (uint32_t up = claims.at[i]; up != CP_NONE;
			up = chooser->all.above[up])
			these[up] = true;
	want_only(chooser, these);
}

/* With a focus, the issue is what it is to be in. */
static bool find_issue(struct chooser *chooser)
{
	chooser->issue.step = CP_NONE;
	return !chooser->choice->issue.len
		|| cp_issue_find(chooser->arena, chooser->whole, chooser->choice->issue,
			&chooser->issue, chooser->diags);
}

static bool find_focus(struct chooser *chooser, uint32_t *focus)
{
	cp_str id = chooser->choice->focus;
	uint32_t node = id.len ? find_node(chooser->whole->annotation, id, chooser->diags)
			       : CP_MOTION_NODE;
	if (node != CP_NONE)
		*focus = cp_claim_of_node(chooser->whole, node);
	return node != CP_NONE;
}

/* All that was reached, and the ways from its starts. */
static void want_chosen(struct chooser *chooser, cp_list starts, uint32_t step)
{
	for (size_t i = 0; i < chooser->chosen.len; i++)
		chooser->want[chooser->chosen.queue[i]] = true;
	if (step != CP_NONE)
		want_way(chooser, cp_part_want_step(chooser->whole, step, chooser->want));
	for (size_t i = 0; i < starts.len; i++)
		want_way(chooser, starts.at[i]);
	want_attacked_steps(chooser);
}

static bool choose_claims(struct chooser *chooser)
{
	const cp_issue *issue = &chooser->issue;
	uint32_t focus;
	if (!find_focus(chooser, &focus) || !find_issue(chooser))
		return false;
	cp_list starts = {&focus, focus != CP_NONE}; /* not, if it is said later */
	if (issue->claims.len && !chooser->choice->focus.len)
		starts = issue->claims;
	for (size_t i = 0; i < starts.len; i++)
		if (starts.at[i] == CP_MOTION)
			reach_from_all(chooser);
		else
			cp_reach_from(&chooser->chosen, starts.at[i]);
	want_chosen(chooser, starts, starts.at == &focus ? CP_NONE : issue->step);
	if (starts.at == &focus && issue->claims.len)
		want_only_below(chooser, issue->claims);
	return true;
}

static bool choose_speaker(struct chooser *chooser)
{
	const cp_graph *whole = chooser->whole;
	uint32_t person = find_person(whole, chooser->choice->speaker, chooser->diags);
	if (person == CP_NONE)
		return false;
	bool *his = CP_NEW_ARRAY(chooser->arena, bool, whole->claims_len);
	const cp_list *items = &whole->people[person].items;
	for (size_t i = 0; i < items->len; i++)
		his[whole->claim_of[items->at[i]]] = true;
	for (uint32_t i = 0; i < whole->steps_len; i++) {
		const cp_step *step = &whole->steps[i];
		if (whole->person_of[step->item] != person)
			continue;
		for (size_t p = 0; p < step->premises.len; p++)
			his[step->premises.at[p]] = true;
		his[cp_step_aim(whole, step)] = true;
	}
	want_only(chooser, his);
	return true;
}

static bool has_tag(const cp_item *item, const cp_names *tags)
{
	for (size_t i = 0; i < item->tags_len; i++)
		for (size_t t = 0; t < tags->len; t++)
			if (cp_str_eq(item->tags[i], tags->at[t]))
				return true;
	return false;
}

/* Those of the wanted claims that have a tag, and then their ways. */
static bool choose_tags(struct chooser *chooser)
{
	const cp_graph *whole = chooser->whole;
	const cp_annotation *annotation = whole->annotation;
	if (!has_all_tags(chooser))
		return false;
	bool *tagged = CP_NEW_ARRAY(chooser->arena, bool, whole->claims_len);
	for (size_t i = 0; i < annotation->items.len; i++)
		if (whole->claim_of[i] != CP_NONE
			&& has_tag(&annotation->items.at[i], &chooser->choice->tags))
			tagged[whole->claim_of[i]] = true;
	want_only(chooser, tagged);
	memset(chooser->led, 0, whole->claims_len);
	for (uint32_t i = 0; i < whole->claims_len; i++)
		if (tagged[i] && chooser->want[i])
			want_way(chooser, i);
	return true;
}

/* ---- The part ---- */

static void put_names(cp_buf *text, const char *what, const cp_names *names,
	const char *between, const char *quotes[2])
{
	for (size_t i = 0; i < names->len; i++)
		cp_buf_printf(text, "%s%s%s%.*s%s",
			i                   ? between
				: text->len ? ", "
					    : "",
			i ? "" : what, quotes[0], CP_FMT(names->at[i]), quotes[1]);
}

static void put_name(cp_buf *text, const char *what, cp_str name, const char *after)
{
	if (name.len)
		cp_buf_printf(text, "%s%s%.*s%s", text->len ? ", " : "", what,
			CP_FMT(name), after);
}

/* "issue 2 (b)" */
static void put_issue(cp_buf *text, cp_str name, cp_str id)
{
	put_name(text, "issue ", name, "");
	if (name.len && !cp_str_eq(name, id))
		cp_buf_printf(text, " (%.*s)", CP_FMT(id));
}

/* "about b, 2 steps deep: 5 of 9 claims" */
static void describe(struct chooser *chooser, cp_graph *part)
{
	const cp_choice *choice = chooser->choice;
	size_t shown = part->claims_len - 1;
	cp_buf text = {0};
	put_name(&text, "until ", choice->until, "");
	put_issue(&text, choice->issue, chooser->issue.id);
	put_name(&text, "about ", choice->focus, "");
	put_name(&text, "what ", choice->speaker, " says and answers");
	put_names(&text, "tagged ", &choice->tags, " or ", (const char *[]){"“", "”"});
	put_names(&text, "folded below ", &choice->collapsed, " and ",
		(const char *[]){"", ""});
	if (choice->depth != CP_NONE)
		cp_buf_printf(&text, "%s%u %s deep", text.len ? ", " : "",
			(unsigned)choice->depth, choice->depth == 1 ? "step" : "steps");
	if (text.len && shown)
		cp_buf_printf(
			&text, ": %zu of %zu claims", shown, shown + part->left_out);
	else if (text.len)
		cp_buf_printf(&text, ": none of %zu claims", part->left_out);
	part->part = cp_buf_settle(chooser->arena, &text);
}

static bool is_narrow(const cp_choice *choice)
{
	return choice->focus.len || choice->issue.len || choice->speaker.len
		|| choice->tags.len || choice->collapsed.len || choice->depth != CP_NONE;
}

static bool choose(struct chooser *chooser)
{
	cp_arena *arena = chooser->arena;
	const cp_choice *choice = chooser->choice;
	chooser->want = CP_NEW_ARRAY(arena, bool, chooser->whole->claims_len);
	chooser->led = CP_NEW_ARRAY(arena, bool, chooser->whole->claims_len);
	chooser->all = cp_reach_new(arena, chooser->whole);
	chooser->chosen = cp_reach_new(arena, chooser->whole);
	chooser->chosen.most = choice->depth;
	cp_reach_all(&chooser->all);
	return collapse(chooser) && choose_claims(chooser)
		&& (!choice->speaker.len || choose_speaker(chooser))
		&& (!choice->tags.len || choose_tags(chooser));
}

const cp_graph *cp_graph_choose(cp_arena *arena, const cp_annotation *annotation,
	const cp_choice *choice, cp_diags *diags)
{
	cp_graph *part = take_until(arena, annotation, choice, diags);
	if (!part)
		return NULL;
	struct chooser chooser = {
		.arena = arena, .whole = part, .choice = choice, .diags = diags};
	if (is_narrow(choice)) {
		if (!choose(&chooser))
			return NULL;
		part = cp_graph_take(arena, part, &chooser.all, chooser.want, NULL);
	}
	describe(&chooser, part);
	return part;
}
