#include "base/arena.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* A text of more than a quarter of a block gets one of its own, so that little
 * is lost at the end of each. */
enum { BLOCK = 64 * 1024 - 64, LARGE = BLOCK / 4 };

struct arena_block {
	struct arena_block *next;
	char bytes[];
};

static struct arena_block *
add_block(struct arena *a, size_t size)
{
	struct arena_block *b = mem_alloc(1, sizeof *b + size);

	b->next = a->blocks;
	a->blocks = b;
	return b;
}

/* Behind the one being filled, which stays the first. */
static char *
add_large(struct arena *a, size_t size)
{
	struct arena_block *first = a->blocks, *b = add_block(a, size);

	if (first != NULL) {
		b->next = first->next;
		first->next = b;
		a->blocks = first;
	}
	return b->bytes;
}

const char *
arena_keep(struct arena *a, const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy;

	if (size == 1)
		return "";
	if (size > LARGE)
		return memcpy(add_large(a, size), text, size);
	if (size > a->left) {
		a->at = add_block(a, BLOCK)->bytes;
		a->left = BLOCK;
	}
	copy = memcpy(a->at, text, size);
	a->at += size;
	a->left -= size;
	return copy;
}

void
arena_release(struct arena *a)
{
	while (a->blocks != NULL) {
		struct arena_block *next = a->blocks->next;

		free(a->blocks);
		a->blocks = next;
	}
	*a = (struct arena){0};
}
