#include "attrib/feature.h"

#include "base/hash.h"
#include "test.h"

static const char rules[] = "lexicon: test\n\n"
			    "pattern,dimension,value,weight\n"
			    "stupid,internality,7,1\n";

struct reading {
	struct lexicon *lex;
	struct attrib *reader;
	struct features f;
};

static int
set_up(void **state)
{
	static struct reading r;
	struct diag err;
	const char *file;

	r = (struct reading){.lex = lexicon_new()};
	if (lexicon_add(r.lex, "test", rules, sizeof rules - 1, &err) == -1) {
		print_error("%lu: %s\n", err.line, err.text);
		return -1;
	}
	r.reader = attrib_new(r.lex, &err, &file);
	*state = &r;
	return r.reader == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	struct reading *r = *state;

	features_release(&r->f);
	attrib_free(r->reader);
	lexicon_free(r->lex);
	return 0;
}

static void
read_text(struct reading *r, const char *text)
{
	features_read(&r->f, r->reader, r->lex, text, strlen(text));
}

/* The feature of that kind that these bytes hash to, or NULL. */
static const struct feature *
find(const struct reading *r, enum feature_kind kind, const char *bytes,
    size_t len)
{
	uint64_t h = hash_add(HASH_INIT, &"wlrse"[kind], 1);

	h = hash_add(h, bytes, len);
	h ^= h >> 32;
	h ^= h >> 18;
	for (size_t i = 0; i < r->f.count; i++)
		if (r->f.items[i].kind == kind &&
		    r->f.items[i].bucket ==
			(feature_view(kind) << 18 | (h & 0x3ffff)))
			return &r->f.items[i];
	return NULL;
}

static void
finds_words_letters_and_rules(void **state)
{
	static const char rule[] = "internality\0stupid\0+";
	struct reading *r = *state;
	const struct feature *x;

	read_text(r, "So Stupid, so\xe2\x80\xa6");
	assert_int_equal(r->f.words, 3);
	x = find(r, FEATURE_WORD, "so", 2);
	assert_non_null(x);
	assert_near(x->value, 2, 0);
	assert_int_equal(x->start, 0);
	assert_non_null(find(r, FEATURE_WORD, "stupid so", 9));
	assert_null(find(r, FEATURE_WORD, "so so", 5));
	assert_non_null(find(r, FEATURE_LETTER, " s", 2));
	assert_non_null(find(r, FEATURE_LETTER, " so ", 4));
	assert_null(find(r, FEATURE_LETTER, "stupi", 5));
	x = find(r, FEATURE_RULE, rule, sizeof rule - 1);
	assert_non_null(x);
	assert_int_equal(x->start, 3);
	assert_int_equal(x->end, 9);
}

/* A run that reaches an edge stands on the words of it. */
static void
finds_edges_and_shapes(void **state)
{
	struct reading *r = *state;
	const struct feature *x;

	read_text(r, "My sister scolded me");
	assert_non_null(find(r, FEATURE_WORD, "^ my", 4));
	x = find(r, FEATURE_WORD, "me $", 4);
	assert_non_null(x);
	assert_int_equal(x->start, 18);
	assert_int_equal(x->end, 20);
	assert_null(find(r, FEATURE_WORD, "^", 1));
	assert_null(find(r, FEATURE_WORD, "$", 1));
	x = find(r, FEATURE_SHAPE, "^ my PEOPLE", 11);
	assert_non_null(x);
	assert_int_equal(x->start, 0);
	assert_int_equal(x->end, 9);
	x = find(r, FEATURE_SHAPE, "PEOPLE ED me", 12);
	assert_non_null(x);
	assert_int_equal(x->start, 3);
	assert_int_equal(x->end, 20);
	assert_non_null(find(r, FEATURE_SHAPE, "ED me $", 7));
}

static void
finds_words_of_the_last_sentence(void **state)
{
	struct reading *r = *state;
	const struct feature *x;

	read_text(r, "I fell. They, all of them, laughed");
	x = find(r, FEATURE_LAST, "^ they", 6);
	assert_non_null(x);
	assert_int_equal(x->start, 8);
	assert_int_equal(x->end, 12);
	assert_non_null(find(r, FEATURE_LAST, "they all", 8));
	assert_non_null(find(r, FEATURE_LAST, "laughed $", 9));
	assert_null(find(r, FEATURE_LAST, "fell", 4));
	assert_null(find(r, FEATURE_LAST, "fell they", 9));
	read_text(r, "They laughed");
	assert_non_null(find(r, FEATURE_LAST, "^ they", 6));
	assert_null(find(r, FEATURE_LAST, "^", 1));
}

/* 5,000 words have many times more features than are kept apart. */
static void
counts_all_of_a_long_statement(void **state)
{
	struct reading *r = *state;
	struct str text = STR_INIT;
	const struct feature *x;

	str_adds(&text, "stupid");
	for (int i = 0; i < 2500; i++)
		str_adds(&text, " so sad");
	read_text(r, text.text);
	x = find(r, FEATURE_WORD, "so", 2);
	assert_non_null(x);
	assert_near(x->value, 2500, 0);
	assert_int_equal(x->start, 7);
	assert_near(find(r, FEATURE_WORD, "stupid", 6)->value, 1, 0);
	assert_near(find(r, FEATURE_LETTER, " s", 2)->value, 5001, 0);
	assert_true(r->f.cap < 32 * 1024);
	str_release(&text);
}

static double
sense_of(const struct reading *r, uint32_t number)
{
	for (size_t i = 0; i < r->f.count; i++)
		if (r->f.items[i].bucket == FEATURE_HASHES + number)
			return r->f.items[i].kind == FEATURE_SENSE
			    ? r->f.items[i].value
			    : 1e9;
	return 0;
}

/* The first number is 1 for "bad", -2 for "worse". */
static void
sums_senses_by_place(void **state)
{
	static const char table[] = "\n\nbad `_______________________\nworse "
				    "]_______________________\n";
	struct reading *r = *state;

	read_text(r, "Bad things, worse things, worse");
	assert_near(sense_of(r, 0), 0, 0);
	r->f.senses = senses_of(table, sizeof table - 1);
	read_text(r, "Bad things, worse things, worse");
	assert_near(sense_of(r, 0), 1 - 2 * 0.5, 0);
	assert_near(sense_of(r, SENSE_DIMENSIONS), -2 * 0.5 - 2, 1e-12);
	read_text(r, "worse");
	assert_near(sense_of(r, 0), -1, 0);
	assert_near(sense_of(r, SENSE_DIMENSIONS), -1, 0);
	assert_near(sense_of(r, 1), 0, 0);
	r->f.senses = (struct senses){.len = 0};
}

static bool
is_before(const struct feature *x, const struct feature *y)
{
	return x->kind < y->kind ||
	    (x->kind == y->kind && x->bucket < y->bucket);
}

static void
stands_by_kind_and_bucket(void **state)
{
	struct reading *r = *state;

	read_text(r, "so stupid, so stupid, so very stupid of me and of you");
	for (size_t i = 1; i < r->f.count; i++)
		assert_true(is_before(&r->f.items[i - 1], &r->f.items[i]));
	assert_near(find(r, FEATURE_WORD, "so stupid", 9)->value, 2, 0);
	assert_int_equal(find(r, FEATURE_WORD, "of", 2)->start, 37);
}

static double
idf_two(const void *context, uint32_t bucket)
{
	const uint32_t *left_out = context;

	return bucket == *left_out ? 0 : 2;
}

/* Each kind has the length of its share, whatever else there is. */
static void
brings_each_kind_to_its_length(void **state)
{
	struct reading *r = *state;
	static const char table[] =
	    "\n\nme `_______________________\nmore _]______________________\n";
	double squares[FEATURE_KINDS] = {0};
	uint32_t none = FEATURE_BUCKETS;
	size_t before;

	r->f.senses = senses_of(table, sizeof table - 1);
	read_text(r, "stupid stupid me, and more of it");
	r->f.senses = (struct senses){.len = 0};
	before = r->f.count;
	features_weigh(&r->f, idf_two, &none);
	assert_int_equal(r->f.count, before);
	for (size_t i = 0; i < r->f.count; i++)
		squares[r->f.items[i].kind] +=
		    r->f.items[i].value * r->f.items[i].value;
	for (int k = 0; k < FEATURE_KINDS; k++)
		assert_near(sqrt(squares[k]), feature_shares[k], 1e-12);
	read_text(r, "stupid stupid me");
	features_weigh(&r->f, idf_two, &none);
	/* 1 + ln 2 against 1: "stupid" twice, "stupid stupid", "stupid me",
	 * "me" */
	assert_near(find(r, FEATURE_WORD, "stupid", 6)->value /
		find(r, FEATURE_WORD, "me", 2)->value,
	    1 + log(2), 1e-12);
}

static void
leaves_out_what_is_not_known(void **state)
{
	struct reading *r = *state;
	uint32_t bucket;
	size_t before;

	read_text(r, "stupid me");
	before = r->f.count;
	bucket = find(r, FEATURE_WORD, "me", 2)->bucket;
	features_weigh(&r->f, idf_two, &bucket);
	assert_int_equal(r->f.count, before - 1);
	assert_null(find(r, FEATURE_WORD, "me", 2));
}

static void
reads_the_empty_text(void **state)
{
	struct reading *r = *state;
	uint32_t none = FEATURE_BUCKETS;

	read_text(r, "");
	features_weigh(&r->f, idf_two, &none);
	assert_int_equal(r->f.count, 0);
	assert_int_equal(r->f.words, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_words_letters_and_rules),
	    cmocka_unit_test(finds_edges_and_shapes),
	    cmocka_unit_test(finds_words_of_the_last_sentence),
	    cmocka_unit_test(counts_all_of_a_long_statement),
	    cmocka_unit_test(sums_senses_by_place),
	    cmocka_unit_test(stands_by_kind_and_bucket),
	    cmocka_unit_test(brings_each_kind_to_its_length),
	    cmocka_unit_test(leaves_out_what_is_not_known),
	    cmocka_unit_test(reads_the_empty_text),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
