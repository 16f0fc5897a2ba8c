/* isolate-quiz curves: what the items of a bank tell at each theta. */
#include "curves.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/chart.h"
#include "cli/plot.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	COLUMNS = 65, /* eight a unit of theta */
	ROWS = 10,
	SPARK = 33,
	TABLE = 81,  /* samples of the table: tenths; peaks are told in them */
	MARGIN = 24, /* before a spark */
};

double
curves_theta(size_t i, size_t n)
{
	return CURVES_LOW +
	    (double)(CURVES_HIGH - CURVES_LOW) * (double)i / (double)(n - 1);
}

void
curves_test(const struct bank_scale *s, double *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = grm_test_information(
		    s->items, s->dimension.nitems, curves_theta(i, n));
}

void
curves_item(const struct grm_item *item, double *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = grm_information(item, curves_theta(i, n));
}

void
curves_categories(const struct grm_item *item, double *out, size_t n)
{
	double p[GRM_CATEGORIES_MAX];

	for (size_t i = 0; i < n; i++) {
		grm_probabilities(item, curves_theta(i, n), p);
		for (size_t m = 0; m < (size_t)item->categories; m++)
			out[m * n + i] = p[m];
	}
}

size_t
curves_peak(const double *values, size_t n)
{
	size_t at = 0;

	for (size_t i = 1; i < n; i++)
		if (values[i] > values[at])
			at = i;
	return at;
}

bool
curves_asked(
    const struct settings *set, const struct bank_scale *s, size_t item)
{
	if (!scale_is_asked(set, s->dimension.scale->id))
		return false;
	for (size_t i = 0; i < set->items.count; i++)
		if (strcmp(set->items.list[i], s->dimension.items[item].id) ==
		    0)
			return true;
	return set->items.count == 0;
}

static void
write_row(struct csvout *out, const struct bank_scale *s, const char *item,
    double theta, double information, double expected)
{
	csvout_str(out, s->dimension.scale->id);
	csvout_str(out, item);
	csvout_num(out, theta);
	csvout_num(out, information);
	csvout_num(out, expected);
}

static void
write_item(struct csvout *out, const struct bank_scale *s, size_t item)
{
	const struct grm_item *g = &s->items[item];
	double p[GRM_CATEGORIES_MAX] = {0}, theta;

	for (size_t i = 0; i < TABLE; i++) {
		theta = curves_theta(i, TABLE);
		grm_probabilities(g, theta, p);
		write_row(out, s, s->dimension.items[item].id, theta,
		    grm_information(g, theta), grm_expected(g, theta));
		for (int m = 0; m < GRM_CATEGORIES_MAX; m++)
			csvout_num(out, m < g->categories ? p[m] : NAN);
		csvout_end(out);
	}
}

/* The whole test has no item, and its answers add up. */
static void
write_test(struct csvout *out, const struct bank_scale *s)
{
	for (size_t i = 0; i < TABLE; i++) {
		double theta = curves_theta(i, TABLE), expected = 0;

		for (size_t k = 0; k < s->dimension.nitems; k++)
			expected += grm_expected(&s->items[k], theta);
		write_row(out, s, "", theta,
		    grm_test_information(s->items, s->dimension.nitems, theta),
		    expected);
		for (int m = 0; m < GRM_CATEGORIES_MAX; m++)
			csvout_empty(out);
		csvout_end(out);
	}
}

static void
write_table(const struct settings *set, const struct bank *bank)
{
	static const char *const columns[] = {"scale", "item", "theta",
	    "information", "expected", "p0", "p1", "p2", "p3", "p4", "p5", "p6",
	    "p7", "p8", "p9", NULL};
	struct csvout out;

	csvout_init(&out, stdout);
	csvout_header(&out, columns);
	for (size_t k = 0; k < bank->nscales; k++) {
		const struct bank_scale *s = &bank->scales[k];

		if (!scale_is_asked(set, s->dimension.scale->id))
			continue;
		if (set->items.count == 0)
			write_test(&out, s);
		for (size_t i = 0; i < s->dimension.nitems; i++)
			if (curves_asked(set, s, i))
				write_item(&out, s, i);
	}
	csvout_release(&out);
}

static void
draw_test(
    const struct term *t, const struct bank *bank, const struct bank_scale *s)
{
	size_t n = plot_columns(t, COLUMNS), peak;
	double values[COLUMNS], fine[TABLE];

	assert(n > 0); /* no terminal is so narrow */
	curves_test(s, values, n);
	curves_test(s, fine, TABLE);
	peak = curves_peak(fine, TABLE);
	term_style(t, TERM_BOLD);
	fprintf(t->fp, "%s, scale %s", bank->in->id, s->dimension.scale->id);
	term_style(t, 0);
	fprintf(t->fp, ": information of the test, %zu items\n\n",
	    s->dimension.nitems);
	plot_area(t, values, n, fine[peak], ROWS);
	plot_axis(t, n, CURVES_LOW, CURVES_HIGH);
	fprintf(t->fp,
	    "\n%*stheta; highest at %.1f, where the error is %.2f; "
	    "marginal reliability %.2f\n\n",
	    PLOT_LEFT, "", curves_theta(peak, TABLE), 1 / sqrt(fine[peak] + 1),
	    grm_marginal_reliability(s->items, s->dimension.nitems));
}

/* One line an item: its slope, where it tells most, and where it tells. */
static void
draw_items(const struct term *t, const struct bank_scale *s)
{
	double values[SPARK], fine[TABLE];

	fprintf(t->fp, "%-14s %5s %6s  information\n", "item", "slope", "peak");
	for (size_t i = 0; i < s->dimension.nitems; i++) {
		size_t n = SPARK, peak;

		if (t->width < MARGIN + SPARK)
			n = (size_t)t->width > MARGIN + 9
			    ? (size_t)t->width - MARGIN
			    : 9;
		curves_item(&s->items[i], values, n);
		curves_item(&s->items[i], fine, TABLE);
		peak = curves_peak(fine, TABLE);
		fprintf(t->fp, "%-14s %5.2f %6.1f  ", s->dimension.items[i].id,
		    s->items[i].a, curves_theta(peak, TABLE));
		chart_spark(t, values, n);
		fprintf(t->fp, " %.2f\n", fine[peak]);
	}
	fputc('\n', t->fp);
}

static void
draw_item(const struct term *t, const struct bank_scale *s, size_t item)
{
	const struct grm_item *g = &s->items[item];
	size_t n = plot_columns(t, COLUMNS);
	double values[GRM_CATEGORIES_MAX * COLUMNS], fine[TABLE];
	const char *text =
	    s->dimension.in->items[s->dimension.items[item].term->item].text;

	term_style(t, TERM_BOLD);
	fputs(s->dimension.items[item].id, t->fp);
	term_style(t, 0);
	fputs(text[0] == '\0' ? "" : ": ", t->fp);
	term_text(t, text, strlen(text));
	fputs("\n\n", t->fp);
	curves_categories(g, values, n);
	plot_curves(t, values, (size_t)g->categories, n, ROWS + 1);
	plot_axis(t, n, CURVES_LOW, CURVES_HIGH);
	curves_item(g, values, n);
	fprintf(t->fp,
	    "\n%*stheta; 0 to %d: how likely each answer is, from the low "
	    "end\n%*s",
	    PLOT_LEFT, "", g->categories - 1, PLOT_LEFT, "");
	chart_spark(t, values, n);
	curves_item(g, fine, TABLE);
	fprintf(t->fp, "\n%*sinformation, at most %.2f\n\n", PLOT_LEFT, "",
	    fine[curves_peak(fine, TABLE)]);
}

static void
draw(const struct settings *set, const struct bank *bank)
{
	struct term t;

	term_init(&t, stdout, set->color, set->ascii);
	for (size_t k = 0; k < bank->nscales; k++) {
		const struct bank_scale *s = &bank->scales[k];

		if (!scale_is_asked(set, s->dimension.scale->id))
			continue;
		if (set->items.count == 0) {
			draw_test(&t, bank, s);
			draw_items(&t, s);
		}
		for (size_t i = 0;
		     set->items.count > 0 && i < s->dimension.nitems; i++)
			if (curves_asked(set, s, i))
				draw_item(&t, s, i);
	}
}

/* Tells which scales that --scale names the bank lacks, such as those that
 * calibrate passed over; false where there is one. */
static bool
scales_are_in(const struct settings *set, const struct bank *bank)
{
	bool all = true;

	for (size_t k = 0; k < set->scales.count; k++) {
		const char *name = set->scales.list[k];
		size_t i = 0;

		while (i < bank->nscales &&
		    strcmp(bank->scales[i].dimension.scale->id, name) != 0)
			i++;
		if (i == bank->nscales)
			msg_warn("the bank has no scale '%s'", name);
		all = all && i < bank->nscales;
	}
	return all;
}

/* The same of each --item, in the scales that are asked for. */
static bool
items_are_in(const struct settings *set, const struct bank *bank)
{
	bool all = true;

	for (size_t k = 0; k < set->items.count; k++) {
		struct settings one = *set;
		bool found = false;

		one.items = (struct names){{set->items.list[k]}, 1};
		for (size_t s = 0; s < bank->nscales; s++)
			for (size_t i = 0; i < bank->scales[s].dimension.nitems;
			     i++)
				found = found ||
				    curves_asked(&one, &bank->scales[s], i);
		if (!found)
			msg_warn(
			    "the bank has no item '%s'", set->items.list[k]);
		all = all && found;
	}
	return all;
}

int
curves_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct instrument *in;
	const struct bank *bank;
	struct irt *irt;
	int rc = RC_NO;

	if (n != 1 || set->instruments.count > 1)
		opt_die(&tool, "curves needs one BANK");
	if ((irt = irt_open(set, operands[0])) == NULL)
		return RC_NO;
	in = library_open(set,
	    set->instruments.count > 0 ? set->instruments.list[0]
				       : irt->instrument.text);
	if (in != NULL) {
		bank = irt_bank(irt, in);
		rc = scales_are_there(
			 set, (const struct instrument *[]){in}, 1) &&
			scales_are_in(set, bank) && items_are_in(set, bank)
		    ? RC_OK
		    : RC_NO;
		if (rc == RC_OK && set->csv)
			write_table(set, bank);
		else if (rc == RC_OK && set->svg == NULL)
			draw(set, bank);
		if (rc == RC_OK && set->svg != NULL)
			curves_svg(set, set->svg, bank);
	}
	irt_free(irt);
	library_free(in);
	return rc;
}
