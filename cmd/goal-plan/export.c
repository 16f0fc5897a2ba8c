/* goal-plan export - prints what other programs need to remind; changes
 * nothing. */
#include "export.h"
#include "plan.h"

#include "base/mem.h"
#include "base/msg.h"
#include "plan/export.h"
#include "plan/words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where this program stands: the PATH of cron seldom leads there. */
void
export_program(struct str *path)
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

	if (folder != NULL)
		str_addf(out, "%s/", folder);
	str_adds(out, path);
	free(folder);
}

/* No folder of a path may begin a line of its own where lines are read. */
static void
put_word(
    struct str *out, const char *text, void (*word)(struct str *, const char *))
{
	if (strchr(text, '\n') != NULL)
		msg_die(RC_DATA, "a line cannot hold a line break: %s", text);
	word(out, text);
}

/* "PROGRAM [--journal FILE] due --remind", each word quoted. */
static void
put_command(const struct settings *set, struct str *out,
    void (*word)(struct str *, const char *))
{
	struct str path = STR_INIT;

	export_program(&path);
	put_word(out, path.text, word);
	str_clear(&path);
	if (set->journal != NULL) {
		str_adds(out, " --journal ");
		add_full_path(&path, set->journal);
		put_word(out, path.text, word);
	}
	str_release(&path);
	str_adds(out, " due --remind");
}

static void
export_crontab(const struct settings *set)
{
	struct str line = STR_INIT;

	put_command(set, &line, export_cron);
	puts("# A reminder a day; cron mails what it prints (set MAILTO above "
	     "this line,");
	puts("# or MAILTO=\"\" for no mail).  To add it to what is there:");
	puts("# (crontab -l; goal-plan export --crontab) | crontab -");
	printf("%d %d * * * %s\n", set->at_minute % 60, set->at_minute / 60,
	    line.text);
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

static void
export_notify(const struct settings *set)
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

static void
export_units(const struct settings *set)
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

/* What may be said of a step. */
static void
put_what(
    const struct settings *set, const struct state_step *step, struct str *what)
{
	if (set->show_text)
		words_plan(what, step);
	else
		str_adds(what, "a step is due");
}

static void
put_item(const struct settings *set, const struct state *s,
    const struct state_row *row, struct str *out)
{
	const struct state_step *step = &s->steps[row->step];
	struct str what = STR_INIT;
	struct export_item item = {.id = step->id,
	    .day = row->day,
	    .minute = set->at_minute,
	    .duration = step->minutes,
	    .every = step->every,
	    .first = step->first_day,
	    .leads = &set->leads};

	put_what(set, step, &what);
	item.what = what.text;
	if (set->export == EXPORT_REMIND)
		export_remind(out, &item, today(set));
	else
		export_todo(out, &item, today(set));
	str_release(&what);
}

void
export_steps(const struct settings *set, const struct state *s,
    export_step *take, struct str *out)
{
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);

	for (size_t i = 0; i < s->ladder_count; i++) {
		size_t n = s->ladders[i].removed
		    ? 0
		    : state_up(s, i, today(set), rows);

		for (size_t k = 0; k < n; k++)
			take(set, s, &rows[k], out);
	}
	free(rows);
}

/* What is up, for a program that keeps its own list. */
static int
export_list(const struct settings *set)
{
	struct str out = STR_INIT;
	struct book b;
	int rc;

	book_read(&b, set);
	if (set->export == EXPORT_ICS) {
		export_ics(set, &b.state);
	} else {
		export_steps(set, &b.state, put_item, &out);
		fputs(out.text, stdout);
	}
	str_release(&out);
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}

int
verb_export(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;

	if (n > 0)
		opt_die(&tool, "export takes no operands");
	if (set->csv)
		return verb_list(settings, n, operands);
	switch (set->export) {
	case EXPORT_NONE:
		opt_die(&tool,
		    "say what to export: --crontab, --systemd, "
		    "--notify, --ics, --remind, --todo or --csv");
	case EXPORT_CRONTAB:
		export_crontab(set);
		return RC_OK;
	case EXPORT_SYSTEMD:
		export_units(set);
		return RC_OK;
	case EXPORT_NOTIFY:
		export_notify(set);
		return RC_OK;
	default:
		return export_list(set);
	}
}
