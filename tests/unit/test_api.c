#include "test.h"

#include "api/reconnect.h"
#include "base/mem.h"

#include <setjmp.h>

static const char *const pair_text = "reconnect-instrument: 1\n";

static void
scores_as_the_key_says(void **state)
{
	/* Kessler et al. 2002: the sum of six answers 0..4, serious from 13. */
	static const int answers[] = {3, 2, 2, 1, 2, 3};
	struct reconnect_instrument *k6 =
	    reconnect_instrument_builtin("k6", NULL);
	struct reconnect_score score;

	(void)state;
	assert_non_null(k6);
	assert_int_equal(reconnect_items(k6), 6);
	assert_int_equal(reconnect_score(k6, answers, NULL, &score, NULL), 0);
	assert_near(score.value, 13, 0);
	assert_near(score.severity, 13.0 / 24, 1e-15);
	assert_int_equal(score.answered, 6);
	assert_int_equal(score.alert, 1);
	reconnect_instrument_free(k6);
}

static void
a_missing_answer_is_no_zero(void **state)
{
	static const int answers[] = {3, 2, 2, RECONNECT_MISSING, 2, 3};
	struct reconnect_instrument *k6 =
	    reconnect_instrument_builtin("k6", NULL);
	struct reconnect_score score;

	(void)state;
	assert_int_equal(reconnect_score(k6, answers, NULL, &score, NULL), 0);
	assert_true(isnan(score.value));
	assert_int_equal(score.missing, 1);
	reconnect_instrument_free(k6);
}

static void
an_answer_that_is_not_allowed_is_refused(void **state)
{
	static const int answers[] = {3, 2, 2, 9, 2, 3};
	struct reconnect_instrument *k6 =
	    reconnect_instrument_builtin("k6", NULL);
	struct reconnect_score score = {.value = -7};
	struct reconnect_fault fault;

	(void)state;
	assert_int_equal(
	    reconnect_score(k6, answers, NULL, &score, &fault), -1);
	assert_non_null(strstr(fault.text, reconnect_item_id(k6, 3)));
	assert_non_null(strstr(fault.text, "9"));
	assert_near(score.value, -7, 0);
	assert_int_equal(reconnect_item_allows(k6, 3, 9), 0);
	assert_int_equal(reconnect_item_allows(k6, 3, 4), 1);
	assert_int_equal(reconnect_item_allows(k6, 6, 4), 0);
	assert_string_equal(reconnect_item_id(k6, 6), "");
	reconnect_instrument_free(k6);
}

static void
faults_name_what_is_wrong(void **state)
{
	struct reconnect_fault fault = {0};

	(void)state;
	assert_null(reconnect_instrument_builtin("k7", &fault));
	assert_non_null(strstr(fault.text, "'k7'"));
	assert_null(reconnect_instrument_read(
	    pair_text, strlen(pair_text), NULL, &fault));
	assert_string_not_equal(fault.text, "");
	assert_null(reconnect_instrument_builtin("k7", NULL));
}

static void
own_rules_come_on_top_of_the_built_in_ones(void **state)
{
	static const char own[] = "lexicon: own\n"
				  "title: Own words\n"
				  "licence: ISC\n"
				  "\n"
				  "pattern,dimension,value,weight,concept\n"
				  "xyzzy plugh,theme,,5,masking\n";
	static const char said[] = "today was all xyzzy plugh again";
	struct reconnect_lexicon *rules = reconnect_lexicon_builtin();
	struct reconnect_reader *reader;
	struct reconnect_attribution a;
	struct reconnect_fault fault = {0};

	(void)state;
	if (reconnect_lexicon_add(rules, own, strlen(own), &fault) != 0)
		fail_msg("%lu: %s", fault.line, fault.text);
	reader = reconnect_reader_new(rules, &fault);
	assert_non_null(reader);
	assert_int_equal(
	    reconnect_attribute(reader, said, strlen(said), 0, &a), 0);
	assert_int_equal(a.concepts, 1);
	assert_string_equal(a.concept_id[0], "masking");
	assert_in_range((int)(a.severity[0] * 100), 50, 100);
	assert_true(isnan(a.internality));
	assert_int_equal(reconnect_attribute(
			     reader, said, RECONNECT_STATEMENT_MAX + 1, 0, &a),
	    -1);
	reconnect_reader_free(reader);
	reconnect_lexicon_free(rules);
}

static void
a_lookup_tells_its_stage(void **state)
{
	struct reconnect_entry found[2];
	size_t n;

	(void)state;
	assert_int_equal(
	    reconnect_lookup("rumination", found, 2, &n), RECONNECT_ID);
	assert_int_equal(n, 1);
	assert_string_equal(found[0].id, "rumination");
	assert_true(found[0].len > 100);
	assert_int_equal(
	    reconnect_lookup("ruminaton", found, 2, &n), RECONNECT_TYPO);
	assert_string_equal(found[0].id, "rumination");
	assert_int_equal(
	    reconnect_lookup("xqzvw", found, 2, &n), RECONNECT_NONE);
	assert_int_equal(n, 0);
}

static jmp_buf out_of_memory;
static size_t wanted;

static void
leave(size_t bytes)
{
	wanted = bytes;
	longjmp(out_of_memory, 1);
}

static void
the_hook_may_leave_a_call(void **state)
{
	(void)state;
	reconnect_on_exhaustion(leave);
	if (setjmp(out_of_memory) == 0) {
		free(mem_alloc(SIZE_MAX, 2));
		fail_msg("no memory can hold that");
	}
	assert_int_equal(wanted, SIZE_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(scores_as_the_key_says),
	    cmocka_unit_test(a_missing_answer_is_no_zero),
	    cmocka_unit_test(an_answer_that_is_not_allowed_is_refused),
	    cmocka_unit_test(faults_name_what_is_wrong),
	    cmocka_unit_test(own_rules_come_on_top_of_the_built_in_ones),
	    cmocka_unit_test(a_lookup_tells_its_stage),
	    cmocka_unit_test(the_hook_may_leave_a_call),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
