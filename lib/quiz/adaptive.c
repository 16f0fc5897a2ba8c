#include "quiz/adaptive.h"

#include "base/chance.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* No probability counts as less, as in eap.c: its logarithm stays finite. */
#define LEAST 1e-25

#define RELIABILITY 0.90 /* what a sitting aims at */

const char *const adaptive_ends[] = {
    "open", "sure", "steady", "most", "spent", NULL};

double
adaptive_goal(const struct grm_item *items, size_t n)
{
	return sqrt(1 - fmin(RELIABILITY, grm_marginal_reliability(items, n)));
}

static size_t
area_of(const struct adaptive *a, size_t item)
{
	return a->areas == NULL ? 0 : a->areas[item];
}

/* log P of each category at each node: a row of GRM_CATEGORIES_MAX an item. */
static void
make_logs(struct adaptive *a)
{
	double p[GRM_CATEGORIES_MAX];

	a->logs =
	    mem_zalloc(a->eap.nitems * GRM_CATEGORIES_MAX, sizeof(*a->logs));
	for (size_t i = 0; i < a->eap.nitems; i++)
		for (int q = 0; q < GRM_NODES; q++) {
			grm_probabilities(&a->eap.items[i], grm_node(q), p);
			for (int m = 0; m < a->eap.items[i].categories; m++)
				a->logs[i * GRM_CATEGORIES_MAX + (size_t)m][q] =
				    log(fmax(p[m], LEAST));
		}
}

void
adaptive_init(struct adaptive *a, const struct adaptive_rule *rule,
    const struct grm_item *items, const size_t *areas, size_t n)
{
	*a = (struct adaptive){.rule = *rule, .areas = areas, .nareas = 1};
	eap_init(&a->eap, items, n);
	if (isnan(rule->se))
		a->rule.se = adaptive_goal(items, n);
	a->may = mem_alloc(n, sizeof(*a->may));
	a->x = mem_alloc(n, sizeof(*a->x));
	a->asked = mem_alloc(n, sizeof(*a->asked));
	a->value = mem_alloc(n, sizeof(*a->value));
	a->path = mem_alloc(n, sizeof(*a->path));
	for (size_t i = 0; i < n; i++)
		if (areas != NULL && areas[i] >= a->nareas)
			a->nareas = areas[i] + 1;
	a->in_area = mem_zalloc(a->nareas, sizeof(*a->in_area));
	a->from_area = mem_alloc(a->nareas, sizeof(*a->from_area));
	a->rows = mem_alloc(a->eap.npairs, sizeof(*a->rows));
	for (size_t i = 0; i < n; i++)
		a->in_area[area_of(a, i)]++;
	if (rule->select == ADAPTIVE_KL)
		make_logs(a);
	adaptive_clear(a, 0);
}

void
adaptive_release(struct adaptive *a)
{
	free(a->rows);
	free(a->from_area);
	free(a->in_area);
	free(a->path);
	free(a->value);
	free(a->asked);
	free(a->x);
	free(a->may);
	free(a->logs);
	eap_release(&a->eap);
}

static void
estimate(struct adaptive *a)
{
	eap_find_rows(&a->eap, a->x, a->rows);
	eap_posterior(&a->eap, a->rows, a->posterior);
	a->at = eap_estimate(&a->eap, a->posterior);
}

void
adaptive_clear(struct adaptive *a, uint64_t seed)
{
	size_t n = a->eap.nitems;

	memset(a->x, GRM_MISSING, n);
	memset(a->asked, 0, n * sizeof(*a->asked));
	memset(a->from_area, 0, a->nareas * sizeof(*a->from_area));
	for (size_t i = 0; i < n; i++)
		a->may[i] = true;
	a->seed = seed;
	a->nasked = a->nanswered = 0;
	estimate(a);
	a->at = (struct grm_estimate){0, 1}; /* as it is but for rounding */
	a->moved = 0;
}

static bool
is_open(const struct adaptive *a, size_t item)
{
	return a->may[item] && !a->asked[item];
}

static size_t
count_open(const struct adaptive *a)
{
	size_t open = 0;

	for (size_t i = 0; i < a->eap.nitems; i++)
		open += is_open(a, i);
	return open;
}

enum adaptive_end
adaptive_end(const struct adaptive *a)
{
	const struct adaptive_rule *r = &a->rule;
	bool enough = a->nanswered >= r->least;

	if (enough && a->at.se <= r->se)
		return ADAPTIVE_SURE;
	if (enough && a->nanswered > 0 && a->moved < r->change)
		return ADAPTIVE_STEADY;
	if (r->most > 0 && a->nasked >= r->most)
		return ADAPTIVE_MOST;
	return count_open(a) == 0 ? ADAPTIVE_SPENT : ADAPTIVE_OPEN;
}

/* Sum over categories of P(m | EAP) (log P(m | EAP) - the mean over the
 * posterior of log P(m | theta)). */
static double
kl_information(const struct adaptive *a, size_t item)
{
	const struct grm_item *g = &a->eap.items[item];
	double p[GRM_CATEGORIES_MAX], sum = 0, mean;

	grm_probabilities(g, a->at.theta, p);
	for (int m = 0; m < g->categories; m++) {
		const double *row =
		    a->logs[item * GRM_CATEGORIES_MAX + (size_t)m];

		mean = 0;
		for (int q = 0; q < GRM_NODES; q++)
			mean += a->posterior[q] * row[q];
		sum += p[m] * (log(fmax(p[m], LEAST)) - mean);
	}
	return sum;
}

/* How far the area's share of what was asked lies below its share of all, times
 * both numbers: exact. */
static long long
deficit(const struct adaptive *a, size_t item)
{
	size_t area = area_of(a, item);

	return (long long)(a->in_area[area] * a->nasked) -
	    (long long)(a->from_area[area] * a->eap.nitems);
}

/* The items that the balance leaves: how much each tells, -INFINITY for the
 * others.  Returns their number. */
static size_t
value_items(const struct adaptive *a)
{
	long long largest = 0;
	size_t n = a->eap.nitems, found = 0;

	for (size_t i = 0; i < n; i++)
		if (is_open(a, i) && (found++ == 0 || deficit(a, i) > largest))
			largest = deficit(a, i);
	found = 0;
	for (size_t i = 0; i < n; i++) {
		a->value[i] = -INFINITY;
		if (!is_open(a, i) || deficit(a, i) < largest)
			continue;
		found++;
		a->value[i] = a->rule.select == ADAPTIVE_KL
		    ? kl_information(a, i)
		    : grm_information(&a->eap.items[i], a->at.theta);
	}
	return found;
}

/* The best item, the earliest among equals; its value is taken away. */
static size_t
take_best(const struct adaptive *a)
{
	size_t best = 0;

	for (size_t i = 1; i < a->eap.nitems; i++)
		if (a->value[i] > a->value[best])
			best = i;
	a->value[best] = -INFINITY;
	return best;
}

size_t
adaptive_next(const struct adaptive *a)
{
	uint64_t state = a->seed + a->nasked;
	size_t count, worse = 0, item;

	if (adaptive_end(a) != ADAPTIVE_OPEN)
		return a->eap.nitems;
	count = value_items(a);
	if (a->rule.select == ADAPTIVE_RANDOM)
		worse = chance_below(
		    &state, count < a->rule.best ? count : a->rule.best);
	do
		item = take_best(a);
	while (worse-- > 0);
	return item;
}

static void
mark(struct adaptive *a, size_t item, bool asked)
{
	a->asked[item] = asked;
	a->nasked += asked ? 1 : (size_t)-1;
	a->from_area[area_of(a, item)] += asked ? 1 : (size_t)-1;
}

void
adaptive_answer(struct adaptive *a, size_t item, int8_t category)
{
	double before = a->at.theta;

	mark(a, item, true);
	if (category == GRM_MISSING)
		return;
	a->x[item] = category;
	a->nanswered++;
	estimate(a);
	a->moved = fabs(a->at.theta - before);
}

size_t
adaptive_left(struct adaptive *a, size_t *at_most)
{
	const struct adaptive_rule *r = &a->rule;
	double known = 1 / (a->at.se * a->at.se), enough = 1 / (r->se * r->se);
	size_t left = 0, room = r->most > a->nasked ? r->most - a->nasked : 0;

	*at_most = count_open(a);
	if (r->most > 0 && room < *at_most)
		*at_most = room;
	while (left < *at_most &&
	    (known < enough || a->nanswered + left < r->least)) {
		value_items(a);
		a->path[left] = take_best(a);
		known +=
		    grm_information(&a->eap.items[a->path[left]], a->at.theta);
		mark(a, a->path[left++], true);
	}
	for (size_t i = 0; i < left; i++)
		mark(a, a->path[i], false);
	return left;
}
