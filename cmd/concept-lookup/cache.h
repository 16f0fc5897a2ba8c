/*
 * cache - images kept below $XDG_CACHE_HOME/reconnect/glossary/.
 */
#ifndef CONCEPT_LOOKUP_CACHE_H
#define CONCEPT_LOOKUP_CACHE_H

#include "own.h"

#include <stdio.h>

/* Maps a whole file that is open for reading; false with errno set. */
bool mapping_of(struct mapping *m, int fd);
void mapping_drop(struct mapping *m); /* an empty one is allowed */

/* Lets go the pages of a struct mapping that were read; reading on brings them
 * back. */
void mapping_relieve(void *mapping);

/* Maps the image kept of the source of that path; false if there is none. */
bool cache_find(const char *source, struct mapping *image);

/* An image on its way into the cache. */
struct cache {
	FILE *out;
	struct str path; /* its place */
	bool keep;       /* there is room in the folder */
};

/*
 * Returns a stream to write an image to: a file without a name in the folder of
 * the cache, or where none can be made there a temporary one.
 */
FILE *cache_begin(struct cache *c, const char *source);

/* Maps the file, and puts it into its place, where readers and other builders
 * see it whole or not at all. */
void cache_end(struct cache *c, struct mapping *image);

#endif
