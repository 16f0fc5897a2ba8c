/*
 * mem - the one place that allocates.  No call returns NULL: when memory runs
 * out the hook is called, which must not return.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Called with the number of bytes that could not be had.  The default calls
 * abort(); a tool's msg_init() ends the process with a message and RC_SYSTEM;
 * a program that embeds the library sets its own (longjmp is allowed). */
typedef void mem_hook(size_t bytes);
void mem_on_exhaustion(mem_hook *hook);

/* All are released with free().  n * size is checked for overflow, which
 * counts as exhaustion.  A request for 0 bytes gives a pointer to release. */
void *mem_alloc(size_t n, size_t size);
void *mem_zalloc(size_t n, size_t size); /* all bytes zero */
void *mem_realloc(void *p, size_t n, size_t size);
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t len); /* adds the final NUL */

/* Of mem_grow(), where there is no room. */
void *mem_grow_more(void *p, size_t *cap, size_t need, size_t size);

/*
 * Makes room for at least need elements in the array p that has room for *cap;
 * grows by half again, so that appending is linear.  Returns the array, which
 * may have moved; updates *cap.
 */
static inline void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? p : mem_grow_more(p, cap, need, size);
}

#endif
