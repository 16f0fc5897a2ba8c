/* goal-plan check, compact, merge - the journal looked after. */
#include "plan.h"

#include "base/file.h"
#include "base/msg.h"
#include "cli/io.h"
#include "plan/archive.h"
#include "plan/ledger.h"

#include <errno.h>
#include <string.h>

int
verb_check(void *settings, int n, char *const operands[])
{
	const struct settings *set = settings;
	struct book b;
	int rc;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "check takes no operands");
	if (set->repair) {
		book_edit(&b, set);
		/* nothing to append: this only moves a torn end aside */
		if (b.state.size > 0 &&
		    file_append_held(b.path.text, "", 0) != 0)
			msg_die(
			    RC_SYSTEM, "%s: %s", b.path.text, strerror(errno));
	} else {
		book_read(&b, set);
	}
	msg_note("events: %lu, steps: %zu, ladders: %zu", b.state.events,
	    b.state.step_count, b.state.ladder_count);
	if (b.state.ahead > 0)
		msg_note("events: %lu dated later than tomorrow, by a clock "
			 "that ran ahead; each counts as of the day of what "
			 "stands before it",
		    b.state.ahead);
	rc = b.damaged || (b.cut_off && !set->repair) ? RC_NO : RC_OK;
	book_close(&b);
	return rc;
}

/* Cuts a text up into an archive; what is damaged has to be mended first, so
 * that nothing is lost in the rewriting. */
static void
parse(struct archive *a, const char *path, struct str *text)
{
	struct diag err;
	int rc = archive_read(a, text, &err);

	if (rc == -1)
		msg_die_diag(RC_DATA, path, &err);
	if (rc == 1)
		msg_note("%s:%lu: %s", path, err.line, err.text);
}

/* A journal about to be rewritten. */
struct rewrite {
	struct str path, text, out;
	struct archive archive;
	int lock;
};

static void
begin(struct rewrite *w, const struct settings *set)
{
	memset(w, 0, sizeof *w);
	str_init(&w->path);
	str_init(&w->text);
	str_init(&w->out);
	book_path(set, &w->path);
	w->lock = file_lock(w->path.text);
	if (w->lock == -1)
		msg_die(
		    RC_SYSTEM, "%s.lock: %s", w->path.text, strerror(errno));
}

/* Reads the journal, with a torn end moved aside; one that is not there is
 * empty. */
static void
load(struct rewrite *w)
{
	const char *path = w->path.text;

	if (file_read(path, JOURNAL_FILE_MAX, &w->text) != 0) {
		if (errno != ENOENT)
			msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
		return;
	}
	parse(&w->archive, path, &w->text);
	if (w->text.len > 0 && w->text.text[w->text.len - 1] != '\n' &&
	    file_append_held(path, "", 0) != 0)
		msg_die(RC_SYSTEM, "%s: %s", path, strerror(errno));
}

static void
finish(struct rewrite *w)
{
	archive_write(&w->archive, &w->out);
	if (file_replace_held(w->path.text, w->out.text, w->out.len) != 0)
		msg_die(RC_SYSTEM, "%s: %s", w->path.text, strerror(errno));
	archive_release(&w->archive);
	file_unlock(w->lock);
	str_release(&w->out);
	str_release(&w->text);
	str_release(&w->path);
}

static _Noreturn void
die_ledger(const struct str *path)
{
	msg_die(RC_SYSTEM, "%s: %s", path->text, strerror(errno));
}

/* The reminders that can no longer come up again; where none were told there is
 * nothing to do. */
static void
compact_ledger(const struct settings *set)
{
	struct str path = STR_INIT, text = STR_INIT, out = STR_INIT;
	struct book b;
	size_t dropped;
	int lock;

	ledger_path(set, &path);
	if (file_read(path.text, LEDGER_FILE_MAX, &text) != 0) {
		if (errno != ENOENT)
			die_ledger(&path);
		str_release(&path);
		return;
	}
	str_clear(&text);
	book_read(&b, set);
	/* read again: another may have told of something meanwhile */
	if ((lock = file_lock(path.text)) == -1 ||
	    file_read(path.text, LEDGER_FILE_MAX, &text) != 0)
		die_ledger(&path);
	dropped = ledger_prune(&out, text.text, text.len, &b.state, today(set));
	if (dropped > 0 && file_replace_held(path.text, out.text, out.len) != 0)
		die_ledger(&path);
	msg_note("reminders forgotten: %zu", dropped);
	file_unlock(lock);
	book_close(&b);
	str_release(&out);
	str_release(&text);
	str_release(&path);
}

int
verb_compact(void *settings, int n, char *const operands[])
{
	struct rewrite w;
	size_t before, kept;

	(void)operands;
	if (n > 0)
		opt_die(&tool, "compact takes no operands");
	msg_outlive_reader();
	book_need(settings);
	begin(&w, settings);
	load(&w);
	before = w.archive.event_count;
	archive_drop_undone(&w.archive);
	kept = w.archive.event_count;
	finish(&w);
	msg_note("events kept: %zu of %zu", kept, before);
	compact_ledger(settings);
	return RC_OK;
}

int
verb_merge(void *settings, int n, char *const operands[])
{
	struct archive other = {0};
	struct str text = STR_INIT;
	struct rewrite w;
	size_t fresh;

	if (n != 1)
		opt_die(&tool, "name the journal to take in");
	msg_outlive_reader();
	io_read(operands[0], JOURNAL_FILE_MAX, &text);
	parse(&other, io_name(operands[0]), &text);
	begin(&w, settings);
	load(&w);
	fresh = archive_merge(&w.archive, &other);
	finish(&w);
	msg_note("new events: %zu", fresh);
	archive_release(&other);
	str_release(&text);
	return RC_OK;
}
