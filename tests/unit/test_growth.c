/* One process that draws again and again, as a server or a batch does, must not grow. Graphviz's
 * layout leaks, but in a child process of its own, which ends. */
#define _GNU_SOURCE
#include "unit.h"

#include <malloc.h>
#include <unistd.h>

#include "counterpoint.h"
#include "diagram/raster.h"

enum {
	FIRST = 10,        /* after which libraries are open and caches are full */
	ALLOWED = 16,      /* kB that may still go */
	CACHES = 256,      /* … where librsvg fills its caches, ever more slowly */
	RENDERS = 200,     /* of the first format */
	RENDERS_MORE = 50, /* of each other one */
	SLOW = 3,          /* of each under valgrind, which says itself what is lost */
};

static counterpoint_debate *load(counterpoint_findings *findings)
{
	char *path = temp_file(cp_str_of(quoted(
		"{'counterpoint':1,'thread':{'counterpoint':1,'comments':["
		"{'id':'c1','author':'Ann','text':'one two three'},"
		"{'id':'c2','author':'Ben','text':'four five','reply_to':'c1'}]},"
		"'motion':{'id':'m','text':'M'},'annotations':["
		"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'},"
		"{'id':'b','kind':'claim','comment':'c1','quote':'two','supports':'a'},"
		"{'id':'c','kind':'rebuttal','comment':'c2','quote':'four','undercuts':'b',"
		"'rebuts':'a'},"
		"{'id':'d','kind':'rebuttal','comment':'c2','quote':'five','rebuts':'c'}]}")));
	counterpoint_debate *debate = counterpoint_debate_load(path, findings);
	unlink(path);
	free(path);
	assert_non_null(debate);
	return debate;
}

static size_t bytes_in_use(void)
{
	struct mallinfo2 info = mallinfo2();
	return info.uordblks + info.hblkhd;
}

static void render(const counterpoint_debate *debate, const char *format)
{
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_render_options options = {.format = format};
	char *made = counterpoint_debate_render(debate, &options, NULL, findings);
	assert_non_null(made);
	free(made);
	counterpoint_findings_free(findings);
}

static bool is_drawn_by_others(const char *format)
{
	return strcmp(format, "png") == 0 || strcmp(format, "pdf") == 0;
}

static void memory_does_not_grow(void **state)
{
	(void)state;
	bool slow = getenv("COUNTERPOINT_SLOW") != NULL;
	counterpoint_findings *findings = counterpoint_findings_new();
	counterpoint_debate *debate = load(findings);
	const char *format;
	for (size_t i = 0; (format = counterpoint_picture_format(i, NULL, NULL)); i++) {
		size_t before = 0;
		int renders = slow ? SLOW : i ? RENDERS_MORE : RENDERS;
		for (int n = 0; n < renders; n++) {
			render(debate, format);
			if (n + 1 == FIRST)
				before = bytes_in_use();
		}
		size_t after = bytes_in_use();
		if (getenv("COUNTERPOINT_SHOW"))
			print_message("%s: %zu bytes in use after %d, %zu after %d\n",
				format, before, FIRST, after, renders);
		size_t allowed = is_drawn_by_others(format) ? CACHES : ALLOWED;
		expect(format, slow || after <= before + allowed * 1024);
	}
	counterpoint_debate_free(debate);
	counterpoint_findings_free(findings);
}

/* fontconfig fills a cache of words, ever more slowly: 7 kB in the first two hundred. */
static void asking_for_fonts_does_not_grow(void **state)
{
	(void)state;
	cp_drawing drawing = {.title = cp_str_of("漢字 and words")};
	size_t before = 0;
	bool slow = getenv("COUNTERPOINT_SLOW") != NULL;
	for (int n = 0; n < (slow ? FIRST : RENDERS); n++) {
		cp_diags diags = {0};
		cp_drawing_check_fonts(&drawing, &diags);
		cp_diags_clear(&diags);
		if (n + 1 == FIRST)
			before = bytes_in_use();
	}
	assert_true(bytes_in_use() <= before + ALLOWED * 1024);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(asking_for_fonts_does_not_grow),
	cmocka_unit_test(memory_does_not_grow),
};

GROUP(growth);
