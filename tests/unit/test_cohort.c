#include "quiz/cohort.h"

#include "people.h"
#include "quiz.h"

/* A sum of people.h's items, a recoded score, and a vector. */
static const char text[] =
    "id: x\nversion: 1\nrange: 1..5\nmissing: complete\n\n"
    "scale,score,of,recode\n"
    "s,sum,,\n"
    "high,sum,,2..6=0; 7..10=1\n"
    "mean,mean,,\n"
    "vector,cosine,s@0; mean@90,\n\n"
    "item,text,scale\n"
    "q1,-,s; high; mean\nq2,-,s; high; mean\n"
    "q3,-,s; mean\nq4,-,s\nq5,-,s\n";

static struct instrument in;
static struct cohort g;

static int
gather(void **state)
{
	(void)state;
	read_ok(&in, text);
	cohort_init(&g, &in, false);
	for (size_t i = 0; i < PEOPLE; i++)
		cohort_add(&g, people[i]);
	return 0;
}

static int
release(void **state)
{
	(void)state;
	cohort_release(&g);
	instrument_release(&in);
	return 0;
}

static size_t
scale(const char *id)
{
	int i = instrument_scale(&in, id);

	assert_int_not_equal(i, -1);
	return (size_t)i;
}

static void
counts_answers_before_they_are_keyed(void **state)
{
	/* How often q1 was answered 1..5, counted in people.h by eye. */
	static const double expected[] = {2, 3, 3, 2, 2};
	const int gaps[] = {1, ANSWER_MISSING, 1, 1, 1};

	(void)state;
	for (int x = 1; x <= 5; x++)
		assert_near(cohort_count(&g, 0, x), expected[x - 1], 0);
	assert_near(cohort_count(&g, 1, ANSWER_MISSING), 0, 0);
	cohort_add(&g, gaps);
	assert_near(cohort_count(&g, 0, 1), 3, 0);
	assert_near(cohort_count(&g, 1, ANSWER_MISSING), 1, 0);
	assert_near(cohort_count(&g, 0, 5), 2, 0);
}

/* mean and sd of the sums in R. */
static void
knows_the_spread_of_scores(void **state)
{
	struct moments_column s = moments_column(g.between, scale("s"), true);

	(void)state;
	assert_int_equal(g.scales[scale("s")].score_den, 1);
	assert_near(s.n, 12, 0);
	assert_near_rel(s.mean, 15.083333333333334, 1e-15);
	assert_near_rel(s.sd, 6.2298158929944361, 1e-15);
	assert_int_equal(g.scales[scale("mean")].score_den, 3);
	assert_near_rel(moments_column(g.between, scale("mean"), true).mean / 3,
	    (35 / 12. + 3 + 35 / 12.) / 3, 1e-15);
}

/* 7 or more in q1 + q2: persons 4, 5, 7, 8 and 10. */
static void
counts_a_recoded_score_whole(void **state)
{
	struct moments_column high =
	    moments_column(g.between, scale("high"), true);

	(void)state;
	assert_false(g.scales[scale("high")].linear);
	assert_int_equal(g.scales[scale("high")].score_den, 1);
	assert_near_rel(high.mean, 5 / 12., 1e-15);
}

/* 2/2 (s cos 0 + mean cos 90) = s, in millionths or a little coarser. */
static void
adds_up_a_vector_in_small_steps(void **state)
{
	struct moments_column v =
	    moments_column(g.between, scale("vector"), true);
	double den = (double)g.scales[scale("vector")].score_den;

	(void)state;
	assert_false(g.scales[scale("vector")].linear);
	assert_true(den >= 1000);
	assert_near(v.mean / den, 15.083333333333334, 1 / den);
}

static void
counts_only_complete_scores(void **state)
{
	const int gaps[] = {5, 5, ANSWER_MISSING, 5, 5};

	(void)state;
	cohort_add(&g, gaps);
	assert_near(moments_column(g.between, scale("s"), true).n, 12, 0);
	assert_near(moments_column(g.between, scale("high"), true).n, 13, 0);
	assert_near(moments_any(g.scales[scale("s")].moments), 13, 0);
	assert_near(moments_complete(g.scales[scale("s")].moments), 12, 0);
}

static void
is_of_another_definition_when_a_key_changes(void **state)
{
	static const char *const changes[][2] = {
	    {"range: 1..5", "range: 1..6"},
	    {"q5,-,s\n", "q5,-,-s\n"},
	    {"q5,-,s\n", "q5,-,2*s\n"},
	    {"q5,-,s\n", "q5,-,s; mean\n"},
	    {"q5,-,s\n", "q6,-,s\n"},
	};
	struct instrument other;
	struct cohort h;
	uint64_t own = cohort_definition(&g);

	(void)state;
	for (size_t i = 0; i < LENGTH(changes); i++) {
		const char *at = strstr(text, changes[i][0]);
		struct str changed = STR_INIT;

		assert_non_null(at);
		str_add(&changed, text, (size_t)(at - text));
		str_adds(&changed, changes[i][1]);
		str_adds(&changed, at + strlen(changes[i][0]));
		read_ok(&other, changed.text);
		cohort_init(&h, &other, false);
		assert_true(cohort_definition(&h) != own);
		cohort_release(&h);
		instrument_release(&other);
		str_release(&changed);
	}
	read_ok(&other, text);
	cohort_init(&h, &other, true);
	assert_true(cohort_definition(&h) == own);
	cohort_release(&h);
	instrument_release(&other);
}

#define each(test) cmocka_unit_test_setup_teardown(test, gather, release)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    each(counts_answers_before_they_are_keyed),
	    each(knows_the_spread_of_scores),
	    each(counts_a_recoded_score_whole),
	    each(adds_up_a_vector_in_small_steps),
	    each(counts_only_complete_scores),
	    each(is_of_another_definition_when_a_key_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
