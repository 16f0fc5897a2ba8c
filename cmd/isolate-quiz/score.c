/* isolate-quiz score: a responses stream to a scores stream. */
#include "quiz.h"

#include "base/msg.h"
#include "cli/helpline.h"
#include "responses.h"

/* Where scored sittings go: the stream, or the eye. */
struct sink {
	const struct settings *set;
	struct scores scores;
	struct profile profile;
	struct histogram histogram;
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

static void
sink_add(void *context, const struct sitting_scores *sitting)
{
	struct sink *sink = context;

	if (sink->set->histogram == NULL && !sink->set->profile) {
		scores_write(&sink->scores, sitting);
		return;
	}
	if (sitting_needs_help(sitting))
		helpline_offer();
	if (sink->set->histogram != NULL) {
		histogram_add(&sink->histogram, sitting);
	} else {
		profile_show(&sink->profile, sitting);
		profile_end(&sink->profile);
	}
}

/* False where the answer is no. */
static bool
sink_finish(struct sink *sink)
{
	if (sink->set->histogram != NULL)
		return histogram_finish(&sink->histogram, &sink->profile.term);
	if (!sink->set->profile)
		scores_finish(&sink->scores);
	return true;
}

int
score_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct sink sink;
	struct responses r = {.set = set, .use = sink_add, .context = &sink};
	bool found;
	int rc;

	r.rows.strict = set->strict;
	sink_init(&sink, set);
	responses_read(&r, n, operands);
	found = sink_finish(&sink);
	rc = responses_verdict(&r);
	responses_release(&r);
	return rc == RC_OK && !found ? RC_NO : rc;
}
