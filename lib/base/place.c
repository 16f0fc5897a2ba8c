#include "base/place.h"

#include "base/file.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void
place_close_fd(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
}

int
place_open(struct place *p, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder;

	p->name = slash == NULL ? path : slash + 1;
	if (slash == NULL)
		folder = mem_strdup(".");
	else
		folder = mem_strndup(
		    path, slash == path ? 1 : (size_t)(slash - path));
	p->dir = -1;
	if (file_mkdirs(folder) == 0)
		p->dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	return p->dir == -1 ? -1 : 0;
}

void
place_close(struct place *p)
{
	place_close_fd(p->dir);
}

/* Private words in a file that came with a wider mode, by a copy or a restore.
 */
static bool
is_too_open(const struct stat *st, int flags)
{
	return (flags & O_ACCMODE) != O_RDONLY && st->st_uid == geteuid() &&
	    (st->st_mode & 077) != 0;
}

int
place_openat(const struct place *p, const char *name, int flags)
{
	struct stat st;
	int fd = openat(p->dir, name,
	    flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);

	if (fd == -1)
		return -1;
	if (fstat(fd, &st) != 0)
		goto fail;
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		goto fail;
	}
	if (((flags & O_EXCL) != 0 || is_too_open(&st, flags)) &&
	    fchmod(fd, 0600) != 0)
		goto fail;
	return fd;
fail:
	place_close_fd(fd);
	return -1;
}

int
place_make(const struct place *p, const char *name, int flags, bool *made)
{
	int fd;

	do {
		*made = false;
		fd = place_openat(p, name, flags);
		if (fd != -1 || errno != ENOENT)
			return fd;
		*made = true;
		fd = place_openat(p, name, flags | O_CREAT | O_EXCL);
	} while (fd == -1 && errno == EEXIST);
	return fd;
}
