/* goal-plan predict, done, skip, pause, resume - what a person writes down. */
#include "plan.h"

#include "base/msg.h"
#include "cli/io.h"
#include "plan/advance.h"

#include <stdio.h>
#include <string.h>

/* The note: given in words, or "-", read to the end of standard input. */
static const char *
read_note(const struct settings *set, struct str *text)
{
	if (set->note == NULL)
		return "";
	if (strcmp(set->note, "-") != 0)
		str_adds(text, set->note);
	else
		io_read("-", JOURNAL_TEXT_MAX, text);
	if (memchr(text->text, '\0', text->len) != NULL)
		msg_die(RC_DATA, "the note holds a NUL byte");
	if (text->len > JOURNAL_TEXT_MAX)
		msg_die(RC_DATA, "the note is longer than %d bytes",
		    JOURNAL_TEXT_MAX);
	while (text->len > 0 && text->text[text->len - 1] == '\n')
		text->text[--text->len] = '\0';
	return text->text;
}

/* What follows from the record, in a line. */
static void
tell_next(const struct state *s, size_t at)
{
	const struct state_step *step = &s->steps[at];
	enum state_track track = state_track_of(step);
	long next = state_current(s, step->ladder, track);
	char date[DATE_MAX] = "";

	if (next != STATE_NONE)
		date_format(
		    date, date_from_day(state_due(s, step->ladder, track)));
	if (next == STATE_NONE)
		msg_note("%s: %s; that was the last of these steps", step->id,
		    advance_words(step->record.reason));
	else if (next == (long)at)
		msg_note("%s: %s; again from %s on", step->id,
		    advance_words(step->record.reason), date);
	else
		msg_note("%s: %s; next is %s, from %s on", step->id,
		    advance_words(step->record.reason), s->steps[next].id,
		    date);
}

/* Writes one record about a step down. */
static int
record_step(const struct settings *set, enum journal_kind kind, const char *id)
{
	struct str note = STR_INIT;
	struct journal_record r;
	struct book b;
	size_t at;

	journal_blank(&r, kind);
	r.note = read_note(set, &note);
	r.likelihood = set->likelihood;
	r.suds = kind == JOURNAL_PREDICT ? set->suds : JOURNAL_NONE;
	r.peak = set->peak;
	r.setting = set->setting == NULL ? "" : set->setting;
	book_edit(&b, set);
	at = book_step(&b, id);
	r.id = id;
	book_append(&b, set, &r, 1);
	if (kind != JOURNAL_PREDICT)
		tell_next(&b.state, at);
	book_close(&b);
	str_release(&note);
	return RC_OK;
}

static const char *
only_id(int n, char *const operands[])
{
	if (n != 1)
		opt_die(&tool, "name one step by its ID");
	return operands[0];
}

int
verb_predict(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	const char *id = only_id(n, operands);

	if (set->likelihood == JOURNAL_NONE && set->suds == JOURNAL_NONE &&
	    set->note == NULL)
		opt_die(&tool,
		    "say what you expect: --likelihood, --suds or "
		    "--note");
	return record_step(set, JOURNAL_PREDICT, id);
}

int
verb_done(void *settings, int n, char *const operands[])
{
	return record_step(settings, JOURNAL_DONE, only_id(n, operands));
}

int
verb_skip(void *settings, int n, char *const operands[])
{
	return record_step(settings, JOURNAL_SKIP, only_id(n, operands));
}

/* One ladder, or all of them. */
static int
record_ladder(const struct settings *set, enum journal_kind kind, int n,
    char *const operands[])
{
	struct journal_record r;
	struct book b;

	if (n > 1)
		opt_die(&tool, "name one ladder by its ID, or none for all");
	journal_blank(&r, kind);
	book_edit(&b, set);
	if (n == 1) {
		if (state_ladder(&b.state, operands[0]) == STATE_NONE)
			msg_die(RC_NO,
			    "no ladder '%s' ('goal-plan list' "
			    "shows them)",
			    operands[0]);
		r.id = operands[0];
	}
	book_append(&b, set, &r, 1);
	book_close(&b);
	return RC_OK;
}

int
verb_pause(void *settings, int n, char *const operands[])
{
	return record_ladder(settings, JOURNAL_PAUSE, n, operands);
}

int
verb_resume(void *settings, int n, char *const operands[])
{
	return record_ladder(settings, JOURNAL_RESUME, n, operands);
}
