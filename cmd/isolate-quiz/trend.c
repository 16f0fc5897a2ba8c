#include "trend.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/shelf.h"
#include "quiz/standing.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

void
trend_estimate(struct past *p, struct irt *irt, const struct instrument *in)
{
	for (size_t i = 0; i < p->count; i++) {
		struct past_sitting *s = &p->list[i];

		s->thetas = mem_alloc(in->nscales, sizeof(*s->thetas));
		for (size_t k = 0; k < in->nscales; k++)
			s->thetas[k] = irt_theta(irt, in, k, s->answers);
	}
}

bool
trend_find_bank(
    struct past *p, const struct settings *set, const struct instrument *in)
{
	const char *bank = p->bank.text;
	struct irt *irt = NULL;
	bool good = false;
	struct diag err;

	if (p->bank.len == 0)
		return true;
	/* (A bank that was moved away is no reason to show nothing.) */
	if (shelf_is_path(bank) && access(bank, R_OK) == -1)
		msg_warn("%s: %s: by this bank %s was asked", bank,
		    strerror(errno), in->id);
	else
		irt = irt_open(set, bank);
	if (irt != NULL && irt_fits(irt, in, &err)) {
		trend_estimate(p, irt, in);
		good = true;
	} else if (irt != NULL) {
		msg_diag(irt->name.text, &err);
	}
	irt_free(irt);
	return good;
}

const struct past_sitting *
trend_before(const struct past *p, struct moment at, bool adaptive)
{
	for (size_t i = p->count; i-- > 0;)
		if (p->list[i].at.us <= at.us &&
		    (adaptive || !p->list[i].adaptive))
			return &p->list[i];
	return NULL;
}

struct trend
trend_of(const struct past *p, const struct instrument *in, size_t scale)
{
	struct trend t = {p, &in->scales[scale], scale, false,
	    in->scales[scale].min, in->scales[scale].max};

	for (size_t i = 0; i < p->count && !t.by_bank; i++)
		t.by_bank = p->list[i].thetas != NULL &&
		    !isnan(p->list[i].thetas[scale].theta);
	if (t.by_bank) {
		t.min = irt_t(-3);
		t.max = irt_t(3);
	}
	return t;
}

struct trend_point
trend_point(const struct trend *t, size_t sitting)
{
	const struct past_sitting *s = &t->past->list[sitting];
	struct grm_estimate theta;
	struct standing st;

	if (t->by_bank) {
		theta = s->thetas[t->at];
		return (struct trend_point){irt_t(theta.theta),
		    irt_t(theta.theta - 1.96 * theta.se),
		    irt_t(theta.theta + 1.96 * theta.se)};
	}
	st = standing_of(t->scale, &s->scores[t->at], &s->person, NAN);
	return (struct trend_point){s->scores[t->at].value, st.low, st.high};
}
