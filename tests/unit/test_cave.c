#include "attrib/cave.h"

#include "test.h"

static void
adds_up_the_composites(void **state)
{
	/* internality, stability, globality, control */
	static const double first[] = {7, 6, 5, 2}, second[] = {1, 2, 3, NAN};
	static const double third[] = {4, NAN, 4, 7}, good[] = {5, 5, 6, 4};
	struct cave c = {0};
	unsigned long answered, missing;

	(void)state;
	cave_add(&c, VALENCE_NEGATIVE, first);
	cave_add(&c, VALENCE_NEGATIVE, second);
	cave_add(&c, VALENCE_NEGATIVE, third);
	cave_add(&c, VALENCE_POSITIVE, good);
	cave_add(&c, VALENCE_NEUTRAL, good);
	assert_near(cave_score(&c, CAVE_NEGATIVE), (18 + 6) / 2.0, 0);
	assert_near(cave_score(&c, CAVE_POSITIVE), 16, 0);
	assert_near(cave_score(&c, CAVE_DIFFERENCE), 16 - 12, 0);
	assert_near(cave_score(&c, CAVE_HOPELESSNESS), (11 + 5) / 2.0, 0);
	assert_near(cave_score(&c, CAVE_HELPLESSNESS), (6 + 1) / 2.0, 0);
	cave_counts(&c, CAVE_NEGATIVE, &answered, &missing);
	assert_int_equal(answered, 2);
	assert_int_equal(missing, 1);
	cave_counts(&c, CAVE_DIFFERENCE, &answered, &missing);
	assert_int_equal(answered, 3);
	assert_int_equal(missing, 1);
}

static void
says_nothing_without_events(void **state)
{
	struct cave c = {0};
	int i;

	(void)state;
	for (i = 0; i < CAVE_SCALES; i++)
		assert_true(isnan(cave_score(&c, (enum cave_scale)i)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adds_up_the_composites),
	    cmocka_unit_test(says_nothing_without_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
