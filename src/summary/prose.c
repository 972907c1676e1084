#include "summary/prose.h"

#include "text/utf8.h"

#include <stdio.h>

const char *const cp_section_names[CP_SECTIONS] = {
	[CP_SECTION_BASIS] = "basis",
	[CP_SECTION_STATE] = "state",
	[CP_SECTION_REPLIES] = "replies",
	[CP_SECTION_AGAINST] = "unanswered-against",
	[CP_SECTION_GRANTS_TO] = "granted-to",
	[CP_SECTION_MISQUOTED] = "quoted",
	[CP_SECTION_QUESTIONS] = "questions",
	[CP_SECTION_UNANSWERED] = "unanswered",
	[CP_SECTION_TALK_PAST] = "talk-past",
	[CP_SECTION_TABLE] = "speaker-table",
	[CP_SECTION_STRUCTURE] = "structure",
	[CP_SECTION_SCHEMES] = "schemes",
	[CP_SECTION_FAULTS] = "faults",
	[CP_SECTION_PRO] = "points-for",
	[CP_SECTION_CONTRA] = "points-against",
	[CP_SECTION_CLASHES] = "clashes",
	[CP_SECTION_GRANTED] = "granted",
	[CP_SECTION_QUOTATIONS] = "quotations",
	[CP_SECTION_MINORITY] = "minority",
	[CP_SECTION_BURDEN] = "burden",
	[CP_SECTION_UNTIED] = "untied",
	[CP_SECTION_PEOPLE] = "speakers",
	[CP_SECTION_DIGEST] = "digest",
	[CP_SECTION_METHOD] = "method",
};

static cp_block *last_block(const cp_prose *prose)
{
	return &prose->blocks.at[prose->blocks.len - 1];
}

static cp_sentence *last_sentence(cp_prose *prose)
{
	cp_block *block = last_block(prose);
	if (!block->sentences.len || block->sentences.at[block->sentences.len - 1].ended)
		return cp_push(prose->arena, &block->sentences);
	return &block->sentences.at[block->sentences.len - 1];
}

void cp_prose_begin(cp_prose *prose, cp_block_kind kind)
{
	*cp_push(prose->arena, &prose->blocks) =
		(cp_block){.kind = kind, .section = prose->section};
}

cp_str cp_prose_clean(cp_arena *arena, cp_str text)
{
	cp_buf clean = {0};
	for (size_t i = 0; i < text.len;) {
		size_t start = i;
		if (!cp_is_space(cp_utf8_next(text, &i)))
			cp_buf_put(&clean, cp_str_part(text, start, i));
		else if (clean.len && clean.at[clean.len - 1] != ' ')
			cp_buf_putc(&clean, ' ');
	}
	clean.len -= clean.len && clean.at[clean.len - 1] == ' ';
	return cp_buf_settle(arena, &clean);
}

static cp_run *add_run(cp_prose *prose, cp_run_kind kind, cp_str text)
{
	cp_run *run = cp_push(prose->arena, &last_sentence(prose)->runs);
	*run = (cp_run){.kind = kind, .text = text, .of = CP_NONE};
	return run;
}

cp_run *cp_prose_put(cp_prose *prose, cp_run_kind kind, cp_str text)
{
	return add_run(prose, kind, cp_prose_clean(prose->arena, text));
}

cp_run *cp_prose_printf(cp_prose *prose, const char *format, ...)
{
	cp_buf text = {0};
	va_list args;
	va_start(args, format);
	cp_buf_vprintf(&text, format, args);
	va_end(args);
	return add_run(prose, CP_RUN_TEXT, cp_buf_settle(prose->arena, &text));
}

void cp_prose_cite(
	cp_prose *prose, const cp_str *ids, const uint32_t *comments, size_t count)
{
	cp_str separator = CP_LIT(" [");
	for (size_t i = 0; i < count; i++) {
		bool again = false;
		for (size_t j = 0; j < i; j++)
			again |= comments[j] == comments[i];
		if (again)
			continue;
		add_run(prose, CP_RUN_MARK, separator);
		add_run(prose, CP_RUN_CITE, ids[i])->of = comments[i];
		separator = CP_LIT(", ");
	}
	if (count)
		add_run(prose, CP_RUN_MARK, CP_LIT("]"));
}

/* ---- What a sentence rests on ---- */

void cp_prose_rest_on_item(cp_prose *prose, uint32_t item)
{
	cp_sentence *sentence = last_sentence(prose);
	for (size_t i = 0; i < sentence->items.len; i++)
		if (sentence->items.at[i] == item)
			return;
	*cp_push(prose->arena, &sentence->items) = item;
}

void cp_prose_rest_on_step(cp_prose *prose, uint32_t step)
{
	cp_sentence *sentence = last_sentence(prose);
	for (size_t i = 0; i < sentence->steps.len; i++)
		if (sentence->steps.at[i] == step)
			return;
	*cp_push(prose->arena, &sentence->steps) = step;
}

void cp_prose_name(cp_prose *prose, uint32_t person, cp_manner manner, uint32_t claim)
{
	*cp_push(prose->arena, &last_sentence(prose)->voices) =
		(cp_voice){person, manner, claim};
}

/* ---- Ending a sentence ---- */

static void capitalise(cp_prose *prose, const cp_sentence *sentence)
{
	size_t i = 0, first = 0;
	while (first < sentence->runs.len && !sentence->runs.at[first].text.len)
		first++;
	if (first == sentence->runs.len || sentence->runs.at[first].kept)
		return;
	cp_run *run = &sentence->runs.at[first];
	cp_buf capital = {0};
	cp_utf8_put(&capital, cp_to_upper(cp_utf8_next(run->text, &i)));
	cp_buf_put(&capital, cp_str_part(run->text, i, run->text.len));
	run->text = cp_buf_settle(prose->arena, &capital);
}

/* Runs `start` to `end` are one group of cites: " [", "c1", ", ", "c5", "]". */
struct cites {
	size_t start, end;
};

static bool find_cites(const cp_sentence *sentence, size_t from, struct cites *cites)
{
	while (from < sentence->runs.len && sentence->runs.at[from].kind != CP_RUN_CITE)
		from++;
	if (from == sentence->runs.len)
		return false;
	cites->start = from - 1;
	while (!cp_str_is(sentence->runs.at[from].text, "]"))
		from++;
	cites->end = from + 1;
	return true;
}

static bool same_cites(
	const cp_sentence *sentence, const struct cites *a, const struct cites *b)
{
	if (a->end - a->start != b->end - b->start)
		return false;
	for (size_t i = 0; i < a->end - a->start; i++)
		if (sentence->runs.at[a->start + i].of
			!= sentence->runs.at[b->start + i].of)
			return false;
	return true;
}

static void take_cites_out(cp_sentence *sentence, const struct cites *cites)
{
	memmove(&sentence->runs.at[cites->start], &sentence->runs.at[cites->end],
		(sentence->runs.len - cites->end) * sizeof *sentence->runs.at);
	sentence->runs.len -= cites->end - cites->start;
}

static bool has_cite(const cp_sentence *sentence, const struct cites *cites, uint32_t of)
{
	for (size_t i = cites->start; i < cites->end; i++)
		if (sentence->runs.at[i].kind == CP_RUN_CITE
			&& sentence->runs.at[i].of == of)
			return true;
	return false;
}

/* Two groups side by side, " [c1]" and " [c1, c2]", become one. */
static void merge_cites(
	cp_sentence *sentence, struct cites *before, const struct cites *next)
{
	size_t end = before->end - 1;
	for (size_t i = next->start + 1; i < next->end; i += 2)
		if (!has_cite(sentence, before, sentence->runs.at[i].of)) {
			sentence->runs.at[end] = (cp_run){
				.kind = CP_RUN_MARK, .text = CP_LIT(", "), .of = CP_NONE};
			sentence->runs.at[end + 1] = sentence->runs.at[i];
			end += 2;
		}
	sentence->runs.at[end] =
		(cp_run){.kind = CP_RUN_MARK, .text = CP_LIT("]"), .of = CP_NONE};
	struct cites rest = {end + 1, next->end};
	take_cites_out(sentence, &rest);
	before->end = end + 1;
}

static void drop_repeated_cites(cp_sentence *sentence)
{
	struct cites before, next;
	bool any = find_cites(sentence, 0, &before);
	while (any && find_cites(sentence, before.end, &next)) {
		if (next.start == before.end) {
			merge_cites(sentence, &before, &next);
			continue;
		}
		if (same_cites(sentence, &before, &next)) {
			take_cites_out(sentence, &before);
			next.start -= before.end - before.start;
			next.end -= before.end - before.start;
		}
		before = next;
	}
}

static cp_str first_word(const cp_sentence *sentence)
{
	size_t first = 0;
	while (first + 1 < sentence->runs.len && !sentence->runs.at[first].text.len)
		first++;
	cp_str text = sentence->runs.at[first].text;
	for (size_t i = 0; i < text.len; i++)
		if (strchr(" ,:.", text.at[i]))
			return cp_str_part(text, 0, i);
	return text;
}

void cp_prose_end(cp_prose *prose, const char *mark)
{
	cp_sentence *sentence = last_sentence(prose);
	if (!sentence->runs.len)
		return;
	add_run(prose, CP_RUN_TEXT, cp_str_of(mark));
	capitalise(prose, sentence);
	drop_repeated_cites(sentence);
	sentence->ended = true;
	prose->openings[1] = prose->openings[0];
	prose->openings[0] = first_word(sentence);
}

void cp_prose_end_aside(cp_prose *prose, const char *mark)
{
	last_sentence(prose)->aside = true;
	cp_prose_end(prose, mark);
}

void cp_prose_end_cell(cp_prose *prose)
{
	last_sentence(prose)->ended = true;
}

/* ---- Asking ---- */

size_t cp_sentence_words(const cp_sentence *sentence)
{
	size_t count = 0;
	bool inside = false;
	for (size_t r = 0; r < sentence->runs.len; r++) {
		cp_str text = sentence->runs.at[r].text;
		for (size_t i = 0; i < text.len; i++) {
			bool space = text.at[i] == ' ' || text.at[i] == '\n';
			count += !inside && !space;
			inside = !space;
		}
	}
	return count;
}

size_t cp_prose_words_of(const cp_prose *prose, cp_section section)
{
	size_t count = 0;
	for (size_t i = 0; i < prose->blocks.len; i++) {
		const cp_block *block = &prose->blocks.at[i];
		for (size_t s = 0; s < block->sentences.len; s++)
			if (block->section == section && block->kind == CP_ITEM)
				count += cp_sentence_words(&block->sentences.at[s]);
	}
	return count;
}

bool cp_prose_is_lopsided(const cp_prose *prose)
{
	size_t pro = cp_prose_words_of(prose, CP_SECTION_PRO);
	size_t contra = cp_prose_words_of(prose, CP_SECTION_CONTRA);
	return pro > 2 * contra || contra > 2 * pro;
}

cp_str cp_sentence_text(cp_arena *arena, const cp_sentence *sentence)
{
	cp_buf text = {0};
	for (size_t r = 0; r < sentence->runs.len; r++)
		cp_buf_put(&text, sentence->runs.at[r].text);
	return cp_buf_settle(arena, &text);
}
