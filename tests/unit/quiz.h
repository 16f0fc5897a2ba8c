/*
 * quiz - what the tests of lib/quiz share: small instruments.
 */
#ifndef TEST_QUIZ_H
#define TEST_QUIZ_H

#include "data/data.h"
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

/* Whether a packager left the instrument out of this build: the build and the
 * tests are then given the same EXCLUDE_INSTRUMENTS. */
static inline bool
is_left_out(const char *id)
{
	const char *list = getenv("EXCLUDE_INSTRUMENTS");
	size_t len = strlen(id);

	for (; list != NULL && *list != '\0'; list += strspn(list, " ")) {
		size_t n = strcspn(list, " ");

		if (n == len && memcmp(list, id, len) == 0)
			return true;
		list += n;
	}
	return false;
}

/* Reads a shipped instrument; false where it was left out of this build. */
static inline bool
read_shipped(struct instrument *in, const char *id)
{
	const struct data_file *f;
	char path[200];

	snprintf(path, sizeof(path), "instruments/%s.txt", id);
	f = data_find(path);
	if (f == NULL && is_left_out(id))
		return false;
	if (f == NULL)
		fail_msg("no instrument '%s'", id);
	read_ok(in, f->bytes);
	return true;
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
