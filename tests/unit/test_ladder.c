/* The family format, the families that are shipped, and ladders laid of them.
 */
#include "test.h"

#include "base/date.h"
#include "data/data.h"
#include "plan/ladder.h"
#include "plan/lay.h"

/* The ten themes and ten terms that everything else hangs on. */
static const char *const headline[] = {"isolation-paradox",
    "self-imposed-isolation", "attribution-theory", "fear-and-vulnerability",
    "past-negative-experiences", "cognitive-biases",
    "emotion-regulation-and-coping", "social-anxiety-and-perceived-rejection",
    "societal-and-cultural-expectations", "reconnecting-strategies",
    "voluntary-self-alienation", "digital-disconnection-fatigue",
    "social-intimacy-anxiety", "fear-of-relational-judgment",
    "anticipatory-rejection-sensitivity", "attachment-ambivalence",
    "connection-paradox", "social-burnout-syndrome",
    "vulnerability-avoidance-bias", "hyperindividualism-disconnect"};

static struct ladder shipped[64];
static size_t shipped_count;

static int
read_shipped(void **state)
{
	(void)state;
	for (size_t i = 0; i < data_count; i++) {
		const struct data_file *f = &data_files[i];
		struct diag err = {0};
		char id[64];

		if (sscanf(f->path, "goals/%63[^.].txt", id) != 1)
			continue;
		if (ladder_parse(&shipped[shipped_count++], id, f->bytes,
			f->len, &err) != 0) {
			print_error(
			    "%s:%lu: %s\n", f->path, err.line, err.text);
			return -1;
		}
	}
	return 0;
}

static int
release_shipped(void **state)
{
	(void)state;
	for (size_t i = 0; i < shipped_count; i++)
		ladder_release(&shipped[i]);
	return 0;
}

static void
leads_every_headline_concept_somewhere(void **state)
{
	(void)state;
	assert_true(shipped_count >= 12);
	for (size_t h = 0; h < LENGTH(headline); h++) {
		double best = 0;

		for (size_t i = 0; i < shipped_count; i++)
			best = fmax(
			    best, ladder_relevance(&shipped[i], headline[h]));
		assert_near(best, 1, 0);
	}
}

static void
answers_only_concepts_that_exist(void **state)
{
	char path[128];

	(void)state;
	for (size_t i = 0; i < shipped_count; i++) {
		for (size_t k = 0; k < shipped[i].concept_count; k++) {
			snprintf(path, sizeof path, "concepts/%s.txt",
			    shipped[i].concepts[k].id);
			if (data_find(path) == NULL)
				fail_msg("%s: no %s", shipped[i].id, path);
		}
	}
}

static void
has_five_rungs_to_climb_and_gentle_steps(void **state)
{
	(void)state;
	for (size_t i = 0; i < shipped_count; i++) {
		const struct ladder *l = &shipped[i];
		int rungs = 0, gentle = 0;

		for (size_t k = 0; k < l->step_count; k++) {
			const struct ladder_step *s = &l->steps[k];

			rungs += ladder_is_rung(s->mode) && s->suds >= 30;
			gentle += s->mode == LADDER_ACTIVATION &&
			    s->suds <= LAY_GENTLE;
		}
		assert_true(rungs >= 5);
		assert_true(gentle >= 2);
	}
}

/* Help from professionals is no rung to earn. */
static void
makes_no_step_of_professional_help(void **state)
{
	static const char *const words[] = {"profession", "therap", "doctor",
	    "counsel", "helpline", "advice line"};

	(void)state;
	for (size_t i = 0; i < shipped_count; i++)
		for (size_t k = 0; k < shipped[i].step_count; k++)
			for (size_t w = 0; w < LENGTH(words); w++)
				assert_null(
				    strstr(shipped[i].steps[k].text, words[w]));
}

static void
check_lay(const struct ladder *l, const struct lay *lay, int setting)
{
	int last = -1, rungs = 0;

	for (size_t i = 0; i < lay->count; i++) {
		const struct ladder_step *s = &l->steps[lay->steps[i].step];

		if (i > 0)
			assert_true(lay->steps[i].day >= lay->steps[i - 1].day);
		if (!ladder_is_rung(s->mode))
			continue;
		rungs++;
		if (last < 0) {
			assert_in_range(s->suds, 30, 40);
		} else {
			assert_true(s->suds >= last);
			assert_true(s->suds - last <= 15);
		}
		if (!lay->widened && setting >= 0 && s->setting != LADDER_SOLO)
			assert_int_equal(s->setting, setting);
		last = s->suds;
	}
	assert_in_range(rungs, 5, 8);
	assert_int_equal(rungs, lay->rungs);
	assert_false(lay->wide_gap);
}

static void
lays_five_to_eight_rungs_in_any_setting(void **state)
{
	struct schedule when = {.per_week = 3};

	(void)state;
	for (size_t i = 0; i < shipped_count; i++) {
		for (int setting = -1; setting <= LADDER_SOLO; setting++) {
			struct lay_wish wish = {setting, false};
			struct lay lay;

			lay_out(&lay, &shipped[i], &wish, &when, 20000);
			check_lay(&shipped[i], &lay, setting);
		}
	}
}

static void
lays_only_gentle_activation_for_rest(void **state)
{
	struct lay_wish wish = {-1, true};
	struct schedule when = {.per_week = 3};

	(void)state;
	for (size_t i = 0; i < shipped_count; i++) {
		struct lay lay;

		lay_out(&lay, &shipped[i], &wish, &when, 20000);
		assert_true(lay.count >= 2);
		for (size_t k = 0; k < lay.count; k++) {
			const struct ladder_step *s =
			    &shipped[i].steps[lay.steps[k].step];

			assert_int_equal(s->mode, LADDER_ACTIVATION);
			assert_true(s->suds <= 20);
		}
	}
}

#define HEAD "id: x\ntitle: X\nsummary: S\nconcepts: a; b 0.5\n\n"
#define COLS "step,text,suds,minutes,setting,mode,repeat,cue\n"

static void
begins_at_50_at_most_and_tells_of_a_gap_above_15(void **state)
{
	static const struct {
		int suds[5];
		size_t rungs;
		bool wide_gap;
	} cases[] = {
	    {{30, 45, 60, 75, 90}, 5, false},
	    {{30, 45, 60, 75, 91}, 5, true},
	    {{50, 55, 60, 65, 70}, 5, false},
	    {{51, 55, 60, 65, 70}, 0, false},
	};
	struct lay_wish wish = {-1, false};
	struct schedule when = {.per_week = 3};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diag err = {0};
		struct ladder l;
		struct lay lay;
		char text[400] = HEAD COLS;

		for (int k = 0; k < 5; k++)
			snprintf(text + strlen(text),
			    sizeof(text) - strlen(text),
			    "%d,Go.,%d,5,online,exposure,3,\n", k + 1,
			    cases[i].suds[k]);
		assert_int_equal(
		    ladder_parse(&l, "x", text, strlen(text), &err), 0);
		lay_out(&lay, &l, &wish, &when, 20000);
		assert_int_equal(lay.rungs, cases[i].rungs);
		assert_int_equal(lay.wide_gap, cases[i].wide_gap);
		ladder_release(&l);
	}
}

static void
refuses_what_is_malformed_with_its_line(void **state)
{
	static const struct {
		const char *text;
		unsigned long line;
		const char *said;
	} cases[] = {
	    {HEAD COLS "1,Go.,30,5,online,exposure,3,\n", 0, NULL},
	    {HEAD COLS "1,Go.,101,5,online,exposure,3,\n", 7,
		"suds: too large"},
	    {HEAD COLS "1,Go.,30,0,online,exposure,3,\n", 7,
		"minutes: too small"},
	    {HEAD COLS "1,Go.,30,5,moon,exposure,3,\n", 7,
		"setting: unknown: 'moon'"},
	    {HEAD COLS "1,Go.,30,5,online,jump,3,\n", 7,
		"mode: unknown: 'jump'"},
	    {HEAD COLS "1,,30,5,online,exposure,3,\n", 7, "text: empty"},
	    {HEAD COLS "2,Go.,30,5,online,exposure,3,\n"
		       "2,Go.,30,5,online,exposure,3,\n",
		8, "numbers must rise"},
	    {HEAD COLS, 0, "no steps"},
	    {HEAD "step,text\n1,Go.\n", 0, "suds"},
	    {"id: y\ntitle: X\nsummary: S\nconcepts: a\n\n" COLS, 1,
		"must be that of the file"},
	    {"id: x\ntitle: X\nconcepts: a\n\n" COLS, 0,
		"'summary' is missing"},
	    {"id: x\ntitle: X\nsummary: S\nconcepts: a 2\n\n" COLS, 4,
		"too large"},
	    {"id: x\ntitle: X\nsummary: S\nconcepts: a\ncolour: red\n\n" COLS,
		5, "unknown field 'colour'"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct diag err = {0};
		struct ladder l;
		int rc = ladder_parse(
		    &l, "x", cases[i].text, strlen(cases[i].text), &err);

		assert_int_equal(rc, cases[i].said == NULL ? 0 : -1);
		if (cases[i].line > 0)
			assert_int_equal(err.line, cases[i].line);
		if (cases[i].said != NULL &&
		    strstr(err.text, cases[i].said) == NULL)
			fail_msg(
			    "'%s' is not in '%s'", cases[i].said, err.text);
		ladder_release(&l);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(leads_every_headline_concept_somewhere),
	    cmocka_unit_test(answers_only_concepts_that_exist),
	    cmocka_unit_test(has_five_rungs_to_climb_and_gentle_steps),
	    cmocka_unit_test(makes_no_step_of_professional_help),
	    cmocka_unit_test(lays_five_to_eight_rungs_in_any_setting),
	    cmocka_unit_test(lays_only_gentle_activation_for_rest),
	    cmocka_unit_test(begins_at_50_at_most_and_tells_of_a_gap_above_15),
	    cmocka_unit_test(refuses_what_is_malformed_with_its_line),
	};

	return cmocka_run_group_tests(tests, read_shipped, release_shipped);
}
