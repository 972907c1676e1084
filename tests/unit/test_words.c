#include "unit.h"

#include "graph/words.h"

static void works_are_named_by_what_is_known(void **state)
{
	(void)state;
	static const struct {
		cp_work work;
		const char *want;
	} rows[] = {
		{{.author = BYTES("Mill"),
			 .title = BYTES("On Liberty"),
			 .year = 1859,
			 .locator = BYTES("ch. V")},
			"Mill, On Liberty (1859), ch. V"},
		{{.title = BYTES("On Liberty")}, "On Liberty"},
		{{.author = BYTES("Mill")}, "Mill"},
		{{.author = BYTES("Mill"), .year = 1859}, "Mill (1859)"},
		{{.title = BYTES("T"), .locator = BYTES("p. 1")}, "T, p. 1"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_buf out = {0};
		cp_put_work(&out, &rows[i].work);
		expect_str(rows[i].want, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
	}
}

static void the_quoted_have_names(void **state)
{
	(void)state;
	struct debate debate;
	debate_open(&debate,
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':["
		"{'id':'op','author':'Ann','text':'one'},{'id':'c1','text':'one'},"
		"{'id':'c2','text':'one'}]},'motion':{'id':'m','text':'M'},"
		"'sources':[{'id':'w1','title':'T','author':'A'},{'id':'w2','title':'T'},{'id':'w3'}],"
		"'annotations':["
		"{'id':'a','kind':'quotation','comment':'c2','quote':'one','supports':'m','of':{'comment':'op'}},"
		"{'id':'b','kind':'quotation','comment':'c2','quote':'one','supports':'m','of':{'comment':'c1'}},"
		"{'id':'c','kind':'quotation','comment':'c2','quote':'one','supports':'m','of':{'source':'w1'}},"
		"{'id':'d','kind':'quotation','comment':'c2','quote':'one','supports':'m','of':{'source':'w2'}},"
		"{'id':'e','kind':'quotation','comment':'c2','quote':'one','supports':'m','of':{'source':'w3'}},"
		"{'id':'f','kind':'quotation','comment':'c2','quote':'one','supports':'m','of':{'source':'w4'}}]}");
	static const char *const want[] = {
		"Ann", "an unnamed speaker", "A", "T", "w3", "an unknown source"};
	for (size_t i = 0; i < COUNT(want); i++)
		expect_str(want[i],
			cp_quoted_name(debate.graph, &debate.annotation->items.at[i]),
			want[i]);
	debate_close(&debate);
}

static void words_for_enums(void **state)
{
	(void)state;
	assert_string_equal(cp_stance_name(CP_STANCE_BOTH), "both");
	assert_null(cp_attitude_word(&(cp_item){.attitude = CP_ASSERTED}));
	assert_string_equal(
		cp_attitude_word(&(cp_item){.attitude = CP_CONCEDED}), "granted");
	expect_str("nobody", cp_person_name(NULL), "an unnamed speaker");
	assert_int_equal(cp_stance_opposite(CP_STANCE_PRO), CP_STANCE_CONTRA);
	assert_int_equal(cp_stance_opposite(CP_STANCE_BOTH), CP_STANCE_BOTH);
	assert_int_equal(cp_stance_opposite(CP_STANCE_NONE), CP_STANCE_NONE);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(works_are_named_by_what_is_known),
	cmocka_unit_test(the_quoted_have_names),
	cmocka_unit_test(words_for_enums),
};

GROUP(words);
