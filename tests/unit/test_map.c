#include "unit.h"

#include "base/map.h"

enum { KEYS = 20000 };

static void every_key_of_many_is_found(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_map map = {0};
	char(*keys)[16] = cp_xmalloc(KEYS * sizeof *keys);
	for (uint32_t i = 0; i < KEYS; i++) {
		snprintf(keys[i], sizeof *keys, "c%u", (unsigned)i);
		assert_int_equal(cp_map_add(&arena, &map, cp_str_of(keys[i]), i), i);
	}
	for (uint32_t i = 0; i < KEYS; i++)
		assert_int_equal(cp_map_find(&map, cp_str_of(keys[i])), i);
	assert_int_equal(map.len, KEYS);
	assert_int_equal(cp_map_find(&map, CP_LIT("c20000")), CP_NONE);
	assert_int_equal(cp_map_find(&map, CP_LIT("c")), CP_NONE);
	free(keys);
	cp_arena_clear(&arena);
}

static void the_first_value_of_a_key_stays(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_map map = {0};
	assert_int_equal(cp_map_add(&arena, &map, CP_LIT("dom"), 3), 3);
	assert_int_equal(cp_map_add(&arena, &map, CP_LIT("dom"), 4), 3);
	assert_int_equal(cp_map_find(&map, CP_LIT("dom")), 3);
	assert_int_equal(map.len, 1);
	cp_arena_clear(&arena);
}

static void keys_that_are_alike_are_apart(void **state)
{
	(void)state;
	static const cp_str keys[] = {
		{"", 0},
		{"\0", 1},
		{"\0\0", 2},
		{"a", 1},
		{"a\0", 2},
		{"aaaaaaaa", 8},
		{"aaaaaaaa\0", 9},
		{"aaaaaaaaa", 9},
		{"aaaaaaaab", 9},
		{"baaaaaaaa", 9},
		{"A", 1},
	};
	cp_arena arena = {0};
	cp_map map = {0};
	for (uint32_t i = 0; i < COUNT(keys); i++)
		assert_int_equal(cp_map_add(&arena, &map, keys[i], i), i);
	for (uint32_t i = 0; i < COUNT(keys); i++)
		assert_int_equal(cp_map_find(&map, keys[i]), i);
	cp_arena_clear(&arena);
}

/* With all hashes' low bits alike only the probing tells keys apart: 24 in 32 slots. */
static void full_tables_probe_to_the_end(void **state)
{
	(void)state;
	for (uint32_t round = 0; round < 200; round++) {
		cp_arena arena = {0};
		cp_map map = {0};
		char keys[24][8];
		for (uint32_t i = 0; i < 24; i++) {
			snprintf(keys[i], sizeof keys[i], "%u",
				(unsigned)(round * 24 + i));
			cp_map_add(&arena, &map, cp_str_of(keys[i]), i);
		}
		for (uint32_t i = 0; i < 24; i++)
			assert_int_equal(cp_map_find(&map, cp_str_of(keys[i])), i);
		assert_int_equal(cp_map_find(&map, CP_LIT("none")), CP_NONE);
		cp_arena_clear(&arena);
	}
}

static void an_empty_map_has_nothing(void **state)
{
	(void)state;
	cp_map map = {0};
	assert_int_equal(cp_map_find(&map, CP_LIT("x")), CP_NONE);
	assert_int_equal(cp_map_find(&map, (cp_str){0}), CP_NONE);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_key_of_many_is_found),
	cmocka_unit_test(the_first_value_of_a_key_stays),
	cmocka_unit_test(keys_that_are_alike_are_apart),
	cmocka_unit_test(full_tables_probe_to_the_end),
	cmocka_unit_test(an_empty_map_has_nothing),
};

GROUP(map);
