#include "unit.h"

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
		{"'comment':'op','quote':'it’s A great'", CP_ANCHOR_LOST, "",
			"quote-not-found"},
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
			it->anchor.moved == (strcmp(rows[i].codes, "anchor-moved") == 0));
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
			"after “the moon and the” the comment has “sun and the moon” "
			"where the quote has “stars and more”"},
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
	cmocka_unit_test(no_look_alike_is_taken),
	cmocka_unit_test(quotes_find_their_place),
	cmocka_unit_test(which_of_two_places),
	cmocka_unit_test(lost_quotes_get_a_hint),
	cmocka_unit_test(quotations_are_held_against_the_original),
	cmocka_unit_test(words_are_without_their_quotation_marks),
	cmocka_unit_test(many_places_are_all_ambiguous),
};

GROUP(anchor);
