#include "plan/why.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>

static void
say_line(struct str *out, unsigned long line)
{
	if (line > 0)
		str_addf(out, " (journal line %lu)", line);
}

static void
say_reason(struct str *out, const struct state_step *step)
{
	str_adds(out, advance_words(step->record.reason));
	say_line(out, step->decided);
}

static void
say_day(struct str *out, const struct state_row *row)
{
	char date[DATE_MAX];

	date_format(date, date_from_day(row->day));
	str_addf(out, "; its day is %s", date);
}

/* A step that is up: stepped back to, being repeated, or first in line. */
static void
say_up(struct str *out, const struct state *s, const struct state_row *row)
{
	const struct state_step *step = &s->steps[row->step];
	const struct state_ladder *l = &s->ladders[step->ladder];

	if (step->every.kind != EVERY_NONE) {
		str_adds(out, " comes round again");
	} else if (l->back == (long)row->step) {
		const struct state_step *from = &s->steps[l->back_from];

		str_addf(out, " is up once more, after %s: ", from->id);
		say_reason(out, from);
	} else if (step->decided > 0) {
		str_adds(out, " stays up: ");
		say_reason(out, step);
	} else {
		str_adds(out, " is up: it is the first that is not done yet");
	}
	say_day(out, row);
}

static void
say_later(struct str *out, const struct state *s, const struct state_row *row)
{
	const struct state_step *step = &s->steps[row->step];
	long up = state_current(s, step->ladder, state_track_of(step));

	if (up == STATE_NONE)
		str_adds(out, " comes later");
	else
		str_addf(out, " comes later: %s is first", s->steps[up].id);
}

static void
say(struct str *out, const struct state *s, const struct state_row *row)
{
	const struct state_step *step = &s->steps[row->step];

	str_adds(out, step->id);
	switch (row->word) {
	case STATE_DUE:
	case STATE_NEXT:
		say_up(out, s, row);
		break;
	case STATE_LATER:
		say_later(out, s, row);
		break;
	case STATE_DONE:
		str_addf(out, " is done: %s", advance_words(step->passed_for));
		say_line(out, step->passed_by);
		break;
	case STATE_ASIDE:
		str_adds(out, " is set aside: ");
		say_reason(out, step);
		str_adds(out, "; it can be done at any time");
		break;
	case STATE_PAUSED:
		str_adds(out, " waits: its ladder is paused");
		say_line(out, s->ladders[step->ladder].held);
		break;
	case STATE_RESTING:
		str_adds(out, " rests until 'goal-plan resume'");
		say_line(out, s->rested);
		break;
	}
}

void
why_say(struct str *out, const struct state *s, size_t step, long today)
{
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);
	size_t n = state_rows(s, s->steps[step].ladder, today, rows);

	for (size_t i = 0; i < n; i++)
		if (rows[i].step == step)
			say(out, s, &rows[i]);
	free(rows);
}
