#include "test.h"

#include "base/near.h"
#include "base/str.h"
#include "concept/glossmake.h"
#include "concept/search.h"
#include "concept/typo.h"
#include "data/data.h"

static struct glossary built_in;

static int
open_built_in(void **state)
{
	struct diag why;

	(void)state;
	return glossary_open(&built_in, data_glossary, data_glossary_len, &why);
}

/* An image of three entries. */
static unsigned char *
make(size_t *len, sorter_scratch *scratch)
{
	static const struct glossary_stamp stamp = {1, 2, 3};
	struct glossmake *m = glossmake_new(scratch);
	char *image;
	FILE *out = open_memstream(&image, len);

	glossmake_entry(m, "beta", "The Beta", CONCEPT_BIAS, 10, 20);
	glossmake_name(m, "beta", GLOSSARY_ID);
	glossmake_name(m, "The Beta", GLOSSARY_TITLE);
	glossmake_name(m, "alpha", GLOSSARY_ALIAS);
	glossmake_words(m, "stare stare look", 16, 3);
	glossmake_entry(m, "alpha", "alpha", CONCEPT_TERM, 30, 40);
	glossmake_name(m, "alpha", GLOSSARY_ID);
	glossmake_name(m, "Alpha!", GLOSSARY_TITLE);
	glossmake_words(m, "look", 4, 1);
	glossmake_entry(m, "gamma", "gamma", CONCEPT_TERM, 70, 0);
	glossmake_name(m, "\xc3\x89t\xc3\xa9", GLOSSARY_TITLE);
	assert_int_equal(glossmake_write(m, &stamp, out), 0);
	glossmake_free(m);
	fclose(out);
	return (unsigned char *)image;
}

static void
holds_what_was_put_in(void **state)
{
	size_t len, at;
	unsigned char *image = make(&len, NULL);
	struct glossary_postings p;
	struct glossary g;
	struct diag why;

	(void)state;
	assert_int_equal(glossary_open(&g, image, len, &why), 0);
	assert_int_equal(g.entries, 3);
	assert_int_equal(g.words, 10);
	assert_int_equal(g.stamp.mark, 2);
	assert_int_equal(g.stamp.refused, 3);
	assert_string_equal(glossary_entry(&g, 0).title, "The Beta");
	assert_int_equal(glossary_entry(&g, 0).kind, CONCEPT_BIAS);
	assert_int_equal(glossary_entry(&g, 1).at, 30);
	assert_int_equal(glossary_entry(&g, 1).len, 40);
	assert_int_equal(g.keys, 5); /* "Alpha!" is "alpha" */
	at = glossary_term_lower(&g, "look", 4);
	assert_string_equal(glossary_term(&g, at), "look");
	p = glossary_postings(&g, at);
	assert_int_equal(p.left, 2);
	assert_true(glossary_posting(&g, &p));
	assert_int_equal(p.entry, 0);
	assert_int_equal(p.weight, 3);
	assert_true(glossary_posting(&g, &p));
	assert_int_equal(p.entry, 1);
	assert_int_equal(p.weight, 1);
	assert_false(glossary_posting(&g, &p));
	free(image);
}

static void
an_id_goes_before_an_alias(void **state)
{
	size_t len;
	unsigned char *image = make(&len, NULL);
	struct glossary_key key;
	struct glossary g;
	struct diag why;

	(void)state;
	assert_int_equal(glossary_open(&g, image, len, &why), 0);
	assert_true(glossary_find(&g, "ALPHA", &key));
	assert_int_equal(key.entry, 1);
	assert_int_equal(key.name, GLOSSARY_ID);
	assert_true(glossary_find(&g, "ete", &key));
	assert_int_equal(key.entry, 2);
	assert_false(glossary_find(&g, "alph", &key));
	assert_false(glossary_find(&g, "", &key));
	assert_false(glossary_find(&g, "zzz", &key));
	free(image);
}

static void
scratch_files_change_nothing(void **state)
{
	size_t len, other_len;
	unsigned char *image = make(&len, NULL);
	unsigned char *other = make(&other_len, tmpfile);

	(void)state;
	assert_int_equal(len, other_len);
	assert_memory_equal(image, other, len);
	free(image);
	free(other);
}

static void
use_all(const struct glossary *g)
{
	static const struct search_scope all = {SEARCH_TEXT, 0};
	static const char *const queries[] = {
	    "alpha", "al", "alhpa", "staring and looking", "zzz"};

	for (size_t i = 0; i < LENGTH(queries); i++) {
		struct search s;

		search_run(&s, g, &all, queries[i]);
		for (size_t j = 0; j < s.count; j++)
			assert_true(s.hits[j].entry < g->entries);
		search_release(&s);
	}
}

/* Under the sanitizers this shows that nothing outside is touched. */
static void
damage_is_survived(void **state)
{
	size_t len;
	unsigned char *image = make(&len, NULL);
	unsigned char *copy = malloc(len);
	struct glossary g;
	struct diag why;

	(void)state;
	for (size_t cut = 0; cut < len; cut++) {
		unsigned char *part = malloc(cut > 0 ? cut : 1);

		memcpy(part, image, cut);
		assert_int_equal(glossary_open(&g, part, cut, &why), -1);
		free(part);
	}
	for (size_t at = 0; at < len; at++)
		for (int bit = 0; bit < 8; bit += 3) {
			memcpy(copy, image, len);
			copy[at] ^= (unsigned char)(1 << bit);
			if (glossary_open(&g, copy, len, &why) == 0)
				use_all(&g);
		}
	free(copy);
	free(image);
}

struct found {
	size_t count;
	size_t sum; /* of places, to tell sets apart */
};

static void
count(void *ctx, size_t i, size_t distance)
{
	struct found *f = ctx;

	(void)distance;
	f->count++;
	f->sum += i * i + 1;
}

/* The walk finds what measuring every key finds. */
static void
the_walk_finds_all_that_is_near(void **state)
{
	static const char *const words[] = {"avoidence", "lonliness", "sham",
	    "rumintaion", "", "a", "zzzzzzzzzz", "mind raeding",
	    "fear of negative evalution", "slef compassion"};

	(void)state;
	for (size_t w = 0; w < LENGTH(words); w++)
		for (size_t limit = 0; limit <= 4; limit++) {
			size_t len = strlen(words[w]);
			struct found walked = {0}, measured = {0};

			typo_walk(&built_in, &typo_keys, words[w], len, limit,
			    count, &walked);
			for (size_t i = 0; i < built_in.keys; i++) {
				const char *key =
				    glossary_key(&built_in, i).text;
				size_t d = near_distance(
				    words[w], len, key, strlen(key), limit);

				if (d <= limit)
					count(&measured, i, d);
			}
			assert_int_equal(walked.count, measured.count);
			assert_int_equal(walked.sum, measured.sum);
		}
}

static void
every_name_finds_its_entry(void **state)
{
	(void)state;
	for (size_t i = 0; i < built_in.entries; i++) {
		struct glossary_entry e = glossary_entry(&built_in, i);
		struct glossary_key key;

		assert_true(glossary_find(&built_in, e.id, &key));
		assert_int_equal(key.entry, i);
		assert_true(glossary_find(&built_in, e.title, &key));
		assert_int_equal(key.entry, i);
	}
}

/* Of another version it would be refused at once, and nothing tried. */
static void
the_seed_of_the_fuzz_harness_is_an_image(void **state)
{
	unsigned char bytes[4096];
	struct str path = STR_INIT;
	struct glossary g;
	struct diag why;
	size_t len;
	FILE *fp;

	(void)state;
	assert_non_null(getenv("TOP"));
	str_addf(&path, "%s/tests/fuzz/glossary/small", getenv("TOP"));
	fp = fopen(path.text, "rb");
	assert_non_null(fp);
	len = fread(bytes, 1, sizeof bytes, fp);
	fclose(fp);
	str_release(&path);
	assert_int_equal(glossary_open(&g, bytes, len, &why), 0);
	assert_true(g.entries > 0 && g.keys > 0 && g.terms > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(holds_what_was_put_in),
	    cmocka_unit_test(an_id_goes_before_an_alias),
	    cmocka_unit_test(scratch_files_change_nothing),
	    cmocka_unit_test(damage_is_survived),
	    cmocka_unit_test(the_walk_finds_all_that_is_near),
	    cmocka_unit_test(every_name_finds_its_entry),
	    cmocka_unit_test(the_seed_of_the_fuzz_harness_is_an_image),
	};

	return cmocka_run_group_tests(tests, open_built_in, NULL);
}
