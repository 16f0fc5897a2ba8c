#include "stream/linein.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "stream/source.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 128 * 1024, SLACK = 16 };

struct linein {
	struct source source;
	size_t max;
	char *buf;
	size_t cap;        /* without the slack */
	size_t begin, end; /* what is read and not yet handed out */
	const char *text;
	size_t len;
	unsigned long number;
	bool at_end;
	bool has_nul; /* one was read: lines are looked through for it */
	int failed;   /* errno of a failed read */
	struct diag error;
};

struct linein *
linein_new(FILE *fp, size_t max)
{
	struct linein *in = mem_zalloc(1, sizeof(*in));

	in->source = source_file(fp);
	in->max = max;
	in->cap = max + 3 + BLOCK; /* a line, its CRLF, and what follows */
	in->buf = mem_zalloc(in->cap + SLACK, 1);
	return in;
}

void
linein_free(struct linein *in)
{
	if (in == NULL)
		return;
	free(in->buf);
	free(in);
}

void
linein_before_read(struct linein *in, void (*before)(void *arg), void *arg)
{
	in->source.before = before;
	in->source.arg = arg;
}

/* Moves what is left to the front and reads on behind it. */
static void
fill(struct linein *in)
{
	ssize_t got;

	memmove(in->buf, in->buf + in->begin, in->end - in->begin);
	in->end -= in->begin;
	in->begin = 0;
	got = source_read(&in->source, in->buf + in->end,
	    in->cap - in->end < BLOCK ? in->cap - in->end : BLOCK);
	if (got <= 0) {
		in->at_end = true;
		in->failed = got < 0 ? errno : 0;
		return;
	}
	in->has_nul =
	    in->has_nul || memchr(in->buf + in->end, '\0', (size_t)got) != NULL;
	in->end += (size_t)got;
}

/* The end of line in what is read from begin + seen on, reading more as long
 * as there is room; NULL where the text or the room ends first. */
static char *
find_end(struct linein *in)
{
	size_t seen = 0, have;
	char *lf;

	for (;;) {
		have = in->end - in->begin;
		lf = memchr(in->buf + in->begin + seen, '\n', have - seen);
		if (lf != NULL || in->at_end || have > in->max + 2)
			return lf;
		seen = have;
		fill(in);
	}
}

/* Passes over the rest of a line that is too long. */
static void
skip_line(struct linein *in)
{
	char *lf;

	for (;;) {
		lf = memchr(in->buf + in->begin, '\n', in->end - in->begin);
		in->begin = lf == NULL ? in->end : (size_t)(lf + 1 - in->buf);
		if (lf != NULL || in->at_end)
			return;
		fill(in);
	}
}

static void
skip_mark(struct linein *in)
{
	while (in->end - in->begin < 3 && !in->at_end)
		fill(in);
	if (in->end - in->begin >= 3 &&
	    memcmp(in->buf + in->begin, "\xEF\xBB\xBF", 3) == 0)
		in->begin += 3;
}

int
linein_next(struct linein *in)
{
	char *lf;
	const char *nul;

	if (in->number == 0)
		skip_mark(in);
	lf = find_end(in);
	if (in->failed != 0)
		return LINEIN_BROKEN;
	if (lf == NULL && in->begin == in->end)
		return LINEIN_END;
	in->number++;
	in->text = in->buf + in->begin;
	in->len = lf == NULL ? in->end - in->begin : (size_t)(lf - in->text);
	if (lf != NULL && in->len > 0 && in->text[in->len - 1] == '\r')
		in->len--;
	if (in->len > in->max) {
		skip_line(in);
		if (in->failed != 0)
			return LINEIN_BROKEN;
		diag_set(&in->error, in->number,
		    "a line of more than %zu bytes", in->max);
		return LINEIN_REFUSED;
	}
	in->begin = lf == NULL ? in->end : (size_t)(lf + 1 - in->buf);
	nul = in->has_nul ? memchr(in->text, '\0', in->len) : NULL;
	if (nul == NULL)
		return LINEIN_LINE;
	if (in->number == 1 && utf8_is_utf16(in->text, in->len))
		diag_set(&in->error, in->number, UTF8_WANTED);
	else
		diag_set(&in->error, in->number, "a NUL byte in column %zu",
		    (size_t)(nul - in->text) + 1);
	return LINEIN_REFUSED;
}

const char *
linein_text(const struct linein *in, size_t *len)
{
	*len = in->len;
	return in->text;
}

unsigned long
linein_number(const struct linein *in)
{
	return in->number;
}

const struct diag *
linein_error(const struct linein *in)
{
	return &in->error;
}

int
linein_errno(const struct linein *in)
{
	return in->failed;
}
