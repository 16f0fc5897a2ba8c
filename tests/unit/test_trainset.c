#include "attrib/trainset.h"

#include "test.h"

#include <math.h>
#include <stdlib.h>

#define HEAD                                                                   \
	"column: mood\nkind: one\nseed: 7\nfolds: 2\ncosts: 0.5 2\n"           \
	"lexicon: 00000000000000ff\nquiet: 1\nlabel: glad\nweight: 3\n"        \
	"label: sad\nweight: "                                                 \
	"1\n\nfold,labels,words,letters,rules,shapes,last,senses\n"

static int
read_text(struct trainset *t, const char *text, struct diag *err)
{
	return trainset_read(t, text, strlen(text), err);
}

static void
reads_the_head(void **state)
{
	struct trainset t;
	struct diag err;

	(void)state;
	assert_int_equal(read_text(&t, HEAD "0,0,5:1,,,,,\n", &err), 0);
	assert_string_equal(t.model.column, "mood");
	assert_string_equal(t.model.labels[1], "sad");
	assert_int_equal(t.model.lexicon, 255);
	assert_int_equal(t.model.nmachines, 1);
	assert_int_equal(t.ncosts, 2);
	assert_near(t.costs[1], 2, 0);
	assert_near(t.weights[0], 3, 0);
	assert_int_equal(t.folds, 2);
	assert_true(t.quiet);
	trainset_release(&t);
}

/* Bucket 5 stands in all of three rows, 6 in two, 9 in one alone. */
static void
weighs_by_rows_and_leaves_out_what_one_row_has(void **state)
{
	struct trainset_row row = {.fold = -1};
	struct trainset t;
	struct diag err;

	(void)state;
	assert_int_equal(
	    read_text(&t,
		HEAD "0,0,5:1 6:2 9:4,,,,,\n1,1,5:1,,,,,\n1,1,5:3 6:1,,,,,\n",
		&err),
	    0);
	assert_int_equal(t.model.rows, 3);
	assert_near(classifier_idf(&t.model, 5), 1, 1e-6);
	assert_near(classifier_idf(&t.model, 6), log(4.0 / 3) + 1, 1e-6);
	assert_near(classifier_idf(&t.model, 9), 0, 0);
	assert_int_equal(trainset_next(&t, &row, &err), 1);
	assert_int_equal(row.fold, 0);
	assert_true(row.labels[0] && !row.labels[1]);
	assert_int_equal(row.features.count, 2);
	free(row.labels);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(trainset_next(&t, &row, &err), 1);
		assert_true(row.fold == 1 && row.labels[1]);
		free(row.labels);
	}
	assert_int_equal(trainset_next(&t, &row, &err), 0);
	features_release(&row.features);
	trainset_release(&t);
}

/* A sum may be below 0, and has no logarithm. */
static void
reads_sums_below_nought(void **state)
{
	struct trainset_row row = {.fold = -1};
	struct trainset t;
	struct diag err;

	(void)state;
	assert_int_equal(
	    read_text(&t,
		HEAD
		"0,0,,,,,,700001:-4 700002:3\n1,1,,,,,,700001:1 700002:1\n",
		&err),
	    0);
	assert_int_equal(trainset_next(&t, &row, &err), 1);
	assert_int_equal(row.features.count, 2);
	assert_near(row.features.items[0].value,
	    -0.8 * feature_shares[FEATURE_SENSE], 1e-6);
	free(row.labels);
	features_release(&row.features);
	trainset_release(&t);
}

static void
refuses_what_it_cannot_read(void **state)
{
	static const char *const bad[] = {"kind: one\n\nfold\n",
	    HEAD "0,0,5,,,,,\n", HEAD "0,0,x:1,,,,,\n", HEAD "0,0,5:-1,,,,,\n",
	    HEAD "0,0,,,,,,5:--1\n", HEAD "0,0\n"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct diag err = {0, ""};
		struct trainset t;

		assert_int_equal(read_text(&t, bad[i], &err), -1);
		assert_true(err.text[0] != '\0');
		trainset_release(&t);
	}
}

static void
refuses_a_label_that_the_head_lacks(void **state)
{
	struct trainset_row row = {.fold = 0};
	struct trainset t;
	struct diag err;

	(void)state;
	assert_int_equal(read_text(&t, HEAD "0,2,5:1,,,,,\n", &err), 0);
	assert_int_equal(trainset_next(&t, &row, &err), -1);
	assert_int_equal(err.line, 14);
	features_release(&row.features);
	trainset_release(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_the_head),
	    cmocka_unit_test(weighs_by_rows_and_leaves_out_what_one_row_has),
	    cmocka_unit_test(reads_sums_below_nought),
	    cmocka_unit_test(refuses_what_it_cannot_read),
	    cmocka_unit_test(refuses_a_label_that_the_head_lacks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
