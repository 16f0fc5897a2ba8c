#include "stream/csvin.h"

#include "base/mem.h"
#include "stream/judge.h"
#include "stream/reader.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char bom[] = "\xef\xbb\xbf";

enum {
	BOM_LEN = sizeof(bom) - 1,
	PIECE = 16 * 1024,  /* bytes scanned at a time: stays in the L1 cache */
	PIECE_SHAPED = 512, /* where records of a shape may follow */
};

static struct csvin *
new_reader(struct source source, unsigned long line)
{
	struct csvin *in = mem_zalloc(1, sizeof(*in));

	lane_init(&in->lane, ',');
	in->source = source;
	in->block = CSVIN_BLOCK;
	in->first_line = line;
	return in;
}

struct csvin *
csvin_new(FILE *fp)
{
	return new_reader(source_file(fp), 1);
}

struct csvin *
csvin_new_mem(const char *data, size_t len, unsigned long line)
{
	struct csvin *in = new_reader(source_mem(data, len), line);

	if (len < in->block)
		in->block = len + 1;
	return in;
}

struct csvin *
csvin_new_span(FILE *fp, off_t from, off_t to, unsigned long line)
{
	struct csvin *in = new_reader(source_span(fp, from, to), line);

	in->begun = true; /* no byte order mark stands here */
	return in;
}

void
csvin_free(struct csvin *in)
{
	if (in == NULL)
		return;
	lane_release(&in->lane);
	free(in->shape_ends);
	free(in->lens);
	free(in->buf);
	free(in);
}

void
csvin_set_separator(struct csvin *in, char separator)
{
	assert(in->len == 0 && strchr("\"\r\n", separator) == NULL);
	in->lane.separator = separator;
}

void
csvin_before_read(struct csvin *in, void (*before)(void *arg), void *arg)
{
	in->source.before = before;
	in->source.arg = arg;
}

char
csvin_separator(const struct csvin *in)
{
	return in->lane.separator;
}

void
csvin_set_block(struct csvin *in, size_t bytes)
{
	assert(!in->begun && bytes > 0);
	in->block = bytes;
}

void
csvin_expect(struct csvin *in, const struct shape *shape)
{
	size_t fields = shape->lead + (shape->len + 1) / 2 + SHAPE_STEP;

	if (in->lane.separator != ',')
		return;
	in->shape = *shape;
	in->shape_ends = mem_grow(
	    in->shape_ends, &in->shape_cap, fields, sizeof(*in->shape_ends));
	if (in->tail != 0)
		in->ends = in->shape_ends;
	in->tail = 0;
}

/* Reads a block behind the partial record, which moves to the front. */
static void
fill(struct csvin *in)
{
	ssize_t n;

	if (in->start > 0) {
		in->len -= in->start;
		in->scanned -= in->start;
		memmove(in->buf, in->buf + in->start, in->len);
		lane_forget(&in->lane, 0, in->start);
		in->start = 0;
	}
	if (in->cap < in->len + in->block + LANE_CHUNK)
		in->buf = mem_grow(in->buf, &in->cap,
		    in->len + in->block + LANE_CHUNK, sizeof(*in->buf));
	n = source_read(&in->source, in->buf + in->len, in->block);
	if (n > 0) {
		in->len += (size_t)n;
		memset(in->buf + in->len, 0, CSVIN_SLACK);
		return;
	}
	in->eof = true;
	in->err = n < 0 ? errno : 0;
}

/* Passes over the byte order mark once it is known whether there is one. */
static void
begin(struct csvin *in)
{
	size_t n = in->len < BOM_LEN ? in->len : BOM_LEN;
	bool alike = n == 0 || memcmp(in->buf, bom, n) == 0;

	if (alike && n < BOM_LEN && !in->eof) {
		fill(in);
		return;
	}
	in->begun = true;
	if (alike && n == BOM_LEN)
		in->start = in->scanned = BOM_LEN;
}

/* The input is at its end; what is left is the last record, if any. */
static void
finish(struct csvin *in)
{
	size_t len = in->len - in->start;
	const struct lane *l = &in->lane;

	if (in->err != 0) {
		in->broken = true;
		diag_set(&in->fault, 0, "cannot read: %s", strerror(in->err));
	} else if (in->start >= in->len) {
		in->ended = true;
	} else if (l->last == '\r' && !l->inside) {
		reader_judge(in, in->len - 1);
	} else if (reader_over_limit(in, len, l->count - in->end)) {
		return;
	} else if (l->inside &&
	    judge_record(in->buf + in->start, len, true, l->separator) !=
		JUDGE_FINE) {
		reader_break(in,
		    l->count ? l->ends[l->count - 1] + 1 : in->start,
		    "quote that is never closed");
	} else {
		in->buf[in->len] = '\n';
		lane_finish(&in->lane, in->len);
	}
}

/* One step towards the next whole record. */
static void
advance(struct csvin *in)
{
	size_t known, piece, to;

	lane_forget(&in->lane, in->end, 0);
	in->end = in->row = 0;
	if (!in->begun) {
		begin(in);
	} else if (in->lane.odd != LANE_NONE) {
		reader_judge(in, in->lane.odd);
	} else if (in->scanned < in->len) {
		known = in->scanned - in->start;
		/* A last CR may belong to the line end. */
		if (reader_over_limit(
			in, known ? known - 1 : 0, in->lane.count))
			return;
		piece = in->shape.len > 0 ? PIECE_SHAPED : PIECE;
		to = in->len - in->scanned > piece ? in->scanned + piece
						   : in->len;
		lane_scan(&in->lane, in->buf, in->scanned, to);
		in->scanned = to;
	} else if (in->eof) {
		finish(in);
	} else {
		fill(in);
	}
}

/* Where field i of the current record begins, with its quote. */
static inline char *
field_start(const struct csvin *in, size_t i)
{
	return in->buf + (i > 0 ? in->ends[i - 1] + 1 : in->text);
}

/* Makes each doubled quote of the current record one. */
static void
squeeze(struct csvin *in)
{
	in->lens =
	    mem_grow(in->lens, &in->lens_cap, in->count, sizeof(*in->lens));
	for (size_t i = 0; i < in->count; i++) {
		char *first = field_start(in, i) + 1, *to = first;
		char *last = in->buf + in->ends[i] - 1;

		if (!csvin_quoted(in, i))
			continue;
		for (char *from = first, *quote; from < last; from = quote) {
			size_t left = (size_t)(last - from);

			/* Up to a quote and with it; its twin is left out. */
			quote = memchr(from, '"', left);
			quote = quote ? quote + 1 : last;
			memmove(to, from, (size_t)(quote - from));
			to += quote - from;
			quote += quote < last;
		}
		in->lens[i] = (uint32_t)(to - first);
	}
	in->squeezed = true;
}

/* Makes the next row of the lane the current record. */
static int
take_row(struct csvin *in)
{
	struct lane_row row = in->lane.rows[in->row++];
	uint32_t *ends = in->lane.ends + in->end;
	size_t count = row.ends - in->end, end = ends[count - 1];
	bool crlf = end > in->start && in->buf[end - 1] == '\r';

	if (reader_over_limit(in, end - crlf - in->start, count - 1))
		return CSVIN_BROKEN;
	ends[count - 1] -= crlf;
	in->text = in->start;
	in->ends = ends;
	in->count = count;
	in->line = in->first_line + in->lines;
	in->start = end + 1;
	in->end = row.ends;
	in->lines = row.lines;
	if (row.doubled)
		squeeze(in);
	return CSVIN_RECORD;
}

/* Makes the record at start the current one, if it has the shape; the lane, if
 * it has seen some of it, goes back. */
static bool
take_shaped(struct csvin *in)
{
	const struct shape *s = &in->shape;
	size_t len;

	if (s->len == 0 || !in->begun || in->lane.odd != LANE_NONE)
		return false;
	len = shape_find(
	    s, in->buf, in->start, in->len, in->shape_ends, &in->tail);
	if (len == 0) {
		in->tail = 0;
		return false;
	}
	shape_ends(s, in->tail, in->shape_ends);
	lane_rewind(&in->lane, in->end, in->lines + 1);
	in->text = in->start;
	in->ends = in->shape_ends;
	in->count = s->lead + (s->len + 1) / 2;
	in->line = in->first_line + in->lines++;
	in->start = in->scanned = in->start + len;
	return true;
}

int
csvin_next(struct csvin *in)
{
	in->count = in->tail = 0;
	in->squeezed = false;
	while (in->row == in->lane.row_count || in->broken) {
		if (in->broken)
			return CSVIN_BROKEN;
		if (in->ended)
			return CSVIN_END;
		if (take_shaped(in))
			return CSVIN_RECORD;
		advance(in);
	}
	return take_row(in);
}

const struct diag *
csvin_error(const struct csvin *in)
{
	return &in->fault;
}

int
csvin_errno(const struct csvin *in)
{
	return in->err;
}

const char *
csvin_bytes(const struct csvin *in, size_t *len)
{
	*len = in->len;
	return in->buf;
}

unsigned long
csvin_line(const struct csvin *in)
{
	return in->line;
}

size_t
csvin_count(const struct csvin *in)
{
	return in->count;
}

const char *
csvin_field(const struct csvin *in, size_t i, size_t *len)
{
	char *text, *end;

	if (i >= in->count) {
		if (len != NULL)
			*len = 0;
		return "";
	}
	text = field_start(in, i);
	end = in->buf + in->ends[i];
	if (csvin_quoted(in, i)) {
		text++;
		end = in->squeezed ? text + in->lens[i] : end - 1;
	}
	*end = '\0';
	if (len != NULL)
		*len = (size_t)(end - text);
	return text;
}

struct csvin_raw
csvin_raw(const struct csvin *in)
{
	return (struct csvin_raw){
	    .base = in->buf, .ends = in->ends, .begin = in->text};
}

const char *
csvin_tail(const struct csvin *in, const uint8_t *low)
{
	return in->tail != 0 && in->shape.low == low ? in->buf + in->tail
						     : NULL;
}

bool
csvin_quoted(const struct csvin *in, size_t i)
{
	return i < in->count && *field_start(in, i) == '"';
}
