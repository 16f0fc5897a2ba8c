#include "plan/progress.h"

#include "base/date.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
by_journal(const void *left, const void *right)
{
	const struct progress_try *a = left, *b = right;

	return a->try->line < b->try->line ? -1 : a->try->line > b->try->line;
}

static void
count(struct progress *p, const struct state_try *t)
{
	if (t->expected != JOURNAL_NONE && t->peak != JOURNAL_NONE) {
		p->both++;
		p->easier += t->peak < t->expected;
		p->gap += t->expected - t->peak;
	}
	if (t->happened != JOURNAL_NONE) {
		p->told++;
		p->happened[t->happened]++;
	}
}

/* What is feared of one step is not what is feared of another, so that each is
 * compared with itself. */
static void
count_likely(
    struct progress *p, const struct state *s, const struct state_step *step)
{
	int first = JOURNAL_NONE, last = JOURNAL_NONE;

	for (long i = step->first_try; i != STATE_NONE; i = s->tries[i].next) {
		const struct state_try *t = &s->tries[i];

		if (!t->done)
			continue;
		if (first == JOURNAL_NONE && t->before == JOURNAL_NONE) {
			first = t->after;
			continue;
		}
		if (first == JOURNAL_NONE)
			first = t->before;
		if (t->after != JOURNAL_NONE)
			last = t->after;
	}
	if (last == JOURNAL_NONE)
		return;
	p->likely++;
	p->first += first;
	p->last += last;
}

static void
gather_step(struct progress *p, const struct state *s, size_t at, size_t *cap)
{
	const struct state_step *step = &s->steps[at];

	if (step->removed || s->ladders[step->ladder].removed)
		return;
	count_likely(p, s, step);
	for (long t = step->first_try; t != STATE_NONE; t = s->tries[t].next) {
		if (!s->tries[t].done)
			continue;
		p->tries =
		    mem_grow(p->tries, cap, p->count + 1, sizeof *p->tries);
		p->tries[p->count++] = (struct progress_try){at, &s->tries[t]};
	}
}

void
progress_gather(
    struct progress *p, const struct state *s, long ladder, long step)
{
	const struct state_ladder *l =
	    ladder == STATE_NONE ? NULL : &s->ladders[ladder];
	size_t first = l == NULL ? 0 : l->first, cap = 0;
	size_t steps = l == NULL ? s->step_count : l->count;

	memset(p, 0, sizeof *p);
	if (step != STATE_NONE)
		gather_step(p, s, (size_t)step, &cap);
	for (size_t i = 0; step == STATE_NONE && i < steps; i++)
		gather_step(p, s, s->order[first + i], &cap);
	if (p->count > 1)
		qsort(p->tries, p->count, sizeof *p->tries, by_journal);
	for (size_t i = 0; i < p->count; i++)
		count(p, p->tries[i].try);
	if (p->both > 0)
		p->gap /= (double)p->both;
	if (p->likely > 0) {
		p->first /= (double)p->likely;
		p->last /= (double)p->likely;
	}
}

void
progress_release(struct progress *p)
{
	free(p->tries);
	memset(p, 0, sizeof *p);
}

/* "What was feared did not happen in 4 of 5 tries, and in part in 1." */
static void
say_happened(struct str *out, const struct progress *p)
{
	size_t no = p->happened[JOURNAL_HAPPENED_NO];
	size_t partly = p->happened[JOURNAL_HAPPENED_PARTLY];

	if (p->told == 0)
		return;
	str_addf(
	    out, " What was feared did not happen in %zu of %zu", no, p->told);
	if (partly > 0)
		str_addf(out, ", and only in part in %zu", partly);
	str_addc(out, '.');
}

static void
say_likely(struct str *out, const struct progress *p)
{
	if (p->likely == 0)
		return;
	str_addf(out, " %s seemed %ld likely at first, %ld last",
	    p->told > 0 ? "It" : "What was feared", lround(p->first),
	    lround(p->last));
	if (p->likely > 1)
		str_addf(out, ", on average over %zu steps", p->likely);
	str_addc(out, '.');
}

static void
say_distress(struct str *out, const struct progress *p)
{
	double size = p->gap < 0 ? -p->gap : p->gap;

	if (p->both == 0)
		return;
	str_addf(out, " Distress was lower than expected in %zu of %zu, ",
	    p->easier, p->both);
	if (size < 0.5)
		str_adds(out, "and on average what was expected.");
	else
		str_addf(out, "on average %ld points %s.", lround(size),
		    p->gap < 0 ? "higher" : "lower");
}

void
progress_say(struct str *out, const struct progress *p)
{
	if (p->count == 0)
		return;
	str_addf(
	    out, "%zu %s so far.", p->count, p->count == 1 ? "try" : "tries");
	say_happened(out, p);
	say_likely(out, p);
	say_distress(out, p);
	str_addc(out, '\n');
}

enum { TOP = 56, LEFT = 56, PLOT = 200, STRIDE = 28, RIGHT = 24, LOW = 52 };

static int
y_of(int suds)
{
	return TOP + PLOT - suds * PLOT / 100;
}

static void
svg_axis(struct str *out, int width)
{
	for (int suds = 0; suds <= 100; suds += 25)
		str_addf(out,
		    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" "
		    "stroke=\"#ccc\"/>\n<text x=\"%d\" y=\"%d\" "
		    "text-anchor=\"end\">%d</text>\n",
		    LEFT, y_of(suds), width - RIGHT, y_of(suds), LEFT - 8,
		    y_of(suds) + 4, suds);
}

/* Whether a try has something to be drawn. */
static bool
has_both(const struct state_try *t)
{
	return t->expected != JOURNAL_NONE && t->peak != JOURNAL_NONE;
}

static bool
is_drawn(const struct state_try *t)
{
	return has_both(t) || t->happened != JOURNAL_NONE;
}

static void
svg_distress(struct str *out, const struct state_try *t, int x)
{
	int from = y_of(t->expected), to = y_of(t->peak);

	str_addf(out,
	    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#999\" "
	    "stroke-width=\"2\"/>\n"
	    "<path d=\"M%d %dl6 6-6 6-6-6z\" fill=\"#d55e00\"/>\n"
	    "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#0072b2\"/>",
	    x, from, x, to, x, from - 6, x, to);
}

static void
svg_try(struct str *out, const struct state_try *t, const char *id, int x)
{
	static const char *const happened[] = {"no", "partly", "yes"};
	char date[DATE_MAX];

	date_format(date, date_from_day(t->day));
	str_addf(out, "<g><title>%s ", date);
	str_markup(out, id, strlen(id));
	if (has_both(t))
		str_addf(out, ": expected %d, felt %d", t->expected, t->peak);
	str_adds(out, "</title>\n");
	if (has_both(t))
		svg_distress(out, t, x);
	if (t->happened != JOURNAL_NONE)
		str_addf(out,
		    "<text x=\"%d\" y=\"%d\" font-size=\"9\" "
		    "text-anchor=\"middle\">%s</text>",
		    x, TOP + PLOT + 16, happened[t->happened]);
	str_adds(out, "</g>\n");
}

void
progress_svg(struct str *out, const struct progress *p, const struct state *s)
{
	int n = 0, x = LEFT + STRIDE / 2, width;

	for (size_t i = 0; i < p->count; i++)
		n += is_drawn(p->tries[i].try);
	width = LEFT + RIGHT + STRIDE * (n > 10 ? n : 10);
	str_addf(out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
	    "font-family=\"system-ui, sans-serif\" font-size=\"12\">\n"
	    "<title>What was feared and what happened</title>\n<desc>",
	    width, TOP + PLOT + LOW);
	progress_say(out, p);
	str_addf(out,
	    "</desc>\n<text x=\"%d\" y=\"24\" font-size=\"15\">Distress: "
	    "expected <tspan fill=\"#d55e00\">&#9670;</tspan> and felt "
	    "<tspan fill=\"#0072b2\">&#9679;</tspan></text>\n",
	    LEFT);
	svg_axis(out, width);
	for (size_t i = 0; i < p->count; i++) {
		const struct progress_try *t = &p->tries[i];

		if (!is_drawn(t->try))
			continue;
		svg_try(out, t->try, s->steps[t->step].id, x);
		x += STRIDE;
	}
	str_addf(out, "<text x=\"%d\" y=\"%d\">%s</text>\n</svg>\n", LEFT,
	    TOP + PLOT + 36,
	    p->told > 0 ? "Did what was feared happen? Tries, oldest first"
			: "tries, oldest first");
}
