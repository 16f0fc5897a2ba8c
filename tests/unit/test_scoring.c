#include "quiz/scoring.h"

#include "quiz.h"

enum { NO = ANSWER_MISSING };

static void
sums_what_is_keyed(void **state)
{
	struct instrument in;
	struct score s[1];

	(void)state;
	read_ok(&in, HEAD "\nitem,text,key\nq1,One?,1\nq2,Two?,-1\nq3,?,1\n");
	scoring_all(&in, (int[]){3, 3, 2}, s);
	assert_true(s[0].scored);
	assert_near(s[0].value, 3 + 1 + 2, 0);
	assert_int_equal(s[0].num, 6);
	assert_int_equal(s[0].den, 1);
	assert_int_equal(s[0].answered, 3);
	assert_int_equal(s[0].missing, 0);
	instrument_release(&in);
}

/* The rules of sums and means with missing answers: complete; the mean of the
 * answered; and that mean times k, if enough were answered. */
static void
follows_the_missing_rule(void **state)
{
	static const struct {
		const char *rule, *score;
		int answers[5];
		double expected;
	} cases[] = {
	    {"complete", "sum", {1, 2, 3, 2, 1}, 9},
	    {"complete", "sum", {1, 2, 3, 2, NO}, NAN},
	    {"available", "mean", {1, 2, NO, NO, NO}, 1.5},
	    {"available", "mean", {NO, NO, NO, NO, NO}, NAN},
	    {"available", "sum", {1, 2, NO, NO, NO}, 7.5},
	    {"50%", "sum", {1, 2, 3, NO, NO}, 10},
	    {"50%", "sum", {1, 2, NO, NO, NO}, NAN},
	    {"80%", "sum", {1, 2, 3, 2, NO}, 10},
	    {"80%", "mean", {1, 2, 3, NO, NO}, NAN},
	    {"max 1", "mean", {1, 1, 1, 2, NO}, 1.25},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct instrument in;
		struct score s[1];
		char text[400];

		snprintf(text, sizeof(text),
		    "id: small\noptions: 1=a; 2=b; 3=c\nscore: %s\n"
		    "missing: %s\n\nitem,text\nq1,?\nq2,?\nq3,?\nq4,?\nq5,?\n",
		    cases[i].score, cases[i].rule);
		read_ok(&in, text);
		scoring_all(&in, cases[i].answers, s);
		assert_near(s[0].value, cases[i].expected, 0);
		assert_int_equal(s[0].scored, !isnan(cases[i].expected));
		instrument_release(&in);
	}
}

/* Adult Rejection Sensitivity Questionnaire: the mean over situations of
 * concern x (7 - expectancy of acceptance) (Downey and Feldman 1996). */
static void
multiplies_the_factors_of_a_product(void **state)
{
	struct instrument in;
	struct score s[1];

	(void)state;
	read_ok(&in,
	    "id: rs\nrange: 1..6\nscore: mean\nmissing: max 1\n\n"
	    "item,key,product\na1,1,1\nb1,-1,1\na2,1,2\nb2,-1,2\n");
	scoring_all(&in, (int[]){4, 2, 6, 6}, s);
	assert_near(s[0].value, (4 * 5 + 6 * 1) / 2.0, 0);
	scoring_all(&in, (int[]){4, 2, 6, NO}, s);
	assert_near(s[0].value, 20, 0);
	assert_int_equal(s[0].answered, 3);
	assert_int_equal(s[0].units, 1);
	assert_near(in.scales[0].min, 1, 0);
	assert_near(in.scales[0].max, 36, 0);
	instrument_release(&in);
}

static void
weighs_and_prorates_by_weight(void **state)
{
	struct instrument in;
	struct score s[1];

	(void)state;
	read_ok(&in,
	    HEAD "missing: max 1\n\nitem,text,scale\n"
		 "q1,?,0.5*a\nq2,?,1.5*a\nq3,?,2*a\n");
	scoring_all(&in, (int[]){1, 2, 3}, s);
	assert_near(s[0].value, .5 + 3 + 6, 0);
	scoring_all(&in, (int[]){NO, 2, 3}, s);
	assert_near(s[0].value, (3 + 6) * 4 / 3.5, 1e-15);
	assert_int_equal(s[0].answered, 2);
	assert_int_equal(s[0].missing, 1);
	instrument_release(&in);
}

/* Self-Compassion Scale: the mean of subscale means, negative ones reversed
 * (Neff 2003). */
static void
makes_a_total_of_scales(void **state)
{
	static const int answers[] = {5, 4, 3, 1, 1, 3};
	struct instrument in;
	struct score s[3];

	(void)state;
	read_ok(&in,
	    "id: sc\nrange: 1..5\nscore: mean\n\n"
	    "scale,of\nkind,\njudge,\nall,kind;-judge\n\n"
	    "item,scale\na,kind\nb,kind\nc,kind\n"
	    "d,judge\ne,judge\nf,judge\n");
	scoring_all(&in, answers, s);
	assert_near(s[0].value, 4, 0);
	assert_near(s[1].value, 5. / 3, 0);
	assert_near(s[2].value, (4 + (6 - 5. / 3)) / 2, 1e-15);
	assert_int_equal(s[2].num * 6, 25 * s[2].den);
	assert_int_equal(s[2].answered, 6);
	instrument_release(&in);
}

/* Berkman-Syme index of NHANES III: three contacts or more a week are one
 * point (Pantell et al. 2013). */
static void
recodes_a_scale_before_it_is_part_of_another(void **state)
{
	struct instrument in;
	struct score out[3];

	(void)state;
	read_ok(&in,
	    "id: sni\nrange: 0..50\noptions.yn: 0=no; 1=yes\n\n"
	    "scale,of,recode\ncontact,,0..2=0; 3..=1\n"
	    "partner,,\nindex,contact;partner,\n\n"
	    "item,scale,options\nphone,contact,\nvisit,contact,\n"
	    "wed,partner,yn\n");
	scoring_all(&in, (int[]){1, 1, 1}, out);
	assert_near(out[0].value, 0, 0);
	assert_near(out[2].value, 1, 0);
	scoring_all(&in, (int[]){1, 2, 1}, out);
	assert_near(out[0].value, 1, 0);
	assert_near(out[2].value, 2, 0);
	assert_near(in.scales[2].max, 2, 0);
	scoring_all(&in, (int[]){NO, 50, 1}, out);
	assert_false(out[0].scored);
	assert_false(out[2].scored);
	instrument_release(&in);
}

/* Interpersonal circumplex: love = 2/n sum x cos(angle), dominance the same
 * with the sine (Markey and Markey 2009: 0.25 for eight octants); a constant
 * added to all octants changes neither. */
static void
places_octants_on_a_circle(void **state)
{
	struct instrument in;
	struct score s[4 + 2];

	(void)state;
	read_ok(&in,
	    "id: ipc\nrange: 1..5\nscore: mean\n\nscale,of,score\n"
	    "e,,\nn,,\nw,,\ns,,\n"
	    "love,e@0;n@90;w@180;s@270,cosine\n"
	    "dominance,e@0;n@90;w@180;s@270,sine\n\n"
	    "item,scale\nq1,e\nq2,n\nq3,w\nq4,s\n");
	scoring_all(&in, (int[]){5, 3, 1, 3}, s);
	assert_near(s[4].value, (5 - 1) / 2., 0);
	assert_near(s[5].value, 0, 0);
	scoring_all(&in, (int[]){2, 4, 2, 1}, s);
	assert_near(s[4].value, 0, 0);
	assert_near(s[5].value, (4 - 1) / 2., 0);
	assert_near(in.scales[4].min, -2, 0);
	assert_near(in.scales[4].max, 2, 0);
	instrument_release(&in);
}

/* The eight octants of the IPIP-IPC as they are shipped: who is only warm is at
 * love 1/4 (5 - 1) = 1, who is only assured at dominance 1; between the two
 * lies gregarious, at 45 degrees. */
static void
places_the_shipped_octants(void **state)
{
	static const struct {
		const char *octant;
		double dominance, love;
	} cases[] = {
	    {"warm-agreeable", 0, 1},
	    {"assured-dominant", 1, 0},
	    {"cold-hearted", 0, -1},
	    {"unassured-submissive", -1, 0},
	    {"gregarious-extraverted", M_SQRT1_2, M_SQRT1_2},
	    {"aloof-introverted", -M_SQRT1_2, -M_SQRT1_2},
	    {"arrogant-calculating", M_SQRT1_2, -M_SQRT1_2},
	    {"unassuming-ingenuous", -M_SQRT1_2, M_SQRT1_2},
	};
	struct instrument in;
	struct score s[10];
	int x[32];

	(void)state;
	if (!read_shipped(&in, "ipip-ipc"))
		skip();
	assert_int_equal(in.nitems, 32);
	for (size_t i = 0; i < LENGTH(cases); i++) {
		int octant = instrument_scale(&in, cases[i].octant);

		for (size_t k = 0; k < 32; k++)
			x[k] = 1;
		for (size_t k = 0; k < 4; k++)
			x[in.scales[octant].terms[k].item] = 5;
		scoring_all(&in, x, s);
		assert_near(s[8].value, cases[i].dominance, 1e-15);
		assert_near(s[9].value, cases[i].love, 1e-15);
	}
	instrument_release(&in);
}

static void
runs_severity_from_0_to_1_in_the_direction_of_concern(void **state)
{
	struct instrument in;
	struct score s[3];

	(void)state;
	read_ok(&in,
	    HEAD "\nscale,direction\nup,up\ndown,down\nnone,none\n\n"
		 "item,text,scale\nq1,?,up;down;none\n"
		 "q2,?,up;down;none\n");
	scoring_all(&in, (int[]){3, 2}, s);
	assert_near(scoring_severity(&in.scales[0], &s[0]).value, .75, 0);
	assert_near(scoring_severity(&in.scales[1], &s[1]).value, .25, 0);
	assert_near(scoring_severity(&in.scales[2], &s[2]).value, NAN, 0);
	scoring_all(&in, (int[]){3, NO}, s);
	assert_near(scoring_severity(&in.scales[0], &s[0]).value, NAN, 0);
	instrument_release(&in);
}

/* Of a score that is no fraction, such as one on a circle. */
static void
runs_severity_of_any_number_in_the_direction_of_concern(void **state)
{
	struct scale scale = {.min = -1, .max = 1};
	struct score score = {.scored = true, .value = .5};

	(void)state;
	scale.direction = DIRECTION_UP;
	assert_near(scoring_severity(&scale, &score).value, .75, 0);
	scale.direction = DIRECTION_DOWN;
	assert_near(scoring_severity(&scale, &score).value, .25, 0);
}

/* The alert of the built-in K6 is 13 of 24 (Kessler et al. 2003): what is
 * missing cannot take it back once the others come to it. */
static void
asks_for_help_where_what_is_missing_cannot_take_it_back(void **state)
{
	struct instrument in;
	struct score s[1];

	(void)state;
	read_ok(&in,
	    HEAD "alert: >= 5\n\nitem,text,key\nq1,?,1\nq2,?,-1\n"
		 "q3,?,1\n");
	scoring_all(&in, (int[]){3, NO, 2}, s);
	assert_false(s[0].scored);
	assert_true(scoring_alert(&in, 0, (int[]){3, NO, 2}, s));
	scoring_all(&in, (int[]){2, NO, 1}, s);
	assert_false(scoring_alert(&in, 0, (int[]){2, NO, 1}, s));
	scoring_all(&in, (int[]){NO, 1, 2}, s);
	assert_true(scoring_alert(&in, 0, (int[]){NO, 1, 2}, s));
	instrument_release(&in);
	/* 4 may come of it, and need not. */
	read_ok(&in, HEAD "alert: = 4\n\nitem,text,key\nq1,?,1\nq2,?,1\n");
	scoring_all(&in, (int[]){1, NO}, s);
	assert_false(scoring_alert(&in, 0, (int[]){1, NO}, s));
	instrument_release(&in);
}

static void
asks_for_help_on_an_alert_and_on_a_crisis_answer(void **state)
{
	struct instrument in;
	struct score s[1];

	(void)state;
	read_ok(&in,
	    HEAD "alert: >= 5\n\nitem,text,crisis\nq1,?,\n"
		 "q2,Better off dead?,>= 2\n");
	scoring_all(&in, (int[]){3, 1}, s);
	assert_false(scoring_alert(&in, 0, (int[]){3, 1}, s));
	assert_false(scoring_crisis(&in, (int[]){3, 1}));
	assert_true(scoring_crisis(&in, (int[]){1, 2}));
	assert_false(scoring_crisis(&in, (int[]){1, NO}));
	scoring_all(&in, (int[]){3, 2}, s);
	assert_true(scoring_alert(&in, 0, (int[]){3, 2}, s));
	instrument_release(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sums_what_is_keyed),
	    cmocka_unit_test(follows_the_missing_rule),
	    cmocka_unit_test(multiplies_the_factors_of_a_product),
	    cmocka_unit_test(weighs_and_prorates_by_weight),
	    cmocka_unit_test(makes_a_total_of_scales),
	    cmocka_unit_test(recodes_a_scale_before_it_is_part_of_another),
	    cmocka_unit_test(places_octants_on_a_circle),
	    cmocka_unit_test(places_the_shipped_octants),
	    cmocka_unit_test(
		runs_severity_from_0_to_1_in_the_direction_of_concern),
	    cmocka_unit_test(
		runs_severity_of_any_number_in_the_direction_of_concern),
	    cmocka_unit_test(
		asks_for_help_where_what_is_missing_cannot_take_it_back),
	    cmocka_unit_test(asks_for_help_on_an_alert_and_on_a_crisis_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
