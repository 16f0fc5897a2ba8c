/*
 * A concept as a manual page: its source, or rendered by the system's man.
 */
#include "lookup.h"

#include "base/msg.h"
#include "base/num.h"
#include "concept/page.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char page_date[] = "November 22, 2026";

void
mdoc_show(struct run *run, const struct concept *c)
{
	struct str page = STR_INIT;

	page_write(&page, c, run->works, page_date);
	fwrite(page.text, 1, page.len, run->term.fp);
	str_release(&page);
}

/* Below some 47 columns groff makes room for the heading without end. */
enum { NARROWEST = 50, WIDEST = 100000 };

static void
make_room(long width)
{
	const char *own = getenv("MANWIDTH");

	if (own != NULL)
		num_long(own, strlen(own), 1, WIDEST, &width);
	if (width < NARROWEST)
		setenv("MANWIDTH", "50", 1);
}

/* The child: man-db reads a page from "-"; mandoc's own man does not, but
 * mandoc itself does. */
static _Noreturn void
render(int from, int width)
{
	make_room(width);
	dup2(from, STDIN_FILENO);
	close(from);
	execlp("man", "man", "-l", "-", (char *)NULL);
	execlp("mandoc", "mandoc", "-a", (char *)NULL);
	msg_warn("neither man nor mandoc is installed");
	_exit(RC_SYSTEM);
}

static void
feed(int to, const struct str *page)
{
	size_t done = 0;
	ssize_t got;

	signal(SIGPIPE, SIG_IGN); /* the pager may be left early */
	while (done < page->len) {
		got = write(to, page->text + done, page->len - done);
		if (got < 0 && errno != EINTR)
			break;
		done += got > 0 ? (size_t)got : 0;
	}
	signal(SIGPIPE, SIG_DFL);
	close(to);
}

void
man_show(struct run *run, const struct concept *c)
{
	struct str page = STR_INIT;
	int ends[2], status;
	pid_t child;

	page_write(&page, c, run->works, page_date);
	fflush(stdout);
	if (pipe(ends) != 0 || (child = fork()) < 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	if (child == 0) {
		close(ends[1]);
		render(ends[0], run->term.width);
	}
	close(ends[0]);
	feed(ends[1], &page);
	if (waitpid(child, &status, 0) < 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		msg_die(RC_SYSTEM, "the page could not be rendered");
	str_release(&page);
}
