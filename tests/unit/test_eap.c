#include "quiz/eap.h"

#include "test.h"

static const struct grm_item items[] = {
    {3, 1.2, {-1, 0.5}},
    {4, 2.5, {-0.4, 0.1, 1.3}},
    {2, 0.7, {0.8}},
};

static struct grm_estimate
estimate(const struct eap *e, const int8_t *x, double *log_l)
{
	double posterior[EAP_LANES];
	uint32_t rows[64];

	eap_find_rows(e, x, rows);
	*log_l = eap_posterior(e, rows, posterior);
	return eap_estimate(e, posterior);
}

/* The figures that tests/data/grm.R prints. */
static void
agrees_with_the_sums_over_the_nodes(void **state)
{
	static const int8_t x[][3] = {
	    {2, 1, 0}, {GRM_MISSING, 3, 1}, {0, GRM_MISSING, GRM_MISSING}};
	static const double expected[][3] = {
	    {-3.3894644877556823, 0.048642346280493624, 0.53024817485735143},
	    {-2.4862434132933187, 1.4143413521750923, 0.68757906995890383},
	    {-1.2707750043059955, -0.68980029765657802, 0.88204313581124982}};
	struct grm_estimate at;
	struct eap e;
	double log_l;

	(void)state;
	eap_init(&e, items, 3);
	for (size_t i = 0; i < 3; i++) {
		at = estimate(&e, x[i], &log_l);
		assert_near_rel(log_l, expected[i][0], 1e-12);
		assert_near_rel(at.theta, expected[i][1], 1e-12);
		assert_near_rel(at.se, expected[i][2], 1e-12);
	}
	eap_release(&e);
}

static void
nothing_answered_leaves_the_prior(void **state)
{
	static const int8_t none[] = {GRM_MISSING, GRM_MISSING, GRM_MISSING};
	struct grm_estimate at;
	struct eap e;
	double log_l;

	(void)state;
	eap_init(&e, items, 3);
	at = estimate(&e, none, &log_l);
	assert_near(log_l, 0, 1e-14);
	assert_near(at.theta, 0, 1e-15);
	assert_near(at.se, 1, 1e-7); /* the tails beyond 6 are cut */
	eap_release(&e);
}

/* The likelihood of 100 answers against each other is less than the least
 * double: a product must not become 0.  All of them a posteriori between the
 * two thresholds, by symmetry at 0. */
static void
many_items_do_not_underflow(void **state)
{
	struct grm_item many[100];
	struct grm_estimate at;
	struct eap e;
	int8_t x[100];
	double log_l;

	(void)state;
	for (int i = 0; i < 100; i++) {
		many[i] = (struct grm_item){2, 8, {i % 2 ? 2 : -2}};
		x[i] = (int8_t)(i % 2);
	}
	eap_init(&e, many, 100);
	at = estimate(&e, x, &log_l);
	assert_near(at.theta, 0, 1e-12);
	/* every answer has at 0 the probability 1 / (1 + e^16), and elsewhere
	 * pairs of them nearly its square, in -2..2 */
	assert_true(log_l < -1599 && log_l > -1601);
	assert_true(at.se > 0.5 && at.se < 1);
	eap_release(&e);
}

static void
update_follows_the_items(void **state)
{
	static const int8_t high[] = {1, 1};
	struct grm_item two[] = {{2, 1, {0}}, {2, 1, {0}}};
	struct grm_estimate at, then;
	struct eap e;
	double log_l;

	(void)state;
	eap_init(&e, two, 2);
	at = estimate(&e, high, &log_l);
	two[0].b[0] = 2;
	eap_update(&e);
	then = estimate(&e, high, &log_l);
	assert_true(then.theta > at.theta + 0.1);
	eap_release(&e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_the_sums_over_the_nodes),
	    cmocka_unit_test(nothing_answered_leaves_the_prior),
	    cmocka_unit_test(many_items_do_not_underflow),
	    cmocka_unit_test(update_follows_the_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
