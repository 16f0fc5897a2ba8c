/* isolate-quiz change: is the difference between two sittings more than error
 * of measurement? */
#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "judge.h"
#include "responses.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
write_scale(const struct settings *set, const struct sittings *s, size_t scale,
    struct csvout *out)
{
	struct pairs p;
	struct judge j;

	pairs_init(&p, s, scale);
	if (p.count > 0) {
		judge_init(&j, set, s->in, &s->in->scales[scale], &p);
		if (isnan(j.error.s_diff))
			msg_note("scale '%s': one person shows no spread; give "
				 "it with --sd",
			    j.scale->id);
		if (set->summary)
			judge_write_groups(&j, &p, out);
		else
			judge_write_people(&j, &p, out);
	}
	pairs_release(&p);
}

/* All sittings of all instruments, in the order in which they were met. */
struct change {
	struct responses responses;
	struct sittings *list;
	size_t count;
};

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct change *c = context;
	struct responses *r = &c->responses;
	struct diag err;
	size_t i = 0;

	while (i < c->count && c->list[i].in != sitting->in)
		i++;
	if (i == c->count) {
		c->list = mem_realloc(c->list, c->count + 1, sizeof(*c->list));
		sittings_init(&c->list[c->count++], sitting->in);
	}
	if (sittings_add(&c->list[i], sitting))
		return;
	diag_set(
	    &err, table_line(r->t), "no date or time: '%s'", sitting->time);
	io_refuse(&r->rows, r->path, &err);
}

/* Returns how many sittings were left out. */
static size_t
write_all(const struct settings *set, struct change *c)
{
	size_t refused = 0;
	struct csvout out;

	csvout_init(&out, stdout);
	csvout_header(
	    &out, set->summary ? judge_group_columns : judge_person_columns);
	for (size_t i = 0; i < c->count; i++) {
		struct sittings *s = &c->list[i];

		refused += sittings_sort(s);
		for (size_t scale = 0; scale < s->in->nscales; scale++)
			if (scale_is_asked(set, s->in->scales[scale].id))
				write_scale(set, s, scale, &out);
		sittings_release(s);
	}
	free(c->list);
	csvout_release(&out);
	return refused;
}

int
change_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct change c = {.responses = {.set = set, .use = use}};
	struct responses *r = &c.responses;
	int rc;

	if (isnan(set->reliability))
		opt_die(&tool,
		    "change needs --reliability R: the verdicts hang on it");
	r->context = &c;
	r->rows.strict = set->strict;
	responses_read(r, n, operands);
	if (!r->unknown)
		r->rows.refused += write_all(set, &c);
	rc = responses_verdict(r);
	responses_release(r);
	return rc;
}
