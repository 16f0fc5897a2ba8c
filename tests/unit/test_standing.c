#include "quiz/standing.h"

#include "quiz.h"

static struct standing
stand(const char *text, double value, enum norm_sex sex, int age)
{
	struct score score = {.scored = true, .value = value};
	struct person person = {sex, age};
	struct instrument in;
	struct standing st;

	read_ok(&in, text);
	st = standing_of(&in.scales[0], &score, &person, NAN);
	instrument_release(&in);
	st.norm = NULL; /* gone with the instrument */
	st.band = NULL;
	return st;
}

#define ROWS "id: small\nrange: 1..5\nreliability: .84\n\nitem,text\nq1,?\n\n"

/* Norms of Johnson's program for the IPIP-NEO-120, facet anxiety: women of 21
 * to 40, mean 13.08, sd 3.68. */
static void
takes_the_norm_of_sex_and_age(void **state)
{
	static const char text[] =
	    ROWS "norm,sex,age_min,age_max,mean,sd\n"
		 "total,male,21,40,11.44,3.76\ntotal,female,21,40,13.08,3.68\n"
		 "total,male,41,60,10.79,3.56\ntotal,female,41,60,12.05,3.72\n";

	(void)state;
	assert_near(stand(text, 4, SEX_FEMALE, 30).t, 25.326, 5e-4);
	assert_near(stand(text, 20, SEX_FEMALE, 30).t, 68.804, 5e-4);
	assert_near(stand(text, 13.08, SEX_FEMALE, 40).t, 50, 0);
	assert_near(stand(text, 12.05, SEX_FEMALE, 41).t, 50, 0);
	assert_near(stand(text, 12, SEX_FEMALE, 20).t, NAN, 0);
	assert_near(stand(text, 12, SEX_FEMALE, -1).t, NAN, 0);
	assert_near(stand(text, 12, SEX_ANY, 30).t,
	    ((50 + 10 * (12 - 11.44) / 3.76) +
		(50 + 10 * (12 - 13.08) / 3.68)) /
		2,
	    1e-12);
}

static void
prefers_narrow_ages_then_sex_then_the_whole_sample(void **state)
{
	static const char text[] =
	    ROWS "norm,sex,age_min,age_max,mean,sd\n"
		 "total,any,16,91,1,1\ntotal,any,16,25,2,1\n"
		 "total,any,26,35,3,1\ntotal,male,16,91,4,1\n"
		 "total,female,26,35,5,1\n";

	(void)state;
	assert_near(stand(text, 2, SEX_ANY, 20).t, 50, 0);
	assert_near(stand(text, 2, SEX_MALE, 20).t, 50, 0);
	assert_near(stand(text, 3, SEX_MALE, 30).t, 50, 0);
	assert_near(stand(text, 5, SEX_FEMALE, 30).t, 50, 0);
	assert_near(stand(text, 4, SEX_MALE, 80).t, 50, 0);
	assert_near(stand(text, 1, SEX_FEMALE, 80).t, 50, 0);
	assert_near(stand(text, 1, SEX_ANY, -1).t, 50, 0);
	assert_near(stand(text, 4, SEX_MALE, -1).t, 50, 0);
	assert_near(stand(text, 4, SEX_MALE, 12).t, NAN, 0);
}

/* Interpersonal regulation questionnaire, n = 115 (R 4.2.2): s
 * 19.6568502566848, alpha 0.951006015218479, SEM 4.35096220482387. */
static void
gives_the_error_of_measurement(void **state)
{
	struct instrument in;
	struct score score = {.scored = true, .value = 87};
	struct person nobody = {SEX_ANY, -1};
	struct standing st;

	(void)state;
	read_ok(&in,
	    "id: irq\nrange: 1..200\nsd: 19.6568502566848\n\n"
	    "item,text\nq1,?\n");
	st = standing_of(&in.scales[0], &score, &nobody, 0.951006015218479);
	assert_near_rel(st.sem, 4.35096220482387, 1e-13);
	assert_near_rel(st.low, 87 - 1.96 * 4.35096220482387, 1e-13);
	assert_near_rel(st.high, 87 + 1.96 * 4.35096220482387, 1e-13);
	st = standing_of(&in.scales[0], &score, &nobody, NAN);
	assert_near(st.sem, NAN, 0);
	score.scored = false;
	st = standing_of(&in.scales[0], &score, &nobody, .9);
	assert_near(st.sem, NAN, 0);
	instrument_release(&in);
}

/* Weighted distribution of the three-item loneliness score in the EU Loneliness
 * Survey: 37.1 % stand at 3, 17.7 % at 4. */
static void
counts_percentiles_and_never_computes_them(void **state)
{
	struct instrument in;
	struct score score = {.scored = true};
	struct person nobody = {SEX_ANY, -1};
	const struct scale *ucla;

	(void)state;
	if (!read_shipped(&in, "gss-loneliness"))
		skip();
	ucla = &in.scales[instrument_scale(&in, "ucla3")];
	score.value = 3;
	assert_near(standing_of(ucla, &score, &nobody, NAN).percentile,
	    100 * (37.1 / 2) / 99.9, 1e-9);
	score.value = 4;
	assert_near(standing_of(ucla, &score, &nobody, NAN).percentile,
	    100 * (37.1 + 17.7 / 2) / 99.9, 1e-9);
	score.value = 9;
	assert_near(standing_of(ucla, &score, &nobody, NAN).percentile,
	    100 * (99.9 - 4.3 / 2) / 99.9, 1e-9);
	instrument_release(&in);
	assert_near(
	    stand(ROWS "norm,mean,sd\ntotal,3,1\n", 3, SEX_ANY, -1).percentile,
	    NAN, 0);
}

static void
has_no_percentile_for_an_age_that_was_not_in_the_sample(void **state)
{
	static const char text[] =
	    ROWS "norm,sex,age_min,age_max,mean,sd\ntotal,male,16,91,3,1\n"
		 "total,female,16,91,3,1\n\ncount,score,n\ntotal,2,5\n"
		 "total,3,5\n";
	static const char ageless[] =
	    ROWS "count,score,n\ntotal,2,5\ntotal,3,5\n";

	(void)state;
	assert_near(stand(text, 3, SEX_ANY, 16).percentile, 75, 0);
	assert_near(stand(text, 3, SEX_MALE, 91).percentile, 75, 0);
	assert_near(stand(text, 3, SEX_ANY, -1).percentile, 75, 0);
	assert_near(stand(text, 3, SEX_FEMALE, 15).percentile, NAN, 0);
	assert_near(stand(text, 3, SEX_ANY, 92).percentile, NAN, 0);
	assert_near(stand(ageless, 3, SEX_ANY, 12).percentile, 75, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_the_norm_of_sex_and_age),
	    cmocka_unit_test(
		prefers_narrow_ages_then_sex_then_the_whole_sample),
	    cmocka_unit_test(gives_the_error_of_measurement),
	    cmocka_unit_test(counts_percentiles_and_never_computes_them),
	    cmocka_unit_test(
		has_no_percentile_for_an_age_that_was_not_in_the_sample),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
