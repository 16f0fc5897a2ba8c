#include "concept/glossary.h"

#include "base/str.h"
#include "concept/word.h"

#include <string.h>

static uint32_t
u32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static uint64_t
u64(const unsigned char *p)
{
	return u32(p) | (uint64_t)u32(p + 4) << 32;
}

int
glossary_open(struct glossary *g, const unsigned char *bytes, size_t len,
    struct diag *err)
{
	memset(g, 0, sizeof *g);
	if (len < GLOSSARY_HEAD || memcmp(bytes, GLOSSARY_MAGIC, 8) != 0)
		return diag_set(err, 0, "not a glossary image");
	if (u32(bytes + 8) != GLOSSARY_VERSION)
		return diag_set(err, 0, "a glossary image of another version");
	for (int i = 0; i < GLOSSARY_SECTIONS; i++) {
		uint64_t at = u64(bytes + 48 + 16 * i);
		uint64_t size = u64(bytes + 56 + 16 * i);

		if (at > len || size > len - at)
			return diag_set(err, 0, "glossary image cut short");
		g->section[i] = bytes + at;
		g->size[i] = size;
	}
	if (g->size[GLOSSARY_POOL] == 0 ||
	    g->section[GLOSSARY_POOL][g->size[GLOSSARY_POOL] - 1] != '\0')
		return diag_set(err, 0, "glossary image damaged");
	g->entries = g->size[GLOSSARY_ENTRIES] / GLOSSARY_ENTRY;
	g->keys = g->entries > 0 ? g->size[GLOSSARY_KEYS] / GLOSSARY_KEY : 0;
	g->terms = g->size[GLOSSARY_TERMS] / GLOSSARY_TERM;
	g->synonyms = g->size[GLOSSARY_SYNONYMS] / GLOSSARY_SYNONYM;
	g->form = u32(bytes + 12) <= GLOSSARY_CASED
	    ? (enum glossary_form)u32(bytes + 12)
	    : GLOSSARY_WORDS;
	g->words = u64(bytes + 16);
	g->stamp = (struct glossary_stamp){
	    u64(bytes + 24), u64(bytes + 32), u64(bytes + 40)};
	return 0;
}

static const char *
text_at(const struct glossary *g, uint32_t at)
{
	if (at >= g->size[GLOSSARY_POOL])
		return "";
	return (const char *)g->section[GLOSSARY_POOL] + at;
}

struct glossary_entry
glossary_entry(const struct glossary *g, size_t i)
{
	const unsigned char *p =
	    g->section[GLOSSARY_ENTRIES] + i * GLOSSARY_ENTRY;
	uint32_t kind = u32(p + 20);

	return (struct glossary_entry){
	    .at = u64(p),
	    .len = u32(p + 8),
	    .id = text_at(g, u32(p + 12)),
	    .title = text_at(g, u32(p + 16)),
	    .words = u32(p + 24),
	    .kind = kind <= CONCEPT_MEASURE ? (enum concept_kind)kind
					    : CONCEPT_TERM,
	};
}

struct glossary_key
glossary_key(const struct glossary *g, size_t i)
{
	const unsigned char *p = g->section[GLOSSARY_KEYS] + i * GLOSSARY_KEY;
	size_t entry = u32(p + 4) / 4;

	return (struct glossary_key){
	    .text = text_at(g, u32(p)),
	    .entry = entry < g->entries ? entry : 0,
	    .name = (enum glossary_name)(u32(p + 4) % 4),
	};
}

const char *
glossary_text(const struct glossary *g, uint64_t at, size_t len)
{
	size_t size = g->size[GLOSSARY_TEXTS];

	if (at > size || len > size - at)
		return NULL;
	return (const char *)g->section[GLOSSARY_TEXTS] + at;
}

/* As strcmp(), of (a, alen) and a text that ends in NUL. */
static int
compare(const char *a, size_t alen, const char *b)
{
	int order = strncmp(a, b, alen);

	return order != 0 ? order : -(b[alen] != '\0');
}

/* The first of n texts that does not sort before (text, len). */
static size_t
lower(const struct glossary *g, const char *text, size_t len, size_t n,
    const char *(*text_of)(const struct glossary *, size_t))
{
	size_t low = 0, high = n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (compare(text, len, text_of(g, middle)) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const char *
key_text(const struct glossary *g, size_t i)
{
	return text_at(g, u32(g->section[GLOSSARY_KEYS] + i * GLOSSARY_KEY));
}

size_t
glossary_lower(const struct glossary *g, const char *text, size_t len)
{
	return lower(g, text, len, g->keys, key_text);
}

void
glossary_form_key(enum glossary_form form, struct str *out, const char *name)
{
	size_t len = strlen(name);

	if (form == GLOSSARY_WORDS)
		word_key(out, name, len);
	else if (form == GLOSSARY_DROPPING)
		word_key_dropping(out, name, len);
	else
		word_key_all(out, name, len, form == GLOSSARY_CASED);
}

bool
glossary_find(
    const struct glossary *g, const char *name, struct glossary_key *found)
{
	struct str key = STR_INIT;
	bool is_there = false;
	size_t at;

	glossary_form_key(g->form, &key, name);
	at = glossary_lower(g, key.text, key.len);
	if (key.len > 0 && at < g->keys) {
		*found = glossary_key(g, at);
		is_there = strcmp(found->text, key.text) == 0;
	}
	str_release(&key);
	return is_there;
}

static const unsigned char *
term_at(const struct glossary *g, size_t i)
{
	return g->section[GLOSSARY_TERMS] + i * GLOSSARY_TERM;
}

const char *
glossary_term(const struct glossary *g, size_t i)
{
	return text_at(g, u32(term_at(g, i)));
}

size_t
glossary_term_lower(const struct glossary *g, const char *text, size_t len)
{
	return lower(g, text, len, g->terms, glossary_term);
}

bool
glossary_find_term(const struct glossary *g, const char *text, size_t *i)
{
	*i = glossary_term_lower(g, text, strlen(text));
	return *i < g->terms && strcmp(glossary_term(g, *i), text) == 0;
}

struct glossary_postings
glossary_postings(const struct glossary *g, size_t i)
{
	const unsigned char *base = g->section[GLOSSARY_POSTINGS];
	size_t size = g->size[GLOSSARY_POSTINGS];
	uint64_t at = u64(term_at(g, i) + 8);

	return (struct glossary_postings){
	    .next = base + (at < size ? at : size),
	    .end = base + size,
	    .left = u32(term_at(g, i) + 4),
	};
}

static uint32_t
number(struct glossary_postings *p)
{
	uint32_t x = 0;

	for (unsigned shift = 0; p->next < p->end && shift < 32; shift += 7) {
		unsigned char byte = *p->next++;

		x |= (uint32_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			break;
	}
	return x;
}

bool
glossary_posting(const struct glossary *g, struct glossary_postings *p)
{
	if (p->left == 0 || p->next == p->end)
		return false;
	p->left--;
	p->entry += number(p);
	p->weight = number(p);
	return p->entry < g->entries;
}

struct glossary_synonym
glossary_synonym(const struct glossary *g, size_t i)
{
	const unsigned char *p =
	    g->section[GLOSSARY_SYNONYMS] + i * GLOSSARY_SYNONYM;

	return (struct glossary_synonym){text_at(g, u32(p)), u32(p + 4)};
}

static const char *
synonym_text(const struct glossary *g, size_t i)
{
	return glossary_synonym(g, i).text;
}

size_t
glossary_synonym_lower(const struct glossary *g, const char *text, size_t len)
{
	return lower(g, text, len, g->synonyms, synonym_text);
}
