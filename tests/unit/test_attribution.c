#include "attrib/attribution.h"

#include "test.h"

/* A lexicon small enough to reckon by hand. */
static const char rules_text[] =
    "lexicon: small\n"
    "class.be: am is was 's\n"
    "class.barrier: not never\n"
    "spelling: n't = not\n"
    "spelling: 'm = am\n"
    "context.hedge: 0.5\n"
    "context.question: 0.5\n"
    "context.condition: 0.5\n"
    "context.before-contrast: 0.5\n"
    "context.boost: 1.5\n"
    "prior.labelling: -1\n"
    "\n"
    "pattern,dimension,value,weight,concept,scope\n"
    "because,cause,1,,,\n"
    "so they,cause,-1,,,\n"
    "not|never,negation,4,,,\n"
    "not only,negation,0,,,\n"
    "nothing lost,negation,1,,,\n"
    "maybe,hedge,,,,\n"
    "really,boost,,,,\n"
    "if,condition,,,,\n"
    "but,contrast,,,,\n"
    "not only ..2 but,contrast,-1,,,\n"
    "they will,consequence,,,,\n"
    "^ why,presupposed,,,,\n"
    "she said,report,,,,\n"
    "she called,report,0,,,\n"
    "boring,internality,7,2,,\n"
    "luck,internality,1,2,,\n"
    "because they,internality,1,1,,\n"
    "sooth*,stability,7,1,,\n"
    "my fault,internality,7,2,behavioural-self-blame,\n"
    "my fault,cause,0,,,\n"
    "i <be> ..1 boring,pattern,,3,labelling,\n"
    "i <be> ..1 very boring,pattern,,4,labelling,\n"
    "kill myself,crisis,,1,,if question hedge\n"
    "lost,valence,1,1,,drop\n"
    "won,valence,7,1,,\n"
    "nice,valence,7,0.2,,\n"
    "dull,valence,1,0.2,,\n";

static struct lexicon *lex;
static struct attrib *reader;

static int
set_up(void **state)
{
	const char *file;

	(void)state;
	lex = lexicon_new();
	if (lexicon_add(lex, "small", rules_text, strlen(rules_text), NULL) ==
	    -1)
		return -1;
	reader = attrib_new(lex, NULL, &file);
	return reader == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	(void)state;
	attrib_free(reader);
	lexicon_free(lex);
	return 0;
}

static struct attribution
read_text(const char *text, bool assume)
{
	struct attribution a;

	attrib_read(reader, text, strlen(text),
	    ATTRIB_CUES | (assume ? ATTRIB_ASSUME_CAUSE : 0u), &a);
	return a;
}

static double
logistic(double x)
{
	return 1 / (1 + exp(-x));
}

/* The severity of labelling; 0 where it is not told. */
static double
labelling(const char *text)
{
	struct attribution a = read_text(text, false);
	size_t i;

	for (i = 0; i < a.nconcepts; i++)
		if (strcmp(lexicon_concept_id(lex, a.concepts[i].concept),
			"labelling") == 0)
			return a.concepts[i].severity;
	return 0;
}

static void
adds_evidence_as_log_odds(void **state)
{
	(void)state;
	assert_near(read_text("so much boring luck boring", true).scale[0],
	    1 + 6 * logistic(2 - 2 + 2), 1e-12);
	assert_near(labelling("you know i am boring"), logistic(-1 + 3), 1e-12);
}

static void
judges_the_cause_alone(void **state)
{
	static const struct {
		const char *text;
		double internality; /* log-odds; NaN: blank */
	} cases[] = {
	    {"that was boring and no luck", NAN},
	    {"they left because the talk was boring", 2},
	    {"a boring evening because of bad luck", -2},
	    {"because it was boring, we had luck", 2},
	    {"it went wrong because they came", -1},
	    {"because they came, we had luck", -1},
	    {"it went wrong, not because they came", NAN},
	    {"the talk was boring, so they wished me luck", 2},
	    {"it was luck. It was my fault", 2},
	    {"it went wrong because it was boring but with luck", 2 * 0.5},
	};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(cases); i++) {
		double x = cases[i].internality;

		assert_near(read_text(cases[i].text, false).scale[0],
		    isnan(x) ? NAN : 1 + 6 * logistic(x), 1e-12);
	}
}

static void
changes_the_verdict_with_its_context(void **state)
{
	static const struct {
		const char *text;
		double left; /* of the weight 3; -1: nothing is told */
	} cases[] = {
	    {"well i am boring", 1},
	    {"well i'm boring", 1},
	    {"I AM BORING", 1},
	    {"well i am soooo boring", 1},
	    {"well i am not boring", -1},
	    {"well i'm not boring", -1},
	    {"i never felt i am boring", -1},
	    {"not only i am boring", 1},
	    {"i did not win. i am boring", 1},
	    {"maybe i am boring", 0.5},
	    {"really i am boring", 1.5},
	    {"perchance i am boring?", 0.5},
	    {"if i am boring, we go", 0.5},
	    {"i am boring but well", 0.5},
	    {"well i am boring not only so but well", 1},
	    {"well i am boring not only so but well but", 0.5},
	    {"she said well not only so but i am boring", -1},
	    {"she said i am boring", -1},
	    {"she said i am boring. i am boring", 1},
	    {"she called and i am boring", 1},
	    {"she called \"i am boring\" out", -1},
	    {"\"i am boring. so it is,\" she said", -1},
	    {"\"i am boring.\" she said so", -1},
	    {"she said: \"so it is. i am boring\"", -1},
	    {"\"so it is.\" she said i am boring", -1},
	    {"\"i am boring.\" so it is. she said so", 1},
	    {"well she is boring", -1},
	    {"well i am, boring", -1},
	};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(cases); i++) {
		double severity = logistic(-1 + 3 * cases[i].left);

		assert_near(labelling(cases[i].text),
		    cases[i].left < 0 || severity < 0.5 ? 0 : severity, 1e-12);
	}
}

static void
turns_a_scale_round_where_it_is_denied(void **state)
{
	struct attribution a = read_text("it was not my fault", false);

	(void)state;
	assert_near(
	    a.scale[DIM_INTERNALITY], 1 + 6 * logistic(-2 * 0.8), 1e-12);
	assert_int_equal(a.ncues, 1);
	assert_near(a.cues[0].value, 1, 0);
	assert_int_equal(a.nconcepts, 0);
}

static void
a_longer_denial_denies_its_own_words(void **state)
{
	(void)state;
	assert_int_equal(read_text("there is something lost", false).valence,
	    VALENCE_NEGATIVE);
	assert_int_equal(
	    read_text("there is nothing lost", false).valence, VALENCE_UNKNOWN);
	/* One that reaches nothing denies nothing. */
	assert_near(labelling("not only i am boring"), logistic(-1 + 3), 1e-12);
}

static void
lets_the_longest_cue_win(void **state)
{
	struct attribution a = read_text("well i am very boring", false);

	(void)state;
	assert_int_equal(a.ncues, 1);
	assert_near(
	    labelling("well i am very boring"), logistic(-1 + 4), 1e-12);
}

static void
points_at_the_bytes_of_a_cue(void **state)
{
	static const char text[] =
	    "\xE2\x80\x98Tis \xC3\xA9t\xC3\xA9: MY fault!";
	struct attribution a = read_text(text, false);

	(void)state;
	assert_int_equal(a.ncues, 1);
	assert_memory_equal(text + a.cues[0].start, "MY fault", 8);
	assert_int_equal(a.cues[0].end - a.cues[0].start, 8);
}

static void
flags_a_crisis_unless_it_is_denied(void **state)
{
	(void)state;
	assert_int_equal(
	    read_text("maybe i will kill myself", false).flags, ATTRIB_CRISIS);
	assert_int_equal(
	    read_text("i would never kill myself", false).flags, 0);
	assert_int_equal(read_text("kill myself", false).flags,
	    ATTRIB_CRISIS | ATTRIB_TOO_SHORT);
}

/* Of the rules of this lexicon none speaks here: words alone do. */
static void
hears_a_crisis_in_words_sentence_by_sentence_in_long_texts(void **state)
{
	static const char calm[] =
	    "We had cake and everybody laughed about the old photos. "
	    "The weather was fine, and later we walked down to the river. ";
	static const char cue[] = "I do not want to be here any more. ";
	struct str text = STR_INIT;
	struct attribution a;
	int i;

	(void)state;
	a = read_text(cue, false);
	assert_int_equal(a.flags, ATTRIB_CRISIS);
	assert_true(a.nalarms > 0);
	assert_true(a.alarms[0].end <= strlen(cue));
	for (i = 0; i < 10; i++)
		str_adds(&text, calm);
	a = read_text(text.text, false);
	assert_int_equal(a.flags, 0);
	assert_int_equal(a.nalarms, 0);
	str_adds(&text, cue);
	a = read_text(text.text, false);
	assert_int_equal(a.flags, ATTRIB_CRISIS);
	for (i = 0; i < (int)a.nalarms; i++)
		assert_true(a.alarms[i].start >= text.len - strlen(cue));
	str_release(&text);
}

static void
abstains_from_what_is_too_short(void **state)
{
	struct attribution a = read_text("my fault", true);

	(void)state;
	assert_int_equal(a.flags, ATTRIB_TOO_SHORT);
	assert_true(isnan(a.scale[DIM_INTERNALITY]));
	assert_int_equal(a.nconcepts, 0);
	/* As many words as "I am boring". */
	assert_int_equal(read_text("I'm boring", false).flags, 0);
	assert_near(labelling("I'm boring"), logistic(-1 + 3), 1e-12);
}

static void
tells_good_from_bad(void **state)
{
	(void)state;
	assert_int_equal(
	    read_text("today we lost", false).valence, VALENCE_NEGATIVE);
	assert_int_equal(
	    read_text("today we won", false).valence, VALENCE_POSITIVE);
	/* 0.2 log-odds are too little to tell */
	assert_int_equal(
	    read_text("today was nice", false).valence, VALENCE_NEUTRAL);
	assert_int_equal(
	    read_text("today was dull", false).valence, VALENCE_NEUTRAL);
	assert_int_equal(
	    read_text("we won and lost", false).valence, VALENCE_NEUTRAL);
	assert_int_equal(
	    read_text("we never lost", false).valence, VALENCE_UNKNOWN);
	assert_int_equal(
	    read_text("we never won", false).valence, VALENCE_NEGATIVE);
}

static void
forgets_one_statement_before_the_next(void **state)
{
	struct attribution a = read_text("well i am boring", true);

	(void)state;
	a = read_text("nothing of the kind", true);
	assert_int_equal(a.ncues, 0);
	assert_int_equal(a.nconcepts, 0);
	assert_true(isnan(a.scale[DIM_INTERNALITY]));
}

static void
a_condition_ends_where_its_consequence_begins(void **state)
{
	double supposed, follows;

	(void)state;
	/* 2 * 0.5, and 2. */
	supposed =
	    read_text("if luck then they will go", true).scale[DIM_INTERNALITY];
	follows =
	    read_text("if so they will need luck", true).scale[DIM_INTERNALITY];
	assert_near(supposed, 1 + 6 * logistic(-1), 1e-12);
	assert_near(follows, 1 + 6 * logistic(-2), 1e-12);
}

static void
a_question_that_takes_its_matter_for_granted_keeps_its_weight(void **state)
{
	double asked, granted;

	(void)state;
	/* 2 * 0.5, and 2. */
	asked = read_text("so is it luck?", true).scale[DIM_INTERNALITY];
	granted = read_text("why is it luck?", true).scale[DIM_INTERNALITY];
	assert_near(asked, 1 + 6 * logistic(-1), 1e-12);
	assert_near(granted, 1 + 6 * logistic(-2), 1e-12);
}

static void
a_cause_that_is_denied_is_none(void **state)
{
	(void)state;
	assert_near(read_text("it went so because of luck", false)
			.scale[DIM_INTERNALITY],
	    1 + 6 * logistic(-2), 1e-12);
	assert_true(isnan(read_text("it went so not because of luck", false)
			      .scale[DIM_INTERNALITY]));
	/* "not only because" denies nothing. */
	assert_near(read_text("it went so not only because of luck", false)
			.scale[DIM_INTERNALITY],
	    1 + 6 * logistic(-2), 1e-12);
}

/* Texts that leave something open, or have a part in what could reach into the
 * next: a quote, a question, a full stop that is waited for, half a letter. */
static const struct {
	const char *text;
	size_t len;
} open_texts[] = {
#define TEXT(s)                                                                \
	{                                                                      \
		s, sizeof(s) - 1                                               \
	}
    TEXT("she said \"i am so boring"),
    TEXT("i am boring\" because of luck."),
    TEXT(""),
    TEXT("maybe i am"),
    TEXT("really boring, not my fault. so they lost"),
    TEXT("is it luck because i"),
    TEXT("am boring? she called"),
    TEXT("\"i lost.\" she said \"maybe\" but"),
    TEXT("i am not only dull"),
    TEXT("i'm boring don't"),
    TEXT("soothing\0my fault not"),
    TEXT("won because \xE2\x80"),
    TEXT("\x99s luck, n't i never"),
    TEXT("...-boring \xFF"),
    TEXT("if i kill myself"),
    TEXT("kill"),
    TEXT("myself is not kill myself"),
    TEXT("why? nice. i am"),
    TEXT("very boring because they will"),
#undef TEXT
};

static void
assert_same(const struct attribution *a, const struct attribution *b)
{
	assert_int_equal(a->len, b->len);
	assert_int_equal(a->words, b->words);
	assert_int_equal(a->flags, b->flags);
	assert_int_equal(a->valence, b->valence);
	assert_memory_equal(a->scale, b->scale, sizeof(a->scale));
	assert_int_equal(a->nconcepts, b->nconcepts);
	for (size_t i = 0; i < a->nconcepts; i++)
		assert_near(
		    a->concepts[i].severity, b->concepts[i].severity, 0);
	assert_int_equal(a->ncues, b->ncues);
	for (size_t i = 0; i < a->ncues; i++) {
		assert_int_equal(a->cues[i].start, b->cues[i].start);
		assert_int_equal(a->cues[i].end, b->cues[i].end);
		assert_int_equal(a->cues[i].rule, b->cues[i].rule);
		assert_near(a->cues[i].weight, b->cues[i].weight, 0);
	}
	assert_int_equal(a->nalarms, b->nalarms);
	for (size_t i = 0; i < a->nalarms; i++)
		assert_int_equal(a->alarms[i].start, b->alarms[i].start);
}

static void
statements_given_together_are_read_as_alone(void **state)
{
	const char *file;
	struct attrib *other = attrib_new(lex, NULL, &file);
	struct attribution together, alone;
	size_t i, k, text, n = LENGTH(open_texts);

	(void)state;
	for (i = 0; i < n; i++) { /* each beside each */
		for (k = 0; k < n; k++) {
			attrib_give(
			    reader, open_texts[k].text, open_texts[k].len);
			attrib_give(reader, open_texts[(k + i) % n].text,
			    open_texts[(k + i) % n].len);
		}
		for (k = 0; k < 2 * n; k++) {
			text = k % 2 == 0 ? k / 2 : (k / 2 + i) % n;
			assert_true(
			    attrib_next(reader, ATTRIB_CUES, &together));
			attrib_read(other, open_texts[text].text,
			    open_texts[text].len, ATTRIB_CUES, &alone);
			assert_same(&together, &alone);
			assert_memory_equal(
			    together.text, open_texts[text].text, alone.len);
		}
		assert_false(attrib_next(reader, ATTRIB_CUES, &together));
	}
	attrib_free(other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adds_evidence_as_log_odds),
	    cmocka_unit_test(judges_the_cause_alone),
	    cmocka_unit_test(changes_the_verdict_with_its_context),
	    cmocka_unit_test(turns_a_scale_round_where_it_is_denied),
	    cmocka_unit_test(a_longer_denial_denies_its_own_words),
	    cmocka_unit_test(lets_the_longest_cue_win),
	    cmocka_unit_test(points_at_the_bytes_of_a_cue),
	    cmocka_unit_test(flags_a_crisis_unless_it_is_denied),
	    cmocka_unit_test(
		hears_a_crisis_in_words_sentence_by_sentence_in_long_texts),
	    cmocka_unit_test(abstains_from_what_is_too_short),
	    cmocka_unit_test(tells_good_from_bad),
	    cmocka_unit_test(a_condition_ends_where_its_consequence_begins),
	    cmocka_unit_test(
		a_question_that_takes_its_matter_for_granted_keeps_its_weight),
	    cmocka_unit_test(a_cause_that_is_denied_is_none),
	    cmocka_unit_test(forgets_one_statement_before_the_next),
	    cmocka_unit_test(statements_given_together_are_read_as_alone),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
