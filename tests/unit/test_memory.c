#include "unit.h"

#include "base/array.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
	(void)state;
	static const size_t sizes[] = {
		0, 1, 7, 16, 17, 100, 16 << 10, 1 << 20, 3, 5 << 20, 1};
	cp_arena arena = {0};
	unsigned char *pieces[COUNT(sizes)];
	for (size_t i = 0; i < COUNT(sizes); i++) {
		pieces[i] = cp_alloc(&arena, sizes[i]);
		assert_int_equal((uintptr_t)pieces[i] % sizeof(max_align_t *), 0);
		for (size_t b = 0; b < sizes[i]; b++)
			assert_int_equal(pieces[i][b], 0);
		memset(pieces[i], (int)i + 1, sizes[i]);
	}
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t b = 0; b < sizes[i]; b++)
			assert_int_equal(pieces[i][b], i + 1);
	cp_arena_clear(&arena);
}

static void an_arena_can_be_used_again(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_arena_clear(&arena);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 1000; i++)
			*(int *)cp_alloc(&arena, 40) = i;
		cp_arena_clear(&arena);
		assert_null(arena.chunk);
	}
}

static void arrays_keep_what_they_hold(void **state)
{
	(void)state;
	cp_arena arena = {0};
	CP_ARRAY(uint32_t) numbers = {0};
	for (uint32_t i = 0; i < 10000; i++) {
		uint32_t *number = cp_push(&arena, &numbers);
		assert_int_equal(*number, 0);
		*number = i * 7;
	}
	assert_int_equal(numbers.len, 10000);
	for (uint32_t i = 0; i < 10000; i++)
		assert_int_equal(numbers.at[i], i * 7);
	cp_arena_clear(&arena);
}

static void strings_are_compared_by_bytes(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		int order;
	} rows[] = {
		{"", "", 0},
		{"", "a", -1},
		{"a", "ab", -1},
		{"b", "ab", 1},
		{"z", "é", -1},
		{"same", "same", 0},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		int order = cp_str_cmp(cp_str_of(rows[i].a), cp_str_of(rows[i].b));
		assert_int_equal((order > 0) - (order < 0), rows[i].order);
		assert_int_equal(cp_str_eq(cp_str_of(rows[i].a), cp_str_of(rows[i].b)),
			rows[i].order == 0);
	}
	assert_false(cp_str_is((cp_str){0}, ""));
	assert_true(cp_str_eq((cp_str){0}, CP_LIT("")));
	assert_true(cp_str_starts(CP_LIT("counterpoint"), CP_LIT("counter")));
	assert_false(cp_str_starts(CP_LIT("count"), CP_LIT("counter")));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
	cmocka_unit_test(an_arena_can_be_used_again),
	cmocka_unit_test(arrays_keep_what_they_hold),
	cmocka_unit_test(strings_are_compared_by_bytes),
};

GROUP(memory);
