/*
 * csv_reference - the second opinion on csvin: a reader of libcsv alone, fed
 * one byte at a time, that looks at each byte in order.  It is slow and plain,
 * and shares no code with what it checks.
 *
 * Both readers write down what they found in the same words (a transcript):
 *
 *     3 [a] ["b"] []      the record that begins on line 3, one field quoted
 *     end                 or: broken LINE TEXT
 */
#ifndef CSV_REFERENCE_H
#define CSV_REFERENCE_H

#include "base/str.h"
#include "stream/csvin.h"

#include <csv.h>
#include <stdbool.h>
#include <string.h>

struct csv_reference {
	struct csv_parser parser;
	struct str *out;
	size_t whole; /* of out, up to the last whole record */
	bool row_begun, field_begun;
	bool field_quoted;
	size_t quotes;     /* in the field */
	size_t row_bytes;  /* line end not counted */
	size_t separators; /* in the row */
	unsigned long line, row_line, field_line;
	size_t column,
	    field_column; /* of the next byte, of the field's first */
};

static inline void
csv_reference_put_field(
    struct str *out, const char *text, size_t len, bool quoted)
{
	str_adds(out, quoted ? " [\"" : " [");
	str_add(out, text, len);
	str_adds(out, quoted ? "\"]" : "]");
}

static void
csv_reference_field(void *text, size_t len, void *data)
{
	struct csv_reference *r = data;

	if (!r->row_begun)
		str_addf(r->out, "%lu", r->row_line);
	r->row_begun = true;
	csv_reference_put_field(r->out, text ? text : "", len, r->field_quoted);
	r->field_begun = false;
}

static void
csv_reference_row(int end, void *data)
{
	struct csv_reference *r = data;

	(void)end;
	str_addc(r->out, '\n');
	r->row_begun = false;
	r->whole = r->out->len;
}

static int
csv_reference_blank(unsigned char c)
{
	(void)c;
	return 0;
}

/* A fault drops the fields of the record that has it. */
static inline bool
csv_reference_broken(struct csv_reference *r, unsigned long line, size_t column,
    const char *what)
{
	r->out->len = r->whole;
	str_addf(r->out, "broken %lu column %zu: %s\n", line, column, what);
	return false;
}

static inline bool
csv_reference_too_large(struct csv_reference *r, int max, const char *unit)
{
	r->out->len = r->whole;
	str_addf(r->out, "broken %lu record of more than %d %s\n", r->row_line,
	    max, unit);
	return false;
}

/* Whether the record may have the byte c, as far as its size goes. */
static inline bool
csv_reference_limits(struct csv_reference *r, char c)
{
	if (r->row_bytes++ >= CSVIN_RECORD_MAX)
		return csv_reference_too_large(r, CSVIN_RECORD_MAX, "bytes");
	if (c == ',' && r->quotes % 2 == 0 &&
	    ++r->separators == CSVIN_FIELDS_MAX)
		return csv_reference_too_large(r, CSVIN_FIELDS_MAX, "fields");
	return true;
}

/* A line end outside quotes; libcsv would drop a blank line. */
static inline void
csv_reference_end_row(struct csv_reference *r)
{
	if (r->row_bytes == 0) {
		r->field_quoted = false;
		csv_reference_field(NULL, 0, r);
		csv_reference_row('\n', r);
	} else {
		r->field_quoted = r->field_begun && r->field_quoted;
		csv_parse(&r->parser, "\n", 1, csv_reference_field,
		    csv_reference_row, r);
	}
	r->field_begun = false;
	r->quotes = r->row_bytes = r->separators = 0;
	r->row_line = ++r->line;
	r->column = 1;
}

static inline bool
csv_reference_byte(struct csv_reference *r, char c)
{
	if (!csv_reference_limits(r, c))
		return false;
	if (c == '\0')
		return csv_reference_broken(r, r->line, r->column, "NUL byte");
	if (!r->field_begun) {
		r->field_quoted = c == '"';
		r->quotes = 0;
		r->field_line = r->line;
		r->field_column = r->column;
		r->field_begun = true;
	}
	if (csv_parse(&r->parser, &c, 1, csv_reference_field, csv_reference_row,
		r) != 1)
		return csv_reference_broken(r, r->line, r->column,
		    c == '"' ? "quote inside an unquoted field"
			     : "text after a closing quote");
	r->quotes += c == '"';
	r->column++;
	if (c == '\n') {
		r->line++;
		r->column = 1;
	}
	return true;
}

static inline void
csv_reference_finish(struct csv_reference *r)
{
	if (r->field_begun && r->field_quoted && r->quotes % 2 == 1) {
		str_adds(r->out,
		    csv_fini(&r->parser, NULL, NULL, NULL) != 0
			? ""
			: "libcsv takes what has no end\n");
		csv_reference_broken(r, r->field_line, r->field_column,
		    "quote that is never closed");
		return;
	}
	if (r->row_bytes > 0) {
		r->field_quoted = r->field_begun && r->field_quoted;
		csv_fini(&r->parser, csv_reference_field, csv_reference_row, r);
	}
	str_adds(r->out, "end\n");
}

/* Appends the transcript of (text, len) to *out. */
static inline void
csv_reference_read(struct str *out, const char *text, size_t len)
{
	struct csv_reference r = {.out = out,
	    .whole = out->len,
	    .line = 1,
	    .row_line = 1,
	    .field_line = 1,
	    .column = 1};
	size_t i = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	bool good = true;

	csv_init(&r.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
	csv_set_space_func(&r.parser, csv_reference_blank);
	csv_set_blk_size(&r.parser, len < 1024 ? 128 : 1024 * 1024);
	for (; good && i < len; i++) {
		bool outside = r.quotes % 2 == 0;
		bool lf_next = i + 1 < len && text[i + 1] == '\n';

		if (outside && text[i] == '\r' && lf_next)
			continue;
		if (outside && text[i] == '\n') {
			csv_reference_end_row(&r);
		} else if (outside && text[i] == '\r') {
			good = csv_reference_limits(&r, '\r') &&
			    csv_reference_broken(&r, r.line, r.column,
				"carriage return that ends no line");
		} else {
			good = csv_reference_byte(&r, text[i]);
		}
	}
	if (good)
		csv_reference_finish(&r);
	csv_free(&r.parser);
}

/* Has csvin look out for records of lead fields and then one or two (pair) of a
 * letter each: it must find the same. */
static inline void
csv_reference_expect(struct csvin *in, size_t lead, bool pair)
{
	static const uint8_t low[2][SHAPE_STEP] = {{'a'}, {'a', ',', 'a'}};
	static uint8_t high[2][SHAPE_STEP];

	memset(high, 255, sizeof(high));
	high[0][0] = high[1][0] = high[1][2] = 'z';
	high[1][1] = ',';
	csvin_expect(in,
	    &(struct shape){.lead = lead,
		.len = pair ? 3 : 1,
		.low = low[pair],
		.high = high[pair]});
}

/* The transcript of what csvin finds. */
static inline void
csv_reference_transcribe(struct str *out, struct csvin *in)
{
	int got;

	while ((got = csvin_next(in)) == CSVIN_RECORD) {
		str_addf(out, "%lu", csvin_line(in));
		for (size_t i = 0; i < csvin_count(in); i++) {
			size_t len;
			const char *text = csvin_field(in, i, &len);

			csv_reference_put_field(
			    out, text, len, csvin_quoted(in, i));
		}
		str_addc(out, '\n');
	}
	if (got == CSVIN_END)
		str_adds(out, "end\n");
	else
		str_addf(out, "broken %lu %s\n", csvin_error(in)->line,
		    csvin_error(in)->text);
}

#endif
