/*
 * shape - records that look as expected: some fields, then fields of one byte
 * each, to the end of the line.  Answer sheets look so, and a record that does
 * is found without looking for its fields.
 */
#ifndef STREAM_SHAPE_H
#define STREAM_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	SHAPE_STEP = 16, /* bounds are padded to a multiple of it, and so */
			 /* many bytes can be read behind a text */
	SHAPE_LEAD_MAX = 256, /* bytes of the fields before the tail */
};

/*
 * A plain value; the bounds are borrowed.  The tail of a record is len bytes,
 * "x,x,x": byte i lies in low[i]..high[i], where the separators are bounded to
 * commas and the fields to no quote, comma, CR, LF or NUL.  What pads the
 * bounds is 0 in low and 255 in high.
 */
struct shape {
	size_t lead; /* fields before the tail */
	size_t len;  /* odd; 0: nothing is expected */
	const uint8_t *low, *high;
};

/* Whether the text is such a tail. */
bool shape_holds(const struct shape *s, const char *text);

/*
 * The length, with its line end, of the record that begins base[at..len) if it
 * has the shape and its first fields are plain; else 0.  ends (room for lead)
 * gets the positions of the separators behind these, *tail that of the tail.
 */
size_t shape_find(const struct shape *s, const char *base, size_t at,
    size_t len, uint32_t *ends, size_t *tail);

/* The ends of all fields of the tail, behind those of the lead; ends has room
 * for SHAPE_STEP more. */
void shape_ends(const struct shape *s, size_t tail, uint32_t *ends);

#endif
