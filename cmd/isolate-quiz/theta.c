#include "past.h"
#include "theta.h"

#include "base/str.h"
#include "cli/chart.h"

#include <math.h>
#include <string.h>

enum { BAR_WIDTH = 26, ANSWERS_MIN = 3 };

/* T at the ends of the bar: all but a few of a thousand stand between. */
enum { T_MIN = 20, T_MAX = 80 };

const char theta_help[] =
    "Each question is the one that tells most after your answers so far; that "
    "is why no two people get quite the same. Skip what you would rather not "
    "say: another question takes its place. It ends by itself when the picture "
    "is clear enough. All stays on this computer.";

/* .70, .80 and .90 are the reliabilities that Nunnally and Bernstein (1994,
 * Psychometric Theory, ch. 7) ask of early research, of research, and of
 * decisions on a person.  One or two answers are an impression whatever the
 * model makes of them: its error leaves out what items of one kind have in
 * common. */
const char *
theta_certainty(double se, size_t answers)
{
	static const struct {
		double reliability;
		const char *words;
	} steps[] = {{0.8999, "a clear picture"},
	    {0.80, "a fairly clear picture"}, {0.70, "a rough picture"},
	    {0.50, "a vague picture"}};
	double reliability = answers < ANSWERS_MIN ? 0 : 1 - se * se;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (reliability >= steps[i].reliability)
			return steps[i].words;
	return "a first impression";
}

void
theta_introduce(const struct term *t, struct tailor_progress p)
{
	size_t likely = p.asked + p.left, most = p.asked + p.left_most;
	char text[300];
	int len = snprintf(text, sizeof(text),
	    "This is the short way: each question is chosen by your answers so "
	    "far, so others get other ones. It ends when the picture is clear "
	    "enough, ");

	if (likely < most)
		snprintf(text + len, sizeof(text) - (size_t)len,
		    "often after about %zu question%s, and always after %zu.",
		    likely, likely == 1 ? "" : "s", most);
	else
		snprintf(text + len, sizeof(text) - (size_t)len,
		    "after %zu question%s at most.", most,
		    most == 1 ? "" : "s");
	fputc('\n', t->fp);
	term_wrap(t, text, 0, 0);
}

const char *
theta_to_go(struct tailor_progress p, char text[THETA_TEXT_MAX])
{
	if (p.left == 0)
		snprintf(text, THETA_TEXT_MAX, "almost done");
	else if (p.left == 1)
		snprintf(text, THETA_TEXT_MAX, "perhaps the last");
	else
		snprintf(text, THETA_TEXT_MAX, "%s %zu to go",
		    p.left < p.left_most ? "about" : "up to", p.left);
	return text;
}

static double
share(double t)
{
	return (t - T_MIN) / (T_MAX - T_MIN);
}

static void
show_interval(const struct term *t, double at, double half)
{
	char text[100];

	fputs("  ", t->fp);
	term_style(t, TERM_ACCENT);
	chart_bar(t, share(at), share(at - half), share(at + half), BAR_WIDTH);
	term_style(t, 0);
	fputs("  ", t->fp);
	snprintf(text, sizeof(text),
	    "T %.0f %s%.0f; most likely between %.0f and %.0f", at,
	    t->utf8 ? "±" : "+-", half, at - half, at + half);
	term_wrap(t, text, 2, BAR_WIDTH + 4);
}

/* Why it ended where it did. */
static const char *
reason(const struct adaptive *a)
{
	switch (adaptive_end(a)) {
	case ADAPTIVE_SURE:
		return "that was enough";
	case ADAPTIVE_STEADY:
		return "the last answers hardly changed it";
	case ADAPTIVE_MOST:
		return "more would make it clearer";
	default:
		return "there are no more to ask";
	}
}

static void
show_certainty(const struct term *t, const struct adaptive *a)
{
	size_t skipped = a->nasked - a->nanswered;
	char text[200], without[40] = "";

	if (skipped > 0)
		snprintf(without, sizeof(without), " (%zu skipped)", skipped);
	snprintf(text, sizeof(text), "From %zu of %zu questions%s: %s; %s.",
	    a->nasked, a->eap.nitems, without,
	    theta_certainty(a->at.se, a->nanswered), reason(a));
	fputs("  ", t->fp);
	term_wrap(t, text, 2, 2);
}

/* Against the sitting before, whichever way that one asked: both errors count
 * (the difference over the root of the sum of their squares, as a normal
 * deviate; Finkelman, Weiss and Kim-Kang 2010). */
static void
show_change(const struct profile *p, size_t scale, struct grm_estimate at)
{
	const struct past_sitting *before = p->before;
	struct grm_estimate then;
	char date[DATE_MAX];
	double moved;

	if (before == NULL || before->thetas == NULL ||
	    isnan(before->thetas[scale].theta))
		return;
	then = before->thetas[scale];
	moved = at.theta - then.theta;
	date_format(date, moment_date(before->at));
	if (fabs(10 * moved) < 0.5)
		fprintf(p->term.fp, "  as on %s\n", date);
	else
		fprintf(p->term.fp, "  %.0f %s than on %s, %s\n",
		    fabs(10 * moved), moved < 0 ? "lower" : "higher", date,
		    fabs(moved) > 1.96 * hypot(at.se, then.se)
			? "more than chance alone would explain"
			: "which may be chance");
}

/* The state of the scale in the sitting; NULL where it was not asked for. */
static const struct adaptive *
state_of(const struct sitting_scores *sitting, size_t scale)
{
	const struct bank *bank = irt_bank(sitting->irt, sitting->in);
	const struct bank_scale *s =
	    bank_find(bank, &sitting->in->scales[scale]);

	return s == NULL ? NULL : &sitting->tailored[s - bank->scales].state;
}

void
theta_show(
    struct profile *p, const struct sitting_scores *sitting, size_t scale)
{
	const struct adaptive *a = state_of(sitting, scale);
	struct irt_score score;

	if (a == NULL || !irt_score(sitting->irt, sitting, scale, &score))
		return;
	profile_title(&p->term, &sitting->in->scales[scale]);
	if (!score.scored) {
		fputs("  not scored: nothing was answered\n", p->term.fp);
		return;
	}
	show_interval(&p->term, irt_t(score.at.theta), 10 * 1.96 * score.at.se);
	show_certainty(&p->term, a);
	show_change(p, scale, score.at);
	profile_tip(p, &sitting->in->scales[scale], score.severity);
}

void
theta_show_people(const struct term *t, const struct bank *bank)
{
	struct str text = STR_INIT;

	str_addf(&text,
	    "T 50 is the mean of the people whose answers it was calibrated "
	    "on, and two of three of them stand between 40 and 60: %s",
	    bank->sample[0] == '\0' ? "unknown" : bank->sample);
	term_wrap(t, text.text, 0, 0);
	str_release(&text);
}
