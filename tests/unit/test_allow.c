#include "unit.h"

#include "json/allow.h"

/* What is shown of the findings, and in brackets what is allowed, in the order made. */
static void expect_allowed(
	const char *name, const char *properties, const char *items, const char *want)
{
	struct debate debate;
	cp_buf json = {0}, got = {0};
	cp_buf_printf(&json,
		"{'counterpoint':1,%s 'thread':{'counterpoint':1,'comments':["
		"{'id':'op','text':'one two','reply_to':'op'}]},"
		"'motion':{'id':'m','text':'M'},'annotations':[%s]}",
		properties, items);
	debate_open(&debate, json.at);
	cp_allow_apply(&debate.loaded.annotation_document, &debate.diags);
	for (size_t i = 0; i < debate.diags.list.len; i++) {
		const cp_diag *diag = &debate.diags.list.at[i];
		cp_buf_printf(&got, diag->allowed ? "%s(%s)" : "%s%s", i ? " " : "",
			cp_code_infos[diag->code].code);
	}
	expect_str(name, cp_buf_str(&got), want);
	cp_buf_clear(&json);
	cp_buf_clear(&got);
	debate_close(&debate);
}

#define ITEM(more) "{'id':'a','kind':'claim','comment':'op','quote':'one'" more "}"

static void findings_inside_an_object_are_allowed(void **state)
{
	(void)state;
	static const struct {
		const char *name, *properties, *items, *want;
	} rows[] = {
		{"nothing", "", ITEM(""), "reply-order no-way-to-motion"},
		{"item", "", ITEM(",'x-allow':'no-way-to-motion'"),
			"reply-order (no-way-to-motion)"},
		{"list", "", ITEM(",'x-allow':['no-way-to-motion']"),
			"reply-order (no-way-to-motion)"},
		{"file", "'x-allow':['no-way-to-motion','reply-order'],", ITEM(""),
			"(reply-order) (no-way-to-motion)"},
		{"the other item", "",
			ITEM("") ",{'id':'b','kind':'claim','comment':'op','quote':'two',"
				 "'supports':'m','x-allow':'no-way-to-motion'}",
			"reply-order no-way-to-motion needless-allow"},
		{"the innermost counts", "'x-allow':'no-way-to-motion',",
			ITEM(",'x-allow':'no-way-to-motion'"),
			"reply-order (no-way-to-motion) needless-allow"},
		{"twice the same", "",
			ITEM(",'x-allow':['no-way-to-motion','no-way-to-motion']"),
			"reply-order (no-way-to-motion)"},
		{"unknown", "", ITEM(",'supports':'m','x-allow':'no-wai'"),
			"reply-order unknown-code"},
		{"error", "", ITEM(",'supports':'m','x-allow':'no-step'"),
			"reply-order cannot-allow"},
		{"errors keep other checks back", "",
			ITEM(",'supports':'n','x-allow':'no-way-to-motion'"),
			"reply-order unknown-id"},
		{"a needless one that is meant", "'x-allow':'needless-allow',",
			ITEM(",'supports':'m','x-allow':'no-way-to-motion'"),
			"reply-order (needless-allow)"},
		{"a needless needless one", "'x-allow':'needless-allow',",
			ITEM(",'supports':'m'"), "reply-order needless-allow"},
		{"of the user's own", "",
			ITEM(",'supports':'m','x-y':{'x-allow':'no-wai'}"),
			"reply-order"},
		{"not a text", "", ITEM(",'supports':'m','x-allow':7"),
			"wrong-type reply-order"},
		{"deep",
			"'x-deep':[[[[[[[[[[[[[[[[[[[[{'x-allow':'no'}]]]]]]]]]]]]]]]]]]]],",
			ITEM(",'supports':'m'"), "reply-order"},
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_allowed(
			rows[i].name, rows[i].properties, rows[i].items, rows[i].want);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(findings_inside_an_object_are_allowed),
};

GROUP(allow);
