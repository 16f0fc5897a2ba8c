/* goal-plan list - every ladder, step by step. */
#include "plan.h"

#include "base/mem.h"
#include "base/num.h"
#include "cli/term.h"
#include "stream/csvout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The column that the words of a step begin in; where that leaves too little
 * room they stand below. */
enum { TEXT = 35, TEXT_BELOW = 4, NARROW = 60 };

void
ladder_header(struct csvout *out)
{
	static const char *const names[] = {"respondent", "id", "family",
	    "concept", "step", "mode", "suds", "minutes", "setting", "cue",
	    "text", "due", "state", NULL};

	csvout_header(out, names);
}

void
cell_number(struct csvout *out, int number)
{
	if (number == JOURNAL_NONE)
		csvout_empty(out);
	else
		csvout_long(out, number);
}

static void
put_row(struct csvout *out, const struct state *s, const char *respondent,
    const struct state_row *row)
{
	const struct state_step *step = &s->steps[row->step];
	char date[DATE_MAX] = "";

	if (row->has_day)
		date_format(date, date_from_day(row->day));
	csvout_str(out, respondent);
	csvout_str(out, step->id);
	csvout_str(out, s->ladders[step->ladder].family);
	csvout_str(out, step->concept);
	csvout_long(out, step->number);
	csvout_str(out, ladder_mode_words[step->mode]);
	cell_number(out, step->suds);
	cell_number(out, step->minutes);
	csvout_str(out, step->setting);
	csvout_str(out, step->cue);
	csvout_str(out, step->text);
	csvout_str(out, date);
	csvout_str(out, state_words[row->word]);
	csvout_end(out);
}

void
ladder_rows(
    struct csvout *out, const struct state *s, const char *respondent, long day)
{
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);

	for (size_t i = 0; i < s->ladder_count; i++) {
		size_t n =
		    s->ladders[i].removed ? 0 : state_rows(s, i, day, rows);

		for (size_t k = 0; k < n; k++)
			put_row(out, s, respondent, &rows[k]);
	}
	free(rows);
}

static void
show_row(
    const struct term *t, const struct state *s, const struct state_row *row)
{
	const struct state_step *step = &s->steps[row->step];
	char date[DATE_MAX] = "", suds[NUM_MAX] = "-";
	bool narrow = t->width < NARROW;
	int at = narrow ? TEXT_BELOW : TEXT;
	int style = row->word == STATE_DUE ? TERM_BOLD
	    : row->word == STATE_NEXT      ? 0
					   : TERM_DIM;

	if (row->has_day)
		date_format(date, date_from_day(row->day));
	term_style(t, style);
	if (step->suds != JOURNAL_NONE)
		snprintf(suds, sizeof suds, "%d", step->suds);
	fprintf(t->fp, "  %-8s %-7s %-10s %3s%s", step->id,
	    state_words[row->word], date, suds, narrow ? "\n" : "  ");
	term_wrap(t, step->text, at, narrow ? 0 : at);
	if (*step->precaution != '\0' && row->word != STATE_DONE) {
		fprintf(t->fp, "%*sto keep safe: ", at, "");
		term_wrap(t, step->precaution, at + 2, at + 14);
	}
	term_style(t, 0);
}

static void
show_ladder(const struct term *t, const struct state *s, size_t ladder,
    long day, struct state_row *rows)
{
	const struct state_ladder *l = &s->ladders[ladder];
	size_t n = state_rows(s, ladder, day, rows);

	term_style(t, TERM_BOLD);
	if (t->width < NARROW)
		term_wrap(t, l->title, 0, 0);
	else
		term_text(t, l->title, strlen(l->title));
	term_style(t, 0);
	fprintf(t->fp, "  (%s", l->id);
	if (*l->concept != '\0') {
		fputs(", for ", t->fp);
		term_text(t, l->concept, strlen(l->concept));
	}
	fputs(")\n", t->fp);
	for (size_t i = 0; i < n; i++)
		show_row(t, s, &rows[i]);
}

static void
show(const struct settings *set, const struct state *s)
{
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);
	struct term t;
	bool first = true;

	term_init(&t, stdout, (enum term_when)set->color, set->ascii);
	for (size_t i = 0; i < s->ladder_count; i++) {
		if (s->ladders[i].removed)
			continue;
		if (!first)
			putchar('\n');
		first = false;
		show_ladder(&t, s, i, today(set), rows);
	}
	free(rows);
}

int
verb_list(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct csvout out;
	struct book b;
	int rc;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "list takes no operands");
	book_read(&b, set);
	if (set->csv) {
		csvout_init(&out, stdout);
		ladder_header(&out);
		ladder_rows(&out, &b.state, "", today(set));
		csvout_release(&out);
	} else {
		show(set, &b.state);
		book_tell_none(&b);
	}
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}
