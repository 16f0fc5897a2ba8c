#include "attrib/agreement.h"

#include "base/mem.h"
#include "test.h"

/* Rows of what is right and what was told. */
static void
fill(struct labelled *l, bool many, const char *const *pairs, size_t n)
{
	struct diag err;

	*l = (struct labelled){0};
	for (size_t i = 0; i < n; i++) {
		const char *group = i % 2 == 0 ? "" : NULL;

		assert_int_equal(labelled_add(l, pairs[i], strlen(pairs[i]),
				     many, group, &err),
		    0);
	}
}

static double
of_label(const struct agreement *a, const double *figures, const char *name,
    int figure)
{
	uint32_t label = names_find(&a->pairs->names, name, strlen(name));

	assert_int_not_equal(label, NAMES_NONE);
	return figures[agreement_place(label, (enum agreement_figure)figure)];
}

/* The example of Cohen's kappa in Fleiss, Levin & Paik 2003, "Statistical
 * Methods for Rates and Proportions", table 18.1: 100 people, two raters,
 * kappa 0.68. */
static void
agrees_with_a_published_kappa(void **state)
{
	static const struct {
		const char *right, *told;
		int n;
	} cells[] = {{"psychotic", "psychotic", 75},
	    {"psychotic", "neurotic", 1}, {"psychotic", "organic", 4},
	    {"neurotic", "psychotic", 5}, {"neurotic", "neurotic", 4},
	    {"neurotic", "organic", 1}, {"organic", "organic", 10}};
	struct labelled l = {0};
	struct agreement a = {&l, false, NULL, NULL};
	double *figures;
	struct diag err;

	(void)state;
	for (size_t i = 0; i < LENGTH(cells); i++)
		for (int k = 0; k < cells[i].n; k++) {
			labelled_add(&l, cells[i].right, strlen(cells[i].right),
			    false, "", &err);
			labelled_add(&l, cells[i].told, strlen(cells[i].told),
			    false, NULL, &err);
		}
	figures = mem_alloc(agreement_count(&a), sizeof *figures);
	agreement_read(&a, NULL, figures);
	assert_near(figures[AGREEMENT_ACCURACY], 0.89, 1e-15);
	assert_near(figures[AGREEMENT_KAPPA], 0.68, 0.005);
	free(figures);
	labelled_release(&l);
}

/* By hand: a has 2 of 3 told and one wrong; b 1 of 1, twice told. */
static void
counts_several_labels(void **state)
{
	static const char *const pairs[] = {
	    "a;b", "a;b", "a", "b", "", "a", "a", "a", "", ""};
	struct labelled l;
	struct agreement a = {&l, true, NULL, NULL};
	double *figures;

	(void)state;
	fill(&l, true, pairs, LENGTH(pairs));
	figures = mem_alloc(agreement_count(&a), sizeof *figures);
	agreement_read(&a, NULL, figures);
	assert_near(figures[AGREEMENT_ACCURACY], 3.0 / 5, 1e-15);
	assert_true(isnan(figures[AGREEMENT_KAPPA]));
	assert_near(
	    of_label(&a, figures, "a", AGREEMENT_PRECISION), 2.0 / 3, 1e-15);
	assert_near(
	    of_label(&a, figures, "a", AGREEMENT_RECALL), 2.0 / 3, 1e-15);
	assert_near(
	    of_label(&a, figures, "b", AGREEMENT_PRECISION), 0.5, 1e-15);
	assert_near(of_label(&a, figures, "b", AGREEMENT_RECALL), 1, 1e-15);
	assert_near(figures[AGREEMENT_MICRO_F1], 2.0 * 3 / (5 + 4), 1e-15);
	free(figures);
	labelled_release(&l);
}

/* What was told of nothing is an agreement of its own, as a label "none". */
static void
takes_abstention_for_a_label_of_kappa(void **state)
{
	static const char *const pairs[] = {
	    "a", "a", "a", "", "b", "b", "b", "b"};
	struct labelled l;
	struct agreement a = {&l, false, NULL, NULL};
	double *figures;
	unsigned long *counts;

	(void)state;
	fill(&l, false, pairs, LENGTH(pairs));
	figures = mem_alloc(agreement_count(&a), sizeof *figures);
	agreement_read(&a, NULL, figures);
	/* (3/4 - e) / (1 - e), e = (2 * 1 + 2 * 2) / 16 */
	assert_near(figures[AGREEMENT_KAPPA],
	    (0.75 - 6.0 / 16) / (1 - 6.0 / 16), 1e-15);
	counts = agreement_counts(&a);
	assert_int_equal(counts[0 * 3 + 0], 1);
	assert_int_equal(counts[0 * 3 + 2], 1);
	assert_int_equal(counts[1 * 3 + 1], 2);
	assert_int_equal(counts[1 * 3 + 0] + counts[2 * 3 + 0], 0);
	free(counts);
	free(figures);
	labelled_release(&l);
}

/* The interval of a share of 60 of 100 is near that of the normal
 * approximation, and the same seed gives it again. */
static void
draws_intervals(void **state)
{
	struct labelled l = {0};
	struct agreement a = {&l, false, NULL, NULL};
	double *low, *high, *again;
	struct diag err;
	size_t n;

	(void)state;
	for (int i = 0; i < 100; i++) {
		labelled_add(&l, "a", 1, false, "", &err);
		labelled_add(&l, i < 60 ? "a" : "b", 1, false, NULL, &err);
	}
	n = agreement_count(&a);
	low = mem_alloc(n, sizeof *low);
	high = mem_alloc(n, sizeof *high);
	again = mem_alloc(n, sizeof *again);
	agreement_bootstrap(&a, 4000, 1, low, high);
	assert_near(low[AGREEMENT_ACCURACY], 0.6 - 0.096, 0.015);
	assert_near(high[AGREEMENT_ACCURACY], 0.6 + 0.096, 0.015);
	agreement_bootstrap(&a, 4000, 1, again, high);
	assert_near(again[AGREEMENT_ACCURACY], low[AGREEMENT_ACCURACY], 0);
	free(again);
	free(high);
	free(low);
	labelled_release(&l);
}

/* Ten groups of ten equal rows vary as ten rows do. */
static void
draws_groups_whole(void **state)
{
	struct labelled l = {0};
	struct agreement a = {&l, false, NULL, NULL};
	double *low, *high;
	struct diag err;
	size_t n;

	(void)state;
	for (int i = 0; i < 100; i++) {
		char group[] = {(char)('a' + i % 10), '\0'};

		labelled_add(&l, "a", 1, false, group, &err);
		labelled_add(&l, i % 10 < 6 ? "a" : "b", 1, false, NULL, &err);
	}
	n = agreement_count(&a);
	low = mem_alloc(n, sizeof *low);
	high = mem_alloc(n, sizeof *high);
	agreement_bootstrap(&a, 4000, 1, low, high);
	assert_near(low[AGREEMENT_ACCURACY], 0.3, 0.01);
	assert_near(high[AGREEMENT_ACCURACY], 0.9, 0.01);
	free(high);
	free(low);
	labelled_release(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_a_published_kappa),
	    cmocka_unit_test(counts_several_labels),
	    cmocka_unit_test(takes_abstention_for_a_label_of_kappa),
	    cmocka_unit_test(draws_intervals),
	    cmocka_unit_test(draws_groups_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
