#include "weigh.h"

#include "base/msg.h"

static void
read_rows(
    struct intake *in, struct io_rows *rows, struct table *t, const char *path)
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
	while (io_next(rows, t, path)) {
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
		if (intake_add(in, &row, table_line(t), &err) != 0)
			io_refuse(rows, path, &err);
	}
}

static void
read_stream(struct intake *in, struct io_rows *rows, const char *path)
{
	FILE *fp = io_open(path);
	struct table *t = io_table(rows, fp, path, ',');

	if (t != NULL)
		read_rows(in, rows, t, path);
	table_free(t);
	io_close(fp);
}

void
weigh(struct intake *in, struct io_rows *rows, const struct settings *set,
    int n, char *const operands[])
{
	bool named = set->concept_count > 0 || set->family != NULL;

	for (int i = 0; i < n; i++)
		read_stream(in, rows, operands[i]);
	if (n == 0 && !named)
		read_stream(in, rows, "-");
	intake_join(in);
	if (in->count == 0 && named)
		intake_person(in, "");
	for (size_t p = 0; p < in->count; p++)
		for (size_t i = 0; i < set->concept_count; i++)
			intake_name(in->people[p], set->concepts[i]);
}
