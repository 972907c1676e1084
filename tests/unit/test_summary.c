#include "unit.h"

#include "graph/measures.h"
#include "summary/summary.h"

static void write_summary(cp_buf *out, struct debate *debate)
{
	cp_prose_write_markdown(out,
		cp_summary_new(&debate->arena, debate->graph, &cp_summary_in_full,
			&debate->diags));
}

static void a_tiny_debate_in_full(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf out = {0};
	debate_open(&debate,
		"{'counterpoint':1,'title':'Cheese?','annotator':'A. Student',"
		"'thread':{'counterpoint':1,'title':'The *moon*','comments':["
		"{'id':'op','author':'Ann','time':'2010-08-08','text':'The moon is made of cheese. It is yellow.'},"
		"{'id':'c1','author':'Ben','time':'2010-08-09T10:00','text':'Sand is yellow too. It is round, though.'},"
		"{'id':'c2','text':'Nobody has tasted it.'}]},"
		"'motion':{'id':'m','text':'The moon is made of cheese'},'annotations':["
		"{'id':'yellow','kind':'claim','comment':'op','quote':'It is yellow','gist':'It is yellow','supports':'m'},"
		"{'id':'sand','kind':'rebuttal','comment':'c1','quote':'Sand is yellow too','gist':'Sand is yellow too','undercuts':'yellow'},"
		"{'id':'round','kind':'claim','comment':'c1','quote':'It is round','gist':'It is round','attitude':'conceded','supports':'m'},"
		"{'id':'taste','kind':'rebuttal','comment':'c2','quote':'Nobody has tasted it','rebuts':'m'}]}");
	expect_codes("tiny", &debate.diags, "");
	write_summary(&out, &debate);
	expect_str("tiny", cp_buf_str(&out),
		"# Cheese?\n\n"
		"The motion: **The moon is made of cheese**.\n\n"
		"The thread is an article by Ann and two comments under the title “The \\*moon\\*”. "
		"Of these texts, two have a date: 8 to 9 August 2010.\n\n"
		"One speaker (Ann) is for the motion and one is against it; one (Ben) takes no clear "
		"side.\n\n"
		"As the annotated debate stands, the motion is defeated under the grounded reading, which "
		"only says that an objection is left standing: an unnamed speaker’s point “Nobody has "
		"tasted it” [c2]. The computed strength of the motion is middling (0.57 on a scale from 0 "
		"to 1): it weighs all reasons on both sides, whereas one objection that is left standing "
		"decides the status. The longest exchange is over whether it is yellow [op]: no "
		"reasons are given for it and one objection is raised.\n\n"
		"## The main points for the motion\n\n"
		"- Ann argues that **it is yellow** [op]. For the answers, see where the sides clash.\n\n"
		"## The main points against the motion\n\n"
		"- According to an unnamed speaker, “**Nobody has tasted it**” [c2]; nobody of the "
		"other side writes later.\n"
		"- Without disputing that it is yellow [op], Ben holds that **sand is yellow too** [c1]; "
		"nobody of the other side writes after that.\n\n"
		"## Where the sides clash\n\n"
		"- Ann says that **it is yellow** [op]. Ben does not dispute the point, but answers that "
		"sand is yellow too [c1].\n\n"
		"## What is granted\n\n"
		"- Ben grants that it is round [c1].\n\n"
		"## Raised by one speaker alone\n\n"
		"- By Ann alone it is said that it is yellow [op].\n\n"
		"## Who speaks\n\n"
		"- For the motion: Ann [op].\n"
		"- Against the motion: an unnamed speaker [c2].\n"
		"- On no clear side: Ben [c1].\n"
		"- Nothing tells who wrote what is unsigned [c2].\n\n"
		"## How the summary was made\n\n"
		"An annotator, A. Student, marked two claims, two rebuttals and no quotations, which cover "
		"59% of the text; the rest is not told here. A program put these sentences together from "
		"the marks by fixed rules, and held them against the thread again. They say what was "
		"stated and answered in this thread, not who is right. That a point was not answered here "
		"does not mean that anybody granted it.\n\n"
		"The points against the motion take more than twice the words here of those for it.\n");
	cp_buf_clear(&out);
	debate_close(&debate);
}

static void sentences_of_a_summary(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want; /* somewhere in it */
	} rows[] = {
		{"", "Nothing is annotated in this thread"},
		{"a@c1 supports m",
			"One speaker (Ann) is for the motion and nobody is against it"},
		{"a@c2 rebuts m",
			"Nobody is for the motion and one speaker (Ben) is against"},
		{"a@c1 supports m",
			"undefeated under the grounded reading, which only says that no "
			"objection to it is recorded."},
		{"a@c1 supports m\nb@c2 rebuts m\nc@c3 rebuts b",
			"undefeated under the grounded reading, which only says that each objection to "
			"it has met an answer that holds."},
		{"a@c1 supports m\nb@c2 rebuts m",
			"an objection is left standing: Ben’s point that b "
			"[c2]."},
		{"b@c2:conceded rebuts m",
			"an objection is left standing: the point, granted by Ben, that b [c2]."},
		{"b@c2 rebuts m, rebuts c\nc@c1 rebuts b", "the motion is unresolved"},
		{"a@c1 supports m+b\nb@c1",
			"Ann argues that **a**, together with the point that b [c1]"},
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports a",
			" that b, and that c [c1]"},
		{"a@c1 supports m\nb@c1 supports a\nc@c5 supports a",
			"that b [c1]. In support, an unnamed speaker says that c [c5]"},
		{"a@c1 supports m\nb@ supports a",
			"A reason that nobody states is that b"},
		{"a@c1 supports m\nb@c2 rebuts m, concedes a",
			" that a [c1], but holds that b [c2]."},
		{"a@c1 supports m\nd@c3 supports m\nb@c2 rebuts m, concedes a, concedes d",
			" that a [c1] and that d [c3], but holds that b [c2]."},
		{"a@c1 supports m\nb@c2 rebuts m, concedes a\nc@c4 rebuts m, concedes a",
			" that a [c1], but holds that c [c4]."},
		{"a@c1 supports m\nb@c3 rebuts a\nc@c3 supports m\nd@c3 supports m\ne@c3 supports m",
			"hough for the motion, "},
		{"a@c1 supports m\nb@c1:conceded rebuts a", "Ann grants that b"},
		{"a@c1 supports m\nb@c1:hypothetical rebuts a", "ithout holding it"},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 rebuts b",
			"Ann says that **a** [c1]. In reply, Ben says that b [c2]. Ann objects that c "
			"[c3]."},
		{"a@c1 supports m\nb@c2 restates a\nc@c4 rebuts m",
			"Ann and Ben argue that **a** [c1, c2]"},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c2 rebuts m",
			"Ben argues that **b** [c2]; nobody answers, though the other side writes "
			"later."},
		{"a@c1\nb@c3\nc@c1\nd@c3\ne@c1",
			"- Ann says that a [c1], that b [c3] and that c [c1] (and two more)."},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 supports m",
			"- Ann’s point that a [c1], challenged by Ben [c2]."},
		{"a@c1 supports m\nc@c3 supports m\nd@c3 supports m\nb@c1 undercuts a",
			"not dispute that a, but says that b [c1]."},
		{"a@c1 supports m\nb@c2 rebuts m\nc@c3 supports m\nd@c4 rebuts m",
			"left standing, among them Ben’s point that b [c2]."},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		write_summary(&out, &debate);
		if (!strstr(out.at, rows[i].want))
			print_error("%s\nis not in\n%s", rows[i].want, out.at);
		expect(rows[i].rows, strstr(out.at, rows[i].want) != NULL);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* Whoever undercuts a claim does not dispute it; so it needs no further reason. */
static void only_rebuttals_challenge(void **state)
{
	(void)state;
	static const struct {
		const char *rows;
		bool challenged;
	} rows[] = {
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 supports m", true},
		{"a@c1 supports m\nb@c2 undercuts a\nc@c3 supports m", false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		write_summary(&out, &debate);
		expect(rows[i].rows,
			(strstr(out.at, ", challenged by Ben") != NULL)
				== rows[i].challenged);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

static void quotations_are_told(void **state)
{
	(void)state;
	static const struct {
		const char *item, *want;
	} rows[] = {
		{"'quote':'one two','of':{'comment':'op'},'attitude':'opposed'",
			"- Ben quotes Ann [op] to take issue: “one two” [c2]."},
		{"'quote':'ONE two','of':{'comment':'op'}",
			"The one quotation [c2] has the words of the original."},
		{"'quote':'one','of':{'comment':'op','quote':'two'},'attitude':'endorsed'",
			"with approval, in support of the motion: “one” [c2]."},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0}, item = {0};
		cp_buf_printf(&item,
			"{'id':'q','kind':'quotation','comment':'c2','supports':'m',%s}",
			rows[i].item);
		debate_open_items(&debate, six_comments, item.at);
		write_summary(&out, &debate);
		if (!strstr(out.at, rows[i].want))
			print_error("%s\nis not in\n%s", rows[i].want, out.at);
		expect(rows[i].item, strstr(out.at, rows[i].want) != NULL);
		cp_buf_clear(&out);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

static size_t count_words(cp_str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += !strchr(" \n", text.at[i])
			&& (i == 0 || strchr(" \n", text.at[i - 1]));
	return count;
}

/* A debate of many points of both sides. */
static void open_wide(struct debate *debate)
{
	cp_buf rows = {0};
	for (unsigned i = 0; i < 40; i++)
		cp_buf_printf(&rows, "%sp%u@c%u %s m", i ? "\n" : "", i, 1 + i % 5,
			i % 2 ? "rebuts" : "supports");
	debate_open_rows(debate, rows.at);
	cp_buf_clear(&rows);
}

static size_t count_items(const cp_prose *prose, cp_section section)
{
	size_t count = 0;
	for (size_t i = 0; i < prose->blocks.len; i++)
		count += prose->blocks.at[i].kind == CP_ITEM
			&& prose->blocks.at[i].section == section;
	return count;
}

static void short_summaries_keep_a_point_of_each_side(void **state)
{
	(void)state;
	struct debate debate;
	open_wide(&debate);
	size_t words[CP_LENGTHS];
	for (unsigned length = 0; length < CP_LENGTHS; length++) {
		cp_buf out = {0};
		cp_summary_wish wish = {.length = (cp_length)length};
		const cp_prose *prose =
			cp_summary_new(&debate.arena, debate.graph, &wish, &debate.diags);
		cp_prose_write_text(&out, prose);
		expect(cp_length_names[length],
			count_items(prose, CP_SECTION_PRO)
				== count_items(prose, CP_SECTION_CONTRA));
		words[length] = count_words(cp_buf_str(&out));
		expect(cp_length_names[length],
			strstr(out.at, "for the motion\n") != NULL);
		expect(cp_length_names[length],
			strstr(out.at, "against the motion\n") != NULL);
		expect(cp_length_names[length],
			(length == CP_LONG) == !strstr(out.at, "The long summary has "));
		cp_buf_clear(&out);
	}
	assert_in_range(words[CP_SHORT], 60, 140);
	assert_in_range(words[CP_MEDIUM], 200, 420);
	assert_true(words[CP_LONG] > words[CP_MEDIUM]);
	debate_close(&debate);
}

/* ---- Any debate ---- */

static void put_random_item(cp_buf *rows, uint32_t *random, unsigned index)
{
	static const char *const attitudes[] = {"", "", "", "", ":conceded", ":denied",
		":hypothetical", ":reported", ":ironic"};
	static const char *const relations[] = {"supports", "supports", "rebuts",
		"rebuts", "undercuts", "restates", "concedes"};
	uint32_t comment = random_below(random, 8);
	cp_buf_printf(rows, "%si%u@", index ? "\n" : "", index);
	if (comment < 7)
		cp_buf_printf(rows, comment ? "c%u" : "op", (unsigned)comment);
	cp_buf_puts(rows, attitudes[random_below(random, COUNT(attitudes))]);
	for (uint32_t n = random_below(random, 3); n-- > 0;) {
		uint32_t target = random_below(random, index + 1);
		const char *relation = relations[random_below(random, COUNT(relations))];
		if (target == index)
			cp_buf_printf(rows, " %s m", relation);
		else
			cp_buf_printf(rows, " %s i%u", relation, (unsigned)target);
		cp_buf_puts(rows, n ? "," : "");
	}
}

static void random_rows(cp_buf *rows, uint32_t *random)
{
	unsigned count = 1 + random_below(random, 24);
	for (unsigned i = 0; i < count; i++)
		put_random_item(rows, random, i);
}

static bool has_word(cp_str text, const char *word)
{
	return cp_find_bytes(text, cp_str_of(word), 0) != SIZE_MAX;
}

static void expect_prose(const char *row, cp_arena *arena, const cp_prose *prose)
{
	static const char *const never[] = {"  ", " .", " ,", "(nan", " nan", "NaN", "{",
		"}", " won", " true", "[]", "] ["};
	for (size_t b = 0; b < prose->blocks.len; b++) {
		const cp_block *block = &prose->blocks.at[b];
		expect(row, block->sentences.len > 0);
		if (block->kind != CP_PARAGRAPH && block->kind != CP_ITEM)
			continue;
		for (size_t s = 0; s < block->sentences.len; s++) {
			cp_str text = cp_sentence_text(arena, &block->sentences.at[s]);
			expect(row,
				text.len > 1 && strchr(".:?!", text.at[text.len - 1]));
			for (size_t n = 0; n < COUNT(never); n++)
				if (has_word(text, never[n])) {
					print_error("%.*s\n", CP_FMT(text));
					expect(never[n], false);
				}
		}
	}
}

static bool has_section(const cp_prose *prose, cp_section section)
{
	for (size_t i = 0; i < prose->blocks.len; i++)
		if (prose->blocks.at[i].section == section
			&& prose->blocks.at[i].kind == CP_ITEM)
			return true;
	return false;
}

static bool has_minority(const cp_measures *measures)
{
	for (int side = CP_STANCE_PRO; side <= CP_STANCE_CONTRA; side++)
		for (size_t i = 0; i < measures->points[side].list.len; i++)
			if (measures->points[side].list.at[i].minority)
				return true;
	return false;
}

/* A point of each side and one of a single voice, if there are any, whatever is cut. */
static void expect_sides(const char *row, struct debate *debate, const cp_prose *prose)
{
	const cp_measures *measures = cp_measures_new(&debate->arena, debate->graph);
	expect(row,
		has_section(prose, CP_SECTION_PRO)
			== (measures->points[CP_STANCE_PRO].list.len > 0));
	expect(row,
		has_section(prose, CP_SECTION_CONTRA)
			== (measures->points[CP_STANCE_CONTRA].list.len > 0));
	expect(row, has_section(prose, CP_SECTION_MINORITY) == has_minority(measures));
}

static void any_debate_is_told_well(void **state)
{
	(void)state;
	uint32_t random;
	random_start(&random);
	for (int i = 0; i < 300; i++) {
		struct debate debate;
		cp_buf rows = {0};
		random_rows(&rows, &random);
		debate_open_rows(&debate, rows.at);
		cp_summary_wish wish = {(cp_length)random_below(&random, CP_LENGTHS),
			(cp_reader)random_below(&random, CP_READERS), 0};
		if (debate.graph->people_len)
			wish.participant =
				random_below(&random, (uint32_t)debate.graph->people_len);
		cp_prose *prose =
			cp_summary_new(&debate.arena, debate.graph, &wish, &debate.diags);
		const cp_diag *bad = find_code(&debate.diags, CP_NOT_BORNE_OUT);
		if (bad)
			print_error("%.*s\n", CP_FMT(bad->message));
		expect(rows.at, !bad);
		expect_prose(rows.at, &debate.arena, prose);
		expect_sides(rows.at, &debate, prose);
		debate_close(&debate);
		cp_buf_clear(&rows);
	}
}

/* The words with which three sentences in a row begin are not all the same, where there are
 * other ways to begin. */
static void sentences_do_not_all_begin_alike(void **state)
{
	(void)state;
	struct debate debate;
	open_wide(&debate);
	cp_prose *prose = cp_summary_new(
		&debate.arena, debate.graph, &cp_summary_in_full, &debate.diags);
	const cp_sentence *last[2] = {NULL, NULL};
	for (size_t b = 0; b < prose->blocks.len; b++) {
		const cp_block *block = &prose->blocks.at[b];
		if (block->section != CP_SECTION_PRO
			&& block->section != CP_SECTION_CONTRA)
			continue;
		for (size_t s = 0; s < block->sentences.len; s++) {
			const cp_sentence *sentence = &block->sentences.at[s];
			bool same = last[0] && last[1];
			for (int i = 0; i < 2 && same; i++)
				same &= cp_str_eq(last[i]->runs.at[0].text,
					sentence->runs.at[0].text);
			assert_false(same && block->kind == CP_ITEM);
			last[1] = last[0];
			last[0] = sentence;
		}
	}
	debate_close(&debate);
}

/* ---- Odd debates ---- */

static void odd_debates_are_told(void **state)
{
	(void)state;
	static const struct {
		const char *rows, *want;
	} rows[] = {
		{"a@c1 supports m\nb@c3 supports a\nc@c1 supports b", "Ann"},
		{"a@c1 rebuts b\nb@c2 rebuts a", "clear side"},
		{"a@c1 supports b\nb@c1 supports a", "clear side"},
		{"a@ supports m", "nobody is against it"},
		{"a@c1:denied supports m", "clear side"},
		{"a@c1 supports m, rebuts m", "Ann"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned reader = 0; reader < CP_READERS; reader++) {
			struct debate debate;
			cp_buf out = {0};
			debate_open_rows(&debate, rows[i].rows);
			cp_summary_wish wish = {CP_LONG, (cp_reader)reader, 0};
			const cp_prose *prose = cp_summary_new(
				&debate.arena, debate.graph, &wish, &debate.diags);
			expect(rows[i].rows,
				count_code(&debate.diags, CP_NOT_BORNE_OUT) == 0);
			cp_prose_write_markdown(&out, prose);
			if (reader == CP_ANYONE)
				expect(rows[i].rows,
					strstr(out.at, rows[i].want) != NULL);
			cp_buf_clear(&out);
			debate_close(&debate);
		}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(short_summaries_keep_a_point_of_each_side),
	cmocka_unit_test(a_tiny_debate_in_full),
	cmocka_unit_test(sentences_of_a_summary),
	cmocka_unit_test(only_rebuttals_challenge),
	cmocka_unit_test(quotations_are_told),
	cmocka_unit_test(any_debate_is_told_well),
	cmocka_unit_test(sentences_do_not_all_begin_alike),
	cmocka_unit_test(odd_debates_are_told),
};

GROUP(summary);
