#include "unit.h"

#include "annotation/anchors.h"

#include <jansson.h>
#include <unistd.h>

struct repaired {
	cp_buf text, changes;
	size_t count;
};

/* The file of a debate after its anchors were repaired. */
static struct repaired repair(const cp_loaded *loaded, bool fuzzy)
{
	struct repaired repaired = {.count = 0};
	cp_arena arena = {0};
	cp_edits *edits = cp_edits_new(&arena, loaded->annotation_document.source);
	repaired.count = cp_anchors_repair(
		&arena, loaded->annotation, fuzzy, edits, &repaired.changes);
	cp_buf_puts(&repaired.text, "");
	cp_edits_apply(edits, &repaired.text);
	cp_arena_clear(&arena);
	return repaired;
}

static void clear(struct repaired *repaired)
{
	cp_buf_clear(&repaired->text);
	cp_buf_clear(&repaired->changes);
}

/* Two annotations are the same, but for the places of their items. */
static void expect_same_but_for_places(cp_str before, cp_str after)
{
	static const char *const places[] = {"start", "end", "prefix", "suffix"};
	json_t *json[2] = {json_loadb(before.at, before.len, 0, NULL),
		json_loadb(after.at, after.len, 0, NULL)};
	for (int j = 0; j < 2; j++) {
		json_t *items = json_object_get(json[j], "annotations"), *item;
		size_t i;
		assert_non_null(items);
		json_array_foreach(items, i, item) for (size_t p = 0; p < COUNT(places);
							p++)
			json_object_del(item, places[p]);
	}
	assert_true(json_equal(json[0], json[1]));
	json_decref(json[0]);
	json_decref(json[1]);
}

static void read_again(
	cp_loaded *loaded, cp_diags *diags, const struct repaired *repaired)
{
	char *path = temp_file(cp_buf_str(&repaired->text));
	*diags = (cp_diags){0};
	assert_true(cp_loaded_read(loaded, path, diags));
	unlink(path);
	free(path);
}

static void is_found_where_it_says_afterwards(void **state)
{
	(void)state;
	static const char *const debates[] = {
		"{'id':'a','kind':'claim','comment':'op','quote':'two'},"
		"{'id':'b','kind':'claim','comment':'c1','quote':'TWO  three','start':9,'end':2},"
		"{'id':'c','kind':'claim','comment':'c2','quote':'one','prefix':'zero'},"
		"{'id':'d','kind':'claim','comment':'c2','quote':'five','suffix':'x','x-y':1.50},"
		"{'id':'e','kind':'claim','comment':'c3','quote':'three four','prefix':'two '},"
		"{'id':'f','kind':'claim','comment':'c4','quote':'not there at all'}",
		"{'id':'a','kind':'claim','comment':'op','quote':'one two three four five'}",
		"{'id':'a','kind':'claim','implicit':true,'gist':'A'}",
		"",
	};
	for (size_t i = 0; i < COUNT(debates); i++) {
		struct debate debate;
		debate_open_items(&debate, six_comments, debates[i]);
		struct repaired first = repair(&debate.loaded, false);
		expect_same_but_for_places(debate.loaded.annotation_document.source->text,
			cp_buf_str(&first.text));
		cp_loaded again;
		cp_diags diags;
		read_again(&again, &diags, &first);
		for (size_t n = 0; n < again.annotation->items.len; n++) {
			const cp_item *old = &debate.annotation->items.at[n];
			const cp_item *new = &again.annotation->items.at[n];
			assert_int_equal(old->anchor.state, new->anchor.state);
			assert_int_equal(old->anchor.span.start, new->anchor.span.start);
			assert_int_equal(old->anchor.span.end, new->anchor.span.end);
			assert_false(new->anchor.moved);
		}
		struct repaired second = repair(&again, false);
		assert_int_equal(second.count, 0);
		assert_true(cp_str_eq(cp_buf_str(&first.text), cp_buf_str(&second.text)));
		cp_loaded_clear(&again);
		cp_diags_clear(&diags);
		clear(&first);
		clear(&second);
		debate_close(&debate);
	}
}

static void says_what_it_changes(void **state)
{
	(void)state;
	static const struct {
		const char *item;
		bool fuzzy;
		const char *changes;
	} rows[] = {
		{"'quote':'two','start':1,'end':7", false,
			"a: start 1 → 4, prefix “one ”, suffix “ three four five”\n"},
		{"'quote':'two','start':1,'end':3,'prefix':'ne ','suffix':' th'", false,
			"a: start 1 → 4, end 3 → 7\n"},
		{"'quote':'one','start':0,'end':3,'prefix':'zero','suffix':' two'", false,
			"a: prefix removed\n"},
		{"'quote':'one two thrice four'", false, ""},
		{"'quote':'one two thrice four'", true,
			"a: quote “one two three four”, start 0, end 18, suffix “ five”\n"},
		{"'quote':'seven and eight'", true, ""},
		{"'quote':'e'", true, ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf item = {0};
		cp_buf_printf(&item,
			"{'id':'a','kind':'claim','comment':'op','supports':'m',%s}",
			rows[i].item);
		debate_open_items(&debate, six_comments, item.at);
		struct repaired repaired = repair(&debate.loaded, rows[i].fuzzy);
		expect_str(rows[i].item, cp_buf_str(&repaired.changes), rows[i].changes);
		clear(&repaired);
		cp_buf_clear(&item);
		debate_close(&debate);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(is_found_where_it_says_afterwards),
	cmocka_unit_test(says_what_it_changes),
};

GROUP(repair);
