#include "base/real.h"

#include <math.h>

static const double ln2 = 0.693147180559945309417232121458;

double cp_exp(double x)
{
	enum { TERMS = 14 };
	if (x > 700 || x < -700)
		return x > 0 ? HUGE_VAL : 0;
	int halvings = (int)(x / ln2 + (x < 0 ? -0.5 : 0.5));
	double rest = x - halvings * ln2, sum = 1;
	for (int i = TERMS; i > 0; i--)
		sum = 1 + sum * rest / i;
	return ldexp(sum, halvings);
}

/* ln x = 2 artanh((x - 1) / (x + 1)), of what is left beside a power of two. */
double cp_ln(double x)
{
	enum { TERMS = 40 };
	int halvings;
	double rest = frexp(x, &halvings), ratio = (rest - 1) / (rest + 1);
	double square = ratio * ratio, sum = 0;
	for (int i = TERMS; i >= 0; i--)
		sum = sum * square + 1.0 / (2 * i + 1);
	return halvings * ln2 + 2 * ratio * sum;
}
