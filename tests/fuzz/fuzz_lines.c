/* A stream of bytes, in pieces: its lines are those that a plain search finds, whatever the
 * pieces; and what is looked for in a line lies inside of it. The first byte says how large the
 * pieces are, the second how long a line may be. */
#include "fuzz.h"

#include "base/lines.h"
#include "json/member.h"

static void look_into(cp_str line)
{
	static const char *const names[] = {"id", "x-id", "thread"};
	cp_buf text = {0};
	cp_str value = {0};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (cp_json_member(line, names[i], &value)) {
			MUST(value.len && value.at >= line.at
				&& value.at + value.len <= line.at + line.len);
			cp_json_unquote(value, &text);
			cp_json_is_integer(value);
		}
	cp_buf_clear(&text);
}

/* The line at the beginning of the stream; the rest begins after it. */
static cp_str cut_line(cp_str *stream)
{
	const char *end = memchr(stream->at, '\n', stream->len);
	size_t len = end ? (size_t)(end - stream->at) : stream->len;
	cp_str line = cp_str_part(*stream, 0, len);
	*stream = cp_str_part(*stream, end ? len + 1 : len, stream->len);
	return line;
}

static void expect_line(const cp_line *line, cp_str want, size_t longest)
{
	MUST(line->too_long == (longest && want.len > longest));
	if (!line->too_long)
		MUST(cp_str_eq(line->text, want));
	else
		MUST(line->text.len <= want.len
			&& line->text.len <= CP_LINE_BEGINNING + longest
			&& memcmp(line->text.at, want.at, line->text.len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	size_t piece = (size_t)data[0] + 1, number = 0;
	cp_lines lines = {.longest = data[1]};
	cp_line line;
	cp_str stream = {(const char *)data + 2, size - 2}, rest = stream;
	for (size_t at = 0; !lines.ended; at += piece) {
		size_t len = stream.len - at < piece ? stream.len - at : piece;
		memcpy(cp_lines_room(&lines, piece), stream.at + at, len);
		cp_lines_add(&lines, len);
		lines.ended = at + len == stream.len;
		while (cp_lines_take(&lines, &line)) {
			MUST(rest.len && line.number == ++number);
			expect_line(&line, cut_line(&rest), data[1]);
			look_into(line.text);
		}
	}
	MUST(!rest.len);
	cp_lines_clear(&lines);
	return 0;
}
