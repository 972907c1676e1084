#include "unit.h"

static const char comments[] =
	"{'id':'op','author':'Ann','text':'one'},{'id':'c1','text':'one'},{'id':'c2','text':'one'},"
	"{'id':'c3','author':'Ben','text':'one'}";

static void open_with(struct debate *debate, const char *more, const char *items)
{
	cp_buf json = {0};
	cp_buf_printf(&json,
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':[%s]},"
		"'motion':{'id':'m','text':'M'},%s'annotations':[%s]}",
		comments, more, items);
	debate_open(debate, json.at);
	cp_buf_clear(&json);
}

static void names_that_nothing_has_are_reported(void **state)
{
	(void)state;
	static const struct {
		const char *more, *items, *codes, *hint;
	} rows[] = {
		{"'speakers':[{'id':'dom','name':'Dom','comments':['c1'],'because':'x'}],",
			"", "", ""},
		{"'speakers':[{'id':'dom','name':'Dom','comments':['c9'],'because':'x'}],",
			"", "unknown-comment", ""},
		{"'speakers':[{'id':'dom','name':'Dom','comments':['opp'],'because':'x'}],",
			"", "unknown-comment", "did you mean \"op\"?"},
		{"'speakers':[{'id':'dom','name':'Dom','comments':['c1']}],", "",
			"no-evidence", ""},
		{"'speakers':[{'id':'ben','name':'Ben','comments':['c1']}],", "", "", ""},
		{"'speakers':[{'id':'dom','name':'Dom','comments':['c3'],'because':'x'}],",
			"", "author-stated", ""},
		{"'speakers':[{'id':'d','name':'Dom','comments':['c1'],'because':'x'},"
		 "{'id':'e','name':'Eve','comments':['c1'],'because':'x'}],",
			"", "claimed-twice", ""},
		{"'speakers':[{'id':'d','name':'Dom'},{'id':'d','name':'Eve'}],", "",
			"duplicate-id", ""},
		{"", "{'id':'a','kind':'claim','comment':'1c','quote':'one','supports':'m'}",
			"unknown-comment", "did you mean \"c1\"?"},
		{"", "{'id':'a','kind':'claim','comment':'zzz','quote':'one','supports':'m'}",
			"unknown-comment", ""},
		{"'speakers':[{'id':'dom','name':'Dom'}],",
			"{'id':'a','kind':'claim','comment':'c1',"
			"'quote':'one','supports':'m','speaker':'don'}",
			"unknown-speaker", "did you mean \"dom\"?"},
		{"'sources':[{'id':'mill'},{'id':'mill'}],", "", "duplicate-id", ""},
		{"'sources':[{'id':'mill'}],",
			"{'id':'a','kind':'quotation','comment':'c1','quote':'one',"
			"'supports':'m','of':{'source':'mil'}}",
			"unknown-source", "did you mean \"mill\"?"},
		{"",
			"{'id':'a','kind':'quotation','comment':'c1','quote':'one','supports':'m',"
			"'of':{'comment':'op1'}}",
			"unknown-comment", "did you mean \"op\"?"},
		{"", "{'id':'m','kind':'claim','comment':'c1','quote':'one','supports':'m'}",
			"duplicate-id", ""},
		{"",
			"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
			"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'zz'}",
			"duplicate-id", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf row = {0};
		cp_buf_printf(&row, "%s%s", rows[i].more, rows[i].items);
		open_with(&debate, rows[i].more, rows[i].items);
		expect_codes(row.at, &debate.diags, rows[i].codes);
		if (debate.diags.list.len)
			expect_str(row.at, debate.diags.list.at[0].hint, rows[i].hint);
		cp_buf_clear(&row);
		debate_close(&debate);
	}
}

static void whose_words_they_are(void **state)
{
	(void)state;
	struct debate debate;
	open_with(&debate,
		"'speakers':[{'id':'dom','name':'Dom','comments':['c1'],'because':'x'},"
		"{'id':'eve','name':'Eve'}],'sources':[{'id':'mill','title':'On Liberty'}],",
		"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
		"{'id':'b','kind':'claim','comment':'c1','quote':'one','supports':'m','speaker':'eve'},"
		"{'id':'c','kind':'claim','comment':'c2','quote':'one','supports':'m'},"
		"{'id':'d','kind':'quotation','comment':'c2','quote':'one','supports':'m',"
		"'of':{'source':'mill'}},"
		"{'id':'e','kind':'quotation','comment':'c2','quote':'one','supports':'m',"
		"'of':{'comment':'c1'}}");
	expect_codes("all known", &debate.diags, "");
	const cp_item *items = debate.annotation->items.at;
	assert_int_equal(items[0].speaker, 0);
	assert_int_equal(items[1].speaker, 1);
	assert_int_equal(items[2].speaker, CP_NONE);
	assert_int_equal(items[3].quoted_work, 0);
	assert_int_equal(items[3].quoted_comment, CP_NONE);
	assert_int_equal(items[4].quoted_comment, 1);
	assert_int_equal(debate.annotation->attributed[1], 0);
	assert_int_equal(debate.annotation->attributed[2], CP_NONE);
	debate_close(&debate);
}

static void places_lead_to_what_is_wrong(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf out = {0};
	open_with(&debate, "",
		"{'id':'a','kind':'claim','comment':'c7','quote':'one',"
		"'supports':['m',{'to':'zzz'}]}");
	assert_int_equal(debate.diags.list.len, 2);
	expect_str("comment", debate.diags.list.at[0].place.pointer,
		"/annotations/0/comment");
	expect_str("to", debate.diags.list.at[1].place.pointer,
		"/annotations/0/supports/1/to");
	cp_diags_write(&debate.diags, &out, (cp_diag_style){0});
	assert_non_null(strstr(out.at, "^~~~~\n"));
	cp_buf_clear(&out);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(names_that_nothing_has_are_reported),
	cmocka_unit_test(whose_words_they_are),
	cmocka_unit_test(places_lead_to_what_is_wrong),
};

GROUP(resolve);
