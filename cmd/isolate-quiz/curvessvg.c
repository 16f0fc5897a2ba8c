/* The curves of a bank as a picture. */
#include "curves.h"

#include "base/msg.h"
#include "base/num.h"
#include "base/utf8.h"
#include "svg.h"

#include <math.h>
#include <string.h>

/* A plot, in user units, stands inside the margins of its panel: one for the
 * test of the whole width, and two a row for the items. */
enum {
	WIDTH = 720,
	TEST = 220,
	ITEM = 170,
	LEFT = 40,
	RIGHT = 40,
	TOP = 32,
	BOTTOM = 30,
	SAMPLES = 81,
	TITLE = 44, /* columns of an item's text */
};

static const char *const colors[] = {SVG_BLUE, SVG_VERMILION, "#009e73",
    "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#b0a000", "#7f3c8d",
    "#888888"};

struct panel {
	struct str *out;
	int x, y, width, height;
};

static double
x_of(const struct panel *p, size_t i)
{
	return p->x + LEFT +
	    (double)i / (SAMPLES - 1) * (p->width - LEFT - RIGHT);
}

static double
y_of(const struct panel *p, double share)
{
	return p->y + p->height - BOTTOM - share * (p->height - TOP - BOTTOM);
}

static void
add_text(const struct panel *p, double x, double y, const char *more,
    const char *text, size_t len)
{
	str_addf(p->out, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, more);
	str_markup(p->out, text, len);
	str_adds(p->out, "</text>\n");
}

/* As much of it as stands above a panel. */
static void
add_short(const struct panel *p, double x, double y, const char *text)
{
	size_t len = strlen(text), fits = utf8_fit(text, len, TITLE);
	struct str shown = STR_INIT;

	str_add(&shown, text, fits);
	if (fits < len)
		str_adds(&shown, "…");
	add_text(p, x, y, " fill=\"#666\"", shown.text, shown.len);
	str_release(&shown);
}

/* The frame, theta below, and what the upright axes reach at the top. */
static void
add_frame(const struct panel *p, double left, double right)
{
	char label[NUM_MAX];

	str_addf(p->out,
	    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" "
	    "fill=\"none\" stroke=\"#ccc\"/>\n",
	    x_of(p, 0), y_of(p, 1), p->width - LEFT - RIGHT,
	    p->height - TOP - BOTTOM);
	for (int tick = CURVES_LOW; tick <= CURVES_HIGH; tick += 2) {
		size_t at = (size_t)(tick - CURVES_LOW) * (SAMPLES - 1) /
		    (CURVES_HIGH - CURVES_LOW);

		snprintf(label, sizeof(label), "%d", tick);
		add_text(p, x_of(p, at), y_of(p, 0) + 14,
		    " text-anchor=\"middle\" fill=\"#666\"", label,
		    strlen(label));
	}
	snprintf(label, sizeof(label), "%.3g", left);
	add_text(p, x_of(p, 0) - 4, y_of(p, 1) + 4,
	    " text-anchor=\"end\" fill=\"#666\"", label, strlen(label));
	snprintf(label, sizeof(label), "%.3g", right);
	add_text(p, x_of(p, SAMPLES - 1) + 4, y_of(p, 1) + 4, " fill=\"#666\"",
	    label, strlen(label));
}

static void
add_curve(const struct panel *p, const double *values, double top,
    const char *color, const char *more)
{
	str_addf(p->out,
	    "<path fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s d=\"",
	    color, more);
	for (size_t i = 0; i < SAMPLES; i++)
		str_addf(p->out, "%s%.1f %.1f", i == 0 ? "M" : "L", x_of(p, i),
		    y_of(p, fmin(values[i] / top, 1)));
	str_adds(p->out, "\"/>\n");
}

static void
add_test(const struct panel *p, const struct bank_scale *s)
{
	static const char legend[] =
	    "information of the test (left); dashed: error of theta, "
	    "1 / sqrt(information + 1) (right, 0 to 1)";
	double values[SAMPLES], errors[SAMPLES], top;
	const char *id = s->dimension.scale->id;

	curves_test(s, values, SAMPLES);
	for (size_t i = 0; i < SAMPLES; i++)
		errors[i] = 1 / sqrt(values[i] + 1);
	top = values[curves_peak(values, SAMPLES)];
	add_text(
	    p, p->x + LEFT, p->y + 14, " font-weight=\"bold\"", id, strlen(id));
	add_text(p, p->x + LEFT, p->y + 27, " fill=\"#666\"", legend,
	    strlen(legend));
	add_frame(p, top, 1);
	add_curve(p, values, top, SVG_BLUE, "");
	add_curve(p, errors, 1, SVG_VERMILION, " stroke-dasharray=\"5 3\"");
}

/* Each category has its number where it is most likely. */
static void
add_item(
    const struct panel *p, const struct bank_scale *s, size_t item, double top)
{
	const struct dimension_item *d = &s->dimension.items[item];
	const char *text = s->dimension.in->items[d->term->item].text;
	double values[GRM_CATEGORIES_MAX * SAMPLES];
	char label[NUM_MAX];

	add_text(p, p->x + LEFT, p->y + 14, " font-weight=\"bold\"", d->id,
	    strlen(d->id));
	add_short(p, p->x + LEFT, p->y + 27, text);
	add_frame(p, 1, top);
	curves_item(&s->items[item], values, SAMPLES);
	add_curve(p, values, top, "#999", " stroke-dasharray=\"2 3\"");
	curves_categories(&s->items[item], values, SAMPLES);
	for (int m = 0; m < s->items[item].categories; m++) {
		const double *v = values + (size_t)m * SAMPLES;
		size_t at = curves_peak(v, SAMPLES);

		add_curve(p, v, 1, colors[m], "");
		num_format_long(label, m);
		add_text(p,
		    x_of(p, at) +
			(at == 0                    ? 4
				: at == SAMPLES - 1 ? -10
						    : -3),
		    y_of(p, v[at]) + (v[at] > 0.9 ? 12 : -4),
		    " font-weight=\"bold\"", label, 1);
	}
}

static double
highest_information(const struct bank_scale *s)
{
	double values[SAMPLES], top = 0;

	for (size_t i = 0; i < s->dimension.nitems; i++) {
		curves_item(&s->items[i], values, SAMPLES);
		top = fmax(top, values[curves_peak(values, SAMPLES)]);
	}
	return top;
}

/* Adds a scale below *y, and moves that on. */
static void
add_scale(struct str *out, const struct settings *set,
    const struct bank_scale *s, int *y)
{
	struct panel p = {out, 0, *y, WIDTH, TEST};
	double top = highest_information(s);
	int column = 0;

	add_test(&p, s);
	p = (struct panel){out, 0, *y + TEST, WIDTH / 2, ITEM};
	for (size_t i = 0; i < s->dimension.nitems; i++) {
		if (!curves_asked(set, s, i))
			continue;
		p.x = column * WIDTH / 2;
		add_item(&p, s, i, top);
		column = 1 - column;
		p.y += column == 0 ? ITEM : 0;
	}
	*y = p.y + (column == 1 ? ITEM : 0);
}

void
curves_svg(
    const struct settings *set, const char *path, const struct bank *bank)
{
	struct str body = STR_INIT, out = STR_INIT;
	int y = 24;

	for (size_t k = 0; k < bank->nscales; k++)
		if (scale_is_asked(set, bank->scales[k].dimension.scale->id))
			add_scale(&body, set, &bank->scales[k], &y);
	str_addf(&out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
	    "font-family=\"system-ui, sans-serif\" font-size=\"11\" "
	    "fill=\"#222\">\n<title>",
	    WIDTH, y);
	str_markup(&out, bank->in->title, strlen(bank->in->title));
	str_adds(&out,
	    "</title>\n<desc>Over theta from -4 to 4: the information of each "
	    "scale; of each item how likely its answers are, 0 the lowest, "
	    "and, "
	    "dotted, its information (right)</desc>\n"
	    "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
	    "<text x=\"40\" y=\"18\" font-size=\"14\">");
	str_markup(&out, bank->in->title, strlen(bank->in->title));
	str_adds(&out, "</text>\n");
	str_add(&out, body.text, body.len);
	str_adds(&out, "</svg>\n");
	io_save(path, out.text, out.len);
	str_release(&body);
	str_release(&out);
}
