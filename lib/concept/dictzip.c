#include "concept/dictzip.h"

#include <string.h>
#include <zlib.h>

enum {
	TAIL = 8,  /* checksum and size behind the last piece */
	HEAD = 10, /* bytes before the extra field */
	FLAG_CRC = 2,
	FLAG_EXTRA = 4,
	FLAG_NAME = 8,
	FLAG_COMMENT = 16,
};

static size_t
u16(const unsigned char *p)
{
	return (size_t)p[0] | (size_t)p[1] << 8;
}

/* Finds "RA" among the subfields in start..end. */
static int
find_pieces(struct dictzip *z, size_t start, size_t end, struct diag *err)
{
	size_t len;

	for (; start + 4 <= end; start += 4 + len) {
		const unsigned char *p = z->bytes + start;

		len = u16(p + 2);
		if (start + 4 + len > end)
			break;
		if (p[0] != 'R' || p[1] != 'A')
			continue;
		if (len < 6 || u16(p + 4) != 1)
			break;
		z->piece = u16(p + 6);
		z->pieces = u16(p + 8);
		z->lengths = start + 10;
		if (z->piece == 0 || len < 6 + 2 * z->pieces)
			break;
		return 0;
	}
	return diag_set(err, 0, "not compressed by dictzip");
}

/* Where a text that ends in NUL stops, or the end of the file. */
static size_t
behind_text(const struct dictzip *z, size_t at)
{
	const unsigned char *nul =
	    at < z->len ? memchr(z->bytes + at, '\0', z->len - at) : NULL;

	return nul != NULL ? (size_t)(nul - z->bytes) + 1 : z->len;
}

int
dictzip_open(
    struct dictzip *z, const unsigned char *bytes, size_t len, struct diag *err)
{
	size_t end;

	*z = (struct dictzip){.bytes = bytes, .len = len};
	if (len < HEAD || bytes[0] != 0x1f || bytes[1] != 0x8b ||
	    bytes[2] != Z_DEFLATED)
		return diag_set(err, 0, "not a gzip file");
	if ((bytes[3] & FLAG_EXTRA) == 0 || len < HEAD + 2)
		return diag_set(err, 0, "not compressed by dictzip");
	end = HEAD + 2 + u16(bytes + HEAD);
	if (end > len)
		return diag_set(err, 0, "cut short");
	if (find_pieces(z, HEAD + 2, end, err) != 0)
		return -1;
	if ((bytes[3] & FLAG_NAME) != 0)
		end = behind_text(z, end);
	if ((bytes[3] & FLAG_COMMENT) != 0)
		end = behind_text(z, end);
	z->data = end + ((bytes[3] & FLAG_CRC) != 0 ? 2 : 0);
	if (z->data + TAIL > len)
		return diag_set(err, 0, "cut short");
	z->size = u16(bytes + len - 4) | (uint64_t)u16(bytes + len - 2) << 16;
	if (z->size > (uint64_t)z->piece * z->pieces ||
	    z->size + z->piece <= (uint64_t)z->piece * z->pieces)
		return diag_set(err, 0, "cut short or damaged");
	return 0;
}

/* Appends what piece i, of clen bytes at from, holds. */
static int
inflate_piece(const struct dictzip *z, size_t from, size_t clen,
    struct str *out, struct diag *err)
{
	z_stream s = {0};
	int got;

	if (from > z->len || clen > z->len - from)
		return diag_set(err, 0, "cut short");
	if (inflateInit2(&s, -MAX_WBITS) != Z_OK)
		return diag_set(err, 0, "zlib: %s", s.msg != NULL ? s.msg : "");
	str_reserve(out, z->piece);
	s.next_in = (unsigned char *)(uintptr_t)(z->bytes + from);
	s.avail_in = (uInt)clen;
	s.next_out = (unsigned char *)out->text + out->len;
	s.avail_out = (uInt)z->piece;
	got = inflate(&s, Z_PARTIAL_FLUSH);
	out->len += z->piece - s.avail_out;
	out->text[out->len] = '\0';
	inflateEnd(&s);
	if (got != Z_OK && got != Z_STREAM_END && got != Z_BUF_ERROR)
		return diag_set(err, 0, "damaged at byte %zu", from);
	return 0;
}

int
dictzip_read(const struct dictzip *z, uint64_t at, size_t len, struct str *out,
    struct diag *err)
{
	size_t first, last, from = z->data, skip, start = out->len;

	if (at > z->size || len > z->size - at)
		return diag_set(err, 0, "no bytes %llu to %llu in it",
		    (unsigned long long)at, (unsigned long long)at + len);
	if (len == 0)
		return 0;
	first = (size_t)(at / z->piece);
	last = (size_t)((at + len - 1) / z->piece);
	skip = (size_t)(at % z->piece);
	for (size_t i = 0; i <= last; i++) {
		size_t clen = u16(z->bytes + z->lengths + 2 * i);

		if (i >= first && inflate_piece(z, from, clen, out, err) != 0)
			return -1;
		from += clen;
	}
	if (out->len - start < skip + len)
		return diag_set(err, 0, "cut short");
	memmove(out->text + start, out->text + start + skip, len);
	out->len = start + len;
	out->text[out->len] = '\0';
	return 0;
}
