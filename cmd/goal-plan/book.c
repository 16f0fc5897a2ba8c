#include "plan.h"

#include "base/chance.h"
#include "base/file.h"
#include "base/msg.h"
#include "base/near.h"
#include "base/mem.h"
#include "base/xdg.h"
#include "cli/now.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void
book_path(const struct settings *set, struct str *path)
{
	if (set->journal != NULL)
		str_adds(path, set->journal);
	else if (xdg_path(path, XDG_DATA, "journal.csv") != 0)
		msg_die(RC_SYSTEM,
		    "no place for the journal: set HOME to a full path, or use "
		    "--journal");
}

void
book_need(const struct settings *set)
{
	if (set->journal != NULL && access(set->journal, F_OK) != 0)
		msg_die(RC_SYSTEM, "%s: %s", set->journal, strerror(errno));
}

static void
report(void *arg, const struct diag *why, bool damaged)
{
	struct book *b = arg;

	if (damaged) {
		if (!b->told)
			msg_diag(b->path.text, why);
		b->damaged = true;
	} else {
		b->cut_off = true;
		if (!b->told)
			msg_note(
			    "%s:%lu: %s", b->path.text, why->line, why->text);
	}
}

static _Noreturn void
die_system(const struct book *b)
{
	msg_die(RC_SYSTEM, "%s: %s", b->path.text, strerror(errno));
}

/* Replays the journal; one that is not there is empty. */
static void
load(struct book *b, const struct settings *set)
{
	struct diag err;
	int fd = file_open(b->path.text), rc = 0;

	b->state.full = set->full;
	b->state.today = moment_day(set->now);
	if (today(set) > b->state.today) /* --on may look ahead */
		b->state.today = today(set);
	if (fd == -1 && errno != ENOENT)
		die_system(b);
	if (fd != -1) {
		rc = state_load(&b->state, source_fd(fd), report, b, &err);
		if (rc == -1)
			msg_die_diag(RC_DATA, b->path.text, &err);
		if (rc == -2)
			die_system(b);
		close(fd);
	}
	b->random = set->seeded ? set->seed + (uint64_t)b->state.revision
				: now_entropy();
}

static void
begin(struct book *b, const struct settings *set)
{
	memset(b, 0, sizeof *b);
	str_init(&b->path);
	state_init(&b->state);
	b->lock = -1;
	book_path(set, &b->path);
}

void
book_read(struct book *b, const struct settings *set)
{
	book_need(set);
	begin(b, set);
	load(b, set);
}

void
book_begin(struct book *b, const struct settings *set)
{
	msg_outlive_reader();
	begin(b, set);
	b->lock = file_lock(b->path.text);
	if (b->lock == -1)
		msg_die(
		    RC_SYSTEM, "%s.lock: %s", b->path.text, strerror(errno));
	load(b, set);
}

void
book_edit(struct book *b, const struct settings *set)
{
	book_need(set);
	book_begin(b, set);
}

void
book_close(struct book *b)
{
	state_release(&b->state);
	if (b->lock != -1)
		file_unlock(b->lock);
	str_release(&b->path);
}

int
book_verdict(const struct book *b)
{
	return b->damaged ? RC_NO : RC_OK;
}

void
book_format(struct book *b, const struct settings *set,
    struct journal_record *records, size_t n, struct str *out)
{
	char event[JOURNAL_EVENT_MAX];

	if (!b->state.headed)
		journal_header(out);
	journal_event(event, set->now, chance_next(&b->random));
	for (size_t i = 0; i < n; i++) {
		records[i].event = event;
		records[i].time = set->now;
		records[i].part = (int)i + 1;
		records[i].parts = (int)n;
		journal_format(out, &records[i]);
	}
}

void
book_append(struct book *b, const struct settings *set,
    struct journal_record *records, size_t n)
{
	struct str lines = STR_INIT;

	book_format(b, set, records, n, &lines);
	if (file_append_held(b->path.text, lines.text, lines.len) != 0)
		die_system(b);
	str_release(&lines);
	state_release(&b->state);
	b->told = true;
	load(b, set);
}

/* Ends with what is not there, and the nearest of the n ids that are. */
static _Noreturn void
die_near(const char *what, const char *id, const char **ids, size_t n)
{
	const char *near = near_best(id, ids, n);

	free(ids);
	if (near != NULL)
		msg_die(
		    RC_NO, "no %s '%s'; did you mean '%s'?", what, id, near);
	if (n == 0)
		msg_die(
		    RC_NO, "no %s '%s': no ladder has been laid yet", what, id);
	msg_die(RC_NO, "no %s '%s' ('goal-plan list' shows them)", what, id);
}

static _Noreturn void
suggest_step(const struct book *b, const char *id)
{
	const struct state *s = &b->state;
	const char **ids;
	size_t n = 0;

	if (state_ladder(s, id) != STATE_NONE)
		msg_die(RC_NO,
		    "'%s' is a ladder; its steps are called '%s.1' and so on "
		    "('goal-plan list' shows them)",
		    id, id);
	ids = mem_alloc(s->step_count, sizeof *ids);
	for (size_t i = 0; i < s->step_count; i++)
		if (!s->steps[i].removed)
			ids[n++] = s->steps[i].id;
	die_near("step", id, ids, n);
}

static _Noreturn void
suggest_ladder(const struct book *b, const char *id)
{
	const struct state *s = &b->state;
	const char **ids;
	size_t n = 0;

	if (state_step(s, id) != STATE_NONE)
		msg_die(RC_NO, "'%s' is a step; its ladder is '%s'", id,
		    s->ladders[s->steps[state_step(s, id)].ladder].id);
	ids = mem_alloc(s->ladder_count, sizeof *ids);
	for (size_t i = 0; i < s->ladder_count; i++)
		if (!s->ladders[i].removed)
			ids[n++] = s->ladders[i].id;
	die_near("ladder", id, ids, n);
}

size_t
book_step(struct book *b, const char *id)
{
	long at = state_step(&b->state, id);

	if (at == STATE_NONE)
		suggest_step(b, id);
	return (size_t)at;
}

size_t
book_ladder(struct book *b, const char *id)
{
	long at = state_ladder(&b->state, id);

	if (at == STATE_NONE)
		suggest_ladder(b, id);
	return (size_t)at;
}

void
book_tell_none(const struct book *b)
{
	const struct state *s = &b->state;
	size_t i = 0;

	while (i < s->ladder_count && s->ladders[i].removed)
		i++;
	if (i == s->ladder_count)
		msg_note("no ladder is here yet; 'goal-plan new' lays one");
}

/* No vowels, so that no words come about; nothing that looks like another. */
void
book_ladder_id(struct book *b, char id[LADDER_ID_MAX])
{
	static const char letters[] = "bcdfghjkmnpqrstvwxz";
	static const char others[] = "bcdfghjkmnpqrstvwxz23456789";
	uint64_t bits;
	int tries = 0, len;

	do {
		bits = chance_next(&b->random);
		len = tries++ < 32 ? 3 : LADDER_ID_MAX - 1;
		id[0] = letters[bits % (sizeof letters - 1)];
		for (int i = 1; i < len; i++) {
			bits /= 32;
			id[i] = others[bits % (sizeof others - 1)];
		}
		id[len] = '\0';
	} while (idmap_get(&b->state.ladder_ids, id) != IDMAP_NONE);
}
