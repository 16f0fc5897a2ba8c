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
				 "u,pattern,,0.7,a\n"
				 "v,pattern,,1,a:-1\n"
				 "w,pattern,,1,b:-1\n"
				 "x,stability,6,1.5,d:2\n"
				 "x,globality,6,1,d\n";
enum {
	RULE_A_B,
	RULE_B,
	RULE_C_D,
	RULE_BALANCE,
	RULE_SCALE,
	RULE_SOFT,
	RULE_NOT_A,
	RULE_NOT_B,
	RULE_STABLE
};

static struct lexicon *lex;
static const struct phrases *phrases;
static struct contexts contexts;
static unsigned ncontexts; /* that were given a part */
static struct tally *tally;

enum { TEXT = 1, TEXTS = 3 }; /* of which one is looked at */

/* Forgets the contexts, as a tally remembers what is made of them. */
static void
begin(void)
{
	tally_free(tally);
	tally = tally_new(lex, phrases, &contexts);
	tally_begin(tally, TEXTS);
	contexts.parts[0][0] = 1;
	ncontexts = 1;
}

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
	contexts_init(&contexts, lex);
	memset(contexts.heeds, CONTEXTS - 1, lex->nrules);
	begin();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tally_free(tally);
	contexts_release(&contexts);
	phrases_free(phrases);
	lexicon_free(lex);
	return 0;
}

static void
settle_all(struct totals *totals)
{
	static struct severity told[8];

	tally_settle(tally, TEXT, totals);
	assert_true(totals->ntold <= LENGTH(told));
	memcpy(told, totals->told, totals->ntold * sizeof(*told));
	totals->told = told;
	begin();
}

/* What is told, of which there are to be so many. */
static const struct severity *
settle(size_t count)
{
	static struct totals totals;

	settle_all(&totals);
	assert_int_equal(totals.ntold, count);
	return totals.told;
}

static void
add(uint32_t number, unsigned context)
{
	struct tally_item item = {tally_key(number, context), TEXT};

	tally_add(tally, &item, 1);
}

/* Adds a rule in a context that leaves such a part of it. */
static void
add_part(uint32_t rule, double part)
{
	unsigned i;

	for (i = 0; i < ncontexts; i++)
		if (contexts.parts[0][i] == part)
			break;
	assert_true(i < CONTEXTS);
	contexts.parts[0][i] = part;
	ncontexts = i == ncontexts ? i + 1 : ncontexts;
	add(rule, i);
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
	add(tally_word(lex, phrases, set_of(word), scaled), 0);
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
	add_part(RULE_A_B, 1);
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
	add_part(RULE_A_B, 0.8);
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
	add_part(RULE_A_B, 0.5);
	add_part(RULE_SOFT, 1);
	add_part(RULE_SOFT, 1);
	add_word("u", false);
	add_part(RULE_B, 1);
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
	add_part(RULE_B, 2 - 1e-6);
	add_part(RULE_C_D, 2 - 1e-6);
	told = settle(3);
	assert_near(told[0].severity, strength(1.5), 1e-6);
	assert_near(told[1].severity, 0.5, 0);
	assert_near(told[2].severity, 0.5, 0);
	add_part(RULE_B, 2 - 1e-4);
	settle(0);
}

/* By so much both together are beyond the limit. */
static size_t
count_told(double a, double beyond)
{
	double b = log(1 - exp(a)) + beyond;
	struct totals totals;

	/* a: -0.7, b: -0.4, and then what is wanted. */
	add_part(RULE_A_B, 0.8);
	add_part(a > -0.7 ? RULE_SOFT : RULE_NOT_A,
	    a > -0.7 ? (a + 0.7) / 0.7 : -0.7 - a);
	add_part(b > -0.4 ? RULE_B : RULE_NOT_B, fabs(b + 0.4));
	settle_all(&totals);
	return totals.ntold;
}

static void
however_the_odds_are_shared_they_are_told_from_the_limit_on(void **state)
{
	double a;

	(void)state;
	for (a = -6; a < -0.05; a += 0.01) {
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
		add_part(RULE_B, 2 + size);
		assert_near(settle(1)[0].severity, strength(size), 1e-15);
		/* b: -2 + 2, beside an a that does not count. */
		add_part(RULE_A_B, 1);
		add_part(RULE_NOT_A, size);
		assert_near(settle(1)[0].severity, 0.5, 1e-3);
		add_part(RULE_A_B, 1);
		add_part(RULE_NOT_B, size);
		settle(0);
	}
}

static void
takes_a_measured_view_from_ways_of_thinking_alone(void **state)
{
	const struct severity *told;

	(void)state;
	add_part(RULE_C_D, 3);
	add_part(RULE_BALANCE, 1);
	told = settle(2);
	/* c: -0.5 + 3 - 1 = 1.5; d: -2 + 3, no way of thinking. */
	assert_near(told[0].severity, strength(1.5), 1e-15);
	assert_near(told[1].severity, strength(1), 1e-15);
	add_part(RULE_C_D, 3);
	add_part(RULE_BALANCE, 2.6);
	told = settle(1);
	assert_string_equal(lexicon_concept_id(lex, told[0].concept), "d");
}

static void
a_rule_turned_round_speaks_for_the_other_end_alone(void **state)
{
	struct totals totals;

	(void)state;
	/* 1.5 (6 - 4) / 3 = 1; d: -2 + 2 * 1.5. */
	add_part(RULE_SCALE, 2);
	settle_all(&totals);
	assert_near(totals.scale[DIM_INTERNALITY], 2, 1e-15);
	assert_int_equal(totals.said, 1u << DIM_INTERNALITY);
	assert_int_equal(totals.ntold, 1);
	add_part(RULE_SCALE, 2);
	add_part(RULE_SCALE, -1);
	settle_all(&totals);
	assert_near(totals.scale[DIM_INTERNALITY], 1, 1e-15);
	assert_int_equal(totals.ntold, 1);
	assert_near(totals.told[0].severity, strength(1), 1e-15);
}

static void
a_rule_of_which_nothing_is_left_is_no_cue(void **state)
{
	struct totals totals;

	(void)state;
	add_part(RULE_SCALE, 0);
	add_part(RULE_A_B, 0);
	add_part(RULE_C_D, 0);
	settle_all(&totals);
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
	add_part(RULE_A_B, 3);
	settle(1);
	/* a: -1.5 + 2.5, b: -2 + 5: of e^1 + e^3 it is .119. */
	add_part(RULE_A_B, 2.5);
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
			add(rules[i], 0);
		settle_all(&by_rule);
		if (by_rule.ntold > 0)
			severity = by_rule.told[0].severity;
		for (k = 0; k < 3; k++)
			add_word(words[i], true);
		settle_all(&by_word);
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
		add_part(RULE_SCALE, i % 2 == 0 ? 1 : -0.5);
	}
	for (i = 0; i < count + 3; i++)
		add_part(RULE_B, 1);
	settle_all(&totals);
	assert_near(totals.scale[DIM_INTERNALITY],
	    (double)count * (1 + 0.5 - 0.25), 1e-6);
	/* b: -2 + 1e5 + 3, less a measured view of 1e5. */
	assert_true(totals.ntold > 0);
	assert_near(totals.told[totals.ntold - 1].severity, strength(1), 1e-9);
}

/* Texts that are tallied together, the items of all in any order. */
static void
each_text_has_what_is_added_to_it(void **state)
{
	struct tally_item items[] = {{tally_key(RULE_B, 0), 2},
	    {tally_key(RULE_SCALE, 0), 0}, {tally_key(RULE_C_D, 0), 1},
	    {tally_key(RULE_B, 0), 2}, {tally_key(RULE_C_D, 0), 0},
	    {tally_key(RULE_B, 0), 2}, {tally_key(RULE_C_D, 0), 1}};
	struct totals totals;

	(void)state;
	tally_add(tally, items, LENGTH(items));
	tally_settle(tally, 0, &totals);
	assert_near(totals.scale[DIM_INTERNALITY], 1, 1e-15);
	assert_int_equal(totals.ncues, 2);
	/* c: -0.5 + 1; d: -2 + 1.5 + 1. */
	assert_int_equal(totals.ntold, 2);
	assert_near(totals.told[0].severity, strength(0.5), 1e-15);
	assert_near(totals.told[1].severity, strength(0.5), 1e-15);
	tally_settle(tally, 1, &totals);
	assert_int_equal(totals.said, 0);
	/* c: -0.5 + 2; d: -2 + 2. */
	assert_int_equal(totals.ntold, 2);
	assert_near(totals.told[0].severity, strength(1.5), 1e-15);
	assert_near(totals.told[1].severity, 0.5, 1e-15);
	tally_settle(tally, 2, &totals);
	/* b: -2 + 3. */
	assert_int_equal(totals.ncues, 3);
	assert_int_equal(totals.ntold, 1);
	assert_near(totals.told[0].severity, strength(1), 1e-15);
	begin();
}

/* Of a scale, so many rules, each of a word of its own. */
static struct lexicon *
lexicon_of(size_t rules)
{
	struct lexicon *many = lexicon_new();
	struct str text = STR_INIT;
	size_t i;

	str_adds(&text, "lexicon: x\n\npattern,dimension,value,weight\n");
	for (i = 0; i < rules; i++)
		str_addf(&text, "w%zu,internality,7,1\n", i);
	assert_int_equal(lexicon_add(many, "x", text.text, text.len, NULL), 0);
	str_release(&text);
	return many;
}

/* More than are remembered, each of which leaves its own part. */
static void
contexts_that_were_forgotten_are_made_again(void **state)
{
	enum { MANY = 300 };
	static struct tally_item items[2 * MANY * CONTEXTS];
	struct lexicon *many = lexicon_of(MANY);
	struct contexts parts;
	const char *file;
	const struct phrases *p = phrases_new(many, NULL, &file);
	struct tally *t;
	struct totals totals;
	double sum = 0;
	uint64_t dice = 1;
	size_t i, n = LENGTH(items);

	(void)state;
	contexts_init(&parts, many);
	memset(parts.heeds, CONTEXTS - 1, MANY);
	for (i = 0; i < CONTEXTS; i++)
		parts.parts[0][i] = (double)(i + 1) / 100;
	t = tally_new(many, p, &parts);
	for (i = 0; i < n; i++) {
		/* Any, by chance: Knuth 1997, section 3.3.4, line 26. */
		dice = dice * 6364136223846793005ULL + 1;
		items[i] = (struct tally_item){
		    (uint32_t)((dice >> 33) % (MANY * CONTEXTS)), 0};
		sum += parts.parts[0][items[i].key % CONTEXTS];
	}
	tally_begin(t, 1);
	tally_add(t, items, n);
	tally_settle(t, 0, &totals);
	assert_near(totals.scale[DIM_INTERNALITY], sum, 1e-9 * sum);
	assert_int_equal(totals.ncues, n);
	tally_free(t);
	contexts_release(&parts);
	phrases_free(p);
	lexicon_free(many);
}

/* A word of two rules, of which a context turns one round. */
static void
what_is_turned_round_raises_nothing_beside_what_is_not(void **state)
{
	const struct severity *told;

	(void)state;
	contexts.heeds[RULE_STABLE] = 0;
	contexts.parts[0][1] = -1;
	add(tally_word(lex, phrases, set_of("x"), true), 1);
	/* d: -2 + 3 by one alone. */
	told = settle(1);
	contexts.heeds[RULE_STABLE] = CONTEXTS - 1;
	assert_near(told[0].severity, strength(1), 1e-15);
}

static void
a_scale_waits_for_a_cause(void **state)
{
	struct totals totals;

	(void)state;
	add_word("t", false);
	settle_all(&totals);
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
	    cmocka_unit_test(each_text_has_what_is_added_to_it),
	    cmocka_unit_test(contexts_that_were_forgotten_are_made_again),
	    cmocka_unit_test(
		what_is_turned_round_raises_nothing_beside_what_is_not),
	    cmocka_unit_test(a_scale_waits_for_a_cause),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
