#include "graph/people.h"

#include "graph/lists.h"

struct finder {
	cp_arena *arena;
	cp_graph *graph;
	CP_ARRAY(cp_person) people;
	cp_map by_name;
};

static uint32_t add_person(
	struct finder *finder, cp_str name, cp_origin origin, cp_str because)
{
	uint32_t index = (uint32_t)finder->people.len;
	if (name.len) {
		uint32_t known = cp_map_add(finder->arena, &finder->by_name, name, index);
		if (known != index) {
			cp_person *person = &finder->people.at[known];
			if (origin == CP_ORIGIN_STATED)
				person->origin = origin;
			if (!person->because.len)
				person->because = because;
			return known;
		}
	}
	*cp_push(finder->arena, &finder->people) =
		(cp_person){.name = name, .origin = origin, .because = because};
	return index;
}

/* Authors first, in the order of the page, then those whom the annotator names. A speaker
 * of the annotator's with an author's name is that author. */
static void find_authors(struct finder *finder)
{
	cp_graph *graph = finder->graph;
	const cp_annotation *annotation = graph->annotation;
	size_t count = graph->thread->comments.len;
	graph->author_of = CP_NEW_ARRAY(finder->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++) {
		const cp_comment *comment = &graph->thread->comments.at[i];
		const cp_speaker *speaker = annotation->attributed[i] == CP_NONE
			? NULL
			: &annotation->speakers.at[annotation->attributed[i]];
		/* A place without text and name is nobody's contribution. */
		graph->author_of[i] =
			!speaker && comment->missing.at && !comment->author.len ? CP_NONE
			: speaker && !cp_str_eq(speaker->name, comment->author)
			? add_person(finder, speaker->name, CP_ORIGIN_INFERRED,
				speaker->because)
			: add_person(finder, comment->author,
				comment->author.len ? CP_ORIGIN_STATED
						    : CP_ORIGIN_UNKNOWN,
				(cp_str){0});
	}
}

/* Comments that the graph does not have are nobody's. */
static uint32_t author_of(const cp_graph *graph, uint32_t comment)
{
	return comment < graph->thread->comments.len ? graph->author_of[comment]
						     : CP_NONE;
}

static void find_speakers_of_items(struct finder *finder)
{
	cp_graph *graph = finder->graph;
	const cp_annotation *annotation = graph->annotation;
	graph->person_of = CP_NEW_ARRAY(finder->arena, uint32_t, annotation->items.len);
	for (size_t i = 0; i < annotation->items.len; i++) {
		const cp_item *item = &annotation->items.at[i];
		const cp_speaker *speaker = item->speaker == CP_NONE
			? NULL
			: &annotation->speakers.at[item->speaker];
		if (speaker)
			graph->person_of[i] = add_person(finder, speaker->name,
				CP_ORIGIN_INFERRED, speaker->because);
		else
			graph->person_of[i] = author_of(graph, item->comment);
	}
}

/* What belongs to each person, of `count` things with the owners `owner`. */
static struct cp_lists group(struct finder *finder, const uint32_t *owner, size_t count)
{
	struct cp_lists lists = cp_lists_new(finder->arena, finder->people.len);
	for (size_t i = 0; i < count; i++)
		if (owner[i] != CP_NONE)
			cp_lists_count(&lists, owner[i]);
	cp_lists_ready(finder->arena, &lists, finder->people.len);
	for (uint32_t i = 0; i < count; i++)
		if (owner[i] != CP_NONE)
			cp_lists_add(&lists, owner[i], i);
	return lists;
}

static const uint32_t *kept_items(struct finder *finder)
{
	const cp_graph *graph = finder->graph;
	size_t count = graph->annotation->items.len;
	uint32_t *owner = CP_NEW_ARRAY(finder->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		owner[i] = graph->claim_of[i] == CP_NONE ? CP_NONE : graph->person_of[i];
	return owner;
}

/* Somebody is on a side if he speaks to the motion itself, or makes at least two points,
 * and seven in ten of his points are on that side: a supporter may well reject one of his
 * own side's reasons. */
static cp_stance find_side(const cp_graph *graph, const cp_person *person)
{
	size_t pro = 0, contra = 0;
	bool direct = false;
	for (size_t i = 0; i < person->items.len; i++) {
		uint32_t item = person->items.at[i];
		const cp_claim *claim = &graph->claims[graph->claim_of[item]];
		if (!cp_item_is_asserted(&graph->annotation->items.at[item]))
			continue;
		pro += claim->stance == CP_STANCE_PRO;
		contra += claim->stance == CP_STANCE_CONTRA;
		direct |= claim->depth <= 1;
	}
	if (pro + contra == 0 || (!direct && pro + contra < 2))
		return CP_STANCE_NONE;
	return pro * 10 >= (pro + contra) * 7       ? CP_STANCE_PRO
		: contra * 10 >= (pro + contra) * 7 ? CP_STANCE_CONTRA
						    : CP_STANCE_BOTH;
}

void cp_graph_find_people(cp_arena *arena, cp_graph *graph)
{
	struct finder finder = {.arena = arena, .graph = graph};
	find_authors(&finder);
	find_speakers_of_items(&finder);
	graph->people = finder.people.at;
	graph->people_len = finder.people.len;
	struct cp_lists comments =
		group(&finder, graph->author_of, graph->thread->comments.len);
	struct cp_lists items =
		group(&finder, kept_items(&finder), graph->annotation->items.len);
	for (uint32_t p = 0; p < graph->people_len; p++) {
		cp_person *person = &graph->people[p];
		person->comments = cp_lists_of(&comments, p);
		person->items = cp_lists_of(&items, p);
		person->side = find_side(graph, person);
	}
}

const cp_person *cp_graph_person(const cp_graph *graph, uint32_t item)
{
	uint32_t person = graph->person_of[item];
	return person == CP_NONE ? NULL : &graph->people[person];
}
