/* isolate-quiz history: how a person's scores went. */
#include "trend.h"

#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "cli/chart.h"
#include "cli/shelf.h"
#include "svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
print_date(FILE *fp, struct moment at)
{
	char text[DATE_MAX];

	date_format(text, moment_date(at));
	fputs(text, fp);
}

/* T has no use for tenths. */
static double
shown(const struct trend *trend, double value)
{
	return trend->by_bank ? round(value) : value;
}

/* "7 -> 12 +-3.1 of 0..20" of the first and the last score there are. */
static void
add_change(const struct term *t, const struct trend *trend,
    const double *values, struct str *text)
{
	size_t first = 0, last = trend->past->count;
	struct trend_point end;

	while (first < last && isnan(values[first]))
		first++;
	if (first == last) {
		str_adds(text, "not scored");
		return;
	}
	while (isnan(values[last - 1]))
		last--;
	end = trend_point(trend, last - 1);
	str_adds(text, trend->by_bank ? "T " : "");
	if (last - 1 > first) {
		num_add_round(text, shown(trend, values[first]), 3);
		str_adds(text, t->utf8 ? " → " : " -> ");
	}
	num_add_round(text, shown(trend, end.value), 3);
	if (!isnan(end.high)) {
		str_adds(text, t->utf8 ? " ±" : " +-");
		num_add_round(text, shown(trend, end.high - end.value), 2);
	}
	if (trend->by_bank) {
		str_adds(text, ", 50 is the mean of the bank");
		return;
	}
	str_adds(text, " of ");
	num_add_round(text, trend->min, 3);
	str_adds(text, "..");
	num_add_round(text, trend->max, 3);
	if (isnan(end.high) && trend->scale->units > 1)
		str_adds(text, ", error unknown");
}

static void
print_scale(const struct term *t, const struct instrument *in,
    const struct past *past, size_t at)
{
	const struct scale *scale = &in->scales[at];
	struct trend trend = trend_of(past, in, at);
	double *values = mem_alloc(past->count, sizeof(*values));
	struct str text = STR_INIT;
	int column;

	for (size_t i = 0; i < past->count; i++)
		values[i] = trend_point(&trend, i).value;
	fputs("  ", t->fp);
	term_wrap(t, scale->title[0] == '\0' ? scale->id : scale->title, 2, 2);
	fputs("    ", t->fp);
	term_style(t, TERM_ACCENT);
	column = chart_spark_lines(t, values, past->count, 4);
	term_style(t, 0);
	if (column + 2 < t->width)
		column += fprintf(t->fp, "  ");
	else
		column = fprintf(t->fp, "\n    ") - 1;
	add_change(t, &trend, values, &text);
	term_wrap(t, text.text, 4, column);
	str_release(&text);
	free(values);
}

static void
print_instrument(
    const struct term *t, const struct instrument *in, const struct past *past)
{
	term_style(t, TERM_BOLD);
	term_wrap(t, in->title, 0, 0);
	term_style(t, 0);
	if (strcmp(in->status, "unvalidated") == 0)
		fputs("This form is not validated.\n", t->fp);
	fprintf(
	    t->fp, "%zu sitting%s, ", past->count, past->count == 1 ? "" : "s");
	print_date(t->fp, past->list[0].at);
	if (past->count > 1) {
		fputs(" to ", t->fp);
		print_date(t->fp, past_last(past)->at);
	}
	fputc('\n', t->fp);
	for (size_t i = 0; i < in->nscales; i++)
		print_scale(t, in, past, i);
}

/* What has come of the instruments so far. */
struct outcome {
	bool any;     /* something was shown */
	bool missing; /* an instrument, or a bank, is not there */
	bool lacking; /* a row that was kept cannot be used */
	bool other;   /* a file is of other items, as they were once */
	bool others;  /* sittings of other respondents are there */
};

static void
history_of(const struct settings *set, const struct term *t, const char *name,
    struct outcome *all)
{
	struct instrument *in = library_open(set, name);
	struct past past;
	bool any;

	if (in == NULL) {
		all->missing = true;
		return;
	}
	past_read(&past, set, in);
	if (!trend_find_bank(&past, set, in))
		all->missing = true;
	any = past.count > 0;
	if (any && all->any)
		fputc('\n', t->fp);
	if (any && set->svg != NULL)
		svg_history(set->svg, in, &past);
	else if (any)
		print_instrument(t, in, &past);
	all->any = all->any || any;
	all->lacking = all->lacking || past.left_out > 0;
	all->other = all->other || past.other;
	all->others = all->others || past.others > 0;
	past_release(&past);
	library_free(in);
}

static void
tell_nothing(const struct settings *set, const struct outcome *all)
{
	if (all->lacking || all->other)
		msg_note("no sitting is left to show");
	else if (!all->others)
		msg_note("no sitting has been kept yet; 'isolate-quiz take' "
			 "keeps one");
	else if (set->respondent == NULL)
		msg_note("only sittings with a name have been kept; "
			 "--respondent NAME shows those of NAME");
	else
		msg_note("no sitting of '%s' has been kept", set->respondent);
}

int
history_run(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct shelf_names names = {NULL, 0};
	struct outcome all = {0};
	struct term t;

	if (set->svg != NULL && n != 1)
		opt_die(&tool, "--svg draws one instrument: name it");
	past_need_place();
	term_init(&t, stdout, set->color, set->ascii);
	if (n == 0)
		shelf_names(&names, "instruments");
	for (size_t i = 0; i < (n == 0 ? names.count : (size_t)n); i++)
		history_of(
		    set, &t, n == 0 ? names.names[i] : operands[i], &all);
	if (n == 0)
		shelf_names_free(&names);
	if (!all.any && !all.missing)
		tell_nothing(set, &all);
	return all.any && !all.missing && !all.lacking ? RC_OK : RC_NO;
}
