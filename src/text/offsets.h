/* Places in a text, between bytes and the units in which others count: code points, as in
 * these files and in Python; UTF-16, as in JavaScript, Java and on Windows; bytes of UTF-8, as
 * in C and Rust. For many questions about one text: it is counted once. */
#ifndef CP_TEXT_OFFSETS_H
#define CP_TEXT_OFFSETS_H

#include "base/str.h"

#include <stdint.h>

typedef enum cp_unit { CP_CODE_POINT, CP_UTF8, CP_UTF16, CP_UNITS } cp_unit;

extern const char *const cp_unit_names[CP_UNITS]; /* "codepoint", "utf8", "utf16" */

typedef struct cp_offsets {
	cp_str text;
	cp_unit unit;
	uint32_t *marks; /* units before every so many bytes; in the arena */
	size_t total;    /* units of the whole text */
} cp_offsets;

/* Valid text of less than 4 GiB, which must outlive it. */
cp_offsets cp_offsets_new(cp_arena *arena, cp_str text, cp_unit unit);

/* The units before a byte, and the byte that has so many units before it. SIZE_MAX where there
 * is none: beyond the end, or within a code point. */
size_t cp_offsets_units(const cp_offsets *offsets, size_t byte);
size_t cp_offsets_byte(const cp_offsets *offsets, size_t units);

#endif
