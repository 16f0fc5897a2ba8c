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

/* Read behind the words of another text. */
static double
value_of(const char *text)
{
	alarm_word words[64];
	struct alarm_sum sums[LENGTH(words) + 1];
	size_t before = words_of("some other text", words, LENGTH(words));
	size_t n = words_of(text, words + before, LENGTH(words) - before);

	alarm_sum_up(words, before + n, sums);
	return alarm_value(words + before, sums + before, n);
}

static int
weight_of(uint32_t bucket)
{
	assert_true(bucket < ALARM_BUCKETS);
	return alarm_weights[bucket] - ALARM_MIDDLE;
}

/* What a text of the words says, feature by feature, with pairs at distances up
 * to most. */
static double
plain_sum(const char *text, unsigned most)
{
	uint32_t numbers[66] = {ALARM_BEGIN}, buckets[ALARM_FEATURES_MAX];
	size_t n = 1, i, count, len;
	unsigned k;
	long sum = 0;

	for (; *text != '\0'; text += len + (text[len] == ' ')) {
		len = strcspn(text, " ");
		count = alarm_word_buckets(text, len, buckets);
		for (i = 0; i < count; i++)
			sum += weight_of(buckets[i]);
		numbers[n++] = alarm_number(alarm_word_of(text, len));
	}
	numbers[n++] = ALARM_END;
	for (k = 1; k <= most; k++)
		for (i = 0; i + k < n; i++)
			sum += weight_of(
			    alarm_pair_bucket(numbers[i], numbers[i + k], k));
	return (double)sum / (alarm_limit * sqrt((double)n - 1));
}

/* The value by its definition. */
static double
plain_value(const char *text)
{
	double words = plain_sum(text, 0);
	double pairs = plain_sum(text, 1);
	double near = plain_sum(text, ALARM_NEAR_MAX);

	if (words < ALARM_FROM_WORDS)
		return words;
	if (pairs < ALARM_FROM_PAIRS)
		return pairs;
	return near < ALARM_FROM_NEAR ? near
				      : plain_sum(text, ALARM_DISTANCE_MAX);
}

static const char *const texts[] = {"i want to die", "a b c",
    "what a lovely party with cake and a happy dance",
    "i do not want to be here any more", "this traffic is killing me",
    "the the the the the the the",
    "antidisestablishmentarianism is a long word to say"};

static void
a_value_is_what_its_features_add_up_to(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++)
		assert_near(value_of(texts[i]), plain_value(texts[i]), 1e-12);
	/* One goes no further than its words, one than words that follow one
	 * another, one stops at near pairs, one goes all the way. */
	assert_true(plain_sum(texts[2], 0) < ALARM_FROM_WORDS);
	assert_true(plain_sum(texts[1], 0) >= ALARM_FROM_WORDS);
	assert_true(plain_sum(texts[1], 1) < ALARM_FROM_PAIRS);
	assert_true(plain_sum(texts[4], 1) >= ALARM_FROM_PAIRS);
	assert_true(plain_sum(texts[4], ALARM_NEAR_MAX) < ALARM_FROM_NEAR);
	assert_true(plain_sum(texts[3], ALARM_NEAR_MAX) >= ALARM_FROM_NEAR);
}

static void
tells_a_wish_to_die_from_a_figure_of_speech(void **state)
{
	(void)state;
	assert_true(value_of("i want to die") >= 1);
	assert_true(value_of("i do not want to be here any more") >= 1);
	assert_true(value_of("this traffic is killing me") < 1);
	assert_true(
	    value_of("what a lovely party with cake and a happy dance") < 0);
}

static void
a_word_or_two_never_ring(void **state)
{
	(void)state;
	assert_near(value_of(""), 0, 0);
	assert_near(value_of("suicide"), ALARM_FEW, 0);
	assert_near(value_of("suicidal suicide"), ALARM_FEW, 0);
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

/* What is heard of a text, as "first-to ". */
static const char *
heard_of(const char *text)
{
	static char out[200];
	struct tokens t = {0};
	struct alarm_heard h = {0};

	out[0] = '\0';
	tokens_clear(&t);
	tokens_add(&t, "Before it. Another.", 19); /* which has three words */
	tokens_add(&t, text, strlen(text));
	tokens_add(&t, "behind", 6);
	tokens_split_all(&t);
	while (alarm_next(&t, 1, &h))
		sprintf(out + strlen(out), "%zu-%zu ", h.first - 3, h.to - 3);
	tokens_release(&t);
	return out;
}

static void
a_text_is_heard_as_a_whole_and_sentence_by_sentence(void **state)
{
	char text[400] = "One two. Three";
	size_t i;

	(void)state;
	assert_string_equal(heard_of(""), "");
	assert_string_equal(heard_of("one"), "0-1 ");
	assert_string_equal(heard_of("One two, three."), "0-3 ");
	assert_string_equal(heard_of("One two. Three."), "0-3 0-2 2-3 ");
	for (i = 3; i < ALARM_WHOLE_MAX; i++)
		strcat(text, " on");
	assert_string_equal(heard_of(text), "0-40 0-2 2-40 ");
	strcat(text, " on. End");
	assert_string_equal(heard_of(text), "0-2 2-41 41-42 ");
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
	    cmocka_unit_test(a_value_is_what_its_features_add_up_to),
	    cmocka_unit_test(tells_a_wish_to_die_from_a_figure_of_speech),
	    cmocka_unit_test(a_word_or_two_never_ring),
	    cmocka_unit_test(a_word_has_features_of_itself_and_its_letters),
	    cmocka_unit_test(
		how_far_apart_two_words_stand_matters_only_where_they_are_near),
	    cmocka_unit_test(
		a_text_is_heard_as_a_whole_and_sentence_by_sentence),
	    cmocka_unit_test(
		names_the_runs_of_words_that_ring_the_loudest_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
