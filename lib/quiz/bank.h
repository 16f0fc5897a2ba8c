/*
 * bank - the calibrated items of an instrument: a file of parameters,
 * reconnect-bank(5).
 */
#ifndef QUIZ_BANK_H
#define QUIZ_BANK_H

#include "base/diag.h"
#include "base/str.h"
#include "quiz/calibrate.h"
#include "quiz/dimension.h"

struct bank_scale {
	struct dimension dimension;
	struct grm_item *items; /* one for each of its items */
	size_t *areas;          /* the content area of each, 0.. */
	bool *found;            /* these two are private to the reader */
	char **area;
};

/* Plain storage; read and release it. */
struct bank {
	const struct instrument *in; /* borrowed */
	struct bank_scale *scales;   /* in the order of the file */
	size_t nscales;
	char *sample; /* whom it was calibrated on; "" where it does not say */
};

/*
 * Reads (text, len), borrowed only during the call, as a bank of the
 * instrument.  Returns 0; or -1 with *err: it is not one, it belongs to another
 * instrument or another version of it (the item is named where its answers are
 * others), an item of a scale is not there, or has parameters that cannot be (a
 * not positive, thresholds not ascending).
 */
int bank_read(struct bank *b, const struct instrument *in, const char *text,
    size_t len, struct diag *err);
void bank_release(struct bank *b);

/* The id of the instrument that the text, a bank, says it belongs to: appended
 * to *id.  -1 with *err where it says none. */
int bank_instrument(
    const char *text, size_t len, struct str *id, struct diag *err);

/* The bank of that scale, or NULL. */
const struct bank_scale *bank_find(
    const struct bank *b, const struct scale *scale);

/* Of all that decides which category an answer falls into. */
enum { BANK_CHECKSUM_MAX = 17 }; /* 16 digits and the NUL */
void bank_checksum(const struct instrument *in, char text[BANK_CHECKSUM_MAX]);

/* Appends the file for fits of dimensions of one instrument, n of each. */
void bank_format(struct str *out, const struct dimension *dimensions,
    const struct calibration *fits, size_t n);

#endif
