#include "quiz/patterns.h"

#include "quiz/grm.h"

#include "test.h"

enum { M = GRM_MISSING };

static void
equal_answers_are_one_pattern(void **state)
{
	static const int8_t x[][2] = {
	    {1, 0}, {0, 2}, {1, 0}, {M, 2}, {0, 2}, {1, 0}};
	static const int8_t pooled[][2] = {{M, 2}, {0, 2}, {1, 0}};
	static const double n[] = {1, 2, 3};
	struct patterns p;

	(void)state;
	patterns_pool(&p, x[0], 6, 2);
	assert_int_equal(p.count, 3);
	assert_int_equal(p.nitems, 2);
	assert_near(p.people, 6, 0);
	assert_memory_equal(p.x, pooled, sizeof(pooled));
	for (size_t i = 0; i < 3; i++)
		assert_near(p.n[i], n[i], 0);
	patterns_release(&p);
}

static void
who_answered_nothing_is_left_out(void **state)
{
	static const int8_t x[][2] = {{M, M}, {M, 0}, {M, M}};
	struct patterns p;

	(void)state;
	patterns_pool(&p, x[0], 3, 2);
	assert_int_equal(p.count, 1);
	assert_near(p.people, 1, 0);
	assert_int_equal(p.x[1], 0);
	patterns_release(&p);
	patterns_pool(&p, x[0], 1, 2);
	assert_int_equal(p.count, 0);
	patterns_release(&p);
	patterns_pool(&p, x[0], 0, 2);
	assert_int_equal(p.count, 0);
	patterns_release(&p);
}

/* Whichever order people stand in, the patterns are the same and ascend. */
static void
the_order_of_people_does_not_matter(void **state)
{
	enum { PEOPLE = 200, ITEMS = 5 };
	int8_t x[PEOPLE][ITEMS], back[PEOPLE][ITEMS];
	struct patterns p, q;
	double n = 0;

	(void)state;
	for (int i = 0; i < PEOPLE; i++)
		for (int k = 0; k < ITEMS; k++)
			x[i][k] = (int8_t)((i * (k + 3) / 7) % 4 - 1);
	for (int i = 0; i < PEOPLE; i++)
		memcpy(back[i], x[PEOPLE - 1 - i], ITEMS);
	patterns_pool(&p, x[0], PEOPLE, ITEMS);
	patterns_pool(&q, back[0], PEOPLE, ITEMS);
	assert_int_equal(p.count, q.count);
	assert_memory_equal(p.x, q.x, p.count * ITEMS);
	for (size_t i = 0; i < p.count; i++) {
		assert_near(p.n[i], q.n[i], 0);
		n += p.n[i];
	}
	assert_near(n, p.people, 0);
	for (size_t i = ITEMS; i < p.count * ITEMS; i += ITEMS) {
		size_t k = 0;

		while (k < ITEMS - 1 && p.x[i + k] == p.x[i + k - ITEMS])
			k++;
		assert_true(p.x[i + k] > p.x[i + k - ITEMS]);
	}
	patterns_release(&q);
	patterns_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(equal_answers_are_one_pattern),
	    cmocka_unit_test(who_answered_nothing_is_left_out),
	    cmocka_unit_test(the_order_of_people_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
