#include "summary/recheck.h"

#include "summary/counts.h"
#include "text/fold.h"
#include "text/utf8.h"

struct checker {
	cp_arena *arena;
	const cp_graph *graph;
	const cp_block *block;
};

/* ---- Texts ---- */

static bool has_letters(cp_str text)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c = cp_utf8_next(text, &i);
		if (cp_is_letter(c) || cp_is_digit(c))
			return true;
	}
	return false;
}

/* Is `text` what the source says, but for typography, case, and marks around it? Where it is
 * cut, the source may go on. */
static bool says(struct checker *checker, cp_str source, cp_str text, bool cut)
{
	cp_str all = cp_fold(checker->arena, source).text;
	cp_str part = cp_trim_blanks(cp_fold(checker->arena, text).text);
	size_t start = cp_find_bytes(all, part, 0);
	if (!has_letters(source) || cp_str_is(text, "…"))
		return !has_letters(text);
	return part.len && start != SIZE_MAX && !has_letters(cp_str_part(all, 0, start))
		&& (cut || !has_letters(cp_str_part(all, start + part.len, all.len)));
}

static bool says_uncut(struct checker *checker, cp_str source, cp_str text)
{
	cp_str mark = CP_LIT(" […]");
	bool cut = cp_str_ends(text, mark);
	if (cut)
		text.len -= mark.len;
	return says(checker, source, text, cut);
}

/* ---- Runs ---- */

static bool cite_holds(struct checker *checker, const cp_run *run)
{
	const cp_thread *thread = checker->graph->thread;
	return run->of < thread->comments.len
		&& cp_str_eq(thread->comments.at[run->of].id, run->text);
}

/* What nobody wrote is the annotator's; who has no name is called so. */
static bool person_holds(struct checker *checker, const cp_run *run)
{
	const cp_graph *graph = checker->graph;
	if (run->of != CP_NONE && run->of >= graph->people_len)
		return false;
	cp_str name = run->of == CP_NONE ? CP_LIT("the annotator")
					 : graph->people[run->of].name;
	return says(checker, has_letters(name) ? name : CP_LIT("an unnamed speaker"),
		run->text, false);
}

static bool claim_holds(struct checker *checker, const cp_run *run)
{
	return run->of < checker->graph->claims_len
		&& says(checker, checker->graph->claims[run->of].text, run->text, false);
}

static bool quote_holds(struct checker *checker, const cp_run *run)
{
	const cp_graph *graph = checker->graph;
	if (run->of >= graph->annotation->items.len)
		return false;
	const cp_item *item = &graph->annotation->items.at[run->of];
	cp_str source = cp_item_is_anchored(item)
		? cp_str_part(graph->thread->comments.at[item->comment].text,
			item->anchor.span.start, item->anchor.span.end)
		: item->quote;
	return says_uncut(checker, source, run->text);
}

static bool original_holds(struct checker *checker, const cp_run *run)
{
	const cp_annotation *annotation = checker->graph->annotation;
	return run->of < annotation->items.len
		&& says_uncut(checker,
			cp_item_original(annotation, &annotation->items.at[run->of]),
			run->text);
}

static bool passage_holds(struct checker *checker, const cp_run *run)
{
	const cp_thread *thread = checker->graph->thread;
	return run->of < thread->comments.len
		&& cp_find_bytes(
			   cp_fold(checker->arena, thread->comments.at[run->of].text)
				   .text,
			   cp_trim_blanks(cp_fold(checker->arena, run->text).text), 0)
		!= SIZE_MAX;
}

static bool count_holds(struct checker *checker, const cp_run *run)
{
	cp_buf digits = {0};
	cp_buf_printf(&digits, "%zu", run->value);
	bool written = cp_str_eq(run->text, cp_buf_str(&digits))
		|| says(checker, cp_count_words(checker->arena, run->count, run->value),
			run->text, false);
	cp_buf_clear(&digits);
	return written
		&& (run->count == CP_COUNT_OWN
			|| cp_count_again(
				   checker->arena, checker->graph, run->count, run->of)
				== run->value);
}

static bool runs_hold(
	struct checker *checker, const cp_sentence *sentence, const char **why)
{
	static const struct {
		bool (*holds)(struct checker *checker, const cp_run *run);
		const char *why;
	} checks[] = {
		[CP_RUN_CITE] = {cite_holds, "a cite is of no comment"},
		[CP_RUN_PERSON] = {person_holds, "a name is of nobody"},
		[CP_RUN_CLAIM] = {claim_holds, "a claim is not in the debate"},
		[CP_RUN_QUOTE] = {quote_holds, "quoted words are not in the comment"},
		[CP_RUN_ORIGINAL] = {original_holds,
			"quoted words are not in the original"},
		[CP_RUN_PASSAGE] = {passage_holds, "quoted words are not in the comment"},
		[CP_RUN_COUNT] = {count_holds, "a number does not come out again"},
	};
	for (size_t i = 0; i < sentence->runs.len; i++) {
		const cp_run *run = &sentence->runs.at[i];
		*why = checks[run->kind].why;
		if (checks[run->kind].holds && !checks[run->kind].holds(checker, run))
			return false;
	}
	return true;
}

/* ---- Voices ---- */

struct voice_check {
	const cp_graph *graph;
	const cp_voice *voice;
};

static bool says_item(const struct voice_check *check, bool (*fits)(const cp_item *item))
{
	const cp_graph *graph = check->graph;
	for (size_t i = 0; i < graph->annotation->items.len; i++)
		if (graph->claim_of[i] == check->voice->claim
			&& graph->person_of[i] == check->voice->person
			&& fits(&graph->annotation->items.at[i]))
			return true;
	return false;
}

static bool is_conceded(const cp_item *item)
{
	return item->attitude == CP_CONCEDED;
}

static bool is_any(const cp_item *item)
{
	return item != NULL;
}

static bool voice_says(const struct voice_check *check)
{
	return says_item(check, cp_item_is_asserted);
}

static bool voice_mentions(const struct voice_check *check)
{
	return says_item(check, is_any);
}

static bool voice_grants(const struct voice_check *check)
{
	const cp_graph *graph = check->graph;
	const cp_annotation *annotation = graph->annotation;
	for (size_t i = 0; i < annotation->concessions.len; i++) {
		const cp_concession *it = &annotation->concessions.at[i];
		if (graph->claim_of[it->by - 1] != CP_NONE
			&& graph->person_of[it->by - 1] == check->voice->person
			&& cp_claim_of_node(graph, it->of) == check->voice->claim)
			return true;
	}
	return says_item(check, is_conceded);
}

static bool has_to_do(const cp_graph *graph, const cp_step *step, uint32_t claim)
{
	bool has = step->kind != CP_UNDERCUTS && step->target == claim;
	const cp_step *of =
		step->kind == CP_UNDERCUTS ? &graph->steps[step->target] : step;
	for (size_t i = 0; i < of->premises.len; i++)
		has |= of->premises.at[i] == claim;
	return has;
}

static bool voice_takes_up(const struct voice_check *check)
{
	const cp_graph *graph = check->graph;
	for (size_t i = 0; i < graph->steps_len; i++)
		if (graph->person_of[graph->steps[i].item] == check->voice->person
			&& has_to_do(graph, &graph->steps[i], check->voice->claim))
			return true;
	return false;
}

static bool voice_is_quoted(const struct voice_check *check)
{
	const cp_graph *graph = check->graph;
	for (size_t i = 0; i < graph->annotation->items.len; i++) {
		const cp_item *item = &graph->annotation->items.at[i];
		if (graph->claim_of[i] == check->voice->claim
			&& item->quoted_comment != CP_NONE
			&& graph->author_of[item->quoted_comment] == check->voice->person)
			return true;
	}
	return false;
}

static bool voice_speaks(const struct voice_check *check)
{
	return check->voice->person < check->graph->people_len;
}

static bool voice_holds(const cp_graph *graph, const cp_voice *voice)
{
	static bool (*const checks[])(const struct voice_check *check) = {
		[CP_SAYS] = voice_says,
		[CP_GRANTS] = voice_grants,
		[CP_TAKES_UP] = voice_takes_up,
		[CP_MENTIONS] = voice_mentions,
		[CP_IS_QUOTED] = voice_is_quoted,
		[CP_SPEAKS] = voice_speaks,
	};
	if (voice->manner != CP_SPEAKS && voice->claim >= graph->claims_len)
		return false;
	return checks[voice->manner](&(struct voice_check){graph, voice});
}

static bool has_voice(const cp_sentence *sentence, uint32_t person)
{
	for (size_t i = 0; i < sentence->voices.len; i++)
		if (sentence->voices.at[i].person == person)
			return true;
	return false;
}

static bool voices_hold(
	struct checker *checker, const cp_sentence *sentence, const char **why)
{
	*why = "somebody is named beside a claim that is not so of that person";
	for (size_t i = 0; i < sentence->voices.len; i++)
		if (!voice_holds(checker->graph, &sentence->voices.at[i]))
			return false;
	for (size_t i = 0; i < sentence->runs.len; i++)
		if (sentence->runs.at[i].kind == CP_RUN_PERSON
			&& !has_voice(sentence, sentence->runs.at[i].of))
			return false;
	return true;
}

/* ---- Sources ---- */

static bool is_of_all(cp_section section)
{
	return section == CP_SECTION_BASIS || section == CP_SECTION_STATE
		|| section == CP_SECTION_STRUCTURE || section == CP_SECTION_METHOD
		|| section == CP_SECTION_PEOPLE;
}

static bool has_run(const cp_sentence *sentence, bool (*fits)(const cp_run *run))
{
	for (size_t i = 0; i < sentence->runs.len; i++)
		if (fits(&sentence->runs.at[i]))
			return true;
	return false;
}

static bool is_cite(const cp_run *run)
{
	return run->kind == CP_RUN_CITE;
}

static bool is_of_debate(const cp_run *run)
{
	return run->kind == CP_RUN_CITE || run->kind == CP_RUN_CLAIM
		|| run->kind == CP_RUN_QUOTE || run->kind == CP_RUN_ORIGINAL
		|| run->kind == CP_RUN_PASSAGE || run->kind == CP_RUN_PERSON
		|| (run->kind == CP_RUN_COUNT && run->count != CP_COUNT_OWN);
}

static bool has_comment(struct checker *checker, const cp_sentence *sentence)
{
	for (size_t i = 0; i < sentence->items.len; i++)
		if (checker->graph->annotation->items.at[sentence->items.at[i]].comment
			!= CP_NONE)
			return true;
	return false;
}

/* What nobody wrote, an unstated premise, has no comment that could be cited. */
static bool sources_hold(
	struct checker *checker, const cp_sentence *sentence, const char **why)
{
	const cp_graph *graph = checker->graph;
	*why = "it rests on nothing that is cited";
	for (size_t i = 0; i < sentence->items.len; i++)
		if (sentence->items.at[i] >= graph->annotation->items.len)
			return false;
	for (size_t i = 0; i < sentence->steps.len; i++)
		if (sentence->steps.at[i] >= graph->steps_len)
			return false;
	if (sentence->aside)
		return !has_run(sentence, is_of_debate);
	return is_of_all(checker->block->section) || has_run(sentence, is_cite)
		|| (sentence->items.len && !has_comment(checker, sentence));
}

/* ---- Form ---- */

static bool has_two_blanks(cp_str text)
{
	return cp_find_bytes(text, CP_LIT("  "), 0) != SIZE_MAX;
}

static bool form_holds(
	struct checker *checker, const cp_sentence *sentence, const char **why)
{
	static const char *const ends[] = {".", ":", "?", "!"};
	cp_str text = cp_sentence_text(checker->arena, sentence);
	bool ended = false;
	*why = "it is no whole sentence";
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		ended |= cp_str_ends(text, cp_str_of(ends[i]));
	return sentence->ended && ended && has_letters(text) && text.at[0] != ' '
		&& !has_two_blanks(text);
}

/* ---- All ---- */

static bool sentence_holds(
	struct checker *checker, const cp_sentence *sentence, const char **why)
{
	bool prose =
		checker->block->kind == CP_PARAGRAPH || checker->block->kind == CP_ITEM;
	return runs_hold(checker, sentence, why) && voices_hold(checker, sentence, why)
		&& (!prose
			|| (sources_hold(checker, sentence, why)
				&& form_holds(checker, sentence, why)));
}

static void report(struct checker *checker, cp_diags *diags, const cp_sentence *sentence,
	const char *why)
{
	enum { MOST = 80 };
	cp_str text = cp_sentence_text(checker->arena, sentence);
	cp_str head = cp_words_head(text, MOST);
	cp_diag_add(diags, CP_NOT_BORNE_OUT, (cp_place){0},
		"a sentence of the summary is left out, as %s: \"%.*s%s\"", why,
		CP_FMT(head), head.len < text.len ? "…" : "");
}

/* How many sentences of the block hold, from its first on. Of a row, all or none do. */
static size_t count_sound(struct checker *checker, cp_diags *diags)
{
	const cp_block *block = checker->block;
	const char *why = NULL;
	for (size_t i = 0; i < block->sentences.len; i++)
		if (!sentence_holds(checker, &block->sentences.at[i], &why)) {
			report(checker, diags, &block->sentences.at[i], why);
			return block->kind == CP_ROW ? 0 : i;
		}
	return block->sentences.len;
}

/* Headings and leads after which nothing of theirs is left. */
static bool is_left_alone(const cp_prose *prose, size_t block)
{
	const cp_block *it = &prose->blocks.at[block];
	if (it->kind != CP_HEADING && !it->leads)
		return false;
	if (block + 1 == prose->blocks.len)
		return true;
	const cp_block *next = it + 1;
	return next->section != it->section || next->kind == CP_HEADING
		|| (it->leads && next->leads);
}

static void drop_empty(cp_prose *prose)
{
	for (size_t i = prose->blocks.len; i-- > 0;)
		if (!prose->blocks.at[i].sentences.len || is_left_alone(prose, i)) {
			memmove(&prose->blocks.at[i], &prose->blocks.at[i + 1],
				(prose->blocks.len - i - 1) * sizeof *prose->blocks.at);
			prose->blocks.len--;
		}
}

size_t cp_prose_recheck(
	cp_arena *arena, cp_prose *prose, const cp_graph *graph, cp_diags *diags)
{
	struct checker checker = {.arena = arena, .graph = graph};
	size_t dropped = 0;
	for (size_t i = 0; i < prose->blocks.len; i++) {
		checker.block = &prose->blocks.at[i];
		size_t sound = count_sound(&checker, diags);
		dropped += prose->blocks.at[i].sentences.len - sound;
		prose->blocks.at[i].sentences.len = sound;
	}
	if (dropped)
		drop_empty(prose);
	if (cp_prose_is_lopsided(prose) && !prose->noted)
		cp_diag_add(diags, CP_NOT_BORNE_OUT, (cp_place){0},
			"the summary does not say that it tells far more of one side");
	return dropped;
}
