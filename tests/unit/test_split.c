#include "unit.h"

#include "diagram/split.h"
#include "graph/choose.h"
#include "graph/split.h"
#include "markup.h"
#include "text/find.h"

/* The pages, each as its claims; those that are at home elsewhere with the page where. */
static void put_pages(cp_buf *out, struct debate *debate, size_t most)
{
	const cp_split *split = cp_split_new(&debate->arena, debate->graph, most);
	for (uint32_t i = 0; i < split->pages.len; i++) {
		const cp_graph *part = cp_split_part(&debate->arena, split, i, NULL);
		cp_buf_puts(out, i ? " | " : "");
		for (size_t c = part->without_motion; c < part->claims_len; c++) {
			const cp_claim *claim = &part->claims[c];
			cp_str id = claim->item == CP_NONE
				? CP_LIT("m")
				: part->annotation->items.at[claim->item].id;
			cp_buf_printf(out, "%s%.*s", c > part->without_motion ? " " : "",
				CP_FMT(id));
			if (claim->page)
				cp_buf_printf(out, "@%u", (unsigned)claim->page);
		}
	}
}

static void pages_are_those_of_the_points(void **state)
{
	(void)state;
	static const struct {
		const char *rows;
		size_t most;
		const char *want;
	} rows[] = {
		{"", 40, "m"},
		{"a@c1 supports m\nb@c2 rebuts m", 40, "m a b"},
		{"a@c1 supports m\nb@c2 rebuts m\nc@c3 rebuts b", 40,
			"m a b@2 | m@1 b c"},
		/* A chain, too long for one page. */
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports b\nd@c1 supports c\n"
		 "e@c1 supports d",
			3, "m a@2 | m@1 a b c@3 | b@2 c d e"},
		/* One claim with more reasons than fit. */
		{"a@c1 supports m\nb@c1 supports a\nc@c1 supports a\nd@c1 supports a", 2,
			"m a@2 | m@1 a b c d"},
		/* What bears on two is at home once, and a reference there and here. */
		{"a@c1 supports m\nb@c2 rebuts m\nc@c3 supports a, rebuts b\nd@c1 supports b",
			40, "m a@2 b@3 | m@1 a b@3 c | m@1 b c@2 d"},
		/* Linked, undercut, granted. */
		{"a@c1 supports m+b\nb@c1\nc@c2 undercuts a\nd@c3 concedes c", 40,
			"m a@2 b c@2 | m@1 a b@1 c d"},
		/* Tied to nothing, and in a circle. */
		{"a@c1\nb@c1 supports a\nc@c2 supports d\nd@c2 supports c", 40,
			"m a@2 c@3 | a b | c d"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf out = {0};
		debate_open_rows(&debate, rows[i].rows);
		put_pages(&out, &debate, rows[i].most);
		expect_str(rows[i].rows, cp_buf_str(&out), rows[i].want);
		cp_buf_clear(&out);
		debate_close(&debate);
	}
}

/* ---- Any debate ---- */

enum { ITEMS = 60 };

static void put_random_rows(cp_buf *rows, uint32_t *seed)
{
	static const char *const verbs[] = {
		"supports", "rebuts", "undercuts", "concedes", "restates"};
	for (unsigned i = 0; i < ITEMS; i++) {
		cp_buf_printf(rows, "i%u@c1", i);
		for (uint32_t n = random_below(seed, 3), first = 1; n; n--, first = 0) {
			uint32_t to = random_below(seed, ITEMS + 1);
			cp_buf_printf(rows, "%s%s ", first ? " " : ", ",
				verbs[random_below(seed, 8) % 5]);
			if (to == ITEMS)
				cp_buf_puts(rows, "m");
			else
				cp_buf_printf(rows, "i%u", (unsigned)to);
			if (random_below(seed, 6) == 0)
				cp_buf_printf(rows, "+i%u",
					(unsigned)random_below(seed, ITEMS));
		}
		cp_buf_putc(rows, '\n');
	}
}

/* Which claims and steps of the whole a page has. */
static void see_page(struct debate *debate, const cp_split *split, uint32_t page,
	uint32_t *seen, cp_map *steps)
{
	uint32_t *part_of =
		CP_NEW_ARRAY(&debate->arena, uint32_t, debate->graph->claims_len);
	const cp_graph *part = cp_split_part(&debate->arena, split, page, part_of);
	for (size_t i = 0; i < debate->graph->claims_len; i++) {
		if (split->home[i] != page)
			continue;
		assert_true(part_of[i] != CP_NONE);
		assert_int_equal(part->claims[part_of[i]].page, 0);
		assert_int_equal(part->claims[part_of[i]].reasons.len,
			debate->graph->claims[i].reasons.len);
		seen[i]++;
	}
	for (size_t i = 0; i < part->steps_len; i++)
		cp_map_add(&debate->arena, steps, part->steps[i].id, 0);
}

static void every_claim_and_step_is_on_a_page(void **state)
{
	(void)state;
	uint32_t seed;
	random_start(&seed);
	for (int turn = 0; turn < 60; turn++) {
		struct debate debate;
		cp_buf rows = {0};
		cp_map steps = {0};
		put_random_rows(&rows, &seed);
		debate_open_rows(&debate, rows.at);
		uint32_t *seen =
			CP_NEW_ARRAY(&debate.arena, uint32_t, debate.graph->claims_len);
		const cp_split *split = cp_split_new(
			&debate.arena, debate.graph, 2 + random_below(&seed, 20));
		for (uint32_t i = 0; i < split->pages.len; i++) {
			see_page(&debate, split, i, seen, &steps);
			expect(rows.at, i == 0 || split->pages.at[i].above < i);
		}
		for (size_t i = 0; i < debate.graph->claims_len; i++)
			expect(rows.at, seen[i] == 1);
		for (size_t i = 0; i < debate.graph->steps_len; i++)
			expect(rows.at,
				cp_map_find(&steps, debate.graph->steps[i].id)
					!= CP_NONE);
		cp_buf_clear(&rows);
		debate_close(&debate);
	}
}

/* ---- Files ---- */

static bool has_name(const cp_page_files *files, cp_str name)
{
	for (size_t i = 0; i < files->list.len; i++)
		if (cp_str_eq(files->list.at[i].name, name))
			return true;
	return false;
}

/* Each address in a file is one of the files, with or without a place in it. */
static void expect_known_files(const cp_page_files *files, cp_str text)
{
	static const cp_str start = BYTES("href=\"");
	size_t at = 0;
	while ((at = cp_find_bytes(text, start, at)) != SIZE_MAX) {
		at += start.len;
		size_t len = strcspn(text.at + at, "\"#");
		cp_str name = {text.at + at, len};
		if (len && !has_name(files, name)) {
			print_error("there is no file %.*s\n", CP_FMT(name));
			fail();
		}
	}
}

static void files_lead_to_one_another(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, six_comments,
		"{'id':'../../etc/passwd','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
		"{'id':'a','kind':'claim','comment':'c1','quote':'two','supports':'../../etc/passwd'},"
		"{'id':'A\\\"<b>','kind':'claim','comment':'c1','quote':'three','supports':'a'},"
		"{'id':'b','kind':'claim','comment':'c1','quote':'four','supports':'A\\\"<b>'}");
	cp_page_look how = {.most = 2, .layout = CP_LAYOUT_TREE};
	const cp_page_files *files =
		cp_page_files_new(&debate.arena, debate.graph, &how, &debate.diags);
	assert_non_null(files);
	cp_buf names = {0};
	for (size_t i = 0; i < files->list.len; i++) {
		cp_buf_printf(
			&names, "%s%.*s", i ? " " : "", CP_FMT(files->list.at[i].name));
		expect_known_files(files, files->list.at[i].text);
		expect_well_formed(files->list.at[i].text);
	}
	expect_str("names", cp_buf_str(&names),
		"index.html page-01-overview.svg page-02--.-..-etc-passwd.svg "
		"page-03-a.svg page-04-A--b-.svg");
	cp_buf_clear(&names);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(pages_are_those_of_the_points),
	cmocka_unit_test(every_claim_and_step_is_on_a_page),
	cmocka_unit_test(files_lead_to_one_another),
};

GROUP(split);
