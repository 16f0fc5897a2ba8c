#include "question.h"
#include "theta.h"

#include "base/msg.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

bool
screen_types(const struct item *item)
{
	return item->choices->min < 0 || item->choices->max > 9;
}

/* Like the terminal, but what is drawn becomes text: its rows can be counted
 * before it is shown, and wiped after. */
static struct term
memory(const struct screen *scr, char **text, size_t *len)
{
	struct term t = scr->term;

	t.fp = open_memstream(text, len);
	if (t.fp == NULL)
		msg_die(RC_SYSTEM, "out of memory");
	return t;
}

static char *
intro(const struct screen *scr, const struct sitting *s)
{
	const struct instrument *in = sitting_instrument(s, s->at);
	char *text = NULL;
	size_t len = 0;
	struct term t = memory(scr, &text, &len);

	fputc('\n', t.fp);
	term_style(&t, TERM_BOLD);
	term_wrap(&t, in->title, 0, 0);
	term_style(&t, 0);
	if (strcmp(in->status, "unvalidated") == 0)
		term_wrap(&t,
		    "This form is not validated: no study has shown yet how "
		    "well it measures.",
		    0, 0);
	term_style(&t, TERM_DIM);
	if (in->citation[0] != '\0')
		term_wrap(&t, in->citation, 0, 0);
	term_wrap(&t, in->licence, 0, 0);
	term_style(&t, 0);
	if (in->instructions[0] != '\0') {
		fputc('\n', t.fp);
		term_wrap(&t, in->instructions, 0, 0);
	}
	if (scr->told == NULL && scr->tailor != NULL)
		theta_introduce(&t, tailor_progress(scr->tailor, s));
	fclose(t.fp);
	return text;
}

static char *
question(const struct screen *scr, const struct sitting *s, const char *typed,
    const char *note, enum question_room room)
{
	char *text = NULL;
	size_t len = 0;
	struct term t = memory(scr, &text, &len);

	question_draw(scr, &t, s, typed, note, room);
	fclose(t.fp);
	return text;
}

/* Rows that a line of so many columns takes beyond its first. */
static int
extra_rows(size_t columns, int width)
{
	return columns == 0 ? 0 : (int)((columns - 1) / (size_t)width);
}

/* The rows above the cursor that stands behind the text: a terminal that became
 * narrower has broken its lines anew. */
static int
count_rows(const char *text, int width)
{
	size_t columns = 0, plain;
	int rows = 0;

	for (; *text != '\0'; text += *text != '\0') {
		plain = strcspn(text, "\n\033");
		columns += utf8_width(text, plain);
		text += plain;
		if (*text == '\033') /* a style, which ends so */
			text += strcspn(text, "m");
		if (*text != '\n')
			continue;
		rows += 1 + extra_rows(columns, width);
		columns = 0;
	}
	return rows + extra_rows(columns, width);
}

void
screen_wipe(struct screen *scr)
{
	int rows;

	if (scr->drawn == NULL)
		return;
	rows = count_rows(scr->drawn, scr->term.width);
	if (rows > 0)
		fprintf(scr->term.fp, "\033[%dA", rows);
	fputs("\r\033[J", scr->term.fp);
	fflush(scr->term.fp);
	free(scr->drawn);
	scr->drawn = NULL;
}

static int
rows_of(const struct screen *scr, const char *text)
{
	return count_rows(text, scr->term.width);
}

bool
screen_introduce(struct screen *scr, const struct sitting *s)
{
	const struct instrument *in = sitting_instrument(s, s->at);
	char *above, *below;
	int rows;

	if (scr->told == in)
		return false;
	screen_wipe(scr);
	above = intro(scr, s);
	below = question(scr, s, "", "", ROOM_TIGHT);
	rows = rows_of(scr, above) + rows_of(scr, below);
	fputs(above, scr->term.fp);
	fflush(scr->term.fp);
	free(below);
	free(above);
	scr->told = in;
	return scr->redraw && rows >= scr->term.height;
}

void
screen_question(struct screen *scr, const struct sitting *s, const char *typed,
    const char *note)
{
	int room = ROOM_FOR_ALL;
	char *text;

	screen_wipe(scr);
	if (!scr->redraw) {
		question_tell(scr, s, note);
		return;
	}
	text = question(scr, s, typed, note, ROOM_FOR_ALL);
	while (rows_of(scr, text) >= scr->term.height && room < ROOM_LEAST) {
		free(text);
		text =
		    question(scr, s, typed, note, (enum question_room)++ room);
	}
	fputs(text, scr->term.fp);
	fflush(scr->term.fp);
	scr->drawn = text;
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
	at = fprintf(t->fp, "%3zu. ", sitting_number(s, i));
	question_text(t, s, i, at);
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
