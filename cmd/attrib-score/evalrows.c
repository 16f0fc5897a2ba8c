/* What eval found, as CSV and for people. */
#include "eval.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "stream/csvout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 10, MATRIX_MAX = 12, NAME_MAX = 28 };

static const char *const columns[] = {
    "measure", "label", "told", "n", "value", "low", "high", NULL};

/* All that is to be written. */
struct report {
	const struct eval *e;
	struct agreement a;
	size_t nlabels, rows;
	uint32_t *order; /* of labels, by name */
	double *figures, *low, *high;
	struct csvout out;
	struct term term;
};

/* The rows whose label told is said to be probable by lower..lower + 0.1. */
struct bin {
	unsigned long n, right;
	double said;
};

static struct bin
take_bin(const struct report *r, int number)
{
	struct bin bin = {0, 0, 0};

	for (size_t i = 0; i < r->rows; i++) {
		double p = r->e->probability[i];
		int own = (int)(p * BINS);

		if (isnan(p) || (own == BINS ? BINS - 1 : own) != number)
			continue;
		bin.n++;
		bin.said += p;
		bin.right += labelled_has(&r->e->pairs, 2 * i,
		    r->e->pairs.given[r->e->pairs.rows[2 * i + 1].first]);
	}
	return bin;
}

static const char *
name_of(const struct report *r, size_t i)
{
	return i < r->nlabels ? names_text(&r->e->pairs.names, r->order[i])
			      : "";
}

static uint32_t
number_of(const struct report *r, size_t i)
{
	return i < r->nlabels ? r->order[i] : (uint32_t)r->nlabels;
}

static void
put_head(
    struct report *r, const char *measure, const char *label, const char *told)
{
	csvout_str(&r->out, measure);
	csvout_str(&r->out, label);
	csvout_str(&r->out, told);
}

static void
put_count(struct report *r, const char *measure, const char *label,
    const char *told, unsigned long n)
{
	put_head(r, measure, label, told);
	csvout_long(&r->out, (long)n);
	for (int i = 0; i < 3; i++)
		csvout_empty(&r->out);
	csvout_end(&r->out);
}

static void
put_figure(struct report *r, const char *measure, const char *label,
    unsigned long n, size_t place)
{
	if (isnan(r->figures[place]))
		return;
	put_head(r, measure, label, "");
	csvout_long(&r->out, (long)n);
	csvout_num(&r->out, r->figures[place]);
	csvout_num(&r->out, r->low[place]);
	csvout_num(&r->out, r->high[place]);
	csvout_end(&r->out);
}

/* Rows that have the label. */
static unsigned long
support_of(const struct report *r, uint32_t label)
{
	unsigned long n = 0;

	for (size_t i = 0; i < r->rows; i++)
		n += labelled_has(&r->e->pairs, 2 * i, label);
	return n;
}

static void
put_labels(struct report *r)
{
	for (size_t i = 0; i < r->nlabels; i++)
		for (int f = 0; f < AGREEMENT_OF_LABEL; f++)
			put_figure(r, agreement_label_words[f], name_of(r, i),
			    support_of(r, r->order[i]),
			    agreement_place(
				r->order[i], (enum agreement_figure)f));
}

/* With what no label was told for, where there is that. */
static size_t
matrix_width(const struct report *r)
{
	return r->nlabels + (r->e->abstained > 0);
}

static void
put_matrix(struct report *r)
{
	for (size_t i = 0; i < r->nlabels && !r->a.many; i++)
		for (size_t k = 0; k < matrix_width(r); k++)
			put_count(r, "confusion", name_of(r, i), name_of(r, k),
			    agreement_cell(
				&r->a, number_of(r, i), number_of(r, k)));
}

static void
put_bins(struct report *r)
{
	char name[16];

	for (int i = 0; i < BINS; i++) {
		struct bin bin = take_bin(r, i);

		if (bin.n == 0)
			continue;
		snprintf(name, sizeof name, "%.1f-%.1f", i / (double)BINS,
		    (i + 1) / (double)BINS);
		for (int right = 0; right < 2; right++) {
			put_head(r,
			    right ? "calibration-right" : "calibration-said",
			    name, "");
			csvout_long(&r->out, (long)bin.n);
			csvout_num(&r->out,
			    (right ? (double)bin.right : bin.said) /
				(double)bin.n);
			csvout_empty(&r->out);
			csvout_empty(&r->out);
			csvout_end(&r->out);
		}
	}
}

static void
write_csv(struct report *r)
{
	csvout_init(&r->out, stdout);
	csvout_header(&r->out, columns);
	put_count(r, "rows", "", "", r->rows);
	put_count(r, "abstained", "", "", r->e->abstained);
	for (size_t f = 0; f < AGREEMENT_FIGURES; f++)
		put_figure(r, agreement_words[f], "", r->rows, f);
	put_labels(r);
	put_matrix(r);
	put_bins(r);
	csvout_release(&r->out);
}

/* A name in a column of its own, cut where it is too wide. */
static void
show_name(const struct report *r, const char *name, size_t width)
{
	size_t len = utf8_fit(name, strlen(name), width);

	term_text(&r->term, name, len);
	printf("%*s", (int)(width - utf8_width(name, len)), "");
}

static void
show_figure(const struct report *r, size_t place)
{
	printf("  %5.3f", r->figures[place]);
	if (!isnan(r->low[place]))
		printf(" (%.3f to %.3f)", r->low[place], r->high[place]);
}

static void
show_labels(const struct report *r)
{
	bool ranges = !isnan(r->low[AGREEMENT_ACCURACY]);
	int width = ranges ? 24 : 7;

	printf("\n%-*s  %5s", NAME_MAX, "label", "rows");
	for (int f = 0; f < AGREEMENT_OF_LABEL; f++)
		printf("  %-*s", f + 1 < AGREEMENT_OF_LABEL ? width - 2 : 0,
		    agreement_label_words[f]);
	putchar('\n');
	for (size_t i = 0; i < r->nlabels; i++) {
		show_name(r, name_of(r, i), NAME_MAX);
		printf("  %5lu", support_of(r, r->order[i]));
		for (int f = 0; f < AGREEMENT_OF_LABEL; f++)
			show_figure(r,
			    agreement_place(
				r->order[i], (enum agreement_figure)f));
		putchar('\n');
	}
}

static void
show_matrix(const struct report *r)
{
	if (r->a.many || r->nlabels > MATRIX_MAX)
		return;
	printf("\n%-*s  told, in the same order%s\n", NAME_MAX, "right",
	    r->e->abstained > 0 ? "; nothing told last" : "");
	for (size_t i = 0; i < r->nlabels; i++) {
		show_name(r, name_of(r, i), NAME_MAX);
		for (size_t k = 0; k < matrix_width(r); k++)
			printf(" %5lu",
			    agreement_cell(
				&r->a, number_of(r, i), number_of(r, k)));
		putchar('\n');
	}
}

static void
show_bins(const struct report *r)
{
	bool begun = false;

	for (int i = 0; i < BINS; i++) {
		struct bin bin = take_bin(r, i);

		if (bin.n == 0)
			continue;
		if (!begun)
			printf("\n%-16s %6s %6s %6s\n", "said probable", "rows",
			    "said", "right");
		begun = true;
		printf("%.1f to %.1f %13lu %6.3f %6.3f\n", i / (double)BINS,
		    (i + 1) / (double)BINS, bin.n, bin.said / (double)bin.n,
		    (double)bin.right / (double)bin.n);
	}
}

static void
write_people(struct report *r)
{
	term_init(&r->term, stdout, r->e->set->color, r->e->set->ascii);
	printf("%zu rows", r->rows);
	if (r->e->abstained > 0)
		printf(", nothing told of %lu", r->e->abstained);
	putchar('\n');
	for (size_t f = 0; f < AGREEMENT_FIGURES; f++) {
		if (isnan(r->figures[f]))
			continue;
		printf("%-20s", agreement_words[f]);
		show_figure(r, f);
		putchar('\n');
	}
	show_labels(r);
	show_matrix(r);
	show_bins(r);
}

static void
order_labels(struct report *r)
{
	uint32_t *ranks = labelled_ranks(&r->e->pairs);

	r->order = mem_alloc(r->nlabels + 1, sizeof *r->order);
	for (uint32_t i = 0; i < r->nlabels; i++)
		r->order[ranks[i]] = i;
	free(ranks);
}

void
eval_write(const struct eval *e)
{
	struct report r = {.e = e,
	    .a = {&e->pairs, e->set->many, e->probability, e->squares},
	    .nlabels = e->pairs.names.count,
	    .rows = e->pairs.count / 2};
	size_t n = agreement_count(&r.a);

	r.figures = mem_alloc(n, sizeof *r.figures);
	r.low = mem_alloc(n, sizeof *r.low);
	r.high = mem_alloc(n, sizeof *r.high);
	for (size_t i = 0; i < n; i++)
		r.low[i] = r.high[i] = NAN;
	order_labels(&r);
	agreement_read(&r.a, NULL, r.figures);
	if (e->set->bootstrap > 0)
		agreement_bootstrap(&r.a, (size_t)e->set->bootstrap,
		    (uint64_t)e->set->seed, r.low, r.high);
	if (e->set->form == FORM_EXPLAIN)
		write_people(&r);
	else
		write_csv(&r);
	free(r.order);
	free(r.high);
	free(r.low);
	free(r.figures);
}
