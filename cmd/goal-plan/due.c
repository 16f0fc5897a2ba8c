/* goal-plan due - what is up, in words that give nothing away unless asked. */
#include "plan.h"
#include "show.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/xdg.h"
#include "plan/ledger.h"
#include "plan/words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Steps that have waited longer than this, in days, are one line together. */
enum { LONG_AWAY = 14 };

struct due {
	const struct settings *set;
	struct book book;
	struct term term;
	struct ledger ledger; /* with --remind */
	struct str ledger_path, marks;
	int lock;
	unsigned long told;
	unsigned long waited; /* of these, not shown one by one */
};

static void
show(struct due *d, const struct state_row *row)
{
	const struct state_step *step = &d->book.state.steps[row->step];
	bool wrapped = d->set->show_text && d->term.tty;
	struct str line = STR_INIT;
	char date[DATE_MAX];

	d->told++;
	if (row->day < today(d->set) - LONG_AWAY && ++d->waited > 1)
		return;
	date_format(date, date_from_day(row->day));
	str_addf(&line, "%s ", date);
	str_escape(&line, step->id, strlen(step->id), false);
	str_addc(&line, ' ');
	if (!d->set->show_text)
		str_adds(&line,
		    row->day <= today(d->set) ? "a step is due\n"
					      : "a step is coming up\n");
	else if (!wrapped)
		words_step(&line, step);
	if (wrapped)
		show_step(&d->term, line.text, step);
	else
		fputs(line.text, stdout);
	str_release(&line);
}

static bool
is_wanted(struct due *d, const struct state_row *row)
{
	const struct settings *set = d->set;

	if (!set->remind)
		return row->day <= today(set) + set->within;
	return ledger_wants(&d->ledger, &set->leads,
	    d->book.state.steps[row->step].id, row->day, set->now, today(set),
	    &d->marks);
}

/* By day; of one day in the order in which they were laid. */
static int
compare(const void *a, const void *b)
{
	const struct state_row *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->step > y->step) - (x->step < y->step);
}

static void
show_all(struct due *d)
{
	const struct state *s = &d->book.state;
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);
	struct str more = STR_INIT;
	size_t n = 0;

	for (size_t i = 0; i < s->ladder_count; i++)
		if (!s->ladders[i].removed)
			n += state_up(s, i, today(d->set), rows + n);
	if (n > 0)
		qsort(rows, n, sizeof *rows, compare);
	for (size_t k = 0; k < n; k++)
		if (is_wanted(d, &rows[k]))
			show(d, &rows[k]);
	free(rows);
	if (d->waited > 1) {
		str_addf(&more,
		    "and %lu more %s waited for you, none the worse for it",
		    d->waited - 1, d->waited == 2 ? "has" : "have");
		show_text(&d->term, more.text);
	}
	str_release(&more);
}

void
ledger_path(const struct settings *set, struct str *path)
{
	if (set->journal != NULL)
		str_addf(path, "%s.told", set->journal);
	else if (xdg_path(path, XDG_STATE, "reminders.csv") != 0)
		msg_die(RC_SYSTEM,
		    "no place for the ledger of reminders: set "
		    "HOME to a full path, or use --journal");
}

static _Noreturn void
die_ledger(const struct due *d)
{
	msg_die(RC_SYSTEM, "%s: %s", d->ledger_path.text, strerror(errno));
}

/* Two at once would tell twice, so the ledger is locked from here on. */
static void
open_ledger(struct due *d)
{
	struct str text = STR_INIT;

	ledger_path(d->set, &d->ledger_path);
	d->lock = file_lock(d->ledger_path.text);
	if (d->lock == -1)
		die_ledger(d);
	if (file_read(d->ledger_path.text, LEDGER_FILE_MAX, &text) != 0 &&
	    errno != ENOENT)
		die_ledger(d);
	ledger_read(&d->ledger, text.text, text.len, d->set->now);
	str_release(&text);
}

/* Told before marked: a crash between tells again, and loses nothing. */
static void
close_ledger(struct due *d)
{
	if (fflush(stdout) != 0)
		exit(msg_finish(RC_OK));
	if (d->marks.len > 0 &&
	    file_append_held(
		d->ledger_path.text, d->marks.text, d->marks.len) != 0)
		die_ledger(d);
	file_unlock(d->lock);
	ledger_release(&d->ledger);
	str_release(&d->ledger_path);
	str_release(&d->marks);
}

/* Whether the hour is one in which nobody wants to be reminded. */
static bool
is_quiet(const struct settings *set)
{
	int hour = moment_minute(set->now) / 60;
	int from = set->quiet_from, to = set->quiet_to;

	return from <= to ? hour >= from && hour < to
			  : hour >= from || hour < to;
}

/* Options that the other way of asking has no use for. */
static void
check_options(const struct settings *set)
{
	if (set->remind && set->within > 0)
		opt_die(&tool,
		    "--within does not go with --remind: --lead says how long "
		    "before");
	if (set->remind && set->has_on)
		opt_die(&tool,
		    "--on does not go with --remind: what it tells of a later "
		    "day would not be told when the day comes");
	if (!set->remind && (set->leads.count > 1 || set->leads.days[0] > 0))
		opt_die(&tool, "--lead goes with --remind");
	if (!set->remind && set->quiet_from != set->quiet_to)
		opt_die(&tool, "--quiet-hours goes with --remind");
}

int
verb_due(void *settings, int n, char *const operands[])
{
	struct due d = {.set = settings};
	int rc;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "due takes no operands");
	check_options(d.set);
	if (d.set->remind && is_quiet(d.set))
		return RC_OK;
	str_init(&d.ledger_path);
	str_init(&d.marks);
	term_init(&d.term, stdout, (enum term_when)d.set->color, d.set->ascii);
	book_read(&d.book, d.set);
	if (d.set->remind)
		open_ledger(&d);
	show_all(&d);
	if (d.set->remind)
		close_ledger(&d);
	rc = book_verdict(&d.book);
	book_close(&d.book);
	if (rc == RC_OK && d.set->exit_code && d.told == 0)
		return RC_NO;
	return rc;
}
