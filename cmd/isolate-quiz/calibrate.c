/* isolate-quiz calibrate: the answers of many to a bank of item parameters. */
#include "calibrating.h"

#include "base/mem.h"
#include "base/msg.h"
#include "quiz/bank.h"
#include "responses.h"

#include <stdlib.h>
#include <string.h>

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct calibrating *c = context;

	if (c->subjects == NULL)
		subjects_find(c, sitting->in);
	for (size_t i = 0; i < c->count; i++)
		subject_add(&c->subjects[i], sitting->answers);
	if (c->set->dif != NULL)
		groups_add(&c->groups, sitting->by);
}

static void
show_progress(void *context, int step, double loglik, double moved)
{
	const struct calibrating *c = context;

	fprintf(c->err.fp, "\r%s: step %d, log-likelihood %.4f, moved %.1e ",
	    c->fitted, step, loglik, moved);
	fflush(c->err.fp);
}

struct calibrate_how
calibrating_how(struct calibrating *c)
{
	return (struct calibrate_how){.jobs = (int)c->set->jobs,
	    .tolerance = 1e-8,
	    .steps_max = CALIBRATE_STEPS_MAX,
	    .progress = c->err.tty ? show_progress : NULL,
	    .context = c};
}

void
calibrating_progressed(const struct calibrating *c)
{
	if (c->err.tty)
		fputc('\n', c->err.fp);
}

static void
settle(const struct calibrating *c, struct subject *s)
{
	bool *used;

	if (!c->set->collapse) {
		subject_settle(s, NULL);
		return;
	}
	used =
	    mem_zalloc(s->dimension.nitems * GRM_CATEGORIES_MAX, sizeof(*used));
	subject_used(s, 0, s->people, used);
	subject_settle(s, used);
	free(used);
}

/* -1 with *err where no bank can come of it. */
static int
fit(struct calibrating *c, struct subject *s, struct calibration *fit,
    struct diag *err)
{
	struct calibrate_how how = calibrating_how(c);
	struct patterns p;
	int done;

	settle(c, s);
	patterns_pool(&p, s->x, s->people, s->dimension.nitems);
	c->fitted = s->dimension.scale->id;
	done = calibrate_check(&p, s->categories, s->names, err);
	if (done == 0) {
		calibrate(fit, &p, s->categories, &how);
		done = calibration_verdict(fit, s->names, err);
		calibrating_progressed(c);
	}
	if (done == 0)
		fit_tables_add(c, s, &p, fit);
	patterns_release(&p);
	return done;
}

/* All scales or nothing: a bank with one left out looks like a whole. */
static int
fit_all(struct calibrating *c)
{
	struct dimension *d = mem_alloc(c->count, sizeof(*d));
	struct calibration *fits = mem_zalloc(c->count, sizeof(*fits));
	struct str bank = STR_INIT;
	struct diag err;
	int rc = RC_OK;

	fit_tables_begin(c);
	for (size_t i = 0; i < c->count; i++) {
		if (fit(c, &c->subjects[i], &fits[i], &err) == -1) {
			msg_warn("scale '%s': %s: no bank is written",
			    c->subjects[i].dimension.scale->id, err.text);
			rc = RC_DATA;
		}
		d[i] = c->subjects[i].dimension;
	}
	fit_tables_end(c, rc == RC_OK);
	if (rc == RC_OK) {
		bank_format(&bank, d, fits, c->count);
		fwrite(bank.text, 1, bank.len, stdout);
	}
	str_release(&bank);
	for (size_t i = 0; i < c->count; i++)
		calibration_release(&fits[i]);
	free(fits);
	free(d);
	return rc;
}

/* Before all answers are read, which may take long. */
static bool
scales_are_asked_well(const struct settings *set)
{
	struct instrument *in = library_open(set, set->instruments.list[0]);
	bool good = in != NULL &&
	    scales_are_there(set, (const struct instrument *[]){in}, 1);

	library_free(in);
	return good;
}

int
calibrate_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct calibrating c = {.set = set};
	struct responses r = {
	    .set = set, .use = use, .context = &c, .by_name = set->dif};
	int rc, done;

	if (set->instruments.count != 1)
		opt_die(&tool, "calibrate needs one --instrument");
	if (set->fit != NULL && set->q3 != NULL &&
	    strcmp(set->fit, set->q3) == 0)
		opt_die(&tool, "--fit and --q3 name one file: '%s'", set->fit);
	if (!scales_are_asked_well(set))
		return RC_NO;
	term_init(&c.err, stderr, set->color, set->ascii);
	c.err.tty = c.err.tty && !msg_is_quiet();
	r.rows.strict = set->strict;
	responses_read(&r, n, operands);
	rc = responses_verdict(&r);
	if (rc != RC_DATA && !r.unknown) {
		if (c.count == 0)
			msg_warn("nothing to calibrate");
		done = c.count == 0    ? RC_NO
		    : set->dif != NULL ? dif_all(&c)
				       : fit_all(&c);
		rc = done == RC_OK ? rc : done;
	}
	groups_release(&c.groups);
	subjects_release(&c);
	responses_release(&r);
	return rc;
}
