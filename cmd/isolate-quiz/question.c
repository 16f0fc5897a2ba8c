#include "question.h"
#include "theta.h"

#include "base/str.h"
#include "base/utf8.h"
#include "cli/chart.h"

#include <math.h>
#include <string.h>

enum { BAR_WIDTH = 20, NARROW = 60, LINE_MAX_WIDTH = 78 };
enum { SECONDS_AN_ITEM = 8 }; /* the usual 72 items: about ten minutes */

static void
put(const struct term *t, const char *text)
{
	term_text(t, text, strlen(text));
}

/* How far the sitting is: a share, and in a few characters. */
static double
progress(const struct screen *scr, const struct sitting *s,
    char text[THETA_TEXT_MAX])
{
	struct tailor_progress p;
	size_t done, all;

	if (scr->tailor != NULL) {
		p = tailor_progress(scr->tailor, s);
		theta_to_go(p, text);
		return p.share_frac;
	}
	sitting_progress(s, &done, &all);
	snprintf(text, THETA_TEXT_MAX, "%zu/%zu", done, all);
	return (double)done / (double)all;
}

/* About how long it takes yet (of an adaptive sitting nobody knows). */
static void
add_minutes(const struct screen *scr, const struct sitting *s,
    char text[THETA_TEXT_MAX], size_t room)
{
	char minutes[32];
	size_t done, all;

	if (scr->tailor != NULL)
		return;
	sitting_progress(s, &done, &all);
	snprintf(minutes, sizeof(minutes), "  ~%zu min left",
	    ((all - done) * SECONDS_AN_ITEM + 59) / 60);
	if (strlen(minutes) <= room)
		strcat(text, minutes);
}

/* As much of the title as has room, whole words where that leaves any. */
static void
draw_title(const struct term *t, const char *title, size_t room)
{
	const char *dots = t->utf8 ? "…" : "...";
	size_t len = strlen(title), fit = utf8_fit(title, len, room), end;

	if (fit == len || room < 6) {
		term_text(t, title, fit);
		return;
	}
	fit = utf8_fit(title, len, room - (t->utf8 ? 1 : 3));
	for (end = fit; end > 0 && title[end] != ' '; end--)
		continue;
	while (end > 0 && strchr(" ,:;", title[end - 1]) != NULL)
		end--;
	term_text(t, title, end > 0 ? end : fit);
	fputs(dots, t->fp);
}

/* Title, bar, count: as much of it as fits into one line; and the minutes left
 * where nothing has to give way to them. */
static void
draw_header(
    const struct screen *scr, const struct term *t, const struct sitting *s)
{
	const char *title = sitting_instrument(s, s->at)->title;
	size_t width = utf8_width(title, strlen(title));
	int room = t->width < LINE_MAX_WIDTH ? t->width : LINE_MAX_WIDTH;
	int bar = t->width < NARROW ? BAR_WIDTH / 2 : BAR_WIDTH;
	char count[THETA_TEXT_MAX];
	double share = progress(scr, s, count);

	room -= bar + 4 + (int)strlen(count);
	if (room > (int)width)
		add_minutes(scr, s, count, (size_t)room - width);
	if (strlen(count) < 8) /* the title stays as wide from 9 to 10 */
		room -= 8 - (int)strlen(count);
	if (room > 0) {
		term_style(t, TERM_BOLD);
		draw_title(t, title, (size_t)room);
		fputs("  ", t->fp);
	}
	term_style(t, TERM_ACCENT);
	chart_bar(t, share, NAN, NAN, bar);
	term_style(t, 0);
	fprintf(t->fp, "  %s\n", count);
}

/* Options on one line: its width, or 0 if the item has none to show so. */
static size_t
inline_width(const struct choices *c)
{
	size_t width = 5;

	for (size_t i = 0; i < c->count; i++)
		width +=
		    7 + utf8_width(c->list[i].label, strlen(c->list[i].label));
	return width;
}

static void
draw_option(const struct term *t, const struct choice *c, bool chosen)
{
	if (chosen) {
		term_style(t, TERM_REVERSE);
		fprintf(t->fp, "[%d]", c->value);
	} else {
		term_style(t, TERM_BOLD);
		fprintf(t->fp, " %d ", c->value);
	}
	term_style(t, 0);
	fputc(' ', t->fp);
}

/* As one paragraph. */
static void
draw_options_in_short(const struct term *t, const struct item *item, int answer)
{
	const struct choices *c = item->choices;
	struct str text = STR_INIT;

	for (size_t i = 0; i < c->count; i++)
		str_addf(&text,
		    c->list[i].value == answer ? "%s[%d]\u00a0%s"
					       : "%s%d\u00a0%s",
		    i > 0 ? ", " : "", c->list[i].value, c->list[i].label);
	fputs("  ", t->fp);
	term_wrap(t, text.text, 2, 2);
	str_release(&text);
}

static void
draw_options(const struct term *t, const struct item *item, int answer)
{
	const struct choices *c = item->choices;
	int room = t->width < LINE_MAX_WIDTH ? t->width : LINE_MAX_WIDTH;
	bool stacked = room < NARROW || inline_width(c) > (size_t)room;

	fputs(stacked ? "" : "    ", t->fp);
	for (size_t i = 0; i < c->count; i++) {
		if (stacked)
			fputs("    ", t->fp);
		draw_option(t, &c->list[i], c->list[i].value == answer);
		if (stacked)
			term_wrap(t, c->list[i].label, 8, 8);
		else
			put(t, c->list[i].label);
		if (!stacked)
			fputs("  ", t->fp);
	}
	if (!stacked)
		fputc('\n', t->fp);
}

/* Which keys there are.  A line breaks between two, not between a key and what
 * it does. */
static void
draw_help(const struct term *t, const struct item *item, bool in_short)
{
	const struct choices *c = item->choices;
	const char *const keys[] = {"s skip", "b back", "? help",
	    in_short ? "q quit" : "q save and quit"};
	int gap = in_short ? 2 : 3, at, len;

	term_style(t, TERM_DIM);
	at = fprintf(t->fp, c->min < 0 ? "  %d to %d%s%s" : "  %d-%d%s%s",
	    c->min, c->max, in_short ? "" : " answer",
	    !screen_types(item) ? ""
		: in_short      ? ", Enter"
				: ", then Enter");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		len = (int)strlen(keys[i]);
		if (at + gap + len >= t->width) {
			fputs("\n  ", t->fp);
			at = 2;
		} else {
			at += fprintf(t->fp, "%*s", gap, "");
		}
		fputs(keys[i], t->fp);
		at += len;
	}
	fputc('\n', t->fp);
	term_style(t, 0);
}

/* The stem and the item are one sentence. */
void
question_text(const struct term *t, const struct sitting *s, size_t i, int at)
{
	struct str text = STR_INIT;

	str_adds(&text, sitting_instrument(s, i)->stem);
	if (text.len > 0)
		str_addc(&text, ' ');
	str_adds(&text, sitting_item(s, i)->text);
	term_wrap(t, text.text, at, at);
	str_release(&text);
}

/* What is known by now: how clearly, never what (see theta.h). */
static bool
draw_certainty(
    const struct screen *scr, const struct term *t, const struct sitting *s)
{
	struct tailor_progress p;

	if (scr->tailor == NULL)
		return false;
	p = tailor_progress(scr->tailor, s);
	if (p.answered == 0)
		return false;
	term_style(t, TERM_DIM);
	fprintf(t->fp, "  So far: %s.\n", theta_certainty(p.se, p.answered));
	term_style(t, 0);
	return true;
}

static void
draw_text(const struct term *t, const struct sitting *s)
{
	int at = fprintf(t->fp, "  %zu. ", sitting_number(s, s->at));

	question_text(t, s, s->at, at);
}

static void
draw_note(const struct term *t, const char *note)
{
	if (note[0] == '\0')
		return;
	fputs("  ", t->fp);
	term_wrap(t, note, 2, 2);
}

static void
draw_all(const struct screen *scr, const struct term *t,
    const struct sitting *s, const char *note, bool tight)
{
	const char *gap = tight ? "" : "\n";

	fputs(gap, t->fp);
	draw_header(scr, t, s);
	fputs(gap, t->fp);
	draw_text(t, s);
	fputs(gap, t->fp);
	draw_options(t, sitting_item(s, s->at), s->questions[s->at].answer);
	fputs(gap, t->fp);
	if (draw_certainty(scr, t, s))
		fputs(gap, t->fp);
	draw_note(t, note);
}

static void
draw_scant(
    const struct term *t, const struct sitting *s, const char *note, bool least)
{
	if (!least)
		draw_text(t, s);
	if (!least || note[0] == '\0')
		draw_options_in_short(
		    t, sitting_item(s, s->at), s->questions[s->at].answer);
	draw_note(t, note);
	if (least)
		draw_text(t, s);
}

void
question_draw(const struct screen *scr, const struct term *t,
    const struct sitting *s, const char *typed, const char *note,
    enum question_room room)
{
	const struct item *item = sitting_item(s, s->at);

	if (room <= ROOM_TIGHT)
		draw_all(scr, t, s, note, room == ROOM_TIGHT);
	else
		draw_scant(t, s, note, room == ROOM_LEAST);
	draw_help(t, item, room != ROOM_FOR_ALL);
	if (!screen_types(item))
		return;
	if (s->questions[s->at].answer != ANSWER_MISSING)
		fprintf(t->fp, "  [%d]", s->questions[s->at].answer);
	fprintf(t->fp, "  > %s", typed);
}

static void
tell_progress(const struct screen *scr, const struct sitting *s)
{
	FILE *fp = scr->term.fp;
	char text[THETA_TEXT_MAX];
	struct tailor_progress p;
	size_t done, all;

	fprintf(fp, "\nQuestion %zu, ", sitting_number(s, s->at));
	if (scr->tailor == NULL) {
		sitting_progress(s, &done, &all);
		fprintf(fp, "%zu of %zu answered.\n", done, all);
		return;
	}
	p = tailor_progress(scr->tailor, s);
	fprintf(fp, "%s.\n", theta_to_go(p, text));
	if (p.answered > 0)
		fprintf(fp, "So far: %s.\n", theta_certainty(p.se, p.answered));
}

/* Line by line, for a screen reader: no bar, an option a line, and the keys
 * only with the first question and where they are asked for. */
void
question_tell(struct screen *scr, const struct sitting *s, const char *note)
{
	const struct term *t = &scr->term;
	const struct item *item = sitting_item(s, s->at);
	const struct choices *c = item->choices;
	const struct question *q = &s->questions[s->at];

	if (note[0] != '\0')
		term_wrap(t, note, 0, 0);
	tell_progress(scr, s);
	question_text(t, s, s->at, 0);
	for (size_t i = 0; i < c->count; i++) {
		fprintf(t->fp, "%d: ", c->list[i].value);
		term_wrap(t, c->list[i].label, 0, 4);
	}
	if (q->answer != ANSWER_MISSING)
		fprintf(t->fp, "Your answer was %d.\n", q->answer);
	if (!scr->keys_told || note[0] != '\0')
		draw_help(t, item, false);
	scr->keys_told = true;
	fflush(t->fp);
}
