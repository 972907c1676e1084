#include "markup.h"

#include "diagram/view.h"
#include "diagram/page.h"
#include "summary/summary.h"
#include "text/find.h"

static void write_page(cp_buf *out, struct debate *debate)
{
	cp_buf map = {0}, summary = {0};
	cp_evaluation evaluation;
	debate_evaluate(debate, &evaluation);
	cp_drawing *drawing = cp_view_new(&debate->arena, debate->graph, cp_views,
		&(cp_look){.standing = &evaluation});
	drawing->standing_toggle = CP_TOGGLE_OFF;
	assert_true(cp_drawing_lay_out(
		&debate->arena, drawing, CP_LAYOUT_AUTO, &debate->diags));
	cp_drawing_write_svg(&map, drawing, true);
	cp_prose_write_html(&summary,
		cp_summary_new(&debate->arena, debate->graph, &cp_summary_in_full,
			&debate->diags),
		2);
	cp_page_write(out, drawing, cp_buf_str(&map), cp_buf_str(&summary));
	cp_buf_clear(&map);
	cp_buf_clear(&summary);
}

static void pages_are_well_formed_and_lead_somewhere(void **state)
{
	(void)state;
	static const char *const debates[] = {"", "a@c1 supports m",
		/* Several in the same words, one not in its comment, one implicit. */
		"a@c1 supports m\nb@c1 rebuts m\nc@c2 rebuts a\nd@ supports m\ne@c9 supports m"};
	for (size_t i = 0; i < COUNT(debates); i++) {
		struct debate debate;
		cp_buf page = {0};
		debate_open_rows(&debate, debates[i]);
		write_page(&page, &debate);
		expect_well_formed(cp_buf_str(&page));
		expect_links_lead_somewhere(cp_buf_str(&page));
		cp_buf_clear(&page);
		debate_close(&debate);
	}
}

static void passages_may_overlap(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf page = {0};
	debate_open_items(&debate, six_comments,
		"{'id':'a','kind':'claim','comment':'c1','quote':'one two three','supports':'m'},"
		"{'id':'b','kind':'claim','comment':'c1','quote':'two three four','supports':'m'},"
		"{'id':'c','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
		"{'id':'d','kind':'rebuttal','comment':'c1','quote':'one two three four five','rebuts':'m'},"
		"{'id':'e','kind':'claim','comment':'c1','quote':'lost','supports':'m'}");
	write_page(&page, &debate);
	expect_well_formed(cp_buf_str(&page));
	expect_links_lead_somewhere(cp_buf_str(&page));
	cp_buf_clear(&page);
	debate_close(&debate);
}

/* The data, in which nothing may look like markup, and after it the page's own script. */
static void expect_own_scripts(cp_str page)
{
	cp_str tag = CP_LIT("<script");
	size_t data = cp_find_bytes(page, CP_LIT("<script type=\"application/json\""), 0);
	assert_int_equal(cp_find_bytes(page, tag, 0), data);
	size_t end = cp_find_bytes(page, CP_LIT("<"), data + 1);
	assert_true(cp_str_starts(
		cp_str_part(page, end, page.len), CP_LIT("</script>\n<script>\n")));
	size_t script = cp_find_bytes(page, tag, end);
	assert_int_equal(cp_find_bytes(page, tag, script + 1), SIZE_MAX);
}

static void hostile_texts_are_text(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf pages[2] = {{0}, {0}};
	for (size_t i = 0; i < 2; i++) {
		debate_open_hostile(&debate);
		write_page(&pages[i], &debate);
		debate_close(&debate);
	}
	expect_well_formed(cp_buf_str(&pages[0]));
	expect_links_lead_somewhere(cp_buf_str(&pages[0]));
	expect_own_scripts(cp_buf_str(&pages[0]));
	assert_string_equal(pages[0].at, pages[1].at);
	cp_buf_clear(&pages[0]);
	cp_buf_clear(&pages[1]);
}

/* A name is the page's in the comment that is signed with it, and the annotator's in one
 * that is not, whichever comes first. */
static void attributions_are_told_from_signatures(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf page = {0};
	debate_open(&debate,
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':["
		"{'id':'c1','text':'one'},{'id':'c2','author':'Ann','text':'two'},"
		"{'id':'c3','text':'three'}]},'motion':{'id':'m','text':'M'},"
		"'speakers':[{'id':'ann','name':'Ann','comments':['c1','c3'],'because':'style'}],"
		"'annotations':[]}");
	write_page(&page, &debate);
	assert_non_null(
		strstr(page.at, "c1 · <span class=\"inferred\">Ann</span> <small"));
	assert_non_null(strstr(page.at, "c2 · <span class=\"stated\">Ann</span><small>"));
	assert_non_null(
		strstr(page.at, "c3 · <span class=\"inferred\">Ann</span> <small"));
	cp_buf_clear(&page);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(pages_are_well_formed_and_lead_somewhere),
	cmocka_unit_test(passages_may_overlap),
	cmocka_unit_test(hostile_texts_are_text),
	cmocka_unit_test(attributions_are_told_from_signatures),
};

GROUP(page);
