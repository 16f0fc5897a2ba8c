/* What the answers of a sitting say, to the eye and as a stream. */
#include "trend.h"

#include "base/mem.h"
#include "cli/helpline.h"
#include "quiz/answers.h"

#include <stdlib.h>
#include <string.h>

static void
mark_asked(const struct taking *t, size_t row)
{
	const struct sitting *s = &t->sitting;

	memset(t->asked, 0, INSTRUMENT_ITEMS_MAX * sizeof(*t->asked));
	for (size_t k = 0; k < s->nasked; k++) {
		const struct question *q = &s->questions[s->asked[k]];

		for (size_t i = 0; i < q->nplaces; i++)
			if (q->places[i].instrument == row)
				t->asked[q->places[i].item] = true;
	}
}

/* The scales of an instrument's bank stand together, in its order. */
static const struct tailor_scale *
tailored(const struct taking *t, size_t row)
{
	for (size_t i = 0; i < t->tailor.nscales; i++)
		if (t->tailor.scales[i].instrument == row)
			return &t->tailor.scales[i];
	return NULL;
}

/*
 * One instrument of the sitting, for scores.  Answers behind a branch that
 * closed are kept raw, but not scored: x has room for all, time for the time.
 */
static struct sitting_scores
sitting_of(const struct taking *t, size_t row, int *x, char time[MOMENT_MAX])
{
	const struct instrument *in = t->instruments[row];

	memcpy(x, t->sitting.answers[row], in->nitems * sizeof(*x));
	answers_close_branches(in, x);
	moment_format(time, t->at);
	if (t->irts != NULL)
		mark_asked(t, row);
	return (struct sitting_scores){.in = in,
	    .asked = t->irts == NULL ? NULL : t->asked,
	    .irt = t->irts == NULL ? NULL : t->irts[row],
	    .tailored = tailored(t, row),
	    .respondent = taking_text(t->set->respondent),
	    .time = time,
	    .sex = taking_text(t->set->sex),
	    .age = taking_text(t->set->age),
	    .group = taking_text(t->set->group),
	    .person =
		person_read(taking_text(t->set->sex), taking_text(t->set->age)),
	    .answers = x};
}

void
results_offer_help(const struct taking *t)
{
	int *x = mem_alloc(INSTRUMENT_ITEMS_MAX, sizeof(*x));
	char time[MOMENT_MAX];
	struct sitting_scores sitting;

	for (size_t i = 0; i < t->ninstruments; i++) {
		sitting = sitting_of(t, i, x, time);
		if (sitting_needs_help(&sitting))
			helpline_offer();
	}
	free(x);
}

void
results_show(const struct taking *t)
{
	int *x = mem_alloc(INSTRUMENT_ITEMS_MAX, sizeof(*x));
	char time[MOMENT_MAX];
	struct sitting_scores sitting;
	struct profile profile;

	if (t->screen != NULL) {
		profile_init(&profile, t->set, t->screen->term);
		for (size_t i = 0; i < t->ninstruments; i++) {
			struct past past;

			past_read(&past, t->set, t->instruments[i]);
			if (t->irts != NULL)
				trend_estimate(
				    &past, t->irts[i], t->instruments[i]);
			profile.before =
			    trend_before(&past, t->at, t->irts != NULL);
			sitting = sitting_of(t, i, x, time);
			profile_show(&profile, &sitting);
			past_release(&past);
		}
		profile_end(&profile);
	}
	free(x);
}

static void
write_scores(const struct taking *t)
{
	int *x = mem_alloc(INSTRUMENT_ITEMS_MAX, sizeof(*x));
	char time[MOMENT_MAX];
	struct sitting_scores sitting;
	struct scores scores;

	scores_init(&scores, t->set, stdout);
	for (size_t i = 0; i < t->ninstruments; i++) {
		sitting = sitting_of(t, i, x, time);
		scores_write(&scores, &sitting);
	}
	scores_finish(&scores);
	free(x);
}

void
results_write(const struct taking *t)
{
	if (t->set->score)
		write_scores(t);
	else
		record_stream(t, stdout);
}
