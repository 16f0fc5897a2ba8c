/*
 * names - numbers for texts: each different text gets the next number, from 0.
 */
#ifndef ATTRIB_NAMES_H
#define ATTRIB_NAMES_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

#define NAMES_NONE UINT32_MAX

/* Plain storage; zero it first, release it. */
struct names {
	struct str texts; /* one behind the other, each with its NUL */
	struct names_item {
		uint32_t first, len; /* in texts */
	} * items;
	size_t count, cap;
	uint32_t *slots; /* numbers plus 1, open addressing */
	size_t nslots;   /* a power of two */
};

void names_release(struct names *n);

/* The number of the text; NAMES_NONE where it has none. */
uint32_t names_find(const struct names *n, const char *text, size_t len);

/* The same, but a new text gets a number (the count before the call). */
uint32_t names_take(struct names *n, const char *text, size_t len);

/* The text of a number; valid until the next names_take(). */
const char *names_text(const struct names *n, uint32_t number);

#endif
