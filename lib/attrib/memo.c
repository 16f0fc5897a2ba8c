#include "attrib/memo.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
	KEY_MAX = 16,        /* bytes of the words that are remembered */
	MEMO_ROWS = 1 << 14, /* a power of two */
};

/* A word of at most KEY_MAX bytes, in lower case, padded with zero bytes. */
struct key {
	uint64_t low, high;
};

struct slot {
	struct key key; /* all zero: empty */
	uint16_t sets[VOCAB_PARTS_MAX];
	size_t count;
};

/* Two places a row: the newer word first, the older goes when a third comes. */
struct memo {
	const struct vocab *vocab;
	struct slot rows[MEMO_ROWS][2];
	struct str folded;
};

struct memo *
memo_new(const struct vocab *v)
{
	struct memo *m = mem_zalloc(1, sizeof(*m));

	m->vocab = v;
	str_init(&m->folded);
	return m;
}

void
memo_free(struct memo *m)
{
	if (m == NULL)
		return;
	str_release(&m->folded);
	free(m);
}

/* Eight bytes of ASCII in lower case: 0x20 is set in each of 'A'..'Z' (bytes
 * are below 0x80, so that no sum carries into the next). */
static uint64_t
lower(uint64_t x)
{
	const uint64_t each = 0x0101010101010101ULL;
	uint64_t from_a = x + each * (0x80 - 'A');
	uint64_t past_z = x + each * (0x80 - 'Z' - 1);

	return x | ((from_a & ~past_z & each * 0x80) >> 2);
}

/* Loads len bytes at a time where room bytes may be read. */
static struct key
key_of(const char *text, size_t len, size_t room)
{
	struct key key = {0, 0};

	if (room >= KEY_MAX) {
		memcpy(&key, text, KEY_MAX);
		if (len < 8) {
			key.low &= (1ULL << 8 * len) - 1;
			key.high = 0;
		} else if (len < 16) {
			key.high &= (1ULL << 8 * (len - 8)) - 1;
		}
	} else {
		memcpy(&key, text, len);
	}
	return (struct key){lower(key.low), lower(key.high)};
}

static size_t
row_of(struct key key)
{
	uint64_t h = key.low * 0x9E3779B97F4A7C15ULL;

	h = (h ^ h >> 32 ^ key.high) * 0xD6E8FEB86659FD93ULL;
	return (size_t)(h >> 40) & (MEMO_ROWS - 1);
}

static bool
key_equal(struct key a, struct key b)
{
	return a.low == b.low && a.high == b.high;
}

/* Looks the word up, not through the memory. */
static size_t
read_slowly(struct memo *m, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX])
{
	str_clear(&m->folded);
	utf8_fold(&m->folded, text, len);
	return vocab_lookup(m->vocab, m->folded.text, m->folded.len, sets);
}

size_t
memo_read(struct memo *m, const char *text, size_t len,
    const struct token *token, uint16_t sets[VOCAB_PARTS_MAX])
{
	const char *word = text + token->start;
	size_t word_len = token->end - token->start;
	struct slot *row;
	struct key key;

	if (word_len > VOCAB_WORD_MAX) {
		sets[0] = 0;
		return 1;
	}
	if (word_len > KEY_MAX || (token->flags & TOKEN_WIDE) != 0)
		return read_slowly(m, word, word_len, sets);
	key = key_of(word, word_len, len - token->start);
	row = m->rows[row_of(key)];
	if (!key_equal(row[0].key, key)) {
		struct slot older = row[0];

		if (key_equal(row[1].key, key)) {
			row[0] = row[1];
		} else {
			row[0].key = key;
			row[0].count =
			    read_slowly(m, word, word_len, row[0].sets);
		}
		row[1] = older;
	}
	memcpy(sets, row[0].sets, sizeof(row[0].sets));
	return row[0].count;
}
