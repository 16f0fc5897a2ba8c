#include "test.h"

#include "base/chance.h"

/* First outputs for seed 0: published with Java's SplittableRandom and used as
 * check values by, among others, the xoshiro pages of S. Vigna. */
static void
draws_the_published_splitmix_sequence(void **state)
{
	uint64_t seed = 0;

	(void)state;
	assert_true(chance_next(&seed) == 0xe220a8397b1dcdaf);
	assert_true(chance_next(&seed) == 0x6e789e6aa1b965f4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(draws_the_published_splitmix_sequence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
