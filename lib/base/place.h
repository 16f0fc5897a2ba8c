/*
 * place - a file named by the open folder that holds it, so that all steps of
 * one change speak of the same folder even if its path is moved meanwhile.
 * Serves file.c alone.
 *
 * Calls return a descriptor or 0, or -1 with errno set.
 */
#ifndef BASE_PLACE_H
#define BASE_PLACE_H

#include <stdbool.h>

struct place {
	int dir;
	const char *name; /* borrowed from the path */
};

/* Opens the folder of path, making it where it is missing. */
int place_open(struct place *p, const char *path);
void place_close(struct place *p); /* leaves errno alone */

/* Opens a regular file of p's folder; a symbolic link fails with ELOOP, other
 * kinds with EINVAL.  With O_CREAT | O_EXCL in flags it is new, mode 0600. */
int place_openat(const struct place *p, const char *name, int flags);

/* The same, and makes the file where there is none; *made says so. */
int place_make(const struct place *p, const char *name, int flags, bool *made);

/* Closes without disturbing the errno of what went wrong before. */
void place_close_fd(int fd);

#endif
