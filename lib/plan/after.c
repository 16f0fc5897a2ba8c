#include "plan/after.h"

#include "base/date.h"

static void
say_kindly(struct str *out, const struct journal_record *r)
{
	bool came = r->happened == JOURNAL_HAPPENED_YES;

	if (r->peak > ADVANCE_HIGH)
		str_adds(out,
		    "that was a lot to go through, and you did it; be kind to "
		    "yourself today\n");
	else if (came)
		str_adds(out, "that you did it counts, whatever came of it\n");
	if (came)
		str_adds(out,
		    "what you feared happened this time; elsewhere, or with "
		    "somebody else, it may not\n");
}

/* Whether the last try asked for more of the step. */
static bool
wants_more(const struct state_step *step)
{
	enum advance_reason why = step->record.reason;

	return why == ADVANCE_FEW || why == ADVANCE_CONTEXTS ||
	    why == ADVANCE_FEARED;
}

/* More tries are wanted, but not for what came true to stick, nor of what is
 * done already, to which a hard try led back. */
static const char *
reason(const struct state_step *step, const struct journal_record *r)
{
	if (step->passed && wants_more(step))
		return "it was done before, so that once more is enough";
	if (step->aside)
		return "it was left out twice in a row, and is set aside; it "
		       "can be done at any time";
	if (step->record.reason == ADVANCE_FEW &&
	    r->happened == JOURNAL_HAPPENED_YES)
		return "a few more tries will tell more";
	return advance_words(step->record.reason);
}

/* Why nothing of the step's kind comes next. */
static const char *
pause_or_end(const struct state *s, const struct state_step *step)
{
	if (s->ladders[step->ladder].paused)
		return "the ladder is paused until 'goal-plan resume'";
	if (s->resting && ladder_is_rung(step->mode))
		return "the rungs rest until 'goal-plan resume'";
	return "that was the last of these steps";
}

/* Why the step stays or passes, and which comes next, when. */
static void
say_next(struct str *out, const struct state *s, const struct state_step *step,
    const struct journal_record *r)
{
	enum state_track track = state_track_of(step);
	long next = state_current(s, step->ladder, track);
	char date[DATE_MAX];

	if (step->every.kind != EVERY_NONE) {
		date_format(date, date_from_day(step->day));
		str_addf(out,
		    step->day < moment_day(r->time)
			? "%s: the one of %s is still to be done\n"
			: "%s: again on %s\n",
		    step->id, date);
		return;
	}
	str_addf(out, "%s: %s; ", step->id, reason(step, r));
	if (next == STATE_NONE) {
		str_addf(out, "%s\n", pause_or_end(s, step));
		return;
	}
	if (&s->steps[next] == step)
		str_adds(out, "again");
	else
		str_addf(out, "next is %s,", s->steps[next].id);
	date_format(date, date_from_day(state_due(s, step->ladder, track)));
	str_addf(out, " from %s on\n", date);
}

/* Where a rung is too hard and no easier one has come up for it. */
static void
say_smaller(
    struct str *out, const struct state *s, const struct state_step *step)
{
	enum advance_reason why = step->record.reason;
	long next = state_current(s, step->ladder, STATE_RUNGS);

	if ((why == ADVANCE_TOO_HIGH || why == ADVANCE_TOO_HARD) &&
	    ladder_is_rung(step->mode) && next != STATE_NONE &&
	    &s->steps[next] == step)
		str_addf(out,
		    "a smaller step may fit better: 'goal-plan split %s' puts "
		    "one before it\n",
		    step->id);
}

void
after_say(
    struct str *out, const struct state *s, const struct journal_record *r)
{
	const struct state_step *step = &s->steps[state_step(s, r->id)];

	say_kindly(out, r);
	say_next(out, s, step, r);
	say_smaller(out, s, step);
}
