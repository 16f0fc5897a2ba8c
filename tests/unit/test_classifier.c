#include "attrib/classifier.h"

#include "base/mem.h"
#include "test.h"

/* A classifier of these labels with two features. */
static void
make(struct classifier *c, bool many, size_t n, const char *const *labels)
{
	float *row;

	*c = (struct classifier){.column = mem_strdup("sort"),
	    .labels = mem_alloc(n, sizeof(char *)),
	    .many = many,
	    .lexicon = 0x0123456789abcdef,
	    .rows = 12,
	    .cost = 0.5,
	    .seed = 7};
	for (size_t i = 0; i < n; i++)
		c->labels[c->nlabels++] = mem_strdup(labels[i]);
	classifier_prepare(c);
	for (size_t k = 0; k < c->nmachines; k++)
		c->machines[k] =
		    (struct classifier_machine){0.25 * (double)k, {-2, 0.5}};
	for (uint32_t b = 3; b <= 70000; b += 69997) {
		row = classifier_add(c, b);
		row[0] = 1.5f;
		for (size_t k = 0; k < c->nmachines; k++)
			row[1 + k] = b == 3 ? 1 - (float)k : (float)k - 0.75f;
	}
}

static const char *const two[] = {"glad", "sad"};
static const char *const three[] = {"a", "b", "c"};

static struct features
features_of(struct feature *item, uint32_t bucket, double value)
{
	*item = (struct feature){.bucket = bucket, .value = value};
	return (struct features){.items = item, .count = 1};
}

static void
two_rivals_share_a_machine(void **state)
{
	struct classifier c;
	struct feature item;
	struct features f = features_of(&item, 3, 2);
	double p[2];
	bool told[2];

	(void)state;
	make(&c, false, 2, two);
	assert_int_equal(c.nmachines, 1);
	classifier_apply(&c, &f, told, p);
	assert_true(told[0] && !told[1]);
	assert_near(p[0], 1 / (1 + exp(-2 * 2 + 0.5)), 1e-15);
	assert_near(p[0] + p[1], 1, 1e-15);
	assert_near(classifier_weight(&c, 3, 1), -1, 0);
	f = features_of(&item, 70000, 1);
	classifier_apply(&c, &f, told, p);
	assert_true(!told[0] && told[1]);
	classifier_release(&c);
}

static void
of_rivals_the_loudest_is_told(void **state)
{
	struct classifier c;
	struct feature item;
	struct features f = features_of(&item, 3, 1); /* 1, 0.25, -0.5 */
	double p[3];
	bool told[3];

	(void)state;
	make(&c, false, 3, three);
	classifier_apply(&c, &f, told, p);
	assert_true(told[0] && !told[1] && !told[2]);
	assert_near(p[0] + p[1] + p[2], 1, 1e-15);
	assert_near(p[0] / p[1],
	    (1 + exp(-2 * 0.25 + 0.5)) / (1 + exp(-2 + 0.5)), 1e-14);
	classifier_release(&c);
	make(&c, true, 3, three);
	classifier_apply(&c, &f, told, p);
	assert_true(told[0] && told[1] && !told[2]);
	assert_near(p[2], 1 / (1 + exp(-2 * -0.5 + 0.5)), 1e-15);
	classifier_release(&c);
}

static void
knows_nothing_of_other_buckets(void **state)
{
	struct classifier c;

	(void)state;
	make(&c, false, 2, two);
	assert_null(classifier_row(&c, 4));
	assert_near(classifier_idf(&c, 4), 0, 0);
	assert_near(classifier_idf(&c, 3), 1.5, 0);
	classifier_release(&c);
}

static void
reads_what_it_writes(void **state)
{
	struct str text = STR_INIT, again = STR_INIT;
	struct classifier c, read;
	struct diag err;

	(void)state;
	make(&c, true, 3, three);
	classifier_format(&text, &c);
	assert_int_equal(classifier_read(&read, text.text, text.len, &err), 0);
	assert_string_equal(read.column, "sort");
	assert_int_equal(read.nlabels, 3);
	assert_true(read.many);
	assert_true(read.lexicon == c.lexicon);
	assert_int_equal(read.rows, 12);
	assert_near(read.machines[2].bias, 0.5, 0);
	assert_near(classifier_weight(&read, 70000, 2), 1.25, 0);
	classifier_format(&again, &read);
	assert_string_equal(text.text, again.text);
	classifier_release(&read);
	classifier_release(&c);
	str_release(&text);
	str_release(&again);
}

/* No byte of a model can be another, and none can be missing. */
static void
refuses_every_damage(void **state)
{
	struct str text = STR_INIT;
	struct classifier c, read;
	struct diag err;

	(void)state;
	make(&c, false, 2, two);
	classifier_format(&text, &c);
	for (size_t i = 0; i < text.len; i++) {
		text.text[i] ^= 1;
		assert_int_equal(
		    classifier_read(&read, text.text, text.len, &err), -1);
		assert_true(err.text[0] != '\0');
		classifier_release(&read);
		text.text[i] ^= 1;
		assert_int_equal(
		    classifier_read(&read, text.text, i, &err), -1);
		classifier_release(&read);
	}
	classifier_release(&c);
	str_release(&text);
}

static void
names_another_version(void **state)
{
	static const char text[] = "reconnect-model: 12\n";
	struct classifier c;
	struct diag err;

	(void)state;
	assert_int_equal(classifier_read(&c, text, sizeof text - 1, &err), -1);
	assert_string_equal(
	    err.text, "a model of version 12; this program reads version 3");
	classifier_release(&c);
	assert_int_equal(classifier_read(&c, "id: k6\n", 7, &err), -1);
	assert_string_equal(
	    err.text, "not a model: no 'reconnect-model:' at its beginning");
	classifier_release(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_rivals_share_a_machine),
	    cmocka_unit_test(of_rivals_the_loudest_is_told),
	    cmocka_unit_test(knows_nothing_of_other_buckets),
	    cmocka_unit_test(reads_what_it_writes),
	    cmocka_unit_test(refuses_every_damage),
	    cmocka_unit_test(names_another_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
