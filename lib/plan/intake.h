/*
 * intake - what the streams say of each person: which concepts weigh how much,
 * and whether to go gently.
 *
 * Of several sittings of one instrument the most recent counts (by time; the
 * later row where times are equal or missing).  Rows of one source that name
 * the same concept are averaged; of several sources the highest counts.
 */
#ifndef PLAN_INTAKE_H
#define PLAN_INTAKE_H

#include "base/arena.h"
#include "base/diag.h"
#include "plan/idmap.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* K6 of 13 or more: serious psychological distress (Kessler et al. 2003,
 * Archives of General Psychiatry 60, 184-189). */
enum { INTAKE_K6_DISTRESS = 13 };

struct intake_source { /* one instrument, or one file of statements */
	const char *name;
	bool sitting; /* an instrument: a newer row replaces older ones */
	bool timed;
	int64_t us;          /* the newest row */
	unsigned long round; /* how often older ones were replaced */
	bool gentle;
};

struct intake_weight {
	const char *concept;
	size_t source;
	unsigned long round; /* another than the source's: replaced */
	double sum;
	unsigned long n; /* rows */
};

struct intake_person {
	const char *respondent; /* "" where the stream has none */
	size_t number;          /* nobody else's */
	struct intake_source *sources;
	size_t source_count, source_cap;
	struct intake_weight *weights;
	size_t weight_count, weight_cap;
};

/* Plain storage, zero it first. */
struct intake {
	struct intake_person **people; /* in the order they came */
	size_t count, cap;
	size_t numbers; /* given out */
	struct idmap by_respondent;
	struct idmap places; /* of sources and weights in their arrays */
	struct arena texts;
};

/* The cells of one row; none is NULL, all may be "". */
struct intake_row {
	const char *file; /* tells statements of several files apart */
	const char *respondent, *time, *instrument, *score, *concept, *severity,
	    *flag;
};

/* Takes a row in.  Returns 0, or -1 with *err set (a severity that is not
 * 0..1, a time that is none): the row is then left out. */
int intake_add(struct intake *in, const struct intake_row *row,
    unsigned long line, struct diag *err);
void intake_release(struct intake *in);

/* The person of that name, added where there is none yet. */
struct intake_person *intake_person(struct intake *in, const char *respondent);

/* Rows without a respondent are those of the only one named, where there is
 * just one: a diary beside a quiz.  To be called after the last row. */
void intake_join(struct intake *in);

/* A concept named by the person, with full weight. */
void intake_name(
    struct intake *in, struct intake_person *p, const char *concept);

/* The severity of a concept, 0..1; 0 where nothing speaks of it. */
double intake_severity(const struct intake_person *p, const char *concept);

/* Whether anything weighs on the person at all. */
bool intake_weighs(const struct intake_person *p);

/* Whether a crisis cue or high distress asks for rest: ladders hold, and only
 * gentle activation is laid. */
bool intake_gentle(const struct intake_person *p);

#endif
