#include "plan/choose.h"

#include <stdlib.h>

static struct choice
weigh(const struct intake_person *p, const struct ladder *l, size_t family)
{
	struct choice c = {.family = family, .concept = ""};

	for (size_t i = 0; i < l->concept_count; i++) {
		double severity = intake_severity(p, l->concepts[i].id);
		double score = severity * l->concepts[i].relevance;

		c.sum += score;
		if (score > c.score) {
			c.score = score;
			c.concept = l->concepts[i].id;
			c.severity = severity;
		}
	}
	return c;
}

static int
compare(const void *left, const void *right)
{
	const struct choice *a = left, *b = right;

	if (a->score < b->score || a->score > b->score)
		return a->score < b->score ? 1 : -1;
	if (a->sum < b->sum || a->sum > b->sum)
		return a->sum < b->sum ? 1 : -1;
	return a->family > b->family ? 1 : -1;
}

size_t
choose_rank(const struct intake_person *p, const struct ladder *families,
    size_t n, struct choice *ranks)
{
	size_t fit = 0;

	for (size_t i = 0; i < n; i++) {
		struct choice c = weigh(p, &families[i], i);

		if (c.score > 0)
			ranks[fit++] = c;
	}
	qsort(ranks, fit, sizeof ranks[0], compare);
	return fit;
}
