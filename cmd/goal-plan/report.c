/* goal-plan report - a page of plain text to take along, of what one chooses
 * to show. */
#include "plan.h"

#include "base/mem.h"
#include "cli/term.h"
#include "plan/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The width of a page, wherever it is written to; less on a terminal that has
 * less. */
enum { PAGE = 72 };

static void
add_number(struct str *line, const char *label, int number)
{
	if (number == JOURNAL_NONE)
		str_addf(line, "  %s   -", label);
	else
		str_addf(line, "  %s %3d", label, number);
}

static void
put_numbers(const struct term *t, const struct state_try *try)
{
	enum { INDENT = 4, BELOW = 6 };
	struct str line = STR_INIT;
	struct term_flow flow;
	char date[DATE_MAX];

	date_format(date, date_from_day(try->day));
	str_adds(&line, date);
	add_number(&line, "expected", try->expected);
	add_number(&line, "felt", try->peak);
	add_number(&line, "likely before", try->before);
	add_number(&line, "after", try->after);
	printf("%*s", INDENT, "");
	term_flow_begin(&flow, t, BELOW, INDENT);
	term_flow_text(&flow, line.text, line.len);
	term_flow_end(&flow);
	str_release(&line);
}

static void
put_words(const struct term *t, const char *label, const char *text)
{
	if (*text == '\0')
		return;
	printf("      %s: ", label);
	term_wrap(t, text, 8, 8 + (int)strlen(label));
}

static void
put_happened(const struct term *t, int happened)
{
	struct str text = STR_INIT;

	if (happened == JOURNAL_NONE)
		return;
	str_addf(&text, "%s.", journal_happened_words[happened]);
	put_words(t, "What was feared happened", text.text);
	str_release(&text);
}

static void
put_try(const struct term *t, const struct state_try *try, bool notes)
{
	put_numbers(t, try);
	put_happened(t, try->happened);
	if (notes) {
		put_words(t, "feared", try->fear);
		put_words(t, "happened", try->note);
	}
}

static void
put_step(const struct term *t, const struct state *s,
    const struct state_row *row, bool notes)
{
	const struct state_step *step = &s->steps[row->step];
	struct str head = STR_INIT;
	long i;

	if (step->first_try == STATE_NONE && row->word != STATE_DUE &&
	    row->word != STATE_NEXT)
		return;
	if (step->suds == JOURNAL_NONE)
		str_addf(&head, "[%s]", state_words[row->word]);
	else
		str_addf(
		    &head, "[%s, %d SUDS]", state_words[row->word], step->suds);
	printf("\n  %s ", head.text);
	term_wrap(t, step->text, 4, 3 + (int)head.len);
	str_release(&head);
	for (i = step->first_try; i != STATE_NONE; i = s->tries[i].next)
		if (s->tries[i].done)
			put_try(t, &s->tries[i], notes);
}

static void
put_ladder(const struct term *t, const struct settings *set,
    const struct state *s, size_t ladder)
{
	const struct state_ladder *l = &s->ladders[ladder];
	struct state_row *rows = mem_alloc(l->count, sizeof *rows);
	size_t n = state_rows(s, ladder, today(set), rows);
	struct str words = STR_INIT;
	struct progress p;

	putchar('\n');
	term_wrap(t, l->title, 0, 0);
	progress_gather(&p, s, (long)ladder, STATE_NONE);
	progress_say(&words, &p);
	if (words.len > 0) {
		printf("  ");
		term_wrap(t, words.text, 2, 2);
	}
	for (size_t i = 0; i < n; i++)
		put_step(t, s, &rows[i], set->notes);
	progress_release(&p);
	str_release(&words);
	free(rows);
}

int
verb_report(void *settings, int n, char *const operands[])
{
	struct settings *set = settings;
	struct str head = STR_INIT;
	char date[DATE_MAX];
	struct term t;
	struct book b;
	int rc;

	set->full = true;
	book_read(&b, set);
	for (int i = 0; i < n; i++)
		book_ladder(&b, operands[i]);
	term_init(&t, stdout, TERM_NEVER, set->ascii);
	if (!t.tty || t.width > PAGE)
		t.width = PAGE;
	date_format(date, date_from_day(today(set)));
	str_addf(&head, "Steps towards other people, as of %s", date);
	term_wrap(&t, head.text, 0, 0);
	putchar('\n');
	term_wrap(&t,
	    "Numbers run from 0 to 100: distress (SUDS) expected before and "
	    "felt at its peak, and how likely the feared outcome seemed "
	    "before and after. They are the person's own estimates, no test "
	    "and no diagnosis.",
	    0, 0);
	for (int i = 0; i < n; i++)
		put_ladder(&t, set, &b.state, book_ladder(&b, operands[i]));
	for (size_t i = 0; n == 0 && i < b.state.ladder_count; i++)
		if (!b.state.ladders[i].removed)
			put_ladder(&t, set, &b.state, i);
	str_release(&head);
	book_tell_none(&b);
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}
