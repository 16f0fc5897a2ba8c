#include "quiz/dif.h"
#include "quiz/fdr.h"

#include "test.h"

static const char *const names[] = {"one", "two", "three", "four", "five"};

static void
start_from_both(struct calibration *c, const int8_t *x, size_t people,
    size_t nitems, const int *categories, const struct calibrate_how *how)
{
	struct patterns p;

	patterns_pool(&p, x, people, nitems);
	calibrate(c, &p, categories, how);
	patterns_release(&p);
}

/* tests/data/dif.R, which maximises each likelihood over all parameters at once
 * with nlminb(); its people of each pattern, the last item running fastest. */
enum { FOUR = 4, MOST = 1000 };
static const int groups[2][16] = {
    {80, 22, 14, 9, 30, 19, 12, 16, 18, 9, 8, 10, 21, 24, 15, 61},
    {38, 9, 21, 12, 14, 8, 19, 22, 7, 4, 13, 12, 9, 11, 31, 90},
};

static size_t
fill(int8_t (*x)[FOUR], const int *people)
{
	size_t n = 0;

	for (int k = 0; k < 16; k++)
		for (int i = 0; i < people[k]; i++, n++)
			for (int j = 0; j < FOUR; j++)
				x[n][j] = (int8_t)(k >> (3 - j) & 1);
	return n;
}

static void
agrees_with_maxima_that_another_method_finds(void **state)
{
	static const double expected[FOUR][6] = {
	    {4.25366487630072, 4.07036697395142, 0.183297902349295,
		0.119214315134611, -0.0738877112838406, 0.0740641499859697},
	    {3.6838983352327, 3.32834789227627, 0.355550442956428,
		0.158508165821022, -0.0626389755015789, 0.064281846731199},
	    {31.9286190290345, 31.9246470179169, 0.00397201111763934,
		1.16624144356029e-07, 0.205556006259624, 0.205556006259624},
	    {7.03427400782857, 6.76411836195257, 0.270155645876002,
		0.0296842996603041, -0.108546945089823, 0.108558842757163},
	};
	static const int two[] = {2, 2, 2, 2};
	struct calibrate_how how = {
	    .jobs = 1, .tolerance = 1e-8, .steps_max = 1000};
	static int8_t x[MOST][FOUR];
	struct patterns reference, focal;
	struct calibration c;
	struct diag err;
	struct dif d;
	size_t n, m;

	(void)state;
	n = fill(x, groups[0]);
	m = fill(x + n, groups[1]);
	start_from_both(&c, x[0], n + m, FOUR, two, &how);
	patterns_pool(&reference, x[0], n, FOUR);
	patterns_pool(&focal, x[n], m, FOUR);
	assert_int_equal(
	    dif_run(&d, &reference, &focal, c.items, names, &how, &err), 0);
	assert_near(d.loglik, -1718.11578145144, 1e-8);
	assert_near(d.mean, 0.538689990799994, 1e-5);
	assert_near(d.sd, 1.0062052681189, 1e-5);
	for (int i = 0; i < FOUR; i++) {
		const struct dif_test *t = &d.tests[i];

		assert_int_equal(t->state, DIF_TESTED);
		assert_near(t->all.chi2, expected[i][0], 1e-7);
		assert_near(t->thresholds.chi2, expected[i][1], 1e-7);
		assert_near(t->slope.chi2, expected[i][2], 1e-7);
		assert_near_rel(t->all.p, expected[i][3], 1e-6);
		assert_near(t->all.df, 2, 0);
		assert_near(t->thresholds.df, 1, 0);
		assert_near(t->difference, expected[i][4], 1e-5);
		assert_near(t->area, expected[i][5], 1e-5);
	}
	dif_release(&d);
	patterns_release(&focal);
	patterns_release(&reference);
	calibration_release(&c);
}

/* splitmix64 (Steele, Lea and Flood 2014), in 0..1 */
static double
chance(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return ((double)((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53;
}

enum { FIVE = 5, EACH = 1500 };

/* People of a mean, who answer item two as if it were shifted by that much. */
static void
simulate(int8_t (*x)[FIVE], double mean, double shift, uint64_t *seed)
{
	for (int p = 0; p < EACH; p++) {
		double theta = mean +
		    sqrt(-2 * log(chance(seed))) * cos(2 * M_PI * chance(seed));

		for (int i = 0; i < FIVE; i++) {
			double a = 1.2 + 0.2 * i, even = chance(seed);

			x[p][i] = 0;
			for (int m = 0; m < 3; m++)
				x[p][i] = (int8_t)(x[p][i] +
				    (even < 1 /
					    (1 +
						exp(-a *
						    (theta - (m - 1 + 0.1 * i) -
							(i == 1) * shift)))));
		}
	}
}

static void
run_simulated(struct dif *d, double shift, uint64_t seed)
{
	static const int four[] = {4, 4, 4, 4, 4};
	struct calibrate_how how = {
	    .jobs = 1, .tolerance = 1e-8, .steps_max = 1000};
	static int8_t x[2 * EACH][FIVE];
	struct patterns reference, focal;
	struct calibration c;
	struct diag err;

	simulate(x, 0, 0, &seed);
	simulate(x + EACH, 0.5, shift, &seed);
	start_from_both(&c, x[0], 2 * EACH, FIVE, four, &how);
	patterns_pool(&reference, x[0], EACH, FIVE);
	patterns_pool(&focal, x[EACH], EACH, FIVE);
	assert_int_equal(
	    dif_run(d, &reference, &focal, c.items, names, &how, &err), 0);
	patterns_release(&focal);
	patterns_release(&reference);
	calibration_release(&c);
}

/* A difference of means alone is none between items. */
static void
finds_the_item_that_differs_and_no_other(void **state)
{
	double p[FIVE], adjusted[FIVE];
	struct dif d;

	(void)state;
	run_simulated(&d, 0.4, 1);
	for (int i = 0; i < FIVE; i++)
		p[i] = d.tests[i].all.p;
	fdr_adjust(p, FIVE, adjusted);
	assert_true(adjusted[1] < 1e-4);
	assert_true(d.tests[1].difference < -0.15);
	assert_true(d.tests[1].slope.p > 0.01);
	assert_near(d.mean, 0.5, 0.15);
	assert_near(d.sd, 1, 0.1);
	for (int i = 0; i < FIVE; i++)
		if (i != 1)
			assert_true(d.tests[i].area < d.tests[1].area / 2);
	dif_release(&d);
	run_simulated(&d, 0, 2);
	for (int i = 0; i < FIVE; i++)
		p[i] = d.tests[i].all.p;
	fdr_adjust(p, FIVE, adjusted);
	for (int i = 0; i < FIVE; i++)
		assert_true(adjusted[i] > 0.05);
	dif_release(&d);
}

/* In a focal group that never gave the lowest answer to an item, its threshold
 * would be nowhere. */
static void
passes_over_an_item_that_a_group_used_in_part(void **state)
{
	static const int four[] = {4, 4, 4, 4, 4};
	struct calibrate_how how = {
	    .jobs = 2, .tolerance = 1e-8, .steps_max = 1000};
	static int8_t x[2 * EACH][FIVE];
	struct patterns reference, focal;
	struct calibration c;
	uint64_t seed = 3;
	struct diag err;
	struct dif d;

	(void)state;
	simulate(x, 0, 0, &seed);
	simulate(x + EACH, 0.5, 0, &seed);
	for (int i = 0; i < EACH; i++)
		if (x[EACH + i][2] == 0)
			x[EACH + i][2] = 1;
	start_from_both(&c, x[0], 2 * EACH, FIVE, four, &how);
	patterns_pool(&reference, x[0], EACH, FIVE);
	patterns_pool(&focal, x[EACH], EACH, FIVE);
	assert_int_equal(
	    dif_run(&d, &reference, &focal, c.items, names, &how, &err), 0);
	assert_int_equal(d.tests[2].state, DIF_UNUSED);
	assert_near(d.tests[2].all.p, NAN, 0);
	assert_int_equal(d.tests[1].state, DIF_TESTED);
	dif_release(&d);
	how.steps_max = 2;
	assert_int_equal(
	    dif_run(&d, &reference, &focal, c.items, names, &how, &err), -1);
	assert_non_null(strstr(err.text, "no convergence in 2 steps"));
	dif_release(&d);
	patterns_release(&focal);
	patterns_release(&reference);
	calibration_release(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_maxima_that_another_method_finds),
	    cmocka_unit_test(finds_the_item_that_differs_and_no_other),
	    cmocka_unit_test(passes_over_an_item_that_a_group_used_in_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
