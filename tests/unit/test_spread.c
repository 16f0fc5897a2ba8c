#include "quiz/spread.h"

#include "test.h"

enum { PARTS = 37 };

struct seen {
	int times[PARTS], job[PARTS];
	int busy[8]; /* calls of a job that run now */
	bool overlap;
};

static void
see(void *context, int part, int job)
{
	struct seen *s = context;

	s->overlap = s->overlap || s->busy[job]++ != 0;
	s->times[part]++;
	s->job[part] = job;
	s->busy[job]--;
}

static void
does_every_part_once_with_any_number_of_threads(void **state)
{
	(void)state;
	for (int jobs = 1; jobs <= 8; jobs++) {
		struct seen s = {.overlap = false};

		spread(jobs, PARTS, see, &s);
		assert_false(s.overlap);
		for (int i = 0; i < PARTS; i++) {
			assert_int_equal(s.times[i], 1);
			assert_in_range(s.job[i], 0, jobs - 1);
		}
	}
}

static void
does_nothing_without_parts(void **state)
{
	struct seen s = {.overlap = false};

	(void)state;
	spread(3, 0, see, &s);
	assert_int_equal(s.times[0], 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(does_every_part_once_with_any_number_of_threads),
	    cmocka_unit_test(does_nothing_without_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
