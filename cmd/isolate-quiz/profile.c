/* The results of sittings, for the eye. */
#include "past.h"
#include "theta.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"
#include "cli/chart.h"
#include "cli/helpline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BAR_WIDTH = 26, OLDEST = 110 };

void
profile_tip(struct profile *p, const struct scale *scale, double severity)
{
	struct profile_tip tip = {scale->concept, severity};

	for (size_t i = 0; i < PROFILE_TIPS && p->tips[i].concept != NULL; i++)
		if (strcmp(p->tips[i].concept, scale->concept) == 0)
			return;

	if (scale->concept[0] == '\0' || isnan(severity) || severity == 0)
		return;
	for (size_t i = 0; i < PROFILE_TIPS; i++)
		if (p->tips[i].concept == NULL ||
		    tip.severity > p->tips[i].severity) {
			struct profile_tip next = p->tips[i];

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

void
profile_title(const struct term *t, const struct scale *scale)
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
	struct str text = STR_INIT;

	fputs("  ", t->fp);
	term_style(t, TERM_ACCENT);
	chart_bar(t, share(scale, score->value), share(scale, st->low),
	    share(scale, st->high), BAR_WIDTH);
	term_style(t, 0);
	fputs("  ", t->fp);
	num_add_round(&text, score->value, 3);
	if (!isnan(st->sem)) {
		str_adds(&text, t->utf8 ? " ±" : " +-");
		num_add_round(&text, 1.96 * st->sem, 2);
	}
	str_adds(&text, " of ");
	num_add_round(&text, scale->min, 3);
	str_adds(&text, "..");
	num_add_round(&text, scale->max, 3);
	if (isnan(st->sem) && score->answered > 1)
		str_adds(&text, ", error unknown");
	if (st->band != NULL)
		str_addf(&text, "; %s", st->band);
	term_wrap(t, text.text, 2, BAR_WIDTH + 4);
	str_release(&text);
}

static void
show_line(const struct term *t, struct str *text)
{
	fputs("  ", t->fp);
	term_wrap(t, text->text, 2, 2);
	str_clear(text);
}

/* Of whom 50 is the mean: T goes by the row of the norm that was used. */
static void
add_norm_group(
    struct str *text, const struct norm *norm, const struct person *person)
{
	const char *who = "people";
	bool open = norm->age_max >= OLDEST;

	if (norm->sex == SEX_ANY && norm->age_min == 0 && open)
		return;
	if (person->sex != SEX_ANY && norm->sex != SEX_ANY)
		who = norm->sex == SEX_FEMALE ? "women" : "men";
	str_adds(text, who);
	if (open && norm->age_min > 0)
		str_addf(text, " of %d and over", norm->age_min);
	else if (!open && norm->age_min == 0)
		str_addf(text, " up to %d", norm->age_max);
	else if (!open)
		str_addf(text, " of %d to %d", norm->age_min, norm->age_max);
	str_adds(text, " in ");
}

/* No one is at percentile 0 or 100, nor shown there. */
static void
show_place(const struct term *t, const struct standing *st,
    const struct person *person)
{
	struct str text = STR_INIT;

	if (!isnan(st->t)) {
		str_addf(&text, "T %.0f (50 is the mean of ", st->t);
		add_norm_group(&text, st->norm, person);
		str_adds(&text, "the norm sample)");
		show_line(t, &text);
	}
	if (!isnan(st->percentile)) {
		str_adds(&text, "percentile ");
		if (st->percentile < 0.5 || st->percentile >= 99.5)
			str_adds(&text,
			    st->percentile < 50 ? "below 1" : "above 99");
		else
			str_addf(&text, "%.0f", st->percentile);
		str_adds(&text, " in the norm sample");
		show_line(t, &text);
	}
	str_release(&text);
}

/* Against the sitting before, where both were scored. */
static void
show_change(
    const struct profile *p, size_t at, const struct score *score, double sem)
{
	const double least = 1.96 * M_SQRT2; /* Jacobson and Truax 1991 */
	struct str text = STR_INIT;
	double change;
	char date[DATE_MAX];

	if (p->before == NULL || !p->before->scores[at].scored)
		return;
	date_format(date, moment_date(p->before->at));
	change = score->value - p->before->scores[at].value;
	if (change == 0) {
		str_addf(&text, "as on %s", date);
	} else {
		num_add_round(&text, fabs(change), 3);
		str_addf(&text, " %s than on %s%s",
		    change < 0 ? "lower" : "higher", date,
		    isnan(sem)                       ? ""
			: fabs(change) > least * sem ? ", more than chance "
						       "alone would explain"
						     : ", which may be chance");
	}
	show_line(&p->term, &text);
	str_release(&text);
}

static void
show_scale(struct profile *p, const struct sitting_scores *sitting,
    const struct scale *scale, const struct score *score)
{
	struct standing st =
	    standing_of(scale, score, &sitting->person, p->set->reliability);

	profile_title(&p->term, scale);
	if (!score->scored) {
		fprintf(p->term.fp, "  not scored: %zu of %zu answered%s\n",
		    score->answered, score->answered + score->missing,
		    sitting->asked == NULL ? "" : ", an adaptive sitting");
		return;
	}
	show_score(&p->term, scale, score, &st);
	show_place(&p->term, &st, &sitting->person);
	if (scale->advice[0] != '\0' &&
	    compare_holds(
		scale->advice_op, score->value, scale->advice_number)) {
		fputs("  ", p->term.fp);
		term_wrap(&p->term, scale->advice, 2, 2);
	}
	show_change(p, (size_t)(scale - sitting->in->scales), score, st.sem);
	profile_tip(p, scale, scoring_severity(scale, score).value);
}

void
profile_init(struct profile *p, const struct settings *set, struct term term)
{
	*p = (struct profile){.set = set, .term = term};
}

void
profile_show(struct profile *p, const struct sitting_scores *sitting)
{
	const struct instrument *in = sitting->in;
	const struct term *t = &p->term;
	struct score *scores = mem_alloc(in->nscales, sizeof(*scores));

	sitting_sums(sitting, scores);
	fputc('\n', t->fp);
	term_style(t, TERM_BOLD);
	term_wrap(t, in->title, 0, 0);
	term_style(t, 0);
	if (strcmp(in->status, "unvalidated") == 0)
		fputs("This form is not validated.\n", t->fp);
	for (size_t i = 0; i < in->nscales; i++)
		if (sitting->irt == NULL)
			show_scale(p, sitting, &in->scales[i], &scores[i]);
		else
			theta_show(p, sitting, i);
	if (sitting->irt == NULL) {
		fputs("norms: ", t->fp);
		term_wrap(
		    t, in->norms[0] == '\0' ? "no norms" : in->norms, 7, 7);
	} else
		theta_show_people(t, irt_bank(sitting->irt, in));
	free(scores);
}

static void
show_tips(const struct profile *p)
{
	const struct term *t = &p->term;
	const char *rest, *id;
	size_t len;

	if (p->tips[0].concept == NULL)
		return;
	fputs("\nTo read more:\n", t->fp);
	for (size_t i = 0; i < PROFILE_TIPS && p->tips[i].concept != NULL;
	     i++) {
		rest = p->tips[i].concept;
		if (str_split(&rest, ';', &id, &len))
			fprintf(t->fp, "  concept-lookup %.*s\n", (int)len, id);
	}
}

void
profile_end(struct profile *p)
{
	show_tips(p);
	memset(p->tips, 0, sizeof(p->tips));
	fputc('\n', p->term.fp);
	term_wrap(&p->term, "This is no diagnosis. It shows what was answered.",
	    0, 0);
	if (p->term.tty && helpline_offered())
		term_wrap(&p->term,
		    "You need not carry this alone: 'concept-lookup help' says "
		    "who to talk to, at any hour.",
		    0, 0);
	fflush(p->term.fp);
}
