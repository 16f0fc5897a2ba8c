/* What eval found: all figures at once, and what both forms of them need. */
#include "report.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

struct report_bin
report_bin(const struct report *r, int number)
{
	struct report_bin bin = {0, 0, 0};

	for (size_t i = 0; i < r->rows; i++) {
		double p = r->e->probability[i];
		int own = (int)(p * REPORT_BINS);

		if (isnan(p) ||
		    (own == REPORT_BINS ? REPORT_BINS - 1 : own) != number)
			continue;
		bin.n++;
		bin.said += p;
		bin.right += labelled_has(&r->e->pairs, 2 * i,
		    r->e->pairs.given[r->e->pairs.rows[2 * i + 1].first]);
	}
	return bin;
}

const char *
report_name(const struct report *r, size_t i)
{
	return i < r->nlabels ? names_text(&r->e->pairs.names, r->order[i])
			      : "";
}

static size_t
number_of(const struct report *r, size_t i)
{
	return i < r->nlabels ? r->order[i] : r->nlabels;
}

unsigned long
report_confused(const struct report *r, size_t right, size_t told)
{
	return r->counts[number_of(r, right) * (r->nlabels + 1) +
	    number_of(r, told)];
}

unsigned long
report_support(const struct report *r, uint32_t label)
{
	unsigned long n = 0;

	for (size_t i = 0; i < r->rows; i++)
		n += labelled_has(&r->e->pairs, 2 * i, label);
	return n;
}

size_t
report_width(const struct report *r)
{
	return r->nlabels + (r->e->abstained > 0);
}

static void
order_labels(struct report *r)
{
	uint32_t *ranks = labelled_ranks(&r->e->pairs);

	r->order = mem_alloc(r->nlabels + 1, sizeof *r->order);
	for (uint32_t i = 0; i < r->nlabels; i++)
		r->order[ranks[i]] = i;
	free(ranks);
}

void
eval_write(const struct eval *e)
{
	struct report r = {.e = e,
	    .a = {&e->pairs, e->set->many, e->probability, e->squares},
	    .nlabels = e->pairs.names.count,
	    .rows = e->pairs.count / 2};
	size_t n = agreement_count(&r.a);

	r.figures = mem_alloc(n, sizeof *r.figures);
	r.low = mem_alloc(n, sizeof *r.low);
	r.high = mem_alloc(n, sizeof *r.high);
	for (size_t i = 0; i < n; i++)
		r.low[i] = r.high[i] = NAN;
	order_labels(&r);
	agreement_read(&r.a, NULL, r.figures);
	r.counts = agreement_counts(&r.a);
	if (e->set->bootstrap > 0)
		agreement_bootstrap(&r.a, (size_t)e->set->bootstrap,
		    (uint64_t)e->set->seed, r.low, r.high);
	if (e->set->form == FORM_EXPLAIN)
		report_people(&r);
	else
		report_csv(&r);
	free(r.counts);
	free(r.order);
	free(r.high);
	free(r.low);
	free(r.figures);
}
