#include "attrib/hearing.h"

#include "test.h"

#include <math.h>

/* The loudest of a text, which is folded, among others; what it is of goes into
 * *heard, in words of the text. */
static double
loudest_of(const char *text, struct heard *heard)
{
	enum { BEFORE = 5 }; /* words of the text before it */
	const char *all[] = {
	    "Before it. I am suicidal", "", text, "", "behind it"};
	struct hearing h = {0};
	struct tokens t = {0};
	alarm_word words[128];
	double value;
	size_t i;

	tokens_clear(&t);
	for (i = 0; i < LENGTH(all); i++)
		tokens_add(&t, all[i], strlen(all[i]));
	tokens_split_all(&t);
	assert_true(t.count <= LENGTH(words));
	for (i = 0; i < t.count; i++)
		words[i] = alarm_word_of(t.text + t.items[i].start,
		    t.items[i].end - t.items[i].start);
	hearing_read(&h, &t, words);
	value = h.loudest[2].value;
	if (value > 0) {
		*heard = h.heard[h.loudest[2].heard];
		assert_int_equal(heard->text, 2);
		heard->first -= BEFORE;
		heard->to -= BEFORE;
	}
	hearing_release(&h);
	tokens_release(&t);
	return value;
}

static double
value_of(const char *text)
{
	struct heard heard;

	return loudest_of(text, &heard);
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
	double near = plain_sum(text, ALARM_NEAR_MAX);

	if (plain_sum(text, 0) < HEARING_FROM_WORDS ||
	    plain_sum(text, 1) < HEARING_FROM_PAIRS)
		return 0;
	if (near >= HEARING_FROM_NEAR)
		near = plain_sum(text, ALARM_DISTANCE_MAX);
	return near > 0 ? near : 0;
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
	assert_true(plain_sum(texts[2], 0) < HEARING_FROM_WORDS);
	assert_true(plain_sum(texts[1], 0) >= HEARING_FROM_WORDS);
	assert_true(plain_sum(texts[1], 1) < HEARING_FROM_PAIRS);
	assert_true(plain_sum(texts[4], 1) >= HEARING_FROM_PAIRS);
	assert_true(plain_sum(texts[4], ALARM_NEAR_MAX) < HEARING_FROM_NEAR);
	assert_true(plain_sum(texts[3], ALARM_NEAR_MAX) >= HEARING_FROM_NEAR);
}

static void
tells_a_wish_to_die_from_a_figure_of_speech(void **state)
{
	(void)state;
	assert_true(value_of("i want to die") >= 1);
	assert_true(value_of("i do not want to be here any more") >= 1);
	assert_true(value_of("this traffic is killing me") < 1);
	assert_near(
	    value_of("what a lovely party with cake and a happy dance"), 0, 0);
}

static void
a_word_or_two_never_ring(void **state)
{
	(void)state;
	assert_near(value_of(""), 0, 0);
	assert_near(value_of("suicide"), HEARING_FEW, 0);
	assert_near(value_of("suicidal suicide"), HEARING_FEW, 0);
}

/* What is heard of a text, as "first-to ". */
static const char *
heard_of(const char *text)
{
	static char out[200];
	struct tokens t = {0};
	struct hearing h = {0};
	size_t i;

	out[0] = '\0';
	tokens_clear(&t);
	tokens_add(&t, "Before it. Another.", 19); /* which has three words */
	tokens_add(&t, text, strlen(text));
	tokens_add(&t, "behind", 6);
	tokens_split_all(&t);
	hearing_list(&h, &t);
	for (i = 0; i < h.nheard; i++)
		if (h.heard[i].text == 1)
			sprintf(out + strlen(out), "%u-%u ",
			    h.heard[i].first - 3, h.heard[i].to - 3);
	hearing_release(&h);
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
	for (i = 3; i < HEARING_WHOLE_MAX; i++)
		strcat(text, " on");
	assert_string_equal(heard_of(text), "0-40 0-2 2-40 ");
	strcat(text, " on. End");
	assert_string_equal(heard_of(text), "0-2 2-41 41-42 ");
}

static void
a_text_is_as_loud_as_the_loudest_of_its_sentences(void **state)
{
	struct heard heard;
	double whole = loudest_of("i want to die", &heard);

	(void)state;
	assert_int_equal(heard.first, 0);
	assert_int_equal(heard.to, 4);
	assert_near(loudest_of("we had a lovely cake. i want to die. what a "
			       "happy dance at the party",
			&heard),
	    whole, 0);
	assert_int_equal(heard.first, 5);
	assert_int_equal(heard.to, 9);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_value_is_what_its_features_add_up_to),
	    cmocka_unit_test(tells_a_wish_to_die_from_a_figure_of_speech),
	    cmocka_unit_test(a_word_or_two_never_ring),
	    cmocka_unit_test(
		a_text_is_heard_as_a_whole_and_sentence_by_sentence),
	    cmocka_unit_test(a_text_is_as_loud_as_the_loudest_of_its_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
