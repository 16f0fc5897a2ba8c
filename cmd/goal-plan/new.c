/* goal-plan new - lays a ladder for what weighs most. */
#include "families.h"
#include "pick.h"
#include "plan.h"
#include "weigh.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/helpline.h"
#include "cli/io.h"
#include "plan/draft.h"
#include "plan/intake.h"
#include "stream/csvout.h"

#include <stdlib.h>
#include <string.h>

/* Everything one run works with. */
struct work {
	const struct settings *set;
	struct weigh in;
	struct families families;
	struct book book; /* empty with --print */
};

static void
tell_compromises(
    const struct ladder *l, const struct lay *lay, const struct lay_wish *wish)
{
	if (lay->widened)
		msg_note("%s: too few steps in that setting: others fill the "
			 "ladder",
		    l->id);
	if (lay->wide_gap)
		msg_note(
		    "%s: two rungs are more than %d apart", l->id, LAY_GAP);
	if (lay->rungs == 0 && !wish->gentle)
		msg_note("%s: no rung of %d SUDS or less to begin with, so "
			 "none is laid",
		    l->id, LAY_START_MAX);
}

/* Whether a step of the family waits on a ladder that was laid before. */
static bool
is_there(const struct state *s, const char *family, int number)
{
	for (size_t i = 0; i < s->step_count; i++) {
		const struct state_step *step = &s->steps[i];
		const struct state_ladder *l = &s->ladders[step->ladder];

		if (step->number == number && !step->passed && !step->removed &&
		    !l->removed && strcmp(l->family, family) == 0)
			return true;
	}
	return false;
}

/* What was laid for rest is not laid twice. */
static void
leave_out(struct lay *lay, const struct ladder *l, const struct state *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < lay->count; i++)
		if (!is_there(s, l->id, l->steps[lay->steps[i].step].number))
			lay->steps[kept++] = lay->steps[i];
	lay->count = kept;
}

/* Chooses and lays a ladder as a draft under the id (NULL: the family's own).
 * Returns the family, or NULL where none fits, or none of its steps. */
static const struct ladder *
lay_draft(struct work *w, const struct intake_person *p, const char *id,
    struct draft *d)
{
	const struct settings *set = w->set;
	struct lay_wish wish = {
	    settings_where(set), intake_gentle(p) || w->book.state.resting};
	long start = set->has_start ? set->start : today(set) + 1;
	const struct ladder *l;
	struct choice c;
	struct lay lay;

	if (!pick(&w->families, &w->book.state, set->family, p, &c))
		return NULL;
	l = &w->families.all[c.family];
	lay_out(&lay, l, &wish, &set->when, start);
	leave_out(&lay, l, &w->book.state);
	tell_compromises(l, &lay, &wish);
	if (lay.count == 0)
		return NULL;
	draft_ladder(d, id == NULL ? l->id : id, l, &lay, &set->when, c.concept,
	    intake_gentle(p));
	return l;
}

static void
print_ladders(struct work *w)
{
	struct draft *d = mem_zalloc(1, sizeof *d);
	struct csvout out;

	csvout_init(&out, stdout);
	ladder_header(&out);
	for (size_t i = 0; i < w->in.intake.count; i++) {
		const struct intake_person *p = w->in.intake.people[i];
		struct book book = {.lock = -1};
		struct str text = STR_INIT;

		state_init(&book.state);
		d->count = 0;
		if (lay_draft(w, p, NULL, d) == NULL)
			continue;
		book_format(&book, w->set, d->records, d->count, &text);
		draft_release(d);
		state_load(&book.state, source_mem(text.text, text.len), NULL,
		    NULL, NULL);
		ladder_rows(&out, &book.state, p->respondent, today(w->set));
		state_release(&book.state);
		str_release(&text);
	}
	csvout_release(&out);
	free(d);
}

static void
tell(const struct work *w, const struct ladder *l, const struct draft *d)
{
	char date[DATE_MAX];
	size_t steps = 0;
	long first = 0;

	for (size_t i = d->count; i-- > 0;) {
		if (d->records[i].kind != JOURNAL_STEP)
			continue;
		steps++;
		first = d->records[i].due;
	}
	date_format(date, date_from_day(first));
	msg_note("'%s': %zu steps from %s on; 'goal-plan list' shows them",
	    l->title, steps, date);
	if (w->book.state.resting)
		msg_note("only gentle steps for now; when you feel ready for "
			 "more: 'goal-plan resume', then 'goal-plan new'");
}

/* In a crisis ladders rest also where there is none to lay. */
static int
write_rest(struct work *w)
{
	struct journal_record r;

	journal_blank(&r, JOURNAL_REST);
	if (!w->book.state.resting)
		book_append(&w->book, w->set, &r, 1);
	book_close(&w->book);
	msg_note("all ladders rest; 'goal-plan resume' when you feel ready");
	return RC_OK;
}

static const char no_need[] = "nothing in the input asks for a ladder";

/* Ends with why no ladder was laid. */
static _Noreturn void
die_without(const struct work *w)
{
	if (w->set->family != NULL)
		msg_die(
		    RC_NO, "no step of '%s' can be laid now", w->set->family);
	if (!intake_weighs(w->in.intake.people[0]))
		msg_die(RC_NO, "%s", no_need);
	if (w->book.state.resting)
		msg_die(RC_NO,
		    "no more gentle steps fit; all else rests until "
		    "'goal-plan resume'");
	msg_die(RC_NO,
	    "no further ladder fits: name one with --concept or --family");
}

static int
write_ladder(struct work *w)
{
	struct draft *d = mem_zalloc(1, sizeof *d);
	char id[LADDER_ID_MAX];
	const struct ladder *l;

	book_begin(&w->book, w->set);
	book_ladder_id(&w->book, id);
	l = lay_draft(w, w->in.intake.people[0], id, d);
	if (l != NULL) {
		book_append(&w->book, w->set, d->records, d->count);
		tell(w, l, d);
		draft_release(d);
	}
	free(d);
	if (l == NULL && intake_gentle(w->in.intake.people[0]))
		return write_rest(w);
	if (l == NULL)
		die_without(w);
	book_close(&w->book);
	return RC_OK;
}

static int
run(struct work *w)
{
	for (size_t i = 0; i < w->in.intake.count; i++) {
		if (!intake_gentle(w->in.intake.people[i]))
			continue;
		helpline_offer();
		break;
	}
	if (w->set->print) {
		print_ladders(w);
		return RC_OK;
	}
	if (w->in.intake.count == 0)
		msg_die(RC_NO, "%s", no_need);
	if (w->in.intake.count > 1)
		msg_die(RC_DATA,
		    "%zu respondents in the input: leave one in it, or "
		    "add --print",
		    w->in.intake.count);
	return write_ladder(w);
}

/* No step can wait for a day that has passed. */
static void
settle_start(struct settings *set)
{
	char date[DATE_MAX];

	if (!set->has_start || set->start >= today(set))
		return;
	date_format(date, date_from_day(set->start));
	msg_note("%s has passed: the ladder is laid from today on", date);
	set->start = today(set);
}

int
verb_new(void *settings, int n, char *const operands[])
{
	struct work w = {.set = settings};
	int rc, verdict;

	io_stdin_check(&tool, n, operands, NULL);
	w.in.rows.strict = w.set->strict;
	settings_where(w.set);
	if (!w.set->print)
		msg_outlive_reader();
	settle_start(settings);
	families_read(&w.families);
	if (w.set->family != NULL)
		families_need(&w.families, w.set->family);
	for (size_t i = 0; i < w.set->concept_count; i++)
		families_need_concept(&w.families, w.set->concepts[i]);
	for (int i = 0; i < n; i++)
		families_no_file(&w.families, operands[i]);
	known_init(&w.in.known, &w.families, w.set->strict);
	weigh(&w.in, w.set, n, operands);
	verdict = weigh_verdict(&w.in);
	rc = verdict == RC_DATA ? RC_DATA : run(&w);
	intake_release(&w.in.intake);
	known_release(&w.in.known);
	families_free(&w.families);
	return rc == RC_OK ? verdict : rc;
}
