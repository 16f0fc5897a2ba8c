#include "summary.h"
#include "rows.h"

#include "attrib/names.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const period_words[] = {
    "all", "year", "month", "week", "day", NULL};

static const char *const columns[] = {"respondent", "period", "statements",
    "causes", "internality", "stability", "globality", "control", "negative",
    "positive", "concept", "count", "severity", "trend", "flag", NULL};

/* One person in one period. */
struct group {
	size_t begin; /* of the period in the name of the group */
	long before; /* the group of the same person before it in time; or -1 */
	unsigned long statements, negative, positive;
	unsigned long causes; /* statements that tell a scale */
	bool crisis;          /* one of them is flagged so */
	double sum[DIM_SCALES];
	unsigned long count[DIM_SCALES];
	double *severity; /* sums, for each concept */
	unsigned long *told;
};

struct summary {
	const struct lexicon *lex;
	size_t nconcepts;
	enum period period;
	struct names names; /* of groups: respondent, LF, period */
	struct group *groups;
	size_t cap;
	unsigned long undated; /* statements whose time is no date */
};

struct summary *
summary_new(const struct lexicon *lex, enum period period)
{
	struct summary *s = mem_zalloc(1, sizeof(*s));

	s->lex = lex;
	s->period = period;
	lexicon_concepts(lex, &s->nconcepts);
	return s;
}

void
summary_free(struct summary *s)
{
	size_t i;

	for (i = 0; i < s->names.count; i++) {
		free(s->groups[i].severity);
		free(s->groups[i].told);
	}
	free(s->groups);
	names_release(&s->names);
	free(s);
}

/* The week a day belongs to is that of its Thursday (ISO 8601). */
static void
add_week(struct str *out, struct date date)
{
	long thursday = date_to_day(date);
	struct date year;

	thursday += 4 - date_weekday(thursday);
	year = date_from_day(thursday);
	year.m = year.d = 1;
	str_addf(
	    out, "%04d-W%02ld", year.y, (thursday - date_to_day(year)) / 7 + 1);
}

/* The period a time falls into; nothing where there is no time, or none that
 * can be told. */
static void
add_period(struct summary *s, struct str *out, const char *time)
{
	struct date date;

	if (s->period == PERIOD_ALL || *time == '\0')
		return;
	if (!date_told(time, strlen(time), &date)) {
		s->undated++;
		return;
	}
	switch (s->period) {
	case PERIOD_YEAR:
		str_add(out, time, 4);
		break;
	case PERIOD_MONTH:
		str_add(out, time, 7);
		break;
	case PERIOD_WEEK:
		add_week(out, date);
		break;
	default:
		str_add(out, time, 10);
		break;
	}
}

static void
start_group(struct summary *s, uint32_t number, const char *person)
{
	struct group g = {.begin = strlen(person) + 1, .before = -1};

	s->groups =
	    mem_grow(s->groups, &s->cap, number + 1u, sizeof(*s->groups));
	g.severity = mem_zalloc(s->nconcepts, sizeof(*g.severity));
	g.told = mem_zalloc(s->nconcepts, sizeof(*g.told));
	s->groups[number] = g;
}

static struct group *
group_of(struct summary *s, const struct statement *statement)
{
	struct str key = STR_INIT;
	size_t before = s->names.count;
	uint32_t number;

	str_addf(&key, "%s\n", statement->respondent);
	add_period(s, &key, statement->time);
	number = names_take(&s->names, key.text, key.len);
	str_release(&key);
	if (number == before)
		start_group(s, number, statement->respondent);
	return &s->groups[number];
}

void
summary_add(struct summary *s, const struct statement *statement,
    const struct attribution *a)
{
	struct group *g = group_of(s, statement);
	bool cause = false;
	size_t i;

	g->statements++;
	g->negative += a->valence == VALENCE_NEGATIVE;
	g->positive += a->valence == VALENCE_POSITIVE;
	g->crisis = g->crisis || (a->flags & ATTRIB_CRISIS) != 0;
	for (i = 0; i < DIM_SCALES; i++) {
		if (isnan(a->scale[i]))
			continue;
		g->sum[i] += a->scale[i];
		g->count[i]++;
		cause = true;
	}
	g->causes += cause;
	for (i = 0; i < a->nconcepts; i++) {
		g->severity[a->concepts[i].concept] += a->concepts[i].severity;
		g->told[a->concepts[i].concept]++;
	}
}

static double
severity_of(const struct group *g, size_t concept)
{
	return g->severity[concept] / (double)g->statements;
}

static void
put_number(struct csvout *out, double x)
{
	csvout_ratio(out, lround(x * 100), 100);
}

/* The cells of a group up to the concept; whether its person is not UTF-8. */
static bool
put_group(const struct summary *s, size_t number, struct csvout *out)
{
	const struct group *g = &s->groups[number];
	const char *name = names_text(&s->names, (uint32_t)number);
	bool bad = rows_name(out, name, g->begin - 1);
	size_t i;

	csvout_str(out, name + g->begin);
	csvout_long(out, (long)g->statements);
	csvout_long(out, (long)g->causes);
	for (i = 0; i < DIM_SCALES; i++) {
		if (g->count[i] < ATTRIB_CAUSES_MIN)
			csvout_empty(out);
		else
			put_number(out, g->sum[i] / (double)g->count[i]);
	}
	csvout_long(out, (long)g->negative);
	csvout_long(out, (long)g->positive);
	return bad;
}

/* Ends the row of a group. */
static void
put_flag(const struct group *g, bool bad, struct csvout *out)
{
	bool few = g->causes < ATTRIB_CAUSES_MIN;

	if (g->crisis)
		rows_flag(out, few ? "crisis;too-short" : "crisis", bad);
	else
		rows_flag(out, few ? "too-short" : "", bad);
	csvout_end(out);
}

static void
put_concept(
    const struct summary *s, size_t number, size_t concept, struct csvout *out)
{
	const struct group *g = &s->groups[number];
	bool bad = put_group(s, number, out);

	csvout_str(out, lexicon_concept_id(s->lex, concept));
	csvout_long(out, (long)g->told[concept]);
	put_number(out, severity_of(g, concept));
	if (g->before == -1)
		csvout_empty(out);
	else
		put_number(out,
		    severity_of(g, concept) -
			severity_of(&s->groups[g->before], concept));
	put_flag(g, bad, out);
}

static bool
is_told(const struct summary *s, const struct group *g, size_t concept)
{
	if (g->told[concept] > 0)
		return true;
	/* what is gone is told once more, so that its fall is seen */
	return g->before != -1 && s->groups[g->before].told[concept] > 0;
}

/* A group on its way to its place among those of its person. */
struct turn {
	const char *name;
	size_t begin; /* of the period in it */
	uint32_t number;
};

/* By person, of whom it matters only that each is by itself, then by period: as
 * text, which goes by time. */
static int
compare_turns(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	if (x->begin != y->begin)
		return x->begin < y->begin ? -1 : 1;
	return strcmp(x->name, y->name);
}

/* Whether y is of the same person, and x has a time. */
static bool
is_before(const struct turn *x, const struct turn *y)
{
	return x->begin == y->begin && x->name[x->begin] != '\0' &&
	    memcmp(x->name, y->name, x->begin) == 0;
}

/* Finds for each group the one before it in time, in whichever order they came.
 * Those without a time stand before and behind none. */
static void
find_before(struct summary *s)
{
	size_t n = s->names.count, i;
	struct turn *turns = mem_alloc(n + 1, sizeof *turns);

	for (i = 0; i < n; i++) {
		turns[i].number = (uint32_t)i;
		turns[i].name = names_text(&s->names, (uint32_t)i);
		turns[i].begin = s->groups[i].begin;
	}
	qsort(turns, n, sizeof *turns, compare_turns);
	for (i = 1; i < n; i++)
		if (is_before(&turns[i - 1], &turns[i]))
			s->groups[turns[i].number].before =
			    (long)turns[i - 1].number;
	free(turns);
}

/* A concept told in a group. */
struct told {
	double severity;
	size_t concept;
};

/* What asks for most attention first. */
static int
compare_told(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return (x->concept > y->concept) - (x->concept < y->concept);
}

static void
put_told(const struct summary *s, size_t number, struct told *told,
    struct csvout *out)
{
	const struct group *g = &s->groups[number];
	size_t n = 0, i, c;
	bool bad;

	for (c = 0; c < s->nconcepts; c++)
		if (is_told(s, g, c))
			told[n++] = (struct told){severity_of(g, c), c};
	qsort(told, n, sizeof(*told), compare_told);
	for (i = 0; i < n; i++)
		put_concept(s, number, told[i].concept, out);
	if (n > 0)
		return;
	bad = put_group(s, number, out);
	for (c = 0; c < 4; c++)
		csvout_empty(out);
	put_flag(g, bad, out);
}

void
summary_write(struct summary *s, struct csvout *out)
{
	struct told *told = mem_alloc(s->nconcepts + 1, sizeof(*told));
	size_t i;

	find_before(s);
	if (s->undated > 0)
		msg_note(
		    "statements with a time that is no date, and so without a "
		    "period: %lu",
		    s->undated);
	csvout_header(out, columns);
	for (i = 0; i < s->names.count; i++)
		put_told(s, i, told, out);
	free(told);
}
