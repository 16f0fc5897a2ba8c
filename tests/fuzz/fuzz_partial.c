/*
 * fuzz_partial - sums from anywhere: what is accepted is written again as it
 * was, and can be computed with.
 */
#include "quiz/partial.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const char text[] = "id: x\nversion: 1\nrange: 1..3\n\n"
			   "item,text,scale\nq1,-,s\nq2,-,s\nq3,-,s\n";

static void
check(int holds)
{
	if (!holds)
		abort();
}

/* Whether it was read to its end, and merged. */
static bool
merge(struct cohort *g, const char *csv, size_t len)
{
	struct diag err = {0};
	struct table *t = table_new(csvin_new_mem(csv, len, 1), &err);
	struct partial p;
	int got;

	if (t == NULL)
		return false;
	partial_init(&p, t);
	got = partial_begin(&p, &err) == 0 ? partial_next(&p, &err) : -1;
	if (got == 1 && partial_add(&p, g, &err) == 0)
		while ((got = partial_next(&p, &err)) == 1)
			if (partial_skip(&p, &err) == -1)
				break;
	check(got == 0 || err.text[0] != '\0');
	partial_release(&p);
	table_free(t);
	return got == 0;
}

static char *
written(struct cohort *g, size_t *len)
{
	char *csv = NULL;
	FILE *fp = open_memstream(&csv, len);
	struct csvout out;

	check(fp != NULL);
	csvout_init(&out, fp);
	csvout_header(&out, partial_columns);
	partial_write_run(&out, &(struct partial_run){"x", g->pairwise});
	partial_write(&out, g);
	partial_write_done(&out, 1);
	csvout_release(&out);
	fclose(fp);
	return csv;
}

static void
compute(struct cohort *g, bool pairwise)
{
	double c[9], r[9];

	moments_matrices(g->scales[0].moments, pairwise, c, r);
	moments_person(g->scales[0].moments);
	for (size_t i = 0; i < 3; i++)
		moments_person_r(g->scales[0].moments, i);
	powers_skew(&g->scales[0].powers);
	powers_kurtosis(&g->scales[0].powers);
}

static void
try(const struct instrument *in, bool pairwise, const char *csv, size_t len)
{
	struct cohort g, again;
	char *once, *twice;
	size_t n, m;

	cohort_init(&g, in, pairwise);
	if (merge(&g, csv, len)) {
		cohort_init(&again, in, pairwise);
		once = written(&g, &n);
		check(merge(&again, once, n));
		twice = written(&again, &m);
		check(n == m && memcmp(once, twice, n) == 0);
		compute(&g, pairwise);
		free(once);
		free(twice);
		cohort_release(&again);
	}
	cohort_release(&g);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct instrument in;
	struct diag err;

	check(instrument_read(&in, text, sizeof(text) - 1, NULL, &err) == 0);
	try(&in, false, (const char *)data, len);
	try(&in, true, (const char *)data, len);
	instrument_release(&in);
	return 0;
}
