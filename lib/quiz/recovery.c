#include "quiz/recovery.h"

#include "quiz/matrix.h"

#include <math.h>

/* About running means (Welford 1962), so that one theta of all people has no
 * spread at all. */
static void
add(struct recovery_pair *p, double n, double x, double y)
{
	double off_x = x - p->x, off_y = y - p->y;

	p->x += off_x / n;
	p->y += off_y / n;
	p->xx += off_x * (x - p->x);
	p->yy += off_y * (y - p->y);
	p->xy += off_x * (y - p->y);
	p->off += x - y;
	p->square += (x - y) * (x - y);
}

void
recovery_add(struct recovery *r, double items, struct grm_estimate at,
    struct grm_estimate full, double theta)
{
	r->people++;
	r->items += items;
	r->se += at.se;
	r->variance += at.se * at.se;
	add(&r->full, r->people, at.theta, full.theta);
	add(&r->real, r->people, at.theta, theta);
}

static struct recovery_against
against(const struct recovery_pair *p, double n)
{
	return (struct recovery_against){
	    .r = p->xx > 0 && p->yy > 0
		? matrix_correlation(p->xy / sqrt(p->xx * p->yy))
		: (double)NAN,
	    .bias = p->off / n,
	    .rmse = sqrt(p->square / n),
	};
}

struct recovery_figures
recovery_figures(const struct recovery *r)
{
	return (struct recovery_figures){
	    .people = r->people,
	    .items = r->items / r->people,
	    .se = r->se / r->people,
	    .expected = sqrt(r->variance / r->people),
	    .full = against(&r->full, r->people),
	    .real = against(&r->real, r->people),
	};
}
