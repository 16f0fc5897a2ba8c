/*
 * fuzz_bank - any bytes as a bank of a small instrument: it is read or refused;
 * by what is read a sitting comes to its end, with theta among the nodes.
 */
#include "quiz/adaptive.h"
#include "quiz/bank.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const char instrument[] =
    "id: six\nrange: 1..4\n\n"
    "item,scale,key\na1,all;a,1\na2,all;a,1\na3,all;a,-1\nb1,all,1\n"
    "b2,all,-1\nb3,all,1\n";

static void
sit(const struct bank_scale *s, const struct adaptive_rule *rule, size_t skew)
{
	size_t n = s->dimension.nitems, asked = 0, next, left;
	struct adaptive a;

	adaptive_init(&a, rule, s->items, s->areas, n);
	while ((next = adaptive_next(&a)) < n) {
		int8_t top = (int8_t)(s->items[next].categories - 1);

		if (asked++ == n || adaptive_left(&a, &left) > left)
			abort();
		adaptive_answer(&a, next,
		    (asked + skew) % 3 == 0 ? GRM_MISSING
			: skew == 1         ? 0
					    : top);
		if (!(fabs(a.at.theta) <= 6 && a.at.se >= 0 && a.at.se <= 6))
			abort();
	}
	adaptive_release(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static const struct adaptive_rule rules[] = {
	    {.se = NAN, .least = 3},
	    {.select = ADAPTIVE_KL, .change = 0.01},
	    {.select = ADAPTIVE_RANDOM, .best = 3, .most = 4},
	};
	struct instrument in;
	struct diag err;
	struct bank b;

	if (instrument_read(&in, instrument, strlen(instrument), NULL, &err) ==
	    -1)
		abort();
	if (bank_read(&b, &in, (const char *)data, len, &err) == 0)
		for (size_t i = 0; i < b.nscales; i++)
			for (size_t k = 0; k < 3; k++)
				sit(&b.scales[i], &rules[k], k);
	bank_release(&b);
	instrument_release(&in);
	return 0;
}
