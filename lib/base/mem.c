#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void
abort_on_exhaustion(size_t bytes)
{
	(void)bytes;
	abort();
}

/* One for the process, as malloc is. */
static mem_hook *exhaustion_hook = abort_on_exhaustion;

void
mem_on_exhaustion(mem_hook *hook)
{
	exhaustion_hook = hook;
}

_Noreturn static void
exhausted(size_t bytes)
{
	exhaustion_hook(bytes);
	abort();
}

static size_t
product(size_t n, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		exhausted(SIZE_MAX);
	return bytes == 0 ? 1 : bytes;
}

void *
mem_alloc(size_t n, size_t size)
{
	size_t bytes = product(n, size);
	void *p = malloc(bytes);

	if (p == NULL)
		exhausted(bytes);
	return p;
}

void *
mem_zalloc(size_t n, size_t size)
{
	size_t bytes = product(n, size);
	void *p = calloc(1, bytes);

	if (p == NULL)
		exhausted(bytes);
	return p;
}

void *
mem_realloc(void *p, size_t n, size_t size)
{
	size_t bytes = product(n, size);
	void *moved = realloc(p, bytes);

	if (moved == NULL)
		exhausted(bytes);
	return moved;
}

char *
mem_strdup(const char *text)
{
	return mem_strndup(text, strlen(text));
}

char *
mem_strndup(const char *text, size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		exhausted(len);
	copy = mem_alloc(len + 1, 1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

void *
mem_grow_more(void *p, size_t *cap, size_t need, size_t size)
{
	size_t grown = *cap + *cap / 2;

	if (grown < *cap || grown < need)
		grown = need;
	if (grown < 8)
		grown = 8;
	p = mem_realloc(p, grown, size);
	*cap = grown;
	return p;
}
