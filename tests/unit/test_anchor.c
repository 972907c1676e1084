#include "unit.h"

#include "annotation/anchor.h"

#include <math.h>

static const char comments[] =
	"{'id':'op','text':'It’s a “great” day… for all. A great day.'},"
	"{'id':'c1','text':'the moon and the sun and the moon'},"
	"{'id':'c2','text':'He said: the moon and the sun'}";

static void quotes_find_their_place(void **state)
{
	(void)state;
	static const struct {
		const char *item; /* without id and kind */
		cp_anchor_state anchor;
		const char *found, *codes;
	} rows[] = {
		{"'comment':'c1','quote':'the sun'", CP_ANCHOR_EXACT, "the sun", ""},
		{"'comment':'op','quote':'it’s A great'", CP_ANCHOR_FUZZY,
			"It’s a “great", "anchor-fuzzy"},
		{"'comment':'op','quote':'IT’S a “GREAT” day...'", CP_ANCHOR_FOLDED,
			"It’s a “great” day…", ""},
		{"'comment':'op','quote':'day..'", CP_ANCHOR_LOST, "", "quote-not-found"},
		{"'comment':'op','quote':'great'", CP_ANCHOR_AMBIGUOUS, "",
			"quote-ambiguous"},
		{"'comment':'op','quote':'GREAT'", CP_ANCHOR_AMBIGUOUS, "",
			"quote-ambiguous"},
		{"'comment':'op','quote':'A great'", CP_ANCHOR_EXACT, "A great", ""},
		{"'comment':'c1','quote':'the moon'", CP_ANCHOR_AMBIGUOUS, "",
			"quote-ambiguous"},
		{"'comment':'c1','quote':'the moon','prefix':'and '", CP_ANCHOR_EXACT,
			"the moon", ""},
		{"'comment':'c1','quote':'the moon','prefix':'AND  '", CP_ANCHOR_EXACT,
			"the moon", ""},
		{"'comment':'c1','quote':'the moon','suffix':' and'", CP_ANCHOR_EXACT,
			"the moon", ""},
		{"'comment':'c1','quote':'the moon','suffix':' or'", CP_ANCHOR_AMBIGUOUS,
			"", "quote-ambiguous"},
		{"'comment':'c1','quote':'the moon','start':0", CP_ANCHOR_EXACT,
			"the moon", ""},
		{"'comment':'c1','quote':'the moon','start':25,'end':33", CP_ANCHOR_EXACT,
			"the moon", ""},
		{"'comment':'c1','quote':'the moon','start':7", CP_ANCHOR_AMBIGUOUS, "",
			"quote-ambiguous"},
		{"'comment':'c1','quote':'the sun','start':2", CP_ANCHOR_EXACT, "the sun",
			"anchor-moved"},
		{"'comment':'c1','quote':'the sun','start':13,'end':99", CP_ANCHOR_EXACT,
			"the sun", "anchor-range"},
		{"'comment':'c1','quote':'the sun','start':35", CP_ANCHOR_EXACT,
			"the sun", "anchor-range"},
		{"'comment':'c1','quote':'the sun','start':13,'end':13", CP_ANCHOR_EXACT,
			"the sun", "anchor-range"},
		{"'comment':'c1','quote':'the sun','start':13,'end':19", CP_ANCHOR_EXACT,
			"the sun", "anchor-moved"},
		{"'comment':'c1','quote':'the sun','start':13,'end':20", CP_ANCHOR_EXACT,
			"the sun", ""},
		{"'comment':'c1','quote':'the sun','prefix':'or '", CP_ANCHOR_EXACT,
			"the sun", "anchor-moved"},
		{"'comment':'c1','quote':'the sun','suffix':' or'", CP_ANCHOR_EXACT,
			"the sun", "anchor-moved"},
		{"'comment':'op','quote':'“great”','start':7", CP_ANCHOR_EXACT, "“great”",
			""},
		{"'comment':'c1','quote':'  '", CP_ANCHOR_LOST, "", "quote-not-found"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0};
		cp_buf_printf(&item, "{'id':'a','kind':'claim','supports':'m',%s}",
			rows[i].item);
		debate_open_items(&debate, comments, item.at);
		expect_codes(rows[i].item, &debate.diags, rows[i].codes);
		const cp_item *it = &debate.annotation->items.at[0];
		expect(rows[i].item, it->anchor.state == rows[i].anchor);
		expect(rows[i].item,
			it->broken
				== (rows[i].anchor == CP_ANCHOR_LOST
					|| rows[i].anchor == CP_ANCHOR_AMBIGUOUS));
		expect(rows[i].item,
			it->anchor.moved
				== (strcmp(rows[i].codes, "anchor-moved") == 0
					|| strcmp(rows[i].codes, "anchor-range") == 0));
		expect_str(rows[i].item,
			cp_str_part(debate.thread->comments.at[it->comment].text,
				it->anchor.span.start, it->anchor.span.end),
			rows[i].found);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

static void which_of_two_places(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		size_t start;
	} rows[] = {
		{"'prefix':'and '", 25},
		{"'suffix':' and'", 0},
		{"'start':0", 0},
		{"'start':25", 25},
		{"'start':25,'suffix':' and'", 25},
		{"'prefix':'sun and ','start':3", 25},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0};
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'c1','quote':'the moon',"
			"'supports':'m',%s}",
			rows[i].more);
		debate_open_items(&debate, comments, item.at);
		expect(rows[i].more,
			debate.annotation->items.at[0].anchor.span.start
				== rows[i].start);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

static void lost_quotes_get_a_hint(void **state)
{
	(void)state;
	static const struct {
		const char *comment, *quote, *hint;
	} rows[] = {
		{"c1", "He said: the moon", "they are in comment \"c2\""},
		{"c1", "the moon and the stars and more",
			"if that is the place, copy its words into \"quote\" (score "
			"0.77)"},
		{"c1", "the moon and the earth and more",
			"nearest is “the moon and the [earth→sun] and [more→the]”, "
			"too unlike to be taken (score 0.74)"},
		{"c1", "the moon and the very distant planets",
			"after “the moon and the” the comment has “sun and the moon” "
			"where the quote has “very distant planets”"},
		{"c1", "nothing of this", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0};
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'%s','quote':'%s',"
			"'supports':'m'}",
			rows[i].comment, rows[i].quote);
		debate_open_items(&debate, comments, item.at);
		expect_str(rows[i].quote, debate.diags.list.at[0].hint, rows[i].hint);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

static void quotations_are_held_against_the_original(void **state)
{
	(void)state;
	static const struct {
		const char *item;
		cp_fidelity fidelity;
		const char *codes;
	} rows[] = {
		{"'comment':'c2','quote':'the moon and the sun','of':{'comment':'c1'}",
			CP_FIDELITY_EXACT, ""},
		{"'comment':'c2','quote':'THE MOON and','of':{'comment':'c1'}",
			CP_FIDELITY_FOLDED, ""},
		{"'comment':'c2','quote':'He said','of':{'comment':'c1'}",
			CP_FIDELITY_NOT_FOUND, "quotation-not-found"},
		{"'comment':'c2','quote':'He said','of':{'comment':'c1','quote':'the sun'}",
			CP_FIDELITY_ALTERED, ""},
		{"'comment':'c2','quote':'He said','of':{'comment':'c1','quote':'the stars'}",
			CP_FIDELITY_NOT_FOUND, "quotation-not-found"},
		{"'comment':'c1','quote':'the sun','of':{'comment':'c2'}",
			CP_FIDELITY_EXACT, "quotation-of-later"},
		{"'comment':'op','quote':'“great”','of':{'comment':'op'}",
			CP_FIDELITY_EXACT, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0};
		cp_buf_printf(&item, "{'id':'a','kind':'quotation','supports':'m',%s}",
			rows[i].item);
		debate_open_items(&debate, comments, item.at);
		expect_codes(rows[i].item, &debate.diags, rows[i].codes);
		expect(rows[i].item,
			debate.annotation->items.at[0].fidelity == rows[i].fidelity);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

static void scores(void **state)
{
	(void)state;
	/* 1 error in 22, 10 off in a text of 89; and a suffix of which nothing is there. */
	cp_evidence all = {1 - 1.0 / 22, 1, 1, 79.0 / 89};
	assert_true(fabs(cp_anchor_score(&all) - 0.9729) < 0.00005);
	cp_evidence no_suffix = {1, 1, 0, 79.0 / 89};
	assert_true(fabs(cp_anchor_score(&no_suffix) - 0.7802) < 0.00005);
	/* What is not said does not count. */
	cp_evidence words = {0.9, NAN, NAN, NAN};
	assert_true(fabs(cp_anchor_score(&words) - 0.9) < 1e-9);
	cp_evidence with_suffix = {1, NAN, 0.3, NAN};
	assert_true(fabs(cp_anchor_score(&with_suffix) - 56.0 / 70) < 1e-9);
}

/* Texts that were edited after they were annotated. */
static void after_an_edit(void **state)
{
	(void)state;
	static const struct {
		const char *text, *item;
		cp_anchor_state anchor;
		const char *found, *codes, *hint;
	} rows[] = {
		/* The place with its context, 1 of 25 letters changed. */
		{"zero one two three four five six seven eight nine ten eleven twelve "
		 "thirteen fourteen fifteen",
			"'quote':'four five six sevem eight','prefix':'three ',"
			"'suffix':' nine','start':10",
			CP_ANCHOR_FUZZY, "four five six seven eight", "anchor-fuzzy",
			"if that is the place, copy its words into \"quote\" (score 0.98)"},
		/* hypothesis/client#7571: "Team Alpha" is gone, a sentence like it is there. */
		{"It rained. Team Beta won the match in the second half. Nobody complained.",
			"'quote':'Team Alpha won the match in the second half.'",
			CP_ANCHOR_FUZZY, "Team Beta won the match in the second half.",
			"anchor-fuzzy",
			"if that is the place, copy its words into \"quote\" (score 0.91)"},
		{"It rained. Team Beta won the match in the second half. Nobody complained.",
			"'quote':'Team Alpha won the match in the second half.',"
			"'prefix':'to our school, and ','suffix':' The others were late.'",
			CP_ANCHOR_LOST, "", "quote-not-found",
			"nearest is “Team [Alpha→Beta] won the match in the second…”, "
			"too unlike to be taken (score 0.60)"},
		{"Team Beta won the match in the second half. Team Gamma won the match in "
		 "the first half.",
			"'quote':'Team Alpha won the match in the second half.'",
			CP_ANCHOR_AMBIGUOUS, "", "quote-ambiguous",
			"“Team [Alpha→Beta] won the match in the second…” (score 0.91) "
			"and “Team [Alpha→Gamma] won the match in the [second→first] half.” "
			"(0.77) are both like them: copy those that are meant"},
		/* hypothesis/h#2798: another Robin. */
		{"Robin went home before the vote.",
			"'quote':'Robin','prefix':'and then ','suffix':' came in','start':20",
			CP_ANCHOR_LOST, "", "quote-not-found",
			"they stand between “” and “ went home before the vote.”, which are "
			"not \"prefix\" and \"suffix\" (score 0.63)"},
		{"Robin went home before the vote.", "'quote':'Robin'", CP_ANCHOR_EXACT,
			"Robin", "", NULL},
		/* hypothesis/h#2634. */
		{"He owns many chines of that kind.", "'quote':'Linus'", CP_ANCHOR_LOST,
			"", "quote-not-found", ""},
		/* Two places, and the text beside the one that is meant was edited. */
		{"At noon the dogs bark a lot here. In the small hours the dogs bark, too.",
			"'quote':'the dogs bark','prefix':'In the wee hours ',"
			"'suffix':', too. '",
			CP_ANCHOR_FUZZY, "the dogs bark", "anchor-fuzzy",
			"taken are those between “At noon the dogs bark a lot here. In the "
			"small hours ” and “, too.” (score 0.88, the next best place 0.70)"},
		{"At noon the dogs bark. At night the dogs bark.",
			"'quote':'the dogs bark','prefix':'At dawn '",
			CP_ANCHOR_AMBIGUOUS, "", "quote-ambiguous",
			"quote a few words more, or give \"prefix\" or \"suffix\": the words "
			"beside them"},
		/* What is left of a long text is not taken for it. */
		{"A law.",
			"'quote':'A law that would protect all children in this country.'",
			CP_ANCHOR_LOST, "", "quote-not-found", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0}, comment = {0};
		cp_buf_printf(&comment, "{'id':'op','text':'%s'}", rows[i].text);
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'op','supports':'m',%s}",
			rows[i].item);
		debate_open_items(&debate, comment.at, item.at);
		const cp_item *it = &debate.annotation->items.at[0];
		expect_codes(rows[i].item, &debate.diags, rows[i].codes);
		expect(rows[i].item, it->anchor.state == rows[i].anchor);
		expect_str(rows[i].item,
			cp_str_part(debate.thread->comments.at[0].text,
				it->anchor.span.start, it->anchor.span.end),
			rows[i].found);
		if (rows[i].hint)
			expect_str(
				rows[i].item, debate.diags.list.at[0].hint, rows[i].hint);
		cp_buf_clear(&comment);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

/* Where a comment was altered, the words at `start` may be others that are the same. */
static void offsets_are_trusted_while_the_digest_holds(void **state)
{
	(void)state;
	static const struct {
		const char *digest, *codes;
	} rows[] = {
		{"", ""},
		{"'digest':'sha256:"
		 "5d5b09f6dcb2d53a5fffc60c4ac0d55fabdf556069d6631545f42aa6e3500f2e',",
			"comment-changed quote-ambiguous"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf comment = {0};
		cp_buf_printf(
			&comment, "{'id':'op',%s'text':'yes no yes no'}", rows[i].digest);
		debate_open_items(&debate, comment.at,
			"{'id':'a','kind':'claim','comment':'op','quote':'no','start':4,"
			"'supports':'m'}");
		expect_codes(rows[i].digest, &debate.diags, rows[i].codes);
		cp_buf_clear(&comment);
		debate_close(&debate);
	}
}

/* One comment, the quotes of two claims in it. */
static void claims_that_share_most_of_their_words(void **state)
{
	(void)state;
	static const struct {
		const char *first, *second, *codes;
	} rows[] = {
		{"one two three", "two three four", "anchor-overlap"},
		{"two three four", "one two three", "anchor-overlap"},
		{"one two three", "three four five", ""},
		{"one two three", "one two three", ""}, /* said twice, on purpose */
		{"one two three four five", "two three", ""},
		{"one two three four five", "two three four five", "anchor-overlap"},
		{"one two", "four five", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf items = {0};
		cp_buf_printf(&items,
			"{'id':'a','kind':'claim','comment':'op','quote':'%s','supports':'m'},"
			"{'id':'b','kind':'claim','comment':'op','quote':'%s','supports':'m'}",
			rows[i].first, rows[i].second);
		debate_open_items(&debate, six_comments, items.at);
		expect_codes(rows[i].second, &debate.diags, rows[i].codes);
		cp_buf_clear(&items);
		debate_close(&debate);
	}
}

static void what_people_see_as_one_character(void **state)
{
	(void)state;
	static const struct {
		const char *quote, *codes;
	} rows[] = {
		{"cafe", "anchor-splits"}, {"cafe\u0301", ""},
		{"\u0301 👨‍👩", "anchor-splits"}, {"👨‍👩‍👧!", ""},
		{"👩‍👧!", "anchor-splits"}, {"!", ""},
		{"a\u05d0\u05d1", ""}, /* right to left, in logical order */
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0};
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'op','quote':'%s','supports':'m'}",
			rows[i].quote);
		debate_open_items(&debate,
			"{'id':'op','text':'cafe\u0301 👨‍👩‍👧! a\u05d0\u05d1\u05d2'}",
			item.at);
		expect_codes(rows[i].quote, &debate.diags, rows[i].codes);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

/* Comment op by Ann is quoted in c2 by Cy; c1 is by Ben, and c3 by Ann. */
static void quotations_that_do_the_original_wrong(void **state)
{
	(void)state;
	static const char *const originals =
		"{'id':'op','author':'Ann','text':'%s'},"
		"{'id':'c1','author':'Ben','text':'The sea is deep. %s'},"
		"{'id':'c3','author':'Ann','text':'The sky is high.'},"
		"{'id':'c2','author':'Cy','text':'You say “%s”, well. The sky is high. The "
		"sea is deep.'}";
	static const struct {
		const char *original, *quoted;
		cp_fidelity fidelity;
		const char *codes, *message;
	} rows[] = {
		{"A law to protect all people.", "A law to help all people",
			CP_FIDELITY_ALTERED, "quotation-altered",
			"these words alter those of comment \"op\": “A law to "
			"[protect→help] all people”"},
		{"I do not think that our children are safer.", "our children are safer",
			CP_FIDELITY_CUT, "quotation-cut",
			"these words are cut off from the “not” that stands before them in "
			"comment \"op\""},
		{"I don’t think our children are safer.", "our children are safer",
			CP_FIDELITY_CUT, "quotation-cut",
			"these words are cut off from the “don't” that stands before them in "
			"comment \"op\""},
		{"It is good if our children are safer.", "our children are safer",
			CP_FIDELITY_CUT, "quotation-cut", NULL},
		{"Our children are safer, but only at night.", "Our children are safer",
			CP_FIDELITY_CUT, "quotation-cut",
			"these words are cut off from the “but” that stands after them in "
			"comment \"op\""},
		{"Our children are safer unless they walk.", "Our children are safer",
			CP_FIDELITY_CUT, "quotation-cut", NULL},
		{"It is not so. Our children are safer. But when?",
			"Our children are safer", CP_FIDELITY_EXACT, "", NULL},
		{"I do not think our children are safer. Still our children are safer.",
			"our children are safer", CP_FIDELITY_EXACT, "", NULL},
		{"No, our children are safer.", "our children are safer",
			CP_FIDELITY_EXACT, "", NULL},
		{"Not only our children are safer.", "our children are safer",
			CP_FIDELITY_EXACT, "", NULL},
		{"If one two three four our children are safer.",
			"our children are safer", CP_FIDELITY_EXACT, "", NULL},
		{"I do not think our children are safer.",
			"I do not think our children are safer", CP_FIDELITY_EXACT, "",
			NULL},
		{"People who pay taxes and obey the law want to know.",
			"People … want to know", CP_FIDELITY_ELIDED, "", NULL},
		{"People who pay taxes and obey the law want to know.",
			"People [...] obey the law [they] want", CP_FIDELITY_ELIDED, "",
			NULL},
		{"People who pay taxes want to know.", "… pay taxes (...) know",
			CP_FIDELITY_ELIDED, "", NULL},
		{"People who pay taxes want to know.", "want to know … People who",
			CP_FIDELITY_NOT_FOUND, "quotation-not-found", NULL},
		{"People who pay taxes want to know.", "The sea is deep.",
			CP_FIDELITY_NOT_FOUND, "quotation-speaker",
			"these words are not in \"op\" by Ann, but in \"c1\" by Ben"},
		{"People who pay taxes want to know.", "The sky is high.",
			CP_FIDELITY_NOT_FOUND, "quotation-not-found",
			"these words are not in \"op\" by Ann, but in \"c3\" by Ann"},
		{"People who pay taxes want to know.", "quite another thing",
			CP_FIDELITY_NOT_FOUND, "quotation-not-found",
			"these words are not in comment \"op\""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0}, said = {0};
		cp_buf_printf(&said, originals, rows[i].original, "", rows[i].quoted);
		cp_buf_printf(&item,
			"{'id':'a','kind':'quotation','supports':'m','comment':'c2','quote':'%s',"
			"'start':9,'of':{'comment':'op'}}",
			rows[i].quoted);
		debate_open_items(&debate, said.at, item.at);
		expect_codes(rows[i].quoted, &debate.diags, rows[i].codes);
		if (rows[i].message)
			expect_str(rows[i].quoted, debate.diags.list.at[0].message,
				rows[i].message);
		expect(rows[i].quoted,
			debate.annotation->items.at[0].fidelity == rows[i].fidelity);
		cp_buf_clear(&said);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

/* Who says the “not” himself does nobody wrong; and there are other languages. */
static void what_is_cut_depends_on_quoter_and_language(void **state)
{
	(void)state;
	static const struct {
		const char *language, *original, *quoter, *quote;
		cp_fidelity fidelity;
	} rows[] = {
		{"en", "I do not think we are safer.",
			"You do not think that “we are safer”.", "we are safer",
			CP_FIDELITY_EXACT},
		{"en", "I do not think we are safer.", "You think that “we are safer”.",
			"we are safer", CP_FIDELITY_CUT},
		{"de", "Ich glaube nicht, dass wir sicher sind.",
			"Du sagst: „wir sicher sind“.", "wir sicher sind",
			CP_FIDELITY_CUT},
		{"de-AT", "Wir sind sicher, außer nachts.", "„Wir sind sicher“?",
			"Wir sind sicher", CP_FIDELITY_CUT},
		{"de", "No, I do not think we are safer.", "we are safer", "we are safer",
			CP_FIDELITY_EXACT},
		{"fr", "I do not think we are safer.", "we are safer", "we are safer",
			CP_FIDELITY_EXACT},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf json = {0};
		cp_buf_printf(&json,
			"{'counterpoint':1,'thread':{'counterpoint':1,'language':'%s','comments':["
			"{'id':'op','text':'%s'},{'id':'c1','text':'%s'}]},"
			"'motion':{'id':'m','text':'M'},'annotations':[{'id':'a','kind':'quotation',"
			"'comment':'c1','quote':'%s','of':{'comment':'op'},'supports':'m'}]}",
			rows[i].language, rows[i].original, rows[i].quoter,
			rows[i].quote);
		debate_open(&debate, json.at);
		expect_codes(rows[i].quoter, &debate.diags,
			rows[i].fidelity == CP_FIDELITY_CUT ? "quotation-cut" : "");
		expect(rows[i].quoter,
			debate.annotation->items.at[0].fidelity == rows[i].fidelity);
		cp_buf_clear(&json);
		debate_close(&debate);
	}
}

static void words_are_without_their_quotation_marks(void **state)
{
	(void)state;
	static const struct {
		const char *quote, *want;
	} rows[] = {
		{"“one two”", "one two"},
		{"‘one’", "one"},
		{"\"one\"", "one"},
		{"'one'", "one"},
		{"“one", "“one"},
		{"one”", "one”"},
		{"“”", "“”"},
		{"", ""},
		{"“one’", "“one’"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_item item = {.quote = cp_str_of(rows[i].quote)};
		expect_str(rows[i].quote, cp_item_words(&item), rows[i].want);
	}
}

/* As many occurrences as you like, and a quote of many kilobytes: no quadratic trap. */
static void many_places_are_all_ambiguous(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf text = {0}, item = {0};
	cp_buf_puts(&text, "{'id':'c1','text':'");
	for (int i = 0; i < 50000; i++)
		cp_buf_puts(&text, "ab ");
	cp_buf_puts(&text, "'}");
	cp_buf_puts(&item,
		"{'id':'a','kind':'claim','comment':'c1','quote':'ab','supports':'m'},"
		"{'id':'b','kind':'claim','comment':'c1','supports':'m','quote':'");
	for (int i = 0; i < 20000; i++)
		cp_buf_puts(&item, "ab ");
	cp_buf_puts(&item, "x'}");
	debate_open_items(&debate, text.at, item.at);
	expect_codes("many", &debate.diags, "quote-ambiguous quote-not-found");
	expect_str("how many", debate.diags.list.at[0].message,
		"the words of \"a\" stand 50000 times in comment \"c1\"");
	debate_close(&debate);
	cp_buf_clear(&text);
	cp_buf_clear(&item);
}

/* A hundred times "no": the twelfth and the eighty-second have the same neighbour. */
static void no_look_alike_is_taken(void **state)
{
	(void)state;
	static const struct {
		const char *more, *codes;
		size_t twelfth, eighty_second; /* which numbers are "k" instead */
		size_t start;                  /* of the place that is taken */
	} rows[] = {
		{"'prefix':'k '", "quote-ambiguous", 11, 81, 0},
		{"'prefix':'k '", "", 200, 81, 81 * 5 + 2},
		{"'start':452", "", 200, 200, 452},
		{"'start':3", "quote-ambiguous", 200, 200, 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf text = {0}, item = {0};
		cp_buf_puts(&text, "{'id':'c1','text':'");
		for (size_t n = 0; n < 100; n++)
			cp_buf_puts(&text,
				n == rows[i].twelfth || n == rows[i].eighty_second
					? "k no "
					: "w no ");
		cp_buf_puts(&text, "'}");
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'c1','quote':'no',"
			"'supports':'m',%s}",
			rows[i].more);
		debate_open_items(&debate, text.at, item.at);
		expect_codes(rows[i].more, &debate.diags, rows[i].codes);
		expect(rows[i].more,
			debate.annotation->items.at[0].anchor.span.start
				== rows[i].start);
		debate_close(&debate);
		cp_buf_clear(&text);
		cp_buf_clear(&item);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(scores),
	cmocka_unit_test(after_an_edit),
	cmocka_unit_test(offsets_are_trusted_while_the_digest_holds),
	cmocka_unit_test(claims_that_share_most_of_their_words),
	cmocka_unit_test(what_people_see_as_one_character),
	cmocka_unit_test(no_look_alike_is_taken),
	cmocka_unit_test(quotes_find_their_place),
	cmocka_unit_test(which_of_two_places),
	cmocka_unit_test(lost_quotes_get_a_hint),
	cmocka_unit_test(quotations_are_held_against_the_original),
	cmocka_unit_test(quotations_that_do_the_original_wrong),
	cmocka_unit_test(what_is_cut_depends_on_quoter_and_language),
	cmocka_unit_test(words_are_without_their_quotation_marks),
	cmocka_unit_test(many_places_are_all_ambiguous),
};

GROUP(anchor);
