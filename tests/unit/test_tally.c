#include "attrib/tally.h"

#include "test.h"

#include <math.h>

/* The rules by number: for rivals a and b, for two themes, for a measured view,
 * for a scale. */
static const char rules_text[] = "lexicon: x\nprior.a: -1.5\nprior.b: -2\n"
				 "prior.c: -0.5\nbias: c\n\n"
				 "pattern,dimension,value,weight,concept\n"
				 "p,pattern,,1,a;b:2\n"
				 "q,pattern,,1,b\n"
				 "r,theme,,1,c;d\n"
				 "s,balance,,1,\n"
				 "t,internality,6,1.5,d\n"
				 "u,pattern,,0.7,a\n";
enum { RULE_A_B, RULE_B, RULE_C_D, RULE_BALANCE, RULE_SCALE, RULE_SOFT };

static struct lexicon *lex;
static const struct phrases *phrases;
static struct tally *tally;

static int
set_up(void **state)
{
	const char *file;

	(void)state;
	lex = lexicon_new();
	if (lexicon_add(lex, "x", rules_text, strlen(rules_text), NULL) == -1)
		return -1;
	phrases = phrases_new(lex, NULL, &file);
	if (phrases == NULL)
		return -1;
	tally = tally_new(lex, phrases);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tally_free(tally);
	phrases_free(phrases);
	lexicon_free(lex);
	return 0;
}

/* What is told, of which there are to be so many. */
static const struct severity *
settle(size_t count)
{
	static struct totals totals;

	tally_settle(tally, &totals);
	assert_int_equal(totals.ntold, count);
	return totals.told;
}

static uint32_t
set_of(const char *word)
{
	uint16_t sets[VOCAB_PARTS_MAX];

	assert_int_equal(
	    vocab_lookup(&phrases->vocab, word, strlen(word), sets), 1);
	return sets[0];
}

/* Adds what a word says by itself. */
static void
add_word(const char *word, bool scaled)
{
	uint32_t number = tally_word(lex, phrases, set_of(word), scaled);

	tally_add(tally, &number, 1);
}

static double
strength(double log_odds)
{
	return 1 / (1 + exp(-log_odds));
}

static void
tells_nothing_where_nothing_was_added(void **state)
{
	(void)state;
	settle(0);
}

static void
gives_the_likeliest_rival_the_odds_of_all(void **state)
{
	const struct severity *told;

	(void)state;
	/* a: -1.5 + 1 = -0.5; b: -2 + 2 = 0, told with both odds. */
	tally_add_part(tally, RULE_A_B, 1);
	told = settle(1);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "b");
	assert_near(told[0].severity, strength(log(exp(-0.5) + 1)), 1e-15);
}

static void
the_odds_of_two_can_tell_what_neither_would(void **state)
{
	const struct severity *told;

	(void)state;
	/* a: -1.5 + 0.8 = -0.7, b: -2 + 1.6 = -0.4. */
	tally_add_part(tally, RULE_A_B, 0.8);
	told = settle(1);
	assert_near(
	    told[0].severity, strength(log(exp(-0.7) + exp(-0.4))), 1e-15);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "b");
}

static void
a_rival_that_no_cue_speaks_for_by_itself_counts_for_nothing(void **state)
{
	const struct severity *told;

	(void)state;
	/* a by 0.5 and 0.7, less than TALLY_LOUD; b: -2 + 1 + 1 = 0. */
	tally_add_part(tally, RULE_A_B, 0.5);
	tally_add_part(tally, RULE_SOFT, 1);
	tally_add_part(tally, RULE_SOFT, 1);
	add_word("u", false);
	tally_add_part(tally, RULE_B, 1);
	told = settle(1);
	assert_near(told[0].severity, 0.5, 1e-15);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "b");
}

static void
a_sum_that_is_on_the_limit_but_for_its_last_digits_is_on_it(void **state)
{
	const struct severity *told;

	(void)state;
	/* b: -2 + 2, less a little; d: the same. */
	tally_add_part(tally, RULE_B, 2 - 1e-6);
	tally_add_part(tally, RULE_C_D, 2 - 1e-6);
	told = settle(3);
	assert_near(told[0].severity, strength(1.5), 1e-6);
	assert_near(told[1].severity, 0.5, 0);
	assert_near(told[2].severity, 0.5, 0);
	tally_add_part(tally, RULE_B, 2 - 1e-4);
	settle(0);
}

/* By so much both together are beyond the limit. */
static size_t
count_told(double a, double beyond)
{
	double b = log(1 - exp(a)) + beyond;
	struct totals totals;

	/* a: -0.7, b: -0.4, and then what is wanted. */
	tally_add_part(tally, RULE_A_B, 0.8);
	tally_add_part(tally, RULE_SOFT, (a + 0.7) / 0.7);
	tally_add_part(tally, RULE_B, b + 0.4);
	tally_settle(tally, &totals);
	return totals.ntold;
}

static void
however_the_odds_are_shared_they_are_told_from_the_limit_on(void **state)
{
	double a;

	(void)state;
	for (a = -6; a < -0.01; a += 0.01) {
		assert_true(count_told(a, 1e-5) > 0);
		assert_int_equal(count_told(a, -1e-3), 0);
	}
}

static void
odds_may_be_as_large_or_small_as_they_like(void **state)
{
	double size;

	(void)state;
	for (size = 10; size < 2e3; size *= 1.5) {
		tally_add_part(tally, RULE_B, 2 + size);
		assert_near(settle(1)[0].severity, strength(size), 1e-15);
		/* b: -2 + 2, beside an a that does not count. */
		tally_add_part(tally, RULE_A_B, 1);
		tally_add_part(tally, RULE_SOFT, -size);
		assert_near(settle(1)[0].severity, 0.5, 1e-3);
		tally_add_part(tally, RULE_A_B, 1);
		tally_add_part(tally, RULE_B, -size);
		settle(0);
	}
}

static void
takes_a_measured_view_from_ways_of_thinking_alone(void **state)
{
	const struct severity *told;

	(void)state;
	tally_add_part(tally, RULE_C_D, 3);
	tally_add_part(tally, RULE_BALANCE, 1);
	told = settle(2);
	/* c: -0.5 + 3 - 1 = 1.5; d: -2 + 3, no way of thinking. */
	assert_near(told[0].severity, strength(1.5), 1e-15);
	assert_near(told[1].severity, strength(1), 1e-15);
	tally_add_part(tally, RULE_C_D, 3);
	tally_add_part(tally, RULE_BALANCE, 2.6);
	told = settle(1);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "d");
}

static void
a_rule_turned_round_speaks_for_the_other_end_alone(void **state)
{
	struct totals totals;

	(void)state;
	/* 1.5 (6 - 4) / 3 = 1; d: -2 + 2 * 1.5. */
	tally_add_part(tally, RULE_SCALE, 2);
	tally_settle(tally, &totals);
	assert_near(totals.scale[DIM_INTERNALITY], 2, 1e-15);
	assert_int_equal(totals.said, 1u << DIM_INTERNALITY);
	assert_int_equal(totals.ntold, 1);
	tally_add_part(tally, RULE_SCALE, 2);
	tally_add_part(tally, RULE_SCALE, -1);
	tally_settle(tally, &totals);
	assert_near(totals.scale[DIM_INTERNALITY], 1, 1e-15);
	assert_int_equal(totals.ntold, 1);
	assert_near(totals.told[0].severity, strength(1), 1e-15);
}

static void
a_rule_of_which_nothing_is_left_is_no_cue(void **state)
{
	struct totals totals;

	(void)state;
	tally_add_part(tally, RULE_SCALE, 0);
	tally_add_part(tally, RULE_A_B, 0);
	tally_add_part(tally, RULE_C_D, 0);
	tally_settle(tally, &totals);
	assert_int_equal(totals.said, 0);
	assert_int_equal(totals.ncues, 0);
	assert_int_equal(totals.ntold, 0);
}

static void
tells_a_rival_that_has_a_tenth_of_the_odds(void **state)
{
	const struct severity *told;

	(void)state;
	/* a: -1.5 + 3, b: -2 + 6: of e^1.5 + e^4 the former is .076. */
	tally_add_part(tally, RULE_A_B, 3);
	settle(1);
	/* a: -1.5 + 2.5, b: -2 + 5: of e^1 + e^3 it is .119. */
	tally_add_part(tally, RULE_A_B, 2.5);
	told = settle(2);
	assert_string_equal(lexicon_concept_id(lex, told[1].concept), "a");
	assert_near(told[1].severity, strength(1), 1e-15);
	assert_near(told[0].severity, strength(log(exp(1) + exp(3))), 1e-15);
}

/* By the rule, and by the word that it is of. */
static void
a_word_adds_what_its_rules_add(void **state)
{
	static const char *const words[] = {"p", "q", "s", "t"};
	static const uint32_t rules[] = {
	    RULE_A_B, RULE_B, RULE_BALANCE, RULE_SCALE};
	struct totals by_rule, by_word;
	size_t i, k;

	(void)state;
	for (i = 0; i < LENGTH(words); i++) {
		double severity = 0;

		for (k = 0; k < 3; k++)
			tally_add(tally, &rules[i], 1);
		tally_settle(tally, &by_rule);
		if (by_rule.ntold > 0)
			severity = by_rule.told[0].severity;
		for (k = 0; k < 3; k++)
			add_word(words[i], true);
		tally_settle(tally, &by_word);
		assert_int_equal(by_word.ncues, 3);
		assert_int_equal(by_word.ntold, by_rule.ntold);
		if (by_rule.ntold > 0)
			assert_near(by_word.told[0].severity, severity, 1e-15);
		assert_int_equal(by_word.said, by_rule.said);
		assert_near(by_word.scale[DIM_INTERNALITY],
		    by_rule.scale[DIM_INTERNALITY], 1e-15);
	}
}

/* More than sums of four bytes hold at once. */
static void
many_cues_add_up_as_few_do(void **state)
{
	struct totals totals;
	size_t i, count = 100000;

	(void)state;
	for (i = 0; i < count; i++) {
		add_word("t", true);
		add_word("s", false);
		tally_add_part(tally, RULE_SCALE, i % 2 == 0 ? 1 : -0.5);
	}
	tally_add_part(tally, RULE_B, 1e5 + 3);
	tally_settle(tally, &totals);
	assert_near(totals.scale[DIM_INTERNALITY],
	    (double)count * (1 + 0.5 - 0.25), 1e-6);
	/* b: -2 + 1e5 + 3, less a measured view of 1e5. */
	assert_true(totals.ntold > 0);
	assert_near(totals.told[totals.ntold - 1].severity, strength(1), 1e-9);
}

static void
a_scale_waits_for_a_cause(void **state)
{
	struct totals totals;

	(void)state;
	add_word("t", false);
	tally_settle(tally, &totals);
	assert_int_equal(totals.ncues, 0);
	assert_int_equal(totals.said, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tells_nothing_where_nothing_was_added),
	    cmocka_unit_test(gives_the_likeliest_rival_the_odds_of_all),
	    cmocka_unit_test(
		a_rival_that_no_cue_speaks_for_by_itself_counts_for_nothing),
	    cmocka_unit_test(the_odds_of_two_can_tell_what_neither_would),
	    cmocka_unit_test(
		a_sum_that_is_on_the_limit_but_for_its_last_digits_is_on_it),
	    cmocka_unit_test(
		however_the_odds_are_shared_they_are_told_from_the_limit_on),
	    cmocka_unit_test(odds_may_be_as_large_or_small_as_they_like),
	    cmocka_unit_test(takes_a_measured_view_from_ways_of_thinking_alone),
	    cmocka_unit_test(
		a_rule_turned_round_speaks_for_the_other_end_alone),
	    cmocka_unit_test(a_rule_of_which_nothing_is_left_is_no_cue),
	    cmocka_unit_test(tells_a_rival_that_has_a_tenth_of_the_odds),
	    cmocka_unit_test(a_word_adds_what_its_rules_add),
	    cmocka_unit_test(many_cues_add_up_as_few_do),
	    cmocka_unit_test(a_scale_waits_for_a_cause),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
