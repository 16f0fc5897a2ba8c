/*
 * fuzz_instrument - any bytes as an instrument file: it is read or refused;
 * what is read scores answers within the range it claims.
 */
#include "quiz/instrument.h"
#include "quiz/scoring.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
score(const struct instrument *in, bool max)
{
	int *x = calloc(in->nitems, sizeof(*x));
	struct score *s = calloc(in->nscales, sizeof(*s));

	if (x == NULL || s == NULL)
		abort();
	for (size_t i = 0; i < in->nitems; i++)
		x[i] =
		    max ? in->items[i].choices->max : in->items[i].choices->min;
	scoring_all(in, x, s);
	for (size_t i = 0; i < in->nscales; i++) {
		double slack = 1e-9 * (in->scales[i].max - in->scales[i].min);

		if (s[i].scored &&
		    (s[i].value < in->scales[i].min - slack ||
			s[i].value > in->scales[i].max + slack))
			abort();
	}
	free(s);
	free(x);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct instrument in;
	struct diag err;

	if (instrument_read(&in, (const char *)data, len, NULL, &err) == 0) {
		score(&in, false);
		score(&in, true);
	}
	instrument_release(&in);
	return 0;
}
