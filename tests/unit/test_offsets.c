#include "unit.h"

#include "text/offsets.h"
#include "text/utf8.h"

static void units_and_bytes(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		cp_unit unit;
		size_t units, byte;
	} rows[] = {
		{"abc", CP_CODE_POINT, 2, 2},
		{"abc", CP_CODE_POINT, 3, 3},
		{"abc", CP_CODE_POINT, 4, SIZE_MAX},
		{"", CP_CODE_POINT, 0, 0},
		{"a💩b", CP_CODE_POINT, 2, 5},
		{"a💩b", CP_UTF16, 3, 5},
		{"a💩b", CP_UTF16, 2, SIZE_MAX}, /* within the surrogate pair */
		{"a💩b", CP_UTF8, 5, 5},
		{"a💩b", CP_UTF8, 3, SIZE_MAX},
		{"a💩b", CP_UTF8, 7, SIZE_MAX},
		{"e\u0301x", CP_CODE_POINT, 2, 3}, /* e and a combining accent */
		{"e\u0301x", CP_UTF16, 2, 3},
		{"אבג x", CP_CODE_POINT, 3, 6}, /* logical order */
		{"אבג x", CP_UTF16, 4, 7},
		{"👨‍👩‍👧!", CP_CODE_POINT, 5, 18},
		{"👨‍👩‍👧!", CP_UTF16, 8, 18},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_arena arena = {0};
		cp_offsets offsets =
			cp_offsets_new(&arena, cp_str_of(rows[i].text), rows[i].unit);
		expect(rows[i].text,
			cp_offsets_byte(&offsets, rows[i].units) == rows[i].byte);
		if (rows[i].byte != SIZE_MAX)
			expect(rows[i].text,
				cp_offsets_units(&offsets, rows[i].byte)
					== rows[i].units);
		cp_arena_clear(&arena);
	}
}

/* In texts longer than the way from mark to mark, against counting from the start. */
static void long_texts(void **state)
{
	(void)state;
	static const uint32_t alphabet[] = {'a', 0xe9, 0x20ac, 0x1f600};
	uint32_t random;
	random_start(&random);
	for (int round = 0; round < 40; round++) {
		cp_arena arena = {0};
		cp_buf out = {0};
		size_t len = random_below(&random, 1500);
		cp_buf_puts(&out, "");
		for (size_t i = 0; i < len; i++)
			cp_utf8_put(&out, alphabet[random_below(&random, 4)]);
		cp_str text = cp_buf_str(&out);
		cp_offsets points = cp_offsets_new(&arena, text, CP_CODE_POINT);
		cp_offsets pairs = cp_offsets_new(&arena, text, CP_UTF16);
		cp_offsets bytes = cp_offsets_new(&arena, text, CP_UTF8);
		assert_int_equal(points.total, len);
		for (size_t byte = 0, n = 0, units = 0;; n++) {
			assert_int_equal(cp_offsets_byte(&points, n), byte);
			assert_int_equal(cp_offsets_units(&points, byte), n);
			assert_int_equal(cp_offsets_byte(&pairs, units), byte);
			assert_int_equal(cp_offsets_units(&pairs, byte), units);
			assert_int_equal(cp_offsets_byte(&bytes, byte), byte);
			if (byte == text.len)
				break;
			units += 1 + (cp_utf8_next(text, &byte) > 0xffff);
		}
		cp_buf_clear(&out);
		cp_arena_clear(&arena);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(units_and_bytes),
	cmocka_unit_test(long_texts),
};

GROUP(offsets);
