#include "unit.h"

#include "base/lines.h"

/* The stream in pieces of `piece` bytes; each line as its number, ":" or, where it is too long,
 * "!", its text, and "|". */
static void split(cp_buf *out, cp_str stream, size_t piece, size_t longest)
{
	cp_lines lines = {.longest = longest};
	cp_line line;
	for (size_t at = 0; !lines.ended; at += piece) {
		size_t len = stream.len - at < piece ? stream.len - at : piece;
		memcpy(cp_lines_room(&lines, piece), stream.at + at, len);
		cp_lines_add(&lines, len);
		lines.ended = at + len == stream.len;
		while (cp_lines_take(&lines, &line))
			cp_buf_printf(out, "%zu%s%.*s|", line.number,
				line.too_long ? "!" : ":", CP_FMT(line.text));
	}
	assert_false(cp_lines_take(&lines, &line));
	cp_lines_clear(&lines);
}

static void streams_are_split(void **state)
{
	static const struct {
		cp_str stream;
		const char *want;
	} rows[] = {
		{BYTES(""), ""},
		{BYTES("\n"), "1:|"},
		{BYTES("one"), "1:one|"},
		{BYTES("one\n"), "1:one|"},
		{BYTES("one\r\n\ntwo\n three"), "1:one\r|2:|3:two|4: three|"},
		{BYTES("\n\n\n"), "1:|2:|3:|"},
		{BYTES("12345678\n"), "1:12345678|"},
		{BYTES("123456789\nx"), "1!123456789|2:x|"},
		{BYTES("123456789"), "1!123456789|"},
		{BYTES("x\n1234567890123\ny\n\n1234567890123\n"),
			"1:x|2!1234567890123|3:y|4:|5!1234567890123|"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t piece = 1; piece < 16; piece++) {
			cp_buf out = {0};
			split(&out, rows[i].stream, piece, 8);
			expect_str(rows[i].stream.at, cp_buf_str(&out), rows[i].want);
			cp_buf_clear(&out);
		}
}

/* Of a line of any length no more is held than its beginning and one piece. */
static void long_lines_are_not_kept(void **state)
{
	enum { PIECE = 1000 };
	cp_lines lines = {.longest = 5000};
	cp_line line;
	(void)state;
	for (int i = 0; i < 1000; i++) {
		memset(cp_lines_room(&lines, PIECE), i == 0 ? 'a' : 'b', PIECE);
		cp_lines_add(&lines, PIECE);
		assert_false(cp_lines_take(&lines, &line));
	}
	assert_true(lines.held.cap < 20000);
	strcpy(cp_lines_room(&lines, PIECE), "b\nnext");
	cp_lines_add(&lines, 6);
	assert_true(cp_lines_take(&lines, &line));
	assert_true(line.too_long && line.number == 1);
	assert_true(line.text.len == CP_LINE_BEGINNING && line.text.at[0] == 'a'
		&& line.text.at[line.text.len - 1] == 'b');
	lines.ended = true;
	assert_true(cp_lines_take(&lines, &line));
	expect_str("the next line", line.text, "next");
	assert_false(line.too_long);
	cp_lines_clear(&lines);
}

static void bytes_of_any_kind_are_kept(void **state)
{
	static const char stream[] = "a\0b\n\xff\xfe\n";
	cp_lines lines = {0};
	cp_line line;
	(void)state;
	memcpy(cp_lines_room(&lines, sizeof stream), stream, sizeof stream);
	cp_lines_add(&lines, sizeof stream - 1);
	assert_true(cp_lines_take(&lines, &line));
	assert_true(cp_str_eq(line.text, CP_LIT("a\0b")));
	assert_true(cp_lines_take(&lines, &line));
	assert_true(cp_str_eq(line.text, CP_LIT("\xff\xfe")));
	cp_lines_clear(&lines);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(streams_are_split),
	cmocka_unit_test(long_lines_are_not_kept),
	cmocka_unit_test(bytes_of_any_kind_are_kept),
};

GROUP(lines);
