/* isolate-quiz calibrate: the answers of many to a bank of item parameters. */
#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "quiz/bank.h"
#include "responses.h"

#include <stdlib.h>
#include <string.h>

/* One scale, and the steps that everyone answered. */
struct subject {
	struct dimension dimension;
	int8_t *x; /* a row a person */
	size_t people, cap;
};

struct calibrating {
	const struct settings *set;
	struct subject *subjects;
	size_t count;
	struct term err;    /* where progress is shown */
	const char *fitted; /* the scale that is being fitted */
};

static void
find_subjects(struct calibrating *c, const struct instrument *in)
{
	struct subject *s;
	struct diag why;

	c->subjects = mem_zalloc(in->nscales, sizeof(*c->subjects));
	for (size_t i = 0; i < in->nscales; i++) {
		if (!scale_is_asked(c->set, in->scales[i].id))
			continue;
		s = &c->subjects[c->count];
		if (dimension_init(&s->dimension, in, &in->scales[i], &why) ==
		    0) {
			c->count++;
			continue;
		}
		msg_note("scale '%s' is passed over: %s", in->scales[i].id,
		    why.text);
		dimension_release(&s->dimension);
	}
}

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct calibrating *c = context;

	if (c->subjects == NULL)
		find_subjects(c, sitting->in);
	for (size_t i = 0; i < c->count; i++) {
		struct subject *s = &c->subjects[i];
		size_t n = s->dimension.nitems;

		s->x = mem_grow(s->x, &s->cap, (s->people + 1) * n, 1);
		dimension_steps(
		    &s->dimension, sitting->answers, s->x + s->people++ * n);
	}
}

static void
count_used(const struct subject *s, size_t item, bool *used)
{
	memset(used, 0, GRM_CATEGORIES_MAX * sizeof(*used));
	for (size_t i = 0; i < s->people; i++) {
		int8_t step = s->x[i * s->dimension.nitems + item];

		if (step != GRM_MISSING)
			used[step] = true;
	}
}

/* Puts steps that nobody took with the ones below. */
static void
collapse(struct subject *s)
{
	bool used[GRM_CATEGORIES_MAX];

	for (size_t i = 0; i < s->dimension.nitems; i++) {
		struct dimension_item *item = &s->dimension.items[i];
		int before = item->categories;

		count_used(s, i, used);
		dimension_use(item, used);
		if (item->categories >= 2 && item->categories < before)
			msg_note("item '%s': %d categories, %d of them used",
			    item->id, before, item->categories);
		if (item->categories < 2)
			dimension_use(item, item->can);
	}
}

static void
to_categories(struct subject *s)
{
	size_t n = s->dimension.nitems;

	for (size_t i = 0; i < s->people * n; i++)
		s->x[i] =
		    dimension_category(&s->dimension.items[i % n], s->x[i]);
}

static void
show_progress(void *context, int step, double loglik, double moved)
{
	const struct calibrating *c = context;

	fprintf(c->err.fp, "\r%s: step %d, log-likelihood %.4f, moved %.1e ",
	    c->fitted, step, loglik, moved);
	fflush(c->err.fp);
}

/* -1 with *err where no bank can come of it. */
static int
fit(struct calibrating *c, struct subject *s, struct calibration *fit,
    struct diag *err)
{
	size_t n = s->dimension.nitems;
	const char **names = mem_alloc(n, sizeof(*names));
	int *categories = mem_alloc(n, sizeof(*categories)), done;
	struct calibrate_how how = {.jobs = (int)c->set->jobs,
	    .tolerance = 1e-8,
	    .steps_max = CALIBRATE_STEPS_MAX,
	    .context = c};
	struct patterns p;

	if (c->set->collapse)
		collapse(s);
	for (size_t i = 0; i < n; i++) {
		names[i] = s->dimension.items[i].id;
		categories[i] = s->dimension.items[i].categories;
	}
	to_categories(s);
	patterns_pool(&p, s->x, s->people, n);
	c->fitted = s->dimension.scale->id;
	if (c->err.tty)
		how.progress = show_progress;
	done = calibrate_check(&p, categories, names, err);
	if (done == 0) {
		calibrate(fit, &p, categories, &how);
		done = calibration_verdict(fit, names, err);
		if (c->err.tty)
			fputc('\n', c->err.fp);
	}
	patterns_release(&p);
	free(categories);
	free(names);
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

	for (size_t i = 0; i < c->count; i++) {
		if (fit(c, &c->subjects[i], &fits[i], &err) == -1) {
			msg_warn("scale '%s': %s: no bank is written",
			    c->subjects[i].dimension.scale->id, err.text);
			rc = RC_DATA;
		}
		d[i] = c->subjects[i].dimension;
	}
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

int
calibrate_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct calibrating c = {.set = set};
	struct responses r = {.set = set, .use = use, .context = &c};
	int rc, done;

	if (set->instruments.count != 1)
		opt_die(&tool, "calibrate needs one --instrument");
	term_init(&c.err, stderr, set->color, set->ascii);
	r.rows.strict = set->strict;
	responses_read(&r, n, operands);
	rc = responses_verdict(&r);
	if (rc != RC_DATA && !r.unknown) {
		if (c.count == 0)
			msg_warn("nothing to calibrate");
		done = c.count == 0 ? RC_NO : fit_all(&c);
		rc = done == RC_OK ? rc : done;
	}
	for (size_t i = 0; i < c.count; i++) {
		dimension_release(&c.subjects[i].dimension);
		free(c.subjects[i].x);
	}
	free(c.subjects);
	responses_release(&r);
	return rc;
}
