/* The results of a sitting on the terminal. */
#include "taking.h"

#include "base/mem.h"
#include "base/str.h"
#include "cli/chart.h"
#include "cli/helpline.h"
#include "quiz/answers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BAR_WIDTH = 26 };

/* What the lines at the end are made of. */
struct reading_tip {
	const char *concept;
	double severity;
};

struct profile {
	const struct taking *taking;
	const struct term *term;
	struct reading_tip tips[3]; /* most severe first */
};

static void
add_tip(struct profile *p, const struct scale *scale, double severity)
{
	struct reading_tip tip = {scale->concept, severity};

	for (size_t i = 0; i < 3 && p->tips[i].concept != NULL; i++)
		if (strcmp(p->tips[i].concept, scale->concept) == 0)
			return;

	if (scale->concept[0] == '\0' || isnan(severity))
		return;
	for (size_t i = 0; i < 3; i++)
		if (p->tips[i].concept == NULL ||
		    tip.severity > p->tips[i].severity) {
			struct reading_tip next = p->tips[i];

			p->tips[i] = tip;
			tip = next;
			if (tip.concept == NULL)
				return;
		}
}

static double
share(const struct scale *scale, double x)
{
	return (x - scale->min) / (scale->max - scale->min);
}

static void
show_title(const struct term *t, const struct scale *scale)
{
	const char *title = scale->title[0] == '\0' ? scale->id : scale->title;

	fputs("  ", t->fp);
	term_style(t, TERM_BOLD);
	term_wrap(t, title, 2, 2);
	term_style(t, 0);
}

/* "  ████▓▒░░  4.2 ±0.5 of 1..6; moderate" */
static void
show_score(const struct term *t, const struct scale *scale,
    const struct score *score, const struct standing *st)
{
	fputs("  ", t->fp);
	term_style(t, TERM_ACCENT);
	chart_bar(t, share(scale, score->value), share(scale, st->low),
	    share(scale, st->high), BAR_WIDTH);
	term_style(t, 0);
	fprintf(t->fp, "  %.3g", score->value);
	if (!isnan(st->sem))
		fprintf(t->fp, " %s%.2g", t->utf8 ? "±" : "+-", 1.96 * st->sem);
	fprintf(t->fp, " of %.3g..%.3g%s", scale->min, scale->max,
	    isnan(st->sem) && score->answered > 1 ? ", error unknown" : "");
	if (st->band != NULL) {
		fputs("; ", t->fp);
		term_text(t, st->band, strlen(st->band));
	}
	fputc('\n', t->fp);
}

static void
show_place(const struct term *t, const struct standing *st)
{
	if (!isnan(st->t))
		fprintf(t->fp,
		    "  T %.0f (50 is the mean of the norm "
		    "sample)\n",
		    st->t);
	if (!isnan(st->percentile))
		fprintf(t->fp,
		    "  higher than %.0f in 100 people of the norm "
		    "sample\n",
		    st->percentile);
}

static void
show_scale(
    struct profile *p, const struct scale *scale, const struct score *score)
{
	const struct settings *set = p->taking->set;
	struct person person = person_read(
	    set->sex == NULL ? "" : set->sex, set->age == NULL ? "" : set->age);
	struct standing st =
	    standing_of(scale, score, &person, set->reliability);

	show_title(p->term, scale);
	if (!score->scored) {
		fprintf(p->term->fp, "  not scored: %zu of %zu answered\n",
		    score->answered, score->answered + score->missing);
		return;
	}
	show_score(p->term, scale, score, &st);
	show_place(p->term, &st);
	add_tip(p, scale, scoring_severity(scale, score).value);
}

static void
show_instrument(struct profile *p, size_t at)
{
	const struct instrument *in = p->taking->instruments[at];
	const struct term *t = p->term;
	struct score *scores = mem_alloc(in->nscales, sizeof(*scores));
	int *x = mem_alloc(in->nitems, sizeof(*x));

	memcpy(x, p->taking->sitting.answers[at], in->nitems * sizeof(*x));
	answers_close_branches(in, x);
	scoring_all(in, x, scores);
	fputc('\n', t->fp);
	term_style(t, TERM_BOLD);
	term_wrap(t, in->title, 0, 0);
	term_style(t, 0);
	for (size_t i = 0; i < in->nscales; i++)
		show_scale(p, &in->scales[i], &scores[i]);
	fputs("norms: ", t->fp);
	term_wrap(t, in->norms[0] == '\0' ? "no norms" : in->norms, 7, 7);
	free(x);
	free(scores);
}

static void
show_tips(const struct profile *p)
{
	const struct term *t = p->term;
	const char *rest, *id;
	size_t len;

	if (p->tips[0].concept == NULL)
		return;
	fputs("\nTo read more about what stands out:\n", t->fp);
	for (size_t i = 0; i < 3 && p->tips[i].concept != NULL; i++) {
		rest = p->tips[i].concept;
		if (str_split(&rest, ';', &id, &len))
			fprintf(t->fp, "  concept-lookup %.*s\n", (int)len, id);
	}
}

/* Where to find help stands before any score. */
static bool
asks_for_help(const struct taking *taking, size_t at)
{
	const struct instrument *in = taking->instruments[at];
	struct score *scores = mem_alloc(in->nscales, sizeof(*scores));
	bool help = scoring_crisis(in, taking->sitting.answers[at]);

	scoring_all(in, taking->sitting.answers[at], scores);
	for (size_t i = 0; i < in->nscales; i++)
		help = help || scoring_alert(&in->scales[i], &scores[i]);
	free(scores);
	return help;
}

void
profile_show(const struct taking *taking, const struct term *term)
{
	struct profile p = {.taking = taking, .term = term};

	for (size_t i = 0; i < taking->ninstruments; i++)
		if (asks_for_help(taking, i))
			helpline_offer();
	for (size_t i = 0; i < taking->ninstruments; i++)
		show_instrument(&p, i);
	show_tips(&p);
	fputs("\nThis is no diagnosis. It shows what you answered today.\n",
	    term->fp);
	fflush(term->fp);
}
