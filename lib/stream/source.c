#include "stream/source.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

struct source
source_file(FILE *fp)
{
	return (struct source){.fp = fp, .fd = fileno(fp)};
}

struct source
source_span(FILE *fp, off_t from, off_t to)
{
	struct source s = source_file(fp);

	s.span = true;
	s.at = from;
	s.left = (size_t)(to - from);
	return s;
}

struct source
source_fd(int fd)
{
	return (struct source){.fd = fd};
}

struct source
source_mem(const char *data, size_t len)
{
	return (struct source){.fd = -1, .mem = data, .left = len};
}

static ssize_t
read_fd(int fd, char *to, size_t max)
{
	for (;;) {
		ssize_t n = read(fd, to, max);

		if (n >= 0 || (errno != EINTR && errno != EAGAIN))
			return n;
		if (errno == EAGAIN)
			poll(&(struct pollfd){.fd = fd, .events = POLLIN}, 1,
			    -1);
	}
}

static ssize_t
read_fp(FILE *fp, char *to, size_t max)
{
	size_t n;

	errno = 0;
	n = fread(to, 1, max, fp);
	if (n > 0 || !ferror(fp))
		return (ssize_t)n;
	errno = errno ? errno : EIO;
	return -1;
}

static ssize_t
read_mem(struct source *s, char *to, size_t max)
{
	size_t n = s->left < max ? s->left : max;

	if (n > 0)
		memcpy(to, s->mem, n);
	s->mem += n;
	s->left -= n;
	return (ssize_t)n;
}

static ssize_t
read_span(struct source *s, char *to, size_t max)
{
	ssize_t n;

	if (s->left == 0)
		return 0;
	do
		n = pread(s->fd, to, s->left < max ? s->left : max, s->at);
	while (n < 0 && errno == EINTR);
	if (n > 0) {
		s->at += n;
		s->left -= (size_t)n;
	}
	return n;
}

ssize_t
source_read(struct source *s, char *to, size_t max)
{
	if (s->before != NULL)
		s->before(s->arg);
	if (s->span)
		return read_span(s, to, max);
	if (s->fd >= 0)
		return read_fd(s->fd, to, max);
	return s->fp ? read_fp(s->fp, to, max) : read_mem(s, to, max);
}

int
source_rewind(const struct source *s)
{
	if (s->fd >= 0)
		return lseek(s->fd, 0, SEEK_SET) == 0 ? 0 : -1;
	return s->fp != NULL ? fseek(s->fp, 0, SEEK_SET) : 0;
}
