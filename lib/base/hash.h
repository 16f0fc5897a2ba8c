/*
 * hash - a number for any bytes, the same on every machine.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_INIT 14695981039346656037ULL
#define HASH_PRIME 1099511628211ULL

/*
 * Carries on a hash begun with HASH_INIT over the bytes: FNV-1a, 64 bits
 * (Fowler, Noll and Vo; RFC 9923).  Parts give the same as the whole.  Its
 * low bits alone are weak; it guards against accidents, not against intent.
 */
static inline uint64_t
hash_add(uint64_t hash, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * HASH_PRIME;
	return hash;
}

#endif
