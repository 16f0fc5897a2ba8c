#include "quiz/units.h"

#include "quiz.h"
#include "quiz/scoring.h"

/* Two subscales, a total of both with one reversed, a mean of means, a product
 * and a recoded item. */
static const char text[] = "id: x\nrange: 1..5\n\n"
			   "scale,score,of\n"
			   "s,sum,\n"
			   "m,mean,\n"
			   "w,sum,\n"
			   "p,sum,\n"
			   "total,sum,s; -m\n"
			   "halves,mean,s; m\n\n"
			   "item,text,key,scale,product,recode\n"
			   "a,-,1,s; w,,\n"
			   "b,-,-1,s; 2*w,,\n"
			   "c,-,1,m,,\n"
			   "d,-,1,m,,\n"
			   "e,-,1,p,1,\n"
			   "f,-,1,p,1,\n"
			   "g,-,1,p,,1..3=0; 4..5=1\n";

static struct instrument in;

static int
read_instrument(void **state)
{
	(void)state;
	read_ok(&in, text);
	return 0;
}

static int
release_instrument(void **state)
{
	(void)state;
	instrument_release(&in);
	return 0;
}

static void
assert_units(const char *scale, const int *answers, long den,
    const int *expected, size_t n)
{
	struct units u;
	int row[10], sum;
	int i = instrument_scale(&in, scale);

	assert_int_not_equal(i, -1);
	assert_int_equal(units_init(&u, &in, &in.scales[i]), 0);
	assert_int_equal(u.count, n);
	assert_int_equal(u.den, den);
	assert_int_equal(units_row(&u, answers, row, &sum), 0);
	for (size_t j = 0; j < n; j++)
		assert_int_equal(row[j], expected[j]);
	units_release(&u);
}

/* a, b .. g */
static const int answers[] = {2, 1, 4, 5, 3, 5, 4};

static void
keys_and_weighs_items(void **state)
{
	(void)state;
	assert_units("s", answers, 1, (int[]){2, 5}, 2);
	assert_units("w", answers, 1, (int[]){2, 10}, 2);
	assert_units("m", answers, 2, (int[]){4, 5}, 2);
}

/* s - reversed m: 2 + 5 + ((1 - 4 + 5) + (1 - 5 + 5)) / 2 */
static void
takes_a_scale_of_scales_apart(void **state)
{
	(void)state;
	assert_units("total", answers, 2, (int[]){4, 10, 2, 1}, 4);
	assert_units("halves", answers, 4, (int[]){4, 10, 4, 5}, 4);
}

static void
counts_a_product_as_one_and_recodes(void **state)
{
	(void)state;
	assert_units("p", answers, 1, (int[]){15, 1}, 2);
}

static void
is_the_score_times_its_denominator(void **state)
{
	static const char *const scales[] = {
	    "s", "m", "w", "p", "total", "halves"};
	struct score scores[6];
	struct units u;
	int row[10], sum;

	(void)state;
	scoring_all(&in, answers, scores);
	for (size_t i = 0; i < LENGTH(scales); i++) {
		int at = instrument_scale(&in, scales[i]);

		assert_int_equal(units_init(&u, &in, &in.scales[at]), 0);
		units_row(&u, answers, row, &sum);
		assert_near(
		    (double)sum / (double)u.den, scores[at].value, 1e-15);
		units_release(&u);
	}
}

static void
leaves_gaps_where_answers_are_missing(void **state)
{
	const int holes[] = {2, ANSWER_MISSING, 4, 5, 3, ANSWER_MISSING, 4};
	struct units u;
	int row[4], sum;

	(void)state;
	assert_int_equal(
	    units_init(&u, &in, &in.scales[instrument_scale(&in, "s")]), 0);
	assert_int_equal(units_row(&u, holes, row, &sum), 1);
	assert_int_equal(row[0], 2);
	assert_int_equal(row[1], UNIT_GAP);
	assert_int_equal(sum, 2);
	units_release(&u);
	assert_int_equal(
	    units_init(&u, &in, &in.scales[instrument_scale(&in, "p")]), 0);
	assert_int_equal(units_row(&u, holes, row, &sum), 1);
	assert_int_equal(row[0], UNIT_GAP);
	assert_int_equal(row[1], 1);
	units_release(&u);
}

static void
names_units_by_their_items(void **state)
{
	struct str name = STR_INIT;
	struct units u;

	(void)state;
	units_init(&u, &in, &in.scales[instrument_scale(&in, "p")]);
	units_name(&u, 0, &name);
	assert_string_equal(name.text, "e*f");
	str_clear(&name);
	units_name(&u, 1, &name);
	assert_string_equal(name.text, "g");
	str_release(&name);
	units_release(&u);
}

static void
refuses_scores_that_are_no_weighted_sum(void **state)
{
	static const char recoded[] = "id: x\nrange: 1..5\n\n"
				      "scale,recode\ns,2..5=0; 6..10=1\n\n"
				      "item,text,scale\na,-,s\nb,-,s\n";
	struct instrument other;
	struct units u;

	(void)state;
	read_ok(&other, recoded);
	assert_int_equal(units_init(&u, &other, &other.scales[0]), -1);
	units_release(&u);
	instrument_release(&other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_and_weighs_items),
	    cmocka_unit_test(takes_a_scale_of_scales_apart),
	    cmocka_unit_test(counts_a_product_as_one_and_recodes),
	    cmocka_unit_test(is_the_score_times_its_denominator),
	    cmocka_unit_test(leaves_gaps_where_answers_are_missing),
	    cmocka_unit_test(names_units_by_their_items),
	    cmocka_unit_test(refuses_scores_that_are_no_weighted_sum),
	};

	return cmocka_run_group_tests(
	    tests, read_instrument, release_instrument);
}
