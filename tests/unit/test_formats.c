/* The formats of diagrams that are not for eyes alone: Mermaid, GraphML, and files made of
 * SVG. tests/formats.sh tries them in the programs that they are for. */
#include "markup.h"

#include <zlib.h>

#include "diagram/raster.h"
#include "diagram/theme.h"
#include "diagram/view.h"
#include "json/document.h"
#include "text/find.h"
#include "text/xml_read.h"

/* Linked premises, an undercut, a grant, a circle, a second use. */
static const char shape[] =
	"a@c1 supports m\nb@c2 rebuts m+f\nf@c2\nd@c3 undercuts a>m\ne@c4 rebuts b, supports d\n"
	"g@c5 concedes a\nh@c1 supports b";

static cp_str write_mermaid(struct debate *debate, const cp_drawing *drawing)
{
	cp_buf out = {0};
	cp_drawing_write_mermaid(&out, drawing, &debate->diags);
	return cp_buf_settle(&debate->arena, &out);
}

static cp_str write_graphml(struct debate *debate, const cp_drawing *drawing, bool yed)
{
	cp_buf out = {0};
	cp_drawing_write_graphml(&out, drawing, yed);
	return cp_buf_settle(&debate->arena, &out);
}

static bool has(cp_str text, const char *part)
{
	return cp_find_bytes(text, cp_str_of(part), 0) != SIZE_MAX;
}

static size_t count(cp_str text, const char *part)
{
	size_t found = 0;
	for (size_t at = 0; (at = cp_find_bytes(text, cp_str_of(part), at)) != SIZE_MAX;
		at++)
		found++;
	return found;
}

static void skip_start(void *unused, const cp_xml_element *element)
{
	(void)unused;
	(void)element;
}

static void skip_end(void *unused, const cp_xml_element *element, cp_str text)
{
	(void)unused;
	(void)element;
	(void)text;
}

static void expect_xml(const char *row, cp_str text)
{
	cp_xml_end end = cp_xml_read(text, &(cp_xml_events){skip_start, skip_end}, NULL);
	if (!end.whole)
		print_error("%s: %s\n", row, end.message);
	expect(row, end.whole && !end.controls);
}

/* A label is whatever stands between two quotation marks; nothing else of a line is the
 * user's. */
static void expect_plain_labels(const char *row, cp_str mermaid)
{
	size_t at = cp_find_bytes(mermaid, CP_LIT("\nflowchart "), 0);
	expect(row, at != SIZE_MAX);
	bool inside = false;
	for (; at < mermaid.len; at++) {
		char c = mermaid.at[at];
		inside = c == '"' ? !inside : inside;
		expect(row, c != '`' && c != '\\' && c != '$');
		expect(row,
			!inside
				|| (c != '[' && c != ']' && c != '{' && c != '%'
					&& c != '\n'));
		if (c == '<')
			expect(row,
				cp_str_starts(cp_str_part(mermaid, at, mermaid.len),
					CP_LIT("<br>")));
	}
	expect(row, !inside);
}

static void hostile_words_stay_words(void **state)
{
	(void)state;
	for (const cp_view *view = cp_views; view->name; view++) {
		struct debate debate;
		debate_open_hostile(&debate);
		cp_drawing *drawing =
			cp_view_new(&debate.arena, debate.graph, view, NULL);
		expect_plain_labels(view->name, write_mermaid(&debate, drawing));
		expect_xml(view->name, write_graphml(&debate, drawing, false));
		assert_true(cp_drawing_lay_out(
			&debate.arena, drawing, CP_LAYOUT_TREE, &debate.diags));
		expect_xml(view->name, write_graphml(&debate, drawing, true));
		debate_close(&debate);
	}
}

static void words_of_mermaid_are_escaped(void **state)
{
	(void)state;
	static const struct {
		const char *text, *want;
	} rows[] = {
		{"end", "end"},
		{"so 3-4, 1.5 km (or so)?!", "so 3-4, 1#46;5 km (or so)?!"},
		{"%%{init: x}%%", "#37;#37;#123;init#58; x#125;#37;#37;"},
		{"a\\nb", "a#92;\u2060nb"},
		{"$$x$$", "#36;\u2060#36;\u2060x#36;\u2060#36;\u2060"},
		{"fa:fa-car: x", "fa#58;\u2060fa-car#58; x"},
		{"- x --> y", "#45; x #45;#45;#62; y"},
		{"#quot; <b>", "#35;quot#59; #60;b#62;"},
		{"ﬂ°°60¶ß", "#64258;\u2060°°60#182;\u2060ß"},
		{"漢字 שלום", "漢字 שלום"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf json = {0}, want = {0};
		cp_buf_puts(&json,
			"{\"counterpoint\":1,\"thread\":{\"counterpoint\":1,\"comments\":[]},"
			"\"annotations\":[],\"motion\":{\"id\":\"m\",\"text\":");
		cp_json_put_string(&json, cp_str_of(rows[i].text));
		cp_buf_puts(&json, "}}");
		debate_open(&debate, json.at);
		cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
		cp_buf_printf(&want, "claim0[\"MOTION<br>%s\"]", rows[i].want);
		expect(rows[i].text, has(write_mermaid(&debate, drawing), want.at));
		cp_buf_clear(&want);
		cp_buf_clear(&json);
		debate_close(&debate);
	}
}

/* A step is an arrow; where premises meet, or another step is aimed at it, it is a node. */
static void steps_are_arrows_or_nodes(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_rows(&debate, shape);
	cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
	cp_str mermaid = write_mermaid(&debate, drawing);
	cp_str graphml = write_graphml(&debate, drawing, false);
	const bool *forks = cp_drawing_find_forks(&debate.arena, drawing);
	size_t nodes = drawing->boxes.len, edges = 0;
	for (size_t i = 0; i < drawing->joints.len; i++) {
		nodes += forks[i];
		edges += forks[i] ? drawing->joints.at[i].lines_len : 1;
	}
	assert_int_equal(nodes - drawing->boxes.len, 2);
	assert_int_equal(count(graphml, "<node "), nodes);
	assert_int_equal(count(graphml, "<edge "), edges);
	assert_int_equal(count(mermaid, "((\""), 2);
	assert_true(has(mermaid, "-.-x|\"⊘ undercuts\"| step"));
	assert_true(has(mermaid, "-.->|\"− rebuts\"| claim0"));
	assert_true(has(mermaid, "--o|\"✓ concedes\"|"));
	assert_true(has(graphml, "<data key=\"kind\">premise</data>"));
	debate_close(&debate);
}

static void nodes_say_what_is_known(void **state)
{
	(void)state;
	struct debate debate;
	debate_open_items(&debate, "{'id':'c1','author':'Ann & Co','text':'one two'}",
		"{'id':'a','kind':'rebuttal','comment':'c1','quote':'one','gist':'No','rebuts':'m'}");
	cp_drawing *drawing = cp_view_new(
		&debate.arena, debate.graph, &cp_views[0], &(cp_look){.numbers = true});
	cp_str graphml = write_graphml(&debate, drawing, false);
	static const char *const data[] = {"\"id\">a<", "\"kind\">rebuttal<",
		"\"stance\">contra<", "\"speaker\">Ann &amp; Co<", "\"comment\">c1<",
		"\"text\">No<", "\"quote\">one<", "\"number\">2<", "\"id\">a&gt;m<",
		"\"kind\">motion<"};
	for (size_t i = 0; i < COUNT(data); i++)
		expect(data[i], has(graphml, data[i]));
	debate_close(&debate);
}

static void yed_has_colours_of_six_digits(void **state)
{
	(void)state;
	for (const cp_theme *theme = cp_themes; theme->name; theme++) {
		struct debate debate;
		debate_open_rows(&debate, shape);
		cp_drawing *drawing = cp_map_new(&debate.arena, debate.graph);
		drawing->theme = theme;
		assert_true(cp_drawing_lay_out(
			&debate.arena, drawing, CP_LAYOUT_TREE, &debate.diags));
		cp_str yed = write_graphml(&debate, drawing, true);
		for (size_t at = 0;
			(at = cp_find_bytes(yed, CP_LIT("olor=\"#"), at)) != SIZE_MAX;
			at++)
			expect(theme->name, yed.at[at + 13] == '"');
		assert_int_equal(count(yed, "<y:Geometry "), count(yed, "<node "));
		assert_int_equal(count(yed, "<y:PolyLineEdge>"), count(yed, "<edge "));
		debate_close(&debate);
	}
}

static void large_charts_are_reported(void **state)
{
	(void)state;
	static const struct {
		size_t claims;
		bool reported;
	} rows[] = {{3, false}, {500, false}, {501, true}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		cp_buf items = {0};
		for (size_t n = 0; n < rows[i].claims; n++)
			cp_buf_printf(&items, "%sx%zu@c1 supports m", n ? "\n" : "", n);
		debate_open_rows(&debate, items.at);
		size_t before = debate.diags.list.len;
		write_mermaid(&debate, cp_map_new(&debate.arena, debate.graph));
		assert_int_equal(debate.diags.list.len - before, rows[i].reported);
		cp_buf_clear(&items);
		debate_close(&debate);
	}
}

/* ---- Files made of SVG ---- */

static void compressed_svg_is_the_same_and_has_no_time(void **state)
{
	(void)state;
	cp_buf svg = {0}, file = {0};
	for (int i = 0; i < 5000; i++)
		cp_buf_printf(&svg, "<g id=\"%d\"/>", i * 7919 % 1000);
	assert_true(cp_svg_to_svgz(&file, cp_buf_str(&svg)));
	assert_true(file.len < svg.len / 2);
	assert_memory_equal(file.at, "\x1f\x8b\x08\0\0\0\0\0", 8);
	cp_buf back = {0};
	z_stream stream = {.next_in = (Bytef *)file.at,
		.avail_in = (uInt)file.len,
		.next_out = (Bytef *)cp_buf_room(&back, svg.len + 1),
		.avail_out = (uInt)svg.len + 1};
	assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.total_out, svg.len);
	assert_memory_equal(back.at, svg.at, svg.len);
	inflateEnd(&stream);
	cp_buf_clear(&back);
	cp_buf_clear(&file);
	cp_buf_clear(&svg);
}

static uint32_t big_endian(const char *at)
{
	const unsigned char *bytes = (const unsigned char *)at;
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16
		| (uint32_t)bytes[2] << 8 | bytes[3];
}

static void pictures_say_how_large_a_pixel_is(void **state)
{
	(void)state;
	static const struct {
		unsigned dpi;
		uint32_t width, density;
	} rows[] = {{96, 101, 3780}, {300, 313, 11811}, {1200, 1251, 47244}};
	cp_str svg = CP_LIT("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" "
			    "height=\"50\"><rect width=\"50\" height=\"9\"/></svg>");
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_buf out = {0};
		assert_true(cp_svg_to_png(&out, svg, rows[i].dpi, &diags));
		assert_int_equal(big_endian(out.at + 16), rows[i].width);
		assert_memory_equal(out.at + 33, "\0\0\0\tpHYs", 8);
		assert_int_equal(big_endian(out.at + 41), rows[i].density);
		assert_int_equal(out.at[49], 1);
		assert_int_equal(big_endian(out.at + 50),
			crc32(0, (const Bytef *)out.at + 37, 13));
		assert_memory_equal(out.at + out.len - 8, "IEND", 4);
		cp_buf_clear(&out);
		cp_diags_clear(&diags);
	}
}

static void a_picture_too_large_is_refused_with_what_is_possible(void **state)
{
	(void)state;
	static const struct {
		unsigned width, height, dpi;
		const char *hint; /* NULL: it is drawn */
	} rows[] = {
		{1000, 1000, 96, NULL},
		{4000, 100, 1200, "\"--dpi 786\" is possible"},
		{15000, 15000, 96, "\"--dpi 90\" is possible"},
		{900000, 10, 96, "SVG and PDF have no pixels"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_buf out = {0}, svg = {0}, text = {0};
		cp_buf_printf(&svg,
			"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" "
			"height=\"%u\"/>",
			rows[i].width, rows[i].height);
		bool drawn = cp_svg_to_png(&out, cp_buf_str(&svg), rows[i].dpi, &diags);
		cp_diags_write(&diags, &text, (cp_diag_style){.limit = 10});
		expect(svg.at, drawn == !rows[i].hint);
		expect(svg.at,
			drawn || (!out.len && has(cp_buf_str(&text), rows[i].hint)));
		cp_buf_clear(&text);
		cp_buf_clear(&svg);
		cp_buf_clear(&out);
		cp_diags_clear(&diags);
	}
}

static void sheets_are_turned_as_fits(void **state)
{
	(void)state;
	static const struct {
		const char *paper;
		unsigned width, height;
		const char *box; /* in the PDF */
		bool reported;
	} rows[] = {
		{"fit", 400, 200, "0 0 300 150", false},
		{"A4", 400, 200, "0 0 841.89", false},
		{"a4", 200, 400, "0 0 595.28", false},
		{"letter", 2000, 1000, "0 0 792 612", true},
		{"A0", 2000, 1000, "0 0 3370.39", false},
		{"fit", 20000, 100, "0 0 15000 75", true},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_buf out = {0}, svg = {0};
		cp_buf_printf(&svg,
			"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" "
			"height=\"%u\"/>",
			rows[i].width, rows[i].height);
		assert_true(cp_svg_to_pdf(&out, cp_buf_str(&svg),
			cp_paper_named(rows[i].paper), false, CP_LIT("T"), &diags));
		expect(rows[i].box, has(cp_buf_str(&out), rows[i].box));
		expect(rows[i].box, (diags.list.len > 0) == rows[i].reported);
		cp_buf_clear(&svg);
		cp_buf_clear(&out);
		cp_diags_clear(&diags);
	}
	assert_null(cp_paper_named("A9"));
}

static void large_drawings_take_several_sheets(void **state)
{
	(void)state;
	static const struct {
		unsigned width, height;
		const char *pages; /* in the PDF; NULL: it is refused */
	} rows[] = {
		{600, 900, "/Count 1\n"},  /* fits as it is */
		{1100, 600, "/Count 2\n"}, /* two, upright, side by side */
		{3400, 1960, "/Count 12\n"},
		{90000, 90000, NULL},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_buf out = {0}, svg = {0};
		cp_buf_printf(&svg,
			"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" "
			"height=\"%u\"/>",
			rows[i].width, rows[i].height);
		bool drawn = cp_svg_to_pdf(&out, cp_buf_str(&svg), cp_paper_named("A4"),
			true, CP_LIT("T"), &diags);
		expect(svg.at, drawn == (rows[i].pages != NULL));
		expect(svg.at, diags.list.len == !drawn);
		expect(svg.at, !drawn || has(cp_buf_str(&out), rows[i].pages));
		cp_buf_clear(&svg);
		cp_buf_clear(&out);
		cp_diags_clear(&diags);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(hostile_words_stay_words),
	cmocka_unit_test(words_of_mermaid_are_escaped),
	cmocka_unit_test(steps_are_arrows_or_nodes),
	cmocka_unit_test(nodes_say_what_is_known),
	cmocka_unit_test(yed_has_colours_of_six_digits),
	cmocka_unit_test(large_charts_are_reported),
	cmocka_unit_test(compressed_svg_is_the_same_and_has_no_time),
	cmocka_unit_test(pictures_say_how_large_a_pixel_is),
	cmocka_unit_test(a_picture_too_large_is_refused_with_what_is_possible),
	cmocka_unit_test(sheets_are_turned_as_fits),
	cmocka_unit_test(large_drawings_take_several_sheets),
};

GROUP(formats);
