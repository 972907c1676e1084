#include "text/measure.h"

#include "text/utf8.h"

enum weight { regular, bold };

#define ADVANCES(weight, first, last, ...) \
	static const uint16_t weight##_##first[] = {__VA_ARGS__};
#include "text/advances.inc"
#undef ADVANCES

static const struct {
	enum weight weight;
	uint32_t first, last;
	const uint16_t *widths;
} faces[] = {
#define ADVANCES(weight, first, last, ...) {weight, first, last, weight##_##first},
#include "text/advances.inc"
#undef ADVANCES
};

enum {
	EM = 2048,
	UNKNOWN = EM * 6 / 10, /* a letter of another script, on the average */
	FACES = sizeof faces / sizeof *faces,
};

static unsigned advance(uint32_t code_point, enum weight weight)
{
	if (code_point == '\t' || code_point == '\n' || code_point == '\r')
		code_point = ' ';
	if (code_point >= 0x20 && code_point < 0x7f)
		return (weight == bold ? bold_0x0020 : regular_0x0020)[code_point - 0x20];
	for (size_t i = 0; i < FACES; i++)
		if (faces[i].weight == weight && code_point >= faces[i].first
			&& code_point <= faces[i].last
			&& faces[i].widths[code_point - faces[i].first])
			return faces[i].widths[code_point - faces[i].first];
	if (cp_is_mark(code_point))
		return 0;
	return cp_is_wide(code_point) ? EM : UNKNOWN;
}

/* Of a cluster of several wide characters (a flag, a family) one is seen. */
static unsigned cluster_advance(cp_str text, size_t start, size_t end, enum weight weight)
{
	unsigned width = 0;
	bool wide = false;
	for (size_t i = start; i < end;) {
		uint32_t code_point = cp_utf8_next(text, &i);
		if (code_point < 0x1100 || !cp_is_wide(code_point))
			width += advance(code_point, weight);
		else
			wide = true;
	}
	return wide ? EM : width;
}

static size_t cluster_end(cp_str text, size_t i)
{
	/* Two ASCII characters in a row are two clusters, unless they end a line. */
	if (i + 1 >= text.len)
		return text.len;
	if ((unsigned char)text.at[i] < 0x80 && (unsigned char)text.at[i + 1] < 0x80
		&& text.at[i] != '\r')
		return i + 1;
	return cp_utf8_grapheme_end(text, i);
}

double cp_text_width(cp_str text, double size, bool is_bold)
{
	unsigned long units = 0;
	for (size_t i = 0, end; i < text.len; i = end) {
		end = cluster_end(text, i);
		units += cluster_advance(text, i, end, is_bold ? bold : regular);
	}
	return (double)units * size / EM;
}

static bool is_among(uint32_t code_point, const uint32_t *list)
{
	while (*list && *list != code_point)
		list++;
	return *list != 0;
}

/* Closing marks never begin a line, opening ones never end it (UAX #14, LB13 and LB14). */
static const uint32_t closing[] = {')', ']', '}', '.', ',', ';', ':', '!', '?', 0x2019,
	0x201d, 0x2026, 0x3001, 0x3002, 0x300b, 0x300d, 0x300f, 0x3011, 0xff01, 0xff09,
	0xff0c, 0xff1a, 0xff1b, 0xff1f, 0};
static const uint32_t opening[] = {
	'(', '[', '{', 0x2018, 0x201c, 0x300a, 0x300c, 0x300e, 0x3010, 0xff08, 0};
static const uint32_t breaking[] = {'-', '/', 0x2010, 0x2013, 0x2014, 0};

static bool may_break(uint32_t before, uint32_t after)
{
	/* Most places are between two letters. */
	if ((before | 0x20) >= 'a' && (before | 0x20) <= 'z' && (after | 0x20) >= 'a'
		&& (after | 0x20) <= 'z')
		return false;
	if (cp_is_space(after) || is_among(after, closing) || is_among(before, opening))
		return false;
	if (cp_is_space(before))
		return before != 0xa0 && before != 0x202f;
	if (is_among(before, breaking))
		return cp_is_letter(after);
	return cp_is_wide(before) || cp_is_wide(after);
}

static cp_str trim(cp_str text)
{
	size_t start = 0, end = 0;
	for (size_t i = 0; i < text.len;) {
		size_t at = i;
		if (cp_is_space(cp_utf8_next(text, &i)))
			continue;
		if (!end)
			start = at;
		end = i;
	}
	return cp_str_part(text, start, end);
}

/* The end of the line that begins at `start`: the last place to break that still fits. */
static size_t line_end(cp_str text, size_t start, double width, double size, bool is_bold)
{
	double limit = width * EM / size, used = 0;
	size_t best = 0;
	for (size_t i = start, end; i < text.len; i = end) {
		end = cluster_end(text, i);
		uint32_t first =
			text.at[i] == '\n' ? '\n' : cp_utf8_next(text, &(size_t){i});
		unsigned wide = cluster_advance(text, i, end, is_bold ? bold : regular);
		used += cp_is_space(first) ? 0 : wide;
		if (used > limit && i > start)
			return best ? best : i;
		/* A space counts once something follows it on the line. */
		used += cp_is_space(first) ? wide : 0;
		if (end < text.len
			&& may_break(first, cp_utf8_next(text, &(size_t){end})))
			best = end;
	}
	return text.len;
}

cp_lines cp_text_wrap(
	cp_arena *arena, cp_str text, double width, double size, bool is_bold, size_t max)
{
	cp_lines lines = {0};
	text = trim(text);
	for (size_t start = 0; start < text.len;) {
		if (lines.list.len == max) {
			lines.cut = true;
			break;
		}
		size_t end = line_end(text, start, width, size, is_bold);
		cp_str line = trim(cp_str_part(text, start, end));
		if (line.len)
			*cp_push(arena, &lines.list) = line;
		start = end;
	}
	return lines;
}
