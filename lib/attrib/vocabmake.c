#include "attrib/vocabmake.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* A word or stem being gathered. */
struct entry {
	uint32_t *symbols; /* each once; rising in the end */
	size_t count, cap;
	uint8_t nparts;
	uint32_t parts[VOCAB_PARTS_MAX]; /* numbers of words */
};

/* names.items[i] is the text of entries[i]. */
struct index {
	struct names names;
	struct entry *entries;
	size_t cap;
};

struct vocabmake {
	struct index words, stems;
	struct names sets; /* the symbols of each, as bytes */
};

struct vocabmake *
vocabmake_new(void)
{
	return mem_zalloc(1, sizeof(struct vocabmake));
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

void
vocabmake_free(struct vocabmake *v)
{
	if (v == NULL)
		return;
	index_release(&v->words);
	index_release(&v->stems);
	names_release(&v->sets);
	free(v);
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
vocabmake_add(struct vocabmake *v, const char *text, size_t len, bool stem,
    uint32_t symbol)
{
	struct index *x = stem ? &v->stems : &v->words;
	uint32_t number = index_take(x, text, len);

	entry_symbol(&x->entries[number], symbol);
}

bool
vocabmake_spell(struct vocabmake *v, const char *text, size_t len,
    const char *const *parts, size_t n)
{
	uint32_t number = index_take(&v->words, text, len), part;
	size_t i;

	if (v->words.entries[number].nparts > 0)
		return false;
	for (i = 0; i < n; i++) {
		part = index_take(&v->words, parts[i], strlen(parts[i]));
		v->words.entries[number].parts[i] = part;
	}
	v->words.entries[number].nparts = (uint8_t)n;
	return true;
}

bool
vocabmake_spelt(const struct vocabmake *v, const char *text, size_t len)
{
	uint32_t number = names_find(&v->words.names, text, len);

	return number != NAMES_NONE && v->words.entries[number].nparts > 0;
}

/* Gives the entry the symbols of every stem that its text begins with. */
static void
entry_inherit(const struct vocabmake *v, const struct index *x, uint32_t number)
{
	const char *text = names_text(&x->names, number);
	struct entry *e = &x->entries[number];
	size_t len, i;

	for (len = 1; len <= x->names.items[number].len; len++) {
		uint32_t at = names_find(&v->stems.names, text, len);
		const struct entry *stem;

		if (at == NAMES_NONE)
			continue;
		stem = &v->stems.entries[at];
		for (i = 0; stem != e && i < stem->count; i++)
			entry_symbol(e, stem->symbols[i]);
	}
}

static int
compare_symbols(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The number of the entry's set: that of the words with the same symbols. */
static uint32_t
form_set(struct vocabmake *v, struct entry *e)
{
	if (e->count > 1)
		qsort(
		    e->symbols, e->count, sizeof(*e->symbols), compare_symbols);
	return names_take(&v->sets, e->count == 0 ? "" : (char *)e->symbols,
	    e->count * sizeof(*e->symbols));
}

static void
form_sets(struct vocabmake *v, struct index *x, struct vocab_index *out)
{
	uint32_t i;

	out->entries = mem_alloc(x->names.count, sizeof(*out->entries));
	for (i = 0; i < x->names.count; i++) {
		entry_inherit(v, x, i);
		out->entries[i] = (struct vocab_entry){
		    .set = (uint16_t)form_set(v, &x->entries[i]),
		    .nparts = x->entries[i].nparts};
	}
}

/* Spellings name words; reading wants the sets of these. */
static void
form_parts(const struct index *words, struct vocab_index *out)
{
	size_t i, k;

	for (i = 0; i < words->names.count; i++)
		for (k = 0; k < words->entries[i].nparts; k++)
			out->entries[i].parts[k] =
			    out->entries[words->entries[i].parts[k]].set;
}

/* Writes down the symbols of each set. */
static void
place_symbols(const struct names *forms, struct vocab *out)
{
	struct vocab_set *sets = mem_alloc(forms->count, sizeof(*sets));
	uint32_t *symbols = mem_alloc(
	    forms->texts.len / sizeof(*symbols) + 1, sizeof(*symbols));
	size_t i, k, n = 0;

	for (i = 0; i < forms->count; i++) {
		sets[i] = (struct vocab_set){.first = (uint32_t)n,
		    .count = forms->items[i].len / (uint32_t)sizeof(*symbols)};
		memcpy(symbols + n, names_text(forms, (uint32_t)i),
		    forms->items[i].len);
		for (k = 0; k < sets[i].count; k++)
			sets[i].mask |= 1ULL << (symbols[n++] & 63);
	}
	out->sets = sets;
	out->nsets = forms->count;
	out->symbols = symbols;
	out->nsymbols = n;
}

/* Moves the names: the entries beside them stay. */
static void
give_names(struct index *x, struct vocab_index *out)
{
	size_t i;

	for (i = 0; i < x->names.count; i++)
		free(x->entries[i].symbols);
	free(x->entries);
	out->names = x->names;
	*x = (struct index){0};
}

static void
note_stems(struct vocab *out)
{
	const struct names *names = &out->stems.names;
	uint32_t *lengths = mem_zalloc(VOCAB_BEGINNINGS, sizeof(*lengths));
	size_t i, k;

	for (i = 0; i < names->count; i++) {
		const char *text = names_text(names, (uint32_t)i);
		size_t len = names->items[i].len;

		if (len >= 2)
			lengths[vocab_beginning(text)] |= 1u
			    << (len < 31 ? len : 31);
		for (k = 0; len == 1 && k < VOCAB_BEGINNINGS; k++)
			lengths[k] |= 1u << 1;
	}
	out->stem_lengths = lengths;
}

bool
vocabmake_finish(struct vocabmake *v, struct vocab *out)
{
	*out = (struct vocab){0};
	names_take(&v->sets, "", 0); /* set 0 */
	form_sets(v, &v->words, &out->words);
	form_sets(v, &v->stems, &out->stems);
	form_parts(&v->words, &out->words);
	place_symbols(&v->sets, out);
	give_names(&v->words, &out->words);
	give_names(&v->stems, &out->stems);
	note_stems(out);
	return out->nsets <= VOCAB_SETS_MAX;
}

void
vocab_release(struct vocab *v)
{
	names_release(&v->words.names);
	names_release(&v->stems.names);
	free(v->words.entries);
	free(v->stems.entries);
	free((void *)v->sets);
	free((void *)v->symbols);
	free((void *)v->stem_lengths);
	*v = (struct vocab){0};
}
