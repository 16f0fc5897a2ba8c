/*
 * quiz - what the tests of lib/quiz share: small instruments.
 */
#ifndef TEST_QUIZ_H
#define TEST_QUIZ_H

#include "quiz/instrument.h"

#include "test.h"

/* A head, and items after the blank line. */
#define HEAD "id: small\noptions: 1=no; 2=a little; 3=yes\nscore: sum\n"

static inline void
read_ok(struct instrument *in, const char *text)
{
	struct diag err = {0};

	if (instrument_read(in, text, strlen(text), NULL, &err) == -1)
		fail_msg("line %lu: %s", err.line, err.text);
}

/* The text is refused on that line, with a message that holds words. */
static inline void
read_fails(const char *text, unsigned long line, const char *words)
{
	struct instrument in;
	struct diag err = {0};

	assert_int_equal(
	    instrument_read(&in, text, strlen(text), NULL, &err), -1);
	instrument_release(&in);
	if (strstr(err.text, words) == NULL)
		fail_msg("'%s' is not in '%s'", words, err.text);
	assert_int_equal(err.line, line);
}

#endif
