/* goal-plan rate, edit, remove, undo - a ladder made one's own. */
#include "change.h"

#include "ask.h"
#include "heed.h"

#include "base/mem.h"
#include "base/msg.h"
#include "plan/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *
change_operand(int n, char *const operands[], const char *what)
{
	if (n != 1)
		opt_die(&tool, "%s", what);
	return operands[0];
}

void
change_describe(struct journal_record *r, const struct settings *set)
{
	r->suds = set->suds;
	r->minutes = set->minutes;
	r->repeat = set->repeat;
	r->has_due = set->has_due;
	r->due = set->due;
	r->cue = said(set->cue);
	settings_where(set);
	r->setting = set->setting == NULL ? "" : set->setting;
	r->mode = set->mode == NULL ? "" : set->mode;
	r->every = set->every == NULL ? "" : set->every;
}

void
change_tell_day(const struct state *s, const struct journal_record *r)
{
	const struct state_step *step = &s->steps[state_step(s, r->id)];
	long day = schedule_from(&s->ladders[step->ladder].plan, r->due);
	char wished[DATE_MAX], date[DATE_MAX];

	if (!r->has_due || step->every.kind != EVERY_NONE)
		return;
	date_format(wished, date_from_day(r->due));
	date_format(date, date_from_day(day));
	if (r->due < s->today)
		msg_note("%s has passed: the step waits for no day and comes "
			 "in its turn",
		    wished);
	else if (day != r->due)
		msg_note("%s is a quiet day of the ladder: the step waits "
			 "until %s",
		    wished, date);
}

/* One record that changes a step. */
static int
change(const struct settings *set, struct journal_record *r, const char *id)
{
	struct book b;

	book_edit(&b, set);
	book_step(&b, id);
	r->id = id;
	heed_append(&b, set, r, 1);
	change_tell_day(&b.state, r);
	book_close(&b);
	return RC_OK;
}

int
verb_rate(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct journal_record r;

	change_operand(n, operands, "name one step by its ID");
	if (set->suds == JOURNAL_NONE)
		opt_die(&tool, "say how hard it is for you: --suds");
	journal_blank(&r, JOURNAL_RATE);
	r.suds = set->suds;
	return change(set, &r, operands[0]);
}

static bool
changes_nothing(const struct journal_record *r)
{
	return *r->text == '\0' && *r->cue == '\0' && *r->setting == '\0' &&
	    r->suds == JOURNAL_NONE && r->minutes == JOURNAL_NONE &&
	    r->repeat == JOURNAL_NONE && !r->has_due;
}

int
verb_edit(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct str text = STR_INIT;
	struct journal_record r;
	int rc;

	change_operand(n, operands, "name one step by its ID");
	journal_blank(&r, JOURNAL_EDIT);
	change_describe(&r, set);
	r.text = read_text(set->text, &text);
	if (changes_nothing(&r))
		opt_die(&tool,
		    "say what to change: --text, --suds, --minutes, --setting, "
		    "--repeat, --cue or --due");
	rc = change(set, &r, operands[0]);
	str_release(&text);
	return rc;
}

int
verb_remove(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	const char *id =
	    change_operand(n, operands, "name one step or ladder by its ID");
	struct journal_record r;
	struct book b;

	journal_blank(&r, JOURNAL_REMOVE);
	r.id = id;
	book_edit(&b, set);
	if (strchr(id, '.') != NULL)
		book_step(&b, id);
	else
		book_ladder(&b, id);
	book_append(&b, set, &r, 1);
	book_close(&b);
	return RC_OK;
}

int
verb_undo(void *settings, int n, char *const operands[])
{
	struct settings *set = settings;
	const struct state_last *last;
	struct str words = STR_INIT;
	struct journal_record r;
	char date[DATE_MAX], *event;
	struct book b;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "undo takes back the last change: no operands");
	set->full = true;
	book_edit(&b, set);
	last = &b.state.last;
	if (last->event.len == 0)
		msg_die(RC_NO, "nothing to undo");
	words_event(&words, last->kind, last->id.text);
	if (last->rest && last->kind != JOURNAL_REST)
		str_adds(&words, " and the rest of all ladders");
	date_format(date, date_from_day(last->day));
	journal_blank(&r, JOURNAL_UNDO);
	r.note = event = mem_strdup(last->event.text);
	book_append(&b, set, &r, 1);
	msg_note("undone: %s, written down on %s", words.text, date);
	free(event);
	str_release(&words);
	book_close(&b);
	return RC_OK;
}
