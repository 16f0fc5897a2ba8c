/*
 * fault - what LD_PRELOAD puts between a program and its files, so that a test
 * can walk through every system call that matters and let it go wrong.
 *
 *   FAULT_CALLS  the calls that count, comma between (none: all below)
 *   FAULT_WHEN   which of them goes wrong, from 1 (0 or none: not one)
 *   FAULT_HOW    kill    dies by SIGKILL before the call
 *                tear    a write writes half of its bytes, then as kill
 *                short   a write writes half, and says so
 *                ENOSPC, EDQUOT, EIO, EINTR, EACCES, EINVAL: fails so, once
 *   FAULT_COUNT  a file to which the number of calls is written at exit
 */
#include <assert.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

#define REAL(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

static bool
counts(const char *name)
{
	const char *list = getenv("FAULT_CALLS"), *at;
	size_t len = strlen(name);

	if (list == NULL || *list == '\0')
		return true;
	for (at = list; (at = strstr(at, name)) != NULL; at += len)
		if ((at == list || at[-1] == ',') &&
		    (at[len] == ',' || at[len] == '\0'))
			return true;
	return false;
}

static _Noreturn void
die(void)
{
	raise(SIGKILL);
	abort();
}

/* Whether this call is the one: dies, or sets errno and returns true.  *half
 * (where it is not NULL) is set where half a write is wanted instead. */
static bool
strikes(const char *name, bool *half)
{
	static const struct {
		const char *name;
		int error;
	} errors[] = {{"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EIO", EIO},
	    {"EINTR", EINTR}, {"EACCES", EACCES}, {"EINVAL", EINVAL}};
	const char *when = getenv("FAULT_WHEN"), *how = getenv("FAULT_HOW");

	if (!counts(name))
		return false;
	calls++;
	if (when == NULL || how == NULL || atol(when) != calls)
		return false;
	if (half != NULL &&
	    (strcmp(how, "tear") == 0 || strcmp(how, "short") == 0)) {
		*half = true;
		return false;
	}
	if (strcmp(how, "kill") == 0 || strcmp(how, "tear") == 0)
		die();
	for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		if (strcmp(how, errors[i].name) != 0)
			continue;
		errno = errors[i].error;
		return true;
	}
	return false;
}

__attribute__((destructor)) static void
report(void)
{
	const char *path = getenv("FAULT_COUNT");
	FILE *fp = path == NULL ? NULL : REAL(fopen)(path, "w");

	if (fp == NULL)
		return;
	fprintf(fp, "%ld\n", calls);
	fclose(fp);
}

ssize_t
read(int fd, void *data, size_t len)
{
	return strikes("read", NULL) ? -1 : REAL(read)(fd, data, len);
}

FILE *
fopen(const char *path, const char *mode)
{
	return strikes("fopen", NULL) ? NULL : REAL(fopen)(path, mode);
}

ssize_t
getrandom(void *data, size_t len, unsigned int flags)
{
	return strikes("getrandom", NULL) ? -1
					  : REAL(getrandom)(data, len, flags);
}

ssize_t
write(int fd, const void *data, size_t len)
{
	bool half = false;
	const char *how;
	ssize_t n;

	if (strikes("write", &half))
		return -1;
	if (!half || len < 2)
		return REAL(write)(fd, data, len);
	n = REAL(write)(fd, data, len / 2);
	how = getenv("FAULT_HOW");
	assert(how != NULL); /* it said to strike */
	if (strcmp(how, "tear") == 0)
		die();
	return n;
}

static mode_t
mode_of(int flags, va_list args)
{
	return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(args, mode_t) : 0;
}

int
open(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	return strikes("open", NULL) ? -1 : REAL(open)(path, flags, mode);
}

int
openat(int dir, const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	return strikes("openat", NULL) ? -1
				       : REAL(openat)(dir, path, flags, mode);
}

int
mkdir(const char *path, mode_t mode)
{
	return strikes("mkdir", NULL) ? -1 : REAL(mkdir)(path, mode);
}

int
chmod(const char *path, mode_t mode)
{
	return strikes("chmod", NULL) ? -1 : REAL(chmod)(path, mode);
}

int
fchmod(int fd, mode_t mode)
{
	return strikes("fchmod", NULL) ? -1 : REAL(fchmod)(fd, mode);
}

int
fsync(int fd)
{
	return strikes("fsync", NULL) ? -1 : REAL(fsync)(fd);
}

int
ftruncate(int fd, off_t size)
{
	return strikes("ftruncate", NULL) ? -1 : REAL(ftruncate)(fd, size);
}

int
renameat(int from_dir, const char *from, int to_dir, const char *to)
{
	return strikes("renameat", NULL)
	    ? -1
	    : REAL(renameat)(from_dir, from, to_dir, to);
}

int
unlinkat(int dir, const char *path, int flags)
{
	return strikes("unlinkat", NULL) ? -1
					 : REAL(unlinkat)(dir, path, flags);
}

int
flock(int fd, int how)
{
	return strikes("flock", NULL) ? -1 : REAL(flock)(fd, how);
}

int
close(int fd)
{
	return strikes("close", NULL) ? -1 : REAL(close)(fd);
}
