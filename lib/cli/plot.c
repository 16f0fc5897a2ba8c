#include "cli/plot.h"

#include "base/mem.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 8 };
static const char *const blocks_utf8[LEVELS + 1] = {
    " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const blocks_ascii[LEVELS + 1] = {
    " ", " ", ".", ".", ":", ":", "|", "|", "#"};

size_t
plot_columns(const struct term *t, size_t most)
{
	size_t room = (size_t)t->width - PLOT_LEFT - 1;

	return room < most ? room : most;
}

/* The label of a row, the top one first, and the upright axis. */
static void
begin_row(const struct term *t, int row, int rows, double top)
{
	char label[16] = "";

	if (row == 0)
		snprintf(label, sizeof(label), "%.3g", top);
	if (row == rows - 1)
		snprintf(label, sizeof(label), "0");
	fprintf(t->fp, "%*s %s", PLOT_LEFT - 2, label, t->utf8 ? "│" : "|");
}

void
plot_area(
    const struct term *t, const double *values, size_t n, double top, int rows)
{
	const char *const *blocks = t->utf8 ? blocks_utf8 : blocks_ascii;

	for (int row = 0; row < rows; row++) {
		begin_row(t, row, rows, top);
		for (size_t i = 0; i < n; i++) {
			long level = lround(values[i] / top * rows * LEVELS) -
			    (long)(rows - 1 - row) * LEVELS;

			level = level < 0 ? 0 : level > LEVELS ? LEVELS : level;
			fputs(blocks[level], t->fp);
		}
		fputc('\n', t->fp);
	}
}

void
plot_curves(const struct term *t, const double *values, size_t curves, size_t n,
    int rows)
{
	char *grid = mem_alloc((size_t)rows * n, 1);

	memset(grid, ' ', (size_t)rows * n);
	for (size_t k = 0; k < curves; k++)
		for (size_t i = 0; i < n; i++) {
			double value = fmin(fmax(values[k * n + i], 0), 1);
			long row = lround((1 - value) * (rows - 1));

			grid[(size_t)row * n + i] = (char)('0' + k);
		}
	for (int row = 0; row < rows; row++) {
		begin_row(t, row, rows, 1);
		fwrite(grid + (size_t)row * n, 1, n, t->fp);
		fputc('\n', t->fp);
	}
	free(grid);
}

/* A sign stands before the column of its number; a number that would touch the
 * one before it is left out. */
void
plot_axis(const struct term *t, size_t n, int low, int high)
{
	char *line = mem_alloc(n + 16, 1), label[16];
	size_t end = 0;

	memset(line, ' ', n + 16);
	for (int tick = low; tick <= high; tick++) {
		size_t at = 1 +
		    (size_t)lround((double)(tick - low) / (double)(high - low) *
			(double)(n - 1));
		size_t len = (size_t)snprintf(label, sizeof(label), "%d", tick);

		at -= tick < 0;
		if (end > 0 && at <= end)
			continue;
		memcpy(line + at, label, len);
		end = at + len;
	}
	fprintf(t->fp, "%*s%.*s\n", PLOT_LEFT - 1, "", (int)end, line);
	free(line);
}
