#include "keys.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Signal handlers and atexit() reach nothing else. */
static struct {
	int fd;
	bool raw;
	struct termios before;
	sigset_t open; /* the signals let in while a key is waited for */
	volatile sig_atomic_t fatal, stop, redraw;
} tty = {.fd = -1};

static void
set_raw(void)
{
	struct termios raw = tty.before;

	raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tty.raw = tcsetattr(tty.fd, TCSADRAIN, &raw) == 0;
}

static void
restore(void)
{
	if (tty.raw)
		tcsetattr(tty.fd, TCSADRAIN, &tty.before);
	tty.raw = false;
}

static void
on_signal(int number)
{
	if (number == SIGTSTP)
		tty.stop = 1;
	else if (number == SIGWINCH)
		tty.redraw = 1;
	else
		tty.fatal = number;
}

static const int caught[] = {
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH};

static void
catch_all(void (*handler)(int))
{
	struct sigaction sa = {.sa_handler = handler};

	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < sizeof(caught) / sizeof(*caught); i++)
		sigaction(caught[i], &sa, NULL);
}

/* They are kept waiting all other time: one that came between the look for it
 * and the wait would be slept through until the next key. */
static void
hold_back(void)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(caught) / sizeof(*caught); i++)
		sigaddset(&set, caught[i]);
	sigprocmask(SIG_BLOCK, &set, &tty.open);
}

bool
keys_begin(int fd)
{
	static bool registered;

	if (tcgetattr(fd, &tty.before) != 0)
		return false;
	tty.fd = fd;
	if (!registered)
		atexit(restore);
	registered = true;
	catch_all(on_signal);
	hold_back();
	set_raw();
	if (!tty.raw)
		keys_end();
	return tty.raw;
}

void
keys_end(void)
{
	if (tty.fd == -1)
		return;
	restore();
	tty.fd = -1;
	sigprocmask(SIG_SETMASK, &tty.open, NULL);
	catch_all(SIG_DFL);
}

int
keys_signal(void)
{
	return tty.fatal;
}

static void
stop_here(void)
{
	tty.stop = 0;
	restore();
	raise(SIGSTOP);
	set_raw();
}

/* Whether another byte comes at once, as in the sequence of an arrow key. */
static bool
more(void)
{
	struct pollfd p = {.fd = tty.fd, .events = POLLIN};

	return poll(&p, 1, 30) == 1 && (p.revents & POLLIN) != 0;
}

/* Swallows "[D" and its like, of which two mean something. */
static int
escape(void)
{
	char byte = 0, last = 0;

	while (more() && read(tty.fd, &byte, 1) == 1) {
		last = byte;
		if (byte != '[' && byte != 'O' && byte >= '@')
			break;
	}
	return last == 'D' || last == 'A' ? 'b' : KEY_OTHER;
}

int
keys_next(void)
{
	struct pollfd p = {.fd = tty.fd, .events = POLLIN};
	unsigned char byte;

	for (;;) {
		ssize_t got;

		if (tty.fatal != 0)
			return KEY_SIGNAL;
		if (tty.stop || tty.redraw) {
			if (tty.stop)
				stop_here();
			tty.redraw = 0;
			return KEY_REDRAW;
		}
		if (ppoll(&p, 1, NULL, &tty.open) == -1 && errno == EINTR)
			continue;
		got = read(tty.fd, &byte, 1);
		if (got == 1)
			break;
		if (got == 0 || errno != EINTR)
			return tty.fatal != 0 ? KEY_SIGNAL : KEY_END;
	}
	if (byte == '\033')
		return escape();
	if (byte == '\r')
		return KEY_ENTER;
	if (byte == '\b')
		return KEY_ERASE;
	if (byte == 4) /* Ctrl-D */
		return 'q';
	return byte < 128 ? byte : KEY_OTHER;
}
