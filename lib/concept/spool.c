#include "concept/spool.h"

#include <errno.h>

enum { COPY_BLOCK = 16 * 1024 };

void
spool_init(struct spool *s, sorter_scratch *scratch)
{
	*s = (struct spool){.held = STR_INIT, .scratch = scratch};
}

void
spool_release(struct spool *s)
{
	if (s->file != NULL)
		fclose(s->file);
	str_release(&s->held);
}

static void
fail(struct spool *s)
{
	if (s->error == 0)
		s->error = errno != 0 ? errno : EIO;
}

static void
flush(struct spool *s)
{
	errno = 0;
	if (s->file == NULL && (s->file = s->scratch()) == NULL) {
		fail(s);
		return;
	}
	if (fwrite(s->held.text, 1, s->held.len, s->file) < s->held.len)
		fail(s);
	str_clear(&s->held);
}

void
spool_add(struct spool *s, const void *bytes, size_t len)
{
	str_add(&s->held, bytes, len);
	s->len += len;
	if (s->held.len >= SPOOL_MEMORY && s->scratch != NULL && s->error == 0)
		flush(s);
}

void
spool_u32(struct spool *s, uint32_t x)
{
	unsigned char bytes[4];

	for (int i = 0; i < 4; i++, x >>= 8)
		bytes[i] = (unsigned char)(x & 0xff);
	spool_add(s, bytes, sizeof bytes);
}

void
spool_u64(struct spool *s, uint64_t x)
{
	spool_u32(s, (uint32_t)(x & 0xffffffff));
	spool_u32(s, (uint32_t)(x >> 32));
}

void
spool_copy(struct spool *s, FILE *out)
{
	char block[COPY_BLOCK];
	size_t got;

	if (s->file != NULL) {
		rewind(s->file);
		while ((got = fread(block, 1, sizeof block, s->file)) > 0)
			fwrite(block, 1, got, out);
		if (ferror(s->file) != 0)
			fail(s);
	}
	fwrite(s->held.text, 1, s->held.len, out);
}
