#include "weigh.h"

#include "ask.h"

#include "base/msg.h"

#include <sys/stat.h>
#include <unistd.h>

static void
read_rows(struct weigh *w, struct table *t, const char *path)
{
	static const char *const names[] = {"concept", "severity", "respondent",
	    "time", "instrument", "score", "flag"};
	enum { NEEDED = 2, COLUMNS = 7 };
	const char *cell[COLUMNS];
	int col[COLUMNS];
	struct diag err;

	for (int i = 0; i < COLUMNS; i++) {
		col[i] = i < NEEDED ? table_need(t, names[i], &err)
				    : table_find(t, names[i]);
		if (i < NEEDED && col[i] < 0)
			msg_die_diag(RC_DATA, io_name(path), &err);
	}
	while (io_next(&w->rows, t, path)) {
		struct intake_row row = {.file = path};

		for (int i = 0; i < COLUMNS; i++)
			cell[i] = table_cell(t, col[i]);
		row.concept = cell[0];
		row.severity = cell[1];
		row.respondent = cell[2];
		row.time = cell[3];
		row.instrument = cell[4];
		row.score = cell[5];
		row.flag = cell[6];
		if (intake_add(&w->intake, &row, table_line(t), &err) != 0)
			io_refuse(&w->rows, path, &err);
		else
			known_check(
			    &w->known, row.concept, path, table_line(t));
	}
}

static void
read_stream(struct weigh *w, const char *path)
{
	FILE *fp = io_open(path);
	struct table *t = io_table(&w->rows, fp, path, ',');

	if (t != NULL)
		read_rows(w, t, path);
	table_free(t);
	io_close(fp);
}

/* What is piped to somebody who named a ladder may well be meant to count. */
static void
tell_unread(void)
{
	struct stat st;

	if (fstat(STDIN_FILENO, &st) == 0 && S_ISFIFO(st.st_mode))
		msg_note("what comes through the pipe is not read beside "
			 "--concept or --family; '-' as a FILE reads it");
}

/* Through a pipe there may come nothing at all: who stopped a sitting has been
 * told so there, and it is no fault of a stream. */
static void
read_standard_input(struct weigh *w, const struct settings *set)
{
	if (ask_may())
		msg_note("scores are wanted, as from 'isolate-quiz take "
			 "--score | goal-plan new'; --concept or --family "
			 "needs none");
	if (!set->print)
		w->rows.if_empty =
		    "nothing came in, so no ladder is laid this time";
	read_stream(w, "-");
}

void
weigh(
    struct weigh *w, const struct settings *set, int n, char *const operands[])
{
	struct intake *in = &w->intake;
	bool named = set->concept_count > 0 || set->family != NULL;

	for (int i = 0; i < n; i++)
		read_stream(w, operands[i]);
	if (n == 0 && named)
		tell_unread();
	if (n == 0 && !named)
		read_standard_input(w, set);
	intake_join(in);
	if (in->count == 0 && named)
		intake_person(in, "");
	for (size_t p = 0; p < in->count; p++)
		for (size_t i = 0; i < set->concept_count; i++)
			intake_name(in, in->people[p], set->concepts[i]);
}

int
weigh_verdict(const struct weigh *w)
{
	int verdict = io_verdict(&w->rows);

	return verdict == RC_OK && w->known.count > 0 ? RC_NO : verdict;
}
