#include "quiz/adaptive.h"

#include "base/chance.h"

#include "test.h"

enum { N = 8 };

/* The bank of tests/data/adaptive.R, and the sittings that it prints. */
static const struct grm_item items[N] = {
    {4, 1.1, {-1.5, 0.2, 1.1}},
    {4, 2.3, {-0.3, 0.4, 1.6}},
    {4, 1.7, {-2, -1, 0}},
    {4, 0.8, {-1, 0, 1}},
    {4, 2.0, {0.5, 1.2, 2}},
    {4, 1.4, {-1.2, -0.2, 0.9}},
    {4, 1.9, {-2.4, -1.6, -0.7}},
    {4, 1.2, {0.9, 1.5, 2.6}},
};
static const int8_t answers[][N] = {{0, 1, 2, 0, 0, 1, 2, 0},
    {3, 3, 3, 2, 3, 3, 3, 1}, {0, 0, 0, 1, 0, 0, 1, 0}};

static void
sit(struct adaptive *a, const int8_t *x, const size_t *order, size_t n)
{
	size_t next;

	adaptive_clear(a, 0);
	for (size_t i = 0; i < n; i++) {
		next = adaptive_next(a);
		assert_int_equal(next, order[i]);
		adaptive_answer(a, next, x[next]);
	}
	assert_int_equal(adaptive_next(a), N);
}

static void
asks_what_the_reference_asks_and_ends_where_it_ends(void **state)
{
	static const size_t order[][N] = {
	    {1, 4, 2, 6}, {1, 4, 7, 5, 0, 3, 2, 6}, {1, 6, 2, 5, 0, 3, 7, 4}};
	static const size_t n[] = {4, 8, 8};
	static const double theta[] = {
	    -0.42940536201064361, 1.8889905378806298, -1.8483925952140499};
	static const double se[] = {
	    0.42865161913592509, 0.48174049308671213, 0.48790812392063487};
	static const enum adaptive_end end[] = {
	    ADAPTIVE_SURE, ADAPTIVE_SPENT, ADAPTIVE_SPENT};
	struct adaptive_rule rule = {.se = 0.45};
	struct adaptive a;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	for (size_t i = 0; i < 3; i++) {
		sit(&a, answers[i], order[i], n[i]);
		assert_near_rel(a.at.theta, theta[i], 1e-12);
		assert_near_rel(a.at.se, se[i], 1e-12);
		assert_int_equal(adaptive_end(&a), end[i]);
	}
	adaptive_release(&a);
}

static void
ends_after_the_most_items(void **state)
{
	static const size_t order[] = {1, 4};
	struct adaptive_rule rule = {.most = 2};
	struct adaptive a;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	sit(&a, answers[0], order, 2);
	assert_int_equal(adaptive_end(&a), ADAPTIVE_MOST);
	adaptive_release(&a);
}

static void
no_stop_counts_before_the_least_answers(void **state)
{
	struct adaptive_rule rule = {.se = 1, .change = 9, .least = 3};
	struct adaptive a;
	size_t asked = 0, next;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	while ((next = adaptive_next(&a)) < N) {
		adaptive_answer(&a, next, asked == 1 ? GRM_MISSING : 1);
		asked++;
	}
	assert_int_equal(asked, 4); /* one was skipped */
	assert_int_equal(adaptive_end(&a), ADAPTIVE_SURE);
	adaptive_release(&a);
}

static void
ends_where_an_answer_moves_little(void **state)
{
	struct adaptive_rule rule = {.change = 0.1, .least = 2};
	struct adaptive a;
	double before = 0;
	size_t next;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	while ((next = adaptive_next(&a)) < N) {
		assert_true(a.nasked < 2 || a.moved >= 0.1);
		before = a.at.theta;
		adaptive_answer(&a, next, answers[0][next]);
	}
	assert_int_equal(adaptive_end(&a), ADAPTIVE_STEADY);
	assert_true(fabs(a.at.theta - before) < 0.1);
	adaptive_release(&a);
}

static void
a_skipped_item_tells_nothing_and_is_not_asked_again(void **state)
{
	struct adaptive_rule rule = {0};
	struct adaptive a;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	adaptive_answer(&a, 1, GRM_MISSING);
	assert_near(a.at.theta, 0, 1e-15);
	assert_near(a.at.se, 1, 1e-7);
	for (size_t i = 1; i < N; i++) {
		size_t next = adaptive_next(&a);

		assert_true(next < N && next != 1);
		adaptive_answer(&a, next, GRM_MISSING);
	}
	assert_int_equal(adaptive_next(&a), N);
	adaptive_release(&a);
}

static void
an_item_that_may_not_be_asked_is_left_out(void **state)
{
	struct adaptive_rule rule = {0};
	struct adaptive a;
	size_t next, asked = 0;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	a.may[1] = a.may[4] = false;
	while ((next = adaptive_next(&a)) < N) {
		assert_true(next != 1 && next != 4);
		adaptive_answer(&a, next, 1);
		asked++;
	}
	assert_int_equal(asked, N - 2);
	adaptive_release(&a);
}

/* One that tells little but of its area stands before better ones of another:
 * shares of 5/8 and 3/8, so that of four items asked one or two are of the
 * second area, and of all eight three. */
static void
areas_keep_their_shares(void **state)
{
	static const size_t areas[N] = {7, 0, 0, 7, 0, 7, 0, 0};
	struct adaptive_rule rule = {0};
	struct adaptive a;
	size_t next, second = 0;

	(void)state;
	adaptive_init(&a, &rule, items, areas, N);
	for (size_t i = 1; (next = adaptive_next(&a)) < N; i++) {
		adaptive_answer(&a, next, answers[0][next]);
		second += areas[next] == 7;
		assert_near((double)second / (double)i, 3.0 / 8, 1 / (double)i);
	}
	assert_int_equal(second, 3);
	adaptive_release(&a);
}

static size_t
rank_of(const struct adaptive *a, size_t item)
{
	size_t better = 0;

	for (size_t i = 0; i < N; i++)
		better += !a->asked[i] &&
		    grm_information(&items[i], a->at.theta) >
			grm_information(&items[item], a->at.theta);
	return better;
}

static void
chance_takes_one_of_the_best_and_a_seed_repeats_it(void **state)
{
	struct adaptive_rule rule = {.select = ADAPTIVE_RANDOM, .best = 3};
	size_t first[N] = {0}, seen[3] = {0}, next;
	struct adaptive a;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	for (uint64_t seed = 0; seed < 300; seed++) {
		adaptive_clear(&a, seed);
		for (size_t i = 0; (next = adaptive_next(&a)) < N; i++) {
			assert_true(rank_of(&a, next) < 3);
			seen[rank_of(&a, next)] += i == 0;
			if (seed == 0)
				first[i] = next;
			adaptive_answer(&a, next, 1);
		}
	}
	for (size_t i = 0; i < 3; i++)
		assert_in_range(seen[i], 70, 130);
	adaptive_clear(&a, 0);
	for (size_t i = 0; i < N; i++) {
		assert_int_equal(adaptive_next(&a), first[i]);
		adaptive_answer(&a, first[i], 1);
	}
	adaptive_release(&a);
}

/* With nothing but the prior at 0, that is the mean over its nodes of the
 * divergence by the definition, sum of P log(P / P(theta)). */
static double
divergence(const struct grm_item *item)
{
	double here[4], there[4], sum = 0;

	grm_probabilities(item, 0, here);
	for (int q = 0; q < GRM_NODES; q++) {
		grm_probabilities(item, grm_node(q), there);
		for (int m = 0; m < 4; m++)
			sum +=
			    grm_weight(q) * here[m] * log(here[m] / there[m]);
	}
	return sum;
}

static void
kl_takes_the_item_of_most_divergence(void **state)
{
	struct adaptive_rule rule = {.select = ADAPTIVE_KL};
	struct adaptive a;
	size_t best = 0;

	(void)state;
	for (size_t i = 1; i < N; i++)
		if (divergence(&items[i]) > divergence(&items[best]))
			best = i;
	adaptive_init(&a, &rule, items, NULL, N);
	assert_int_equal(adaptive_next(&a), best);
	assert_near_rel(a.posterior[30], grm_weight(30), 1e-12);
	adaptive_release(&a);
}

static void
the_goal_is_what_the_items_can_reach(void **state)
{
	struct grm_item many[60];

	(void)state;
	for (size_t i = 0; i < 60; i++)
		many[i] = items[i % N];
	assert_near(adaptive_goal(many, 60), sqrt(0.1), 1e-15);
	assert_near(adaptive_goal(items, N),
	    sqrt(1 - grm_marginal_reliability(items, N)), 1e-15);
	assert_true(adaptive_goal(items, N) > sqrt(0.1));
}

static void
forecasts_how_many_are_left(void **state)
{
	struct adaptive_rule rule = {.se = 0.45, .least = 2, .most = 6};
	struct adaptive a;
	size_t at_most, left;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	left = adaptive_left(&a, &at_most);
	assert_int_equal(at_most, 6);
	assert_in_range(left, 3, 6);
	for (size_t next; (next = adaptive_next(&a)) < N;)
		adaptive_answer(&a, next, answers[0][next]);
	assert_int_equal(adaptive_left(&a, &at_most), 0);
	assert_int_equal(at_most, 2);
	adaptive_release(&a);
}

/* Whatever the rule that ends it, EAP is unbiased over people that are drawn
 * from the prior, and its error what it says: the mean of the posterior's
 * variance (Bock and Mislevy 1982). */
static void
finds_the_theta_that_answered(void **state)
{
	enum { PEOPLE = 4000 };
	struct adaptive_rule rule = {.se = 0.45, .least = 3};
	double bias = 0, square = 0, variance = 0;
	uint64_t chance = 7;
	struct adaptive a;
	size_t next;

	(void)state;
	adaptive_init(&a, &rule, items, NULL, N);
	for (int p = 0; p < PEOPLE; p++) {
		double theta = chance_normal(&chance);

		adaptive_clear(&a, 0);
		while ((next = adaptive_next(&a)) < N)
			adaptive_answer(&a, next,
			    grm_draw(
				&items[next], theta, chance_even(&chance)));
		bias += a.at.theta - theta;
		square += (a.at.theta - theta) * (a.at.theta - theta);
		variance += a.at.se * a.at.se;
	}
	assert_near(bias / PEOPLE, 0, 0.02);
	assert_near(sqrt(square / variance), 1, 0.05);
	adaptive_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		asks_what_the_reference_asks_and_ends_where_it_ends),
	    cmocka_unit_test(ends_after_the_most_items),
	    cmocka_unit_test(no_stop_counts_before_the_least_answers),
	    cmocka_unit_test(ends_where_an_answer_moves_little),
	    cmocka_unit_test(
		a_skipped_item_tells_nothing_and_is_not_asked_again),
	    cmocka_unit_test(an_item_that_may_not_be_asked_is_left_out),
	    cmocka_unit_test(areas_keep_their_shares),
	    cmocka_unit_test(
		chance_takes_one_of_the_best_and_a_seed_repeats_it),
	    cmocka_unit_test(kl_takes_the_item_of_most_divergence),
	    cmocka_unit_test(the_goal_is_what_the_items_can_reach),
	    cmocka_unit_test(forecasts_how_many_are_left),
	    cmocka_unit_test(finds_the_theta_that_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
