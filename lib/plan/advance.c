#include "plan/advance.h"

#include "plan/journal.h"

#include <string.h>

void
advance_init(struct advance *a)
{
	memset(a, 0, sizeof *a);
	a->first = a->last = JOURNAL_NONE;
}

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

int
advance_tries(enum ladder_mode mode, int repeat)
{
	return ladder_is_rung(mode) ? smaller(repeat, ADVANCE_TRIES) : repeat;
}

static enum advance_verdict
hold(struct advance *a, enum advance_reason reason)
{
	a->reason = reason;
	return ADVANCE_HOLD;
}

static enum advance_verdict
up(struct advance *a, enum advance_reason reason)
{
	a->reason = reason;
	return ADVANCE_UP;
}

static enum advance_verdict
back(struct advance *a, enum advance_reason reason)
{
	a->reason = reason;
	a->skips = 0;
	return ADVANCE_BACK;
}

static void
count_try(struct advance *a, const struct advance_try *t)
{
	a->tries++;
	a->skips = 0;
	if (a->tries == 1)
		a->context = t->context;
	else if (strcmp(a->context, t->context) != 0)
		a->varied = true;
	if (a->first == JOURNAL_NONE)
		a->first = t->before != JOURNAL_NONE ? t->before : t->after;
	if (t->after != JOURNAL_NONE)
		a->last = t->after;
	if (t->peak != JOURNAL_NONE && t->peak <= ADVANCE_CALM)
		a->calm++;
	if (t->happened != JOURNAL_NONE)
		a->came = t->happened == JOURNAL_HAPPENED_YES;
	if (t->peak != JOURNAL_NONE || t->after != JOURNAL_NONE)
		a->rated++;
}

static enum advance_verdict
judge_rung(struct advance *a, int repeat)
{
	int need = smaller(repeat, ADVANCE_TRIES);
	int alone = need == 1 ? 1 : smaller(repeat + 2, ADVANCE_SINGLE);

	if (a->tries < need)
		return hold(a, ADVANCE_FEW);
	if (!a->varied && a->tries < alone)
		return hold(a, ADVANCE_CONTEXTS);
	if (a->first != JOURNAL_NONE && a->last != JOURNAL_NONE &&
	    2 * a->last <= a->first)
		return up(a, ADVANCE_HALVED);
	if (a->calm >= smaller(need, 2))
		return up(a, ADVANCE_CALMED);
	if (a->rated == 0 && !a->came)
		return up(a, ADVANCE_TRIED);
	return hold(a, ADVANCE_FEARED);
}

enum advance_verdict
advance_done(struct advance *a, const struct advance_try *t,
    enum ladder_mode mode, int repeat)
{
	count_try(a, t);
	if (!ladder_is_rung(mode))
		return a->tries >= repeat ? up(a, ADVANCE_TRIED)
					  : hold(a, ADVANCE_FEW);
	if (t->peak > ADVANCE_HIGH)
		return back(a, ADVANCE_TOO_HIGH);
	return judge_rung(a, repeat);
}

enum advance_verdict
advance_skip(struct advance *a)
{
	a->skips++;
	if (a->skips >= ADVANCE_SKIPS)
		return back(a, ADVANCE_TOO_HARD);
	return hold(a, ADVANCE_SKIPPED);
}

const char *
advance_words(enum advance_reason reason)
{
	static const char *const words[] = {
	    [ADVANCE_FEW] = "a few more tries make it stick",
	    [ADVANCE_CONTEXTS] =
		("it wants trying in another place or with another person"),
	    [ADVANCE_FEARED] =
		"the fear has not eased far enough yet, which takes its time",
	    [ADVANCE_SKIPPED] = "it was left out once, which costs nothing",
	    [ADVANCE_HALVED] = "what was feared came to seem half as likely",
	    [ADVANCE_CALMED] = "the peak was 30 or less twice",
	    [ADVANCE_TRIED] = "it was tried as often as planned",
	    [ADVANCE_TOO_HIGH] = "the peak was above 80",
	    [ADVANCE_TOO_HARD] = "it was left out twice in a row",
	};

	return words[reason];
}
