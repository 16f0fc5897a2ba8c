/* What eval found, for people. */
#include "report.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MATRIX_MAX = 12, NAME_MAX = 28 };

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
		show_name(r, report_name(r, i), NAME_MAX);
		printf("  %5lu", report_support(r, r->order[i]));
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
		show_name(r, report_name(r, i), NAME_MAX);
		for (size_t k = 0; k < report_width(r); k++)
			printf(" %5lu", report_confused(r, i, k));
		putchar('\n');
	}
}

static void
show_bins(const struct report *r)
{
	bool begun = false;

	for (int i = 0; i < REPORT_BINS; i++) {
		struct report_bin bin = report_bin(r, i);

		if (bin.n == 0)
			continue;
		if (!begun)
			printf("\n%-16s %6s %6s %6s\n", "said probable", "rows",
			    "said", "right");
		begun = true;
		printf("%.1f to %.1f %13lu %6.3f %6.3f\n",
		    i / (double)REPORT_BINS, (i + 1) / (double)REPORT_BINS,
		    bin.n, bin.said / (double)bin.n,
		    (double)bin.right / (double)bin.n);
	}
}

void
report_people(struct report *r)
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
