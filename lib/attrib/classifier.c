#include "attrib/classifier.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void
classifier_release(struct classifier *c)
{
	for (size_t i = 0; i < c->nlabels; i++)
		free(c->labels[i]);
	free(c->labels);
	free(c->column);
	free(c->machines);
	free(c->slots);
	free(c->weights);
	*c = (struct classifier){0};
}

void
classifier_prepare(struct classifier *c)
{
	c->nmachines = c->nlabels == 2 && !c->many ? 1 : c->nlabels;
	c->machines = mem_zalloc(c->nmachines, sizeof *c->machines);
	c->slots = mem_zalloc(FEATURE_BUCKETS, sizeof *c->slots);
}

float *
classifier_add(struct classifier *c, uint32_t bucket)
{
	size_t width = c->nmachines + 1;

	if (c->slots[bucket] == 0) {
		c->weights = mem_grow(c->weights, &c->weights_cap,
		    (c->nfeatures + 1) * width, sizeof *c->weights);
		memset(c->weights + c->nfeatures * width, 0,
		    width * sizeof *c->weights);
		c->slots[bucket] = (uint32_t)++c->nfeatures;
	}
	return c->weights + (c->slots[bucket] - 1) * width;
}

const float *
classifier_row(const struct classifier *c, uint32_t bucket)
{
	return c->slots[bucket] == 0
	    ? NULL
	    : c->weights + (c->slots[bucket] - 1) * (c->nmachines + 1);
}

double
classifier_idf(const void *context, uint32_t bucket)
{
	const float *row = classifier_row(context, bucket);

	return row == NULL ? 0 : (double)row[0];
}

double
classifier_weight(const struct classifier *c, uint32_t bucket, size_t label)
{
	const float *row = classifier_row(c, bucket);

	if (row == NULL)
		return 0;
	if (c->nmachines < c->nlabels)
		return label == 0 ? (double)row[1] : -(double)row[1];
	return (double)row[1 + label];
}

static double
decide(const struct classifier *c, const struct features *f, size_t machine)
{
	double sum = c->machines[machine].bias;

	for (size_t i = 0; i < f->count; i++) {
		const float *row = classifier_row(c, f->items[i].bucket);

		if (row != NULL)
			sum += f->items[i].value * (double)row[1 + machine];
	}
	return sum;
}

static void
apply_one(const struct classifier *c, const struct features *f, bool *told,
    double *probabilities)
{
	double decision = decide(c, f, 0);

	told[0] = decision > 0;
	told[1] = !told[0];
	probabilities[0] = platt_probability(&c->machines[0].platt, decision);
	probabilities[1] = 1 - probabilities[0];
}

void
classifier_apply(const struct classifier *c, const struct features *f,
    bool *told, double *probabilities)
{
	double best = -INFINITY, sum = 0;
	size_t which = 0, k;

	if (c->nmachines < c->nlabels) {
		apply_one(c, f, told, probabilities);
		return;
	}
	for (k = 0; k < c->nlabels; k++) {
		double decision = decide(c, f, k);

		told[k] = c->many && decision > 0;
		probabilities[k] =
		    platt_probability(&c->machines[k].platt, decision);
		sum += probabilities[k];
		if (decision > best) {
			best = decision;
			which = k;
		}
	}
	if (c->many)
		return;
	told[which] = true;
	for (k = 0; k < c->nlabels && sum > 0; k++)
		probabilities[k] /= sum;
}
