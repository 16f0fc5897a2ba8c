/* isolate-quiz stats: what the answers of many say of the instrument. */
#include "stats.h"

#include "base/mem.h"
#include "base/msg.h"
#include "report.h"
#include "responses.h"

#include <stdlib.h>
#include <string.h>

struct cohort *
stats_add(struct stats *s, const struct instrument *in, bool pairwise)
{
	s->cohorts = mem_realloc(s->cohorts, s->count + 1, sizeof(*s->cohorts));
	cohort_init(&s->cohorts[s->count], in, pairwise);
	return &s->cohorts[s->count++];
}

/* The last one first: rows of one instrument mostly stand together. */
struct cohort *
stats_find(const struct stats *s, const char *id)
{
	for (size_t i = s->count; i-- > 0;)
		if (strcmp(s->cohorts[i].in->id, id) == 0)
			return &s->cohorts[i];
	return NULL;
}

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct stats *s = context;
	struct cohort *g = stats_find(s, sitting->in->id);

	if (g == NULL)
		g = stats_add(s, sitting->in, s->set->pairwise);
	cohort_add(g, sitting->answers);
}

static int
by_instrument(const void *a, const void *b)
{
	const struct cohort *x = a, *y = b;

	return strcmp(x->in->id, y->in->id);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void
stats_of(struct str *of, const char **ids, size_t n)
{
	qsort(ids, n, sizeof(*ids), by_text);
	for (size_t i = 0; i < n; i++)
		str_addf(of, "%s%s", i > 0 ? ";" : "", ids[i]);
}

static void
write_partial(
    struct stats *s, struct csvout *out, const struct partial_run *run)
{
	csvout_header(out, partial_columns);
	partial_write_run(out, run);
	for (size_t i = 0; i < s->count; i++)
		partial_write(out, &s->cohorts[i]);
	partial_write_done(out, s->count);
}

static void
write_report(struct stats *s, struct csvout *out)
{
	csvout_header(out, report_columns);
	for (size_t i = 0; i < s->count; i++)
		report_write(&s->cohorts[i], out);
}

void
stats_write(struct stats *s, const struct partial_run *run)
{
	struct csvout out;

	if (s->count > 0) /* qsort() takes no NULL */
		qsort(s->cohorts, s->count, sizeof(*s->cohorts), by_instrument);
	csvout_init(&out, stdout);
	if (s->set->partial)
		write_partial(s, &out, run);
	else
		write_report(s, &out);
	csvout_release(&out);
}

void
stats_release(struct stats *s)
{
	for (size_t i = 0; i < s->count; i++)
		cohort_release(&s->cohorts[i]);
	free(s->cohorts);
}

static void
write_all(struct stats *s, const struct responses *r)
{
	const char *ids[NAMES_MAX] = {NULL};
	const struct instrument *in;
	struct str of = STR_INIT;
	size_t n = 0;

	while ((in = responses_instrument(r, n)) != NULL)
		ids[n++] = in->id;
	if (n == 0)
		str_adds(&of, partial_of_rows);
	stats_of(&of, ids, n);
	stats_write(s, &(struct partial_run){of.text, s->set->pairwise});
	str_release(&of);
}

int
stats_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct stats s = {.set = set};
	struct responses r = {.set = set,
	    .use = use,
	    .asked_note = "an adaptive sitting leaves out items by the answers "
			  "before: it counts as one with gaps",
	    .context = &s};
	int rc;

	if (set->merge)
		return merge_run(&s, n, operands);
	r.rows.strict = set->strict;
	responses_read(&r, n, operands);
	if (!r.unknown)
		write_all(&s, &r);
	rc = responses_verdict(&r);
	stats_release(&s);
	responses_release(&r);
	return rc;
}
