/*
 * em - the graded response model fitted as a textbook has it: EM (Bock and
 * Aitkin 1981) over all people, unpooled, to the tolerance that others stop at,
 * 1e-4, without standard errors.  The floor of "calibrate".
 *
 *   em ITEMS CATEGORIES FILE      of "generate graded": id, then answers 0..
 */
#include "base/mem.h"
#include "quiz/mstep.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct em {
	int items, categories;
	int8_t *x;
	size_t people, cap;
	double *par;            /* categories an item */
	double (*p)[EAP_LANES]; /* categories an item, as are the next */
	mstep_people *expected;
	double loglik;
};

static void
read_answers(struct em *e, const char *path)
{
	FILE *fp = fopen(path, "r");
	char line[1024], *at;

	if (fp == NULL || fgets(line, sizeof(line), fp) == NULL)
		exit(4);
	while (fgets(line, sizeof(line), fp) != NULL) {
		e->x = mem_grow(
		    e->x, &e->cap, (e->people + 1) * (size_t)e->items, 1);
		at = line;
		for (int i = 0; i < e->items; i++) {
			at = strchr(at, ',') + 1;
			e->x[e->people * (size_t)e->items + (size_t)i] =
			    (int8_t)(*at - '0');
		}
		e->people++;
	}
	fclose(fp);
}

static void
expect(struct em *e)
{
	size_t rows = (size_t)(e->items * e->categories);
	double l[GRM_NODES], weight[GRM_NODES], sum, p[GRM_CATEGORIES_MAX];

	for (int i = 0; i < e->items; i++) {
		struct grm_item item = {.categories = e->categories};

		mstep_item(e->par + i * e->categories, &item);
		for (int q = 0; q < GRM_NODES; q++) {
			grm_probabilities(&item, grm_node(q), p);
			for (int m = 0; m < e->categories; m++)
				e->p[i * e->categories + m][q] = p[m];
		}
	}
	for (int q = 0; q < GRM_NODES; q++)
		weight[q] = grm_weight(q);
	memset(e->expected, 0, rows * sizeof(*e->expected));
	e->loglik = 0;
	for (size_t k = 0; k < e->people; k++) {
		const int8_t *x = e->x + k * (size_t)e->items;

		for (int q = 0; q < GRM_NODES; q++)
			l[q] = weight[q];
		for (int i = 0; i < e->items; i++)
			for (int q = 0; q < GRM_NODES; q++)
				l[q] *= e->p[i * e->categories + x[i]][q];
		sum = 0;
		for (int q = 0; q < GRM_NODES; q++)
			sum += l[q];
		e->loglik += log(sum);
		for (int i = 0; i < e->items; i++)
			for (int q = 0; q < GRM_NODES; q++)
				e->expected[i * e->categories + x[i]][q] +=
				    l[q] / sum;
	}
}

/* Returns the largest change of a parameter. */
static double
maximise(struct em *e)
{
	double before[MSTEP_MAX], largest = 0;

	for (int i = 0; i < e->items; i++) {
		double *par = e->par + i * e->categories;
		const mstep_people *people =
		    (const mstep_people *)e->expected + i * e->categories;

		memcpy(before, par, (size_t)e->categories * sizeof(*par));
		mstep_fit(par, e->categories, &people, 1);
		for (int m = 0; m < e->categories; m++)
			largest = fmax(largest, fabs(par[m] - before[m]));
	}
	return largest;
}

int
main(int argc, char *argv[])
{
	struct em e = {0};
	size_t rows;
	int cycles = 0;

	if (argc != 4)
		return 2;
	e.items = (int)strtol(argv[1], NULL, 10);
	e.categories = (int)strtol(argv[2], NULL, 10);
	rows = (size_t)(e.items * e.categories);
	e.par = mem_alloc(rows, sizeof(*e.par));
	e.p = mem_alloc(rows, sizeof(*e.p));
	e.expected = mem_alloc(rows, sizeof(*e.expected));
	read_answers(&e, argv[3]);
	for (size_t i = 0; i < rows; i++) {
		int m = (int)i % e.categories;

		e.par[i] = m == 0 ? 1 : (e.categories / 2.0 - m) * 1.5;
	}
	do {
		expect(&e);
		cycles++;
	} while (maximise(&e) > 1e-4 && cycles < 2000);
	printf("%d cycles, log-likelihood %.6f\n", cycles, e.loglik);
	return 0;
}
