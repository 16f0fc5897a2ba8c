/*
 * fuzz_share - any bytes as a file that machines share: its parts hold every
 * byte behind the header once and in order, and count its lines; the same bytes
 * as lines are those that are there.
 */
#include "stream/linein.h"
#include "stream/share.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static unsigned long
line_at(const uint8_t *data, off_t at)
{
	unsigned long line = 1;

	for (off_t i = 0; i < at; i++)
		line += data[i] == '\n';
	return line;
}

/* A record begins behind a line break that stands in no quotes. */
static bool
begins_record(const uint8_t *data, size_t len, off_t at)
{
	bool quoted = false;

	for (off_t i = 0; i < at; i++)
		quoted ^= data[i] == '"';
	return (size_t)at == len || (at > 0 && data[at - 1] == '\n' && !quoted);
}

static void
try_parts(FILE *fp, const uint8_t *data, size_t len, long of)
{
	off_t behind = -1;

	for (long i = 1; i <= of; i++) {
		struct share_span span;

		check(share_find(fp, (struct share){i, of}, &span) == 0);
		check(span.from <= span.to && span.to <= (off_t)len);
		check(behind == -1 || span.from == behind);
		check(begins_record(data, len, span.from));
		check(span.line == line_at(data, span.from));
		behind = span.to;
	}
	check(behind == (off_t)len);
}

static void
try_lines(FILE *fp, const char *text, size_t len)
{
	enum { MOST = 20 };
	const char *at = text, *end = text + len;
	struct linein *in = linein_new(fp, MOST);
	size_t n, shown;
	int got;

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		at += 3;
	while ((got = linein_next(in)) != LINEIN_END) {
		const char *lf = memchr(at, '\n', (size_t)(end - at));

		check(at < end);
		n = (size_t)((lf == NULL ? end : lf) - at);
		n -= lf != NULL && n > 0 && at[n - 1] == '\r';
		if (n > MOST || memchr(at, '\0', n) != NULL) {
			check(got == LINEIN_REFUSED);
		} else {
			check(got == LINEIN_LINE);
			check(memcmp(linein_text(in, &shown), at, n) == 0);
			check(shown == n);
		}
		at = lf == NULL ? end : lf + 1;
	}
	check(at == end);
	linein_free(in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static FILE *fp;
	int fd;

	if (fp == NULL) {
		fd = memfd_create("share", MFD_CLOEXEC);
		check(fd != -1 && (fp = fdopen(fd, "r+")) != NULL);
	}
	fd = fileno(fp);
	check(ftruncate(fd, 0) == 0);
	check(pwrite(fd, data, len, 0) == (ssize_t)len);
	try_parts(fp, data, len, 1 + (long)(len % 5));
	rewind(fp);
	try_lines(fp, (const char *)data, len);
	return 0;
}
