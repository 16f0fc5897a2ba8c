/* isolate-quiz score: a responses stream to a scores stream. */
#include "irt.h"
#include "quiz.h"

#include "base/msg.h"
#include "cli/helpline.h"
#include "responses.h"
#include "wide.h"

#include <math.h>
#include <string.h>

static const char no_sums[] =
    "an adaptive sitting has no sums: score it with --irt";

/* Where scored sittings go: the stream, or the eye. */
struct sink {
	const struct settings *set;
	struct scores scores;
	struct profile profile;
	struct histogram histogram;
	const struct responses *responses;
	unsigned long ages, sexes; /* given, but not as norms know them */
	bool told_spread;          /* that a reliability is not enough */
};

static void
sink_init(struct sink *sink, const struct settings *set)
{
	struct term term;

	*sink =
	    (struct sink){.set = set, .histogram = {.scale = set->histogram}};
	term_init(&term, stdout, set->color, set->ascii);
	profile_init(&sink->profile, set, term);
	if (!set->profile && set->histogram == NULL)
		scores_init(&sink->scores, set, stdout);
}

/* The first of its kind is told with its line, the others are counted. */
static void
tell_unknown(const struct responses *r, unsigned long *count, const char *what,
    const char *cell, const char *fault)
{
	if ((*count)++ == 0)
		msg_note("%s:%lu: %s '%s' is %s: norms take it as not said",
		    io_name(r->path), table_line(r->t), what, cell, fault);
}

static void
check_person(struct sink *sink, const struct sitting_scores *sitting)
{
	const struct person *p = &sitting->person;

	if (!norms_ask_who(sitting->in))
		return;
	if (p->age == -1 && sitting->age[0] != '\0')
		tell_unknown(sink->responses, &sink->ages, "age", sitting->age,
		    "no whole number of years from 0 to 150");
	if (p->sex == SEX_ANY && sitting->sex[0] != '\0')
		tell_unknown(sink->responses, &sink->sexes, "sex", sitting->sex,
		    "neither female nor male");
}

/* Of the first scale of the kind; the cells of all show it. */
static void
check_spread(struct sink *sink, const struct instrument *in)
{
	if (isnan(sink->set->reliability))
		return;
	for (size_t i = 0; i < in->nscales && !sink->told_spread; i++) {
		const struct scale *scale = &in->scales[i];

		if (scale->units < 2 || scale->nnorms > 0 || !isnan(scale->sd))
			continue;
		sink->told_spread = true;
		msg_note("%s: scale '%s': its sd is not known, so "
			 "--reliability gives no error",
		    in->id, scale->id);
	}
}

/* Whose profile follows, and of when, as far as the row says. */
static void
show_whose(const struct term *t, const struct sitting_scores *sitting)
{
	const char *who = sitting->respondent, *when = sitting->time;

	if (who[0] == '\0' && when[0] == '\0')
		return;
	fputc('\n', t->fp);
	term_style(t, TERM_BOLD);
	term_text(t, who, strlen(who));
	if (who[0] != '\0' && when[0] != '\0')
		fputs(", ", t->fp);
	term_text(t, when, strlen(when));
	term_style(t, 0);
	fputc('\n', t->fp);
}

static void
sink_add(void *context, const struct sitting_scores *sitting)
{
	struct sink *sink = context;

	check_person(sink, sitting);
	check_spread(sink, sitting->in);
	if (sink->set->histogram == NULL && !sink->set->profile) {
		scores_write(&sink->scores, sitting);
		return;
	}
	if (sitting_needs_help(sitting))
		helpline_offer();
	if (sink->set->histogram != NULL) {
		histogram_add(&sink->histogram, sitting);
	} else {
		show_whose(&sink->profile.term, sitting);
		profile_show(&sink->profile, sitting);
		profile_end(&sink->profile);
	}
}

static void
sink_begin_file(void *context, const char *path, const struct table *t)
{
	struct sink *sink = context;

	if (!sink->set->profile && sink->set->histogram == NULL)
		scores_begin_file(&sink->scores, path, t);
}

/* False where the answer is no. */
static bool
sink_finish(struct sink *sink)
{
	if (sink->set->histogram != NULL)
		return histogram_finish(&sink->histogram, &sink->profile.term);
	if (!sink->set->profile)
		scores_finish(&sink->scores);
	if (sink->ages > 1)
		msg_note("ages that norms do not know: %lu", sink->ages);
	if (sink->sexes > 1)
		msg_note("sexes that norms do not know: %lu", sink->sexes);
	return true;
}

static void
wide_use(void *context, const struct sitting_scores *sitting)
{
	wide_add(context, sitting);
}

static void
wide_row(void *context, bool good)
{
	wide_end_row(context, good);
}

static int
score_wide(const struct settings *set, int n, char *const operands[])
{
	struct wide w;
	struct responses r = {.set = set,
	    .use = wide_use,
	    .end_row = wide_row,
	    .asked_note = no_sums,
	    .context = &w};
	int rc;

	r.rows.strict = set->strict;
	wide_init(&w, &r, stdout);
	responses_read(&r, n, operands);
	wide_finish(&w);
	rc = responses_verdict(&r);
	responses_release(&r);
	return rc;
}

int
score_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct sink sink;
	struct responses r = {.set = set,
	    .use = sink_add,
	    .begin_file = sink_begin_file,
	    .asked_note = no_sums,
	    .context = &sink};
	struct irt *irt = NULL;
	bool found;
	int rc;

	if (set->wide)
		return score_wide(set, n, operands);
	if (set->irt != NULL && (irt = irt_open(set, set->irt)) == NULL)
		return RC_NO;
	if (set->summary)
		return thetas_run(set, irt, n, operands);
	r.rows.strict = set->strict;
	sink_init(&sink, set);
	sink.responses = &r;
	r.irt = irt;
	responses_read(&r, n, operands);
	found = sink_finish(&sink);
	rc = responses_verdict(&r);
	irt_free(irt);
	responses_release(&r);
	return rc == RC_OK && !found ? RC_NO : rc;
}
