#include "quiz/repeats.h"

#include "test.h"

static void
knows_a_sitting_again_and_no_other(void **state)
{
	struct repeats r = {0};

	(void)state;
	assert_false(repeats_seen(&r, "a", "2026-03-02", "k6"));
	assert_true(repeats_seen(&r, "a", "2026-03-02", "k6"));
	assert_false(repeats_seen(&r, "a", "2026-03-02", "ons4"));
	assert_false(repeats_seen(&r, "b", "2026-03-02", "k6"));
	assert_false(repeats_seen(&r, "a", "2026-03-03", "k6"));
	assert_false(repeats_seen(&r, "a2026-03-02", "", "k6"));
	assert_false(repeats_seen(&r, "", "a2026-03-02", "k6"));
	assert_true(repeats_seen(&r, "b", "2026-03-02", "k6"));
	repeats_release(&r);
}

static bool
number(struct repeats *r, int i)
{
	char text[32];

	snprintf(text, sizeof(text), "%d", i);
	return repeats_seen(r, text, "t", "k6");
}

static void
remembers_at_least_so_many_in_bounded_memory(void **state)
{
	struct repeats r = {0};

	(void)state;
	for (int i = 0; i < 3 * REPEATS_KEPT + 10; i++)
		assert_false(number(&r, i));
	for (int i = 2 * REPEATS_KEPT + 10; i < 3 * REPEATS_KEPT + 10; i++)
		assert_true(number(&r, i));
	assert_false(number(&r, 0)); /* forgotten long ago */
	assert_true(number(&r, 0));
	repeats_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(knows_a_sitting_again_and_no_other),
	    cmocka_unit_test(remembers_at_least_so_many_in_bounded_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
