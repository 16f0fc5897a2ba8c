#include "base/file.h"

#include "base/mem.h"
#include "base/place.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 65536 };

static int
make_folder(const char *folder)
{
	struct stat st;

	if (mkdir(folder, 0700) == 0)
		return chmod(folder, 0700);
	if (errno != EEXIST || stat(folder, &st) != 0)
		return -1;
	if (!S_ISDIR(st.st_mode)) {
		errno = ENOTDIR;
		return -1;
	}
	return 0;
}

int
file_mkdirs(const char *folder)
{
	char *path = mem_strdup(folder), *at = path;
	int rc = 0;

	while (rc == 0 && *at != '\0') {
		at += strspn(at, "/");
		at += strcspn(at, "/");
		if (at == path || *at == '\0')
			continue;
		*at = '\0';
		rc = make_folder(path);
		*at = '/';
	}
	if (rc == 0)
		rc = make_folder(path);
	free(path);
	return rc;
}

/* fsync(), carried on where a signal interrupts it (network file systems). */
static int
flush(int fd)
{
	int rc;

	do
		rc = fsync(fd);
	while (rc != 0 && errno == EINTR);
	return rc;
}

/* So that the folder holds the name of a new file.  Some file systems cannot do
 * that, and say so. */
static int
flush_folder(const struct place *p)
{
	int rc = flush(p->dir);

	return rc != 0 && errno == EINVAL ? 0 : rc;
}

static int
write_all(int fd, const char *data, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, data, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		data += n;
		len -= (size_t)n;
	}
	return 0;
}

/* Reads at most len bytes; 0 at the end of the file. */
static ssize_t
read_some(int fd, char *buf, size_t len)
{
	ssize_t n;

	do
		n = read(fd, buf, len);
	while (n < 0 && errno == EINTR);
	return n;
}

static int
read_rest(int fd, size_t limit, struct str *out)
{
	size_t start = out->len;
	ssize_t n;

	for (;;) {
		str_reserve(out, BLOCK);
		n = read_some(fd, out->text + out->len, BLOCK);
		if (n <= 0)
			break;
		out->len += (size_t)n;
		if (out->len - start > limit) {
			errno = EFBIG;
			n = -1;
			break;
		}
	}
	if (n < 0)
		out->len = start;
	out->text[out->len] = '\0';
	return n < 0 ? -1 : 0;
}

int
file_open(const char *path)
{
	int fd = open(
	    path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;

	if (fd == -1 || fstat(fd, &st) != 0 || !S_ISFIFO(st.st_mode))
		return fd;
	close(fd); /* nobody may ever write into it */
	errno = EINVAL;
	return -1;
}

int
file_read(const char *path, size_t limit, struct str *out)
{
	int fd = file_open(path);
	int rc;

	if (fd == -1)
		return -1;
	rc = read_rest(fd, limit, out);
	place_close_fd(fd);
	return rc;
}

int
file_lock(const char *path)
{
	struct str name = STR_INIT;
	struct place p;
	bool made;
	int fd, rc;

	if (place_open(&p, path) != 0)
		return -1;
	str_addf(&name, "%s.lock", p.name);
	fd = place_make(&p, name.text, O_RDWR, &made);
	str_release(&name);
	place_close(&p);
	if (fd == -1)
		return -1;
	do
		rc = flock(fd, LOCK_EX);
	while (rc != 0 && errno == EINTR);
	if (rc == 0)
		return fd;
	place_close_fd(fd);
	return -1;
}

void
file_unlock(int lock)
{
	close(lock);
}

static int
check_replaceable(const struct place *p)
{
	struct stat st;

	if (fstatat(p->dir, p->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? 0 : -1;
	if (S_ISREG(st.st_mode))
		return 0;
	errno = S_ISLNK(st.st_mode) ? ELOOP
	    : S_ISDIR(st.st_mode)   ? EISDIR
				    : EINVAL;
	return -1;
}

/* Makes the file beside p's anew, whole and on the disk. */
static int
write_new(const struct place *p, const char *name, const char *data, size_t len)
{
	int fd, rc;

	if (unlinkat(p->dir, name, 0) != 0 && errno != ENOENT)
		return -1;
	fd = place_openat(p, name, O_WRONLY | O_CREAT | O_EXCL);
	if (fd == -1)
		return -1;
	rc = write_all(fd, data, len);
	if (rc == 0)
		rc = flush(fd);
	if (rc != 0) {
		place_close_fd(fd);
		return -1;
	}
	return close(fd) != 0 && errno != EINTR ? -1 : 0;
}

static int
replace_at(
    const struct place *p, const char *name, const char *data, size_t len)
{
	int rc, saved;

	rc = write_new(p, name, data, len);
	if (rc == 0)
		rc = renameat(p->dir, name, p->dir, p->name);
	if (rc != 0) {
		saved = errno;
		unlinkat(p->dir, name, 0);
		errno = saved;
	}
	return rc == 0 ? flush_folder(p) : rc;
}

/* With a temporary file of PATH and suffix. */
static int
replace(const char *path, const char *suffix, const char *data, size_t len)
{
	struct str name = STR_INIT;
	struct place p;
	int rc;

	if (place_open(&p, path) != 0)
		return -1;
	str_addf(&name, "%s%s", p.name, suffix);
	rc = check_replaceable(&p);
	if (rc == 0)
		rc = replace_at(&p, name.text, data, len);
	str_release(&name);
	place_close(&p);
	return rc;
}

int
file_replace(const char *path, const char *data, size_t len)
{
	char suffix[32];

	/* nobody keeps others out, who may be at it too */
	snprintf(suffix, sizeof suffix, ".%ld.tmp", (long)getpid());
	return replace(path, suffix, data, len);
}

int
file_replace_held(const char *path, const char *data, size_t len)
{
	return replace(path, ".tmp", data, len);
}

static int
pread_all(int fd, char *buf, size_t len, off_t at)
{
	ssize_t n;

	while (len > 0) {
		n = pread(fd, buf, len, at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n == 0)
			errno = EIO; /* shorter than a moment ago */
		if (n <= 0)
			return -1;
		buf += n;
		len -= (size_t)n;
		at += n;
	}
	return 0;
}

/* Where the file's last line that has no LF begins; its size if all have. */
static off_t
find_torn(int fd, off_t size)
{
	char block[4096];
	off_t from, end = size;
	const char *lf;

	while (end > 0) {
		from =
		    end > (off_t)sizeof block ? end - (off_t)sizeof block : 0;
		if (pread_all(fd, block, (size_t)(end - from), from) != 0)
			return -1;
		lf = memrchr(block, '\n', (size_t)(end - from));
		if (lf != NULL)
			return from + (lf - block) + 1;
		end = from;
	}
	return 0;
}

static int
append_bytes(int fd, const char *data, size_t len)
{
	struct stat st;
	int saved;

	if (fstat(fd, &st) != 0)
		return -1;
	if (write_all(fd, data, len) == 0 && flush(fd) == 0)
		return 0;
	saved = errno;
	if (ftruncate(fd, st.st_size) == 0)
		flush(fd);
	errno = saved;
	return -1;
}

static int
save_torn(const struct place *p, const struct str *tail)
{
	struct str name = STR_INIT;
	bool made;
	int fd, rc = -1;

	str_addf(&name, "%s.torn", p->name);
	fd = place_make(p, name.text, O_WRONLY | O_APPEND, &made);
	str_release(&name);
	if (fd == -1)
		return -1;
	rc = append_bytes(fd, tail->text, tail->len);
	if (rc == 0 && made)
		rc = flush_folder(p);
	place_close_fd(fd);
	return rc;
}

/* Moves a torn last line of the open file to PATH.torn. */
static int
move_torn(const struct place *p, int fd)
{
	struct str tail = STR_INIT;
	struct stat st;
	off_t from;
	size_t len;
	int rc = -1;

	if (fstat(fd, &st) != 0 || (from = find_torn(fd, st.st_size)) < 0)
		return -1;
	if (from == st.st_size)
		return 0;
	len = (size_t)(st.st_size - from);
	str_reserve(&tail, len);
	if (pread_all(fd, tail.text, len, from) == 0) {
		tail.len = len;
		str_addc(&tail, '\n');
		rc = save_torn(p, &tail);
	}
	str_release(&tail);
	return rc == 0 ? ftruncate(fd, from) : -1;
}

static int
append_at(const struct place *p, const char *data, size_t len)
{
	bool made;
	int rc, saved;
	int fd = place_make(p, p->name, O_RDWR | O_APPEND, &made);

	if (fd == -1)
		return -1;
	rc = move_torn(p, fd);
	if (rc == 0)
		rc = append_bytes(fd, data, len);
	saved = errno;
	if (rc != 0 && made)
		unlinkat(p->dir, p->name, 0);
	close(fd);
	errno = saved;
	return rc == 0 && made ? flush_folder(p) : rc;
}

int
file_append_held(const char *path, const char *data, size_t len)
{
	struct place p;
	int rc;

	assert(len == 0 || data[len - 1] == '\n');
	if (place_open(&p, path) != 0)
		return -1;
	rc = append_at(&p, data, len);
	place_close(&p);
	return rc;
}
