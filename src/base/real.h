/* Functions of real numbers that are in the mathematical library: to load that takes a tenth of
 * the time of `check`. They are exact to a few parts in 10^16. */
#ifndef CP_BASE_REAL_H
#define CP_BASE_REAL_H

/* e to the x: beyond 700 HUGE_VAL, below -700 nothing. */
double cp_exp(double x);

/* The natural logarithm of a number above 0. */
double cp_ln(double x);

#endif
