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
tell_left_out(const struct pairs *p, const char *scale)
{
	if (p->unscored > 0)
		msg_note("scale '%s': sittings without a score, left out: %zu",
		    scale, p->unscored);
	if (p->once > 0)
		msg_note("scale '%s': people with one score only, left out: "
			 "%zu",
		    scale, p->once);
}

static void
tell_no_error(const struct judge *j, const struct pairs *p)
{
	const char *why = p->count == 1 ? "one person shows no spread"
					: "everyone had the same score before";

	if (j->set->method == CHANGE_MAASSEN)
		msg_note("scale '%s': %s, so no verdict: judge by "
			 "--method=jacobson-truax and --sd",
		    j->scale->id, why);
	else
		msg_note("scale '%s': %s, so no verdict: give the spread with "
			 "--sd",
		    j->scale->id, why);
}

/* False where nobody came twice. */
static bool
write_scale(const struct settings *set, const struct sittings *s, size_t scale,
    struct csvout *out)
{
	struct pairs p;
	struct judge j;
	bool any;

	pairs_init(&p, s, scale);
	tell_left_out(&p, s->in->scales[scale].id);
	any = p.count > 0;
	if (any) {
		judge_init(&j, set, s->in, &s->in->scales[scale], &p);
		if (isnan(j.error.s_diff))
			tell_no_error(&j, &p);
		if (set->summary)
			judge_write_groups(&j, &p, out);
		else
			judge_write_people(&j, &p, out);
	}
	pairs_release(&p);
	return any;
}

/* All sittings of all instruments, in the order in which they were met. */
struct change {
	struct responses responses;
	struct sittings *list;
	size_t count;
};

/* What the sitting added last cannot be judged by, while its line is known. */
static void
tell_unscored(const struct change *c, const struct sittings *s, bool adaptive)
{
	const struct responses *r = &c->responses;
	struct str scales = STR_INIT;
	struct diag err;

	for (size_t i = 0; i < s->in->nscales; i++)
		if (scale_is_asked(r->set, s->in->scales[i].id) &&
		    sittings_lacks(s, i))
			str_addf(&scales, "%s'%s'", scales.len > 0 ? ", " : "",
			    s->in->scales[i].id);
	if (adaptive)
		diag_set(&err, table_line(r->t),
		    "left out: an adaptive sitting has no sums");
	else
		diag_set(&err, table_line(r->t),
		    "left out for want of answers: %s", scales.text);
	if (scales.len > 0)
		msg_diag(io_name(r->path), &err);
	str_release(&scales);
}

static struct sittings *
sittings_of(struct change *c, const struct instrument *in)
{
	size_t i = 0;

	while (i < c->count && c->list[i].in != in)
		i++;
	if (i == c->count) {
		c->list = mem_realloc(c->list, c->count + 1, sizeof(*c->list));
		sittings_init(&c->list[c->count++], in);
	}
	return &c->list[i];
}

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct change *c = context;
	struct responses *r = &c->responses;
	struct sittings *s = sittings_of(c, sitting->in);
	struct sitting_scores named = *sitting;
	struct diag err;

	if (named.respondent[0] == '\0' && r->set->respondent != NULL)
		named.respondent = r->set->respondent;
	if (sittings_add(
		s, &named, (struct origin){r->path, table_line(r->t)}, &err))
		tell_unscored(c, s, sitting->asked != NULL);
	else
		responses_refuse(r, &err);
}

/* As far as sittings tell: without any there is no scale to be looked for. */
static bool
scales_found(const struct settings *set, const struct change *c)
{
	const struct instrument **in = mem_alloc(c->count, sizeof(*in));
	bool all;

	for (size_t i = 0; i < c->count; i++)
		in[i] = c->list[i].in;
	all = c->count == 0 || scales_are_there(set, in, c->count);
	free(in);
	return all;
}

static void
write_all(const struct settings *set, struct change *c)
{
	struct csvout out;
	size_t judged = 0;

	csvout_init(&out, stdout);
	csvout_header(
	    &out, set->summary ? judge_group_columns : judge_person_columns);
	for (size_t i = 0; i < c->count; i++) {
		struct sittings *s = &c->list[i];

		sittings_sort(s, &c->responses.rows);
		if (s->undated > 0)
			msg_note("people without times, whose first and last "
				 "sitting are by the order of rows: %zu",
			    s->undated);
		for (size_t scale = 0; scale < s->in->nscales; scale++)
			if (scale_is_asked(set, s->in->scales[scale].id))
				judged += write_scale(set, s, scale, &out);
	}
	if (judged > 1)
		msg_note("%zu scales are judged by one reliability%s; --scale "
			 "takes each by its own",
		    judged, isnan(set->sd) ? "" : " and one --sd");
	csvout_release(&out);
}

static void
release(struct change *c)
{
	for (size_t i = 0; i < c->count; i++)
		sittings_release(&c->list[i]);
	free(c->list);
	responses_release(&c->responses);
}

int
change_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct change c = {.responses = {.set = set, .use = use}};
	struct responses *r = &c.responses;
	bool found;
	int rc;

	if (isnan(set->reliability))
		opt_die(&tool,
		    "change needs --reliability R: the verdicts hang on it");
	r->context = &c;
	r->rows.strict = set->strict;
	if (set->respondent == NULL) {
		r->by_name = "respondent";
		r->by_note = "where all rows are one person's, name them with "
			     "--respondent NAME";
	}
	responses_read(r, n, operands);
	if (!r->unknown)
		write_all(set, &c);
	found = scales_found(set, &c);
	rc = responses_verdict(r);
	if (rc == RC_OK && !found)
		rc = RC_NO;
	release(&c);
	return rc;
}
