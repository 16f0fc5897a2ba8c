#include "svg.h"

#include "trend.h"

#include "base/msg.h"
#include "base/num.h"

#include <math.h>
#include <string.h>

/* A panel, in user units; the plot stands inside its margins. */
enum {
	WIDTH = 640,
	PANEL = 150,
	LEFT = 50,
	RIGHT = 20,
	TOP = 34,
	BOTTOM = 22,
};

struct panel {
	struct str *out;
	struct trend trend;
	const struct past *past;
	int top;
};

static double
x_of(const struct panel *p, size_t i)
{
	int64_t first = p->past->list[0].at.us;
	int64_t span = past_last(p->past)->at.us - first;
	double share = span == 0
	    ? 0.5
	    : (double)(p->past->list[i].at.us - first) / (double)span;

	return LEFT + share * (WIDTH - LEFT - RIGHT);
}

static double
y_of(const struct panel *p, double value)
{
	double share = (value - p->trend.min) / (p->trend.max - p->trend.min);

	share = fmin(fmax(share, 0), 1);
	return p->top + PANEL - BOTTOM - share * (PANEL - TOP - BOTTOM);
}

static void
add_axis(const struct panel *p)
{
	const double ends[] = {p->trend.min, p->trend.max};

	for (size_t i = 0; i < 2; i++) {
		double y = y_of(p, ends[i]);
		char end[NUM_MAX];

		num_format_round(end, ends[i], 3);
		str_addf(p->out,
		    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" "
		    "stroke=\"#ccc\"/>\n"
		    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s"
		    "</text>\n",
		    LEFT, y, WIDTH - RIGHT, y, LEFT - 6, y + 4, end);
	}
}

/* The line between scores that follow each other, a point for each, and its
 * interval where the error is known. */
static void
add_points(const struct panel *p)
{
	bool joined = false;

	str_adds(p->out, "<path fill=\"none\" stroke=\"" SVG_BLUE "\" d=\"");
	for (size_t i = 0; i < p->past->count; i++) {
		double value = trend_point(&p->trend, i).value;

		if (!isnan(value))
			str_addf(p->out, "%s%.1f %.1f", joined ? "L" : "M",
			    x_of(p, i), y_of(p, value));
		joined = !isnan(value);
	}
	str_adds(p->out, "\"/>\n");
	for (size_t i = 0; i < p->past->count; i++) {
		struct trend_point point = trend_point(&p->trend, i);

		if (isnan(point.value))
			continue;
		if (!isnan(point.low))
			str_addf(p->out,
			    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" "
			    "y2=\"%.1f\" stroke=\"" SVG_VERMILION
			    "\" stroke-opacity=\"0.6\"/>\n",
			    x_of(p, i), y_of(p, point.low), x_of(p, i),
			    y_of(p, point.high));
		str_addf(p->out,
		    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"" SVG_BLUE
		    "\"/>\n",
		    x_of(p, i), y_of(p, point.value));
	}
}

static void
add_dates(const struct panel *p)
{
	char first[DATE_MAX], last[DATE_MAX];
	int y = p->top + PANEL - 6;

	date_format(first, moment_date(p->past->list[0].at));
	date_format(last, moment_date(past_last(p->past)->at));
	str_addf(p->out, "<text x=\"%d\" y=\"%d\">%s</text>\n", LEFT, y, first);
	if (p->past->count > 1)
		str_addf(p->out,
		    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
		    WIDTH - RIGHT, y, last);
}

static void
add_panel(const struct panel *p)
{
	const char *title = p->trend.scale->title;

	str_addf(p->out, "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">", LEFT,
	    p->top + 18);
	if (title[0] == '\0')
		title = p->trend.scale->id;
	str_markup(p->out, title, strlen(title));
	if (p->trend.by_bank)
		str_adds(p->out, " (T)");
	str_adds(p->out, "</text>\n");
	add_axis(p);
	add_points(p);
	add_dates(p);
}

void
svg_history(
    const char *path, const struct instrument *in, const struct past *past)
{
	struct str out = STR_INIT;
	int height = PANEL * (int)in->nscales + 30;

	str_addf(&out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
	    "font-family=\"system-ui, sans-serif\" font-size=\"12\" "
	    "fill=\"#222\">\n<title>",
	    WIDTH, height);
	str_markup(&out, in->title, strlen(in->title));
	str_addf(&out,
	    "</title>\n<desc>%zu sittings; each point is a score, the upright "
	    "line its interval of 95 %%</desc>\n"
	    "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n"
	    "<text x=\"%d\" y=\"20\" font-size=\"14\">",
	    past->count, WIDTH, height, LEFT);
	str_markup(&out, in->title, strlen(in->title));
	str_adds(&out, "</text>\n");
	for (size_t i = 0; i < in->nscales; i++) {
		struct panel p = {
		    &out, trend_of(past, in, i), past, 30 + PANEL * (int)i};

		add_panel(&p);
	}
	str_adds(&out, "</svg>\n");
	io_save(path, out.text, out.len);
	str_release(&out);
}
