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

ssize_t
source_read(struct source *s, char *to, size_t max)
{
	if (s->fd >= 0)
		return read_fd(s->fd, to, max);
	return s->fp ? read_fp(s->fp, to, max) : read_mem(s, to, max);
}
