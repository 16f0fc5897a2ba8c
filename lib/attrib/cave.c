#include "attrib/cave.h"

#include <math.h>

const struct cave_kind cave_kinds[CAVE_SCALES] = {
    {"composite-negative", "explanatory-style", 3, 21},
    {"composite-positive", "", 3, 21}, {"difference", "", -18, 18},
    {"hopelessness", "hopelessness", 2, 14},
    {"helplessness", "learned-helplessness", 1, 7}};

/* Adds x to the composite if everything in it was rated. */
static void
add(struct cave *c, enum cave_scale scale, double x)
{
	if (isnan(x))
		return;
	c->sum[scale] += x;
	c->events[scale]++;
}

void
cave_add(struct cave *c, enum valence valence, const double rating[DIM_SCALES])
{
	double pair = rating[DIM_STABILITY] + rating[DIM_GLOBALITY];
	double all = rating[DIM_INTERNALITY] + pair;

	if (valence == VALENCE_POSITIVE) {
		c->good++;
		add(c, CAVE_POSITIVE, all);
	} else if (valence == VALENCE_NEGATIVE) {
		c->bad++;
		add(c, CAVE_NEGATIVE, all);
		add(c, CAVE_HOPELESSNESS, pair);
		add(c, CAVE_HELPLESSNESS, 8 - rating[DIM_CONTROL]);
	}
}

double
cave_score(const struct cave *c, enum cave_scale scale)
{
	if (scale == CAVE_DIFFERENCE)
		return cave_score(c, CAVE_POSITIVE) -
		    cave_score(c, CAVE_NEGATIVE);
	if (c->events[scale] == 0)
		return NAN;
	return c->sum[scale] / (double)c->events[scale];
}

void
cave_counts(const struct cave *c, enum cave_scale scale,
    unsigned long *answered, unsigned long *missing)
{
	unsigned long more, less;

	if (scale == CAVE_DIFFERENCE) {
		cave_counts(c, CAVE_POSITIVE, answered, missing);
		cave_counts(c, CAVE_NEGATIVE, &more, &less);
		*answered += more;
		*missing += less;
		return;
	}
	*answered = c->events[scale];
	*missing = (scale == CAVE_POSITIVE ? c->good : c->bad) - *answered;
}
