#include "attrib/breaks.h"

#include "attrib/block.h"
#include "base/mem.h"

#include <stdlib.h>

void
breaks_read(struct breaks *b, const uint8_t *flags, size_t count)
{
	size_t n = count / BLOCK + 1, cap = b->cap, i;

	b->clauses = mem_grow(b->clauses, &cap, n, sizeof(*b->clauses));
	if (cap != b->cap)
		b->sentences =
		    mem_realloc(b->sentences, cap, sizeof(*b->sentences));
	b->cap = cap;
	for (i = 0; i < n; i++, flags += BLOCK) {
		b->clauses[i] = block_flags(flags, TOKEN_CLAUSE);
		b->sentences[i] = block_flags(flags, TOKEN_SENTENCE);
	}
}

void
breaks_release(struct breaks *b)
{
	free(b->clauses);
	free(b->sentences);
	*b = (struct breaks){0};
}

static const uint64_t *
bits_of(const struct breaks *b, enum token_flag flag)
{
	return flag == TOKEN_SENTENCE ? b->sentences : b->clauses;
}

size_t
breaks_before(
    const struct breaks *b, enum token_flag flag, size_t from, size_t at)
{
	const uint64_t *bits = bits_of(b, flag);
	size_t block = at / BLOCK;
	uint64_t found = bits[block] & ~0ULL >> (BLOCK - 1 - at % BLOCK);

	while (found == 0 && block > from / BLOCK)
		found = bits[--block];
	if (found == 0)
		return from;
	at = block * BLOCK + BLOCK - 1 - (size_t)__builtin_clzll(found);
	return at > from ? at : from;
}

size_t
breaks_behind(
    const struct breaks *b, enum token_flag flag, size_t at, size_t to)
{
	const uint64_t *bits = bits_of(b, flag);
	size_t block = at / BLOCK;
	uint64_t found = bits[block] & ~0ULL << at % BLOCK;

	while (found == 0 && (block + 1) * BLOCK < to)
		found = bits[++block];
	if (found == 0)
		return to;
	at = block * BLOCK + (size_t)__builtin_ctzll(found);
	return at < to ? at : to;
}
