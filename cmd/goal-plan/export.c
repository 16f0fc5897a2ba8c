/* goal-plan export - prints what other programs need to remind; changes
 * nothing. */
#include "plan.h"

#include "base/msg.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A word of a shell command inside a crontab line, where a bare '%' ends the
 * command (crontab(5)). */
static void
put_word(struct str *out, const char *word)
{
	str_addc(out, '\'');
	for (; *word != '\0'; word++) {
		if (*word == '\'')
			str_adds(out, "'\\''");
		else if (*word == '%')
			str_adds(out, "\\%");
		else
			str_addc(out, *word);
	}
	str_addc(out, '\'');
}

/* Where this program stands: cron's PATH seldom leads there. */
static void
put_program(struct str *out)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);

	if (n < 0)
		msg_die(RC_SYSTEM, "/proc/self/exe: %s", strerror(errno));
	path[n] = '\0';
	put_word(out, path);
}

static void
put_journal(const struct settings *set, struct str *out)
{
	char *path;

	if (set->journal == NULL)
		return;
	if (strchr(set->journal, '\n') != NULL)
		msg_die(RC_DATA, "a crontab cannot hold a line break");
	path = realpath(set->journal, NULL);
	str_adds(out, " --journal ");
	put_word(out, path == NULL ? set->journal : path);
	free(path);
}

static int
export_crontab(const struct settings *set)
{
	struct str line = STR_INIT;

	put_program(&line);
	put_journal(set, &line);
	str_adds(&line, " due --remind");
	puts("# A reminder a day; cron mails what it prints (set MAILTO above "
	     "this line,");
	puts("# or MAILTO=\"\" for no mail).  To add it to what is there:");
	puts("# (crontab -l; goal-plan export --crontab) | crontab -");
	printf("%d %d * * * %s\n", set->at_minute % 60, set->at_minute / 60,
	    line.text);
	str_release(&line);
	return RC_OK;
}

int
verb_export(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "export takes no operands");
	if (set->export == EXPORT_NONE)
		opt_die(&tool, "say what to export: --crontab");
	return export_crontab(set);
}
