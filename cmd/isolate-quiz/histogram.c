/* How the scores of one scale are spread, as a bar for each score. */
#include "quiz.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/str.h"
#include "cli/chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	BINS_MAX = 26, /* more are joined in pairs, threes, ... */
	BINS = 20,     /* where scores are not equally spaced */
};

/* Whether all scores of complete sittings are equally spaced; the distance is
 * put into *step. */
static bool
even_steps(const struct scale *scale, double *step)
{
	if (scale->nparts > 0 || scale->weight_den != 1)
		return false;
	for (size_t i = 0; i < scale->nterms; i++)
		if (scale->terms[i].weight != 1 || scale->terms[i].product != 0)
			return false;
	*step = scale->kind == SCORE_MEAN ? 1.0 / (double)scale->nterms : 1;
	return true;
}

/* A bin for each possible score, or for so many neighbours that the bins fit:
 * bins that hold unlike numbers of scores would show a comb that is not
 * there. */
static void
choose_bins(struct histogram *h, const struct scale *scale)
{
	double span = scale->max - scale->min, step;
	size_t scores, each = 1;

	h->min = scale->min;
	if (even_steps(scale, &step)) {
		scores = (size_t)lround(span / step) + 1;
		while ((scores + each - 1) / each > BINS_MAX)
			each++;
		h->step = step * (double)each;
		h->nbins = (scores + each - 1) / each;
	} else {
		h->step = span / BINS;
		h->nbins = BINS;
	}
	h->counts = mem_zalloc(h->nbins, sizeof(*h->counts));
}

/* The scale that --histogram names, or -1. */
static int
wanted_scale(const struct histogram *h, const struct instrument *in)
{
	const char *slash = strchr(h->scale, '/');

	if (slash == NULL)
		return instrument_scale(in, h->scale);
	if (!str_equal(h->scale, (size_t)(slash - h->scale), in->id))
		return -1;
	return instrument_scale(in, slash + 1);
}

void
histogram_add(struct histogram *h, const struct sitting_scores *sitting)
{
	const struct instrument *in = sitting->in;
	int at = wanted_scale(h, in);
	struct score *scores;
	size_t bin;

	if (at == -1)
		return;
	if (h->nbins == 0)
		choose_bins(h, &in->scales[at]);
	scores = mem_alloc(in->nscales, sizeof(*scores));
	sitting_sums(sitting, scores);
	if (scores[at].scored) {
		/* A hair more, so that a score on the edge is not below it. */
		bin = (size_t)((scores[at].value - h->min) / h->step + 1e-9);
		h->counts[bin < h->nbins ? bin : h->nbins - 1]++;
	} else {
		h->unscored++;
	}
	free(scores);
}

bool
histogram_finish(struct histogram *h, const struct term *term)
{
	char **labels;

	if (h->nbins == 0) {
		msg_warn("no sitting has a scale '%s'", h->scale);
		return false;
	}
	labels = mem_alloc(h->nbins, sizeof(*labels));
	for (size_t i = 0; i < h->nbins; i++) {
		labels[i] = mem_alloc(NUM_MAX, 1);
		num_format_round(labels[i], h->min + (double)i * h->step, 3);
	}
	chart_histogram(term, (const char *const *)labels, h->counts, h->nbins);
	if (h->unscored > 0)
		fprintf(term->fp, "not scored: %lu\n", h->unscored);
	for (size_t i = 0; i < h->nbins; i++)
		free(labels[i]);
	free(labels);
	free(h->counts);
	return true;
}
