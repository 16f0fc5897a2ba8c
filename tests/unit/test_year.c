/*
 * A year of seeded people, day by day: ladders laid, steps tried, left out,
 * paused, rated anew, split, removed, changes taken back, the ledger compacted;
 * machines that sleep or die between telling and marking.
 * YEAR_PEOPLE says how many (10).
 */
#include "test.h"

#include "base/chance.h"
#include "base/date.h"
#include "base/mem.h"
#include "data/data.h"
#include "plan/draft.h"
#include "plan/ledger.h"
#include "plan/state.h"

enum { DAYS = 365, DAY_S = 86400 };

static struct ladder families[64];
static size_t family_count;

static int
read_families(void **state)
{
	(void)state;
	for (size_t i = 0; i < data_count; i++) {
		struct diag err;
		char id[64];

		if (sscanf(data_files[i].path, "goals/%63[^.].txt", id) == 1 &&
		    ladder_parse(&families[family_count++], id,
			data_files[i].bytes, data_files[i].len, &err) != 0)
			return -1;
	}
	return family_count == 0 ? -1 : 0;
}

static int
release_families(void **state)
{
	(void)state;
	for (size_t i = 0; i < family_count; i++)
		ladder_release(&families[i]);
	return 0;
}

struct person {
	uint64_t random;
	int zeal, fear; /* chance in 100 to try; distress on top of a step's */
	long today;
	struct str journal, ledger;
	struct str told; /* " ID DUE;" of each reminder */
	struct str lost; /* of these, where the machine died before marking */
	unsigned long passed, tries, backs, changes, pruned;
};

static int
draw(struct person *p, int n)
{
	return (int)(chance_next(&p->random) % (uint64_t)n);
}

/* Nine in the morning in Berlin: UTC+1, and UTC+2 from the last Sunday of
 * March to the last of October. */
static struct moment
morning(long day)
{
	struct date d = date_from_day(day);
	long march = date_to_day((struct date){d.y, 3, 31});
	long october = date_to_day((struct date){d.y, 10, 31});
	struct moment at = {0, 60};

	march -= date_weekday(march) % 7;
	october -= date_weekday(october) % 7;
	if (day >= march && day < october)
		at.offset_min = 120;
	at.us =
	    ((int64_t)day * DAY_S + 9 * 3600 - at.offset_min * 60) * 1000000;
	return at;
}

static void
write_down(struct person *p, struct journal_record *r, size_t n)
{
	char event[JOURNAL_EVENT_MAX];

	if (p->journal.len == 0)
		journal_header(&p->journal);
	journal_event(event, morning(p->today), chance_next(&p->random));
	for (size_t i = 0; i < n; i++) {
		r[i].event = event;
		r[i].time = morning(p->today);
		r[i].part = (int)i + 1;
		r[i].parts = (int)n;
		journal_format(&p->journal, &r[i]);
	}
}

static void
write_one(struct person *p, enum journal_kind kind, const char *id, int suds,
    int likelihood, int peak)
{
	struct journal_record r;

	journal_blank(&r, kind);
	r.id = id;
	r.suds = suds;
	r.likelihood = likelihood;
	r.peak = peak;
	if (kind == JOURNAL_DONE && draw(p, 2) == 0)
		r.setting = "elsewhere";
	write_down(p, &r, 1);
}

static void
lay_ladder(struct person *p, const char *id, size_t family)
{
	static struct draft d;
	struct schedule when = {1 + draw(p, 7), 0};
	struct lay_wish wish = {draw(p, 5) - 1, false};
	struct lay lay;

	if (draw(p, 2) == 0)
		when.quiet = 1u << (1 + draw(p, 7));
	if (wish.setting > LADDER_IN_PERSON)
		wish.setting = -1;
	memset(&d, 0, sizeof d);
	lay_out(&lay, &families[family], &wish, &when, p->today + draw(p, 4));
	draft_ladder(&d, id, &families[family], &lay, &when, "c", false);
	write_down(p, d.records, d.count);
	draft_release(&d);
}

static void
no_fault(void *arg, const struct diag *why, bool damaged)
{
	(void)arg;
	(void)damaged;
	fail_msg("line %lu: %s", why->line, why->text);
}

static void
load(struct person *p, struct state *s)
{
	struct diag err;

	state_init(s);
	s->full = true;
	assert_int_equal(
	    state_load(s, source_mem(p->journal.text, p->journal.len), no_fault,
		NULL, &err),
	    0);
}

static unsigned
times(const struct str *keys, const char *key)
{
	unsigned n = 0;

	for (const char *at = keys->text; (at = strstr(at, key)) != NULL; at++)
		n++;
	return n;
}

static void
make_key(char *key, size_t size, const struct state_step *step, long day)
{
	char date[DATE_MAX];

	date_format(date, date_from_day(day));
	snprintf(key, size, " %s %s;", step->id, date);
}

/* A morning's "due --remind"; now and then the machine dies before it marks. */
static void
remind(struct person *p, const struct state *s, const struct state_row *rows,
    size_t n)
{
	static const struct ledger_leads leads = {{0}, 1};
	struct ledger l = {0};
	struct str marks = STR_INIT;
	bool dies = draw(p, 50) == 0;
	char key[64];

	ledger_read(&l, p->ledger.text, p->ledger.len, morning(p->today));
	for (size_t i = 0; i < n; i++) {
		const struct state_step *step = &s->steps[rows[i].step];

		if (rows[i].word > STATE_NEXT)
			continue;
		make_key(key, sizeof key, step, rows[i].day);
		if (ledger_wants(&l, &leads, step->id, rows[i].day,
			morning(p->today), p->today, &marks)) {
			assert_int_equal(rows[i].word, STATE_DUE);
			/* never twice, but where the mark was lost */
			assert_int_equal(
			    times(&p->told, key), times(&p->lost, key));
			str_adds(&p->told, key);
			if (dies)
				str_adds(&p->lost, key);
		}
		/* none is lost: what is due has been told by now */
		if (rows[i].word == STATE_DUE)
			assert_true(times(&p->told, key) >= 1);
	}
	if (!dies)
		str_add(&p->ledger, marks.text, marks.len);
	str_release(&marks);
	ledger_release(&l);
}

static void
check_rows(const struct state *s, size_t ladder, const struct state_row *rows,
    size_t n)
{
	const struct state_ladder *l = &s->ladders[ladder];
	int up[STATE_TRACKS] = {0};

	for (size_t i = 0; i < n; i++) {
		const struct state_step *step = &s->steps[rows[i].step];

		if (rows[i].word <= STATE_NEXT) {
			up[state_track_of(step)]++;
			assert_false(
			    l->plan.quiet >> date_weekday(rows[i].day) & 1);
		}
	}
	assert_true(up[STATE_RUNGS] <= 1);
	assert_true(up[STATE_BESIDE] <= 1);
}

/* No more tries in seven days than were planned, of each track. */
static void
check_spacing(const struct state *s, size_t ladder)
{
	const struct state_ladder *l = &s->ladders[ladder];

	for (int t = 0; t < STATE_TRACKS; t++)
		for (int i = l->plan.per_week; i < l->past[t].count; i++)
			assert_true(l->past[t].days[i] -
				l->past[t].days[i - l->plan.per_week] >=
			    7);
}

static void
act(struct person *p, const struct state_step *step)
{
	int chance = draw(p, 100), fear = step->suds + p->fear + draw(p, 21);
	int tries = step->record.tries;

	fear = fear < 0 ? 0 : fear;
	if (chance < p->zeal) {
		if (draw(p, 3) > 0)
			write_one(p, JOURNAL_PREDICT, step->id,
			    fear > 100 ? 100 : fear, 90 - 10 * (tries % 8),
			    JOURNAL_NONE);
		fear -= 10 * tries + draw(p, 20);
		write_one(p, JOURNAL_DONE, step->id, JOURNAL_NONE,
		    80 - 10 * (tries % 8), fear < 0 ? 0 : fear % 101);
		p->tries++;
	} else if (chance > 95) {
		write_one(p, JOURNAL_SKIP, step->id, JOURNAL_NONE, JOURNAL_NONE,
		    JOURNAL_NONE);
	}
}

/* A smaller step before the one, as split writes it. */
static void
split(struct person *p, const struct state *s, const struct state_step *step)
{
	struct journal_record r;
	char id[64];
	int highest = 0;

	for (size_t i = 0; i < s->step_count; i++)
		if (s->steps[i].ladder == step->ladder &&
		    s->steps[i].number > highest)
			highest = s->steps[i].number;
	journal_blank(&r, JOURNAL_STEP);
	snprintf(
	    id, sizeof id, "%s.%d", s->ladders[step->ladder].id, highest + 1);
	r.id = id;
	r.step = highest + 1;
	r.text = "A part of it.";
	r.mode = ladder_mode_words[step->mode];
	r.suds = step->suds / 2;
	r.repeat = step->repeat;
	r.setting = step->setting;
	r.has_due = step->has_day;
	r.due = step->day;
	write_down(p, &r, 1);
}

/* What was written last, taken back. */
static void
undo(struct person *p)
{
	struct journal_record r;
	struct state s;

	load(p, &s);
	journal_blank(&r, JOURNAL_UNDO);
	r.note = s.last.event.text;
	write_down(p, &r, 1);
	state_release(&s);
}

/* Now and then a ladder is changed, and now and then that is taken back. */
static void
change(struct person *p, const struct state *s, size_t ladder)
{
	const struct state_ladder *l = &s->ladders[ladder];
	const struct state_step *step =
	    &s->steps[s->order[l->first + (size_t)draw(p, (int)l->count)]];
	int what = draw(p, 100);

	if (step->removed)
		return;
	if (what == 0)
		write_one(p, JOURNAL_REMOVE, step->id, JOURNAL_NONE,
		    JOURNAL_NONE, JOURNAL_NONE);
	else if (what < 4)
		write_one(p, JOURNAL_RATE, step->id, draw(p, 101), JOURNAL_NONE,
		    JOURNAL_NONE);
	else if (what < 6)
		split(p, s, step);
	if (what < 6) {
		p->changes++;
		if (draw(p, 4) == 0)
			undo(p);
	}
}

/* compact: the ledger without what can no longer come up. */
static void
prune(struct person *p, const struct state *s)
{
	struct str out = STR_INIT;

	p->pruned +=
	    ledger_prune(&out, p->ledger.text, p->ledger.len, s, p->today);
	str_release(&p->ledger);
	p->ledger = out;
}

static void
live_a_day(struct person *p, const struct state *s)
{
	static struct state_row rows[4 * LAY_MAX];
	bool awake = draw(p, 10) > 0;

	for (size_t i = 0; i < s->ladder_count; i++) {
		size_t n = state_rows(s, i, p->today, rows);

		check_rows(s, i, rows, n);
		check_spacing(s, i);
		if (awake)
			remind(p, s, rows, n);
		p->backs += s->ladders[i].back != STATE_NONE;
		for (size_t k = 0; awake && k < n; k++)
			if (rows[k].word == STATE_DUE)
				act(p, &s->steps[rows[k].step]);
		change(p, s, i);
	}
	if (draw(p, 30) == 0)
		prune(p, s);
	if (draw(p, 60) == 0)
		write_one(p, JOURNAL_PAUSE, "", JOURNAL_NONE, JOURNAL_NONE,
		    JOURNAL_NONE);
	if (draw(p, 10) == 0)
		write_one(p, JOURNAL_RESUME, "", JOURNAL_NONE, JOURNAL_NONE,
		    JOURNAL_NONE);
}

static void
live_a_year(uint64_t seed, unsigned long *passed, unsigned long *backs,
    unsigned long *again)
{
	struct person p = {.random = seed};
	struct state s;
	long first = date_to_day((struct date){2026, 1, 1});

	str_init(&p.journal);
	str_init(&p.ledger);
	str_init(&p.told);
	str_init(&p.lost);
	p.zeal = 20 + draw(&p, 80);
	p.fear = draw(&p, 30) - 10;
	p.today = first;
	lay_ladder(&p, "a", (size_t)draw(&p, (int)family_count));
	lay_ladder(&p, "b", (size_t)draw(&p, (int)family_count));
	for (; p.today < first + DAYS; p.today++) {
		load(&p, &s);
		live_a_day(&p, &s);
		state_release(&s);
	}
	load(&p, &s);
	for (size_t i = 0; i < s.step_count; i++)
		*passed += s.steps[i].passed;
	*backs += p.backs;
	assert_true(p.changes > 0);
	assert_true(p.pruned > 0);
	state_release(&s);
	*again += p.lost.len > 0;
	str_release(&p.lost);
	str_release(&p.told);
	str_release(&p.ledger);
	str_release(&p.journal);
}

static void
keeps_its_word_for_a_year(void **state)
{
	const char *people = getenv("YEAR_PEOPLE");
	long n = people == NULL ? 10 : strtol(people, NULL, 10);
	unsigned long passed = 0, backs = 0, again = 0;

	(void)state;
	for (long i = 0; i < n; i++)
		live_a_year((uint64_t)i + 1, &passed, &backs, &again);
	/* they got somewhere, and not all the way without a step back */
	assert_true(passed > 4 * (unsigned long)n);
	assert_true(backs > 0);
	assert_true(again > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keeps_its_word_for_a_year),
	};

	return cmocka_run_group_tests(tests, read_families, release_families);
}
