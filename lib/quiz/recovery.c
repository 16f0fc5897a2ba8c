#include "quiz/recovery.h"

#include <math.h>

static void
add(struct recovery_pair *p, double x, double y)
{
	p->x += x;
	p->y += y;
	p->xx += x * x;
	p->yy += y * y;
	p->xy += x * y;
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
	add(&r->full, at.theta, full.theta);
	add(&r->real, at.theta, theta);
}

static struct recovery_against
against(const struct recovery_pair *p, double n)
{
	double xx = p->xx - p->x * p->x / n, yy = p->yy - p->y * p->y / n;

	return (struct recovery_against){
	    .r = xx > 0 && yy > 0 ? (p->xy - p->x * p->y / n) / sqrt(xx * yy)
				  : (double)NAN,
	    .bias = (p->x - p->y) / n,
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
