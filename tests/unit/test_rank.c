#include "unit.h"

#include "text/rank.h"

#include <math.h>

enum { FOUR = 4 };

/* Similarities of four texts: of themselves 1, and these. */
static const double similar[FOUR][FOUR] = {
	{1, .8, .1, .2}, {.8, 1, .15, .1}, {.1, .15, 1, .3}, {.2, .1, .3, 1}};

static double find_root(double square)
{
	double root = 1;
	for (int i = 0; i < 60; i++)
		root = (root + square / root) / 2;
	return root;
}

/* Vectors with these products: the rows of the Cholesky factor. */
static void make_vectors(cp_arena *arena, cp_vector vectors[FOUR])
{
	double factor[FOUR][FOUR] = {{0}};
	for (int i = 0; i < FOUR; i++) {
		vectors[i] = (cp_vector){CP_NEW_ARRAY(arena, cp_term, FOUR), 0};
		for (int j = 0; j <= i; j++) {
			double rest = similar[i][j];
			for (int k = 0; k < j; k++)
				rest -= factor[i][k] * factor[j][k];
			factor[i][j] = i == j ? find_root(rest) : rest / factor[j][j];
			vectors[i].at[vectors[i].len++] =
				(cp_term){(uint32_t)j, factor[i][j]};
		}
	}
}

static void test_cosine(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_vector vectors[FOUR];
	make_vectors(&arena, vectors);
	for (int i = 0; i < FOUR; i++)
		for (int j = 0; j < FOUR; j++)
			assert_true(fabs(cp_vector_cosine(&vectors[i], &vectors[j])
					    - similar[i][j])
				< 1e-12);
	cp_arena_clear(&arena);
}

static void test_normalise(void **state)
{
	(void)state;
	cp_term terms[] = {{1, 3}, {4, 4}};
	cp_vector vector = {terms, 2}, none = {NULL, 0};
	cp_vector_normalise(&vector);
	cp_vector_normalise(&none);
	assert_true(fabs(terms[0].weight - .6) < 1e-15);
	assert_true(fabs(terms[1].weight - .8) < 1e-15);
	assert_true(cp_vector_cosine(&vector, &none) == 0);
}

/* Continuous LexRank, worked out with the matrix of all pairs. */
static void test_lexrank(void **state)
{
	(void)state;
	static const double expected[FOUR] = {.31803, .30406, .18218, .19573};
	cp_arena arena = {0};
	cp_vector vectors[FOUR];
	double scores[FOUR];
	make_vectors(&arena, vectors);
	cp_lexrank(&arena, vectors, FOUR, FOUR, scores);
	for (int i = 0; i < FOUR; i++)
		assert_true(fabs(scores[i] - expected[i]) < 5e-6);
	cp_arena_clear(&arena);
}

static void test_lexrank_alone(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_term term = {0, 1};
	cp_term other = {1, 1};
	cp_vector vectors[4] = {{&term, 1}, {NULL, 0}, {&term, 1}, {&other, 1}};
	double scores[4];
	cp_lexrank(&arena, vectors, 4, 2, scores);
	assert_true(scores[1] > 0 && scores[1] < scores[0]);
	assert_true(fabs(scores[3] - scores[1]) < 1e-9);
	assert_true(fabs(scores[0] + scores[1] + scores[2] + scores[3] - 1) < 1e-9);
	cp_lexrank(&arena, vectors, 0, 1, scores);
	cp_lexrank(&arena, vectors + 1, 1, 0, scores);
	assert_true(fabs(scores[0] - 1) < 1e-9);
	cp_arena_clear(&arena);
}

static double look_up(const void *context, size_t a, size_t b)
{
	(void)context;
	return similar[a][b];
}

/* "abc": the order in which they are taken. */
static void take(char *order, double lambda, double limit, const double relevance[FOUR])
{
	double nearest[FOUR] = {0};
	bool out[FOUR] = {false};
	cp_mmr mmr = {FOUR, relevance, lambda, look_up, NULL, limit, nearest, out};
	size_t i;
	while ((i = cp_mmr_next(&mmr)) != SIZE_MAX)
		*order++ = "abcd"[i];
	*order = '\0';
}

static void test_mmr(void **state)
{
	(void)state;
	static const double relevance[FOUR] = {.9, .85, .5, .45};
	static const double even[FOUR] = {.5, .5, .5, .5};
	char order[FOUR + 1];
	take(order, .7, 2, relevance);
	assert_string_equal(order, "abcd");
	take(order, .5, 2, relevance);
	assert_string_equal(order, "acdb");
	take(order, 1, 2, relevance);
	assert_string_equal(order, "abcd");
	take(order, .5, 2, even);
	assert_string_equal(order, "acdb");
	take(order, 1, .8, relevance);
	assert_string_equal(order, "acd");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_cosine),
	cmocka_unit_test(test_normalise),
	cmocka_unit_test(test_lexrank),
	cmocka_unit_test(test_lexrank_alone),
	cmocka_unit_test(test_mmr),
};

GROUP(rank);
