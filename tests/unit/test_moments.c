#include "quiz/moments.h"

#include "test.h"

#include "people.h"

enum { K = QUESTIONS };

static const int G = MOMENTS_GAP;

/* The people with gaps, as R's NA: y[2,1], y[5,3], y[5,4], all of y[7,] and
 * y[9,2:5]. */
static void
gappy(int rows[PEOPLE][K])
{
	memcpy(rows, people, sizeof(people));
	rows[1][0] = rows[4][2] = rows[4][3] = G;
	for (size_t i = 0; i < K; i++) {
		rows[6][i] = G;
		rows[8][i] = i > 0 ? G : rows[8][i];
	}
}

static void
add(struct moments *m, const int *row)
{
	size_t k = moments_columns(m), gaps = 0;

	for (size_t i = 0; i < k; i++)
		gaps += row[i] == G;
	moments_add(m, row, gaps);
}

/* mean and sd of R. */
static void
gives_means_and_deviations(void **state)
{
	static const double mean[] = {
	    35. / 12, 3, 35. / 12, 37. / 12, 38. / 12};
	static const double sd[] = {1.3789543689024490, 1.4142135623730951,
	    1.3789543689024490, 1.3113721705515067, 1.4668044012461754};
	struct moments *m = moments_new(K, 5, false);
	struct moments_column column;

	(void)state;
	for (size_t i = 0; i < PEOPLE; i++)
		add(m, people[i]);
	for (size_t i = 0; i < K; i++) {
		column = moments_column(m, i, false);
		assert_near(column.n, PEOPLE, 0);
		assert_near_rel(column.mean, mean[i], 1e-15);
		assert_near_rel(column.sd, sd[i], 1e-15);
	}
	moments_free(m);
}

/* As cor() of R, which cuts off what is rounded: 12 / (sqrt(12) * sqrt(12)) is
 * a little more than 1. */
static void
no_correlation_is_beyond_one(void **state)
{
	static const int same[][2] = {{5, 5}, {7, 7}, {7, 7}, {7, 7}};
	struct moments *m = moments_new(2, 7, false);
	double c[4], r[4];

	(void)state;
	for (size_t i = 0; i < LENGTH(same); i++)
		moments_add(m, same[i], 0);
	moments_matrices(m, false, c, r);
	assert_near(r[1], 1, 0);
	moments_free(m);
}

/* cov and cor of R with use = "pairwise". */
static void
has_the_pairwise_matrices_of_r(void **state)
{
	static const double expected_c[] = {2.2222222222222223,
	    1.5694444444444444, 1.8777777777777778, 1.7142857142857142, 1.25,
	    1.9444444444444444, 1.1428571428571428, 0.875, 0.80555555555555558,
	    1.1944444444444444, 1.9166666666666667, 1.9777777777777779,
	    1.7777777777777777, 1.0972222222222223, 2.3999999999999999};
	static const double expected_r[] = {1, 0.80714285714285716, 1,
	    0.8798826901281197, 0.63386569104638746, 1, 0.8229511997978235,
	    0.56612205931805171, 0.52858489701795464, 1, 0.86931828792122268,
	    0.93164353464830274, 0.78898187635446071, 0.62129654858730043, 1};
	struct moments *m = moments_new(K, 5, true);
	int rows[PEOPLE][K];
	double c[K * K], r[K * K];
	size_t n = 0;

	(void)state;
	gappy(rows);
	for (size_t i = 0; i < PEOPLE; i++)
		add(m, rows[i]);
	moments_matrices(m, true, c, r);
	for (size_t i = 0; i < K; i++)
		for (size_t j = 0; j <= i; j++, n++) {
			assert_near_rel(c[i * K + j], expected_c[n], 1e-14);
			assert_near_rel(r[i * K + j], expected_r[n], 1e-14);
			assert_near(c[j * K + i], c[i * K + j], 0);
			assert_near(r[j * K + i], r[i * K + j], 0);
		}
	moments_free(m);
}

/* rowMeans(na.rm = TRUE), and cor with it, of R. */
static void
knows_the_mean_of_what_a_person_answered(void **state)
{
	static const double expected[] = {0.97819275145300755,
	    0.89911484382469742, 0.85548897037975435, 0.76510412855228027,
	    0.95158225508655347};
	struct moments *m = moments_new(K, 5, true);
	struct moments_column person;
	int rows[PEOPLE][K];

	(void)state;
	gappy(rows);
	for (size_t i = 0; i < PEOPLE; i++)
		add(m, rows[i]);
	person = moments_person(m);
	assert_near(person.n, 11, 0);
	assert_near_rel(person.mean, 2.9439393939393939, 1e-14);
	assert_near_rel(person.sd, 1.3261111216903005, 1e-14);
	for (size_t i = 0; i < K; i++)
		assert_near_rel(moments_person_r(m, i), expected[i], 1e-14);
	moments_free(m);
}

/* raw.r of psych::alpha. */
static void
correlates_items_with_the_whole(void **state)
{
	static const double expected[] = {0.98504060780062896,
	    0.89771060829069238, 0.86863473472123509, 0.80026843837677231,
	    0.92355729459043256};
	struct moments *m = moments_new(K, 5, false);

	(void)state;
	for (size_t i = 0; i < PEOPLE; i++)
		add(m, people[i]);
	for (size_t i = 0; i < K; i++)
		assert_near_rel(moments_person_r(m, i), expected[i], 1e-14);
	assert_near_rel(moments_person(m).sd, 1.245963178598887167, 1e-14);
	moments_free(m);
}

static void
counts_rows_whole_and_with_gaps(void **state)
{
	for (int pairwise = 0; pairwise < 2; pairwise++) {
		struct moments *m = moments_new(K, 5, pairwise == 1);
		int rows[PEOPLE][K];

		(void)state;
		gappy(rows);
		for (size_t i = 0; i < PEOPLE; i++)
			add(m, rows[i]);
		assert_near(moments_rows(m), 12, 0);
		assert_near(moments_any(m), 11, 0);
		assert_near(moments_complete(m), 8, 0);
		assert_near(moments_column(m, 0, false).n, 8, 0);
		if (pairwise == 1)
			assert_near(moments_column(m, 0, true).n, 10, 0);
		moments_free(m);
	}
}

/* The sums of two columns, term by term. */
struct plain {
	double n, x, y, xx, yy, xy;
};

static double
plain_r(const struct plain *s)
{
	return (s->n * s->xy - s->x * s->y) /
	    sqrt((s->n * s->xx - s->x * s->x) * (s->n * s->yy - s->y * s->y));
}

/* Across block ends, in both widths, with and without gaps. */
static void
agrees_with_sums_taken_one_by_one(void **state)
{
	static const int bounds[] = {3, 45, 181, 182, 2047, 2048, 1000000};
	static const int counts[] = {3, 511, 512, 513, 1300};

	(void)state;
	for (size_t b = 0; b < LENGTH(bounds); b++)
		for (size_t n = 0; n < LENGTH(counts); n++) {
			struct moments *m = moments_new(3, bounds[b], true);
			struct plain s = {0};
			unsigned seed = 7;
			int row[3];

			for (int i = 0; i < counts[n]; i++) {
				for (size_t j = 0; j < 3; j++) {
					seed = seed * 1103515245 + 12345;
					row[j] = (int)(seed >> 8) %
						(2 * bounds[b] + 1) -
					    bounds[b];
					if (seed >> 28 == 3)
						row[j] = G;
				}
				add(m, row);
				if (row[0] == G || row[2] == G)
					continue;
				s.n++;
				s.x += row[0];
				s.y += row[2];
				s.xx += (double)row[0] * row[0];
				s.yy += (double)row[2] * row[2];
				s.xy += (double)row[0] * row[2];
			}
			assert_near(moments_pair(m, 0, 2, true).n, s.n, 0);
			assert_near(
			    moments_pair(m, 0, 2, true).r, plain_r(&s), 1e-10);
			assert_near(moments_pair(m, 2, 0, true).r,
			    moments_pair(m, 0, 2, true).r, 0);
			moments_free(m);
		}
	(void)state;
}

static void
is_undefined_for_columns_that_do_not_vary(void **state)
{
	static const int rows[][2] = {{1, 3}, {2, 3}, {4, 3}};
	struct moments *m = moments_new(2, 5, false);
	double c[4], r[4];

	(void)state;
	moments_matrices(m, false, c, r);
	assert_true(isnan(c[0]) && isnan(r[0]) && isnan(r[1]));
	for (size_t i = 0; i < 3; i++)
		add(m, rows[i]);
	moments_matrices(m, false, c, r);
	assert_near(c[3], 0, 0);
	assert_near(r[0], 1, 0);
	assert_true(isnan(r[1]) && isnan(r[3]));
	moments_free(m);
}

/* Sums of halves, added, are those of the whole. */
static void
adds_up_from_parts(void **state)
{
	struct moments *parts[3];
	wide *sums[3];
	size_t n;
	int rows[PEOPLE][K];

	(void)state;
	gappy(rows);
	for (size_t p = 0; p < 3; p++)
		parts[p] = moments_new(K, 5, true);
	for (size_t i = 0; i < PEOPLE; i++) {
		add(parts[0], rows[i]);
		add(parts[1 + i % 2], rows[i]);
	}
	for (size_t p = 0; p < 3; p++)
		sums[p] = moments_sums(parts[p], &n);
	assert_true(n > K * K);
	for (size_t i = 0; i < n; i++)
		assert_true(sums[0][i] == sums[1][i] + sums[2][i]);
	for (size_t p = 0; p < 3; p++)
		moments_free(parts[p]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(gives_means_and_deviations),
	    cmocka_unit_test(no_correlation_is_beyond_one),
	    cmocka_unit_test(has_the_pairwise_matrices_of_r),
	    cmocka_unit_test(knows_the_mean_of_what_a_person_answered),
	    cmocka_unit_test(correlates_items_with_the_whole),
	    cmocka_unit_test(counts_rows_whole_and_with_gaps),
	    cmocka_unit_test(agrees_with_sums_taken_one_by_one),
	    cmocka_unit_test(is_undefined_for_columns_that_do_not_vary),
	    cmocka_unit_test(adds_up_from_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
