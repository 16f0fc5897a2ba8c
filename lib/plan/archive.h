/*
 * archive - a whole journal in memory, to be written anew: without what never
 * counted, or together with the journal of another machine.
 */
#ifndef PLAN_ARCHIVE_H
#define PLAN_ARCHIVE_H

#include "plan/idmap.h"
#include "plan/journal.h"

/* Records that belong together: indices into the archive's records. */
struct archive_event {
	size_t first, count;
};

/* Plain storage, zero it first; release it. */
struct archive {
	struct arena texts;
	struct journal_record *records;
	size_t record_count, record_cap;
	struct archive_event *events;
	size_t event_count, event_cap;
	struct idmap by_event;
};

/*
 * Takes in a journal.  Events that were never finished are left out, as is a
 * torn last line.  Returns 0; 1 with *err set where there was one; or -1 with
 * *err set: a line that cannot be read, or a journal of a later version.
 */
int archive_read(struct archive *a, const struct str *text, struct diag *err);
void archive_release(struct archive *a);

/* Leaves out what was undone, and the undoing; but for the last event, so that
 * the revision of the state (state.h) never falls. */
void archive_drop_undone(struct archive *a);

/*
 * Takes the events of another journal in that are not there yet, each machine's
 * in its own order and both by time.  A ladder or step whose id means another
 * one here gets a free id.  from must outlive a.  Returns how many events were
 * new.
 */
size_t archive_merge(struct archive *a, struct archive *from);

/* Appends the journal, header and all. */
void archive_write(const struct archive *a, struct str *out);

#endif
