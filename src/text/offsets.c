#include "text/offsets.h"

enum { STRIDE = 512 }; /* bytes from mark to mark */

const char *const cp_unit_names[CP_UNITS] = {"codepoint", "utf8", "utf16"};

/* What a byte adds: the first of a code point counts for all of it. Outside of the basic
 * plane, where UTF-8 takes four bytes, UTF-16 takes two units. */
static unsigned units_of(char byte, cp_unit unit)
{
	if (unit == CP_UTF8)
		return 1;
	return cp_starts_code_point(byte)
		+ (unit == CP_UTF16 && (unsigned char)byte >= 0xf0);
}

cp_offsets cp_offsets_new(cp_arena *arena, cp_str text, cp_unit unit)
{
	cp_offsets offsets = {.text = text, .unit = unit};
	offsets.marks = CP_NEW_ARRAY(arena, uint32_t, text.len / STRIDE + 1);
	for (size_t i = 0; i < text.len; i++) {
		if (i % STRIDE == 0)
			offsets.marks[i / STRIDE] = (uint32_t)offsets.total;
		offsets.total += units_of(text.at[i], unit);
	}
	if (text.len % STRIDE == 0)
		offsets.marks[text.len / STRIDE] = (uint32_t)offsets.total;
	return offsets;
}

size_t cp_offsets_units(const cp_offsets *offsets, size_t byte)
{
	size_t units = offsets->marks[byte / STRIDE];
	for (size_t i = byte / STRIDE * STRIDE; i < byte; i++)
		units += units_of(offsets->text.at[i], offsets->unit);
	return units;
}

/* The last mark with no more units before it. */
static size_t find_mark(const cp_offsets *offsets, size_t units)
{
	size_t low = 0, high = offsets->text.len / STRIDE;
	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;
		if (offsets->marks[middle] <= units)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

size_t cp_offsets_byte(const cp_offsets *offsets, size_t units)
{
	if (units > offsets->total)
		return SIZE_MAX;
	size_t mark = find_mark(offsets, units), byte = mark * STRIDE;
	size_t before = offsets->marks[mark];
	cp_str text = offsets->text;
	while (byte < text.len
		&& (before < units || !cp_starts_code_point(text.at[byte]))) {
		if (before == units && offsets->unit == CP_UTF8)
			return SIZE_MAX;
		before += units_of(text.at[byte++], offsets->unit);
	}
	return before == units ? byte : SIZE_MAX;
}
