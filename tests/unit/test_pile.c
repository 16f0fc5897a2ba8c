#include "quiz/pile.h"

#include "test.h"

enum { MANY = 20000, ROOM = 100 };

/* Of MANY hashes, all in one chain, every hundredth stands twice: more than the
 * table has room for at a time. */
static void
finds_equal_ones_where_the_table_is_small(void **state)
{
	static struct pile_entry table[2 * ROOM];
	struct pile *p = pile_new(tmpfile());
	struct pile_pair pairs[5];

	(void)state;
	for (uint64_t i = 1; i <= MANY; i++) {
		uint64_t hash = i * 0x9e3779b97f4a7c15 >> 8;

		pile_add(p, (struct pile_entry){hash, i});
		if (i % 100 == 0)
			pile_add(p, (struct pile_entry){hash, MANY + i});
	}
	assert_int_equal(pile_pairs(p, table, ROOM, pairs, 5), MANY / 100);
	for (uint64_t i = 0; i < 5; i++) {
		assert_int_equal(pairs[i].place, MANY + 100 * (i + 1));
		assert_int_equal(pairs[i].before, 100 * (i + 1));
	}
	assert_int_equal(pile_failed(p), 0);
	pile_free(p);
}

static void
finds_nothing_in_an_empty_one(void **state)
{
	static struct pile_entry table[2 * ROOM];
	struct pile *p = pile_new(tmpfile());

	(void)state;
	assert_int_equal(pile_pairs(p, table, ROOM, NULL, 0), 0);
	pile_free(p);
	pile_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_equal_ones_where_the_table_is_small),
	    cmocka_unit_test(finds_nothing_in_an_empty_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
