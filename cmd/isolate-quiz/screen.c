#include "screen.h"

#include "base/msg.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cli/chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BAR_WIDTH = 20, NARROW = 60, LINE_MAX_WIDTH = 78 };

bool
screen_types(const struct item *item)
{
	return item->choices->min < 0 || item->choices->max > 9;
}

static void
put(const struct term *t, const char *text)
{
	term_text(t, text, strlen(text));
}

/* Title, bar, count: as much of it as fits into one line. */
static void
draw_header(const struct term *t, const struct sitting *s)
{
	const char *title = sitting_instrument(s, s->at)->title;
	int room = t->width < LINE_MAX_WIDTH ? t->width : LINE_MAX_WIDTH;
	int bar = t->width < NARROW ? BAR_WIDTH / 2 : BAR_WIDTH;
	size_t done, all;

	sitting_progress(s, &done, &all);
	room -= bar + 12; /* blanks, and the count */
	if (room > 0) {
		term_style(t, TERM_BOLD);
		term_text(
		    t, title, utf8_fit(title, strlen(title), (size_t)room));
		fputs("  ", t->fp);
	}
	term_style(t, TERM_ACCENT);
	chart_bar(t, (double)done / (double)all, NAN, NAN, bar);
	term_style(t, 0);
	fprintf(t->fp, "  %zu/%zu\n\n", done, all);
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
	fputs(stacked ? "\n" : "\n\n", t->fp);
}

static void
draw_help(const struct term *t, const struct item *item)
{
	char keys[160];

	snprintf(keys, sizeof(keys),
	    "%d-%d answer%s   s skip   b back   ? help   q save and quit",
	    item->choices->min, item->choices->max,
	    screen_types(item) ? ", then Enter" : "");
	term_style(t, TERM_DIM);
	fputs("  ", t->fp);
	if (strlen(keys) + 2 < (size_t)t->width)
		fprintf(t->fp, "%s\n", keys);
	else
		term_wrap(t, keys, 2, 2);
	term_style(t, 0);
}

static void
draw_intro(
    struct screen *scr, const struct term *t, const struct instrument *in)
{
	if (scr->told == in)
		return;
	scr->told = in;
	fputc('\n', t->fp);
	term_style(t, TERM_BOLD);
	term_wrap(t, in->title, 0, 0);
	term_style(t, 0);
	if (strcmp(in->status, "unvalidated") == 0)
		term_wrap(t,
		    "This form is not validated: no study has shown yet how "
		    "well it measures.",
		    0, 0);
	term_style(t, TERM_DIM);
	if (in->citation[0] != '\0')
		term_wrap(t, in->citation, 0, 0);
	term_wrap(t, in->licence, 0, 0);
	term_style(t, 0);
	if (in->instructions[0] != '\0') {
		fputc('\n', t->fp);
		term_wrap(t, in->instructions, 0, 0);
	}
	fflush(t->fp);
}

/* The stem and the item are one sentence. */
static void
draw_text(const struct term *t, const struct sitting *s, size_t i, int at)
{
	struct str text = STR_INIT;

	str_adds(&text, sitting_instrument(s, i)->stem);
	if (text.len > 0)
		str_addc(&text, ' ');
	str_adds(&text, sitting_item(s, i)->text);
	term_wrap(t, text.text, at, at);
	str_release(&text);
}

static void
draw_question(const struct term *t, const struct sitting *s, const char *typed,
    const char *note)
{
	const struct item *item = sitting_item(s, s->at);
	int at;

	fputc('\n', t->fp);
	draw_header(t, s);
	at = fprintf(t->fp, "  %zu. ", s->at + 1);
	draw_text(t, s, s->at, at);
	fputc('\n', t->fp);
	draw_options(t, item, s->questions[s->at].answer);
	if (note[0] != '\0') {
		fputs("  ", t->fp);
		term_wrap(t, note, 2, 2);
	}
	draw_help(t, item);
	if (!screen_types(item))
		return;
	if (s->questions[s->at].answer != ANSWER_MISSING)
		fprintf(t->fp, "  [%d]", s->questions[s->at].answer);
	fprintf(t->fp, "  > %s", typed);
}

/* Line by line, for a screen reader: no bar, an option a line, and the keys
 * only with the first question and where they are asked for. */
static void
tell_question(struct screen *scr, const struct sitting *s, const char *note)
{
	const struct term *t = &scr->term;
	const struct item *item = sitting_item(s, s->at);
	const struct choices *c = item->choices;
	const struct question *q = &s->questions[s->at];
	size_t done, all;

	sitting_progress(s, &done, &all);
	if (note[0] != '\0')
		term_wrap(t, note, 0, 0);
	fprintf(t->fp, "\nQuestion %zu, %zu of %zu answered.\n", s->at + 1,
	    done, all);
	draw_text(t, s, s->at, 0);
	for (size_t i = 0; i < c->count; i++) {
		fprintf(t->fp, "%d: ", c->list[i].value);
		term_wrap(t, c->list[i].label, 0, 4);
	}
	if (q->answer != ANSWER_MISSING)
		fprintf(t->fp, "Your answer was %d.\n", q->answer);
	if (!scr->keys_told || note[0] != '\0')
		draw_help(t, item);
	scr->keys_told = true;
	fflush(t->fp);
}

void
screen_wipe(struct screen *scr)
{
	if (!scr->redraw || scr->lines < 0)
		return;
	if (scr->lines > 0)
		fprintf(scr->term.fp, "\033[%dA", scr->lines);
	fputs("\r\033[J", scr->term.fp);
	fflush(scr->term.fp);
	scr->lines = -1;
}

static int
count_lines(const char *text, size_t len)
{
	int lines = 0;

	for (size_t i = 0; i < len; i++)
		lines += text[i] == '\n';
	return lines;
}

/* Drawn in memory first, so that it can be wiped by its number of lines. */
void
screen_question(struct screen *scr, const struct sitting *s, const char *typed,
    const char *note)
{
	struct term memory;
	char *text = NULL;
	size_t len = 0;

	screen_wipe(scr);
	draw_intro(scr, &scr->term, sitting_instrument(s, s->at));
	if (!scr->redraw) {
		tell_question(scr, s, note);
		return;
	}
	memory = scr->term;
	memory.fp = open_memstream(&text, &len);
	if (memory.fp == NULL)
		msg_die(RC_SYSTEM, "out of memory");
	draw_question(&memory, s, typed, note);
	fclose(memory.fp);
	fwrite(text, 1, len, scr->term.fp);
	fflush(scr->term.fp);
	scr->lines = count_lines(text, len);
	free(text);
}

void
screen_answered(struct screen *scr, const struct sitting *s, size_t i)
{
	const struct term *t = &scr->term;
	const struct item *item = sitting_item(s, i);
	const struct question *q = &s->questions[i];
	const char *label = item_label(item, q->answer);
	int at;

	if (!scr->redraw)
		return;
	screen_wipe(scr);
	at = fprintf(t->fp, "%3zu. ", i + 1);
	draw_text(t, s, i, at);
	term_style(t, TERM_DIM);
	if (q->answer == ANSWER_MISSING)
		fputs("     skipped\n", t->fp);
	else {
		at = fprintf(t->fp, "     %d ", q->answer);
		term_wrap(t, label == NULL ? "" : label, at, at);
	}
	term_style(t, 0);
	fflush(t->fp);
}
