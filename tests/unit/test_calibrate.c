#include "quiz/calibrate.h"

#include "test.h"

/* People of each pattern of three items, the last running fastest; the fit to
 * them by tests/data/grm.R, which maximises the marginal likelihood with
 * nlminb() and takes errors from its numerical second derivatives. */
static const int people[] = {31, 9, 2, 12, 11, 4, 1, 4, 3, 10, 8, 3, 9, 21, 10,
    3, 12, 9, 2, 5, 2, 3, 11, 14, 1, 8, 27};
static const double loglik = -700.97087042033138;
static const double fitted[][6] = {
    {1.7760172711287014, -0.61619247485463746, 0.68493793886045895,
	0.32488954508809814, 0.13290199685424678, 0.13596896893352936},
    {1.7754683216201275, -0.69963673968734519, 0.77432946573776418,
	0.32505733362111017, 0.13764355038901654, 0.14162319259912901},
    {2.5358052979447385, -0.60582729778802935, 0.58921936427081845,
	0.59302874507166015, 0.11596561089620157, 0.11441339867281196},
};
static const char *const names[] = {"one", "two", "three"};
static const int three[] = {3, 3, 3};

/* A row a person; the last ones first where backwards. */
static size_t
fill(int8_t (*x)[3], bool backwards)
{
	size_t n = 0;

	for (int i = 0; i < 27; i++) {
		int k = backwards ? 26 - i : i;

		for (int j = 0; j < people[k]; j++, n++) {
			x[n][0] = (int8_t)(k / 9);
			x[n][1] = (int8_t)(k / 3 % 3);
			x[n][2] = (int8_t)(k % 3);
		}
	}
	return n;
}

static void
fit(struct calibration *c, int8_t (*x)[3], size_t n, int jobs)
{
	struct calibrate_how how = {
	    .jobs = jobs, .tolerance = 1e-8, .steps_max = 1000};
	struct patterns p;
	struct diag err;

	patterns_pool(&p, x[0], n, 3);
	assert_int_equal(calibrate_check(&p, three, names, &err), 0);
	calibrate(c, &p, three, &how);
	patterns_release(&p);
}

static void
reaches_the_maximum_that_another_method_finds(void **state)
{
	struct calibration c;
	int8_t x[300][3];
	struct diag err;

	(void)state;
	fit(&c, x, fill(x, false), 1);
	assert_int_equal(calibration_verdict(&c, names, &err), 0);
	assert_near(c.loglik, loglik, 1e-9);
	assert_near(c.aic, 18 - 2 * loglik, 1e-8);
	assert_near(c.bic, 9 * log(235) - 2 * loglik, 1e-8);
	assert_int_equal(c.patterns, 27);
	assert_near(c.people, 235, 0);
	for (int i = 0; i < 3; i++) {
		assert_near(c.items[i].a, fitted[i][0], 1e-5);
		assert_near(c.items[i].b[0], fitted[i][1], 1e-5);
		assert_near(c.items[i].b[1], fitted[i][2], 1e-5);
		assert_near_rel(c.about[i].se_a, fitted[i][3], 1e-4);
		assert_near_rel(c.about[i].se_b[0], fitted[i][4], 1e-4);
		assert_near_rel(c.about[i].se_b[1], fitted[i][5], 1e-4);
	}
	calibration_release(&c);
}

static void
digits_do_not_depend_on_threads_or_the_order_of_people(void **state)
{
	struct calibration one, many;
	int8_t x[300][3];
	size_t n;

	(void)state;
	n = fill(x, false);
	fit(&one, x, n, 1);
	fill(x, true);
	fit(&many, x, n, 5);
	assert_memory_equal(one.items, many.items, 3 * sizeof(*one.items));
	assert_true(one.loglik == many.loglik);
	assert_true(one.about[2].se_a == many.about[2].se_a);
	calibration_release(&one);
	calibration_release(&many);
}

/* A person who skipped items counts with the others; one who skipped all does
 * not. */
static void
missing_answers_are_skipped(void **state)
{
	struct calibration c;
	int8_t x[300][3];
	size_t n;

	(void)state;
	n = fill(x, false);
	x[n][0] = x[n][1] = x[n][2] = GRM_MISSING;
	fit(&c, x, n + 1, 1);
	assert_near(c.loglik, loglik, 1e-9);
	assert_near(c.people, 235, 0);
	calibration_release(&c);
	x[n][1] = 1;
	fit(&c, x, n + 1, 1);
	assert_near(c.people, 236, 0);
	assert_near(c.about[0].n, 235, 0);
	assert_near(c.about[1].n, 236, 0);
	assert_true(c.loglik < loglik - 0.5);
	calibration_release(&c);
}

static void
an_item_that_runs_against_the_others_is_named(void **state)
{
	struct calibration c;
	int8_t x[300][3];
	struct diag err;
	size_t n;

	(void)state;
	n = fill(x, false);
	for (size_t i = 0; i < n; i++)
		x[i][1] = (int8_t)(2 - x[i][1]);
	fit(&c, x, n, 1);
	assert_near(c.loglik, loglik, 1e-9);
	assert_int_equal(calibration_verdict(&c, names, &err), -1);
	assert_non_null(strstr(err.text, "item 'two' runs against the others"));
	calibration_release(&c);
}

static void
a_fit_that_is_stopped_short_has_not_converged(void **state)
{
	struct calibrate_how how = {
	    .jobs = 1, .tolerance = 1e-8, .steps_max = 2};
	struct calibration c;
	struct patterns p;
	int8_t x[300][3];
	struct diag err;

	(void)state;
	patterns_pool(&p, x[0], fill(x, false), 3);
	calibrate(&c, &p, three, &how);
	assert_int_equal(calibration_verdict(&c, names, &err), -1);
	assert_non_null(strstr(err.text, "no convergence in 2 steps: item '"));
	calibration_release(&c);
	patterns_release(&p);
}

static void
an_item_without_a_slope_to_speak_of_is_no_part_of_a_bank(void **state)
{
	struct grm_item items[] = {
	    {3, 1.2, {-1, 1}}, {3, 0.0011, {-1100, 900}}, {3, 1.2, {-1, 1}}};
	struct calibration c = {.nitems = 3, .items = items, .converged = true};
	struct diag err;

	(void)state;
	assert_int_equal(calibration_verdict(&c, names, &err), -1);
	assert_non_null(strstr(err.text, "item 'two' has nothing to do"));
	items[1].b[0] = -900;
	assert_int_equal(calibration_verdict(&c, names, &err), 0);
}

static void
refuse(int8_t (*x)[3], size_t n, const char *why)
{
	struct patterns p;
	struct diag err;

	patterns_pool(&p, x[0], n, 3);
	assert_int_equal(calibrate_check(&p, three, names, &err), -1);
	assert_string_equal(err.text, why);
	patterns_release(&p);
}

static void
what_cannot_be_fitted_is_refused_by_name(void **state)
{
	int8_t x[300][3];
	size_t n;

	(void)state;
	n = fill(x, false);
	for (size_t i = 0; i < n; i++)
		x[i][1] = 2;
	refuse(x, n, "item 'two': all answers are the same");
	for (size_t i = 0; i < n; i++)
		x[i][1] = GRM_MISSING;
	refuse(x, n, "item 'two': nobody answered it");
	for (size_t i = 0; i < n; i++)
		x[i][1] = i % 2 ? 2 : 0;
	refuse(
	    x, n, "item 'two': nobody gave answer 2 of 3 (from the low end)");
	for (int8_t i = 0; i < 8; i++)
		x[i][0] = x[i][1] = x[i][2] = (int8_t)(i % 3);
	refuse(x, 8,
	    "8 people are fewer than the 9 parameters of items 'one' to "
	    "'three'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reaches_the_maximum_that_another_method_finds),
	    cmocka_unit_test(
		digits_do_not_depend_on_threads_or_the_order_of_people),
	    cmocka_unit_test(missing_answers_are_skipped),
	    cmocka_unit_test(an_item_that_runs_against_the_others_is_named),
	    cmocka_unit_test(a_fit_that_is_stopped_short_has_not_converged),
	    cmocka_unit_test(
		an_item_without_a_slope_to_speak_of_is_no_part_of_a_bank),
	    cmocka_unit_test(what_cannot_be_fitted_is_refused_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
