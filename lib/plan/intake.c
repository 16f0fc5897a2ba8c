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
	p->respondent = arena_keep(&in->texts, respondent);
	p->number = in->numbers++;
	in->people =
	    mem_grow(in->people, &in->cap, in->count + 1, sizeof(void *));
	idmap_put(&in->by_respondent, p->respondent, (long)in->count);
	in->people[in->count++] = p;
	return p;
}

/* The place that the key stands for in an array that has so many; a new one is
 * behind them, and *kept is then the key for good. */
static size_t
place_of(struct intake *in, struct str *key, size_t count, const char **kept)
{
	long at = idmap_get(&in->places, key->text);

	if (at == IDMAP_NONE) {
		at = (long)count;
		*kept = arena_keep(&in->texts, key->text);
		idmap_put(&in->places, *kept, at);
	}
	str_release(key);
	return (size_t)at;
}

static size_t
source_of(
    struct intake *in, struct intake_person *p, const char *name, bool sitting)
{
	struct str key = STR_INIT;
	size_t own, i;

	str_addf(&key, "%zu %c", p->number, sitting ? 's' : 'f');
	own = key.len;
	str_adds(&key, name);
	i = place_of(in, &key, p->source_count, &name);
	if (i < p->source_count)
		return i;
	p->sources = mem_grow(p->sources, &p->source_cap, p->source_count + 1,
	    sizeof *p->sources);
	p->sources[p->source_count++] =
	    (struct intake_source){.sitting = sitting, .name = name + own};
	return i;
}

/* Whether a row of this time counts; a newer sitting wipes the older one. */
static bool
is_current(struct intake_source *s, bool timed, int64_t us)
{
	if (!s->sitting || !timed || (s->timed && s->us == us))
		return true;
	if (s->timed && us < s->us)
		return false;
	s->timed = true;
	s->us = us;
	s->gentle = false;
	s->round++;
	return true;
}

static void
add_weight(struct intake *in, struct intake_person *p, size_t source,
    const char *concept, size_t len, double severity)
{
	unsigned long round = p->sources[source].round;
	struct str key = STR_INIT;
	struct intake_weight *w;
	size_t own, i;

	str_addf(&key, "%zu w%zu ", p->number, source);
	own = key.len;
	str_add(&key, concept, len);
	i = place_of(in, &key, p->weight_count, &concept);
	if (i == p->weight_count) {
		p->weights = mem_grow(p->weights, &p->weight_cap,
		    p->weight_count + 1, sizeof *p->weights);
		p->weights[p->weight_count++] =
		    (struct intake_weight){concept + own, source, round, 0, 0};
	}
	w = &p->weights[i];
	if (w->round != round)
		w->sum = (double)(w->n = 0);
	w->round = round;
	w->sum += severity;
	w->n++;
}

/* The mean of its rows; 0 where a newer sitting took their place. */
static double
mean_of(const struct intake_person *p, const struct intake_weight *w)
{
	bool wiped = w->round != p->sources[w->source].round;

	return wiped ? 0 : w->sum / (double)w->n;
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
	source =
	    source_of(in, p, sitting ? row->instrument : row->file, sitting);
	if (!is_current(&p->sources[source], timed, at.us))
		return 0;
	if (asks_for_rest(row))
		p->sources[source].gentle = true;
	if (*row->severity != '\0')
		while (str_split(&rest, ';', &part, &len))
			add_weight(in, p, source, part, len, severity);
	return 0;
}

void
intake_name(struct intake *in, struct intake_person *p, const char *concept)
{
	add_weight(
	    in, p, source_of(in, p, "", false), concept, strlen(concept), 1);
}

double
intake_severity(const struct intake_person *p, const char *concept)
{
	double highest = 0;

	for (size_t i = 0; i < p->weight_count; i++) {
		double mean = mean_of(p, &p->weights[i]);

		if (mean > highest &&
		    strcmp(p->weights[i].concept, concept) == 0)
			highest = mean;
	}
	return highest;
}

bool
intake_weighs(const struct intake_person *p)
{
	for (size_t i = 0; i < p->weight_count; i++)
		if (mean_of(p, &p->weights[i]) > 0)
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
	free(p->weights);
	free(p->sources);
	free(p);
}

/* Adds what is known of another person. */
static void
take_over(struct intake *in, struct intake_person *one,
    const struct intake_person *other)
{
	size_t *to = mem_alloc(other->source_count, sizeof *to);
	bool *counts = mem_alloc(other->source_count, sizeof *counts);

	for (size_t i = 0; i < other->source_count; i++) {
		const struct intake_source *s = &other->sources[i];

		to[i] = source_of(in, one, s->name, s->sitting);
		counts[i] = is_current(&one->sources[to[i]], s->timed, s->us);
		if (counts[i])
			one->sources[to[i]].gentle |= s->gentle;
	}
	for (size_t i = 0; i < other->weight_count; i++) {
		const struct intake_weight *w = &other->weights[i];

		if (counts[w->source] &&
		    w->round == other->sources[w->source].round)
			add_weight(in, one, to[w->source], w->concept,
			    strlen(w->concept), mean_of(other, w));
	}
	free(counts);
	free(to);
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
	take_over(in, one, nobody);
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
	idmap_release(&in->places);
	arena_release(&in->texts);
	for (size_t i = 0; i < in->count; i++)
		person_free(in->people[i]);
	free(in->people);
	memset(in, 0, sizeof *in);
}
