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
	str_init(&irt->name);
	str_init(&irt->text);
	str_init(&irt->instrument);
	str_adds(&irt->name, file.path.text);
	str_add(&irt->text, file.bytes, file.len);
	irt->method = (enum irt_method)set->estimate;
	if (bank_instrument(file.bytes, file.len, &irt->instrument, &err) == -1)
		msg_die_diag(RC_DATA, irt->name.text, &err);
	shelf_release(&file);
	return irt;
}

struct adaptive_rule
irt_rule(const struct settings *set)
{
	return (struct adaptive_rule){
	    .select = (enum adaptive_select)set->select,
	    .best = (size_t)set->best,
	    .se = set->se,
	    .change = set->change,
	    .least = (size_t)set->least,
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
	free(irt);
}

/* Reads the bank, now that there is an instrument to read it for. */
static void
begin(struct irt *irt, const struct instrument *in)
{
	struct diag err;

	end(irt);
	if (bank_read(&irt->bank, in, irt->text.text, irt->text.len, &err) ==
	    -1)
		msg_die_diag(RC_DATA, irt->name.text, &err);
	irt->eaps = mem_alloc(irt->bank.nscales, sizeof(*irt->eaps));
	for (size_t i = 0; i < irt->bank.nscales; i++)
		eap_init(&irt->eaps[i], irt->bank.scales[i].items,
		    irt->bank.scales[i].dimension.nitems);
	irt->x = mem_alloc(in->nitems, sizeof(*irt->x));
	irt->rows = mem_alloc(in->nitems, sizeof(*irt->rows));
}

const struct bank *
irt_bank(struct irt *irt, const struct instrument *in)
{
	if (in != NULL && irt->bank.in != in)
		begin(irt, in);
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
severity(const struct bank_scale *s, double theta)
{
	enum direction direction = s->dimension.scale->direction;
	double level;

	if (direction == DIRECTION_NONE)
		return NAN;
	level = dimension_level(&s->dimension, s->items, theta);
	return direction == DIRECTION_UP ? level : 1 - level;
}

bool
irt_score(struct irt *irt, const struct instrument *in, size_t scale,
    const int *answers, struct irt_score *out)
{
	const struct bank_scale *s;

	s = bank_find(irt_bank(irt, in), &in->scales[scale]);
	if (s == NULL)
		return false;
	*out = (struct irt_score){.at = {NAN, NAN}, .severity = NAN};
	dimension_steps(&s->dimension, answers, irt->x);
	for (size_t i = 0; i < s->dimension.nitems; i++) {
		irt->x[i] =
		    dimension_category(&s->dimension.items[i], irt->x[i]);
		out->answered += irt->x[i] != GRM_MISSING;
	}
	out->missing = s->dimension.nitems - out->answered;
	if (out->answered == 0)
		return true;
	out->at = estimate(irt, (size_t)(s - irt->bank.scales));
	out->scored = !isnan(out->at.theta);
	if (out->scored)
		out->severity = severity(s, out->at.theta);
	return true;
}
