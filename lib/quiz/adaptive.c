#include "quiz/adaptive.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void
adaptive_init(struct adaptive *a, const struct grm_item *items, size_t n)
{
	eap_init(&a->eap, items, n);
	a->x = mem_alloc(n, sizeof(*a->x));
	a->asked = mem_alloc(n, sizeof(*a->asked));
	a->rows = mem_alloc(a->eap.npairs, sizeof(*a->rows));
	adaptive_clear(a);
}

void
adaptive_release(struct adaptive *a)
{
	free(a->rows);
	free(a->asked);
	free(a->x);
	eap_release(&a->eap);
}

void
adaptive_clear(struct adaptive *a)
{
	memset(a->x, GRM_MISSING, a->eap.nitems);
	memset(a->asked, 0, a->eap.nitems * sizeof(*a->asked));
	a->nasked = 0;
	a->at = (struct grm_estimate){0, 1};
}

size_t
adaptive_next(const struct adaptive *a, struct adaptive_stop stop)
{
	size_t n = a->eap.nitems, best = n;
	double most = -1, information;

	if ((stop.most > 0 && a->nasked >= stop.most) || a->at.se <= stop.se)
		return n;
	for (size_t i = 0; i < n; i++) {
		if (a->asked[i])
			continue;
		information = grm_information(&a->eap.items[i], a->at.theta);
		if (information > most) {
			most = information;
			best = i;
		}
	}
	return best;
}

void
adaptive_answer(struct adaptive *a, size_t item, int8_t category)
{
	double posterior[EAP_LANES];

	a->asked[item] = true;
	a->x[item] = category;
	a->nasked++;
	eap_find_rows(&a->eap, a->x, a->rows);
	eap_posterior(&a->eap, a->rows, posterior);
	a->at = eap_estimate(&a->eap, posterior);
}
