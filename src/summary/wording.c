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

void cp_writer_init(cp_writer *writer, cp_arena *arena, const cp_graph *graph,
	const cp_summary_wish *wish, cp_prose *prose)
{
	enum { MOST_EXCHANGES = 4 };
	*writer = (cp_writer){.arena = arena,
		.graph = graph,
		.measures = cp_measures_new(arena, graph),
		.wish = wish,
		.prose = prose,
		.exchanges = cp_graph_exchanges(arena, graph, MOST_EXCHANGES),
		.told = CP_NEW_ARRAY(arena, bool, graph->claims_len),
		.silent = CP_NEW_ARRAY(arena, bool, graph->claims_len)};
	cp_str language = graph->thread->language;
	writer->foreign = language.len && !cp_str_starts(language, CP_LIT("en"));
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

/* ---- Headings ---- */

void cp_put_heading(cp_writer *writer, const char *text)
{
	cp_prose_begin(writer->prose, CP_HEADING);
	cp_prose_printf(writer->prose, "%s", text);
	cp_prose_end_cell(writer->prose);
}

void cp_heading_once(cp_writer *writer, bool *put, const char *text)
{
	if (!*put)
		cp_put_heading(writer, text);
	*put = true;
}

void cp_begin_lead(cp_writer *writer)
{
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	writer->prose->blocks.at[writer->prose->blocks.len - 1].leads = true;
}

void cp_put_separator(cp_writer *writer, size_t i, size_t count)
{
	if (i > 0)
		cp_prose_printf(writer->prose, "%s", i + 1 == count ? " and " : ", ");
}

/* ---- Who ---- */

static cp_str name_of(cp_writer *writer, uint32_t person)
{
	if (person == CP_NONE) /* what nobody wrote, but the annotator supplied */
		return CP_LIT("the annotator");
	cp_str name = cp_prose_clean(writer->arena, writer->graph->people[person].name);
	return name.len ? name : CP_LIT("an unnamed speaker");
}

cp_run *cp_put_person(
	cp_writer *writer, uint32_t person, cp_manner manner, uint32_t claim)
{
	cp_prose_name(writer->prose, person, manner, claim);
	writer->several = false;
	cp_run *run = cp_prose_put(writer->prose, CP_RUN_PERSON, name_of(writer, person));
	run->of = person;
	run->kept = person != CP_NONE && writer->graph->people[person].name.len;
	return run;
}

static bool is_in_manner(const cp_item *item, cp_manner manner)
{
	return manner == CP_SAYS      ? cp_item_is_asserted(item)
		: manner == CP_GRANTS ? item->attitude == CP_CONCEDED
				      : true;
}

static bool has_manner(const cp_graph *graph, uint32_t claim, cp_manner manner)
{
	const cp_list *items = &graph->claims[claim].items;
	for (size_t i = 0; i < items->len; i++)
		if (is_in_manner(&graph->annotation->items.at[items->at[i]], manner))
			return true;
	return false;
}

cp_manner cp_claim_manner(const cp_graph *graph, uint32_t claim)
{
	return has_manner(graph, claim, CP_SAYS)      ? CP_SAYS
		: has_manner(graph, claim, CP_GRANTS) ? CP_GRANTS
						      : CP_MENTIONS;
}

struct people {
	CP_ARRAY(uint32_t) list;
};

static struct people claimants_of(cp_writer *writer, uint32_t claim)
{
	const cp_graph *graph = writer->graph;
	const cp_list *items = &graph->claims[claim].items;
	cp_manner manner = cp_claim_manner(graph, claim);
	struct people people = {0};
	for (size_t i = 0; i < items->len; i++) {
		uint32_t person = graph->person_of[items->at[i]];
		bool known =
			!is_in_manner(&graph->annotation->items.at[items->at[i]], manner);
		for (size_t j = 0; j < people.list.len; j++)
			known |= people.list.at[j] == person;
		if (!known)
			*cp_push(writer->arena, &people.list) = person;
	}
	return people;
}

bool cp_is_claimant(const cp_graph *graph, uint32_t person, uint32_t claim)
{
	const cp_list *items = &graph->claims[claim].items;
	cp_manner manner = cp_claim_manner(graph, claim);
	for (size_t i = 0; i < items->len; i++)
		if (graph->person_of[items->at[i]] == person
			&& is_in_manner(
				&graph->annotation->items.at[items->at[i]], manner))
			return true;
	return false;
}

uint32_t cp_claim_maker(const cp_graph *graph, uint32_t claim)
{
	const cp_list *items = &graph->claims[claim].items;
	cp_manner manner = cp_claim_manner(graph, claim);
	for (size_t i = 0; i < items->len; i++)
		if (is_in_manner(&graph->annotation->items.at[items->at[i]], manner))
			return graph->person_of[items->at[i]];
	return CP_NONE;
}

void cp_put_claimants(cp_writer *writer, uint32_t claim)
{
	struct people people = claimants_of(writer, claim);
	cp_manner manner = cp_claim_manner(writer->graph, claim);
	size_t named =
		people.list.len <= CP_MOST_LISTED + 1 ? people.list.len : CP_MOST_LISTED;
	size_t parts = named + (named < people.list.len);
	for (size_t i = 0; i < named; i++) {
		cp_put_separator(writer, i, parts);
		cp_put_person(writer, people.list.at[i], manner, claim);
	}
	if (named < people.list.len) {
		cp_put_separator(writer, named, parts);
		cp_put_count(writer, CP_COUNT_OWN, claim, people.list.len - named,
			"other", "others");
	}
	writer->several = people.list.len > 1;
}

/* ---- What ---- */

bool cp_claim_is_unstated(const cp_graph *graph, uint32_t claim)
{
	uint32_t item = graph->claims[claim].item;
	return item != CP_NONE && graph->annotation->items.at[item].implicit;
}

bool cp_claim_embeds(const cp_writer *writer, uint32_t claim)
{
	const cp_claim *it = &writer->graph->claims[claim];
	return !it->verbatim && !writer->foreign && !cp_str_ends(it->text, CP_LIT("?"))
		&& !cp_str_starts(it->text, CP_LIT("That "));
}

/* As a gist stands in the midst of a sentence. */
static cp_str make_small(cp_writer *writer, cp_str text)
{
	size_t end = word_end(text, 0), first = 0;
	if (!end || keeps_capital(writer, cp_str_part(text, 0, end)))
		return text;
	cp_buf small = {0};
	cp_utf8_put(&small, cp_to_lower(cp_utf8_next(text, &first)));
	cp_buf_put(&small, cp_str_part(text, first, text.len));
	return cp_buf_settle(writer->arena, &small);
}

/* ---- Words of comments ---- */

enum {
	MOST_WORDS = 30, /* of a quotation that can be cut at the end of a clause */
	MORE_WORDS = 40, /* … at a comma … */
	FAR_TOO_MANY_WORDS = 60, /* … and anywhere */
};

/* Words that turn what goes before them: no clause that begins with one is left out. */
static bool turns_meaning(cp_str word)
{
	static const char *const words[] = {"but", "unless", "if", "except", "not", "nor",
		"without", "only", "when", "provided", "though", "although", "however",
		"until", "or", "while", "whereas", "because", "than", "aber", "wenn",
		"nicht", "sofern", "mais", "sauf", "si"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (cp_str_is(word, words[i]))
			return true;
	return false;
}

static bool ends_with(cp_str word, const char *const ends[])
{
	for (size_t i = 0; ends[i]; i++)
		if (cp_str_ends(word, cp_str_of(ends[i])))
			return true;
	return false;
}

static size_t blank_after(cp_str text, size_t i)
{
	while (i < text.len && text.at[i] != ' ')
		i++;
	return i;
}

/* The end of the last clause within the first words that nothing turns afterwards. Commas do
 * for longer ones only: they stand in lists, and before what belongs to the words after. */
static size_t find_cut(cp_arena *arena, cp_str text)
{
	static const char *const strong[] = {
		";", ":", ".", "!", "?", "–", "—", "…", NULL};
	static const char *const weak[] = {",", NULL};
	size_t cut = 0, comma = 0, count = 0, end = 0;
	for (size_t i = 0; i < text.len; i = end + 1) {
		end = blank_after(text, i);
		if (++count > MOST_WORDS && cut)
			return cut;
		if (count > MORE_WORDS && comma)
			return comma;
		if (count == FAR_TOO_MANY_WORDS || end == text.len)
			return end;
		cp_str word = cp_str_part(text, i, end);
		cp_str next = cp_str_part(text, end + 1, blank_after(text, end + 1));
		if (turns_meaning(cp_utf8_lower(arena, next)))
			continue;
		if (count <= MOST_WORDS && ends_with(word, strong))
			cut = end;
		if (count <= MOST_WORDS && ends_with(word, weak))
			comma = end;
	}
	return text.len;
}

cp_str cp_cut_words(cp_arena *arena, cp_str text)
{
	size_t cut = find_cut(arena, text);
	if (!cut || cut >= text.len)
		return text;
	while (cut > 0 && strchr(",;:", text.at[cut - 1]))
		cut--;
	cp_buf out = {0};
	cp_buf_put(&out, cp_str_part(text, 0, cut));
	cp_buf_puts(&out, " […]");
	return cp_buf_settle(arena, &out);
}

static cp_str strip_marks(cp_str text)
{
	static const char *const marks[] = {"“", "”", "„", "\"", "‘", "’"};
	for (size_t i = 0; i < 2 * (sizeof marks / sizeof *marks); i++) {
		cp_str mark = cp_str_of(marks[i / 2]);
		if (i % 2 == 0 && text.len > mark.len && cp_str_starts(text, mark))
			text = cp_str_part(text, mark.len, text.len);
		else if (i % 2 && text.len > mark.len && cp_str_ends(text, mark))
			text = cp_str_part(text, 0, text.len - mark.len);
	}
	return text;
}

static void put_words(cp_writer *writer, uint32_t item, bool strong)
{
	const cp_annotation *annotation = writer->graph->annotation;
	cp_str words = cp_prose_clean(
		writer->arena, cp_item_text(annotation, &annotation->items.at[item]));
	words = cp_cut_words(writer->arena, strip_stop(strip_marks(words)));
	cp_prose_rest_on_item(writer->prose, item);
	cp_prose_printf(writer->prose, "“");
	cp_run *run = cp_prose_put(
		writer->prose, CP_RUN_QUOTE, words.len ? words : CP_LIT("…"));
	run->of = item;
	run->strong = strong;
	cp_prose_printf(writer->prose, "”");
}

void cp_put_words(cp_writer *writer, uint32_t item)
{
	put_words(writer, item, false);
}

/* ---- Claims ---- */

static void put_claim(cp_writer *writer, uint32_t claim, bool strong)
{
	const cp_claim *it = &writer->graph->claims[claim];
	if (it->item != CP_NONE)
		cp_prose_rest_on_item(writer->prose, it->item);
	if (it->verbatim && it->item != CP_NONE) {
		put_words(writer, it->item, strong);
		return;
	}
	cp_str text = strip_stop(cp_prose_clean(writer->arena, it->text));
	if (!text.len)
		text = CP_LIT("…");
	bool embeds = cp_claim_embeds(writer, claim);
	cp_prose_printf(writer->prose, embeds ? "" : "‘");
	cp_run *run = cp_prose_put(
		writer->prose, CP_RUN_CLAIM, embeds ? make_small(writer, text) : text);
	run->of = claim;
	run->strong = strong;
	cp_prose_printf(writer->prose, embeds ? "" : "’");
}

void cp_put_claim(cp_writer *writer, uint32_t claim)
{
	put_claim(writer, claim, false);
}

void cp_put_thesis(cp_writer *writer, uint32_t claim)
{
	put_claim(writer, claim, true);
}

/* ---- Cites ---- */

static bool makes_claim(const cp_item *item)
{
	return item->kind != CP_QUOTATION || cp_item_is_asserted(item);
}

static bool is_cited(const uint32_t *comments, size_t count, uint32_t comment)
{
	for (size_t i = 0; i < count; i++)
		if (comments[i] == comment)
			return true;
	return false;
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
		if (!quotations && !makes_claim(item))
			continue;
		unfound |= cp_item_is_unfound(item);
		if (is_cited(comments, cited, item->comment))
			continue;
		cp_prose_rest_on_item(writer->prose, items[i]);
		if (item->comment == CP_NONE)
			continue;
		ids[cited] = graph->thread->comments.at[item->comment].id;
		comments[cited++] = item->comment;
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

void cp_cite_item(cp_writer *writer, uint32_t item)
{
	cite(writer, &item, 1, true);
}

void cp_cite_items(cp_writer *writer, const uint32_t *items, size_t count)
{
	cite(writer, items, count, true);
}

void cp_cite_comments(cp_writer *writer, cp_list comments)
{
	enum { MOST = 12 };
	size_t len = comments.len < MOST ? comments.len : MOST;
	cp_str ids[MOST];
	for (size_t i = 0; i < len; i++)
		ids[i] = writer->graph->thread->comments.at[comments.at[i]].id;
	cp_prose_cite(writer->prose, ids, comments.at, len);
}

void cp_cite_comment(cp_writer *writer, uint32_t comment)
{
	cp_prose_cite(writer->prose, &writer->graph->thread->comments.at[comment].id,
		&comment, 1);
}

/* ---- Numbers ---- */

static cp_run *put_value(
	cp_writer *writer, cp_count kind, uint32_t of, size_t value, cp_str text)
{
	cp_run *run = cp_prose_put(writer->prose, CP_RUN_COUNT, text);
	run->count = kind;
	run->of = of;
	run->value = value;
	return run;
}

void cp_put_count(cp_writer *writer, cp_count kind, uint32_t of, size_t value,
	const char *one, const char *many)
{
	put_value(writer, kind, of, value, cp_count_words(writer->arena, kind, value));
	const char *noun = value == 1 ? one : many;
	bool joined = !*noun || *noun == ',' || *noun == '%';
	cp_prose_printf(writer->prose, joined ? "%s" : " %s", noun);
}

void cp_put_number(cp_writer *writer, cp_count kind, uint32_t of, size_t value)
{
	cp_buf digits = {0};
	cp_buf_printf(&digits, "%zu", value);
	put_value(writer, kind, of, value, cp_buf_settle(writer->arena, &digits));
}
