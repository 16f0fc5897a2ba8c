/*
 * quiz - what the verbs of isolate-quiz share: settings, the instruments
 * asked for, and the writer of the scores stream.
 */
#ifndef ISOLATE_QUIZ_QUIZ_H
#define ISOLATE_QUIZ_QUIZ_H

#include "cli/carried.h"
#include "cli/io.h"
#include "cli/opt.h"
#include "cli/term.h"
#include "quiz/instrument.h"
#include "quiz/scoring.h"
#include "quiz/standing.h"
#include "stream/csvout.h"
#include "stream/table.h"

#include <stdbool.h>
#include <stddef.h>

enum { NAMES_MAX = 32 };

/* The values of an option that may be given more than once. */
struct names {
	const char *list[NAMES_MAX];
	size_t count;
};

/* What the command line says. */
struct settings {
	const struct opt *opt;
	struct names instruments; /* -i */
	struct names na;          /* --na */
	struct names scales;      /* --scale; none: all */
	struct names items;       /* --item; none: all */
	const char *lang, *missing, *now;
	const char *respondent, *sex, *age, *group;
	double reliability;    /* NaN: each scale's own */
	double sd;             /* NaN: that of the people before */
	int method;            /* enum change_method */
	const char *irt;       /* the bank to score with; NULL: none */
	int estimate;          /* enum irt_method */
	long jobs;             /* threads */
	double se;             /* of theta, to stop at; NaN: the bank's goal */
	double change;         /* of theta, to stop below; 0: never */
	long least, most;      /* items of a scale; 0: irt.c's, and all */
	int select;            /* enum adaptive_select */
	long best;             /* chance takes one of so many; 0: irt.c's */
	long people;           /* to simulate; 0: none */
	double theta;          /* of all of them; NaN: drawn */
	long top;              /* 0: all rows */
	struct share part;     /* of the input; {0}: all */
	long seed;             /* 0: items stay in order */
	const char *fit, *q3;  /* the files for tables of fit */
	const char *dif;       /* the column of groups */
	const char *svg;       /* the file to draw into */
	const char *histogram; /* the scale to show the spread of */
	bool lenient, strict, long_form, csv, score, ascii, plain, profile;
	bool wide, codebook, paper, paths;
	bool adaptive, pairwise, partial, merge, summary, collapse;
	enum term_when color;
};

extern const struct opt_tool tool;

/* Reads every option into the settings; a bad value ends the process. */
void options_read(struct settings *set, struct opt *o);

int list_run(void *settings, int n, char *const operands[]);
int show_run(void *settings, int n, char *const operands[]);
int take_run(void *settings, int n, char *const operands[]);
int score_run(void *settings, int n, char *const operands[]);
int history_run(void *settings, int n, char *const operands[]);
int check_run(void *settings, int n, char *const operands[]);
int stats_run(void *settings, int n, char *const operands[]);
int change_run(void *settings, int n, char *const operands[]);
int calibrate_run(void *settings, int n, char *const operands[]);
int curves_run(void *settings, int n, char *const operands[]);
int simulate_run(void *settings, int n, char *const operands[]);

extern const char *const change_methods[]; /* by enum change_method */

/*
 * The instrument of that name or path, with the settings' language and missing
 * rule.  NULL where there is none (told); a file that is there but malformed
 * ends the process with RC_DATA.  Free it with library_free().
 */
struct instrument *library_open(const struct settings *set, const char *name);
void library_free(struct instrument *in);

/* Tells where the texts are not in the language of --lang. */
void library_check_language(
    const struct settings *set, const struct instrument *in);

/* Whether it has norms that go by sex or age. */
bool norms_ask_who(const struct instrument *in);

/* Whether --scale names it, or names none. */
bool scale_is_asked(const struct settings *set, const char *scale);

/* Tells which scales that --scale names are of none of the instruments; false
 * where there is one. */
bool scales_are_there(const struct settings *set,
    const struct instrument *const *instruments, size_t n);

/* One sitting of one instrument: all that the scores stream says of it. */
struct sitting_scores {
	const struct instrument *in;
	const char *respondent, *time, *sex, *age, *group;
	const char *by; /* the column that responses.h was asked for */
	struct person person;
	const int *answers;
	size_t out_of_range; /* answers made missing */
	/* Of an adaptive sitting: by which items were asked it is told from
	 * one with gaps, and scored by its bank.  NULL: it is none. */
	const bool *asked;
	struct irt *irt; /* scores it; NULL: scores are sums and means */
	const struct tailor_scale *tailored; /* as the scales of the bank */
};

/* Writes the scores stream; with --top, its most severe rows, at the end. */
struct scores {
	const struct settings *set;
	struct csvout out;
	struct score *room; /* for the scales of one instrument */
	struct carried carried;
	bool begun;
	struct top_row *top;
	size_t ntop, seen;
};

/* Without scores_begin_file() the rows carry what the settings give. */
void scores_init(struct scores *s, const struct settings *set, FILE *fp);

/* The first file says which of sex, age and group are carried; warns where a
 * later one has others. */
void scores_begin_file(
    struct scores *s, const char *path, const struct table *t);
void scores_write(struct scores *s, const struct sitting_scores *sitting);
void scores_finish(struct scores *s); /* writes what is held, and releases */

/* Each writes one cell: the score (or none), what it is flagged with. */
void scores_value(struct csvout *out, const struct score *score);
void scores_flags(
    struct csvout *out, bool crisis, bool distress, bool out_of_range);

/* The sums and means; an adaptive sitting has none. */
void sitting_sums(const struct sitting_scores *sitting, struct score *scores);

/* Whether an answer or a score asks for help first (helpline_offer()). */
bool sitting_needs_help(const struct sitting_scores *sitting);

enum { PROFILE_TIPS = 3 };

/* Shows the results of sittings to the eye: begin, show each, and end with
 * what is worth reading.  Help, where it is needed, has been offered before. */
struct profile {
	const struct settings *set;
	struct term term;
	struct profile_tip {
		const char *concept; /* of an instrument that is still open */
		double severity;
	} tips[PROFILE_TIPS]; /* most severe first */
	/* The sitting before this one to compare with, to be set before each is
	 * shown; NULL: there is none. */
	const struct past_sitting *before;
};

void profile_init(
    struct profile *p, const struct settings *set, struct term term);
void profile_show(struct profile *p, const struct sitting_scores *sitting);
void profile_end(struct profile *p);

/* Parts of it: the title of a scale; what the scale is about among what is
 * worth reading, NaN: it is not. */
void profile_title(const struct term *t, const struct scale *scale);
void profile_tip(struct profile *p, const struct scale *scale, double severity);

/* How the scores of one scale are spread: counts every score, then draws. */
struct histogram {
	const char *scale; /* ID, or INSTRUMENT/ID */
	double min, step;  /* of the first bin: its lowest score, its width */
	size_t nbins;      /* 0: the scale has not been met */
	unsigned long *counts;
	unsigned long unscored;
};

void histogram_add(struct histogram *h, const struct sitting_scores *sitting);
/* False, and told, where no sitting had the scale. */
bool histogram_finish(struct histogram *h, const struct term *term);

/* The form to print; RC_NO where its text is not there (told). */
int paper_print(const struct term *t, const struct instrument *in);

/* A data dictionary: one row an item, in file order. */
void codebook_header(struct csvout *out);
void codebook_write(struct csvout *out, const struct instrument *in);

#endif
