#include "quiz/standing.h"

#include "base/num.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool
covers_all(const struct scale *scale, const struct norm *norm)
{
	for (size_t i = 0; i < scale->nnorms; i++)
		if (norm->age_min > scale->norms[i].age_max ||
		    norm->age_max < scale->norms[i].age_min)
			return false;
	return true;
}

/* Of the rows of this sex that serve a person of this age, the one of the
 * narrowest ages; NULL if there is none. */
static const struct norm *
narrowest(const struct scale *scale, enum norm_sex sex, int age)
{
	const struct norm *best = NULL;

	for (size_t i = 0; i < scale->nnorms; i++) {
		const struct norm *n = &scale->norms[i];
		bool serves = age == -1
		    ? covers_all(scale, n)
		    : age >= n->age_min && age <= n->age_max;

		if (n->sex != sex || !serves)
			continue;
		if (best == NULL ||
		    n->age_max - n->age_min < best->age_max - best->age_min)
			best = n;
	}
	return best;
}

static const struct norm *
find_norm(const struct scale *scale, const struct person *person)
{
	const struct norm *own = NULL, *any;

	any = narrowest(scale, SEX_ANY, person->age);
	if (person->sex != SEX_ANY)
		own = narrowest(scale, person->sex, person->age);
	if (own == NULL || any == NULL)
		return own != NULL ? own : any;
	return any->age_max - any->age_min < own->age_max - own->age_min ? any
									 : own;
}

static double
t_score(const struct norm *norm, double x)
{
	return 50 + 10 * (x - norm->mean) / norm->sd;
}

/* Sets t and returns the sd of the norm; NaN without a norm. */
static double
stand_in_norm(const struct scale *scale, double x, const struct person *person,
    struct standing *out)
{
	const struct norm *f, *m;

	out->norm = find_norm(scale, person);
	if (out->norm != NULL) {
		out->t = t_score(out->norm, x);
		return out->norm->sd;
	}
	f = narrowest(scale, SEX_FEMALE, person->age);
	m = narrowest(scale, SEX_MALE, person->age);
	if (person->sex != SEX_ANY || f == NULL || m == NULL)
		return NAN;
	out->norm = f;
	out->t = (t_score(f, x) + t_score(m, x)) / 2;
	return (f->sd + m->sd) / 2;
}

/* As far as the ages of the norms tell who was in the sample. */
static bool
in_sample(const struct scale *scale, int age)
{
	bool any = scale->nnorms == 0 || age == -1;

	for (size_t i = 0; i < scale->nnorms && !any; i++)
		any = age >= scale->norms[i].age_min &&
		    age <= scale->norms[i].age_max;
	return any;
}

/* Scores are written in the file with a few decimals. */
static double
percentile(const struct scale *scale, double x)
{
	double below = 0, equal = 0, all = 0;

	for (size_t i = 0; i < scale->ncounts; i++) {
		const struct counted *c = &scale->counts[i];

		if (fabs(c->score - x) < 1e-6)
			equal += c->n;
		else if (c->score < x)
			below += c->n;
		all += c->n;
	}
	return all > 0 ? 100 * (below + equal / 2) / all : NAN;
}

struct standing
standing_of(const struct scale *scale, const struct score *score,
    const struct person *person, double reliability)
{
	struct standing s = {NAN, NAN, NAN, NAN, NAN, NULL, NULL};
	double sd;

	if (!score->scored)
		return s;
	sd = stand_in_norm(scale, score->value, person, &s);
	if (isnan(sd))
		sd = scale->sd;
	if (isnan(reliability))
		reliability = scale->reliability;
	s.sem = sd * sqrt(1 - reliability);
	s.low = score->value - 1.96 * s.sem;
	s.high = score->value + 1.96 * s.sem;
	if (in_sample(scale, person->age))
		s.percentile = percentile(scale, score->value);
	s.band = bands_label(&scale->bands, score->value);
	if (s.band == NULL && !isnan(s.t))
		s.band = bands_label(&scale->bands_t, s.t);
	return s;
}

struct person
person_read(const char *sex, const char *age)
{
	struct person p = {.sex = SEX_ANY, .age = -1};
	long years;

	if (sex[0] == '\0' && age[0] == '\0')
		return p;
	if (strcmp(sex, "female") == 0)
		p.sex = SEX_FEMALE;
	if (strcmp(sex, "male") == 0)
		p.sex = SEX_MALE;
	if (num_long(age, strlen(age), 0, 150, &years) == NULL)
		p.age = (int)years;
	return p;
}
