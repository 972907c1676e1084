/* Text: repairing, folding, finding, wrapping, grapheme clusters. The first byte says where
 * the words to find begin and end, and how wide a line is. */
#include "fuzz.h"

#include "text/find.h"
#include "text/fold.h"
#include "text/measure.h"
#include "text/utf8.h"
#include "text/xml.h"

static bool is_boundary(cp_str text, size_t at)
{
	return at == text.len || (at < text.len && (text.at[at] & 0xc0) != 0x80);
}

static void check_counting(cp_str text)
{
	size_t count = cp_utf8_count(text), walked = 0, bad;
	MUST(cp_utf8_valid(text, &bad));
	for (size_t i = 0; i < text.len; walked++) {
		MUST(walked > 200 || cp_utf8_offset(text, walked) == i);
		cp_utf8_next(text, &i);
		MUST(is_boundary(text, i));
	}
	MUST(walked == count && cp_utf8_offset(text, count) == text.len);
	for (size_t i = 0, end; i < text.len; i = end) {
		end = cp_utf8_grapheme_end(text, i);
		MUST(end > i && is_boundary(text, end));
	}
}

static void check_folded(const cp_folded *folded)
{
	size_t bad;
	MUST(cp_utf8_valid(folded->text, &bad));
	for (size_t i = 0; i < folded->text.len; i++) {
		MUST(folded->origin[i] <= folded->origin[i + 1]);
		MUST(is_boundary(folded->source, folded->origin[i]));
	}
	MUST(folded->origin[folded->text.len] == folded->source.len);
}

static bool folds_to_space(cp_str text, size_t at)
{
	uint32_t out[CP_FOLD_MAX], code_point = cp_utf8_next(text, &at);
	size_t count = cp_utf8_fold(code_point, out);
	for (size_t i = 0; i < count; i++)
		if (code_point >= 0x80 && out[i] == ' ')
			return true;
	return false;
}

/* A part of the text is found in it, exactly and folded. Left aside: parts with a code point
 * that folds to a space and something ("¨"), as the space is not part of the words. */
static void check_finding(
	cp_arena *arena, const cp_folded *text, size_t start, size_t end)
{
	cp_span spans[4];
	cp_str words = cp_str_part(text->source, start, end);
	size_t count = cp_find_exact(text->source, words, spans, 4);
	MUST(count >= (words.len > 0));
	for (size_t i = 0; i < count && i < 4; i++)
		MUST(cp_str_eq(
			words, cp_str_part(text->source, spans[i].start, spans[i].end)));
	cp_folded folded = cp_fold(arena, words);
	bool blank = true;
	for (size_t i = 0; i < folded.text.len; i++)
		blank &= folded.text.at[i] == ' ';
	for (size_t i = 0; i < words.len; cp_utf8_next(words, &i))
		if (folds_to_space(words, i))
			return;
	count = cp_find_folded(text, &folded, spans, 4);
	MUST(blank ? count == 0 : count > 0);
	for (size_t i = 0; i < count && i < 4; i++) {
		MUST(spans[i].start < spans[i].end && spans[i].end <= text->source.len);
		MUST(is_boundary(text->source, spans[i].start));
		MUST(is_boundary(text->source, spans[i].end));
	}
}

/* A space at the end takes no room, nor does one that has marks on it. */
static cp_str without_last_spaces(cp_str text)
{
	size_t end = 0;
	for (size_t i = 0, next; i < text.len; i = next) {
		next = cp_utf8_grapheme_end(text, i);
		if (!cp_is_space(cp_utf8_next(text, &(size_t){i})))
			end = next;
	}
	return cp_str_part(text, 0, end);
}

static void must_be_blank(cp_str text, const char *from, const char *end)
{
	for (size_t i = (size_t)(from - text.at); text.at + i < end;)
		MUST(cp_is_space(cp_utf8_next(text, &i)));
}

/* The lines are parts of the text, in its order; what is between them is blank. */
static void check_wrapping(cp_arena *arena, cp_str text, double width, bool bold)
{
	cp_lines lines = cp_text_wrap(arena, text, width, 10, bold, 20);
	const char *at = text.at;
	MUST(lines.list.len <= 20);
	for (size_t i = 0; i < lines.list.len; i++) {
		cp_str line = lines.list.at[i];
		MUST(line.len && line.at >= at
			&& line.at + line.len <= text.at + text.len);
		must_be_blank(text, at, line.at);
		MUST(cp_text_width(without_last_spaces(line), 10, bold) <= width + 0.001
			|| cp_utf8_grapheme_end(line, 0) == line.len);
		at = line.at + line.len;
	}
	if (!lines.cut)
		must_be_blank(text, at, text.at + text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	cp_arena arena = {0};
	cp_buf buf = {0}, xml = {0};
	size_t bad;
	cp_str raw = {(const char *)data + 1, size - 1};
	MUST((cp_utf8_repair(&buf, raw) == 0)
		== (cp_utf8_valid(raw, &bad) && !memchr(raw.at, 0, raw.len)));
	cp_str text = cp_buf_str(&buf);
	check_counting(text);
	cp_folded folded = cp_fold(&arena, text);
	check_folded(&folded);
	size_t points = cp_utf8_count(text), start = points * (data[0] & 15) / 16;
	size_t end = start + (points - start) * (1 + (data[0] >> 4)) / 16;
	check_finding(
		&arena, &folded, cp_utf8_offset(text, start), cp_utf8_offset(text, end));
	check_wrapping(&arena, text, 10 + data[0], data[0] & 1);
	cp_buf_put_xml(&xml, text);
	MUST(cp_find_bytes(cp_buf_str(&xml), CP_LIT("<"), 0) == SIZE_MAX);
	cp_buf_clear(&xml);
	cp_buf_clear(&buf);
	cp_arena_clear(&arena);
	return 0;
}
