/*
 * test - what the unit tests share: cmocka and what it needs before it, checks
 * it lacks, and a folder to write in.
 */
#ifndef TEST_H
#define TEST_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* |a - b| <= tol; two NaN are near, a NaN and a number are not. */
#define assert_near(a, b, tol) test_near(a, b, tol, __FILE__, __LINE__)

/* |a - b| <= tol * |b|: b is what is expected. */
#define assert_near_rel(a, b, tol)                                             \
	test_near(a, b, (tol)*fabs(b), __FILE__, __LINE__)

static inline void
test_near(double a, double b, double tol, const char *file, int line)
{
	if (fabs(a - b) <= tol || (isnan(a) && isnan(b)))
		return;
	print_error("%.17g is not near %.17g (within %g)\n", a, b, tol);
	_fail(file, line);
}

/* Bytes with a length, against a C string. */
#define assert_text(text, len, expected)                                       \
	do {                                                                   \
		assert_int_equal(len, strlen(expected));                       \
		assert_memory_equal(text, expected, len);                      \
	} while (0)

/*
 * Group setup and teardown: a fresh folder as the working directory, removed
 * with all that is in it afterwards.
 */
static inline int
test_enter_folder(void **state)
{
	char name[] = "/tmp/reconnect-test-XXXXXX";

	if (mkdtemp(name) == NULL || chdir(name) != 0)
		return -1;
	*state = strdup(name);
	return *state == NULL ? -1 : 0;
}

static inline int
test_leave_folder(void **state)
{
	char *rm[] = {(char[]){"rm"}, (char[]){"-rf"}, *state, NULL};
	int status = -1;
	pid_t pid;

	if (chdir("/") != 0 || (pid = fork()) == -1)
		return -1;
	if (pid == 0) {
		execvp(rm[0], rm);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	free(*state);
	return status;
}

/* Runs body in a process of its own; returns its exit status, or -1 where it
 * did not exit by itself. */
static inline int
test_run(void (*body)(void))
{
	int status;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		body();
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#endif
