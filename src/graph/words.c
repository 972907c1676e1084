#include "graph/words.h"

cp_str cp_person_name(const cp_person *person)
{
	return person && person->name.len ? person->name : CP_LIT("an unnamed speaker");
}

uint32_t cp_person_find(const cp_graph *graph, cp_str name, cp_suggestion *near)
{
	for (uint32_t i = 0; i < graph->people_len; i++) {
		if (graph->people[i].name.len && cp_str_eq(graph->people[i].name, name))
			return i;
		if (graph->people[i].name.len)
			cp_suggestion_see(near, graph->people[i].name);
	}
	return CP_NONE;
}

void cp_put_work(cp_buf *out, const cp_work *work)
{
	const char *separator = "";
	const cp_str parts[] = {work->author, work->title};
	for (size_t i = 0; i < 2; i++)
		if (parts[i].len) {
			cp_buf_printf(out, "%s%.*s", separator, CP_FMT(parts[i]));
			separator = ", ";
		}
	if (work->year)
		cp_buf_printf(out, " (%d)", work->year);
	if (work->locator.len)
		cp_buf_printf(out, ", %.*s", CP_FMT(work->locator));
}

void cp_put_number_word(cp_buf *out, size_t number)
{
	static const char *const words[] = {"no", "one", "two", "three", "four", "five",
		"six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
	if (number < sizeof words / sizeof *words)
		cp_buf_puts(out, words[number]);
	else
		cp_buf_printf(out, "%zu", number);
}

const cp_person *cp_comment_author(const cp_graph *graph, uint32_t comment)
{
	uint32_t author = graph->author_of[comment];
	return author == CP_NONE ? NULL : &graph->people[author];
}

cp_str cp_quoted_name(const cp_graph *graph, const cp_item *item)
{
	uint32_t author = item->quoted_comment == CP_NONE
		? CP_NONE
		: graph->author_of[item->quoted_comment];
	if (author != CP_NONE)
		return cp_person_name(&graph->people[author]);
	if (item->quoted_work == CP_NONE)
		return CP_LIT("an unknown source");
	const cp_work *work = &graph->annotation->works.at[item->quoted_work];
	return work->author.len ? work->author : work->title.len ? work->title : work->id;
}

const char *cp_step_verb(const cp_step *step)
{
	return cp_relation_names[step->kind];
}

const cp_stance cp_stance_order[CP_STANCES] = {
	CP_STANCE_PRO, CP_STANCE_CONTRA, CP_STANCE_BOTH, CP_STANCE_NONE};

const char *cp_stance_name(cp_stance stance)
{
	static const char *const names[] = {"none", "pro", "contra", "both"};
	return names[stance];
}

const char *cp_attitude_word(const cp_item *item)
{
	static const char *const words[CP_ATTITUDES] = {
		[CP_CONCEDED] = "granted",
		[CP_DENIED] = "denied",
		[CP_HYPOTHETICAL] = "supposed",
		[CP_REPORTED] = "reported",
		[CP_QUESTION] = "asked",
		[CP_IRONIC] = "ironic",
	};
	return words[item->attitude];
}

void cp_put_strength(cp_buf *out, double strength)
{
	unsigned hundredths = (unsigned)(strength * 100 + 0.5);
	cp_buf_printf(out, "%u.%02u", hundredths / 100, hundredths % 100);
}
