/*
 * sense - what a word is like, in numbers: words that stand beside the same
 * words in other texts have like numbers, so that what is learnt of one is told
 * of the others.
 *
 * A table is text: a head of fields, a blank line, and a line for each word, by
 * the order of bytes: the folded word, a blank, and a letter for each of
 * SENSE_DIMENSIONS numbers, SENSE_MIDDLE for 0, the one behind it for 1 and so
 * on.  It is searched as it stands, and costs nothing until it is asked.
 */
#ifndef ATTRIB_SENSE_H
#define ATTRIB_SENSE_H

#include <stddef.h>

enum {
	SENSE_DIMENSIONS = 24,
	SENSE_MIDDLE = '_',
};

/* The lines of a table, borrowed.  Zeroed it knows no word. */
struct senses {
	const char *text;
	size_t len;
};

/* The table of (text, len), which must outlive it; one without a blank line
 * knows no word. */
struct senses senses_of(const char *text, size_t len);

/*
 * The numbers of a folded word, as they stand in the table; of a word that is
 * not known, those of what stands before its apostrophe ("friend's").  NULL if
 * that is not known either.
 */
const char *senses_find(const struct senses *s, const char *word, size_t len);

/* Adds numbers that were found, times weight, to sums. */
void senses_add(
    const char *numbers, double weight, double sums[SENSE_DIMENSIONS]);

#endif
