#include "quiz/dimension.h"

#include "quiz.h"

#define FOUR                                                                   \
	"id: four\nrange: 1..4\noptions.odd: 0=no; 2=some; 5=much\n"           \
	"range.wide: 0..20\n\n"                                                \
	"item,scale,key,options,product\np,3*s;few,1,,\nq,s;few,-1,,\n"        \
	"r,s,1,odd,\n"                                                         \
	"v,w,1,wide,\nw,w,1,,\nz,w,1,,\nm,m,1,,1\nn,m,1,,1\no,m,1,,\n"

struct made {
	struct instrument in;
	struct dimension d;
};

static void
make(struct made *m)
{
	struct diag err = {0};

	read_ok(&m->in, FOUR);
	if (dimension_init(&m->d, &m->in,
		&m->in.scales[instrument_scale(&m->in, "s")], &err) == -1)
		fail_msg("%s", err.text);
}

static void
end(struct made *m)
{
	dimension_release(&m->d);
	instrument_release(&m->in);
}

static void
steps_count_from_the_lowest_keyed_value(void **state)
{
	int answers[9] = {3, 1, 5};
	struct made m;
	int8_t x[3];

	(void)state;
	make(&m);
	dimension_steps(&m.d, answers, x);
	assert_int_equal(x[0], 2);
	assert_int_equal(x[1], 3); /* reversed: 1 is the highest */
	assert_int_equal(x[2], 5);
	answers[1] = ANSWER_MISSING;
	dimension_steps(&m.d, answers, x);
	assert_int_equal(x[1], GRM_MISSING);
	end(&m);
}

/* 0, 2 and 5 can be answered: two thresholds, before 2 and before 5. */
static void
thresholds_stand_before_what_can_be_answered(void **state)
{
	static const int8_t category[] = {0, 0, 1, 1, 1, 2};
	struct made m;

	(void)state;
	make(&m);
	assert_int_equal(m.d.items[2].steps, 6);
	assert_int_equal(m.d.items[2].categories, 3);
	for (int8_t k = 0; k < 6; k++)
		assert_int_equal(
		    dimension_category(&m.d.items[2], k), category[k]);
	assert_int_equal(
	    dimension_category(&m.d.items[2], GRM_MISSING), GRM_MISSING);
	end(&m);
}

static void
answers_go_from_the_lowest_step_up(void **state)
{
	static const char *const want[] = {"1;2;3;4", "4;3;2;1", "0;2;5"};
	struct str out = STR_INIT;
	struct made m;

	(void)state;
	make(&m);
	for (size_t i = 0; i < 3; i++) {
		str_clear(&out);
		dimension_answers(&m.d, i, &out);
		assert_string_equal(out.text, want[i]);
	}
	str_release(&out);
	end(&m);
}

static void
a_step_nobody_took_joins_the_one_below(void **state)
{
	static const bool used[] = {false, true, false, true};
	static const int8_t category[] = {0, 0, 0, 1};
	struct made m;

	(void)state;
	make(&m);
	dimension_use(&m.d.items[0], used);
	assert_int_equal(m.d.items[0].categories, 2);
	for (int8_t k = 0; k < 4; k++)
		assert_int_equal(
		    dimension_category(&m.d.items[0], k), category[k]);
	end(&m);
}

/* Far out all answer the highest, or the lowest; in between the level is the
 * mean of the expected steps, here by the definition. */
static void
the_level_is_the_expected_mean(void **state)
{
	static const struct grm_item items[] = {
	    {4, 1, {-1, 0, 1}}, {4, 2, {-0.5, 0.5, 1}}, {3, 1.5, {0, 2}}};
	static const int step[] = {0, 2, 5}, weight[] = {3, 1, 1};
	double p[GRM_CATEGORIES_MAX], sum = 0;
	struct made m;

	(void)state;
	make(&m);
	assert_near(dimension_level(&m.d, items, 40), 1, 1e-12);
	assert_near(dimension_level(&m.d, items, -40), 0, 1e-12);
	for (int i = 0; i < 3; i++) {
		grm_probabilities(&items[i], 0.3, p);
		for (int k = 0; k < items[i].categories; k++)
			sum += weight[i] * p[k] * (i < 2 ? k : step[k]);
	}
	assert_near(dimension_level(&m.d, items, 0.3), sum / 17, 1e-12);
	end(&m);
}

static void
what_is_no_dimension_is_refused(void **state)
{
	static const struct {
		const char *scale, *words;
	} cases[] = {
	    {"few", "2 items are too few"},
	    {"w", "item 'v' has 21 steps"},
	    {"m", "item 'm' is part of a product"},
	};
	struct instrument in;

	(void)state;
	read_ok(&in, FOUR);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct diag err = {0};
		struct dimension d;

		assert_int_equal(
		    dimension_init(&d, &in,
			&in.scales[instrument_scale(&in, cases[i].scale)],
			&err),
		    -1);
		dimension_release(&d);
		if (strstr(err.text, cases[i].words) == NULL)
			fail_msg(
			    "'%s' is not in '%s'", cases[i].words, err.text);
	}
	instrument_release(&in);
}

static void
areas_are_subscales_that_lie_within(void **state)
{
	size_t areas[3];
	struct made m;

	(void)state;
	make(&m);
	dimension_areas(&m.d, areas);
	assert_int_equal(areas[0], areas[1]);
	assert_int_not_equal(areas[0], areas[2]);
	end(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(steps_count_from_the_lowest_keyed_value),
	    cmocka_unit_test(thresholds_stand_before_what_can_be_answered),
	    cmocka_unit_test(answers_go_from_the_lowest_step_up),
	    cmocka_unit_test(a_step_nobody_took_joins_the_one_below),
	    cmocka_unit_test(the_level_is_the_expected_mean),
	    cmocka_unit_test(what_is_no_dimension_is_refused),
	    cmocka_unit_test(areas_are_subscales_that_lie_within),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
