#include "quiz/reliability.h"

#include "test.h"

#include "people.h"
#include "quiz/moments.h"

enum { K = QUESTIONS };

static double c[K * K], r[K * K];

static int
fill_matrices(void **state)
{
	struct moments *m = moments_new(K, 5, false);

	(void)state;
	for (size_t i = 0; i < PEOPLE; i++)
		moments_add(m, people[i], 0);
	moments_matrices(m, false, c, r);
	moments_free(m);
	return 0;
}

/* psych::alpha, 2.2.9; lambda-2 by its formula in R. */
static void
agrees_with_psych_on_a_scale(void **state)
{
	struct reliability rel;

	(void)state;
	reliability_scale(c, r, K, PEOPLE, &rel);
	assert_near_rel(rel.alpha_raw, 0.938414991216084404, 1e-13);
	assert_near_rel(rel.alpha_std, 0.937981342888894343, 1e-13);
	assert_near_rel(rel.lambda6, 0.978981362530781718, 1e-13);
	assert_near_rel(rel.average_r, 0.751542673420079965, 1e-13);
	assert_near_rel(rel.median_r, 0.805332484226451761, 1e-13);
	assert_near_rel(rel.ase, 0.029439285237348164, 1e-13);
	assert_near_rel(rel.lambda2_raw, 0.94196016620818468, 1e-13);
	assert_near_rel(rel.lambda2_std, 0.94070762822349241, 1e-13);
}

/* psych::alpha.ci; Duhachek's by the 1.96 of psych's print method. */
static void
gives_both_intervals_of_alpha(void **state)
{
	struct reliability rel;

	(void)state;
	reliability_scale(c, r, K, PEOPLE, &rel);
	assert_near_rel(rel.feldt_low, 0.85826062693803751, 1e-12);
	assert_near_rel(rel.feldt_high, 0.97977983950764869, 1e-12);
	assert_near_rel(rel.duhachek_low,
	    0.938414991216084404 - 1.96 * 0.029439285237348164, 1e-13);
	assert_near_rel(rel.duhachek_high,
	    0.938414991216084404 + 1.96 * 0.029439285237348164, 1e-13);
}

static void
agrees_with_psych_on_items(void **state)
{
	/* r.drop, r.cor, smc, and alpha raw, std, lambda-6 if deleted */
	static const double expected[K][6] = {
	    {0.97547514307868566, 0.99259864374639872, 0.97957033512185931,
		0.89766454352441605, 0.89613712595714956, 0.91063248823530307},
	    {0.83579829619377466, 0.88023391404748352, 0.8976497623013604,
		0.92391633828432851, 0.92403012831067866, 0.96773751284222920},
	    {0.79408030281849340, 0.84901531351674275, 0.87146145536028974,
		0.93145319232275758, 0.93095089781625262, 0.96867038397776983},
	    {0.70121321560801053, 0.79670408584120012, 0.91426559959804576,
		0.94701986754966883, 0.94695220984790018, 0.96032796496922090},
	    {0.87352161997139122, 0.90974706404697236, 0.91603160036707498,
		0.91685016252490303, 0.91685058943615827, 0.96859818064455505},
	};
	struct reliability_item items[K];

	(void)state;
	reliability_items(c, r, K, items);
	for (size_t i = 0; i < K; i++) {
		assert_near_rel(items[i].r_drop, expected[i][0], 1e-13);
		assert_near_rel(items[i].r_cor, expected[i][1], 1e-12);
		assert_near_rel(items[i].smc, expected[i][2], 1e-12);
		assert_near_rel(items[i].alpha_raw, expected[i][3], 1e-13);
		assert_near_rel(items[i].alpha_std, expected[i][4], 1e-13);
		assert_near_rel(items[i].lambda6, expected[i][5], 1e-12);
	}
}

/* cor and cov of the halves' sums in R. */
static void
splits_in_halves_as_r_does(void **state)
{
	struct reliability_split s = reliability_odd_even(c, K);

	(void)state;
	assert_near_rel(s.r, 0.88445374186290004, 1e-13);
	assert_near_rel(s.spearman_brown, 0.93868448157136752, 1e-13);
	assert_near_rel(s.guttman, 0.88073394495412838, 1e-13);
	s = reliability_first_second(c, K);
	assert_near_rel(s.r, 0.94356752030637181, 1e-13);
	assert_near_rel(s.spearman_brown, 0.97096448715878292, 1e-13);
	assert_near_rel(s.guttman, 0.94788210033183684, 1e-13);
}

/* combn(5, 2) in R. */
static void
goes_through_every_split(void **state)
{
	struct reliability_splits s = reliability_all_splits(c, K);

	(void)state;
	assert_int_equal(s.count, 10);
	assert_near_rel(s.min, 0.84325590474331436, 1e-13);
	assert_near_rel(s.max, 0.96505953542845979, 1e-13);
	assert_near_rel(s.mean, 0.90087839156744087, 1e-13);
}

/* Covariances of k made-up items: L L' of an irregular L. */
static double *
made_up(size_t k)
{
	double *a = calloc(k * k, sizeof(*a));

	assert_non_null(a);
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			a[i * k + j] = 1 + 0.1 * (double)((i * j) % 7);
			if (i == j)
				a[i * k + j] = 3 + (double)(i % 5);
		}
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < i; j++)
			a[i * k + j] = a[j * k + i];
	return a;
}

/* Cronbach (1951): of an even number of items, the mean of all splits is alpha.
 * Half of all choose(k, k / 2) are different. */
static void
has_alpha_as_the_mean_of_all_splits(void **state)
{
	static const struct {
		size_t k;
		long count;
	} cases[] = {{2, 1}, {4, 3}, {6, 10}, {10, 126}, {20, 92378}};
	struct reliability rel;
	struct reliability_splits s;
	double *a;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		a = made_up(cases[i].k);
		s = reliability_all_splits(a, cases[i].k);
		reliability_scale(a, a, cases[i].k, 100, &rel);
		assert_int_equal(s.count, cases[i].count);
		assert_near_rel(s.mean, rel.alpha_raw, 1e-12);
		assert_true(s.min <= s.mean && s.mean <= s.max);
		free(a);
	}
}

static void
counts_odd_splits_once_each(void **state)
{
	double *a = made_up(7);

	(void)state;
	assert_int_equal(reliability_all_splits(a, 3).count, 3);
	assert_int_equal(reliability_all_splits(a, 7).count, 35);
	free(a);
}

static void
leaves_splits_of_many_items_alone(void **state)
{
	double *a = made_up(21);
	struct reliability_splits s = reliability_all_splits(a, 21);

	(void)state;
	assert_int_equal(s.count, 0);
	assert_true(isnan(s.mean) && isnan(s.min) && isnan(s.max));
	free(a);
}

static void
says_nothing_of_a_single_item(void **state)
{
	const double two[] = {2}, one[] = {1};
	struct reliability rel;
	struct reliability_item item;

	(void)state;
	reliability_scale(two, one, 1, 10, &rel);
	assert_true(isnan(rel.alpha_raw) && isnan(rel.lambda6));
	assert_true(isnan(rel.average_r) && isnan(rel.median_r));
	assert_true(isnan(rel.feldt_low) && isnan(rel.ase));
	reliability_items(two, one, 1, &item);
	assert_true(isnan(item.r_drop) && isnan(item.alpha_raw));
}

/* Two items that are the same leave no smc, but alpha is 1. */
static void
does_without_what_needs_an_inverse(void **state)
{
	const double twins[] = {1, 1, 1, 1};
	struct reliability rel;
	struct reliability_item items[2];

	(void)state;
	reliability_scale(twins, twins, 2, 10, &rel);
	assert_near(rel.alpha_raw, 1, 1e-15);
	assert_true(isnan(rel.lambda6));
	reliability_items(twins, twins, 2, items);
	assert_near(items[0].r_drop, 1, 1e-15);
	assert_true(isnan(items[0].smc) && isnan(items[0].r_cor));
}

static void
finds_an_item_that_goes_against_the_others(void **state)
{
	const double reversed[] = {1, .5, -.4, .5, 1, -.3, -.4, -.3, 1};
	struct reliability_item items[3];

	(void)state;
	reliability_items(reversed, reversed, 3, items);
	assert_true(items[2].r_drop < 0);
	/* (-.4 - .3) / sqrt(1 * (1 + 1 + 2 * .5)) */
	assert_near(items[2].r_drop, -0.7 / sqrt(3), 1e-15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_psych_on_a_scale),
	    cmocka_unit_test(gives_both_intervals_of_alpha),
	    cmocka_unit_test(agrees_with_psych_on_items),
	    cmocka_unit_test(splits_in_halves_as_r_does),
	    cmocka_unit_test(goes_through_every_split),
	    cmocka_unit_test(has_alpha_as_the_mean_of_all_splits),
	    cmocka_unit_test(counts_odd_splits_once_each),
	    cmocka_unit_test(leaves_splits_of_many_items_alone),
	    cmocka_unit_test(says_nothing_of_a_single_item),
	    cmocka_unit_test(does_without_what_needs_an_inverse),
	    cmocka_unit_test(finds_an_item_that_goes_against_the_others),
	};

	return cmocka_run_group_tests(tests, fill_matrices, NULL);
}
