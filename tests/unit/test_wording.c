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
		cp_put_count(&writer, rows[i].count, "point", "points");
		expect_str(
			rows[i].want, prose.blocks.at[0].runs.at[0].text, rows[i].want);
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
		cp_writer_init(&writer, &debate.arena, debate.graph, &prose);
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
		{"a@ supports m", "an unnamed speaker"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		cp_prose prose = {.arena = &debate.arena};
		cp_writer writer;
		cp_writer_init(&writer, &debate.arena, debate.graph, &prose);
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

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(counts_are_words_up_to_twelve),
	cmocka_unit_test(claims_stand_inside_sentences),
	cmocka_unit_test(those_who_say_it_are_named),
};

GROUP(wording);
