#include "quiz/adaptive.h"

#include "test.h"

/* The bank of tests/data/adaptive.R, and the sittings that it prints. */
static const struct grm_item items[] = {
    {4, 1.1, {-1.5, 0.2, 1.1}},
    {4, 2.3, {-0.3, 0.4, 1.6}},
    {4, 1.7, {-2, -1, 0}},
    {4, 0.8, {-1, 0, 1}},
    {4, 2.0, {0.5, 1.2, 2}},
    {4, 1.4, {-1.2, -0.2, 0.9}},
    {4, 1.9, {-2.4, -1.6, -0.7}},
    {4, 1.2, {0.9, 1.5, 2.6}},
};
static const int8_t answers[][8] = {{0, 1, 2, 0, 0, 1, 2, 0},
    {3, 3, 3, 2, 3, 3, 3, 1}, {0, 0, 0, 1, 0, 0, 1, 0}};

static void
sit(struct adaptive *a, const int8_t *x, struct adaptive_stop stop,
    const size_t *order, size_t n)
{
	size_t next;

	adaptive_clear(a);
	for (size_t i = 0; i < n; i++) {
		next = adaptive_next(a, stop);
		assert_int_equal(next, order[i]);
		adaptive_answer(a, next, x[next]);
	}
	assert_int_equal(adaptive_next(a, stop), 8);
}

static void
asks_what_the_reference_asks_and_ends_where_it_ends(void **state)
{
	static const size_t order[][8] = {
	    {1, 4, 2, 6}, {1, 4, 7, 5, 0, 3, 2, 6}, {1, 6, 2, 5, 0, 3, 7, 4}};
	static const size_t n[] = {4, 8, 8};
	static const double theta[] = {
	    -0.42940536201064361, 1.8889905378806298, -1.8483925952140499};
	static const double se[] = {
	    0.42865161913592509, 0.48174049308671213, 0.48790812392063487};
	struct adaptive_stop stop = {.se = 0.45};
	struct adaptive a;

	(void)state;
	adaptive_init(&a, items, 8);
	for (size_t i = 0; i < 3; i++) {
		sit(&a, answers[i], stop, order[i], n[i]);
		assert_near_rel(a.at.theta, theta[i], 1e-12);
		assert_near_rel(a.at.se, se[i], 1e-12);
	}
	adaptive_release(&a);
}

static void
ends_after_the_most_items(void **state)
{
	static const size_t order[] = {1, 4};
	struct adaptive a;

	(void)state;
	adaptive_init(&a, items, 8);
	sit(&a, answers[0], (struct adaptive_stop){.most = 2}, order, 2);
	adaptive_release(&a);
}

static void
a_skipped_item_tells_nothing_and_is_not_asked_again(void **state)
{
	struct adaptive_stop stop = {0};
	struct adaptive a;

	(void)state;
	adaptive_init(&a, items, 8);
	adaptive_answer(&a, 1, GRM_MISSING);
	assert_near(a.at.theta, 0, 1e-15);
	assert_near(a.at.se, 1, 1e-7);
	for (size_t i = 1; i < 8; i++) {
		size_t next = adaptive_next(&a, stop);

		assert_true(next < 8 && next != 1);
		adaptive_answer(&a, next, GRM_MISSING);
	}
	assert_int_equal(adaptive_next(&a, stop), 8);
	adaptive_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		asks_what_the_reference_asks_and_ends_where_it_ends),
	    cmocka_unit_test(ends_after_the_most_items),
	    cmocka_unit_test(
		a_skipped_item_tells_nothing_and_is_not_asked_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
