#include "test.h"

#include "concept/spelling.h"
#include "data/data.h"

static struct glossary g;

static int
open_built_in(void **state)
{
	struct diag why;

	(void)state;
	return glossary_open(&g, data_glossary, data_glossary_len, &why);
}

static void
assert_mended(const char *query, enum spelling as, const char *expected)
{
	struct str out = STR_INIT;

	assert_int_equal(spelling_mend(&out, &g, query), as);
	assert_string_equal(out.text, expected);
	str_release(&out);
}

static void
reads_a_slip_as_the_word_of_a_name(void **state)
{
	(void)state;
	assert_mended("rejecton", SPELLING_MENDED, "rejection");
	assert_mended("i feel worhtless", SPELLING_MENDED, "i feel worthless");
	assert_mended("soical anxitey", SPELLING_MENDED, "social anxiety");
	assert_mended("qqqqqq anxitey", SPELLING_MENDED, "qqqqqq anxiety");
}

static void
leaves_words_that_are_used_or_common(void **state)
{
	(void)state;
	assert_mended("crying", SPELLING_KNOWN, "crying");
	assert_mended("why do i", SPELLING_KNOWN, "why do i");
	assert_mended("knackered", SPELLING_KNOWN, "knackered");
	assert_mended("", SPELLING_KNOWN, "");
}

static void
spares_four_letters_in_five(void **state)
{
	(void)state;
	assert_true(spelling_is_slip(1, 5));
	assert_false(spelling_is_slip(1, 4));
	assert_false(spelling_is_slip(2, 9));
	assert_mended("qqqqqq", SPELLING_UNKNOWN, "qqqqqq");
	assert_mended("gaslighting", SPELLING_UNKNOWN, "gaslighting");
}

/* "fealing" is a letter from "healing" as from "feeling". */
static void
takes_the_word_that_most_entries_use(void **state)
{
	(void)state;
	assert_mended("fealing", SPELLING_MENDED, "feeling");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_a_slip_as_the_word_of_a_name),
	    cmocka_unit_test(leaves_words_that_are_used_or_common),
	    cmocka_unit_test(spares_four_letters_in_five),
	    cmocka_unit_test(takes_the_word_that_most_entries_use),
	};

	return cmocka_run_group_tests(tests, open_built_in, NULL);
}
