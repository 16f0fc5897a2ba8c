#include "attrib/sense.h"

#include "test.h"

/* -1, 0 and 1, and then what the middle stands for. */
#define LIKE "^_`_____________________"
#define LAST "_______________________a"

static const char table[] = "senses: test\n\n"
			    "friend " LIKE "\n"
			    "friendly " LAST "\n"
			    "short NOP\n"
			    "zoo " LAST "\n";

static bool
add(const char *word, double weight, double sums[SENSE_DIMENSIONS])
{
	struct senses s = senses_of(table, sizeof table - 1);

	const char *numbers = senses_find(&s, word, strlen(word));

	if (numbers != NULL)
		senses_add(numbers, weight, sums);
	return numbers != NULL;
}

static void
adds_the_numbers_of_a_word(void **state)
{
	double sums[SENSE_DIMENSIONS] = {5};

	(void)state;
	assert_true(add("friend", 0.5, sums));
	assert_near(sums[0], 4.5, 0);
	assert_near(sums[1], 0, 0);
	assert_near(sums[2], 0.5, 0);
	assert_true(add("zoo", 1, sums));
	assert_near(sums[SENSE_DIMENSIONS - 1], 2, 0);
	assert_true(add("friendly", 1, sums));
	assert_near(sums[SENSE_DIMENSIONS - 1], 4, 0);
}

static void
knows_a_word_before_its_apostrophe(void **state)
{
	double sums[SENSE_DIMENSIONS] = {0};

	(void)state;
	assert_true(add("friend's", 1, sums));
	assert_near(sums[2], 1, 0);
	assert_false(add("foe's", 1, sums));
	assert_near(sums[2], 1, 0);
}

static void
knows_no_other_word(void **state)
{
	static const char *const others[] = {"", "a", "frien", "friends",
	    "short", "zo", "zoom", "zz", "senses:"};
	double sums[SENSE_DIMENSIONS] = {0};

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(add(others[i], 1, sums));
	for (size_t i = 0; i < SENSE_DIMENSIONS; i++)
		assert_near(sums[i], 0, 0);
}

static void
knows_none_without_a_table(void **state)
{
	struct senses none = {.len = 0}, bare = senses_of("zoo " LAST, 4);

	(void)state;
	assert_null(senses_find(&none, "zoo", 3));
	assert_null(senses_find(&bare, "zoo", 3));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adds_the_numbers_of_a_word),
	    cmocka_unit_test(knows_a_word_before_its_apostrophe),
	    cmocka_unit_test(knows_no_other_word),
	    cmocka_unit_test(knows_none_without_a_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
