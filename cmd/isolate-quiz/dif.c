/* isolate-quiz calibrate --dif: items that work unlike between groups. */
#include "calibrating.h"

#include "base/mem.h"
#include "base/msg.h"
#include "quiz/dif.h"
#include "quiz/fdr.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const columns[] = {"scale", "item", "reference", "group",
    "n_reference", "n_group", "group_mean", "group_sd", "chi2", "df", "p",
    "p_adjusted", "chi2_thresholds", "p_thresholds", "chi2_slope", "p_slope",
    "difference", "area", NULL};

/* One scale by groups. */
struct split {
	const struct calibrating *c;
	const struct subject *s;
	struct patterns *groups; /* of each; people 0: it is passed over */
	struct patterns all;     /* of those that are not */
	size_t reference;        /* the largest, the first among equals */
	size_t count;            /* of those that are not passed over */
	struct csvout *out;
};

void
groups_add(struct groups *g, const char *name)
{
	size_t at = 0;

	while (at < g->count && strcmp(g->names[at], name) != 0)
		at++;
	if (name[0] == '\0') {
		at = GROUP_NONE;
		g->without++;
	} else if (at == GROUPS_MAX) {
		g->toomany = true;
		at = GROUP_NONE;
	} else if (at == g->count) {
		g->names[g->count++] = mem_strdup(name);
	}
	g->of = mem_grow(g->of, &g->cap, g->people + 1, sizeof(*g->of));
	g->of[g->people++] = at;
}

void
groups_release(struct groups *g)
{
	for (size_t i = 0; i < g->count; i++)
		free(g->names[i]);
	free(g->of);
}

/* The rows of a group, or of all groups that are not passed over. */
static void
pool(struct split *sp, size_t group, struct patterns *p)
{
	const struct subject *s = sp->s;
	const struct groups *g = &sp->c->groups;
	size_t n = s->dimension.nitems, rows = 0;
	int8_t *x = mem_alloc(s->people * n, 1);

	for (size_t i = 0; i < s->people; i++) {
		size_t of = g->of[i];

		if (of == GROUP_NONE ||
		    (group == GROUP_NONE ? sp->groups[of].people == 0
					 : of != group))
			continue;
		memcpy(x + rows++ * n, s->x + i * n, n);
	}
	patterns_pool(p, x, rows, n);
	free(x);
}

static size_t
count_parameters(const struct subject *s)
{
	size_t sum = 0;

	for (size_t i = 0; i < s->dimension.nitems; i++)
		sum += (size_t)s->dimension.items[i].categories;
	return sum;
}

/* Takes from all what a group did not use; a small one has no say. */
static void
keep_used(const struct calibrating *c, const struct subject *s, size_t group,
    bool *all)
{
	size_t n = s->dimension.nitems * GRM_CATEGORIES_MAX, people = 0;
	bool *used = mem_zalloc(n, sizeof(*used));

	for (size_t i = 0; i < s->people; i++)
		if (c->groups.of[i] == group) {
			subject_used(s, i, 1, used);
			people++;
		}
	for (size_t k = 0; k < n && people >= count_parameters(s); k++)
		all[k] = all[k] && used[k];
	free(used);
}

/* Steps that one of the groups did not take go with the ones below, as the item
 * could not be set free there. */
static void
settle(const struct calibrating *c, struct subject *s)
{
	size_t n = s->dimension.nitems * GRM_CATEGORIES_MAX;
	bool *all;

	if (!c->set->collapse) {
		subject_settle(s, NULL);
		return;
	}
	all = mem_alloc(n, sizeof(*all));
	memset(all, true, n * sizeof(*all));
	for (size_t g = 0; g < c->groups.count; g++)
		keep_used(c, s, g, all);
	subject_settle(s, all);
	free(all);
}

static void
split_groups(struct split *sp)
{
	const struct groups *g = &sp->c->groups;
	size_t parameters = count_parameters(sp->s);

	sp->groups = mem_zalloc(g->count, sizeof(*sp->groups));
	for (size_t i = 0; i < g->count; i++) {
		struct patterns *p = &sp->groups[i];

		pool(sp, i, p);
		if (p->people < (double)parameters) {
			msg_note("scale '%s': group '%s' is passed over: %.0f "
				 "people are fewer than the %zu parameters",
			    sp->s->dimension.scale->id, g->names[i], p->people,
			    parameters);
			patterns_release(p);
			continue;
		}
		if (sp->count++ == 0 ||
		    p->people > sp->groups[sp->reference].people)
			sp->reference = i;
	}
}

static void
write_test(const struct split *sp, const struct dif *d, size_t group,
    size_t item, double adjusted)
{
	const struct dif_test *t = &d->tests[item];
	struct csvout *out = sp->out;

	csvout_str(out, sp->s->dimension.scale->id);
	csvout_str(out, sp->s->names[item]);
	csvout_str(out, sp->c->groups.names[sp->reference]);
	csvout_str(out, sp->c->groups.names[group]);
	csvout_num(out, sp->groups[sp->reference].people);
	csvout_num(out, sp->groups[group].people);
	csvout_num(out, d->mean);
	csvout_num(out, d->sd);
	csvout_num(out, t->all.chi2);
	csvout_num(out, t->all.df);
	csvout_num(out, t->all.p);
	csvout_num(out, adjusted);
	csvout_num(out, t->thresholds.chi2);
	csvout_num(out, t->thresholds.p);
	csvout_num(out, t->slope.chi2);
	csvout_num(out, t->slope.p);
	csvout_num(out, t->difference);
	csvout_num(out, t->area);
	csvout_end(out);
}

static void
tell_untested(const struct split *sp, const struct dif *d, size_t group)
{
	static const char *const why[] = {[DIF_UNUSED] =
					      "an answer was never given in "
					      "one of the groups",
	    [DIF_DIVERGED] = "the fit does not converge"};

	for (size_t i = 0; i < d->nitems; i++)
		if (d->tests[i].state != DIF_TESTED)
			msg_note("item '%s', group '%s': no test: %s",
			    sp->s->names[i], sp->c->groups.names[group],
			    why[d->tests[i].state]);
}

/* False, and told, where the baseline does not converge. */
static bool
test_group(const struct split *sp, size_t group, const struct grm_item *start,
    const struct calibrate_how *how)
{
	size_t n = sp->s->dimension.nitems;
	double *p, *adjusted;
	struct diag err;
	struct dif d;
	int done;

	done = dif_run(&d, &sp->groups[sp->reference], &sp->groups[group],
	    start, sp->s->names, how, &err);
	calibrating_progressed(sp->c);
	if (done == -1) {
		msg_warn("scale '%s': group '%s': %s",
		    sp->s->dimension.scale->id, sp->c->groups.names[group],
		    err.text);
		dif_release(&d);
		return false;
	}
	p = mem_alloc(n, sizeof(*p));
	adjusted = mem_alloc(n, sizeof(*adjusted));
	for (size_t i = 0; i < n; i++)
		p[i] = d.tests[i].all.p;
	fdr_adjust(p, n, adjusted);
	tell_untested(sp, &d, group);
	for (size_t i = 0; i < n; i++)
		write_test(sp, &d, group, i, adjusted[i]);
	free(adjusted);
	free(p);
	dif_release(&d);
	return true;
}

static bool
test_groups(struct split *sp, struct calibrating *c)
{
	struct calibrate_how how = calibrating_how(c);
	const char *scale = sp->s->dimension.scale->id;
	struct calibration fit = {0};
	struct diag err;
	bool good = true, failed = false;

	if (sp->count < 2) {
		msg_warn("scale '%s': two groups that are large enough are "
			 "needed, and '%s' holds %zu",
		    scale, c->set->dif, sp->count);
		return false;
	}
	pool(sp, GROUP_NONE, &sp->all);
	if (calibrate_check(&sp->all, sp->s->categories, sp->s->names, &err) ==
	    0) {
		calibrate(&fit, &sp->all, sp->s->categories, &how);
		good = calibration_verdict(&fit, sp->s->names, &err) == 0;
		calibrating_progressed(c);
	} else {
		good = false;
	}
	if (!good)
		msg_warn("scale '%s': %s: nothing is tested", scale, err.text);
	for (size_t i = 0; good && i < c->groups.count; i++)
		if (i != sp->reference && sp->groups[i].people > 0 &&
		    !test_group(sp, i, fit.items, &how))
			failed = true;
	calibration_release(&fit);
	return good && !failed;
}

int
dif_all(struct calibrating *c)
{
	struct csvout out;
	int rc = RC_OK;

	if (c->groups.toomany) {
		msg_warn("column '%s' holds more than %d groups", c->set->dif,
		    GROUPS_MAX);
		return RC_DATA;
	}
	if (c->groups.without > 0)
		msg_note("rows without '%s', left out: %zu", c->set->dif,
		    c->groups.without);
	csvout_init(&out, stdout);
	csvout_header(&out, columns);
	for (size_t i = 0; i < c->count; i++) {
		struct split sp = {.c = c, .s = &c->subjects[i], .out = &out};

		settle(c, &c->subjects[i]);
		split_groups(&sp);
		c->fitted = sp.s->dimension.scale->id;
		if (!test_groups(&sp, c))
			rc = RC_DATA;
		for (size_t g = 0; g < c->groups.count; g++)
			patterns_release(&sp.groups[g]);
		free(sp.groups);
		patterns_release(&sp.all);
	}
	csvout_release(&out);
	return rc;
}
