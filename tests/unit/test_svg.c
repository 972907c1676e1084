#include "markup.h"

#include "diagram/view.h"

static void write_svg(cp_buf *out, struct debate *debate, bool linked)
{
	cp_drawing *drawing = cp_map_new(&debate->arena, debate->graph);
	assert_true(cp_drawing_lay_out(
		&debate->arena, drawing, CP_LAYOUT_AUTO, &debate->diags));
	cp_drawing_write_svg(out, drawing, linked);
}

static const char *const debates[] = {"", "a@c1 supports m",
	"a@c1 supports m\nb@c2 rebuts m\nc@c2 rebuts a\nd@c1 undercuts c\ne@c1 supports m+f\nf@\n"
	"g@c6:conceded rebuts m, supports m\nh@c9 supports m\ni@c5",
	"a@c1 undercuts b\nb@c2 undercuts a", "a@c1 supports b\nb@c1 supports a"};

static void every_drawing_is_well_formed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(debates); i++) {
		struct debate debate;
		cp_buf svg = {0};
		debate_open_rows(&debate, debates[i]);
		write_svg(&svg, &debate, i % 2);
		expect_well_formed(cp_buf_str(&svg));
		cp_buf_clear(&svg);
		debate_close(&debate);
	}
}

static void hostile_texts_are_text(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf svg = {0};
	debate_open_hostile(&debate);
	write_svg(&svg, &debate, true);
	expect_well_formed(cp_buf_str(&svg));
	assert_null(strstr(svg.at, "<script"));
	assert_null(strstr(svg.at, "<!--"));
	cp_buf_clear(&svg);
	debate_close(&debate);
}

static void the_same_debate_gives_the_same_bytes(void **state)
{
	(void)state;
	cp_buf svgs[2] = {{0}, {0}};
	for (size_t i = 0; i < 2; i++) {
		struct debate debate;
		debate_open_rows(&debate, debates[2]);
		write_svg(&svgs[i], &debate, false);
		debate_close(&debate);
	}
	assert_string_equal(svgs[0].at, svgs[1].at);
	cp_buf_clear(&svgs[0]);
	cp_buf_clear(&svgs[1]);
}

static void everything_has_a_name_in_words(void **state)
{
	(void)state;
	struct debate debate;
	cp_buf svg = {0};
	debate_open_rows(&debate, debates[2]);
	write_svg(&svg, &debate, false);
	static const char *const words[] = {"role=\"graphics-document document\"",
		"aria-labelledby=\"map-title map-desc\"", "<title id=\"map-title\">",
		"<title>Motion: The moon is made of cheese</title>",
		"<title>Claim, for the motion, Ann in c1: A</title>",
		"unstated, added by the annotator", "undercuts: the step does not hold",
		"granted", "<title>Ben: “C” rebuts “A”</title>"};
	for (size_t i = 0; i < COUNT(words); i++)
		expect(words[i], strstr(svg.at, words[i]) != NULL);
	assert_null(strstr(svg.at, "href"));
	cp_buf_clear(&svg);
	debate_close(&debate);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_drawing_is_well_formed),
	cmocka_unit_test(hostile_texts_are_text),
	cmocka_unit_test(the_same_debate_gives_the_same_bytes),
	cmocka_unit_test(everything_has_a_name_in_words),
};

GROUP(svg);
