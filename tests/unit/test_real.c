#include "unit.h"

#include "base/real.h"

#include <math.h>

struct row {
	double x, expected;
};

static void expect_near(double got, double expected)
{
	if (fabs(got - expected) > 1e-15 * (1 + fabs(expected)))
		print_error("%.17g is not %.17g\n", got, expected);
	assert_true(fabs(got - expected) <= 1e-15 * (1 + fabs(expected)));
}

static void test_exp(void **state)
{
	(void)state;
	static const struct row rows[] = {{0, 1}, {1, 2.7182818284590452},
		{-1, 0.36787944117144233}, {0.1, 1.1051709180756477},
		{-10, 4.5399929762484852e-5}, {20, 485165195.40979028}, {701, HUGE_VAL},
		{-701, 0}};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].expected < HUGE_VAL)
			expect_near(cp_exp(rows[i].x), rows[i].expected);
		else
			assert_true(cp_exp(rows[i].x) == rows[i].expected);
}

static void test_ln(void **state)
{
	(void)state;
	static const struct row rows[] = {{1, 0}, {2, 0.69314718055994531},
		{2.7182818284590452, 1}, {10, 2.3025850929940457},
		{1.5, 0.40546510810816438}, {0.001, -6.9077552789821371},
		{1000001, 13.815511557963774}};
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_near(cp_ln(rows[i].x), rows[i].expected);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_exp),
	cmocka_unit_test(test_ln),
};

GROUP(real);
