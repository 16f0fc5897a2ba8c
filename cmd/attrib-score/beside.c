/* attrib-score --ratings --beside - the ratings of each person and the words.
 */
#include "ratings.h"
#include "rows.h"

#include <math.h>
#include <string.h>

/* A mean so far from the middle, 4, points somewhere. */
static const double off_middle = 0.5;

static const char *const columns[] = {"respondent", "dimension", "events",
    "rating", "statements", "text", "difference", "flag", NULL};

static void
add(struct mean *m, double x)
{
	if (isnan(x))
		return;
	m->sum += x;
	m->n++;
}

/* How people explain bad events says little of how they explain good ones
 * (Peterson, Semmel, von Baeyer, Abramson, Metalsky and Seligman 1982), so that
 * where only one kind was rated only that is compared. */
static bool
is_other_kind(const struct person *person, enum valence valence)
{
	unsigned good = 1u << VALENCE_POSITIVE, bad = 1u << VALENCE_NEGATIVE;
	unsigned rated = person->valences & (good | bad);

	return (valence == VALENCE_POSITIVE && rated == bad) ||
	    (valence == VALENCE_NEGATIVE && rated == good);
}

void
beside_add(
    struct persons *p, const struct statement *s, const struct attribution *a)
{
	struct person *person = persons_take(p, s->respondent);

	if (is_other_kind(person, a->valence))
		return;
	for (int d = 0; d < DIM_SCALES; d++)
		add(&person->told[d], a->scale[d]);
}

static double
mean_of(const struct mean *m)
{
	return m->sum / (double)m->n; /* NaN without any */
}

static int
direction_of(double x)
{
	return (x > 4 + off_middle) - (x < 4 - off_middle);
}

static const char *
flag_of(const struct mean *rated, const struct mean *told)
{
	if (rated->n == 0 || told->n < ATTRIB_CAUSES_MIN)
		return "too-short";
	return direction_of(mean_of(rated)) * direction_of(mean_of(told)) < 0
	    ? "disagree"
	    : "";
}

static void
put_mean(struct csvout *out, const struct mean *m)
{
	csvout_long(out, (long)m->n);
	if (m->n == 0)
		csvout_empty(out);
	else
		csvout_ratio(out, lround(mean_of(m) * 100), 100);
}

static void
put_row(const struct persons *p, size_t i, int d, struct csvout *out)
{
	const struct mean *rated = &p->items[i].rated[d];
	const struct mean *told = &p->items[i].told[d];
	const char *name = names_text(&p->names, (uint32_t)i);
	bool bad = rows_name(out, name, strlen(name));

	csvout_str(out, dimension_words[d]);
	put_mean(out, rated);
	put_mean(out, told);
	if (rated->n == 0 || told->n == 0)
		csvout_empty(out);
	else
		csvout_ratio(
		    out, lround((mean_of(told) - mean_of(rated)) * 100), 100);
	rows_flag(out, flag_of(rated, told), bad);
	csvout_end(out);
}

void
beside_write(const struct persons *p, struct csvout *out)
{
	csvout_header(out, columns);
	for (size_t i = 0; i < p->names.count; i++)
		for (int d = 0; d < DIM_SCALES; d++)
			put_row(p, i, d, out);
}
