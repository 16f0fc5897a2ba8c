/* A signal that comes between the look for one and the wait for a key would be
 * slept through until the next key: calls that wait are met by one here. */
#include "test.h"

#include "../../cmd/isolate-quiz/keys.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What comes just before the next wait for a key, once; 0 is nothing. */
static int coming;

static void
meet(void)
{
	int number = coming;

	coming = 0;
	if (number != 0)
		raise(number);
}

ssize_t
read(int fd, void *data, size_t len)
{
	meet();
	return syscall(SYS_read, fd, data, len);
}

int
ppoll(struct pollfd *fds, nfds_t n, const struct timespec *limit,
    const sigset_t *mask)
{
	struct timespec left = {0};

	meet();
	if (limit != NULL)
		left = *limit;
	return (int)syscall(
	    SYS_ppoll, fds, n, limit == NULL ? NULL : &left, mask, (size_t)8);
}

static struct {
	int keyboard, in;
} tty;

static int
open_terminal(void **state)
{
	(void)state;
	tty.keyboard = posix_openpt(O_RDWR | O_NOCTTY);
	if (tty.keyboard == -1 || grantpt(tty.keyboard) != 0 ||
	    unlockpt(tty.keyboard) != 0)
		return -1;
	tty.in = open(ptsname(tty.keyboard), O_RDWR | O_NOCTTY);
	alarm(20); /* a signal that is missed is waited for without end */
	return tty.in != -1 && keys_begin(tty.in) ? 0 : -1;
}

static int
close_terminal(void **state)
{
	(void)state;
	keys_end();
	close(tty.in);
	close(tty.keyboard);
	alarm(0);
	return 0;
}

static void
type(const char *keys)
{
	assert_int_equal(write(tty.keyboard, keys, strlen(keys)), strlen(keys));
}

static void
a_window_that_changes_before_the_wait_is_drawn_anew(void **state)
{
	(void)state;
	coming = SIGWINCH;
	assert_int_equal(keys_next(), KEY_REDRAW);
	type("1");
	assert_int_equal(keys_next(), '1');
}

static void
a_key_typed_with_a_signal_is_not_lost(void **state)
{
	int first, second;

	(void)state;
	type("2");
	coming = SIGWINCH;
	first = keys_next();
	second = keys_next();
	assert_true(first == '2' ? second == KEY_REDRAW
				 : first == KEY_REDRAW && second == '2');
}

static void
what_ends_the_sitting_before_the_wait_ends_it(void **state)
{
	(void)state;
	coming = SIGTERM;
	assert_int_equal(keys_next(), KEY_SIGNAL);
	assert_int_equal(keys_signal(), SIGTERM);
}

static void
leaves_signals_as_they_were(void **state)
{
	sigset_t now;

	(void)state;
	keys_end();
	sigprocmask(SIG_SETMASK, NULL, &now);
	assert_false(sigismember(&now, SIGTERM));
	assert_false(sigismember(&now, SIGWINCH));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_window_that_changes_before_the_wait_is_drawn_anew),
	    cmocka_unit_test(a_key_typed_with_a_signal_is_not_lost),
	    cmocka_unit_test(what_ends_the_sitting_before_the_wait_ends_it),
	    cmocka_unit_test(leaves_signals_as_they_were),
	};

	return cmocka_run_group_tests(tests, open_terminal, close_terminal);
}
