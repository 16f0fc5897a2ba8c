/* What eval found, as CSV. */
#include "report.h"

#include <math.h>
#include <stdio.h>

static const char *const columns[] = {
    "measure", "label", "told", "n", "value", "low", "high", NULL};

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

static void
put_labels(struct report *r)
{
	for (size_t i = 0; i < r->nlabels; i++)
		for (int f = 0; f < AGREEMENT_OF_LABEL; f++)
			put_figure(r, agreement_label_words[f],
			    report_name(r, i), report_support(r, r->order[i]),
			    agreement_place(
				r->order[i], (enum agreement_figure)f));
}

static void
put_matrix(struct report *r)
{
	for (size_t i = 0; i < r->nlabels && !r->a.many; i++)
		for (size_t k = 0; k < report_width(r); k++)
			put_count(r, "confusion", report_name(r, i),
			    report_name(r, k), report_confused(r, i, k));
}

static void
put_bins(struct report *r)
{
	char name[16];

	for (int i = 0; i < REPORT_BINS; i++) {
		struct report_bin bin = report_bin(r, i);

		if (bin.n == 0)
			continue;
		snprintf(name, sizeof name, "%.1f-%.1f",
		    i / (double)REPORT_BINS, (i + 1) / (double)REPORT_BINS);
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

void
report_csv(struct report *r)
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
