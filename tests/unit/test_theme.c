#include "unit.h"

#include <math.h>

#include "diagram/theme.h"
#include "diagram/view.h"

/* The colour of a property in the first rule of a selector that has it, as the SVG says it. */
static const char *colour_in(const char *svg, const char *selector, const char *property)
{
	for (const char *at = svg; (at = strstr(at, selector)); at++) {
		const char *end = strchr(at + strlen(selector), '}');
		const char *found = strstr(at, property);
		if (found && found < end)
			return found + strlen(property);
	}
	fail_msg("%s has no %s", selector, property);
	return NULL;
}

/* Newton's method; x to the 2.4 is x² times the fifth root of x². */
static double fifth_root(double x)
{
	double root = 1;
	for (int i = 0; i < 40; i++)
		root = (4 * root + x / (root * root * root * root)) / 5;
	return root;
}

static double channel(const char *digits, size_t len)
{
	char hex[3] = {digits[0], digits[len - 1], 0};
	double value = (double)strtol(hex, NULL, 16) / 255;
	double squared = (value + 0.055) / 1.055 * ((value + 0.055) / 1.055);
	return value <= 0.04045 ? value / 12.92 : squared * fifth_root(squared);
}

/* WCAG 2.2: relative luminance. */
static double luminance(const char *colour)
{
	size_t len = strspn(colour + 1, "0123456789abcdef");
	assert_int_equal(colour[0], '#');
	assert_true(len == 3 || len == 6);
	size_t each = len / 3;
	return 0.2126 * channel(colour + 1, each)
		+ 0.7152 * channel(colour + 1 + each, each)
		+ 0.0722 * channel(colour + 1 + 2 * each, each);
}

static double contrast(const char *a, const char *b)
{
	double light = luminance(a), dark = luminance(b);
	return light > dark ? (light + 0.05) / (dark + 0.05)
			    : (dark + 0.05) / (light + 0.05);
}

static void contrast_is_that_of_wcag(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		double want;
	} rows[] = {{"#fff", "#000", 21}, {"#ffffff", "#fff", 1}, {"#777", "#fff", 4.48},
		{"#00695c", "#ffffff", 6.61}};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].a,
			fabs(contrast(rows[i].a, rows[i].b) - rows[i].want) < 0.01);
}

static const struct {
	const char *selector, *property, *ground_selector, *ground_property;
	double least;
} pairs[] = {
	/* Text, on the sheet and in boxes. */
	{"text{", "fill:", NULL, NULL, 4.5},
	{"text{", "fill:", "}.box{", "fill:", 4.5},
	{"text{", "fill:", ".pro>.box{", "fill:", 4.5},
	{"text{", "fill:", ".contra>.box{", "fill:", 4.5},
	{"text{", "fill:", ".source>.box{", "fill:", 4.5},
	{".foot{", "fill:", NULL, NULL, 4.5},
	{".foot{", "fill:", "}.box{", "fill:", 4.5},
	{".foot{", "fill:", ".pro>.box{", "fill:", 4.5},
	{".foot{", "fill:", ".contra>.box{", "fill:", 4.5},
	{".pro .head{", "fill:", ".pro>.box{", "fill:", 4.5},
	{".contra .head{", "fill:", ".contra>.box{", "fill:", 4.5},
	{".source .head{", "fill:", ".source>.box{", "fill:", 4.5},
	{".pro .column{", "fill:", NULL, NULL, 4.5},
	{".contra .column{", "fill:", NULL, NULL, 4.5},
	{".column{", "fill:", NULL, NULL, 4.5},
	{".motion-box .motion{", "fill:", ".motion-box>.box{", "fill:", 4.5},
	{".motion-box .foot{", "fill:", ".motion-box>.box{", "fill:", 4.5},
	{".number{", "fill:", ".badge{", "fill:", 4.5},
	{".badge{", "stroke:", NULL, NULL, 3},
	{".count{", "fill:", ".supports .fill{", "fill:", 4.5},
	{".count{", "fill:", ".rebuts .fill{", "fill:", 4.5},
	{".count{", "fill:", ".concedes .fill{", "fill:", 4.5},
	{".count{", "fill:", ".quotes .fill{", "fill:", 4.5},
	/* Lines, edges and signs. */
	{"}.box{", "stroke:", NULL, NULL, 3},
	{".pro>.box{", "stroke:", NULL, NULL, 3},
	{".contra>.box{", "stroke:", NULL, NULL, 3},
	{".pro>.bar{", "fill:", ".pro>.box{", "fill:", 3},
	{".contra>.bar{", "stroke:", ".contra>.box{", "fill:", 3},
	{".broken>.box{", "stroke:", NULL, NULL, 3},
	{".motion-box>.box{", "fill:", NULL, NULL, 3},
	{".supports .line{", "stroke:", NULL, NULL, 3},
	{".rebuts .line{", "stroke:", NULL, NULL, 3},
	{".undercuts .line{", "stroke:", NULL, NULL, 3},
	{".concedes .line{", "stroke:", NULL, NULL, 3},
	{".quotes .line{", "stroke:", NULL, NULL, 3},
	{".replies .line{", "stroke:", NULL, NULL, 3},
	{".rule{", "stroke:", NULL, NULL, 3},
	{".sign{", "stroke:", ".supports .fill{", "fill:", 3},
	{".sign{", "stroke:", ".rebuts .fill{", "fill:", 3},
	{".sign{", "stroke:", ".undercuts .fill{", "fill:", 3},
	{".sign{", "stroke:", ".replies .fill{", "fill:", 3},
	/* What stands. */
	{".defeated>.box,", "stroke:", NULL, NULL, 3},
	{"text{", "fill:", ".defeated>.box,", "fill:", 4.5},
	{".foot{", "fill:", ".defeated>.box,", "fill:", 4.5},
	{".motion-box>.status{", "fill:", ".motion-box>.box{", "fill:", 4.5},
	{".motion-box.defeated .motion,", "fill:", ".defeated>.box,", "fill:", 4.5},
	{".motion-box.defeated .head,", "fill:", ".defeated>.box,", "fill:", 4.5},
	{".track{", "stroke:", "}.box{", "fill:", 3},
	{".track{", "stroke:", ".pro>.box{", "fill:", 3},
	{".track{", "stroke:", ".contra>.box{", "fill:", 3},
	{".track{", "fill:", ".motion-box>.box{", "fill:", 3},
	{".level{", "fill:", ".track{", "fill:", 3},
	{".hatch{", "stroke:", "}.box{", "fill:", 3},
	{".hatch{", "stroke:", ".pro>.box{", "fill:", 3},
	{".hatch{", "stroke:", ".contra>.box{", "fill:", 3},
	{".motion-box>.hatch{", "stroke:", ".motion-box>.box{", "fill:", 3},
	{".defeated>.line,", "stroke:", NULL, NULL, 3},
	{".defeated>.sign,", "stroke:", ".defeated>.fill,", "fill:", 3},
	{".defeated>.count,", "fill:", ".defeated>.fill,", "fill:", 4.5},
};

static const char *ground_of(const char *svg, size_t pair)
{
	static const char sheet[] = "height=\"100%\" fill=\"";
	return pairs[pair].ground_selector
		? colour_in(svg, pairs[pair].ground_selector, pairs[pair].ground_property)
		: strstr(svg, sheet) + strlen(sheet);
}

static void every_theme_can_be_read(void **state)
{
	(void)state;
	for (const cp_theme *theme = cp_themes; theme->name; theme++) {
		struct debate debate;
		cp_buf svg = {0};
		debate_open_rows(&debate, "a@c1 supports m");
		cp_evaluation evaluation;
		debate_evaluate(&debate, &evaluation);
		cp_drawing *drawing = cp_view_new(&debate.arena, debate.graph, cp_views,
			&(cp_look){.standing = &evaluation});
		drawing->theme = theme;
		cp_drawing_lay_out_tidily(&debate.arena, drawing);
		cp_drawing_write_svg(&svg, drawing, false);
		for (size_t i = 0; i < COUNT(pairs); i++) {
			char row[96];
			double got = contrast(
				colour_in(svg.at, pairs[i].selector, pairs[i].property),
				ground_of(svg.at, i));
			snprintf(row, sizeof row, "%s: %s on %s: %.2f", theme->name,
				pairs[i].selector,
				pairs[i].ground_selector ? pairs[i].ground_selector
							 : "the sheet",
				got);
			expect(row, got >= pairs[i].least);
		}
		assert_null(strchr(svg.at, '@'));
		cp_buf_clear(&svg);
		debate_close(&debate);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(contrast_is_that_of_wcag),
	cmocka_unit_test(every_theme_can_be_read),
};

GROUP(theme);
