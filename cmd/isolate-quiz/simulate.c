/* isolate-quiz simulate: adaptive sittings of people whose answers to all items
 * are known, or drawn from the model. */
#include "responses.h"
#include "simulation.h"

#include "base/chance.h"
#include "base/msg.h"
#include "base/num.h"

#include <math.h>

static void
replay(void *context, const struct sitting_scores *sitting)
{
	struct simulation *s = context;
	const struct bank *bank = irt_bank(s->irt, sitting->in);
	struct subject who = {sitting->respondent, NAN};

	if (s->sittings == NULL)
		simulation_begin(s, sitting->in);
	s->people++;
	for (size_t i = 0; i < bank->nscales; i++) {
		const struct dimension *d = &bank->scales[i].dimension;
		size_t answered = 0;

		dimension_steps(d, sitting->answers, s->x);
		for (size_t k = 0; k < d->nitems; k++) {
			s->x[k] = dimension_category(&d->items[k], s->x[k]);
			answered += s->x[k] != GRM_MISSING;
		}
		if (answered > 0)
			simulation_sit(s, i, &who);
	}
}

static void
draw(struct simulation *s, const struct bank_scale *b, double theta)
{
	for (size_t k = 0; k < b->dimension.nitems; k++)
		s->x[k] = grm_draw(&b->items[k], theta, chance_even(&s->state));
}

static void
invent(struct simulation *s, const struct instrument *in)
{
	const struct bank *bank = irt_bank(s->irt, in);
	char number[NUM_MAX];
	struct subject who = {number, NAN};

	simulation_begin(s, in);
	s->state = (uint64_t)s->set->seed;
	for (s->people = 1; s->people <= (size_t)s->set->people; s->people++) {
		num_format(number, (double)s->people);
		for (size_t i = 0; i < bank->nscales; i++) {
			who.theta = isnan(s->set->theta)
			    ? chance_normal(&s->state)
			    : s->set->theta;
			draw(s, &bank->scales[i], who.theta);
			simulation_sit(s, i, &who);
		}
	}
}

/* Answers that the model draws, to the instrument of the bank. */
static int
simulate_people(struct simulation *s)
{
	const struct settings *set = s->set;
	struct instrument *in = library_open(set,
	    set->instruments.count > 0 ? set->instruments.list[0]
				       : s->irt->instrument.text);

	if (in != NULL)
		invent(s, in);
	simulation_finish(s);
	library_free(in);
	return in == NULL ? RC_NO : RC_OK;
}

static int
simulate_answers(struct simulation *s, int n, char *const operands[])
{
	struct responses r = {
	    .set = s->set, .irt = s->irt, .use = replay, .context = s};
	int rc;

	r.rows.strict = s->set->strict;
	responses_read(&r, n, operands);
	simulation_finish(s);
	rc = responses_verdict(&r);
	responses_release(&r);
	return rc;
}

int
simulate_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct simulation s;
	struct irt *irt;

	if (set->irt == NULL)
		opt_die(&tool, "simulate needs --irt");
	if (set->people > 0 && n > 0)
		opt_die(&tool, "--people invents the answers: name no FILE");
	if (set->people > 0 && set->instruments.count > 1)
		opt_die(&tool, "--people answer one --instrument");
	irt_check_rule(set);
	if ((irt = irt_open(set, set->irt)) == NULL)
		return RC_NO;
	simulation_init(&s, set, irt);
	return set->people > 0 ? simulate_people(&s)
			       : simulate_answers(&s, n, operands);
}
