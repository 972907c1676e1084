#include "unit.h"

#include "summary/wording.h"

static void counts_are_words_up_to_twelve(void **state)
{
	(void)state;
	static const struct {
		size_t count;
		const char *want;
	} rows[] = {{0, "no points"}, {1, "one point"}, {2, "two points"},
		{12, "twelve points"}, {13, "13 points"}, {1000, "1000 points"}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_prose prose = {.arena = &arena};
		cp_writer writer = {.arena = &arena, .prose = &prose};
		cp_prose_begin(&prose, CP_PARAGRAPH);
		cp_put_count(&writer, CP_COUNT_OWN, 0, rows[i].count, "point", "points");
		expect_str(rows[i].want,
			cp_sentence_text(&arena, &prose.blocks.at[0].sentences.at[0]),
			rows[i].want);
		cp_arena_clear(&arena);
	}
}

/* A sentence that goes on with the claim of the first item. */
static void claims_stand_inside_sentences(void **state)
{
	(void)state;
	static const struct {
		const char *text, *gist, *want; /* of the comment; "": the words */
	} rows[] = {
		{"the moon", "The moon is round", "that the moon is round"},
		{"the moon", "The moon is round.", "that the moon is round"},
		{"I saw Mill there", "Mill is right", "that Mill is right"},
		{"Mill. Mill is right", "Mill is right", "that mill is right"},
		{"we read Mill at the mill", "Mill is right", "that mill is right"},
		{"x", "I am here", "that I am here"},
		{"x", "A moon", "that a moon"},
		{"x", "ID cards", "that ID cards"},
		{"x", "DNA is kept", "that DNA is kept"},
		{"x", "Ann is right", "that Ann is right"},
		{"x", "12 are enough", "that 12 are enough"},
		{"x", "Élan counts", "that élan counts"},
		{"x", "", "that “x”"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf comments = {0}, item = {0}, out = {0};
		cp_buf_printf(&comments, "{'id':'c1','author':'Ann','text':'%s'}",
			rows[i].text);
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'c1','quote':'%s',%s%s%s"
			"'supports':'m'}",
			rows[i].text, *rows[i].gist ? "'gist':'" : "", rows[i].gist,
			*rows[i].gist ? "'," : "");
		debate_open_items(&debate, comments.at, item.at);
		cp_prose prose = {.arena = &debate.arena};
		cp_writer writer;
		cp_writer_init(&writer, &debate.arena, debate.graph, &cp_summary_in_full,
			&prose);
		cp_prose_begin(&prose, CP_PARAGRAPH);
		cp_prose_printf(&prose, "that ");
		cp_put_claim(&writer, claim_named(&debate, "a"));
		cp_prose_write_text(&out, &prose);
		out.len--;
		expect_str(rows[i].gist, ((cp_str){out.at, out.len}), rows[i].want);
		cp_buf_clear(&out);
		cp_buf_clear(&item);
		cp_buf_clear(&comments);
		debate_close(&debate);
	}
}

static void those_who_say_it_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want;
	} rows[] = {
		{"a@c1 supports m", "Ann [c1]"},
		{"a@c5 supports m", "an unnamed speaker [c5]"},
		{"a@c1 supports m\nb@c3 restates a", "Ann [c1, c3]"},
		{"a@c1 supports m\nb@c2 restates a", "Ann and Ben [c1, c2]"},
		{"a@c1 supports m\nb@c2 restates a\nc@c5 restates a",
			"Ann, Ben and an unnamed speaker "
			"[c1, c2, c5]"},
		{"a@ supports m", "the annotator"},
		{"a@c1 supports m\nb@c2:conceded restates a", "Ann [c1, c2]"},
		{"a@c2:conceded supports m", "Ben [c2]"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		cp_prose prose = {.arena = &debate.arena};
		cp_writer writer;
		cp_writer_init(&writer, &debate.arena, debate.graph, &cp_summary_in_full,
			&prose);
		cp_prose_begin(&prose, CP_PARAGRAPH);
		cp_put_claimants(&writer, claim_named(&debate, "a"));
		cp_cite_claim(&writer, claim_named(&debate, "a"));
		cp_prose_write_markdown(&out, &prose);
		out.len--;
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* Words of `n` letters are "n": 7 words are "1 2 3 4 5 6 7". */
static void long_quotations_lose_whole_clauses(void **state)
{
	(void)state;
#define TEN "1 2 3 4 5 6 7 8 9 10"
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"", ""},
		{"1 2 3", "1 2 3"},
		{TEN " " TEN " " TEN, TEN " " TEN " " TEN},
		{TEN "; " TEN " " TEN " " TEN, TEN " […]"},
		{TEN ". " TEN ". " TEN " " TEN, TEN ". " TEN ". […]"},
		{TEN ", " TEN " " TEN " " TEN, TEN ", " TEN " " TEN " " TEN},
		{TEN ", " TEN " " TEN " " TEN " 1", TEN " […]"},
		{TEN ", if " TEN " " TEN " " TEN " 1",
			TEN ", if " TEN " " TEN " " TEN " 1"},
		{TEN "; unless " TEN " " TEN " " TEN,
			TEN "; unless " TEN " " TEN " " TEN},
		{TEN "; " TEN "; but " TEN " " TEN, TEN " […]"},
		{TEN " " TEN " " TEN " " TEN " " TEN " " TEN " " TEN,
			TEN " " TEN " " TEN " " TEN " " TEN " " TEN " […]"},
	};
#undef TEN
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		expect_str(rows[i].text, cp_cut_words(&arena, cp_str_of(rows[i].text)),
			rows[i].want);
		cp_arena_clear(&arena);
	}
}

static void sentences_by_templates(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *template, *want;
	} rows[] = {
		{"a@c1 supports m", "{who} hold{s}{that}", "Ann holds that a [c1]."},
		{"a@c1 supports m\nb@c2 restates a", "{who} hold{s}{that}",
			"Ann and Ben hold that a [c1, c2]."},
		{"a@c1 supports m\nb@c2 restates a", "{who} repl{ies}{that}",
			"Ann and Ben reply that a [c1, c2]."},
		{"a@c1 supports m", "{whose} {point}", "Ann’s the point that a [c1]."},
		{"a@c1 supports m+b\nb@c1", "{who} hold{s}{that}{with}",
			"Ann holds that a, together with the point that b [c1]."},
		{"a@c1 supports m+b\nb@", "{claim}{with}",
			"A [c1], together with what goes unstated, that b."},
		{"a@c1 supports m\nb@c2 rebuts a", "{other point} is met",
			"The point that b [c2] is met."},
		{"a@c1 supports m", "{person} {is} here", "Ben is here."},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_rows(&debate, rows[i].rows);
		cp_prose prose = {.arena = &debate.arena};
		cp_writer writer;
		cp_writer_init(&writer, &debate.arena, debate.graph, &cp_summary_in_full,
			&prose);
		cp_prose_begin(&prose, CP_PARAGRAPH);
		const char *const templates[] = {rows[i].template, NULL};
		cp_tell(&writer, templates,
			CP_FACTS(.claim = claim_named(&debate, "a"),
				.other = debate.graph->claims_len > 2 ? 2 : 1,
				.step = debate.graph->steps_len ? 0 : CP_NONE,
				.person = 1));
		expect_str(rows[i].template,
			cp_sentence_text(
				&debate.arena, &prose.blocks.at[0].sentences.at[0]),
			rows[i].want);
		debate_close(&debate);
	}
}

static void templates_take_turns(void **state)
{
	(void)state;
	static const char *const templates[] = {"{who} hold{s}{that}",
		"{who} say{s}{that}", "According to {who}, {claim}", NULL};
	struct debate debate;
	debate_open_rows(&debate, "a@c1 supports m");
	cp_prose prose = {.arena = &debate.arena};
	cp_writer writer;
	cp_writer_init(&writer, &debate.arena, debate.graph, &cp_summary_in_full, &prose);
	cp_prose_begin(&prose, CP_PARAGRAPH);
	for (int i = 0; i < 12; i++)
		cp_tell(&writer, templates, CP_FACTS(.claim = claim_named(&debate, "a")));
	const cp_block *block = &prose.blocks.at[0];
	for (size_t i = 2; i < block->sentences.len; i++) {
		bool same = true;
		for (size_t back = 1; back <= 2; back++)
			same &= block->sentences.at[i].runs.at[0].kind
				== block->sentences.at[i - back].runs.at[0].kind;
		assert_false(same);
	}
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(counts_are_words_up_to_twelve),
	cmocka_unit_test(claims_stand_inside_sentences),
	cmocka_unit_test(those_who_say_it_are_named),
	cmocka_unit_test(long_quotations_lose_whole_clauses),
	cmocka_unit_test(sentences_by_templates),
	cmocka_unit_test(templates_take_turns),
};

GROUP(wording);
