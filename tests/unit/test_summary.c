#include "unit.h"

#include "summary/summary.h"

static void write_summary(cp_buf *out, struct debate *debate)
{
	cp_prose_write_markdown(
		out, cp_summary_new(&debate->arena, debate->graph, CP_LONG));
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
		"The page dates two of them, 8 to 9 August 2010.\n\n"
		"One speaker is for the motion and one is against it; one takes no clear side. The point "
		"most argued over is whether it is yellow [op].\n\n"
		"## Who speaks\n\n"
		"- **Ann** speaks for the motion [op].\n"
		"- **An unnamed speaker** speaks against the motion [c2]. Nothing tells who wrote this.\n"
		"- **Ben** takes no clear side [c1].\n\n"
		"## The main points for the motion\n\n"
		"- Ann argues that **it is yellow** [op]. Without denying it, Ben answers that sand is "
		"yellow too [c1].\n\n"
		"## The main points against the motion\n\n"
		"- An unnamed speaker argues that **“Nobody has tasted it”** [c2]. Nobody answers this.\n"
		"- Ben argues that **sand is yellow too** [c1], which is to take the force from the point "
		"that it is yellow [op]. Nobody answers this.\n\n"
		"## Where the sides clash\n\n"
		"- Ann says that **it is yellow** [op]. Ben does not deny that, but says that sand is "
		"yellow too [c1].\n\n"
		"## What is granted\n\n"
		"- Ben grants that it is round [c1].\n\n"
		"## What nobody answered\n\n"
		"Points against the motion after which nobody of the other side writes:\n\n"
		"- Ben: sand is yellow too [c1].\n"
		"- An unnamed speaker: “Nobody has tasted it” [c2].\n\n"
		"## How this was made\n\n"
		"An annotator, A. Student, marked two claims, two rebuttals and no quotations, which cover 59% "
		"of the text. A program put these sentences together from that by fixed rules. They say "
		"what was stated and answered in this thread, not who is right; that a point was not "
		"answered here does not mean that it was granted.\n");
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
			"One speaker is for the motion and none is against it"},
		{"a@c1 supports m+b\nb@c1",
			"Ann argues that **a** [c1], and with it that b [c1]."},
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports a",
			"The reasons given are that b [c1], and that c [c1]."},
		{"a@c1 supports m\nb@c2 rebuts m, concedes a",
			"- Ben grants that a [c1], but holds that b [c2]."},
		{"a@c1 supports m\nb@c3 rebuts a\nc@c3 supports m\nd@c3 supports m\ne@c3 supports m",
			"- Ann, though for the motion, does not accept from that side that a [c1], "
			"and says that b [c3]."},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c4 rebuts a\nd@c5 rebuts a\ne@c6 rebuts a",
			"There is one more answer."},
		{"a@c1 supports m\nb@c2 rebuts a\nc@c3 rebuts b",
			"Ann says that **a** [c1]. Ben replies that b [c2]. Ann replies that c [c3]."},
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

static void quotations_are_told(void **state)
{
	(void)state;
	static const struct {
		const char *item, *want;
	} rows[] = {
		{"'quote':'one two','of':{'comment':'op'},'attitude':'opposed'",
			"- Ben quotes Ann [op] to take issue with it: “one two” [c2]. The words are those of "
			"the original."},
		{"'quote':'ONE two','of':{'comment':'op'}",
			"only the typography differs."},
		{"'quote':'one','of':{'comment':'op','quote':'two'},'attitude':'endorsed'",
			"- Ben quotes Ann [op] with approval, in support of the point that the moon is made of "
			"cheese: “one” [c2]."},
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

static void short_summaries_keep_a_point_of_each_side(void **state)
{
	(void)state;
	struct debate debate;
	open_wide(&debate);
	size_t words[CP_LENGTHS];
	for (unsigned length = 0; length < CP_LENGTHS; length++) {
		cp_buf out = {0};
		cp_prose_write_text(&out,
			cp_summary_new(&debate.arena, debate.graph, (cp_length)length));
		words[length] = count_words(cp_buf_str(&out));
		expect(cp_length_names[length],
			strstr(out.at, "for the motion\n") != NULL);
		expect(cp_length_names[length],
			strstr(out.at, "against the motion\n") != NULL);
		expect(cp_length_names[length],
			(length == CP_LONG) == !strstr(out.at, "in the long summary"));
		cp_buf_clear(&out);
	}
	assert_in_range(words[CP_SHORT], 60, 140);
	assert_in_range(words[CP_MEDIUM], 200, 420);
	assert_true(words[CP_LONG] > words[CP_MEDIUM]);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(short_summaries_keep_a_point_of_each_side),
	cmocka_unit_test(a_tiny_debate_in_full),
	cmocka_unit_test(sentences_of_a_summary),
	cmocka_unit_test(quotations_are_told),
};

GROUP(summary);
