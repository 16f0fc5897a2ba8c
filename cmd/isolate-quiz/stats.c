/* isolate-quiz stats: what the answers of many say of the instrument. */
#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "quiz/partial.h"
#include "report.h"
#include "responses.h"

#include <stdlib.h>
#include <string.h>

/* The cohorts of all instruments met, in the order in which they were. */
struct stats {
	const struct settings *set;
	struct cohort *cohorts;
	size_t count;
	struct instrument **instruments; /* of merged cohorts */
	size_t ninstruments;
};

static struct cohort *
add_cohort(struct stats *s, const struct instrument *in, bool pairwise)
{
	s->cohorts = mem_realloc(s->cohorts, s->count + 1, sizeof(*s->cohorts));
	cohort_init(&s->cohorts[s->count], in, pairwise);
	return &s->cohorts[s->count++];
}

/* The last one first: rows of one instrument mostly stand together. */
static struct cohort *
find_cohort(const struct stats *s, const char *id)
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
	struct cohort *g = find_cohort(s, sitting->in->id);

	if (g == NULL)
		g = add_cohort(s, sitting->in, s->set->pairwise);
	cohort_add(g, sitting->answers);
}

/* The instrument of a partial: one of -i with that id, or the shelf's. */
static struct instrument *
instrument_of(const struct stats *s, const char *id)
{
	struct instrument *in;

	for (size_t i = 0; i < s->set->instruments.count; i++) {
		in = library_open(s->set, s->set->instruments.list[i]);
		if (in != NULL && strcmp(in->id, id) == 0)
			return in;
		library_free(in);
	}
	return strpbrk(id, "/.") == NULL ? library_open(s->set, id) : NULL;
}

/* Adds the partial behind the head; -1 with *err. */
static int
merge_one(struct stats *s, const struct partial_head *head, struct table *t,
    struct diag *err)
{
	struct cohort *g = find_cohort(s, head->instrument.text);
	struct instrument *in;

	if (g == NULL) {
		in = instrument_of(s, head->instrument.text);
		if (in == NULL)
			return diag_set(err, head->line, "no instrument '%s'",
			    head->instrument.text);
		s->instruments = mem_realloc(s->instruments,
		    s->ninstruments + 1, sizeof(*s->instruments));
		s->instruments[s->ninstruments++] = in;
		g = add_cohort(s, in, s->set->pairwise || head->pairwise);
	}
	return partial_add(g, head, t, err);
}

/* Partials are all or nothing: a sum with one left out looks like a whole. */
static void
merge_file(struct stats *s, const char *path)
{
	struct io_rows rows = {.strict = true};
	struct partial_head head = {STR_INIT, STR_INIT, STR_INIT, false, 0};
	FILE *fp = io_open(path);
	struct table *t = io_table(&rows, fp, path, ',');
	struct diag err;
	int got;

	while ((got = partial_begin(&head, t, &err)) == 1)
		if (merge_one(s, &head, t, &err) == -1)
			break;
	if (got != 0)
		msg_die_diag(RC_DATA, io_name(path), &err);
	partial_release(&head);
	table_free(t);
	io_close(fp);
}

static void
write_all(const struct stats *s)
{
	struct csvout out;

	csvout_init(&out, stdout);
	csvout_header(&out, s->set->partial ? partial_columns : report_columns);
	for (size_t i = 0; i < s->count; i++) {
		if (s->set->partial)
			partial_write(&s->cohorts[i], &out);
		else
			report_write(&s->cohorts[i], &out);
	}
	csvout_release(&out);
}

static void
release(struct stats *s)
{
	for (size_t i = 0; i < s->count; i++)
		cohort_release(&s->cohorts[i]);
	free(s->cohorts);
}

static int
merge_run(struct stats *s, int n, char *const operands[])
{
	if (n == 0)
		merge_file(s, "-");
	for (int i = 0; i < n; i++)
		merge_file(s, operands[i]);
	write_all(s);
	release(s); /* they look at their instruments still */
	for (size_t i = 0; i < s->ninstruments; i++)
		library_free(s->instruments[i]);
	free(s->instruments);
	return RC_OK;
}

int
stats_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct stats s = {.set = set};
	struct responses r = {.set = set, .use = use, .context = &s};
	int rc;

	if (set->merge)
		return merge_run(&s, n, operands);
	r.rows.strict = set->strict;
	responses_read(&r, n, operands);
	if (!r.unknown)
		write_all(&s);
	rc = responses_verdict(&r);
	release(&s);
	responses_release(&r);
	return rc;
}
