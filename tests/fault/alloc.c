/*
 * alloc - what LD_PRELOAD puts between a program and the memory it asks for.
 *
 *   ALLOC_WHEN   which request fails, from 1, and all after it (none: not one)
 *   ALLOC_EACH   a file: each request fails, in a child of its own that goes on
 *                without memory; the numbers of those that did not end with 4
 *                and a message are added to the file
 *   ALLOC_COUNT  a file to which the number of requests is written at exit
 *
 * The glibc names of the real functions are used, since dlsym() itself asks for
 * memory.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RC_SYSTEM = 4 };

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

static long requests, when = -1;
static const char *each; /* NULL: not asked for, or within such a child */
static bool in_child;

static void
note(void)
{
	int fd = open(each, O_WRONLY | O_APPEND | O_CREAT, 0600);
	char line[32]; /* dprintf() asks for memory */
	int len = snprintf(line, sizeof line, "%ld\n", requests);

	if (fd == -1 || write(fd, line, (size_t)len) != len)
		abort();
	close(fd);
}

/* Opens a file that is read anew, where it stands: reading on then moves the
 * parent about in nothing. */
static void
read_apart(int fd)
{
	char path[32];
	off_t at = lseek(fd, 0, SEEK_CUR);
	int flags = fcntl(fd, F_GETFL), own;

	if (at < 0 || flags < 0 || (flags & O_ACCMODE) != O_RDONLY)
		return;
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	if ((own = open(path, O_RDONLY)) == -1)
		return;
	if (lseek(own, at, SEEK_SET) != at || dup2(own, fd) != fd)
		abort();
	close(own);
}

/* Becomes a child whose messages go to said. */
static void
go_without(const int said[2])
{
	enum { FILES = 32 };
	int null = open("/dev/null", O_WRONLY);

	for (int fd = 0; fd < FILES; fd++)
		read_apart(fd);
	in_child = true;
	each = NULL;
	when = requests;
	if (null == -1 || dup2(null, STDOUT_FILENO) == -1 ||
	    dup2(said[1], STDERR_FILENO) == -1)
		abort();
	close(null);
	close(said[0]);
	close(said[1]);
}

/* Returns whether this is the child. */
static bool
fails_apart(void)
{
	int said[2], status;
	bool spoke = false;
	char block[512];
	pid_t pid;

	if (pipe(said) != 0 || (pid = fork()) == -1)
		abort();
	if (pid == 0) {
		go_without(said);
		return true;
	}
	close(said[1]);
	while (read(said[0], block, sizeof block) > 0)
		spoke = true;
	close(said[0]);
	if (waitpid(pid, &status, 0) != pid)
		abort();
	if (!WIFEXITED(status) || WEXITSTATUS(status) != RC_SYSTEM || !spoke)
		note();
	return false;
}

static bool
fails(void)
{
	const char *text;
	int error = errno;

	if (when < 0) {
		text = getenv("ALLOC_WHEN");
		when = text != NULL ? atol(text) : 0;
		each = getenv("ALLOC_EACH");
	}
	requests++;
	if ((when == 0 || requests < when) &&
	    (each == NULL || !fails_apart())) {
		errno = error;
		return false;
	}
	errno = ENOMEM;
	return true;
}

/* Nor may what its exit does to files that both have open. */
static void
leave(int status, void *arg)
{
	(void)arg;
	if (in_child)
		_exit(status);
}

__attribute__((constructor)) static void
begin(void)
{
	if (on_exit(leave, NULL) != 0)
		abort();
}

__attribute__((destructor)) static void
report(void)
{
	const char *path = getenv("ALLOC_COUNT");
	long counted = requests;
	FILE *fp;

	when = 0;
	each = NULL;
	if (path == NULL || (fp = fopen(path, "w")) == NULL)
		return;
	fprintf(fp, "%ld\n", counted);
	fclose(fp);
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return fails() ? NULL : __libc_realloc(p, size);
}
