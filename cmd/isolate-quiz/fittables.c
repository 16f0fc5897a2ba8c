/* How well a calibration fits, as tables: S-X2 of each item, Q3 of each pair.
 */
#include "calibrating.h"

#include "base/mem.h"
#include "base/msg.h"
#include "quiz/itemfit.h"
#include "quiz/q3.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void
begin(struct fit_table *t, const char *path, const char *const *columns)
{
	*t = (struct fit_table){.path = path};
	if (path == NULL)
		return;
	t->fp = open_memstream(&t->text, &t->len);
	if (t->fp == NULL)
		msg_die(RC_SYSTEM, "%s", strerror(errno));
	csvout_init(&t->out, t->fp);
	csvout_header(&t->out, columns);
}

void
fit_tables_begin(struct calibrating *c)
{
	static const char *const fit[] = {
	    "scale", "item", "n", "s_x2", "df", "p", "rmsea", NULL};
	static const char *const q3[] = {
	    "scale", "item", "other", "n", "q3", "above_mean", NULL};

	begin(&c->fit, c->set->fit, fit);
	begin(&c->q3, c->set->q3, q3);
}

static void
add_fit(struct csvout *out, const struct subject *s, const struct patterns *p,
    const struct calibration *fit)
{
	struct itemfit *fits = mem_alloc(p->nitems, sizeof(*fits));

	itemfit_all(fits, p, fit->items);
	if (fits[0].n < p->people)
		msg_note("scale '%s': S-X2 looks at the %.0f of %.0f people "
			 "without a gap",
		    s->dimension.scale->id, fits[0].n, p->people);
	for (size_t i = 0; i < p->nitems; i++) {
		csvout_str(out, s->dimension.scale->id);
		csvout_str(out, s->names[i]);
		csvout_num(out, fits[i].n);
		csvout_num(out, fits[i].chi2);
		csvout_num(out, fits[i].df);
		csvout_num(out, fits[i].p);
		csvout_num(out, fits[i].rmsea);
		csvout_end(out);
	}
	free(fits);
}

static void
add_q3(struct csvout *out, const struct subject *s, const struct patterns *p,
    const struct calibration *fit)
{
	struct q3_pair *pairs;
	size_t n = q3_all(&pairs, p, fit->items);
	double mean = q3_mean(pairs, n);

	for (size_t i = 0; i < n; i++) {
		csvout_str(out, s->dimension.scale->id);
		csvout_str(out, s->names[pairs[i].a]);
		csvout_str(out, s->names[pairs[i].b]);
		csvout_num(out, pairs[i].n);
		csvout_num(out, pairs[i].r);
		csvout_num(out, pairs[i].r - mean);
		csvout_end(out);
	}
	free(pairs);
}

void
fit_tables_add(struct calibrating *c, const struct subject *s,
    const struct patterns *p, const struct calibration *fit)
{
	if (c->fit.path != NULL)
		add_fit(&c->fit.out, s, p, fit);
	if (c->q3.path != NULL)
		add_q3(&c->q3.out, s, p, fit);
}

static void
end(struct fit_table *t, bool write)
{
	if (t->path == NULL)
		return;
	csvout_release(&t->out);
	if (fclose(t->fp) != 0)
		msg_die(RC_SYSTEM, "out of memory");
	if (write)
		io_save(t->path, t->text, t->len);
	free(t->text);
}

void
fit_tables_end(struct calibrating *c, bool write)
{
	end(&c->fit, write);
	end(&c->q3, write);
}
