/*
 * A pager for text that is longer than the terminal.
 */
#include "lookup.h"

#include "base/msg.h"
#include "cli/helpline.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

void
pager_open(struct pager *p, struct term *t)
{
	*p = (struct pager){.term = t};
	if (!t->tty)
		return;
	p->memory = open_memstream(&p->text, &p->len);
	if (p->memory == NULL)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	t->fp = p->memory;
}

enum { OF_HELP = 20 /* lines that help takes, at the most */ };

/* With so many lines above it. */
static bool
is_long(const struct pager *p, int lines)
{
	for (size_t i = 0; i < p->len; i++)
		lines += p->text[i] == '\n';
	return lines >= p->term->height;
}

static FILE *
start(void)
{
	const char *command = getenv("PAGER"), *term = getenv("TERM");

	setenv("LESS", "FRX", 0);
	/* On a dumb terminal less would ask whether it is meant to. */
	if (command == NULL)
		command =
		    term == NULL || strcmp(term, "dumb") == 0 ? "" : "less";
	return *command == '\0' ? NULL : popen(command, "w");
}

/* Where there is no pager to be had, the text is shown without. */
void
pager_close(struct pager *p)
{
	FILE *pipe = NULL;

	if (p->memory == NULL)
		return;
	if (fclose(p->memory) != 0)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	p->term->fp = stdout;
	if (is_long(p, 0) && !helpline_offered())
		pipe = start();
	if (pipe != NULL) {
		signal(SIGPIPE, SIG_IGN); /* it may be left early */
		fwrite(p->text, 1, p->len, pipe);
		if (WEXITSTATUS(pclose(pipe)) == 127)
			pipe = NULL;
		signal(SIGPIPE, SIG_DFL);
	}
	if (pipe == NULL)
		fwrite(p->text, 1, p->len, stdout);
	if (helpline_offered() && is_long(p, OF_HELP))
		helpline_again(p->term);
	free(p->text);
}
