#include "attrib/pattern.h"

#include "test.h"

static void
reads_words_gaps_and_ends(void **state)
{
	struct pattern p;
	struct diag err;

	(void)state;
	assert_int_equal(
	    pattern_parse(&p, "^ i .. be|am ..5 fail* $", 1, &err), 0);
	assert_true(p.at_start && p.at_end);
	assert_int_equal(p.count, 3);
	assert_int_equal(p.elements[0].gap, 0);
	assert_int_equal(p.elements[1].gap, PATTERN_GAP);
	assert_int_equal(p.elements[1].len, 5);
	assert_int_equal(p.elements[2].gap, 5);
}

static void
leaves_out_what_may_be_left_out_in_every_way(void **state)
{
	static const size_t count[] = {4, 3, 3, 2};
	struct pattern whole, p;
	struct diag err;
	unsigned n;

	(void)state;
	assert_int_equal(pattern_parse(&whole, "a ..2 b? c? d", 1, &err), 0);
	for (n = 0; n < LENGTH(count); n++) {
		assert_true(pattern_variant(&whole, n, &p));
		assert_int_equal(p.count, count[n]);
		assert_memory_equal(p.elements[p.count - 1].text, "d", 1);
	}
	assert_false(pattern_variant(&whole, n, &p));
	/* The gap before what is left out stays before what follows. */
	pattern_variant(&whole, 3, &p);
	assert_int_equal(p.elements[1].gap, 2);
}

static void
parts_alternatives_and_tells_their_kind(void **state)
{
	static const struct {
		const char *text;
		enum pattern_kind kind;
	} expected[] = {{"fail", PATTERN_STEM}, {"they", PATTERN_CLASS},
	    {"lost", PATTERN_WORD}, {"*", PATTERN_WORD}};
	const char *text = "fail*|<they>|lost|*", *part;
	size_t len = strlen(text), n, i;

	(void)state;
	for (i = 0; i < LENGTH(expected); i++) {
		assert_true(pattern_alternative(&text, &len, &part, &n));
		assert_int_equal(pattern_kind(&part, &n), expected[i].kind);
		assert_int_equal(n, strlen(expected[i].text));
		assert_memory_equal(part, expected[i].text, n);
	}
	assert_false(pattern_alternative(&text, &len, &part, &n));
}

static void
says_what_no_text_would_ever_equal(void **state)
{
	static const char *const never[] = {"", "Upper", "a-b", "caf\xC3\xA9",
	    "a b", "zork'", "it''s", "'a'b", "'", "folks'*", "'*"};
	static const char *const good[] = {
	    "don't", "fail*", "<they-all>", "7", "'s", "x'y'z"};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(never); i++)
		assert_non_null(pattern_fault(never[i], strlen(never[i])));
	for (i = 0; i < LENGTH(good); i++)
		assert_null(pattern_fault(good[i], strlen(good[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_words_gaps_and_ends),
	    cmocka_unit_test(leaves_out_what_may_be_left_out_in_every_way),
	    cmocka_unit_test(parts_alternatives_and_tells_their_kind),
	    cmocka_unit_test(says_what_no_text_would_ever_equal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
