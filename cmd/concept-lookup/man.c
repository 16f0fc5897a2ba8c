/*
 * A concept as a manual page: its source, or rendered by the system's man.
 */
#include "lookup.h"

#include "base/msg.h"
#include "base/num.h"
#include "concept/page.h"

#include <errno.h>
#include <fcntl.h>
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
render(FILE *page, int to, int width)
{
	make_room(width);
	dup2(fileno(page), STDIN_FILENO);
	if (to >= 0)
		dup2(to, STDOUT_FILENO);
	execlp("man", "man", "-l", "-", (char *)NULL);
	execlp("mandoc", "mandoc", "-a", (char *)NULL);
	msg_warn("neither man nor mandoc is installed");
	_exit(RC_SYSTEM);
}

/* A file without a name, from its beginning; man may write before it has read
 * all, so that a pipe could block both. */
static FILE *
keep(const struct str *page)
{
	FILE *fp = tmpfile();

	if (fp == NULL || fwrite(page->text, 1, page->len, fp) != page->len ||
	    fflush(fp) != 0 || lseek(fileno(fp), 0, SEEK_SET) != 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	return fp;
}

static void
copy(int from)
{
	char part[8192];
	ssize_t got;

	while ((got = read(from, part, sizeof part)) > 0)
		fwrite(part, 1, (size_t)got, stdout);
	close(from);
}

/* man does not tell when its output is lost, so that but for a terminal, which
 * it pages for, we write it. */
void
man_show(struct run *run, const struct concept *c)
{
	struct str page = STR_INIT;
	int ends[2] = {-1, -1}, status;
	pid_t child;
	FILE *fp;

	page_write(&page, c, run->works, page_date);
	fp = keep(&page);
	fflush(stdout);
	if ((!isatty(STDOUT_FILENO) && pipe2(ends, O_CLOEXEC) != 0) ||
	    (child = fork()) < 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	if (child == 0)
		render(fp, ends[1], run->term.width);
	fclose(fp);
	if (ends[1] >= 0) {
		close(ends[1]);
		copy(ends[0]);
	}
	if (waitpid(child, &status, 0) < 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		msg_die(RC_SYSTEM, "the page could not be rendered");
	str_release(&page);
}
