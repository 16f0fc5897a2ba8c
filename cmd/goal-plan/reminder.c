/* What has other programs run "goal-plan due --remind": a line for cron, units
 * of systemd, a call of notify-send. */
#include "export.h"

#include "base/msg.h"
#include "plan/export.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How a word is quoted. */
typedef void quote(struct str *out, const char *word);

/* Where this program stands: the PATH of cron seldom leads there. */
static void
add_program(struct str *path)
{
	char buf[4096];
	ssize_t n = readlink("/proc/self/exe", buf, sizeof buf);

	if (n < 0 || (size_t)n == sizeof buf)
		msg_die(RC_SYSTEM, "/proc/self/exe: %s", strerror(errno));
	str_add(path, buf, (size_t)n);
}

static void
add_full_path(struct str *out, const char *path)
{
	char *folder = path[0] == '/' ? NULL : getcwd(NULL, 0);

	if (path[0] != '/' && folder == NULL)
		msg_die(RC_SYSTEM, "the current folder: %s", strerror(errno));
	if (folder != NULL)
		str_addf(out, "%s/", folder);
	str_adds(out, path);
	free(folder);
}

/* No folder of a path may begin a line of its own where lines are read (to
 * systemd a carriage return ends one too), or command the terminal. */
static void
put_word(struct str *out, const char *text, quote *word)
{
	for (const char *p = text; *p != '\0'; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7F)
			msg_die(RC_DATA,
			    "a line cannot hold a line break or control: %s",
			    text);
	word(out, text);
}

/* The variables that lead to the journal, to the ledger and to today: who runs
 * the command later has others. */
static void
put_environment(const struct settings *set, struct str *out, quote *word)
{
	static const struct {
		const char *name;
		bool folder; /* one that is not absolute is ignored */
	} variables[] = {
	    {"TZ", false}, {"XDG_DATA_HOME", true}, {"XDG_STATE_HOME", true}};

	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i].name);

		if (value == NULL ||
		    (variables[i].folder &&
			(value[0] != '/' || set->journal != NULL)))
			continue;
		str_addf(out, "%s=", variables[i].name);
		put_word(out, value, word);
		str_addc(out, ' ');
	}
}

static void
put_journal(const struct settings *set, struct str *out, quote *word)
{
	struct str path = STR_INIT;

	if (set->journal != NULL) {
		book_need(set);
		str_adds(out, " --journal ");
		add_full_path(&path, set->journal);
		put_word(out, path.text, word);
	}
	str_release(&path);
}

/* The options that due has too. */
static void
put_options(const struct settings *set, struct str *out)
{
	const struct ledger_leads *leads = &set->leads;

	if (leads->count > 1 || leads->days[0] > 0)
		for (int i = 0; i < leads->count; i++)
			str_addf(out, "%s%d", i == 0 ? " --lead " : ",",
			    leads->days[i]);
	if (set->show_text)
		str_adds(out, " --show-text");
}

/* "NAME=VALUE PROGRAM [--journal FILE] due --remind", each word quoted. */
static void
put_command(const struct settings *set, struct str *out, quote *word)
{
	struct str path = STR_INIT;

	put_environment(set, out, word);
	add_program(&path);
	put_word(out, path.text, word);
	str_release(&path);
	put_journal(set, out, word);
	str_adds(out, " due --remind");
	put_options(set, out);
}

void
reminder_crontab(const struct settings *set)
{
	struct str line = STR_INIT, own = STR_INIT;
	int hour = set->at_minute / 60, minute = set->at_minute % 60;

	put_command(set, &line, export_cron);
	str_addf(&own, " --at %02d:%02d", hour, minute);
	put_options(set, &own);
	put_journal(set, &own, export_shell);
	puts("# A reminder a day; cron mails what it prints (set MAILTO above "
	     "this line,");
	puts("# or MAILTO=\"\" for no mail).  To add it to what is there:");
	printf("# (crontab -l; goal-plan export --crontab%s) | crontab -\n",
	    own.text);
	printf("%d %d * * * %s\n", minute, hour, line.text);
	str_release(&own);
	str_release(&line);
}

static void
put_notify(const struct settings *set, struct str *out)
{
	str_adds(out, "steps=$(");
	put_command(set, out, export_shell);
	str_adds(out,
	    "); [ -z \"$steps\" ] || "
	    "notify-send 'goal-plan' \"$steps\"");
}

void
reminder_notify(const struct settings *set)
{
	struct str line = STR_INIT;

	put_notify(set, &line);
	puts("# Run from cron, this needs the address of the desktop first:");
	puts("# export XDG_RUNTIME_DIR=/run/user/$(id -u)");
	puts("# export DBUS_SESSION_BUS_ADDRESS="
	     "unix:path=$XDG_RUNTIME_DIR/bus");
	puts(line.text);
	str_release(&line);
}

void
reminder_units(const struct settings *set)
{
	struct str line = STR_INIT, quoted = STR_INIT;

	put_notify(set, &line);
	export_systemd(&quoted, line.text);
	printf("# ~/.config/systemd/user/goal-plan.service\n"
	       "[Unit]\n"
	       "Description=A word about small steps\n"
	       "Documentation=man:goal-plan(1)\n\n"
	       "[Service]\n"
	       "Type=oneshot\n"
	       "ExecStart=/bin/sh -c \"%s\"\n\n",
	    quoted.text);
	printf("# ~/.config/systemd/user/goal-plan.timer\n"
	       "# then: systemctl --user enable --now goal-plan.timer\n"
	       "[Unit]\n"
	       "Description=A word about small steps, once a day\n"
	       "Documentation=man:goal-plan(1)\n\n"
	       "[Timer]\n"
	       "OnCalendar=*-*-* %02d:%02d:00\n"
	       "Persistent=true\n\n"
	       "[Install]\n"
	       "WantedBy=timers.target\n",
	    set->at_minute / 60, set->at_minute % 60);
	str_release(&quoted);
	str_release(&line);
}
