#include "attrib/sentence.h"

#include "test.h"

/* The sentences of a text, '|' behind each. */
static const char *
split(const char *text)
{
	static char buf[256];
	struct tokens t = {0};
	struct sentences s = {.tokens = &t, .text = text, .len = strlen(text)};
	size_t start, end, n = 0;

	tokens_split(&t, text, s.len);
	while (sentence_next(&s, &start, &end)) {
		memcpy(buf + n, text + start, end - start);
		n += end - start;
		buf[n++] = '|';
	}
	buf[n] = '\0';
	tokens_release(&t);
	return buf;
}

static void
splits_at_the_end_of_sentences(void **state)
{
	(void)state;
	assert_string_equal(split("one"), "one|");
	assert_string_equal(
	    split(" I went. It rained!  Why? "), "I went.|It rained!|Why?|");
	assert_string_equal(split("At 3.5 e.g. here.\nThen on."),
	    "At 3.5 e.g. here.|Then on.|");
	assert_string_equal(
	    split("\"Go.\" \"No.\" he said"), "\"Go.\"|\"No.\"|he said|");
	assert_string_equal(split("over.Now"), "over.|Now|");
}

static void
loses_nothing_but_blanks(void **state)
{
	(void)state;
	assert_string_equal(split(""), "|");
	assert_string_equal(split(" \n"), "|");
	assert_string_equal(split(" ... !"), "... !|");
	assert_string_equal(split("I went. :) It rained. -- \xff\xfe\n"),
	    "I went.|:) It rained. -- \xff\xfe|");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(splits_at_the_end_of_sentences),
	    cmocka_unit_test(loses_nothing_but_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
