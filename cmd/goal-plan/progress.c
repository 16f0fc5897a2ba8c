/* goal-plan progress - what was feared beside what happened. */
#include "plan.h"

#include "base/msg.h"
#include "cli/chart.h"
#include "cli/term.h"
#include "plan/progress.h"
#include "stream/csvout.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BAR_MAX = 40, BESIDE = 38 /* columns that are not the bar */ };

static bool
tells_of_fear(const struct state_try *try)
{
	return try->before != JOURNAL_NONE || try->after != JOURNAL_NONE ||
	    try->happened != JOURNAL_NONE;
}

/* What became of what was feared, beside how likely it had seemed. */
static void
show_fear(const char *head, const struct state_try *try)
{
	static const char *const words[] = {
	    "it did not happen", "it happened in part", "it happened"};

	const char *sep = "";

	if (!tells_of_fear(try))
		return;
	printf("%-22s feared   ", head);
	if (try->before != JOURNAL_NONE) {
		printf("%d likely before", try->before);
		sep = ", ";
	}
	if (try->after != JOURNAL_NONE) {
		printf("%s%d %s", sep, try->after,
		    *sep == '\0' ? "likely after" : "after");
		sep = ", ";
	}
	if (try->happened != JOURNAL_NONE)
		printf("%s%s", *sep == '\0' ? "" : ": ", words[try->happened]);
	putchar('\n');
}

static void
show_bar(const struct term *t, const char *before, const char *label, int value,
    int width)
{
	if (value == JOURNAL_NONE)
		return;
	printf("%-22s %-9s", before, label);
	chart_bar(t, value / 100.0, NAN, NAN, width);
	printf(" %d\n", value);
}

static void
show_try(const struct term *t, const struct state *s,
    const struct progress_try *p, int width)
{
	const struct state_try *try = p->try;
	struct str head = STR_INIT;
	char date[DATE_MAX];
	const char *id = s->steps[p->step].id;

	date_format(date, date_from_day(try->day));
	str_addf(&head, "%s ", date);
	str_escape(&head, id, strlen(id), false);
	if (try->expected == JOURNAL_NONE && try->peak == JOURNAL_NONE &&
	    !tells_of_fear(try))
		printf("%s\n", head.text);
	show_fear(head.text, try);
	if (tells_of_fear(try))
		str_clear(&head);
	show_bar(t, head.text, "expected", try->expected, width);
	show_bar(t, try->expected == JOURNAL_NONE ? head.text : "", "felt",
	    try->peak, width);
	str_release(&head);
}

static void
show_chart(
    const struct settings *set, const struct state *s, const struct progress *p)
{
	struct str words = STR_INIT;
	struct term t;
	int width;

	term_init(&t, stdout, (enum term_when)set->color, set->ascii);
	width = t.width - BESIDE < BAR_MAX ? t.width - BESIDE : BAR_MAX;
	progress_say(&words, p);
	if (words.len > 0) {
		term_wrap(&t, words.text, 0, 0);
		putchar('\n');
	}
	for (size_t i = 0; i < p->count; i++)
		show_try(&t, s, &p->tries[i], width < 5 ? 5 : width);
	str_release(&words);
}

static void
put_number(struct csvout *out, int number)
{
	if (number == JOURNAL_NONE)
		csvout_empty(out);
	else
		csvout_long(out, number);
}

static void
write_csv(const struct state *s, const struct progress *p)
{
	static const char *const names[] = {"id", "date", "expected", "peak",
	    "before", "after", "setting", "happened", NULL};
	struct csvout out;
	char date[DATE_MAX];

	csvout_init(&out, stdout);
	csvout_header(&out, names);
	for (size_t i = 0; i < p->count; i++) {
		const struct state_try *try = p->tries[i].try;

		date_format(date, date_from_day(try->day));
		csvout_str(&out, s->steps[p->tries[i].step].id);
		csvout_str(&out, date);
		put_number(&out, try->expected);
		put_number(&out, try->peak);
		put_number(&out, try->before);
		put_number(&out, try->after);
		csvout_str(&out, try->setting);
		csvout_str(&out,
		    try->happened == JOURNAL_NONE
			? ""
			: journal_happened_words[try->happened]);
		csvout_end(&out);
	}
	csvout_release(&out);
}

/* The tries of the ladder or step that is named, or of all. */
static void
gather(struct progress *p, struct book *b, int n, char *const operands[])
{
	long ladder = STATE_NONE, step = STATE_NONE;

	if (n > 1)
		opt_die(&tool, "name one ladder or step, or none for all");
	if (n == 1 && strchr(operands[0], '.') != NULL)
		step = (long)book_step(b, operands[0]);
	else if (n == 1)
		ladder = (long)book_ladder(b, operands[0]);
	progress_gather(p, &b->state, ladder, step);
}

int
verb_progress(void *settings, int n, char *const operands[])
{
	struct settings *set = settings;
	struct str svg = STR_INIT;
	struct progress p;
	struct book b;
	int rc;

	if (set->csv && set->svg)
		opt_die(&tool, "one at a time: --csv or --svg");
	set->full = true;
	book_read(&b, set);
	gather(&p, &b, n, operands);
	if (set->csv) {
		write_csv(&b.state, &p);
	} else if (set->svg) {
		progress_svg(&svg, &p, &b.state);
		fputs(svg.text, stdout);
		str_release(&svg);
	} else {
		show_chart(set, &b.state, &p);
		if (p.count == 0)
			msg_note("no try is written down yet; 'goal-plan done' "
				 "writes one down");
	}
	progress_release(&p);
	rc = book_verdict(&b);
	book_close(&b);
	return rc;
}
