#include "attrib/tally.h"

#include "test.h"

#include <math.h>

/* The rules by number: for rivals a and b, for two themes. */
static const char rules_text[] = "lexicon: x\nprior.a: -1.5\nprior.b: -2\n"
				 "prior.c: -0.5\nbias: c\n\n"
				 "pattern,dimension,weight,concept\n"
				 "p,pattern,1,a;b:2\n"
				 "q,pattern,1,b\n"
				 "r,theme,1,c;d\n";

static struct lexicon *lex;
static struct tally *tally;

static int
set_up(void **state)
{
	(void)state;
	lex = lexicon_new();
	if (lexicon_add(lex, "x", rules_text, strlen(rules_text), NULL) == -1)
		return -1;
	tally = tally_new(lex);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tally_free(tally);
	lexicon_free(lex);
	return 0;
}

static double
strength(double log_odds)
{
	return 1 / (1 + exp(-log_odds));
}

static void
tells_nothing_where_nothing_was_added(void **state)
{
	const struct severity *told;

	(void)state;
	assert_int_equal(tally_settle(tally, 0, &told), 0);
}

static void
gives_the_likeliest_rival_the_odds_of_all(void **state)
{
	const struct severity *told;

	(void)state;
	/* a: -1.5 + 1 = -0.5; b: -2 + 2 = 0, told with both odds. */
	tally_add(tally, 0, 1);
	assert_int_equal(tally_settle(tally, 0, &told), 1);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "b");
	assert_near(told[0].severity, strength(log(exp(-0.5) + 1)), 1e-15);
}

static void
the_odds_of_two_can_tell_what_neither_would(void **state)
{
	const struct severity *told;

	(void)state;
	/* a: -1.5 + 0.8 = -0.7, b: -2 + 1.6 = -0.4. */
	tally_add(tally, 0, 0.8);
	assert_int_equal(tally_settle(tally, 0, &told), 1);
	assert_near(
	    told[0].severity, strength(log(exp(-0.7) + exp(-0.4))), 1e-15);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "b");
}

static void
a_rival_that_no_cue_speaks_for_by_itself_counts_for_nothing(void **state)
{
	const struct severity *told;

	(void)state;
	/* a by 0.5, less than TALLY_LOUD; b: -2 + 1 + 1 = 0, by itself. */
	tally_add(tally, 0, 0.5);
	tally_add(tally, 1, 1);
	assert_int_equal(tally_settle(tally, 0, &told), 1);
	assert_near(told[0].severity, 0.5, 1e-15);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "b");
}

static void
takes_a_measured_view_from_ways_of_thinking_alone(void **state)
{
	const struct severity *told;

	(void)state;
	tally_add(tally, 2, 3);
	assert_int_equal(tally_settle(tally, 1, &told), 2);
	/* c: -0.5 + 3 - 1 = 1.5; d: -2 + 3, no way of thinking. */
	assert_near(told[0].severity, strength(1.5), 1e-15);
	assert_near(told[1].severity, strength(1), 1e-15);
	tally_add(tally, 2, 3);
	assert_int_equal(tally_settle(tally, 2.6, &told), 1);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "d");
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
	    cmocka_unit_test(takes_a_measured_view_from_ways_of_thinking_alone),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
