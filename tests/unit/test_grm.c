#include "quiz/grm.h"

#include "test.h"

/* The figures in this file are those that tests/data/grm.R prints. */
static const struct grm_item items[] = {
    {3, 1.2, {-1, 0.5}},
    {4, 2.5, {-0.4, 0.1, 1.3}},
    {2, 0.7, {0.8}},
};

static void
nodes_are_a_fifth_apart_and_weights_sum_to_one(void **state)
{
	double sum = 0;

	(void)state;
	assert_near(grm_node(0), -6, 0);
	assert_near(grm_node(31), 0.2, 0);
	assert_near(grm_node(60), 6, 0);
	for (int i = 0; i < GRM_NODES; i++)
		sum += grm_weight(i);
	assert_near(sum, 1, 1e-14);
	assert_near_rel(
	    grm_weight(30) / grm_weight(35), 1.6487212707001282, 1e-14);
}

/* Far from the thresholds a difference of two logistics would be 0. */
static void
probabilities_sum_to_one_and_keep_their_digits_far_out(void **state)
{
	double p[GRM_CATEGORIES_MAX], sum;

	(void)state;
	for (double theta = -6; theta <= 6; theta += 0.5) {
		grm_probabilities(&items[1], theta, p);
		sum = p[0] + p[1] + p[2] + p[3];
		assert_near(sum, 1, 1e-15);
	}
	grm_probabilities(&items[1], 30, p);
	/* e^-73.5 - e^-74.75 in the limit, for thresholds 0.1 and 1.3 */
	assert_near_rel(p[2], exp(-2.5 * 28.7) - exp(-2.5 * 29.9), 1e-12);
}

static void
information_and_expected_answer_agree_with_their_definitions(void **state)
{
	static const double information[] = {
	    0.40889816354304498, 1.7102546357790493, 0.11882372356102502};
	static const double expected[] = {
	    1.266639703713802, 1.5502703131914086, 0.41338242108266998};
	double sum = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_near_rel(
		    grm_information(&items[i], 0.3), information[i], 1e-12);
		assert_near_rel(
		    grm_expected(&items[i], 0.3), expected[i], 1e-12);
		sum += information[i];
	}
	assert_near_rel(grm_test_information(items, 3, 0.3), sum, 1e-12);
	assert_near_rel(
	    grm_marginal_reliability(items, 3), 0.630796745903206, 1e-12);
}

static void
finds_the_maximum_with_and_without_prior(void **state)
{
	static const int8_t x[][3] = {
	    {2, 1, 0}, {GRM_MISSING, 3, 1}, {0, GRM_MISSING, GRM_MISSING}};
	static const double theta[] = {
	    0.023356745394412595, 1.3895114949442076, -0.70507759891920141};
	static const double se[] = {
	    0.54375019755049225, 0.60815723028660418, 0.84126459647293617};
	struct grm_estimate at;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		at = grm_maximum(items, 3, x[i], 1);
		assert_near(at.theta, theta[i], 1e-8);
		assert_near(at.se, se[i], 1e-8);
	}
	at = grm_maximum(items, 3, x[0], 0);
	assert_near(at.theta, 0.030687793030450782, 1e-8);
	assert_near(at.se, 0.64819511996372559, 1e-8);
}

static void
likelihood_alone_has_no_maximum_at_the_ends(void **state)
{
	static const int8_t lowest[] = {0, GRM_MISSING, 0},
			    highest[] = {2, 3, 1};

	(void)state;
	assert_true(isnan(grm_maximum(items, 3, lowest, 0).theta));
	assert_true(isnan(grm_maximum(items, 3, highest, 0).theta));
	assert_true(isnan(grm_maximum(items, 3, highest, 0).se));
	assert_true(grm_maximum(items, 3, highest, 1).theta > 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nodes_are_a_fifth_apart_and_weights_sum_to_one),
	    cmocka_unit_test(
		probabilities_sum_to_one_and_keep_their_digits_far_out),
	    cmocka_unit_test(
		information_and_expected_answer_agree_with_their_definitions),
	    cmocka_unit_test(finds_the_maximum_with_and_without_prior),
	    cmocka_unit_test(likelihood_alone_has_no_maximum_at_the_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
