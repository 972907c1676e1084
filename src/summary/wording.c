#include "summary/wording.h"

#include "text/utf8.h"

/* ---- Capitals ---- */

static size_t word_end(cp_str text, size_t i)
{
	size_t end = i;
	while (i < text.len) {
		uint32_t c = cp_utf8_next(text, &i);
		if (!cp_is_letter(c) && !cp_is_digit(c))
			break;
		end = i;
	}
	return end;
}

/* Does a sentence, a quotation or a heading begin at byte `i`? There a capital says nothing. */
static bool begins_sentence(cp_str text, size_t i)
{
	while (i > 0 && text.at[i - 1] == ' ')
		i--;
	size_t before = i;
	while (before > 0 && !cp_starts_code_point(text.at[--before]))
		;
	return i == 0 || !cp_is_letter(cp_utf8_next(text, &before));
}

static void learn_words(cp_writer *writer, cp_str text)
{
	for (size_t i = 0, end; i < text.len; i = end) {
		end = word_end(text, i);
		if (end == i) {
			cp_utf8_next(text, &end);
			continue;
		}
		cp_str word = cp_str_part(text, i, end);
		if (!cp_is_upper(cp_utf8_next(word, &(size_t){0})))
			cp_map_add(writer->arena, &writer->small, word, 1);
		else if (!begins_sentence(text, i))
			cp_map_add(writer->arena, &writer->capitals,
				cp_utf8_lower(writer->arena, word), 1);
	}
}

/* Words of names are capitals everywhere, even if the thread has them only at beginnings. */
static void learn_name(cp_writer *writer, cp_str name)
{
	for (size_t i = 0, end; i < name.len; i = end) {
		end = word_end(name, i);
		if (end == i)
			cp_utf8_next(name, &end);
		else
			cp_map_add(writer->arena, &writer->capitals,
				cp_utf8_lower(writer->arena, cp_str_part(name, i, end)),
				1);
	}
}

void cp_writer_init(
	cp_writer *writer, cp_arena *arena, const cp_graph *graph, cp_prose *prose)
{
	enum { MOST_EXCHANGES = 4 };
	*writer = (cp_writer){.arena = arena,
		.graph = graph,
		.prose = prose,
		.exchanges = cp_graph_exchanges(arena, graph, MOST_EXCHANGES),
		.measures = cp_measures_new(arena, graph)};
	for (size_t i = 0; i < graph->thread->comments.len; i++)
		learn_words(writer, graph->thread->comments.at[i].text);
	/* An annotator's words too: "Sunday", where the thread has only "Sundays". */
	learn_words(writer, graph->annotation->motion);
	for (size_t i = 0; i < graph->annotation->items.len; i++)
		learn_words(writer, graph->annotation->items.at[i].gist);
	for (size_t i = 0; i < graph->people_len; i++)
		learn_name(writer, graph->people[i].name);
}

static bool keeps_capital(const cp_writer *writer, cp_str word)
{
	size_t i = 0;
	cp_utf8_next(word, &i);
	if (i == word.len)
		return word.len == 1 && word.at[0] == 'I';
	while (i < word.len)
		if (cp_is_upper(cp_utf8_next(word, &i)))
			return true;
	cp_str small = cp_utf8_lower(writer->arena, word);
	return cp_map_find(&writer->capitals, small) != CP_NONE
		&& cp_map_find(&writer->small, small) == CP_NONE;
}

static cp_str strip_stop(cp_str text)
{
	while (text.len && strchr(" .!", text.at[text.len - 1]))
		text.len--;
	return text;
}

/* ---- Parts of sentences ---- */

void cp_put_heading(cp_writer *writer, const char *text)
{
	cp_prose_begin(writer->prose, CP_HEADING);
	cp_prose_printf(writer->prose, "%s", text);
}

void cp_put_person(cp_writer *writer, const cp_person *person)
{
	cp_prose_put(writer->prose, CP_RUN_TEXT, cp_person_name(person));
}

void cp_put_separator(cp_writer *writer, size_t i, size_t count)
{
	if (i > 0)
		cp_prose_printf(writer->prose, "%s", i + 1 == count ? " and " : ", ");
}

static bool makes_claim(const cp_item *item)
{
	return item->kind != CP_QUOTATION || cp_item_is_asserted(item);
}

void cp_put_claimants(cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	const cp_claim *it = &graph->claims[claim];
	CP_ARRAY(uint32_t) people = {0};
	for (size_t i = 0; i < it->items.len; i++) {
		uint32_t person = graph->person_of[it->items.at[i]];
		bool known = !makes_claim(&graph->annotation->items.at[it->items.at[i]]);
		for (size_t j = 0; j < people.len; j++)
			known |= people.at[j] == person;
		if (!known)
			*cp_push(writer->arena, &people) = person;
	}
	for (size_t i = 0; i < people.len; i++) {
		cp_put_separator(writer, i, people.len);
		cp_put_person(writer,
			people.at[i] == CP_NONE ? NULL : &graph->people[people.at[i]]);
	}
}

void cp_put_claim(cp_writer *writer, uint32_t claim)
{
	const cp_claim *it = &writer->graph->claims[claim];
	cp_str text = strip_stop(it->text);
	if (it->verbatim) {
		cp_prose_printf(writer->prose, "“%.*s”", CP_FMT(text));
		return;
	}
	size_t end = word_end(text, 0), first = 0;
	if (!end || keeps_capital(writer, cp_str_part(text, 0, end))) {
		cp_prose_put(writer->prose, CP_RUN_TEXT, text);
		return;
	}
	cp_buf small = {0};
	cp_utf8_put(&small, cp_to_lower(cp_utf8_next(text, &first)));
	cp_buf_put(&small, cp_str_part(text, first, text.len));
	cp_prose_put(writer->prose, CP_RUN_TEXT, cp_buf_str(&small));
	cp_buf_clear(&small);
}

static void cite(cp_writer *writer, const uint32_t *items, size_t count, bool quotations)
{
	enum { MOST = 8 };
	const cp_graph *graph = writer->graph;
	cp_str ids[MOST] = {{0}};
	uint32_t comments[MOST] = {0};
	size_t cited = 0;
	bool unfound = false;
	for (size_t i = 0; i < count && cited < MOST; i++) {
		const cp_item *item = &graph->annotation->items.at[items[i]];
		if (item->comment == CP_NONE || (!quotations && !makes_claim(item)))
			continue;
		ids[cited] = graph->thread->comments.at[item->comment].id;
		comments[cited++] = item->comment;
		unfound |= cp_item_is_unfound(item);
	}
	cp_prose_cite(writer->prose, ids, comments, cited);
	if (unfound)
		cp_prose_printf(writer->prose, " (the words were not found there)");
}

void cp_cite_claim(cp_writer *writer, uint32_t claim)
{
	const cp_list *items = &writer->graph->claims[claim].items;
	cite(writer, items->at, items->len, false);
}

void cp_start_with_claimants(cp_writer *writer, uint32_t claim)
{
	size_t mark = cp_prose_mark(writer->prose);
	cp_put_claimants(writer, claim);
	cp_prose_capitalise(writer->prose, mark);
}

void cp_put_cited(cp_writer *writer, uint32_t claim)
{
	cp_put_claim(writer, claim);
	cp_cite_claim(writer, claim);
}

void cp_cite_item(cp_writer *writer, uint32_t item)
{
	cite(writer, &item, 1, true);
}

void cp_put_count(cp_writer *writer, size_t count, const char *one, const char *many)
{
	static const char *const words[] = {"no", "one", "two", "three", "four", "five",
		"six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
	if (count < sizeof words / sizeof *words)
		cp_prose_printf(
			writer->prose, "%s %s", words[count], count == 1 ? one : many);
	else
		cp_prose_printf(writer->prose, "%zu %s", count, many);
}
