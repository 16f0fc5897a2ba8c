#include "cli/helper.h"

#include "base/msg.h"
#include "base/str.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* The folder of the running program, with its last '/'. */
static void
add_own_folder(struct str *path)
{
	char buf[4096];
	ssize_t n = readlink("/proc/self/exe", buf, sizeof buf);
	const char *slash = n <= 0 ? NULL : memrchr(buf, '/', (size_t)n);

	if (slash != NULL)
		str_add(path, buf, (size_t)(slash - buf) + 1);
}

static bool
find_beside(struct str *path, const char *folder, const char *name)
{
	str_clear(path);
	add_own_folder(path);
	str_addf(path, "%s/%s", folder, name);
	return access(path->text, X_OK) == 0;
}

static void
find(struct str *path, const char *name)
{
	if (find_beside(path, "libexec", name) ||
	    find_beside(path, "../libexec/reconnect", name))
		return;
	str_clear(path);
	str_addf(path, "%s/%s", LIBEXECDIR, name);
	if (access(path->text, X_OK) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path->text, strerror(errno));
}

/* A file in memory that holds the data, to be read from its beginning: unlike
 * a pipe it never waits for its reader. */
static int
hold(const char *name, const char *data, size_t len)
{
	int fd = memfd_create(name, MFD_CLOEXEC);
	ssize_t n;

	if (fd == -1)
		msg_die(RC_SYSTEM, "%s: %s", name, strerror(errno));
	for (; len > 0; data += n, len -= (size_t)n) {
		n = write(fd, data, len);
		if (n < 0 && errno == EINTR)
			n = 0;
		else if (n < 0)
			msg_die(RC_SYSTEM, "%s: %s", name, strerror(errno));
	}
	if (lseek(fd, 0, SEEK_SET) != 0)
		msg_die(RC_SYSTEM, "%s: %s", name, strerror(errno));
	return fd;
}

/*
 * In the child: becomes the helper, which is killed when the tool is, lest it
 * go on to write for nobody.  It keeps nothing but its output, so that there is
 * nothing for it to tidy up.  A tool that has ended before this was asked for
 * is told by the parent that took its place.
 */
static _Noreturn void
become(const char *path, const char *name, int in, pid_t tool)
{
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
	    dup2(in, STDIN_FILENO) == STDIN_FILENO) {
		if (getppid() != tool)
			_exit(RC_SYSTEM);
		execl(path, name, (char *)NULL);
	}
	msg_warn("%s: %s", path, strerror(errno));
	_exit(RC_SYSTEM);
}

void
helper_run(const char *name, const char *data, size_t len)
{
	struct str path = STR_INIT;
	int in, status;
	pid_t tool = getpid(), pid, got;

	find(&path, name);
	in = hold(name, data, len);
	fflush(stdout);
	pid = fork();
	if (pid == -1)
		msg_die(RC_SYSTEM, "%s: %s", path.text, strerror(errno));
	if (pid == 0)
		become(path.text, name, in, tool);
	close(in);
	do
		got = waitpid(pid, &status, 0);
	while (got == -1 && errno == EINTR);
	if (got == pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE)
		raise(SIGPIPE); /* who reads has left: no fault, and quiet */
	if (got != pid || !WIFEXITED(status))
		msg_die(RC_SYSTEM, "%s did not end as it should", path.text);
	str_release(&path);
	if (WEXITSTATUS(status) != 0)
		exit(WEXITSTATUS(status)); /* it has said why */
}
