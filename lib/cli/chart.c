#include "cli/chart.h"

#include "base/utf8.h"

#include <limits.h>
#include <math.h>
#include <string.h>

enum { BAR_MIN = 10, WIDTH_MAX = 78 };

/* From solid to empty: the value, its lower and its upper error, the rest. */
static const char *const bar_utf8[] = {"█", "▓", "▒", "░"};
static const char *const bar_ascii[] = {"#", "=", "-", "."};

enum { SPARKS = 8 };
static const char *const spark_utf8[SPARKS] = {
    "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const spark_ascii[SPARKS] = {
    ".", ":", "-", "=", "+", "*", "%", "#"};

static void
repeat(const struct term *t, const char *glyph, int n)
{
	while (n-- > 0)
		fputs(glyph, t->fp);
}

/* The share as whole cells of width; NaN as those of otherwise. */
static int
cells(double share_frac, int width, int otherwise)
{
	if (isnan(share_frac))
		return otherwise;
	if (share_frac <= 0)
		return 0;
	return share_frac >= 1 ? width : (int)lround(share_frac * width);
}

void
chart_bar(const struct term *t, double value_frac, double low_frac,
    double high_frac, int width)
{
	const char *const *glyphs = t->utf8 ? bar_utf8 : bar_ascii;
	int value = cells(value_frac, width, 0);
	int low = cells(low_frac, width, value);
	int high = cells(high_frac, width, value);

	if (low > value)
		low = value;
	if (high < value)
		high = value;
	repeat(t, glyphs[0], low);
	repeat(t, glyphs[1], value - low);
	repeat(t, glyphs[2], high - value);
	repeat(t, glyphs[3], width - high);
}

static int
label_width(const char *label)
{
	return (int)utf8_width(label, strlen(label));
}

/* Columns for the bars, so that label, bar and count fit. */
static int
bar_width(const struct term *t, int labels, unsigned long most)
{
	char count[24];
	int width = t->width < WIDTH_MAX ? t->width : WIDTH_MAX;

	width -= labels + 4 + snprintf(count, sizeof count, "%lu", most);
	return width < BAR_MIN ? BAR_MIN : width;
}

void
chart_histogram(const struct term *t, const char *const *labels,
    const unsigned long *counts, size_t n)
{
	const char *solid = t->utf8 ? bar_utf8[0] : bar_ascii[0];
	unsigned long most = 1;
	int widest = 0, width;

	for (size_t i = 0; i < n; i++) {
		if (counts[i] > most)
			most = counts[i];
		if (labels != NULL && label_width(labels[i]) > widest)
			widest = label_width(labels[i]);
	}
	width = bar_width(t, widest, most);
	for (size_t i = 0; i < n; i++) {
		const char *label = labels != NULL ? labels[i] : "";
		int bar = cells((double)counts[i] / (double)most, width, 0);

		if (bar == 0 && counts[i] > 0)
			bar = 1;
		fprintf(t->fp, "%*s", widest - label_width(label), "");
		term_text(t, label, strlen(label));
		fputs(*label != '\0' ? "  " : "", t->fp);
		repeat(t, solid, bar);
		fprintf(t->fp, "%s%lu\n", bar > 0 ? " " : "", counts[i]);
	}
}

int
chart_spark_lines(
    const struct term *t, const double *values, size_t n, int indent)
{
	const char *const *glyphs = t->utf8 ? spark_utf8 : spark_ascii;
	double low = INFINITY, high = -INFINITY;
	int at = indent;

	for (size_t i = 0; i < n; i++) {
		low = fmin(low, values[i]);
		high = fmax(high, values[i]);
	}
	for (size_t i = 0; i < n; i++) {
		int level = SPARKS / 2 - 1;

		if (high > low)
			level = cells(
			    (values[i] - low) / (high - low), SPARKS - 1, 0);
		if (at >= t->width && at > indent)
			at = fprintf(t->fp, "\n%*s", indent, "") - 1;
		fputs(isnan(values[i]) ? " " : glyphs[level], t->fp);
		at++;
	}
	return at;
}

void
chart_spark(const struct term *t, const double *values, size_t n)
{
	struct term endless = *t;

	endless.width = INT_MAX;
	chart_spark_lines(&endless, values, n, 0);
}
