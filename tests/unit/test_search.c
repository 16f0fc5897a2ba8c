#include "test.h"

#include "base/str.h"
#include "concept/search.h"
#include "data/data.h"
#include "stream/table.h"

static struct glossary g;

static int
open_built_in(void **state)
{
	struct diag why;

	(void)state;
	return glossary_open(&g, data_glossary, data_glossary_len, &why);
}

static struct search
find(const char *query)
{
	static const struct search_scope all = {SEARCH_TEXT, 0};
	struct search s;

	search_run(&s, &g, &all, query);
	return s;
}

/* The place of the first hit that is in the list of ids; 0: none is. */
static size_t
place_of(const struct search *s, const char *ids)
{
	for (size_t i = 0; i < s->count; i++) {
		const char *id = glossary_entry(&g, s->hits[i].entry).id;
		const char *rest = ids, *part;
		size_t len;

		while (str_split(&rest, ';', &part, &len))
			if (str_equal(part, len, id))
				return i + 1;
	}
	return 0;
}

struct quality {
	size_t queries, first, in_three;
	double reciprocal; /* sum of 1 / place */
};

static struct quality
measure(const char *name, const char *column)
{
	struct quality q = {0};
	char path[4096];
	struct diag why;
	struct table *t;
	FILE *fp;

	assert_non_null(getenv("TOP"));
	snprintf(path, sizeof path, "%s/tests/data/%s", getenv("TOP"), name);
	assert_non_null(fp = fopen(path, "r"));
	assert_non_null(t = table_new(csvin_new(fp), &why));
	while (table_next(t) == CSVIN_RECORD) {
		const char *query = table_cell(t, table_find(t, "query"));
		const char *ids = table_cell(t, table_find(t, column));
		struct search s = find(query);
		size_t place = place_of(&s, ids);

		if (place != 1 && getenv("SHOW_MISSES") != NULL)
			printf("%zu: %s (%s): %s\n", place, query,
			    search_stage_words[s.stage],
			    s.count > 0 ? glossary_entry(&g, s.hits[0].entry).id
					: "");
		q.queries++;
		q.first += place == 1;
		q.in_three += place >= 1 && place <= 3;
		q.reciprocal += place > 0 ? 1.0 / (double)place : 0;
		search_release(&s);
	}
	table_free(t);
	fclose(fp);
	printf("%s: %zu queries, first %.1f %%, in three %.1f %%, mean "
	       "reciprocal rank %.3f\n",
	    name, q.queries, 100 * (double)q.first / (double)q.queries,
	    100 * (double)q.in_three / (double)q.queries,
	    q.reciprocal / (double)q.queries);
	return q;
}

static void
everyday_words_land_on_the_right_concept(void **state)
{
	struct quality q = measure("concept-queries.csv", "concepts");

	(void)state;
	assert_true(q.queries >= 120);
	assert_true((double)q.in_three >= 0.95 * (double)q.queries);
}

static void
misspellings_land_on_the_right_concept(void **state)
{
	struct quality q = measure("concept-misspellings.csv", "concept");

	(void)state;
	assert_true(q.queries >= 120);
	assert_true((double)q.first >= 0.95 * (double)q.queries);
}

/* Written before any result was seen, and never used to choose an alias, a
 * cue, a word, a weight or a stem: what a reader with words of their own may
 * expect. */
static void
words_held_out_land_as_well(void **state)
{
	struct quality q = measure("concept-queries-held.csv", "concepts");

	(void)state;
	assert_true(q.queries >= 120);
	assert_true((double)q.in_three >= 0.85 * (double)q.queries);
}

static void
misspellings_held_out_land_as_well(void **state)
{
	struct quality q = measure("concept-misspellings-held.csv", "concept");

	(void)state;
	assert_true(q.queries >= 120);
	assert_true((double)q.first >= 0.95 * (double)q.queries);
}

static bool
is_weak(const char *query)
{
	struct search s = find(query);
	bool weak = s.weak;

	assert_true(s.count > 0);
	search_release(&s);
	return weak;
}

static void
what_tells_little_is_weak(void **state)
{
	(void)state;
	assert_true(is_weak("gaslighting")); /* no word of it is used */
	assert_true(is_weak("cutting"));     /* off people */
	assert_true(is_weak("realise"));     /* two letters off "recluse" */
	assert_false(is_weak("all eyes on me"));
	assert_false(is_weak("all eyes on"));
	assert_false(is_weak("spotlite effect"));
	assert_false(is_weak("the burnuot"));
	assert_false(is_weak("a suds")); /* two letters off, but a name */
	assert_false(is_weak("how to be gentle with myself"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everyday_words_land_on_the_right_concept),
	    cmocka_unit_test(misspellings_land_on_the_right_concept),
	    cmocka_unit_test(words_held_out_land_as_well),
	    cmocka_unit_test(misspellings_held_out_land_as_well),
	    cmocka_unit_test(what_tells_little_is_weak),
	};

	return cmocka_run_group_tests(tests, open_built_in, NULL);
}
