/*
 * alloc - what LD_PRELOAD puts between a program and the memory it asks for.
 *
 *   ALLOC_WHEN   which request fails, from 1, and all after it (none: not one)
 *   ALLOC_COUNT  a file to which the number of requests is written at exit
 *
 * The glibc names of the real functions are used, since dlsym() itself asks for
 * memory.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

static long requests, when = -1;

static bool
fails(void)
{
	const char *text;

	if (when < 0) {
		text = getenv("ALLOC_WHEN");
		when = text != NULL ? atol(text) : 0;
	}
	requests++;
	if (when == 0 || requests < when)
		return false;
	errno = ENOMEM;
	return true;
}

__attribute__((destructor)) static void
report(void)
{
	const char *path = getenv("ALLOC_COUNT");
	long counted = requests;
	FILE *fp;

	when = 0;
	if (path == NULL || (fp = fopen(path, "w")) == NULL)
		return;
	fprintf(fp, "%ld\n", counted);
	fclose(fp);
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return fails() ? NULL : __libc_realloc(p, size);
}
