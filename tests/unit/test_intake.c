/* What streams say of a person, and the families chosen for it. */
#include "test.h"

#include "plan/choose.h"
#include "plan/intake.h"

static void
add(struct intake *in, const char *time, const char *instrument,
    const char *concept, const char *severity)
{
	struct intake_row row = {
	    "file", "p", time, instrument, "", concept, severity, ""};
	struct diag err;

	assert_int_equal(intake_add(in, &row, 2, &err), 0);
}

static void
takes_the_most_recent_sitting(void **state)
{
	struct intake in = {0};
	const struct intake_person *p;

	(void)state;
	add(&in, "2026-03-01T10:00:00Z", "quiz", "a", "0.9");
	add(&in, "2026-03-01T10:00:00Z", "quiz", "b", "0.8");
	add(&in, "2026-05-01", "quiz", "a", "0.2");
	add(&in, "2026-04-01", "quiz", "a", "1");
	add(&in, "2026-01-01", "other", "c", "0.5");
	p = in.people[0];
	assert_int_equal(in.count, 1);
	assert_near(intake_severity(p, "a"), 0.2, 0);
	assert_near(intake_severity(p, "b"), 0, 0);
	assert_near(intake_severity(p, "c"), 0.5, 0);
	intake_release(&in);
}

static void
averages_statements_and_takes_the_highest_source(void **state)
{
	struct intake in = {0};
	const struct intake_person *p;

	(void)state;
	add(&in, "2026-03-01", "", "a;b", "0.25");
	add(&in, "2026-03-02", "", "a", "0.75");
	add(&in, "", "quiz", "b", "0.5");
	add(&in, "", "", "b", "");
	/* two of a half are no more than one of nine tenths */
	add(&in, "", "quiz", "c", "0.9");
	add(&in, "", "", "c", "0.5");
	add(&in, "", "", "c", "0.5");
	p = in.people[0];
	assert_near(intake_severity(p, "a"), 0.5, 0);
	assert_near(intake_severity(p, "b"), 0.5, 0);
	assert_near(intake_severity(p, "c"), 0.9, 0);
	intake_release(&in);
}

static void
asks_for_rest_on_crisis_and_distress(void **state)
{
	static const struct {
		const char *instrument, *score, *flag;
		bool gentle;
	} cases[] = {
	    {"k6", "13", "", true},
	    {"k6", "12", "", false},
	    {"k6", "", "", false},
	    {"k10", "13", "", false},
	    {"", "", "crisis", true},
	    {"quiz", "", "too-short;distress", true},
	    {"quiz", "", "too-short", false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct intake in = {0};
		struct intake_row row = {"f", "p", "2026-01-02",
		    cases[i].instrument, cases[i].score, "", "", cases[i].flag};
		struct diag err;

		assert_int_equal(intake_add(&in, &row, 2, &err), 0);
		assert_int_equal(intake_gentle(in.people[0]), cases[i].gentle);
		/* a newer, calmer sitting ends it; a statement does not */
		row.time = "2026-01-03";
		row.score = "3";
		row.flag = "";
		assert_int_equal(intake_add(&in, &row, 3, &err), 0);
		assert_int_equal(intake_gentle(in.people[0]),
		    cases[i].gentle && *cases[i].instrument == '\0');
		intake_release(&in);
	}
}

static void
refuses_what_is_no_severity_or_time(void **state)
{
	struct intake in = {0};
	struct intake_row row = {"f", "", "", "", "", "a", "1.1", ""};
	struct diag err;

	(void)state;
	assert_int_equal(intake_add(&in, &row, 7, &err), -1);
	assert_int_equal(err.line, 7);
	assert_string_equal(err.text, "severity: too large: '1.1'");
	row.severity = "1";
	row.time = "yesterday";
	assert_int_equal(intake_add(&in, &row, 8, &err), -1);
	assert_int_equal(in.count, 0);
	intake_release(&in);
}

static struct ladder_concept first[] = {
    {(char[]){"a"}, 1}, {(char[]){"b"}, 0.5}};
static struct ladder_concept second[] = {
    {(char[]){"b"}, 1}, {(char[]){"c"}, 0.8}};
static struct ladder_concept third[] = {{(char[]){"a"}, 1}};
static const struct ladder families[] = {
    {.id = (char[]){"one"}, .concepts = first, .concept_count = 2},
    {.id = (char[]){"two"}, .concepts = second, .concept_count = 2},
    {.id = (char[]){"three"}, .concepts = third, .concept_count = 1},
};

static void
ranks_by_severity_times_relevance(void **state)
{
	struct intake in = {0};
	struct choice ranks[3];

	(void)state;
	add(&in, "", "quiz", "a", "0.5");
	add(&in, "", "quiz", "c", "0.7");
	/* one 0.5, two 0.7 * 0.8 = 0.56, three 0.5: one before three */
	assert_int_equal(choose_rank(in.people[0], families, 3, ranks), 3);
	assert_int_equal(ranks[0].family, 1);
	assert_string_equal(ranks[0].concept, "c");
	assert_near(ranks[0].severity, 0.7, 0);
	assert_near(ranks[0].score, 0.56, 1e-15);
	assert_int_equal(ranks[1].family, 0);
	assert_int_equal(ranks[2].family, 2);
	/* b gives one a larger sum, and two its own full weight */
	add(&in, "", "quiz", "b", "0.1");
	choose_rank(in.people[0], families, 3, ranks);
	assert_int_equal(ranks[1].family, 0);
	assert_near(ranks[1].sum, 0.55, 1e-15);
	intake_release(&in);
}

static void
chooses_nothing_where_nothing_fits(void **state)
{
	struct intake in = {0};
	struct choice ranks[3];

	(void)state;
	add(&in, "", "quiz", "z", "1");
	add(&in, "", "quiz", "a", "0");
	assert_int_equal(choose_rank(in.people[0], families, 3, ranks), 0);
	intake_release(&in);
}

static void
gives_rows_without_a_name_to_the_only_one(void **state)
{
	struct intake in = {0};
	struct intake_row row = {"diary", "", "", "", "", "b", "0.5", "crisis"};
	struct diag err;

	(void)state;
	assert_int_equal(intake_add(&in, &row, 2, &err), 0);
	add(&in, "", "quiz", "a", "0.25");
	intake_join(&in);
	assert_int_equal(in.count, 1);
	assert_string_equal(in.people[0]->respondent, "p");
	assert_near(intake_severity(in.people[0], "a"), 0.25, 0);
	assert_near(intake_severity(in.people[0], "b"), 0.5, 0);
	assert_true(intake_gentle(in.people[0]));
	row.respondent = "q";
	assert_int_equal(intake_add(&in, &row, 3, &err), 0);
	intake_join(&in);
	assert_int_equal(in.count, 2);
	intake_release(&in);
}

static void
takes_the_most_recent_sitting_also_of_one_without_a_name(void **state)
{
	static const struct {
		const char *time;
		double severity;
	} cases[] = {{"2026-05-01", 0.5}, {"2026-03-01", 0.9}};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct intake in = {0};
		struct intake_row row = {
		    "f", "", cases[i].time, "quiz", "", "a", "0.5", ""};
		struct diag err;

		add(&in, "2026-04-01", "quiz", "a", "0.9");
		assert_int_equal(intake_add(&in, &row, 3, &err), 0);
		intake_join(&in);
		assert_near(
		    intake_severity(in.people[0], "a"), cases[i].severity, 0);
		intake_release(&in);
	}
}

static void
keeps_people_apart(void **state)
{
	struct intake in = {0};
	char name[16];

	(void)state;
	for (int i = 0; i < 500; i++) {
		struct diag err;
		struct intake_row row = {"f", name, "", "", "", "a", "1", ""};

		snprintf(name, sizeof name, "p%d", i % 250);
		assert_int_equal(intake_add(&in, &row, 2, &err), 0);
	}
	assert_int_equal(in.count, 250);
	assert_string_equal(in.people[249]->respondent, "p249");
	intake_release(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(takes_the_most_recent_sitting),
	    cmocka_unit_test(averages_statements_and_takes_the_highest_source),
	    cmocka_unit_test(asks_for_rest_on_crisis_and_distress),
	    cmocka_unit_test(refuses_what_is_no_severity_or_time),
	    cmocka_unit_test(ranks_by_severity_times_relevance),
	    cmocka_unit_test(chooses_nothing_where_nothing_fits),
	    cmocka_unit_test(gives_rows_without_a_name_to_the_only_one),
	    cmocka_unit_test(
		takes_the_most_recent_sitting_also_of_one_without_a_name),
	    cmocka_unit_test(keeps_people_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
