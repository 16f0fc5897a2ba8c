/* The journal replayed: what is up, what is due, what was never finished. */
#include "test.h"

#include "base/date.h"
#include "base/mem.h"
#include "plan/state.h"

/* Lines are written short: "DAY KIND ID CELLS", DAY counted from Monday,
 * 2026-11-23, CELLS as NAME=VALUE. */
static long
monday(void)
{
	return date_to_day((struct date){2026, 11, 23});
}

static void
set_cell(struct journal_record *r, const char *name, const char *value)
{
	int n = (int)strtol(value, NULL, 10);

	if (strcmp(name, "suds") == 0)
		r->suds = n;
	else if (strcmp(name, "likelihood") == 0)
		r->likelihood = n;
	else if (strcmp(name, "peak") == 0)
		r->peak = n;
	else if (strcmp(name, "repeat") == 0)
		r->repeat = n;
	else if (strcmp(name, "mode") == 0)
		r->mode = value;
	else if (strcmp(name, "setting") == 0)
		r->setting = value;
	else if (strcmp(name, "plan") == 0)
		r->plan = value;
	else if (strcmp(name, "note") == 0)
		r->note = value;
	else if (strcmp(name, "part") == 0)
		r->part = n;
	else if (strcmp(name, "parts") == 0)
		r->parts = n;
	else if (strcmp(name, "event") == 0)
		r->event = value;
	else if (strcmp(name, "due") == 0)
		r->due = monday() + n, r->has_due = true;
	else
		fail_msg("no cell '%s'", name);
}

static void
write_line(struct str *out, const char *line)
{
	static int events;
	struct journal_record r;
	char *copy = mem_strdup(line), *rest = copy, name[32], *word, *eq;
	long day = strtol(strtok_r(rest, " ", &rest), NULL, 10);
	int kind;

	word = strtok_r(rest, " ", &rest);
	kind = ladder_word(journal_kind_words, word, strlen(word));
	assert_true(kind >= 0);
	journal_blank(&r, (enum journal_kind)kind);
	snprintf(name, sizeof name, "e%d", events++);
	r.event = name;
	r.time.us = ((int64_t)(monday() + day) * 86400 + 72000) * 1000000;
	word = strtok_r(rest, " ", &rest);
	r.id = word == NULL || strcmp(word, "-") == 0 ? "" : word;
	r.step = r.id[0] == '\0' || strchr(r.id, '.') == NULL
	    ? JOURNAL_NONE
	    : (int)strtol(strchr(r.id, '.') + 1, NULL, 10);
	while (word != NULL && (word = strtok_r(rest, " ", &rest)) != NULL) {
		eq = strchr(word, '=');
		*eq = '\0';
		set_cell(&r, word, eq + 1);
	}
	journal_format(out, &r);
	free(copy);
}

static const char *const ladder[] = {
    "-1 ladder a plan=per-week=3",
    "-1 step a.1 mode=activation suds=10 repeat=2 setting=solo due=0",
    "-1 step a.2 mode=exposure suds=30 repeat=3 setting=online due=0",
    "-1 step a.3 mode=exposure suds=40 repeat=3 setting=phone due=7",
    "-1 step a.4 mode=experiment suds=50 repeat=1 setting=phone due=14",
};

/* The faults reported, and the state of every step on a day as text. */
struct seen {
	char damaged[64]; /* lines, blank between */
	char cut_off[64];
	char rows[512]; /* "ID WORD DAY; ..." */
};

static void
note_fault(void *arg, const struct diag *why, bool damaged)
{
	struct seen *seen = arg;
	char *to = damaged ? seen->damaged : seen->cut_off;

	snprintf(to + strlen(to), 8, "%lu ", why->line);
}

/* What is up is what rows say is due or next. */
static void
check_up(const struct state *s, size_t at, long day,
    const struct state_row *rows, size_t n)
{
	struct state_row up[64];
	size_t k = 0, m;

	if (s->ladders[at].removed)
		return;
	m = state_up(s, at, day, up);
	for (size_t i = 0; i < n; i++) {
		if (rows[i].word > STATE_NEXT)
			continue;
		assert_true(k < m);
		assert_int_equal(rows[i].step, up[k].step);
		assert_int_equal(rows[i].word, up[k].word);
		assert_int_equal(rows[i].day, up[k++].day);
	}
	assert_int_equal(k, m);
}

static void
look(const struct str *text, long day, struct seen *seen)
{
	struct state s;
	struct state_row rows[64];
	struct diag err;
	size_t n;

	memset(seen, 0, sizeof *seen);
	state_init(&s);
	assert_int_equal(state_load(&s, source_mem(text->text, text->len),
			     note_fault, seen, &err),
	    0);
	for (size_t i = 0; i < s.ladder_count; i++) {
		n = s.ladders[i].removed
		    ? 0
		    : state_rows(&s, i, monday() + day, rows);
		check_up(&s, i, monday() + day, rows, n);
		for (size_t k = 0; k < n; k++) {
			char *to = seen->rows + strlen(seen->rows);

			to += sprintf(to, "%s %s", s.steps[rows[k].step].id,
			    state_words[rows[k].word]);
			if (rows[k].has_day)
				to +=
				    sprintf(to, " %ld", rows[k].day - monday());
			sprintf(to, "; ");
		}
	}
	state_release(&s);
}

static void
begin(struct str *text)
{
	str_init(text);
	journal_header(text);
	for (size_t i = 0; i < LENGTH(ladder); i++)
		write_line(text, ladder[i]);
}

/* Adds the lines (with '|' between) to the ladder and looks on a day. */
static void
expect(const char *lines, long day, const char *rows)
{
	struct str text;
	struct seen seen;
	char *copy = mem_strdup(lines), *rest = copy, *line;

	begin(&text);
	while ((line = strtok_r(rest, "|", &rest)) != NULL)
		write_line(&text, line);
	look(&text, day, &seen);
	assert_string_equal(seen.rows, rows);
	assert_string_equal(seen.damaged, "");
	assert_string_equal(seen.cut_off, "");
	free(copy);
	str_release(&text);
}

static void
has_one_rung_and_one_other_step_up(void **state)
{
	(void)state;
	expect("", -1, "a.1 next 0; a.2 next 0; a.3 later 7; a.4 later 14; ");
	expect("", 0, "a.1 due 0; a.2 due 0; a.3 later 7; a.4 later 14; ");
	/* what waits, waits: no backlog */
	expect("", 20, "a.1 due 0; a.2 due 0; a.3 later 27; a.4 later 34; ");
}

static void
moves_on_by_the_rule(void **state)
{
	(void)state;
	expect("0 done a.2 peak=20|0 done a.1", 0,
	    "a.1 next 2; a.2 next 2; a.3 later 7; a.4 later 14; ");
	expect("0 done a.2 peak=20|2 done a.2 peak=20 setting=cafe|"
	       "4 done a.2 peak=60",
	    5, "a.1 due 0; a.2 done; a.3 next 7; a.4 later 14; ");
	expect("0 done a.1|3 done a.1", 3,
	    "a.1 done; a.2 due 0; a.3 later 10; a.4 later 17; ");
}

#define UP_TO_3                                                                \
	"0 done a.2 peak=20|2 done a.2 peak=20 setting=cafe|4 done a.2 "       \
	"peak=60"

static void
steps_back_and_up_again(void **state)
{
	(void)state;
	expect(UP_TO_3 "|7 skip a.3|9 skip a.3", 10,
	    "a.1 due 0; a.2 next 11; a.3 later 14; a.4 later 21; ");
	expect(UP_TO_3 "|7 done a.3 peak=81", 8,
	    "a.1 due 0; a.2 next 9; a.3 later 11; a.4 later 16; ");
	expect(UP_TO_3 "|7 done a.3 peak=81|9 done a.2 peak=50", 10,
	    "a.1 due 0; a.2 done; a.3 next 11; a.4 later 16; ");
	/* nothing lies below the first rung, but for what is put there */
	expect("0 done a.2 peak=90", 1,
	    "a.1 due 0; a.2 next 2; a.3 later 7; a.4 later 14; ");
	expect("0 done a.2 peak=90|0 step a.5 mode=exposure suds=15", 1,
	    "a.1 due 0; a.5 next 2; a.2 later 4; a.3 later 9; a.4 later 16; ");
	/* also where it was the one led back to: that comes again after it */
	expect(UP_TO_3 "|7 done a.3 peak=81|9 done a.2 peak=81|"
		       "9 step a.5 mode=exposure suds=15 repeat=1",
	    10,
	    "a.1 due 0; a.5 next 11; a.2 done; a.3 later 14; a.4 later 18; ");
	expect(UP_TO_3 "|7 done a.3 peak=81|9 done a.2 peak=81|"
		       "9 step a.5 mode=exposure suds=15 repeat=1|"
		       "11 done a.5 peak=20",
	    12,
	    "a.1 due 0; a.5 done; a.2 next 14; a.3 later 16; a.4 later 21; ");
	/* a step beside the ladder is set aside, and can still be done */
	expect("0 skip a.1|2 skip a.1", 2,
	    "a.1 aside; a.2 due 0; a.3 later 9; a.4 later 16; ");
	expect("0 skip a.1|2 skip a.1|3 done a.1|5 done a.1", 5,
	    "a.1 done; a.2 due 0; a.3 later 12; a.4 later 19; ");
}

static void
freezes_in_pauses_and_rest(void **state)
{
	(void)state;
	expect("0 pause a", 90,
	    "a.1 paused; a.2 paused; a.3 paused; a.4 paused; ");
	expect("0 pause -|90 resume -", 90,
	    "a.1 due 90; a.2 due 90; a.3 later 97; a.4 later 104; ");
	expect("0 rest -", 1,
	    "a.1 due 0; a.2 resting; a.3 resting; "
	    "a.4 resting; ");
	expect("0 rest -|1 resume a", 1,
	    "a.1 due 1; a.2 resting; a.3 resting; a.4 resting; ");
	expect("0 rest -|5 resume -", 5,
	    "a.1 due 5; a.2 due 5; a.3 later 12; a.4 later 19; ");
}

static void
takes_the_persons_own_word(void **state)
{
	(void)state;
	/* their own SUDS order the rungs */
	expect("0 rate a.2 suds=45", 0,
	    "a.1 due 0; a.3 next 7; a.2 later 14; a.4 later 21; ");
	expect("0 remove a.2", 0, "a.1 due 0; a.3 next 7; a.4 later 14; ");
	expect("0 remove a", 0, "");
	expect("0 edit a.2 due=3", 0,
	    "a.1 due 0; a.2 next 3; a.3 later 10; a.4 later 17; ");
}

static void
undoes_an_event(void **state)
{
	(void)state;
	expect("0 done a.1 event=x|1 undo - note=x", 0,
	    "a.1 due 0; a.2 due 0; a.3 later 7; a.4 later 14; ");
}

static void
leaves_out_what_fits_nothing(void **state)
{
	struct str text;
	struct seen seen;

	(void)state;
	begin(&text);
	write_line(&text, "0 done b.1");
	write_line(&text, "0 step c.1 mode=exposure suds=30 due=0");
	write_line(&text, "0 ladder a");
	write_line(&text, "0 step a.1 mode=exposure suds=30 due=0");
	str_adds(&text, "1,\"\n");
	write_line(&text, "0 remove a.2");
	look(&text, 0, &seen);
	assert_string_equal(seen.damaged, "7 8 9 10 11 ");
	assert_string_equal(seen.rows, "a.1 due 0; a.3 next 7; a.4 later 14; ");
	str_release(&text);
}

/* Two ladders, written by one event each. */
static void
write_events(struct str *text, size_t ends[3])
{
	static const char *const lines[] = {"0 ladder a event=x part=1 parts=3",
	    "0 step a.1 mode=exposure suds=30 due=0 event=x part=2 parts=3",
	    "0 step a.2 mode=exposure suds=40 due=0 event=x part=3 parts=3",
	    "0 ladder b event=y part=1 parts=2",
	    "0 step b.1 mode=skill suds=30 due=0 event=y part=2 parts=2"};

	str_init(text);
	journal_header(text);
	ends[0] = 0;
	for (size_t i = 0; i < LENGTH(lines); i++) {
		write_line(text, lines[i]);
		if (i == 2)
			ends[1] = text->len;
	}
	ends[2] = text->len;
}

static void
reads_every_prefix_as_before_or_after(void **state)
{
	static const char *const rows[] = {"", "a.1 due 0; a.2 later 2; ",
	    "a.1 due 0; a.2 later 2; b.1 due 0; "};
	struct str text, part = STR_INIT;
	struct seen seen;
	size_t ends[3], whole = 0;

	(void)state;
	write_events(&text, ends);
	for (size_t len = 0; len <= text.len; len++) {
		if (whole < 2 && len == ends[whole + 1])
			whole++;
		str_clear(&part);
		str_add(&part, text.text, len);
		look(&part, 0, &seen);
		assert_string_equal(seen.rows, rows[whole]);
		assert_string_equal(seen.damaged, "");
		if (len != 0 && len != ends[whole] &&
		    text.text[len - 1] != '\n')
			assert_string_not_equal(seen.cut_off, "");
	}
	assert_int_equal(whole, 2);
	str_release(&part);
	str_release(&text);
}

/* An event that was never finished stays out also when others follow. */
static void
forgets_an_unfinished_event(void **state)
{
	struct str text;
	struct seen seen;
	size_t ends[3];

	(void)state;
	write_events(&text, ends);
	write_line(&text,
	    "0 step a.3 mode=exposure suds=50 event=z part=1 "
	    "parts=2");
	write_line(&text, "0 done b.1");
	look(&text, 0, &seen);
	assert_string_equal(seen.rows, "a.1 due 0; a.2 later 2; b.1 done; ");
	assert_string_equal(seen.cut_off, "7 ");
	str_release(&text);
}

/* A line broken by hand takes only itself away. */
static void
keeps_the_rest_of_a_damaged_event(void **state)
{
	static const struct {
		int line; /* of three in the event */
		const char *rows;
	} cases[] = {
	    {1, "a.2 due 0; b.1 due 0; "},
	    {2, "a.1 due 0; b.1 due 0; "},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct str text;
		struct seen seen;
		size_t ends[3];
		char *at;

		write_events(&text, ends);
		at = text.text;
		for (int k = 0; k < cases[i].line + 1; k++)
			at = strchr(at, '\n') + 1;
		at[0] = '"';
		look(&text, 0, &seen);
		assert_string_equal(seen.rows, cases[i].rows);
		assert_int_equal(
		    strtol(seen.damaged, NULL, 10), cases[i].line + 2);
		str_release(&text);
	}
}

static void
refuses_a_later_version(void **state)
{
	struct str text;
	struct seen seen = {0};
	struct state s;
	struct diag err;

	(void)state;
	state_init(&s);
	begin(&text);
	str_adds(&text, "2,e9,,,,,,,,,,,,,,,,,,,,,\n");
	assert_int_equal(state_load(&s, source_mem(text.text, text.len),
			     note_fault, &seen, &err),
	    -1);
	assert_int_equal(err.line, 7);
	assert_non_null(strstr(err.text, "later version"));
	state_release(&s);
	str_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(has_one_rung_and_one_other_step_up),
	    cmocka_unit_test(moves_on_by_the_rule),
	    cmocka_unit_test(steps_back_and_up_again),
	    cmocka_unit_test(freezes_in_pauses_and_rest),
	    cmocka_unit_test(takes_the_persons_own_word),
	    cmocka_unit_test(undoes_an_event),
	    cmocka_unit_test(leaves_out_what_fits_nothing),
	    cmocka_unit_test(reads_every_prefix_as_before_or_after),
	    cmocka_unit_test(forgets_an_unfinished_event),
	    cmocka_unit_test(keeps_the_rest_of_a_damaged_event),
	    cmocka_unit_test(refuses_a_later_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
