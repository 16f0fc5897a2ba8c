#include "attrib/vocab.h"

#include "attrib/names.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* A word or stem of the lexicon; its text is in the names beside it. */
struct entry {
	uint32_t *symbols; /* rising, without doubles once frozen */
	size_t count, cap;
	uint16_t set;
	uint8_t nparts;                  /* 0: read as itself */
	uint16_t parts[VOCAB_PARTS_MAX]; /* words, sets once frozen */
};

/* names.items[i] is the text of entries[i]. */
struct index {
	struct names names;
	struct entry *entries;
	size_t cap;
};

struct vocab {
	struct index words, stems;
	struct vocab_set *sets;
	size_t nsets, sets_cap;
	uint32_t *symbols;
	size_t nsymbols, symbols_cap;
};

static struct entry *
index_find(const struct index *x, const char *text, size_t len)
{
	uint32_t number = names_find(&x->names, text, len);

	return number == NAMES_NONE ? NULL : &x->entries[number];
}

/* The number of the entry of that text, made if it is not there. */
static uint32_t
index_take(struct index *x, const char *text, size_t len)
{
	size_t before = x->names.count;
	uint32_t number = names_take(&x->names, text, len);

	if (number == before) {
		x->entries = mem_grow(
		    x->entries, &x->cap, before + 1, sizeof(*x->entries));
		x->entries[number] = (struct entry){0};
	}
	return number;
}

static void
index_release(struct index *x)
{
	size_t i;

	for (i = 0; i < x->names.count; i++)
		free(x->entries[i].symbols);
	free(x->entries);
	names_release(&x->names);
}

struct vocab *
vocab_new(void)
{
	return mem_zalloc(1, sizeof(struct vocab));
}

void
vocab_free(struct vocab *v)
{
	if (v == NULL)
		return;
	index_release(&v->words);
	index_release(&v->stems);
	free(v->sets);
	free(v->symbols);
	free(v);
}

static void
entry_symbol(struct entry *e, uint32_t symbol)
{
	size_t i;

	for (i = 0; i < e->count; i++)
		if (e->symbols[i] == symbol)
			return;
	e->symbols =
	    mem_grow(e->symbols, &e->cap, e->count + 1, sizeof(*e->symbols));
	e->symbols[e->count++] = symbol;
}

void
vocab_add(
    struct vocab *v, const char *text, size_t len, bool stem, uint32_t symbol)
{
	struct index *x = stem ? &v->stems : &v->words;
	uint32_t number = index_take(x, text, len);

	entry_symbol(&x->entries[number], symbol);
}

bool
vocab_spell(struct vocab *v, const char *text, size_t len,
    const char *const *parts, size_t n)
{
	uint32_t number = index_take(&v->words, text, len), part;
	size_t i;

	if (v->words.entries[number].nparts > 0)
		return false;
	for (i = 0; i < n; i++) {
		part = index_take(&v->words, parts[i], strlen(parts[i]));
		v->words.entries[number].parts[i] = (uint16_t)part;
	}
	v->words.entries[number].nparts = (uint8_t)n;
	return true;
}

/* Gives the entry the symbols of every stem that its text begins with. */
static void
entry_inherit(const struct vocab *v, const struct index *x, uint32_t number)
{
	const char *text = names_text(&x->names, number);
	struct entry *e = &x->entries[number];
	size_t len, i;

	for (len = 1; len <= x->names.items[number].len; len++) {
		const struct entry *stem = index_find(&v->stems, text, len);

		for (i = 0; stem != NULL && stem != e && i < stem->count; i++)
			entry_symbol(e, stem->symbols[i]);
	}
}

static int
compare_symbols(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Until all are formed, symbols may move: the set keeps its place among them.
 */
static void
form_set(struct vocab *v, struct entry *e)
{
	struct vocab_set set = {.count = e->count};
	size_t i;

	if (e->count == 0)
		return;
	qsort(e->symbols, e->count, sizeof(*e->symbols), compare_symbols);
	v->symbols = mem_grow(v->symbols, &v->symbols_cap,
	    v->nsymbols + e->count, sizeof(*v->symbols));
	for (i = 0; i < e->count; i++) {
		v->symbols[v->nsymbols++] = e->symbols[i];
		set.mask |= 1ULL << (e->symbols[i] & 63);
	}
	v->sets =
	    mem_grow(v->sets, &v->sets_cap, v->nsets + 1, sizeof(*v->sets));
	e->set = (uint16_t)v->nsets;
	v->sets[v->nsets++] = set;
}

/* Now that they stay: sets were formed in the order of their symbols. */
static void
place_symbols(struct vocab *v)
{
	const uint32_t *at = v->symbols;
	size_t i;

	for (i = 0; i < v->nsets; i++) {
		v->sets[i].symbols = at;
		at += v->sets[i].count;
	}
}

static void
form_sets(struct vocab *v, struct index *x)
{
	uint32_t i;

	for (i = 0; i < x->names.count; i++) {
		entry_inherit(v, x, i);
		form_set(v, &x->entries[i]);
	}
}

bool
vocab_freeze(struct vocab *v)
{
	size_t i, k;

	if (v->words.names.count + v->stems.names.count >= VOCAB_SETS_MAX)
		return false;
	v->sets = mem_grow(v->sets, &v->sets_cap, 1, sizeof(*v->sets));
	v->sets[0] = (struct vocab_set){0};
	v->nsets = 1;
	form_sets(v, &v->words);
	form_sets(v, &v->stems);
	place_symbols(v);
	for (i = 0; i < v->words.names.count; i++) {
		struct entry *e = &v->words.entries[i];

		for (k = 0; k < e->nparts; k++)
			e->parts[k] = v->words.entries[e->parts[k]].set;
	}
	return true;
}

size_t
vocab_sets(const struct vocab *v)
{
	return v->nsets;
}

const uint32_t *
vocab_symbols(const struct vocab *v, uint32_t set, size_t *count)
{
	*count = v->sets[set].count;
	return v->sets[set].symbols;
}

const struct vocab_set *
vocab_all(const struct vocab *v)
{
	return v->sets;
}

static size_t
entry_sets(const struct entry *e, uint16_t sets[VOCAB_PARTS_MAX])
{
	if (e->nparts == 0) {
		sets[0] = e->set;
		return 1;
	}
	memcpy(sets, e->parts, sizeof(e->parts));
	return e->nparts;
}

/* Shortens each run of three or more equal bytes to keep; false if none is. */
static bool
squeeze(const char *text, size_t len, size_t keep, char *out, size_t *out_len)
{
	size_t i, run, n = 0;
	bool found = false;

	for (i = 0; i < len; i += run) {
		for (run = 1; i + run < len && text[i + run] == text[i]; run++)
			;
		found |= run >= 3;
		n += run >= 3 ? keep : run;
		memset(out + n - (run >= 3 ? keep : run), text[i],
		    run >= 3 ? keep : run);
	}
	*out_len = n;
	return found;
}

static const struct entry *
find_stretched(const struct vocab *v, const char *text, size_t len)
{
	char buf[VOCAB_WORD_MAX];
	size_t keep, n;
	const struct entry *e = NULL;

	for (keep = 2; keep > 0 && e == NULL; keep--) {
		if (!squeeze(text, len, keep, buf, &n))
			return NULL;
		e = index_find(&v->words, buf, n);
	}
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
	const struct entry *e;

	for (; len > 0; len--) {
		e = index_find(&v->stems, text, len);
		if (e != NULL)
			return e->set;
	}
	return 0;
}

size_t
vocab_lookup(const struct vocab *v, const char *text, size_t len,
    uint16_t sets[VOCAB_PARTS_MAX])
{
	const struct entry *e;
	uint16_t rest[VOCAB_PARTS_MAX];
	size_t cut, n;

	sets[0] = 0;
	if (len == 0 || len > VOCAB_WORD_MAX)
		return 1;
	e = index_find(&v->words, text, len);
	if (e == NULL)
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

bool
vocab_spelt(const struct vocab *v, const char *text, size_t len)
{
	const struct entry *e = index_find(&v->words, text, len);

	return e != NULL && e->nparts > 0;
}
