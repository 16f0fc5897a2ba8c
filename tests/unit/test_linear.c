#include "quiz/linear.h"

#include "quiz.h"

enum { ITEMS = 25, ROWS = 2000 };

/* Scales near and far, short and long, weighted, and one that is none. */
static const char text[] =
    "id: many\nrange: -3..9999\n\nscale\nall\nfirst\nlast\nfew\nheavy\n"
    "odd\n\nitem,key,scale,recode\n"
    "a,1,all;first;few;odd,\nb,-1,all;first,\n"
    "c,1,all;first,\nd,1,all;2.5*heavy,\ne,1,all;-heavy,\n"
    "f,1,all,\ng,1,all,\nh,-1,all,\ni,1,all,\nj,1,all,\nk,1,all,\n"
    "l,-1,all;few,\nm,1,all,\nn,1,all,\no,1,all,\np,1,all,\nq,1,all,\n"
    "r,1,all;last,\ns,1,all;last,\nt,-1,all;-last,\nu,1,odd,..0=0; "
    "1..=1\nv,1,,\nw,1,,\n"
    "x,1,,\ny,1,,\n";

/* The same by the definition: keyed, weighed, added up. */
static bool
sum_one_by_one(const struct instrument *in, const struct scale *scale,
    const int *x, long *sum)
{
	*sum = 0;
	for (size_t i = 0; i < scale->nterms; i++) {
		const struct keyed *t = &scale->terms[i];

		if (x[t->item] == ANSWER_MISSING)
			return false;
		*sum += (long)t->weight * keyed_value(in, t, x[t->item]);
	}
	return true;
}

static void
random_answers(int *x, unsigned *seed)
{
	for (int i = 0; i < ITEMS; i++) {
		*seed = *seed * 1664525 + 1013904223;
		x[i] = *seed >> 26 == 0 ? ANSWER_MISSING
					: (int)(*seed >> 16) % 10003 - 3;
	}
}

static void
sums_as_one_by_one_does(void **state)
{
	struct instrument in;
	unsigned seed = 20261122, complete = 0;
	int x[ITEMS];

	(void)state;
	read_ok(&in, text);
	assert_int_equal(in.nitems, ITEMS);
	for (int row = 0; row < ROWS; row++) {
		random_answers(x, &seed);
		for (size_t i = 0; i < in.nscales; i++) {
			const struct scale *scale = &in.scales[i];
			long expected = 0, got = 0;

			if (scale->linear.count == 0)
				continue;
			if (!sum_one_by_one(&in, scale, x, &expected)) {
				assert_false(
				    linear_sum(&scale->linear, x, &got));
				continue;
			}
			assert_true(linear_sum(&scale->linear, x, &got));
			assert_int_equal(got, expected);
			complete++;
		}
	}
	assert_in_range(complete, ROWS, 5 * ROWS);
	instrument_release(&in);
}

static void
is_for_scales_of_plain_terms_only(void **state)
{
	static const struct {
		const char *id;
		bool has;
	} cases[] = {{"all", true}, {"first", true}, {"last", true},
	    {"few", true}, {"heavy", true}, {"odd", false}};
	struct instrument in;

	(void)state;
	read_ok(&in, text);
	for (size_t i = 0; i < LENGTH(cases); i++) {
		int at = instrument_scale(&in, cases[i].id);

		assert_int_not_equal(at, -1);
		assert_int_equal(in.scales[at].linear.count > 0, cases[i].has);
	}
	instrument_release(&in);
}

static void
never_looks_behind_the_last_item(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in, text);
	for (size_t i = 0; i < in.nscales; i++)
		assert_in_range(
		    in.scales[i].linear.first + in.scales[i].linear.count, 0,
		    ITEMS);
	instrument_release(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sums_as_one_by_one_does),
	    cmocka_unit_test(is_for_scales_of_plain_terms_only),
	    cmocka_unit_test(never_looks_behind_the_last_item),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
