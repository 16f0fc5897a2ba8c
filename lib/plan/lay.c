#include "plan/lay.h"

#include "plan/advance.h"

#include <stdlib.h>
#include <string.h>

/* Indices of steps. */
struct pick {
	const struct ladder *l;
	size_t at[LAY_MAX];
	size_t count;
};

static int
suds(const struct pick *p, size_t i)
{
	return p->l->steps[p->at[i]].suds;
}

/* Keeps p sorted by SUDS, then by place in the file. */
static void
insert(struct pick *p, size_t step)
{
	size_t i = p->count;

	if (p->count == LAY_MAX)
		return;
	while (i > 0 &&
	    (suds(p, i - 1) > p->l->steps[step].suds ||
		(suds(p, i - 1) == p->l->steps[step].suds &&
		    p->at[i - 1] > step))) {
		p->at[i] = p->at[i - 1];
		i--;
	}
	p->at[i] = step;
	p->count++;
}

static void
drop(struct pick *p, size_t i)
{
	p->count--;
	memmove(&p->at[i], &p->at[i + 1], (p->count - i) * sizeof p->at[0]);
}

static int
widest_gap(const struct pick *p)
{
	int gap = 0;

	for (size_t i = 1; i < p->count; i++)
		if (suds(p, i) - suds(p, i - 1) > gap)
			gap = suds(p, i) - suds(p, i - 1);
	return gap;
}

static bool
fits(const struct ladder_step *s, int setting)
{
	return setting < 0 || (int)s->setting == setting ||
	    s->setting == LADDER_SOLO;
}

static void
gather(struct pick *p, const struct ladder *l, int setting)
{
	p->l = l;
	p->count = 0;
	for (size_t i = 0; i < l->step_count; i++)
		if (ladder_is_rung(l->steps[i].mode) &&
		    fits(&l->steps[i], setting))
			insert(p, i);
}

/* Takes away the rungs below the start, as long as enough are left. */
static void
cut_below(struct pick *p)
{
	while (p->count > LAY_RUNGS_MIN && suds(p, 0) < LAY_START &&
	    suds(p, 1) <= LAY_START_MAX)
		drop(p, 0);
}

/* The inner rung that leaves the smallest gap when it goes, those of other
 * settings first; the topmost where every other would leave one too wide. */
static size_t
least_missed(const struct pick *p, int setting)
{
	size_t best = p->count - 1;
	int gap, least = 2 * LAY_GAP + 1;

	for (size_t i = 1; i + 1 < p->count; i++) {
		gap = suds(p, i + 1) - suds(p, i - 1);
		if (gap > LAY_GAP)
			continue;
		if (fits(&p->l->steps[p->at[i]], setting))
			gap += LAY_GAP;
		if (gap < least) {
			least = gap;
			best = i;
		}
	}
	return best;
}

static bool
is_sound(const struct pick *p)
{
	return p->count >= LAY_RUNGS_MIN && suds(p, 0) <= LAY_START_MAX &&
	    widest_gap(p) <= LAY_GAP;
}

static void
pick_rungs(struct pick *p, struct lay *lay, const struct ladder *l, int setting)
{
	gather(p, l, setting);
	cut_below(p);
	if (!is_sound(p) && setting >= 0) {
		size_t before = p->count;

		gather(p, l, -1);
		cut_below(p);
		lay->widened = p->count > before;
	}
	while (p->count > LAY_RUNGS_MAX)
		drop(p, least_missed(p, setting));
	while (p->count > 0 && suds(p, 0) > LAY_START_MAX)
		drop(p, 0);
	lay->wide_gap = widest_gap(p) > LAY_GAP;
	lay->rungs = p->count;
}

static void
gather_beside(
    struct pick *p, const struct ladder *l, const struct lay_wish *wish)
{
	p->l = l;
	p->count = 0;
	for (size_t i = 0; i < l->step_count && p->count < LAY_MAX; i++) {
		const struct ladder_step *s = &l->steps[i];

		if (ladder_is_rung(s->mode) || !fits(s, wish->setting))
			continue;
		if (wish->gentle &&
		    (s->mode != LADDER_ACTIVATION || s->suds > LAY_GENTLE))
			continue;
		p->at[p->count++] = i;
	}
}

/* At rest there is little to choose from: better elsewhere than nothing. */
static void
pick_beside(struct pick *p, struct lay *lay, const struct ladder *l,
    const struct lay_wish *wish)
{
	struct lay_wish anywhere = {-1, wish->gentle};

	gather_beside(p, l, wish);
	if (p->count == 0 && wish->gentle) {
		gather_beside(p, l, &anywhere);
		lay->widened = p->count > 0;
	}
}

/* Dates a track: each step from the day the one before has had its tries. */
static void
date_track(struct lay *lay, const struct pick *p, const struct schedule *when,
    long start)
{
	struct schedule_past past = {0};
	long day = schedule_from(when, start);

	for (size_t i = 0; i < p->count && lay->count < LAY_MAX; i++) {
		const struct ladder_step *s = &p->l->steps[p->at[i]];

		lay->steps[lay->count++] =
		    (struct lay_step){.step = p->at[i], .day = day};
		for (int n = advance_tries(s->mode, s->repeat); n > 0; n--) {
			schedule_remember(&past, day);
			day = schedule_next(when, &past);
		}
	}
}

/* Merges the two tracks by day; a stable insertion sort is plenty. */
static void
sort_by_day(struct lay *lay)
{
	for (size_t i = 1; i < lay->count; i++) {
		struct lay_step s = lay->steps[i];
		size_t k = i;

		for (; k > 0 && lay->steps[k - 1].day > s.day; k--)
			lay->steps[k] = lay->steps[k - 1];
		lay->steps[k] = s;
	}
}

void
lay_out(struct lay *lay, const struct ladder *l, const struct lay_wish *wish,
    const struct schedule *when, long start)
{
	struct pick pick;

	memset(lay, 0, sizeof *lay);
	pick_beside(&pick, lay, l, wish);
	date_track(lay, &pick, when, start);
	if (!wish->gentle) {
		pick_rungs(&pick, lay, l, wish->setting);
		date_track(lay, &pick, when, start);
	}
	sort_by_day(lay);
}
