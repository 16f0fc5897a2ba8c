#include "attrib/labelled.h"

#include "test.h"

static void
add(struct labelled *l, const char *cell, const char *group)
{
	struct diag err;

	assert_int_equal(
	    labelled_add(l, cell, strlen(cell), true, group, &err), 0);
}

static void
parts_labels_and_counts_each_once(void **state)
{
	struct labelled l = {0};

	(void)state;
	add(&l, " b ;a;; b", "");
	add(&l, "", "");
	assert_int_equal(l.rows[0].count, 2);
	assert_int_equal(l.rows[1].count, 0);
	assert_true(labelled_has(&l, 0, names_find(&l.names, "b", 1)));
	assert_false(labelled_has(&l, 1, names_find(&l.names, "b", 1)));
	labelled_release(&l);
}

static void
refuses_what_is_not_one_label(void **state)
{
	struct labelled l = {0};
	struct diag err;

	(void)state;
	assert_int_equal(labelled_add(&l, "a;b", 3, false, "", &err), -1);
	assert_string_equal(
	    err.text, "several labels (--many takes them): 'a;b'");
	assert_int_equal(labelled_add(&l, "a\nb", 3, true, "", &err), -1);
	assert_int_equal(labelled_add(&l, "caf\xe9", 4, true, "", &err), -1);
	assert_int_equal(l.count, 0);
	labelled_release(&l);
}

static void
ranks_labels_by_name(void **state)
{
	struct labelled l = {0};
	uint32_t *ranks;

	(void)state;
	add(&l, "c;a;b", "");
	ranks = labelled_ranks(&l);
	assert_int_equal(ranks[0], 2);
	assert_int_equal(ranks[1], 0);
	assert_int_equal(ranks[2], 1);
	free(ranks);
	labelled_release(&l);
}

static void
deals_groups_whole_and_labels_evenly(void **state)
{
	struct labelled l = {0};
	uint32_t *folds, *again, counts[5][2] = {{0}};

	(void)state;
	for (int i = 0; i < 200; i++) {
		char group[8];

		snprintf(group, sizeof group, "g%d", i / 2);
		add(&l, i / 2 % 4 == 0 ? "rare" : "common", group);
	}
	folds = labelled_folds(&l, 5, 1);
	for (size_t i = 0; i < l.count; i++) {
		assert_true(folds[i] < 5);
		assert_int_equal(folds[i], folds[i ^ 1]);
		counts[folds[i]][i / 2 % 4 == 0]++;
	}
	for (int k = 0; k < 5; k++) {
		assert_int_equal(counts[k][0], 30);
		assert_int_equal(counts[k][1], 10);
	}
	again = labelled_folds(&l, 5, 1);
	assert_memory_equal(folds, again, l.count * sizeof *folds);
	free(again);
	again = labelled_folds(&l, 5, 2);
	assert_memory_not_equal(folds, again, l.count * sizeof *folds);
	free(again);
	free(folds);
	labelled_release(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parts_labels_and_counts_each_once),
	    cmocka_unit_test(refuses_what_is_not_one_label),
	    cmocka_unit_test(ranks_labels_by_name),
	    cmocka_unit_test(deals_groups_whole_and_labels_evenly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
