/*
 * pile - any number of hashes put aside in a file, to find those that are equal
 * in the end, in a fixed amount of memory.
 *
 * They are written in blocks of one leading byte each, so that equal ones come
 * to stand in the same chain of blocks.  Each chain is then read as often as it
 * takes for its share of the hashes to fit into the table at hand.
 */
#ifndef QUIZ_PILE_H
#define QUIZ_PILE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct pile_entry {
	uint64_t hash, place;
};

/* The same hash at two places, the later one first. */
struct pile_pair {
	uint64_t place, before;
};

struct pile; /* opaque: it owns memory */

/* The file is fresh, open for writing and reading; the pile closes it. */
struct pile *pile_new(FILE *file);
void pile_free(struct pile *p); /* NULL is allowed */

void pile_add(struct pile *p, struct pile_entry entry);

/*
 * Counts the places whose hash stands at an earlier one, and puts the first n
 * of them, by place, into pairs.  table is scratch for 2 * room entries.
 */
uint64_t pile_pairs(struct pile *p, struct pile_entry *table, size_t room,
    struct pile_pair *pairs, size_t n);

/* 0, or the errno of what went wrong with the file. */
int pile_failed(const struct pile *p);

#endif
