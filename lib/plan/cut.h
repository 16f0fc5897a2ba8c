/*
 * cut - the cells of one line of a journal.  Serves journal.c alone.
 */
#ifndef PLAN_CUT_H
#define PLAN_CUT_H

#include "stream/lane.h"

#include <stdbool.h>
#include <stddef.h>

enum { CUT_MAX = 64 }; /* cells of a line that can be asked for */

/* A cell of the line that is not empty. */
struct cut_cell {
	int column; /* 0.. */
	uint32_t from, to;
};

/* Plain storage; init and release it. */
struct cut {
	struct cut_cell cells[CUT_MAX + LANE_CHUNK + 1]; /* in order */
	int filled;                                      /* of these */
	int width; /* cells of the line, all counted */
	char *line;
	bool escaped; /* the line holds a backslash */
	struct lane lane;
};

void cut_init(struct cut *c);
void cut_release(struct cut *c);

/*
 * Cuts a line without its line end, which c borrows and changes; LANE_CHUNK
 * bytes behind it must be readable.  Returns NULL, or what is wrong with it.
 */
const char *cut_line(struct cut *c, char *line, size_t len);

/* Takes quotes off a cell, and escapes where there may be any; returns the new
 * length. */
size_t cut_bare(char *text, size_t len, bool escaped);

/*
 * The text of the i-th filled cell without quotes and escapes, ended by a NUL;
 * *len is its length.  To be asked for once.
 */
static inline char *
cut_text(const struct cut *c, int i, size_t *len)
{
	const struct cut_cell *cell = &c->cells[i];
	char *text = c->line + cell->from;
	size_t n = cell->to - cell->from;

	if (*text == '"' || c->escaped)
		n = cut_bare(text, n, c->escaped);
	text[n] = '\0';
	*len = n;
	return text;
}

#endif
