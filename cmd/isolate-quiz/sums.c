/* The sums and means of a sitting, and what asks for help in it. */
#include "irt.h"
#include "quiz.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

/* What was not asked was left out for what it would tell, not by chance: the
 * other answers do not stand for it. */
static void
unscore(const struct sitting_scores *sitting, size_t at, struct score *score)
{
	const struct scale *scale = &sitting->in->scales[at];

	*score = (struct score){.value = NAN, .answered = score->answered};
	for (size_t i = 0; i < scale->nterms; i++) {
		size_t item = scale->terms[i].item;

		score->missing += sitting->asked[item] &&
		    sitting->answers[item] == ANSWER_MISSING;
	}
}

void
sitting_sums(const struct sitting_scores *sitting, struct score *scores)
{
	scoring_all(sitting->in, sitting->answers, scores);
	for (size_t i = 0; sitting->asked != NULL && i < sitting->in->nscales;
	     i++)
		unscore(sitting, i, &scores[i]);
}

bool
sitting_needs_help(const struct sitting_scores *sitting)
{
	const struct instrument *in = sitting->in;
	struct score *scores = mem_alloc(in->nscales, sizeof(*scores));
	bool help = scoring_crisis(in, sitting->answers);
	struct irt_score theta;

	sitting_sums(sitting, scores);
	for (size_t i = 0; i < in->nscales; i++) {
		help =
		    help || scoring_alert(in, i, sitting->answers, &scores[i]);
		if (in->scales[i].alert && sitting->irt != NULL &&
		    irt_score(sitting->irt, sitting, i, &theta))
			help = help || theta.alert;
	}
	free(scores);
	return help;
}
