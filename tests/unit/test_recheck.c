#include "unit.h"

#include "summary/recheck.h"
#include "summary/sections.h"
#include "summary/summary.h"

/* A debate with everything that a summary tells: quotations with and without faults, points
 * granted, questions, a circle, unsigned comments. */
static const char rich_rows[] =
	"a@c1 supports m\nb@c2 rebuts a\nc@c3 undercuts b>a\nd@c2:conceded supports m\n"
	"e@c4 rebuts m, concedes a\nf@c1 supports a+g\ng@\nh@c5 rebuts m\ni@c3 supports h\n"
	"j@c1 supports i\nk@c4 restates b\nl@c6 supports k";

static void summarise(
	struct debate *debate, const char *rows, cp_summary_wish wish, cp_prose **prose)
{
	debate_open_rows(debate, rows);
	*prose = cp_summary_new(&debate->arena, debate->graph, &wish, &debate->diags);
}

/* The first run of a kind, outside of tables and headings; NULL: there is none. */
static cp_run *find_run(cp_prose *prose, cp_run_kind kind, cp_sentence **sentence)
{
	for (size_t b = 0; b < prose->blocks.len; b++) {
		cp_block *block = &prose->blocks.at[b];
		for (size_t s = 0; s < block->sentences.len; s++)
			for (size_t r = 0; r < block->sentences.at[s].runs.len; r++)
				if (block->sentences.at[s].runs.at[r].kind == kind
					&& block->section == CP_SECTION_PRO) {
					*sentence = &block->sentences.at[s];
					return &block->sentences.at[s].runs.at[r];
				}
	}
	return NULL;
}

static size_t count_sentences(const cp_prose *prose)
{
	size_t count = 0;
	for (size_t i = 0; i < prose->blocks.len; i++)
		count += prose->blocks.at[i].sentences.len;
	return count;
}

static void sound_summaries_pass(void **state)
{
	(void)state;
	for (unsigned reader = 0; reader < CP_READERS; reader++)
		for (unsigned length = 0; length < CP_LENGTHS; length++) {
			struct debate debate;
			cp_prose *prose;
			summarise(&debate, rich_rows,
				(cp_summary_wish){
					(cp_length)length, (cp_reader)reader, 0},
				&prose);
			size_t before = count_sentences(prose);
			size_t dropped = cp_prose_recheck(
				&debate.arena, prose, debate.graph, &debate.diags);
			expect(cp_reader_names[reader], dropped == 0);
			expect(cp_reader_names[reader], count_sentences(prose) == before);
			expect(cp_reader_names[reader],
				count_code(&debate.diags, CP_NOT_BORNE_OUT) == 0);
			debate_close(&debate);
		}
}

/* ---- Corruptions ---- */

typedef void corrupt(cp_prose *prose, cp_sentence *sentence, cp_run *run);

static void other_text(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)sentence;
	run->text = CP_LIT("something else");
}

static void other_thing(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)sentence;
	run->of++;
}

static void nothing_there(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)sentence;
	run->of = 1000;
}

static void other_value(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)sentence;
	run->value++;
	run->text = cp_count_words(prose->arena, run->count, run->value);
}

static void other_voice(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->voices.at[0].person ^= 1;
}

static void other_claim(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->voices.at[0].claim = CP_MOTION;
}

static void no_voice(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->voices.len = 0;
}

/* Cites as if they were but words. */
static void no_cite(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	for (size_t i = 0; i < sentence->runs.len; i++)
		if (sentence->runs.at[i].kind == CP_RUN_CITE)
			sentence->runs.at[i].kind = CP_RUN_TEXT;
}

static void as_an_aside(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->aside = true;
}

static void no_end(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->runs.len--;
}

static void two_blanks(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->runs.at[sentence->runs.len - 1].text = CP_LIT("  and so on.");
}

static void no_such_item(cp_prose *prose, cp_sentence *sentence, cp_run *run)
{
	(void)prose, (void)run;
	sentence->items.at[0] = 1000;
}

static void corrupted_sentences_are_left_out(void **state)
{
	(void)state;
	static const struct {
		const char *row;
		cp_run_kind kind;
		corrupt *corrupt;
		const char *why; /* part of the message */
	} rows[] = {
		{"cite", CP_RUN_CITE, other_text, "a cite is of no comment"},
		{"cite of", CP_RUN_CITE, other_thing, "a cite is of no comment"},
		{"cite off", CP_RUN_CITE, nothing_there, "a cite is of no comment"},
		{"name", CP_RUN_PERSON, other_text, "a name is of nobody"},
		{"name of", CP_RUN_PERSON, other_thing, "a name is of nobody"},
		{"claim", CP_RUN_CLAIM, other_text, "a claim is not in the debate"},
		{"claim of", CP_RUN_CLAIM, other_thing, "a claim is not in the debate"},
		{"claim off", CP_RUN_CLAIM, nothing_there,
			"a claim is not in the debate"},
		{"voice", CP_RUN_PERSON, other_voice, "named beside a claim"},
		{"voice of", CP_RUN_PERSON, other_claim, "named beside a claim"},
		{"no voice", CP_RUN_PERSON, no_voice, "named beside a claim"},
		{"no cite", CP_RUN_PERSON, no_cite, "rests on nothing that is cited"},
		{"aside", CP_RUN_PERSON, as_an_aside, "rests on nothing that is cited"},
		{"item", CP_RUN_PERSON, no_such_item, "rests on nothing that is cited"},
		{"no end", CP_RUN_PERSON, no_end, "it is no whole sentence"},
		{"blanks", CP_RUN_PERSON, two_blanks, "it is no whole sentence"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_prose *prose;
		cp_sentence *sentence;
		summarise(&debate, rich_rows, cp_summary_in_full, &prose);
		cp_run *run = find_run(prose, rows[i].kind, &sentence);
		expect(rows[i].row, run != NULL);
		rows[i].corrupt(prose, sentence, run);
		size_t before = count_sentences(prose);
		size_t dropped = cp_prose_recheck(
			&debate.arena, prose, debate.graph, &debate.diags);
		const cp_diag *diag = find_code(&debate.diags, CP_NOT_BORNE_OUT);
		expect(rows[i].row, dropped > 0);
		/* Headings of what is gone are gone, too. */
		expect(rows[i].row, count_sentences(prose) <= before - dropped);
		expect(rows[i].row, diag != NULL);
		if (diag)
			expect(rows[i].row,
				cp_find_bytes(diag->message, cp_str_of(rows[i].why), 0)
					!= SIZE_MAX);
		debate_close(&debate);
	}
}

/* ---- Quotations and numbers ---- */

static const char quotation[] =
	"{'id':'q','kind':'quotation','comment':'c2','quote':'one two',"
	"'of':{'comment':'op'},'attitude':'endorsed','supports':'m'}";

static cp_run *find_anywhere(cp_prose *prose, cp_run_kind kind, cp_section section)
{
	for (size_t b = 0; b < prose->blocks.len; b++)
		for (size_t s = 0; s < prose->blocks.at[b].sentences.len; s++) {
			cp_sentence *sentence = &prose->blocks.at[b].sentences.at[s];
			for (size_t r = 0; r < sentence->runs.len; r++)
				if (sentence->runs.at[r].kind == kind
					&& prose->blocks.at[b].section == section)
					return &sentence->runs.at[r];
		}
	return NULL;
}

static void quoted_words_are_those_of_their_place(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool holds;
	} rows[] = {
		{"one two", true},
		{"ONE  two", true},
		{"one", false},
		{"one […]", true},
		{"two […]", false},
		{"one two three", false},
		{"", false},
		{"one too", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_items(&debate, six_comments, quotation);
		cp_prose *prose = cp_summary_new(
			&debate.arena, debate.graph, &cp_summary_in_full, &debate.diags);
		cp_run *run = find_anywhere(prose, CP_RUN_QUOTE, CP_SECTION_QUOTATIONS);
		expect(rows[i].text, run != NULL);
		run->text = cp_str_of(rows[i].text);
		cp_prose_recheck(&debate.arena, prose, debate.graph, &debate.diags);
		/* Two blanks are a fault of form, and not of the words. */
		const cp_diag *diag = find_code(&debate.diags, CP_NOT_BORNE_OUT);
		expect(rows[i].text,
			rows[i].holds
				== !(diag
					&& cp_find_bytes(diag->message,
						   CP_LIT("not in the comment"), 0)
						!= SIZE_MAX));
		debate_close(&debate);
	}
}

static void numbers_are_counted_again(void **state)
{
	(void)state;
	static const cp_section sections[] = {CP_SECTION_BASIS, CP_SECTION_STATE,
		CP_SECTION_STRUCTURE, CP_SECTION_METHOD};
	for (size_t i = 0; i < COUNT(sections); i++) {
		struct debate debate;
		cp_prose *prose;
		summarise(&debate, rich_rows, (cp_summary_wish){CP_LONG, CP_TEACHER, 0},
			&prose);
		cp_run *run = find_anywhere(prose, CP_RUN_COUNT, sections[i]);
		const char *row = cp_section_names[sections[i]];
		expect(row, run && run->count != CP_COUNT_OWN);
		other_value(prose, NULL, run);
		expect(row,
			cp_prose_recheck(
				&debate.arena, prose, debate.graph, &debate.diags)
				> 0);
		debate_close(&debate);
	}
}

static void the_words_of_a_number_are_checked(void **state)
{
	(void)state;
	struct debate debate;
	cp_prose *prose;
	summarise(&debate, rich_rows, cp_summary_in_full, &prose);
	cp_run *run = find_anywhere(prose, CP_RUN_COUNT, CP_SECTION_STATE);
	run->text = CP_LIT("ninety");
	assert_true(
		cp_prose_recheck(&debate.arena, prose, debate.graph, &debate.diags) > 0);
	debate_close(&debate);
}

/* ---- The whole ---- */

static void rows_of_tables_are_left_out_whole(void **state)
{
	(void)state;
	struct debate debate;
	cp_prose *prose;
	summarise(
		&debate, rich_rows, (cp_summary_wish){CP_LONG, CP_MODERATOR, 0}, &prose);
	size_t rows = 0, left = 0, corrupted = 0;
	for (size_t i = 0; i < prose->blocks.len; i++) {
		cp_block *block = &prose->blocks.at[i];
		rows += block->kind == CP_ROW;
		if (block->kind == CP_ROW && rows == 2 && !corrupted++)
			block->sentences.at[3].runs.at[0].value += 9;
	}
	cp_prose_recheck(&debate.arena, prose, debate.graph, &debate.diags);
	for (size_t i = 0; i < prose->blocks.len; i++) {
		left += prose->blocks.at[i].kind == CP_ROW;
		assert_true(prose->blocks.at[i].sentences.len > 0);
	}
	assert_int_equal(left, rows - 1);
	debate_close(&debate);
}

static void headings_go_with_what_is_below(void **state)
{
	(void)state;
	struct debate debate;
	cp_prose *prose;
	summarise(&debate, "a@c1 supports m", cp_summary_in_full, &prose);
	cp_sentence *sentence;
	cp_run *run = find_run(prose, CP_RUN_CLAIM, &sentence);
	run->of = 1000;
	cp_prose_recheck(&debate.arena, prose, debate.graph, &debate.diags);
	for (size_t i = 0; i < prose->blocks.len; i++)
		assert_int_not_equal(prose->blocks.at[i].section, CP_SECTION_PRO);
	debate_close(&debate);
}

static void what_is_lopsided_is_said(void **state)
{
	(void)state;
	struct debate debate;
	cp_prose *prose;
	summarise(&debate,
		"a@c1 supports m\nb@c3 supports m\nc@c1 supports m\nd@c2 rebuts m",
		cp_summary_in_full, &prose);
	assert_true(prose->noted);
	assert_int_equal(count_code(&debate.diags, CP_NOT_BORNE_OUT), 0);
	prose->noted = false;
	cp_prose_recheck(&debate.arena, prose, debate.graph, &debate.diags);
	assert_int_equal(count_code(&debate.diags, CP_NOT_BORNE_OUT), 1);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(sound_summaries_pass),
	cmocka_unit_test(corrupted_sentences_are_left_out),
	cmocka_unit_test(quoted_words_are_those_of_their_place),
	cmocka_unit_test(numbers_are_counted_again),
	cmocka_unit_test(the_words_of_a_number_are_checked),
	cmocka_unit_test(rows_of_tables_are_left_out_whole),
	cmocka_unit_test(headings_go_with_what_is_below),
	cmocka_unit_test(what_is_lopsided_is_said),
};

GROUP(recheck);
