/*
 * file - state that survives: whole files read, files replaced or appended to
 * so that a crash, a full disk or a second writer loses nothing.
 *
 * Calls return 0, or -1 with errno set.  Interrupted and short writes are
 * carried on.  New files have mode 0600, new folders 0700, whatever the umask;
 * a symbolic link in the place of the file itself is refused (ELOOP).  A file
 * of the user's own that others may read has mode 0600 once it was written to.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/str.h"

#include <stddef.h>

/* Makes the folder and those above it that are missing. */
int file_mkdirs(const char *folder);

/* Opens the file to be read; returns a descriptor to be closed.  A FIFO fails
 * with EINVAL, at once. */
int file_open(const char *path);

/* Appends the whole file to *out.  A file of more than limit bytes fails with
 * EFBIG, a folder with EISDIR. */
int file_read(const char *path, size_t limit, struct str *out);

/*
 * Takes the lock "PATH.lock" (flock, exclusive, waiting its turn), making the
 * file and its folder where they are missing.  Returns a descriptor for
 * file_unlock(), or -1.
 */
int file_lock(const char *path);
void file_unlock(int lock);

/*
 * Replaces or makes the file: a temporary file in the same folder, fsync,
 * rename, fsync of the folder (where the file system can do that).  A reader
 * sees the old file or the new one. What is there and no file (a device, a
 * FIFO) fails with EINVAL and stays.
 */
int file_replace(const char *path, const char *data, size_t len);

/* The same for a caller who holds the lock: the temporary file is "PATH.tmp",
 * so that what a crash left of an earlier one is cleared away. */
int file_replace_held(const char *path, const char *data, size_t len);

/*
 * Appends whole lines (data ends in LF) durably, for a caller who holds the
 * lock: write, fsync, and fsync of the folder where the file is new.  If the
 * write fails half-way the file is cut back to what it was.  A torn last line
 * left by a crash (no LF) is first moved to "PATH.torn", so that it can never
 * join with a good one.
 */
int file_append_held(const char *path, const char *data, size_t len);

#endif
