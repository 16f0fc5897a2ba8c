#include "quiz/matrix.h"

#include "test.h"

/* L is chosen, A = L L' worked out by hand. */
static const double chosen_l[] = {2, 0, 0, 1, 3, 0, -1, 2, 1};
static const double product[] = {4, 2, -2, 2, 10, 5, -2, 5, 6};

static void
adds_up_rows_diagonal_and_all(void **state)
{
	(void)state;
	assert_near(matrix_row_sum(product, 3, 1), 17, 0);
	assert_near(matrix_trace(product, 3), 20, 0);
	assert_near(matrix_sum(product, 3), 30, 0);
}

static void
finds_the_root_of_a_positive_definite_matrix(void **state)
{
	double a[9];

	(void)state;
	memcpy(a, product, sizeof(a));
	assert_int_equal(matrix_cholesky(a, 3), 0);
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j <= i; j++)
			assert_near(a[i * 3 + j], chosen_l[i * 3 + j], 1e-15);
}

static void
refuses_what_is_not_positive_definite(void **state)
{
	double indefinite[] = {1, 2, 2, 1}, singular[] = {1, 1, 1, 1};
	double undefined[] = {NAN, 0, 0, 1}, inverse[4];

	(void)state;
	assert_int_equal(matrix_inverse(indefinite, 2, inverse), -1);
	assert_int_equal(matrix_inverse(singular, 2, inverse), -1);
	assert_int_equal(matrix_inverse(undefined, 2, inverse), -1);
}

static void
solves_what_was_multiplied_out_by_hand(void **state)
{
	double b[3];
	double a[9];

	(void)state;
	/* product times (1, 2, 3) */
	b[0] = 4 * 1 + 2 * 2 - 2 * 3;
	b[1] = 2 * 1 + 10 * 2 + 5 * 3;
	b[2] = -2 * 1 + 5 * 2 + 6 * 3;
	memcpy(a, product, sizeof(a));
	assert_int_equal(matrix_cholesky(a, 3), 0);
	matrix_solve(a, 3, b);
	for (size_t i = 0; i < 3; i++)
		assert_near(b[i], (double)i + 1, 1e-14);
}

/* Of the Hilbert matrix, whose inverse is whole numbers (Hilbert 1894). */
static void
inverts_a_badly_conditioned_matrix(void **state)
{
	static const double expected[] = {16, -120, 240, -140, -120, 1200,
	    -2700, 1680, 240, -2700, 6480, -4200, -140, 1680, -4200, 2800};
	double a[16], inverse[16];

	(void)state;
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++)
			a[i * 4 + j] = 1 / (double)(i + j + 1);
	assert_int_equal(matrix_inverse(a, 4, inverse), 0);
	for (size_t i = 0; i < 16; i++)
		assert_near_rel(inverse[i], expected[i], 1e-11);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(adds_up_rows_diagonal_and_all),
	    cmocka_unit_test(finds_the_root_of_a_positive_definite_matrix),
	    cmocka_unit_test(refuses_what_is_not_positive_definite),
	    cmocka_unit_test(solves_what_was_multiplied_out_by_hand),
	    cmocka_unit_test(inverts_a_badly_conditioned_matrix),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
