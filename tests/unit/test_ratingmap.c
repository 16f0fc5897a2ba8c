#include "attrib/ratingmap.h"

#include "test.h"

/* Reads event i of the first record of the answers, by the layout. */
static int
take(const char *layout, const char *answers, size_t i,
    struct rating_event *event, struct diag *err)
{
	struct ratingmap *m = ratingmap_read(layout, strlen(layout), err);
	struct table *t =
	    table_new(csvin_new_mem(answers, strlen(answers), 1), err);
	int rc;

	assert_non_null(m);
	assert_non_null(t);
	assert_int_equal(table_next(t), CSVIN_RECORD);
	rc = ratingmap_bind(m, t, err);
	if (rc == 0)
		rc = ratingmap_take(m, t, i, event, err);
	table_free(t);
	ratingmap_free(m);
	return rc;
}

static void
turns_round_and_brings_to_seven_points(void **state)
{
	static const char layout[] =
	    "range: 0..4\ninstrument: quiz\n\n"
	    "event,valence,internality,stability,globality,control\n"
	    "1,=v,a -b,c,,?d\n2,negative,c,,,\n";
	static const char answers[] = "v,a,b,quiz.c\npositive,4,1,2\n";
	struct rating_event e;
	struct diag err;

	(void)state;
	assert_int_equal(take(layout, answers, 0, &e, &err), 0);
	assert_int_equal(e.valence, VALENCE_POSITIVE);
	/* (4 + (0 + 4 - 1)) / 2 = 3.5 of 4 */
	assert_near(e.scale[DIM_INTERNALITY], 1 + 6 * 3.5 / 4, 1e-15);
	assert_near(e.scale[DIM_STABILITY], 4, 1e-15);
	assert_true(isnan(e.scale[DIM_GLOBALITY]));
	assert_true(isnan(e.scale[DIM_CONTROL]));
	assert_int_equal(take(layout, answers, 1, &e, &err), 0);
	assert_int_equal(e.valence, VALENCE_NEGATIVE);
	assert_near(e.scale[DIM_INTERNALITY], 4, 1e-15);
}

static void
asks_for_half_of_the_answers(void **state)
{
	static const char layout[] = "range: 1..7\n\nevent,valence,control\n"
				     "1,negative,a b c\n";
	struct rating_event e;
	struct diag err;

	(void)state;
	take(layout, "a,b,c\n3,,5\n", 0, &e, &err);
	assert_near(e.scale[DIM_CONTROL], 4, 1e-15);
	take(layout, "a,b,c\n3,,\n", 0, &e, &err);
	assert_true(isnan(e.scale[DIM_CONTROL]));
}

static void
needs_the_respondent_it_names(void **state)
{
	static const char named[] = "range: 1..7\nrespondent: pid\n\n"
				    "event,valence,control\n1,negative,a\n";
	static const char unnamed[] = "range: 1..7\n\n"
				      "event,valence,control\n1,negative,a\n";
	struct rating_event e;
	struct diag err;

	(void)state;
	assert_int_equal(take(named, "PID,a\nann,3\n", 0, &e, &err), -1);
	assert_string_equal(err.text, "no column 'pid' (columns are: PID, a)");
	assert_int_equal(take(named, "pid,a\nann,3\n", 0, &e, &err), 0);
	assert_int_equal(take(unnamed, "PID,a\nann,3\n", 0, &e, &err), 0);
}

static void
takes_a_valence_by_the_whole_name(void **state)
{
	static const char layout[] = "range: 1..7\n\nevent,valence,control\n"
				     "1,=-v,a\n2,=?v,a\n";
	struct rating_event e;
	struct diag err;

	(void)state;
	assert_int_equal(
	    take(layout, "-v,?v,a\npositive,negative,3\n", 0, &e, &err), 0);
	assert_int_equal(e.valence, VALENCE_POSITIVE);
	assert_int_equal(take(layout, "v,a\npositive,3\n", 0, &e, &err), -1);
	assert_string_equal(err.text, "no column '-v' (columns are: v, a)");
}

static void
refuses_answers_that_are_none(void **state)
{
	static const char layout[] = "range: 1..7\n\nevent,valence,control\n"
				     "1,=v,a\n";
	static const struct {
		const char *answers, *why;
	} rows[] = {
	    {"v,a\nnegative,8\n", "field 'a': too large: '8'"},
	    {"v,a\nnegative,x\n", "field 'a': not a number: 'x'"},
	    {"v,a\nbad,3\n",
		"field 'v': not negative, neutral or positive: 'bad'"},
	    {"v,b\nnegative,3\n", "no column 'a' (columns are: v, b)"},
	};
	struct rating_event e;
	struct diag err;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(
		    take(layout, rows[i].answers, 0, &e, &err), -1);
		assert_string_equal(err.text, rows[i].why);
	}
}

static void
refuses_layouts_that_are_none(void **state)
{
	static const struct {
		const char *layout;
		unsigned long line;
	} rows[] = {
	    {"", 0},
	    {"range: 7..1\n\nevent,valence,control\n1,negative,a\n", 1},
	    {"title: x\n\nevent,valence,control\n1,negative,a\n", 0},
	    {"rank: 1..7\n\nevent,valence,control\n1,negative,a\n", 1},
	    {"range: 1..7\nrange: 0..4\n\nevent,valence,control\n", 2},
	    {"range: 1..7\n\nevent,valence,control\n", 0},
	    {"range: 1..7\n\nevent,valence,control\n1,negative,\n", 4},
	    {"range: 1..7\n\nevent,valence,control\n1,bad,a\n", 4},
	    {"range: 1..7\n\nevent,valence,control\n1,,a\n", 4},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct diag err = {0, ""};

		assert_null(ratingmap_read(
		    rows[i].layout, strlen(rows[i].layout), &err));
		assert_true(err.text[0] != '\0');
		assert_int_equal(err.line, rows[i].line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(turns_round_and_brings_to_seven_points),
	    cmocka_unit_test(asks_for_half_of_the_answers),
	    cmocka_unit_test(needs_the_respondent_it_names),
	    cmocka_unit_test(takes_a_valence_by_the_whole_name),
	    cmocka_unit_test(refuses_answers_that_are_none),
	    cmocka_unit_test(refuses_layouts_that_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
