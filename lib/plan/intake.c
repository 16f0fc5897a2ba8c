#include "plan/intake.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct intake_person *
intake_person(struct intake *in, const char *respondent)
{
	long i = idmap_get(&in->by_respondent, respondent);
	struct intake_person *p;

	if (i != IDMAP_NONE)
		return in->people[i];
	p = mem_zalloc(1, sizeof *p);
	p->respondent = mem_strdup(respondent);
	in->people =
	    mem_grow(in->people, &in->cap, in->count + 1, sizeof(void *));
	idmap_put(&in->by_respondent, p->respondent, (long)in->count);
	in->people[in->count++] = p;
	return p;
}

static size_t
source_of(struct intake_person *p, const char *name, bool sitting)
{
	struct intake_source s = {.sitting = sitting};

	for (size_t i = 0; i < p->source_count; i++)
		if (p->sources[i].sitting == sitting &&
		    strcmp(p->sources[i].name, name) == 0)
			return i;
	s.name = mem_strdup(name);
	p->sources = mem_grow(p->sources, &p->source_cap, p->source_count + 1,
	    sizeof *p->sources);
	p->sources[p->source_count] = s;
	return p->source_count++;
}

/* Whether a row of this time counts; a newer sitting wipes the older one. */
static bool
is_current(struct intake_person *p, size_t source, bool timed, int64_t us)
{
	struct intake_source *s = &p->sources[source];

	if (!s->sitting || !timed || (s->timed && s->us == us))
		return true;
	if (s->timed && us < s->us)
		return false;
	s->timed = true;
	s->us = us;
	s->gentle = false;
	for (size_t i = 0; i < p->weight_count; i++)
		if (p->weights[i].source == source)
			p->weights[i].sum = (double)(p->weights[i].n = 0);
	return true;
}

static void
add_weight(struct intake_person *p, size_t source, const char *concept,
    size_t len, double severity)
{
	struct intake_weight w = {.source = source};

	for (size_t i = 0; i < p->weight_count; i++) {
		struct intake_weight *old = &p->weights[i];

		if (old->source == source &&
		    str_equal(concept, len, old->concept)) {
			old->sum += severity;
			old->n++;
			return;
		}
	}
	w.concept = mem_strndup(concept, len);
	w.sum = severity;
	w.n = 1;
	p->weights = mem_grow(p->weights, &p->weight_cap, p->weight_count + 1,
	    sizeof *p->weights);
	p->weights[p->weight_count++] = w;
}

static bool
asks_for_rest(const struct intake_row *row)
{
	const char *rest = row->flag, *part;
	size_t len;
	double score;

	while (str_split(&rest, ';', &part, &len))
		if (str_equal(part, len, "crisis") ||
		    str_equal(part, len, "distress"))
			return true;
	return strcmp(row->instrument, "k6") == 0 &&
	    num_double(row->score, strlen(row->score), INTAKE_K6_DISTRESS, 1e9,
		&score) == NULL;
}

int
intake_add(struct intake *in, const struct intake_row *row, unsigned long line,
    struct diag *err)
{
	const char *rest = row->concept, *part, *fault;
	bool sitting = *row->instrument != '\0', timed = *row->time != '\0';
	struct intake_person *p;
	struct moment at = {0, 0};
	double severity = 0;
	size_t source, len;

	if (*row->severity != '\0' &&
	    (fault = num_double(row->severity, strlen(row->severity), 0, 1,
		 &severity)) != NULL)
		return diag_set(
		    err, line, "severity: %s: '%s'", fault, row->severity);
	if (timed && !moment_parse(row->time, strlen(row->time), 0, &at))
		return diag_set(err, line, "time: not a time: '%s'", row->time);
	p = intake_person(in, row->respondent);
	source = source_of(p, sitting ? row->instrument : row->file, sitting);
	if (!is_current(p, source, timed, at.us))
		return 0;
	if (asks_for_rest(row))
		p->sources[source].gentle = true;
	if (*row->severity != '\0')
		while (str_split(&rest, ';', &part, &len))
			add_weight(p, source, part, len, severity);
	return 0;
}

void
intake_name(struct intake_person *p, const char *concept)
{
	add_weight(p, source_of(p, "", false), concept, strlen(concept), 1);
}

double
intake_severity(const struct intake_person *p, const char *concept)
{
	double highest = 0;

	for (size_t i = 0; i < p->weight_count; i++) {
		const struct intake_weight *w = &p->weights[i];

		if (w->n > 0 && w->sum / (double)w->n > highest &&
		    strcmp(w->concept, concept) == 0)
			highest = w->sum / (double)w->n;
	}
	return highest;
}

bool
intake_weighs(const struct intake_person *p)
{
	for (size_t i = 0; i < p->weight_count; i++)
		if (p->weights[i].sum > 0)
			return true;
	return false;
}

bool
intake_gentle(const struct intake_person *p)
{
	for (size_t i = 0; i < p->source_count; i++)
		if (p->sources[i].gentle)
			return true;
	return false;
}

static void
person_free(struct intake_person *p)
{
	for (size_t i = 0; i < p->weight_count; i++)
		free(p->weights[i].concept);
	for (size_t i = 0; i < p->source_count; i++)
		free(p->sources[i].name);
	free(p->weights);
	free(p->sources);
	free(p->respondent);
	free(p);
}

void
intake_join(struct intake *in)
{
	struct intake_person *one, *nobody;
	size_t empty;

	if (in->count != 2)
		return;
	empty = *in->people[0]->respondent == '\0' ? 0 : 1;
	if (*in->people[empty]->respondent != '\0')
		return;
	nobody = in->people[empty];
	one = in->people[1 - empty];
	for (size_t i = 0; i < nobody->source_count; i++) {
		struct intake_source *s = &nobody->sources[i];
		size_t to = source_of(one, s->name, s->sitting);

		if (!is_current(one, to, s->timed, s->us))
			continue;
		one->sources[to].gentle |= s->gentle;
		for (size_t k = 0; k < nobody->weight_count; k++) {
			const struct intake_weight *w = &nobody->weights[k];

			if (w->source == i && w->n > 0)
				add_weight(one, to, w->concept,
				    strlen(w->concept), w->sum / (double)w->n);
		}
	}
	person_free(nobody);
	idmap_release(&in->by_respondent);
	in->people[0] = one;
	in->count = 1;
	idmap_put(&in->by_respondent, one->respondent, 0);
}

void
intake_release(struct intake *in)
{
	idmap_release(&in->by_respondent);
	for (size_t i = 0; i < in->count; i++)
		person_free(in->people[i]);
	free(in->people);
	memset(in, 0, sizeof *in);
}
