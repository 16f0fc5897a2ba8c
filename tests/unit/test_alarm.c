#include "attrib/alarm.h"

#include "test.h"

#include <math.h>

/* The words of a text, which is folded, with one blank between two. */
static size_t
words_of(const char *text, alarm_word *words, size_t most)
{
	size_t n = 0, len;

	for (; *text != '\0' && n < most; text += len + (text[len] == ' ')) {
		len = strcspn(text, " ");
		words[n++] = alarm_word_of(text, len);
	}
	return n;
}

static int
weight_of(uint32_t bucket)
{
	assert_true(bucket < ALARM_BUCKETS);
	return alarm_weights[bucket] - ALARM_MIDDLE;
}

/* "the" and letters of it: 1 word, runs of 3 to 5 of " the ". */
static void
a_word_has_features_of_itself_and_its_letters(void **state)
{
	uint32_t buckets[ALARM_FEATURES_MAX], longer[ALARM_FEATURES_MAX];
	char text[200];

	(void)state;
	memset(text, 'a', sizeof(text));
	assert_int_equal(alarm_word_buckets("the", 3, buckets), 1 + 3 + 2 + 1);
	assert_int_equal(alarm_word_buckets("a", 1, buckets), 1 + 1);
	assert_int_equal(alarm_word_buckets(text, ALARM_WORD_MAX, buckets),
	    alarm_word_buckets(text, sizeof(text), longer));
	assert_memory_equal(buckets, longer, 4 * sizeof(*buckets));
}

static void
how_far_apart_two_words_stand_matters_only_where_they_are_near(void **state)
{
	uint32_t far = alarm_pair_bucket(1, 2, ALARM_NEAR_MAX + 1);
	unsigned k;

	(void)state;
	assert_int_not_equal(
	    alarm_pair_bucket(1, 2, 1), alarm_pair_bucket(1, 2, 2));
	for (k = 1; k <= ALARM_NEAR_MAX; k++)
		assert_int_not_equal(alarm_pair_bucket(1, 2, k), far);
	for (; k <= ALARM_DISTANCE_MAX; k++)
		assert_int_equal(alarm_pair_bucket(1, 2, k), far);
	assert_int_not_equal(alarm_pair_bucket(2, 1, k), far);
}

/* What the words from..to say without what stands around them. */
static double
run_value(const alarm_word *words, size_t n, size_t from, size_t to)
{
	size_t i, k;
	long sum = 0;

	for (i = from; i <= to; i++) {
		sum += (int32_t)(words[i] << (32 - ALARM_WEIGHT_BITS)) >>
		    (32 - ALARM_WEIGHT_BITS);
		for (k = i + 1; k <= to; k++)
			sum +=
			    weight_of(alarm_pair_bucket(alarm_number(words[i]),
				alarm_number(words[k]), (unsigned)(k - i)));
	}
	return (double)sum / (alarm_limit * sqrt((double)n + 1));
}

static void
names_the_runs_of_words_that_ring_the_loudest_first(void **state)
{
	alarm_word words[32];
	struct alarm_part parts[ALARM_PARTS_MAX];
	size_t n = words_of("today we had cake and later when all were gone i "
			    "thought that i want to die and be dead",
	    words, LENGTH(words));
	size_t count = alarm_parts(words, n, parts), i, k;

	(void)state;
	assert_true(count >= 1);
	for (i = 0; i < count; i++) {
		assert_true(parts[i].first <= parts[i].last);
		assert_true(parts[i].last - parts[i].first < ALARM_RUN_MAX);
		assert_true(parts[i].value >= ALARM_PART_MIN);
		assert_near(parts[i].value,
		    run_value(words, n, parts[i].first, parts[i].last), 1e-12);
		for (k = 0; k < i; k++)
			assert_true(parts[i].last < parts[k].first ||
			    parts[i].first > parts[k].last);
	}
	/* No run of the text is louder. */
	for (i = 0; i < n; i++)
		for (k = i; k < n && k - i < ALARM_RUN_MAX; k++)
			assert_true(run_value(words, n, i, k) <=
			    parts[0].value + 1e-12);
	n = words_of("we had cake", words, LENGTH(words));
	assert_int_equal(alarm_parts(words, n, parts), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_word_has_features_of_itself_and_its_letters),
	    cmocka_unit_test(
		how_far_apart_two_words_stand_matters_only_where_they_are_near),
	    cmocka_unit_test(
		names_the_runs_of_words_that_ring_the_loudest_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
