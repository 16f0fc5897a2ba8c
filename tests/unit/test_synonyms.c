#include "test.h"

#include "concept/search.h"
#include "concept/synonyms.h"

#include <string.h>

/* An image of two entries, "one" and "two", whose words are given. */
static unsigned char *
make(const char *table, const char *one, const char *two, size_t *len)
{
	struct glossmake *m = glossmake_new(NULL);
	struct diag why;
	char *image;
	FILE *out = open_memstream(&image, len);

	assert_non_null(out);
	assert_int_equal(
	    synonyms_read(m, csvin_new_mem(table, strlen(table), 1), &why), 0);
	glossmake_entry(m, "one", "one", CONCEPT_TERM, 0, 0);
	glossmake_words(m, one, strlen(one), GLOSSMAKE_CUE);
	glossmake_entry(m, "two", "two", CONCEPT_TERM, 0, 0);
	glossmake_words(m, two, strlen(two), GLOSSMAKE_CUE);
	assert_int_equal(
	    glossmake_write(m, &(struct glossary_stamp){0}, out), 0);
	glossmake_free(m);
	fclose(out);
	return (unsigned char *)image;
}

static struct search
find(struct glossary *g, const unsigned char *image, size_t len,
    const char *query)
{
	static const struct search_scope all = {SEARCH_TEXT, 0};
	struct search s;
	struct diag why;

	assert_int_equal(glossary_open(g, image, len, &why), 0);
	search_run(&s, g, &all, query);
	return s;
}

static void
a_word_finds_another_for_the_same(void **state)
{
	size_t len;
	unsigned char *image = make("words\nafraid;frightened\nfar;remote\n",
	    "frightening meetings", "remote villages", &len);
	struct glossary g;
	struct search s = find(&g, image, len, "afraid");

	(void)state;
	assert_int_equal(g.synonyms, 4);
	assert_int_equal(s.stage, SEARCH_TEXT);
	assert_int_equal(s.count, 1);
	assert_int_equal(s.hits[0].entry, 0);
	search_release(&s);
	free(image);
}

static void
the_very_word_goes_before(void **state)
{
	size_t len;
	unsigned char *image = make("words\nafraid;scared\n",
	    "scared of heights", "afraid of heights", &len);
	struct glossary g;
	struct search s = find(&g, image, len, "afraid");

	(void)state;
	assert_true(s.count >= 1);
	assert_int_equal(s.hits[0].entry, 1);
	search_release(&s);
	free(image);
}

static void
common_words_tell_entries_apart(void **state)
{
	size_t len;
	unsigned char *image = make("words\n", "nothing can be done by me",
	    "there is nothing I can do", &len);
	struct glossary g;
	struct search s = find(&g, image, len, "is nothing I do");

	(void)state;
	assert_int_equal(s.hits[0].entry, 1);
	search_release(&s);
	free(image);
}

static void
a_table_without_words_is_refused(void **state)
{
	static const char table[] = "term\nafraid\n";
	struct glossmake *m = glossmake_new(NULL);
	struct diag why;

	(void)state;
	assert_int_equal(
	    synonyms_read(m, csvin_new_mem(table, strlen(table), 1), &why), -1);
	assert_non_null(strstr(why.text, "words"));
	glossmake_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_word_finds_another_for_the_same),
	    cmocka_unit_test(the_very_word_goes_before),
	    cmocka_unit_test(common_words_tell_entries_apart),
	    cmocka_unit_test(a_table_without_words_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
