#include "concept/synonyms.h"

#include "stream/table.h"

static int
take_rows(struct glossmake *m, struct table *t, struct diag *err)
{
	int col = table_need(t, "words", err), got;

	if (col < 0)
		return -1;
	while ((got = table_next(t)) == CSVIN_RECORD)
		glossmake_synonyms(m, table_cell(t, col));
	if (got != CSVIN_END)
		*err = *table_error(t);
	return got == CSVIN_END ? 0 : -1;
}

int
synonyms_read(struct glossmake *m, struct csvin *in, struct diag *err)
{
	struct table *t = table_new(in, err);
	int outcome;

	if (t == NULL)
		return -1;
	outcome = take_rows(m, t, err);
	table_free(t);
	return outcome;
}
