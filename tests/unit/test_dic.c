#include "attrib/dic.h"

#include "test.h"

#define HEAD "%\n1\tself\n2\ttime (Time words)\n\t30\tsad\n%\n"

static struct dic *
read_dic(const char *text, bool csv, struct diag *err)
{
	return dic_read(text, strlen(text), csv, err);
}

/* The counts of self, time and sad, the words and those captured. */
static void
expect(const char *dic, bool csv, const char *text,
    const unsigned long expected[5])
{
	struct diag err;
	struct dic *d = read_dic(dic, csv, &err);
	struct dic_counts c = {0};

	assert_non_null(d);
	assert_int_equal(dic_categories(d), 3);
	dic_count(d, &c, text, strlen(text));
	for (int i = 0; i < 3; i++)
		assert_int_equal(c.categories[i], expected[i]);
	assert_int_equal(c.words, expected[3]);
	assert_int_equal(c.captured, expected[4]);
	dic_counts_release(&c);
	dic_free(d);
}

static void
counts_words_stems_and_phrases(void **state)
{
	static const char dic[] =
	    HEAD "i\t1\n\nlast night\t2\nnight*\t2 30\nnightmare\t30\r\n"
		 "cry*\t30\nself-pity\t1\t30\n:(\t30\n";
	static const char csv[] = "DicTerm,self,time,sad\ni,X,,\n"
				  "last night,,X,\nnight*,,1,0.5\n"
				  "nightmare,0,,X\ncry*,,,X\n"
				  "self-pity,X,,X\n:(,,,X\n";
	static const struct {
		const char *text;
		unsigned long counts[5];
	} rows[] = {
	    {"Last night I cried.", {1, 1, 0, 4, 3}},
	    {"Last nights, I CRY!", {1, 1, 2, 4, 3}},
	    {"a nightmare", {0, 0, 1, 2, 1}},
	    {"nightmares", {0, 1, 1, 1, 1}},
	    {"self-pity is self pity", {2, 0, 2, 5, 4}},
	    {"last", {0, 0, 0, 1, 0}},
	    {"", {0, 0, 0, 0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		expect(dic, false, rows[i].text, rows[i].counts);
		expect(csv, true, rows[i].text, rows[i].counts);
	}
}

static void
names_categories_without_what_they_are(void **state)
{
	struct diag err;
	unsigned long line;
	struct dic *d = read_dic(HEAD "x\t1\n:)\t1\n:(\t1\n", false, &err);

	(void)state;
	assert_non_null(d);
	assert_string_equal(dic_category(d, 1), "time");
	assert_string_equal(dic_category(d, 2), "sad");
	assert_int_equal(dic_entries(d, 0), 1);
	assert_int_equal(dic_entries(d, 1), 0);
	assert_int_equal(dic_wordless(d, &line), 2);
	assert_int_equal(line, 7);
	dic_free(d);
}

static void
refuses_with_the_line(void **state)
{
	static const struct {
		const char *text;
		bool csv;
		unsigned long line;
		const char *why;
	} rows[] = {
	    {"", false, 0, "it ends before the second line '%'"},
	    {"a\t1\n", false, 1, "not a dictionary: it begins with a line '%'"},
	    {"%\nself\n", false, 2,
		"not a number and the name of a category: 'self'"},
	    {"%\n1\ta\n1\tb\n", false, 3, "category 1 stands twice"},
	    {"%\n1\ta\n2\ta\n", false, 3, "category 'a' stands twice"},
	    {"%\n1\t\n", false, 2, "a category without a name"},
	    {"%\n%\n", false, 0, "a dictionary without categories"},
	    {HEAD, false, 0, "a dictionary without entries"},
	    {HEAD "x\t7\n", false, 6, "no category 7"},
	    {HEAD "x\n", false, 6, "entry 'x' has no category"},
	    {HEAD "x\t1\nX\t2\n", false, 7, "entry 'X' stands twice"},
	    {HEAD "x*y\t1\n", false, 6, "'*' elsewhere than at the end: 'x*y'"},
	    {HEAD "kind\t<of>131/125 1\n", false, 6,
		"not the number of a category: '<of>131/125' (conditional "
		"entries are not read)"},
	    {"term,a\nx,X\n", true, 1,
		"no column 'DicTerm' (columns are: term, a)"},
	    {"DicTerm,a\nx,\n", true, 2, "entry 'x' has no category"},
	    {"DicTerm,a\nx\n", true, 2, NULL},
	};
	struct diag err;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_null(read_dic(rows[i].text, rows[i].csv, &err));
		if (rows[i].why != NULL)
			assert_string_equal(err.text, rows[i].why);
		assert_int_equal(err.line, rows[i].line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(counts_words_stems_and_phrases),
	    cmocka_unit_test(names_categories_without_what_they_are),
	    cmocka_unit_test(refuses_with_the_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
