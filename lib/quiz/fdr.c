#include "quiz/fdr.h"

#include <math.h>

/* min over p_j >= p_i of p_j tests / (how many are at most p_j).  Items are
 * few: no sorting. */
void
fdr_adjust(const double *p, size_t n, double *out)
{
	size_t tests = 0, rank;

	for (size_t i = 0; i < n; i++) {
		tests += isnan(p[i]) ? 0 : 1;
		out[i] = isnan(p[i]) ? NAN : 1;
	}
	for (size_t j = 0; j < n; j++) {
		if (isnan(p[j]))
			continue;
		rank = 0;
		for (size_t i = 0; i < n; i++)
			rank += p[i] <= p[j];
		for (size_t i = 0; i < n; i++)
			if (p[i] <= p[j])
				out[i] = fmin(out[i],
				    p[j] * (double)tests / (double)rank);
	}
}
