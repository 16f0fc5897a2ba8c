/*
 * calibrating - what calibrate and its tables share: the answers of everyone to
 * each scale that can be calibrated.
 */
#ifndef ISOLATE_QUIZ_CALIBRATING_H
#define ISOLATE_QUIZ_CALIBRATING_H

#include "quiz.h"
#include "quiz/calibrate.h"
#include "quiz/dimension.h"

/* One scale, and the steps that everyone answered. */
struct subject {
	struct dimension dimension;
	const char **names; /* of its items */
	int *categories;
	int8_t *x; /* a row a person */
	size_t people, cap;
};

/* A file that is written at the end, or not at all. */
struct fit_table {
	const char *path; /* NULL: it is not asked for */
	FILE *fp;
	char *text;
	size_t len;
	struct csvout out;
};

/* Which group each person belongs to, for --dif. */
enum { GROUPS_MAX = 100 };
#define GROUP_NONE SIZE_MAX
struct groups {
	char *names[GROUPS_MAX]; /* in the order of the rows */
	size_t count;
	size_t *of; /* of each person a group, or GROUP_NONE */
	size_t people, cap, without;
	bool toomany;
};

struct calibrating {
	const struct settings *set;
	struct subject *subjects;
	size_t count;
	struct term err;    /* where progress is shown */
	const char *fitted; /* the scale that is being fitted */
	struct fit_table fit, q3;
	struct groups groups;
};

/* Finds the scales of the instrument that can be calibrated; tells which are
 * passed over. */
void subjects_find(struct calibrating *c, const struct instrument *in);
void subjects_release(struct calibrating *c);

void subject_add(struct subject *s, const int *answers); /* one person */

/* Turns steps into categories; with collapse, steps that used (a row of
 * GRM_CATEGORIES_MAX for each item) does not have go with the ones below. */
void subject_settle(struct subject *s, const bool *used);

/* Which steps the people from first on, n of them, took: sets some of used. */
void subject_used(const struct subject *s, size_t first, size_t n, bool *used);

/* How to fit: as the settings say, with progress on a terminal. */
struct calibrate_how calibrating_how(struct calibrating *c);
void calibrating_progressed(const struct calibrating *c); /* ends the line */

/* Takes the cell that says which group the next person is in. */
void groups_add(struct groups *g, const char *name);
void groups_release(struct groups *g);

/* Writes what --dif found; RC_DATA where a scale could not be tested (told). */
int dif_all(struct calibrating *c);

/* The tables that --fit and --q3 ask for: begin, add a scale each, and write
 * (the process ends where that fails). */
void fit_tables_begin(struct calibrating *c);
void fit_tables_add(struct calibrating *c, const struct subject *s,
    const struct patterns *p, const struct calibration *fit);
void fit_tables_end(struct calibrating *c, bool write);

#endif
