/* The file of a bank, written. */
#include "quiz/bank.h"

#include "base/num.h"
#include "quiz/cohort.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

void
bank_checksum(const struct instrument *in, char text[BANK_CHECKSUM_MAX])
{
	struct cohort g;

	cohort_init(&g, in, false);
	snprintf(text, BANK_CHECKSUM_MAX, "%016" PRIx64, cohort_definition(&g));
	cohort_release(&g);
}

static void
add_number(struct str *out, double x)
{
	char buf[NUM_MAX];

	if (isnan(x))
		return;
	num_format(buf, x);
	str_adds(out, buf);
}

static void
format_fit(
    struct str *out, const struct dimension *d, const struct calibration *c)
{
	str_addf(out,
	    "fit: %s: people %.0f; patterns %zu; parameters %zu;\n"
	    "  log-likelihood %.6f; AIC %.4f; BIC %.4f;\n"
	    "  marginal reliability %.4f; empirical reliability %.4f\n",
	    d->scale->id, c->people, c->patterns, c->parameters, c->loglik,
	    c->aic, c->bic, c->marginal, c->empirical);
}

static int
most_steps(const struct dimension *dimensions, size_t n)
{
	int most = 2;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < dimensions[i].nitems; k++)
			if (dimensions[i].items[k].steps > most)
				most = dimensions[i].items[k].steps;
	return most;
}

static void
format_item(struct str *out, const struct dimension *d,
    const struct calibration *c, size_t i, int steps)
{
	const struct dimension_item *item = &d->items[i];
	const struct calibrated_item *about = &c->about[i];
	int m = 0;

	str_addf(out, "%s,%s,%.0f,", d->scale->id, item->id, about->n);
	add_number(out, c->items[i].a);
	str_addc(out, ',');
	add_number(out, about->se_a);
	for (int k = 1; k < steps; k++) {
		bool there = k < item->steps && item->split[k];

		str_addc(out, ',');
		if (there)
			add_number(out, c->items[i].b[m]);
		str_addc(out, ',');
		if (there)
			add_number(out, about->se_b[m++]);
	}
	str_addc(out, ',');
	dimension_answers(d, i, out);
	str_addc(out, '\n');
}

void
bank_format(struct str *out, const struct dimension *dimensions,
    const struct calibration *fits, size_t n)
{
	const struct instrument *in = dimensions[0].in;
	int steps = most_steps(dimensions, n);
	char sum[BANK_CHECKSUM_MAX];

	bank_checksum(in, sum);
	str_addf(out,
	    "id: %s\ninstrument: %s\nchecksum: %s\n"
	    "model: graded response; theta normal (0, 1), 61 nodes on -6..6\n",
	    in->id, in->id, sum);
	for (size_t i = 0; i < n; i++)
		format_fit(out, &dimensions[i], &fits[i]);
	str_adds(out, "\nscale,item,n,a,se_a");
	for (int k = 1; k < steps; k++)
		str_addf(out, ",b%d,se_b%d", k, k);
	str_adds(out, ",answers\n");
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < dimensions[i].nitems; k++)
			format_item(out, &dimensions[i], &fits[i], k, steps);
}
