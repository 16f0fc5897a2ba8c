/*
 * distrib - distributions that intervals are made of.
 */
#ifndef QUIZ_DISTRIB_H
#define QUIZ_DISTRIB_H

/* The regularised incomplete beta function I_x(a, b), a and b > 0, x in 0..1;
 * relative error about 1e-14 up to a + b = 1e9. */
double distrib_beta(double x, double a, double b);

/*
 * The value that a variable with an F distribution of d1 and d2 degrees of
 * freedom (both > 0) stays below with probability p, 0 < p < 1.
 */
double distrib_f_quantile(double p, double d1, double d2);

/* P(X > x), x >= 0, of a chi-square of df > 0 degrees of freedom: the
 * regularised upper incomplete gamma function Q(df / 2, x / 2). */
double distrib_chi2_upper(double x, double df);

#endif
