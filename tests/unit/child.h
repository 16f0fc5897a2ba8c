/*
 * child - run what exits or prints in a process of its own, and see what it
 * said.
 */
#ifndef TEST_CHILD_H
#define TEST_CHILD_H

#include "test.h"

enum { CHILD_TEXT_MAX = 16384 };

struct child {
	int code; /* exit status; -1 where it did not exit by itself */
	char out[CHILD_TEXT_MAX];
	char err[CHILD_TEXT_MAX];
};

static inline void
child_slurp(FILE *fp, char *text)
{
	size_t len;

	rewind(fp);
	len = fread(text, 1, CHILD_TEXT_MAX - 1, fp);
	text[len] = '\0';
	fclose(fp);
}

/* Runs body(arg) with standard output and standard error in files; a body that
 * returns has exited with 0. */
static inline void
child_run(struct child *c, void (*body)(void *), void *arg)
{
	FILE *out = tmpfile(), *err = tmpfile();
	int status;
	pid_t pid;

	assert_non_null(out);
	assert_non_null(err);
	fflush(NULL);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(err), STDERR_FILENO);
		body(arg);
		fflush(NULL);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	c->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	child_slurp(out, c->out);
	child_slurp(err, c->err);
}

#define assert_contains(text, part)                                            \
	do {                                                                   \
		if (strstr(text, part) == NULL) {                              \
			print_error("'%s' is not in:\n%s\n", part, text);      \
			fail();                                                \
		}                                                              \
	} while (0)

#endif
