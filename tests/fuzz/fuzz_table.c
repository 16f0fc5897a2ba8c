/*
 * fuzz_table - columns by name: every column is found under its name, every
 * record has the header's number of cells, and csvout writes cells that read
 * back as they were.
 */
#include "base/str.h"
#include "stream/csvout.h"
#include "stream/table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static void
check_names(const struct table *t)
{
	struct diag err;

	for (size_t col = 0; col < table_columns(t); col++) {
		const char *name = table_name(t, col);

		if (name[0] == '\0')
			continue;
		check(table_find(t, name) == (int)col);
		check(table_need(t, name, &err) == (int)col);
		check(table_pick(t, name, &err) == (int)col);
	}
	check(table_find(t, "no, not \"this\"\n") == -1);
}

/* Writes the cells of the record and reads them back. */
static void
check_round_trip(const struct table *t, struct str *line)
{
	struct csvin *in;

	str_clear(line);
	for (size_t col = 0; col < table_columns(t); col++) {
		if (col > 0)
			str_addc(line, ',');
		csvout_cell(
		    line, table_cell(t, (int)col), table_cell_len(t, (int)col));
	}
	str_addc(line, '\n');
	in = csvin_new_mem(line->text, line->len, 1);
	check(csvin_next(in) == CSVIN_RECORD);
	check(csvin_count(in) == table_columns(t));
	for (size_t col = 0; col < table_columns(t); col++) {
		size_t n;
		const char *cell = csvin_field(in, col, &n);

		check(n == table_cell_len(t, (int)col));
		check(strcmp(cell, table_cell(t, (int)col)) == 0);
		check(table_missing(t, (int)col) == (n == 0));
	}
	check(csvin_next(in) == CSVIN_END);
	csvin_free(in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct str line = STR_INIT;
	struct diag err = {0};
	struct table *t =
	    table_new(csvin_new_mem((const char *)data, len, 1), &err);
	int got;

	if (t == NULL) {
		check(err.text[0] != '\0');
		return 0;
	}
	check_names(t);
	while ((got = table_next(t)) == CSVIN_RECORD || got == CSVIN_REFUSED) {
		if (got == CSVIN_RECORD)
			check_round_trip(t, &line);
		else
			check(table_error(t)->line == table_line(t));
	}
	check(got == CSVIN_END || table_error(t)->text[0] != '\0');
	table_free(t);
	str_release(&line);
	return 0;
}
