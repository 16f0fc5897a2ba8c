/* What was answered so far, in $XDG_STATE_HOME/reconnect/sitting/. */
#include "taking.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/num.h"
#include "base/xdg.h"
#include "stream/table.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_MAX_LEN = 200, SIZE_LIMIT = 1 << 20 };

/* As a part of a file name, so that no two names are the same. */
static void
add_who(struct str *name, const char *who)
{
	for (; *who != '\0'; who++)
		if (*who >= 0 && (*who < ' ' || strchr("/.%", *who) != NULL))
			str_addf(name, "%%%02X", (unsigned)*who);
		else
			str_addc(name, *who);
}

/* What is too long for a file name ends with the hash of all of it. */
static void
shorten(struct str *name)
{
	uint64_t hash = hash_add(HASH_INIT, name->text, name->len);

	if (name->len <= NAME_MAX_LEN)
		return;
	name->len = NAME_MAX_LEN;
	str_addf(name, "-%016" PRIx64, hash);
}

/* A sitting is told from others by its instruments, and by who answers. */
void
resume_open(struct taking *t)
{
	struct str name = STR_INIT;
	const char *who = taking_text(t->set->respondent);

	str_adds(&name, "sitting/");
	for (size_t i = 0; i < t->ninstruments; i++)
		str_addf(
		    &name, "%s%s", i == 0 ? "" : "+", t->instruments[i]->id);
	if (*who != '\0')
		str_addc(&name, '@');
	add_who(&name, who);
	shorten(&name);
	if (xdg_path(&t->state, XDG_STATE, name.text) == 0)
		str_adds(&t->state, ".csv");
	str_release(&name);
}

/* The question that asks this item, or -1. */
static int
find_question(const struct taking *t, const char *instrument, const char *item)
{
	for (size_t q = 0; q < t->sitting.nquestions; q++)
		if (strcmp(sitting_instrument(&t->sitting, q)->id,
			instrument) == 0 &&
		    strcmp(sitting_item(&t->sitting, q)->id, item) == 0)
			return (int)q;
	return -1;
}

/* The row is set; false where it is none of this sitting. */
static bool
restore_row(struct taking *t, const struct table *table)
{
	const char *time = table_cell(table, table_find(table, "time"));
	const char *cell = table_cell(table, table_find(table, "answer"));
	int q =
	    find_question(t, table_cell(table, table_find(table, "instrument")),
		table_cell(table, table_find(table, "item")));
	struct moment at;
	long x;

	if (q == -1 || !moment_parse(time, strlen(time), 0, &at))
		return false;
	t->at = at;
	if (*cell == '\0') {
		sitting_restore(&t->sitting, (size_t)q, ANSWER_MISSING, true);
		return true;
	}
	if (num_long(cell, strlen(cell), ANSWER_MIN, ANSWER_MAX, &x) != NULL ||
	    !item_allows(sitting_item(&t->sitting, (size_t)q), (int)x))
		return false;
	sitting_restore(&t->sitting, (size_t)q, (int)x, false);
	return true;
}

static bool
restore(struct taking *t, const struct str *text)
{
	struct diag err;
	struct table *table =
	    table_new(csvin_new_mem(text->text, text->len, 1), &err);
	size_t rows = 0;
	bool good = table != NULL;

	while (good && table_next(table) == CSVIN_RECORD) {
		good = restore_row(t, table);
		rows++;
	}
	table_free(table);
	return good && rows > 0;
}

/* False where there is none.  One that cannot be read now is not given up for
 * the answers of a new sitting. */
static bool
read_state(const struct taking *t, struct str *text)
{
	if (file_read(t->state.text, SIZE_LIMIT, text) == 0)
		return true;
	if (errno != ENOENT)
		msg_die(RC_SYSTEM, "%s: %s", t->state.text, strerror(errno));
	return false;
}

/* A file that does not fit (the instrument has changed) is left alone until
 * the first answer replaces it. */
bool
resume_load(struct taking *t)
{
	struct str text = STR_INIT;
	struct moment at = t->at;
	bool good = false;

	if (t->state.len > 0 && read_state(t, &text)) {
		good = restore(t, &text);
		if (!good) {
			msg_warn("%s: no sitting of these questions as they "
				 "are now: it is left alone until your first "
				 "answer replaces it",
			    t->state.text);
			sitting_clear(&t->sitting);
			t->at = at;
		}
	}
	str_release(&text);
	sitting_resume(&t->sitting);
	return good;
}

static void
add_row(const struct taking *t, size_t q, struct str *out)
{
	const struct question *question = &t->sitting.questions[q];
	char time[MOMENT_MAX];

	moment_format(time, t->at);
	str_addf(out, "%s,%s,%s,", time, sitting_instrument(&t->sitting, q)->id,
	    sitting_item(&t->sitting, q)->id);
	if (!question->skipped)
		str_addf(out, "%d", question->answer);
	str_addc(out, '\n');
}

void
resume_save(struct taking *t)
{
	struct str out = STR_INIT;
	int lock;

	if (t->state.len == 0)
		return;
	str_adds(&out, "time,instrument,item,answer\n");
	for (size_t k = 0; k < t->sitting.nasked; k++)
		add_row(t, t->sitting.asked[k], &out);
	lock = file_lock(t->state.text);
	if (lock == -1 ||
	    file_replace_held(t->state.text, out.text, out.len) == -1) {
		int error = errno;

		screen_wipe(t->screen);
		msg_warn("%s: %s; the sitting cannot be resumed", t->state.text,
		    strerror(error));
		str_clear(&t->state);
	}
	if (lock != -1)
		file_unlock(lock);
	str_release(&out);
}

void
resume_anew(struct taking *t)
{
	resume_forget(t);
	sitting_clear(&t->sitting);
}

void
resume_forget(const struct taking *t)
{
	struct str lock = STR_INIT;

	if (t->state.len > 0 && unlink(t->state.text) == 0) {
		str_addf(&lock, "%s.lock", t->state.text);
		unlink(lock.text);
	}
	str_release(&lock);
}
