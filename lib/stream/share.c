#include "stream/share.h"

#include "base/mem.h"
#include "base/num.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024 };

bool
share_parse(const char *text, struct share *p)
{
	size_t len = strcspn(text, "/");

	return text[len] == '/' &&
	    num_long(text + len + 1, strlen(text + len + 1), 1, SHARE_MAX,
		&p->of) == NULL &&
	    num_long(text, len, 1, p->of, &p->number) == NULL;
}

/* Goes over a file from record to record. */
struct walk {
	int fd;
	off_t size;
	off_t at;           /* a record begins here */
	unsigned long line; /* and this is its line */
	char *buf;
};

/* Reads at most max bytes from a place: how many, 0 at the end, -1. */
static ssize_t
read_at(const struct walk *w, off_t from, off_t max)
{
	ssize_t n;

	if (max > w->size - from)
		max = w->size - from;
	if (max > BLOCK)
		max = BLOCK;
	do
		n = pread(w->fd, w->buf, (size_t)max, from);
	while (n < 0 && errno == EINTR);
	return n;
}

static size_t
count(const char *buf, size_t n, char c)
{
	enum { STRIDE = 128 }; /* a loop of known length becomes vectors */
	size_t found = 0, i = 0;

	for (; n - i >= STRIDE; i += STRIDE) {
		unsigned char some = 0;

		for (size_t k = 0; k < STRIDE; k++)
			some = (unsigned char)(some + (buf[i + k] == c));
		found += some;
	}
	for (; i < n; i++)
		found += buf[i] == c;
	return found;
}

/* The number of bytes up to the line end that ends a record, with it; or 0.
 * quoted: whether the first byte stands in quotes, then whether the last. */
static size_t
record_end(struct walk *w, size_t n, bool *quoted)
{
	for (size_t i = 0; i < n; i++) {
		*quoted ^= w->buf[i] == '"';
		if (w->buf[i] != '\n')
			continue;
		w->line++;
		if (!*quoted)
			return i + 1;
	}
	return 0;
}

/* Goes to the first record that begins at the target or behind it. */
static int
go_to(struct walk *w, off_t target)
{
	off_t at = w->at;
	bool quoted = false;
	ssize_t n = 0;
	size_t end = 0;

	if (target <= at)
		return 0;
	for (; at < target - 1; at += n) {
		if ((n = read_at(w, at, target - 1 - at)) <= 0)
			break;
		w->line += count(w->buf, (size_t)n, '\n');
		quoted ^= count(w->buf, (size_t)n, '"') & 1;
	}
	while (n >= 0 && end == 0) {
		if ((n = read_at(w, at, BLOCK)) <= 0)
			break;
		end = record_end(w, (size_t)n, &quoted);
		at += end > 0 ? (off_t)end : n;
	}
	w->at = at;
	return n < 0 ? -1 : 0;
}

/* size / of * number, without overflow and to the byte. */
static off_t
bytes_of(off_t size, long number, long of)
{
	return size / of * number + size % of * number / of;
}

int
share_find(FILE *fp, struct share p, struct share_span *out)
{
	struct walk w = {.fd = fileno(fp), .line = 1};
	struct stat st;
	int rc;

	if (fstat(w.fd, &st) != 0)
		return -1;
	if (!S_ISREG(st.st_mode)) {
		errno = ESPIPE;
		return -1;
	}
	w.size = st.st_size;
	w.buf = mem_alloc(BLOCK, 1);
	/* The header belongs to no part. */
	rc = go_to(&w, 1);
	if (rc == 0)
		rc = go_to(&w, bytes_of(w.size, p.number - 1, p.of));
	out->from = w.at;
	out->line = w.line;
	/* The last part ends where the file does: no need to look. */
	if (rc == 0 && p.number < p.of)
		rc = go_to(&w, bytes_of(w.size, p.number, p.of));
	out->to = p.number < p.of ? w.at : w.size;
	free(w.buf);
	return rc;
}
