/* isolate-quiz score --irt --summary: how well the thetas of many are known. */
#include "irt.h"

#include "base/mem.h"
#include "cli/helpline.h"
#include "responses.h"

#include <math.h>
#include <stdlib.h>

static const char *const columns[] = {"instrument", "scale", "concept", "n",
    "unscored", "mean", "sd", "sem", "information", "marginal_reliability",
    "empirical_reliability", NULL};

/* Of one scale; of theta a running mean and sum of squares about it (Welford
 * 1962). */
struct thetas {
	double n, unscored, mean, squares, variances, information;
};

struct summing {
	struct irt *irt;
	const struct instrument *in;
	struct thetas *scales; /* of the bank */
};

static void
add(struct thetas *t, const struct bank_scale *s, struct grm_estimate at)
{
	double off = at.theta - t->mean;

	t->n++;
	t->mean += off / t->n;
	t->squares += off * (at.theta - t->mean);
	t->variances += at.se * at.se;
	t->information +=
	    grm_test_information(s->items, s->dimension.nitems, at.theta);
}

static void
use(void *context, const struct sitting_scores *sitting)
{
	struct summing *sum = context;
	const struct bank *bank = irt_bank(sum->irt, sitting->in);
	struct irt_score score;

	if (sitting_needs_help(sitting))
		helpline_offer();
	if (sum->in == NULL)
		sum->scales = mem_zalloc(bank->nscales, sizeof(*sum->scales));
	sum->in = sitting->in;
	for (size_t i = 0; i < bank->nscales; i++) {
		const struct bank_scale *s = &bank->scales[i];

		irt_score(sum->irt, sitting,
		    (size_t)(s->dimension.scale - sitting->in->scales), &score);
		if (score.scored)
			add(&sum->scales[i], s, score.at);
		else
			sum->scales[i].unscored++;
	}
}

/* ML errs about theta; EAP and MAP are drawn to the mean, so that it is theta
 * that varies about them. */
static double
empirical(const struct thetas *t, enum irt_method method)
{
	double var = t->squares / t->n, error = t->variances / t->n;

	if (t->n < 2)
		return NAN;
	return method == IRT_ML ? (var - error) / var : var / (var + error);
}

static void
write_scale(struct csvout *out, const struct summing *sum, size_t i)
{
	const struct bank_scale *s = &sum->irt->bank.scales[i];
	const struct thetas *t = &sum->scales[i];

	csvout_str(out, sum->in->id);
	csvout_str(out, s->dimension.scale->id);
	csvout_str(out, s->dimension.scale->concept);
	csvout_num(out, t->n);
	csvout_num(out, t->unscored);
	csvout_num(out, t->n > 0 ? t->mean : NAN);
	csvout_num(out, t->n > 1 ? sqrt(t->squares / (t->n - 1)) : NAN);
	csvout_num(out, sqrt(t->variances / t->n));
	csvout_num(out, t->information / t->n);
	csvout_num(
	    out, grm_marginal_reliability(s->items, s->dimension.nitems));
	csvout_num(out, empirical(t, sum->irt->method));
	csvout_end(out);
}

int
thetas_run(
    const struct settings *set, struct irt *irt, int n, char *const operands[])
{
	struct summing sum = {.irt = irt};
	struct responses r = {
	    .set = set, .irt = irt, .use = use, .context = &sum};
	struct csvout out;
	int rc;

	r.rows.strict = set->strict;
	responses_read(&r, n, operands);
	csvout_init(&out, stdout);
	csvout_header(&out, columns);
	for (size_t i = 0; sum.in != NULL && i < irt->bank.nscales; i++)
		write_scale(&out, &sum, i);
	csvout_release(&out);
	rc = responses_verdict(&r);
	free(sum.scales);
	irt_free(irt);
	responses_release(&r);
	return rc;
}
