#include "attrib/vocab.h"

#include <string.h>

bool
vocab_lists(const struct vocab *v, uint32_t set, uint32_t symbol)
{
	const uint32_t *at = v->symbols + v->sets[set].first;
	uint32_t left = v->sets[set].count, half;

	/* By halves without a branch: where it stands, if it does, no processor
	 * foretells. */
	for (; left > 1; left -= half) {
		half = left / 2;
		at += at[half] <= symbol ? half : 0;
	}
	return left > 0 && *at == symbol;
}

static const struct vocab_entry *
index_find(const struct vocab_index *x, const char *text, size_t len)
{
	uint32_t number = names_find(&x->names, text, len);

	return number == NAMES_NONE ? NULL : &x->entries[number];
}

static size_t
entry_sets(const struct vocab_entry *e, uint16_t sets[VOCAB_PARTS_MAX])
{
	if (e->nparts == 0) {
		sets[0] = e->set;
		return 1;
	}
	memcpy(sets, e->parts, sizeof(e->parts));
	return e->nparts;
}

/* Shortens each run of three or more equal bytes to keep. */
static size_t
squeeze(const char *text, size_t len, size_t keep, char *out)
{
	size_t i, run, n = 0;

	for (i = 0; i < len; i += run) {
		for (run = 1; i + run < len && text[i + run] == text[i]; run++)
			;
		memset(out + n, text[i], run);
		n += run >= 3 ? keep : run;
	}
	return n;
}

static bool
is_stretched(const char *text, size_t len)
{
	size_t i;

	for (i = 2; i < len; i++)
		if (text[i] == text[i - 1] && text[i] == text[i - 2])
			return true;
	return false;
}

static const struct vocab_entry *
find_stretched(const struct vocab *v, const char *text, size_t len)
{
	char buf[VOCAB_WORD_MAX];
	size_t keep;
	const struct vocab_entry *e = NULL;

	for (keep = 2; keep > 0 && e == NULL; keep--)
		e = index_find(&v->words, buf, squeeze(text, len, keep, buf));
	return e;
}

/* Where an unknown word parts in two: at "n't", or at its last apostrophe. */
static size_t
apostrophe_at(const char *text, size_t len)
{
	size_t i;

	if (len > 3 && memcmp(text + len - 3, "n't", 3) == 0)
		return len - 3;
	for (i = len - 1; i > 0; i--)
		if (text[i] == '\'')
			return i;
	return 0;
}

static uint16_t
stem_set(const struct vocab *v, const char *text, size_t len)
{
	const struct vocab_entry *e = NULL;
	uint32_t lengths;

	if (len < 2)
		e = index_find(&v->stems, text, len);
	lengths = len < 2 ? 0 : v->stem_lengths[vocab_beginning(text)];
	for (; lengths != 0 && len > 0 && e == NULL; len--)
		if ((lengths >> (len < 31 ? len : 31) & 1) != 0)
			e = index_find(&v->stems, text, len);
	return e == NULL ? 0 : e->set;
}

size_t
vocab_lookup(const struct vocab *v, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX])
{
	const struct vocab_entry *e;
	uint16_t rest[VOCAB_PARTS_MAX];
	size_t cut, n;

	sets[0] = 0;
	if (len == 0 || len > VOCAB_WORD_MAX)
		return 1;
	e = index_find(&v->words, text, len);
	if (e == NULL && is_stretched(text, len))
		e = find_stretched(v, text, len);
	if (e != NULL)
		return entry_sets(e, sets);
	cut = apostrophe_at(text, len);
	if (cut == 0) {
		sets[0] = stem_set(v, text, len);
		return 1;
	}
	n = vocab_lookup(v, text, cut, sets);
	if (n == VOCAB_PARTS_MAX)
		return n;
	e = index_find(&v->words, text + cut, len - cut);
	rest[0] = 0;
	if (e != NULL)
		entry_sets(e, rest);
	sets[n] = rest[0];
	return n + 1;
}
