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

/* Columns: bars end at BAR_MAX; what stands before a try is AT wide, or on a
 * line of its own where that leaves too little room; BESIDE are neither. */
enum { BAR_MAX = 40, AT = 22, BESIDE = 16, NARROW = 60 };

static bool
tells_of_fear(const struct state_try *try)
{
	return try->before != JOURNAL_NONE || try->after != JOURNAL_NONE ||
	    try->happened != JOURNAL_NONE;
}

/* What became of what was feared, beside how likely it had seemed. */
static void
show_fear(
    const struct term *t, const char *head, const struct state_try *try, int at)
{
	static const char *const words[] = {
	    "it did not happen", "it happened in part", "it happened"};

	struct str line = STR_INIT;
	const char *sep = "";

	if (!tells_of_fear(try))
		return;
	if (try->before != JOURNAL_NONE) {
		str_addf(&line, "%d likely before", try->before);
		sep = ", ";
	}
	if (try->after != JOURNAL_NONE) {
		str_addf(&line, "%s%d %s", sep, try->after,
		    *sep == '\0' ? "likely after" : "after");
		sep = ", ";
	}
	if (try->happened != JOURNAL_NONE)
		str_addf(&line, "%s%s", *sep == '\0' ? "" : ": ",
		    words[try->happened]);
	at += printf("%-*s feared   ", at, head) - at;
	if (at + (int)line.len <= t->width)
		puts(line.text);
	else
		term_wrap(t, line.text, at, at);
	str_release(&line);
}

static void
show_bar(const struct term *t, const char *before, const char *label, int value,
    int at)
{
	int width = t->width - at - BESIDE;

	if (value == JOURNAL_NONE)
		return;
	printf("%-*s %-9s", at, before, label);
	chart_bar(t, value / 100.0, NAN, NAN,
	    width < 5             ? 5
		: width < BAR_MAX ? width
				  : BAR_MAX);
	printf(" %d\n", value);
}

static void
show_try(
    const struct term *t, const struct state *s, const struct progress_try *p)
{
	const struct state_try *try = p->try;
	struct str head = STR_INIT;
	char date[DATE_MAX];
	const char *id = s->steps[p->step].id;
	bool told = try->expected != JOURNAL_NONE ||
	    try->peak != JOURNAL_NONE || tells_of_fear(try);
	int at = t->width < NARROW ? 1 : AT;

	date_format(date, date_from_day(try->day));
	str_addf(&head, "%s ", date);
	str_escape(&head, id, strlen(id), false);
	if (!told || at < AT) {
		printf("%s\n", head.text);
		str_clear(&head);
	}
	show_fear(t, head.text, try, at);
	if (tells_of_fear(try))
		str_clear(&head);
	show_bar(t, head.text, "expected", try->expected, at);
	show_bar(t, try->expected == JOURNAL_NONE ? head.text : "", "felt",
	    try->peak, at);
	str_release(&head);
}

static void
show_chart(
    const struct settings *set, const struct state *s, const struct progress *p)
{
	struct str words = STR_INIT;
	struct term t;

	term_init(&t, stdout, (enum term_when)set->color, set->ascii);
	progress_say(&words, p);
	if (words.len > 0) {
		term_wrap(&t, words.text, 0, 0);
		putchar('\n');
	}
	for (size_t i = 0; i < p->count; i++)
		show_try(&t, s, &p->tries[i]);
	str_release(&words);
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
		cell_number(&out, try->expected);
		cell_number(&out, try->peak);
		cell_number(&out, try->before);
		cell_number(&out, try->after);
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
