#include "irt.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/shelf.h"

#include <math.h>
#include <stdlib.h>

const char *const irt_methods[] = {"eap", "map", "ml", NULL};
const char *const irt_selects[] = {"fisher", "kl", "random", NULL};

struct irt *
irt_open(const struct settings *set, const char *name)
{
	struct shelf_file file;
	struct irt *irt;
	struct diag err;

	if (shelf_open(&file, "banks", name) == -1)
		return NULL;
	irt = mem_zalloc(1, sizeof(*irt));
	str_init(&irt->given);
	str_init(&irt->name);
	str_init(&irt->text);
	str_init(&irt->instrument);
	str_adds(&irt->given, name);
	str_adds(&irt->name, file.path.text);
	str_add(&irt->text, file.bytes, file.len);
	irt->method = (enum irt_method)set->estimate;
	if (bank_instrument(file.bytes, file.len, &irt->instrument, &err) == -1)
		msg_die_diag(RC_DATA, irt->name.text, &err);
	shelf_release(&file);
	return irt;
}

/* Where an option does not say so. */
enum { LEAST = 3, BEST = 5 };

void
irt_check_rule(const struct settings *set)
{
	if (set->best > 0 && set->select != ADAPTIVE_RANDOM)
		opt_die(&tool, "--best is of --select=random");
}

struct adaptive_rule
irt_rule(const struct settings *set)
{
	return (struct adaptive_rule){
	    .select = (enum adaptive_select)set->select,
	    .best = (size_t)(set->best > 0 ? set->best : BEST),
	    .se = set->se,
	    .change = set->change,
	    .least = (size_t)(set->least > 0 ? set->least : LEAST),
	    .most = (size_t)set->most,
	};
}

static void
end(struct irt *irt)
{
	for (size_t i = 0; i < irt->bank.nscales; i++)
		eap_release(&irt->eaps[i]);
	free(irt->eaps);
	free(irt->rows);
	free(irt->x);
	bank_release(&irt->bank);
}

void
irt_free(struct irt *irt)
{
	if (irt == NULL)
		return;
	end(irt);
	str_release(&irt->instrument);
	str_release(&irt->text);
	str_release(&irt->name);
	str_release(&irt->given);
	free(irt);
}

/* Reads the bank, now that there is an instrument to read it for. */
bool
irt_fits(struct irt *irt, const struct instrument *in, struct diag *err)
{
	if (irt->bank.in == in)
		return true;
	end(irt);
	irt->x = NULL;
	irt->rows = NULL;
	irt->eaps = NULL;
	if (bank_read(&irt->bank, in, irt->text.text, irt->text.len, err) ==
	    -1) {
		bank_release(&irt->bank);
		return false;
	}
	irt->eaps = mem_alloc(irt->bank.nscales, sizeof(*irt->eaps));
	for (size_t i = 0; i < irt->bank.nscales; i++)
		eap_init(&irt->eaps[i], irt->bank.scales[i].items,
		    irt->bank.scales[i].dimension.nitems);
	irt->x = mem_alloc(in->nitems, sizeof(*irt->x));
	irt->rows = mem_alloc(in->nitems, sizeof(*irt->rows));
	return true;
}

const struct bank *
irt_bank(struct irt *irt, const struct instrument *in)
{
	struct diag err;

	if (in != NULL && !irt_fits(irt, in, &err))
		msg_die_diag(RC_DATA, irt->name.text, &err);
	return &irt->bank;
}

static struct grm_estimate
estimate(const struct irt *irt, size_t which)
{
	const struct bank_scale *s = &irt->bank.scales[which];

	if (irt->method != IRT_EAP)
		return grm_maximum(s->items, s->dimension.nitems, irt->x,
		    irt->method == IRT_MAP);
	return eap_score(&irt->eaps[which], irt->x, irt->rows);
}

static double
severity(const struct scale *scale, double level)
{
	if (scale->direction == DIRECTION_NONE)
		return NAN;
	return scale->direction == DIRECTION_UP ? level : 1 - level;
}

static bool
was_asked(const struct sitting_scores *sitting, const struct dimension_item *d)
{
	return sitting->asked == NULL || sitting->asked[d->term->item];
}

static void
count(struct irt *irt, const struct dimension *d,
    const struct sitting_scores *sitting, struct irt_score *out)
{
	dimension_steps(d, sitting->answers, irt->x);
	for (size_t i = 0; i < d->nitems; i++) {
		irt->x[i] = dimension_category(&d->items[i], irt->x[i]);
		if (irt->x[i] != GRM_MISSING)
			out->answered++;
		else if (was_asked(sitting, &d->items[i]))
			out->missing++;
	}
}

bool
irt_score(struct irt *irt, const struct sitting_scores *sitting, size_t at,
    struct irt_score *out)
{
	const struct scale *scale = &sitting->in->scales[at];
	const struct bank_scale *s =
	    bank_find(irt_bank(irt, sitting->in), scale);
	double level;

	if (s == NULL)
		return false;
	*out = (struct irt_score){.at = {NAN, NAN}, .severity = NAN};
	count(irt, &s->dimension, sitting, out);
	if (out->answered == 0)
		return true;
	out->at = estimate(irt, (size_t)(s - irt->bank.scales));
	out->scored = !isnan(out->at.theta);
	if (!out->scored)
		return true;
	level = dimension_level(&s->dimension, s->items, out->at.theta);
	out->severity = severity(scale, level);
	out->alert = scale->alert &&
	    compare_holds(scale->alert_op,
		scale->min + level * (scale->max - scale->min),
		scale->alert_number);
	return true;
}

struct grm_estimate
irt_theta(struct irt *irt, const struct instrument *in, size_t scale,
    const int *answers)
{
	struct sitting_scores sitting = {.in = in, .answers = answers};
	struct irt_score score;

	if (!irt_score(irt, &sitting, scale, &score))
		return (struct grm_estimate){NAN, NAN};
	return score.at;
}

double
irt_t(double theta)
{
	return 50 + 10 * theta;
}
