#include "unit.h"

#include "annotation/draft.h"
#include "counterpoint.h"

#include <jansson.h>

struct drafted {
	cp_diags diags;
	cp_loaded loaded;
	cp_arena arena;
	cp_draft *draft;
};

static void draft_open(
	struct drafted *drafted, const char *path, const cp_draft_options *options)
{
	*drafted = (struct drafted){0};
	cp_thread *thread = cp_loaded_read_thread(
		&drafted->loaded, &(cp_input){.path = path}, &drafted->diags);
	assert_non_null(thread);
	drafted->draft = cp_draft_new(&drafted->arena, thread, options);
}

static void draft_close(struct drafted *drafted)
{
	cp_arena_clear(&drafted->arena);
	cp_loaded_clear(&drafted->loaded);
	cp_diags_clear(&drafted->diags);
}

/* A thread of comments "a|b|c", each but the first an answer to the one before, by three
 * authors in turn; and what the draft of it says, one item after the other. */
static void draft_texts(
	struct drafted *drafted, const char *texts, const cp_draft_options *options)
{
	static const char *const authors[] = {"Ann", "Ben", "Cem"};
	json_t *comments = json_array();
	size_t n = 0;
	for (const char *at = texts; at; n++) {
		char id[16], before[16];
		size_t len = strcspn(at, "|");
		snprintf(id, sizeof id, "c%zu", n);
		snprintf(before, sizeof before, "c%zu", n - 1);
		json_t *comment = json_pack("{s:s, s:s, s:s%}", "id", id, "author",
			authors[n % 3], "text", at, len);
		if (n)
			json_object_set_new(comment, "reply_to", json_string(before));
		json_array_append_new(comments, comment);
		at = at[len] ? at + len + 1 : NULL;
	}
	json_t *thread = json_pack("{s:i, s:o}", "counterpoint", 1, "comments", comments);
	char *text = json_dumps(thread, 0);
	char *path = temp_file(cp_str_of(text));
	draft_open(drafted, path, options);
	remove(path);
	free(path);
	free(text);
	json_decref(thread);
}

static cp_str words_of(const struct drafted *drafted, const cp_draft_item *item)
{
	cp_str text = drafted->draft->thread->comments.at[item->comment].text;
	return cp_str_part(text, item->span.start, item->span.end);
}

/* "claim:words supports 1 because; …" */
static cp_str told(struct drafted *drafted)
{
	cp_buf out = {0};
	for (size_t i = 0; i < drafted->draft->items.len; i++) {
		const cp_draft_item *item = &drafted->draft->items.at[i];
		cp_buf_printf(&out, "%s%s:%.*s", i ? "; " : "", cp_kind_names[item->kind],
			CP_FMT(words_of(drafted, item)));
		if (item->attitude != CP_ATTITUDES)
			cp_buf_printf(&out, " (%s)", cp_attitude_names[item->attitude]);
		if (item->target != CP_NONE)
			cp_buf_printf(&out, " %s %u", cp_relation_names[item->relation],
				(unsigned)item->target);
	}
	return cp_buf_settle(&drafted->arena, &out);
}

static void sentences_with_markers(void **state)
{
	(void)state;
	static const struct {
		const char *texts, *want;
	} rows[] = {
		{"Phones ring all day. Nobody hears a word.", ""},
		{"Phones should stay at home.", "claim:Phones should stay at home."},
		{"Should phones stay at home?", ""},
		{"I think that phones disturb the others.",
			"claim:phones disturb the others."},
		{"Phones disturb us in class because of the noise they make.", ""},
		{"Phones disturb us because they ring all day.",
			"claim:Phones disturb us; claim:they ring all day. supports 0"},
		{"Because they ring all day, phones disturb us all.",
			"claim:they ring all day supports 1; claim:phones disturb us "
			"all."},
		{"Phones disturb us all. Because they ring all day.",
			"claim:Phones disturb us all.; claim:they ring all day. "
			"supports 0"},
		{"Phones ring all day. Therefore they disturb us all.",
			"claim:Phones ring all day. supports 1; claim:they disturb us "
			"all."},
		{"Phones ring all day.\n\nTherefore they disturb us all.", ""},
		{"Phones disturb us all. For example, mine rings every hour.",
			"claim:Phones disturb us all.; claim:mine rings every hour. "
			"supports 0"},
		{"Although they can be useful, phones disturb us all.",
			"claim:they can be useful (conceded) rebuts 1; claim:phones "
			"disturb us all."},
		{"Admittedly phones are useful sometimes.",
			"claim:Admittedly phones are useful sometimes. (conceded)"},
		{"Phones disturb us all. On the contrary, they help some.",
			"claim:Phones disturb us all.; rebuttal:On the contrary, they "
			"help some. rebuts 0"},
		{"Phones ring all day. That does not mean they disturb us.", ""},
		{"Phones disturb us because they ring daily. But that does not mean much.",
			"claim:Phones disturb us; claim:they ring daily. supports 0; "
			"rebuttal:that does not mean much. undercuts 1"},
		{"Phones must be forbidden in lessons, but nobody dares to say it.",
			"claim:Phones must be forbidden in lessons"},
		{"Phones should go away.|You're wrong, because phones help some.",
			"claim:Phones should go away."},
		{"Phones should stay out of lessons.|You're wrong, because phones help "
		 "in lessons.",
			"claim:Phones should stay out of lessons.; rebuttal:phones help "
			"in lessons. rebuts 0"},
		{"A phone rings in every lesson of mine.|“A phone rings in every "
		 "lesson of mine.”\n\nThat does not happen here.",
			"quotation:A phone rings in every lesson of mine. (opposed); "
			"rebuttal:That does not happen here. rebuts 0"},
		{"A phone rings in every lesson of mine.|> A phone rings in every "
		 "lesson of mine.\n\nExactly.",
			"quotation:A phone rings in every lesson of mine. (endorsed)"},
		{"As Kant wrote: “Enlightenment is the way out of tutelage.”",
			"quotation:Enlightenment is the way out of tutelage."},
		{"He wrote: “Enlightenment is the way out of tutelage.”", ""},
		{"It is a “so-called” thing.", ""},
		{"Since 2010 phones are common. I have seen it since.", ""},
		{"@Ann: phones should stay at home.",
			"claim:phones should stay at home."},
		{"2) Phones should stay at home.", "claim:Phones should stay at home."},
	};
	static const cp_draft_options options = {.least = 0};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct drafted drafted;
		draft_texts(&drafted, rows[i].texts, &options);
		expect_str(rows[i].texts, told(&drafted), rows[i].want);
		draft_close(&drafted);
	}
}

static void rules_have_switches(void **state)
{
	(void)state;
	static const char texts[] = "Phones should stay at home because they ring daily.";
	struct drafted drafted;
	cp_draft_options options = {.least = 0.7};
	draft_texts(&drafted, texts, &options);
	expect_str("least", told(&drafted),
		"claim:Phones should stay at home; claim:they ring daily. supports 0");
	draft_close(&drafted);
	options = (cp_draft_options){.least = 0};
	options.off[cp_draft_rule_find(CP_LIT("because"))] = true;
	draft_texts(&drafted, texts, &options);
	expect_str("off", told(&drafted),
		"claim:Phones should stay at home because they ring daily.");
	draft_close(&drafted);
	options = (cp_draft_options){.least = 1};
	draft_texts(&drafted, texts, &options);
	expect_str("none", told(&drafted), "");
	draft_close(&drafted);
	draft_texts(&drafted, "They ring all day. So phones should go away.", &options);
	expect_str("weak", told(&drafted), "");
	draft_close(&drafted);
	options.eager = true;
	draft_texts(&drafted, "They ring all day. So phones should go away.", &options);
	expect_str("eager", told(&drafted),
		"claim:They ring all day. supports 1; claim:phones should go away.");
	draft_close(&drafted);
}

/* The table is what it says: ids differ, those by form come first, all have their place. */
static void rules_are_in_order(void **state)
{
	(void)state;
	size_t count = 0;
	for (; cp_draft_rules[count].id; count++) {
		const cp_draft_rule *rule = &cp_draft_rules[count];
		expect(rule->id, cp_draft_rule_find(cp_str_of(rule->id)) == (int)count);
		expect(rule->id,
			(rule->place == CP_DRAFT_BY_FORM) == (count < CP_RULES_BY_FORM));
		expect(rule->id, (rule->markers == NULL) == (count < CP_RULES_BY_FORM));
		expect(rule->id, rule->confidence > 0 && rule->confidence < 1);
		expect(rule->id, strchr("ABC", rule->class) != NULL && rule->help);
	}
	assert_in_range(count, CP_RULES_BY_FORM, CP_DRAFT_RULES - 1);
	assert_int_equal(cp_draft_rule_find(CP_LIT("none")), -1);
}

/* ---- ContactPoint ---- */

static const cp_draft_item *quotation_with(
	const struct drafted *drafted, const char *id, const char *words)
{
	uint32_t comment = cp_thread_find(drafted->draft->thread, cp_str_of(id));
	for (size_t i = 0; i < drafted->draft->items.len; i++) {
		const cp_draft_item *item = &drafted->draft->items.at[i];
		if (item->kind == CP_QUOTATION && item->comment == comment
			&& cp_str_starts(words_of(drafted, item), cp_str_of(words)))
			return item;
	}
	return NULL;
}

static void expect_quotation(const struct drafted *drafted, const char *id,
	const char *words, const char *origin)
{
	const cp_draft_item *item = quotation_with(drafted, id, words);
	expect(words, item != NULL);
	if (!item)
		return;
	expect_str(words, drafted->draft->thread->comments.at[item->origin].id, origin);
	expect(words, item->fidelity == CP_REUSE_VERBATIM);
}

static void contactpoint_quotations(void **state)
{
	(void)state;
	static const cp_draft_options options = {.least = 0};
	struct drafted drafted;
	draft_open(&drafted, "samples/contactpoint/thread.json", &options);
	expect_quotation(&drafted, "c4", "ContactPoint was able to highlight", "c2");
	expect_quotation(&drafted, "c4", "what professionals were involved", "c2");
	expect_quotation(&drafted, "c4", "ContactPoint didn’t contain more", "c2");
	expect_quotation(&drafted, "c6", "fellow professionals", "c5");
	const cp_draft_item *mill =
		quotation_with(&drafted, "c3", "A government cannot have too much");
	assert_non_null(mill);
	expect_str("Mill", drafted.draft->works.at[mill->work].author, "Mill");
	size_t quotations = 0;
	for (size_t i = 0; i < drafted.draft->items.len; i++)
		quotations += drafted.draft->items.at[i].kind == CP_QUOTATION;
	assert_int_equal(quotations, 5);
	draft_close(&drafted);
}

static void contactpoint_addresses(void **state)
{
	(void)state;
	static const struct {
		const char *comment, *name, *answers;
	} rows[] = {
		{"c2", "Andrew", "c1"},
		{"c3", "Kehaar", NULL}, /* whose comment is not on the page */
		{"c3", "Dom", "c2"},
		{"c5", "Andrew", "c4"},
		{"c5", "Henry", "c3"},
		{"c6", "Kehaar", NULL},
		{"c6", "Dom", "c5"},
		{"c7", "Dom", "c5"},
		{"c8", "Henry", "c6"},
		{"c8", "Alistair", "c7"},
		{"c10", "Dom", "c8"},
		{"c12", "Alistair", "c10"},
	};
	static const cp_draft_options options = {.least = 0};
	struct drafted drafted;
	draft_open(&drafted, "samples/contactpoint/thread.json", &options);
	const cp_thread *thread = drafted.draft->thread;
	assert_int_equal(drafted.draft->addresses.list.len, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++) {
		const cp_address *address = &drafted.draft->addresses.list.at[i];
		expect_str(rows[i].name, thread->comments.at[address->comment].id,
			rows[i].comment);
		expect_str(rows[i].comment, address->name, rows[i].name);
		if (rows[i].answers)
			expect_str(rows[i].comment,
				thread->comments.at[address->answers].id,
				rows[i].answers);
		else
			expect(rows[i].comment, address->answers == CP_NONE);
	}
	draft_close(&drafted);
}

/* Mill's words stand in a source: found there, to the letter. */
static void words_of_a_source(void **state)
{
	(void)state;
	cp_diags diags = {0};
	cp_loaded given;
	assert_true(
		cp_loaded_read(&given, "samples/contactpoint/annotation.json", &diags));
	cp_draft_options options = {.given = given.annotation};
	struct drafted drafted;
	draft_open(&drafted, "samples/contactpoint/thread.json", &options);
	const cp_draft_item *mill =
		quotation_with(&drafted, "c3", "A government cannot have too much");
	assert_non_null(mill);
	expect_str("source", drafted.draft->works.at[mill->work].id, "on-liberty");
	assert_int_equal(mill->rule, CP_RULE_QUOTE_MARKED);
	assert_int_equal(mill->fidelity, CP_REUSE_VERBATIM);
	draft_close(&drafted);
	cp_loaded_clear(&given);
	cp_diags_clear(&diags);
}

/* What is written is an annotation in which nothing is wrong. */
static void drafts_are_valid(void **state)
{
	(void)state;
	static const cp_draft_options options = {.least = 0};
	struct drafted drafted;
	draft_open(&drafted, "samples/contactpoint/thread.json", &options);
	cp_buf out = {0};
	cp_draft_write(&out, drafted.draft, (cp_str){0}, (cp_str){0});
	char *path = temp_file(cp_buf_str(&out));
	cp_diags diags = {0};
	cp_loaded loaded;
	assert_true(cp_loaded_read(&loaded, path, &diags));
	assert_int_equal(diags.count[CP_ERROR] + diags.count[CP_WARNING], 0);
	assert_int_equal(loaded.annotation->items.len, drafted.draft->items.len);
	remove(path);
	free(path);
	cp_loaded_clear(&loaded);
	cp_diags_clear(&diags);
	cp_buf_clear(&out);
	draft_close(&drafted);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(sentences_with_markers),
	cmocka_unit_test(rules_have_switches),
	cmocka_unit_test(rules_are_in_order),
	cmocka_unit_test(contactpoint_quotations),
	cmocka_unit_test(contactpoint_addresses),
	cmocka_unit_test(words_of_a_source),
	cmocka_unit_test(drafts_are_valid),
};
GROUP(draft);
